/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as a style. If it compiles, it must cite: three works that differ
 * little, alone, together and as a bibliography.
 */

#include <stdint.h>
#include <string.h>

#include "csl.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

#define WORK_A "{\"id\":\"a\",\"type\":\"chapter\",\"title\":\"On <i>ants</i>: a “view”\",\"title-short\":\"Ants\",\"author\":[{\"family\":\"van Ray\","  \
               "\"given\":\"Ada-Maria\"},{\"family\":\"Lee\",\"given\":\"Bo\"},{\"literal\":\"ACME\"}],\"container-title\":\"Things\",\"page\":\"12-5\"," \
               "\"volume\":\"3\",\"edition\":\"2\",\"issued\":{\"date-parts\":[[2001,5],[2002,6]]},\"publisher\":\"House\",\"DOI\":\"10.1/a\"}"
#define WORK_B "{\"id\":\"b\",\"type\":\"book\",\"title\":\"On bees?\",\"author\":[{\"family\":\"van Ray\",\"given\":\"Abe\"},{\"family\":\"Lee\",\"given\":\"Bo\"}]," \
               "\"issued\":{\"date-parts\":[[2001]]},\"editor\":[{\"family\":\"Poe\",\"given\":\"Al, Jr.\"}],\"translator\":[{\"family\":\"Poe\",\"given\":\"Al, Jr.\"}]}"
#define WORK_C "{\"id\":\"c\",\"type\":\"legal_case\",\"title\":\"A v. B\",\"issued\":\"circa 1850\",\"page\":\"1, 2 & 3\",\"citation-label\":\"x\"}"

static const char *const works[] = { WORK_A, WORK_B, WORK_C };

static void
use_output (CslOutput *output)
{
  g_autofree char *html = NULL;
  g_autofree char *text = NULL;
  g_autoptr (OffprintRichText) rich = NULL;

  if (output == NULL)
    return;

  html = csl_output_to_html (output);
  text = csl_output_to_text (output);
  rich = csl_output_to_rich_text (output);
  g_assert_true (g_utf8_validate (html, -1, NULL));
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

static void
cite_all (CslProcessor *processor)
{
  CslCite cites[] = {
    { .item = 0, .position = CSL_CITE_AUTO, .near_note = CSL_CITE_AUTO, .locator = "vol. 1, 5-7", .prefix = "see" },
    { .item = 1, .position = CSL_CITE_AUTO, .near_note = CSL_CITE_AUTO },
    { .item = 2, .position = CSL_CITE_AUTO, .near_note = CSL_CITE_AUTO, .suffix = ", end" },
    { .item = 0, .position = CSL_CITE_AUTO, .near_note = CSL_CITE_AUTO, .locator = "5", .label = "chapter" },
  };
  CslCluster clusters[] = {
    { .note = 1, .n_cites = 3, .cites = cites },
    { .note = 2, .n_cites = 1, .cites = cites + 3 },
    { .note = 3, .n_cites = 4, .cites = cites },
  };
  CslOutput *outputs[G_N_ELEMENTS (clusters)] = { NULL };
  g_autoptr (GArray) entries = NULL;

  csl_processor_cite (processor, clusters, G_N_ELEMENTS (clusters), outputs);
  for (gsize i = 0; i < G_N_ELEMENTS (outputs); i++)
    {
      use_output (outputs[i]);
      g_clear_pointer (&outputs[i], csl_output_free);
    }

  entries = csl_processor_bibliography (processor);
  for (guint i = 0; i < entries->len; i++)
    use_output (g_array_index (entries, CslEntry, i).output);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (CslStyle) style = csl_style_new_from_data ((const char *) data, (gssize) size, "fuzz", NULL);
  g_autoptr (CslLocale) locale = style != NULL ? csl_locale_new (style, NULL, NULL, NULL, NULL) : NULL;
  g_autoptr (CslProcessor) processor = NULL;

  if (locale == NULL)
    return 0;

  processor = csl_processor_new (style, locale);
  for (gsize i = 0; i < G_N_ELEMENTS (works); i++)
    {
      g_autoptr (CslItem) item = csl_item_parse (works[i], -1, NULL);

      csl_processor_add_item (processor, item);
    }
  cite_all (processor);

  return 0;
}
