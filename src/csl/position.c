/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where each cite stands to the earlier ones of the same item: one walk over the
 * document with the last cite of each item at hand. CSL 1.0.2, “Choose”,
 * `position`.
 */

#include "config.h"

#include "processor-private.h"

#include <string.h>

/* Of one item: its first and its latest cite so far */
typedef struct
{
  guint n_cites;
  guint first_note;
  guint last_note;
} Past;

static gboolean
are_same_locators (const CslDocCite *a,
                   const CslDocCite *b)
{
  return g_strcmp0 (a->locator, b->locator) == 0 && (a->locator == NULL || a->locator_term == b->locator_term);
}

static CslPosition
choose_ibid (const CslDocCite *before,
             const CslDocCite *cite)
{
  if (before->locator == NULL)
    return cite->locator == NULL ? CSL_POSITION_IBID : CSL_POSITION_IBID_WITH_LOCATOR;
  if (cite->locator == NULL)
    return CSL_POSITION_SUBSEQUENT;
  return are_same_locators (before, cite) ? CSL_POSITION_IBID : CSL_POSITION_IBID_WITH_LOCATOR;
}

static gboolean
cites_only (const CslDocCluster *cluster,
            guint                item)
{
  for (guint i = 0; i < cluster->n_cites; i++)
    if (cluster->cites[i].cite.item != item)
      return FALSE;
  return cluster->n_cites > 0;
}

/* The cluster before another one; the text and its notes each go by themselves:
 * fixture position_IbidInText */
static const CslDocCluster *
find_cluster_before (CslProcessor        *self,
                     const CslDocCluster *cluster)
{
  gboolean is_note = cluster->note != 0;

  while (cluster > self->clusters)
    {
      cluster--;
      if ((cluster->note != 0) == is_note)
        return cluster;
    }
  return NULL;
}

/* The cite that an “ibid.” at the start of a cluster would point to: the only
 * source of the note before, with no note between */
static const CslDocCite *
find_before (CslProcessor *self,
             guint         cluster_index,
             guint         item)
{
  const CslDocCluster *cluster = &self->clusters[cluster_index];
  const CslDocCluster *before = find_cluster_before (self, cluster);

  if (before == NULL || (cluster->note != 0 && cluster->note > before->note + 1) || !cites_only (before, item))
    return NULL;

  if (before->note != 0 && before->note != cluster->note)
    for (const CslDocCluster *other = find_cluster_before (self, before);
         other != NULL && other->note == before->note;
         other = find_cluster_before (self, other))
      if (!cites_only (other, item))
        return NULL;
  return &before->cites[before->n_cites - 1];
}

static void
set_position (CslProcessor *self,
              Past         *past,
              guint         cluster_index,
              guint         cite_index)
{
  CslDocCluster *cluster = &self->clusters[cluster_index];
  CslDocCite *cite = &cluster->cites[cite_index];
  Past *own = &past[cite->cite.item];
  const CslDocCite *before = NULL;

  cite->position = CSL_POSITION_FIRST;
  cite->is_near_note = FALSE;
  cite->first_note = own->first_note;
  if (own->n_cites > 0)
    {
      if (cite_index == 0)
        before = find_before (self, cluster_index, cite->cite.item);
      else if (cluster->cites[cite_index - 1].cite.item == cite->cite.item)
        before = &cluster->cites[cite_index - 1];
      cite->position = before != NULL ? choose_ibid (before, cite) : CSL_POSITION_SUBSEQUENT;
      cite->is_near_note = cluster->note != 0 && own->last_note != 0 &&
                           cluster->note - own->last_note <= self->style->near_note_distance;
    }
  else
    own->first_note = cluster->note;
  own->n_cites++;
  own->last_note = cluster->note;

  if (cite->cite.position != CSL_CITE_AUTO)
    cite->position = (CslPosition) CLAMP (cite->cite.position, 0, 3);
  if (cite->cite.near_note != CSL_CITE_AUTO)
    cite->is_near_note = cite->cite.near_note != 0;
  if (cite->cite.first_note != 0)
    cite->first_note = cite->cite.first_note;
}

/**
 * csl_processor_set_positions:
 * @self: a document whose clusters are set and sorted
 *
 * Settles the position of every cite.
 */
void
csl_processor_set_positions (CslProcessor *self)
{
  g_autofree Past *past = g_new0 (Past, MAX (self->items->len, 1));

  for (guint i = 0; i < self->n_clusters; i++)
    for (guint k = 0; k < self->clusters[i].n_cites; k++)
      set_position (self, past, i, k);
  for (guint i = 0; i < self->items->len; i++)
    g_array_index (self->items, CslDocItem, i).n_cites = past[i].n_cites;
}
