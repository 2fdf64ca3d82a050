/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stored form: a text or an error.
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
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintRichText) text = offprint_rich_text_new_from_stored ((const char *) data, size, &error);

  g_assert_true ((text == NULL) == (error != NULL));
  if (text != NULL)
    {
      g_autofree char *stored = offprint_rich_text_to_stored (text);
      g_autoptr (OffprintRichText) back = offprint_rich_text_new_from_stored (stored, -1, NULL);

      g_assert_nonnull (back);
    }

  return 0;
}
