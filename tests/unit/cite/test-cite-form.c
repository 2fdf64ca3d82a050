/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Citations in a text with all that a person may add to them.
 */

#include "config.h"

#include "citer.h"

#include "write.h"

static const char work_json[] =
  "{\"id\":\"x\",\"type\":\"chapter\",\"title\":\"Drawing Utopia & Ink\",\"container-title\":\"Maps of Nowhere\","
  "\"author\":[{\"family\":\"Plan\",\"given\":\"Berta\"}],\"issued\":{\"date-parts\":[[2019]]},\"publisher\":\"Nowhere\"}";

static OffprintStyleCatalog *
own_catalog (void)
{
  g_autofree char *styles = g_test_build_filename (G_TEST_DIST, "unit", "cite", "data", "forms", NULL);
  const char *const folders[] = { styles, NULL };

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
  OffprintCiteForm form;
  const char *expected;
} FormCase;

static const FormCase forms[] = {
  { "plain", "form-author-date", { 0 }, "(Plan 2019)" },
  { "page", "form-author-date", { .locator = (char *) "12" }, "(Plan 2019, p. 12)" },
  { "pages", "form-author-date", { .locator = (char *) "12-15" }, "(Plan 2019, pp. 12–15)" },
  { "chapter", "form-author-date", { .locator = (char *) "3", .label = (char *) "chapter" }, "(Plan 2019, ch. 3)" },
  { "blank", "form-author-date", { .locator = (char *) "  ", .prefix = (char *) " " }, "(Plan 2019)" },
  { "prefix", "form-author-date", { .prefix = (char *) "see" }, "(see Plan 2019)" },
  { "prefix/blank", "form-author-date", { .prefix = (char *) "see " }, "(see Plan 2019)" },
  { "prefix/bracket", "form-author-date", { .prefix = (char *) "[" }, "([Plan 2019)" },
  { "suffix", "form-author-date", { .suffix = (char *) "for an overview" }, "(Plan 2019 for an overview)" },
  { "suffix/comma", "form-author-date", { .suffix = (char *) ", for an overview" }, "(Plan 2019, for an overview)" },
  { "omitted", "form-author-date", { .author = OFFPRINT_CITE_AUTHOR_OMITTED }, "(2019)" },
  { "omitted/page", "form-author-date", { .locator = (char *) "5", .author = OFFPRINT_CITE_AUTHOR_OMITTED }, "(2019, p. 5)" },
  { "alone", "form-author-date", { .author = OFFPRINT_CITE_AUTHOR_ALONE }, "Plan" },
  { "in-text", "form-author-date", { .author = OFFPRINT_CITE_AUTHOR_IN_TEXT }, "Plan (2019)" },
  { "in-text/all", "form-author-date", { (char *) "5", NULL, (char *) "see", (char *) "and so on", OFFPRINT_CITE_AUTHOR_IN_TEXT }, "Plan (see 2019, p. 5 and so on)" },
  { "note", "form-note", { .prefix = (char *) "Vgl." }, "Vgl. Plan, Drawing Utopia & Ink." },
  { "number/omitted", "form-numeric", { .author = OFFPRINT_CITE_AUTHOR_OMITTED }, "[1]" },
  { "number/page", "form-numeric", { .locator = (char *) "5" }, "[1, p. 5]" },
};

static void
test_form (gconstpointer data)
{
  const FormCase *test = data;
  g_autoptr (OffprintStyleCatalog) catalog = own_catalog ();
  g_autoptr (OffprintWork) work = work_new (work_json);
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintCiter) citer = offprint_citer_new (catalog, test->style, NULL, &error);
  g_autoptr (CslItem) item = offprint_citer_item_new (work, NULL);
  g_autoptr (OffprintRichText) citation = NULL;
  g_autofree char *plain = NULL;

  g_assert_no_error (error);
  citation = offprint_citer_cite_form (citer, item, &test->form, &error);
  g_assert_no_error (error);
  plain = offprint_rich_text_to_plain (citation);
  g_assert_cmpstr (g_strchomp (plain), ==, test->expected);
}

static void
test_form_value (void)
{
  g_auto (OffprintCiteForm) form = { 0 };
  const OffprintCiteForm other = { (char *) "5", (char *) "verse", NULL, (char *) "b", OFFPRINT_CITE_AUTHOR_OMITTED };

  g_assert_true (offprint_cite_form_is_plain (&form));
  offprint_cite_form_copy (&form, &other);
  g_assert_false (offprint_cite_form_is_plain (&form));
  g_assert_cmpstr (form.label, ==, "verse");
  offprint_cite_form_copy (&form, &other);
  offprint_cite_form_clear (&form);
  g_assert_true (offprint_cite_form_is_plain (&form));
}

/* in the language of the citation, and of what it lacks in English */
static void
test_locators (void)
{
  g_autoptr (OffprintStyleCatalog) catalog = own_catalog ();
  g_autoptr (OffprintCiter) english = offprint_citer_new (catalog, "form-author-date", "en-US", NULL);
  g_autoptr (OffprintCiter) german = offprint_citer_new (catalog, "form-author-date", "de-DE", NULL);
  g_autofree char *page = offprint_citer_dup_locator_name (english, "page");
  g_autofree char *seite = offprint_citer_dup_locator_name (german, "page");

  g_assert_cmpstr (page, ==, "Page");
  g_assert_cmpstr (seite, ==, "Seite");
  g_assert_cmpstr (offprint_citer_get_locator_labels ()[0], ==, "page");
  for (guint i = 0; offprint_citer_get_locator_labels ()[i] != NULL; i++)
    {
      g_autofree char *name = offprint_citer_dup_locator_name (english, offprint_citer_get_locator_labels ()[i]);

      g_assert_true (g_unichar_isupper (g_utf8_get_char (name)));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *path = g_strconcat ("/cite-form/cite/", forms[i].path, NULL);

      g_test_add_data_func (path, &forms[i], test_form);
    }
  g_test_add_func ("/cite-form/value", test_form_value);
  g_test_add_func ("/cite-form/locators", test_locators);
  return g_test_run ();
}
