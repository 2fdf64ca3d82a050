/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choosing one of ten thousand citation styles, and their language.
 *
 * The entry keeps the focus while the arrow keys move the selection: one types,
 * glances, presses Enter.
 */

#include "config.h"

#include "style-chooser.h"

#include "language-list.h"
#include "style-row.h"
#include "style-search.h"

#include <glib/gi18n-lib.h>

#define PAGE_ROWS 8

struct _OffprintStyleChooser
{
  AdwDialog parent_instance;

  /* Owned */
  OffprintCiting *citing;
  OffprintStyleSearch *search;
  char *current; /* name of the style that is used now */

  gboolean filling;
  guint growing; /* a tick callback */

  /* Template children */
  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkListView *view;
  GtkAdjustment *adjustment;
  GtkSingleSelection *selection;
  GtkDropDown *language;
};

G_DEFINE_FINAL_TYPE (OffprintStyleChooser, offprint_style_chooser, ADW_TYPE_DIALOG)

static void
show_state (OffprintStyleChooser *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0;

  if (self->search != NULL)
    gtk_stack_set_visible_child_name (self->stack,
                                      is_empty && !offprint_style_search_is_searching (self->search) ? "none" : "list");
}

static gboolean
grow_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  OffprintStyleChooser *self = OFFPRINT_STYLE_CHOOSER (widget);

  if (offprint_style_search_grow (self->search))
    return G_SOURCE_CONTINUE;

  self->growing = 0;
  return G_SOURCE_REMOVE;
}

static void
scrolled_cb (OffprintStyleChooser *self)
{
  if (self->search != NULL && self->growing == 0 && gtk_adjustment_get_value (self->adjustment) > 0)
    self->growing = gtk_widget_add_tick_callback (GTK_WIDGET (self), grow_cb, NULL, NULL);
}

static void
stop_growing (OffprintStyleChooser *self)
{
  if (self->growing != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->growing);
  self->growing = 0;
}

static void
go_to_top (OffprintStyleChooser *self)
{
  gtk_single_selection_set_selected (self->selection, 0);
  gtk_adjustment_set_value (self->adjustment, 0);
}

static void
searching_cb (OffprintStyleChooser *self)
{
  if (!offprint_style_search_is_searching (self->search))
    go_to_top (self);
  show_state (self);
}

