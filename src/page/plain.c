/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page saved or pasted as text has lost its mark-up, but its headings still part it.
 * Springer’s are known by heart; what stands under each is read as far as it carries. Any
 * text might have an abstract or notes: only one that also shows marks of a page is one.
 */

#include "config.h"

#include "plain-private.h"

#include <string.h>

#include "cite-line.h"
#include "json-value.h"
#include "layers.h"
#include "read.h"
#include "record.h"

#define MAX_BYTES (20 * 1000 * 1000)
#define MAX_CITE  4000

/* Where the line to cite by stands: it has a year in brackets and names first */
static void
find_cite_line (OffprintPlain *self)
{
  self->cite_line = self->lines->len;
  for (guint i = 0; i < self->lines->len; i++)
    {
      guint next = 0;
      g_autofree char *text = NULL;
      g_autoptr (JsonObject) cite = NULL;
      gboolean is_cut = FALSE;

      if (!offprint_plain_get_line (self, i)->is_heading || offprint_plain_get_line (self, i)->part != OFFPRINT_PLAIN_CITE)
        continue;
      text = offprint_plain_dup_paragraph (self, i + 1, offprint_plain_part_end (self, i), &next);
      if (text == NULL || strlen (text) > MAX_CITE)
        continue;
      cite = offprint_cite_line_read (text, NULL, &is_cut);
      if (cite == NULL || !json_object_has_member (cite, "author"))
        continue;
      self->cite = g_steal_pointer (&cite);
      self->is_cut = is_cut;
      self->cite_line = i + 1;
      return;
    }
}

/* Headings and lines that only pages have */
static gboolean
has_page_marks (OffprintPlain *self)
{
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const OffprintPlainLine *line = offprint_plain_get_line (self, i);

      if (line->is_heading)
        switch (line->part)
          {
          case OFFPRINT_PLAIN_ACCESS:
          case OFFPRINT_PLAIN_RIGHTS:
          case OFFPRINT_PLAIN_COPYRIGHT:
          case OFFPRINT_PLAIN_ABOUT:
          case OFFPRINT_PLAIN_CITE:
          case OFFPRINT_PLAIN_LETTERS:
          case OFFPRINT_PLAIN_AUTHORS:
          case OFFPRINT_PLAIN_EDITORS:
            n++;
            break;
          case OFFPRINT_PLAIN_HEAD:
          case OFFPRINT_PLAIN_ABSTRACT:
          case OFFPRINT_PLAIN_NOTES:
          case OFFPRINT_PLAIN_REFERENCES:
          case OFFPRINT_PLAIN_PEOPLE:
          case OFFPRINT_PLAIN_KEYWORDS:
          case OFFPRINT_PLAIN_OTHER:
            break;
          }
      else if (g_str_has_prefix (line->text, "First Online:") || g_str_has_prefix (line->text, "This is a preview of subscription content"))
        n++;
      if (n >= 2)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_page (OffprintPlain *self)
{
  gboolean has_abstract = offprint_plain_find (self, OFFPRINT_PLAIN_ABSTRACT, 0) < self->lines->len;

  if (self->cite != NULL && json_object_has_member (self->cite, "DOI"))
    return TRUE;

  return (self->cite != NULL || has_abstract) && has_page_marks (self);
}

/**
 * offprint_page_read_plain:
 * @text: the text of a page
 * @length: bytes in @text
 *
 * Reads a page that was saved or pasted as text, as far as its headings carry.
 *
 * Returns: (transfer full) (nullable): a record; `NULL` if this is no page of a work
 */
JsonObject *
offprint_page_read_plain (const char *text,
                          gsize       length)
{
  OffprintPlain self = { NULL };
  JsonObject *record = NULL;
  g_autofree char *clean = NULL;

  if (text == NULL || length > MAX_BYTES)
    return NULL;
  clean = offprint_text_clean (text, (gssize) length);
  self.lines = offprint_plain_split (clean, strlen (clean));
  self.record = offprint_record_new ();
  self.title_line = self.lines->len;
  find_cite_line (&self);
  if (is_page (&self))
    {
      offprint_plain_read_head (&self);
      offprint_plain_read_access (&self);
      offprint_plain_read_notes (&self);
      offprint_plain_read_references (&self);
      offprint_plain_read_about (&self);
      offprint_plain_read_people (&self);
      if (json_object_has_member (self.record, "title"))
        record = json_object_ref (self.record);
    }
  json_object_unref (self.record);
  g_clear_pointer (&self.cite, json_object_unref);
  g_array_unref (self.lines);

  return record;
}
