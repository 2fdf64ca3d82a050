/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole page as one text, to be copied: a selection ends at its section, but
 * sometimes one wants all of it.
 */

#include "config.h"

#include "page-text.h"

#include "phrases.h"
#include "standing.h"

#include <glib/gi18n-lib.h>

#define MAX_PEOPLE 50

static void
add_paragraph (OffprintRichTextBuilder *builder,
               const char              *text)
{
  if (text == NULL || *text == '\0')
    return;

  offprint_rich_text_builder_begin_block (builder, OFFPRINT_BLOCK_PARAGRAPH, 0, 0);
  offprint_rich_text_builder_add_run (builder, text, -1, OFFPRINT_RUN_PLAIN, NULL);
}

static void
add_heading (OffprintRichTextBuilder *builder,
             guint                    level,
             const char              *text)
{
  offprint_rich_text_builder_begin_block (builder, OFFPRINT_BLOCK_HEADING, level, 0);
  offprint_rich_text_builder_add_run (builder, text, -1, OFFPRINT_RUN_PLAIN, NULL);
}

static void
add_runs (OffprintRichTextBuilder *builder,
          const OffprintBlock     *block)
{
  for (gsize i = 0; i < block->n_runs; i++)
    offprint_rich_text_builder_add_run (builder, block->runs[i].text, -1, block->runs[i].flags, block->runs[i].href);
}

/* @mark: (nullable): stands before the first block */
static void
add_text (OffprintRichTextBuilder *builder,
          OffprintRichText        *text,
          const char              *mark)
{
  for (gsize i = 0; i < offprint_rich_text_get_n_blocks (text); i++)
    {
      const OffprintBlock *block = offprint_rich_text_get_block (text, i);
      guint level = block->kind == OFFPRINT_BLOCK_HEADING ? MAX (block->level, 3) : block->level;

      offprint_rich_text_builder_begin_block (builder, block->kind, level, block->number);
      if (i == 0 && mark != NULL)
        {
          offprint_rich_text_builder_add_run (builder, mark, -1, OFFPRINT_RUN_PLAIN, NULL);
          offprint_rich_text_builder_add_run (builder, " ", -1, OFFPRINT_RUN_PLAIN, NULL);
        }
      add_runs (builder, block);
    }
}

static void
add_head (OffprintRichTextBuilder *builder,
          OffprintWork            *work)
{
  OffprintRichText *title = offprint_work_get_rich_text (work, OFFPRINT_FIELD_TITLE);
  g_autofree char *authors = offprint_phrase_people (offprint_work_get_people (work), "author", MAX_PEOPLE);
  g_autofree char *standing = offprint_standing_dup_text (work);

  if (title != NULL)
    {
      offprint_rich_text_builder_begin_block (builder, OFFPRINT_BLOCK_HEADING, 1, 0);
      for (gsize i = 0; i < offprint_rich_text_get_n_blocks (title); i++)
        add_runs (builder, offprint_rich_text_get_block (title, i));
    }
  add_paragraph (builder, authors);
  add_paragraph (builder, standing);
}

static void
add_abstracts (OffprintRichTextBuilder *builder,
               GListModel              *abstracts)
{
  for (guint i = 0; i < g_list_model_get_n_items (abstracts); i++)
    {
      g_autoptr (OffprintAbstract) abstract = g_list_model_get_item (abstracts, i);

      if (i == 0)
        add_heading (builder, 2, _("Abstract"));
      add_text (builder, offprint_abstract_get_text (abstract), NULL);
    }
}

static void
add_notes (OffprintRichTextBuilder *builder,
           GListModel              *notes)
{
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (OffprintNote) note = g_list_model_get_item (notes, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      if (i == 0)
        add_heading (builder, 2, _("Notes"));
      add_text (builder, offprint_note_get_text (note),
                offprint_note_get_mark (note) != NULL ? offprint_note_get_mark (note) : number);
    }
}

static void
add_references (OffprintRichTextBuilder *builder,
                GListModel              *references)
{
  for (guint i = 0; i < g_list_model_get_n_items (references); i++)
    {
      g_autoptr (OffprintReference) reference = g_list_model_get_item (references, i);
      OffprintRichText *text = offprint_reference_get_text (reference);
      const char *detail = offprint_reference_get_detail (reference);

      if (i == 0)
        add_heading (builder, 2, _("Works Cited"));
      if (text != NULL)
        {
          add_text (builder, text, NULL);
        }
      else
        {
          g_autofree char *line = NULL;

          line = g_strjoin (detail != NULL ? ". " : NULL, offprint_reference_get_title (reference), detail, NULL);
          add_paragraph (builder, line);
        }
    }
}

/**
 * offprint_page_text_new:
 * @work: (nullable): a work
 *
 * Puts all that the page shows of @work into one text.
 *
 * Returns: (transfer full) (nullable): the text, or `NULL` without a work
 */
OffprintRichText *
offprint_page_text_new (OffprintWork *work)
{
  OffprintRichTextBuilder *builder;
  OffprintRights *rights;
  g_autofree char *address = NULL;

  g_return_val_if_fail (work == NULL || OFFPRINT_IS_WORK (work), NULL);

  if (work == NULL)
    return NULL;

  builder = offprint_rich_text_builder_new ();
  address = offprint_work_dup_doi_url (work);
  rights = offprint_work_get_rights (work);
  add_head (builder, work);
  if (address != NULL)
    {
      offprint_rich_text_builder_begin_block (builder, OFFPRINT_BLOCK_PARAGRAPH, 0, 0);
      offprint_rich_text_builder_add_run (builder, address, -1, OFFPRINT_RUN_PLAIN, address);
    }
  add_abstracts (builder, offprint_work_get_abstracts (work));
  add_notes (builder, offprint_work_get_notes (work));
  add_references (builder, offprint_work_get_references (work));
  if (rights != NULL)
    add_paragraph (builder, offprint_rights_get_copyright (rights));
  return offprint_rich_text_builder_end (builder);
}
