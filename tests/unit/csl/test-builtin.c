/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is compiled in: it is there, it parses, and it cites. A chapter comes out
 * as on its publisher's page, every type of item comes out as something, and
 * nothing that is missing leaves its punctuation behind.
 */

#include "config.h"

#include "csl.h"

#include <string.h>

typedef struct
{
  const char *path;
  const char *json;
  const char *entry;
  const char *cite;
} Case;

static const Case cases[] = {
  { "chapter",
    "{\"type\":\"chapter\",\"title\":\"On ants\",\"author\":[{\"family\":\"Ray\",\"given\":\"Ada Maria\"}],"
    "\"editor\":[{\"family\":\"Lee\",\"given\":\"Bo\"}],\"container-title\":\"Small things\",\"publisher\":\"House\","
    "\"publisher-place\":\"Ghent\",\"page\":\"12-15\",\"issued\":2001,\"DOI\":\"10.1/a\"}",
    "Ray, A.M. (2001). On ants. In: Lee, B. (eds) <i>Small things</i>. House, Ghent. https://doi.org/10.1/a", "(Ray 2001)" },
  { "chapter without DOI",
    "{\"type\":\"chapter\",\"title\":\"On ants\",\"author\":[{\"family\":\"Ray\",\"given\":\"Ada\"}],"
    "\"container-title\":\"Small things\",\"publisher\":\"House\",\"publisher-place\":\"Ghent\",\"page\":\"12-5\",\"issued\":2001}",
    "Ray, A. (2001). On ants. In: <i>Small things</i>. House, Ghent, pp 12–15.", "(Ray 2001)" },
  { "no people",
    "{\"type\":\"chapter\",\"title\":\"On ants\",\"editor\":[{\"family\":\"Lee\",\"given\":\"Bo\"}],"
    "\"container-title\":\"Small things\",\"issued\":2001}",
    "On ants (2001). In: Lee, B. (eds) <i>Small things</i>.", "(“On ants” 2001)" },
  { "no date",
    "{\"type\":\"book\",\"title\":\"Ants?\",\"author\":[{\"family\":\"Ray\",\"given\":\"Ada\"},{\"family\":\"Lee\",\"given\":\"Bo\"}]}",
    "Ray, A., Lee, B. (n.d.). <i>Ants?</i>", "(Ray &#38; Lee n.d.)" },
  { "edited book",
    "{\"type\":\"book\",\"title\":\"Ants\",\"editor\":[{\"family\":\"Lee\",\"given\":\"Bo\"}],\"edition\":2,\"issued\":\"1999~\"}",
    "Lee, B. (eds) (c. 1999). <i>Ants</i>. 2nd ed.", "(Lee c. 1999)" },
  { "article",
    "{\"type\":\"article-journal\",\"title\":\"Ants\",\"author\":[{\"literal\":\"ACME\"}],\"container-title\":\"Nature\","
    "\"volume\":3,\"issue\":4,\"page\":\"5-9\",\"issued\":1999,\"URL\":\"https://example.org/\",\"accessed\":\"2024-05-03\"}",
    "ACME (1999). Ants. <i>Nature</i> 3(4), 5–9. https://example.org/. Accessed May 3, 2024", "(ACME 1999)" },
  { "nothing", "{\"type\":\"document\"}", "Anonymous (n.d.).", "(Anonymous n.d.)" },
};

