/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All ways in end in the same doors of the window: a text, a page or a list of files.
 * The clipboard is only ever offered at the start: what a person copied elsewhere
 * is theirs, and no service learns of it before they say so.
 */

#include "config.h"

#include "incoming.h"

#include "http-read.h"
#include "identifier.h"
#include "page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More than this is no address that anybody pasted on purpose. */
#define MAX_TEXT_BYTES  (1024 * 1024)
#define OFFER_TIMEOUT_S 12

/* A publisher’s page is one; what is shorter is a reference or a few, which any text may hold. */
#define MAX_PAGE_BYTES  (20 * 1024 * 1024)
#define MIN_PAGE_BYTES  400
#define LONG_TEXT_BYTES (64 * 1024) /* is looked at on a thread only */

#define HTML "text/html"

static gboolean
open_file_list (OffprintWindow *window,
                GdkFileList    *list)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GSList) borrowed = gdk_file_list_get_files (list);

  for (GSList *l = borrowed; l != NULL; l = l->next)
    g_ptr_array_add (files, g_object_ref (l->data));
  if (files->len == 0)
    return FALSE;
  offprint_window_open_files (window, files);
  return TRUE;
}

static gboolean
is_page (const char *text)
{
  g_autoptr (GBytes) bytes = NULL;

  if (text == NULL || strlen (text) < MIN_PAGE_BYTES || strlen (text) > MAX_PAGE_BYTES)
    return FALSE;
  if (strlen (text) > LONG_TEXT_BYTES)
    return TRUE;
  bytes = g_bytes_new_static (text, strlen (text));
  return offprint_page_sniff (bytes);
}

static void
open_page (OffprintWindow *window,
           GBytes         *html,
           const char     *text)
{
  g_autoptr (OffprintVisit) visit = NULL;

  visit = offprint_visit_new_for_page (offprint_window_get_services (window), html, text);
  offprint_window_go_to (window, visit);
}

/* A text that came as such: perhaps the address of a file, as file managers give it. */
static gboolean
open_text (OffprintWindow *window,
           const char     *text)
{
  if (text == NULL || *text == '\0')
    return FALSE;
  if (is_page (text))
    {
      open_page (window, NULL, text);
      return TRUE;
    }
  if (strlen (text) > MAX_TEXT_BYTES)
    {
      offprint_window_add_toast (window, adw_toast_new (_("This text is too long to look up")));
      return FALSE;
    }
  offprint_window_open_text (window, text);
  return TRUE;
}

/* --- drops --- */

static gboolean
dropped_cb (GtkDropTarget *target,
            const GValue  *value,
            double         x,
            double         y,
            gpointer       user_data)
{
  OffprintWindow *window = OFFPRINT_WINDOW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));

  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return open_file_list (window, g_value_get_boxed (value));
  if (G_VALUE_HOLDS (value, G_TYPE_STRING))
    return open_text (window, g_value_get_string (value));
  return FALSE;
}

/**
 * offprint_incoming_accept_drops:
 * @window: the window
 *
 * Lets files, links and texts be dropped anywhere on @window.
 */
void
offprint_incoming_accept_drops (OffprintWindow *window)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *target;

  g_return_if_fail (OFFPRINT_IS_WINDOW (window));

  target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY | GDK_ACTION_LINK);
  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}

/* --- the dialog --- */

static void
files_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (OffprintWindow) window = user_data;
  g_autoptr (GListModel) chosen = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  chosen = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);
  if (chosen == NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
    g_ptr_array_add (files, g_list_model_get_item (chosen, i));
  if (files->len > 0)
    offprint_window_open_files (window, files);
}

static GtkFileFilter *
new_filter (const char *name,
            gboolean    has_pages,
            gboolean    has_records)
{
  static const char *const page_suffixes[] = { "html", "htm", "xhtml", "xht", "mhtml", "mht", "txt" };
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (gsize i = 0; has_pages && i < G_N_ELEMENTS (page_suffixes); i++)
    gtk_file_filter_add_suffix (filter, page_suffixes[i]);
  if (has_pages)
    {
      gtk_file_filter_add_mime_type (filter, "text/html");
      gtk_file_filter_add_mime_type (filter, "application/xhtml+xml");
    }
  if (has_records)
    {
      gtk_file_filter_add_suffix (filter, "json");
      gtk_file_filter_add_suffix (filter, "csl");
      gtk_file_filter_add_mime_type (filter, "application/json");
    }
  return filter;
}

/**
 * offprint_incoming_choose_file:
 * @window: the window
 *
 * Asks for saved pages, files of records or styles and opens them.
 */
