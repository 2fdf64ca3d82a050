/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every row is a setting and nothing else: what it does is done by whoever follows
 * the setting.
 */

#include "config.h"

#include "preferences.h"

#include "language-list.h"
#include "ledger-dialog.h"
#include "library-group.h"
#include "picker.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _OffprintPreferences
{
  AdwPreferencesDialog parent_instance;

  /* Template children */
  AdwComboRow *font;
  AdwSpinRow *size;
  AdwActionRow *style;
  OffprintPicker *language;
  AdwSwitchRow *offline;
  OffprintLibraryGroup *library;
  AdwSwitchRow *read_pages;
  AdwEntryRow *contact;

  /* Owned */
  OffprintServices *services;
};

G_DEFINE_FINAL_TYPE (OffprintPreferences, offprint_preferences, ADW_TYPE_PREFERENCES_DIALOG)

/* --- settings to rows and back --- */

static gboolean
percent_from_scale (GValue   *value,
                    GVariant *variant,
                    gpointer  user_data)
{
  g_value_set_double (value, g_variant_get_double (variant) * 100);
  return TRUE;
}

static GVariant *
scale_from_percent (const GValue       *value,
                    const GVariantType *type,
                    gpointer            user_data)
{
  return g_variant_new_double (g_value_get_double (value) / 100);
}

static void
style_changed_cb (OffprintPreferences *self)
{
  GSettings *settings = offprint_services_get_settings (self->services);
  g_autofree char *name = g_settings_get_string (settings, "citation-style");
  g_autoptr (OffprintStyleInfo) info = NULL;

  info = offprint_style_catalog_dup_info (offprint_services_get_catalog (self->services), name);
  adw_action_row_set_subtitle (self->style, info != NULL ? offprint_style_info_get_title (info) : name);
}

static void
language_selected_cb (OffprintPreferences *self)
{
  if (self->services != NULL)
    g_settings_set_string (offprint_services_get_settings (self->services), "citation-locale",
                           offprint_language_list_get_tag (offprint_picker_get_selected (self->language)));
}

/* Anything with one “@” in it: whether it is read is the person’s own affair. */
static gboolean
is_address (const char *text)
{
  const char *at = strchr (text, '@');

  return at != NULL && at > text && at[1] != '\0' && strchr (at + 1, '@') == NULL && strpbrk (text, " \t<>,;") == NULL;
}

static void
contact_applied_cb (OffprintPreferences *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->contact))));

  if (*text != '\0' && !is_address (text))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->contact), "error");
      gtk_widget_grab_focus (GTK_WIDGET (self->contact));
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->contact), "error");
  g_settings_set_string (offprint_services_get_settings (self->services), "contact-address", text);
}

/* --- other dialogs --- */

static void
choose_style_cb (OffprintPreferences *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (parent, "work.choose-style", NULL);
}

static void
show_ledger_cb (OffprintPreferences *self)
{
  OffprintLedger *ledger = offprint_http_get_ledger (offprint_services_get_http (self->services));

  adw_dialog_present (offprint_ledger_dialog_new (ledger), GTK_WIDGET (self));
}

/* --- the class --- */

static void
offprint_preferences_dispose (GObject *object)
{
  OffprintPreferences *self = OFFPRINT_PREFERENCES (object);

  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_PREFERENCES);

  G_OBJECT_CLASS (offprint_preferences_parent_class)->dispose (object);
}

static void
offprint_preferences_class_init (OffprintPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_preferences_dispose;

  g_type_ensure (OFFPRINT_TYPE_PICKER);
  g_type_ensure (OFFPRINT_TYPE_LIBRARY_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintPreferences, font);
  gtk_widget_class_bind_template_child (widget_class, OffprintPreferences, size);
  gtk_widget_class_bind_template_child (widget_class, OffprintPreferences, style);
  gtk_widget_class_bind_template_child (widget_class, OffprintPreferences, language);
  gtk_widget_class_bind_template_child (widget_class, OffprintPreferences, offline);
  gtk_widget_class_bind_template_child (widget_class, OffprintPreferences, library);
  gtk_widget_class_bind_template_child (widget_class, OffprintPreferences, read_pages);
  gtk_widget_class_bind_template_child (widget_class, OffprintPreferences, contact);
  gtk_widget_class_bind_template_callback (widget_class, choose_style_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_ledger_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, contact_applied_cb);
}

static void
offprint_preferences_init (OffprintPreferences *self)
{
  /* in the order of the setting's values */
  const char *const fonts[] = { _("Document Font"), _("Serif"), _("Sans Serif"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (fonts);

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->font, G_LIST_MODEL (list));
}

static gboolean
font_from_setting (GValue   *value,
                   GVariant *variant,
                   gpointer  user_data)
{
  g_value_set_uint (value, g_settings_get_enum (user_data, "reading-font"));
  return TRUE;
}

static void
font_selected_cb (OffprintPreferences *self)
{
  g_settings_set_enum (offprint_services_get_settings (self->services), "reading-font",
                       adw_combo_row_get_selected (self->font));
}

/**
 * offprint_preferences_new:
 * @services: what the rooms below offer
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
offprint_preferences_new (OffprintServices *services)
{
  OffprintPreferences *self;
  g_autoptr (GListModel) languages = NULL;
  g_autofree char *locale = NULL;
  g_autofree char *contact = NULL;
  GSettings *settings;

  g_return_val_if_fail (OFFPRINT_IS_SERVICES (services), NULL);

  self = g_object_new (OFFPRINT_TYPE_PREFERENCES, NULL);
  settings = offprint_services_get_settings (services);
  languages = offprint_language_list_new ();
  locale = g_settings_get_string (settings, "citation-locale");
  contact = g_settings_get_string (settings, "contact-address");

  g_settings_bind_with_mapping (settings, "reading-font", self->font, "selected", G_SETTINGS_BIND_GET,
                                font_from_setting, NULL, settings, NULL);
  g_settings_bind_with_mapping (settings, "text-scale", self->size, "value", G_SETTINGS_BIND_DEFAULT,
                                percent_from_scale, scale_from_percent, NULL, NULL);
  g_settings_bind (settings, "work-offline", self->offline, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "read-publisher-pages", self->read_pages, "active", G_SETTINGS_BIND_DEFAULT);
  offprint_picker_set_names (self->language, languages);
  offprint_picker_set_selected (self->language, offprint_language_list_find (locale));
  gtk_editable_set_text (GTK_EDITABLE (self->contact), contact);

  self->services = g_object_ref (services);
  offprint_library_group_set_services (self->library, services);
  g_signal_connect_object (self->font, "notify::selected", G_CALLBACK (font_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::citation-style", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  style_changed_cb (self);
  return ADW_DIALOG (self);
}
