/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names, prefixes and quotation marks, as loosely as registries write them and as
 * strictly as “p <0.05” demands.
 */

#include "config.h"

#include "tag.h"

#include <string.h>

#define MAX_TAG 16384

static gboolean
is_name_character (char c)
{
  return g_ascii_isalnum (c) || c == ':' || c == '-' || c == '_' || c == '.';
}

/* A prefix that a registry's mark-up has; `<doi:10.1000/1>` has none */
static gboolean
is_known_prefix (const char *prefix,
                 gsize       length)
{
  static const char *const known[] = { "jats", "mml", "m", "html", "xhtml", "xlink", "ali", "oasis" };

  if (length > 2 && g_ascii_strncasecmp (prefix, "ns", 2) == 0 && g_ascii_isdigit (prefix[2]))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      if (strlen (known[i]) == length && g_ascii_strncasecmp (prefix, known[i], length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The local name from @start on, in lower case; gives its end */
static const char *
read_name (const char  *start,
           const char  *end,
           OffprintTag *tag)
{
  const char *p = start;
  gsize length = 0;

  if (p == end || !g_ascii_isalpha (*p))
    return NULL;
  for (; p < end && is_name_character (*p); p++)
    {
      if (*p == ':')
        {
          tag->has_prefix = TRUE;
          tag->is_prefixed = is_known_prefix (start, p - start);
          length = 0;
          continue;
        }
      if (length == OFFPRINT_TAG_MAX_NAME)
        return NULL;
      tag->has_capitals = tag->has_capitals || g_ascii_isupper (*p);
      tag->name[length++] = g_ascii_tolower (*p);
    }
  tag->name[length] = '\0';

  return length > 0 ? p : NULL;
}

/* From behind a name to the tag's “>”, past quoted values; NULL if there is none */
static const char *
find_tag_end (const char *p,
              const char *end)
{
  char quote = '\0';

  for (const char *limit = p + MIN (end - p, MAX_TAG); p < limit; p++)
    {
      if (quote != '\0')
        quote = *p == quote ? '\0' : quote;
      else if (*p == '>')
        return p;
      else if (*p == '<')
        return NULL;
      else if ((*p == '"' || *p == '\'') && p[-1] == '=')
        quote = *p;
    }
  return NULL;
}

/**
 * offprint_tag_read:
 * @text: where a “<” stands
 * @end: where the text ends
 * @tag: (out): the tag
 *
 * Reads a tag. Its name is in lower case and without a prefix.
 *
 * Returns: whether there is something that has the form of one
 */
gboolean
offprint_tag_read (const char  *text,
                   const char  *end,
                   OffprintTag *tag)
{
  const char *p = text + 1;

  memset (tag, 0, sizeof (*tag));
  if (p < end && *p == '/')
    {
      tag->is_end = TRUE;
      p++;
    }
  p = read_name (p, end, tag);
  if (p == NULL || p == end || (!g_ascii_isspace (*p) && *p != '/' && *p != '>'))
    return FALSE;
  tag->attributes = p;
  p = find_tag_end (p, end);
  if (p == NULL)
    return FALSE;
  tag->end = p + 1;
  tag->attributes_end = p;
  if (p > tag->attributes && p[-1] == '/')
    {
      tag->is_empty = TRUE;
      tag->attributes_end--;
    }
  while (tag->attributes < tag->attributes_end && g_ascii_isspace (*tag->attributes))
    tag->attributes++;
  tag->element = offprint_element_find (tag->name);

  /* “a <b and c> d” has words where attributes would stand */
  return tag->attributes == tag->attributes_end ||
         memchr (tag->attributes, '=', tag->attributes_end - tag->attributes) != NULL;
}

/**
 * offprint_tag_is_void:
 * @tag: a tag
 *
 * Returns: whether it is of an element that holds nothing
 */
gboolean
offprint_tag_is_void (const OffprintTag *tag)
{
  return tag->element != NULL && (tag->element->role == OFFPRINT_ROLE_BREAK || tag->element->role == OFFPRINT_ROLE_VOID);
}
