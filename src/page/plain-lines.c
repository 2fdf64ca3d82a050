/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text of a page comes out of browsers, editors and clipboards: with bullets or none,
 * with the signs of Markdown or none, lines ended in any way. Here it becomes lines that
 * know what they were.
 */

#include "config.h"

#include "plain-private.h"

#include <string.h>

#include "read.h"

#define MAX_LINES   200000
#define MAX_HEADING 60

static const struct
{
  const char *text; /* folded */
  OffprintPlainPart part;
  const char *language;
} headings[] = {
  { "abstract", OFFPRINT_PLAIN_ABSTRACT, NULL },
  { "zusammenfassung", OFFPRINT_PLAIN_ABSTRACT, "de" },
  { "résumé", OFFPRINT_PLAIN_ABSTRACT, "fr" },
  { "riassunto", OFFPRINT_PLAIN_ABSTRACT, "it" },
  { "resumen", OFFPRINT_PLAIN_ABSTRACT, "es" },
  { "resumo", OFFPRINT_PLAIN_ABSTRACT, "pt" },
  { "samenvatting", OFFPRINT_PLAIN_ABSTRACT, "nl" },
  { "аннотация", OFFPRINT_PLAIN_ABSTRACT, "ru" },
  { "резюме", OFFPRINT_PLAIN_ABSTRACT, "ru" },
  { "摘要", OFFPRINT_PLAIN_ABSTRACT, "zh" },
  { "about this book", OFFPRINT_PLAIN_ABSTRACT, NULL },
  { "access this chapter", OFFPRINT_PLAIN_ACCESS, NULL },
  { "access this article", OFFPRINT_PLAIN_ACCESS, NULL },
  { "access this book", OFFPRINT_PLAIN_ACCESS, NULL },
  { "access this entry", OFFPRINT_PLAIN_ACCESS, NULL },
  { "access this protocol", OFFPRINT_PLAIN_ACCESS, NULL },
  { "access options", OFFPRINT_PLAIN_ACCESS, NULL },
  { "notes", OFFPRINT_PLAIN_NOTES, NULL },
  { "footnotes", OFFPRINT_PLAIN_NOTES, NULL },
  { "works cited", OFFPRINT_PLAIN_REFERENCES, NULL },
  { "references", OFFPRINT_PLAIN_REFERENCES, NULL },
  { "bibliography", OFFPRINT_PLAIN_REFERENCES, NULL },
  { "literature", OFFPRINT_PLAIN_REFERENCES, NULL },
  { "literature cited", OFFPRINT_PLAIN_REFERENCES, NULL },
  { "literatur", OFFPRINT_PLAIN_REFERENCES, NULL },
  { "author information", OFFPRINT_PLAIN_OTHER, NULL },
  { "authors and affiliations", OFFPRINT_PLAIN_AUTHORS, NULL },
  { "affiliations", OFFPRINT_PLAIN_AUTHORS, NULL },
  { "authors", OFFPRINT_PLAIN_PEOPLE, NULL },
  { "contributions", OFFPRINT_PLAIN_OTHER, NULL },
  { "corresponding author", OFFPRINT_PLAIN_LETTERS, NULL },
  { "corresponding authors", OFFPRINT_PLAIN_LETTERS, NULL },
  { "editor information", OFFPRINT_PLAIN_OTHER, NULL },
  { "editors and affiliations", OFFPRINT_PLAIN_EDITORS, NULL },
  { "rights and permissions", OFFPRINT_PLAIN_RIGHTS, NULL },
  { "reprints and permissions", OFFPRINT_PLAIN_RIGHTS, NULL },
  { "copyright information", OFFPRINT_PLAIN_COPYRIGHT, NULL },
  { "about this chapter", OFFPRINT_PLAIN_ABOUT, NULL },
  { "about this article", OFFPRINT_PLAIN_ABOUT, NULL },
  { "about this entry", OFFPRINT_PLAIN_ABOUT, NULL },
  { "about this protocol", OFFPRINT_PLAIN_ABOUT, NULL },
  { "about this paper", OFFPRINT_PLAIN_ABOUT, NULL },
  { "bibliographic information", OFFPRINT_PLAIN_ABOUT, NULL },
  { "download citation", OFFPRINT_PLAIN_ABOUT, NULL },
  { "cite this chapter", OFFPRINT_PLAIN_CITE, NULL },
  { "cite this article", OFFPRINT_PLAIN_CITE, NULL },
  { "cite this entry", OFFPRINT_PLAIN_CITE, NULL },
  { "cite this living reference work entry", OFFPRINT_PLAIN_CITE, NULL },
  { "cite this reference work entry", OFFPRINT_PLAIN_CITE, NULL },
  { "cite this protocol", OFFPRINT_PLAIN_CITE, NULL },
  { "cite this paper", OFFPRINT_PLAIN_CITE, NULL },
  { "keywords", OFFPRINT_PLAIN_KEYWORDS, NULL },
  { "download references", OFFPRINT_PLAIN_OTHER, NULL },
  { "download references .ris", OFFPRINT_PLAIN_OTHER, NULL },
  { "acknowledgements", OFFPRINT_PLAIN_OTHER, NULL },
  { "acknowledgments", OFFPRINT_PLAIN_OTHER, NULL },
  { "funding", OFFPRINT_PLAIN_OTHER, NULL },
  { "ethics declarations", OFFPRINT_PLAIN_OTHER, NULL },
  { "additional information", OFFPRINT_PLAIN_OTHER, NULL },
  { "introduction", OFFPRINT_PLAIN_OTHER, NULL },
  { "similar content being viewed by others", OFFPRINT_PLAIN_OTHER, NULL },
  { "explore related subjects", OFFPRINT_PLAIN_OTHER, NULL },
  { "table of contents", OFFPRINT_PLAIN_OTHER, NULL },
  { "about the authors", OFFPRINT_PLAIN_OTHER, NULL },
  { "publish with us", OFFPRINT_PLAIN_OTHER, NULL },
  { "policies and ethics", OFFPRINT_PLAIN_OTHER, NULL },
  { "share this chapter", OFFPRINT_PLAIN_OTHER, NULL },
  { "share this article", OFFPRINT_PLAIN_OTHER, NULL },
  { "profiles", OFFPRINT_PLAIN_OTHER, NULL },
  { "search", OFFPRINT_PLAIN_OTHER, NULL },
  { "navigation", OFFPRINT_PLAIN_OTHER, NULL },
};

