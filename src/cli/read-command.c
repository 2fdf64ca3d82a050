/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * offprint-cli read: what stands in files, saved pages or records, as records. A file that cannot be read is told
 * and the others are read.
 */

#include "config.h"

#include "command.h"

#include <glib/gi18n-lib.h>

#include "records-output.h"

/**
 * offprint_command_read:
 * @name: "read"
 * @argc: how many arguments
 * @argv: the arguments
 *
 * Prints a JSON array of records.
 *
 * Returns: how to end
 */
OffprintExit
offprint_command_read (const char  *name,
                       int          argc,
                       char       **argv)
{
  gboolean with_sources = FALSE;
  const GOptionEntry options[] = {
    { "sources", 0, 0, G_OPTION_ARG_NONE, &with_sources, N_("Print what each source said, too"), NULL },
    { NULL }
  };
  g_auto (GStrv) files = NULL;
  OffprintExit exit = OFFPRINT_EXIT_GOOD;
  OffprintRecordsOutput output = { 0 };

  if (!offprint_command_parse (name, options, argc, argv, &files, &exit))
    return exit;
  if (files[0] == NULL)
    return offprint_report_usage (name, _("No file is named"));
  output.flags = with_sources ? OFFPRINT_RECORD_WITH_READINGS : OFFPRINT_RECORD_DEFAULT;
  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) works = offprint_input_load_works (files[i], &exit, &error);

      if (works == NULL)
        {
          offprint_report_error (error->message);
          exit = OFFPRINT_EXIT_FAILED;
          continue;
        }
      for (guint j = 0; j < works->len; j++)
        offprint_records_output_add (&output, g_ptr_array_index (works, j));
    }
  offprint_records_output_end (&output);

  return exit;
}
