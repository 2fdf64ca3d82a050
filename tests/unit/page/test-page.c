/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page as a whole: what it is, what it is not, what becomes of what the layers say.
 */

#include "config.h"

#include "expect-record.h"
#include "json-value.h"
#include "page.h"

#include <string.h>

#define M(name, content) "<meta name=\"" name "\" content=\"" content "\">"

static OffprintReading *
read_text (const char    *html,
           const char    *url,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  g_autoptr (GDateTime) at = g_date_time_new_utc (2026, 11, 24, 20, 31, 0);

  return offprint_page_read (bytes, "text/html", url, "page.html", at, cancellable, error);
}

#define NO_WORK OFFPRINT_PAGE_ERROR_NO_WORK
#define REFUSED OFFPRINT_PAGE_ERROR_REFUSED
#define PART    OFFPRINT_PAGE_ERROR_PART

static const struct
{
  const char *path;
  const char *html;
  const char *url;
  OffprintPageError code;
} failures[] = {
  { "empty", "<html></html>", NULL, NO_WORK },
  { "news", "<title>Mills burn</title><h1>Mills burn</h1><p>They do.</p>", NULL, NO_WORK },
  { "contents", "<title>Volume 7</title><h1>Volume 7</h1><ul><li>On Mills <a href='https://doi.org/10.5555/1'>10.5555/1</a><li>On Tides <a href='https://doi.org/10.5555/2'>10.5555/2</a></ul>", NULL, NO_WORK },
  { "search", "<title>Search results for mills</title><h1>1-20 of 300</h1><form><input name=q></form>", NULL, NO_WORK },
  { "journal", "<title>Mill Letters</title><script type='application/ld+json'>{\"@type\":\"Periodical\",\"name\":\"Mill Letters\",\"issn\":\"1234-5679\"}</script><h1>Mill Letters</h1>", NULL, NO_WORK },
  { "challenge", "<title>Just a moment...</title><h1>example.org</h1><p>Enable JavaScript and cookies to continue</p>", "https://example.org/doi/10.5555/x", REFUSED },
  { "challenge-script", "<title>example.org</title><script src='/cdn-cgi/challenge-platform/h/g/orchestrate'></script><p>Please stand by.</p>", "https://example.org/doi/10.5555/x", REFUSED },
  { "denied", "<title>Access Denied</title><h1>Access Denied</h1><p>You don't have permission to access \"/x\" on this server.</p>", NULL, REFUSED },
  { "cookies", "<title>Cookie absent</title><p>Cookies must be enabled to read this page.</p>", NULL, REFUSED },
  { "consent", "<title>Before you continue to Mill Press</title><p>We use cookies.</p><form action=/consent><button>Accept all</button></form>", NULL, REFUSED },
  { "privacy", "<title>Your choices</title><h1>We value your privacy</h1><button>Accept all</button>", NULL, REFUSED },
  { "log-in", "<title>Mill Press</title><h1>Welcome</h1><form><input name=user><input type=password></form>", NULL, REFUSED },
  { "figure", M ("citation_title", "On Mills") M ("citation_doi", "10.5555/1") "<h1>Figure 2</h1>", "https://example.org/article/10.5555/1/figures/2", PART },
  { "table-title", "<title>Table 1 | On Mills | Mill Press</title>" M ("citation_title", "On Mills") M ("citation_doi", "10.5555/1"), NULL, PART },
  { "metrics", "<link rel=canonical href='https://example.org/articles/1/metrics'>" M ("citation_title", "On Mills"), NULL, PART },
};

static void
test_failure (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintReading) reading = read_text (failures[i].html, failures[i].url, NULL, &error);

  g_assert_null (reading);
  g_assert_error (error, OFFPRINT_PAGE_ERROR, (int) failures[i].code);
  g_assert_nonnull (strstr (error->message, "page.html"));
}

/* A page that names a work is one, whatever else it says */
static void
test_not_refused (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintReading) reading = NULL;

  reading = read_text ("<title>Sign in - Mill Press</title>" M ("citation_title", "On Mills") M ("citation_doi", "10.5555/1") "<p>We use cookies. Access denied: please log in.</p><input type=password>",
                       NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (offprint_json_get_string (offprint_reading_get_record (reading), "DOI"), ==, "10.5555/1");
}

