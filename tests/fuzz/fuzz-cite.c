/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as a list of items, cited in the built-in style: alone, together
 * and as a bibliography, so that hostile fields meet every stage.
 */

#include <stdint.h>
#include <string.h>

#include "csl.h"

#define MAX_ITEMS 20

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
use_output (CslOutput *output)
{
  g_autofree char *html = NULL;
  g_autoptr (OffprintRichText) rich = NULL;

  if (output == NULL)
    return;

  html = csl_output_to_html (output);
  rich = csl_output_to_rich_text (output);
  g_assert_true (g_utf8_validate (html, -1, NULL));
}

static void
cite (CslStyle  *style,
      CslLocale *locale,
      GPtrArray *items)
{
  g_autoptr (CslProcessor) processor = csl_processor_new (style, locale);
  g_autoptr (GArray) cites = g_array_new (FALSE, TRUE, sizeof (CslCite));
  g_autoptr (GArray) entries = NULL;
  CslCluster cluster = { 0 };
  CslOutput *output = NULL;

  for (guint i = 0; i < MIN (items->len, MAX_ITEMS); i++)
    {
      CslCite one = { .position = CSL_CITE_AUTO, .near_note = CSL_CITE_AUTO };

      one.item = csl_processor_add_item (processor, g_ptr_array_index (items, i));
      one.locator = csl_item_get_text (g_ptr_array_index (items, i), CSL_VARIABLE_PAGE);
      g_array_append_val (cites, one);
    }
  if (cites->len == 0)
    return;

  cluster.cites = (const CslCite *) (gpointer) cites->data;
  cluster.n_cites = cites->len;
  csl_processor_cite (processor, &cluster, 1, &output);
  use_output (output);
  g_clear_pointer (&output, csl_output_free);

  entries = csl_processor_bibliography (processor);
  for (guint i = 0; i < entries->len; i++)
    use_output (g_array_index (entries, CslEntry, i).output);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static CslStyle *style = NULL;
  static CslLocale *locale = NULL;
  g_autoptr (GPtrArray) items = NULL;

  /* Compiled once: the fuzzer's time belongs to the items */
  if (style == NULL)
    {
      g_autoptr (GBytes) bytes = csl_builtin_get_style_bytes ();

      style = csl_style_new_from_data (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "built in", NULL);
      locale = csl_locale_new (style, NULL, NULL, NULL, NULL);
    }

  items = csl_items_from_json ((const char *) data, (gssize) size, NULL);
  if (items != NULL)
    cite (style, locale, items);

  return 0;
}
