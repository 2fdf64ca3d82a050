/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All items and records at hand, through every writer, and from BibTeX, BibLaTeX and RIS
 * back through pandoc.
 */

#include "config.h"

#include "csl-json-types.h"
#include "json-value.h"
#include "record.h"
#include "support.h"

#include <string.h>

static JsonArray *works;

/* The schema of CSL-JSON knows every member of a record */
static void
check_record (JsonObject *record,
              const char *path)
{
  g_autoptr (GList) members = json_object_get_members (record);
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), record);
  g_autoptr (GError) error = NULL;

  if (!offprint_record_check (node, &error))
    g_error ("%s: %s", path, error->message);
  for (GList *l = members; l != NULL; l = l->next)
    {
      if (offprint_csl_json_get_contents (l->data) == OFFPRINT_CSL_JSON_FOREIGN)
        g_error ("%s: foreign member %s", path, (char *) l->data);
    }
  g_assert_cmpstr (offprint_csl_json_map_type (offprint_json_get_string (record, "type")), ==, offprint_json_get_string (record, "type"));
  g_assert_nonnull (offprint_json_get_string (record, "id"));
}

/* Crossref wraps a work in a message */
static GBytes *
unwrap (char  *data,
        gsize  length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *message = NULL;
  char *inner = NULL;

  if (strstr (data, "\"message\"") == NULL || !json_parser_load_from_data (parser, data, length, NULL))
    return g_bytes_new_take (data, length);
  message = offprint_json_get_at (json_parser_get_root (parser), "/message");
  if (message == NULL || !JSON_NODE_HOLDS_OBJECT (message))
    return g_bytes_new_take (data, length);
  inner = json_to_string (message, FALSE);
  g_free (data);

  return g_bytes_new_take (inner, strlen (inner));
}

static void
read_file (const char *path)
{
  char *data = NULL;
  gsize length = 0;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonArray) records = NULL;

  if (!g_file_get_contents (path, &data, &length, NULL))
    return;
  bytes = unwrap (data, length);
  records = offprint_csl_json_read (bytes, path, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < json_array_get_length (records); i++)
    {
      JsonObject *record = json_array_get_object_element (records, i);

      check_record (record, path);
      json_array_add_object_element (works, json_object_ref (record));
    }
}

static void
read_folder (const char *shared,
             const char *folder)
{
  g_autofree char *where = g_build_filename (shared, "records", folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (where, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ".json"))
        g_ptr_array_add (names, g_build_filename (where, name, NULL));
    }
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  for (guint i = 0; i < names->len; i++)
    read_file (g_ptr_array_index (names, i));
}

static void
test_read (void)
{
  const char *shared = g_getenv ("OFFPRINT_SHARED");
  g_autofree char *items = shared != NULL ? g_build_filename (shared, "csl", "items.json", NULL) : NULL;

  if (items == NULL || !g_file_test (items, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the real records are not here");
      return;
    }
  read_file (items);
  read_folder (shared, "csl-json");
  read_folder (shared, "crossref");
  g_test_message ("%u items", json_array_get_length (works));
}

static void
test_write (gconstpointer data)
{
  OffprintFormat format = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = offprint_format_write (format, works, &error);

  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

/* An abstract comes back as plain text, in which lines within a paragraph are one */
static void
join_lines (char *text)
{
  char *end = text;

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean is_line_end = p[0] == '\\' && p[1] == 'n';

      p += is_line_end;
      if (end == text || end[-1] != ' ' || (!is_line_end && *p != ' '))
        *end++ = is_line_end ? ' ' : *p;
    }
  *end = '\0';
}

/* What was exported is read into the same record again, but for what is ours alone */
static void
test_again (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonArray) records = NULL;

  if (json_array_get_length (works) == 0)
    {
      g_test_skip ("the real records are not here");
      return;
    }
  text = offprint_format_write (OFFPRINT_FORMAT_CSL_JSON, works, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (text, strlen (text));
  records = offprint_csl_json_read (bytes, "export", &error);
  g_assert_no_error (error);
  again = offprint_format_write (OFFPRINT_FORMAT_CSL_JSON, records, &error);
  g_assert_no_error (error);
  join_lines (text);
  join_lines (again);
  if (strcmp (again, text) != 0)
    {
      gsize i = 0;

      while (again[i] == text[i])
        i++;
      i = i > 100 ? i - 100 : 0;
      g_test_message ("was: %.300s", text + i);
      g_test_message ("is: %.300s", again + i);
      g_test_fail ();
    }
}

static void
test_pandoc (gconstpointer data)
{
  OffprintFormat format = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (JsonArray) read = NULL;

  if (!support_has_pandoc () || json_array_get_length (works) == 0)
    {
      g_test_skip ("pandoc or the real records are not here");
      return;
    }
  text = offprint_format_write (format, works, &error);
  read = support_ask_pandoc (offprint_format_get_info (format)->name, text);
  support_compare (works, read);
}

int
main (int    argc,
      char **argv)
{
  int status = 0;

  g_test_init (&argc, &argv, NULL);
  works = json_array_new ();
  g_test_add_func ("/formats/real/00-read", test_read);
  for (guint i = 0; i < OFFPRINT_N_FORMATS; i++)
    {
      g_autofree char *path = g_strconcat ("/formats/real/write/", offprint_format_get_info (i)->name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_write);
    }
  g_test_add_func ("/formats/real/again", test_again);
  g_test_add_data_func ("/formats/real/pandoc/bibtex", GUINT_TO_POINTER (OFFPRINT_FORMAT_BIBTEX), test_pandoc);
  g_test_add_data_func ("/formats/real/pandoc/biblatex", GUINT_TO_POINTER (OFFPRINT_FORMAT_BIBLATEX), test_pandoc);
  g_test_add_data_func ("/formats/real/pandoc/ris", GUINT_TO_POINTER (OFFPRINT_FORMAT_RIS), test_pandoc);
  status = g_test_run ();
  json_array_unref (works);

  return status;
}
