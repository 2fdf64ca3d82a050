/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The entries of a bibliography: evaluated, their first piece set into the margin
 * where a style asks that, the layout's affixes put where they show.
 */

#include "config.h"

#include "processor-private.h"

/**
 * csl_processor_drop_displays:
 * @out: a tree
 *
 * Makes all that a tree holds part of one block. Only what stands at the top of an entry
 * is a block of its own: measured with the reference engine.
 */
void
csl_processor_drop_displays (CslOut *out)
{
  for (CslOut *child = out->first; child != NULL; child = child->next)
    {
      child->display = CSL_DISPLAY_NONE;
      csl_processor_drop_displays (child);
    }
}

/* The first piece of an entry stands in the margin, the rest beside it */
static CslOut *
align_second_field (CslProcessor *self,
                    CslOut       *entry,
                    gboolean      has_first)
{
  CslOut *aligned = csl_out_new_group (self->scratch, CSL_TAG_CITE);
  CslOut *rest = csl_out_new_group (self->scratch, CSL_TAG_NONE);
  CslOut *first = entry->first;

  while (first != NULL && !csl_out_is_visible (first))
    first = first->next;
  if (first == NULL || first->display != CSL_DISPLAY_NONE)
    return entry;
  if (!has_first)
    {
      entry->display = CSL_DISPLAY_RIGHT_INLINE;
      csl_out_append (aligned, entry);
      return aligned;
    }

  for (CslOut *child = first->next; child != NULL;)
    {
      CslOut *next = child->next;

      csl_out_append (rest, child);
      child = next;
    }
  first->display = CSL_DISPLAY_LEFT_MARGIN;
  rest->display = CSL_DISPLAY_RIGHT_INLINE;
  rest->delimiter = entry->delimiter;
  csl_out_append (aligned, first);
  csl_out_append (aligned, rest);
  return aligned;
}

static CslOut *
find_end (CslOut   *group,
          gboolean  is_last)
{
  CslOut *found = NULL;

  for (CslOut *child = group->first; child != NULL && (is_last || found == NULL); child = child->next)
    if (csl_out_is_visible (child))
      found = child;
  return found;
}

/* An affix of the layout stands inside the block at that end */
static void
place_affix (CslProcessor *self,
             CslOut       *entry,
             const char   *affix,
             gboolean      is_suffix)
{
  CslOut *piece = entry;
  CslOut *end = find_end (entry, is_suffix);

  if (affix == NULL)
    return;
  if (end != NULL && end->display != CSL_DISPLAY_NONE)
    {
      CslOut *inner = csl_out_new_group (self->scratch, CSL_TAG_NONE);
      CslOut *copy = csl_arena_copy (self->scratch, end, sizeof *end);

      copy->display = CSL_DISPLAY_NONE;
      copy->next = NULL;
      inner->display = end->display;
      csl_out_append (inner, copy);
      inner->next = end->next;
      *end = *inner;
      piece = end;
    }
  piece->is_layout = is_suffix;
  if (is_suffix)
    piece->suffix = affix;
  else
    piece->prefix = affix;
}

/* Where an entry is made of blocks from its start, the layout's suffix belongs into the last
 * of them; else it stands behind all: measured with the reference engine */
static gboolean
begins_with_block (const CslNode *layout)
{
  return layout->n_children > 0 && layout->children[0].display != CSL_DISPLAY_NONE;
}

static void
place_suffix (CslProcessor *self,
              CslOut       *entry,
              gboolean      has_last)
{
  const CslNode *layout = &self->style->sections[CSL_AREA_BIBLIOGRAPHY].layout;
  gboolean has_blocks = begins_with_block (layout);

  if (has_blocks || self->style->second_field_align != CSL_ALIGN_SECOND_NONE)
    {
      if (has_last || !has_blocks)
        place_affix (self, entry, layout->suffix, TRUE);
      return;
    }
  entry->is_layout = TRUE;
  entry->suffix = layout->suffix;
}

