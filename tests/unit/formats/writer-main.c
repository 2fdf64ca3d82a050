/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs a writer's table. The works are invented.
 */

#include "config.h"

#include "writer-main.h"

const char writer_chapter[] =
  "{'id': 'x1', 'type': 'chapter', 'title': 'On <i>Homo ludens</i> & the DNA of Play',"
  " 'author': [{'family': 'Berg', 'given': 'Jan', 'non-dropping-particle': 'van der'}, {'family': 'King', 'given': 'Ann', 'suffix': 'Jr.'},"
  "            {'literal': 'Institute of Games, Basel'}],"
  " 'editor': [{'family': 'Ñandú', 'given': 'Zoë'}], 'translator': [{'family': 'Roe', 'given': 'R.'}],"
  " 'collection-editor': [{'family': 'Series', 'given': 'S.'}],"
  " 'container-title': 'A Handbook of Play', 'collection-title': 'Studies', 'collection-number': '12', 'edition': '2',"
  " 'chapter-number': '7', 'page': '71–88', 'publisher': 'Example & Sons', 'publisher-place': 'Cham',"
  " 'issued': {'date-parts': [[2022, 5, 1]]}, 'accessed': {'date-parts': [[2026, 11]]}, 'ISBN': '9783030939816',"
  " 'DOI': '10.1000/978_7', 'language': 'en', 'abstract': 'One.\\n\\nTwo 5%.', 'keyword': 'play, games'}";

typedef struct
{
  OffprintFormat format;
  const WriterCase *writer_case;
} Data;

static void
test_case (gconstpointer user_data)
{
  const Data *data = user_data;
  g_autofree char *text = support_write (data->format, data->writer_case->json);

  g_assert_cmpstr (text, ==, data->writer_case->text);
}

int
writer_main (int                argc,
             char             **argv,
             OffprintFormat     format,
             const WriterCase  *cases,
             gsize              n_cases)
{
  g_autofree Data *data = g_new0 (Data, n_cases);

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strdup_printf ("/formats/%s/%s", offprint_format_get_info (format)->name, cases[i].path);

      data[i].format = format;
      data[i].writer_case = &cases[i];
      g_test_add_data_func (path, &data[i], test_case);
    }
  return g_test_run ();
}