/* Bytes of the sign of a list and the blanks behind it */
static gsize
span_bullet (const char *text)
{
  static const char *const bullets[] = { "•", "*", "-", "–", "·", "‣", "◦", "▪", "●", "○", "+" };

  for (gsize i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      gsize length = strlen (bullets[i]);

      if (g_str_has_prefix (text, bullets[i]) && (text[length] == ' ' || text[length] == '\t'))
        return length + strspn (text + length, " \t");
    }
  return 0;
}

/* The sign of an item whose text stands on the next line */
static gboolean
is_lone_bullet (const char *text)
{
  static const char *const bullets[] = { "•", "*", "-", "·", "‣", "◦", "▪", "●", "○", NULL };

  return g_strv_contains (bullets, text);
}

/* **Heading** and __Heading__ */
static char *
dup_without_stress (const char *text)
{
  gsize length = strlen (text);

  if (length > 4 && ((g_str_has_prefix (text, "**") && g_str_has_suffix (text, "**")) ||
                     (g_str_has_prefix (text, "__") && g_str_has_suffix (text, "__"))))
    return g_strndup (text + 2, length - 4);

  return g_strdup (text);
}

static void
find_heading (OffprintPlainLine *line)
{
  g_autofree char *folded = NULL;

  if (*line->text == '\0' || line->is_bullet || strlen (line->text) > MAX_HEADING)
    return;
  folded = g_utf8_strdown (line->text, -1);
  if (g_str_has_suffix (folded, ":"))
    folded[strlen (folded) - 1] = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    if (strcmp (folded, headings[i].text) == 0)
      {
        line->is_heading = TRUE;
        line->part = headings[i].part;
        line->language = headings[i].language;
        return;
      }
  line->is_heading = line->is_marked;
}

