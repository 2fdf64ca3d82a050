/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The walk from what is no DOI yet: short DOIs, numbers of PubMed, ISBNs. Each asks
 * the service for it, services.md 13, and goes on with the DOI if there is one.
 */

#include "config.h"

#include "walk-private.h"

#include "peek.h"
#include "resolver-private.h"

#include <string.h>

static void
handle_received_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  char *doi = offprint_question_fetch_finish (OFFPRINT_HTTP (source), result, &error);

  if (doi != NULL)
    offprint_walk_go_to_doi (task, doi);
  else
    offprint_walk_note_failure (task, error);
  offprint_walk_close (task);
}

static void
pubmed_received_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Walk *walk = g_task_get_task_data (task);
  g_autoptr (OffprintReading) reading = NULL;
  GError *error = NULL;
  const char *doi = NULL;

  reading = offprint_question_fetch_finish (OFFPRINT_HTTP (source), result, &error);
  if (reading != NULL)
    doi = offprint_peek_string (offprint_reading_get_record (reading), "DOI");
  if (reading == NULL)
    offprint_walk_note_failure (task, error);
  else if (doi == NULL)
    offprint_walk_add (task, reading);
  else
    {
      g_set_object (&walk->fallback, reading);
      offprint_walk_go_to_doi (task, g_strdup (doi));
    }
  offprint_walk_close (task);
}

static void
converted_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  OffprintResolver *self = g_task_get_source_object (task);
  Walk *walk = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  char *doi = offprint_question_fetch_finish (OFFPRINT_HTTP (source), result, &error);

  if (doi != NULL)
    offprint_walk_go_to_doi (task, doi);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    offprint_walk_ask (task,
                       offprint_pubmed_ask_work (self->endpoints, offprint_identifier_get_kind (walk->identifier),
                                                 offprint_identifier_get_value (walk->identifier)),
                       offprint_walk_dup_asking ("PubMed"), pubmed_received_cb);
  offprint_walk_close (task);
}

static void
k10plus_received_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  OffprintResolver *self = g_task_get_source_object (task);
  Walk *walk = g_task_get_task_data (task);
  g_autoptr (OffprintReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  reading = offprint_question_fetch_finish (OFFPRINT_HTTP (source), result, &error);
  if (reading != NULL)
    offprint_walk_add (task, reading);
  else
    {
      if (!offprint_walk_is_unknown (error))
        offprint_walk_note_failure (task, g_steal_pointer (&error));
      if (!offprint_walk_is_cancelled (task))
        offprint_walk_ask (task, offprint_open_library_ask (self->endpoints, offprint_identifier_get_value (walk->identifier)),
                           offprint_walk_dup_asking ("Open Library"), offprint_walk_added_cb);
    }
  offprint_walk_close (task);
}

static gboolean
has_isbn (OffprintReading *reading,
          const char      *isbn)
{
  const char *text = offprint_peek_string (offprint_reading_get_record (reading), "ISBN");

  return text != NULL && strstr (text, isbn) != NULL;
}

static void
isbn_found_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  OffprintResolver *self = g_task_get_source_object (task);
  Walk *walk = g_task_get_task_data (task);
  const char *isbn = offprint_identifier_get_value (walk->identifier);
  g_autoptr (GPtrArray) books = NULL;
  GError *error = NULL;
  gboolean is_found = FALSE;

  books = offprint_question_fetch_finish (OFFPRINT_HTTP (source), result, &error);
  for (guint i = 0; books != NULL && i < books->len && !is_found; i++)
    is_found = has_isbn (books->pdata[i], isbn) && offprint_walk_add (task, books->pdata[i]);
  if (books == NULL && !offprint_walk_is_unknown (error))
    offprint_walk_note_failure (task, g_steal_pointer (&error));
  g_clear_error (&error);

  if (!is_found && !offprint_walk_is_cancelled (task))
    offprint_walk_ask (task, offprint_k10plus_ask (self->endpoints, isbn), offprint_walk_dup_asking ("K10plus"), k10plus_received_cb);
  offprint_walk_close (task);
}

/**
 * offprint_walk_go_to_handle:
 * @task: a walk
 * @short_doi: a short DOI
 *
 * Asks what it is short for.
 */
void
offprint_walk_go_to_handle (GTask      *task,
                            const char *short_doi)
{
  OffprintResolver *self = g_task_get_source_object (task);

  offprint_walk_ask (task, offprint_handle_ask (self->endpoints, short_doi), offprint_walk_dup_asking ("doi.org"), handle_received_cb);
}

/**
 * offprint_walk_go_to_isbn:
 * @task: a walk
 * @isbn: 13 digits
 *
 * Asks for the book: Crossref, then the catalogues.
 */
void
offprint_walk_go_to_isbn (GTask      *task,
                          const char *isbn)
{
  OffprintResolver *self = g_task_get_source_object (task);

  offprint_walk_ask (task, offprint_crossref_ask_isbn (self->endpoints, isbn), offprint_walk_dup_asking ("Crossref"), isbn_found_cb);
}

/**
 * offprint_walk_go_to_pubmed:
 * @task: a walk
 * @id: a PMID or PMCID
 *
 * Asks for its DOI, then for what PubMed itself says.
 */
void
offprint_walk_go_to_pubmed (GTask      *task,
                            const char *id)
{
  OffprintResolver *self = g_task_get_source_object (task);

  offprint_walk_ask (task, offprint_pubmed_ask_doi (self->endpoints, id), offprint_walk_dup_asking ("PubMed"), converted_cb);
}
