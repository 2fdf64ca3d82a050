/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * offprint-cli convert: files of citations in another format, all in one.
 */

#include "config.h"

#include "command.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "formats.h"

static char *
list_formats (void)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < OFFPRINT_N_FORMATS; i++)
    g_strv_builder_add (names, offprint_format_get_info (i)->name);
  list = g_strv_builder_end (names);

  return g_strjoinv (", ", list);
}

static JsonArray *
load_items (char         **files,
            OffprintExit  *exit)
{
  JsonArray *items = json_array_new ();

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) works = offprint_input_load_works (files[i], exit, &error);

      if (works == NULL)
        {
          offprint_report_error (error->message);
          *exit = OFFPRINT_EXIT_FAILED;
        }
      for (guint j = 0; works != NULL && j < works->len; j++)
        json_array_add_element (items, offprint_work_to_json (g_ptr_array_index (works, j), OFFPRINT_RECORD_DEFAULT));
    }

  return items;
}

/**
 * offprint_command_convert:
 * @name: "convert"
 * @argc: how many arguments
 * @argv: the arguments
 *
 * Prints all works of all files in one format.
 *
 * Returns: how to end
 */
OffprintExit
offprint_command_convert (const char  *name,
                          int          argc,
                          char       **argv)
{
  g_autofree char *to = NULL;
  const GOptionEntry options[] = {
    { "to", 't', 0, G_OPTION_ARG_STRING, &to, N_("The format: ris, enw, bibtex, biblatex or csl-json"), N_("FORMAT") },
    { NULL }
  };
  g_auto (GStrv) files = NULL;
  g_autofree char *text = NULL;
  g_autofree char *message = NULL;
  g_autofree char *formats = list_formats ();
  g_autoptr (JsonArray) items = NULL;
  g_autoptr (GError) error = NULL;
  OffprintFormat format = OFFPRINT_FORMAT_RIS;
  OffprintExit exit = OFFPRINT_EXIT_GOOD;

  if (!offprint_command_parse (name, options, argc, argv, &files, &exit))
    return exit;
  if (to == NULL || !offprint_format_find (to, &format))
    {
      /* Translators: names of formats */
      message = g_strdup_printf (_("“--to” must be one of: %s"), formats);
      return offprint_report_usage (name, message);
    }
  if (files[0] == NULL)
    return offprint_report_usage (name, _("No file is named"));
  items = load_items (files, &exit);
  text = offprint_format_write (format, items, &error);
  if (text == NULL)
    {
      offprint_report_error (error->message);
      return OFFPRINT_EXIT_FAILED;
    }
  fputs (text, stdout);

  return exit;
}
