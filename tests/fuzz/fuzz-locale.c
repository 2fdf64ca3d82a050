/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as the file of a locale, under the style that is built in. If it
 * loads, a work with dates, names and numbers is cited in it.
 */

#include <stdint.h>
#include <string.h>

#include "csl.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

typedef struct
{
  const uint8_t *data;
  size_t size;
} Input;

static GBytes *
load_cb (const char *tag,
         gpointer    user_data)
{
  const Input *input = user_data;

  return g_bytes_new (input->data, input->size);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  Input input = { data, size };
  g_autoptr (GBytes) bytes = csl_builtin_get_style_bytes ();
  g_autoptr (CslStyle) style = csl_style_new_from_data (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "built in", NULL);
  g_autoptr (CslLocale) locale = csl_locale_new (style, "de-DE", load_cb, &input, NULL);
  g_autoptr (CslProcessor) processor = NULL;
  g_autoptr (CslItem) item = NULL;
  g_autoptr (CslOutput) entry = NULL;
  g_autofree char *text = NULL;

  if (locale == NULL)
    return 0;

  processor = csl_processor_new (style, locale);
  item = csl_item_parse ("{\"type\":\"speech\",\"title\":\"“Ants”\",\"edition\":2,\"author\":[{\"family\":\"A\"},{\"family\":\"B\"}],"
                         "\"issued\":\"2001-05-03\",\"event-date\":\"2001-05-03/2002-06-01\",\"page\":\"5-9\",\"volume\":3,"
                         "\"URL\":\"https://example.org/\",\"accessed\":\"2024-01-21\"}",
                         -1, NULL);
  entry = csl_processor_format_entry (processor, item);
  text = entry != NULL ? csl_output_to_text (entry) : NULL;
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));

  return 0;
}
