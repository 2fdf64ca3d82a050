/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Notes and works cited in the text of a page. A number that follows the last one begins
 * an entry: twice, as browsers save lists (“1. 1.”), or once. Without numbers, paragraphs
 * are the entries, or lines where no empty line parts them.
 */

#include "config.h"

#include "plain-private.h"

#include <string.h>

#include "read.h"
#include "record.h"
#include "reference-text.h"
#include "write.h"

#define MAX_ENTRIES 20000

typedef struct
{
  guint number; /* 0: none was printed */
  GString *text;
} Entry;

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_string_free (entry->text, TRUE);
}

/* "12." "12)" "[12]" "(12)" at @text: what follows it; NULL if it is not there. A bare
 * number only if nothing follows. */
static const char *
skip_number (const char *text,
             guint       number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  gsize length = strlen (digits);
  const char *p = text + strspn (text, "[(");

  if (!g_str_has_prefix (p, digits) || g_ascii_isdigit (p[length]))
    return NULL;
  p += length;
  if (*p == '\0')
    return p;
  if (strchr (".)]", *p) == NULL)
    return NULL;
  p += strspn (p, ".)]");
  if (*p != '\0' && *p != ' ')
    return NULL;

  return p + strspn (p, " ");
}

/* The same number again, as lists are saved that printed it themselves */
static const char *
skip_marks (const char *text,
            guint       number)
{
  const char *rest = skip_number (text, number);
  const char *again = rest != NULL ? skip_number (rest, number) : NULL;

  return again != NULL ? again : rest;
}

/* Lines that only name links of a work cited */
static gboolean
is_link_line (const char *text)
{
  static const char *const labels[] = { "Article", "Chapter", "Book", "Google", "Scholar", "CAS", "PubMed", "Central", "MATH", "MathSciNet", "ADS",
                                        "CrossRef", "Crossref", "Web", "of", "Science", "AMS", "DOI", NULL };
  g_auto (GStrv) words = g_strsplit (text, " ", 20);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !g_strv_contains (labels, words[i]))
      return FALSE;

  return TRUE;
}

static GArray *
new_entries (void)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_array_set_clear_func (entries, clear_entry);

  return entries;
}

static void
add_entry (GArray     *entries,
           guint       number,
           const char *text)
{
  Entry entry = { number, g_string_new (text) };

  g_array_append_val (entries, entry);
}

/* An empty line parts paragraphs of one entry; a broken line goes on */
static void
append_line (GArray     *entries,
             const char *text,
             gboolean    is_paragraph)
{
  GString *last = g_array_index (entries, Entry, entries->len - 1).text;

  if (last->len > 0)
    g_string_append (last, is_paragraph ? "\n\n" : " ");
  g_string_append (last, text);
}

static GArray *
read_numbered (OffprintPlain *self,
               guint          start,
               guint          end)
{
  GArray *entries = new_entries ();
  gboolean is_paragraph = FALSE;

  for (guint i = start; i < end && entries->len < MAX_ENTRIES; i++)
    {
      const char *text = offprint_plain_get_line (self, i)->text;
      const char *rest = *text != '\0' ? skip_marks (text, entries->len + 1) : NULL;

      if (*text == '\0')
        is_paragraph = TRUE;
      else if (rest != NULL)
        add_entry (entries, entries->len + 1, rest);
      else if (entries->len > 0 && !is_link_line (text))
        append_line (entries, text, is_paragraph);
      if (*text != '\0')
        is_paragraph = FALSE;
    }
  return entries;
}

/* Whether empty lines stand between entries, rather than none at all */
static gboolean
has_gaps (OffprintPlain *self,
          guint          start,
          guint          end)
{
  gboolean is_inside = FALSE;

  for (guint i = start; i < end; i++)
    {
      gboolean is_empty = *offprint_plain_get_line (self, i)->text == '\0';

      if (is_inside && is_empty && i + 1 < end && *offprint_plain_get_line (self, i + 1)->text != '\0')
        return TRUE;
      is_inside = is_inside || !is_empty;
    }
  return FALSE;
}

static GArray *
read_unnumbered (OffprintPlain *self,
                 guint          start,
                 guint          end)
{
  GArray *entries = new_entries ();
  gboolean gaps = has_gaps (self, start, end);
  guint next = start;

  while (next < end && entries->len < MAX_ENTRIES)
    {
      g_autofree char *text = NULL;

      if (gaps && !offprint_plain_get_line (self, next)->is_bullet)
        text = offprint_plain_dup_paragraph (self, next, end, &next);
      else
        text = g_strdup (offprint_plain_get_line (self, next++)->text);
      if (text != NULL && *text != '\0' && !is_link_line (text))
        add_entry (entries, 0, text);
    }
  return entries;
}

static GArray *
read_entries (OffprintPlain *self,
              guint          start,
              guint          end)
{
  GArray *entries = read_numbered (self, start, end);

  if (entries->len > 0)
    return entries;
  g_array_unref (entries);

  return read_unnumbered (self, start, end);
}

/* The first part of that kind that has anything in it */
static GArray *
find_entries (OffprintPlain     *self,
              OffprintPlainPart  part)
{
  guint start = 0;

  while ((start = offprint_plain_find (self, part, start)) < self->lines->len)
    {
      guint end = offprint_plain_part_end (self, start);
      GArray *entries = read_entries (self, start + 1, end);

      if (entries->len > 0)
        return entries;
      g_array_unref (entries);
      start = end;
    }
  return NULL;
}

/**
 * offprint_plain_read_notes:
 * @self: the text of a page
 *
 * Reads the notes.
 */
void
offprint_plain_read_notes (OffprintPlain *self)
{
  GArray *entries = find_entries (self, OFFPRINT_PLAIN_NOTES);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);
      g_autoptr (OffprintRichText) text = offprint_rich_text_new_from_plain (entry->text->str, entry->text->len);
      g_autofree char *stored = offprint_rich_text_to_stored (text);
      g_autofree char *mark = g_strdup_printf ("%u", i + 1);
      JsonObject *note = NULL;

      if (offprint_rich_text_is_empty (text))
        continue;
      note = json_object_new ();
      json_object_set_string_member (note, "mark", mark);
      json_object_set_string_member (note, "text", stored);
      offprint_record_append (self->record, "notes", note);
    }
  if (entries != NULL)
    g_array_unref (entries);
}

/**
 * offprint_plain_read_references:
 * @self: the text of a page
 *
 * Reads the works cited.
 */
void
offprint_plain_read_references (OffprintPlain *self)
{
  GArray *entries = find_entries (self, OFFPRINT_PLAIN_REFERENCES);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);
      JsonObject *reference = offprint_reference_new_printed (entry->text->str);

      if (reference == NULL)
        continue;
      if (entry->number > 0)
        {
          g_autofree char *mark = g_strdup_printf ("%u", entry->number);

          json_object_set_string_member (reference, "mark", mark);
        }
      offprint_record_append (self->record, "references", reference);
    }
  if (entries != NULL)
    g_array_unref (entries);
}
