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
#include "meaning.h"
#include "records-file.h"
#include "united-work.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>
#include <string.h>

/* More than this is no address that anybody pasted on purpose. */
#define MAX_TEXT_BYTES (1024 * 1024)

struct _OffprintVisit
{
  GObject parent_instance;

  /* Owned: what was asked for, one of these */
  OffprintServices *services;
  OffprintIdentifier *identifier;
  char *kept_id;
  char *words;
  GPtrArray *files;
  GPtrArray *readings; /* of a work out of a file */
  GBytes *html;        /* of a page that was pasted; may be NULL beside its text */
  char *pasted;

  /* Owned: what came of it */
  OffprintWork *work;
  GListModel *choices;
  char *heading;
  char *address;
  char *progress;
  GError *error;

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

static void
end (OffprintVisit      *self,
     OffprintVisitState  state,
     const GError       *error)
{
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
united_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (OffprintWork) work = NULL;
  g_autoptr (GError) error = NULL;
  OffprintVisit *self = errand->visit;

  work = offprint_united_work_find_finish (result, &error);
  if (!errand_is_current (errand))
    return;

  set_work (self, work);
  keep (self);
  if (work != NULL)
    error = g_steal_pointer (&self->error); /* of another file beside this one */
  end (self, error != NULL ? OFFPRINT_VISIT_FAILED : OFFPRINT_VISIT_DONE, error);
}

static void
unite (OffprintVisit *self,
       GPtrArray     *readings)
{
  offprint_united_work_find_async (offprint_services_get_store (self->services), readings,
                                   self->cancellable, united_cb, errand_new (self));
}

static void
offer_readings (OffprintVisit *self,
                GPtrArray     *readings)
{
  g_autoptr (GtkMapListModel) choices = NULL;
  GListStore *store = g_list_store_new (OFFPRINT_TYPE_READING);

  g_list_store_splice (store, 0, 0, readings->pdata, readings->len);
  choices = gtk_map_list_model_new (G_LIST_MODEL (store), choice_of_reading, NULL, NULL);
  set_choices (self, G_LIST_MODEL (choices),
               self->files->len > 1
                 ? g_strdup (_("Works in the Files"))
                 /* Translators: the name of a file */
                 : g_strdup_printf (_("Works in “%s”"), self->address));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GPtrArray) readings = NULL;
  g_autoptr (GError) warning = NULL;
  g_autoptr (GError) error = NULL;

  readings = offprint_records_file_load_finish (result, &warning, &error);
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

  if (offprint_united_work_is_one (readings))
    {
      errand->visit->error = g_steal_pointer (&warning);
      unite (errand->visit, readings);
      return;
    }
  offer_readings (errand->visit, readings);
  end (errand->visit, warning != NULL ? OFFPRINT_VISIT_FAILED : OFFPRINT_VISIT_DONE, warning);
}

static void
load_files (OffprintVisit *self)
{
  guint n = self->files->len;

  g_free (self->progress);
  if (n == 1)
    /* Translators: the name of a file */
    self->progress = g_strdup_printf (_("Reading “%s”…"), self->address);
  else
    self->progress = g_strdup_printf (ngettext ("Reading %u file…", "Reading %u files…", n), n);
  offprint_records_file_load_async (self->files, self->cancellable, loaded_cb, errand_new (self));
}

/* --- what a text means --- */

static void
offer_identifiers (OffprintVisit *self,
                   GPtrArray     *identifiers)
{
  g_autoptr (GListStore) choices = g_list_store_new (OFFPRINT_TYPE_CHOICE);

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
}

static void
take_meaning (OffprintVisit   *self,
              OffprintMeaning *meaning)
{
  g_autofree char *shown = NULL;

  if (meaning->identifier != NULL)
    {
      shown = offprint_identifier_dup_shown (meaning->identifier);
      g_set_str (&self->address, shown);
      self->identifier = offprint_identifier_ref (meaning->identifier);
    }
  else if (meaning->identifiers != NULL)
    offer_identifiers (self, meaning->identifiers);
  else
    {
      g_set_str (&self->address, meaning->words);
      self->error = g_steal_pointer (&meaning->error);
      if (self->error != NULL)
        self->state = OFFPRINT_VISIT_FAILED;
      else
        self->words = g_strdup (meaning->words);
    }
}

/* --- out of the clipboard --- */

/* Mark-up means nothing to a reader; any other text that is no page may yet name a work. */
static OffprintMeaning *
find_meaning (OffprintVisit *self)
{
  const char *text = self->pasted;

  while (text != NULL && g_ascii_isspace (*text))
    text++;
  return text != NULL && *text != '<' && strlen (text) <= MAX_TEXT_BYTES ? offprint_meaning_new (text) : NULL;
}

