/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What becomes a link in a note, and what must not.
 */

#include "config.h"

#include "cited-works.h"

#include <string.h>

#include "read.h"
#include "work.h"
#include "write.h"

static const char references[] =
  "[{\"item\":{\"type\":\"article-journal\",\"title\":\"On the Patience of Small Machines\",\"author\":[{\"family\":\"Quill\"}],\"issued\":{\"date-parts\":[[2007]]},\"DOI\":\"10.5555/patience\"}},"
  "{\"item\":{\"type\":\"book\",\"title\":\"Borders\",\"author\":[{\"family\":\"O’Marrow\"}],\"issued\":{\"date-parts\":[[2011]]},\"DOI\":\"10.5555/borders\"}},"
  "{\"item\":{\"type\":\"book\",\"title\":\"One Book\",\"author\":[{\"family\":\"Twin\"}],\"issued\":{\"date-parts\":[[2012]]},\"DOI\":\"10.5555/one\"}},"
  "{\"item\":{\"type\":\"book\",\"title\":\"Another Book\",\"author\":[{\"family\":\"Twin\"}],\"issued\":{\"date-parts\":[[2012]]}}},"
  "{\"item\":{\"type\":\"book\",\"title\":\"Part 1 of the Ferries 2\",\"DOI\":\"10.5555/part\"}},"
  "{\"item\":{\"type\":\"book\",\"title\":\"A Long Title That Has No DOI At All\"}},"
  "{\"text\":\"<p>As printed only, with a long line of words</p>\"}]";

typedef struct
{
  const char *name;
  const char *text; /* stored */
  const char *linked;
} Case;

static const Case cases[] = {
  { "nothing", "<p>They further claim that.</p>", "<p>They further claim that.</p>" },
  { "title", "<p>See A. Quill, “On the Patience of Small Machines,” Annals 7:2.</p>",
    "<p>See A. Quill, “<a href=\"https://doi.org/10.5555/patience\">On the Patience of Small Machines</a>,” Annals 7:2.</p>" },
  { "title in other signs", "<p>on the patience of small-machines</p>", "<p><a href=\"https://doi.org/10.5555/patience\">on the patience of small-machines</a></p>" },
  { "title in italics", "<p>In <i>On the Patience of Small Machines</i>, 3.</p>",
    "<p>In <a href=\"https://doi.org/10.5555/patience\"><i>On the Patience of Small Machines</i></a>, 3.</p>" },
  { "title half in italics", "<p>On the <i>Patience</i> of Small Machines</p>",
    "<p><a href=\"https://doi.org/10.5555/patience\">On the <i>Patience</i> of Small Machines</a></p>" },
  { "part of a longer word", "<p>On the Patience of Small Machinesmith</p>", "<p>On the Patience of Small Machinesmith</p>" },
  { "title and page", "<p>“Part 1 of the Ferries,” 2; “Part 1 of the Ferries 2”.</p>",
    "<p>“Part 1 of the Ferries,” 2; “<a href=\"https://doi.org/10.5555/part\">Part 1 of the Ferries 2</a>”.</p>" },
  { "short title", "<p>Borders are lines.</p>", "<p>Borders are lines.</p>" },
  { "name and year", "<p>Cf. Quill 2007, 3; O'Marrow (2011).</p>",
    "<p>Cf. <a href=\"https://doi.org/10.5555/patience\">Quill 2007</a>, 3; <a href=\"https://doi.org/10.5555/borders\">O&apos;Marrow (2011</a>).</p>" },
  { "name and comma", "<p>Quill, 2007</p>", "<p><a href=\"https://doi.org/10.5555/patience\">Quill, 2007</a></p>" },
  { "name and another year", "<p>Quill 2008, Quill 20071</p>", "<p>Quill 2008, Quill 20071</p>" },
  { "name of two works", "<p>Twin 2012</p>", "<p>Twin 2012</p>" },
  { "no DOI", "<p>A Long Title That Has No DOI At All</p>", "<p>A Long Title That Has No DOI At All</p>" },
  { "address", "<p>At https://a.example/x_(1). Then.</p>", "<p>At <a href=\"https://a.example/x_(1)\">https://a.example/x_(1)</a>. Then.</p>" },
  { "two addresses alike", "<p>https://a.example/1 and https://a.example/1</p>",
    "<p><a href=\"https://a.example/1\">https://a.example/1</a> and <a href=\"https://a.example/1\">https://a.example/1</a></p>" },
  { "DOI", "<p>doi:10.5555/x, p. 3</p>", "<p><a href=\"https://doi.org/10.5555/x\">doi:10.5555/x</a>, p. 3</p>" },
  { "link stays", "<p>See <a href=\"https://b.example/\">On the Patience of Small Machines</a></p>", "<p>See <a href=\"https://b.example/\">On the Patience of Small Machines</a></p>" },
  { "ISBN", "<p>(ISBN 978-3-030-93981-6), 2022</p>", NULL },
  { "wrong ISBN", "<p>ISBN 978-3-030-93981-7</p>", "<p>ISBN 978-3-030-93981-7</p>" },
  { "ISBN without a number", "<p>ISBN unknown; ISBN</p>", "<p>ISBN unknown; ISBN</p>" },
  { "two paragraphs", "<p>One.</p><p>Quill 2007</p>", "<p>One.</p><p><a href=\"https://doi.org/10.5555/patience\">Quill 2007</a></p>" },
};