/**
 * csl_processor_new_entry:
 * @self: a document
 * @item: an item
 * @facts: what is settled about it
 * @before: (inout) (nullable): the names of the entry before, and then of this one
 *
 * Evaluates an entry of the bibliography.
 *
 * Returns: (transfer none) (nullable): the tree, in the scratch arena; `NULL` if nothing
 *   of it would show
 */
CslOut *
csl_processor_new_entry (CslProcessor       *self,
                         CslItem            *item,
                         const CslItemFacts *facts,
                         CslHeading         *before)
{
  const CslNode *layout = &self->style->sections[CSL_AREA_BIBLIOGRAPHY].layout;
  CslEval eval = { 0 };
  CslOut *entry;
  CslOut *line;

  eval.arena = self->scratch;
  eval.style = self->style;
  eval.locale = self->locale;
  eval.item = item;
  eval.facts = facts;
  eval.area = CSL_AREA_BIBLIOGRAPHY;
  entry = csl_evaluate (&eval);
  csl_processor_note_bound (self, &eval);
  if (!csl_out_is_visible (entry))
    return NULL;

  for (CslOut *child = entry->first; child != NULL; child = child->next)
    csl_processor_drop_displays (child);

  if (before != NULL)
    csl_processor_substitute (self, entry, before);
  if (self->style->second_field_align != CSL_ALIGN_SECOND_NONE)
    entry = align_second_field (self, entry, eval.has_first);
  csl_processor_capitalize_term (self, entry);
  place_affix (self, entry, layout->prefix, FALSE);
  place_suffix (self, entry, eval.has_last);
  line = csl_out_new_group (self->scratch, CSL_TAG_NONE);
  line->format = layout->format;
  csl_out_append (line, entry);
  return line;
}

static void
entry_clear (gpointer data)
{
  CslEntry *entry = data;

  csl_output_free (entry->output);
}

static void
append_entry_cb (guint      item,
                 CslOutput *output,
                 gpointer   user_data)
{
  CslEntry entry = { item, output };

  g_array_append_val ((GArray *) user_data, entry);
}

/**
 * csl_processor_bibliography:
 * @self: a document
 *
 * Writes the bibliography of a document at once: see csl_processor_foreach_entry ().
 *
 * Returns: (transfer full) (element-type CslEntry): the entries in their order
 */
GArray *
csl_processor_bibliography (CslProcessor *self)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (CslEntry));

  g_array_set_clear_func (entries, entry_clear);
  csl_processor_foreach_entry (self, append_entry_cb, entries);
  return entries;
}

/**
 * csl_processor_format_entry:
 * @self: a document, which is left as it is
 * @item: an item, in the document or not
 *
 * Writes the entry of one item as the only one of a bibliography.
 *
 * Returns: (transfer full) (nullable): the entry; `NULL` if the style has no
 *   bibliography or prints nothing
 */
CslOutput *
csl_processor_format_entry (CslProcessor *self,
                            CslItem      *item)
{
  CslItemFacts facts = { .citation_number = 1 };
  CslOut *tree;

  if (!self->style->sections[CSL_AREA_BIBLIOGRAPHY].is_present)
    return NULL;

  tree = csl_processor_new_entry (self, item, &facts, NULL);
  if (tree == NULL)
    {
      csl_arena_reset (self->scratch);
      return NULL;
    }
  return csl_processor_finish (self, tree);
}

/**
 * csl_processor_get_params:
 * @self: a document
 * @params: takes them
 *
 * Gives what a style says of the bibliography's looks.
 */
void
csl_processor_get_params (CslProcessor          *self,
                          CslBibliographyParams *params)
{
  static const char *const aligns[] = { NULL, "flush", "margin" };

  params->hanging_indent = self->style->hanging_indent;
  params->second_field_align = aligns[self->style->second_field_align];
  params->entry_spacing = self->style->entry_spacing;
  params->line_spacing = self->style->line_spacing;
}
