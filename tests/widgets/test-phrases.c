/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Phrases: how long ago, and lists as sentences have them.
 */

#include "config.h"

#include "phrases.h"

typedef struct
{
  const char *name;
  const char *then;
  const char *shown;
} Ago;

static const Ago agos[] = {
  { "now", "2026-11-24T20:31:30Z", "just now" },
  { "ahead", "2026-11-24T21:00:00Z", "just now" }, /* clocks differ */
  { "minute", "2026-11-24T20:30:59Z", "1 minute ago" },
  { "minutes", "2026-11-24T20:29:00Z", "3 minutes ago" },
  { "hour", "2026-11-24T19:31:00Z", "1 hour ago" },
  { "hours", "2026-11-24T10:00:00Z", "10 hours ago" },
  { "day", "2026-11-23T20:00:00Z", "1 day ago" },
  { "days", "2026-11-18T20:32:00Z", "6 days ago" },
  { "week", "2026-11-16T12:00:00Z", "16 November 2026" },
};

static void
test_ago (gconstpointer data)
{
  const Ago *ago = data;
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-11-24T20:32:00Z", NULL);
  g_autoptr (GDateTime) then = g_date_time_new_from_iso8601 (ago->then, NULL);
  g_autofree char *shown = offprint_phrase_ago (then, now);

  g_assert_cmpstr (shown, ==, ago->shown);
}

typedef struct
{
  const char *name;
  const char *items;
  const char *shown;
} List;

static const List lists[] = {
  { "none", "", "" },
  { "one", "A", "A" },
  { "two", "A|B", "A and B" },
  { "three", "A|B|C", "A, B and C" },
  { "percent", "100%s|50%n", "100%s and 50%n" },
};

static void
test_list (gconstpointer data)
{
  const List *list = data;
  g_auto (GStrv) items = g_strsplit (list->items, "|", -1);
  g_autofree char *shown = offprint_phrase_list ((const char *const *) items);

  g_assert_cmpstr (shown, ==, list->shown);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (agos); i++)
    {
      g_autofree char *path = g_strconcat ("/phrases/ago/", agos[i].name, NULL);

      g_test_add_data_func (path, &agos[i], test_ago);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *path = g_strconcat ("/phrases/list/", lists[i].name, NULL);

      g_test_add_data_func (path, &lists[i], test_list);
    }
  return g_test_run ();
}
