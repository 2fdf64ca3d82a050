/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One invented page as text, in the shapes that browsers, clipboards and editors give it:
 * all of them say the same.
 */

#include "config.h"

#include "expect-record.h"
#include "layers.h"
#include "read.h"

#include <string.h>

static JsonObject *
read_text (const char *text)
{
  return offprint_page_read_plain (text, strlen (text));
}

static char *
dup_data (void)
{
  g_autoptr (GBytes) bytes = expect_data ("chapter.txt");

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
replace (const char *text,
         const char *from,
         const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);

  return g_strjoinv (to, parts);
}

static const RecordFact facts[] = {
  { "/type", "\"chapter\"" },
  { "/title", "\"Tide Mills and Their Neighbours: A Ledger of Quarrels\"" },
  { "/container-title", "\"Water at Work in Small Harbours\"" },
  { "/collection-title", "\"Studies in Slow Machinery\"" },
  { "/collection-number", "\"17\"" },
  { "/author", "[{\"family\":\"van der Zee\",\"given\":\"Maartje\"},{\"family\":\"Okafor Bell\",\"given\":\"Ada N.\"}]" },
  { "/editor", "[{\"family\":\"Lund Hansen\",\"given\":\"Signe\"}]" },
  { "/publisher", "\"Springer\"" },
  { "/publisher-place", "\"Cham\"" },
  { "/issued", "{\"date-parts\":[[2021]]}" },
  { "/DOI", "\"10.1007/978-3-16-148410-0_4\"" },
  { "/page", "\"61-84\"" },
  { "/abstract", "\"A mill that turns twice a day has two owners: its miller and the moon.\\n\\nWe read forty ledgers.\"" },
  { OWN "/abstracts/1", "{\"language\":\"it\",\"kind\":\"abstract\",\"text\":\"<p>Un mulino che gira due volte al giorno.</p>\"}" },
  { OWN "/dates/online", "\"2020-11-17\"" },
  { OWN "/counts/accesses/value", "1234" },
  { OWN "/counts/citations/value", "5" },
  { OWN "/access/state", "\"preview\"" },
  { OWN "/access/remarks", "[\"Tax calculation will be finalised at checkout\",\"Purchases are for personal use only\",\"Institutional subscriptions\"]" },
  { OWN "/access/offers", "[{\"label\":\"Chapter\",\"price\":\"29.95\",\"currency\":\"EUR\",\"tax\":\"Price includes VAT (Finland)\","
                          "\"includes\":[\"Available as PDF\",\"Own it forever\"]},"
                          "{\"label\":\"eBook\",\"price\":\"1119.00\",\"currency\":\"EUR\",\"tax\":\"Price includes VAT (Finland)\","
                          "\"includes\":[\"Available as EPUB and PDF\"]},"
                          "{\"label\":\"Softcover Book\",\"price\":\"159.99\",\"currency\":\"GBP\",\"tax\":\"Price excludes VAT (Finland)\","
                          "\"includes\":[\"Compact, lightweight edition\",\"Free shipping worldwide - see info\"]}]" },
  { OWN "/notes/0", "{\"mark\":\"1\",\"text\":\"<p>Ledgers of small mills only.</p>\"}" },
  { OWN "/notes/1/text", "\"<p>See <a href=\\\"https://example.org/mills\\\">https://example.org/mills</a> for the list.</p><p>2020 was a wet year.</p>\"" },
  { OWN "/notes/2", "{\"mark\":\"3\",\"text\":\"<p>Added in proof.</p>\"}" },
  { OWN "/notes/3", NULL },
  { OWN "/references/0", "{\"text\":\"<p>Brook, A. Weirs of the West. Testville: Ditch Press, 1999.</p>\",\"mark\":\"1\"}" },
  { OWN "/references/1/item/DOI", "\"10.5555/silt.2003\"" },
  { OWN "/references/2/text", "\"<p>Marsh, C. (2010). Reeds.</p>\"" },
  { OWN "/references/3", NULL },
  { OWN "/people/0/corresponding", "true" },
  { OWN "/people/0/affiliations", "[{\"place\":\"Delft, 2628 CD, The Netherlands\",\"name\":\"Institute of Harbours, University of Delft\"}]" },
  { OWN "/people/1/affiliations/1", "{\"place\":\"Portland, OR, USA\",\"name\":\"Department of Rivers, Example College\"}" },
  { OWN "/people/2/role", "\"editor\"" },
  { OWN "/people/2/affiliations/0/place", "\"Trondheim, Norway\"" },
  { OWN "/rights/copyright", "\"© 2021 The Author(s), under exclusive license to Nobody\"" },
  { OWN "/keywords", "[\"Tide mills\",\"Law of water\"]" },
  { OWN "/packages", "[\"History\",\"History (R0)\"]" },
  { OWN "/isbns/0/value", "\"9780306406157\"" },
  { OWN "/isbns/1/kind", "\"electronic\"" },
  { OWN "/links/0", "{\"rel\":\"crossmark\",\"url\":\"https://crossmark.crossref.org/dialog/?doi=10.1007/978-3-16-148410-0_4\"}" },
};

