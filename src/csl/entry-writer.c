/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A long bibliography on several cores. Once a document is settled its entries depend
 * on nothing but their items and, where names are not repeated, on the entry before:
 * stretches of them can be written by threads that share all that nobody changes any
 * more. They are handed over in their order, window by window, so that memory stays
 * what one window needs.
 */

#include "config.h"

#include "processor-private.h"

/* Below this threads cost more than they bring */
#define MIN_ENTRIES 2000

/* Entries that one thread writes in one go, and of one window for each thread */
#define STRETCH        64
#define WINDOW_STRETCH 16

#define MAX_THREADS 16

typedef struct
{
  CslProcessor document; /* as the real one, but with its own arena, text and error */
  guint from;            /* of the window */
  guint to;
  guint first; /* its first stretch; then every n-th */
  guint n_threads;
  CslOutput **outputs; /* of the window */
} Writer;

static CslDocItem *
get_entry (CslProcessor *self,
           guint         place)
{
  return &g_array_index (self->items, CslDocItem, g_array_index (self->registry, guint, place));
}

static CslOutput *
write_entry (CslProcessor *self,
             guint         place,
             CslHeading   *before)
{
  CslDocItem *item = get_entry (self, place);
  CslOut *tree = csl_processor_new_entry (self, item->item, &item->facts, before);

  if (tree != NULL)
    return csl_processor_finish (self, tree);
  csl_arena_reset (self->scratch);
  return NULL;
}

/* The names of the last entry before a stretch that shows anything */
static void
read_before (CslProcessor *self,
             guint         place,
             CslHeading   *before)
{
  if (self->style->author_substitute == NULL)
    return;

  while (place > 0)
    {
      CslDocItem *item = get_entry (self, --place);
      gboolean is_shown = csl_processor_new_entry (self, item->item, &item->facts, before) != NULL;

      csl_arena_reset (self->scratch);
      if (is_shown)
        return;
    }
}

static gpointer
write_thread (gpointer data)
{
  Writer *self = data;

  for (guint from = self->from + self->first * STRETCH; from < self->to; from += self->n_threads * STRETCH)
    {
      CslHeading before = { 0 };

      read_before (&self->document, from, &before);
      for (guint i = from; i < MIN (from + STRETCH, self->to); i++)
        self->outputs[i - self->from] = write_entry (&self->document, i, &before);
      csl_heading_clear (&before);
    }
  return NULL;
}

static void
writer_init (Writer        *self,
             CslProcessor  *document,
             guint          first,
             guint          n_threads,
             CslOutput    **outputs)
{
  self->document = *document;
  self->document.scratch = csl_arena_new ();
  self->document.text = g_string_new (NULL);
  self->document.error = NULL;
  self->first = first;
  self->n_threads = n_threads;
  self->outputs = outputs;
}

/* The first error in the order of threads is kept */
static void
writer_clear (Writer       *self,
              CslProcessor *document)
{
  csl_arena_free (self->document.scratch);
  g_string_free (self->document.text, TRUE);
  if (document->error == NULL)
    document->error = g_steal_pointer (&self->document.error);
  g_clear_error (&self->document.error);
}

static void
write_window (Writer *writers,
              guint   n_threads,
              guint   from,
              guint   to)
{
  g_autofree GThread **threads = g_new0 (GThread *, n_threads);

  for (guint i = 0; i < n_threads; i++)
    {
      writers[i].from = from;
      writers[i].to = to;
      threads[i] = i > 0 ? g_thread_try_new ("entries", write_thread, &writers[i], NULL) : NULL;
    }

  /* This thread writes too, and what no thread could be had for */
  for (guint i = 0; i < n_threads; i++)
    if (threads[i] == NULL)
      write_thread (&writers[i]);
  for (guint i = 0; i < n_threads; i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);
}

static void
write_all (CslProcessor *self,
           guint         n_threads,
           CslEntryFunc  func,
           gpointer      user_data)
{
  guint n_window = n_threads * STRETCH * WINDOW_STRETCH;
  g_autofree Writer *writers = g_new0 (Writer, n_threads);
  g_autofree CslOutput **outputs = g_new0 (CslOutput *, n_window);

  for (guint i = 0; i < n_threads; i++)
    writer_init (&writers[i], self, i, n_threads, outputs);
  for (guint from = 0; from < self->registry->len; from += n_window)
    {
      guint to = MIN (from + n_window, self->registry->len);

      write_window (writers, n_threads, from, to);
      for (guint i = from; i < to; i++)
        if (outputs[i - from] != NULL)
          func (g_array_index (self->registry, guint, i), outputs[i - from], user_data);
    }
  for (guint i = 0; i < n_threads; i++)
    writer_clear (&writers[i], self);
}

/**
 * csl_processor_set_n_threads:
 * @self: a document
 * @n_threads: how many threads may write a long bibliography, the caller's among them; 0
 *   for as many as there are processors
 *
 * Bounds the threads. What is written does not depend on them.
 */
void
csl_processor_set_n_threads (CslProcessor *self,
                             guint         n_threads)
{
  self->n_threads = MIN (n_threads, MAX_THREADS);
}

/**
 * csl_processor_foreach_entry:
 * @self: a document
 * @func: (scope call): takes each entry, which it then owns
 * @user_data: for @func
 *
 * Writes the bibliography of a document, entry by entry: of the items that were cited
 * last, or of all if that was asked. Entries that would be empty are left out. A long
 * one is written by several threads; @func is called in this one, in the entries' order.
 */
void
csl_processor_foreach_entry (CslProcessor *self,
                             CslEntryFunc  func,
                             gpointer      user_data)
{
  guint n_threads = self->n_threads > 0 ? self->n_threads : MIN (g_get_num_processors (), MAX_THREADS);
  CslHeading before = { 0 };

  if (!self->style->sections[CSL_AREA_BIBLIOGRAPHY].is_present)
    return;

  csl_processor_settle (self);
  if (n_threads > 1 && self->registry->len >= MIN_ENTRIES)
    {
      write_all (self, n_threads, func, user_data);
      return;
    }

  for (guint i = 0; i < self->registry->len; i++)
    {
      CslOutput *output = write_entry (self, i, &before);

      if (output != NULL)
        func (g_array_index (self->registry, guint, i), output, user_data);
    }
  csl_heading_clear (&before);
}
