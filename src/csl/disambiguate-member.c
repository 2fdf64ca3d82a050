/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How an item looks in the search for differences: rendered to a key with the steps that
 * are tried, and what is settled about it when one helped.
 */

#include "config.h"

#include "disambiguate-private.h"

#include <string.h>

/**
 * csl_disambiguation_make_key:
 * @self: the search
 * @item: index of an item
 * @facts: what is settled about it
 * @seen: (nullable): takes the names that it shows
 *
 * Says how a cite of an item looks, judged as a subsequent one near the first: fixture
 * disambiguate_BasedOnSubsequentFormWithBackref2.
 *
 * Returns: (transfer none): the key, in the arena of the search
 */
const char *
csl_disambiguation_make_key (CslDisambiguation  *self,
                             guint               item,
                             const CslItemFacts *facts,
                             GArray             *seen)
{
  CslProcessor *document = self->document;
  CslDocCite cite = { .cite = { .item = item }, .position = CSL_POSITION_SUBSEQUENT, .is_near_note = TRUE };
  CslAtoms atoms = { 0 };
  CslEval eval;
  CslOut *out;
  const char *key;

  csl_processor_start_cite (document, &eval, &cite);
  eval.facts = facts;
  eval.seen = seen;
  out = csl_evaluate (&eval);
  csl_finish (document->scratch, document->locale, out, &atoms);
  g_string_truncate (document->text, 0);
  csl_write_text (&atoms, document->text);
  key = csl_arena_strndup (self->arena, document->text->str, document->text->len);
  csl_arena_reset (document->scratch);
  self->n_trials++;
  return key;
}

/**
 * csl_disambiguation_copy_facts:
 * @self: the search
 * @to: (out caller-allocates): takes the copy, whose lists the document keeps
 * @from: what is settled about an item
 *
 * Copies what is settled about an item.
 */
void
csl_disambiguation_copy_facts (CslDisambiguation  *self,
                               CslItemFacts       *to,
                               const CslItemFacts *from)
{
  *to = *from;
  to->sets = csl_arena_copy (self->document->facts, from->sets, from->n_sets * sizeof (CslNamesFacts));
  for (guint i = 0; i < to->n_sets; i++)
    to->sets[i].levels = csl_arena_copy (self->document->facts, from->sets[i].levels, from->sets[i].n_levels);
}

static guint
get_style_level (const CslNameOptions *options)
{
  if (options->form == CSL_NAME_FORM_SHORT)
    return 0;
  return options->initialize_with != NULL ? 1 : 2;
}

/**
 * csl_disambiguation_fill_facts:
 * @self: the search
 * @member: an item in it
 *
 * Writes down how the names of an item look without any step, so that steps can be
 * taken.
 */
void
csl_disambiguation_fill_facts (CslDisambiguation *self,
                               CslMember         *member)
{
  CslArena *arena = self->document->facts;

  if (member->facts.sets != NULL)
    return;
  member->facts.n_sets = member->n_sets;
  member->facts.sets = csl_arena_new_array (arena, CslNamesFacts, member->n_sets);
  for (guint i = 0; i < member->n_sets; i++)
    {
      const CslNamesSeen *seen = &member->sets[i];
      CslNamesFacts *facts = &member->facts.sets[i];

      facts->shown = seen->shown;
      facts->n_levels = seen->n_names;
      facts->levels = csl_arena_new_array (arena, guint8, seen->n_names);
      memset (facts->levels, (int) get_style_level (seen->options), seen->n_names);
    }
}

/**
 * csl_disambiguation_new_member:
 * @self: the search
 * @item: index of an item
 *
 * Looks at an item without any step; how it looks is kept with the document.
 *
 * Returns: (transfer none): the item in the search
 */
CslMember *
csl_disambiguation_new_member (CslDisambiguation *self,
                               guint              item)
{
  CslMember *member = csl_arena_new0 (self->arena, CslMember);
  CslDocItem *doc_item = csl_disambiguation_get_item (self, item);
  CslDocKept *kept;

  member->item = item;
  member->facts = doc_item->facts;
  member->facts.year_suffix = 0;
  kept = csl_processor_get_kept (self->document, doc_item);
  if (self->uses & CSL_USES_CITATION_NUMBER)
    {
      g_autoptr (GArray) seen = g_array_new (FALSE, TRUE, sizeof (CslNamesSeen));

      member->key = csl_disambiguation_make_key (self, item, &member->facts, seen);
      member->n_sets = seen->len;
      member->sets = csl_arena_copy (self->arena, seen->data, seen->len * sizeof (CslNamesSeen));
      return member;
    }
  if (kept->key == NULL)
    {
      g_autoptr (GArray) seen = g_array_new (FALSE, TRUE, sizeof (CslNamesSeen));

      kept->key = csl_arena_strdup (self->document->kept, csl_disambiguation_make_key (self, item, &member->facts, seen));
      kept->n_sets = seen->len;
      kept->sets = csl_arena_copy (self->document->kept, seen->data, seen->len * sizeof (CslNamesSeen));
    }
  member->key = kept->key;
  member->n_sets = kept->n_sets;
  member->sets = kept->sets;
  return member;
}

/**
 * csl_disambiguation_settle_item:
 * @self: the search
 * @item: index of an item
 * @facts: what was found
 *
 * Settles how an item is told apart.
 */
void
csl_disambiguation_settle_item (CslDisambiguation  *self,
                                guint               item,
                                const CslItemFacts *facts)
{
  CslItemFacts *own = &csl_disambiguation_get_item (self, item)->facts;
  guint number = own->citation_number;

  csl_disambiguation_copy_facts (self, own, facts);
  own->citation_number = number;
  own->year_suffix = 0;
}
