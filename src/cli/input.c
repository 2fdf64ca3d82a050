/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where works come from on the command line: files, the standard input, the network.
 */

#include "config.h"

#include "command.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "json-value.h"
#include "parsers.h"
#include "resolver.h"

/* What the registries' readers take; a pipe has no size to ask for */
#define MAX_MIB   64
#define MAX_BYTES ((goffset) MAX_MIB << 20)

static gboolean
set_too_large (const char  *name,
               GError     **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
               /* Translators: a file, and a number of MiB */
               _("%s: more than the %d MiB that are read of a file"), name, MAX_MIB);

  return FALSE;
}

static gboolean
set_errno (const char  *name,
           GError     **error)
{
  int saved = errno;

  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (saved), "%s: %s", name, g_strerror (saved));

  return FALSE;
}

static gboolean
read_all (int          fd,
          const char  *name,
          GByteArray  *bytes,
          GError     **error)
{
  guint8 buffer[65536];
  gssize n = 0;

  do
    {
      n = read (fd, buffer, sizeof buffer);
      if (n < 0 && errno != EINTR)
        return set_errno (name, error);
      if (n > 0)
        g_byte_array_append (bytes, buffer, (guint) n);
      if (bytes->len > MAX_BYTES)
        return set_too_large (name, error);
    }
  while (n != 0);

  return TRUE;
}

/**
 * offprint_input_load_bytes:
 * @name: a file, or "-" for the standard input
 * @error: return location for an error, which names the file
 *
 * Reads a file of at most 64 MiB.
 *
 * Returns: (transfer full): its bytes, or `NULL` with @error set
 */
GBytes *
offprint_input_load_bytes (const char  *name,
                           GError     **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gboolean is_stdin = g_str_equal (name, "-");
  g_autofree char *shown = g_filename_display_name (name);
  int fd = is_stdin ? STDIN_FILENO : g_open (name, O_RDONLY | O_CLOEXEC, 0);
  struct stat info;
  gboolean is_read = FALSE;

  if (fd < 0)
    {
      set_errno (shown, error);
      return NULL;
    }
  if (fstat (fd, &info) == 0 && S_ISREG (info.st_mode) && info.st_size > MAX_BYTES)
    is_read = set_too_large (shown, error);
  else
    is_read = read_all (fd, shown, bytes, error);
  if (!is_stdin)
    close (fd);

  return is_read ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/* A record of ours tells its own readings; any other is what its source said */
static OffprintWork *
new_work (OffprintReading  *reading,
          GError          **error)
{
  JsonObject *record = offprint_reading_get_record (reading);
  JsonObject *own = offprint_json_get_object (offprint_json_get_object (record, "custom"), "offprint");
  g_autoptr (OffprintWork) work = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (offprint_json_get_array (own, "readings") == NULL)
    {
      work = offprint_work_new ();
      offprint_work_add_reading (work, reading);
      return g_steal_pointer (&work);
    }
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_set_object (node, record);

  return offprint_work_new_from_json (node, error);
}

/* A page’s prices and counts are of the day on which it was saved */
static GDateTime *
dup_time (const char *name)
{
  struct stat info;

  if (g_str_equal (name, "-") || stat (name, &info) != 0 || !S_ISREG (info.st_mode))
    return NULL;

  return g_date_time_new_from_unix_utc (info.st_mtime);
}

/**
 * offprint_input_load_works:
 * @name: a file, or "-" for the standard input
 * @exit: (inout): how to end; a failure if an entry of a list was left out, which is told
 *   on the standard error
 * @error: return location for an error, which names file and place
 *
 * Reads all works of a file: a publisher's page, HTML, web archive or text, or records of
 * Crossref's, DataCite's or CSL-JSON.
 *
 * Returns: (transfer full) (element-type OffprintWork): the works, or `NULL` with @error
 *   set
 */
GPtrArray *
offprint_input_load_works (const char    *name,
                           OffprintExit  *exit,
                           GError       **error)
{
  g_autoptr (GBytes) bytes = offprint_input_load_bytes (name, error);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *skipped = NULL;
  g_autoptr (GDateTime) at = dup_time (name);
  g_autoptr (GPtrArray) readings = bytes != NULL ? offprint_saved_file_parse (bytes, shown, at, NULL, &skipped, error) : NULL;
  g_autoptr (GPtrArray) works = NULL;

  if (readings == NULL)
    return NULL;
  if (skipped != NULL)
    {
      offprint_report_error (skipped);
      *exit = OFFPRINT_EXIT_FAILED;
    }
  works = g_ptr_array_new_full (readings->len, g_object_unref);
  for (guint i = 0; i < readings->len; i++)
    {
      OffprintWork *work = new_work (g_ptr_array_index (readings, i), error);

      if (work == NULL)
        {
          g_prefix_error (error, "%s: ", shown);
          return NULL;
        }
      g_ptr_array_add (works, work);
    }

  return g_steal_pointer (&works);
}

static void
take_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/**
 * offprint_input_new_http:
 *
 * Makes the client of a command; its answers are kept where those of the window are.
 *
 * Returns: (transfer full): the client
 */
OffprintHttp *
offprint_input_new_http (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "offprint", "http", NULL);

  return offprint_http_new (folder);
}

static OffprintResolver *
new_resolver (gboolean with_page)
{
  OffprintResolver *resolver = NULL;
  g_autoptr (OffprintHttp) http = offprint_input_new_http ();
  g_autoptr (OffprintEndpoints) endpoints = offprint_endpoints_new (NULL);

  resolver = offprint_resolver_new (http, endpoints, NULL);
  g_object_set (resolver, "read-landing-pages", with_page, NULL);

  return resolver;
}

/**
 * offprint_input_fetch_work:
 * @text: a DOI or another identifier, or a link that holds one
 * @with_page: whether the publisher's page is asked for, too
 * @error: return location for an error, which names the identifier
 *
 * Asks the registries, then the publisher, and waits for all of them. If a later one failed, that is told on
 * the standard error, and what the others said is given.
 *
 * Returns: (transfer full): the work, or `NULL` with @error set
 */
OffprintWork *
offprint_input_fetch_work (const char  *text,
                           gboolean     with_page,
                           GError     **error)
{
  g_autoptr (OffprintIdentifier) identifier = offprint_identifier_parse (text, -1, error);
  g_autoptr (OffprintResolver) resolver = NULL;
  g_autoptr (OffprintWork) work = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) warning = NULL;
  g_autofree char *line = NULL;

  if (identifier == NULL)
    return NULL;
  resolver = new_resolver (with_page);
  work = offprint_work_new ();
  offprint_resolver_resolve_async (resolver, identifier, work, OFFPRINT_RESOLVE_DEFAULT, NULL, NULL, NULL, take_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (!offprint_resolver_resolve_finish (resolver, result, &warning, error))
    {
      g_prefix_error (error, "%s: ", offprint_identifier_get_value (identifier));
      return NULL;
    }
  if (warning != NULL)
    {
      /* Translators: an identifier, and what could not be asked beside what was found */
      line = g_strdup_printf (_("%s: not all is known: %s"), offprint_identifier_get_value (identifier), warning->message);
      offprint_report_error (line);
    }

  return g_steal_pointer (&work);
}
