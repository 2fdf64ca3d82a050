/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole window in one guise: that no control stands outside of it, that no text
 * is cut, and that what is shortened says all of it in a tooltip. One process a guise:
 *
 *   test-guises WIDTH HEIGHT [dark] [rtl] [large]
 *
 * High contrast is libadwaita's ADW_DEBUG_HIGH_CONTRAST, in the environment; with
 * OFFPRINT_GUISE_PICTURES there, pictures are taken, with that before their names.
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <math.h>

#include "application.h"
#include "differences.h"
#include "library-setting.h"
#include "offer-row.h"
#include "photograph.h"
#include "value-row.h"
#include "window.h"
#include "window-private.h"

#define MAX_LOOKS 10

typedef struct
{
  GtkWidget *window;
  int width;
  int height;
  guint faults;
  guint labels;
  guint controls;
} Look;

static void
complain (Look       *look,
          GtkWidget  *widget,
          const char *what)
{
  g_autoptr (GString) path = g_string_new (NULL);

  for (GtkWidget *w = widget; w != NULL && w != look->window; w = gtk_widget_get_parent (w))
    {
      g_autofree char *name = g_strdup_printf ("%s%s", G_OBJECT_TYPE_NAME (w), path->len > 0 ? " > " : "");
      g_string_prepend (path, name);
    }
  g_test_message ("%s: %s", path->str, what);
  look->faults++;
}

static gboolean
has_tooltip (Look      *look,
             GtkWidget *widget)
{
  for (GtkWidget *w = widget; w != NULL && w != look->window; w = gtk_widget_get_parent (w))
    if (gtk_widget_get_tooltip_text (w) != NULL || gtk_widget_get_has_tooltip (w))
      return TRUE;
  return FALSE;
}

static void
check_label (Look     *look,
             GtkLabel *label)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  PangoRectangle logical;
  g_autofree char *what = NULL;

  look->labels++;
  if (*gtk_label_get_text (label) == '\0')
    return;
  if (pango_layout_is_ellipsized (layout))
    {
      if (!has_tooltip (look, GTK_WIDGET (label)))
        {
          what = g_strdup_printf ("“%s” is shortened without a tooltip", gtk_label_get_text (label));
          complain (look, GTK_WIDGET (label), what);
        }
      return;
    }
  pango_layout_get_pixel_extents (layout, NULL, &logical);
  if (logical.width > gtk_widget_get_width (GTK_WIDGET (label)) + 1 ||
      logical.height > gtk_widget_get_height (GTK_WIDGET (label)) + 1)
    {
      what = g_strdup_printf ("“%s” is cut: %d×%d in %d×%d", gtk_label_get_text (label), logical.width, logical.height,
                              gtk_widget_get_width (GTK_WIDGET (label)), gtk_widget_get_height (GTK_WIDGET (label)));
      complain (look, GTK_WIDGET (label), what);
    }
}

/* @scrolls: what is further down comes into view; sideways nothing ever does */
static void
check_place (Look      *look,
             GtkWidget *widget,
             gboolean   scrolls)
{
  graphene_rect_t bounds;
  g_autofree char *what = NULL;

  if (!gtk_widget_compute_bounds (widget, look->window, &bounds) || bounds.size.width < 1)
    return;
  if (bounds.origin.x < -1 || bounds.origin.x + bounds.size.width > look->width + 1 ||
      (!scrolls && (bounds.origin.y < -1 || bounds.origin.y + bounds.size.height > look->height + 1)))
    {
      what = g_strdup_printf ("stands outside the window: %.0f,%.0f %.0f×%.0f in %d×%d", bounds.origin.x, bounds.origin.y,
                              bounds.size.width, bounds.size.height, look->width, look->height);
      complain (look, widget, what);
    }
}

static void
check (Look      *look,
       GtkWidget *widget,
       gboolean   scrolls)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget) || gtk_widget_get_opacity (widget) == 0)
    return;
  if (GTK_IS_POPOVER (widget))
    return;
  if (GTK_IS_SCROLLED_WINDOW (widget))
    scrolls = TRUE;
  if (GTK_IS_LABEL (widget) || GTK_IS_BUTTON (widget) || GTK_IS_EDITABLE (widget) || GTK_IS_MENU_BUTTON (widget) ||
      GTK_IS_SWITCH (widget) || GTK_IS_LIST_BOX_ROW (widget))
    {
      look->controls++;
      check_place (look, widget, scrolls);
    }
  if (GTK_IS_LABEL (widget))
    check_label (look, GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check (look, child, scrolls);
}

static gboolean
passed_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until three frames in a row have been painted and nothing waits: layouts settle in steps. */
static void
settle (GtkWidget *window)
{
  for (guint i = 0; i < 3; i++)
    {
      gboolean passed = FALSE;

      gtk_widget_queue_draw (window);
      gtk_test_widget_wait_for_draw (window);
      g_timeout_add (60, passed_cb, &passed);
      while (!passed)
        g_main_context_iteration (NULL, TRUE);
    }
}

/* Looked at again while there are faults: on a busy machine what has been filled may not
 * have been laid out yet, and what is really cut stays so. */
