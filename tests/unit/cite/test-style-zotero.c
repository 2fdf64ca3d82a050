/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Homes with and without Zotero, and with data that has been moved.
 */

#include "config.h"

#include "style-zotero.h"

#include <glib/gstdio.h>

static const struct
{
  const char *path;
  const char *preferences; /* NULL: there is no profile */
  const char *moved;       /* NULL: the data is where it is by itself */
} cases[] = {
  { "none", NULL, NULL },
  { "by-itself", "user_pref(\"extensions.zotero.useDataDir\", false);\n", NULL },
  { "moved", "// Mozilla\nuser_pref(\"extensions.zotero.dataDir\", \"/srv/my library\");\nuser_pref(\"x\", 1);\n", "/srv/my library" },
  { "relative", "user_pref(\"extensions.zotero.dataDir\", \"library\");", NULL },
  { "escaped", "user_pref(\"extensions.zotero.dataDir\", \"/a\\\\b\");", NULL },
  { "cut", "user_pref(\"extensions.zotero.dataDir\", \"/srv", NULL },
  { "empty", "", NULL },
};

static void
test_folders (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autofree char *home = g_dir_make_tmp ("offprint-zotero-XXXXXX", NULL);
  g_autofree char *profile = g_build_filename (home, ".zotero", "zotero", "ab12.default", NULL);
  g_autofree char *file = g_build_filename (profile, "prefs.js", NULL);
  g_autofree char *usual = g_build_filename (home, "Zotero", "styles", NULL);
  g_autofree char *moved = cases[index].moved != NULL ? g_build_filename (cases[index].moved, "styles", NULL) : NULL;
  GStrvBuilder *builder = g_strv_builder_new ();
  g_auto (GStrv) folders = NULL;

  if (cases[index].preferences != NULL)
    {
      g_assert_cmpint (g_mkdir_with_parents (profile, 0700), ==, 0);
      g_assert_true (g_file_set_contents (file, cases[index].preferences, -1, NULL));
    }
  offprint_style_add_zotero (builder, home);
  folders = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  g_assert_true (g_strv_contains ((const char *const *) folders, usual));
  g_assert_cmpuint (g_strv_length (folders), ==, moved != NULL ? 4 : 2);
  if (moved != NULL)
    g_assert_cmpstr (folders[0], ==, moved);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/style-zotero/", cases[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_folders);
    }
  return g_test_run ();
}
