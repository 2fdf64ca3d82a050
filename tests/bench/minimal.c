/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The least that a libadwaita program can be: what Offprint’s start and memory are
 * measured against, so that the figure means the same on every machine.
 */

#include "config.h"

#include "first-frame.h"

#include <adwaita.h>

static void
painted_cb (gpointer user_data)
{
  if (g_getenv ("OFFPRINT_QUIT") != NULL)
    g_application_quit (user_data);
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), gtk_label_new ("Minimal"));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 860);
  offprint_first_frame_report (window);
  offprint_first_frame_after (window, painted_cb, application);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AdwApplication) application = NULL;

  application = adw_application_new ("io.github.offprint.Minimal", G_APPLICATION_DEFAULT_FLAGS);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
