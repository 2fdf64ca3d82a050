/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as the citations of a document; and as JSON for the small reader, which may take
 * nothing that json-glib does not take as well.
 */

#include <stdint.h>
#include <string.h>

#include "csl.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
compare_readers (const char *json,
                 gsize       length)
{
  g_autoptr (CslArena) arena = csl_arena_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();

  if (!g_utf8_validate_len (json, length, NULL) || csl_value_parse (arena, json, length) == NULL)
    return;
  json_parser_set_strict (parser, TRUE);
  g_assert_true (json_parser_load_from_data (parser, json, (gssize) length, NULL));
}

static void
ignore_cb (const char *text,
           gsize       length,
           gpointer    user_data)
{
  g_assert_true (g_utf8_validate_len (text, length, NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static CslStyle *style = NULL;
  static CslLocale *locale = NULL;
  static GPtrArray *items = NULL;
  static const char own[] = "[{\"id\":\"a\",\"type\":\"book\",\"title\":\"A\",\"author\":[{\"family\":\"Doe\"}],\"issued\":{\"date-parts\":[[2020]]}},"
                            "{\"id\":\"b\",\"type\":\"book\",\"title\":\"B\"}]";
  g_autoptr (CslClusterList) clusters = NULL;
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func (g_free);
  CslJsonRequest request = { .format = CSL_JSON_HTML, .parts = CSL_JSON_CITATIONS | CSL_JSON_LIST };

  if (style == NULL)
    {
      g_autoptr (GBytes) bytes = csl_builtin_get_style_bytes ();

      style = csl_style_new_from_data (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "built in", NULL);
      locale = csl_locale_new (style, NULL, NULL, NULL, NULL);
      items = csl_items_from_json (own, -1, NULL);
    }

  compare_readers ((const char *) data, size);
  clusters = csl_cluster_list_read ((const char *) data, (gssize) size, NULL);
  if (clusters == NULL)
    return 0;
  request.style = style;
  request.locale = locale;
  request.clusters = clusters;
  request.errors = errors;
  csl_json_render (&request, items, ignore_cb, NULL);

  return 0;
}
