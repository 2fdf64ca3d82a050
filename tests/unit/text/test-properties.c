/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What holds for every text, whatever came in: the targets' own parsers take it and read
 * the same words. pandoc is asked once for each target, about all texts together.
 */

#include "config.h"

#include "html.h"
#include "read.h"
#include "write.h"

#include "support.h"

#include <json-glib/json-glib.h>
#include <pango/pango.h>
#include <string.h>

#define N_SOUPS 4000
#define N_TEXTS 2000
/* Parts the texts in what pandoc reads; stands in no scrap */
#define MARK "QZQ"

static void
assert_same_words (OffprintRichText *text,
                   const char       *words,
                   const char       *source)
{
  g_autofree char *expected = support_words (text);
  g_autofree char *got = g_strdup (words);

  support_remove_space (expected);
  support_remove_space (got);
  if (strcmp (expected, got) != 0)
    g_test_message ("from: %s", source);
  g_assert_cmpstr (got, ==, expected);
}

static void
check_html (OffprintRichText *text)
{
  g_autofree char *html = offprint_rich_text_to_html (text, OFFPRINT_WRITE_DOCUMENT);
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintTree) tree = offprint_html_parse (html, -1, &error);
  g_autofree char *words = NULL;

  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (html, -1, NULL));
  words = offprint_tree_node_dup_text (offprint_tree_get_root (tree));
  assert_same_words (text, words, html);
}

static void
check_pango (OffprintRichText *text)
{
  g_autofree char *markup = offprint_rich_text_to_pango (text, OFFPRINT_WRITE_NO_LINKS);
  g_autofree char *plain = offprint_rich_text_to_plain (text);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (pango_parse_markup (markup, -1, 0, NULL, &words, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (words, ==, plain);
}

static void
check_stored (OffprintRichText *text)
{
  g_autofree char *stored = offprint_rich_text_to_stored (text);
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintRichText) back = offprint_rich_text_new_from_stored (stored, -1, &error);

  if (error != NULL)
    g_test_message ("stored: %s", stored);
  g_assert_no_error (error);
  again = offprint_rich_text_to_stored (back);
  g_assert_cmpstr (again, ==, stored);
  if (!offprint_rich_text_equal (text, back))
    {
      g_autofree char *a = support_dump (text);
      g_autofree char *b = support_dump (back);

      g_assert_cmpstr (b, ==, a);
      g_assert_true (offprint_rich_text_equal (text, back));
    }
}

static void
check_ascii_targets (OffprintRichText *text)
{
  g_autofree char *rtf = offprint_rich_text_to_rtf (text, OFFPRINT_WRITE_DOCUMENT | OFFPRINT_WRITE_HANGING_INDENT);
  g_autofree char *latex = offprint_rich_text_to_latex (text, OFFPRINT_WRITE_DOCUMENT);
  g_autofree char *markdown = offprint_rich_text_to_markdown (text, OFFPRINT_WRITE_DEFAULT);
  g_autofree char *line = offprint_rich_text_to_inline (text);

  g_assert_true (g_str_is_ascii (rtf));
  g_assert_true (g_utf8_validate (latex, -1, NULL));
  g_assert_true (g_utf8_validate (markdown, -1, NULL));
  g_assert_true (g_utf8_validate (line, -1, NULL));
}

static void
check_all (OffprintRichText *text)
{
  check_html (text);
  check_pango (text);
  check_ascii_targets (text);
}

static void
test_soup (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < N_SOUPS; i++)
    {
      g_autofree char *soup = support_random_soup (random);
      g_autoptr (OffprintRichText) text = offprint_rich_text_new_from_markup (soup, -1);
      g_autoptr (OffprintRichText) line = offprint_rich_text_new_from_inline (soup, -1);
      g_autoptr (OffprintRichText) plain = offprint_rich_text_new_from_plain (soup, -1);

      check_all (text);
      check_stored (text);
      check_all (line);
      check_stored (line);
      check_all (plain);
      check_stored (plain);
      g_assert_cmpuint (offprint_rich_text_get_n_blocks (line), <=, 1);
    }
}

static void
test_built (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autoptr (OffprintRichText) text = support_random_text (random);

      check_all (text);
    }
}

/* Any bytes may claim to be the stored form; they give a text or an error, and no crash */
static void
test_not_stored (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint i = 0; i < N_SOUPS; i++)
    {
      g_autofree char *soup = support_random_soup (random);
      g_autoptr (GError) error = NULL;
      g_autoptr (OffprintRichText) text = offprint_rich_text_new_from_stored (soup, -1, &error);

      g_assert_true ((text == NULL) == (error != NULL));
      if (text != NULL)
        check_all (text);
    }
}

