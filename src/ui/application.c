/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Works are named on the command line as DOIs, links or files; a second start hands
 * its words to the first. What can wait, waits for the first frame.
 */

#include "config.h"

#include "application.h"

#include "about.h"
#include "action-table.h"
#include "first-frame.h"
#include "incoming.h"
#include "ledger-dialog.h"
#include "photograph.h"
#include "preferences.h"
#include "reading-style.h"
#include "services.h"
#include "session.h"
#include "shortcuts-dialog.h"
#include "window.h"

#include <glib/gi18n-lib.h>

/* How long quitting may wait for the desktop to keep the clipboard. */
#define CLIPBOARD_PATIENCE_MS 1000

struct _OffprintApplication
{
  AdwApplication parent_instance;

  /* Owned */
  OffprintServices *services;
  OffprintSession *session;
  OffprintReadingStyle *reading_style;
  GCancellable *leaving; /* while quitting waits for the clipboard */

  gboolean is_begun; /* the first window has been made */
};

G_DEFINE_FINAL_TYPE (OffprintApplication, offprint_application, ADW_TYPE_APPLICATION)

/* --- windows --- */

static void
first_frame_painted_cb (gpointer user_data)
{
  OffprintApplication *self = user_data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (g_getenv ("OFFPRINT_QUIT") != NULL)
    {
      offprint_application_quit (self);
      return;
    }
  if (window != NULL)
    offprint_incoming_offer_clipboard (OFFPRINT_WINDOW (window));
}

static OffprintWindow *
add_window (OffprintApplication *self)
{
  OffprintWindow *window = offprint_window_new (GTK_APPLICATION (self), self->services);

  if (!self->is_begun)
    {
      offprint_first_frame_report (GTK_WIDGET (window));
      offprint_first_frame_after (GTK_WIDGET (window), first_frame_painted_cb, self);
    }
  self->is_begun = TRUE;
  return window;
}

static OffprintWindow *
ensure_window (OffprintApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  return window != NULL ? OFFPRINT_WINDOW (window) : add_window (self);
}

/* What lay open the last time, or the sample if there was no last time. */
static void
restore (OffprintApplication *self,
         OffprintWindow      *window)
{
  const char *id = offprint_session_get_work_id (self->session);
  g_autoptr (OffprintVisit) visit = NULL;

  if (id != NULL)
    {
      visit = offprint_visit_new_for_kept (self->services, id, offprint_session_get_work_doi (self->session));
      offprint_window_go_to (window, visit);
    }
  else if (offprint_session_is_first (self->session))
    {
      offprint_window_show_sample (window);
    }
}

static void
remember (OffprintApplication *self,
          OffprintWindow      *window)
{
  OffprintWork *work = offprint_window_get_work (window);
  g_autoptr (GError) error = NULL;

  if (work != NULL && offprint_work_is_sample (work))
    work = NULL;
  offprint_session_set_work (self->session,
                             work != NULL ? offprint_work_get_id (work) : NULL,
                             work != NULL ? offprint_work_get_doi (work) : NULL);
  if (!offprint_session_save (self->session, &error))
    g_debug ("session: %s", error->message);
}

static gboolean
window_closing_cb (OffprintApplication *self,
                   OffprintWindow      *window)
{
  remember (self, window);
  return GDK_EVENT_PROPAGATE;
}

/* --- the application’s actions --- */

static void
new_window_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  offprint_window_present_soon (add_window (user_data));
}

static void
present_dialog (OffprintApplication *self,
                AdwDialog           *dialog)
{
  adw_dialog_present (dialog, GTK_WIDGET (ensure_window (self)));
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  OffprintApplication *self = user_data;

  present_dialog (self, offprint_preferences_new (self->services));
}

static void
ledger_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  OffprintApplication *self = user_data;
  OffprintHttp *http = offprint_services_get_http (self->services);

  present_dialog (self, offprint_ledger_dialog_new (offprint_http_get_ledger (http)));
}

static void
shortcuts_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  present_dialog (user_data, offprint_shortcuts_dialog_new ());
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  present_dialog (user_data, offprint_about_new ());
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  offprint_application_quit (user_data);
}

static void
photograph_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);
  g_autoptr (GError) error = NULL;

  if (window != NULL && !offprint_photograph_save (GTK_WIDGET (window), g_variant_get_string (parameter, NULL), &error))
    g_printerr ("offprint: %s\n", error->message);
}

