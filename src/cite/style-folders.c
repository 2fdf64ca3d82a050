/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The user's own folder wins over Zotero's, and this over the system's: services.md
 * 11. Distributions put the dependent styles in a folder beside the others.
 */

#include "config.h"

#include "style-folders.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cite-error.h"
#include "style-zotero.h"
#include "styles.h"

/* A style is some 15 KB, the largest 300 KB; the engine refuses above 4 MiB */
#define MAX_FILE_BYTES (4 * 1024 * 1024)

struct _OffprintStyleFolders
{
  char **styles;
  char **locales;
};

static void
add_data_dir (GStrvBuilder *styles,
              GStrvBuilder *locales,
              const char   *data_dir)
{
  static const char *const layouts[] = { "citation-style-language", "csl" };

  for (gsize i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      g_strv_builder_take (styles, g_build_filename (data_dir, layouts[i], "styles", NULL));
      g_strv_builder_take (styles, g_build_filename (data_dir, layouts[i], "styles", "dependent", NULL));
      g_strv_builder_take (locales, g_build_filename (data_dir, layouts[i], "locales", NULL));
    }
}

static void
add_standard (GStrvBuilder *styles,
              GStrvBuilder *locales)
{
  const char *const *system = g_get_system_data_dirs ();

  g_strv_builder_take (styles, g_build_filename (g_get_user_data_dir (), "offprint", "styles", NULL));
  g_strv_builder_take (locales, g_build_filename (g_get_user_data_dir (), "offprint", "locales", NULL));
  offprint_style_add_zotero (styles, g_get_home_dir ());
  add_data_dir (styles, locales, g_get_user_data_dir ());
  for (guint i = 0; system[i] != NULL; i++)
    add_data_dir (styles, locales, system[i]);
}

/**
 * offprint_style_folders_new:
 * @folders: (nullable) (array zero-terminated=1): folders of styles, the first wins;
 *   each may have `locales` in it or beside it. `NULL` for the standard ones.
 *
 * Returns: (transfer full): the folders
 */
OffprintStyleFolders *
offprint_style_folders_new (const char *const *folders)
{
  OffprintStyleFolders *self = g_atomic_rc_box_new0 (OffprintStyleFolders);
  GStrvBuilder *styles = g_strv_builder_new ();
  GStrvBuilder *locales = g_strv_builder_new ();

  for (guint i = 0; folders != NULL && folders[i] != NULL; i++)
    {
      g_autofree char *above = g_path_get_dirname (folders[i]);

      g_strv_builder_add (styles, folders[i]);
      g_strv_builder_take (locales, g_build_filename (folders[i], "locales", NULL));
      g_strv_builder_take (locales, g_build_filename (above, "locales", NULL));
    }
  if (folders == NULL)
    add_standard (styles, locales);
  self->styles = g_strv_builder_end (styles);
  self->locales = g_strv_builder_end (locales);
  g_strv_builder_unref (styles);
  g_strv_builder_unref (locales);
  return self;
}

/**
 * offprint_style_folders_ref:
 * @self: the folders
 *
 * Returns: (transfer full): @self
 */
OffprintStyleFolders *
offprint_style_folders_ref (OffprintStyleFolders *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
free_lists (OffprintStyleFolders *self)
{
  g_strfreev (self->styles);
  g_strfreev (self->locales);
}

/**
 * offprint_style_folders_unref:
 * @self: (transfer full): the folders
 */
void
offprint_style_folders_unref (OffprintStyleFolders *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) free_lists);
}

/**
 * offprint_style_folders_get:
 * @self: the folders
 *
 * Returns: (transfer none) (array zero-terminated=1): folders of styles, the first wins
 */
const char *const *
offprint_style_folders_get (OffprintStyleFolders *self)
{
  return (const char *const *) self->styles;
}

/* A name is a file's name: it never leads out of the folder */
static gboolean
is_name (const char *name)
{
  return *name != '\0' && *name != '.' && strlen (name) < 200 && strpbrk (name, "/\\") == NULL;
}

static gboolean
is_path (const char *name)
{
  return strchr (name, '/') != NULL || g_str_has_suffix (name, ".csl");
}

/**
 * offprint_style_folders_dup_path:
 * @self: the folders
 * @name: a style's name
 *
 * Returns: (transfer full) (nullable): the file of the style, or `NULL` if there is none
 */
