/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Works in styles of our own, in languages of our own; and everything that can be
 * wrong with a style said in one sentence.
 */

#include "config.h"

#include "citer.h"

#include <string.h>

#include "cite-error.h"
#include "write.h"

static const char work_json[] =
  "{\"id\":\"x\",\"type\":\"chapter\",\"title\":\"Drawing <i>Utopia</i> & Ink\",\"container-title\":\"Maps of Nowhere\","
  "\"author\":[{\"family\":\"Plan\",\"given\":\"Berta\"}],\"issued\":{\"date-parts\":[[2019]]},\"publisher\":\"Nowhere\"}";

static OffprintStyleCatalog *
own_catalog (void)
{
  g_autofree char *styles = g_test_build_filename (G_TEST_DIST, "unit", "cite", "data", "styles", NULL);
  g_autofree char *dependent = g_build_filename (styles, "dependent", NULL);
  const char *const folders[] = { styles, dependent, NULL };

  return offprint_style_catalog_new (folders, NULL);
}

static OffprintWork *
work_new (const char *json)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  g_autoptr (GError) error = NULL;
  OffprintWork *work = offprint_work_new_from_json (node, &error);

  g_assert_no_error (error);
  return work;
}

typedef struct
{
  const char *path;
  const char *style;
  const char *locale;
  OffprintCiteMode mode;
  const char *expected;
} Case;

static const Case cases[] = {
  { "bibliography", "tiny-author-date", NULL, OFFPRINT_CITE_BIBLIOGRAPHY, "Plan, Berta. Drawing Utopia & Ink. In Maps of Nowhere." },
  { "in-text", "tiny-author-date", NULL, OFFPRINT_CITE_IN_TEXT, "(Plan 2019)" },
  { "dependent", "tiny-journal", NULL, OFFPRINT_CITE_IN_TEXT, "(Plan 2019)" },
  { "id", "http://www.zotero.org/styles/tiny-journal", NULL, OFFPRINT_CITE_IN_TEXT, "(Plan 2019)" },
  { "asked-language", "tiny-author-date", "de-DE", OFFPRINT_CITE_BIBLIOGRAPHY, "Plan, Berta. Drawing Utopia & Ink. In dem Werk Maps of Nowhere." },
  { "asked-language/underscore", "tiny-author-date", "de_DE.UTF-8", OFFPRINT_CITE_BIBLIOGRAPHY, "Plan, Berta. Drawing Utopia & Ink. In dem Werk Maps of Nowhere." },
  { "asked-language/unknown", "tiny-author-date", "xx-YY", OFFPRINT_CITE_BIBLIOGRAPHY, "Plan, Berta. Drawing Utopia & Ink. In Maps of Nowhere." },
  { "own-language", "tiny-note", NULL, OFFPRINT_CITE_IN_TEXT, "Drawing Utopia & Ink, in dem Werk Maps of Nowhere." },
  { "own-language/overruled", "tiny-note", "en-US", OFFPRINT_CITE_IN_TEXT, "Drawing Utopia & Ink, in Maps of Nowhere." },
  { "no-bibliography", "tiny-note", NULL, OFFPRINT_CITE_BIBLIOGRAPHY, "Drawing Utopia & Ink, in dem Werk Maps of Nowhere." },
};

static void
test_cite (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (OffprintStyleCatalog) catalog = own_catalog ();
  g_autoptr (OffprintWork) work = work_new (work_json);
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintCiter) citer = offprint_citer_new (catalog, test->style, test->locale, &error);
  g_autoptr (OffprintRichText) citation = NULL;
  g_autofree char *plain = NULL;

  g_assert_no_error (error);
  citation = offprint_citer_cite (citer, work, test->mode, &error);
  g_assert_no_error (error);
  plain = offprint_rich_text_to_plain (citation);
  g_assert_cmpstr (g_strchomp (plain), ==, test->expected);
}

/* Title in italics, what is italic in it upright again */
static void
test_markup (void)
{
  g_autoptr (OffprintStyleCatalog) catalog = own_catalog ();
  g_autoptr (OffprintWork) work = work_new (work_json);
  g_autoptr (OffprintCiter) citer = offprint_citer_new (catalog, "tiny-author-date", NULL, NULL);
  g_autoptr (OffprintRichText) citation = offprint_citer_cite (citer, work, OFFPRINT_CITE_BIBLIOGRAPHY, NULL);
  g_autofree char *html = offprint_rich_text_to_html (citation, OFFPRINT_WRITE_DEFAULT);

  g_assert_nonnull (strstr (html, "<i>Drawing </i>Utopia<i> &amp; Ink</i>"));
}

/* The whole address is the link, and the signs that end or change one are encoded in it */
static void
test_link (void)
{
  g_autoptr (OffprintStyleCatalog) catalog = own_catalog ();
  g_autoptr (OffprintWork) work = work_new ("{\"id\":\"x\",\"type\":\"book\",\"title\":\"T\",\"DOI\":\"10.1000/a#b<c\"}");
  g_autoptr (OffprintCiter) citer = offprint_citer_new (catalog, OFFPRINT_BUILTIN_STYLE, NULL, NULL);
  g_autoptr (OffprintRichText) citation = offprint_citer_cite (citer, work, OFFPRINT_CITE_BIBLIOGRAPHY, NULL);
  g_autofree char *html = offprint_rich_text_to_html (citation, OFFPRINT_WRITE_DEFAULT);

  g_test_message ("%s", html);
  g_assert_nonnull (strstr (html, "<a href=\"https://doi.org/10.1000/a%23b%3Cc\">https://doi.org/10.1000/a#b&lt;c</a>"));
}

