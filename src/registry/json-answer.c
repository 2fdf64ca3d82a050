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

static void
skip_blanks (const char **data,
             gsize       *length)
{
  while (*length > 0 && g_ascii_isspace (**data))
    {
      (*data)++;
      (*length)--;
    }
}

static gboolean
check_bytes (const char  *data,
             gsize        length,
             GError     **error)
{
  const char *end = NULL;
  const char *start = data;
  gsize rest = length;
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
  skip_blanks (&start, &rest);
  if (rest == 0)
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
  if (*start == '<')
    {
      g_set_error_literal (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER,
                           _("Line 1 starts a web page or XML: a record in JSON was expected"));
      return FALSE;
    }
  return TRUE;
}

typedef struct
{
  guint line;
  guint column;
} Place;

/* The parser knows where it is only while it fails, and then rewinds */
static void
failed_cb (JsonParser   *parser,
           const GError *cause,
           Place        *place)
{
  place->line = json_parser_get_current_line (parser);
  place->column = json_parser_get_current_pos (parser);
}

/* json-glib says the place itself: “<data>:3:14: Parse error: …” */
static const char *
reason_of (const GError *cause)
{
  const char *reason = strstr (cause->message, ": ");

  return g_str_has_prefix (cause->message, "<data>:") && reason != NULL ? reason + 2 : cause->message;
}

static void
set_failure (const GError  *cause,
             const Place   *place,
             GError       **error)
{
  if (g_error_matches (cause, JSON_PARSER_ERROR, JSON_PARSER_ERROR_NESTING))
    g_set_error (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER,
                 _("Line %u, column %u: lists and objects are nested too deeply"), place->line, place->column);
  else
    g_set_error (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER,
                 /* Translators: the last is the parser's own reason, in English */
                 _("Line %u, column %u is no JSON: %s"), place->line, place->column, reason_of (cause));
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
  Place place = { 0, 0 };
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
  g_signal_connect (parser, "error", G_CALLBACK (failed_cb), &place);
  if (json_parser_load_from_data (parser, data, (gssize) length, &cause))
    return json_parser_steal_root (parser);
  set_failure (cause, &place, error);
  return NULL;
}
