/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The walk from a DOI: what is kept, Crossref, the agency that doi.org names, and the
 * book around a chapter.
 */

#include "config.h"

#include "walk-private.h"

#include "parsers.h"
#include "registry-error.h"
#include "resolver-private.h"
#include "work-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The book around a chapter */

static gboolean
add_book (GTask           *task,
          OffprintReading *book)
{
  Walk *walk = g_task_get_task_data (task);
  g_autoptr (OffprintReading) part = NULL;

  if (!offprint_book_agrees (offprint_reading_get_record (book), offprint_reading_get_record (walk->chapter)))
    return FALSE;
  part = offprint_reading_new (offprint_reading_get_source (book), OFFPRINT_READING_ABOUT_BOOK,
                               offprint_reading_get_url (book), offprint_reading_get_at (book),
                               offprint_reading_get_raw (book),
                               offprint_crossref_book_part (offprint_reading_get_record (book)));
  offprint_walk_add (task, part);
  return TRUE;
}

static void
books_found_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GPtrArray) books = NULL;
  GError *error = NULL;

  books = offprint_question_fetch_finish (OFFPRINT_HTTP (source), result, &error);
  if (books == NULL && !offprint_walk_is_unknown (error))
    offprint_walk_note_failure (task, g_steal_pointer (&error));
  g_clear_error (&error);
  for (guint i = 0; books != NULL && i < books->len; i++)
    if (add_book (task, books->pdata[i]))
      break;
  offprint_walk_close (task);
}

static void
ask_for_book_by_isbn (GTask *task)
{
  OffprintResolver *self = g_task_get_source_object (task);
  Walk *walk = g_task_get_task_data (task);
  g_autofree char *isbn = offprint_book_dup_isbn (offprint_reading_get_record (walk->chapter));

  if (isbn != NULL)
    offprint_walk_ask (task, offprint_crossref_ask_isbn (self->endpoints, isbn), g_strdup (_("Asking Crossref about the book…")), books_found_cb);
}

static void
book_received_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (OffprintReading) book = NULL;
  GError *error = NULL;

  book = offprint_question_fetch_finish (OFFPRINT_HTTP (source), result, &error);
  if (book == NULL && !offprint_walk_is_unknown (error))
    offprint_walk_note_failure (task, g_steal_pointer (&error));
  else if (book == NULL || !add_book (task, book))
    ask_for_book_by_isbn (task);
  g_clear_error (&error);
  offprint_walk_close (task);
}

static void
ask_for_book (GTask           *task,
              OffprintReading *chapter)
{
  OffprintResolver *self = g_task_get_source_object (task);
  Walk *walk = g_task_get_task_data (task);
  g_autofree char *doi = NULL;

  if (!offprint_book_is_wanted (offprint_reading_get_record (chapter)))
    return;
  g_set_object (&walk->chapter, chapter);
  doi = offprint_book_dup_doi (walk->doi);
  if (doi != NULL)
    offprint_walk_ask (task, offprint_crossref_ask_work (self->endpoints, doi), g_strdup (_("Asking Crossref about the book…")), book_received_cb);
  else
    ask_for_book_by_isbn (task);
}

/* A DOI */

static void ask_crossref (GTask *task);

static void
fail_without_service (GTask *task)
{
  Walk *walk = g_task_get_task_data (task);

  offprint_walk_note_failure (task, g_error_new (OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NO_SERVICE,
                                                 /* Translators: a DOI, then a registration agency such as KISTI */
                                                 _("%s is registered with %s, which offers no record to read: open the DOI in a browser instead"),
                                                 walk->doi, walk->agency));
}

static void
jalc_received_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (OffprintReading) reading = NULL;
  GError *error = NULL;

  reading = offprint_question_fetch_finish (OFFPRINT_HTTP (source), result, &error);
  if (reading != NULL)
    offprint_walk_add (task, reading);
  else if (offprint_walk_is_unknown (error))
    fail_without_service (task);
  else
    offprint_walk_note_failure (task, g_steal_pointer (&error));
  g_clear_error (&error);
  offprint_walk_close (task);
}

