/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a change of the document did to its text. A writer types while citations
 * are renumbered around him: only what reads differently is to be touched. What a
 * citation or entry was written from is kept as a number, so that nearly all of a
 * document is not even evaluated; what it read is kept as another, so that what comes
 * out the same is not handed over.
 */

#include "config.h"

#include "processor-private.h"

#include <string.h>

#define FNV_START G_GUINT64_CONSTANT (14695981039346656037)
#define FNV_PRIME G_GUINT64_CONSTANT (1099511628211)

/* Of one cluster */
typedef struct
{
  guint64 source; /* what it was written from */
  guint64 text;   /* what it reads */
  guint64 round;
} Written;

static CslDocItem *
get_doc_item (CslProcessor *self,
              guint         index)
{
  return &g_array_index (self->items, CslDocItem, index);
}

static void
mix (guint64       *state,
     gconstpointer  data,
     gsize          size)
{
  const guint8 *bytes = data;

  for (gsize i = 0; i < size; i++)
    *state = (*state ^ bytes[i]) * FNV_PRIME;
}

static void
mix_text (guint64    *state,
          const char *text)
{
  mix (state, text != NULL ? text : "", text != NULL ? strlen (text) + 1 : 0);
}

static void
mix_sets (guint64            *state,
          const CslItemFacts *facts)
{
  for (guint i = 0; i < facts->n_sets; i++)
    {
      mix (state, &facts->sets[i].shown, sizeof facts->sets[i].shown);
      mix (state, facts->sets[i].levels, facts->sets[i].n_levels);
    }
}

/* All that a line holds: its characters, its marks and where its links go */
static guint64
get_text (const CslOutput *output)
{
  g_autofree char *html = csl_output_to_html (output);
  guint64 text = FNV_START;

  mix_text (&text, html);
  return MAX (text, 1);
}

/**
 * csl_written_new:
 *
 * Makes the memory of what clusters read.
 *
 * Returns: (transfer full): it
 */
GHashTable *
csl_written_new (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, g_free);
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
  guint64 state = FNV_START;

  for (guint i = 0; i < cites->n_cites; i++)
    {
      const CslDocCite *cite = &cites->cites[i];
      const CslDocItem *item = get_doc_item (self, cite->cite.item);
      guint first_note = cite->position == CSL_POSITION_FIRST ? cites->note : cite->first_note;
      guint numbers[] = { cite->cite.item, cite->position, (guint) cite->is_near_note,
                          uses & CSL_USES_NOTE_NUMBER ? first_note : 0,
                          uses & CSL_USES_CITATION_NUMBER ? item->facts.citation_number : 0,
                          item->facts.year_suffix, item->facts.disambiguate,
                          item->facts.disambiguate > 0 && item->n_cites > 1 };

      mix (&state, numbers, sizeof numbers);
      mix_sets (&state, &item->facts);
    }
  return state;
}

/* All that the text of a cluster follows from */
static guint64
get_source (CslProcessor *self,
            guint         index)
{
  const CslDocCluster *cluster = &self->clusters[index];
  guint64 source = csl_processor_get_state (self, index);
  guint mode = cluster->mode;

  mix (&source, &mode, sizeof mode);
  mix_text (&source, cluster->infix);
  for (guint i = 0; i < cluster->n_cites; i++)
    {
      const CslCite *cite = &cluster->cites[i].cite;
      guint8 parts[2] = { cite->suppress_author != FALSE, cite->author_only != FALSE };
      const CslDocItem *item = get_doc_item (self, cite->item);

      mix (&source, &item->serial, sizeof item->serial);
      mix (&source, parts, sizeof parts);
      mix_text (&source, cite->locator);
      mix_text (&source, cite->label);
      mix_text (&source, cite->prefix);
      mix_text (&source, cite->suffix);
    }
  return source;
}

/* Writes a cluster that is not known to be as it was; NULL if it is */
static CslOutput *
update_cluster (CslProcessor *self,
                guint         index,
                Written      *written)
{
  guint64 source = get_source (self, index);
  gboolean is_known = written->round > 0;
  guint64 text;
  g_autoptr (CslOutput) output = NULL;

  if (is_known && written->source == source)
    return NULL;

  output = csl_processor_finish (self, csl_processor_arrange (self, &self->clusters[index]));
  text = get_text (output);
  written->source = source;
  if (is_known && written->text == text)
    return NULL;

  written->text = text;
  return g_steal_pointer (&output);
}

static gboolean
is_gone_cb (gpointer key,
            gpointer value,
            gpointer data)
{
  const Written *written = value;
  const guint64 *round = data;

  (void) key;
  return written->round != *round;
}

/**
 * csl_processor_update:
 * @self: a document
 * @clusters: (array length=n_clusters): all its citations, in order, each with an id
 *   of its own
 * @n_clusters: how many
 * @outputs: (out caller-allocates) (array length=n_clusters): takes what each one
 *   reads, owned by the caller; `NULL` where that is the same as after the last call
 *
 * Settles the document and writes those citations that read differently now. They are
 * known by their ids, wherever they stand. One without an id is always written, and so
 * is one that comes back after a call without it.
 */
