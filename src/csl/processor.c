/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of the stages: register, number, tell apart, place, evaluate,
 * arrange, write.
 */

#include "config.h"

#include "processor-private.h"

#include <string.h>

static void
doc_item_clear (gpointer data)
{
  CslDocItem *item = data;

  csl_item_unref (item->item);
}

/**
 * csl_processor_new:
 * @style: a style
 * @locale: a locale made for it
 *
 * Makes an empty document. It belongs to one thread.
 *
 * Returns: (transfer full): the document
 */
CslProcessor *
csl_processor_new (CslStyle  *style,
                   CslLocale *locale)
{
  CslProcessor *self = g_new0 (CslProcessor, 1);

  self->style = csl_style_ref (style);
  self->locale = csl_locale_ref (locale);
  self->items = g_array_new (FALSE, TRUE, sizeof (CslDocItem));
  g_array_set_clear_func (self->items, doc_item_clear);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->registry = g_array_new (FALSE, TRUE, sizeof (guint));
  self->facts = csl_arena_new ();
  self->document = csl_arena_new ();
  self->scratch = csl_arena_new ();
  self->text = g_string_new (NULL);
  self->keeps_uncited = TRUE;
  return self;
}

/**
 * csl_processor_free:
 * @self: (transfer full) (nullable): a document
 *
 * Frees a document.
 */
void
csl_processor_free (CslProcessor *self)
{
  if (self == NULL)
    return;

  csl_sorter_free (self->sorter);
  g_hash_table_unref (self->by_id);
  g_array_unref (self->items);
  g_array_unref (self->registry);
  csl_arena_free (self->facts);
  csl_arena_free (self->document);
  csl_arena_free (self->scratch);
  g_string_free (self->text, TRUE);
  csl_locale_unref (self->locale);
  csl_style_unref (self->style);
  g_free (self);
}

/**
 * csl_processor_add_item:
 * @self: a document
 * @item: an item
 *
 * Adds an item, or replaces the one that has its id.
 *
 * Returns: its index, for cites
 */
guint
csl_processor_add_item (CslProcessor *self,
                        CslItem      *item)
{
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, csl_item_get_id (item)));
  CslDocItem added = { 0 };

  if (known > 0)
    {
      CslDocItem *old = &g_array_index (self->items, CslDocItem, known - 1);

      g_hash_table_replace (self->by_id, (gpointer) csl_item_get_id (item), GUINT_TO_POINTER (known));
      csl_item_ref (item);
      csl_item_unref (old->item);
      old->item = item;
      return known - 1;
    }

  added.item = csl_item_ref (item);
  g_array_append_val (self->items, added);
  g_hash_table_insert (self->by_id, (gpointer) csl_item_get_id (item), GUINT_TO_POINTER (self->items->len));
  return self->items->len - 1;
}

/**
 * csl_processor_get_n_items:
 * @self: a document
 *
 * Counts the items.
 *
 * Returns: how many there are
 */
guint
csl_processor_get_n_items (CslProcessor *self)
{
  return self->items->len;
}

/**
 * csl_processor_get_item:
 * @self: a document
 * @index: index of an item
 *
 * Gives an item back.
 *
 * Returns: (transfer none): the item
 */
CslItem *
csl_processor_get_item (CslProcessor *self,
                        guint         index)
{
  g_return_val_if_fail (index < self->items->len, NULL);

  return g_array_index (self->items, CslDocItem, index).item;
}

/**
 * csl_processor_set_keeps_uncited:
 * @self: a document
 * @keeps_uncited: do items that nobody cites count, in the bibliography and
 *   where works are told apart? They do unless this says otherwise
 *
 * Chooses which items make the document.
 */
void
csl_processor_set_keeps_uncited (CslProcessor *self,
                                 gboolean      keeps_uncited)
{
  self->keeps_uncited = keeps_uncited;
}

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

typedef struct {
  guint item; /* index of a cite, or of an item */
  guint place;
  CslSortKeys keys;
} Sortable;

