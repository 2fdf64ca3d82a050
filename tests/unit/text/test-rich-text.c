/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The value and its builder.
 */

#include "config.h"

#include "rich-text.h"

#include "support.h"

#include <string.h>

static void
test_merging (void)
{
  OffprintRichTextBuilder *builder = offprint_rich_text_builder_new ();
  g_autoptr (OffprintRichText) text = NULL;
  g_autofree char *dump = NULL;

  offprint_rich_text_builder_add_run (builder, "a", -1, 0, NULL);
  offprint_rich_text_builder_add_run (builder, "bx", 1, 0, NULL);
  offprint_rich_text_builder_add_run (builder, "", -1, OFFPRINT_RUN_BOLD, NULL);
  offprint_rich_text_builder_add_run (builder, "c", -1, OFFPRINT_RUN_ITALIC, NULL);
  offprint_rich_text_builder_add_run (builder, "d", -1, OFFPRINT_RUN_ITALIC, "https://example.org/");
  text = offprint_rich_text_builder_end (builder);
  dump = support_dump (text);
  g_assert_cmpstr (dump, ==, "¶ ab{i:c}{i@https://example.org/:d}");
}

static void
test_empty_blocks (void)
{
  OffprintRichTextBuilder *builder = offprint_rich_text_builder_new ();
  g_autoptr (OffprintRichText) text = NULL;
  g_autofree char *dump = NULL;

  offprint_rich_text_builder_begin_block (builder, OFFPRINT_BLOCK_HEADING, 1, 0);
  offprint_rich_text_builder_begin_block (builder, OFFPRINT_BLOCK_ORDERED_ITEM, 1, 1);
  offprint_rich_text_builder_add_run (builder, "a", -1, 0, NULL);
  offprint_rich_text_builder_begin_block (builder, OFFPRINT_BLOCK_PARAGRAPH, 0, 0);
  text = offprint_rich_text_builder_end (builder);
  dump = support_dump (text);
  g_assert_cmpstr (dump, ==, "1./1 a");
}

static void
test_controls (void)
{
  OffprintRichTextBuilder *builder = offprint_rich_text_builder_new ();
  g_autoptr (OffprintRichText) text = NULL;
  g_autofree char *dump = NULL;

  offprint_rich_text_builder_add_run (builder, "\001a\302\205\033b\tc\nd\177\302\240", -1, 0, NULL);
  text = offprint_rich_text_builder_end (builder);
  dump = support_dump (text);
  g_assert_cmpstr (dump, ==, "¶ ab\tc\nd\302\240");
}

static void
test_dropped (void)
{
  g_autoptr (OffprintRichTextBuilder) builder = offprint_rich_text_builder_new ();

  offprint_rich_text_builder_add_run (builder, "a", -1, 0, NULL);
}

static void
test_equal (void)
{
  g_autoptr (OffprintRichText) a = offprint_rich_text_new_plain ("a");
  g_autoptr (OffprintRichText) also_a = offprint_rich_text_new_plain ("a");
  g_autoptr (OffprintRichText) b = offprint_rich_text_new_plain ("b");
  g_autoptr (OffprintRichText) empty = offprint_rich_text_new_plain ("");

  g_assert_true (offprint_rich_text_equal (a, a));
  g_assert_true (offprint_rich_text_equal (a, also_a));
  g_assert_false (offprint_rich_text_equal (a, b));
  g_assert_false (offprint_rich_text_equal (a, empty));
  g_assert_true (offprint_rich_text_is_empty (empty));
}

/* A million runs of one letter become one run, in time that grows with their number */
static void
test_many_runs (void)
{
  OffprintRichTextBuilder *builder = offprint_rich_text_builder_new ();
  g_autoptr (OffprintRichText) text = NULL;

  for (guint i = 0; i < 1000000; i++)
    offprint_rich_text_builder_add_run (builder, "x", 1, OFFPRINT_RUN_MATH, NULL);
  text = offprint_rich_text_builder_end (builder);
  g_assert_cmpuint (offprint_rich_text_get_block (text, 0)->n_runs, ==, 1);
  g_assert_cmpuint (strlen (offprint_rich_text_get_block (text, 0)->runs[0].text), ==, 1000000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/rich-text/merging", test_merging);
  g_test_add_func ("/text/rich-text/empty-blocks", test_empty_blocks);
  g_test_add_func ("/text/rich-text/controls", test_controls);
  g_test_add_func ("/text/rich-text/dropped", test_dropped);
  g_test_add_func ("/text/rich-text/equal", test_equal);
  g_test_add_func ("/text/rich-text/many-runs", test_many_runs);

  return g_test_run ();
}
