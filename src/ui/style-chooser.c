/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choosing one of ten thousand citation styles, and their language.
 *
 *   recent styles (GListStore) ─► GtkFilterListModel (words)
 *   the catalog ────────────────► GtkFilterListModel (words; incremental)
 *        both ─► GtkFlattenListModel, a section each ─► GtkSliceListModel (grows a frame
 *        at a time) ─► GtkSingleSelection ─► GtkListView
 *
 * The entry keeps the focus while the arrow keys move the selection: one types,
 * glances, presses Enter.
 */

#include "config.h"

#include "style-chooser.h"

#include "language-list.h"
#include "style-row.h"

#include <glib/gi18n-lib.h>

#define PAGE_ROWS 8

/* GtkListView keeps two hundred rows ready, and a keystroke changes all of them: so
 * many at once take 20 ms. Until somebody scrolls, the first screen is enough; then
 * the others come in portions, a frame each. */
#define ROWS_A_FRAME 30
#define ALL_ROWS     240

struct _OffprintStyleChooser
{
  AdwDialog parent_instance;

  /* Owned */
  OffprintCiting *citing;
  GStrv words;
  char *current; /* name of the style that is used now */

  gboolean filling;
  guint growing; /* a tick callback */

  /* Template children */
  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkListView *view;
  GtkSingleSelection *selection;
  GtkSliceListModel *slice;
  GListStore *parts;
  GListStore *recent;
  GtkFilterListModel *recent_found;
  GtkFilterListModel *all_found;
  GtkCustomFilter *filter;
  GtkDropDown *language;
};

G_DEFINE_FINAL_TYPE (OffprintStyleChooser, offprint_style_chooser, ADW_TYPE_DIALOG)

/* A recent style is listed by its name: the same object twice in one list would
 * confuse the selection. */
static OffprintStyleInfo *
dup_info (OffprintStyleChooser *self,
          gpointer              item)
{
  if (OFFPRINT_IS_STYLE_INFO (item))
    return g_object_ref (item);
  return offprint_style_catalog_dup_info (offprint_citing_get_catalog (self->citing), gtk_string_object_get_string (item));
}

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  OffprintStyleChooser *self = user_data;
  g_autoptr (OffprintStyleInfo) info = dup_info (self, item);

  return info != NULL && (self->words == NULL || offprint_style_info_matches (info, (const char *const *) self->words));
}

static GStrv
dup_folded_words (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = g_strsplit_set (folded, " \t", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0')
        g_strv_builder_add (builder, words[i]);
    }
  return g_strv_builder_end (builder);
}

static void
show_state (OffprintStyleChooser *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0;
  gboolean is_done = gtk_filter_list_model_get_pending (self->all_found) == 0;

  gtk_stack_set_visible_child_name (self->stack, is_empty && is_done ? "none" : "list");
}

static gboolean
grow_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  OffprintStyleChooser *self = OFFPRINT_STYLE_CHOOSER (widget);
  guint size = gtk_slice_list_model_get_size (self->slice) + ROWS_A_FRAME;

  if (size < ALL_ROWS)
    {
      gtk_slice_list_model_set_size (self->slice, size);
      return G_SOURCE_CONTINUE;
    }
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  self->growing = 0;
  return G_SOURCE_REMOVE;
}

static void
stop_growing (OffprintStyleChooser *self)
{
  if (self->growing != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->growing);
  self->growing = 0;
}

static void
start_small (OffprintStyleChooser *self)
{
  stop_growing (self);
  gtk_slice_list_model_set_size (self->slice, ROWS_A_FRAME);
}

static void
scrolled_cb (OffprintStyleChooser *self,
             GtkAdjustment        *adjustment)
{
  if (gtk_adjustment_get_value (adjustment) > 0 && self->growing == 0 &&
      gtk_slice_list_model_get_size (self->slice) < ALL_ROWS)
    self->growing = gtk_widget_add_tick_callback (GTK_WIDGET (self), grow_cb, NULL, NULL);
}

/* Without words there is nothing to filter by, so nothing to wait for. */
static void
show_all (OffprintStyleChooser *self)
{
  gtk_filter_list_model_set_filter (self->recent_found, NULL);
  gtk_filter_list_model_set_filter (self->all_found, NULL);
}

