/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A look-up belongs to the place that it fills, never to the window: what comes
 * late fills a place that nobody looks at, and cannot stand where another work
 * is shown. Beginning again or stopping cancels what is under way.
 */

#include "config.h"

#include "visit.h"

#include "model-error.h"
#include "choice.h"
#include "differences.h"
#include "records-file.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

struct _OffprintVisit
{
  GObject parent_instance;

  /* Owned: what was asked for, one of these */
  OffprintServices *services;
  OffprintIdentifier *identifier;
  char *kept_id;
  char *words;
  GPtrArray *files;

  /* Owned: what came of it */
  OffprintWork *work;
  GListModel *choices;
  char *heading;
  char *address;
  char *progress;
  GError *error;
  OffprintSnapshot *before; /* the work as it was, while a look-up is repeated */
  GListModel *changes;      /* what the last such look-up changed */

  GCancellable *cancellable; /* while it runs */
  OffprintVisitState state;
};

/* Which call of begin an answer belongs to. */
typedef struct
{
  OffprintVisit *visit;
  GCancellable *cancellable;
} Errand;

G_DEFINE_FINAL_TYPE (OffprintVisit, offprint_visit, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REFRESHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
emit_changed (OffprintVisit *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static Errand *
errand_new (OffprintVisit *self)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->visit = g_object_ref (self);
  errand->cancellable = g_object_ref (self->cancellable);
  return errand;
}

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->visit);
  g_object_unref (errand->cancellable);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static gboolean
errand_is_current (Errand *errand)
{
  return errand->visit->cancellable == errand->cancellable;
}

static void
set_work (OffprintVisit *self,
          OffprintWork  *work)
{
  if (self->work == work)
    return;

  if (self->work != NULL)
    g_signal_handlers_disconnect_by_func (self->work, emit_changed, self);
  g_set_object (&self->work, work);
  if (work != NULL)
    g_signal_connect_object (work, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
}

/* What a look-up that was repeated has brought. One that failed and brought nothing is
 * told of by its error. */
static void
compare (OffprintVisit *self,
         const GError  *error)
{
  g_autoptr (OffprintSnapshot) before = g_steal_pointer (&self->before);
  g_autoptr (OffprintSnapshot) after = NULL;
  g_autoptr (GListModel) changes = NULL;

  if (before == NULL || self->work == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  after = offprint_work_dup_snapshot (self->work);
  changes = offprint_differences_new (before, after);
  if (error != NULL && g_list_model_get_n_items (changes) == 0)
    return;
  g_set_object (&self->changes, changes);
  g_signal_emit (self, signals[SIGNAL_REFRESHED], 0);
}

static void
end (OffprintVisit      *self,
     OffprintVisitState  state,
     const GError       *error)
{
  compare (self, error);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->progress, g_free);
  g_clear_error (&self->error);
  if (error != NULL)
    self->error = g_error_copy (error);
  self->state = state;
  emit_changed (self);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (OffprintVisit) self = user_data;
  g_autoptr (GError) error = NULL;

  if (offprint_store_store_finish (OFFPRINT_STORE (source), result, &error))
    return;

  g_debug ("%s", error->message);
  if (self->state == OFFPRINT_VISIT_DONE)
    {
      g_prefix_error (&error, "%s: ", _("This work could not be kept in the library"));
      end (self, OFFPRINT_VISIT_FAILED, error);
    }
}

/* What the registries gave, the resolver has kept already. */
static void
keep (OffprintVisit *self)
{
  if (self->work == NULL || offprint_work_is_empty (self->work) || offprint_work_is_sample (self->work))
    return;

  offprint_store_store_async (offprint_services_get_store (self->services), self->work, NULL,
                              kept_cb, g_object_ref (self));
}

/* --- by identifier --- */

static void
progressed_cb (const char *sentence,
               gpointer    user_data)
{
  OffprintVisit *self = user_data;

  if (self->state == OFFPRINT_VISIT_RUNNING && g_set_str (&self->progress, sentence))
    emit_changed (self);
}

static void
resolved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) warning = NULL;
  g_autoptr (GError) error = NULL;
  gboolean found;

  found = offprint_resolver_resolve_finish (OFFPRINT_RESOLVER (source), result, &warning, &error);
  if (!errand_is_current (errand))
    return;

  if (found)
    end (errand->visit, warning != NULL ? OFFPRINT_VISIT_FAILED : OFFPRINT_VISIT_DONE, warning);
  else
    end (errand->visit, OFFPRINT_VISIT_FAILED, error);
}

