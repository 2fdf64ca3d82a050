/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choosing one of many words from a list that drops down. GtkDropDown and AdwComboRow make
 * their lists with themselves, a row for each of sixty languages: 17 ms of a dialog that
 * nobody opened to choose a language. Here the list is made when it is asked for.
 */

#include "config.h"

#include "picker.h"

#include <glib/gi18n-lib.h>

/* Fewer are seen at a glance */
#define MIN_SEARCHED 12

struct _OffprintPicker
{
  AdwBin parent_instance;

  /* Owned */
  GListModel *names;
  char *title;

  guint selected;

  /* Children */
  GtkMenuButton *button;
  GtkListView *view; /* NULL until the list is first opened */
  GtkSearchEntry *entry;
  GtkStringFilter *filter;
};

G_DEFINE_FINAL_TYPE (OffprintPicker, offprint_picker, ADW_TYPE_BIN)

enum
{
  PROP_NAMES = 1,
  PROP_SELECTED,
  PROP_TITLE,
  PROP_FLAT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
dup_name (OffprintPicker *self)
{
  g_autoptr (GtkStringObject) item = self->names != NULL ? g_list_model_get_item (self->names, self->selected) : NULL;

  return g_strdup (item != NULL ? gtk_string_object_get_string (item) : "");
}

static char *
dup_sentence (OffprintPicker *self)
{
  g_autofree char *name = dup_name (self);

  /* Translators: what is chosen, as “Language”, and which one it is */
  return g_strdup_printf (_("%s: %s"), self->title, name);
}

static void
show_selected (OffprintPicker *self)
{
  g_autofree char *name = dup_name (self);
  g_autofree char *told = NULL;

  gtk_menu_button_set_label (self->button, name);
  if (self->title == NULL)
    return;
  told = dup_sentence (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, told, -1);
}

/* Set along with the widget, a tooltip would ask the display server where the pointer is.
 * It says what is chosen, too: where there is little room, that is cut short. */
static gboolean
tooltip_cb (OffprintPicker *self,
            int             x,
            int             y,
            gboolean        keyboard,
            GtkTooltip     *tooltip)
{
  g_autofree char *text = NULL;

  if (self->title == NULL)
    return FALSE;
  text = dup_sentence (self);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* --- the list --- */

static void
setup_cb (OffprintPicker *self,
          GtkListItem    *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (OffprintPicker *self,
         GtkListItem    *item)
{
  const char *name = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), name);
  gtk_list_item_set_accessible_label (item, name);
}

static void
choose (OffprintPicker *self,
        guint           position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->view)), position);

  for (guint i = 0; item != NULL && i < g_list_model_get_n_items (self->names); i++)
    {
      g_autoptr (GObject) other = g_list_model_get_item (self->names, i);

      if (other != item)
        continue;
      gtk_menu_button_popdown (self->button);
      offprint_picker_set_selected (self, i);
      return;
    }
}

static void
activated_cb (OffprintPicker *self,
              guint           position)
{
  choose (self, position);
}

