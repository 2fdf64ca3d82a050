/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Registries answer with a web page when they are overloaded, with plain text when
 * they know nothing, and with half a body when the line breaks. Each of these gets
 * its own sentence here; what passes is a tree of bounded depth.
 */

#include "config.h"

#include "json-answer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "registry-error.h"

#define MAX_BYTES (64 * 1024 * 1024)

static void
count_lines (const char *data,
             gsize       length,
             guint      *line,
             guint      *column)
{
  const char *start = data;

  *line = 1;
  for (const char *p = data; p < data + length; p++)
    if (*p == '\n')
      {
        (*line)++;
        start = p + 1;
      }
  *column = (guint) (data + length - start) + 1;
}

static gboolean
looks_like_markup (const char *data,
                   gsize       length)
{
  while (length > 0 && g_ascii_isspace (*data))
    {
      data++;
      length--;
    }
  return length > 1 && *data == '<';
}

static gboolean
check_bytes (const char *data,
             gsize       length,
             GError    **error)
{
  const char *end = NULL;
  guint line = 0;
  guint column = 0;

  if (length > MAX_BYTES)
    {
      g_set_error (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_TOO_LARGE,
                   /* Translators: both are numbers of MiB */
                   _("%u MiB are more than the %u MiB that are read"),
                   (guint) (length / (1024 * 1024)), MAX_BYTES / (1024 * 1024));
      return FALSE;
    }
  if (length == 0)
    {
      g_set_error_literal (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER,
                           _("Nothing is in it: a record in JSON was expected"));
      return FALSE;
    }
  if (!g_utf8_validate_len (data, length, &end))
    {
      count_lines (data, end - data, &line, &column);
      g_set_error (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER,
                   _("Byte %lu (line %u, column %u) is no UTF-8 text"),
                   (gulong) (end - data), line, column);
      return FALSE;
    }
  if (looks_like_markup (data, length))
    {
      g_set_error_literal (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER,
                           _("Line 1 starts a web page or XML: a record in JSON was expected"));
      return FALSE;
    }
  return TRUE;
}

/* json-glib puts the place before its message: “<data>:3:14: Parse error: …” */
static char *
dup_reason (const char *message)
{
  const char *reason = strstr (message, ": ");

  if (g_str_has_prefix (message, "<data>:") && reason != NULL)
    message = reason + 2;
  return g_strdup (message);
}

/**
 * offprint_json_answer_parse:
 * @bytes: what came
 * @error: return location for an error of the domain `OFFPRINT_REGISTRY_ERROR`:
 *   `BROKEN_ANSWER`, or `TOO_LARGE` above 64 MiB
 *
 * Reads JSON as RFC 8259 has it, in UTF-8 with or without its mark, at most 1024 levels deep.
 *
 * Returns: (transfer full): the root, or `NULL` with @error set
 */
JsonNode *
offprint_json_answer_parse (GBytes  *bytes,
                            GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) cause = NULL;
  g_autofree char *reason = NULL;
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  if (!check_bytes (data, length, error))
    return NULL;

  parser = json_parser_new ();
  json_parser_set_strict (parser, TRUE);
  if (json_parser_load_from_data (parser, data, length, &cause) && json_parser_get_root (parser) != NULL)
    return json_parser_steal_root (parser);

  if (cause == NULL)
    {
      g_set_error_literal (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER,
                           _("Nothing is in it: a record in JSON was expected"));
      return NULL;
    }
  if (g_error_matches (cause, JSON_PARSER_ERROR, JSON_PARSER_ERROR_NESTING))
    {
      g_set_error (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER,
                   _("Line %u, column %u: lists and objects are nested too deeply"),
                   json_parser_get_current_line (parser), json_parser_get_current_pos (parser));
      return NULL;
    }
  reason = dup_reason (cause->message);
  g_set_error (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER,
               /* Translators: the last is the parser's own reason, in English */
               _("Line %u, column %u is no JSON: %s"),
               json_parser_get_current_line (parser), json_parser_get_current_pos (parser), reason);
  return NULL;
}
