/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text that was typed or pasted: an empty line parts paragraphs, and an address in it
 * is one to click.
 */

#include "config.h"

#include "read.h"

#include "collector.h"
#include "href.h"

#include <string.h>

/* Signs that close a sentence or a bracket rather than belong to an address */
static const char *
trim_address (const char *start,
              const char *end)
{
  while (end > start)
    {
      char last = end[-1];
      gsize n_open = 0;
      gsize n_close = 0;

      if (strchr (".,;:!?'\"*_", last) != NULL)
        {
          end--;
          continue;
        }
      if (last != ')' && last != ']' && last != '}' && last != '>')
        return end;
      for (const char *p = start; p < end; p++)
        {
          n_close += *p == last;
          n_open += *p == (last == ')' ? '(' : last == ']' ? '['
                                             : last == '}' ? '{'
                                                           : '<');
        }
      if (n_close <= n_open)
        return end;
      end--;
    }
  return end;
}

static const char *
find_address_end (const char *start)
{
  const char *end = start;

  while (*end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)) && strchr ("\"<>", *end) == NULL)
    {
      gunichar c = g_utf8_get_char (end);

      if (c == 0x201c || c == 0x201d || c == 0x00bb || c == 0x00ab || c >= 0x3000)
        break;
      end = g_utf8_next_char (end);
    }
  return trim_address (start, end);
}

/* ISO 26324: “10.”, the registrant's digits, a slash and a suffix */
static gboolean
is_doi (const char *text,
        gsize       length)
{
  gsize i = 3;

  if (length < 8 || strncmp (text, "10.", 3) != 0)
    return FALSE;
  while (i < length && (g_ascii_isdigit (text[i]) || text[i] == '.'))
    i++;
  return i >= 7 && i + 1 < length && text[i] == '/';
}

/* What the address at @text leads to, if there is one; @end gets where it ends */
static char *
read_address (const char  *text,
              const char **end)
{
  gsize prefix = g_ascii_strncasecmp (text, "doi:", 4) == 0 ? 4 : 0;
  g_autofree char *address = NULL;

  if (g_ascii_strncasecmp (text, "http://", 7) == 0 || g_ascii_strncasecmp (text, "https://", 8) == 0)
    {
      *end = find_address_end (text);
      address = g_strndup (text, *end - text);
      return offprint_href_clean (address);
    }
  while (prefix > 0 && text[prefix] == ' ')
    prefix++;
  if (text[prefix] != '1' || text[prefix + 1] != '0')
    return NULL;
  *end = find_address_end (text + prefix);
  if (!is_doi (text + prefix, *end - text - prefix))
    return NULL;
  address = g_strndup (text + prefix, *end - text - prefix);

  return offprint_href_from_doi (address);
}

static void
read_paragraph (OffprintCollector *collector,
                const char        *text)
{
  const char *start = text;
  gboolean after_word = FALSE;

  for (const char *p = text; *p != '\0';)
    {
      const char *end = NULL;
      g_autofree char *href = NULL;

      if (!after_word && strchr ("hHdD1", *p) != NULL)
        href = read_address (p, &end);
      if (href == NULL)
        {
          after_word = g_unichar_isalnum (g_utf8_get_char (p)) || *p == '.' || *p == '/';
          p = g_utf8_next_char (p);
          continue;
        }
      offprint_collector_text (collector, start, p - start, OFFPRINT_RUN_PLAIN, NULL);
      offprint_collector_text (collector, p, end - p, OFFPRINT_RUN_PLAIN, href);
      p = start = end;
      after_word = TRUE;
    }
  offprint_collector_text (collector, start, -1, OFFPRINT_RUN_PLAIN, NULL);
}

static gboolean
is_blank (const char *line)
{
  return line[strspn (line, " \t")] == '\0';
}

/**
 * offprint_rich_text_new_from_plain:
 * @text: (nullable): plain text; need not end in a nul
 * @length: bytes in @text, or -1 if it ends in a nul; what comes after 20 MB is not read
 *
 * Reads plain text: an empty line parts paragraphs, http and https addresses and DOIs
 * become links.
 *
 * Returns: (transfer full): the text, perhaps empty
 */
OffprintRichText *
offprint_rich_text_new_from_plain (const char *text,
                                   gssize      length)
{
  g_autofree char *clean = offprint_text_clean (text, length);
  OffprintCollector *collector = offprint_collector_new ();

  for (char *line = clean; line != NULL;)
    {
      char *end = strchr (line, '\n');

      if (end != NULL)
        *end = '\0';
      if (is_blank (line))
        offprint_collector_break (collector);
      else
        read_paragraph (collector, line);
      offprint_collector_space (collector);
      line = end != NULL ? end + 1 : NULL;
    }
  return offprint_collector_end (collector);
}
