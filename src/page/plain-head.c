/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Above the first heading of a pasted page stand title, kind, date, book and counts, among
 * what the page has for its own use. The line to cite by tells which line is which: the
 * title and the book stand in it word by word.
 */

#include "config.h"

#include "plain-private.h"

#include <string.h>

#include "cite-line.h"
#include "json-value.h"
#include "loose-date.h"
#include "read.h"
#include "record.h"

#define MAX_TITLE 1000
#define MAX_HEAD  400

static const struct
{
  const char *word; /* folded */
  const char *type;
} kinds[] = {
  { "chapter", "chapter" },
  { "protocol", "chapter" },
  { "conference paper", "paper-conference" },
  { "reference work entry", "entry-encyclopedia" },
  { "living reference work entry", "entry-encyclopedia" },
  { "book", "book" },
  { "textbook", "book" },
  { "article", "article-journal" },
  { "original paper", "article-journal" },
  { "original article", "article-journal" },
  { "original research", "article-journal" },
  { "research article", "article-journal" },
  { "research", "article-journal" },
  { "review", "article-journal" },
  { "review article", "article-journal" },
  { "letter", "article-journal" },
  { "editorial", "article-journal" },
};

static const char *
type_of_line (const char *text)
{
  g_autofree char *folded = strlen (text) < 40 ? g_utf8_strdown (text, -1) : NULL;

  for (gsize i = 0; folded != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (folded, kinds[i].word) == 0)
      return kinds[i].type;

  return NULL;
}

/* Lines of the page itself that stand above the title */
static gboolean
is_furniture (const char *text)
{
  static const char *const lines[] = {
    "skip to main content", "advertisement", "log in", "menu", "search", "cart", "home", "springer nature link", "springerlink",
    "find a journal", "publish with us", "track your research", "saved research", "save chapter", "save article", "save book",
    "view saved research", "download pdf", "download book pdf", "cite this chapter", "cite this article", "aims and scope",
    "submit manuscript", "view author publications", "explore all metrics", "metrics details", "part of springer nature", NULL
  };
  g_autofree char *folded = g_utf8_strdown (text, -1);

  return g_strv_contains (lines, folded) || g_str_has_prefix (folded, "find a journal ");
}

/* Where the first heading that parts the page stands */
static guint
find_head_end (OffprintPlain *self)
{
  for (guint i = 0; i < self->lines->len && i < MAX_HEAD; i++)
    {
      const OffprintPlainLine *line = offprint_plain_get_line (self, i);

      if (line->is_heading && line->part != OFFPRINT_PLAIN_OTHER && line->part != OFFPRINT_PLAIN_CITE)
        return i;
      if (g_str_has_prefix (line->text, "This is a preview of subscription content"))
        return i;
    }
  return MIN (self->lines->len, MAX_HEAD);
}

/* A line, or up to three of them where it was broken */
static char *
dup_joined (OffprintPlain *self,
            guint          start,
            guint          n,
            guint          end)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = start; i < start + n; i++)
    {
      if (i >= end || *offprint_plain_get_line (self, i)->text == '\0')
        return NULL;
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, offprint_plain_get_line (self, i)->text);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* The longest line of the head that the line to cite by has, at the start of a sentence of it */
static char *
find_in_cite (OffprintPlain *self,
              const char    *cite,
              guint          end,
              guint         *index)
{
  g_autofree char *best = NULL;

  for (guint i = 0; i < end; i++)
    for (guint n = 3; n >= 1; n--)
      {
        g_autofree char *line = dup_joined (self, i, n, end);
        const char *at = line != NULL && strlen (line) >= 4 ? strstr (cite, line) : NULL;
        const char *behind = at != NULL ? at + strlen (line) : NULL;
        gboolean starts = at != NULL && (at == cite || at[-1] == ' ');
        gboolean ends = behind != NULL && (strchr (".?!", *behind) != NULL || strchr (".?!", behind[-1]) != NULL);

        if (starts && ends && (best == NULL || strlen (line) > strlen (best)))
          {
            g_free (best);
            best = g_steal_pointer (&line);
            *index = i;
          }
      }
  return g_steal_pointer (&best);
}

/* Without a line to cite by: the line above the kind and the date, else the first one */
static char *
find_title_alone (OffprintPlain *self,
                  guint          end)
{
  const char *last = NULL;
  guint index = 0;

  for (guint i = 0; i < end; i++)
    {
      const OffprintPlainLine *line = offprint_plain_get_line (self, i);

      if (*line->text == '\0' || is_furniture (line->text))
        continue;
      if (line->is_marked || last == NULL || g_utf8_strlen (last, -1) < 10)
        {
          last = line->text;
          index = i;
        }
      if (line->is_marked || type_of_line (line->text) != NULL || g_str_has_prefix (line->text, "First Online"))
        break;
    }
  if (last != NULL)
    self->title_line = index;

  return g_strdup (last);
}

