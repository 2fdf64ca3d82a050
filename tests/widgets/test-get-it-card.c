/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a work is to be had: its offers, what is said of them, the ways through an
 * institution; and that a source which comes later does not close what was opened.
 */

#include "config.h"

#include "get-it-card.h"
#include "library-setting.h"
#include "offer-row.h"
#include "offers.h"
#include "widget-support.h"

#define WORK(own)         "{\"id\":\"10.5555/a\",\"type\":\"chapter\",\"title\":\"T\",\"DOI\":\"10.5555/a\",\"custom\":{\"offprint\":{\"version\":1" own "}}}"
#define OFFER(label, tax) "{\"label\":\"" label "\",\"price\":\"29.95\",\"currency\":\"USD\",\"tax\":\"" tax "\",\"includes\":[\"One\",\"Two\"]}"

static gboolean
shows (gpointer    card,
       const char *child)
{
  return gtk_widget_get_visible (widget_support_get_child (card, child));
}

static GtkWidget *
new_card (OffprintWork *work)
{
  return g_object_ref_sink (g_object_new (OFFPRINT_TYPE_GET_IT_CARD, "work", work, NULL));
}

static void
test_plain (void)
{
  g_autoptr (OffprintWork) work = widget_support_new_from_text (WORK (""));
  g_autoptr (OffprintWork) nowhere = widget_support_new_from_text ("{\"id\":\"a\",\"type\":\"book\",\"title\":\"T\"}");
  g_autoptr (GtkWidget) card = new_card (work);

  g_assert_true (gtk_widget_get_visible (card));
  g_assert_true (shows (card, "publisher"));
  g_assert_false (shows (card, "terms"));
  g_assert_false (shows (card, "preview"));
  g_assert_false (shows (card, "institutions"));
  g_object_set (card, "work", nowhere, NULL);
  g_assert_false (gtk_widget_get_visible (card));
}

static void
test_offers (void)
{
  g_autoptr (OffprintWork) work = widget_support_new_from_text (WORK (",\"access\":{\"state\":\"preview\",\"offers\":[" OFFER ("Chapter", "Tax A") "," OFFER ("eBook", "Tax A") "]}"));
  g_autoptr (OffprintWork) fewer = widget_support_new_from_text (WORK (",\"access\":{\"offers\":[" OFFER ("eBook", "Tax B") "]}"));
  g_autoptr (GtkWidget) card = new_card (work);
  AdwExpanderRow *row = widget_support_find (card, OFFPRINT_TYPE_OFFER_ROW);

  g_assert_cmpuint (widget_support_count (card, OFFPRINT_TYPE_OFFER_ROW), ==, 2);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Chapter");
  g_assert_cmpstr (adw_expander_row_get_subtitle (row), ==, "$29.95");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (row)), ==, "USD\302\24029.95");
  g_assert_cmpstr (gtk_label_get_label (widget_support_get_child (card, "terms")), ==, "Tax A.");
  g_assert_true (shows (card, "preview"));

  /* the same again changes nothing */
  adw_expander_row_set_expanded (row, TRUE);
  g_signal_emit_by_name (work, "changed");
  g_assert_true (adw_expander_row_get_expanded (row));

  g_object_set (card, "work", fewer, NULL);
  g_assert_cmpuint (widget_support_count (card, OFFPRINT_TYPE_OFFER_ROW), ==, 1);
  g_assert_false (adw_expander_row_get_expanded (row));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "eBook");
}

static void
test_markup (void)
{
  g_autoptr (OffprintWork) work = widget_support_new_from_text (WORK (",\"access\":{\"offers\":[{\"label\":\"R&D <b>Book</b>\",\"price\":\"1.00\",\"includes\":[\"A & B <i>\"]}]}"));
  g_autoptr (GtkWidget) card = new_card (work);
  AdwExpanderRow *row = widget_support_find (card, OFFPRINT_TYPE_OFFER_ROW);

  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "R&D <b>Book</b>");
  g_assert_false (adw_preferences_row_get_use_markup (ADW_PREFERENCES_ROW (row)));
  g_assert_cmpstr (adw_expander_row_get_subtitle (row), ==, "1.00");
}

