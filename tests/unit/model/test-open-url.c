/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a work is as an OpenURL: ANSI/NISO Z39.88-2004 and its matrices decide the keys.
 */

#include "config.h"

#include "open-url.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *record;
  const char *has[16];  /* parameters, as they stand in the query */
  const char *lacks[4]; /* beginnings of parameters */
} Case;

static const Case cases[] = {
  { "chapter",
    "{\"id\":\"a\",\"type\":\"chapter\",\"title\":\"On R&D: A Study\",\"container-title\":\"The Book\",\"publisher\":\"Tidewater Press\",\"publisher-place\":\"Cham\","
    "\"author\":[{\"family\":\"Quill\",\"given\":\"Ada B.\"},{\"family\":\"Marrow\",\"given\":\"Bo\"}],\"editor\":[{\"family\":\"Yoder\"}],"
    "\"issued\":{\"date-parts\":[[2022]]},\"page\":\"11–19\",\"ISBN\":\"9783030939816 9783030939823\",\"DOI\":\"10.5555/sample_7\"}",
    { "url_ver=Z39.88-2004", "ctx_ver=Z39.88-2004", "rft_id=info%3Adoi%2F10.5555%2Fsample_7", "rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Abook",
      "rft.genre=bookitem", "rft.atitle=On%20R%26D%3A%20A%20Study", "rft.btitle=The%20Book", "rft.aulast=Quill", "rft.aufirst=Ada%20B.",
      "rft.au=Marrow%2C%20Bo", "rft.date=2022", "rft.isbn=9783030939816", "rft.spage=11", "rft.epage=19", "rft.pub=Tidewater%20Press" },
    { "rft.au=Yoder", "rft.jtitle" } },
  { "article",
    "{\"id\":\"a\",\"type\":\"article-journal\",\"title\":\"T\",\"container-title\":\"Annals of Waiting\",\"volume\":\"7\",\"issue\":\"2\",\"page\":\"e123\",\"ISSN\":\"1234-5679 0000-0000\","
    "\"issued\":{\"date-parts\":[[2021,3,9]]},\"PMID\":\"19008416\",\"DOI\":\"10.5555/a\",\"author\":[{\"literal\":\"The Working Group\"}]}",
    { "rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal", "rft.genre=article", "rft.atitle=T", "rft.jtitle=Annals%20of%20Waiting", "rft.volume=7", "rft.issue=2",
      "rft.issn=1234-5679", "rft.pages=e123", "rft.spage=e123", "rft.date=2021-03-09", "rft_id=info%3Apmid%2F19008416", "rft.au=The%20Working%20Group" },
    { "rft.epage", "rft.aulast", "rft.btitle" } },
  { "edited book",
    "{\"id\":\"a\",\"type\":\"book\",\"title\":\"B\",\"editor\":[{\"family\":\"Yoder\",\"given\":\"B.\"}],\"ISBN\":\"9783030939816\",\"edition\":\"2\",\"issued\":{\"date-parts\":[[2020,11]]}}",
    { "rft.genre=book", "rft.btitle=B", "rft.aulast=Yoder", "rft_id=urn%3AISBN%3A9783030939816", "rft.edition=2", "rft.date=2020-11" },
    { "rft.atitle", "rft_id=info" } },
  { "thesis",
    "{\"id\":\"a\",\"type\":\"thesis\",\"title\":\"T\",\"publisher\":\"University of X\",\"genre\":\"PhD\",\"author\":[{\"family\":\"Q\"}]}",
    { "rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adissertation", "rft.title=T", "rft.inst=University%20of%20X", "rft.degree=PhD", "rft.aulast=Q" },
    { "rft.genre", "rft.btitle" } },
  { "paper in a book",
    "{\"id\":\"a\",\"type\":\"paper-conference\",\"title\":\"T\",\"container-title\":\"Proceedings\",\"ISBN\":\"9783030939816\"}",
    { "rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Abook", "rft.genre=proceeding", "rft.atitle=T", "rft.btitle=Proceedings" },
    { NULL } },
  { "paper in a journal",
    "{\"id\":\"a\",\"type\":\"paper-conference\",\"title\":\"T\",\"container-title\":\"Proceedings\",\"ISSN\":\"1234-5679\"}",
    { "rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal", "rft.genre=proceeding", "rft.jtitle=Proceedings" },
    { "rft.btitle" } },
  { "report without a series", "{\"id\":\"a\",\"type\":\"report\",\"title\":\"T\"}", { "rft.genre=report", "rft.btitle=T" }, { "rft.atitle" } },
  { "preprint", "{\"id\":\"a\",\"type\":\"article\",\"title\":\"T\",\"DOI\":\"10.48550/arxiv.1706.03762\"}", { "rft.genre=preprint", "rft.atitle=T" }, { NULL } },
  { "dataset",
    "{\"id\":\"a\",\"type\":\"dataset\",\"title\":\"T\",\"author\":[{\"family\":\"Q\",\"given\":\"A\"}],\"custom\":{\"offprint\":{\"version\":1,\"links\":[{\"rel\":\"landing\",\"url\":\"https://a.example/1?x=1&y\"}]}}}",
    { "rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc", "rft.title=T", "rft.creator=Q%2C%20A", "rft.type=dataset", "rft_id=https%3A%2F%2Fa.example%2F1%3Fx%3D1%26y" },
    { "rft.genre" } },
  { "markup is no part of a title", "{\"id\":\"a\",\"type\":\"book\",\"title\":\"Of <i>Mice</i>\"}", { "rft.btitle=Of%20Mice" }, { NULL } },
};

static void
test_query (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (JsonNode) node = json_from_string (c->record, NULL);
  g_autoptr (OffprintWork) work = offprint_work_new_from_json (node, NULL);
  g_autofree char *query = offprint_open_url_dup_query (work);
  g_auto (GStrv) parameters = g_strsplit (query, "&", -1);

  for (gsize i = 0; i < G_N_ELEMENTS (c->has) && c->has[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char *const *) parameters, c->has[i]))
        g_test_message ("%s: %s", c->has[i], query);
      g_assert_true (g_strv_contains ((const char *const *) parameters, c->has[i]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (c->lacks) && c->lacks[i] != NULL; i++)
    for (gsize j = 0; parameters[j] != NULL; j++)
      g_assert_false (g_str_has_prefix (parameters[j], c->lacks[i]));
}

/* Long titles, many people: no address that a server would refuse. */
static void
test_bounds (void)
{
  g_autofree char *title = g_strnfill (5000, 'x');
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *record = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (OffprintWork) work = NULL;
  g_autofree char *query = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (names, "%s{\"family\":\"Имя%u\",\"given\":\"Имя\"}", i > 0 ? "," : "", i);
  record = g_strdup_printf ("{\"id\":\"a\",\"type\":\"chapter\",\"title\":\"%s\",\"container-title\":\"%s\",\"DOI\":\"10.5555/a\",\"author\":[%s]}", title, title, names->str);
  node = json_from_string (record, NULL);
  work = offprint_work_new_from_json (node, NULL);
  query = offprint_open_url_dup_query (work);
  g_assert_cmpuint (strlen (query), <=, 4000);
  g_assert_nonnull (strstr (query, "10.5555%2Fa"));
  g_assert_nonnull (strstr (query, "rft.atitle=xxx"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/open-url/query/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_query);
    }
  g_test_add_func ("/open-url/bounds", test_bounds);
  return g_test_run ();
}