static void
add_actions (OffprintApplication *self)
{
  const GActionEntry entries[] = {
    { .name = "new-window", .activate = new_window_cb },
    { .name = "preferences", .activate = preferences_cb },
    { .name = "ledger", .activate = ledger_cb },
    { .name = "shortcuts", .activate = shortcuts_cb },
    { .name = "about", .activate = about_cb },
    { .name = "quit", .activate = quit_cb },
    { .name = "photograph", .activate = photograph_cb, .parameter_type = "s" },
  };
  g_autoptr (GAction) offline = NULL;

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  offline = g_settings_create_action (offprint_services_get_settings (self->services), "work-offline");
  g_action_map_add_action (G_ACTION_MAP (self), offline);
}

/* --- starting --- */

static void
offprint_application_startup (GApplication *application)
{
  OffprintApplication *self = OFFPRINT_APPLICATION (application);
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "offprint", "session.json", NULL);

  G_APPLICATION_CLASS (offprint_application_parent_class)->startup (application);

  self->services = offprint_services_new ();
  self->session = offprint_session_load (path);
  self->reading_style = offprint_reading_style_new (gdk_display_get_default (),
                                                    offprint_services_get_settings (self->services));
  /* a click into an abstract must not select all of it */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  add_actions (self);
  offprint_action_table_set_accels (GTK_APPLICATION (self));
  gtk_window_set_default_icon_name (APP_ID);
}

static void
offprint_application_activate (GApplication *application)
{
  OffprintApplication *self = OFFPRINT_APPLICATION (application);
  gboolean is_first = !self->is_begun;
  OffprintWindow *window = ensure_window (self);

  if (is_first)
    restore (self, window);
  offprint_window_present_soon (window);
}

/* Who opens a style goes nowhere: a first window shows what it would have shown */
static void
open_files (OffprintApplication *self,
            OffprintWindow      *window,
            GPtrArray           *files,
            gboolean             is_first)
{
  if (!offprint_window_open_files (window, files) && is_first)
    restore (self, window);
}

static void
offprint_application_open (GApplication  *application,
                           GFile        **files,
                           int            n_files,
                           const char    *hint)
{
  OffprintApplication *self = OFFPRINT_APPLICATION (application);
  gboolean is_first = !self->is_begun;
  OffprintWindow *window = ensure_window (self);
  g_autoptr (GPtrArray) local = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) texts = g_string_new (NULL);

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *uri = g_file_get_uri (files[i]);

      if (g_file_is_native (files[i]))
        g_ptr_array_add (local, g_object_ref (files[i]));
      else
        g_string_append_printf (texts, "%s\n", uri);
    }
  if (local->len > 0)
    open_files (self, window, local, is_first);
  else if (texts->len > 0)
    offprint_window_open_text (window, texts->str);
  offprint_window_present_soon (window);
}

/* An argument is a file if there is one of that name, else it is what a person would
 * type into the address field. */
static gboolean
is_file (GFile      *file,
         const char *argument)
{
  static const char *const suffixes[] = { ".json", ".csl", ".html", ".htm", ".xhtml", ".mhtml", ".mht" };

  if (g_file_query_exists (file, NULL) || g_str_has_prefix (argument, "file:"))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (argument, suffixes[i]) && strstr (argument, "://") == NULL)
      return TRUE;
  return FALSE;
}

static void
open_arguments (OffprintApplication      *self,
                GApplicationCommandLine  *command_line,
                char                    **arguments)
{
  gboolean is_first = !self->is_begun;
  OffprintWindow *window = ensure_window (self);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) texts = g_string_new (NULL);

  for (guint i = 0; arguments[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (command_line, arguments[i]);

      if (is_file (file, arguments[i]))
        g_ptr_array_add (files, g_steal_pointer (&file));
      else
        g_string_append_printf (texts, "%s%s", texts->len > 0 ? "\n" : "", arguments[i]);
    }
  if (files->len > 0)
    open_files (self, window, files, is_first && texts->len == 0);
  if (texts->len > 0)
    {
      g_autofree char *valid = g_utf8_make_valid (texts->str, texts->len);

      offprint_window_open_text (window, valid);
    }
  offprint_window_present_soon (window);
}