/* An agency without a service sends a page, or sends us to one */
static gboolean
means_no_service (const GError *error)
{
  return error->domain == OFFPRINT_REGISTRY_ERROR &&
         (error->code == OFFPRINT_REGISTRY_ERROR_NO_SERVICE || error->code == OFFPRINT_REGISTRY_ERROR_NOT_FOUND ||
          error->code == OFFPRINT_REGISTRY_ERROR_REDIRECTS || error->code == OFFPRINT_REGISTRY_ERROR_REFUSED);
}

static void
negotiated_cb (GObject      *source,
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
  else if (means_no_service (error) && g_ascii_strcasecmp (walk->agency, "JaLC") == 0)
    offprint_walk_ask (task, offprint_jalc_ask (self->endpoints, walk->doi), offprint_walk_dup_asking ("JaLC"), jalc_received_cb);
  else if (means_no_service (error))
    fail_without_service (task);
  else
    offprint_walk_note_failure (task, g_steal_pointer (&error));
  offprint_walk_close (task);
}

static void
datacite_received_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Walk *walk = g_task_get_task_data (task);
  g_autoptr (OffprintReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  reading = offprint_question_fetch_finish (OFFPRINT_HTTP (source), result, &error);
  if (reading != NULL)
    offprint_walk_add (task, reading);
  else if (offprint_walk_is_unknown (error) && walk->is_guess)
    ask_crossref (task);
  else if (!offprint_walk_is_unknown (error) || offprint_identifier_get_kind (walk->identifier) != OFFPRINT_IDENTIFIER_ARXIV)
    offprint_walk_note_failure (task, g_steal_pointer (&error));
  offprint_walk_close (task);
}

static void
ask_datacite (GTask *task)
{
  OffprintResolver *self = g_task_get_source_object (task);
  Walk *walk = g_task_get_task_data (task);

  offprint_walk_ask (task, offprint_datacite_ask_work (self->endpoints, walk->doi), offprint_walk_dup_asking ("DataCite"), datacite_received_cb);
}

static char *
dup_prefix (const char *doi)
{
  return g_strndup (doi, strcspn (doi, "/"));
}

/* “Data Cite” and “CrossRef” occur as well: records/FACTS.md */
static gboolean
is_agency (const char *name,
           const char *folded)
{
  g_autofree char *bare = g_ascii_strdown (name, -1);
  g_auto (GStrv) words = g_strsplit (bare, " ", -1);
  g_autofree char *joined = g_strjoinv ("", words);

  return g_str_equal (joined, folded);
}

static void
agency_received_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  OffprintResolver *self = g_task_get_source_object (task);
  Walk *walk = g_task_get_task_data (task);
  GError *error = NULL;

  walk->agency = offprint_question_fetch_finish (OFFPRINT_HTTP (source), result, &error);
  if (walk->agency == NULL)
    {
      walk->is_unregistered = offprint_walk_is_unknown (error);
      offprint_walk_note_failure (task, error);
    }
  else
    g_hash_table_insert (self->agencies, dup_prefix (walk->doi), g_strdup (walk->agency));

  if (walk->agency == NULL)
    ;
  else if (is_agency (walk->agency, "crossref"))
    offprint_walk_note_failure (task, g_error_new (OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NOT_FOUND,
                                                   _("%s is registered with Crossref, which has no record of it yet: try again another day"), walk->doi));
  else if (is_agency (walk->agency, "datacite") && !walk->is_guess)
    ask_datacite (task);
  else
    offprint_walk_ask (task, offprint_negotiation_ask (self->endpoints, walk->doi), offprint_walk_dup_asking (walk->agency), negotiated_cb);
  offprint_walk_close (task);
}