static JsonObject *
reread (OffprintPlain *self,
        const char    *title,
        const char    *container)
{
  OffprintCiteHints hints = { title, container };
  guint next = 0;
  g_autofree char *line = NULL;

  if (self->cite == NULL)
    return NULL;
  line = offprint_plain_dup_paragraph (self, self->cite_line, self->lines->len, &next);

  return line != NULL ? offprint_cite_line_read (line, &hints, &self->is_cut) : NULL;
}

/* The title first, then with it the book, for each makes the other’s limits clear */
static void
read_names (OffprintPlain *self,
            guint          end)
{
  g_autofree char *cite = NULL;
  g_autofree char *title = NULL;
  g_autofree char *container = NULL;
  JsonObject *better = NULL;
  guint index = 0;
  guint next = 0;

  if (self->cite != NULL)
    cite = offprint_plain_dup_paragraph (self, self->cite_line, self->lines->len, &next);
  if (cite != NULL)
    {
      const char *in = strstr (cite, " In: ");
      g_autofree char *head = in != NULL ? g_strndup (cite, in - cite) : g_strdup (cite);

      title = find_in_cite (self, head, end, &self->title_line);
      container = in != NULL ? find_in_cite (self, in, end, &index) : NULL;
      better = reread (self, title, container);
    }
  if (better != NULL)
    {
      json_object_unref (self->cite);
      self->cite = better;
    }
  if (title == NULL && self->cite != NULL)
    title = g_strdup (offprint_json_get_string (self->cite, "title"));
  if (title == NULL)
    title = find_title_alone (self, end);
  if (title != NULL && strlen (title) <= MAX_TITLE)
    offprint_record_set_string (self->record, "title", title);
  if (container != NULL)
    offprint_record_set_string (self->record, "container-title", container);
}

/* Without a line to cite by, the book is the line below the date */
static void
read_container_alone (OffprintPlain *self,
                      guint          end)
{
  const char *title = offprint_json_get_string (self->record, "title");
  gboolean is_below = FALSE;

  if (self->cite != NULL || json_object_has_member (self->record, "container-title"))
    return;
  for (guint i = 0; i < end; i++)
    {
      const OffprintPlainLine *line = offprint_plain_get_line (self, i);

      if (g_str_has_prefix (line->text, "First Online"))
        is_below = TRUE;
      else if (is_below && *line->text != '\0' && !line->is_bullet && g_strcmp0 (line->text, title) != 0)
        {
          if (strpbrk (line->text, "0123456789") == NULL)
            offprint_record_set_string (self->record, "container-title", line->text);
          return;
        }
    }
}

static void
add_count (OffprintPlain *self,
           const char    *name,
           const char    *text)
{
  JsonObject *custom = offprint_record_get_custom (self->record);
  JsonObject *counts = offprint_json_get_object (custom, "counts");
  JsonObject *count = NULL;
  gint64 value = 0;

  if (!g_ascii_isdigit (*text))
    return;
  for (const char *p = text; g_ascii_isdigit (*p) || (*p == ',' && g_ascii_isdigit (p[1])); p++)
    if (*p != ',' && value < G_MAXINT32)
      value = value * 10 + (*p - '0');
  if (text[strspn (text, "0123456789,")] == 'k')
    value *= 1000;
  if (counts == NULL)
    {
      counts = json_object_new ();
      json_object_set_object_member (custom, "counts", counts);
    }
  if (json_object_has_member (counts, name))
    return;
  count = json_object_new ();
  json_object_set_int_member (count, "value", value);
  json_object_set_object_member (counts, name, count);
}

/* “831 Accesses”, on one line or two */
static void
read_count (OffprintPlain *self,
            guint          index)
{
  static const struct
  {
    const char *word;
    const char *name;
  } counts[] = { { "Accesses", "accesses" }, { "Citations", "citations" } };
  const char *text = offprint_plain_get_line (self, index)->text;

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      if (!g_str_has_suffix (text, counts[i].word))
        continue;
      if (strcmp (text, counts[i].word) != 0)
        add_count (self, counts[i].name, text);
      else if (index > 0)
        add_count (self, counts[i].name, offprint_plain_get_line (self, index - 1)->text);
    }
}