static void
expect_all (const char *text)
{
  g_autoptr (JsonObject) record = read_text (text);

  g_assert_nonnull (record);
  expect_sound (record);
  expect_facts (record, facts, G_N_ELEMENTS (facts));
}

static void
test_saved (void)
{
  g_autofree char *text = dup_data ();

  expect_all (text);
}

/* Each change is one that another program makes; all of them together hold too */
static const struct
{
  const char *name;
  const char *from;
  const char *to;
} changes[] = {
  { "crlf", "\n", "\r\n" },
  { "cr", "\n", "\r" },
  { "stars", "  • ", "* " },
  { "hyphens", "  • ", " - " },
  { "no-indent", "\n    ", "\n" },
  { "single-numbers", "  1. 1.\n\n    Ledgers", "1. Ledgers" },
  { "brackets", "  1. Brook", "[1] Brook" },
  { "tabs", "  • ", "•\t" },
  { "label-above", "DOI: https", "DOI\n    https" },
  { "markdown", "\nNotes\n", "\n## Notes\n" },
  { "bold", "\nAbstract\n", "\n**Abstract**\n" },
  { "colon", "\nAbstract\n", "\nAbstract:\n" },
  { "upper", "\nWorks Cited\n", "\nWORKS CITED\n" },
  { "two-lines", "1,234 Accesses", "1,234\n  • Accesses" },
  { "broken", "under exclusive license", "under exclusive\nlicense" },
  { "broken-cite", "Lund Hansen, S. (eds) Water", "Lund Hansen, S. (eds)\nWater" },
  { "broken-title", "Neighbours: A Ledger of Quarrels\n", "Neighbours:\nA Ledger of Quarrels\n" },
  { "byte-order", "Skip to main", "\xEF\xBB\xBFSkip to main" },
};

static void
test_change (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *text = dup_data ();
  g_autofree char *changed = replace (text, changes[i].from, changes[i].to);

  g_assert_cmpstr (changed, !=, text);
  expect_all (changed);
}

/* A list whose signs a clipboard has lost */
static void
test_no_bullets (void)
{
  g_autofree char *text = dup_data ();
  g_autofree char *bare = replace (text, "  • ", "");

  expect_all (bare);
}

static void
test_no_numbers (void)
{
  static const char text[] = "# A Title\n\nAbstract\n\nWords.\n\nNotes\n\nFirst note.\n\nSecond note.\n\nReferences\nOne, A. (1999)\nTwo, B. (2000)\n"
                             "ArticleX\n\nRights and permissions\n\nCopyright information\n\n© 2000 Nobody\n\nAbout this article\n";
  static const RecordFact expected[] = {
    { "/title", "\"A Title\"" },
    { "/type", "\"article-journal\"" },
    { OWN "/notes/0/text", "\"<p>First note.</p>\"" },
    { OWN "/notes/1/text", "\"<p>Second note.</p>\"" },
    { OWN "/references/1", "{\"text\":\"<p>Two, B. (2000)</p>\"}" },
  };
  g_autoptr (JsonObject) record = read_text (text);

  g_assert_nonnull (record);
  expect_facts (record, expected, G_N_ELEMENTS (expected));
}

static void
test_article (void)
{
  static const char text[] =
    "Skip to main content\nOriginal Paper\nPublished: 30 January 2017\nOn Wet Ropes\nAnn B. Ode, Bo Tree\nJournal of Knots volume 19, pages 1–9 (2017)\n"
    "1786 Accesses\n\n12 Citations\n\nAbstract\nRopes shrink.\n\nAccess options\nBuy article PDF 39,95 €\nPrice includes VAT (Germany)\n"
    "Instant access to the full article PDF.\n\nReferences\n1. One.\n2. Two.\n\nAbout this article\nCite this article\n"
    "Ode, A.B., Tree, B. On Wet Ropes. J. Knots 19, 1–9 (2017). https://doi.org/10.1007/s00000-017-0001-2\n";
  static const RecordFact expected[] = {
    { "/title", "\"On Wet Ropes\"" },
    { "/type", "\"article-journal\"" },
    { "/container-title", "\"J. Knots\"" },
    { "/volume", "\"19\"" },
    { "/page", "\"1-9\"" },
    { "/DOI", "\"10.1007/s00000-017-0001-2\"" },
    { "/author", "[{\"family\":\"Ode\",\"given\":\"A.B.\"},{\"family\":\"Tree\",\"given\":\"B.\"}]" },
    { OWN "/dates/online", "\"2017-01-30\"" },
    { OWN "/access/offers", "[{\"label\":\"Buy article PDF\",\"price\":\"39.95\",\"currency\":\"EUR\",\"tax\":\"Price includes VAT (Germany)\","
                            "\"includes\":[\"Instant access to the full article PDF.\"]}]" },
    { OWN "/references/1/mark", "\"2\"" },
  };
  g_autoptr (JsonObject) record = read_text (text);

  g_assert_nonnull (record);
  expect_sound (record);
  expect_facts (record, expected, G_N_ELEMENTS (expected));
}