static void
test_described (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintReading) reading = NULL;

  reading = read_text ("<title>On Mills</title><script type='application/ld+json'>{\"@type\":\"ScholarlyArticle\",\"name\":\"On Mills\",\"sameAs\":\"https://doi.org/10.5555/1\"}</script>"
                       "<h1>On Mills</h1><p>We value your privacy. Please log in.</p><input type=password>",
                       NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (offprint_json_get_string (offprint_reading_get_record (reading), "DOI"), ==, "10.5555/1");
}

static const RecordFact joined[] = {
  { "/type", "\"article-journal\"" },
  { "/title", "\"Tides, CO<sub>2</sub> and Mills\"" },
  { "/author", "[{\"family\":\"Roe Poe\",\"given\":\"Ann\"},{\"family\":\"Doe\",\"given\":\"Cy\"}]" },
  { OWN "/people/0/email", "\"ann@example.org\"" },
  { OWN "/people/0/orcid", "\"0000-0002-1825-0097\"" },
  { OWN "/people/0/affiliations/0/name", "\"Mill College\"" },
  { OWN "/people/1/affiliations/0/name", "\"Tide School\"" },
  { OWN "/people/2", NULL },
  { "/container-title", "\"Mill Letters\"" },
  { "/issued", "{\"date-parts\":[[2019,3]]}" },
  { "/ISSN", "\"1234-5679 2049-3630\"" },
  { OWN "/references/0/text", "\"<p>Roe A. Buckets. 1999.</p>\"" },
  { OWN "/references/0/item/title", "\"Buckets\"" },
  { OWN "/references/1", NULL },
  { OWN "/links/1/rel", "\"landing\"" },
};

/* Each person once, and knowing all that any layer knows of them */
static void
test_joined (void)
{
  static const char page[] =
    "<html><head><link rel=canonical href='https://example.org/a/1'>" M ("citation_title", "Tides, CO2 and Mills") M ("citation_author", "Ann Roe Poe") M ("citation_author_email", "ann@example.org")
      M ("citation_author", "Cy Doe") M ("citation_author_institution", "Tide School") M ("citation_journal_title", "Mill Letters") M ("citation_publication_date", "2019/03")
        M ("citation_issn", "1234-5679") M ("prism.eIssn", "2049-3630") M ("dc.date", "2018-11-05") M ("citation_doi", "10.5555/1") M ("citation_pdf_url", "https://example.org/1.pdf")
          M ("citation_reference", "citation_title=Buckets; citation_author=A Roe; citation_publication_date=1999") M ("dc.creator", "Roe Poe, Ann") M ("dc.creator", "Doe, Cy") "<script type='application/ld+json'>{\"@type\":\"ScholarlyArticle\",\"headline\":\"Tides, CO2 and …\",\"datePublished\":\"2018-11-05\",\"author\":["
                                                                                                                                                                                 "{\"@type\":\"Person\",\"givenName\":\"Ann\",\"familyName\":\"Roe Poe\",\"affiliation\":{\"name\":\"Mill College\"},\"@id\":\"https://orcid.org/0000-0002-1825-0097\"},{\"@type\":\"Person\",\"name\":\"C. Doe\"}]}</script>"
                                                                                                                                                                                 "</head><body><h1>Tides, CO<sub>2</sub> and Mills</h1><h2>References</h2><ol><li>Roe A. Buckets. 1999.</li></ol></body></html>";
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintReading) reading = read_text (page, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (offprint_reading_get_source (reading), ==, "page");
  g_assert_cmpstr (offprint_reading_get_url (reading), ==, "https://example.org/a/1");
  g_assert_nonnull (offprint_reading_get_sha256 (reading));
  expect_facts (offprint_reading_get_record (reading), joined, G_N_ELEMENTS (joined));
  expect_sound (offprint_reading_get_record (reading));
}