static void
look_at (GtkWidget  *window,
         const char *what)
{
  Look look = { .faults = 1 };

  for (guint i = 0; i < MAX_LOOKS && look.faults > 0; i++)
    {
      look = (Look) { .window = window };
      settle (window);
      look.width = gtk_widget_get_width (window);
      look.height = gtk_widget_get_height (window);
      check (&look, window, FALSE);
    }
  if (g_getenv ("OFFPRINT_GUISE_PICTURES") != NULL)
    {
      g_autofree char *path = g_strdup_printf ("%s, %s.png", g_getenv ("OFFPRINT_GUISE_PICTURES"), what);

      g_assert_true (offprint_photograph_save (window, path, NULL));
    }
  g_test_message ("%s: %u controls, %u labels in %d×%d", what, look.controls, look.labels, look.width, look.height);
  g_assert_cmpuint (look.controls, >, 3);
  g_assert_cmpuint (look.faults, ==, 0);
}

static GtkWidget *get_window (GApplication *application);

static void
test_sample (gconstpointer data)
{
  GtkWidget *window = get_window ((gpointer) data);

  offprint_window_show_sample (OFFPRINT_WINDOW (window));
  look_at (window, "the sample");
}

static guint
open_offers (GtkWidget *widget)
{
  guint n = 0;

  if (OFFPRINT_IS_OFFER_ROW (widget))
    {
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += open_offers (child);
  return n;
}

/* With a library whose host's name is long, and all offers open; where the pane lies over
 * the page or beneath it, it is drawn up. */
static void
test_offers (gconstpointer data)
{
  GtkWidget *window = get_window ((gpointer) data);
  GSettings *settings = offprint_services_get_settings (offprint_window_get_services (OFFPRINT_WINDOW (window)));
  g_autoptr (OffprintLibraryLink) link = NULL;

  link = offprint_library_link_parse ("https://ezproxy.library-of-a-long-name.example.edu/login?url=", OFFPRINT_LIBRARY_LINK_NONE, NULL);
  offprint_library_setting_set (settings, link);
  offprint_window_show_sample (OFFPRINT_WINDOW (window));
  g_object_set (window, "show-pane", TRUE, NULL);
  settle (window);
  g_assert_cmpuint (open_offers (window), ==, 4);
  look_at (window, "the offers of the sample");
  offprint_library_setting_set (settings, NULL);
}

static void
test_nowhere (gconstpointer data)
{
  GtkWidget *window = get_window ((gpointer) data);

  g_action_group_change_action_state (G_ACTION_GROUP ((gpointer) data), "work-offline", g_variant_new_boolean (TRUE));
  offprint_window_open_text (OFFPRINT_WINDOW (window), "10.5555/a-work-that-is-not-kept-and-whose-name-is-rather-long.2026.0001");
  look_at (window, "a work that cannot be had offline");
}

typedef struct
{
  GApplication *application;
  const char *action;
} Dialog;

static void
test_dialog (gconstpointer data)
{
  const Dialog *c = data;
  GtkWidget *window = get_window (c->application);
  AdwDialog *dialog = NULL;

  offprint_window_show_sample (OFFPRINT_WINDOW (window));
  settle (window);
  gtk_widget_activate_action (window, c->action, NULL);
  settle (window);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_nonnull (dialog);
  look_at (window, c->action);
  adw_dialog_force_close (dialog);
  settle (window);
}

/* A work of several sources, of which one has turned bad */
static void
add_reading (OffprintWork *work,
             const char   *source,
             const char   *url,
             const char   *json)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  g_autoptr (OffprintReading) reading = offprint_reading_new (source, OFFPRINT_READING_ABOUT_WORK, url, NULL, NULL, json_node_dup_object (node));

  offprint_work_add_reading (work, reading);
}

static OffprintWork *
open_sources (GtkWidget *window)
{
  OffprintWork *work = NULL;

  offprint_window_show_sample (OFFPRINT_WINDOW (window));
  settle (window);
  work = offprint_window_get_work (OFFPRINT_WINDOW (window));
  add_reading (work, "crossref", "https://api.crossref.org/works/10.5555/12345678-of-a-long-name-that-nobody-can-read",
               "{\"type\":\"chapter\",\"title\":\"The Patience of Small Machines in Rivers and Ferries\",\"publisher\":\"Tidewater Press Holding LLC\",\"volume\":\"7\","
               "\"DOI\":\"10.5555/12345678\",\"author\":[{\"family\":\"Quill\",\"given\":\"A.\"}],\"custom\":{\"offprint\":{\"keywords\":[\"Rivers\"],\"dates\":{\"online\":\"2021\"}}}}");
  add_reading (work, "page", "https://tidewater.example/chapter/10.5555/12345678",
               "{\"title\":\"The Patience of Small Machines\",\"publisher\":\"Tidewater\",\"DOI\":\"10.5555/12345678\",\"author\":[{\"family\":\"Quill\",\"given\":\"Ada\"}],"
               "\"custom\":{\"offprint\":{\"keywords\":[\"Ferries\",\"Patience\"],\"dates\":{\"online\":\"2021-05-03\"},\"abstracts\":[{\"kind\":\"abstract\",\"text\":\"<p>We waited, and wrote down "
               "what came. The second bank is not the first seen from elsewhere; it has its own mud, its own bell and its own price. We counted the crossings of a year and asked those who made them why they "
               "had not swum, and the answers, of which there were many, are printed here in the order in which they were given to us.</p>\"}]}}}");
  add_reading (work, "page", "https://tidewater.example/denied", "{\"title\":\"Access denied | Tidewater Journals and Books Online\"}");
  settle (window);
  return work;
}