static void
test_none (void)
{
  static const char *const texts[] = {
    "", "\n\n\n", "Hello.", "Dear Ann,\n\nI read the abstract. See the notes.\n\nBo\n",
    "# Program\n\n## Notes\n\n1. Build it.\n\n## References\n\n- https://example.org\n",
    "Abstract\n\nWe did it.\n\nReferences\n\n1. One\n", "Ode, A. (2003). A Title. In: Book. Press, Town. https://doi.org/10.1000/1",
    "name,price\nChapter,29.95\n", "@book{a, title = {Abstract}}", "TY  - CHAP\nER  - \n", "Cite this chapter\n\nnothing here\n\nAbout this chapter\n"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_null (read_text (texts[i]));
    }
}

static void
test_cut (void)
{
  g_autofree char *text = dup_data ();

  for (gsize n = 0; n < strlen (text); n += 7)
    {
      g_autoptr (JsonObject) record = offprint_page_read_plain (text, n);

      if (record != NULL)
        expect_sound (record);
    }
}

static guint
count_words (const char *stored)
{
  g_auto (GStrv) words = g_strsplit (stored, " ", -1);

  return g_strv_length (words);
}

/* The page that this program was asked for; the numbers are counted on the file itself */
static void
test_seed (void)
{
  static const RecordFact expected[] = {
    { "/type", "\"chapter\"" },
    { "/author", "[{\"family\":\"Wishnick\",\"given\":\"Elizabeth\"}]" },
    { "/editor", "[{\"family\":\"Yoder\",\"given\":\"B.K.\"}]" },
    { "/issued", "{\"date-parts\":[[2022]]}" },
    { "/publisher", "\"Palgrave Macmillan\"" },
    { "/publisher-place", "\"Cham\"" },
    { "/DOI", "\"10.1007/978-3-030-93982-3_7\"" },
    { "/container-title", "\"The United States and Contemporary China-Russia Relations\"" },
    { OWN "/counts/accesses/value", "831" },
    { OWN "/access/state", "\"preview\"" },
    { OWN "/access/remarks", "[\"Tax calculation will be finalised at checkout\",\"Purchases are for personal use only\",\"Institutional subscriptions\"]" },
    { OWN "/access/offers/0/label", "\"Chapter\"" },
    { OWN "/access/offers/0/price", "\"29.95\"" },
    { OWN "/access/offers/0/currency", "\"USD\"" },
    { OWN "/access/offers/0/tax", "\"Price excludes VAT (USA)\"" },
    { OWN "/access/offers/1/label", "\"eBook\"" },
    { OWN "/access/offers/1/price", "\"119.00\"" },
    { OWN "/access/offers/2/label", "\"Softcover Book\"" },
    { OWN "/access/offers/2/price", "\"159.99\"" },
    { OWN "/access/offers/3/label", "\"Hardcover Book\"" },
    { OWN "/access/offers/3/includes/0", "\"Durable hardcover edition\"" },
    { OWN "/access/offers/3/includes/2", "\"Free shipping worldwide - see info\"" },
    { OWN "/access/offers/3/includes/3", NULL },
    { OWN "/access/offers/4", NULL },
    { OWN "/notes/0/mark", "\"1\"" },
    { OWN "/notes/4/mark", "\"5\"" },
    { OWN "/notes/5", NULL },
    { OWN "/references", NULL },
    { OWN "/people/0/corresponding", "true" },
    { OWN "/rights/copyright", "\"© 2022 The Author(s), under exclusive license to Springer Nature Switzerland AG\"" },
  };
  static const guint words[] = { 24, 53, 19, 21, 53 };
  g_autoptr (GBytes) bytes = expect_shared ("seed/chapter-page.txt");
  g_autoptr (JsonObject) record = NULL;
  gsize length = 0;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  if (text == NULL)
    return;
  record = offprint_page_read_plain (text, length);
  g_assert_nonnull (record);
  expect_sound (record);
  expect_facts (record, expected, G_N_ELEMENTS (expected));
  g_assert_true (g_str_has_prefix (expect_string (record, "/title"), "The Paradox of Sino-Russian Partnership: "));
  g_assert_cmpuint (count_words (expect_string (record, "/abstract")), ==, 160);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *path = g_strdup_printf (OWN "/notes/%" G_GSIZE_FORMAT "/text", i);

      g_assert_cmpuint (count_words (expect_string (record, path)), ==, words[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plain/saved", test_saved);
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/plain/change/%s", changes[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_change);
    }
  g_test_add_func ("/plain/no-bullets", test_no_bullets);
  g_test_add_func ("/plain/no-numbers", test_no_numbers);
  g_test_add_func ("/plain/article", test_article);
  g_test_add_func ("/plain/none", test_none);
  g_test_add_func ("/plain/cut", test_cut);
  g_test_add_func ("/plain/seed", test_seed);

  return g_test_run ();
}
