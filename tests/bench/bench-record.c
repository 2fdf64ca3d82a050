/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a long record costs the main loop: three thousand people with affiliations and
 * five hundred works cited, of two sources. Each figure is the least of ten runs, or as
 * many as the argument says (one, under callgrind).
 */

#include "config.h"

#include "differences.h"
#include "snapshot.h"
#include "sources.h"
#include "work-edit.h"

#define N_PEOPLE     3000
#define N_REFERENCES 500

static JsonObject *
new_record (const char *title)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;

  g_string_append_printf (json, "{\"type\":\"article-journal\",\"title\":\"%s\",\"DOI\":\"10.5555/bench\",\"author\":[", title);
  for (guint i = 0; i < N_PEOPLE; i++)
    g_string_append_printf (json, "%s{\"family\":\"Number%u\",\"given\":\"A. B.\"}", i > 0 ? "," : "", i);
  g_string_append (json, "],\"custom\":{\"offprint\":{\"people\":[");
  for (guint i = 0; i < N_PEOPLE; i++)
    g_string_append_printf (json,
                            "%s{\"role\":\"author\",\"position\":%u,\"name\":{\"family\":\"Number%u\",\"given\":\"A. B.\"},"
                            "\"affiliations\":[{\"name\":\"Department %u, University of the Rivers\",\"place\":\"City, Country\"}]}",
                            i > 0 ? "," : "", i, i, i % 200);
  g_string_append (json, "],\"references\":[");
  for (guint i = 0; i < N_REFERENCES; i++)
    g_string_append_printf (json, "%s{\"text\":\"<p>Roe, R. Rivers, part %u</p>\",\"item\":{\"type\":\"book\",\"title\":\"Rivers, part %u\",\"DOI\":\"10.5555/cited.%u\"}}",
                            i > 0 ? "," : "", i, i, i);
  g_string_append (json, "]}}}");
  node = json_from_string (json->str, &error);
  g_assert_no_error (error);

  return json_node_dup_object (node);
}

typedef struct
{
  OffprintWork *work;
  OffprintReading *other;
  OffprintSnapshot *before;
} Bench;

static void
add_second (Bench *bench)
{
  offprint_work_add_reading (bench->work, bench->other);
}

static void
take_snapshot (Bench *bench)
{
  g_autoptr (OffprintSnapshot) snapshot = offprint_work_dup_snapshot (bench->work);
}

static void
write_snapshot (Bench *bench)
{
  g_autoptr (OffprintSnapshot) snapshot = offprint_work_dup_snapshot (bench->work);
  g_autoptr (JsonNode) node = offprint_snapshot_to_json (snapshot, OFFPRINT_RECORD_WITH_READINGS);
}

static void
write_copy (Bench *bench)
{
  g_autoptr (JsonNode) node = offprint_work_to_json (bench->work, OFFPRINT_RECORD_WITH_READINGS);
}

static void
choose (Bench *bench)
{
  g_autoptr (OffprintWorkEdit) edit = offprint_work_choose (bench->work, "/title", "r1");
}

static void
list_sources (Bench *bench)
{
  g_autoptr (OffprintSourceList) sources = offprint_source_list_new (bench->work);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (sources)); i++)
    {
      g_autoptr (OffprintFieldSources) row = g_list_model_get_item (G_LIST_MODEL (sources), i);

      g_assert_nonnull (offprint_field_sources_get_text (row));
      g_assert_nonnull (offprint_field_sources_get_reason (row));
    }
}

static void
compare (Bench *bench)
{
  g_autoptr (OffprintSnapshot) after = offprint_work_dup_snapshot (bench->work);
  g_autoptr (GListModel) rows = offprint_differences_new (bench->before, after);
}

/* @is_second: whether both readings are there already */
static void
measure (guint       n_runs,
         const char *what,
         gboolean    is_second,
         void (*run) (Bench *bench))
{
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < n_runs; i++)
    {
      Bench bench = { .work = offprint_work_new () };
      g_autoptr (OffprintReading) first = offprint_reading_new ("crossref", OFFPRINT_READING_ABOUT_WORK, NULL, NULL, NULL, new_record ("Rivers in Numbers"));
      gint64 started = 0;

      bench.other = offprint_reading_new ("page", OFFPRINT_READING_ABOUT_WORK, NULL, NULL, NULL, new_record ("Rivers in Many Numbers"));
      offprint_work_add_reading (bench.work, first);
      bench.before = offprint_work_dup_snapshot (bench.work);
      if (is_second)
        offprint_work_add_reading (bench.work, bench.other);
      started = g_get_monotonic_time ();
      run (&bench);
      best = MIN (best, g_get_monotonic_time () - started);
      offprint_snapshot_unref (bench.before);
      g_object_unref (bench.other);
      g_object_unref (bench.work);
    }
  g_print ("%-44s %7.2f ms\n", what, best / 1000.0);
}

int
main (int    argc,
      char **argv)
{
  guint n_runs = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 10;

  measure (n_runs, "a second reading of 3000 people", FALSE, add_second);
  measure (n_runs, "a source chosen for the title", TRUE, choose);
  measure (n_runs, "a snapshot to be written elsewhere", TRUE, take_snapshot);
  measure (n_runs, "its JSON, nodes shared", TRUE, write_snapshot);
  measure (n_runs, "the record as JSON, copied", TRUE, write_copy);
  measure (n_runs, "all sources, each row asked", TRUE, list_sources);
  measure (n_runs, "what the second reading changed", TRUE, compare);

  return 0;
}