static void
open_all (GtkWidget *widget)
{
  if (OFFPRINT_IS_VALUE_ROW (widget) && gtk_widget_get_mapped (widget) && offprint_value_row_get_value (OFFPRINT_VALUE_ROW (widget)) != NULL)
    offprint_value_row_set_open (OFFPRINT_VALUE_ROW (widget), TRUE);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
      open_all (child);
}

static void
look_at_dialog (GtkWidget  *window,
                const char *what)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  g_assert_nonnull (dialog);
  look_at (window, what);
  adw_dialog_force_close (dialog);
  settle (window);
}

static void
test_sources (gconstpointer data)
{
  GtkWidget *window = get_window ((gpointer) data);

  open_sources (window);
  gtk_widget_activate_action (window, "work.show-sources", NULL);
  settle (window);
  look_at (window, "sources");
  open_all (GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))));
  settle (window);
  look_at_dialog (window, "sources, all open");
}

static void
test_changes (gconstpointer data)
{
  GtkWidget *window = get_window ((gpointer) data);
  OffprintWork *work = open_sources (window);
  g_autoptr (OffprintSnapshot) before = offprint_work_dup_snapshot (work);
  g_autoptr (OffprintSnapshot) after = NULL;
  g_autoptr (GListModel) changes = NULL;

  add_reading (work, "crossref", NULL,
               "{\"type\":\"book\",\"title\":\"The Patience of Small Machines in Rivers and Ferries\",\"volume\":\"8\",\"DOI\":\"10.5555/12345678\",\"note\":\"A note that was not there before, and is "
               "long enough to be broken into several lines on any screen on which it may be read, and then once more for good measure.\",\"custom\":{\"offprint\":{\"notices\":[{\"kind\":\"correction\","
               "\"direction\":\"about-this\",\"DOI\":\"10.5555/correction\"}],\"keywords\":[\"Rivers\",\"Bells\"]}}}");
  after = offprint_work_dup_snapshot (work);
  changes = offprint_differences_new (before, after);
  g_assert_cmpuint (g_list_model_get_n_items (changes), >, 4);
  offprint_work_view_set_changes (offprint_window_get_work_view (OFFPRINT_WINDOW (window)), changes);
  gtk_widget_activate_action (GTK_WIDGET (offprint_window_get_work_view (OFFPRINT_WINDOW (window))), "work.show-changes", NULL);
  settle (window);
  look_at_dialog (window, "what changed");
}

static GtkWidget *
get_window (GApplication *application)
{
  return GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (application)));
}

int
main (int    argc,
      char **argv)
{
  static Dialog dialogs[] = { { NULL, "app.preferences" }, { NULL, "app.shortcuts" }, { NULL, "app.ledger" }, { NULL, "app.about" } };
  g_autoptr (OffprintApplication) application = NULL;
  g_autofree char *home = g_dir_make_tmp ("offprint-guises-XXXXXX", NULL);
  int width = 1280, height = 860, status;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_STATE_HOME", home, TRUE);
  g_setenv ("XDG_CACHE_HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-font-name", "Cantarell 11", NULL);
  adw_init ();
  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], "dark"))
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
    else if (g_str_equal (argv[i], "rtl"))
      gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
    else if (g_str_equal (argv[i], "large"))
      g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 192 * 1024, NULL);
    else if (i == 1)
      width = (int) g_ascii_strtoll (argv[i], NULL, 10);
    else if (i == 2)
      height = (int) g_ascii_strtoll (argv[i], NULL, 10);

  application = offprint_application_new ();
  g_application_set_flags (G_APPLICATION (application), g_application_get_flags (G_APPLICATION (application)) | G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_application_activate (G_APPLICATION (application));
  while (get_window (G_APPLICATION (application)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  /* where nothing composes, GTK draws a frame of five pixels inside the size asked for */
  gtk_window_set_default_size (GTK_WINDOW (get_window (G_APPLICATION (application))), width + 10, height + 10);

  g_test_add_data_func ("/guise/sample", application, test_sample);
  g_test_add_data_func ("/guise/offers", application, test_offers);
  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/guise/%s", dialogs[i].action);

      dialogs[i].application = G_APPLICATION (application);
      g_test_add_data_func (path, &dialogs[i], test_dialog);
    }
  g_test_add_data_func ("/guise/sources", application, test_sources);
  g_test_add_data_func ("/guise/changes", application, test_changes);
  g_test_add_data_func ("/guise/nowhere", application, test_nowhere);
  status = g_test_run ();
  gtk_window_destroy (GTK_WINDOW (get_window (G_APPLICATION (application))));
  return status;
}
