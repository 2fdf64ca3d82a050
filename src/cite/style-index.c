/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ten thousand files: the first look reads the head of each (half a second), later
 * ones only ask each for its time and size and read what has changed. The cache may
 * be deleted or broken at any time; it is checked and made again.
 */

#include "config.h"

#include "style-index.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "style-info-private.h"

#define CACHE_FILE "styles.index"
/* mtime in ns, size, title, short title, parent, format, language, updated, class, fields */
#define ENTRY_TYPE     "(xtmsmsmsmsmsmsmsas)"
#define CACHE_TYPE     "(ua{s" ENTRY_TYPE "})" /* version; path → entry */
#define CACHE_VERSION  2
#define MAX_FILES      100000
#define HEAD_BYTES     (8 * 1024)
#define MAX_HEAD_BYTES (256 * 1024)

typedef struct
{
  /* Owned */
  GHashTable *old;     /* path → Cached; empty without a cache */
  GHashTable *names;   /* styles seen so far: the first folder wins */
  GHashTable *parents; /* name → CslStyleHead, for what dependent styles leave to theirs */
  GPtrArray *heads;    /* Found */

  gboolean is_changed;
} Index;

/* A file; one that is no style has no title, and is remembered as that */
typedef struct
{
  char *path;
  char *name;
  gint64 mtime;
  guint64 size;
  CslStyleHead head;
} Found;

typedef struct
{
  gint64 mtime;
  guint64 size;
  CslStyleHead head;
} Cached;

static void
cached_free (Cached *cached)
{
  csl_style_head_clear (&cached->head);
  g_free (cached);
}

static void
found_free (Found *found)
{
  g_free (found->path);
  g_free (found->name);
  csl_style_head_clear (&found->head);
  g_free (found);
}

static gint64
mtime_of (const struct stat *info)
{
  return (gint64) info->st_mtim.tv_sec * 1000000000 + info->st_mtim.tv_nsec;
}

/* To the end of <info>, which stands first; a long list of contributors needs a second read */
static char *
read_head (int    fd,
           gsize *length)
{
  gsize wanted = HEAD_BYTES;
  char *data = NULL;

  *length = 0;
  do
    {
      data = g_realloc (data, wanted);
      while (*length < wanted)
        {
          gssize n = read (fd, data + *length, wanted - *length);

          if (n <= 0)
            return data;
          *length += (gsize) n;
        }
      if (g_strstr_len (data, (gssize) *length, "</info>") != NULL)
        return data;
      wanted *= 8;
    }
  while (wanted <= MAX_HEAD_BYTES * 2);
  return data;
}

static gboolean
read_file (int           folder,
           const char   *file,
           CslStyleHead *head)
{
  g_autofd int fd = openat (folder, file, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  g_autofree char *data = NULL;
  gsize length = 0;

  if (fd < 0)
    return FALSE;
  data = read_head (fd, &length);
  return csl_style_head_read (data, (gssize) length, head, NULL);
}

static gboolean
take_cached (Index *index,
             Found *found)
{
  Cached *cached = g_hash_table_lookup (index->old, found->path);

  if (cached == NULL || cached->mtime != found->mtime || cached->size != found->size)
    return FALSE;
  found->head = cached->head;
  memset (&cached->head, 0, sizeof cached->head);
  return TRUE;
}

static void
add_file (Index      *index,
          int         folder_fd,
          const char *folder,
          const char *file)
{
  g_autofree char *name = g_strndup (file, strlen (file) - strlen (".csl"));
  struct stat info;
  Found *found = NULL;

  if (!g_utf8_validate (file, -1, NULL) || g_hash_table_contains (index->names, name) || fstatat (folder_fd, file, &info, 0) != 0 ||
      !S_ISREG (info.st_mode))
    return;
  found = g_new0 (Found, 1);
  found->path = g_build_filename (folder, file, NULL);
  found->name = g_steal_pointer (&name);
  found->mtime = mtime_of (&info);
  found->size = (guint64) info.st_size;
  g_ptr_array_add (index->heads, found);
  if (!take_cached (index, found))
    {
      index->is_changed = TRUE;
      if (!read_file (folder_fd, file, &found->head))
        g_debug ("%s is no style", found->path);
    }
  if (found->head.title != NULL)
    g_hash_table_add (index->names, found->name);
  if (found->head.parent == NULL)
    g_hash_table_insert (index->parents, found->name, &found->head);
}

static void
add_folder (Index        *index,
            const char   *folder,
            GCancellable *cancellable)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofd int fd = dir != NULL ? open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
  const char *file = NULL;

  if (fd < 0)
    return;
  while (index->heads->len < MAX_FILES && (file = g_dir_read_name (dir)) != NULL && !g_cancellable_is_cancelled (cancellable))
    if (g_str_has_suffix (file, ".csl") && *file != '.')
      add_file (index, fd, folder, file);
}

