/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list is cut at its commas, which takes only a count of brackets, and each part is
 * read by itself. What our own reader does not take is given to json-glib; where that
 * does not take it either it is given the whole, for it says best what is wrong and where.
 */

#include "config.h"

#include "json-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "csl-error.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* A file of items, in bytes */
#define MAX_JSON (64 * 1024 * 1024)

struct _CslJsonList
{
  /* Owned */
  JsonParser *parser; /* NULL: not yet needed */
  CslArena *arena;    /* of the element that was read last */

  /* Borrowed */
  const char *json;
  const char *end;
  const char *next; /* where the next element begins; NULL: there is none */

  gboolean is_list; /* or one object alone */
};

static const char *
skip_blanks (const char *p,
             const char *end)
{
  while (p < end && (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r'))
    p++;
  return p;
}

static JsonParser *
new_parser (void)
{
  JsonParser *parser = json_parser_new ();

  json_parser_set_strict (parser, TRUE);
  return parser;
}

/**
 * csl_json_list_new:
 * @json: JSON in UTF-8, with or without its mark: a list, or one object
 * @length: bytes of it; more than 64 MiB are refused
 * @error: return location for an error of the domain `CSL_ERROR`
 *
 * Starts to read a list.
 *
 * Returns: (transfer full): the list, or `NULL` with @error set
 */
CslJsonList *
csl_json_list_new (const char  *json,
                   gsize        length,
                   GError     **error)
{
  CslJsonList *self = NULL;
  const char *start = NULL;

  if (length > MAX_JSON)
    {
      g_set_error (error, CSL_ERROR, CSL_ERROR_TOO_LARGE, _("The items’ JSON is larger than 64 MiB; cut it into several files"));
      return NULL;
    }
  if (!g_utf8_validate_len (json, length, NULL))
    {
      g_set_error (error, CSL_ERROR, CSL_ERROR_ITEM_INVALID, _("The items’ JSON is not UTF-8 text; save it as such"));
      return NULL;
    }
  if (length >= strlen (BYTE_ORDER_MARK) && memcmp (json, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    {
      json += strlen (BYTE_ORDER_MARK);
      length -= strlen (BYTE_ORDER_MARK);
    }

  self = g_new0 (CslJsonList, 1);
  self->arena = csl_arena_new ();
  self->json = json;
  self->end = json + length;
  start = skip_blanks (json, self->end);
  self->is_list = start < self->end && *start == '[';
  self->next = self->is_list ? skip_blanks (start + 1, self->end) : start;
  if (self->is_list && self->next < self->end && *self->next == ']' && skip_blanks (self->next + 1, self->end) == self->end)
    self->next = NULL;
  return self;
}

/**
 * csl_json_list_free:
 * @self: (transfer full) (nullable): a list
 *
 * Frees what was read last.
 */
void
csl_json_list_free (CslJsonList *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->parser);
  csl_arena_free (self->arena);
  g_free (self);
}

static const char *
skip_string (const char *p,
             const char *end)
{
  for (p++; p < end && *p != '"'; p++)
    if (*p == '\\')
      p++;
  return p;
}

/* The comma or bracket that ends an element of the list; the end if there is none */
static const char *
find_end (const char *p,
          const char *end)
{
  guint depth = 0;

  for (; p < end; p++)
    switch (*p)
      {
      case '"':
        p = skip_string (p, end);
        break;
      case '{':
      case '[':
        depth++;
        break;
      case '}':
      case ']':
        if (depth == 0)
          return p;
        depth--;
        break;
      case ',':
        if (depth == 0)
          return p;
        break;
      default:
        break;
      }
  return end;
}

/* The parser is asked what is wrong with the whole; FALSE if it sees nothing either */
static gboolean
fail (CslJsonList  *self,
      GError      **error)
{
  g_autoptr (JsonParser) parser = new_parser ();

  self->next = NULL;
  return !json_parser_load_from_data (parser, self->json, self->end - self->json, error);
}

static CslValue *
read_element (CslJsonList *self,
              const char  *start,
              gsize        length)
{
  CslValue *value = NULL;

  csl_arena_reset (self->arena);
  value = csl_value_parse (self->arena, start, length);
  if (value != NULL || length == 0)
    return value;
  csl_arena_reset (self->arena);
  if (self->parser == NULL)
    self->parser = new_parser ();
  if (!json_parser_load_from_data (self->parser, start, (gssize) length, NULL) || json_parser_get_root (self->parser) == NULL)
    return NULL;
  return csl_value_from_node (self->arena, json_parser_get_root (self->parser));
}

/**
 * csl_json_list_next:
 * @self: a list
 * @error: return location for an error of the domain `JSON_PARSER_ERROR` or `CSL_ERROR`
 *
 * Reads the next element.
 *
 * Returns: (transfer none) (nullable): the element; `NULL` after the last one, and
 *   with @error set where the rest cannot be read
 */
const CslValue *
csl_json_list_next (CslJsonList  *self,
                    GError      **error)
{
  const char *start = self->next;
  const char *stop = NULL;
  const char *after = NULL;
  CslValue *value = NULL;

  if (start == NULL)
    return NULL;
  stop = self->is_list ? find_end (start, self->end) : self->end;
  after = stop < self->end ? skip_blanks (stop + 1, self->end) : self->end;
  if (!self->is_list || (stop < self->end && (*stop == ',' || (*stop == ']' && after == self->end))))
    value = read_element (self, start, (gsize) (stop - start));
  if (value == NULL)
    {
      if (!fail (self, error))
        g_set_error (error, CSL_ERROR, CSL_ERROR_ITEM_INVALID, _("These are no CSL-JSON items: an array of objects is needed"));
      return NULL;
    }
  self->next = self->is_list && *stop == ',' ? after : NULL;
  return value;
}
