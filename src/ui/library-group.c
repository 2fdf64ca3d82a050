/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The part of the preferences in which the reader's library is set, and tried.
 *
 * What is pasted shows by its shape what it is, so its kind is chosen by itself and only
 * chosen by hand where it shows nothing. To try it, a work is opened through it in the
 * browser, where the log-in is; that its host answers at all is asked from here, for a
 * misspelt name is the common fault.
 */

#include "config.h"

#include "library-group.h"

#include "library-setting.h"
#include "links.h"
#include "picker.h"
#include "registry-error.h"

#include <glib/gi18n-lib.h>

/* A work that every library’s proxy can be asked for: the DOI Handbook, by its DOI. */
#define TRIED_DOI "10.1000/182"

#define MAX_ANSWER_BYTES (1024 * 1024)

struct _OffprintLibraryGroup
{
  AdwPreferencesGroup parent_instance;

  gboolean filling; /* the rows are told, nobody chooses */

  /* Owned */
  OffprintServices *services;
  GCancellable *asking; /* whether the host answers; NULL if nothing is asked */

  /* Template children */
  AdwEntryRow *address;
  OffprintPicker *kind;
  AdwActionRow *result;
  GtkWidget *spinner;
  GtkWidget *try_it;
};

G_DEFINE_FINAL_TYPE (OffprintLibraryGroup, offprint_library_group, ADW_TYPE_PREFERENCES_GROUP)

static GSettings *
get_settings (OffprintLibraryGroup *self)
{
  return offprint_services_get_settings (self->services);
}

static void
say (OffprintLibraryGroup *self,
     const char           *sentence)
{
  adw_action_row_set_subtitle (self->result, sentence);
  if (*sentence != '\0')
    gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
stop_asking (OffprintLibraryGroup *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  gtk_widget_set_visible (self->spinner, FALSE);
}

static void
show_setting (OffprintLibraryGroup *self)
{
  g_autoptr (OffprintLibraryLink) link = offprint_library_setting_dup (get_settings (self));

  self->filling = TRUE;
  adw_entry_row_set_show_apply_button (self->address, FALSE); /* or what is shown would wait to be applied */
  gtk_editable_set_text (GTK_EDITABLE (self->address), link != NULL ? offprint_library_link_get_address (link) : "");
  adw_entry_row_set_show_apply_button (self->address, TRUE);
  offprint_picker_set_selected (self->kind, link != NULL ? offprint_library_link_get_kind (link) : OFFPRINT_LIBRARY_LINK_NONE);
  self->filling = FALSE;
  gtk_widget_remove_css_class (GTK_WIDGET (self->address), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->result), link != NULL);
}

/* An address that is refused stays where it is, with the reason. */
static void
refuse (OffprintLibraryGroup *self,
        const char           *reason)
{
  gtk_widget_add_css_class (GTK_WIDGET (self->address), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->result), TRUE);
  gtk_widget_set_visible (self->try_it, FALSE);
  say (self, reason);
}

static void
take (OffprintLibraryGroup *self,
      OffprintLibraryLink *link) /* nullable: none */
{
  offprint_library_setting_set (get_settings (self), link);
  show_setting (self);
  gtk_widget_set_visible (self->try_it, TRUE);
  say (self, "");
}

static void
applied_cb (OffprintLibraryGroup *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->address));
  g_autofree char *pasted = g_strstrip (g_strdup (text));
  g_autoptr (OffprintLibraryLink) link = NULL;
  g_autoptr (GError) error = NULL;

  stop_asking (self);
  if (*pasted == '\0')
    {
      take (self, NULL);
      return;
    }
  link = offprint_library_link_parse (pasted, offprint_picker_get_selected (self->kind), &error);
  if (link != NULL)
    take (self, link);
  else
    refuse (self, error->message);
}

/* The kind that was chosen holds, whatever the address looks like. */
static void
kind_selected_cb (OffprintLibraryGroup *self)
{
  OffprintLibraryLinkKind kind = offprint_picker_get_selected (self->kind);
  const char *address = gtk_editable_get_text (GTK_EDITABLE (self->address));
  g_autoptr (OffprintLibraryLink) link = NULL;
  g_autoptr (GError) error = NULL;

  if (self->filling || self->services == NULL)
    return;
  stop_asking (self);
  if (kind == OFFPRINT_LIBRARY_LINK_NONE)
    {
      take (self, NULL);
      return;
    }
  if (*address == '\0')
    return;
  link = offprint_library_link_new (kind, address, &error);
  if (link != NULL)
    take (self, link);
  else
    refuse (self, error->message);
}

/* --- trying it --- */

