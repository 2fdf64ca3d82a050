/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of commands, and how all of them take options: the same words for the same
 * things, help on the standard output, what is wrong in one line on the other.
 */

#include "config.h"

#include "command.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static const OffprintCommand commands[] = {
  { "read", "[--sources] FILE…", N_("Print the records in saved pages of publishers and files of Crossref, DataCite or CSL-JSON"), offprint_command_read },
  { "fetch", "[--sources] [--no-page] ID…", N_("Print the records of DOIs and other identifiers, from registries and the publisher’s page"), offprint_command_fetch },
  { "cite", "[OPTION…] FILE|ID…", N_("Print citations in a style"), offprint_command_cite },
  { "convert", "--to FORMAT FILE…", N_("Print files of citations in another format"), offprint_command_convert },
  { "styles", "[--online] [WORD…] | --install FILE|ADDRESS|NAME… | --remove NAME…", N_("List, install and remove citation styles"), offprint_command_styles },
};

/**
 * offprint_command_find:
 * @name: a command's name
 *
 * Returns: (transfer none) (nullable): the command, if there is one of that name
 */
const OffprintCommand *
offprint_command_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];

  return NULL;
}

static GOptionContext *
new_context (const OffprintCommand   *command,
             const GOptionEntry      *options,
             gboolean                *is_help,
             gboolean                *is_version,
             char                  ***arguments)
{
  g_autofree char *usage = g_strdup_printf ("%s %s", command->name, command->arguments);
  GOptionContext *context = g_option_context_new (usage);
  const GOptionEntry common[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, is_help, N_("Show what the command does"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, is_version, N_("Show the version"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, arguments, NULL, NULL },
    { NULL }
  };

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _(command->summary));
  if (options != NULL)
    g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);

  return context;
}

/**
 * offprint_command_parse:
 * @name: the command
 * @options: (nullable): its own options
 * @argc: how many arguments
 * @argv: the arguments; the first is the program's name
 * @arguments: (out) (transfer full): what is left
 * @exit: (out): how to end, if it is not to go on
 *
 * Returns: whether the command is to go on
 */
gboolean
offprint_command_parse (const char           *name,
                        const GOptionEntry   *options,
                        int                   argc,
                        char                **argv,
                        char               ***arguments,
                        OffprintExit         *exit)
{
  gboolean is_help = FALSE;
  gboolean is_version = FALSE;
  const OffprintCommand *command = offprint_command_find (name);
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *help = NULL;

  *arguments = NULL;
  *exit = OFFPRINT_EXIT_GOOD;
  g_return_val_if_fail (command != NULL, FALSE);
  context = new_context (command, options, &is_help, &is_version, arguments);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      *exit = offprint_report_usage (name, error->message);
      return FALSE;
    }
  if (*arguments == NULL)
    *arguments = g_new0 (char *, 1);
  if (is_help)
    {
      help = g_option_context_get_help (context, TRUE, NULL);
      printf ("%s", help);
      return FALSE;
    }
  if (is_version)
    printf ("offprint-cli %s\n", PACKAGE_VERSION);

  return !is_version;
}