static void
add_line (GArray     *lines,
          const char *start,
          gsize       length)
{
  g_autofree char *clean = offprint_text_clean_line (start, (gssize) length);
  OffprintPlainLine line = { NULL, FALSE, FALSE, FALSE, OFFPRINT_PLAIN_OTHER, NULL };
  const char *p = clean;
  gsize marks = strspn (p, "#");
  gsize bullet = 0;

  if (marks > 0 && marks <= 6 && p[marks] == ' ')
    {
      line.is_marked = TRUE;
      p += marks + 1;
    }
  bullet = span_bullet (p);
  line.is_bullet = bullet > 0;
  if (is_lone_bullet (p))
    bullet = strlen (p);
  line.text = dup_without_stress (p + bullet);
  find_heading (&line);
  g_array_append_val (lines, line);
}

/* “Summary” is the last part of many abstracts; where none has begun, it is the abstract */
static void
find_summary (GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      OffprintPlainLine *line = &g_array_index (lines, OffprintPlainLine, i);

      if (line->is_heading && line->part != OFFPRINT_PLAIN_OTHER && line->part != OFFPRINT_PLAIN_CITE)
        return;
      if (g_ascii_strcasecmp (line->text, "Summary") == 0 || g_ascii_strcasecmp (line->text, "Synopsis") == 0)
        {
          line->is_heading = TRUE;
          line->part = OFFPRINT_PLAIN_ABSTRACT;
          return;
        }
    }
}

static void
clear_line (gpointer data)
{
  OffprintPlainLine *line = data;

  g_free (line->text);
}

/**
 * offprint_plain_split:
 * @text: the text of a page
 * @length: bytes in @text
 *
 * Parts a text into lines, ended by CR, LF or both.
 *
 * Returns: (transfer full): the lines
 */
GArray *
offprint_plain_split (const char *text,
                      gsize       length)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (OffprintPlainLine));
  const char *end = text + length;
  const char *p = text;

  g_array_set_clear_func (lines, clear_line);
  while (p < end && lines->len < MAX_LINES)
    {
      const char *stop = p;

      while (stop < end && *stop != '\n' && *stop != '\r')
        stop++;
      add_line (lines, p, stop - p);
      if (stop + 1 < end && stop[0] == '\r' && stop[1] == '\n')
        stop++;
      p = stop + 1;
    }
  find_summary (lines);

  return lines;
}

/**
 * offprint_plain_get_line:
 * @self: the text of a page
 * @index: less than the number of its lines
 *
 * Returns: (transfer none): a line
 */
const OffprintPlainLine *
offprint_plain_get_line (OffprintPlain *self,
                         guint          index)
{
  return &g_array_index (self->lines, OffprintPlainLine, index);
}

/**
 * offprint_plain_part_end:
 * @self: the text of a page
 * @start: the heading of a part
 *
 * Returns: the index of the next heading, or of the end
 */
guint
offprint_plain_part_end (OffprintPlain *self,
                         guint          start)
{
  guint index = start + 1;

  while (index < self->lines->len && !offprint_plain_get_line (self, index)->is_heading)
    index++;

  return MIN (index, self->lines->len);
}

/**
 * offprint_plain_find:
 * @self: the text of a page
 * @part: which part
 * @after: where to begin
 *
 * Returns: the index of the next heading of such a part, or of the end
 */
guint
offprint_plain_find (OffprintPlain     *self,
                     OffprintPlainPart  part,
                     guint              after)
{
  for (guint i = after; i < self->lines->len; i++)
    if (offprint_plain_get_line (self, i)->is_heading && offprint_plain_get_line (self, i)->part == part)
      return i;

  return self->lines->len;
}

/**
 * offprint_plain_dup_paragraph:
 * @self: the text of a page
 * @start: where to begin; empty lines are skipped
 * @end: where to stop
 * @next: (out): the index behind the paragraph
 *
 * Joins lines that were broken to fit a width.
 *
 * Returns: (transfer full) (nullable): the paragraph; `NULL` if there is none
 */
char *
offprint_plain_dup_paragraph (OffprintPlain *self,
                              guint          start,
                              guint          end,
                              guint         *next)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint index = start;

  while (index < end && *offprint_plain_get_line (self, index)->text == '\0')
    index++;
  while (index < end && *offprint_plain_get_line (self, index)->text != '\0')
    {
      const OffprintPlainLine *line = offprint_plain_get_line (self, index);

      if (text->len > 0 && line->is_bullet)
        break;
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, line->text);
      index++;
    }
  *next = index;

  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}
