/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages: found by element, attribute and class, and the ones that were made to hurt.
 */

#include "config.h"

#include "html.h"

#include "read.h"
#include "support.h"

#include <string.h>

static void
test_find (void)
{
  static const char page[] =
    "<!DOCTYPE html><title>Page</title><META name=DOI content='10.1000/182&#160;'>"
    "<section id=a class='x c-section y'><h2>Abstract</h2><p>One <i>two</i><p>Three</section>"
    "<section id=b class='c-sections'><custom-thing>Four</custom-thing></section>";
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintTree) tree = offprint_html_parse (page, -1, &error);
  const OffprintTreeNode *root = NULL;
  const OffprintTreeNode *node = NULL;
  g_autoptr (OffprintRichText) text = NULL;
  g_autofree char *dump = NULL;
  g_autofree char *words = NULL;

  g_assert_no_error (error);
  root = offprint_tree_get_root (tree);
  node = offprint_tree_node_find (root, NULL, "meta", "name", "DOI");
  g_assert_nonnull (node);
  g_assert_cmpstr (offprint_tree_node_get_attribute (node, "content"), ==, "10.1000/182\302\240");
  node = offprint_tree_node_find (root, NULL, NULL, "class", "c-section");
  g_assert_cmpstr (offprint_tree_node_get_attribute (node, "id"), ==, "a");
  text = offprint_tree_node_dup_rich_text (node);
  dump = support_dump (text);
  g_assert_cmpstr (dump, ==, "¶ One {i:two}\n¶ Three");
  g_assert_null (offprint_tree_node_find (root, node, NULL, "class", "c-section"));
  node = offprint_tree_node_find (root, NULL, "custom-thing", NULL, NULL);
  words = offprint_tree_node_dup_text (node);
  g_assert_cmpstr (words, ==, "Four");
}

static const struct
{
  const char *path;
  const char *scrap;
  const char *tail;
  gsize size;
} hostile[] = {
  { "deep", "<div>", "", 3000000 },
  { "deep-unclosed", "<div></x>", "", 3000000 },
  { "misnested", "<b><div></b>", "", 1000000 },
  { "formatting", "<b id=1><i id=2><u id=3>", "<p>x</p><p>x</p>", 1000 },
  { "paragraphs", "<p>", "", 1000000 },
  { "tables", "<table><tr><td>", "", 200000 },
  { "comments", "<!--", "", 1000000 },
  { "attributes", "<a b='", "", 1000000 },
  { "nul", "<p>\001&#0;&#x1;", "", 10000 },
};

/* Each is read or refused, soon and within bounds */
static void
test_hostile (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GString) page = g_string_new (NULL);
  g_autoptr (OffprintTree) tree = NULL;
  g_autoptr (GError) error = NULL;

  while (page->len < hostile[i].size)
    g_string_append (page, hostile[i].scrap);
  for (guint j = 0; j < 20000; j++)
    g_string_append (page, hostile[i].tail);
  tree = offprint_html_parse (page->str, page->len, &error);
  g_assert_true ((tree == NULL) == (error != NULL));
  if (tree != NULL)
    {
      g_autofree char *words = offprint_tree_node_dup_text (offprint_tree_get_root (tree));

      g_assert_true (g_utf8_validate (words, -1, NULL));
    }
}

static void
test_too_large (void)
{
  g_autofree char *page = g_malloc0 (20000001);
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintTree) tree = offprint_html_parse (page, 20000001, &error);

  g_assert_error (error, OFFPRINT_TEXT_ERROR, OFFPRINT_TEXT_ERROR_TOO_LARGE);
  g_assert_null (tree);
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *soup = support_random_soup (random);
      g_autoptr (GError) error = NULL;
      g_autoptr (OffprintTree) tree = offprint_html_parse (soup, -1, &error);
      g_autoptr (OffprintRichText) text = NULL;

      g_assert_no_error (error);
      text = offprint_tree_node_dup_rich_text (offprint_tree_get_root (tree));
      g_assert_nonnull (text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/html/find", test_find);
  g_test_add_func ("/text/html/too-large", test_too_large);
  g_test_add_func ("/text/html/random", test_random);
  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *path = g_strconcat ("/text/html/hostile/", hostile[i].path, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_hostile);
    }
  return g_test_run ();
}
