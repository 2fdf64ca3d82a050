/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every program writes is read here at once: RFC 8259 without its corners. Where a
 * corner is met (a control character in a string, half a character, a number of twenty
 * digits, a hundred levels), nothing is read, and who asked turns to json-glib, which
 * decides whether it is JSON at all.
 */

#include "config.h"

#include "csl-value.h"

#include <string.h>

#define MAX_DEPTH  100
#define MAX_NUMBER 40 /* characters */

typedef struct
{
  CslArena *arena;
  const char *at;
  const char *end;
  guint depth;
} Reader;

static gboolean read_value (Reader   *self,
                            CslValue *value);

static void
skip_blanks (Reader *self)
{
  while (self->at < self->end && (*self->at == ' ' || *self->at == '\n' || *self->at == '\r' || *self->at == '\t'))
    self->at++;
}

static gboolean
read_sign (Reader *self,
           char    sign)
{
  skip_blanks (self);
  if (self->at >= self->end || *self->at != sign)
    return FALSE;
  self->at++;
  return TRUE;
}

static gboolean
read_word (Reader     *self,
           const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (self->end - self->at) < length || memcmp (self->at, word, length) != 0)
    return FALSE;
  self->at += length;
  return TRUE;
}

/* Four digits after “\u” */
static int
read_unit (Reader *self)
{
  int unit = 0;

  if (self->end - self->at < 4)
    return -1;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (*self->at++);

      if (digit < 0)
        return -1;
      unit = unit * 16 + digit;
    }
  return unit;
}

static char *
append_escape (Reader *self,
               char   *to)
{
  static const char escapes[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *found = self->at < self->end ? memchr (escapes, *self->at, strlen (escapes)) : NULL;
  int unit = 0;
  int low = 0;

  if (self->at >= self->end)
    return NULL;
  if (found != NULL)
    {
      self->at++;
      *to = meanings[found - escapes];
      return to + 1;
    }
  if (*self->at++ != 'u')
    return NULL;
  unit = read_unit (self);
  if (unit <= 0 || (unit >= 0xdc00 && unit <= 0xdfff))
    return NULL;
  if (unit >= 0xd800 && unit < 0xdc00)
    {
      if (!read_word (self, "\\u"))
        return NULL;
      low = read_unit (self);
      if (low < 0xdc00 || low > 0xdfff)
        return NULL;
      unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }
  return to + g_unichar_to_utf8 ((gunichar) unit, to);
}

/* Behind its opening mark. It never becomes longer by what its escapes mean */
static const char *
read_string (Reader *self)
{
  const char *start = self->at;
  const char *stop = start;
  char *text = NULL;
  char *to = NULL;

  while (stop < self->end && *stop != '"')
    {
      if ((guchar) *stop < ' ')
        return NULL;
      stop += *stop == '\\' ? 2 : 1;
    }
  if (stop >= self->end)
    return NULL;
  text = to = csl_arena_alloc (self->arena, (gsize) (stop - start) + 1);
  while (self->at < stop)
    {
      const char *escape = memchr (self->at, '\\', (gsize) (stop - self->at));
      const char *plain = escape != NULL ? escape : stop;

      memcpy (to, self->at, (gsize) (plain - self->at));
      to += plain - self->at;
      self->at = plain + (escape != NULL ? 1 : 0);
      if (escape != NULL && (to = append_escape (self, to)) == NULL)
        return NULL;
    }
  *to = '\0';
  self->at = stop + 1;
  return text;
}

static gboolean
read_digits (Reader *self)
{
  const char *start = self->at;

  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;
  return self->at > start;
}

static gboolean
read_number (Reader   *self,
             CslValue *value)
{
  const char *start = self->at;
  char text[MAX_NUMBER + 1];
  gboolean is_real = FALSE;
  gsize length = 0;

  if (self->at < self->end && *self->at == '-')
    self->at++;
  if (self->end - self->at > 1 && *self->at == '0' && g_ascii_isdigit (self->at[1]))
    return FALSE;
  if (!read_digits (self))
    return FALSE;
  length = (gsize) (self->at - start);
  if (self->at < self->end && *self->at == '.')
    {
      is_real = TRUE;
      self->at++;
      if (!read_digits (self))
        return FALSE;
    }
  if (self->at < self->end && (*self->at == 'e' || *self->at == 'E'))
    return FALSE;
  if (length > 17 || self->at - start > MAX_NUMBER)
    return FALSE;
  memcpy (text, start, (gsize) (self->at - start));
  text[self->at - start] = '\0';
  value->kind = is_real ? CSL_VALUE_REAL : CSL_VALUE_INTEGER;
  if (is_real)
    value->of.real = g_ascii_strtod (text, NULL);
  else
    value->of.integer = g_ascii_strtoll (text, NULL, 10);
  return TRUE;
}

static gboolean
read_children (Reader   *self,
               CslValue *value,
               char      bracket)
{
  CslValue **last = &value->of.first;

  value->of.first = NULL;
  if (++self->depth > MAX_DEPTH)
    return FALSE;
  if (read_sign (self, bracket))
    {
      self->depth--;
      return TRUE;
    }
  do
    {
      CslValue *child = csl_arena_new0 (self->arena, CslValue);

      if (value->kind == CSL_VALUE_OBJECT &&
          (!read_sign (self, '"') || (child->name = read_string (self)) == NULL || !read_sign (self, ':')))
        return FALSE;
      if (!read_value (self, child))
        return FALSE;
      *last = child;
      last = &child->next;
    }
  while (read_sign (self, ','));
  self->depth--;
  return read_sign (self, bracket);
}

static gboolean
read_value (Reader   *self,
            CslValue *value)
{
  skip_blanks (self);
  if (self->at >= self->end)
    return FALSE;
  switch (*self->at)
    {
    case '{':
      self->at++;
      value->kind = CSL_VALUE_OBJECT;
      return read_children (self, value, '}');
    case '[':
      self->at++;
      value->kind = CSL_VALUE_LIST;
      return read_children (self, value, ']');
    case '"':
      self->at++;
      value->kind = CSL_VALUE_STRING;
      value->of.string = read_string (self);
      return value->of.string != NULL;
    case 't':
      value->kind = CSL_VALUE_BOOLEAN;
      value->of.boolean = TRUE;
      return read_word (self, "true");
    case 'f':
      value->kind = CSL_VALUE_BOOLEAN;
      value->of.boolean = FALSE;
      return read_word (self, "false");
    case 'n':
      value->kind = CSL_VALUE_NULL;
      return read_word (self, "null");
    default:
      return read_number (self, value);
    }
}

/**
 * csl_value_parse:
 * @arena: takes the tree
 * @json: valid UTF-8
 * @length: bytes of it
 *
 * Reads JSON that is as most JSON is.
 *
 * Returns: (transfer none) (nullable): the tree; `NULL` if this is no such JSON, which
 *   json-glib may yet read
 */
CslValue *
csl_value_parse (CslArena   *arena,
                 const char *json,
                 gsize       length)
{
  Reader reader = { .arena = arena, .at = json, .end = json + length };
  CslValue *value = csl_arena_new0 (arena, CslValue);

  if (!read_value (&reader, value))
    return NULL;
  skip_blanks (&reader);
  return reader.at == reader.end ? value : NULL;
}

static void
take_node (CslArena *arena,
           CslValue *value,
           JsonNode *node)
{
  if (!JSON_NODE_HOLDS_VALUE (node))
    return;
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      value->kind = CSL_VALUE_STRING;
      value->of.string = csl_arena_strdup (arena, json_node_get_string (node));
      break;
    case G_TYPE_INT64:
      value->kind = CSL_VALUE_INTEGER;
      value->of.integer = json_node_get_int (node);
      break;
    case G_TYPE_DOUBLE:
      value->kind = CSL_VALUE_REAL;
      value->of.real = json_node_get_double (node);
      break;
    case G_TYPE_BOOLEAN:
      value->kind = CSL_VALUE_BOOLEAN;
      value->of.boolean = json_node_get_boolean (node);
      break;
    default:
      break;
    }
}