static void
narrowed_cb (OffprintStyleChooser *self)
{
  stop_growing (self);
  offprint_style_search_set_text (self->search, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  searching_cb (self);
}

static void
choose (OffprintStyleChooser *self,
        guint                 position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (OffprintStyleInfo) info = item != NULL ? offprint_style_search_dup_info (self->search, item) : NULL;

  if (info == NULL)
    return;

  offprint_citing_choose_style (self->citing, offprint_style_info_get_name (info));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
activated_cb (OffprintStyleChooser *self,
              guint                 position,
              GtkListView          *view)
{
  choose (self, position);
}

static void
entry_activated_cb (OffprintStyleChooser *self)
{
  if (offprint_style_search_is_searching (self->search))
    offprint_style_search_finish (self->search);
  choose (self, gtk_single_selection_get_selected (self->selection));
}

static void
move_selection (OffprintStyleChooser *self,
                int                   by)
{
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  int to = CLAMP ((int) gtk_single_selection_get_selected (self->selection) + by, 0, MAX (n - 1, 0));
  g_autoptr (OffprintStyleInfo) info = NULL;

  if (n == 0)
    return;

  gtk_list_view_scroll_to (self->view, (guint) to, GTK_LIST_SCROLL_SELECT, NULL);
  info = offprint_style_search_dup_info (self->search, gtk_single_selection_get_selected_item (self->selection));
  if (info != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->entry), offprint_style_info_get_title (info),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
key_pressed_cb (OffprintStyleChooser  *self,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_selection (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_selection (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      move_selection (self, PAGE_ROWS);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      move_selection (self, -PAGE_ROWS);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
stop_cb (OffprintStyleChooser *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
setup_cb (OffprintStyleChooser     *self,
          GtkListItem              *item,
          GtkSignalListItemFactory *factory)
{
  gtk_list_item_set_child (item, offprint_style_row_new ());
}

static void
bind_cb (OffprintStyleChooser     *self,
         GtkListItem              *item,
         GtkSignalListItemFactory *factory)
{
  g_autoptr (OffprintStyleInfo) info = offprint_style_search_dup_info (self->search, gtk_list_item_get_item (item));
  gboolean is_current = info != NULL && g_strcmp0 (offprint_style_info_get_name (info), self->current) == 0;

  if (info == NULL)
    return;

  offprint_style_row_set_info (gtk_list_item_get_child (item), info, is_current);
  gtk_list_item_set_accessible_label (item, offprint_style_info_get_title (info));
}

static void
setup_header_cb (OffprintStyleChooser     *self,
                 GtkListHeader            *header,
                 GtkSignalListItemFactory *factory)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (OffprintStyleChooser     *self,
                GtkListHeader            *header,
                GtkSignalListItemFactory *factory)
{
  OffprintStyleSection section = offprint_style_search_get_section (self->search, gtk_list_header_get_start (header));
  gboolean has_text = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';
  const char *title = NULL;

  switch (section)
    {
    case OFFPRINT_STYLE_SECTION_RECENT:
      title = _("Recent");
      break;
    case OFFPRINT_STYLE_SECTION_BEST:
      title = _("Best Matches");
      break;
    case OFFPRINT_STYLE_SECTION_ALL:
      title = has_text ? _("Other Styles") : _("All Styles");
      break;
    }
  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), title);
}

/* The one in use stands first, where one may see it. */
static GStrv
dup_recent (OffprintStyleChooser *self)
{
  GSettings *settings = offprint_citing_get_settings (self->citing);
  g_auto (GStrv) names = settings != NULL ? g_settings_get_strv (settings, "recent-styles") : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (self->current != NULL)
    g_strv_builder_add (builder, self->current);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      if (g_strcmp0 (names[i], self->current) != 0)
        g_strv_builder_add (builder, names[i]);
    }
  return g_strv_builder_end (builder);
}

static void
fill_languages (OffprintStyleChooser *self)
{
  GSettings *settings = offprint_citing_get_settings (self->citing);
  g_autoptr (GListModel) languages = offprint_language_list_new ();
  g_autofree char *tag = settings != NULL ? g_settings_get_string (settings, "citation-locale") : NULL;

  self->filling = TRUE;
  gtk_drop_down_set_model (self->language, languages);
  if (tag != NULL)
    gtk_drop_down_set_selected (self->language, offprint_language_list_find (tag));
  self->filling = FALSE;
}

static void
language_chosen_cb (OffprintStyleChooser *self)
{
  GSettings *settings = offprint_citing_get_settings (self->citing);
  guint selected = gtk_drop_down_get_selected (self->language);

  if (!self->filling && settings != NULL && selected != GTK_INVALID_LIST_POSITION)
    g_settings_set_string (settings, "citation-locale", offprint_language_list_get_tag (selected));
}

static void
offprint_style_chooser_dispose (GObject *object)
{
  OffprintStyleChooser *self = OFFPRINT_STYLE_CHOOSER (object);

  self->filling = TRUE;
  stop_growing (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_STYLE_CHOOSER);
  g_clear_object (&self->search);
  g_clear_object (&self->citing);

  G_OBJECT_CLASS (offprint_style_chooser_parent_class)->dispose (object);
}

static void
offprint_style_chooser_finalize (GObject *object)
{
  OffprintStyleChooser *self = OFFPRINT_STYLE_CHOOSER (object);

  g_free (self->current);

  G_OBJECT_CLASS (offprint_style_chooser_parent_class)->finalize (object);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, show_state);
  gtk_widget_class_bind_template_callback (widget_class, narrowed_cb);
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_chosen_cb);
}

static void
offprint_style_chooser_class_init (OffprintStyleChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = offprint_style_chooser_dispose;
  object_class->finalize = offprint_style_chooser_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/style-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintStyleChooser, entry);
  gtk_widget_class_bind_template_child (widget_class, OffprintStyleChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, OffprintStyleChooser, view);
  gtk_widget_class_bind_template_child (widget_class, OffprintStyleChooser, adjustment);
  gtk_widget_class_bind_template_child (widget_class, OffprintStyleChooser, selection);
  gtk_widget_class_bind_template_child (widget_class, OffprintStyleChooser, language);
  bind_callbacks (widget_class);
}

static void
offprint_style_chooser_init (OffprintStyleChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self));
}

/**
 * offprint_style_chooser_new:
 * @citing: what is cited, and how
 *
 * Makes a dialog that changes the style and language of @citing.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
offprint_style_chooser_new (OffprintCiting *citing)
{
  OffprintStyleChooser *self;
  GSettings *settings;
  g_auto (GStrv) recent = NULL;

  g_return_val_if_fail (OFFPRINT_IS_CITING (citing), NULL);
  g_return_val_if_fail (offprint_citing_get_catalog (citing) != NULL, NULL);

  self = g_object_new (OFFPRINT_TYPE_STYLE_CHOOSER, NULL);
  self->citing = g_object_ref (citing);
  settings = offprint_citing_get_settings (citing);
  self->current = settings != NULL ? g_settings_get_string (settings, "citation-style") : NULL;
  recent = dup_recent (self);
  self->search = offprint_style_search_new (offprint_citing_get_catalog (citing), (const char *const *) recent);
  g_signal_connect_object (self->search, "notify::searching", G_CALLBACK (searching_cb), self, G_CONNECT_SWAPPED);
  gtk_single_selection_set_model (self->selection, offprint_style_search_get_results (self->search));
  fill_languages (self);
  show_state (self);
  return ADW_DIALOG (self);
}
