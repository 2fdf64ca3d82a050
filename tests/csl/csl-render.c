/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * csl-render: prints what the engine makes of a file of items, as the reference
 * renderer does, so that both can be compared.
 *
 *   csl-render --style FILE [--locale TAG] [--locales DIR] [--format html|text] ITEMS
 */

#include "config.h"

#include "csl.h"

#include <stdio.h>
#include <string.h>

#define LOCALES "/usr/share/citation-style-language/locales"

int
main (int    argc,
      char **argv)
{
  g_autofree char *style_path = NULL;
  g_autofree char *tag = NULL;
  g_autofree char *locales = NULL;
  g_autofree char *format = NULL;
  g_autofree char *json = NULL;
  g_autofree char *answer = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CslStyle) style = NULL;
  g_autoptr (CslLocale) locale = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GOptionContext) context = g_option_context_new ("ITEMS");
  gsize length;
  const GOptionEntry options[] = {
    { "style", 0, 0, G_OPTION_ARG_FILENAME, &style_path, "A style", "FILE" },
    { "locale", 0, 0, G_OPTION_ARG_STRING, &tag, "A language", "TAG" },
    { "locales", 0, 0, G_OPTION_ARG_FILENAME, &locales, "Folder of locale files", "DIR" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, "html or text", "FORMAT" },
    { NULL }
  };

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || style_path == NULL || argc != 2)
    {
      g_printerr ("csl-render: %s\n", error != NULL ? error->message : "--style FILE and a file of items are needed");
      return 2;
    }

  style = csl_style_load_file (style_path, NULL, NULL, &error);
  if (style != NULL)
    locale = csl_locale_new (style, tag, csl_locale_load_from_dirs, locales != NULL ? locales : (char *) LOCALES, &error);
  if (locale != NULL && g_file_get_contents (argv[1], &json, &length, &error))
    items = csl_items_from_json (json, (gssize) length, &error);
  if (items == NULL)
    {
      g_printerr ("csl-render: %s\n", error->message);
      return 1;
    }

  answer = csl_render_json (style, locale, items, g_strcmp0 (format, "text") == 0 ? CSL_JSON_TEXT : CSL_JSON_HTML);
  printf ("%s\n", answer);
  return 0;
}