static void
ask_registries (OffprintVisit        *self,
                OffprintIdentifier   *identifier,
                OffprintResolveFlags  flags)
{
  if (self->work == NULL)
    {
      g_autoptr (OffprintWork) work = offprint_work_new ();

      set_work (self, work);
    }
  offprint_resolver_resolve_async (offprint_services_get_resolver (self->services), identifier, self->work, flags,
                                   progressed_cb, self, self->cancellable, resolved_cb, errand_new (self));
}

/* --- what is kept --- */

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (OffprintWork) work = NULL;
  g_autoptr (GError) error = NULL;
  OffprintVisit *self = errand->visit;

  work = offprint_store_look_up_finish (OFFPRINT_STORE (source), result, &error);
  if (!errand_is_current (errand))
    return;

  if (work != NULL)
    {
      set_work (self, work);
      g_set_str (&self->address, offprint_work_get_doi (work));
      end (self, OFFPRINT_VISIT_DONE, NULL);
    }
  else if (self->identifier != NULL)
    ask_registries (self, self->identifier, OFFPRINT_RESOLVE_DEFAULT);
  else
    end (self, OFFPRINT_VISIT_FAILED, error);
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
set_choices (OffprintVisit *self,
             GListModel *choices,
             char *heading) /* (transfer full) */
{
  g_set_object (&self->choices, choices);
  g_free (self->heading);
  self->heading = heading;
}

static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GListModel) works = NULL;
  g_autoptr (GtkMapListModel) choices = NULL;
  g_autoptr (GError) error = NULL;

  works = offprint_resolver_search_finish (OFFPRINT_RESOLVER (source), result, &error);
  if (!errand_is_current (errand))
    return;

  if (works != NULL && g_list_model_get_n_items (works) == 0)
    g_set_error (&error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_NOT_FOUND,
                 /* Translators: the words of a title */
                 _("No work was found for “%s”"), errand->visit->words);
  if (error != NULL)
    {
      end (errand->visit, OFFPRINT_VISIT_FAILED, error);
      return;
    }

  choices = gtk_map_list_model_new (g_steal_pointer (&works), choice_of_work, NULL, NULL);
  set_choices (errand->visit, G_LIST_MODEL (choices),
               /* Translators: the words of a title */
               g_strdup_printf (_("Works found for “%s”"), errand->visit->words));
  end (errand->visit, OFFPRINT_VISIT_DONE, NULL);
}

static void
ask_for_words (OffprintVisit *self)
{
  g_set_str (&self->progress, _("Searching Crossref for the title…"));
  offprint_resolver_search_async (offprint_services_get_resolver (self->services), self->words,
                                  self->cancellable, searched_cb, errand_new (self));
}

/* --- out of files --- */

static gpointer
choice_of_reading (gpointer item,
                   gpointer user_data)
{
  g_autoptr (OffprintReading) reading = item;

  return offprint_choice_new_for_reading (reading);
}

