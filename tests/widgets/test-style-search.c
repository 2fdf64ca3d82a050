/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands first for what people type, among all styles of the system.
 */

#include "config.h"

#include "style-search.h"
#include "widget-support.h"

typedef struct
{
  const char *path;
  const char *text;
  const char *first;
} Case;

static const Case cases[] = {
  { "apa", "apa", "apa" },
  { "capitals", "APA", "apa" },
  { "edition", "mla 9", "modern-language-association" },
  { "abbreviation", "mla", "modern-language-association" },
  { "abbreviation/none-given", "rsc", "royal-society-of-chemistry" },
  { "abbreviation/begins", "ama", "american-medical-association" },
  { "format", "chicago notes", "chicago-note-bibliography" },
  { "format/author-date", "chicago author-date", "chicago-author-date" },
  { "name", "vancouver", "vancouver" },
  { "ieee", "ieee", "ieee" },
  { "journal", "nature", "nature" },
  { "words", "american psych", "apa" },
  { "field", "psychology", "apa" },
  { "blanks", "  apa  ", "apa" },
};

/* the system's; NULL if it has none */
static OffprintStyleCatalog *
new_catalog (void)
{
  OffprintStyleCatalog *catalog = offprint_style_catalog_new (NULL, NULL);

  widget_support_load_catalog (catalog);
  return catalog;
}

static OffprintStyleCatalog *system_styles;

static const char *
get_name (OffprintStyleSearch *search,
          guint                position)
{
  g_autoptr (OffprintStyleSlot) slot = g_list_model_get_item (G_LIST_MODEL (search), position);

  return slot != NULL ? offprint_style_info_get_name (offprint_style_slot_get_info (slot)) : NULL; /* the catalog's */
}

static void
look_for (OffprintStyleSearch *search,
          const char          *text,
          guint32              fields,
          guint32              formats)
{
  OffprintStyleQuery query = { text, fields, formats };

  offprint_style_search_set_query (search, &query);
  offprint_style_search_finish (search);
}

static void
test_first (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (OffprintStyleSearch) search = NULL;
  g_autoptr (OffprintStyleInfo) expected = offprint_style_catalog_dup_info (system_styles, test->first);

  if (expected == NULL)
    {
      g_test_skip ("the style is not installed");
      return;
    }
  search = offprint_style_search_new (G_LIST_MODEL (system_styles));
  look_for (search, test->text, 0, 0);
  g_assert_cmpstr (get_name (search, 0), ==, test->first);
}

/* what is meant exactly, then what the reader uses; without words that comes first */
static void
test_preferred (void)
{
  const char *const favourites[] = { "ieee", "apa-cv", "no-such-style", NULL };
  const char *const recent[] = { "vancouver", "ieee", NULL };
  g_autoptr (OffprintStyleSearch) search = NULL;

  if (g_list_model_get_n_items (G_LIST_MODEL (system_styles)) < 1000)
    {
      g_test_skip ("too few styles are installed");
      return;
    }
  search = offprint_style_search_new (G_LIST_MODEL (system_styles));
  offprint_style_search_set_preferred (search, favourites, recent);
  look_for (search, "", 0, 0);
  g_assert_cmpstr (get_name (search, 0), ==, "ieee");
  g_assert_cmpstr (get_name (search, 1), ==, "apa-cv");
  g_assert_cmpstr (get_name (search, 2), ==, "vancouver");
  g_assert_cmpint (offprint_style_search_get_section (search, 1), ==, OFFPRINT_STYLE_SECTION_FAVOURITES);
  g_assert_cmpint (offprint_style_search_get_section (search, 2), ==, OFFPRINT_STYLE_SECTION_RECENT);
  g_assert_cmpint (offprint_style_search_get_section (search, 3), ==, OFFPRINT_STYLE_SECTION_ALL);

  look_for (search, "ap", 0, 0);
  g_assert_cmpstr (get_name (search, 0), ==, "apa-cv");
  look_for (search, "apa", 0, 0);
  g_assert_cmpstr (get_name (search, 0), ==, "apa");

  look_for (search, "", 0, 1u << 1); /* numbers */
  g_assert_cmpstr (get_name (search, 0), ==, "ieee");
  g_assert_cmpstr (get_name (search, 1), ==, "vancouver");
}

/* no more rows than a screen has, until somebody wants more */
static void
test_grow (void)
{
  g_autoptr (OffprintStyleSearch) search = offprint_style_search_new (G_LIST_MODEL (system_styles));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (system_styles));

  look_for (search, "", 0, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (search)), <=, 20);
  while (offprint_style_search_grow (search))
    ;
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (search)), ==, n);
  look_for (search, "no such style anywhere", 0, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (search)), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  widget_support_init (&argc, &argv);
  system_styles = new_catalog ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/style-search/first/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_first);
    }
  g_test_add_func ("/style-search/preferred", test_preferred);
  g_test_add_func ("/style-search/grow", test_grow);
  status = g_test_run ();
  g_object_unref (system_styles);
  return status;
}
