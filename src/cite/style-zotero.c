/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Zotero's data is in ~/Zotero unless its owner has moved it, which Zotero writes into the
 * preferences of its profile; before Zotero 5 it was in the profile itself. Dependent
 * styles' parents, which nobody has asked for, are in “hidden”.
 */

#include "config.h"

#include "style-zotero.h"

#include <string.h>

#define MAX_PROFILES    16
#define MAX_PREFERENCES (4 * 1024 * 1024)

static void
add_styles (GStrvBuilder *folders,
            const char   *data)
{
  g_strv_builder_take (folders, g_build_filename (data, "styles", NULL));
  g_strv_builder_take (folders, g_build_filename (data, "styles", "hidden", NULL));
}

/* user_pref("extensions.zotero.dataDir", "/home/ada/Library"); a path with a backslash is not read */
static char *
dup_data_dir (const char *preferences)
{
  static const char start[] = "user_pref(\"extensions.zotero.dataDir\", \"";
  const char *found = strstr (preferences, start);
  const char *end = NULL;

  if (found == NULL)
    return NULL;
  found += strlen (start);
  end = found + strcspn (found, "\"\\\n");
  return *end == '"' && *found == '/' ? g_strndup (found, end - found) : NULL;
}

static void
add_profile (GStrvBuilder *folders,
             const char   *profile)
{
  g_autofree char *file = g_build_filename (profile, "prefs.js", NULL);
  g_autofree char *old = g_build_filename (profile, "zotero", NULL);
  g_autoptr (GMappedFile) map = g_mapped_file_new (file, FALSE, NULL);
  g_autofree char *text = NULL;
  g_autofree char *moved = NULL;

  if (map != NULL && g_mapped_file_get_length (map) > 0 && g_mapped_file_get_length (map) <= MAX_PREFERENCES)
    {
      text = g_strndup (g_mapped_file_get_contents (map), g_mapped_file_get_length (map));
      moved = dup_data_dir (text);
    }
  if (moved != NULL)
    add_styles (folders, moved);
  if (g_file_test (old, G_FILE_TEST_IS_DIR))
    add_styles (folders, old);
}

/**
 * offprint_style_add_zotero:
 * @folders: takes folders of styles, the first of which wins
 * @home: the person's home
 *
 * Adds the folders where Zotero may have styles.
 */
void
offprint_style_add_zotero (GStrvBuilder *folders,
                           const char   *home)
{
  g_autofree char *profiles = g_build_filename (home, ".zotero", "zotero", NULL);
  g_autofree char *data = g_build_filename (home, "Zotero", NULL);
  g_autofree char *snap = g_build_filename (home, "snap", "zotero-snap", "common", "Zotero", NULL);
  g_autoptr (GDir) dir = g_dir_open (profiles, 0, NULL);
  const char *name = NULL;

  for (guint n = 0; dir != NULL && n < MAX_PROFILES && (name = g_dir_read_name (dir)) != NULL; n++)
    {
      g_autofree char *profile = g_build_filename (profiles, name, NULL);

      if (g_file_test (profile, G_FILE_TEST_IS_DIR))
        add_profile (folders, profile);
    }
  add_styles (folders, data);
  if (g_file_test (snap, G_FILE_TEST_IS_DIR))
    add_styles (folders, snap);
}
