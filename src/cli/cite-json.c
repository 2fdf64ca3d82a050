/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * offprint-cli cite --json: all that the engine says of files of items, and of the
 * citations of a document, for scripts and for comparison with another engine. Items go
 * in as they stand in the files.
 */

#include "config.h"

#include "cite-json.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "csl.h"
#include "json-answer.h"
#include "language.h"

typedef struct
{
  /* Owned */
  GPtrArray *items;  /* of CslItem */
  GPtrArray *errors; /* of char * */

  const char *file; /* Borrowed: being read */
} Batch;

static void
clear_batch (Batch *batch)
{
  g_ptr_array_unref (batch->items);
  g_ptr_array_unref (batch->errors);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Batch, clear_batch)

/* On the standard error at once, and in the answer */
static void
add_error (Batch *batch,
           char  *message)
{
  offprint_report_error (message);
  g_ptr_array_add (batch->errors, message);
}

static void
fault_cb (guint         index,
          const char   *id,
          const GError *error,
          gpointer      user_data)
{
  Batch *batch = user_data;
  g_autofree char *file = g_filename_display_name (batch->file);

  if (*id != '\0')
    add_error (batch, g_strdup_printf ("%s: /%u (%s): %s", file, index, id, error->message));
  else
    add_error (batch, g_strdup_printf ("%s: /%u: %s", file, index, error->message));
}

static GError *
explain (GBytes *bytes,
         GError *error)
{
  g_autoptr (GError) better = NULL;
  g_autoptr (JsonNode) root = offprint_json_answer_parse (bytes, &better);

  if (root != NULL)
    return error;
  g_error_free (error);
  return g_steal_pointer (&better);
}

static void
read_items (Batch      *batch,
            const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = offprint_input_load_bytes (file, &error);
  gsize length = 0;
  const char *json = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  batch->file = file;
  if (bytes == NULL)
    {
      add_error (batch, g_strdup (error->message));
      return;
    }
  if (!csl_items_read_json (batch->items, json != NULL ? json : "", (gssize) length, fault_cb, batch, &error))
    {
      g_autofree char *shown = g_filename_display_name (file);

      /* the registries' reader says better what is wrong, and where */
      error = explain (bytes, g_steal_pointer (&error));
      add_error (batch, g_strdup_printf ("%s: %s", shown, error->message));
    }
}

static CslClusterList *
read_clusters (const char  *file,
               GError     **error)
{
  g_autoptr (GBytes) bytes = offprint_input_load_bytes (file, error);
  CslClusterList *list = NULL;
  g_autofree char *shown = g_filename_display_name (file);
  g_autoptr (GError) cause = NULL;
  gsize length = 0;
  const char *json = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  if (bytes == NULL)
    return NULL;
  list = csl_cluster_list_read (json != NULL ? json : "", (gssize) length, &cause);
  if (list != NULL)
    return list;
  cause = explain (bytes, g_steal_pointer (&cause));
  g_propagate_prefixed_error (error, g_steal_pointer (&cause), "%s: ", shown);
  return NULL;
}

static void
print_cb (const char *text,
          gsize       length,
          gpointer    user_data)
{
  fwrite (text, 1, length, stdout);
}

static char *
dup_style_name (OffprintCiter *citer)
{
  g_autofree char *name = g_path_get_basename (offprint_citer_get_style_name (citer));

  if (g_str_has_suffix (name, ".csl"))
    name[strlen (name) - strlen (".csl")] = '\0';
  return g_steal_pointer (&name);
}

static CslLocale *
new_locale (OffprintCiter          *citer,
            const OffprintCiteJob  *job,
            GError                **error)
{
  g_autofree char *tag = NULL;

  if (job->locales == NULL)
    return csl_locale_ref (offprint_citer_get_locale (citer));
  if (!g_file_test (job->locales, G_FILE_TEST_IS_DIR))
    {
      g_autofree char *shown = g_filename_display_name (job->locales);

      /* Translators: what should be a folder */
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY, _("%s: there is no such folder"), shown);
      return NULL;
    }
  tag = offprint_cite_choose_language (offprint_citer_get_style (citer), job->language);
  return csl_locale_new (offprint_citer_get_style (citer), tag, csl_locale_load_from_dirs, (gpointer) job->locales, error);
}

/* Cites of items that are in no file */
static void
report_unknown (const char *clusters,
                GPtrArray  *errors,
                guint       n_known)
{
  g_autofree char *file = clusters != NULL ? g_filename_display_name (clusters) : NULL;

  for (guint i = n_known; i < errors->len; i++)
    {
      g_autofree char *message = g_strdup_printf ("%s: %s", file, (const char *) errors->pdata[i]);

      offprint_report_error (message);
    }
}

/**
 * offprint_cite_json:
 * @citer: a style in a language
 * @job: what is asked for
 * @files: (array zero-terminated=1): files of CSL-JSON items, or “-”
 *
 * Prints one JSON object, whatever of the files could not be read: that stands in its
 * member errors and on the standard error.
 *
 * Returns: how to end
 */
OffprintExit
offprint_cite_json (OffprintCiter          *citer,
                    const OffprintCiteJob  *job,
                    char                  **files)
{
  g_auto (Batch) batch = { g_ptr_array_new_with_free_func ((GDestroyNotify) csl_item_unref), g_ptr_array_new_with_free_func (g_free), NULL };
  g_autoptr (CslClusterList) clusters = NULL;
  g_autoptr (CslLocale) locale = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = dup_style_name (citer);
  CslJsonRequest request = { .style = offprint_citer_get_style (citer), .name = name, .format = job->format, .parts = job->parts, .group = job->group };
  guint n_known = 0;

  locale = new_locale (citer, job, &error);
  if (locale != NULL && job->clusters != NULL)
    clusters = read_clusters (job->clusters, &error);
  if (error != NULL)
    {
      offprint_report_error (error->message);
      return OFFPRINT_EXIT_FAILED;
    }
  for (guint i = 0; files[i] != NULL; i++)
    read_items (&batch, files[i]);
  n_known = batch.errors->len;
  request.locale = locale;
  request.clusters = clusters;
  request.errors = batch.errors;
  csl_json_render (&request, batch.items, print_cb, NULL);
  fputc ('\n', stdout);
  report_unknown (job->clusters, batch.errors, n_known);

  return batch.errors->len > 0 ? OFFPRINT_EXIT_FAILED : OFFPRINT_EXIT_GOOD;
}
