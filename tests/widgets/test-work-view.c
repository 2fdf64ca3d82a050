/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view of a work: citing, copying, its layouts, its actions, and that all that
 * can be pressed has a name.
 */

#include "config.h"

#include "citing.h"
#include "cite-card.h"
#include "pane.h"
#include "reference-row.h"
#include "rich-label.h"
#include "widget-support.h"
#include "work-view.h"

typedef struct
{
  GSettings *settings;
  OffprintStyleCatalog *catalog;
  OffprintWork *work;
  OffprintWorkView *view;
  GtkWindow *window;
  GPtrArray *toasts;
  char *opened;
  guint refreshed;
} Fixture;

static void
toast_cb (Fixture  *fixture,
          AdwToast *toast)
{
  g_ptr_array_add (fixture->toasts, g_strdup (adw_toast_get_title (toast)));
}

static void
opened_cb (Fixture    *fixture,
           const char *identifier)
{
  g_set_str (&fixture->opened, identifier);
}

static void
refreshed_cb (Fixture *fixture)
{
  fixture->refreshed++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->settings = g_settings_new ("io.github.offprint.Offprint");
  g_settings_reset (fixture->settings, "citation-style");
  g_settings_reset (fixture->settings, "recent-styles");
  g_settings_reset (fixture->settings, "show-pane");
  fixture->catalog = widget_support_new_catalog ();
  fixture->work = widget_support_new_work (43, 0);
  fixture->toasts = g_ptr_array_new_with_free_func (g_free);
  fixture->view = OFFPRINT_WORK_VIEW (offprint_work_view_new ());
  g_object_set (fixture->view, "settings", fixture->settings, "catalog", fixture->catalog, "work", fixture->work, NULL);
  g_signal_connect_swapped (fixture->view, "toast", G_CALLBACK (toast_cb), fixture);
  g_signal_connect_swapped (fixture->view, "open-identifier", G_CALLBACK (opened_cb), fixture);
  g_signal_connect_swapped (fixture->view, "refresh", G_CALLBACK (refreshed_cb), fixture);
  fixture->window = widget_support_show (GTK_WIDGET (fixture->view), 1100, 800);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  gtk_window_destroy (fixture->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->view);
  g_assert_finalize_object (G_OBJECT (fixture->work));
  g_object_unref (fixture->settings);
  g_object_unref (fixture->catalog);
  g_ptr_array_unref (fixture->toasts);
  g_free (fixture->opened);
}

static OffprintCiting *
get_citing (Fixture *fixture)
{
  g_autoptr (OffprintCiting) citing = NULL;

  g_object_get (fixture->view, "citing", &citing, NULL);
  return citing; /* the view's */
}

static gboolean
is_cited (gpointer data)
{
  return offprint_citing_get_citation (get_citing (data)) != NULL;
}

static const char *
get_citation (Fixture *fixture)
{
  gpointer card = widget_support_find (fixture->view, OFFPRINT_TYPE_CITE_CARD);

  return gtk_label_get_text (offprint_rich_label_get_label (widget_support_get_child (card, "citation")));
}

static gboolean
is_plain (gpointer data)
{
  return g_str_has_prefix (get_citation (data), "Plainly: ");
}

static void
test_cite (Fixture       *fixture,
           gconstpointer  data)
{
  widget_support_wait (is_cited, fixture);
  g_assert_nonnull (strstr (get_citation (fixture), "The Paradox of the Double Border"));
  g_assert_false (is_plain (fixture));

  offprint_citing_choose_style (get_citing (fixture), "test-plain");
  widget_support_wait (is_plain, fixture);
  {
    g_auto (GStrv) recent = g_settings_get_strv (fixture->settings, "recent-styles");

    g_assert_cmpstr (recent[0], ==, "test-plain");
  }
}

/* a style that is not there: the last citation stays, and the card says why */
static gboolean
has_error (gpointer data)
{
  return offprint_citing_get_error (get_citing (data)) != NULL;
}

static void
test_no_style (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *before = NULL;

  widget_support_wait (is_cited, fixture);
  before = g_strdup (get_citation (fixture));
  g_settings_set_string (fixture->settings, "citation-style", "no-such-style-at-all");
  widget_support_wait (has_error, fixture);
  g_assert_cmpstr (get_citation (fixture), ==, before);
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const types[] = { "text/html", "text/rtf", "text/plain;charset=utf-8", "text/plain" };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->view));
  GdkContentFormats *formats;

  widget_support_wait (is_cited, fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "work.copy-citation", NULL));
  formats = gdk_clipboard_get_formats (clipboard);
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    g_assert_true (gdk_content_formats_contain_mime_type (formats, types[i]));
  g_assert_cmpuint (fixture->toasts->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (fixture->toasts, 0), ==, "Citation copied");

  g_assert_true (offprint_work_view_copy_citation (fixture->view, TRUE));
  g_assert_cmpstr (g_ptr_array_index (fixture->toasts, 1), ==, "In-text citation copied");
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  if (*text == NULL)
    *text = g_strdup ("(nothing)");
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

typedef struct
{
  const char *action;
  const char *contained;
} Copy;

static const Copy copies[] = {
  { "work.copy-doi", "10.5555/offprint.rich" },
  { "work.copy-address", "https://doi.org/10.5555/offprint.rich" },
  { "work.copy-abstract", "Two towns that face each other" },
  { "work.copy-page", "The treaty of 1689" },
  { "work.copy-citation", "Doe" },
};

