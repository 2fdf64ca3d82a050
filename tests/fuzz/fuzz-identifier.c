/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever is pasted: what is found is valid UTF-8, and is itself when asked for again.
 */

#include <stddef.h>
#include <stdint.h>

#include "identifier.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GPtrArray) found = offprint_identifier_find_all (text, -1);
  g_autoptr (OffprintIdentifier) one = offprint_identifier_parse (text, -1, NULL);

  for (guint i = 0; i < found->len; i++)
    {
      OffprintIdentifier *identifier = g_ptr_array_index (found, i);
      g_autofree char *url = offprint_identifier_dup_url (identifier);
      g_autofree char *shown = offprint_identifier_dup_shown (identifier);

      g_assert_true (g_utf8_validate (offprint_identifier_get_value (identifier), -1, NULL));
    }

  return 0;
}
