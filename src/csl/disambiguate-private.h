/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Items in want of a difference, shared by the search for one, by how they look in it, and by what
 * spells given names everywhere.
 */

#pragma once

#include "processor-private.h"

#include "name-register.h"

G_BEGIN_DECLS

/* An item in want of a difference */
typedef struct
{
  guint item;
  const char *key; /* as it looks without any step */
  guint n_sets;
  const CslNamesSeen *sets;
  const CslNameIds *ids; /* of the names of all sets, in turn; NULL unless names are raised */
  CslItemFacts facts;    /* without any step */
  const char *trial;     /* as it looks with the steps of its group */
  guint n_alike;         /* that look so with the conditions that helped so far; 0: no condition was tried */
  guint n_conditions;    /* that tell it from some of its set, if not from all */
} CslMember;

typedef struct
{
  CslProcessor *document;
  CslArena *arena;    /* Owned; keys and trials */
  gboolean has_names; /* may names or given names be added? */
  gboolean raises;    /* are given names spelled wherever a family is not alone? */
  guint uses;
  guint n_trials; /* renderings so far, and at the most */
  guint max_trials;

  GPtrArray *ambiguous; /* of Group: sets still to be told apart by names */
  GPtrArray *rest;      /* of Group: sets that names did not tell apart */
} CslDisambiguation;

static inline void
csl_disambiguation_mix (guint64 *signature,
                        guint    value)
{
  *signature = (*signature ^ value) * G_GUINT64_CONSTANT (1099511628211);
}

static inline void
csl_disambiguation_mix_levels (guint64            *signature,
                               const CslItemFacts *facts)
{
  for (guint k = 0; k < facts->n_sets; k++)
    for (guint n = 0; n < facts->sets[k].n_levels; n++)
      csl_disambiguation_mix (signature, facts->sets[k].levels[n]);
}

static inline CslDocItem *
csl_disambiguation_get_item (CslDisambiguation *self,
                             guint              index)
{
  return &g_array_index (self->document->items, CslDocItem, index);
}

CslMember  *csl_disambiguation_new_member  (CslDisambiguation  *self,
                                            guint               item);
void        csl_disambiguation_copy_facts  (CslDisambiguation  *self,
                                            CslItemFacts       *to,
                                            const CslItemFacts *from);
const char *csl_disambiguation_make_key    (CslDisambiguation  *self,
                                            guint               item,
                                            const CslItemFacts *facts,
                                            GArray             *seen);
void        csl_disambiguation_fill_facts  (CslDisambiguation  *self,
                                            CslMember          *member);
void        csl_disambiguation_settle_item (CslDisambiguation  *self,
                                            guint               item,
                                            const CslItemFacts *facts);
void        csl_disambiguation_raise_names (CslDisambiguation  *self,
                                            GPtrArray          *members);

G_END_DECLS
