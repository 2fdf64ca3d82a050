/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * CSL-JSON as it is found: by its schema from reference managers, and from content
 * negotiation with lists where strings belong, Crossref's types and all Crossref's keys
 * beside. What the schema has no place for is kept under its JSON pointer.
 */

#include "config.h"

#include "formats.h"

#include "csl-json-item.h"
#include "json-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_BYTES (64 * 1024 * 1024)
/* Deeper than any record that was seen, and shallow enough to walk */
#define MAX_DEPTH 100

static guint
count_lines (const char *data,
             const char *end)
{
  guint line = 1;

  for (const char *p = data; p < end; p++)
    line += *p == '\n';
  return line;
}

/* Says what is wrong with a file before a parser sees it, or NULL */
static char *
find_fault (const char *data,
            gsize       length)
{
  const char *end = NULL;
  gsize blank = 0;

  while (blank < length && g_ascii_isspace (data[blank]))
    blank++;
  if (blank == length)
    return g_strdup (_("the file is empty; CSL-JSON was expected"));
  if (data[blank] == '<')
    return g_strdup (_("line 1 begins a web page or XML; CSL-JSON was expected"));
  if (!g_utf8_validate_len (data, length, &end))
    return g_strdup_printf (_("line %u: not UTF-8 text; save the file in UTF-8"), count_lines (data, end));
  return NULL;
}

/* json-glib puts the place before its message: “<data>:3:14: Parse error: …”; it has none
 * where the file ends too soon */
static char *
format_cause (JsonParser   *parser,
              const GError *cause,
              const char   *data,
              gsize         length)
{
  const char *reason = strstr (cause->message, ": ");

  reason = g_str_has_prefix (cause->message, "<data>:") && reason != NULL ? reason + 2 : cause->message;
  if (json_parser_get_current_line (parser) == 0)
    /* Translators: a line, and the parser's own reason, in English */
    return g_strdup_printf (_("line %u: the file ends too soon: %s"), count_lines (data, data + length), reason);
  if (g_error_matches (cause, JSON_PARSER_ERROR, JSON_PARSER_ERROR_NESTING))
    return g_strdup_printf (_("line %u: lists and objects are nested too deeply"), json_parser_get_current_line (parser));

  /* Translators: a line, a column and the parser's own reason, in English */
  return g_strdup_printf (_("line %u, column %u: not JSON: %s"), json_parser_get_current_line (parser),
                          json_parser_get_current_pos (parser), reason);
}

static JsonNode *
parse (GBytes      *bytes,
       const char  *source_name,
       GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) cause = NULL;
  g_autofree char *fault = NULL;
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length > MAX_BYTES)
    {
      g_set_error (error, OFFPRINT_FORMATS_ERROR, OFFPRINT_FORMATS_ERROR_TOO_LARGE,
                   _("%s: the file has %u MiB; at most %u MiB are read"), source_name,
                   (guint) (length / (1024 * 1024)), MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  fault = find_fault (data, length);
  if (fault == NULL)
    {
      json_parser_set_strict (parser, TRUE);
      if (json_parser_load_from_data (parser, data, length, &cause) && json_parser_get_root (parser) != NULL)
        return json_parser_steal_root (parser);
      fault = cause != NULL ? format_cause (parser, cause, data, length) : g_strdup (_("the file is empty; CSL-JSON was expected"));
    }
  /* Translators: a file's name, and what is wrong in it */
  g_set_error (error, OFFPRINT_FORMATS_ERROR, OFFPRINT_FORMATS_ERROR_INVALID, _("%s: %s"), source_name, fault);

  return NULL;
}

static gboolean
is_item (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  return object != NULL && (offprint_json_get_string (object, "type") != NULL || json_object_has_member (object, "title") ||
                            offprint_json_get_string (object, "DOI") != NULL);
}

/* A list, one item, or what Zotero's and other services' answers wrap a list in */
static JsonArray *
get_items (JsonNode *root)
{
  JsonArray *items = NULL;

  if (JSON_NODE_HOLDS_ARRAY (root))
    return json_array_ref (json_node_get_array (root));
  if (JSON_NODE_HOLDS_OBJECT (root) && !is_item (root))
    items = offprint_json_get_array (json_node_get_object (root), "items");
  if (items != NULL)
    return json_array_ref (items);
  items = json_array_new ();
  json_array_add_element (items, json_node_copy (root));

  return items;
}

/**
 * offprint_csl_json_read:
 * @bytes: a file
 * @source_name: what errors call it
 * @error: return location for an error of the domain `OFFPRINT_FORMATS_ERROR`; it names
 *   the file and the line or the entry
 *
 * Reads a list of CSL-JSON items, or a single one, into records. At most 64 MiB are read.
 *
 * Returns: (transfer full): records, at least one, or `NULL` with @error set
 */
JsonArray *
offprint_csl_json_read (GBytes      *bytes,
                        const char  *source_name,
                        GError     **error)
{
  g_autoptr (JsonNode) root = parse (bytes, source_name, error);
  g_autoptr (JsonArray) items = NULL;
  g_autoptr (JsonArray) records = NULL;

  if (root == NULL)
    return NULL;
  if (offprint_json_is_deeper (root, MAX_DEPTH))
    {
      g_set_error (error, OFFPRINT_FORMATS_ERROR, OFFPRINT_FORMATS_ERROR_INVALID,
                   _("%s: lists and objects are nested too deeply"), source_name);
      return NULL;
    }
  items = get_items (root);
  if (json_array_get_length (items) == 0)
    {
      g_set_error (error, OFFPRINT_FORMATS_ERROR, OFFPRINT_FORMATS_ERROR_INVALID,
                   _("%s: the list is empty; items of CSL-JSON were expected"), source_name);
      return NULL;
    }
  records = json_array_sized_new (json_array_get_length (items));
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonNode *item = json_array_get_element (items, i);

      if (!is_item (item))
        {
          g_set_error (error, OFFPRINT_FORMATS_ERROR, OFFPRINT_FORMATS_ERROR_INVALID,
                       /* Translators: a file's name, and a number */
                       _("%s: entry %u is no item of CSL-JSON: it has neither type, title nor DOI"), source_name, i + 1);
          return NULL;
        }
      json_array_add_object_element (records, offprint_csl_json_item_read (json_node_get_object (item)));
    }
  return g_steal_pointer (&records);
}
