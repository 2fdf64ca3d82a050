/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Installing styles from files or an address. Files that are dropped or opened need no
 * dialog: only if one of them cannot be installed it appears, says where and why, and
 * offers to try another.
 */

#include "config.h"

#include "install-dialog.h"

#include "style-adding.h"
#include "style-toast.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Nobody installs more at once on purpose */
#define MAX_FILES 100

struct _OffprintInstallDialog
{
  AdwDialog parent_instance;

  /* Owned */
  GCancellable *adding; /* while an address is asked */

  OffprintWindow *window; /* borrowed: it has the dialog; NULL once that is closed */

  /* Template children */
  GtkWidget *problem;
  GtkLabel *problem_title;
  GtkLabel *problem_text;
  AdwEntryRow *address;
  GtkWidget *progress;
  GtkWidget *install;
};

G_DEFINE_FINAL_TYPE (OffprintInstallDialog, offprint_install_dialog, ADW_TYPE_DIALOG)

static void
show_progress (OffprintInstallDialog *self)
{
  gboolean is_adding = self->adding != NULL;
  gboolean has_text = *gtk_editable_get_text (GTK_EDITABLE (self->address)) != '\0';

  gtk_widget_set_visible (self->progress, is_adding);
  gtk_widget_set_visible (self->install, !is_adding);
  gtk_widget_set_sensitive (self->install, has_text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->address), !is_adding);
}

static void
show_problem (OffprintInstallDialog *self,
              const char            *title,
              const char            *text)
{
  gtk_label_set_label (self->problem_title, title);
  gtk_label_set_label (self->problem_text, text);
  gtk_widget_set_visible (self->problem, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* --- an address --- */

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (OffprintInstallDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  OffprintAddedStyle *added = offprint_style_add_finish (OFFPRINT_SERVICES (source), result, &error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) offprint_added_style_free);
  OffprintWindow *window = self->window;

  g_clear_object (&self->adding);
  if (added != NULL)
    g_ptr_array_add (list, added);
  if (window == NULL)
    return;
  show_progress (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (added == NULL)
    {
      show_problem (self, _("The style could not be installed"), error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->address));
      return;
    }
  adw_dialog_close (ADW_DIALOG (self));
  offprint_style_toast_show (window, list);
}

static void
install_cb (OffprintInstallDialog *self)
{
  g_autofree char *what = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->address))));

  if (*what == '\0' || self->adding != NULL || self->window == NULL)
    return;

  gtk_widget_set_visible (self->problem, FALSE);
  self->adding = g_cancellable_new ();
  show_progress (self);
  offprint_style_add_async (offprint_window_get_services (self->window), what, self->adding, added_cb, g_object_ref (self));
}

static void
cancel_cb (OffprintInstallDialog *self)
{
  if (self->adding != NULL)
    g_cancellable_cancel (self->adding);
}

static void
address_changed_cb (OffprintInstallDialog *self)
{
  show_progress (self);
}

static void
closed_cb (OffprintInstallDialog *self)
{
  cancel_cb (self);
  self->window = NULL;
}

/* --- files --- */

typedef struct
{
  /* Owned */
  OffprintWindow *window;
  GPtrArray *files;
  GPtrArray *added;
  GString *problems;
  char *problem_name; /* of the file, if it is a single one */

  guint next;
  guint n_problems;
} Batch;

static void
batch_free (Batch *batch)
{
  g_object_unref (batch->window);
  g_ptr_array_unref (batch->files);
  g_ptr_array_unref (batch->added);
  g_string_free (batch->problems, TRUE);
  g_free (batch->problem_name);
  g_free (batch);
}

static void add_next (Batch *batch);

static OffprintInstallDialog *
dialog_new (OffprintWindow *window)
{
  OffprintInstallDialog *self = g_object_new (OFFPRINT_TYPE_INSTALL_DIALOG, NULL);

  self->window = window;
  return self;
}

static void
show_batch (Batch *batch)
{
  g_autofree char *title = NULL;
  OffprintInstallDialog *dialog;

  if (batch->added->len > 0)
    offprint_style_toast_show (batch->window, batch->added);
  if (batch->n_problems == 0)
    return;

  if (batch->n_problems == 1)
    /* Translators: the name of a file */
    title = g_strdup_printf (_("“%s” was not installed"), batch->problem_name);
  else
    title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file was not installed", "%u files were not installed", batch->n_problems),
                             batch->n_problems);
  dialog = dialog_new (batch->window);
  show_problem (dialog, title, batch->problems->str);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (batch->window));
}

