/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * DataCite's DOIs in their three envelopes: golden facts of invented records, the
 * table of paths against all real ones.
 */

#include "config.h"

#include <string.h>

#include "datacite-private.h"
#include "datacite.h"
#include "registry-error.h"
#include "records-support.h"

typedef struct
{
  const char *path;
  const char *file;
  const char *pointer;
  const char *expected; /* JSON; NULL: nothing stands there */
} Fact;

#define CUSTOM "/custom/offprint/"

static const Fact facts[] = {
  { "doi", "datacite-dataset.json", "/DOI", "\"10.5555/dc.1\"" },
  { "doi/folded", "datacite-chapter.json", "/DOI", "\"10.5555/dc.ch1\"" },
  { "type", "datacite-dataset.json", "/type", "\"dataset\"" },
  { "type/text", "datacite-article.json", "/type", "\"article-journal\"" },
  { "type/old", "datacite-old.json", "/type", "\"dataset\"" },
  { "genre", "datacite-dataset.json", "/genre", "\"Island table\"" },
  { "title", "datacite-dataset.json", "/title", "\"Table of Islands: Version of Record\"" },
  { "title/language-of-work", "datacite-article.json", "/title", "\"Tides of Nowhere\"" },
  { "title/translated", "datacite-dataset.json", CUSTOM "titles/translated", "[{\"language\":\"de\",\"text\":\"Inseltafel\"}]" },
  { "title/object", "datacite-old.json", "/title", "\"Old Shapes\"" },
  { "people/collective", "datacite-dataset.json", "/author/1", "{\"literal\":\"The Turing Island\"}" },
  { "people/comma", "datacite-dataset.json", "/author/2", "{\"family\":\"Sailor\",\"given\":\"Gus\"}" },
  { "people/body-with-comma", "datacite-dataset.json", "/author/3", "{\"literal\":\"Harbour Office of Amaurot, Utopia and the Seas Beyond\"}" },
  { "people/placeholder", "datacite-dataset.json", "/author/4", NULL },
  { "people/affiliations", "datacite-dataset.json", CUSTOM "people/0/affiliations", "[{\"name\":\"University of Nowhere\"},{\"ror\":\"https://ror.org/01aj84f44\"},{\"name\":\"College\",\"ror\":\"https://ror.org/02twcfp32\"}]" },
  { "people/editor", "datacite-dataset.json", "/editor", "[{\"family\":\"Editor\",\"given\":\"Hal\"}]" },
  { "people/host-is-no-contributor", "datacite-dataset.json", CUSTOM "kept/~1contributors~10/name", "\"Office of Hosts\"" },
  { "publisher/object", "datacite-dataset.json", "/publisher", "\"Nowhere Data\"" },
  { "publisher/placeholder", "datacite-article.json", "/publisher", NULL },
  { "dates/issued", "datacite-dataset.json", "/issued", "{\"date-parts\":[[2020,5,8]]}" },
  { "dates/year-as-text", "datacite-chapter.json", "/issued", "{\"date-parts\":[[2025]]}" },
  { "dates/range", "datacite-dataset.json", CUSTOM "dates/collected", "\"2000/2019\"" },
  { "dates/nonsense", "datacite-dataset.json", CUSTOM "dates/updated", NULL },
  { "notices/withdrawn", "datacite-dataset.json", CUSTOM "notices/0/kind", "\"withdrawal\"" },
  { "notices/newer", "datacite-dataset.json", CUSTOM "notices/1", "{\"kind\":\"new_version\",\"direction\":\"about-this\",\"DOI\":\"10.5555/dc.2\",\"source\":\"publisher\"}" },
  { "keywords", "datacite-dataset.json", CUSTOM "keywords", "[\"islands\",\"seas\"]" },
  { "relations", "datacite-dataset.json", CUSTOM "relations/0", "{\"kind\":\"is-supplement-to\",\"DOI\":\"10.5555/jni.2021.7\"}" },
  { "references", "datacite-dataset.json", CUSTOM "references", "[{\"item\":{\"type\":\"report\",\"DOI\":\"10.5555/report.1\"}}]" },
  { "licences", "datacite-dataset.json", CUSTOM "rights/licenses",
    "[{\"url\":\"https://creativecommons.org/licenses/by/4.0/legalcode\",\"open\":true},{\"url\":\"https://opensource.example/mit\",\"open\":true}]" },
  { "copyright", "datacite-dataset.json", CUSTOM "rights/copyright", "\"Copyright 2020 Berta Plan\"" },
  { "access", "datacite-dataset.json", CUSTOM "access/state", "\"open\"" },
  { "funders", "datacite-dataset.json", CUSTOM "funders", "[{\"name\":\"Utopia Science Fund\",\"DOI\":\"10.13039/999000001\",\"awards\":[\"USF-1\",\"USF-2\"]}]" },
  { "abstract", "datacite-dataset.json", CUSTOM "abstracts/0/text", "\"<p>All <b>islands</b> that are not there.</p><p>None is missing.</p>\"" },
  { "version/number", "datacite-dataset.json", "/version", "\"1.1\"" },
  { "series", "datacite-dataset.json", "/collection-title", "\"Tables of Nowhere 7\"" },
  { "chapter/container", "datacite-chapter.json", "/container-title", "\"Seas of Nowhere: Volume of the Wind\"" },
  { "chapter/editor", "datacite-chapter.json", "/editor/0/family", "\"Editor\"" },
  { "chapter/container-author", "datacite-chapter.json", "/container-author/0/family", "\"Wind\"" },
  { "chapter/isbn", "datacite-chapter.json", "/ISBN", "\"9783161484100\"" },
  { "chapter/page", "datacite-chapter.json", "/page", "\"93-105\"" },
  { "article/issn", "datacite-article.json", "/ISSN", "\"2049-3630\"" },
  { "article/page", "datacite-article.json", "/page", "\"11-19\"" },
  { "kept", "datacite-dataset.json", CUSTOM "kept/~1surprise", "{\"a\":1}" },
  { "links/old", "datacite-old.json", CUSTOM "links", "[{\"rel\":\"landing\",\"url\":\"https://nowhere.example/old\"}]" },
};

