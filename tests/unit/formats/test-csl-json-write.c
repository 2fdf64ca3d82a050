/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * CSL-JSON for other programs: ours is left out, what was kept goes back.
 */

#include "config.h"

#include "support.h"

#include "json-value.h"

#include <string.h>

static const struct
{
  const char *path;
  const char *json;
  const char *written;
} cases[] = {
  { "plain", "{'type': 'book', 'id': 'x', 'title': 'T'}", "[{'type':'book','id':'x','title':'T'}]" },
  { "kept", "{'type': 'book', 'id': 'x', 'foo': [1], 'author': [{'family': 'A', 'bar': 2}]}",
    "[{'type':'book','id':'x','author':[{'family':'A','bar':2}],'foo':[1]}]" },
  { "custom", "{'type': 'book', 'id': 'x', 'custom': {'mine': 1}}", "[{'type':'book','id':'x','custom':{'mine':1}}]" },
};

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *text = support_write (OFFPRINT_FORMAT_CSL_JSON, cases[i].json);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  g_autoptr (JsonNode) expected = NULL;
  g_autofree char *json = g_strdelimit (g_strdup (cases[i].written), "'", '"');

  expected = json_from_string (json, NULL);
  g_assert_true (json_node_equal (root, expected));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/formats/csl-json/write/", cases[i].path, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  return g_test_run ();
}
