/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A record file in the view of a work, for looking at and photographing: no window
 * of the program, no library, no network.
 *
 *   work-view-demo [--loading] RECORD.json
 *
 * The file is a record of our own or whatever else the readers of records take.
 * Ctrl+F finds, F9 shows and hides the pane, F8 the chooser of styles, F7 the page
 * of works cited.
 */

#include "config.h"

#include "parsers.h"
#include "reading-style.h"
#include "work-view.h"

typedef struct
{
  char *path;
  gboolean loading;
} Options;

static OffprintWork *
load_work (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) readings = NULL;
  OffprintWork *work;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, &error))
    g_error ("%s", error->message);

  if (strstr (contents, "\"offprint\"") != NULL && json_parser_load_from_data (parser, contents, length, NULL))
    {
      work = offprint_work_new_from_json (json_parser_get_root (parser), &error);
      if (work == NULL)
        g_error ("%s", error->message);
      return work;
    }

  bytes = g_bytes_new (contents, length);
  readings = offprint_records_parse (bytes, path, NULL, &error);
  if (readings == NULL)
    g_error ("%s", error->message);
  work = offprint_work_new ();
  offprint_work_add_reading (work, g_ptr_array_index (readings, 0));
  return work;
}

static void
catalog_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!offprint_style_catalog_load_finish (OFFPRINT_STYLE_CATALOG (source), result, &error))
    g_error ("%s", error->message);
}

static void
toast_cb (AdwToastOverlay *overlay,
          AdwToast        *toast)
{
  adw_toast_overlay_add_toast (overlay, g_object_ref (toast));
}

static void
open_identifier_cb (AdwToastOverlay *overlay,
                    const char      *identifier)
{
  adw_toast_overlay_add_toast (overlay, adw_toast_new (identifier));
}

static gboolean
find_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   view)
{
  offprint_work_view_begin_find (view);
  return TRUE;
}

static gboolean
pane_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   view)
{
  offprint_work_view_set_show_pane (view, !offprint_work_view_get_show_pane (view));
  return TRUE;
}

static gboolean
chooser_cb (GtkWidget *widget,
            GVariant  *args,
            gpointer   view)
{
  gtk_widget_activate_action (view, "work.choose-style", NULL);
  return TRUE;
}

static gboolean
references_cb (GtkWidget *widget,
               GVariant  *args,
               gpointer   view)
{
  gtk_widget_activate_action (view, "work.show-references", NULL);
  return TRUE;
}

static void
add_shortcuts (GtkWidget *window,
               GtkWidget *view)
{
  static const struct
  {
    const char *trigger;
    GtkShortcutFunc func;
  } keys[] = {
    { "<Control>f", find_cb },
    { "F9", pane_cb },
    { "F8", chooser_cb },
    { "F7", references_cb },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                                                            gtk_callback_action_new (keys[i].func, view, NULL)));
  gtk_widget_add_controller (window, controller);
}

static void
add_breakpoint (AdwApplicationWindow *window,
                const char           *condition,
                GtkWidget            *view,
                int                   layout)
{
  AdwBreakpoint *breakpoint = adw_breakpoint_new (adw_breakpoint_condition_parse (condition));
  GValue value = G_VALUE_INIT;

  g_value_init (&value, OFFPRINT_TYPE_WORK_VIEW_LAYOUT);
  g_value_set_enum (&value, layout);
  adw_breakpoint_add_setter (breakpoint, G_OBJECT (view), "layout", &value);
  g_value_unset (&value);
  adw_application_window_add_breakpoint (window, breakpoint);
}

static void
activate_cb (GtkApplication *application,
             Options        *options)
{
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();
  g_autoptr (GSettings) settings = g_settings_new ("io.github.offprint.Offprint");
  g_autoptr (OffprintStyleCatalog) catalog = offprint_style_catalog_new (NULL, g_get_user_cache_dir ());
  g_autoptr (OffprintWork) work = load_work (options->path);
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *view = offprint_work_view_new ();

  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  gtk_css_provider_load_from_resource (css, "/io/github/offprint/Offprint/ui/work.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  g_object_set_data_full (G_OBJECT (window), "reading-style", offprint_reading_style_new (gdk_display_get_default (), settings), g_object_unref);
  offprint_style_catalog_load_async (catalog, NULL, catalog_loaded_cb, NULL);
  g_signal_connect_object (view, "toast", G_CALLBACK (toast_cb), overlay, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "open-identifier", G_CALLBACK (open_identifier_cb), overlay, G_CONNECT_SWAPPED);
  g_object_set (view, "settings", settings, "catalog", catalog, "loading", options->loading, "work", work, NULL);

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), adw_header_bar_new ());
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), view);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), overlay);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), toolbar);
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 860);
  gtk_widget_set_size_request (window, 360, 294);
  add_breakpoint (ADW_APPLICATION_WINDOW (window), "max-width: 860sp", view, OFFPRINT_WORK_VIEW_LAYOUT_MEDIUM);
  add_breakpoint (ADW_APPLICATION_WINDOW (window), "max-width: 560sp", view, OFFPRINT_WORK_VIEW_LAYOUT_NARROW);
  add_shortcuts (window, view);
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
}

int
main (int   argc,
      char *argv[])
{
  Options options = { NULL, FALSE };
  const GOptionEntry entries[] = {
    { "loading", 0, 0, G_OPTION_ARG_NONE, &options.loading, "Show the view as while sources are asked", NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("RECORD.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (AdwApplication) application = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "one file, please");
      return 2;
    }
  options.path = argv[1];
  application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &options);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