static JsonObject *
find_message (JsonObject *root)
{
  return offprint_datacite_attributes (root);
}

static void
test_fact (gconstpointer data)
{
  const Fact *fact = data;
  g_autofree char *folder = support_own_folder ();
  g_autoptr (GBytes) bytes = support_load (folder, fact->file);
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintReading) reading = offprint_datacite_parse (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (offprint_reading_get_source (reading), ==, "datacite");
  support_check_valid (offprint_reading_get_record (reading), fact->file);
  support_check_fact (offprint_reading_get_record (reading), fact->pointer, fact->expected);
}

static void
test_paths_walk (void)
{
  g_autofree char *folder = support_shared ("datacite");
  guint n_files = 0;
  guint n_paths = 0;

  if (folder == NULL)
    {
      g_test_skip ("no collection of real records");
      return;
    }
  n_paths = support_walk_folder (folder, find_message, offprint_datacite_paths, offprint_datacite_n_paths, &n_files);
  g_test_message ("%u paths in %u files", n_paths, n_files);
}

static void
test_paths_proof (void)
{
  support_prove_table ("datacite", find_message, offprint_datacite_record, offprint_datacite_paths, offprint_datacite_n_paths);
}

static void
test_missing (void)
{
  g_autofree char *folder = support_own_folder ();
  g_autoptr (GBytes) bytes = support_load (folder, "datacite-missing.json");
  g_autoptr (GError) error = NULL;

  g_assert_null (offprint_datacite_parse (bytes, NULL, NULL, &error));
  g_assert_error (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NOT_FOUND);
}

static void
test_placeholders (void)
{
  static const char *const some[] = { ":unav", "(:unav)", ":(unkn)", ":none", "(:tba) later" };
  static const char *const none[] = { "unavailable", "None of Us", "Tba, Ada", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (some); i++)
    g_assert_true (offprint_datacite_is_placeholder (some[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_false (offprint_datacite_is_placeholder (none[i]));
  g_assert_false (offprint_datacite_is_placeholder (NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *path = g_strconcat ("/datacite/fact/", facts[i].path, NULL);

      g_test_add_data_func (path, &facts[i], test_fact);
    }
  g_test_add_func ("/datacite/paths/walk", test_paths_walk);
  g_test_add_func ("/datacite/paths/proof", test_paths_proof);
  g_test_add_func ("/datacite/missing", test_missing);
  g_test_add_func ("/datacite/placeholders", test_placeholders);
  return g_test_run ();
}
