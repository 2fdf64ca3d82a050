/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading a work: each value is made of the record when it is first asked for and kept
 * until the record changes.
 */

#include "config.h"

#include "work.h"
#include "work-values.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "identifier.h"
#include "json-value.h"
#include "parts-private.h"
#include "read.h"

/*< private >
 * Nothing is made yet.
 */
void
offprint_values_init (OffprintValues *self)
{
  memset (self, 0, sizeof *self);
}

/*< private >
 * Drops what was made.
 */
void
offprint_values_clear (OffprintValues *self)
{
  for (guint i = 0; i < OFFPRINT_N_FIELDS; i++)
    {
      g_free (self->texts[i]);
      g_clear_pointer (&self->rich[i], offprint_rich_text_unref);
      g_clear_pointer (&self->dates[i], offprint_date_unref);
    }
  g_free (self->main_title);
  g_free (self->subtitle);
  g_free (self->translated_title);
  g_clear_pointer (&self->isbns, g_array_unref);
  g_strfreev (self->keywords);
  g_strfreev (self->packages);
  g_clear_pointer (&self->rights, offprint_rights_unref);
}

static JsonNode *
get_node (OffprintWork        *self,
          const OffprintField *field)
{
  JsonObject *object = field->custom ? offprint_work_get_custom (self) : self->record;

  return object != NULL ? json_object_get_member (object, field->name) : NULL;
}

/**
 * offprint_work_get_id:
 * @self: a work
 *
 * Returns: (nullable): the name by which it is kept; `NULL` while nothing is known
 */
const char *
offprint_work_get_id (OffprintWork *self)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);

  return self->id;
}

/**
 * offprint_work_get_doi:
 * @self: a work
 *
 * Returns: (nullable): its DOI, bare
 */
const char *
offprint_work_get_doi (OffprintWork *self)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);

  return offprint_json_get_string (self->record, "DOI");
}

/**
 * offprint_work_dup_doi_url:
 * @self: a work
 *
 * Returns: (transfer full) (nullable): the address that its DOI stands for, encoded
 */
char *
offprint_work_dup_doi_url (OffprintWork *self)
{
  g_autoptr (OffprintIdentifier) doi = NULL;
  const char *value = offprint_work_get_doi (self);

  if (value == NULL)
    return NULL;
  doi = offprint_identifier_new (OFFPRINT_IDENTIFIER_DOI, value, NULL);

  return doi != NULL ? offprint_identifier_dup_url (doi) : NULL;
}

/**
 * offprint_work_get_kind:
 * @self: a work
 *
 * Returns: its type by CSL's name; "document" if it is not known
 */
const char *
offprint_work_get_kind (OffprintWork *self)
{
  const char *type = NULL;

  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);

  type = offprint_json_get_string (self->record, "type");

  return type != NULL ? type : "document";
}

/**
 * offprint_work_is_empty:
 * @self: a work
 *
 * Returns: whether nothing is known of it
 */
gboolean
offprint_work_is_empty (OffprintWork *self)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK (self), TRUE);

  return json_object_get_size (self->record) <= 1;
}

/**
 * offprint_work_is_sample:
 * @self: a work
 *
 * Returns: whether it is the one that comes with Offprint, which nobody was asked about
 */
gboolean
offprint_work_is_sample (OffprintWork *self)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK (self), FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->readings)); i++)
    {
      g_autoptr (OffprintReading) reading = g_list_model_get_item (G_LIST_MODEL (self->readings), i);

      if (g_str_equal (offprint_reading_get_source (reading), "sample"))
        return TRUE;
    }

  return FALSE;
}

/**
 * offprint_work_get_text:
 * @self: a work
 * @field: a field of text or a number
 *
 * Returns: (nullable): its value without mark-up, until the next change
 */
