/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Languages that citations can be made in: those of the CSL locales that are
 * installed, found where the system keeps them (locales-de-DE.xml).
 */

#include "config.h"

#include "languages.h"

#include "language.h"

#define PREFIX "locales-"
#define SUFFIX ".xml"

static void
add_from_folder (GHashTable *tags,
                 const char *data_dir)
{
  g_autofree char *folder = g_build_filename (data_dir, "citation-style-language", "locales", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_prefix (name, PREFIX) && g_str_has_suffix (name, SUFFIX))
        g_hash_table_add (tags, g_strndup (name + strlen (PREFIX), strlen (name) - strlen (PREFIX SUFFIX)));
    }
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *first = offprint_language_dup_name (*(const char *const *) a);
  g_autofree char *second = offprint_language_dup_name (*(const char *const *) b);

  return g_utf8_collate (first, second);
}

/**
 * offprint_languages_dup_installed:
 *
 * Finds the languages that citations can be made in.
 *
 * Returns: (transfer full): their tags, in the order of their names
 */
GStrv
offprint_languages_dup_installed (void)
{
  g_autoptr (GHashTable) tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer tag;

  add_from_folder (tags, g_get_user_data_dir ());
  for (const char *const *dir = g_get_system_data_dirs (); *dir != NULL; dir++)
    add_from_folder (tags, *dir);

  g_hash_table_iter_init (&iter, tags);
  while (g_hash_table_iter_next (&iter, &tag, NULL))
    g_ptr_array_add (sorted, g_strdup (tag));
  g_ptr_array_sort (sorted, compare_names);
  g_ptr_array_add (sorted, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&sorted), FALSE);
}