/* Code in every place that pages have it, a hundred times what they say */
static void
test_scripts (void)
{
  g_autoptr (GString) page = g_string_new ("<html><head>");
  g_autoptr (GString) code = g_string_new ("var SCRIPTTEXT = function(a) { if (a < 3 && a > 1) { return \"<p>SCRIPTTEXT</p>\"; } };\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintReading) reading = NULL;

  while (code->len < 300000)
    g_string_append_len (code, code->str, (gssize) code->len);
  g_string_append_printf (page, "<script>%s</script><style>.STYLETEXT { color: red }</style>", code->str);
  g_string_append (page, M ("citation_title", "On Mills") M ("citation_doi", "10.5555/1") M ("citation_author", "Roe, Ann"));
  g_string_append_printf (page, "</head><body><h1>On <script>%s</script>Mills<style>STYLETEXT</style></h1><noscript>SCRIPTTEXT</noscript><h2>Abstract</h2><div class=abstract><p>Mills by the sea are"
                                " older than anybody thinks <script>%s</script>and this text is long enough.</p><template>SCRIPTTEXT</template><svg><text>SCRIPTTEXT</text></svg></div>",
                          code->str, code->str);
  g_string_append_printf (page, "<h2>References</h2><ol><li>Roe A. <script>%s</script>Buckets. 1999.</li></ol></body></html>", code->str);
  reading = read_text (page->str, NULL, NULL, &error);
  g_assert_no_error (error);
  expect_sound (offprint_reading_get_record (reading));
  g_assert_cmpstr (expect_string (offprint_reading_get_record (reading), "/abstract"), ==, "Mills by the sea are older than anybody thinks and this text is long enough.");
  g_assert_cmpstr (expect_string (offprint_reading_get_record (reading), OWN "/references/0/text"), ==, "<p>Roe A. Buckets. 1999.</p>");
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintReading) reading = NULL;

  g_cancellable_cancel (cancellable);
  reading = read_text (M ("citation_title", "On Mills"), NULL, cancellable, &error);
  g_assert_null (reading);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_too_large (void)
{
  g_autofree char *data = g_malloc0 (20000001);
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, 20000001);
  g_autoptr (GDateTime) at = g_date_time_new_now_utc ();
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintReading) reading = offprint_page_read (bytes, NULL, NULL, NULL, at, NULL, &error);

  g_assert_null (reading);
  g_assert_error (error, OFFPRINT_PAGE_ERROR, OFFPRINT_PAGE_ERROR_TOO_LARGE);
}

static const struct
{
  const char *path;
  const char *bytes;
  gboolean is_page;
} sniffs[] = {
  { "doctype", "\xef\xbb\xbf<!DOCTYPE html><p>", TRUE },
  { "comment", "<!-- saved --> \n<HTML>", TRUE },
  { "xhtml", "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\" \"y\"><html xmlns=\"z\">", TRUE },
  { "archive", "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\nMIME-Version: 1.0\r\n", TRUE },
  { "json", "{\"title\": \"x\"}", FALSE },
  { "list", " [1]", FALSE },
  { "ris", "TY  - JOUR\r\nER  - \r\n", FALSE },
  { "bibtex", "@article{x, title={y}}", FALSE },
  { "xml", "<?xml version=\"1.0\"?><record/>", FALSE },
  { "words", "These are words and nothing else.", FALSE },
  { "picture", "\x89PNG\r\n\x1a\n\x01\x02", FALSE },
  { "nothing", "", FALSE },
};

static void
test_sniff (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GBytes) bytes = g_bytes_new_static (sniffs[i].bytes, strlen (sniffs[i].bytes));

  g_assert_cmpint (offprint_page_sniff (bytes), ==, sniffs[i].is_page);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_autofree char *path = g_strconcat ("/page/page/no-work/", failures[i].path, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_failure);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (sniffs); i++)
    {
      g_autofree char *path = g_strconcat ("/page/page/sniff/", sniffs[i].path, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_sniff);
    }
  g_test_add_func ("/page/page/not-refused", test_not_refused);
  g_test_add_func ("/page/page/not-refused/described", test_described);
  g_test_add_func ("/page/page/joined", test_joined);
  g_test_add_func ("/page/page/scripts", test_scripts);
  g_test_add_func ("/page/page/cancelled", test_cancelled);
  g_test_add_func ("/page/page/too-large", test_too_large);
  return g_test_run ();
}