const char *
offprint_work_get_text (OffprintWork    *self,
                        OffprintFieldId  field)
{
  const OffprintField *row = offprint_field_get (field);

  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);
  g_return_val_if_fail (row != NULL, NULL);

  if (self->values.texts[field] == NULL && (row->kind == OFFPRINT_FIELD_KIND_TEXT || row->kind == OFFPRINT_FIELD_KIND_NUMBER))
    {
      g_autofree char *value = offprint_json_dup_text (get_node (self, row));

      if (value != NULL)
        self->values.texts[field] = offprint_inline_to_plain (value);
    }

  return self->values.texts[field];
}

/**
 * offprint_work_get_rich_text:
 * @self: a work
 * @field: a field of text
 *
 * Returns: (transfer none) (nullable): its value with what is set in italics and so on,
 *   until the next change
 */
OffprintRichText *
offprint_work_get_rich_text (OffprintWork    *self,
                             OffprintFieldId  field)
{
  const OffprintField *row = offprint_field_get (field);

  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);
  g_return_val_if_fail (row != NULL, NULL);

  if (self->values.rich[field] == NULL && (row->kind == OFFPRINT_FIELD_KIND_TEXT || row->kind == OFFPRINT_FIELD_KIND_NUMBER))
    {
      g_autofree char *value = offprint_json_dup_text (get_node (self, row));

      if (value != NULL)
        self->values.rich[field] = row->custom ? offprint_stored_to_rich (value) : offprint_rich_text_new_from_inline (value, -1);
    }

  return self->values.rich[field];
}

/**
 * offprint_work_get_date:
 * @self: a work
 * @field: a field of a date
 *
 * Returns: (transfer none) (nullable): its value, until the next change
 */
OffprintDate *
offprint_work_get_date (OffprintWork    *self,
                        OffprintFieldId  field)
{
  const OffprintField *row = offprint_field_get (field);

  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);
  g_return_val_if_fail (row != NULL, NULL);

  if (self->values.dates[field] == NULL && row->kind == OFFPRINT_FIELD_KIND_DATE)
    self->values.dates[field] = offprint_date_new_from_csl (get_node (self, row));

  return self->values.dates[field];
}

/**
 * offprint_work_dup_event:
 * @self: a work
 * @name: "online", "print", "received", "accepted" …
 *
 * Returns: (transfer full) (nullable): when that was
 */
OffprintDate *
offprint_work_dup_event (OffprintWork *self,
                         const char   *name)
{
  JsonObject *dates = NULL;

  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);

  dates = offprint_json_get_object (offprint_work_get_custom (self), "dates");

  return dates != NULL ? offprint_event_to_date (json_object_get_member (dates, name)) : NULL;
}

static const char *
ensure_plain (char       **cache,
              JsonObject  *object,
              const char  *member)
{
  const char *value = offprint_json_get_string (object, member);

  if (*cache == NULL && value != NULL)
    *cache = offprint_inline_to_plain (value);

  return *cache;
}

/**
 * offprint_work_get_main_title:
 * @self: a work
 *
 * Returns: (nullable): the title without its subtitle, where the two are told apart
 */
const char *
offprint_work_get_main_title (OffprintWork *self)
{
  const char *title = NULL;

  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);

  title = ensure_plain (&self->values.main_title, offprint_json_get_object (offprint_work_get_custom (self), "titles"), "main");

  return title != NULL ? title : offprint_work_get_text (self, OFFPRINT_FIELD_TITLE);
}

/**
 * offprint_work_get_subtitle:
 * @self: a work
 *
 * Returns: (nullable): the subtitle, where it is told apart from the title
 */
const char *
offprint_work_get_subtitle (OffprintWork *self)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);

  return ensure_plain (&self->values.subtitle, offprint_json_get_object (offprint_work_get_custom (self), "titles"), "subtitle");
}

/**
 * offprint_work_get_translated_title:
 * @self: a work
 *
 * Returns: (nullable): the title in another language: the first, if there are several
 */
