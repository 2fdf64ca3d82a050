/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saving a citation as a file that a reference manager reads.
 */

#include "config.h"

#include "citation-file.h"

#include "formats.h"

#include <glib/gi18n-lib.h>

#define MAX_NAME_CHARACTERS 80

typedef struct
{
  char *contents;
  OffprintCitationSavedFunc callback;
  gpointer user_data;
} Save;

static void
save_free (Save *save)
{
  g_free (save->contents);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

/**
 * offprint_citation_file_format:
 * @work: a work
 * @suffix: "ris", "enw", "bib" or "json"
 * @error: return location for an error of the domain `OFFPRINT_FORMATS_ERROR`
 *
 * Writes a work the way files with that suffix have it.
 *
 * Returns: (transfer full): the contents, or `NULL` with @error set
 */
char *
offprint_citation_file_format (OffprintWork  *work,
                               const char    *suffix,
                               GError       **error)
{
  g_autoptr (JsonArray) items = NULL;
  OffprintFormat format;

  g_return_val_if_fail (OFFPRINT_IS_WORK (work), NULL);
  g_return_val_if_fail (suffix != NULL, NULL);

  if (!offprint_format_find (suffix, &format))
    {
      g_set_error (error, OFFPRINT_FORMATS_ERROR, OFFPRINT_FORMATS_ERROR_UNKNOWN,
                   /* Translators: a file name’s ending */
                   _("Offprint cannot write files that end in “.%s”"), suffix);
      return NULL;
    }
  items = json_array_new ();
  json_array_add_element (items, offprint_work_to_json (work, format == OFFPRINT_FORMAT_CSL_JSON ? OFFPRINT_RECORD_ITEM_ONLY : OFFPRINT_RECORD_DEFAULT));
  return offprint_format_write (format, items, error);
}

static const char *
get_first_family (OffprintWork *work)
{
  g_autoptr (OffprintContributor) first = g_list_model_get_item (offprint_work_get_people (work), 0);

  if (first == NULL)
    return NULL;
  return offprint_contributor_get_family (first) != NULL ? offprint_contributor_get_family (first)
                                                         : offprint_contributor_get_name (first);
}

/**
 * offprint_citation_file_dup_name:
 * @work: a work
 * @suffix: a file's suffix
 *
 * Proposes a name for a file with the citation of @work.
 *
 * Returns: (transfer full): "Wishnick 2022.ris" and its like, without slashes
 */
char *
offprint_citation_file_dup_name (OffprintWork *work,
                                 const char   *suffix)
{
  OffprintDate *issued;
  const char *family;
  g_autofree char *year = NULL;
  g_autofree char *stem = NULL;
  g_autofree char *cut = NULL;

  g_return_val_if_fail (OFFPRINT_IS_WORK (work), NULL);
  g_return_val_if_fail (suffix != NULL, NULL);

  issued = offprint_work_get_date (work, OFFPRINT_FIELD_ISSUED);
  family = get_first_family (work);
  if (issued != NULL && offprint_date_get_year (issued) > 0)
    year = g_strdup_printf ("%d", offprint_date_get_year (issued));

  if (family != NULL && year != NULL)
    stem = g_strjoin (" ", family, year, NULL);
  else
    stem = g_strdup (family != NULL ? family : offprint_work_get_main_title (work));
  if (stem == NULL)
    /* Translators: a file's name, if nothing better is known */
    stem = g_strdup (_("Citation"));

  cut = g_utf8_substring (stem, 0, MIN (g_utf8_strlen (stem, -1), MAX_NAME_CHARACTERS));
  g_strdelimit (cut, "/\\:", '-');
  return g_strconcat (cut, ".", suffix, NULL);
}

static void
finish (Save       *save,
        const char *sentence)
{
  save->callback (sentence, save->user_data);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Save) save = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *sentence = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    /* Translators: a file's name */
    sentence = g_strdup_printf (_("Saved as “%s”"), shown);
  else
    /* Translators: a file's name, why not */
    sentence = g_strdup_printf (_("“%s” could not be saved: %s"), shown, error->message);
  finish (save, sentence);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Save) save = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (save->contents, strlen (save->contents));

      g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                           written_cb, g_steal_pointer (&save));
      return;
    }
  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    {
      finish (save, NULL);
      return;
    }
  finish (save, error->message);
}

/**
 * offprint_citation_file_save:
 * @widget: where it was asked for
 * @work: a work
 * @suffix: "ris", "enw", "bib" or "json"
 * @callback: told how it ended
 * @user_data: for @callback
 *
 * Asks for a place and saves the citation of @work there.
 *
 * What is written is the work as it was at the call.
 */
void
offprint_citation_file_save (GtkWidget                 *widget,
                             OffprintWork              *work,
                             const char                *suffix,
                             OffprintCitationSavedFunc  callback,
                             gpointer                   user_data)
{
  g_autoptr (Save) save = NULL;
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (OFFPRINT_IS_WORK (work));
  g_return_if_fail (suffix != NULL);
  g_return_if_fail (callback != NULL);

  save = g_new0 (Save, 1);
  save->contents = offprint_citation_file_format (work, suffix, &error);
  save->callback = callback;
  save->user_data = user_data;
  if (save->contents == NULL)
    {
      finish (save, error->message);
      return;
    }

  root = gtk_widget_get_root (widget);
  name = offprint_citation_file_dup_name (work, suffix);
  dialog = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (dialog, _("Save Citation"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL,
                        chosen_cb, g_steal_pointer (&save));
}
