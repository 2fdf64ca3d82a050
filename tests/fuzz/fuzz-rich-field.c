/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any text as a field: brackets nest, no byte is lost but those of tags, and
 * each case can be given.
 */

#include <stdint.h>
#include <string.h>

#include "text-case.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
check_nesting (CslRichField *field)
{
  guint n_tokens;
  const CslRichToken *tokens = csl_rich_field_get_tokens (field, &n_tokens);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n_tokens; i++)
    {
      if (tokens[i].kind == CSL_RICH_OPEN || tokens[i].kind == CSL_RICH_OPEN_QUOTE)
        {
          g_array_append_val (open, i);
        }
      else if (tokens[i].kind == CSL_RICH_CLOSE || tokens[i].kind == CSL_RICH_CLOSE_QUOTE)
        {
          g_assert_cmpuint (open->len, >, 0);
          g_assert_cmpuint (g_array_index (open, guint, open->len - 1), ==, tokens[i].partner);
          g_array_set_size (open, open->len - 1);
        }
      g_assert_true (g_utf8_validate (tokens[i].text, tokens[i].length, NULL));
    }
  g_assert_cmpuint (open->len, ==, 0);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autoptr (CslRichField) field = csl_rich_field_parse (text, -1);

  check_nesting (field);
  for (guint i = CSL_TEXT_CASE_NONE; i <= CSL_TEXT_CASE_TITLE; i++)
    {
      g_autoptr (CslRichField) changed = csl_text_case_apply ((CslTextCase) i, field, i % 2 == 0 ? "en" : "tr");

      check_nesting (changed);
    }

  return 0;
}