/* “First Online: 27 April 2023”, the day perhaps on the next line */
static void
read_date (OffprintPlain *self,
           guint          index,
           guint          end)
{
  static const char *const labels[] = { "First Online:", "First Online", "Published:" };
  const char *text = offprint_plain_get_line (self, index)->text;

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const char *day = NULL;
      g_autoptr (OffprintDate) date = NULL;

      if (!g_str_has_prefix (text, labels[i]))
        continue;
      day = text + strlen (labels[i]);
      day += strspn (day, " ");
      if (*day == '\0' && index + 1 < end)
        day = offprint_plain_get_line (self, index + 1)->text;
      date = strpbrk (day, "0123456789") != NULL && strlen (day) < 40 ? offprint_loose_date (day) : NULL;
      if (date != NULL)
        offprint_record_set_event (self->record, "online", date);
      return;
    }
}

/* “Part of the book series: Population Economics ((POPULATION,volume 12))” */
static void
read_series (OffprintPlain *self,
             const char    *text)
{
  const char *name = strstr (text, "book series:");
  const char *bracket = name != NULL ? strchr (name, '(') : NULL;
  const char *volume = bracket != NULL ? strstr (bracket, "volume") : NULL;
  g_autofree char *title = NULL;

  if (name == NULL)
    return;
  name += strlen ("book series:");
  title = bracket != NULL ? g_strndup (name, bracket - name) : g_strdup (name);
  offprint_record_set_string (self->record, "collection-title", title);
  if (volume != NULL)
    {
      g_autofree char *number = g_strndup (volume + 6, strcspn (volume + 6, ")"));

      offprint_record_set_string (self->record, "collection-number", number);
    }
}

static void
read_pages (OffprintPlain *self,
            const char    *text)
{
  g_autofree char *pages = NULL;

  if (!g_str_has_prefix (text, "pp ") || strlen (text) > 30)
    return;
  pages = offprint_cite_dup_pages (text + 3);
  offprint_record_set_string (self->record, "page", pages);
}

/* By the word in the head; else by what the headings call it */
static void
read_type (OffprintPlain *self,
           guint          end)
{
  static const char *const names[] = { "chapter", "protocol", "entry", "article", "book" };
  static const char *const types[] = { "chapter", "chapter", "entry-encyclopedia", "article-journal", "book" };
  const char *type = NULL;

  for (guint i = 0; i < end && type == NULL; i++)
    type = type_of_line (offprint_plain_get_line (self, i)->text);
  for (guint i = 0; i < self->lines->len && type == NULL; i++)
    for (gsize n = 0; n < G_N_ELEMENTS (names) && offprint_plain_get_line (self, i)->is_heading && type == NULL; n++)
      {
        g_autofree char *word = g_strconcat ("this ", names[n], NULL);

        if (strstr (offprint_plain_get_line (self, i)->text, word) != NULL)
          type = types[n];
      }
  if (type == NULL && self->cite != NULL)
    type = offprint_json_get_string (self->cite, "type");
  offprint_record_set_string (self->record, "type", type != NULL ? type : "document");
}

static void
read_abstracts (OffprintPlain *self)
{
  guint start = 0;

  while ((start = offprint_plain_find (self, OFFPRINT_PLAIN_ABSTRACT, start)) < self->lines->len)
    {
      guint end = offprint_plain_part_end (self, start);
      guint next = start + 1;
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (OffprintRichText) rich = NULL;

      while (next < end)
        {
          g_autofree char *paragraph = offprint_plain_dup_paragraph (self, next, end, &next);

          if (paragraph == NULL || g_str_has_prefix (paragraph, "This is a preview of subscription content"))
            break;
          if (text->len > 0)
            g_string_append (text, "\n\n");
          g_string_append (text, paragraph);
        }
      if (text->len > 0)
        rich = offprint_rich_text_new_from_plain (text->str, text->len);
      offprint_record_add_abstract (self->record, offprint_plain_get_line (self, start)->language, NULL, rich);
      start = end;
    }
}

/**
 * offprint_plain_read_head:
 * @self: the text of a page
 *
 * Reads what stands above the first heading, and the abstracts.
 */
void
offprint_plain_read_head (OffprintPlain *self)
{
  guint end = find_head_end (self);

  read_names (self, end);
  for (guint i = 0; i < end; i++)
    {
      read_count (self, i);
      read_date (self, i, end);
      read_series (self, offprint_plain_get_line (self, i)->text);
      read_pages (self, offprint_plain_get_line (self, i)->text);
    }
  read_container_alone (self, end);
  read_type (self, end);
  read_abstracts (self);
}
