/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-csl: how long the citation engine takes.
 *
 *   bench-csl STYLE.csl LOCALES-FOLDER
 *
 * Prints, each the least of ten runs: compiling the style with its locale, citing
 * one work in a compiled style, entries a second, one citation added to a document
 * of a thousand; and a sorted bibliography of a thousand, ten thousand and a hundred
 * thousand items, with how its time grows. Times are the processor's, so that a busy
 * machine counts less. Nothing is asserted: csl.py compares with others.
 */

#include "config.h"

#include "csl.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define N_RUNS  10
#define N_ITEMS 5000

/* Cites in the document that one more is added to: two of each author and year */
#define N_CITES 1000

typedef struct
{
  const char *style_path;
  char *locales;

  /* Owned */
  CslStyle *style;
  CslLocale *locale;
  GPtrArray *items;
} Bench;

typedef void (*Work) (Bench *bench);

/* Microseconds of this process's own time */
static gint64
get_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static gint64
measure (Work   work,
         Bench *bench)
{
  gint64 least = G_MAXINT64;

  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start = get_us ();

      work (bench);
      least = MIN (least, get_us () - start);
    }

  return least;
}

static void
compile (Bench *bench)
{
  g_clear_pointer (&bench->locale, csl_locale_unref);
  g_clear_pointer (&bench->style, csl_style_unref);
  bench->style = csl_style_load_file (bench->style_path, NULL, NULL, NULL);
  if (bench->style != NULL)
    bench->locale = csl_locale_new (bench->style, NULL, csl_locale_load_from_dirs, bench->locales, NULL);
}

static void
cite_one (Bench *bench)
{
  g_autoptr (CslProcessor) processor = csl_processor_new (bench->style, bench->locale);
  g_autoptr (CslOutput) entry = csl_processor_format_entry (processor, g_ptr_array_index (bench->items, 0));
  g_autofree char *text = csl_output_to_text (entry);
}

static void
write_entries (Bench *bench)
{
  g_autoptr (CslProcessor) processor = csl_processor_new (bench->style, bench->locale);

  for (guint i = 0; i < bench->items->len; i++)
    {
      g_autoptr (CslOutput) entry = csl_processor_format_entry (processor, g_ptr_array_index (bench->items, i));
      g_autofree char *html = csl_output_to_html (entry);
    }
}

static void
drop_entry_cb (guint      item,
               CslOutput *output,
               gpointer   user_data)
{
  guint *n = user_data;
  g_autofree char *html = csl_output_to_html (output);

  (*n)++;
  csl_output_free (output);
}

static void
make_bibliography (Bench *bench)
{
  g_autoptr (CslProcessor) processor = csl_processor_new (bench->style, bench->locale);
  guint n = 0;

  for (guint i = 0; i < bench->items->len; i++)
    csl_processor_add_item (processor, g_ptr_array_index (bench->items, i));
  csl_processor_foreach_entry (processor, drop_entry_cb, &n);
  g_assert_cmpuint (n, ==, bench->items->len);
}

/* Prints how long it takes to write what one more citation changes */
static void
add_citation (Bench *bench)
{
  g_autoptr (CslProcessor) processor = csl_processor_new (bench->style, bench->locale);
  g_autofree CslCite *cites = g_new0 (CslCite, N_CITES + N_RUNS);
  g_autofree CslCluster *clusters = g_new0 (CslCluster, N_CITES + N_RUNS);
  g_autofree CslOutput **outputs = g_new0 (CslOutput *, N_CITES + N_RUNS);
  gint64 least = G_MAXINT64;

  csl_processor_set_keeps_uncited (processor, FALSE);
  for (guint i = 0; i < N_CITES + N_RUNS; i++)
    {
      g_autofree char *json = g_strdup_printf (
        "{\"id\":\"%u\",\"type\":\"chapter\",\"title\":\"On %u\",\"author\":[{\"family\":\"Ray%u\",\"given\":\"Ada\"}],"
        "\"issued\":{\"date-parts\":[[%u]]}}",
        i, i, i / 2 % 400, 1900 + i % 400 / 40);
      g_autoptr (CslItem) item = csl_item_parse (json, -1, NULL);

      cites[i].item = csl_processor_add_item (processor, item);
      cites[i].position = cites[i].near_note = CSL_CITE_AUTO;
      clusters[i].id = i + 1;
      clusters[i].note = csl_style_get_class (bench->style) == CSL_STYLE_CLASS_NOTE ? i + 1 : 0;
      clusters[i].n_cites = 1;
      clusters[i].cites = &cites[i];
    }

  for (guint run = 0; run <= N_RUNS; run++)
    {
      gint64 start = get_us ();

      csl_processor_update (processor, clusters, N_CITES + run, outputs);
      if (run > 0)
        least = MIN (least, get_us () - start);
      for (guint i = 0; i < N_CITES + run && run < N_RUNS; i++)
        g_clear_pointer (&outputs[i], csl_output_free);
    }
  for (guint i = 0; i < N_CITES + N_RUNS; i++)
    csl_output_free (outputs[i]);
  printf ("one citation added to %u   %8.3f ms\n", N_CITES, least / 1000.0);
}