/**
 * csl_value_from_node:
 * @arena: takes the tree
 * @node: a tree of json-glib's, which bounds its depth
 *
 * Copies a tree.
 *
 * Returns: (transfer none): the copy
 */
CslValue *
csl_value_from_node (CslArena *arena,
                     JsonNode *node)
{
  CslValue *value = csl_arena_new0 (arena, CslValue);
  CslValue **last = &value->of.first;
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *member = NULL;

  take_node (arena, value, node);
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *list = json_node_get_array (node);

      value->kind = CSL_VALUE_LIST;
      for (guint i = 0; i < json_array_get_length (list); i++, last = &(*last)->next)
        *last = csl_value_from_node (arena, json_array_get_element (list, i));
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      value->kind = CSL_VALUE_OBJECT;
      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      for (; json_object_iter_next_ordered (&iter, &name, &member); last = &(*last)->next)
        {
          *last = csl_value_from_node (arena, member);
          (*last)->name = csl_arena_strdup (arena, name);
        }
    }
  return value;
}

/**
 * csl_value_get:
 * @object: (nullable): an object
 * @name: a member’s name
 *
 * Finds a member; of two of one name, the last.
 *
 * Returns: (transfer none) (nullable): its value
 */
CslValue *
csl_value_get (const CslValue *object,
               const char     *name)
{
  CslValue *found = NULL;

  if (object == NULL || object->kind != CSL_VALUE_OBJECT)
    return NULL;
  for (CslValue *child = object->of.first; child != NULL; child = child->next)
    if (strcmp (child->name, name) == 0)
      found = child;
  return found;
}