static OffprintWork *
new_work (void)
{
  g_autofree char *json = g_strdup_printf ("{\"id\":\"a\",\"type\":\"chapter\",\"title\":\"T\",\"custom\":{\"offprint\":{\"version\":1,\"references\":%s}}}", references);
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  g_autoptr (GError) error = NULL;
  OffprintWork *work = offprint_work_new_from_json (node, &error);

  g_assert_no_error (error);
  return work;
}

static void
test_link (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (OffprintWork) work = new_work ();
  g_autoptr (OffprintCitedWorks) cited = offprint_cited_works_new (offprint_work_get_references (work));
  g_autoptr (OffprintRichText) text = offprint_rich_text_new_from_stored (c->text, -1, NULL);
  g_autoptr (OffprintRichText) linked = offprint_cited_works_link (cited, text);
  g_autofree char *stored = offprint_rich_text_to_stored (linked);
  g_autofree char *before = offprint_rich_text_to_plain (text);
  g_autofree char *after = offprint_rich_text_to_plain (linked);

  g_assert_cmpstr (after, ==, before);
  if (c->linked != NULL)
    g_assert_cmpstr (stored, ==, c->linked);
}

static void
test_none (void)
{
  g_autoptr (GListStore) none = g_list_store_new (OFFPRINT_TYPE_REFERENCE);
  g_autoptr (OffprintCitedWorks) cited = offprint_cited_works_new (G_LIST_MODEL (none));
  g_autoptr (OffprintRichText) text = offprint_rich_text_new_plain ("Quill 2007");
  g_autoptr (OffprintRichText) linked = offprint_cited_works_link (cited, text);

  g_assert_true (offprint_rich_text_equal (text, linked));
}

static void
test_isbn (void)
{
  g_autoptr (OffprintWork) work = new_work ();
  g_autoptr (OffprintCitedWorks) cited = offprint_cited_works_new (offprint_work_get_references (work));
  g_autoptr (OffprintRichText) text = offprint_rich_text_new_plain ("(ISBN 978-3-030-93981-6), 2022");
  g_autoptr (OffprintRichText) linked = offprint_cited_works_link (cited, text);
  const OffprintBlock *block = offprint_rich_text_get_block (linked, 0);

  g_assert_cmpuint (block->n_runs, ==, 3);
  g_assert_cmpstr (block->runs[1].text, ==, "ISBN 978-3-030-93981-6");
  g_assert_cmpstr (block->runs[1].href, ==, "urn:isbn:9783030939816");
}

/* A note as long as a chapter, a thousand works: bounded. */
static void
test_long (void)
{
  g_autoptr (GString) long_text = g_string_new (NULL);
  g_autoptr (OffprintWork) work = new_work ();
  g_autoptr (OffprintCitedWorks) cited = offprint_cited_works_new (offprint_work_get_references (work));
  g_autoptr (OffprintRichText) text = NULL;
  g_autoptr (OffprintRichText) linked = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (long_text, "Quill 2007 ");
  text = offprint_rich_text_new_plain (long_text->str);
  linked = offprint_cited_works_link (cited, text);
  g_assert_true (offprint_rich_text_equal (text, linked)); /* too long to be looked through */
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cited-works/link/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_link);
    }
  g_test_add_func ("/cited-works/none", test_none);
  g_test_add_func ("/cited-works/isbn", test_isbn);
  g_test_add_func ("/cited-works/long", test_long);
  return g_test_run ();
}