/* All words in a document as pandoc understood it */
static void
append_words (GString  *string,
              JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        append_words (string, json_array_get_element (array, i));
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      const char *type = json_object_get_string_member_with_default (object, "t", "");

      if (strcmp (type, "Str") == 0)
        g_string_append (string, json_object_get_string_member (object, "c"));
      else if (strcmp (type, "Link") == 0)
        append_words (string, json_array_get_element (json_object_get_array_member (object, "c"), 1));
      else if (strcmp (type, "RawInline") == 0 || strcmp (type, "RawBlock") == 0)
        return;
      else if (strcmp (type, "Code") == 0 || strcmp (type, "CodeBlock") == 0 || strcmp (type, "Math") == 0)
        g_string_append (string, "(code)");
      else if (json_object_has_member (object, "c"))
        append_words (string, json_object_get_member (object, "c"));
    }
}

static char *
ask_pandoc (const char *format,
            const char *document)
{
  g_autoptr (GSubprocess) pandoc = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *json = NULL;
  GString *words = NULL;

  pandoc = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                             "pandoc", "-f", format, "-t", "json", NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (pandoc, document, NULL, &json, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (pandoc));
  g_assert_true (json_parser_load_from_data (parser, json, -1, &error));
  g_assert_no_error (error);
  words = g_string_new (NULL);
  append_words (words, json_object_get_member (json_node_get_object (json_parser_get_root (parser)), "blocks"));

  return g_string_free (words, FALSE);
}

typedef char *(*Write) (OffprintRichText *text,
                        OffprintWriteFlags flags);

typedef struct
{
  const char *path;
  const char *format;
  Write write;
  const char *head;
  const char *mark;
  const char *tail;
} Target;

static const Target targets[] = {
  { "rtf", "rtf", offprint_rich_text_to_rtf, "{\\rtf1\\ansi\\ansicpg1252\\deff0\\uc1{\\fonttbl{\\f0 Serif;}}\\f0\\fs24\n",
    "\\pard " MARK "\\par\n", "}" },
  { "latex", "latex-smart", offprint_rich_text_to_latex, "", "\n\n" MARK "\n\n", "" },
  { "markdown", "commonmark", offprint_rich_text_to_markdown, "", "\n\n" MARK "\n\n", "" },
  { "gfm", "gfm-autolink_bare_uris-emoji", offprint_rich_text_to_markdown, "", "\n\n" MARK "\n\n", "" },
};

/* RTF has no lists of its own here: signs and numbers are words to pandoc; and it does
 * not join the surrogates in which the specification has characters beyond the first plane */
static char *
get_expected (OffprintRichText *text,
              gboolean          is_rtf)
{
  GString *string = g_string_new (NULL);

  for (gsize i = 0; i < offprint_rich_text_get_n_blocks (text); i++)
    {
      const OffprintBlock *block = offprint_rich_text_get_block (text, i);

      if (is_rtf && block->kind == OFFPRINT_BLOCK_BULLET_ITEM)
        g_string_append (string, "•");
      if (is_rtf && block->kind == OFFPRINT_BLOCK_ORDERED_ITEM)
        g_string_append_printf (string, "%u.", block->number);
      for (gsize j = 0; j < block->n_runs; j++)
        g_string_append (string, block->runs[j].text);
    }
  if (is_rtf)
    g_string_replace (string, "𝒜", "\357\277\275\357\277\275", 0);

  return g_string_free (string, FALSE);
}

static void
straighten (char *text)
{
  for (char *p = text; (p = strstr (p, "’")) != NULL;)
    {
      *p = '\'';
      memmove (p + 1, p + 3, strlen (p + 3) + 1);
    }
}

static void
test_pandoc (gconstpointer data)
{
  const Target *target = data;
  g_autofree char *program = g_find_program_in_path ("pandoc");
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  g_autoptr (GString) document = g_string_new (target->head);
  g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *words = NULL;
  g_auto (GStrv) parts = NULL;

  if (program == NULL)
    {
      g_test_skip ("pandoc is not installed");
      return;
    }
  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *soup = support_random_soup (random);
      g_autoptr (OffprintRichText) text = i % 3 == 0   ? support_random_text (random)
                                          : i % 3 == 1 ? offprint_rich_text_new_from_markup (soup, -1)
                                                       : offprint_rich_text_new_from_plain (soup, -1);
      g_autofree char *written = target->write (text, OFFPRINT_WRITE_DEFAULT);

      g_string_append (document, written);
      g_string_append (document, target->mark);
      g_ptr_array_add (expected, get_expected (text, strcmp (target->format, "rtf") == 0));
    }
  g_string_append (document, target->tail);
  words = ask_pandoc (target->format, document->str);
  parts = g_strsplit (words, MARK, -1);
  for (guint i = 0; i < expected->len; i++)
    {
      char *want = g_ptr_array_index (expected, i);

      g_assert_nonnull (parts[i]);
      support_remove_space (want);
      support_remove_space (parts[i]);
      /* TeX sets a typewriter's apostrophe as a curved one */
      straighten (want);
      straighten (parts[i]);
      g_assert_cmpstr (parts[i], ==, want);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/properties/soup", test_soup);
  g_test_add_func ("/text/properties/built", test_built);
  g_test_add_func ("/text/properties/not-stored", test_not_stored);
  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *path = g_strconcat ("/text/properties/pandoc/", targets[i].path, NULL);

      g_test_add_data_func (path, &targets[i], test_pandoc);
    }
  return g_test_run ();
}
