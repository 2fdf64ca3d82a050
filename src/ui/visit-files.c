/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a visit finds in files and on the clipboard: a work, which joins what is kept of
 * it, or several to choose from. No service is asked for any of it.
 */

#include "config.h"

#include "visit-private.h"

#include "choice.h"
#include "model-error.h"
#include "records-file.h"
#include "united-work.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>
#include <string.h>

/* More than this is no address that anybody pasted on purpose. */
#define MAX_TEXT_BYTES (1024 * 1024)

/* --- out of files --- */

static gpointer
choice_of_reading (gpointer item,
                   gpointer user_data)
{
  g_autoptr (OffprintReading) reading = item;

  return offprint_choice_new_for_reading (reading);
}

static void
united_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (OffprintErrand) errand = user_data;
  g_autoptr (OffprintWork) work = NULL;
  g_autoptr (GError) error = NULL;
  OffprintVisit *self = errand->visit;

  work = offprint_united_work_find_finish (result, &error);
  if (!offprint_errand_is_current (errand))
    return;

  offprint_visit_set_work (self, work);
  offprint_visit_keep (self);
  if (work != NULL)
    error = g_steal_pointer (&self->error); /* of another file beside this one */
  offprint_visit_end (self, error != NULL ? OFFPRINT_VISIT_FAILED : OFFPRINT_VISIT_DONE, error);
}

/*< private >
 * Makes a work of @readings and of what is kept of the same DOI.
 */
void
offprint_visit_unite (OffprintVisit *self,
                      GPtrArray     *readings)
{
  offprint_united_work_find_async (offprint_services_get_store (self->services), readings,
                                   self->cancellable, united_cb, offprint_errand_new (self));
}

static void
offer_readings (OffprintVisit *self,
                GPtrArray     *readings)
{
  g_autoptr (GtkMapListModel) choices = NULL;
  GListStore *store = g_list_store_new (OFFPRINT_TYPE_READING);

  g_list_store_splice (store, 0, 0, readings->pdata, readings->len);
  choices = gtk_map_list_model_new (G_LIST_MODEL (store), choice_of_reading, NULL, NULL);
  offprint_visit_set_choices (self, G_LIST_MODEL (choices),
                              self->files->len > 1
                                ? g_strdup (_("Works in the Files"))
                                /* Translators: the name of a file */
                                : g_strdup_printf (_("Works in “%s”"), self->address));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (OffprintErrand) errand = user_data;
  g_autoptr (GPtrArray) readings = NULL;
  g_autoptr (GError) warning = NULL;
  g_autoptr (GError) error = NULL;

  readings = offprint_records_file_load_finish (result, &warning, &error);
  if (!offprint_errand_is_current (errand))
    return;

  if (readings != NULL && readings->len == 0)
    g_set_error (&error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_NOT_FOUND,
                 /* Translators: the name of a file */
                 _("“%s” holds no work"), errand->visit->address);
  if (error != NULL)
    {
      offprint_visit_end (errand->visit, OFFPRINT_VISIT_FAILED, error);
      return;
    }

  if (offprint_united_work_is_one (readings))
    {
      errand->visit->error = g_steal_pointer (&warning);
      offprint_visit_unite (errand->visit, readings);
      return;
    }
  offer_readings (errand->visit, readings);
  offprint_visit_end (errand->visit, warning != NULL ? OFFPRINT_VISIT_FAILED : OFFPRINT_VISIT_DONE, warning);
}

/*< private >
 * Reads the files.
 */
void
offprint_visit_load_files (OffprintVisit *self)
{
  guint n = self->files->len;

  g_free (self->progress);
  if (n == 1)
    /* Translators: the name of a file */
    self->progress = g_strdup_printf (_("Reading “%s”…"), self->address);
  else
    self->progress = g_strdup_printf (ngettext ("Reading %u file…", "Reading %u files…", n), n);
  offprint_records_file_load_async (self->files, self->cancellable, loaded_cb, offprint_errand_new (self));
}

/* --- out of the clipboard --- */

/* Mark-up means nothing to a reader; any other text that is no page may yet name a work. */
static OffprintMeaning *
find_meaning (OffprintVisit *self)
{
  const char *text = self->pasted;

  while (text != NULL && g_ascii_isspace (*text))
    text++;
  return text != NULL && *text != '<' && strlen (text) <= MAX_TEXT_BYTES ? offprint_meaning_new (text) : NULL;
}

static void
page_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (OffprintErrand) errand = user_data;
  g_autoptr (GPtrArray) readings = NULL;
  g_autoptr (OffprintMeaning) meaning = NULL;
  g_autoptr (GError) error = NULL;
  OffprintVisit *self = errand->visit;

  readings = offprint_records_file_load_finish (result, NULL, &error);
  if (!offprint_errand_is_current (errand))
    return;

  if (readings != NULL)
    {
      offprint_visit_unite (self, readings);
      return;
    }
  meaning = find_meaning (self);
  if (meaning == NULL)
    {
      offprint_visit_end (self, OFFPRINT_VISIT_FAILED, error);
      return;
    }
  g_clear_pointer (&self->pasted, g_free);
  g_clear_pointer (&self->html, g_bytes_unref);
  g_clear_pointer (&self->progress, g_free);
  offprint_visit_take_meaning (self, meaning);
  if (self->state == OFFPRINT_VISIT_RUNNING)
    offprint_visit_begin (self, OFFPRINT_RESOLVE_DEFAULT);
  else
    offprint_visit_changed (self);
}

/*< private >
 * Reads the page that was pasted.
 */
void
offprint_visit_read_pasted (OffprintVisit *self)
{
  g_autoptr (GBytes) text = self->pasted != NULL ? g_bytes_new (self->pasted, strlen (self->pasted)) : NULL;

  g_set_str (&self->progress, _("Reading the page that was pasted…"));
  offprint_records_file_read_async (self->html, text, self->cancellable, page_read_cb, offprint_errand_new (self));
}
