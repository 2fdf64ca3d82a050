/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * offprint-cli fetch: what the registries and the publisher’s page say of identifiers, as
 * records. One after the other, for services ask that of programs.
 */

#include "config.h"

#include "command.h"

#include <glib/gi18n-lib.h>

#include "records-output.h"

/**
 * offprint_command_fetch:
 * @name: "fetch"
 * @argc: how many arguments
 * @argv: the arguments
 *
 * Prints a JSON array of records.
 *
 * Returns: how to end
 */
OffprintExit
offprint_command_fetch (const char  *name,
                        int          argc,
                        char       **argv)
{
  gboolean with_sources = FALSE;
  gboolean without_page = FALSE;
  const GOptionEntry options[] = {
    { "sources", 0, 0, G_OPTION_ARG_NONE, &with_sources, N_("Print what each source said, too"), NULL },
    { "no-page", 0, 0, G_OPTION_ARG_NONE, &without_page, N_("Ask the registries only, not the publisher’s page"), NULL },
    { NULL }
  };
  g_auto (GStrv) identifiers = NULL;
  OffprintExit exit = OFFPRINT_EXIT_GOOD;
  OffprintRecordsOutput output = { 0 };

  if (!offprint_command_parse (name, options, argc, argv, &identifiers, &exit))
    return exit;
  if (identifiers[0] == NULL)
    return offprint_report_usage (name, _("No identifier is named"));
  output.flags = with_sources ? OFFPRINT_RECORD_WITH_READINGS : OFFPRINT_RECORD_DEFAULT;
  for (guint i = 0; identifiers[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (OffprintWork) work = offprint_input_fetch_work (identifiers[i], !without_page, &error);

      if (work != NULL)
        offprint_records_output_add (&output, work);
      else
        {
          offprint_report_error (error->message);
          exit = OFFPRINT_EXIT_FAILED;
        }
    }
  offprint_records_output_end (&output);

  return exit;
}