/* Whatever a host says, even that one may not come in, it is there. */
static gboolean
has_answered (const GError *error)
{
  return g_error_matches (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NOT_FOUND) ||
         g_error_matches (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_REFUSED) ||
         g_error_matches (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_RATE_LIMITED) ||
         g_error_matches (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_REDIRECTS) ||
         g_error_matches (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_TOO_LARGE) ||
         g_error_matches (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER) ||
         g_error_matches (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_SERVER);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (OffprintLibraryGroup) self = user_data;
  g_autoptr (OffprintHttpAnswer) answer = NULL;
  g_autoptr (OffprintLibraryLink) link = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *host = NULL;
  g_autofree char *sentence = NULL;

  answer = offprint_http_fetch_finish (OFFPRINT_HTTP (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->services == NULL)
    return;

  stop_asking (self);
  link = offprint_library_setting_dup (get_settings (self));
  if (link == NULL)
    return;
  host = offprint_library_link_dup_host (link);
  if (answer != NULL || has_answered (error))
    /* Translators: the name of a machine of a library’s */
    sentence = g_strdup_printf (_("%s answers. Whether it lets you in, the browser shows."), host);
  say (self, sentence != NULL ? sentence : error->message); /* which names the host */
}

static void
ask_host (OffprintLibraryGroup *self,
          OffprintLibraryLink  *link)
{
  g_autofree char *origin = offprint_library_link_dup_origin (link);
  g_autofree char *host = offprint_library_link_dup_host (link);
  g_autofree char *sentence = NULL;
  OffprintHttpRequest request = {
    .url = origin,
    .purpose = _("Trying the way through your library"),
    .max_bytes = MAX_ANSWER_BYTES,
    .service = host,
  };

  /* Translators: the name of a machine of a library’s */
  sentence = g_strdup_printf (_("Asking whether %s answers…"), host);
  say (self, sentence);
  gtk_widget_set_visible (self->spinner, TRUE);
  self->asking = g_cancellable_new ();
  offprint_http_fetch_async (offprint_services_get_http (self->services), &request, self->asking, answered_cb, g_object_ref (self));
}

static char *
dup_tried_url (OffprintLibraryLink *link)
{
  g_autoptr (JsonNode) record = json_from_string ("{\"id\":\"" TRIED_DOI "\",\"type\":\"book\",\"title\":\"DOI Handbook\",\"DOI\":\"" TRIED_DOI "\"}", NULL);
  g_autoptr (OffprintWork) work = offprint_work_new_from_json (record, NULL);

  return work != NULL ? offprint_library_link_dup_url_of_work (link, work) : NULL;
}

static void
try_clicked_cb (OffprintLibraryGroup *self)
{
  g_autoptr (OffprintLibraryLink) link = offprint_library_setting_dup (get_settings (self));
  g_autofree char *url = link != NULL ? dup_tried_url (link) : NULL;

  if (url == NULL)
    return;
  stop_asking (self);
  offprint_link_launch (GTK_WIDGET (self), url);
  ask_host (self, link);
}

/* --- the class --- */

static void
offprint_library_group_unroot (GtkWidget *widget)
{
  stop_asking (OFFPRINT_LIBRARY_GROUP (widget));

  GTK_WIDGET_CLASS (offprint_library_group_parent_class)->unroot (widget);
}

static void
offprint_library_group_dispose (GObject *object)
{
  OffprintLibraryGroup *self = OFFPRINT_LIBRARY_GROUP (object);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_LIBRARY_GROUP);

  G_OBJECT_CLASS (offprint_library_group_parent_class)->dispose (object);
}

static void
offprint_library_group_class_init (OffprintLibraryGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_library_group_dispose;
  widget_class->unroot = offprint_library_group_unroot;

  g_type_ensure (OFFPRINT_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/library-group.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintLibraryGroup, address);
  gtk_widget_class_bind_template_child (widget_class, OffprintLibraryGroup, kind);
  gtk_widget_class_bind_template_child (widget_class, OffprintLibraryGroup, result);
  gtk_widget_class_bind_template_child (widget_class, OffprintLibraryGroup, spinner);
  gtk_widget_class_bind_template_child (widget_class, OffprintLibraryGroup, try_it);
  gtk_widget_class_bind_template_callback (widget_class, applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_clicked_cb);
}

static void
offprint_library_group_init (OffprintLibraryGroup *self)
{
  /* in the order of the kinds */
  const char *const names[] = {
    offprint_library_setting_get_name (OFFPRINT_LIBRARY_LINK_NONE),
    offprint_library_setting_get_name (OFFPRINT_LIBRARY_LINK_EZPROXY),
    offprint_library_setting_get_name (OFFPRINT_LIBRARY_LINK_OPENATHENS),
    offprint_library_setting_get_name (OFFPRINT_LIBRARY_LINK_OPENURL),
    NULL
  };
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  offprint_picker_set_names (self->kind, G_LIST_MODEL (list));
  self->filling = FALSE;
}

/**
 * offprint_library_group_set_services:
 * @self: the group
 * @services: what the rooms below offer
 *
 * Shows the library that is set, and sets another from now on.
 */
void
offprint_library_group_set_services (OffprintLibraryGroup *self,
                                     OffprintServices     *services)
{
  g_return_if_fail (OFFPRINT_IS_LIBRARY_GROUP (self));
  g_return_if_fail (OFFPRINT_IS_SERVICES (services));

  if (!g_set_object (&self->services, services))
    return;
  show_setting (self);
}