static void
narrowed_cb (OffprintStyleChooser *self)
{
  g_auto (GStrv) words = dup_folded_words (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  g_strfreev (self->words);
  self->words = g_steal_pointer (&words);
  start_small (self);
  if (self->words[0] == NULL)
    {
      show_all (self);
    }
  else
    {
      gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
      gtk_filter_list_model_set_filter (self->recent_found, GTK_FILTER (self->filter));
      gtk_filter_list_model_set_filter (self->all_found, GTK_FILTER (self->filter));
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_SELECT, NULL);
  show_state (self);
}

static void
choose (OffprintStyleChooser *self,
        guint                 position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (OffprintStyleInfo) info = item != NULL ? dup_info (self, item) : NULL;

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

/* Enter may come before the last keystroke has gone through all styles: then the
 * row that is selected need not match, so the search is brought to its end first. */
static void
entry_activated_cb (OffprintStyleChooser *self)
{
  guint selected;

  if (gtk_filter_list_model_get_pending (self->all_found) > 0)
    {
      gtk_filter_list_model_set_incremental (self->all_found, FALSE);
      gtk_filter_list_model_set_incremental (self->all_found, TRUE);
    }
  selected = gtk_single_selection_get_selected (self->selection);
  choose (self, selected != GTK_INVALID_LIST_POSITION ? selected : 0);
}

static void
move_selection (OffprintStyleChooser *self,
                int                   by)
{
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint selected = gtk_single_selection_get_selected (self->selection);
  int to = selected == GTK_INVALID_LIST_POSITION ? 0 : CLAMP ((int) selected + by, 0, n - 1);

  if (n == 0)
    return;

  gtk_list_view_scroll_to (self->view, (guint) to, GTK_LIST_SCROLL_SELECT, NULL);
  {
    g_autoptr (OffprintStyleInfo) info = dup_info (self, gtk_single_selection_get_selected_item (self->selection));

    gtk_accessible_announce (GTK_ACCESSIBLE (self->entry), offprint_style_info_get_title (info),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  }
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
  g_autoptr (OffprintStyleInfo) info = dup_info (self, gtk_list_item_get_item (item));
  gboolean is_current = g_strcmp0 (offprint_style_info_get_name (info), self->current) == 0;

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
  gboolean is_recent = gtk_list_header_get_start (header) < g_list_model_get_n_items (G_LIST_MODEL (self->recent_found));

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)),
                       is_recent ? _("Recent") : _("All Styles"));
}

static void
add_recent (OffprintStyleChooser *self,
            const char           *name)
{
  OffprintStyleCatalog *catalog = offprint_citing_get_catalog (self->citing);
  g_autoptr (OffprintStyleInfo) info = catalog != NULL ? offprint_style_catalog_dup_info (catalog, name) : NULL;

  if (info != NULL)
    {
      g_autoptr (GtkStringObject) item = gtk_string_object_new (name);

      g_list_store_append (self->recent, item);
    }
}

/* The one in use stands first, where one may see it. */
static void
fill_recent (OffprintStyleChooser *self)
{
  GSettings *settings = offprint_citing_get_settings (self->citing);
  g_auto (GStrv) names = settings != NULL ? g_settings_get_strv (settings, "recent-styles") : NULL;

  if (self->current != NULL)
    add_recent (self, self->current);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      if (g_strcmp0 (names[i], self->current) != 0)
        add_recent (self, names[i]);
    }
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

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  self->filling = TRUE;
  stop_growing (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_STYLE_CHOOSER);
  g_clear_object (&self->citing);

  G_OBJECT_CLASS (offprint_style_chooser_parent_class)->dispose (object);
}

static void
offprint_style_chooser_finalize (GObject *object)
{
  OffprintStyleChooser *self = OFFPRINT_STYLE_CHOOSER (object);

  g_strfreev (self->words);
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

  g_type_ensure (OFFPRINT_TYPE_STYLE_INFO);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/style-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintStyleChooser, entry);
  gtk_widget_class_bind_template_child (widget_class, OffprintStyleChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, OffprintStyleChooser, view);
  gtk_widget_class_bind_template_child (widget_class, OffprintStyleChooser, selection);
  gtk_widget_class_bind_template_child (widget_class, OffprintStyleChooser, recent);
  gtk_widget_class_bind_template_child (widget_class, OffprintStyleChooser, slice);
  gtk_widget_class_bind_template_child (widget_class, OffprintStyleChooser, parts);
  gtk_widget_class_bind_template_child (widget_class, OffprintStyleChooser, recent_found);
  gtk_widget_class_bind_template_child (widget_class, OffprintStyleChooser, all_found);
  gtk_widget_class_bind_template_child (widget_class, OffprintStyleChooser, filter);
  gtk_widget_class_bind_template_child (widget_class, OffprintStyleChooser, language);
  bind_callbacks (widget_class);
}

static void
offprint_style_chooser_init (OffprintStyleChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->filter, matches, self, NULL);
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self));
  g_list_store_append (self->parts, self->recent_found);
  g_list_store_append (self->parts, self->all_found);
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

  g_return_val_if_fail (OFFPRINT_IS_CITING (citing), NULL);

  self = g_object_new (OFFPRINT_TYPE_STYLE_CHOOSER, NULL);
  self->citing = g_object_ref (citing);
  settings = offprint_citing_get_settings (citing);
  self->current = settings != NULL ? g_settings_get_string (settings, "citation-style") : NULL;
  start_small (self);
  fill_recent (self);
  fill_languages (self);
  gtk_filter_list_model_set_model (self->all_found, G_LIST_MODEL (offprint_citing_get_catalog (citing)));
  gtk_single_selection_set_selected (self->selection, 0);
  return ADW_DIALOG (self);
}