static int
offprint_application_command_line (GApplication            *application,
                                   GApplicationCommandLine *command_line)
{
  g_auto (GStrv) arguments = g_application_command_line_get_arguments (command_line, NULL);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  OffprintApplication *self = OFFPRINT_APPLICATION (application);

  if (self->is_begun && g_variant_dict_contains (options, "new-window"))
    offprint_window_present_soon (add_window (self));
  if (arguments[0] == NULL || arguments[1] == NULL)
    g_application_activate (application);
  else
    open_arguments (self, command_line, arguments + 1);
  return 0;
}

/* --- leaving --- */

static void
window_added_cb (OffprintApplication *self,
                 GtkWindow           *window)
{
  g_signal_connect_object (window, "close-request", G_CALLBACK (window_closing_cb), self, G_CONNECT_SWAPPED);
}

static void
offprint_application_window_removed (GtkApplication *application,
                                     GtkWindow      *window)
{
  OffprintApplication *self = OFFPRINT_APPLICATION (application);

  GTK_APPLICATION_CLASS (offprint_application_parent_class)->window_removed (application, window);
  if (gtk_application_get_windows (application) == NULL)
    offprint_application_quit (self);
}

static void
offprint_application_shutdown (GApplication *application)
{
  OffprintApplication *self = OFFPRINT_APPLICATION (application);

  g_clear_object (&self->reading_style);
  G_APPLICATION_CLASS (offprint_application_parent_class)->shutdown (application);
}

static void
clipboard_kept_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (OffprintApplication) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gdk_clipboard_store_finish (GDK_CLIPBOARD (source), result, &error))
    g_debug ("clipboard: %s", error->message);
  g_application_release (G_APPLICATION (self));
  g_application_quit (G_APPLICATION (self));
}

static gboolean
clipboard_patience_ended_cb (gpointer user_data)
{
  g_cancellable_cancel (G_CANCELLABLE (user_data));
  return G_SOURCE_REMOVE;
}

static void
offprint_application_dispose (GObject *object)
{
  OffprintApplication *self = OFFPRINT_APPLICATION (object);

  g_clear_object (&self->leaving);
  g_clear_object (&self->reading_style);
  g_clear_object (&self->services);
  g_clear_pointer (&self->session, offprint_session_free);

  G_OBJECT_CLASS (offprint_application_parent_class)->dispose (object);
}

static void
offprint_application_class_init (OffprintApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_application_dispose;
  application_class->startup = offprint_application_startup;
  application_class->activate = offprint_application_activate;
  application_class->open = offprint_application_open;
  application_class->command_line = offprint_application_command_line;
  application_class->shutdown = offprint_application_shutdown;
  GTK_APPLICATION_CLASS (klass)->window_removed = offprint_application_window_removed;
}

static void
offprint_application_init (OffprintApplication *self)
{
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[DOI|LINK|TITLE|FILE…]"));
  g_application_add_main_option (G_APPLICATION (self), "new-window", 'w', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE,
                                 _("Open a new window"), NULL);
  g_application_set_version (G_APPLICATION (self), PACKAGE_VERSION);
  g_signal_connect (self, "window-added", G_CALLBACK (window_added_cb), NULL);
}

/**
 * offprint_application_new:
 *
 * Returns: (transfer full): the program, to be run
 */
OffprintApplication *
offprint_application_new (void)
{
  return g_object_new (OFFPRINT_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE,
                       NULL);
}

/**
 * offprint_application_quit:
 * @self: the application
 *
 * Remembers what lies open and ends the program, after the desktop has been given a
 * moment to keep what was copied.
 */
void
offprint_application_quit (OffprintApplication *self)
{
  GdkDisplay *display = gdk_display_get_default ();

  g_return_if_fail (OFFPRINT_IS_APPLICATION (self));

  if (self->leaving != NULL)
    return;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      offprint_window_save_state (l->data);
      if (l->prev == NULL)
        remember (self, l->data);
    }
  self->leaving = g_cancellable_new ();
  if (display == NULL)
    {
      g_application_quit (G_APPLICATION (self));
      return;
    }
  g_application_hold (G_APPLICATION (self));
  g_timeout_add_full (G_PRIORITY_DEFAULT, CLIPBOARD_PATIENCE_MS, clipboard_patience_ended_cb,
                      g_object_ref (self->leaving), g_object_unref);
  gdk_clipboard_store_async (gdk_display_get_clipboard (display), G_PRIORITY_DEFAULT, self->leaving,
                             clipboard_kept_cb, g_object_ref (self));
}
