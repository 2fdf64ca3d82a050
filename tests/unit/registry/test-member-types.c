/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Oddities that occur pass; types that no source gives are named with their place.
 */

#include "config.h"

#include "member-types.h"

typedef struct
{
  const char *path;
  const char *work;
  const char *place; /* NULL: it passes */
} Case;

static const Case cases[] = {
  { "crossref", "{\"DOI\":\"10.1/a\",\"type\":\"book\",\"title\":[\"T\",null],\"author\":[{\"family\":\"D\"}],\"issued\":{\"date-parts\":[[2020]]}}", NULL },
  { "csl", "{\"id\":7,\"type\":\"book\",\"title\":1984,\"author\":[\"Doe\"],\"issued\":\"2020\"}", NULL },
  { "nothings", "{\"id\":[],\"type\":null,\"title\":{},\"author\":\"\",\"issued\":[],\"DOI\":null,\"reference\":{}}", NULL },
  { "date-null", "{\"title\":\"T\",\"issued\":{\"date-parts\":[[null]]}}", NULL },
  { "datacite", "{\"doi\":\"10.1/a\",\"titles\":[{\"title\":\"T\"}],\"creators\":[{\"name\":\"D\"}],\"publicationYear\":\"2020\"}", NULL },
  { "datacite-old", "{\"titles\":{\"title\":\"T\"},\"publicationYear\":2020}", NULL },
  { "title-object", "{\"title\":{\"a\":1}}", "/title" },
  { "title-of-objects", "{\"title\":[\"T\",{\"a\":1}]}", "/title/1" },
  { "author-text", "{\"author\":\"Doe\"}", "/author" },
  { "author-object", "{\"author\":{\"family\":\"D\"}}", "/author" },
  { "author-numbers", "{\"author\":[7]}", "/author/0" },
  { "type-number", "{\"type\":7}", "/type" },
  { "id-list", "{\"id\":[\"a\"]}", "/id" },
  { "doi-number", "{\"DOI\":10.5}", "/DOI" },
  { "issued-true", "{\"issued\":true}", "/issued" },
  { "date-parts-text", "{\"issued\":{\"date-parts\":\"x\"}}", "/issued/date-parts" },
  { "reference-text", "{\"reference\":\"none\"}", "/reference" },
  { "creators-text", "{\"creators\":\"Doe\"}", "/creators" },
};

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (JsonNode) node = json_from_string (row->work, NULL);
  g_autofree char *place = offprint_member_types_find_fault (json_node_get_object (node), "");

  g_assert_cmpstr (place, ==, row->place);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/member-types/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
