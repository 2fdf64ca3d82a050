/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs one layer over small pages of our own.
 */

#include "config.h"

#include "layer-support.h"

#include <string.h>

typedef struct
{
  Layer layer;
  const LayerCase *what;
} Test;

static void
run (gconstpointer data)
{
  const Test *test = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (test->what->html, strlen (test->what->html));
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintPage) page = offprint_page_new (bytes, NULL, "https://example.org/a/b", &error);
  g_autoptr (JsonObject) record = NULL;
  gsize n = 0;

  g_assert_no_error (error);
  record = test->layer (page);
  while (n < G_N_ELEMENTS (test->what->facts) && test->what->facts[n].path != NULL)
    n++;
  if (n == 0)
    {
      g_assert_null (record);
      return;
    }
  g_assert_nonnull (record);
  expect_facts (record, test->what->facts, n);
  if (!json_object_has_member (record, "type"))
    json_object_set_string_member (record, "type", "document");
  expect_sound (record);
}

void
layer_add_cases (const char      *prefix,
                 Layer            layer,
                 const LayerCase *cases,
                 gsize            n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strconcat (prefix, cases[i].path, NULL);
      Test *test = g_new0 (Test, 1);

      test->layer = layer;
      test->what = &cases[i];
      g_test_add_data_func_full (path, test, run, g_free);
    }
}