void
csl_processor_update (CslProcessor      *self,
                      const CslCluster  *clusters,
                      guint              n_clusters,
                      CslOutput        **outputs)
{
  guint64 round = ++self->serial;

  csl_processor_read_clusters (self, clusters, n_clusters);
  csl_processor_settle (self);
  for (guint i = 0; i < n_clusters; i++)
    {
      gpointer id = GUINT_TO_POINTER (clusters[i].id);
      Written none = { 0 };
      Written *written = clusters[i].id != 0 ? g_hash_table_lookup (self->written, id) : &none;

      if (written == NULL)
        {
          written = g_new0 (Written, 1);
          g_hash_table_insert (self->written, id, written);
        }
      outputs[i] = update_cluster (self, i, written);
      written->round = round;
    }
  g_hash_table_foreach_remove (self->written, is_gone_cb, &round);
}

/* All that an entry follows from, but for the one before */
static guint64
get_entry_source (CslProcessor     *self,
                  const CslDocItem *item)
{
  guint uses = self->style->sections[CSL_AREA_BIBLIOGRAPHY].uses;
  guint numbers[] = { uses & CSL_USES_CITATION_NUMBER ? item->facts.citation_number : 0,
                      item->facts.year_suffix, item->facts.disambiguate };
  guint64 source = FNV_START;

  mix (&source, &item->serial, sizeof item->serial);
  mix (&source, numbers, sizeof numbers);
  mix_sets (&source, &item->facts);
  return source;
}

/* A walk over the bibliography; what is about the entry before matters only to styles
 * that do not repeat its names */
typedef struct
{
  CslDocItem *before; /* the last one that shows; NULL: none */
  gboolean has_heading;
  CslHeading heading; /* of it, if it was needed */
} EntryWalk;

static void
read_heading_before (CslProcessor *self,
                     EntryWalk    *walk)
{
  if (walk->has_heading || walk->before == NULL || self->style->author_substitute == NULL)
    return;

  csl_processor_new_entry (self, walk->before->item, &walk->before->facts, &walk->heading);
  csl_arena_reset (self->scratch);
  walk->has_heading = TRUE;
}

/* Writes an entry that is not known to be as it was; NULL if it is, or shows nothing */
static CslOutput *
update_entry (CslProcessor *self,
              CslDocItem   *item,
              EntryWalk    *walk)
{
  guint64 source = get_entry_source (self, item);
  gboolean is_known = item->entry_round > 0 && item->entry_round == self->round;
  g_autoptr (CslOutput) output = NULL;
  guint64 old_text = item->entry_text;
  CslOut *tree;

  if (walk->before != NULL && self->style->author_substitute != NULL)
    {
      guint64 before = get_entry_source (self, walk->before);

      mix (&source, &before, sizeof before);
    }
  if (is_known && item->entry_source == source)
    {
      if (item->entry_text != 0)
        walk->has_heading = FALSE;
      return NULL;
    }

  read_heading_before (self, walk);
  tree = csl_processor_new_entry (self, item->item, &item->facts, &walk->heading);
  item->entry_source = source;
  item->entry_text = 0;
  if (tree == NULL)
    {
      csl_arena_reset (self->scratch);
      return NULL;
    }

  output = csl_processor_finish (self, tree);
  item->entry_text = get_text (output);
  walk->has_heading = TRUE;
  return is_known && item->entry_text == old_text ? NULL : g_steal_pointer (&output);
}

static void
entry_clear (gpointer data)
{
  CslEntry *entry = data;

  csl_output_free (entry->output);
}

/**
 * csl_processor_update_bibliography:
 * @self: a document
 *
 * Brings a bibliography up to date: its entries in their order, as
 * csl_processor_bibliography () gives them, but written only where one reads
 * differently than after the last call, or was not there.
 *
 * Returns: (transfer full) (element-type CslEntry): the entries; the output of one that
 *   has not changed is `NULL`
 */
GArray *
csl_processor_update_bibliography (CslProcessor *self)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (CslEntry));
  guint64 round = self->round + 1;
  EntryWalk walk = { 0 };

  g_array_set_clear_func (entries, entry_clear);
  if (!self->style->sections[CSL_AREA_BIBLIOGRAPHY].is_present)
    return entries;

  csl_processor_settle (self);
  for (guint i = 0; i < self->registry->len; i++)
    {
      CslEntry entry = { .item = g_array_index (self->registry, guint, i) };
      CslDocItem *item = get_doc_item (self, entry.item);

      entry.output = update_entry (self, item, &walk);
      item->entry_round = round;
      if (item->entry_text == 0)
        continue;
      g_array_append_val (entries, entry);
      walk.before = item;
    }
  csl_heading_clear (&walk.heading);
  self->round = round;
  return entries;
}
