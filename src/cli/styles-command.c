/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * offprint-cli styles: which styles are installed, one a line: name, title and what kind
 * it is or whose, parted by tabs.
 */

#include "config.h"

#include "command.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

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

/**
 * offprint_command_styles:
 * @name: "styles"
 * @argc: how many arguments
 * @argv: the arguments
 *
 * Lists the styles whose names or titles have words that begin with all given words.
 *
 * Returns: how to end
 */
OffprintExit
offprint_command_styles (const char  *name,
                         int          argc,
                         char       **argv)
{
  g_auto (GStrv) arguments = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *query = NULL;
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "offprint", NULL);
  g_autoptr (OffprintStyleCatalog) catalog = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  OffprintExit exit = OFFPRINT_EXIT_GOOD;

  if (!offprint_command_parse (name, NULL, argc, argv, &arguments, &exit))
    return exit;
  query = g_strjoinv (" ", arguments);
  words = offprint_style_fold_words (query);
  catalog = offprint_style_catalog_new (NULL, folder);
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

      if (offprint_style_info_matches (info, (const char *const *) words))
        print_style (info);
    }

  return exit;
}
