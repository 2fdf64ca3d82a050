/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every abstract and every title of the real records: none leaves a tag or an entity in
 * its words, and none is lost.
 */

#include "config.h"

#include "read.h"
#include "write.h"

#include "support.h"

#include <json-glib/json-glib.h>
#include <string.h>

typedef struct
{
  guint n_abstracts;
  guint n_titles;
} Count;

/* Names that would show that a tag was taken for text */
static gboolean
has_leak (const char *words)
{
  static const char *const tags[] = {
    "jats:", "mml:", "ns3:", "<p>", "</", "<i>", "<sub", "<sup", "<italic", "<bold", "<title", "<sec", "<scp", "<math", "&lt;", "&gt;", "&amp;",
    "&nbsp;", "&#", "xmlns"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      if (strstr (words, tags[i]) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
check_text (OffprintRichText *text,
            const char       *source)
{
  g_autofree char *words = offprint_rich_text_to_plain (text);
  g_autofree char *stored = offprint_rich_text_to_stored (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintRichText) back = offprint_rich_text_new_from_stored (stored, -1, &error);

  g_assert_no_error (error);
  g_assert_true (offprint_rich_text_equal (text, back));
  if (has_leak (words))
    {
      g_test_message ("source: %s", source);
      g_test_message ("words: %s", words);
      g_test_fail ();
    }
  if (source[0] != '\0' && words[0] == '\0')
    g_test_message ("nothing of: %s", source);
}

static void
check_work (JsonObject *work,
            Count      *count)
{
  JsonNode *abstract = json_object_get_member (work, "abstract");
  JsonNode *titles = json_object_get_member (work, "title");

  if (abstract != NULL && json_node_get_value_type (abstract) == G_TYPE_STRING)
    {
      g_autoptr (OffprintRichText) text = offprint_rich_text_new_from_markup (json_node_get_string (abstract), -1);

      check_text (text, json_node_get_string (abstract));
      count->n_abstracts++;
    }
  if (titles == NULL || !JSON_NODE_HOLDS_ARRAY (titles))
    return;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (titles)); i++)
    {
      JsonNode *title = json_array_get_element (json_node_get_array (titles), i);
      g_autoptr (OffprintRichText) text = NULL;

      if (json_node_get_value_type (title) != G_TYPE_STRING)
        continue;
      text = offprint_rich_text_new_from_inline (json_node_get_string (title), -1);
      check_text (text, json_node_get_string (title));
      count->n_titles++;
    }
}

static void
check_node (JsonNode *node,
            Count    *count,
            guint     depth)
{
  if (depth > 6)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        check_node (json_array_get_element (array, i), count, depth + 1);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);

      if (json_object_has_member (object, "DOI"))
        check_work (object, count);
      else if (json_object_has_member (object, "message"))
        check_node (json_object_get_member (object, "message"), count, depth + 1);
      else if (json_object_has_member (object, "items"))
        check_node (json_object_get_member (object, "items"), count, depth + 1);
    }
}

static void
check_folder (const char *folder,
              Count      *count)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (JsonParser) parser = json_parser_new ();

      json_parser_set_strict (parser, TRUE);
      if (g_str_has_suffix (name, ".json") && json_parser_load_from_file (parser, path, NULL))
        check_node (json_parser_get_root (parser), count, 0);
    }
}

static void
test_records (void)
{
  static const char *const folders[] = { "crossref", "crossref-lists", "csl-json" };
  const char *shared = g_getenv ("OFFPRINT_SHARED");
  Count count = { 0 };

  for (gsize i = 0; shared != NULL && i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename (shared, "records", folders[i], NULL);

      check_folder (folder, &count);
    }
  if (count.n_titles == 0)
    g_test_skip ("the real records are not here");
  g_test_message ("%u abstracts, %u titles", count.n_abstracts, count.n_titles);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/records", test_records);

  return g_test_run ();
}
