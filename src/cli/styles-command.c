/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * offprint-cli styles: which styles are installed, or online, one a line: name, title and
 * what kind it is or whose, parted by tabs.
 */

#include "config.h"

#include "command.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "styles-change.h"
#include "styles.h"

static void
take_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
print_style (OffprintStyleInfo *info)
{
  const char *format = offprint_style_info_get_format (info);
  const char *parent = offprint_style_info_get_parent (info);

  fprintf (stdout, "%s\t%s\t%s\n", offprint_style_info_get_name (info), offprint_style_info_get_title (info),
           format != NULL ? format : parent != NULL ? parent
                                                    : "");
}

static OffprintExit
list_installed (OffprintStyleCatalog *catalog,
                const char *const    *words)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  OffprintExit exit = OFFPRINT_EXIT_GOOD;

  offprint_style_catalog_load_async (catalog, NULL, take_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (!offprint_style_catalog_load_finish (catalog, result, &error))
    {
      offprint_report_error (error->message);
      exit = OFFPRINT_EXIT_FAILED;
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (catalog)); i++)
    {
      g_autoptr (OffprintStyleInfo) info = g_list_model_get_item (G_LIST_MODEL (catalog), i);

      if (offprint_style_info_matches (info, words))
        print_style (info);
    }

  return exit;
}

static OffprintExit
list_online (const char *const *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) infos = offprint_styles_fetch_list (&error);

  if (infos == NULL)
    {
      offprint_report_error (error->message);
      return OFFPRINT_EXIT_FAILED;
    }
  for (guint i = 0; i < infos->len; i++)
    if (offprint_style_info_matches (infos->pdata[i], words))
      print_style (infos->pdata[i]);

  return OFFPRINT_EXIT_GOOD;
}

static const char *
find_fault (gboolean   installs,
            gboolean   removes,
            gboolean   is_online,
            char     **arguments)
{
  if (installs + removes + is_online > 1)
    return _("“--install”, “--remove” and “--online” do not go together");
  if (installs && arguments[0] == NULL)
    return _("No file, address or name of a style is named");
  if (removes && arguments[0] == NULL)
    return _("No style is named");

  return NULL;
}

/**
 * offprint_command_styles:
 * @name: "styles"
 * @argc: how many arguments
 * @argv: the arguments
 *
 * Lists the styles whose names, titles or fields have words that begin with all given words;
 * or installs or removes some.
 *
 * Returns: how to end
 */
OffprintExit
offprint_command_styles (const char  *name,
                         int          argc,
                         char       **argv)
{
  gboolean installs = FALSE;
  gboolean removes = FALSE;
  gboolean is_online = FALSE;
  const GOptionEntry options[] = {
    { "install", 0, 0, G_OPTION_ARG_NONE, &installs, N_("Install styles: files, addresses, or names of the online repository"), NULL },
    { "remove", 0, 0, G_OPTION_ARG_NONE, &removes, N_("Remove styles that were installed here"), NULL },
    { "online", 0, 0, G_OPTION_ARG_NONE, &is_online, N_("List the styles of the online repository"), NULL },
    { NULL }
  };
  g_auto (GStrv) arguments = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *query = NULL;
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "offprint", NULL);
  g_autoptr (OffprintStyleCatalog) catalog = NULL;
  OffprintExit exit = OFFPRINT_EXIT_GOOD;

  if (!offprint_command_parse (name, options, argc, argv, &arguments, &exit))
    return exit;
  if (find_fault (installs, removes, is_online, arguments) != NULL)
    return offprint_report_usage (name, find_fault (installs, removes, is_online, arguments));
  query = g_strjoinv (" ", arguments);
  words = offprint_style_fold_words (query);
  catalog = offprint_style_catalog_new (NULL, folder);
  if (installs)
    return offprint_styles_install (catalog, arguments);
  if (removes)
    return offprint_styles_remove (catalog, arguments);

  return is_online ? list_online ((const char *const *) words) : list_installed (catalog, (const char *const *) words);
}
