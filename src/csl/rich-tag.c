/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tags are known by their spelling, not parsed as HTML: a field is text in
 * which “<” mostly means less than.
 */

#include "config.h"

#include "rich-tag.h"

#include <string.h>

static const struct
{
  const char *name;
  char element;
  CslRichMark mark;
} elements[] = {
  { "i", 'i', CSL_RICH_MARK_ITALIC },
  { "b", 'b', CSL_RICH_MARK_BOLD },
  { "sup", '^', CSL_RICH_MARK_SUPERSCRIPT },
  { "sub", '_', CSL_RICH_MARK_SUBSCRIPT },
  { "sc", 'c', CSL_RICH_MARK_SMALL_CAPS },
};

/* The value of an attribute with its blanks and the last semicolon left out */
static char *
dup_value (const char *start,
           gsize       length)
{
  GString *value = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isspace (start[i]))
        g_string_append_c (value, g_ascii_tolower (start[i]));
    }
  if (value->len > 0 && value->str[value->len - 1] == ';')
    g_string_truncate (value, value->len - 1);

  return g_string_free_and_steal (value);
}

/* What a span means; NONE if it means nothing to us */
static CslRichMark
read_span (const char *attributes,
           gsize       length)
{
  static const struct
  {
    const char *attribute;
    const char *value;
    CslRichMark mark;
  } spans[] = {
    { "style", "font-variant:small-caps", CSL_RICH_MARK_SMALL_CAPS },
    { "class", "nocase", CSL_RICH_MARK_NO_CASE },
    { "class", "nodecor", CSL_RICH_MARK_NO_DECORATION },
  };
  const char *equals = memchr (attributes, '=', length);
  const char *name = attributes;
  g_autofree char *value = NULL;

  if (equals == NULL || attributes + length - equals < 3 || (equals[1] != '"' && equals[1] != '\'') ||
      attributes[length - 1] != equals[1])
    return CSL_RICH_MARK_NONE;

  while (name < equals && g_ascii_isspace (*name))
    name++;
  value = dup_value (equals + 2, attributes + length - 1 - (equals + 2));
  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      if (strlen (spans[i].attribute) == (gsize) (equals - name) &&
          memcmp (name, spans[i].attribute, equals - name) == 0 && g_str_equal (value, spans[i].value))
        return spans[i].mark;
    }

  return CSL_RICH_MARK_NONE;
}

/**
 * csl_rich_tag_read:
 * @text: a “<” in a field
 * @end: where the field ends
 * @tag: (out caller-allocates): what to fill
 *
 * Reads a tag, if it is one of those that fields may carry.
 *
 * Returns: bytes of the tag; 0 if it is none
 */
gsize
csl_rich_tag_read (const char *text,
                   const char *end,
                   CslRichTag *tag)
{
  const char *name = text + 1;
  const char *close = memchr (text, '>', MIN (end - text, 64));
  gsize length;

  tag->mark = CSL_RICH_MARK_NONE;
  if (close == NULL)
    return 0;
  tag->is_close = *name == '/';
  if (tag->is_close)
    name++;
  length = close - name;

  if (length >= 4 && strncmp (name, "span", 4) == 0 && (length == 4 || (name[4] == ' ' && !tag->is_close)))
    {
      tag->element = 's';
      tag->mark = read_span (name + 4, length - 4);
      return close + 1 - text;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      if (strlen (elements[i].name) == length && strncmp (name, elements[i].name, length) == 0)
        {
          tag->element = elements[i].element;
          tag->mark = elements[i].mark;
          return close + 1 - text;
        }
    }

  return 0;
}