/* Invented chapters, all different */
static GPtrArray *
invent_items (guint n_items)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) csl_item_unref);

  for (guint i = 0; i < n_items; i++)
    {
      g_autofree char *json = g_strdup_printf (
        "{\"id\":\"%u\",\"type\":\"chapter\",\"title\":\"On <i>ants</i> of kind %u: a “view”\","
        "\"author\":[{\"family\":\"Ray%u\",\"given\":\"Ada Maria\"},{\"family\":\"van Lee%u\",\"given\":\"Bo\"}],"
        "\"editor\":[{\"family\":\"Poe\",\"given\":\"Al\"}],\"container-title\":\"Small things\",\"publisher\":\"House\","
        "\"publisher-place\":\"Ghent\",\"page\":\"%u-%u\",\"issued\":{\"date-parts\":[[%u,%u,3]]},\"DOI\":\"10.1/%u\"}",
        i, i, i * 7919 % 100003, i, 100 + i, 109 + i, 1900 + i % 120, 1 + i % 12, i);

      g_ptr_array_add (items, csl_item_parse (json, -1, NULL));
    }

  return items;
}

/* What stays the same if the cost is that of sorting */
static void
grow (Bench *bench)
{
  static const guint sizes[] = { 1000, 10000, 100000 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      gint64 least = G_MAXINT64;

      g_ptr_array_unref (bench->items);
      bench->items = invent_items (sizes[i]);
      for (guint run = 0; run < (sizes[i] > 10000 ? 2 : N_RUNS); run++)
        {
          gint64 start = get_us ();

          make_bibliography (bench);
          least = MIN (least, get_us () - start);
        }
      printf ("bibliography of %-6u       %8.1f ms, %.0f a second, %.1f ns for each of n log2 n\n", sizes[i], least / 1000.0,
              sizes[i] * 1e6 / least, least * 1e3 / (sizes[i] * log2 (sizes[i])));
    }
}

int
main (int    argc,
      char **argv)
{
  Bench bench = { 0 };
  gint64 entries_us;

  if (argc < 3)
    {
      fprintf (stderr, "usage: bench-csl STYLE.csl LOCALES-FOLDER\n");
      return 2;
    }

  bench.style_path = argv[1];
  bench.locales = argv[2];
  bench.items = invent_items (N_ITEMS);
  compile (&bench);
  if (bench.locale == NULL)
    {
      fprintf (stderr, "bench-csl: %s: not a style that compiles\n", argv[1]);
      return 1;
    }

  printf ("style and locale compiled    %8.3f ms\n", measure (compile, &bench) / 1000.0);
  printf ("one work cited               %8.3f ms\n", measure (cite_one, &bench) / 1000.0);
  entries_us = measure (write_entries, &bench);
  printf ("%u entries                 %8.1f ms, %.0f a second\n", N_ITEMS, entries_us / 1000.0, N_ITEMS * 1e6 / entries_us);
  add_citation (&bench);
  grow (&bench);

  csl_locale_unref (bench.locale);
  csl_style_unref (bench.style);
  g_ptr_array_unref (bench.items);
  return 0;
}
