/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The notes of the text, complete: each with its mark, what it says, and the anchor by
 * which the text points to it.
 */

#include "config.h"

#include "springer-private.h"

#include <string.h>

#include "record.h"
#include "write.h"

#define MAX_NOTES 10000

static char *
dup_note_mark (const OffprintTreeNode *item)
{
  const char *counter = offprint_tree_node_get_attribute (item, "data-counter");
  const OffprintTreeNode *index = offprint_springer_by_class (item, "c-article-footnote--listed__index");
  g_autofree char *text = counter == NULL ? offprint_springer_dup_text (index) : NULL;

  return offprint_springer_dup_mark (counter != NULL ? counter : text);
}

/**
 * offprint_springer_read_notes:
 * @self: a page
 *
 * Reads the notes.
 */
void
offprint_springer_read_notes (OffprintSpringer *self)
{
  for (guint i = 0; i < self->notes->len && i < MAX_NOTES; i++)
    {
      const OffprintTreeNode *item = g_ptr_array_index (self->notes, i);
      const OffprintTreeNode *content = offprint_springer_by_class (item, "c-article-footnote--listed__content");
      g_autoptr (OffprintRichText) text = offprint_springer_dup_rich (content != NULL ? content : item);
      g_autofree char *mark = dup_note_mark (item);
      g_autofree char *stored = NULL;
      JsonObject *note = NULL;

      if (text == NULL)
        continue;
      stored = offprint_rich_text_to_stored (text);
      note = json_object_new ();
      offprint_record_set_string (note, "mark", mark);
      json_object_set_string_member (note, "text", stored);
      offprint_record_set_string (note, "anchor", offprint_tree_node_get_attribute (item, "id"));
      offprint_record_append (self->record, "notes", note);
    }
}
