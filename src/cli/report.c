/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What went wrong, one line each, so that a script can count and a person can read. What
 * a file or a service says may hold anything, and a terminal obeys what it is told.
 */

#include "config.h"

#include "command.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "read.h"

/**
 * offprint_report_error:
 * @message: a sentence that names the file and the place
 *
 * Prints an error: one line, without what a terminal would obey.
 */
void
offprint_report_error (const char *message)
{
  g_autofree char *line = offprint_text_clean_line (message, -1);

  fprintf (stderr, "offprint-cli: %s\n", line);
}

/**
 * offprint_report_usage:
 * @command: (nullable): the command
 * @message: what is wrong
 *
 * Prints what is wrong with how the program was called, and where to read more.
 *
 * Returns: how to end
 */
OffprintExit
offprint_report_usage (const char *command,
                       const char *message)
{
  g_autofree char *help = g_strdup_printf ("offprint-cli %s%s--help", command != NULL ? command : "", command != NULL ? " " : "");
  /* Translators: what is wrong, and what to type to read how it is right */
  g_autofree char *line = g_strdup_printf (_("%s; see “%s”"), message, help);

  offprint_report_error (line);

  return OFFPRINT_EXIT_USAGE;
}

/**
 * offprint_report_end:
 * @exit: how it went so far
 *
 * A full disk shows only when all has been written.
 *
 * Returns: how to end
 */
OffprintExit
offprint_report_end (OffprintExit exit)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return exit;
  offprint_report_error (_("The standard output could not be written"));

  return OFFPRINT_EXIT_FAILED;
}
