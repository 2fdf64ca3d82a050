/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The door for scripts and checks: offprint-cli COMMAND. No GTK is linked, so it runs
 * where there is no display.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "command.h"

static OffprintExit
show_help (void)
{
  static const char *const names[] = { "read", "fetch", "cite", "convert", "styles" };

  printf ("%s\n  offprint-cli %s\n\n%s\n", _("Usage:"), _("COMMAND [ARGUMENT…]"), _("Commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const OffprintCommand *command = offprint_command_find (names[i]);

      printf ("  %-8s %s\n           %s\n", command->name, command->arguments, _(command->summary));
    }
  printf ("\n%s\n", _("“offprint-cli COMMAND --help” tells more of one; “offprint-cli --version” the version."));

  return OFFPRINT_EXIT_GOOD;
}

static OffprintExit
run (int    argc,
     char **argv)
{
  const OffprintCommand *command = NULL;
  g_autofree char *message = NULL;

  if (argc < 2)
    return offprint_report_usage (NULL, _("No command is named"));
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help"))
    return show_help ();
  if (g_str_equal (argv[1], "--version"))
    {
      printf ("offprint-cli %s\n", PACKAGE_VERSION);
      return OFFPRINT_EXIT_GOOD;
    }
  command = offprint_command_find (argv[1]);
  if (command == NULL)
    {
      /* Translators: what was typed where a command should be */
      message = g_strdup_printf (_("“%s” is no command"), argv[1]);
      return offprint_report_usage (NULL, message);
    }
  /* the program's name takes the command's place */
  argv[1] = argv[0];

  return command->run (command->name, argc - 1, argv + 1);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("offprint-cli");

  return (int) offprint_report_end (run (argc, argv));
}
