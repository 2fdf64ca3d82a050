/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a visit asks of others: the registries, the library, a search for a title. Each
 * answer looks first whether it is still waited for.
 */

#include "config.h"

#include "visit-private.h"

#include "choice.h"
#include "model-error.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

/* --- by identifier --- */

static void
progressed_cb (const char *sentence,
               gpointer    user_data)
{
  OffprintVisit *self = user_data;

  if (self->state == OFFPRINT_VISIT_RUNNING && g_set_str (&self->progress, sentence))
    offprint_visit_changed (self);
}

static void
resolved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (OffprintErrand) errand = user_data;
  g_autoptr (GError) warning = NULL;
  g_autoptr (GError) error = NULL;
  gboolean found;

  found = offprint_resolver_resolve_finish (OFFPRINT_RESOLVER (source), result, &warning, &error);
  if (!offprint_errand_is_current (errand))
    return;

  if (found)
    offprint_visit_end (errand->visit, warning != NULL ? OFFPRINT_VISIT_FAILED : OFFPRINT_VISIT_DONE, warning);
  else
    offprint_visit_end (errand->visit, OFFPRINT_VISIT_FAILED, error);
}

/*< private >
 * Asks for a work by its identifier, as @flags say.
 */
void
offprint_visit_ask_registries (OffprintVisit        *self,
                               OffprintIdentifier   *identifier,
                               OffprintResolveFlags  flags)
{
  if (self->work == NULL)
    {
      g_autoptr (OffprintWork) work = offprint_work_new ();

      offprint_visit_set_work (self, work);
    }
  offprint_resolver_resolve_async (offprint_services_get_resolver (self->services), identifier, self->work, flags,
                                   progressed_cb, self, self->cancellable, resolved_cb, offprint_errand_new (self));
}

/* --- what is kept --- */

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (OffprintErrand) errand = user_data;
  g_autoptr (OffprintWork) work = NULL;
  g_autoptr (GError) error = NULL;
  OffprintVisit *self = errand->visit;

  work = offprint_store_look_up_finish (OFFPRINT_STORE (source), result, &error);
  if (!offprint_errand_is_current (errand))
    return;

  if (work != NULL)
    {
      offprint_visit_set_work (self, work);
      g_set_str (&self->address, offprint_work_get_doi (work));
      offprint_visit_end (self, OFFPRINT_VISIT_DONE, NULL);
    }
  else if (self->identifier != NULL)
    offprint_visit_ask_registries (self, self->identifier, OFFPRINT_RESOLVE_DEFAULT);
  else
    offprint_visit_end (self, OFFPRINT_VISIT_FAILED, error);
}

/*< private >
 * Looks in the library for the work that is kept there.
 */
void
offprint_visit_look_up (OffprintVisit *self)
{
  offprint_store_look_up_async (offprint_services_get_store (self->services), self->kept_id,
                                self->cancellable, looked_up_cb, offprint_errand_new (self));
}

/* --- by words --- */

static gpointer
choice_of_work (gpointer item,
                gpointer user_data)
{
  g_autoptr (OffprintWork) work = item;

  return offprint_choice_new_for_work (work);
}

static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (OffprintErrand) errand = user_data;
  g_autoptr (GListModel) works = NULL;
  g_autoptr (GtkMapListModel) choices = NULL;
  g_autoptr (GError) error = NULL;

  works = offprint_resolver_search_finish (OFFPRINT_RESOLVER (source), result, &error);
  if (!offprint_errand_is_current (errand))
    return;

  if (works != NULL && g_list_model_get_n_items (works) == 0)
    g_set_error (&error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_NOT_FOUND,
                 /* Translators: the words of a title */
                 _("No work was found for “%s”"), errand->visit->words);
  if (error != NULL)
    {
      offprint_visit_end (errand->visit, OFFPRINT_VISIT_FAILED, error);
      return;
    }

  choices = gtk_map_list_model_new (g_steal_pointer (&works), choice_of_work, NULL, NULL);
  offprint_visit_set_choices (errand->visit, G_LIST_MODEL (choices),
                              /* Translators: the words of a title */
                              g_strdup_printf (_("Works found for “%s”"), errand->visit->words));
  offprint_visit_end (errand->visit, OFFPRINT_VISIT_DONE, NULL);
}

/*< private >
 * Searches for a title.
 */
void
offprint_visit_ask_for_words (OffprintVisit *self)
{
  g_set_str (&self->progress, _("Searching Crossref for the title…"));
  offprint_resolver_search_async (offprint_services_get_resolver (self->services), self->words,
                                  self->cancellable, searched_cb, offprint_errand_new (self));
}
