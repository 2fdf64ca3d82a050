/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The field shows where the reader is. What is typed into it is only a wish until
 * Return: Escape, or leaving it untouched, brings the place back.
 */

#include "config.h"

#include "address-entry.h"

#include <glib/gi18n-lib.h>

struct _OffprintAddressEntry
{
  AdwBin parent_instance;

  /* Template children */
  GtkEntry *entry;

  /* Owned */
  char *address;
};

G_DEFINE_FINAL_TYPE (OffprintAddressEntry, offprint_address_entry, ADW_TYPE_BIN)

enum
{
  SIGNAL_SUBMIT,
  SIGNAL_DISMISS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_text (OffprintAddressEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
restore (OffprintAddressEntry *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->address != NULL ? self->address : "");
}

static void
activate_cb (OffprintAddressEntry *self)
{
  g_autofree char *text = g_strstrip (g_strdup (get_text (self)));

  if (*text != '\0')
    g_signal_emit (self, signals[SIGNAL_SUBMIT], 0, text);
}

static void
icon_press_cb (OffprintAddressEntry *self,
               GtkEntryIconPosition  position)
{
  if (position == GTK_ENTRY_ICON_SECONDARY)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
    }
}

static void
changed_cb (OffprintAddressEntry *self)
{
  gboolean is_wish = *get_text (self) != '\0' && g_strcmp0 (get_text (self), self->address) != 0;

  gtk_entry_set_icon_from_icon_name (self->entry, GTK_ENTRY_ICON_SECONDARY, is_wish ? "edit-clear-symbolic" : NULL);
  gtk_entry_set_icon_tooltip_text (self->entry, GTK_ENTRY_ICON_SECONDARY, is_wish ? _("Clear") : NULL);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                gpointer               user_data)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  OffprintAddressEntry *self = OFFPRINT_ADDRESS_ENTRY (gtk_widget_get_ancestor (entry, OFFPRINT_TYPE_ADDRESS_ENTRY));

  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  restore (self);
  g_signal_emit (self, signals[SIGNAL_DISMISS], 0);
  return GDK_EVENT_STOP;
}

static void
left_cb (OffprintAddressEntry *self)
{
  if (*get_text (self) == '\0')
    restore (self);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, 0);
}

static gboolean
offprint_address_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (OFFPRINT_ADDRESS_ENTRY (widget)->entry));
}

static void
offprint_address_entry_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_ADDRESS_ENTRY);

  G_OBJECT_CLASS (offprint_address_entry_parent_class)->dispose (object);
}

static void
offprint_address_entry_finalize (GObject *object)
{
  OffprintAddressEntry *self = OFFPRINT_ADDRESS_ENTRY (object);

  g_clear_pointer (&self->address, g_free);

  G_OBJECT_CLASS (offprint_address_entry_parent_class)->finalize (object);
}

static void
offprint_address_entry_class_init (OffprintAddressEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = offprint_address_entry_dispose;
  object_class->finalize = offprint_address_entry_finalize;
  widget_class->grab_focus = offprint_address_entry_grab_focus;

  /**
   * OffprintAddressEntry::submit:
   * @self: the field
   * @text: what was typed or pasted, without blanks around it
   *
   * The reader wants to go there.
   */
  signals[SIGNAL_SUBMIT] = g_signal_new ("submit", OFFPRINT_TYPE_ADDRESS_ENTRY, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * OffprintAddressEntry::dismiss:
   * @self: the field
   *
   * The reader wants to go nowhere.
   */
  signals[SIGNAL_DISMISS] = g_signal_new ("dismiss", OFFPRINT_TYPE_ADDRESS_ENTRY, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/address-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintAddressEntry, entry);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, icon_press_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
}

static void
offprint_address_entry_init (OffprintAddressEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* a DOI has no letters that say which way it runs; words of a title have */
  gtk_widget_set_direction (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))), GTK_TEXT_DIR_LTR);
}

/**
 * offprint_address_entry_new:
 *
 * Returns: (transfer floating): an empty field
 */
GtkWidget *
offprint_address_entry_new (void)
{
  return g_object_new (OFFPRINT_TYPE_ADDRESS_ENTRY, NULL);
}

/**
 * offprint_address_entry_set_address:
 * @self: the field
 * @address: (nullable): where the reader is
 *
 * Shows @address, unless the reader is typing.
 */
void
offprint_address_entry_set_address (OffprintAddressEntry *self,
                                    const char           *address)
{
  gboolean is_typing;

  g_return_if_fail (OFFPRINT_IS_ADDRESS_ENTRY (self));

  is_typing = gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)))) &&
              g_strcmp0 (get_text (self), self->address != NULL ? self->address : "") != 0;
  if (g_set_str (&self->address, address) && !is_typing)
    restore (self);
  changed_cb (self);
}

/**
 * offprint_address_entry_begin:
 * @self: the field
 *
 * Takes the focus with all text selected, ready to be typed over.
 */
void
offprint_address_entry_begin (OffprintAddressEntry *self)
{
  g_return_if_fail (OFFPRINT_IS_ADDRESS_ENTRY (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}
