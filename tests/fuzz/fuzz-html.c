/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages: a tree or an error, and rich text of the whole of it.
 */

#include "config.h"

#include "html.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintTree) tree = offprint_html_parse ((const char *) data, size, &error);

  g_assert_true ((tree == NULL) == (error != NULL));
  if (tree != NULL)
    {
      g_autoptr (OffprintRichText) text = offprint_tree_node_dup_rich_text (offprint_tree_get_root (tree));

      g_assert_nonnull (text);
    }

  return 0;
}