static void
take_readings (OffprintVisit *self,
               GPtrArray     *readings)
{
  if (readings->len == 1)
    {
      g_autoptr (OffprintWork) work = offprint_work_new ();

      offprint_work_add_reading (work, g_ptr_array_index (readings, 0));
      set_work (self, work);
      keep (self);
    }
  else
    {
      g_autoptr (GtkMapListModel) choices = NULL;
      GListStore *store = g_list_store_new (OFFPRINT_TYPE_READING);

      g_list_store_splice (store, 0, 0, readings->pdata, readings->len);
      choices = gtk_map_list_model_new (G_LIST_MODEL (store), choice_of_reading, NULL, NULL);
      set_choices (self, G_LIST_MODEL (choices),
                   /* Translators: the name of a file */
                   g_strdup_printf (_("Works in “%s”"), self->address));
    }
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GPtrArray) readings = NULL;
  g_autoptr (GError) error = NULL;

  readings = offprint_records_file_load_finish (result, &error);
  if (!errand_is_current (errand))
    return;

  if (readings != NULL && readings->len == 0)
    g_set_error (&error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_NOT_FOUND,
                 /* Translators: the name of a file */
                 _("“%s” holds no work"), errand->visit->address);
  if (error != NULL)
    {
      end (errand->visit, OFFPRINT_VISIT_FAILED, error);
      return;
    }

  take_readings (errand->visit, readings);
  end (errand->visit, OFFPRINT_VISIT_DONE, NULL);
}

/* --- the class --- */

static void
offprint_visit_dispose (GObject *object)
{
  OffprintVisit *self = OFFPRINT_VISIT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  set_work (self, NULL);
  g_clear_object (&self->choices);
  g_clear_object (&self->changes);
  g_clear_pointer (&self->before, offprint_snapshot_unref);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (offprint_visit_parent_class)->dispose (object);
}

static void
offprint_visit_finalize (GObject *object)
{
  OffprintVisit *self = OFFPRINT_VISIT (object);

  g_clear_pointer (&self->identifier, offprint_identifier_unref);
  g_clear_pointer (&self->kept_id, g_free);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->heading, g_free);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->progress, g_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (offprint_visit_parent_class)->finalize (object);
}