static void
take_entries (GHashTable *table,
              GVariant   *entries)
{
  GVariantIter iter;
  char *path = NULL;
  Cached entry = { 0 };

  g_variant_iter_init (&iter, entries);
  while (g_variant_iter_next (&iter, "{s(xtmsmsmsmsmsmsms^as)}", &path, &entry.mtime, &entry.size, &entry.head.title, &entry.head.title_short,
                              &entry.head.parent, &entry.head.format, &entry.head.default_locale, &entry.head.updated, &entry.head.class,
                              &entry.head.fields))
    g_hash_table_insert (table, path, g_memdup2 (&entry, sizeof entry));
}

static GHashTable *
load_cache (const char *path)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) cached_free);
  char *data = NULL;
  gsize length = 0;
  g_autoptr (GVariant) whole = NULL;
  g_autoptr (GVariant) entries = NULL;
  guint version = 0;

  if (path == NULL || !g_file_get_contents (path, &data, &length, NULL))
    return table;
  whole = g_variant_ref_sink (g_variant_new_from_data (G_VARIANT_TYPE (CACHE_TYPE), data, length, FALSE, g_free, data));
  if (!g_variant_is_normal_form (whole))
    return table;
  g_variant_get (whole, "(u@a{s" ENTRY_TYPE "})", &version, &entries);
  if (version == CACHE_VERSION)
    take_entries (table, entries);
  return table;
}

static void
save_cache (const char *path,
            GPtrArray  *heads)
{
  g_autoptr (GVariantBuilder) entries = g_variant_builder_new (G_VARIANT_TYPE ("a{s" ENTRY_TYPE "}"));
  g_autoptr (GVariant) whole = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;
  static const char *const no_fields[] = { NULL };

  for (guint i = 0; i < heads->len; i++)
    {
      Found *found = heads->pdata[i];
      CslStyleHead *head = &found->head;

      g_variant_builder_add (entries, "{s(xtmsmsmsmsmsmsms^as)}", found->path, found->mtime, found->size, head->title,
                             head->title_short, head->parent, head->format, head->default_locale, head->updated, head->class,
                             head->fields != NULL ? (const char *const *) head->fields : no_fields);
    }
  whole = g_variant_ref_sink (g_variant_new ("(ua{s" ENTRY_TYPE "})", CACHE_VERSION, entries));
  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents_full (path, g_variant_get_data (whole), (gssize) g_variant_get_size (whole), G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_debug ("The list of styles is not remembered: %s", error->message);
}

/* A dependent style looks as its parent does; if it does not say how, that one is asked */
static void
ask_parent (Index        *index,
            CslStyleHead *head)
{
  const CslStyleHead *parent = head->parent != NULL ? g_hash_table_lookup (index->parents, head->parent) : NULL;

  if (parent == NULL)
    return;
  if (head->format == NULL)
    head->format = g_strdup (parent->format);
  if (head->class == NULL)
    head->class = g_strdup (parent->class);
}

static GPtrArray *
make_infos (Index *index)
{
  GPtrArray *infos = g_ptr_array_new_full (index->heads->len, g_object_unref);

  for (guint i = 0; i < index->heads->len; i++)
    {
      Found *found = index->heads->pdata[i];

      if (found->head.title == NULL)
        continue;
      ask_parent (index, &found->head);
      g_ptr_array_add (infos, offprint_style_info_new (found->name, &found->head));
    }
  g_ptr_array_sort (infos, offprint_style_info_compare_titles);
  return infos;
}

/**
 * offprint_style_index_load:
 * @folders: where styles lie
 * @cache_dir: (nullable): the folder of the cache; `NULL` remembers nothing
 * @cancellable: (nullable): a cancellable
 *
 * Finds all styles. What is no style is left out, and never stops the rest. It
 * blocks: call it on a thread.
 *
 * Returns: (transfer full) (element-type OffprintStyleInfo) (nullable): the styles by
 *   title, or `NULL` if cancelled
 */
GPtrArray *
offprint_style_index_load (OffprintStyleFolders *folders,
                           const char           *cache_dir,
                           GCancellable         *cancellable)
{
  g_autofree char *path = cache_dir != NULL ? g_build_filename (cache_dir, CACHE_FILE, NULL) : NULL;
  g_autoptr (GHashTable) old = load_cache (path);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) parents = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) heads = g_ptr_array_new_with_free_func ((GDestroyNotify) found_free);
  Index index = { .old = old, .names = names, .parents = parents, .heads = heads };
  const char *const *list = offprint_style_folders_get (folders);

  for (guint i = 0; list[i] != NULL && !g_cancellable_is_cancelled (cancellable); i++)
    add_folder (&index, list[i], cancellable);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;
  if (path != NULL && (index.is_changed || heads->len != g_hash_table_size (old)))
    save_cache (path, heads);
  return make_infos (&index);
}
