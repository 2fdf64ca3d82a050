/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The store's manners with files: each is the old or the new one, never half of each;
 * what cannot be read is put aside and said so, never overwritten.
 */

#include "config.h"

#include "store-io.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "model-error.h"

#define MAX_FILE ((goffset) 128 << 20)

static gboolean
set_errno_error (GError     **error,
                 const char  *path)
{
  int saved = errno;

  /* Translators: a file or folder, and why */
  g_set_error (error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_NOT_STORED, _("“%s” cannot be written: %s"), path, g_strerror (saved));

  return FALSE;
}

/*< private >
 * Makes the folder and those in it, for nobody else to look into.
 */
gboolean
offprint_store_make_folders (const char  *folder,
                             GError     **error)
{
  static const char *const inner[] = { "records", "readings" };

  for (gsize i = 0; i < G_N_ELEMENTS (inner); i++)
    {
      g_autofree char *path = g_build_filename (folder, inner[i], NULL);

      /* what one reads is nobody else's business */
      if (g_mkdir_with_parents (path, 0700) != 0)
        return set_errno_error (error, path);
    }

  return TRUE;
}

/*< private >
 * Waits for the other instance, which holds the lock for the time of one write.
 */
int
offprint_store_lock (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, ".lock", NULL);
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  while (fd >= 0 && flock (fd, LOCK_EX) != 0 && errno == EINTR)
    continue;

  return fd;
}

/*< private >
 * Lets the other instance write.
 */
void
offprint_store_unlock (int fd)
{
  if (fd >= 0)
    close (fd);
}

/*< private >
 * Writes a file whole, onto the disk, or leaves what was there.
 */
gboolean
offprint_store_write_file (const char  *path,
                           const char  *contents,
                           gsize        length,
                           GError     **error)
{
  g_autoptr (GError) cause = NULL;

  if (g_file_set_contents_full (path, contents, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &cause))
    return TRUE;
  /* Translators: a file, and why, as in “No space left on device” */
  g_set_error (error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_NOT_STORED, _("“%s” cannot be written: %s"), path, cause->message);

  return FALSE;
}

/*< private >
 * Reads a regular file that is not too large; `NULL` without an error if there is none.
 */
GBytes *
offprint_store_load_file (const char  *path,
                          GError     **error)
{
  GStatBuf info;
  char *contents = NULL;
  gsize length = 0;

  if (g_stat (path, &info) != 0)
    return NULL;
  if (!S_ISREG (info.st_mode) || info.st_size > MAX_FILE)
    {
      g_set_error (error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_RECORD_INVALID, _("“%s” is too large or no file"), path);
      return NULL;
    }
  if (!g_file_get_contents (path, &contents, &length, error))
    return NULL;

  return g_bytes_new_take (contents, length);
}

/*< private >
 * Reads JSON strictly.
 */
JsonNode *
offprint_store_parse (GBytes  *bytes,
                      GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);

  json_parser_set_strict (parser, TRUE);
  if (length == 0 || !g_utf8_validate (text, (gssize) length, NULL))
    {
      g_set_error_literal (error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_RECORD_INVALID, _("this is no text in UTF-8"));
      return NULL;
    }
  if (!json_parser_load_from_data (parser, text, (gssize) length, error))
    return NULL;
  if (json_parser_get_root (parser) == NULL)
    {
      g_set_error_literal (error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_RECORD_INVALID, _("nothing stands in it"));
      return NULL;
    }

  return json_parser_steal_root (parser);
}

/*< private >
 * Renames a file that cannot be read “…json.broken”, or “….broken-2” if there was one before.
 */
char *
offprint_store_put_aside (const char *path)
{
  g_autofree char *aside = g_strconcat (path, ".broken", NULL);

  for (guint i = 2; g_file_test (aside, G_FILE_TEST_EXISTS) && i < 1000; i++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s.broken-%u", path, i);
    }
  if (g_rename (path, aside) != 0)
    return NULL;
  g_message ("“%s” cannot be read and is kept as “%s”", path, aside);

  return g_steal_pointer (&aside);
}

/*< private >
 * Packs bytes as gzip does.
 */
GBytes *
offprint_store_compress (GBytes  *raw,
                         GError **error)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 6);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (compressor));
  gsize length = 0;
  const void *data = g_bytes_get_data (raw, &length);

  if (!g_output_stream_write_all (stream, data, length, NULL, NULL, error) || !g_output_stream_close (stream, NULL, error))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}
