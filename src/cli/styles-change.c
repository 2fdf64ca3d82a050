/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * offprint-cli styles --install, --remove and --online: a file is installed without asking
 * anybody; a name or an address is asked of the network, and so is a parent that is missing
 * then.
 */

#include "config.h"

#include "styles-change.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "cite-error.h"
#include "style-fetch.h"
#include "style-install.h"
#include "style-online.h"

static void
take_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static GBytes *
fetch (const char  *what,
       GError     **error)
{
  g_autoptr (OffprintHttp) http = offprint_input_new_http ();
  g_autoptr (OffprintEndpoints) endpoints = offprint_endpoints_new (NULL);
  g_autoptr (GAsyncResult) result = NULL;

  if (what != NULL)
    offprint_style_fetch_async (http, endpoints, what, NULL, take_result_cb, &result);
  else
    offprint_style_fetch_list_async (http, endpoints, NULL, take_result_cb, &result);
  wait_for (&result);
  return offprint_style_fetch_finish (http, result, error);
}

/**
 * offprint_styles_fetch_list:
 * @error: return location for an error
 *
 * Asks the repository for its list of styles.
 *
 * Returns: (transfer full) (element-type OffprintStyleInfo): the styles, or `NULL` with
 *   @error set
 */
GPtrArray *
offprint_styles_fetch_list (GError **error)
{
  g_autoptr (GBytes) list = fetch (NULL, error);

  return list != NULL ? offprint_style_online_read (list, error) : NULL;
}

static OffprintNewStyle *
read_file (OffprintStyleCatalog  *catalog,
           const char            *path,
           GError               **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GAsyncResult) result = NULL;

  offprint_new_style_load_async (catalog, file, NULL, take_result_cb, &result);
  wait_for (&result);
  return offprint_new_style_finish (result, error);
}

static OffprintNewStyle *
read_fetched (OffprintStyleCatalog  *catalog,
              const char            *what,
              GError               **error)
{
  g_autoptr (GBytes) xml = fetch (what, error);
  g_autoptr (GAsyncResult) result = NULL;

  if (xml == NULL)
    return NULL;
  offprint_new_style_read_async (catalog, xml, what, NULL, take_result_cb, &result);
  wait_for (&result);
  return offprint_new_style_finish (result, error);
}

static const char *
tell_standing (OffprintNewStyle *style)
{
  switch (offprint_new_style_get_standing (style))
    {
    case OFFPRINT_STYLE_IS_NEW:
      return "installed";
    case OFFPRINT_STYLE_IS_UPDATE:
      return "updated";
    case OFFPRINT_STYLE_IS_INSTALLED:
      return "unchanged";
    }
  return "";
}

static void
print_style (OffprintNewStyle *style)
{
  fprintf (stdout, "%s\t%s\t%s\n", offprint_new_style_get_name (style), offprint_new_style_get_title (style), tell_standing (style));
}

static gboolean
install (OffprintStyleCatalog  *catalog,
         OffprintNewStyle      *style,
         OffprintNewStyle      *parent,
         GError               **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (OffprintStyleChange) change = NULL;

  offprint_style_install_async (catalog, style, parent, NULL, take_result_cb, &result);
  wait_for (&result);
  change = offprint_style_install_finish (catalog, result, error);
  if (change == NULL)
    return FALSE;
  if (parent != NULL)
    print_style (parent);
  print_style (style);
  if (offprint_new_style_get_slip (style) != NULL)
    offprint_report_error (offprint_new_style_get_slip (style));
  return TRUE;
}

/* What looks like a file is one, there or not: nobody on the network is told of it */
static gboolean
is_path (const char *what)
{
  if (g_file_test (what, G_FILE_TEST_EXISTS))
    return TRUE;
  return strstr (what, "://") == NULL && (strchr (what, G_DIR_SEPARATOR) != NULL || g_str_has_suffix (what, ".csl"));
}

static gboolean
install_one (OffprintStyleCatalog  *catalog,
             const char            *what,
             GError               **error)
{
  gboolean is_file = is_path (what);
  g_autoptr (OffprintNewStyle) style = is_file ? read_file (catalog, what, error) : read_fetched (catalog, what, error);
  g_autoptr (OffprintNewStyle) parent = NULL;
  const char *wanted = style != NULL ? offprint_new_style_get_parent (style) : NULL;

  if (style == NULL)
    return FALSE;
  if (offprint_new_style_lacks_parent (style) && is_file)
    {
      g_set_error (error, OFFPRINT_CITE_ERROR, OFFPRINT_CITE_ERROR_NO_PARENT,
                   /* Translators: the title of a style, then twice the name of another; the last part is what to type */
                   _("“%s” follows the style “%s”, which is not installed: “offprint-cli styles --install %s” gets it"),
                   offprint_new_style_get_title (style), wanted, wanted);
      return FALSE;
    }
  if (offprint_new_style_lacks_parent (style))
    {
      parent = read_fetched (catalog, wanted, error);
      if (parent == NULL)
        return FALSE;
    }
  return install (catalog, style, parent, error);
}

static OffprintExit
report (const char *what,
        GError     *error)
{
  g_autofree char *shown = g_filename_display_name (what);
  g_autofree char *message = g_strdup_printf ("%s: %s", shown, error->message);

  offprint_report_error (message);
  return OFFPRINT_EXIT_FAILED;
}

/**
 * offprint_styles_install:
 * @catalog: the installed styles
 * @what: (array zero-terminated=1): files, addresses, or names of the repository
 *
 * Installs styles, and prints of each its name, its title and whether it was there. What is
 * wrong in one that can be used all the same is told too, and is no failure.
 *
 * Returns: how to end
 */
OffprintExit
offprint_styles_install (OffprintStyleCatalog  *catalog,
                         char                 **what)
{
  OffprintExit exit = OFFPRINT_EXIT_GOOD;

  for (guint i = 0; what[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!install_one (catalog, what[i], &error))
        exit = report (what[i], error);
    }

  return exit;
}

/**
 * offprint_styles_remove:
 * @catalog: the installed styles
 * @names: (array zero-terminated=1): names of styles
 *
 * Removes styles from the reader's own folder.
 *
 * Returns: how to end
 */
OffprintExit
offprint_styles_remove (OffprintStyleCatalog  *catalog,
                        char                 **names)
{
  OffprintExit exit = OFFPRINT_EXIT_GOOD;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (OffprintStyleChange) change = NULL;

      offprint_style_remove_async (catalog, names[i], NULL, take_result_cb, &result);
      wait_for (&result);
      change = offprint_style_remove_finish (catalog, result, &error);
      if (change == NULL)
        exit = report (names[i], error);
      else
        fprintf (stdout, "%s\t%s\tremoved\n", names[i], offprint_style_change_get_title (change));
    }

  return exit;
}