static void
test_facts (void)
{
  g_autoptr (OffprintStyleCatalog) catalog = own_catalog ();
  g_autoptr (OffprintCiter) tiny = offprint_citer_new (catalog, "tiny-author-date", NULL, NULL);
  g_autoptr (OffprintCiter) child = offprint_citer_new (catalog, "tiny-journal", NULL, NULL);
  g_autoptr (OffprintCiter) note = offprint_citer_new (catalog, "tiny-note", NULL, NULL);

  g_assert_true (offprint_citer_has_hanging_indent (tiny));
  g_assert_false (offprint_citer_has_hanging_indent (note));
  g_assert_cmpstr (offprint_citer_get_style_name (child), ==, "tiny-journal");
  g_assert_cmpstr (offprint_citer_get_style_title (child), ==, "Journal of Tiny Things");
  g_assert_cmpstr (csl_locale_get_tag (offprint_citer_get_locale (note)), ==, "de-DE");
}

static void
test_file (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "unit", "cite", "data", "styles", "dependent", "tiny-journal.csl", NULL);
  const char *const nowhere[] = { "/nonexistent", NULL };
  g_autoptr (OffprintStyleCatalog) catalog = offprint_style_catalog_new (nowhere, NULL);
  g_autoptr (OffprintWork) work = work_new (work_json);
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintCiter) citer = offprint_citer_new (catalog, path, NULL, &error);
  g_autoptr (OffprintRichText) citation = NULL;
  g_autofree char *plain = NULL;

  g_assert_no_error (error);
  citation = offprint_citer_cite (citer, work, OFFPRINT_CITE_IN_TEXT, &error);
  plain = offprint_rich_text_to_plain (citation);
  g_assert_cmpstr (g_strchomp (plain), ==, "(Plan 2019)");
}

static void
test_builtin (void)
{
  const char *const nowhere[] = { "/nonexistent", NULL };
  g_autoptr (OffprintStyleCatalog) catalog = offprint_style_catalog_new (nowhere, NULL);
  g_autoptr (OffprintWork) work = work_new (work_json);
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintCiter) citer = offprint_citer_new (catalog, OFFPRINT_BUILTIN_STYLE, NULL, &error);
  g_autoptr (OffprintRichText) citation = NULL;
  g_autofree char *plain = NULL;

  g_assert_no_error (error);
  citation = offprint_citer_cite (citer, work, OFFPRINT_CITE_BIBLIOGRAPHY, &error);
  g_assert_no_error (error);
  plain = offprint_rich_text_to_plain (citation);
  g_test_message ("%s", plain);
  g_assert_nonnull (strstr (plain, "Plan"));
  g_assert_nonnull (strstr (plain, "Maps of Nowhere"));
}

static void
test_errors (void)
{
  static const struct
  {
    const char *style;
    const char *words;
  } wrong[] = {
    { "no-such-style", "no-such-style" },
    { "broken", "broken" },
    { "page", "page" },
    { "empty", "empty" },
    { "../tiny-note", "tiny-note" },
    { "/nonexistent/x.csl", "x.csl" },
    { "http://www.zotero.org/styles/no-such-style", "“no-such-style”" },
    { "http://example.org/", "“”" },
    { "", "" },
    { ".", "." },
  };
  g_autoptr (OffprintStyleCatalog) catalog = own_catalog ();

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      OffprintCiter *citer = offprint_citer_new (catalog, wrong[i].style, NULL, &error);

      g_assert_null (citer);
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, wrong[i].words));
    }
}

static void
test_nothing (void)
{
  g_autoptr (OffprintStyleCatalog) catalog = own_catalog ();
  g_autoptr (OffprintWork) work = work_new ("{\"id\":\"x\",\"type\":\"document\"}");
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintCiter) citer = offprint_citer_new (catalog, "tiny-author-date", NULL, &error);
  g_autoptr (OffprintRichText) citation = offprint_citer_cite (citer, work, OFFPRINT_CITE_IN_TEXT, &error);

  if (citation == NULL)
    g_assert_error (error, OFFPRINT_CITE_ERROR, OFFPRINT_CITE_ERROR_NO_TEXT);
}

static void
compiled_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  OffprintCiter **citer = data;

  *citer = offprint_citer_new_finish (result, NULL);
  g_main_context_wakeup (NULL);
}

static void
test_async (void)
{
  g_autoptr (OffprintStyleCatalog) catalog = own_catalog ();
  g_autoptr (OffprintCiter) citer = NULL;

  offprint_citer_new_async (catalog, "tiny-author-date", NULL, NULL, compiled_cb, &citer);
  while (citer == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (offprint_citer_get_style_title (citer), ==, "Tiny Author\u2013Date (Universit\u00e9)");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/citer/cite/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_cite);
    }
  g_test_add_func ("/citer/markup", test_markup);
  g_test_add_func ("/citer/link", test_link);
  g_test_add_func ("/citer/facts", test_facts);
  g_test_add_func ("/citer/file", test_file);
  g_test_add_func ("/citer/builtin", test_builtin);
  g_test_add_func ("/citer/errors", test_errors);
  g_test_add_func ("/citer/nothing", test_nothing);
  g_test_add_func ("/citer/async", test_async);
  return g_test_run ();
}