static void
test_copied (Fixture       *fixture,
             gconstpointer  data)
{
  const Copy *copy = data;
  char *text = NULL;

  widget_support_wait (is_cited, fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), copy->action, NULL));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->view)), NULL, read_cb, &text);
  widget_support_wait (is_set, &text);
  g_assert_nonnull (strstr (text, copy->contained));
  g_free (text);
}

static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "work.view-notice", NULL);
  g_assert_cmpstr (fixture->opened, ==, "10.5555/offprint.notice");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "work.check", NULL);
  g_assert_cmpuint (fixture->refreshed, ==, 1);

  offprint_work_view_set_loading (fixture->view, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "work.check", NULL);
  g_assert_cmpuint (fixture->refreshed, ==, 1);
}

/* one pane, wherever it stands; what was chosen for the wide window comes back */
static void
test_layout (Fixture       *fixture,
             gconstpointer  data)
{
  gpointer pane = widget_support_find (fixture->view, OFFPRINT_TYPE_PANE);

  g_assert_true (offprint_work_view_get_show_pane (fixture->view));
  for (int layout = OFFPRINT_WORK_VIEW_LAYOUT_NARROW; layout >= OFFPRINT_WORK_VIEW_LAYOUT_WIDE; layout--)
    {
      g_object_set (fixture->view, "layout", layout, NULL);
      g_assert_cmpuint (widget_support_count (fixture->view, OFFPRINT_TYPE_PANE), ==, 1);
      g_assert_true (gtk_widget_is_ancestor (pane, GTK_WIDGET (fixture->view)));
      g_assert_true (offprint_work_view_get_show_pane (fixture->view) == (layout == OFFPRINT_WORK_VIEW_LAYOUT_WIDE));
    }
  g_assert_true (g_settings_get_boolean (fixture->settings, "show-pane"));

  offprint_work_view_set_show_pane (fixture->view, FALSE);
  g_assert_false (g_settings_get_boolean (fixture->settings, "show-pane"));
  g_object_set (fixture->view, "layout", OFFPRINT_WORK_VIEW_LAYOUT_MEDIUM, NULL);
  offprint_work_view_set_show_pane (fixture->view, TRUE);
  g_object_set (fixture->view, "layout", OFFPRINT_WORK_VIEW_LAYOUT_WIDE, NULL);
  g_assert_false (offprint_work_view_get_show_pane (fixture->view));
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const actions[] = { "work.copy-citation", "work.open-doi", "work.copy-page", "work.find", "work.view-notice" };

  widget_support_wait (is_cited, fixture);
  offprint_work_view_set_work (fixture->view, NULL);
  g_assert_null (offprint_citing_get_citation (get_citing (fixture)));
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_activate_action (GTK_WIDGET (fixture->view), actions[i], NULL);
  g_assert_cmpuint (fixture->toasts->len, ==, 0);
  g_assert_null (fixture->opened);
}

static gboolean
is_searched (gpointer data)
{
  return g_list_model_get_n_items (data) == 1;
}

static void
test_references (Fixture       *fixture,
                 gconstpointer  data)
{
  gpointer page;
  GListModel *shown;

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "work.show-references", NULL);
  page = widget_support_find (fixture->view, g_type_from_name ("OffprintReferencesPage"));
  g_assert_cmpstr (adw_navigation_page_get_title (page), ==, "43 Works Cited");
  shown = widget_support_get_child (page, "selection");
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 43);
  gtk_editable_set_text (widget_support_get_child (page, "entry"), "part 42");
  widget_support_wait (is_searched, shown);
  g_signal_emit_by_name (widget_support_get_child (page, "entry"), "activate");
  g_assert_cmpstr (fixture->opened, ==, "10.5555/cited.42");
}

/* the name that a screen reader would say: an explicit one, a text inside, a tooltip */
static gboolean
is_named (GtkWidget *widget)
{
  GtkWidget *label = widget_support_find (widget, GTK_TYPE_LABEL);

  if (label != NULL && *gtk_label_get_text (GTK_LABEL (label)) != '\0')
    return TRUE;
  return gtk_widget_get_tooltip_text (widget) != NULL ||
         gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) ||
         gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static void
check_named (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_focusable (widget) && !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)) &&
      !is_named (widget))
    g_error ("a %s has no name", G_OBJECT_TYPE_NAME (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_named (child);
}

static void
test_named (Fixture       *fixture,
            gconstpointer  data)
{
  widget_support_wait (is_cited, fixture);
  check_named (GTK_WIDGET (fixture->view));
}

int
main (int   argc,
      char *argv[])
{
  widget_support_init (&argc, &argv);

  g_test_add ("/work-view/cite", Fixture, NULL, set_up, test_cite, tear_down);
  g_test_add ("/work-view/cite/no-style", Fixture, NULL, set_up, test_no_style, tear_down);
  g_test_add ("/work-view/copy", Fixture, NULL, set_up, test_copy, tear_down);
  for (gsize i = 0; i < G_N_ELEMENTS (copies); i++)
    {
      g_autofree char *path = g_strconcat ("/work-view/copied/", copies[i].action, NULL);

      g_test_add (path, Fixture, &copies[i], set_up, test_copied, tear_down);
    }
  g_test_add ("/work-view/open", Fixture, NULL, set_up, test_open, tear_down);
  g_test_add ("/work-view/layout", Fixture, NULL, set_up, test_layout, tear_down);
  g_test_add ("/work-view/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/work-view/references", Fixture, NULL, set_up, test_references, tear_down);
  g_test_add ("/work-view/named", Fixture, NULL, set_up, test_named, tear_down);
  return g_test_run ();
}
