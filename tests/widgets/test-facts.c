/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The facts in words: what is not known is not said.
 */

#include "config.h"

#include "facts.h"
#include "widget-support.h"

typedef struct
{
  const char *name;
  OffprintFact fact;
  const char *value;
} Case;

static const Case cases[] = {
  { "doi", OFFPRINT_FACT_DOI, "10.5555/offprint.rich" },
  { "book", OFFPRINT_FACT_BOOK, "ISBN 978-3-030-93981-6 (print)\nISBN 978-3-030-93982-3 (online)" },
  { "language", OFFPRINT_FACT_LANGUAGE, "English" },
  { "online", OFFPRINT_FACT_ONLINE, "21 April 2022" },
  { "print", OFFPRINT_FACT_PRINT, "2022" },
  { "copyright", OFFPRINT_FACT_COPYRIGHT, "© 2022 The Ferryman" },
  { "keywords", OFFPRINT_FACT_KEYWORDS, "Borders · Rivers · Bread · Ontological security · Ferries" },
  { "packages", OFFPRINT_FACT_PACKAGES, "Imaginary Geography (R0)" },
  { "counts", OFFPRINT_FACT_COUNTS, "831 accesses, 2 minutes ago\nCited 3 times, 2 minutes ago" },
  { "updates", OFFPRINT_FACT_UPDATES, "Corrected · checked 2 minutes ago" },
};

static void
test_value (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (OffprintWork) work = widget_support_new_work (0, 0);
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-11-24T20:33:10Z", NULL);
  g_autofree char *value = offprint_fact_dup_value (c->fact, work, now);

  g_assert_cmpstr (value, ==, c->value);
  g_assert_nonnull (offprint_fact_get_title (c->fact));
}

static void
test_unknown (void)
{
  g_autoptr (OffprintWork) work = widget_support_new_from_text ("{ \"id\": \"x\", \"type\": \"chapter\", \"title\": \"Rivers\" }");
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  for (OffprintFact fact = 0; fact < OFFPRINT_FACT_UPDATES; fact++)
    {
      g_autofree char *value = offprint_fact_dup_value (fact, work, now);

      g_assert_cmpstr (value, ==, NULL);
    }
}

static void
test_none_known (void)
{
  g_autoptr (OffprintWork) work = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-11-24T20:33:10Z", NULL);
  g_autofree char *value = NULL;

  work = widget_support_new_from_text ("{ \"id\": \"x\", \"type\": \"chapter\", \"title\": \"Rivers\", \"custom\": { \"offprint\": {"
                                       " \"version\": 1, \"crossmark\": { \"checked\": \"2026-11-24T20:31:00Z\" } } } }");
  value = offprint_fact_dup_value (OFFPRINT_FACT_UPDATES, work, now);
  g_assert_cmpstr (value, ==, "None known · checked 2 minutes ago");
}

int
main (int   argc,
      char *argv[])
{
  widget_support_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/facts/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_value);
    }
  g_test_add_func ("/facts/unknown", test_unknown);
  g_test_add_func ("/facts/updates/none", test_none_known);
  return g_test_run ();
}