static void
page_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GPtrArray) readings = NULL;
  g_autoptr (OffprintMeaning) meaning = NULL;
  g_autoptr (GError) error = NULL;
  OffprintVisit *self = errand->visit;

  readings = offprint_records_file_load_finish (result, NULL, &error);
  if (!errand_is_current (errand))
    return;

  if (readings != NULL)
    {
      unite (self, readings);
      return;
    }
  meaning = find_meaning (self);
  if (meaning == NULL)
    {
      end (self, OFFPRINT_VISIT_FAILED, error);
      return;
    }
  g_clear_pointer (&self->pasted, g_free);
  g_clear_pointer (&self->html, g_bytes_unref);
  g_clear_pointer (&self->progress, g_free);
  take_meaning (self, meaning);
  if (self->state == OFFPRINT_VISIT_RUNNING)
    offprint_visit_begin (self, OFFPRINT_RESOLVE_DEFAULT);
  else
    emit_changed (self);
}

static void
read_pasted (OffprintVisit *self)
{
  g_autoptr (GBytes) text = self->pasted != NULL ? g_bytes_new (self->pasted, strlen (self->pasted)) : NULL;

  g_set_str (&self->progress, _("Reading the page that was pasted…"));
  offprint_records_file_read_async (self->html, text, self->cancellable, page_read_cb, errand_new (self));
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
  g_clear_pointer (&self->readings, g_ptr_array_unref);
  g_clear_pointer (&self->html, g_bytes_unref);
  g_clear_pointer (&self->pasted, g_free);
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
  OffprintVisit *self;
  g_autoptr (OffprintMeaning) meaning = NULL;

  g_return_val_if_fail (OFFPRINT_IS_SERVICES (services), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  meaning = offprint_meaning_new (text);
  if (meaning == NULL)
    return NULL;
  self = visit_new (services, NULL);
  take_meaning (self, meaning);
  return self;
}

/**
 * offprint_visit_new_for_page:
 * @services: what the rooms below offer
 * @html: (nullable): a publisher’s page as a browser puts it on the clipboard
 * @text: (nullable): its words alone, or its source; not `NULL` if @html is
 *
 * If it turns out to be no page of a work, it means what @text means.
 *
 * Returns: (transfer full): a visit to begin
 */
OffprintVisit *
offprint_visit_new_for_page (OffprintServices *services,
                             GBytes           *html,
                             const char       *text)
{
  OffprintVisit *self;

  g_return_val_if_fail (OFFPRINT_IS_SERVICES (services), NULL);
  g_return_val_if_fail (html != NULL || text != NULL, NULL);

  self = visit_new (services, NULL);
  self->html = html != NULL ? g_bytes_ref (html) : NULL;
  self->pasted = g_strdup (text);
  return self;
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

static GPtrArray *
list_readings (OffprintWork *work)
{
  GListModel *model = offprint_work_get_readings (work);
  GPtrArray *readings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (readings, g_list_model_get_item (model, i));
  return readings;
}

/**
 * offprint_visit_new_for_work:
 * @services: what the rooms below offer
 * @work: a work that is known: the sample, or one chosen out of a file, which is shown
 *   with what is kept of it
 *
 * Returns: (transfer full): a visit: of the sample it is done, of another it is to begin
 */
OffprintVisit *
offprint_visit_new_for_work (OffprintServices *services,
                             OffprintWork     *work)
{
  OffprintVisit *self;

  g_return_val_if_fail (OFFPRINT_IS_SERVICES (services), NULL);
  g_return_val_if_fail (OFFPRINT_IS_WORK (work), NULL);

  self = visit_new (services, offprint_work_get_doi (work));
  if (offprint_work_is_sample (work))
    {
      set_work (self, work);
      self->state = OFFPRINT_VISIT_DONE;
    }
  else
    self->readings = list_readings (work);
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
    load_files (self);
  else if (self->html != NULL || self->pasted != NULL)
    read_pasted (self);
  else if (self->readings != NULL)
    unite (self, self->readings);
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
 * Returns: whether files or a page that was pasted are read here, and no service is asked
 */
gboolean
offprint_visit_is_of_files (OffprintVisit *self)
{
  g_return_val_if_fail (OFFPRINT_IS_VISIT (self), FALSE);

  return self->identifier == NULL && self->words == NULL && self->work == NULL &&
         (self->files != NULL || self->html != NULL || self->pasted != NULL);
}
