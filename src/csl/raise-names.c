/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Given names that are spelled wherever their family is not alone, by all rules but that of the
 * single cite: CSL 1.0.2, `givenname-disambiguation-rule`. Cites need not clash for this.
 */

#include "config.h"

#include "disambiguate-private.h"

static CslDocItem *
get_doc_item (CslDisambiguation *self,
              guint              index)
{
  return &g_array_index (self->document->items, CslDocItem, index);
}

static const CslNameIds *
make_ids (CslNameRegister *names,
          CslArena        *arena,
          const CslMember *member)
{
  CslNameIds *ids = NULL;
  guint n_names = 0;
  guint n_ids = 0;

  for (guint k = 0; k < member->n_sets; k++)
    n_names += member->sets[k].n_names;
  ids = csl_arena_new_array (arena, CslNameIds, n_names);
  for (guint k = 0; k < member->n_sets; k++)
    for (guint n = 0; n < member->sets[k].n_names; n++)
      ids[n_ids++] = csl_name_register_intern (names, &member->sets[k].names[n], n);
  return ids;
}

/* The numbers of an item's names are kept with the names, if these are */
static void
find_ids (CslDisambiguation *self,
          CslNameRegister   *names,
          CslMember         *member)
{
  CslDocKept *kept = get_doc_item (self, member->item)->kept;

  if (kept->sets != member->sets)
    member->ids = make_ids (names, self->arena, member);
  else if (kept->ids == NULL)
    kept->ids = make_ids (names, self->document->kept, member);
  if (member->ids == NULL)
    member->ids = kept->ids;
}

/* The cite is rendered again only if its names were never spelled so */
static void
raise_key (CslDisambiguation *self,
           CslMember         *member)
{
  CslDocKept *kept = get_doc_item (self, member->item)->kept;
  guint64 levels = G_GUINT64_CONSTANT (14695981039346656037);

  if (kept->sets != member->sets)
    {
      member->key = csl_disambiguation_make_key (self, member->item, &member->facts, NULL);
      return;
    }
  csl_disambiguation_mix_levels (&levels, &member->facts);
  if (kept->raised != levels)
    {
      kept->raised = levels;
      kept->raised_key = csl_arena_strdup (self->document->kept, csl_disambiguation_make_key (self, member->item, &member->facts, NULL));
    }
  member->key = kept->raised_key;
}

static void
raise_names (CslDisambiguation *self,
             CslNameRegister   *names,
             CslMember         *member)
{
  const CslNameIds *ids = member->ids;
  gboolean is_raised = FALSE;

  csl_disambiguation_fill_facts (self, member);
  for (guint k = 0; k < member->n_sets; k++)
    for (guint n = 0; n < member->sets[k].n_names; n++)
      {
        guint level = csl_name_register_get_level (names, ids++, member->sets[k].options);

        if (level > member->facts.sets[k].levels[n])
          {
            member->facts.sets[k].levels[n] = (guint8) level;
            is_raised = TRUE;
          }
      }
  if (!is_raised)
    return;
  raise_key (self, member);
  csl_disambiguation_settle_item (self, member->item, &member->facts);
}

/**
 * csl_disambiguation_raise_names:
 * @self: the search
 * @members: (element-type CslMember): all items in it
 *
 * Spells given names out wherever their family is not alone.
 */
void
csl_disambiguation_raise_names (CslDisambiguation *self,
                                GPtrArray         *members)
{
  CslProcessor *document = self->document;

  if (!self->raises)
    return;

  if (document->names == NULL)
    document->names = csl_name_register_new (document->style);
  csl_name_register_begin (document->names);
  for (guint i = 0; i < members->len; i++)
    {
      CslMember *member = members->pdata[i];
      guint n_names = 0;

      find_ids (self, document->names, member);
      for (guint k = 0; k < member->n_sets; k++)
        n_names += member->sets[k].n_names;
      for (guint n = 0; n < n_names; n++)
        csl_name_register_add (document->names, &member->ids[n]);
    }
  for (guint i = 0; i < members->len; i++)
    raise_names (self, document->names, members->pdata[i]);
}
