/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of the stages: register, number, tell apart, place, evaluate,
 * arrange, write.
 */

#include "config.h"

#include "processor-private.h"

#include "csl-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Things kept in vain before all is forgotten, for each item and at the least */
#define OUTDATED_PER_ITEM 16
#define MIN_OUTDATED      16384

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
  self->kept = csl_arena_new ();
  self->text = g_string_new (NULL);
  self->keeps_uncited = TRUE;
  self->written = csl_written_new ();
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
  csl_name_register_free (self->names);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->written);
  g_array_unref (self->items);
  g_array_unref (self->registry);
  csl_arena_free (self->facts);
  csl_arena_free (self->document);
  csl_arena_free (self->scratch);
  csl_arena_free (self->kept);
  g_string_free (self->text, TRUE);
  g_clear_error (&self->error);
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
      old->serial = ++self->serial;
      old->kept = NULL;
      self->n_outdated++;
      self->is_settled = FALSE;
      return known - 1;
    }

  added.item = csl_item_ref (item);
  added.serial = ++self->serial;
  self->is_settled = FALSE;
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
 * csl_processor_find_item:
 * @self: a document
 * @id: the id of an item
 *
 * Finds an item.
 *
 * Returns: its index, or -1 if it was not added
 */
int
csl_processor_find_item (CslProcessor *self,
                         const char   *id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->by_id, id)) - 1;
}

/**
 * csl_processor_get_style:
 * @self: a document
 *
 * Gives the style that it was made with.
 *
 * Returns: (transfer none): the style
 */
CslStyle *
csl_processor_get_style (CslProcessor *self)
{
  return self->style;
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
  self->is_settled = FALSE;
}

static CslDocItem *
get_doc_item (CslProcessor *self,
              guint         index)
{
  return &g_array_index (self->items, CslDocItem, index);
}

static void
read_cite (CslProcessor  *self,
           CslDocCite    *cite,
           const CslCite *from)
{
  const char *label = from->label != NULL && *from->label != '\0' ? csl_locator_parse_label (from->label) : "page";

  cite->cite = *from;
  cite->locator_term = label != NULL ? csl_term_parse (label) : CSL_TERM_NONE;
  if (cite->locator_term == CSL_TERM_NONE)
    cite->locator_term = CSL_TERM_PAGE;
  if (from->locator != NULL)
    {
      char *locator = g_strstrip (csl_arena_strdup (self->document, from->locator));

      cite->locator = *locator != '\0' ? locator : NULL;
    }
}

/**
 * csl_processor_read_clusters:
 * @self: a document
 * @clusters: (array length=n_clusters): all its citations, in order
 * @n_clusters: how many
 *
 * Takes over the citations. Their affixes stay borrowed while they are written.
 */
void
csl_processor_read_clusters (CslProcessor     *self,
                             const CslCluster *clusters,
                             guint             n_clusters)
{
  csl_arena_reset (self->document);
  self->is_settled = FALSE;
  self->n_clusters = n_clusters;
  self->clusters = csl_arena_new_array (self->document, CslDocCluster, n_clusters);
  for (guint i = 0; i < n_clusters; i++)
    {
      CslDocCluster *cluster = &self->clusters[i];

      cluster->id = clusters[i].id;
      cluster->note = clusters[i].note;
      cluster->infix = clusters[i].infix;
      cluster->n_cites = clusters[i].n_cites;
      cluster->mode = clusters[i].mode;
      cluster->cites = csl_arena_new_array (self->document, CslDocCite, cluster->n_cites);
      for (guint k = 0; k < cluster->n_cites; k++)
        read_cite (self, &cluster->cites[k], &clusters[i].cites[k]);
    }
}

/**
 * csl_processor_get_kept:
 * @self: a document
 * @item: one of its items
 *
 * Gives what is known of an item for good, to be filled as it becomes known.
 *
 * Returns: (transfer none): it
 */
CslDocKept *
csl_processor_get_kept (CslProcessor *self,
                        CslDocItem   *item)
{
  if (item->kept == NULL)
    item->kept = csl_arena_new0 (self->kept, CslDocKept);
  return item->kept;
}

/* An arena gives nothing back: in a long session what is kept is begun anew at times */
static void
forget_kept (CslProcessor *self)
{
  for (guint i = 0; i < self->items->len; i++)
    get_doc_item (self, i)->kept = NULL;
  csl_arena_reset (self->kept);
  self->n_outdated = 0;
}

/**
 * csl_processor_settle:
 * @self: a document whose clusters were read
 *
 * Settles all that no item can know alone: numbers, differences, the order in
 * clusters, positions. It is done once for each change.
 */
void
csl_processor_settle (CslProcessor *self)
{
  if (self->is_settled)
    return;

  self->is_settled = TRUE;
  if (self->n_outdated > OUTDATED_PER_ITEM * self->items->len + MIN_OUTDATED)
    forget_kept (self);
  csl_processor_register (self);
  csl_processor_disambiguate (self);
  for (guint i = 0; i < self->n_clusters; i++)
    csl_processor_sort_cluster (self, &self->clusters[i]);
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

/**
 * csl_processor_note_bound:
 * @self: a document
 * @eval: an evaluation that has ended
 *
 * Remembers it if the evaluation was ended by a bound.
 */
void
csl_processor_note_bound (CslProcessor  *self,
                          const CslEval *eval)
{
  if (!csl_eval_is_full (eval) || self->error != NULL)
    return;

  g_set_error (&self->error, CSL_ERROR, CSL_ERROR_TOO_LARGE,
               /* Translators: the id of an item of a bibliography, title of a style, line number in it, a number */
               _("Item “%s” fills more than %d MiB in the style “%s” (line %u) and is cut short; shorten its texts"),
               csl_item_get_id (eval->item), CSL_EVALUATE_MAX_BYTES / 1024 / 1024, csl_style_get_title (self->style),
               self->style->sections[eval->area].layout.line);
}

/**
 * csl_processor_take_error:
 * @self: a document
 *
 * Asks if anything written since the last call met a bound and was cut short.
 *
 * Returns: (transfer full) (nullable): what was first, of the domain `CSL_ERROR` (the code
 *   `CSL_ERROR_TOO_LARGE`); `NULL` if all is whole
 */
GError *
csl_processor_take_error (CslProcessor *self)
{
  return g_steal_pointer (&self->error);
}

/**
 * csl_processor_finish:
 * @self: a document
 * @tree: a tree in its scratch arena, which is reset
 *
 * Joins a tree to a line.
 *
 * Returns: (transfer full): the line
 */
CslOutput *
csl_processor_finish (CslProcessor *self,
                      CslOut       *tree)
{
  CslOutput *output;

  self->atoms = (CslAtoms) { 0 };
  tree->is_note = self->style->style_class == CSL_STYLE_CLASS_NOTE;
  csl_finish (self->scratch, self->locale, tree, &self->atoms);
  if (self->atoms.is_cut && self->error == NULL)
    g_set_error (&self->error, CSL_ERROR, CSL_ERROR_TOO_LARGE,
                 /* Translators: a number, title of a style */
                 _("A text of more than %d MiB in the style “%s” is cut short; look at the style’s affixes"),
                 CSL_FINISH_MAX_BYTES / 1024 / 1024, csl_style_get_title (self->style));
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
  csl_processor_read_clusters (self, clusters, n_clusters);
  csl_processor_settle (self);
  for (guint i = 0; i < n_clusters; i++)
    outputs[i] = csl_processor_finish (self, csl_processor_arrange (self, &self->clusters[i]));
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
  if (self->error == NULL)
    self->error = csl_processor_take_error (alone);
  return output;
}