static void
searched_cb (OffprintPicker *self)
{
  gtk_string_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
entry_activated_cb (OffprintPicker *self)
{
  choose (self, 0);
}

static void
stop_cb (OffprintPicker *self)
{
  gtk_menu_button_popdown (self->button);
}

static gboolean
key_pressed_cb (OffprintPicker  *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return GDK_EVENT_STOP;
}

static GtkWidget *
new_entry (OffprintPicker *self)
{
  GtkWidget *entry = gtk_search_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = GTK_SEARCH_ENTRY (entry);
  gtk_search_entry_set_search_delay (self->entry, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->title != NULL ? self->title : _("Search"), -1);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (searched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (entry_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (stop_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, keys);
  gtk_widget_add_css_class (entry, "picker-search");
  return entry;
}

static GtkWidget *
new_view (OffprintPicker *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkExpression *expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkFilterListModel *found;
  GtkSingleSelection *selection;
  GtkWidget *view;

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  self->filter = gtk_string_filter_new (expression);
  found = gtk_filter_list_model_new (g_object_ref (self->names), GTK_FILTER (self->filter));
  selection = gtk_single_selection_new (G_LIST_MODEL (found));
  gtk_single_selection_set_selected (selection, self->selected);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (view), TRUE);
  gtk_widget_add_css_class (view, "navigation-sidebar");
  if (self->title != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
  g_signal_connect_object (view, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  self->view = GTK_LIST_VIEW (view);
  return view;
}

static void
closed_cb (OffprintPicker *self)
{
  self->view = NULL;
  self->entry = NULL;
  self->filter = NULL;
  gtk_menu_button_set_popover (self->button, NULL);
}

static void
shown_cb (OffprintPicker *self)
{
  gtk_list_view_scroll_to (self->view, self->selected, GTK_LIST_SCROLL_FOCUS, NULL);
  if (self->entry != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
create_popover (GtkMenuButton *button,
                gpointer       user_data)
{
  OffprintPicker *self = user_data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  if (self->names == NULL)
    return;

  if (g_list_model_get_n_items (self->names) >= MIN_SEARCHED)
    gtk_box_append (GTK_BOX (box), new_entry (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), new_view (self));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_add_css_class (popover, "picker");
  gtk_menu_button_set_popover (button, popover);
  g_signal_connect_object (popover, "show", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/* --- the class --- */

static void
offprint_picker_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  OffprintPicker *self = OFFPRINT_PICKER (object);

  switch (prop_id)
    {
    case PROP_NAMES:
      g_value_set_object (value, self->names);
      break;
    case PROP_SELECTED:
      g_value_set_uint (value, self->selected);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_FLAT:
      g_value_set_boolean (value, !gtk_menu_button_get_has_frame (self->button));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
offprint_picker_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  OffprintPicker *self = OFFPRINT_PICKER (object);

  switch (prop_id)
    {
    case PROP_NAMES:
      offprint_picker_set_names (self, g_value_get_object (value));
      break;
    case PROP_SELECTED:
      offprint_picker_set_selected (self, g_value_get_uint (value));
      break;
    case PROP_TITLE:
      if (!g_set_str (&self->title, g_value_get_string (value)))
        break;
      show_selected (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_FLAT:
      gtk_menu_button_set_has_frame (self->button, !g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* A row that has a picker opens it */
static gboolean
offprint_picker_mnemonic_activate (GtkWidget *widget,
                                   gboolean   group_cycling)
{
  gtk_menu_button_popup (OFFPRINT_PICKER (widget)->button);
  return TRUE;
}

static void
offprint_picker_finalize (GObject *object)
{
  OffprintPicker *self = OFFPRINT_PICKER (object);

  g_clear_object (&self->names);
  g_free (self->title);

  G_OBJECT_CLASS (offprint_picker_parent_class)->finalize (object);
}

static void
offprint_picker_class_init (OffprintPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = offprint_picker_get_property;
  object_class->set_property = offprint_picker_set_property;
  object_class->finalize = offprint_picker_finalize;

  GTK_WIDGET_CLASS (klass)->mnemonic_activate = offprint_picker_mnemonic_activate;

  /**
   * OffprintPicker:names:
   *
   * What can be chosen.
   */
  properties[PROP_NAMES] = g_param_spec_object ("names", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  /**
   * OffprintPicker:selected:
   *
   * Which one is chosen.
   */
  properties[PROP_SELECTED] = g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT, 0, flags);

  /**
   * OffprintPicker:title:
   *
   * What is chosen here, for people.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);

  /**
   * OffprintPicker:flat:
   *
   * Whether it is drawn without a frame, for a row that has its own.
   */
  properties[PROP_FLAT] =
    g_param_spec_boolean ("flat", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
offprint_picker_init (OffprintPicker *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_can_shrink (self->button, TRUE);
  gtk_menu_button_set_create_popup_func (self->button, create_popover, self, NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->button), TRUE);
  g_signal_connect_object (self->button, "query-tooltip", G_CALLBACK (tooltip_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

/**
 * offprint_picker_set_names:
 * @self: a picker
 * @names: (nullable): what can be chosen, of #GtkStringObject
 *
 * Offers other words; the first is chosen.
 */
void
offprint_picker_set_names (OffprintPicker *self,
                           GListModel     *names)
{
  g_return_if_fail (OFFPRINT_IS_PICKER (self));
  g_return_if_fail (names == NULL || G_IS_LIST_MODEL (names));

  if (!g_set_object (&self->names, names))
    return;

  self->selected = 0;
  show_selected (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAMES]);
}

/**
 * offprint_picker_get_selected:
 * @self: a picker
 *
 * Returns: which one is chosen
 */
guint
offprint_picker_get_selected (OffprintPicker *self)
{
  g_return_val_if_fail (OFFPRINT_IS_PICKER (self), 0);

  return self->selected;
}

/**
 * offprint_picker_set_selected:
 * @self: a picker
 * @selected: which one to choose
 *
 * Chooses one.
 */
void
offprint_picker_set_selected (OffprintPicker *self,
                              guint           selected)
{
  g_return_if_fail (OFFPRINT_IS_PICKER (self));

  if (self->selected == selected || (self->names != NULL && selected >= g_list_model_get_n_items (self->names)))
    return;

  self->selected = selected;
  show_selected (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}
