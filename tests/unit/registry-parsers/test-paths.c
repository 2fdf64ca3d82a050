/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small table, small messages: what is kept, under which pointer, and how much.
 */

#include "config.h"

#include "paths.h"
#include "record.h"
#include "records-support.h"

#include <string.h>

static const OffprintPath table[] = {
  { "/title[]", "/title", NULL },
  { "/author[]/family", "/author", NULL },
  { "/relation/*[]/id", "/custom/offprint/relations", NULL },
  { "/score", NULL, "no fact" },
  { "/archive[]", "/custom/offprint/kept", NULL },
};

typedef struct
{
  const char *path;
  const char *message;
  const char *kept; /* JSON of custom.offprint.kept; NULL: nothing */
} Case;

static const Case cases[] = {
  { "listed", "{\"title\":[\"a\"],\"author\":[{\"family\":\"b\"}],\"score\":1}", NULL },
  { "unlisted", "{\"odd\":{\"x\":[1]}}", "{\"/odd\":{\"x\":[1]}}" },
  { "inside-a-list", "{\"author\":[{\"family\":\"b\"},{\"prefix\":\"Dr\"}]}", "{\"/author/1/prefix\":\"Dr\"}" },
  { "any-name", "{\"relation\":{\"is-part-of\":[{\"id\":\"x\",\"odd\":1}]}}", "{\"/relation/is-part-of/0/odd\":1}" },
  { "says-nothing", "{\"a\":null,\"b\":[],\"c\":{},\"d\":\"\"}", NULL },
  { "wrong-type", "{\"title\":{\"deep\":1},\"author\":\"one\"}", "{\"/title/deep\":1,\"/author\":\"one\"}" },
  { "list-or-not", "{\"title\":\"alone\",\"score\":[1]}", NULL },
  { "kept-whole", "{\"archive\":[\"A\",{\"b\":1}]}", "{\"/archive\":[\"A\",{\"b\":1}]}" },
  { "escaped", "{\"a/b~c\":1}", "{\"/a~1b~0c\":1}" },
};

static JsonObject *
keep (const char *message)
{
  g_autoptr (JsonNode) node = json_from_string (message, NULL);
  JsonObject *record = offprint_record_new ();

  offprint_paths_keep_unlisted (table, G_N_ELEMENTS (table), json_node_get_object (node), record);
  return record;
}

static void
test_keep (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (JsonObject) record = keep (test->message);

  support_check_fact (record, "/custom/offprint/kept", test->kept);
}

static void
test_bounded (void)
{
  g_autoptr (GString) message = g_string_new ("{");
  g_autofree char *big = g_strnfill (3000, 'x');
  g_autoptr (JsonObject) record = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (message, "%s\"m%u\":\"%s\"", i > 0 ? "," : "", i, big);
  g_string_append (message, "}");
  record = keep (message->str);
  node = json_node_init_object (json_node_alloc (), record);
  text = json_to_string (node, FALSE);
  g_assert_cmpuint (strlen (text), <, 70000);
  g_assert_cmpuint (strlen (text), >, 30000);
}

static void
test_find (void)
{
  g_assert_nonnull (offprint_paths_find (table, G_N_ELEMENTS (table), "/title[]"));
  g_assert_nonnull (offprint_paths_find (table, G_N_ELEMENTS (table), "/title"));
  g_assert_nonnull (offprint_paths_find (table, G_N_ELEMENTS (table), "/relation/has-part[]/id"));
  g_assert_nonnull (offprint_paths_find (table, G_N_ELEMENTS (table), "/archive[]/anything"));
  g_assert_null (offprint_paths_find (table, G_N_ELEMENTS (table), "/titles"));
  g_assert_null (offprint_paths_find (table, G_N_ELEMENTS (table), "/author[]"));
  g_assert_null (offprint_paths_find (table, G_N_ELEMENTS (table), "/relation/a/b/id"));
}

static void
test_knows (void)
{
  g_assert_true (offprint_paths_knows (table, G_N_ELEMENTS (table), "/author"));
  g_assert_true (offprint_paths_knows (table, G_N_ELEMENTS (table), "/score"));
  g_assert_false (offprint_paths_knows (table, G_N_ELEMENTS (table), "/auth"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/paths/keep/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_keep);
    }
  g_test_add_func ("/paths/bounded", test_bounded);
  g_test_add_func ("/paths/find", test_find);
  g_test_add_func ("/paths/knows", test_knows);
  return g_test_run ();
}
