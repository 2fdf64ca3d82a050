/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The chooser of styles by keyboard: typing narrows, Enter takes.
 */

#include "config.h"

#include "style-chooser.h"
#include "widget-support.h"

typedef struct
{
  GSettings *settings;
  OffprintStyleCatalog *catalog;
  OffprintCiting *citing;
  GtkWindow *window;
  AdwDialog *dialog;
  GListModel *shown;
  GtkEditable *entry;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->settings = g_settings_new ("io.github.offprint.Offprint");
  g_settings_reset (fixture->settings, "citation-style");
  g_settings_reset (fixture->settings, "citation-locale");
  g_settings_reset (fixture->settings, "recent-styles");
  fixture->catalog = widget_support_new_catalog ();
  fixture->citing = g_object_new (OFFPRINT_TYPE_CITING, "settings", fixture->settings, "catalog", fixture->catalog, NULL);
  fixture->window = widget_support_show (gtk_label_new ("Rivers"), 800, 700);
  fixture->dialog = offprint_style_chooser_new (fixture->citing);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  adw_dialog_present (fixture->dialog, GTK_WIDGET (fixture->window));
  fixture->shown = widget_support_get_child (fixture->dialog, "selection");
  fixture->entry = widget_support_get_child (fixture->dialog, "entry");
}

static gboolean
is_gone (gpointer data)
{
  return ((Fixture *) data)->dialog == NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  widget_support_wait (is_gone, fixture);
  g_object_unref (fixture->citing);
  g_object_unref (fixture->catalog);
  g_object_unref (fixture->settings);
}

static gboolean
has_one (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GObject) first = g_list_model_get_item (fixture->shown, 0);

  return g_list_model_get_n_items (fixture->shown) == 1 && OFFPRINT_IS_STYLE_INFO (first) &&
         g_str_equal (offprint_style_info_get_name (OFFPRINT_STYLE_INFO (first)), "test-plain");
}

/* the style in use stands above all styles */
static void
test_all (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GtkStringObject) first = g_list_model_get_item (fixture->shown, 0);

  g_assert_cmpuint (g_list_model_get_n_items (fixture->shown), ==,
                    g_list_model_get_n_items (G_LIST_MODEL (fixture->catalog)) + 1);
  g_assert_cmpstr (gtk_string_object_get_string (first), ==, OFFPRINT_BUILTIN_STYLE);
}

static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *style = NULL;

  gtk_editable_set_text (fixture->entry, "TESTS plain");
  widget_support_wait (has_one, fixture);
  g_signal_emit_by_name (fixture->entry, "activate");
  style = g_settings_get_string (fixture->settings, "citation-style");
  g_assert_cmpstr (style, ==, "test-plain");
}

static gboolean
shows_none (gpointer data)
{
  GtkStack *stack = widget_support_get_child (((Fixture *) data)->dialog, "stack");

  return g_str_equal (gtk_stack_get_visible_child_name (stack), "none");
}

static void
test_none (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *style = NULL;

  gtk_editable_set_text (fixture->entry, "no such style anywhere");
  widget_support_wait (shows_none, fixture);
  g_signal_emit_by_name (fixture->entry, "activate");
  style = g_settings_get_string (fixture->settings, "citation-style");
  g_assert_cmpstr (style, ==, OFFPRINT_BUILTIN_STYLE);
}

static void
test_language (Fixture       *fixture,
               gconstpointer  data)
{
  GtkDropDown *language = widget_support_get_child (fixture->dialog, "language");
  g_autofree char *locale = NULL;

  g_assert_cmpuint (gtk_drop_down_get_selected (language), ==, 0);
  gtk_drop_down_set_selected (language, 1);
  locale = g_settings_get_string (fixture->settings, "citation-locale");
  g_assert_cmpstr (locale, !=, "");
}

int
main (int   argc,
      char *argv[])
{
  widget_support_init (&argc, &argv);

  g_test_add ("/style-chooser/all", Fixture, NULL, set_up, test_all, tear_down);
  g_test_add ("/style-chooser/choose", Fixture, NULL, set_up, test_choose, tear_down);
  g_test_add ("/style-chooser/none", Fixture, NULL, set_up, test_none, tear_down);
  g_test_add ("/style-chooser/language", Fixture, NULL, set_up, test_language, tear_down);
  return g_test_run ();
}
