/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bytes to text: what is dropped, what is mended, and that doing it twice is doing it once.
 */

#include "config.h"

#include "read.h"

#include <string.h>

typedef struct
{
  const char *path;
  const char *bytes;
  gssize length;
  const char *text;
  const char *line;
} Case;

static const Case cases[] = {
  { "empty", "", -1, "", "" },
  { "nothing", NULL, -1, "", "" },
  { "plain", "A plain text", -1, "A plain text", "A plain text" },
  { "nul", "a\0b", 3, "ab", "ab" },
  { "bad-byte", "a\xff"
                "b",
    -1, "a\357\277\275b", "a\357\277\275b" },
  { "cut-character", "a\xe2\x82", -1, "a\357\277\275\357\277\275", "a\357\277\275\357\277\275" },
  { "surrogate", "\xed\xa0\x80", -1, "\357\277\275\357\277\275\357\277\275", "\357\277\275\357\277\275\357\277\275" },
  { "overlong", "\xc0\xaf", -1, "\357\277\275\357\277\275", "\357\277\275\357\277\275" },
  { "controls", "a\001b\033c\177d", -1, "abcd", "abcd" },
  { "windows-quotes", "\302\223x\302\224", -1, "“x”", "“x”" },
  { "line-ends", "a\r\nb\rc\nd", -1, "a\nb\nc\nd", "a b c d" },
  { "line-separator", "a\342\200\250b", -1, "a\nb", "a b" },
  { "blanks", "  a \t b  ", -1, "  a \t b  ", "a b" },
  { "no-break", "10\302\240km", -1, "10\302\240km", "10\302\240km" },
  { "no-break-and-blank", "10\302\240 km", -1, "10\302\240 km", "10 km" },
  { "composed", "e\314\201", -1, "é", "é" },
  { "angstrom", "\342\204\253", -1, "Å", "Å" },
  { "soft-hyphen", "re\302\255tire", -1, "retire", "retire" },
  { "byte-order-mark", "\357\273\277Title", -1, "Title", "Title" },
  { "zero-width", "10.1000\342\200\213/182", -1, "10.1000/182", "10.1000/182" },
  { "direction", "a\342\200\256b\342\201\246c\342\200\217", -1, "abc", "abc" },
  { "joiner-in-latin", "a\342\200\215b", -1, "ab", "ab" },
  { "non-joiner-in-persian", "می\342\200\214خواهم", -1, "می\342\200\214خواهم", "می\342\200\214خواهم" },
  { "family", "👩\342\200\215👧", -1, "👩\342\200\215👧", "👩\342\200\215👧" },
  { "non-character", "a\357\277\277b", -1, "ab", "ab" },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *text = offprint_text_clean (test->bytes, test->length);
  g_autofree char *line = offprint_text_clean_line (test->bytes, test->length);
  g_autofree char *again = offprint_text_clean (text, -1);

  g_assert_cmpstr (text, ==, test->text);
  g_assert_cmpstr (line, ==, test->line);
  g_assert_cmpstr (again, ==, text);
}

/* A letter under a million accents would keep a normalizer busy for hours */
static void
test_marks (void)
{
  g_autoptr (GString) bytes = g_string_new ("a");
  g_autofree char *text = NULL;

  for (guint i = 0; i < 500000; i++)
    g_string_append (bytes, i % 2 == 0 ? "\314\201" : "\314\243");
  text = offprint_text_clean (bytes->str, bytes->len);
  g_assert_cmpuint (g_utf8_strlen (text, -1), <, 40);
}

/* Letters and marks to compose, a million of each: in time that grows with their number */
static void
test_composing (void)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < 1000000; i++)
    g_string_append (bytes, "e\314\201");
  text = offprint_text_clean (bytes->str, bytes->len);
  g_assert_cmpuint (g_utf8_strlen (text, -1), ==, 1000000);
}

static void
test_bound (void)
{
  g_autofree char *bytes = g_malloc (20000100);
  g_autofree char *text = NULL;

  memset (bytes, 'a', 19999999);
  memcpy (bytes + 19999999, "éé", 4);
  text = offprint_text_clean (bytes, 20000003);
  g_assert_cmpuint (strlen (text), ==, 19999999);
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9839);

  for (guint i = 0; i < 20000; i++)
    {
      static const char likely[] = "\xcc\x81\xe2\x80\x8d\xc2\xa0\xd9\x85 aeA\xad\xef\xbb\xbf";
      char bytes[64];
      gsize length = g_rand_int_range (random, 0, sizeof (bytes));
      g_autofree char *text = NULL;
      g_autofree char *again = NULL;
      g_autofree char *normal = NULL;

      for (gsize j = 0; j < length; j++)
        bytes[j] = g_rand_int_range (random, 0, 4) > 0 ? likely[g_rand_int_range (random, 0, sizeof (likely) - 1)]
                                                       : (char) g_rand_int (random);
      text = offprint_text_clean (bytes, length);
      g_assert_true (g_utf8_validate (text, -1, NULL));
      again = offprint_text_clean (text, -1);
      g_assert_cmpstr (again, ==, text);
      normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
      g_assert_cmpstr (normal, ==, text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text/clean/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/text/clean/marks", test_marks);
  g_test_add_func ("/text/clean/composing", test_composing);
  g_test_add_func ("/text/clean/bound", test_bound);
  g_test_add_func ("/text/clean/random", test_random);

  return g_test_run ();
}