void
offprint_incoming_choose_file (OffprintWindow *window)
{
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autoptr (GtkFileFilter) both = NULL;
  g_autoptr (GtkFileFilter) pages = NULL;
  g_autoptr (GtkFileFilter) records = NULL;
  g_autoptr (GtkFileFilter) all = NULL;
  g_autoptr (GListStore) filters = NULL;

  g_return_if_fail (OFFPRINT_IS_WINDOW (window));

  both = new_filter (_("Saved Pages, Records and Styles"), TRUE, TRUE);
  pages = new_filter (_("Saved Pages (HTML, MHTML, Text)"), TRUE, FALSE);
  records = new_filter (_("Records and Styles (CSL-JSON, Crossref, DataCite, CSL)"), FALSE, TRUE);
  all = gtk_file_filter_new ();
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_list_store_append (filters, both);
  g_list_store_append (filters, pages);
  g_list_store_append (filters, records);
  g_list_store_append (filters, all);

  dialog = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (dialog, _("Open Saved Pages, Records or Styles"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (window), NULL, files_chosen_cb, g_object_ref (window));
}

/* --- the clipboard --- */

static void
files_pasted_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (OffprintWindow) window = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  if (value != NULL)
    open_file_list (window, g_value_get_boxed (value));
}

/* What is being pasted, while its marked-up form is read too */
typedef struct
{
  OffprintWindow *window;
  char *text; /* nullable */
} Paste;

static void
paste_free (Paste *self)
{
  g_object_unref (self->window);
  g_free (self->text);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

static void
html_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autoptr (GBytes) html = offprint_http_read_finish (G_INPUT_STREAM (source), result, NULL, NULL);

  if (html != NULL || paste->text != NULL)
    open_page (paste->window, html, paste->text);
  else
    offprint_window_add_toast (paste->window, adw_toast_new (_("The clipboard holds no text")));
}

static void
html_pasted_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);

  if (stream != NULL)
    offprint_http_read_async (stream, MAX_PAGE_BYTES, NULL, html_read_cb, g_steal_pointer (&paste));
  else if (paste->text != NULL)
    open_page (paste->window, NULL, paste->text);
  else
    offprint_window_add_toast (paste->window, adw_toast_new (_("The clipboard holds no text")));
}

/* A browser gives a page that was selected whole in both forms, and a link, too: which it
 * is, is told by the words */
static void
text_pasted_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (OffprintWindow) window = user_data;
  g_autofree char *text = NULL;
  static const char *types[] = { HTML, NULL };
  gboolean has_html = gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (GDK_CLIPBOARD (source)), HTML);

  text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  if (has_html && (text == NULL || *text == '\0' || is_page (text)))
    {
      Paste *paste = g_new0 (Paste, 1);

      paste->window = g_steal_pointer (&window);
      paste->text = text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
      gdk_clipboard_read_async (GDK_CLIPBOARD (source), types, G_PRIORITY_DEFAULT, NULL, html_pasted_cb, paste);
    }
  else if (text == NULL || *text == '\0')
    offprint_window_add_toast (window, adw_toast_new (_("The clipboard holds no text")));
  else
    open_text (window, text);
}

/**
 * offprint_incoming_paste:
 * @window: the window
 *
 * Opens what the clipboard holds.
 */
void
offprint_incoming_paste (OffprintWindow *window)
{
  GdkClipboard *clipboard;

  g_return_if_fail (OFFPRINT_IS_WINDOW (window));

  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  if (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                    files_pasted_cb, g_object_ref (window));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_pasted_cb, g_object_ref (window));
}

static void
offer (OffprintWindow     *window,
       OffprintIdentifier *identifier)
{
  OffprintWork *work = offprint_window_get_work (window);
  const char *doi = offprint_identifier_get_value (identifier);
  g_autofree char *title = NULL;
  AdwToast *toast;

  if (work != NULL && g_strcmp0 (offprint_work_get_doi (work), doi) == 0)
    return;

  /* Translators: a DOI */
  title = g_strdup_printf (_("The clipboard holds %s"), doi);
  toast = adw_toast_new (title);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("Look Up"));
  adw_toast_set_action_name (toast, "win.look-up");
  adw_toast_set_action_target (toast, "s", doi);
  adw_toast_set_timeout (toast, OFFER_TIMEOUT_S);
  offprint_window_add_offer (window, toast);
}

static void
text_looked_at_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (OffprintWindow) window = user_data;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *text = NULL;

  text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  if (text == NULL || strlen (text) > MAX_TEXT_BYTES)
    return;
  found = offprint_identifier_find_all (text, -1);
  for (guint i = 0; i < found->len; i++)
    {
      OffprintIdentifier *identifier = g_ptr_array_index (found, i);

      if (offprint_identifier_get_kind (identifier) == OFFPRINT_IDENTIFIER_DOI)
        {
          offer (window, identifier);
          return;
        }
    }
}

/**
 * offprint_incoming_offer_clipboard:
 * @window: the window
 *
 * Offers to look up a DOI on the clipboard, if there is one and it does not lie
 * open already. Nothing is fetched.
 */
void
offprint_incoming_offer_clipboard (OffprintWindow *window)
{
  GdkClipboard *clipboard;

  g_return_if_fail (OFFPRINT_IS_WINDOW (window));

  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  if (!gdk_clipboard_is_local (clipboard) &&
      gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), G_TYPE_STRING))
    gdk_clipboard_read_text_async (clipboard, NULL, text_looked_at_cb, g_object_ref (window));
}