char *
offprint_style_folders_dup_path (OffprintStyleFolders *self,
                                 const char           *name)
{
  g_autofree char *file = g_strconcat (name, ".csl", NULL);

  if (!is_name (name))
    return NULL;
  for (guint i = 0; self->styles[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (self->styles[i], file, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    }
  return NULL;
}

static GBytes *
load_file (const char  *path,
           GError     **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);

  if (file == NULL)
    return NULL;
  if (g_mapped_file_get_length (file) > MAX_FILE_BYTES)
    {
      g_set_error (error, CSL_ERROR, CSL_ERROR_TOO_LARGE,
                   /* Translators: a file and a number of MiB */
                   _("“%s” is larger than the %u MiB that a style may have"), path, MAX_FILE_BYTES / (1024 * 1024));
      return NULL;
    }
  return g_bytes_new (g_mapped_file_get_contents (file), g_mapped_file_get_length (file));
}

/**
 * offprint_style_folders_load:
 * @self: the folders
 * @name: a style's name
 * @error: return location for an error of the domain `OFFPRINT_CITE_ERROR`,
 *   `CSL_ERROR` or `G_FILE_ERROR`
 *
 * Reads the file of a style. The built-in one is found where no folder has a file of its name.
 *
 * Returns: (transfer full): the XML, or `NULL` with @error set
 */
GBytes *
offprint_style_folders_load (OffprintStyleFolders  *self,
                             const char            *name,
                             GError               **error)
{
  g_autofree char *path = offprint_style_folders_dup_path (self, name);

  if (path != NULL)
    return load_file (path, error);
  if (g_str_equal (name, OFFPRINT_BUILTIN_STYLE))
    return csl_builtin_get_style_bytes ();
  g_set_error (error, OFFPRINT_CITE_ERROR, OFFPRINT_CITE_ERROR_NO_STYLE,
               /* Translators: the name of a citation style */
               _("No citation style “%s” is installed"), name);
  return NULL;
}

typedef struct
{
  /* Borrowed */
  OffprintStyleFolders *folders;
  const char *path; /* of the file that asks; NULL for a name of the folders */
} Child;

/* Beside the file, in the folder above (where `dependent` lies), then in all folders */
static GBytes *
load_parent (const char  *name,
             gpointer     data,
             GError     **error)
{
  Child *child = data;
  g_autofree char *file = g_strconcat (name, ".csl", NULL);
  g_autofree char *folder = child->path != NULL ? g_path_get_dirname (child->path) : NULL;

  for (guint i = 0; i < 2 && folder != NULL && is_name (name); i++)
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);
      g_autofree char *above = g_path_get_dirname (folder);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return load_file (path, error);
      g_free (folder);
      folder = g_steal_pointer (&above);
    }
  return offprint_style_folders_load (child->folders, name, error);
}

/**
 * offprint_style_folders_load_style:
 * @self: the folders
 * @name: a style's name or id, or the path of a `.csl` file
 * @error: return location for an error of the domain `OFFPRINT_CITE_ERROR`,
 *   `CSL_ERROR` or `G_FILE_ERROR`
 *
 * Compiles a style. An id looks like an address, `http://www.zotero.org/styles/apa`, but
 * nothing is asked of the network: its last part is the name (services.md 11). The
 * parent of a dependent one is looked for in the folders; for a file, beside it and in
 * the folder above first.
 *
 * Returns: (transfer full): the style, or `NULL` with @error set
 */
CslStyle *
offprint_style_folders_load_style (OffprintStyleFolders  *self,
                                   const char            *name,
                                   GError               **error)
{
  Child child = { self, NULL };
  g_autoptr (GBytes) bytes = NULL;
  const char *data = NULL;
  gsize length = 0;

  if (strstr (name, "://") != NULL)
    name = strrchr (name, '/') + 1;
  else if (is_path (name))
    child.path = name;
  bytes = child.path != NULL ? load_file (name, error) : offprint_style_folders_load (self, name, error);
  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  return csl_style_new_with_parent (length > 0 ? data : "", (gssize) length, name, load_parent, &child, error);
}

/**
 * offprint_style_folders_load_locale:
 * @tag: a language: `de-DE`
 * @self: the folders
 *
 * Reads a locale file: a `CslLocaleLoader`.
 *
 * Returns: (transfer full) (nullable): the XML, or `NULL` if there is none
 */
GBytes *
offprint_style_folders_load_locale (const char *tag,
                                    gpointer    self)
{
  OffprintStyleFolders *folders = self;
  g_autofree char *file = g_strconcat ("locales-", tag, ".xml", NULL);

  if (!is_name (tag))
    return NULL;
  for (guint i = 0; folders->locales[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders->locales[i], file, NULL);
      GBytes *bytes = load_file (path, NULL);

      if (bytes != NULL)
        return bytes;
    }
  return NULL;
}