static void
test_terms (void)
{
  static const struct
  {
    const char *own;
    const char *terms;
  } cases[] = {
    { "", NULL },
    { ",\"access\":{\"remarks\":[\"One\",\"Two!\"]}", "One. Two!" },
    { ",\"access\":{\"seen\":\"2026-11-24T12:00:00Z\"}", NULL }, /* nothing was seen that has a price */
    { ",\"access\":{\"seen\":\"2026-11-24T12:00:00Z\",\"offers\":[" OFFER ("A", "X (USA)") "]}", "Seen 24 November 2026. X (USA)." },
    { ",\"access\":{\"offers\":[" OFFER ("A", "X") "," OFFER ("B", "Y") "],\"remarks\":[\"R\"]}", "R." },
    { ",\"access\":{\"remarks\":[\"Institutional subscriptions\"]}", "Institutional subscriptions." },
    { ",\"links\":[{\"rel\":\"institutional-subscriptions\",\"url\":\"https://a.example\"}],\"access\":{\"remarks\":[\"Institutional subscriptions\",\"R\"]}", "R." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"id\":\"a\",\"type\":\"chapter\",\"title\":\"T\",\"custom\":{\"offprint\":{\"version\":1%s}}}", cases[i].own);
      g_autoptr (OffprintWork) work = widget_support_new_from_text (json);
      g_autofree char *terms = offprint_offers_dup_terms (work);

      g_assert_cmpstr (terms, ==, cases[i].terms);
    }
}

static void
test_institutions (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.offprint.Offprint");
  g_autoptr (OffprintLibraryLink) link = offprint_library_link_parse ("https://ezproxy.example.edu/login?url=", OFFPRINT_LIBRARY_LINK_NONE, NULL);
  g_autoptr (OffprintWork) work = widget_support_new_from_text (WORK (",\"access\":{\"institution\":\"https://login.example/x\"}"));
  g_autoptr (OffprintWork) bad = widget_support_new_from_text (WORK (",\"access\":{\"institution\":\"javascript:alert(1)\"}"));
  g_autoptr (GtkWidget) card = new_card (work);

  offprint_library_setting_set (settings, NULL);
  g_object_set (card, "settings", settings, NULL);
  g_assert_true (shows (card, "log_in"));
  g_assert_cmpstr (adw_action_row_get_subtitle (widget_support_get_child (card, "log_in")), ==, "login.example");
  g_assert_false (shows (card, "library"));

  offprint_library_setting_set (settings, link);
  g_assert_true (shows (card, "library"));
  g_assert_cmpstr (adw_action_row_get_subtitle (widget_support_get_child (card, "library")), ==, "ezproxy.example.edu");
  offprint_library_setting_set (settings, NULL);
  g_assert_false (shows (card, "library"));

  g_object_set (card, "work", bad, NULL);
  g_assert_false (shows (card, "institutions"));
}

/* What somebody wrote into the settings by hand is no way out. */
static void
test_hostile_setting (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.offprint.Offprint");

  g_settings_set_string (settings, "library-address", "javascript:alert(1)//");
  g_settings_set_enum (settings, "library-link", OFFPRINT_LIBRARY_LINK_EZPROXY);
  g_assert_null (offprint_library_setting_dup (settings));
  offprint_library_setting_set (settings, NULL);
}

int
main (int   argc,
      char *argv[])
{
  widget_support_init (&argc, &argv);
  g_test_add_func ("/get-it-card/plain", test_plain);
  g_test_add_func ("/get-it-card/offers", test_offers);
  g_test_add_func ("/get-it-card/markup", test_markup);
  g_test_add_func ("/get-it-card/terms", test_terms);
  g_test_add_func ("/get-it-card/institutions", test_institutions);
  g_test_add_func ("/get-it-card/hostile-setting", test_hostile_setting);
  return g_test_run ();
}