const char *
offprint_work_get_translated_title (OffprintWork *self)
{
  JsonArray *translated = NULL;

  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);

  translated = offprint_json_get_array (offprint_json_get_object (offprint_work_get_custom (self), "titles"), "translated");
  if (translated == NULL || json_array_get_length (translated) == 0)
    return NULL;

  return ensure_plain (&self->values.translated_title, offprint_json_element_object (translated, 0), "text");
}

/**
 * offprint_work_get_people:
 * @self: a work
 *
 * Returns: (transfer none): a list of OffprintContributor, authors first; it lives as
 *   long as @self
 */
GListModel *
offprint_work_get_people (OffprintWork *self)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);

  return G_LIST_MODEL (self->rows[OFFPRINT_ROWS_PEOPLE].rows);
}

/**
 * offprint_work_get_abstracts:
 * @self: a work
 *
 * Returns: (transfer none): a list of OffprintAbstract; it lives as long as @self
 */
GListModel *
offprint_work_get_abstracts (OffprintWork *self)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);

  return G_LIST_MODEL (self->rows[OFFPRINT_ROWS_ABSTRACTS].rows);
}

/**
 * offprint_work_get_notes:
 * @self: a work
 *
 * Returns: (transfer none): a list of OffprintNote; it lives as long as @self
 */
GListModel *
offprint_work_get_notes (OffprintWork *self)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);

  return G_LIST_MODEL (self->rows[OFFPRINT_ROWS_NOTES].rows);
}

/**
 * offprint_work_get_references:
 * @self: a work
 *
 * Returns: (transfer none): a list of OffprintReference; it lives as long as @self
 */
GListModel *
offprint_work_get_references (OffprintWork *self)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);

  return G_LIST_MODEL (self->rows[OFFPRINT_ROWS_REFERENCES].rows);
}

/**
 * offprint_work_get_notices:
 * @self: a work
 *
 * Returns: (transfer none): a list of OffprintNotice; it lives as long as @self
 */
GListModel *
offprint_work_get_notices (OffprintWork *self)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);

  return G_LIST_MODEL (self->rows[OFFPRINT_ROWS_NOTICES].rows);
}

/**
 * offprint_work_get_offers:
 * @self: a work
 *
 * Returns: (transfer none): a list of OffprintAccess; it lives as long as @self
 */
GListModel *
offprint_work_get_offers (OffprintWork *self)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);

  return G_LIST_MODEL (self->rows[OFFPRINT_ROWS_OFFERS].rows);
}

/**
 * offprint_work_get_readings:
 * @self: a work
 *
 * Returns: (transfer none): a list of OffprintReading, as they came; it lives as long
 *   as @self
 */
GListModel *
offprint_work_get_readings (OffprintWork *self)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);

  return G_LIST_MODEL (self->readings);
}

/**
 * offprint_work_get_gravest_notice:
 * @self: a work
 *
 * Returns: (transfer none) (nullable): the gravest notice about this work; of equals the
 *   first
 */
OffprintNotice *
offprint_work_get_gravest_notice (OffprintWork *self)
{
  GListModel *notices = offprint_work_get_notices (self);
  OffprintNotice *gravest = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (notices); i++)
    {
      g_autoptr (OffprintNotice) notice = g_list_model_get_item (notices, i);

      if (offprint_notice_is_about_this (notice) && (gravest == NULL || offprint_notice_compare (notice, gravest) < 0))
        gravest = notice;
    }

  return gravest;
}

/**
 * offprint_work_get_rights:
 * @self: a work
 *
 * Returns: (transfer none) (nullable): whose it is, until the next change
 */
OffprintRights *
offprint_work_get_rights (OffprintWork *self)
{
  JsonObject *rights = NULL;

  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);

  rights = offprint_json_get_object (offprint_work_get_custom (self), "rights");
  if (self->values.rights == NULL && rights != NULL)
    self->values.rights = offprint_rights_new (rights);

  return self->values.rights;
}
