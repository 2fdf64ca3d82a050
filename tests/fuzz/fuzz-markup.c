/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Abstracts: whatever comes in is written and read again as the same text.
 */

#include "config.h"

#include "read.h"
#include "write.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (OffprintRichText) text = offprint_rich_text_new_from_markup ((const char *) data, size);
  g_autofree char *stored = offprint_rich_text_to_stored (text);
  g_autofree char *markdown = offprint_rich_text_to_markdown (text, OFFPRINT_WRITE_DEFAULT);
  g_autofree char *latex = offprint_rich_text_to_latex (text, OFFPRINT_WRITE_DOCUMENT);
  g_autofree char *rtf = offprint_rich_text_to_rtf (text, OFFPRINT_WRITE_DOCUMENT);
  g_autoptr (OffprintRichText) back = offprint_rich_text_new_from_stored (stored, -1, NULL);

  g_assert_nonnull (back);
  g_assert_true (offprint_rich_text_equal (text, back));

  return 0;
}
