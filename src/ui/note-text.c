/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A note that is copied goes into somebody’s own text, where nobody knows any more whose
 * it was: its number and its source go along.
 */

#include "config.h"

#include "note-text.h"

#include "links.h"

#include <glib/gi18n-lib.h>

static void
add_runs (OffprintRichTextBuilder *builder,
          const OffprintBlock     *block)
{
  for (gsize i = 0; i < block->n_runs; i++)
    offprint_rich_text_builder_add_run (builder, block->runs[i].text, -1, block->runs[i].flags, block->runs[i].href);
}

static void
add_note (OffprintRichTextBuilder *builder,
          OffprintRichText        *text,
          const char              *mark)
{
  for (gsize i = 0; i < offprint_rich_text_get_n_blocks (text); i++)
    {
      const OffprintBlock *block = offprint_rich_text_get_block (text, i);

      offprint_rich_text_builder_begin_block (builder, block->kind, block->level, block->number);
      if (i == 0)
        {
          offprint_rich_text_builder_add_run (builder, mark, -1, OFFPRINT_RUN_PLAIN, NULL);
          offprint_rich_text_builder_add_run (builder, " ", -1, OFFPRINT_RUN_PLAIN, NULL);
        }
      add_runs (builder, block);
    }
}

/* Before the style is ready there is no citation, but a title and an address. */
static void
add_bare_source (OffprintRichTextBuilder *builder,
                 OffprintWork            *work)
{
  const char *title = offprint_work_get_text (work, OFFPRINT_FIELD_TITLE);
  g_autofree char *url = offprint_work_dup_doi_url (work);

  if (title != NULL)
    offprint_rich_text_builder_add_run (builder, title, -1, OFFPRINT_RUN_PLAIN, NULL);
  if (title != NULL && url != NULL)
    offprint_rich_text_builder_add_run (builder, ", ", -1, OFFPRINT_RUN_PLAIN, NULL);
  if (url != NULL)
    offprint_rich_text_builder_add_run (builder, url, -1, OFFPRINT_RUN_PLAIN, url);
}

/**
 * offprint_note_text_dup_place:
 * @work: the work that the note is of
 * @note: a note
 *
 * The address of the note on the publisher's page, or by way of the DOI on whatever page
 * that leads to.
 *
 * Returns: (transfer full) (nullable): the address, or `NULL` if its place is not known
 */
char *
offprint_note_text_dup_place (OffprintWork *work,
                              OffprintNote *note)
{
  const char *anchor;
  const char *page;
  g_autofree char *doi = NULL;
  g_autofree char *bare = NULL;
  g_autofree char *fragment = NULL;

  g_return_val_if_fail (OFFPRINT_IS_WORK (work), NULL);
  g_return_val_if_fail (OFFPRINT_IS_NOTE (note), NULL);

  anchor = offprint_note_get_anchor (note);
  page = offprint_work_get_landing_url (work);
  doi = offprint_work_dup_doi_url (work);
  if (page == NULL || !offprint_link_is_allowed (page))
    page = doi;
  if (anchor == NULL || *anchor == '\0' || page == NULL)
    return NULL;
  bare = g_strndup (page, strcspn (page, "#"));
  fragment = g_uri_escape_string (*anchor == '#' ? anchor + 1 : anchor, "!$&'()*+,;=:@/?", FALSE);
  return g_strconcat (bare, "#", fragment, NULL);
}

/**
 * offprint_note_text_new:
 * @work: the work that the note is of
 * @note: a note
 * @position: where it stands among the notes, from 1
 * @citation: (nullable): the citation of @work
 *
 * Puts a note, its number and its source into one text, to be copied.
 *
 * Returns: (transfer full): the text
 */
OffprintRichText *
offprint_note_text_new (OffprintWork     *work,
                        OffprintNote     *note,
                        guint             position,
                        OffprintRichText *citation)
{
  OffprintRichTextBuilder *builder;
  const char *mark;
  g_autofree char *number = NULL;
  g_autofree char *source = NULL;

  g_return_val_if_fail (OFFPRINT_IS_WORK (work), NULL);
  g_return_val_if_fail (OFFPRINT_IS_NOTE (note), NULL);

  number = g_strdup_printf ("%u", position);
  mark = offprint_note_get_mark (note) != NULL ? offprint_note_get_mark (note) : number;
  /* Translators: a note’s number or sign; the citation of the work that it is from follows */
  source = g_strdup_printf (_("Note %s in: "), mark);

  builder = offprint_rich_text_builder_new ();
  add_note (builder, offprint_note_get_text (note), mark);
  offprint_rich_text_builder_begin_block (builder, OFFPRINT_BLOCK_PARAGRAPH, 0, 0);
  offprint_rich_text_builder_add_run (builder, source, -1, OFFPRINT_RUN_PLAIN, NULL);
  if (citation != NULL && !offprint_rich_text_is_empty (citation))
    add_runs (builder, offprint_rich_text_get_block (citation, 0));
  else
    add_bare_source (builder, work);
  return offprint_rich_text_builder_end (builder);
}
