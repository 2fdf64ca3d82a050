/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saving a citation, or all that a work cites, as a file that a reference manager reads.
 */

#include "config.h"

#include "citation-file.h"

#include "formats.h"
#include "json-value.h"

#include <glib/gi18n-lib.h>

#define MAX_NAME_CHARACTERS 80

typedef struct
{
  /* Owned */
  JsonArray *items; /* the file's alone: they are written on a thread */

  OffprintFormat format;
  OffprintCitationSavedFunc callback;
  gpointer user_data;
} Save;

static void
save_free (Save *save)
{
  json_array_unref (save->items);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

static gboolean
find_format (const char      *suffix,
             OffprintFormat  *format,
             GError         **error)
{
  if (offprint_format_find (suffix, format))
    return TRUE;
  g_set_error (error, OFFPRINT_FORMATS_ERROR, OFFPRINT_FORMATS_ERROR_UNKNOWN,
               /* Translators: a file name’s ending */
               _("Offprint cannot write files that end in “.%s”"), suffix);
  return FALSE;
}

static JsonArray *
new_items (OffprintWork   *work,
           OffprintFormat  format)
{
  JsonArray *items = json_array_new ();
  gboolean is_item = format == OFFPRINT_FORMAT_CSL_JSON;

  json_array_add_element (items, offprint_work_to_json (work, is_item ? OFFPRINT_RECORD_ITEM_ONLY : OFFPRINT_RECORD_DEFAULT));
  return items;
}

/* As far as its source took it apart; else the line as printed, so that none is lost. */
static JsonNode *
new_item (OffprintReference *reference,
          guint              number)
{
  JsonObject *known = offprint_reference_get_item (reference);
  JsonObject *item = known != NULL ? offprint_json_copy_object (known) : json_object_new ();
  g_autofree char *id = g_strdup_printf ("ref-%u", number);

  json_object_set_string_member (item, "id", offprint_reference_get_doi (reference) != NULL ? offprint_reference_get_doi (reference) : id);
  if (offprint_json_get_string (item, "type") == NULL)
    json_object_set_string_member (item, "type", "document");
  if (offprint_json_get_string (item, "title") == NULL && known == NULL)
    json_object_set_string_member (item, "title", offprint_reference_get_title (reference));
  return offprint_json_wrap_object (item);
}

static JsonArray *
new_list (GListModel *references)
{
  JsonArray *items = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (references); i++)
    {
      g_autoptr (OffprintReference) reference = g_list_model_get_item (references, i);

      json_array_add_element (items, new_item (reference, i + 1));
    }
  return items;
}

/**
 * offprint_citation_file_format_list:
 * @references: (type GListModel(OffprintReference)): works cited
 * @suffix: "ris", "enw", "bib" or "json"
 * @error: return location for an error of the domain `OFFPRINT_FORMATS_ERROR`
 *
 * Writes works cited the way files with that suffix have them, each as far as its source
 * took it apart.
 *
 * Returns: (transfer full): the contents, or `NULL` with @error set
 */
char *
offprint_citation_file_format_list (GListModel  *references,
                                    const char  *suffix,
                                    GError     **error)
{
  g_autoptr (JsonArray) items = NULL;
  OffprintFormat format;

  g_return_val_if_fail (G_IS_LIST_MODEL (references), NULL);
  g_return_val_if_fail (suffix != NULL, NULL);

  if (!find_format (suffix, &format, error))
    return NULL;
  items = new_list (references);
  return offprint_format_write (format, items, error);
}

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

  if (!find_format (suffix, &format, error))
    return NULL;
  items = new_items (work, format);
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

/**
 * offprint_citation_file_dup_list_name:
 * @work: a work
 * @suffix: a file's suffix
 *
 * Proposes a name for a file with what @work cites.
 *
 * Returns: (transfer full): "Cited by Wishnick 2022.ris" and its like, without slashes
 */
char *
offprint_citation_file_dup_list_name (OffprintWork *work,
                                      const char   *suffix)
{
  g_autofree char *name = offprint_citation_file_dup_name (work, suffix);

  /* Translators: the name of a file with works cited, and that of the file that a citation is saved in */
  return g_strdup_printf (_("Cited by %s"), name);
}

static void
finish (Save       *save,
        const char *sentence)
{
  save->callback (sentence, save->user_data);
}

/* A list of hundreds takes longer to write than the window may stand still. */
static void
write_on_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Save *save = task_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = offprint_format_write (save->format, save->items, &error);

  if (contents == NULL ||
      !g_file_replace_contents (source, contents, strlen (contents), NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *sentence = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    /* Translators: a file's name */
    sentence = g_strdup_printf (_("Saved as “%s”"), shown);
  else
    /* Translators: a file's name, why not */
    sentence = g_strdup_printf (_("“%s” could not be saved: %s"), shown, error->message);
  finish (g_task_get_task_data (G_TASK (result)), sentence);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Save) save = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GTask) task = NULL;

  if (file != NULL)
    {
      task = g_task_new (file, NULL, written_cb, NULL);
      g_task_set_source_tag (task, chosen_cb);
      g_task_set_task_data (task, g_steal_pointer (&save), (GDestroyNotify) save_free);
      g_task_run_in_thread (task, write_on_thread);
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

static void
choose (GtkWidget *widget,
        const char *title,
        const char *name,
        Save *save) /* (transfer full) */
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, chosen_cb, save);
}

/* NULL if there is no such format, which @callback has been told by then */
static Save *
save_new (const char                *suffix,
          OffprintCitationSavedFunc  callback,
          gpointer                   user_data)
{
  OffprintFormat format;
  Save *save;
  g_autoptr (GError) error = NULL;

  if (!find_format (suffix, &format, &error))
    {
      callback (error->message, user_data);
      return NULL;
    }
  save = g_new0 (Save, 1);
  save->format = format;
  save->callback = callback;
  save->user_data = user_data;
  return save;
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
  g_autofree char *name = NULL;
  Save *save = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (OFFPRINT_IS_WORK (work));
  g_return_if_fail (suffix != NULL);
  g_return_if_fail (callback != NULL);

  save = save_new (suffix, callback, user_data);
  if (save == NULL)
    return;
  save->items = new_items (work, save->format);
  name = offprint_citation_file_dup_name (work, suffix);
  choose (widget, _("Save Citation"), name, save);
}

/**
 * offprint_citation_file_save_list:
 * @widget: where it was asked for
 * @work: a work
 * @suffix: "ris", "enw", "bib" or "json"
 * @callback: told how it ended
 * @user_data: for @callback
 *
 * Asks for a place and saves all works that @work cites there, as they were at the call.
 */
void
offprint_citation_file_save_list (GtkWidget                 *widget,
                                  OffprintWork              *work,
                                  const char                *suffix,
                                  OffprintCitationSavedFunc  callback,
                                  gpointer                   user_data)
{
  g_autofree char *name = NULL;
  Save *save = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (OFFPRINT_IS_WORK (work));
  g_return_if_fail (suffix != NULL);
  g_return_if_fail (callback != NULL);

  save = save_new (suffix, callback, user_data);
  if (save == NULL)
    return;
  save->items = new_list (offprint_work_get_references (work));
  name = offprint_citation_file_dup_list_name (work, suffix);
  choose (widget, _("Save Works Cited"), name, save);
}
