/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines to cite by as Springer prints them, of works that do not exist.
 */

#include "config.h"

#include "cite-line.h"
#include "expect-record.h"

#include <string.h>

static const struct
{
  const char *name;
  const char *line;
  OffprintCiteHints hints;
  const char *json; /* NULL: no such line */
} cases[] = {
  { "chapter", "Ode, E. (2022). A Title: With a Subtitle. In: Tree, B.K. (eds) The Book. Palgrave Macmillan, Cham. https://doi.org/10.1007/978-3-030-93982-3_7", { NULL, NULL }, "{\"DOI\":\"10.1007/978-3-030-93982-3_7\",\"issued\":{\"date-parts\":[[2022]]},\"author\":[{\"family\":\"Ode\",\"given\":\"E.\"}],"
                                                                                                                                                                                 "\"title\":\"A Title: With a Subtitle\",\"type\":\"chapter\",\"editor\":[{\"family\":\"Tree\",\"given\":\"B.K.\"}],\"container-title\":\"The Book\","
                                                                                                                                                                                 "\"publisher\":\"Palgrave Macmillan\",\"publisher-place\":\"Cham\"}" },
  { "series", "Ode, E., van der Wal, J.-P. (2009). Title. In: Book. Lecture Notes in Things, vol 5504. Springer, Berlin, Heidelberg. https://doi.org/10.1007/1", { NULL, NULL }, "{\"DOI\":\"10.1007/1\",\"issued\":{\"date-parts\":[[2009]]},\"author\":[{\"family\":\"Ode\",\"given\":\"E.\"},{\"family\":\"van der Wal\",\"given\":\"J.-P.\"}],"
                                                                                                                                                                                 "\"title\":\"Title\",\"type\":\"chapter\",\"container-title\":\"Book\",\"publisher\":\"Springer\",\"publisher-place\":\"Berlin, Heidelberg\","
                                                                                                                                                                                 "\"collection-number\":\"5504\",\"collection-title\":\"Lecture Notes in Things\"}" },
  { "plain-series", "Ode, E. (2023). Title. In: Book. Population Things. Springer, Cham. https://doi.org/10.1007/1", { NULL, NULL }, "{\"DOI\":\"10.1007/1\",\"issued\":{\"date-parts\":[[2023]]},\"author\":[{\"family\":\"Ode\",\"given\":\"E.\"}],\"title\":\"Title\",\"type\":\"chapter\","
                                                                                                                                     "\"container-title\":\"Book\",\"publisher\":\"Springer\",\"publisher-place\":\"Cham\",\"collection-title\":\"Population Things\"}" },
  { "stops-in-book", "Ode, E. (2023). Is It? In: A Book. Part 2. J.B. Metzler, Stuttgart. https://doi.org/10.1007/1", { "Is It?", "A Book. Part 2" }, "{\"DOI\":\"10.1007/1\",\"issued\":{\"date-parts\":[[2023]]},\"author\":[{\"family\":\"Ode\",\"given\":\"E.\"}],\"title\":\"Is It?\",\"type\":\"chapter\","
                                                                                                                                                      "\"container-title\":\"A Book. Part 2\",\"publisher\":\"J.B. Metzler\",\"publisher-place\":\"Stuttgart\"}" },
  { "in-in-title", "Ode, E. (2023). What Is In: A Box. In: Book. Springer, Cham. https://doi.org/10.1007/1", { NULL, NULL }, "{\"DOI\":\"10.1007/1\",\"issued\":{\"date-parts\":[[2023]]},\"author\":[{\"family\":\"Ode\",\"given\":\"E.\"}],\"title\":\"What Is In: A Box\",\"type\":\"chapter\","
                                                                                                                             "\"container-title\":\"Book\",\"publisher\":\"Springer\",\"publisher-place\":\"Cham\"}" },
  { "book", "Ode, E. (2023). A Whole Book. Springer, Cham. https://doi.org/10.1007/1", { NULL, NULL }, "{\"DOI\":\"10.1007/1\",\"issued\":{\"date-parts\":[[2023]]},\"author\":[{\"family\":\"Ode\",\"given\":\"E.\"}],\"title\":\"A Whole Book\","
                                                                                                       "\"publisher\":\"Springer\",\"publisher-place\":\"Cham\",\"type\":\"book\"}" },
  { "group", "The Knot Guild (2023). Title. In: Book. Springer, Cham. https://doi.org/10.1007/1", { NULL, NULL }, "{\"DOI\":\"10.1007/1\",\"issued\":{\"date-parts\":[[2023]]},\"author\":[{\"literal\":\"The Knot Guild\"}],\"title\":\"Title\",\"type\":\"chapter\","
                                                                                                                  "\"container-title\":\"Book\",\"publisher\":\"Springer\",\"publisher-place\":\"Cham\"}" },
  { "article", "Ode, A.B., Tree, B. On Wet Ropes. J. Knots 19, 7055–7102 (2017). https://doi.org/10.1007/s1", { NULL, NULL }, "{\"DOI\":\"10.1007/s1\",\"issued\":{\"date-parts\":[[2017]]},\"type\":\"article-journal\",\"author\":[{\"family\":\"Ode\",\"given\":\"A.B.\"},"
                                                                                                                              "{\"family\":\"Tree\",\"given\":\"B.\"}],\"title\":\"On Wet Ropes\",\"volume\":\"19\",\"page\":\"7055-7102\",\"container-title\":\"J. Knots\"}" },
  { "et-al", "Ode, A.B., Tree, B. et al. On Wet Ropes. Sci. Knots (Engl. Ed.) 19, 3 (2017). https://doi.org/10.1007/s1", { "On Wet Ropes", NULL }, "{\"DOI\":\"10.1007/s1\",\"issued\":{\"date-parts\":[[2017]]},\"type\":\"article-journal\",\"author\":[{\"family\":\"Ode\",\"given\":\"A.B.\"},"
                                                                                                                                                   "{\"family\":\"Tree\",\"given\":\"B.\"}],\"title\":\"On Wet Ropes\",\"volume\":\"19\",\"page\":\"3\",\"container-title\":\"Sci. Knots (Engl. Ed.)\"}" },
  { "online-first", "Ode, A. Title. J. Knots (2024). https://doi.org/10.1007/s1", { NULL, NULL }, "{\"DOI\":\"10.1007/s1\",\"issued\":{\"date-parts\":[[2024]]},\"type\":\"article-journal\",\"author\":[{\"family\":\"Ode\",\"given\":\"A.\"}],"
                                                                                                  "\"title\":\"Title\",\"container-title\":\"J. Knots\"}" },
  { "full-given", "Ode, Elizabeth (2023). Title. In: Book. Springer, Cham. https://doi.org/10.1007/1", { NULL, NULL }, "{\"DOI\":\"10.1007/1\",\"issued\":{\"date-parts\":[[2023]]},\"author\":[{\"family\":\"Ode\",\"given\":\"Elizabeth\"}],\"title\":\"Title\",\"type\":\"chapter\","
                                                                                                                       "\"container-title\":\"Book\",\"publisher\":\"Springer\",\"publisher-place\":\"Cham\"}" },
  { "before-2019", "van Tree B., Ode A.B. (2015) Nets. In: Press C., Fenn D. (eds) Ropes. Notes, vol 12. Springer, Cham", { NULL, NULL }, "{\"issued\":{\"date-parts\":[[2015]]},\"author\":[{\"family\":\"van Tree\",\"given\":\"B.\"},{\"family\":\"Ode\",\"given\":\"A.B.\"}],"
                                                                                                                                          "\"title\":\"Nets\",\"type\":\"chapter\",\"editor\":[{\"family\":\"Press\",\"given\":\"C.\"},{\"family\":\"Fenn\",\"given\":\"D.\"}],"
                                                                                                                                          "\"container-title\":\"Ropes\",\"publisher\":\"Springer\",\"publisher-place\":\"Cham\",\"collection-number\":\"12\",\"collection-title\":\"Notes\"}" },
  { "stop-behind-editors", "Ode, E. (2021). Title. In: Tree, B.K. (eds.). The Book. Springer, Cham. https://doi.org/10.1007/1", { NULL, NULL }, "{\"DOI\":\"10.1007/1\",\"issued\":{\"date-parts\":[[2021]]},\"author\":[{\"family\":\"Ode\",\"given\":\"E.\"}],\"title\":\"Title\",\"type\":\"chapter\",\"editor\":[{\"family\":\"Tree\",\"given\":\"B.K.\"}],\"container-title\":\"The Book\",\"publisher\":\"Springer\",\"publisher-place\":\"Cham\"}" },
  { "empty", "", { NULL, NULL }, NULL },
  { "prose", "No year here.", { NULL, NULL }, NULL },
  { "year-only", "(2003)", { NULL, NULL }, NULL },
};

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  gboolean is_cut = FALSE;
  g_autoptr (JsonObject) record = offprint_cite_line_read (cases[i].line, &cases[i].hints, &is_cut);
  RecordFact fact = { "", cases[i].json };

  g_assert_cmpint (record != NULL, ==, cases[i].json != NULL);
  if (record == NULL)
    return;
  expect_facts (record, &fact, 1);
  g_assert_cmpint (is_cut, ==, strstr (cases[i].line, "et al.") != NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cite-line/%s", cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }

  return g_test_run ();
}
