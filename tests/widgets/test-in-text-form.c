/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The form for a citation in the text: what is typed shows at once, is copied, and is
 * remembered for its work.
 */

#include "config.h"

#include "in-text-form.h"

#include "picker.h"
#include "rich-label.h"
#include "widget-support.h"

#include <string.h>

typedef struct
{
  GSettings *settings;
  OffprintStyleCatalog *catalog;
  OffprintWork *work;
  OffprintCiting *citing;
  GtkWindow *window;
  GtkMenuButton *button;
  GtkWidget *form;
} Fixture;

static gboolean
is_cited (gpointer data)
{
  return offprint_citing_get_in_text (((Fixture *) data)->citing) != NULL;
}

static gboolean
is_shown (gpointer data)
{
  return gtk_widget_get_mapped (((Fixture *) data)->form);
}

static gboolean
is_hidden (gpointer data)
{
  return !is_shown (data);
}

static void
open_form (Fixture *fixture)
{
  gtk_menu_button_popup (fixture->button);
  widget_support_wait (is_shown, fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->settings = g_settings_new ("io.github.offprint.Offprint");
  g_settings_reset (fixture->settings, "citation-locale");
  g_settings_set_string (fixture->settings, "citation-style", data != NULL ? data : "test-form");
  fixture->catalog = widget_support_new_catalog ();
  fixture->work = widget_support_new_work (0, 0);
  fixture->citing = g_object_new (OFFPRINT_TYPE_CITING, "settings", fixture->settings, "catalog", fixture->catalog,
                                  "work", fixture->work, NULL);
  fixture->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  fixture->form = offprint_in_text_form_new (fixture->citing);
  gtk_menu_button_set_popover (fixture->button, fixture->form);
  fixture->window = widget_support_show (GTK_WIDGET (fixture->button), 500, 600);
  widget_support_wait (is_cited, fixture);
  open_form (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (G_OBJECT (fixture->citing)); /* before the settings have it compile again */
  g_settings_reset (fixture->settings, "citation-style");
  g_object_unref (fixture->catalog);
  g_object_unref (fixture->work);
  g_object_unref (fixture->settings);
}

static void
type (Fixture    *fixture,
      const char *entry,
      const char *text)
{
  gtk_editable_set_text (widget_support_get_child (fixture->form, entry), text);
}

static const char *
get_preview (Fixture *fixture)
{
  return gtk_label_get_text (offprint_rich_label_get_label (widget_support_get_child (fixture->form, "preview")));
}

static void
test_preview (Fixture       *fixture,
              gconstpointer  data)
{
  OffprintPicker *label = widget_support_get_child (fixture->form, "label");
  OffprintPicker *author = widget_support_get_child (fixture->form, "author");

  g_assert_cmpstr (get_preview (fixture), ==, "(Doe et al.)");
  type (fixture, "locator", "12-15");
  g_assert_cmpstr (get_preview (fixture), ==, "(Doe et al., pp. 12–15)");
  offprint_picker_set_selected (label, 1);
  g_assert_cmpstr (get_preview (fixture), ==, "(Doe et al., chs. 12–15)");
  type (fixture, "prefix", "see");
  type (fixture, "suffix", ", passim");
  g_assert_cmpstr (get_preview (fixture), ==, "(see Doe et al., chs. 12–15, passim)");
  offprint_picker_set_selected (author, OFFPRINT_CITE_AUTHOR_ALONE);
  g_assert_cmpstr (get_preview (fixture), ==, "Doe et al.");
  g_signal_emit_by_name (widget_support_get_child (fixture->form, "clear"), "clicked");
  g_assert_cmpstr (get_preview (fixture), ==, "(Doe et al.)");
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

/* Enter copies and closes; the next time it says the same, and nothing of another work */
static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *pasted = NULL;
  g_autoptr (OffprintWork) other = widget_support_new_from_text ("{ \"id\": \"other\", \"type\": \"book\", \"title\": \"T\", \"author\": [{ \"family\": \"Roe\" }] }");

  type (fixture, "locator", "7");
  g_signal_emit_by_name (widget_support_get_child (fixture->form, "locator"), "activate");
  widget_support_wait (is_hidden, fixture);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), NULL, pasted_cb, &pasted);
  widget_support_wait (is_set, &pasted);
  g_assert_cmpstr (g_strchomp (pasted), ==, "(Doe et al., p. 7)");

  offprint_citing_set_work (fixture->citing, other);
  open_form (fixture);
  g_assert_cmpstr (get_preview (fixture), ==, "(Roe)");
  gtk_menu_button_popdown (fixture->button);
  widget_support_wait (is_hidden, fixture);
  offprint_citing_set_work (fixture->citing, fixture->work);
  open_form (fixture);
  g_assert_cmpstr (get_preview (fixture), ==, "(Doe et al., p. 7)");
}

/* a style of notes says that it is a footnote, and asks for no author in the sentence */
static void
test_note (Fixture       *fixture,
           gconstpointer  data)
{
  GListModel *authors = NULL;

  g_object_get (widget_support_get_child (fixture->form, "author"), "names", &authors, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (authors), ==, 2);
  g_assert_nonnull (strstr (gtk_label_get_text (widget_support_get_child (fixture->form, "heading")), "Footnote"));
  g_object_unref (authors);
}

int
main (int   argc,
      char *argv[])
{
  widget_support_init (&argc, &argv);

  g_test_add ("/in-text-form/preview", Fixture, NULL, set_up, test_preview, tear_down);
  g_test_add ("/in-text-form/copy", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/in-text-form/note", Fixture, "test-note", set_up, test_note, tear_down);
  return g_test_run ();
}
