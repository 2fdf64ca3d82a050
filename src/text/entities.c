/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names are HTML's, and Gumbo, which has them all, is asked for each one once;
 * a table of our own would be a second truth.
 */

#include "config.h"

#include "entities.h"

#include "text-private.h"

#include <gumbo.h>
#include <string.h>

/* “CounterClockwiseContourIntegral;” is the longest name */
#define MAX_NAME 32
/* Twice as many as there are; a text with more asks for nonsense */
#define MAX_LOOKUPS 5000

struct _OffprintEntities
{
  /* Owned; name to characters, empty for a name that HTML does not have */
  GHashTable *names;
};

static const struct
{
  const char *name;
  const char *text;
} common[] = {
  { "amp", "&" },
  { "lt", "<" },
  { "gt", ">" },
  { "quot", "\"" },
  { "apos", "'" },
  { "nbsp", "\302\240" },
};

/**
 * offprint_entities_new:
 *
 * Makes a decoder; it remembers the names that it has met.
 *
 * Returns: (transfer full): a decoder
 */
OffprintEntities *
offprint_entities_new (void)
{
  OffprintEntities *self = g_new0 (OffprintEntities, 1);

  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (gsize i = 0; i < G_N_ELEMENTS (common); i++)
    g_hash_table_insert (self->names, g_strdup (common[i].name), g_strdup (common[i].text));

  return self;
}

/**
 * offprint_entities_free:
 * @self: (transfer full): a decoder
 *
 * Lets go of a decoder.
 */
void
offprint_entities_free (OffprintEntities *self)
{
  g_hash_table_unref (self->names);
  g_free (self);
}

static const char *
first_text (const GumboNode *node)
{
  while (node->type == GUMBO_NODE_ELEMENT && node->v.element.children.length > 0)
    node = node->v.element.children.data[node->v.element.children.length - 1];

  return node->type == GUMBO_NODE_TEXT ? node->v.text.text : "";
}

static char *
ask_gumbo (const char *name)
{
  g_autofree char *reference = g_strdup_printf ("&%s;", name);
  GumboOutput *output = gumbo_parse (reference);
  const char *text = first_text (output->root);
  char *answer = NULL;

  /* a shorter name that HTML takes without its semicolon leaves the rest behind it */
  answer = g_strdup (text[0] == '&' || (strchr (text, ';') != NULL && text[1] != '\0') ? "" : text);
  gumbo_destroy_output (&kGumboDefaultOptions, output);

  return answer;
}

static const char *
look_up (OffprintEntities *self,
         const char       *start,
         gsize             length)
{
  g_autofree char *name = g_strndup (start, length);
  const char *text = g_hash_table_lookup (self->names, name);

  if (text == NULL && g_hash_table_size (self->names) < MAX_LOOKUPS)
    {
      char *answer = ask_gumbo (name);

      text = answer;
      g_hash_table_insert (self->names, g_steal_pointer (&name), answer);
    }
  return text != NULL && text[0] != '\0' ? text : NULL;
}

/* HTML Standard, “Numeric character reference end state” */
static gunichar
repair_number (guint32 number)
{
  if (number >= 0x80 && number < 0xa0)
    return offprint_text_windows_1252 (number);
  if (number == 0 || number > 0x10ffff || (number >= 0xd800 && number < 0xe000))
    return 0xfffd;
  return number;
}

/* @text stands behind “&#”; gives the length up to and with the semicolon, or 0 */
static gsize
read_number (const char *text,
             gsize       length,
             gunichar   *character)
{
  gboolean is_hex = length > 0 && (text[0] | 0x20) == 'x';
  gsize i = is_hex ? 1 : 0;
  gsize first = i;
  guint32 number = 0;

  for (; i < length; i++)
    {
      int digit = is_hex ? g_ascii_xdigit_value (text[i]) : g_ascii_digit_value (text[i]);

      if (digit < 0)
        break;
      if (number <= 0x10ffff)
        number = number * (is_hex ? 16 : 10) + digit;
    }
  if (i == first || i >= length || text[i] != ';')
    return 0;
  *character = repair_number (number);

  return i + 1;
}

/* @text stands at a “&”; gives the length of the reference, or 0 if it is none */
static gsize
read_reference (OffprintEntities *self,
                const char       *text,
                gsize             length,
                GString          *decoded)
{
  const char *characters = NULL;
  gunichar character = 0;
  gsize i = 1;

  if (length < 4)
    return 0;
  if (text[1] == '#')
    {
      gsize width = read_number (text + 2, length - 2, &character);

      if (width > 0 && decoded != NULL)
        g_string_append_unichar (decoded, character);
      return width > 0 ? width + 2 : 0;
    }
  while (i < length && i <= MAX_NAME && g_ascii_isalnum (text[i]))
    i++;
  if (i == 1 || i >= length || text[i] != ';')
    return 0;
  characters = look_up (self, text + 1, i - 1);
  if (characters == NULL)
    return 0;
  if (decoded != NULL)
    g_string_append (decoded, characters);

  return i + 1;
}

/**
 * offprint_entities_decode:
 * @self: a decoder
 * @text: text with references; need not end in a nul
 * @length: bytes in @text
 * @decoded: where the text without them is appended
 *
 * Decodes each reference once. One without its semicolon, or with a name that HTML does
 * not have, stays: “R&D; more” has none.
 *
 * Returns: whether there was one
 */
gboolean
offprint_entities_decode (OffprintEntities *self,
                          const char       *text,
                          gsize             length,
                          GString          *decoded)
{
  const char *end = text + length;
  gboolean found = FALSE;

  while (text < end)
    {
      const char *ampersand = memchr (text, '&', end - text);
      gsize width = 0;

      if (ampersand == NULL)
        ampersand = end;
      g_string_append_len (decoded, text, ampersand - text);
      text = ampersand;
      if (text == end)
        break;
      width = read_reference (self, text, end - text, decoded);
      found = found || width > 0;
      if (width == 0)
        g_string_append_c (decoded, '&');
      text += MAX (width, 1);
    }
  return found;
}

/**
 * offprint_entities_found:
 * @self: a decoder
 * @text: text; need not end in a nul
 * @length: bytes in @text
 *
 * Returns: whether @text has a reference
 */
gboolean
offprint_entities_found (OffprintEntities *self,
                         const char       *text,
                         gsize             length)
{
  const char *end = text + length;

  while (text < end && (text = memchr (text, '&', end - text)) != NULL)
    {
      if (read_reference (self, text, end - text, NULL) > 0)
        return TRUE;
      text++;
    }
  return FALSE;
}
