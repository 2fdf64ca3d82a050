/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The chooser of styles by keyboard: typing narrows, Enter takes.
 */

#include "config.h"

#include "picker.h"
#include "style-chooser.h"
#include "style-row.h"
#include "style-search.h"
#include "widget-support.h"

#include <string.h>

typedef struct
{
  GSettings *settings;
  OffprintStyleCatalog *catalog;
  OffprintWork *work;
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
  g_settings_reset (fixture->settings, "favourite-styles");
  fixture->catalog = widget_support_new_catalog ();
  fixture->work = widget_support_new_work (0, 0);
  fixture->citing = g_object_new (OFFPRINT_TYPE_CITING, "settings", fixture->settings, "catalog", fixture->catalog,
                                  "work", fixture->work, NULL);
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
  g_object_unref (fixture->work);
  g_object_unref (fixture->settings);
}

static gboolean
has_all (gpointer data)
{
  Fixture *fixture = data;

  return g_list_model_get_n_items (fixture->shown) == g_list_model_get_n_items (G_LIST_MODEL (fixture->catalog));
}

static const char *
get_name (Fixture *fixture,
          guint    position)
{
  g_autoptr (OffprintStyleSlot) slot = g_list_model_get_item (fixture->shown, position);

  return slot != NULL ? offprint_style_info_get_name (offprint_style_slot_get_info (slot)) : NULL; /* the catalog's */
}

static gboolean
has_one (gpointer data)
{
  Fixture *fixture = data;

  return g_list_model_get_n_items (fixture->shown) == 1 && g_str_equal (get_name (fixture, 0), "test-plain");
}

/* the style in use stands above all styles */
static void
test_all (Fixture       *fixture,
          gconstpointer  data)
{
  g_assert_cmpuint (g_list_model_get_n_items (fixture->shown), ==, g_list_model_get_n_items (G_LIST_MODEL (fixture->catalog)));
  g_assert_cmpstr (get_name (fixture, 0), ==, OFFPRINT_BUILTIN_STYLE);
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

/* starred by the key, it stands first in the next list, here and in the settings */
static void
test_favourite (Fixture       *fixture,
                gconstpointer  data)
{
  g_auto (GStrv) names = NULL;

  gtk_editable_set_text (fixture->entry, "test-plain");
  widget_support_wait (has_one, fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->entry), "chooser.toggle-favourite", NULL);
  names = g_settings_get_strv (fixture->settings, "favourite-styles");
  g_assert_cmpuint (g_strv_length (names), ==, 1);
  g_assert_cmpstr (names[0], ==, "test-plain");

  g_signal_emit_by_name (fixture->entry, "stop-search"); /* Escape: the text goes, the dialog stays */
  g_assert_cmpstr (get_name (fixture, 0), ==, "test-plain");
  g_assert_cmpstr (get_name (fixture, 1), ==, OFFPRINT_BUILTIN_STYLE);

  gtk_widget_activate_action (GTK_WIDGET (fixture->entry), "chooser.toggle-favourite", NULL);
  g_assert_false (offprint_citing_is_favourite (fixture->citing, "test-plain"));
}

/* a word for how it cites, and a drop-down */
static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  OffprintPicker *format = widget_support_get_child (fixture->dialog, "format");

  gtk_editable_set_text (fixture->entry, "plain year");
  widget_support_wait (has_one, fixture);
  gtk_editable_set_text (fixture->entry, "");
  widget_support_wait (has_all, fixture);
  gtk_editable_set_text (fixture->entry, "plain");
  offprint_picker_set_selected (format, 3); /* notes */
  g_assert_cmpuint (g_list_model_get_n_items (fixture->shown), ==, 0);
  g_signal_emit_by_name (widget_support_get_child (fixture->dialog, "unfilter"), "clicked");
  g_assert_true (has_one (fixture));
}

static gpointer
find_row (GtkWidget  *widget,
          const char *name)
{
  if (OFFPRINT_IS_STYLE_ROW (widget))
    {
      OffprintStyleInfo *info = offprint_style_row_get_info (OFFPRINT_STYLE_ROW (widget));

      return info != NULL && g_str_equal (offprint_style_info_get_name (info), name) ? widget : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_row (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
shows_text (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (shows_text (child, text))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_preview (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *row = find_row (GTK_WIDGET (fixture->dialog), "test-plain");

  return row != NULL && shows_text (row, "Plainly: ");
}

static gboolean
has_reason (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *row = find_row (GTK_WIDGET (fixture->dialog), "test-broken");

  return row != NULL && shows_text (row, "no-such-macro");
}

/* each row has this work in its style; one that cannot be used says why */
static void
test_preview (Fixture       *fixture,
              gconstpointer  data)
{
  widget_support_wait (has_preview, fixture);
  widget_support_wait (has_reason, fixture);
}

static void
test_language (Fixture       *fixture,
               gconstpointer  data)
{
  OffprintPicker *language = widget_support_get_child (fixture->dialog, "language");
  g_autofree char *locale = NULL;

  g_assert_cmpuint (offprint_picker_get_selected (language), ==, 0);
  offprint_picker_set_selected (language, 1);
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
  g_test_add ("/style-chooser/favourite", Fixture, NULL, set_up, test_favourite, tear_down);
  g_test_add ("/style-chooser/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/style-chooser/preview", Fixture, NULL, set_up, test_preview, tear_down);
  g_test_add ("/style-chooser/language", Fixture, NULL, set_up, test_language, tear_down);
  return g_test_run ();
}
