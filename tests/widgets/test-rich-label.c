/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rich text on the screen: escaped, searchable where it stands, a heading if it is one.
 */

#include "config.h"

#include "rich-label.h"
#include "read.h"
#include "widget-support.h"

static const char *const texts[] = {
  "R&D <in> “Rivers”",
  "<p>One <i>ferry</i>.</p><p>Two, H<sub>2</sub>O.</p>",
  "<sec><title>Background</title><p>A <a href=\"https://doi.org/10.5555/x\">link</a> &amp; more</p></sec><p>End</p>",
  "<list list-type=\"order\"><list-item><p>first</p></list-item><list-item><p>second</p></list-item></list>",
  "<p>5 &lt; 6 &amp;amp; 7</p>",
};

static void
test_shown (void)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (offprint_rich_label_new ());

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (OffprintRichText) text = offprint_rich_text_new_from_markup (texts[i], -1);
      g_autofree char *shown = offprint_rich_label_dup_shown (text);

      offprint_rich_label_set_text (OFFPRINT_RICH_LABEL (label), text);
      g_assert_cmpstr (gtk_label_get_text (offprint_rich_label_get_label (OFFPRINT_RICH_LABEL (label))), ==, shown);
    }
}

static void
test_escaped (void)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (offprint_rich_label_new ());

  offprint_rich_label_set_plain (OFFPRINT_RICH_LABEL (label), "R&D <b>in</b> Rivers");
  g_assert_cmpstr (gtk_label_get_text (offprint_rich_label_get_label (OFFPRINT_RICH_LABEL (label))), ==, "R&D <b>in</b> Rivers");
  offprint_rich_label_set_plain (OFFPRINT_RICH_LABEL (label), NULL);
  g_assert_cmpstr (gtk_label_get_text (offprint_rich_label_get_label (OFFPRINT_RICH_LABEL (label))), ==, "");
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* the same text again must not take away a selection */
static void
test_same (void)
{
  g_autoptr (GtkWidget) widget = g_object_ref_sink (offprint_rich_label_new ());
  g_autoptr (OffprintRichText) first = offprint_rich_text_new_from_markup (texts[1], -1);
  g_autoptr (OffprintRichText) second = offprint_rich_text_new_from_markup (texts[1], -1);
  GtkLabel *label = offprint_rich_label_get_label (OFFPRINT_RICH_LABEL (widget));
  guint notified = 0;
  int start;
  int end;

  g_signal_connect_swapped (widget, "notify::text", G_CALLBACK (count_cb), &notified);
  offprint_rich_label_set_text (OFFPRINT_RICH_LABEL (widget), first);
  gtk_label_select_region (label, 2, 5);
  offprint_rich_label_set_text (OFFPRINT_RICH_LABEL (widget), second);
  g_assert_cmpuint (notified, ==, 1);
  g_assert_true (gtk_label_get_selection_bounds (label, &start, &end));
  g_assert_cmpint (start, ==, 2);
  g_assert_cmpint (end, ==, 5);
}

static void
test_links (void)
{
  g_autoptr (GtkWidget) widget = g_object_ref_sink (offprint_rich_label_new ());
  g_autoptr (OffprintRichText) text = offprint_rich_text_new_from_markup (texts[2], -1);
  GtkLabel *label = offprint_rich_label_get_label (OFFPRINT_RICH_LABEL (widget));

  offprint_rich_label_set_text (OFFPRINT_RICH_LABEL (widget), text);
  g_assert_nonnull (strstr (gtk_label_get_label (label), "<a href="));
  g_object_set (widget, "has-links", FALSE, NULL);
  g_assert_null (strstr (gtk_label_get_label (label), "<a href="));
}

static void
test_heading (void)
{
  GtkWidget *widget = g_object_new (OFFPRINT_TYPE_RICH_LABEL, "heading-level", 1, NULL);
  GtkWindow *window;
  GtkLabel *label = offprint_rich_label_get_label (OFFPRINT_RICH_LABEL (widget));

  offprint_rich_label_set_plain (OFFPRINT_RICH_LABEL (widget), "Rivers");
  window = widget_support_show (widget, 300, 200);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1);
  gtk_window_destroy (window);
}

static void
test_finalize (void)
{
  GtkWidget *widget = g_object_ref_sink (offprint_rich_label_new ());

  offprint_rich_label_set_plain (OFFPRINT_RICH_LABEL (widget), "Rivers");
  g_assert_finalize_object (G_OBJECT (widget));
}

int
main (int   argc,
      char *argv[])
{
  widget_support_init (&argc, &argv);

  g_test_add_func ("/rich-label/shown", test_shown);
  g_test_add_func ("/rich-label/escaped", test_escaped);
  g_test_add_func ("/rich-label/same", test_same);
  g_test_add_func ("/rich-label/links", test_links);
  g_test_add_func ("/rich-label/heading", test_heading);
  g_test_add_func ("/rich-label/finalize", test_finalize);
  return g_test_run ();
}
