/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages carry JSON in scripts: alone, where it is written by templates that forget to
 * escape a line break or to leave out the last comma; or assigned to a variable among
 * other code. No script is run: braces are counted, outside of strings.
 */

#include "config.h"

#include "script.h"

#include <string.h>

#define MAX_BYTES (8 * 1024 * 1024)
#define MAX_TRIES 8

static JsonNode *
parse_strictly (const char *text,
                gsize       length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, text, (gssize) length, NULL))
    return NULL;
  return json_parser_steal_root (parser);
}

/* How many bytes the object or list at @text has; 0 if it does not end */
static gsize
measure (const char *text)
{
  guint depth = 0;
  gboolean is_string = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (is_string && *p == '\\' && p[1] != '\0')
        p++;
      else if (*p == '"')
        is_string = !is_string;
      else if (!is_string && (*p == '{' || *p == '['))
        depth++;
      else if (!is_string && (*p == '}' || *p == ']') && --depth == 0)
        return (gsize) (p + 1 - text);
    }
  return 0;
}

/* Strings may not hold control characters, lists no comma before their end */
static char *
repair (const char *text,
        gsize       length)
{
  GString *out = g_string_sized_new (length);
  gboolean is_string = FALSE;

  for (const char *p = text; p < text + length; p++)
    {
      const char *next = p + 1;

      if (is_string && *p == '\\' && next < text + length)
        {
          if (strchr ("\"\\/bfnrtu", *next) != NULL)
            g_string_append_c (out, '\\');
          g_string_append_c (out, *next);
          p++;
          continue;
        }
      if (*p == '"')
        is_string = !is_string;
      if (*p == ',' && !is_string)
        {
          next += strspn (next, " \t\r\n");
          if (*next == '}' || *next == ']')
            continue;
        }
      g_string_append_c (out, (guchar) *p < ' ' ? ' ' : *p);
    }
  return g_string_free (out, FALSE);
}

static JsonNode *
parse_at (const char *text)
{
  gsize length = measure (text);
  g_autofree char *repaired = NULL;
  JsonNode *node = NULL;

  if (length == 0)
    return NULL;
  node = parse_strictly (text, length);
  if (node != NULL)
    return node;
  repaired = repair (text, length);
  return parse_strictly (repaired, strlen (repaired));
}

/**
 * offprint_script_parse:
 * @text: a script that is to hold JSON alone
 *
 * Reads JSON between the comments, CDATA marks and semicolons that pages put around it.
 *
 * Returns: (transfer full) (nullable): the root, or `NULL` if it is none
 */
JsonNode *
offprint_script_parse (const char *text)
{
  static const char *const marks[] = { "<!--", "<![CDATA[", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "/* <![CDATA[ */" };
  gboolean was_skipped = TRUE;

  if (strlen (text) > MAX_BYTES)
    return NULL;
  while (was_skipped)
    {
      was_skipped = FALSE;
      text += strspn (text, " \t\r\n;");
      for (gsize i = 0; i < G_N_ELEMENTS (marks) && !was_skipped; i++)
        if (g_str_has_prefix (text, marks[i]))
          {
            text += strlen (marks[i]);
            was_skipped = TRUE;
          }
    }
  return *text == '{' || *text == '[' ? parse_at (text) : NULL;
}

/**
 * offprint_script_cut:
 * @text: a script
 * @name: the end of a name that is assigned to, as `dataLayer`
 *
 * Cuts out what is assigned: `NAME = {…}`, `NAME = [{…}]` or `NAME.push ({…})`, if it is
 * JSON.
 *
 * Returns: (transfer full) (nullable): the root, or `NULL` if there is none
 */
JsonNode *
offprint_script_cut (const char *text,
                     const char *name)
{
  const char *p = strstr (text, name);

  if (p != NULL && strlen (text) > MAX_BYTES)
    return NULL;
  for (guint i = 0; p != NULL && i < MAX_TRIES; i++, p = strstr (p, name))
    {
      JsonNode *node = NULL;

      p += strlen (name);
      if (g_str_has_prefix (p, ".push"))
        p += strlen (".push");
      p += strspn (p, " \t\r\n=(:");
      node = *p == '{' || *p == '[' ? parse_at (p) : NULL;
      if (node != NULL)
        return node;
    }
  return NULL;
}
