/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which items count, in what order, and their numbers.
 */

#include "config.h"

#include "processor-private.h"

#include <string.h>

static CslDocItem *
get_doc_item (CslProcessor *self,
              guint         index)
{
  return &g_array_index (self->items, CslDocItem, index);
}

static CslSorter *
get_sorter (CslProcessor *self)
{
  if (self->sorter == NULL)
    self->sorter = csl_sorter_new (self->style, self->locale);
  return self->sorter;
}

typedef struct
{
  guint item; /* index of a cite, or of an item */
  guint place;
  CslSortKeys keys;
} Sortable;

typedef struct
{
  CslSorter *sorter;
  CslArena *arena; /* of the keys */
  CslArea area;
} SortRule;

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      data)
{
  const Sortable *first = a;
  const Sortable *second = b;
  const SortRule *rule = data;
  int order = csl_sorter_compare (rule->sorter, rule->arena, rule->area, &first->keys, &second->keys);

  return order != 0 ? order : (first->place > second->place) - (first->place < second->place);
}

static gboolean
are_keys_lasting (const CslStyle *style)
{
  const CslSection *section = &style->sections[CSL_AREA_BIBLIOGRAPHY];

  for (guint i = 0; i < section->n_keys; i++)
    {
      const CslNode *key = &section->keys[i];

      if (key->variable == CSL_VARIABLE_CITATION_NUMBER ||
          (key->n_children > 0 && key->children[0].of.macro->uses & CSL_USES_CITATION_NUMBER))
        return FALSE;
    }
  return TRUE;
}

/* Sort keys do not change with the document unless they tell the order of citing */
static void
start_keys (CslProcessor *self,
            CslArena     *arena,
            CslDocItem   *item,
            CslSortKeys  *keys)
{
  CslDocKept *kept = csl_processor_get_kept (self, item);

  if (arena != self->kept || !kept->has_sort_keys)
    csl_sorter_start_keys (get_sorter (self), arena, CSL_AREA_BIBLIOGRAPHY, item->item, &item->facts, keys);
  else
    *keys = kept->sort_keys;
  if (arena != self->kept)
    return;
  keys->item = item->item;
  keys->facts = &item->facts;
  kept->sort_keys = *keys;
  kept->has_sort_keys = TRUE;
}

static void
register_item (CslProcessor *self,
               guint         index)
{
  CslDocItem *item = get_doc_item (self, index);

  if (item->is_registered)
    return;
  item->is_registered = TRUE;
  item->place = self->registry->len;
  g_array_append_val (self->registry, index);
}

static void
sort_registry (CslProcessor *self)
{
  SortRule rule = { .area = CSL_AREA_BIBLIOGRAPHY };
  CslArena *arena;
  Sortable *sortables;
  guint n = self->registry->len;

  if (self->style->sections[CSL_AREA_BIBLIOGRAPHY].n_keys == 0 || n < 2)
    return;

  arena = csl_arena_new ();
  rule.sorter = get_sorter (self);
  rule.arena = are_keys_lasting (self->style) ? self->kept : arena;
  sortables = csl_arena_new_array (arena, Sortable, n);
  for (guint i = 0; i < n; i++)
    {
      guint index = g_array_index (self->registry, guint, i);
      CslDocItem *item = get_doc_item (self, index);

      sortables[i].item = index;
      sortables[i].place = i;
      start_keys (self, rule.arena, item, &sortables[i].keys);
    }
  g_sort_array (sortables, n, sizeof (Sortable), compare_cb, &rule);
  for (guint i = 0; i < n; i++)
    g_array_index (self->registry, guint, i) = sortables[i].item;
  csl_arena_free (arena);
}

static void
number_registry (CslProcessor *self)
{
  for (guint i = 0; i < self->registry->len; i++)
    {
      CslDocItem *item = get_doc_item (self, g_array_index (self->registry, guint, i));

      item->place = i;
      item->facts.citation_number = i + 1;
    }
}

/**
 * csl_processor_register:
 * @self: a document
 *
 * Forgets what was settled, and registers and numbers the items that count: in
 * the order of the bibliography, or of citing if that has none.
 */
void
csl_processor_register (CslProcessor *self)
{
  csl_arena_reset (self->facts);
  g_array_set_size (self->registry, 0);
  for (guint i = 0; i < self->items->len; i++)
    {
      CslDocItem *item = get_doc_item (self, i);

      item->is_registered = FALSE;
      memset (&item->facts, 0, sizeof item->facts);
    }

  if (self->keeps_uncited)
    for (guint i = 0; i < self->items->len; i++)
      register_item (self, i);
  else
    for (guint i = 0; i < self->n_clusters; i++)
      for (guint k = 0; k < self->clusters[i].n_cites; k++)
        register_item (self, self->clusters[i].cites[k].cite.item);
  number_registry (self);
  sort_registry (self);
  number_registry (self);
}

/**
 * csl_processor_sort_cluster:
 * @self: a document whose items are numbered
 * @cluster: one of its clusters
 *
 * Puts the cites of a cluster in the order that the style asks.
 */
void
csl_processor_sort_cluster (CslProcessor  *self,
                            CslDocCluster *cluster)
{
  SortRule rule = { .area = CSL_AREA_CITATION };
  CslArena *arena;
  Sortable *sortables;
  CslDocCite *sorted;

  if (self->style->sections[CSL_AREA_CITATION].n_keys == 0 || cluster->n_cites < 2)
    return;

  arena = csl_arena_new ();
  rule.sorter = get_sorter (self);
  rule.arena = arena;
  sortables = csl_arena_new_array (arena, Sortable, cluster->n_cites);
  sorted = csl_arena_new_array (self->document, CslDocCite, cluster->n_cites);
  for (guint i = 0; i < cluster->n_cites; i++)
    {
      CslDocItem *item = get_doc_item (self, cluster->cites[i].cite.item);

      sortables[i].item = i;
      sortables[i].place = i;
      csl_sorter_start_keys (rule.sorter, arena, CSL_AREA_CITATION, item->item, &item->facts, &sortables[i].keys);
    }
  g_sort_array (sortables, cluster->n_cites, sizeof (Sortable), compare_cb, &rule);
  for (guint i = 0; i < cluster->n_cites; i++)
    sorted[i] = cluster->cites[sortables[i].item];
  cluster->cites = sorted;
  csl_arena_free (arena);
}

/**
 * csl_processor_dup_order:
 * @self: a document that was cited or whose bibliography was written
 * @n_items: (out): how many there are
 *
 * Gives the items that count in the order of the bibliography.
 *
 * Returns: (transfer full) (array length=n_items): their indices
 */
guint *
csl_processor_dup_order (CslProcessor *self,
                         guint        *n_items)
{
  csl_processor_settle (self);
  *n_items = self->registry->len;
  return g_memdup2 (self->registry->data, self->registry->len * sizeof (guint));
}