static void
crossref_received_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  OffprintResolver *self = g_task_get_source_object (task);
  Walk *walk = g_task_get_task_data (task);
  g_autoptr (OffprintReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  reading = offprint_question_fetch_finish (OFFPRINT_HTTP (source), result, &error);
  if (reading != NULL && offprint_walk_add (task, reading))
    ask_for_book (task, reading);
  else if (reading == NULL && offprint_walk_is_unknown (error))
    offprint_walk_ask (task, offprint_agency_ask (self->endpoints, walk->doi), offprint_walk_dup_asking ("doi.org"), agency_received_cb);
  else if (reading == NULL)
    offprint_walk_note_failure (task, g_steal_pointer (&error));
  offprint_walk_close (task);
}

static void
ask_crossref (GTask *task)
{
  OffprintResolver *self = g_task_get_source_object (task);
  Walk *walk = g_task_get_task_data (task);

  walk->is_guess = FALSE;
  offprint_walk_ask (task, offprint_crossref_ask_work (self->endpoints, walk->doi), offprint_walk_dup_asking ("Crossref"), crossref_received_cb);
}

static void
ask_registry (GTask *task)
{
  OffprintResolver *self = g_task_get_source_object (task);
  Walk *walk = g_task_get_task_data (task);
  g_autofree char *prefix = dup_prefix (walk->doi);
  const char *agency = g_hash_table_lookup (self->agencies, prefix);

  if (offprint_identifier_get_kind (walk->identifier) == OFFPRINT_IDENTIFIER_ARXIV)
    {
      ask_datacite (task);
      offprint_walk_ask (task, offprint_arxiv_ask (self->endpoints, offprint_identifier_get_value (walk->identifier)),
                         offprint_walk_dup_asking ("arXiv"), offprint_walk_added_cb);
    }
  else if (agency != NULL && is_agency (agency, "datacite"))
    {
      walk->is_guess = TRUE;
      ask_datacite (task);
    }
  else
    ask_crossref (task);
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (OffprintWork) kept = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *readings = NULL;

  /* one that cannot be read is as good as not there: it is written anew */
  kept = offprint_store_look_up_finish (OFFPRINT_STORE (source), result, &error);
  if (kept != NULL)
    readings = offprint_work_get_readings (kept);
  if (kept != NULL && !offprint_walk_is_cancelled (task))
    {
      Walk *walk = g_task_get_task_data (task);

      walk->n_readings += g_list_model_get_n_items (readings);
      offprint_work_join (walk->work, kept);
    }

  if (!offprint_walk_is_cancelled (task))
    ask_registry (task);
  offprint_walk_close (task);
}

/**
 * offprint_walk_go_to_doi:
 * @task: a walk
 * @doi: (transfer full): a DOI
 *
 * Goes on with a DOI: first what is kept of it, then who registered it.
 */
void
offprint_walk_go_to_doi (GTask *task,
                         char  *doi)
{
  OffprintResolver *self = g_task_get_source_object (task);
  Walk *walk = g_task_get_task_data (task);

  g_free (walk->doi);
  walk->doi = doi;
  if (self->store == NULL)
    {
      ask_registry (task);
      return;
    }
  walk->n_open++;
  offprint_store_look_up_async (self->store, walk->doi, g_task_get_cancellable (task), looked_up_cb, g_object_ref (task));
}

/* The latest version is what the bare DOI names: services.md 3 */
static char *
dup_arxiv_doi (const char *id)
{
  const char *v = strrchr (id, 'v');
  g_autofree char *bare = NULL;
  g_autofree char *folded = NULL;

  if (v != NULL && v > id && g_ascii_isdigit (v[-1]) && v[1] != '\0' && strspn (v + 1, "0123456789") == strlen (v + 1))
    bare = g_strndup (id, v - id);
  else
    bare = g_strdup (id);
  folded = g_ascii_strdown (bare, -1);
  return g_strconcat ("10.48550/arxiv.", folded, NULL);
}

/**
 * offprint_walk_go_to_arxiv:
 * @task: a walk
 * @id: an identifier of arXiv's
 *
 * Goes on with the DOI that each preprint has at DataCite, and with arXiv itself.
 */
void
offprint_walk_go_to_arxiv (GTask      *task,
                           const char *id)
{
  offprint_walk_go_to_doi (task, dup_arxiv_doi (id));
}
