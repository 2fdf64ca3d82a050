/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as an item: it is read or refused, and all that it has can be asked
 * for. Each field goes on to what looks into text: case, numbers, pages, initials.
 */

#include <stdint.h>
#include <string.h>

#include "initials.h"
#include "item.h"
#include "number.h"
#include "page-range.h"
#include "text-case.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
try_text (CslItem     *item,
          CslVariable  variable)
{
  const char *text = csl_item_get_text (item, variable);
  CslRichField *rich = csl_item_get_rich (item, variable);
  g_autoptr (CslRichField) changed = NULL;
  g_autoptr (CslNumber) number = NULL;
  g_autoptr (GArray) locator = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *pages = NULL;

  if (text == NULL)
    return;

  g_assert_true (g_utf8_validate (text, -1, NULL));
  changed = csl_text_case_apply ((CslTextCase) (1 + variable % 6), rich, "en");
  number = csl_number_parse (text, -1, "and");
  printed = csl_number_format (number, CSL_NUMBER_FORM_ROMAN, "–", "&", NULL, NULL);
  pages = csl_page_range_format (CSL_PAGE_RANGE_CHICAGO_16, text, "–", "&");
  locator = csl_locator_parse (text, "and");
  g_assert_true (g_utf8_validate (printed, -1, NULL));
  g_assert_true (g_utf8_validate (pages, -1, NULL));
}

static void
try_names (CslItem     *item,
           CslVariable  variable)
{
  guint n_names;
  const CslName *names = csl_item_get_names (item, variable, &n_names);

  for (guint i = 0; i < n_names; i++)
    {
      g_autofree char *initials = NULL;

      if (names[i].given == NULL)
        continue;
      initials = csl_initials_format (names[i].given, ". ", i % 2 == 0, TRUE);
      g_assert_true (g_utf8_validate (initials, -1, NULL));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (CslItem) item = csl_item_parse ((const char *) data, (gssize) size, NULL);

  if (item == NULL)
    return 0;

  for (guint i = CSL_VARIABLE_NONE + 1; i < CSL_N_VARIABLES; i++)
    {
      const CslDate *date = csl_item_get_date (item, (CslVariable) i);

      try_text (item, (CslVariable) i);
      try_names (item, (CslVariable) i);
      g_assert_true (date == NULL || date->literal != NULL || date->n_points > 0);
    }

  return 0;
}
