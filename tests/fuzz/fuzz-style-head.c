/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The heads of ten thousand files that anybody may have put there.
 */

#include "csl.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_auto (CslStyleHead) head = { NULL };
  g_autoptr (GError) error = NULL;
  gboolean is_style = csl_style_head_read ((const char *) data, (gssize) size, &head, &error);

  g_assert (is_style == (head.title != NULL));
  g_assert (is_style == (error == NULL));
  return 0;
}
