/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a visit can be for: a text, a page, a work that is named, known, kept or in files.
 * Each way to begin one is a constructor here; what becomes of it is the visit’s own.
 */

#include "config.h"

#include "visit-private.h"

static OffprintVisit *
visit_new (OffprintServices *services,
           const char       *address)
{
  OffprintVisit *self = g_object_new (OFFPRINT_TYPE_VISIT, NULL);

  self->services = g_object_ref (services);
  self->address = g_strdup (address != NULL ? address : "");
  return self;
}

/**
 * offprint_visit_new_for_text:
 * @services: what the rooms below offer
 * @text: what a person typed, pasted or dropped
 *
 * Decides what was meant: one identifier is looked up, several are offered to
 * choose from, and what is no identifier is the words of a title.
 *
 * Returns: (transfer full) (nullable): where to go, or `NULL` if there is nothing but blanks
 */
OffprintVisit *
offprint_visit_new_for_text (OffprintServices *services,
                             const char       *text)
{
  OffprintVisit *self;
  g_autoptr (OffprintMeaning) meaning = NULL;

  g_return_val_if_fail (OFFPRINT_IS_SERVICES (services), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  meaning = offprint_meaning_new (text);
  if (meaning == NULL)
    return NULL;
  self = visit_new (services, NULL);
  offprint_visit_take_meaning (self, meaning);
  return self;
}

/**
 * offprint_visit_new_for_page:
 * @services: what the rooms below offer
 * @html: (nullable): a publisher’s page as a browser puts it on the clipboard
 * @text: (nullable): its words alone, or its source; not `NULL` if @html is
 *
 * If it turns out to be no page of a work, it means what @text means.
 *
 * Returns: (transfer full): a visit to begin
 */
OffprintVisit *
offprint_visit_new_for_page (OffprintServices *services,
                             GBytes           *html,
                             const char       *text)
{
  OffprintVisit *self;

  g_return_val_if_fail (OFFPRINT_IS_SERVICES (services), NULL);
  g_return_val_if_fail (html != NULL || text != NULL, NULL);

  self = visit_new (services, NULL);
  self->html = html != NULL ? g_bytes_ref (html) : NULL;
  self->pasted = g_strdup (text);
  return self;
}

/**
 * offprint_visit_new_for_identifier:
 * @services: what the rooms below offer
 * @identifier: what names the work
 * @known: (nullable): what is known of it and shown meanwhile; it is filled further
 *
 * Returns: (transfer full): a visit to begin
 */
OffprintVisit *
offprint_visit_new_for_identifier (OffprintServices   *services,
                                   OffprintIdentifier *identifier,
                                   OffprintWork       *known)
{
  OffprintVisit *self;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (OFFPRINT_IS_SERVICES (services), NULL);
  g_return_val_if_fail (identifier != NULL, NULL);
  g_return_val_if_fail (known == NULL || OFFPRINT_IS_WORK (known), NULL);

  shown = offprint_identifier_dup_shown (identifier);
  self = visit_new (services, shown);
  self->identifier = offprint_identifier_ref (identifier);
  offprint_visit_set_work (self, known);
  return self;
}

/**
 * offprint_visit_new_for_words:
 * @services: what the rooms below offer
 * @words: words of a title
 *
 * Returns: (transfer full): a visit to begin, which ends in a list to choose from
 */
OffprintVisit *
offprint_visit_new_for_words (OffprintServices *services,
                              const char       *words)
{
  OffprintVisit *self;

  g_return_val_if_fail (OFFPRINT_IS_SERVICES (services), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  self = visit_new (services, words);
  self->words = g_strdup (words);
  return self;
}

/**
 * offprint_visit_new_for_files:
 * @services: what the rooms below offer
 * @files: (element-type GFile): at least one
 *
 * Returns: (transfer full): a visit to begin, which ends in a work or in a list to choose from
 */
OffprintVisit *
offprint_visit_new_for_files (OffprintServices *services,
                              GPtrArray        *files)
{
  OffprintVisit *self;
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (OFFPRINT_IS_SERVICES (services), NULL);
  g_return_val_if_fail (files != NULL && files->len > 0, NULL);

  name = g_file_get_basename (g_ptr_array_index (files, 0));
  shown = name != NULL ? g_filename_display_name (name) : NULL;
  self = visit_new (services, shown);
  self->files = g_ptr_array_ref (files);
  return self;
}

static GPtrArray *
list_readings (OffprintWork *work)
{
  GListModel *model = offprint_work_get_readings (work);
  GPtrArray *readings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (readings, g_list_model_get_item (model, i));
  return readings;
}

/**
 * offprint_visit_new_for_work:
 * @services: what the rooms below offer
 * @work: a work that is known: the sample, or one chosen out of a file, which is shown
 *   with what is kept of it
 *
 * Returns: (transfer full): a visit: of the sample it is done, of another it is to begin
 */
OffprintVisit *
offprint_visit_new_for_work (OffprintServices *services,
                             OffprintWork     *work)
{
  OffprintVisit *self;

  g_return_val_if_fail (OFFPRINT_IS_SERVICES (services), NULL);
  g_return_val_if_fail (OFFPRINT_IS_WORK (work), NULL);

  self = visit_new (services, offprint_work_get_doi (work));
  if (offprint_work_is_sample (work))
    {
      offprint_visit_set_work (self, work);
      self->state = OFFPRINT_VISIT_DONE;
    }
  else
    self->readings = list_readings (work);
  return self;
}

/**
 * offprint_visit_new_for_kept:
 * @services: what the rooms below offer
 * @id: a work’s id in the store
 * @doi: (nullable): whom to ask for if the store has lost it
 *
 * Returns: (transfer full): a visit to begin
 */
OffprintVisit *
offprint_visit_new_for_kept (OffprintServices *services,
                             const char       *id,
                             const char       *doi)
{
  OffprintVisit *self;

  g_return_val_if_fail (OFFPRINT_IS_SERVICES (services), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  self = visit_new (services, doi);
  self->kept_id = g_strdup (id);
  if (doi != NULL)
    self->identifier = offprint_identifier_new (OFFPRINT_IDENTIFIER_DOI, doi, NULL);
  return self;
}