static void
offprint_visit_class_init (OffprintVisitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = offprint_visit_dispose;
  object_class->finalize = offprint_visit_finalize;

  /**
   * OffprintVisit::changed:
   * @self: the visit
   *
   * Some of what the visit says is another now.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", OFFPRINT_TYPE_VISIT, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * OffprintVisit::refreshed:
   * @self: the visit
   *
   * A look-up that was repeated is over, and what it changed is known.
   */
  signals[SIGNAL_REFRESHED] = g_signal_new ("refreshed", OFFPRINT_TYPE_VISIT, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
offprint_visit_init (OffprintVisit *self)
{
}

static OffprintVisit *
visit_new (OffprintServices *services,
           const char       *address)
{
  OffprintVisit *self = g_object_new (OFFPRINT_TYPE_VISIT, NULL);

  self->services = g_object_ref (services);
  self->address = g_strdup (address != NULL ? address : "");
  return self;
}

/* Whom a title search may not be asked: what names a person or a journal. */
static void
refuse_identifier (OffprintVisit      *self,
                   OffprintIdentifier *identifier)
{
  gboolean is_person = offprint_identifier_get_kind (identifier) == OFFPRINT_IDENTIFIER_ORCID;

  self->state = OFFPRINT_VISIT_FAILED;
  g_set_error (&self->error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_IDENTIFIER_INVALID,
               is_person
                 /* Translators: an ORCID */
                 ? _("%s is an ORCID: it names a person, not a work. Search for a title of theirs instead")
                 /* Translators: an ISSN */
                 : _("%s is an ISSN: it names a journal or series, not a work. Search for a title in it instead"),
               offprint_identifier_get_value (identifier));
}

static gboolean
is_of_a_work (OffprintIdentifier *identifier)
{
  OffprintIdentifierKind kind = offprint_identifier_get_kind (identifier);

  return kind != OFFPRINT_IDENTIFIER_ISSN && kind != OFFPRINT_IDENTIFIER_ORCID;
}

static OffprintVisit *
visit_new_for_several (OffprintServices *services,
                       GPtrArray        *identifiers)
{
  g_autoptr (GListStore) choices = g_list_store_new (OFFPRINT_TYPE_CHOICE);
  OffprintVisit *self = visit_new (services, NULL);

  for (guint i = 0; i < identifiers->len; i++)
    {
      g_autoptr (OffprintChoice) choice = NULL;

      choice = offprint_choice_new_for_identifier (g_ptr_array_index (identifiers, i));
      g_list_store_append (choices, choice);
    }
  set_choices (self, G_LIST_MODEL (choices),
               g_strdup_printf (ngettext ("%u work is named in the text", "%u works are named in the text",
                                          identifiers->len),
                                identifiers->len));
  self->state = OFFPRINT_VISIT_DONE;
  return self;
}

/**
 * offprint_visit_new_for_text:
 * @services: what the rooms below offer
 * @text: what a person typed, pasted or dropped
 *
 * Decides what was meant: one identifier is looked up, several are offered to
 * choose from, and what is no identifier is the words of a title.
 *
 * Returns: (transfer full) (nullable): where to go, or `NULL` if there is nothing but blanks
 */
OffprintVisit *
offprint_visit_new_for_text (OffprintServices *services,
                             const char       *text)
{
  g_autoptr (OffprintIdentifier) whole = NULL;
  g_autoptr (OffprintIdentifier) other = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (OFFPRINT_IS_SERVICES (services), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  words = g_strstrip (g_strdup (text));
  if (*words == '\0')
    return NULL;

  whole = offprint_identifier_parse (words, -1, NULL);
  if (whole != NULL && is_of_a_work (whole))
    return offprint_visit_new_for_identifier (services, whole, NULL);

  found = offprint_identifier_find_all (words, -1);
  for (guint i = 0; i < found->len;)
    {
      if (is_of_a_work (g_ptr_array_index (found, i)))
        i++;
      else
        g_ptr_array_remove_index (found, i);
    }
  if (found->len == 1)
    return offprint_visit_new_for_identifier (services, g_ptr_array_index (found, 0), NULL);
  if (found->len > 1)
    return visit_new_for_several (services, found);

  if (whole != NULL)
    {
      OffprintVisit *self = visit_new (services, words);

      refuse_identifier (self, whole);
      return self;
    }
  return offprint_visit_new_for_words (services, words);
}

/**
 * offprint_visit_new_for_identifier:
 * @services: what the rooms below offer
 * @identifier: what names the work
 * @known: (nullable): what is known of it and shown meanwhile; it is filled further
 *
 * Returns: (transfer full): a visit to begin
 */
OffprintVisit *
offprint_visit_new_for_identifier (OffprintServices   *services,
                                   OffprintIdentifier *identifier,
                                   OffprintWork       *known)
{
  OffprintVisit *self;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (OFFPRINT_IS_SERVICES (services), NULL);
  g_return_val_if_fail (identifier != NULL, NULL);
  g_return_val_if_fail (known == NULL || OFFPRINT_IS_WORK (known), NULL);

  shown = offprint_identifier_dup_shown (identifier);
  self = visit_new (services, shown);
  self->identifier = offprint_identifier_ref (identifier);
  set_work (self, known);
  return self;
}

/**
 * offprint_visit_new_for_words:
 * @services: what the rooms below offer
 * @words: words of a title
 *
 * Returns: (transfer full): a visit to begin, which ends in a list to choose from
 */
OffprintVisit *
offprint_visit_new_for_words (OffprintServices *services,
                              const char       *words)
{
  OffprintVisit *self;

  g_return_val_if_fail (OFFPRINT_IS_SERVICES (services), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  self = visit_new (services, words);
  self->words = g_strdup (words);
  return self;
}

/**
 * offprint_visit_new_for_files:
 * @services: what the rooms below offer
 * @files: (element-type GFile): at least one
 *
 * Returns: (transfer full): a visit to begin, which ends in a work or in a list to choose from
 */
OffprintVisit *
offprint_visit_new_for_files (OffprintServices *services,
                              GPtrArray        *files)
{
  OffprintVisit *self;
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (OFFPRINT_IS_SERVICES (services), NULL);
  g_return_val_if_fail (files != NULL && files->len > 0, NULL);

  name = g_file_get_basename (g_ptr_array_index (files, 0));
  shown = name != NULL ? g_filename_display_name (name) : NULL;
  self = visit_new (services, shown);
  self->files = g_ptr_array_ref (files);
  return self;
}

/**
 * offprint_visit_new_for_work:
 * @services: what the rooms below offer
 * @work: a work that is known: the sample, or one chosen out of a file
 *
 * Returns: (transfer full): a visit that is done
 */
OffprintVisit *
offprint_visit_new_for_work (OffprintServices *services,
                             OffprintWork     *work)
{
  OffprintVisit *self;

  g_return_val_if_fail (OFFPRINT_IS_SERVICES (services), NULL);
  g_return_val_if_fail (OFFPRINT_IS_WORK (work), NULL);

  self = visit_new (services, offprint_work_get_doi (work));
  set_work (self, work);
  self->state = OFFPRINT_VISIT_DONE;
  keep (self);
  return self;
}

/**
 * offprint_visit_new_for_kept:
 * @services: what the rooms below offer
 * @id: a work’s id in the store
 * @doi: (nullable): whom to ask for if the store has lost it
 *
 * Returns: (transfer full): a visit to begin
 */
OffprintVisit *
offprint_visit_new_for_kept (OffprintServices *services,
                             const char       *id,
                             const char       *doi)
{
  OffprintVisit *self;

  g_return_val_if_fail (OFFPRINT_IS_SERVICES (services), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  self = visit_new (services, doi);
  self->kept_id = g_strdup (id);
  if (doi != NULL)
    self->identifier = offprint_identifier_new (OFFPRINT_IDENTIFIER_DOI, doi, NULL);
  return self;
}

/**
 * offprint_visit_begin:
 * @self: the visit
 * @flags: whether to ask again for what is known
 *
 * Looks up what the visit is for. What is under way is cancelled; what is known stays.
 */
void
offprint_visit_begin (OffprintVisit        *self,
                      OffprintResolveFlags  flags)
{
  g_autoptr (OffprintIdentifier) doi = NULL;

  g_return_if_fail (OFFPRINT_IS_VISIT (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  self->cancellable = g_cancellable_new ();
  self->state = OFFPRINT_VISIT_RUNNING;
  g_clear_pointer (&self->before, offprint_snapshot_unref);
  if ((flags & OFFPRINT_RESOLVE_REFRESH) != 0 && offprint_visit_get_work (self) != NULL && !offprint_work_is_sample (self->work))
    self->before = offprint_work_dup_snapshot (self->work);

  if (offprint_visit_get_work (self) != NULL && offprint_work_get_doi (self->work) != NULL)
    doi = offprint_identifier_new (OFFPRINT_IDENTIFIER_DOI, offprint_work_get_doi (self->work), NULL);

  if (doi != NULL)
    ask_registries (self, doi, flags);
  else if (self->kept_id != NULL && self->work == NULL)
    offprint_store_look_up_async (offprint_services_get_store (self->services), self->kept_id,
                                  self->cancellable, looked_up_cb, errand_new (self));
  else if (self->identifier != NULL)
    ask_registries (self, self->identifier, flags);
  else if (self->words != NULL)
    ask_for_words (self);
  else if (self->files != NULL)
    offprint_records_file_load_async (self->files, self->cancellable, loaded_cb, errand_new (self));
  else
    end (self, OFFPRINT_VISIT_DONE, NULL);
  emit_changed (self);
}

/**
 * offprint_visit_stop:
 * @self: the visit
 *
 * Cancels what is under way; what is known stays.
 */
void
offprint_visit_stop (OffprintVisit *self)
{
  g_return_if_fail (OFFPRINT_IS_VISIT (self));

  if (self->state != OFFPRINT_VISIT_RUNNING)
    return;

  g_cancellable_cancel (self->cancellable);
  end (self, offprint_visit_get_work (self) != NULL ? OFFPRINT_VISIT_DONE : OFFPRINT_VISIT_STOPPED, NULL);
}

/**
 * offprint_visit_get_state:
 * @self: the visit
 *
 * Returns: how far it is
 */
OffprintVisitState
offprint_visit_get_state (OffprintVisit *self)
{
  g_return_val_if_fail (OFFPRINT_IS_VISIT (self), OFFPRINT_VISIT_FAILED);

  return self->state;
}

/**
 * offprint_visit_get_work:
 * @self: the visit
 *
 * Returns: (transfer none) (nullable): the work, once anything is known of it
 */
OffprintWork *
offprint_visit_get_work (OffprintVisit *self)
{
  g_return_val_if_fail (OFFPRINT_IS_VISIT (self), NULL);

  return self->work != NULL && !offprint_work_is_empty (self->work) ? self->work : NULL;
}

/**
 * offprint_visit_get_choices:
 * @self: the visit
 *
 * Returns: (transfer none) (nullable): the #OffprintChoice that may be meant
 */
GListModel *
offprint_visit_get_choices (OffprintVisit *self)
{
  g_return_val_if_fail (OFFPRINT_IS_VISIT (self), NULL);

  return self->choices;
}

/**
 * offprint_visit_get_heading:
 * @self: the visit
 *
 * Returns: (nullable): what stands over the choices
 */
const char *
offprint_visit_get_heading (OffprintVisit *self)
{
  g_return_val_if_fail (OFFPRINT_IS_VISIT (self), NULL);

  return self->heading;
}

/**
 * offprint_visit_get_address:
 * @self: the visit
 *
 * Returns: what stands in the address field
 */
const char *
offprint_visit_get_address (OffprintVisit *self)
{
  g_return_val_if_fail (OFFPRINT_IS_VISIT (self), NULL);

  return self->address;
}

/**
 * offprint_visit_get_progress:
 * @self: the visit
 *
 * Returns: (nullable): a sentence that says whom we ask at the moment
 */
const char *
offprint_visit_get_progress (OffprintVisit *self)
{
  g_return_val_if_fail (OFFPRINT_IS_VISIT (self), NULL);

  return self->progress;
}

/**
 * offprint_visit_get_error:
 * @self: the visit
 *
 * Returns: (nullable): what went wrong the last time
 */
const GError *
offprint_visit_get_error (OffprintVisit *self)
{
  g_return_val_if_fail (OFFPRINT_IS_VISIT (self), NULL);

  return self->error;
}

/**
 * offprint_visit_get_changes:
 * @self: the visit
 *
 * Returns: (transfer none) (nullable): the #OffprintDifference that the last repeated
 *   look-up brought; empty if it brought none
 */
GListModel *
offprint_visit_get_changes (OffprintVisit *self)
{
  g_return_val_if_fail (OFFPRINT_IS_VISIT (self), NULL);

  return self->changes;
}

/**
 * offprint_visit_keep:
 * @self: the visit
 *
 * Keeps the work as it is now: the reader has decided something about it.
 */
void
offprint_visit_keep (OffprintVisit *self)
{
  g_return_if_fail (OFFPRINT_IS_VISIT (self));

  keep (self);
}

/**
 * offprint_visit_can_refresh:
 * @self: the visit
 *
 * Returns: whether anybody can be asked again
 */
gboolean
offprint_visit_can_refresh (OffprintVisit *self)
{
  OffprintWork *work;

  g_return_val_if_fail (OFFPRINT_IS_VISIT (self), FALSE);

  work = offprint_visit_get_work (self);
  return self->identifier != NULL || self->words != NULL || self->files != NULL ||
         (work != NULL && offprint_work_get_doi (work) != NULL);
}

/**
 * offprint_visit_is_of_files:
 * @self: the visit
 *
 * Returns: whether files are read here, and no service is asked
 */
gboolean
offprint_visit_is_of_files (OffprintVisit *self)
{
  g_return_val_if_fail (OFFPRINT_IS_VISIT (self), FALSE);

  return self->files != NULL && self->work == NULL;
}