static void
load (CslStyle  **style,
      CslLocale **locale)
{
  g_autoptr (GBytes) bytes = csl_builtin_get_style_bytes ();
  g_autoptr (GError) error = NULL;

  *style = csl_style_new_from_data (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "offprint-chapter", &error);
  g_assert_no_error (error);
  *locale = csl_locale_new (*style, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
check (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (CslStyle) style = NULL;
  g_autoptr (CslLocale) locale = NULL;
  g_autoptr (CslProcessor) processor = NULL;
  g_autoptr (CslItem) item = csl_item_parse (self->json, -1, NULL);
  g_autoptr (CslOutput) entry = NULL;
  g_autoptr (CslOutput) cite = NULL;
  g_autofree char *entry_html = NULL;
  g_autofree char *cite_html = NULL;

  load (&style, &locale);
  processor = csl_processor_new (style, locale);
  entry = csl_processor_format_entry (processor, item);
  cite = csl_processor_format_cite (processor, item);
  entry_html = csl_output_to_html (entry);
  cite_html = csl_output_to_html (cite);
  g_assert_cmpstr (g_strstrip (entry_html), ==, self->entry);
  g_assert_cmpstr (cite_html, ==, self->cite);
}

/* Marks that would stand if a part were missing and its neighbour did not know */
static void
check_clean (const char *text)
{
  static const char *const stains[] = { "..", ",,", " ,", " .", ". .", "()", "[]", "( ", " )", "  ", ": .", "(,", ":." };

  for (gsize i = 0; i < G_N_ELEMENTS (stains); i++)
    {
      if (strstr (text, stains[i]) != NULL)
        g_error ("“%s” in “%s”", stains[i], text);
    }
}

/* Each type with much, with little and with nothing but a title */
static void
test_types (void)
{
  static const char *const bodies[] = {
    "\"title\":\"On ants\"",
    "\"title\":\"On ants\",\"author\":[{\"family\":\"Ray\",\"given\":\"Ada\"}],\"issued\":2001",
    "\"title\":\"On ants\",\"author\":[{\"family\":\"Ray\",\"given\":\"Ada\"}],\"issued\":\"2001-05-03\",\"container-title\":\"Small things\","
    "\"volume\":\"3\",\"issue\":\"4\",\"page\":\"5-9\",\"number\":\"7\",\"genre\":\"Kind\",\"medium\":\"Paper\",\"publisher\":\"House\","
    "\"publisher-place\":\"Ghent\",\"URL\":\"https://example.org/\",\"authority\":\"Court\",\"edition\":\"2\",\"version\":\"1.2\","
    "\"event-title\":\"Meeting\",\"event-place\":\"Oslo\",\"section\":\"B\",\"archive\":\"Vault\",\"collection-title\":\"Series\","
    "\"collection-number\":\"9\",\"editor\":[{\"family\":\"Lee\",\"given\":\"Bo\"}],\"translator\":[{\"family\":\"Zed\",\"given\":\"Cy\"}],"
    "\"director\":[{\"family\":\"Dee\",\"given\":\"Di\"}],\"recipient\":[{\"family\":\"Poe\",\"given\":\"Al\"}],\"scale\":\"1:100\","
    "\"reviewed-title\":\"Bees\",\"jurisdiction\":\"US\",\"division\":\"1a\",\"part-number\":\"2\",\"dimensions\":\"3:20\"",
    "\"issued\":2001,\"publisher\":\"House\"",
  };
  g_autoptr (CslStyle) style = NULL;
  g_autoptr (CslLocale) locale = NULL;
  g_autoptr (CslProcessor) processor = NULL;

  load (&style, &locale);
  processor = csl_processor_new (style, locale);
  for (guint type = CSL_ITEM_TYPE_NONE; type < CSL_N_ITEM_TYPES; type++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
        {
          g_autofree char *json = g_strdup_printf ("{\"type\":\"%s\",%s}", csl_item_type_get_name ((CslItemType) type), bodies[i]);
          g_autoptr (CslItem) item = csl_item_parse (json, -1, NULL);
          g_autoptr (CslOutput) entry = csl_processor_format_entry (processor, item);
          g_autoptr (CslOutput) cite = csl_processor_format_cite (processor, item);
          g_autofree char *entry_text = csl_output_to_text (entry);
          g_autofree char *cite_text = csl_output_to_text (cite);

          check_clean (entry_text);
          check_clean (cite_text);
          if (csl_item_has (item, CSL_VARIABLE_TITLE))
            g_assert_nonnull (strstr (entry_text, "On ants"));
          g_assert_cmpuint (strlen (cite_text), >, 6);
        }
    }
}

/* The line under "Cite this chapter" on the page of a chapter */
static char *
read_line (const char *shared)
{
  g_autofree char *path = g_build_filename (shared, "seed", "chapter-page.txt", NULL);
  g_autofree char *page = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &page, NULL, NULL))
    return NULL;

  lines = g_strsplit (page, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (!g_str_equal (g_strstrip (lines[i]), "Cite this chapter"))
        continue;
      while (lines[++i] != NULL)
        {
          if (*g_strstrip (lines[i]) != '\0')
            return g_strdup (lines[i]);
        }
      return NULL;
    }

  return NULL;
}

static void
test_page (void)
{
  const char *shared = g_getenv ("OFFPRINT_SHARED");
  g_autofree char *line = shared != NULL ? read_line (shared) : NULL;
  g_autofree char *path = g_build_filename (shared != NULL ? shared : "", "csl", "items.json", NULL);
  g_autofree char *json = NULL;
  g_autoptr (CslStyle) style = NULL;
  g_autoptr (CslLocale) locale = NULL;
  g_autoptr (CslProcessor) processor = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (CslOutput) entry = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (line == NULL || !g_file_get_contents (path, &json, &length, NULL))
    {
      g_test_skip ("the page or its item is not there");
      return;
    }

  load (&style, &locale);
  processor = csl_processor_new (style, locale);
  items = csl_items_from_json (json, (gssize) length, NULL);
  g_assert_nonnull (items);
  entry = csl_processor_format_entry (processor, g_ptr_array_index (items, 0));
  text = csl_output_to_text (entry);
  g_assert_cmpstr (g_strstrip (text), ==, line);
}

static void
test_bytes (void)
{
  g_autoptr (GBytes) style = csl_builtin_get_style_bytes ();
  g_autoptr (GBytes) locale = csl_builtin_get_locale_bytes ();

  g_assert_nonnull (g_strstr_len (g_bytes_get_data (style, NULL), g_bytes_get_size (style), "<style "));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (locale, NULL), g_bytes_get_size (locale), "<locale "));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/builtin/style/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], check);
    }
  g_test_add_func ("/builtin/bytes", test_bytes);
  g_test_add_func ("/builtin/types", test_types);
  g_test_add_func ("/builtin/page", test_page);

  return g_test_run ();
}