typedef struct {
  const CslStyle *style;
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
  int order = csl_sort_keys_compare (rule->style, rule->area, &first->keys, &second->keys);

  return order != 0 ? order : (first->place > second->place) - (first->place < second->place);
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
  SortRule rule = { self->style, CSL_AREA_BIBLIOGRAPHY };
  CslArena *arena;
  Sortable *sortables;
  guint n = self->registry->len;

  if (self->style->sections[CSL_AREA_BIBLIOGRAPHY].n_keys == 0 || n < 2)
    return;

  arena = csl_arena_new ();
  sortables = csl_arena_new_array (arena, Sortable, n);
  for (guint i = 0; i < n; i++)
    {
      guint index = g_array_index (self->registry, guint, i);
      CslDocItem *item = get_doc_item (self, index);

      sortables[i].item = index;
      sortables[i].place = i;
      csl_sorter_make_keys (get_sorter (self), arena, CSL_AREA_BIBLIOGRAPHY, item->item, &item->facts, &sortables[i].keys);
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

static void
build_registry (CslProcessor *self)
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

static void
read_cite (CslProcessor  *self,
           CslDocCite    *cite,
           const CslCite *from)
{
  const char *label = from->label != NULL && *from->label != '\0' ? csl_locator_parse_label (from->label) : "page";

  cite->cite = *from;
  cite->locator_term = label != NULL ? csl_term_parse (label) : CSL_TERM_PAGE;
  if (from->locator != NULL)
    {
      char *locator = g_strstrip (csl_arena_strdup (self->document, from->locator));

      cite->locator = *locator != '\0' ? locator : NULL;
    }
}

static void
sort_cluster (CslProcessor  *self,
              CslDocCluster *cluster)
{
  SortRule rule = { self->style, CSL_AREA_CITATION };
  CslArena *arena;
  Sortable *sortables;
  CslDocCite *sorted;

  if (self->style->sections[CSL_AREA_CITATION].n_keys == 0 || cluster->n_cites < 2)
    return;

  arena = csl_arena_new ();
  sortables = csl_arena_new_array (arena, Sortable, cluster->n_cites);
  sorted = csl_arena_new_array (self->document, CslDocCite, cluster->n_cites);
  for (guint i = 0; i < cluster->n_cites; i++)
    {
      CslDocItem *item = get_doc_item (self, cluster->cites[i].cite.item);

      sortables[i].item = i;
      sortables[i].place = i;
      csl_sorter_make_keys (get_sorter (self), arena, CSL_AREA_CITATION, item->item, &item->facts, &sortables[i].keys);
    }
  g_sort_array (sortables, cluster->n_cites, sizeof (Sortable), compare_cb, &rule);
  for (guint i = 0; i < cluster->n_cites; i++)
    sorted[i] = cluster->cites[sortables[i].item];
  cluster->cites = sorted;
  csl_arena_free (arena);
}

static void
read_clusters (CslProcessor     *self,
               const CslCluster *clusters,
               guint             n_clusters)
{
  csl_arena_reset (self->document);
  self->n_clusters = n_clusters;
  self->clusters = csl_arena_new_array (self->document, CslDocCluster, n_clusters);
  for (guint i = 0; i < n_clusters; i++)
    {
      CslDocCluster *cluster = &self->clusters[i];

      cluster->note = clusters[i].note;
      cluster->n_cites = clusters[i].n_cites;
      cluster->cites = csl_arena_new_array (self->document, CslDocCite, cluster->n_cites);
      for (guint k = 0; k < cluster->n_cites; k++)
        read_cite (self, &cluster->cites[k], &clusters[i].cites[k]);
    }
}

static void
settle (CslProcessor *self)
{
  build_registry (self);
  csl_processor_disambiguate (self);
  for (guint i = 0; i < self->n_clusters; i++)
    sort_cluster (self, &self->clusters[i]);
  csl_processor_set_positions (self);
}

/**
 * csl_processor_start_cite:
 * @self: a document
 * @eval: takes what the evaluation needs to know
 * @cite: a cite of the document
 *
 * Prepares the evaluation of a cite.
 */
void
csl_processor_start_cite (CslProcessor     *self,
                          CslEval          *eval,
                          const CslDocCite *cite)
{
  CslDocItem *item = get_doc_item (self, cite->cite.item);

  memset (eval, 0, sizeof *eval);
  eval->arena = self->scratch;
  eval->style = self->style;
  eval->locale = self->locale;
  eval->item = item->item;
  eval->facts = &item->facts;
  eval->area = CSL_AREA_CITATION;
  eval->locator = cite->locator;
  eval->locator_term = cite->locator_term;
  eval->position = cite->position;
  eval->is_near_note = cite->is_near_note;
  eval->first_note = cite->first_note;
}

static CslOutput *
finish (CslProcessor *self,
        CslOut       *tree)
{
  CslOutput *output;

  self->atoms = (CslAtoms) { 0 };
  csl_finish (self->scratch, self->locale, tree, &self->atoms);
  output = csl_output_new (&self->atoms);
  csl_arena_reset (self->scratch);
  return output;
}

/**
 * csl_processor_cite:
 * @self: a document
 * @clusters: (array length=n_clusters): all its citations, in order
 * @n_clusters: how many
 * @outputs: (out caller-allocates) (array length=n_clusters): takes what each
 *   one reads, owned by the caller
 *
 * Settles the document and writes its citations.
 */
void
csl_processor_cite (CslProcessor      *self,
                    const CslCluster  *clusters,
                    guint              n_clusters,
                    CslOutput        **outputs)
{
  read_clusters (self, clusters, n_clusters);
  settle (self);
  for (guint i = 0; i < n_clusters; i++)
    outputs[i] = finish (self, csl_processor_arrange (self, &self->clusters[i]));
}

static void
mix (guint64       *state,
     gconstpointer  data,
     gsize          size)
{
  const guint8 *bytes = data;

  for (gsize i = 0; i < size; i++)
    *state = (*state ^ bytes[i]) * G_GUINT64_CONSTANT (1099511628211);
}

/**
 * csl_processor_get_state:
 * @self: a document whose citations were written
 * @cluster: index of a cluster
 *
 * Gives a number for all that is settled about the cites of a cluster. As long
 * as it stays the same, and the cites do, their text is the same as well. An item
 * that a condition tells apart counts as changed when it is cited again, for only
 * then its cites show it: fixture bugreports_OldMhraDisambiguationFailure.
 *
 * Returns: the state
 */
guint64
csl_processor_get_state (CslProcessor *self,
                         guint         cluster)
{
  const CslDocCluster *cites = &self->clusters[cluster];
  guint uses = self->style->sections[CSL_AREA_CITATION].uses;
  guint64 state = G_GUINT64_CONSTANT (14695981039346656037);

  for (guint i = 0; i < cites->n_cites; i++)
    {
      const CslDocCite *cite = &cites->cites[i];
      const CslItemFacts *facts = &get_doc_item (self, cite->cite.item)->facts;
      guint first_note = cite->position == CSL_POSITION_FIRST ? cites->note : cite->first_note;
      guint numbers[] = { cite->cite.item, cite->position, (guint) cite->is_near_note,
                          uses & CSL_USES_NOTE_NUMBER ? first_note : 0,
                          uses & CSL_USES_CITATION_NUMBER ? facts->citation_number : 0,
                          facts->year_suffix, facts->disambiguate,
                          facts->disambiguate > 0 && get_doc_item (self, cite->cite.item)->n_cites > 1 };

      mix (&state, numbers, sizeof numbers);
      for (guint k = 0; k < facts->n_sets; k++)
        {
          mix (&state, &facts->sets[k].shown, sizeof facts->sets[k].shown);
          mix (&state, facts->sets[k].levels, facts->sets[k].n_levels);
        }
    }
  return state;
}

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
  if (is_suffix)
    piece->suffix = affix;
  else
    piece->prefix = affix;
}

/* Where an entry is made of blocks the layout's suffix belongs to the last of them:
 * measured with the reference engine */
static gboolean
has_blocks (const CslNode *layout)
{
  for (guint i = 0; i < layout->n_children; i++)
    if (layout->children[i].display != CSL_DISPLAY_NONE)
      return TRUE;
  return FALSE;
}

static CslOut *
new_entry (CslProcessor       *self,
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
  if (eval.has_last || !has_blocks (layout))
    place_affix (self, entry, layout->suffix, TRUE);
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

/**
 * csl_processor_bibliography:
 * @self: a document
 *
 * Writes the bibliography of a document: of the items that were cited last, or
 * of all if that was asked. Entries that would be empty are left out.
 *
 * Returns: (transfer full) (element-type CslEntry): the entries in their order
 */
GArray *
csl_processor_bibliography (CslProcessor *self)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (CslEntry));
  CslHeading before = { 0 };

  g_array_set_clear_func (entries, entry_clear);
  if (!self->style->sections[CSL_AREA_BIBLIOGRAPHY].is_present)
    return entries;

  settle (self);
  for (guint i = 0; i < self->registry->len; i++)
    {
      CslDocItem *item = get_doc_item (self, g_array_index (self->registry, guint, i));
      CslOut *tree = new_entry (self, item->item, &item->facts, &before);
      CslEntry entry = { .item = g_array_index (self->registry, guint, i) };

      if (tree == NULL)
        {
          csl_arena_reset (self->scratch);
          continue;
        }
      entry.output = finish (self, tree);
      g_array_append_val (entries, entry);
    }
  csl_heading_clear (&before);
  return entries;
}

/**
 * csl_processor_format_cite:
 * @self: a document, which is left as it is
 * @item: an item, in the document or not
 *
 * Writes the citation of one item as the only one of a document: the fast path
 * for showing and copying one work.
 *
 * Returns: (transfer full): the citation
 */
CslOutput *
csl_processor_format_cite (CslProcessor *self,
                           CslItem      *item)
{
  g_autoptr (CslProcessor) alone = csl_processor_new (self->style, self->locale);
  CslCite cite = { .position = CSL_CITE_AUTO, .near_note = CSL_CITE_AUTO };
  CslCluster cluster = { .n_cites = 1, .cites = &cite };
  CslOutput *output;

  cite.item = csl_processor_add_item (alone, item);
  cluster.note = self->style->style_class == CSL_STYLE_CLASS_NOTE ? 1 : 0;
  csl_processor_cite (alone, &cluster, 1, &output);
  return output;
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

  tree = new_entry (self, item, &facts, NULL);
  if (tree == NULL)
    {
      csl_arena_reset (self->scratch);
      return NULL;
    }
  return finish (self, tree);
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
  build_registry (self);
  *n_items = self->registry->len;
  return g_memdup2 (self->registry->data, self->registry->len * sizeof (guint));
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