static void
file_added_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Batch *batch = user_data;
  g_autoptr (GError) error = NULL;
  OffprintAddedStyle *added = offprint_style_add_finish (OFFPRINT_SERVICES (source), result, &error);

  if (added != NULL)
    g_ptr_array_add (batch->added, added);
  else
    {
      g_autofree char *name = g_file_get_basename (g_ptr_array_index (batch->files, batch->next - 1));

      g_free (batch->problem_name);
      batch->problem_name = name != NULL ? g_filename_display_name (name) : g_strdup ("");
      g_string_append_printf (batch->problems, "%s%s", batch->n_problems > 0 ? "\n\n" : "", error->message);
      batch->n_problems++;
    }
  add_next (batch);
}

static void
add_next (Batch *batch)
{
  if (batch->next >= MIN (batch->files->len, MAX_FILES))
    {
      show_batch (batch);
      batch_free (batch);
      return;
    }
  offprint_style_add_file_async (offprint_window_get_services (batch->window), g_ptr_array_index (batch->files, batch->next++), NULL,
                                 file_added_cb, batch);
}

static void
add_files (OffprintWindow *window,
           GPtrArray      *files)
{
  Batch *batch = g_new0 (Batch, 1);

  batch->window = g_object_ref (window);
  batch->files = g_ptr_array_ref (files);
  batch->added = g_ptr_array_new_with_free_func ((GDestroyNotify) offprint_added_style_free);
  batch->problems = g_string_new (NULL);
  add_next (batch);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (OffprintWindow) window = user_data;
  g_autoptr (GListModel) chosen = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; chosen != NULL && i < g_list_model_get_n_items (chosen); i++)
    g_ptr_array_add (files, g_list_model_get_item (chosen, i));
  if (files->len > 0)
    add_files (window, files);
}

static void
choose_cb (OffprintInstallDialog *self)
{
  OffprintWindow *window = self->window;

  if (window == NULL)
    return;
  adw_dialog_close (ADW_DIALOG (self));
  offprint_install_dialog_choose (window);
}

/* --- the class --- */

static void
offprint_install_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_INSTALL_DIALOG);

  G_OBJECT_CLASS (offprint_install_dialog_parent_class)->dispose (object);
}

static void
offprint_install_dialog_class_init (OffprintInstallDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_install_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/install-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintInstallDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, OffprintInstallDialog, problem_title);
  gtk_widget_class_bind_template_child (widget_class, OffprintInstallDialog, problem_text);
  gtk_widget_class_bind_template_child (widget_class, OffprintInstallDialog, address);
  gtk_widget_class_bind_template_child (widget_class, OffprintInstallDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, OffprintInstallDialog, install);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, install_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, address_changed_cb);
}

static void
offprint_install_dialog_init (OffprintInstallDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

/**
 * offprint_install_dialog_choose:
 * @window: the window
 *
 * Asks for files of styles and installs them.
 */
void
offprint_install_dialog_choose (OffprintWindow *window)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) styles = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  g_return_if_fail (OFFPRINT_IS_WINDOW (window));

  gtk_file_filter_set_name (styles, _("Citation Styles (.csl)"));
  gtk_file_filter_add_suffix (styles, "csl");
  g_list_store_append (filters, styles);
  gtk_file_dialog_set_title (dialog, _("Install Style"));
  gtk_file_dialog_set_accept_label (dialog, _("Install"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (window), NULL, chosen_cb, g_object_ref (window));
}

/**
 * offprint_install_dialog_present:
 * @window: the window
 *
 * Asks for the address of a style and installs it.
 */
void
offprint_install_dialog_present (OffprintWindow *window)
{
  g_return_if_fail (OFFPRINT_IS_WINDOW (window));

  adw_dialog_present (ADW_DIALOG (dialog_new (window)), GTK_WIDGET (window));
}

static gboolean
is_style (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  gsize length = name != NULL ? strlen (name) : 0;

  return length > 4 && g_ascii_strcasecmp (name + length - 4, ".csl") == 0;
}

/**
 * offprint_install_dialog_take_files:
 * @window: the window
 * @files: (element-type GFile): what was dropped, chosen or named
 *
 * Installs what of @files is a style, by the name.
 *
 * Returns: (transfer full) (element-type GFile): the others
 */
GPtrArray *
offprint_install_dialog_take_files (OffprintWindow *window,
                                    GPtrArray      *files)
{
  g_autoptr (GPtrArray) styles = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *others = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (OFFPRINT_IS_WINDOW (window), others);
  g_return_val_if_fail (files != NULL, others);

  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (is_style (files->pdata[i]) ? styles : others, g_object_ref (files->pdata[i]));
  if (styles->len > 0)
    add_files (window, styles);
  return others;
}
