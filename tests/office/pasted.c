/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * pasted: writes what a copy of a citation puts on the clipboard, as files.
 *
 *   pasted STYLE.csl RECORD.json FOLDER
 *
 * makes entry.html, entry.rtf, cite.html and cite.rtf.
 */

#include "config.h"

#include <json-glib/json-glib.h>

#include "flavours.h"

static void
write_flavours (GPtrArray  *flavours,
                const char *folder,
                const char *name)
{
  static const struct
  {
    const char *media_type;
    const char *suffix;
  } kinds[] = { { "text/html", "html" }, { "text/rtf", "rtf" } };

  for (guint i = 0; i < flavours->len; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
      {
        OffprintFlavour *flavour = flavours->pdata[i];
        g_autofree char *file = g_strdup_printf ("%s/%s.%s", folder, name, kinds[k].suffix);

        if (g_str_equal (flavour->media_type, kinds[k].media_type))
          g_assert_true (g_file_set_contents (file, g_bytes_get_data (flavour->bytes, NULL), (gssize) g_bytes_get_size (flavour->bytes), NULL));
      }
}

static void
write_citation (OffprintCiter    *citer,
                OffprintWork     *work,
                OffprintCiteMode  mode,
                const char       *folder,
                const char       *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintRichText) citation = offprint_citer_cite (citer, work, mode, &error);
  g_autoptr (GPtrArray) flavours = NULL;

  g_assert_no_error (error);
  flavours = offprint_flavours_new_for_citation (citation, work, mode == OFFPRINT_CITE_BIBLIOGRAPHY && offprint_citer_has_hanging_indent (citer));
  write_flavours (flavours, folder, name);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (OffprintStyleCatalog) catalog = offprint_style_catalog_new (NULL, NULL);
  g_autoptr (OffprintCiter) citer = NULL;
  g_autoptr (OffprintWork) work = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (argc, ==, 4);
  json_parser_load_from_file (parser, argv[2], &error);
  g_assert_no_error (error);
  work = offprint_work_new_from_json (json_parser_get_root (parser), &error);
  g_assert_no_error (error);
  citer = offprint_citer_new (catalog, argv[1], "en-US", &error);
  g_assert_no_error (error);
  write_citation (citer, work, OFFPRINT_CITE_BIBLIOGRAPHY, argv[3], "entry");
  write_citation (citer, work, OFFPRINT_CITE_IN_TEXT, argv[3], "cite");
  return 0;
}
