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
#include "lazy-menu.h"
#include "list-top.h"
#include "picker.h"
#include "style-fields.h"
#include "style-row.h"
#include "style-search.h"

#include <glib/gi18n-lib.h>

#define PAGE_ROWS 5

struct _OffprintStyleChooser
{
  AdwDialog parent_instance;

  /* Owned */
  OffprintCiting *citing;
  OffprintStyleSearch *search;
  OffprintStylePreviews *previews;
  char *current;    /* name of the style that is used now */
  char *searched;   /* what has been searched for last */
  GPtrArray *shown; /* borrowed: the list items that are bound */

  gboolean filling;
  gboolean is_entered; /* by the focus */
  guint growing;       /* a tick callback */
  guint wanting;       /* an idle source */

  /* Template children */
  GtkSearchEntry *entry;
  OffprintPicker *field;
  OffprintPicker *format;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkWidget *scroller;
  GtkListView *view;
  GtkAdjustment *adjustment;
  GtkSingleSelection *selection;
  GtkWidget *unfilter;
  GtkMenuButton *more;
  GMenuModel *styles_menu;
  OffprintPicker *language;
};

G_DEFINE_FINAL_TYPE (OffprintStyleChooser, offprint_style_chooser, ADW_TYPE_DIALOG)

static OffprintStyleInfo *
get_info (GtkListItem *item)
{
  return offprint_style_slot_get_info (gtk_list_item_get_item (item));
}

/* --- previews --- */

static gboolean
is_on_screen (OffprintStyleChooser *self,
              GtkWidget            *row)
{
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_get_mapped (row) || !gtk_widget_compute_bounds (row, self->scroller, &bounds))
    return FALSE;
  return bounds.origin.y + bounds.size.height > 0 && bounds.origin.y < (float) gtk_widget_get_height (self->scroller);
}

static void
describe (GtkListItem *item)
{
  g_autofree char *sentence = offprint_style_row_dup_sentence (OFFPRINT_STYLE_ROW (gtk_list_item_get_child (item)));

  gtk_list_item_set_accessible_description (item, sentence);
}

static void
show_preview (OffprintStyleChooser *self,
              GtkListItem          *item)
{
  OffprintStyleRow *row = OFFPRINT_STYLE_ROW (gtk_list_item_get_child (item));
  OffprintStyleInfo *info = get_info (item);
  const OffprintStylePreview *preview = offprint_style_previews_get (self->previews, offprint_style_info_get_name (info));

  offprint_style_row_set_preview (row, preview);
  describe (item);
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  guint first = gtk_list_item_get_position (*(GtkListItem *const *) a);
  guint second = gtk_list_item_get_position (*(GtkListItem *const *) b);

  return first < second ? -1 : first > second;
}

/* After the rows have found their places: those on the screen, from above */
static gboolean
want_cb (gpointer data)
{
  OffprintStyleChooser *self = data;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  self->wanting = 0;
  g_ptr_array_sort (self->shown, compare_positions);
  for (guint i = 0; i < self->shown->len; i++)
    {
      GtkListItem *item = self->shown->pdata[i];

      if (is_on_screen (self, gtk_list_item_get_child (item)))
        g_ptr_array_add (names, (gpointer) offprint_style_info_get_name (get_info (item)));
    }
  offprint_style_previews_want (self->previews, names);
  return G_SOURCE_REMOVE;
}

static void
want_soon (OffprintStyleChooser *self)
{
  if (self->wanting == 0 && self->previews != NULL)
    self->wanting = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, want_cb, self, NULL);
}

static void
preview_ready_cb (OffprintStyleChooser *self,
                  const char           *style)
{
  for (guint i = 0; i < self->shown->len; i++)
    {
      GtkListItem *item = self->shown->pdata[i];

      if (g_str_equal (offprint_style_info_get_name (get_info (item)), style))
        show_preview (self, item);
    }
}

/* The work or the language is another */
static void
renew_previews (OffprintStyleChooser *self)
{
  for (guint i = 0; i < self->shown->len; i++)
    show_preview (self, self->shown->pdata[i]);
  want_soon (self);
}

/* --- searching --- */

static void
show_state (OffprintStyleChooser *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0;
  gboolean is_filtered = offprint_picker_get_selected (self->field) != 0 || offprint_picker_get_selected (self->format) != 0;

  if (self->search == NULL)
    return;
  gtk_widget_set_visible (self->unfilter, is_filtered);
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
  want_soon (self);
  if (self->search != NULL && self->growing == 0 && !offprint_list_top_is_kept (self->view) && gtk_adjustment_get_value (self->adjustment) > 0)
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
  offprint_list_top_keep (self->view);
}

static void
searching_cb (OffprintStyleChooser *self)
{
  if (!offprint_style_search_is_searching (self->search))
    go_to_top (self);
  show_state (self);
}

/* The styles have been found, or one was installed: who has not moved yet stays at the top */
static void
styles_changed_cb (OffprintStyleChooser *self)
{
  if (gtk_single_selection_get_selected (self->selection) == 0)
    go_to_top (self);
  show_state (self);
}

static guint32
get_filter (OffprintPicker *picker)
{
  guint selected = offprint_picker_get_selected (picker);

  return selected > 0 ? 1u << (selected - 1) : 0;
}

static void
search (OffprintStyleChooser *self)
{
  OffprintStyleQuery query = {
    gtk_editable_get_text (GTK_EDITABLE (self->entry)),
    get_filter (self->field),
    get_filter (self->format),
  };

  if (self->search == NULL)
    return;
  stop_growing (self);
  g_set_str (&self->searched, query.text);
  offprint_style_search_set_query (self->search, &query);
  searching_cb (self);
}

static void
narrowed_cb (OffprintStyleChooser *self)
{
  if (g_strcmp0 (self->searched, gtk_editable_get_text (GTK_EDITABLE (self->entry))) != 0)
    search (self);
}

static void
filtered_cb (OffprintStyleChooser *self)
{
  if (!self->filling)
    search (self);
}

static void
unfilter_cb (OffprintStyleChooser *self)
{
  self->filling = TRUE;
  offprint_picker_set_selected (self->field, 0);
  offprint_picker_set_selected (self->format, 0);
  self->filling = FALSE;
  search (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* --- choosing --- */

static void
choose (OffprintStyleChooser *self,
        guint                 position)
{
  g_autoptr (OffprintStyleSlot) slot = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (slot == NULL)
    return;

  offprint_citing_choose_style (self->citing, offprint_style_info_get_name (offprint_style_slot_get_info (slot)));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
activated_cb (OffprintStyleChooser *self,
              guint                 position,
              GtkListView          *view)
{
  choose (self, position);
}

/* GtkListView’s own single click would also select what the pointer lies over, when the
 * list changes beneath it: Enter would take that */
static void
clicked_cb (OffprintStyleChooser *self,
            int                   n_press,
            double                x,
            double                y,
            GtkGestureClick      *gesture)
{
  GtkWidget *row = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);

  for (guint i = 0; row != NULL && n_press == 1 && i < self->shown->len; i++)
    {
      GtkListItem *item = self->shown->pdata[i];
      GtkWidget *child = gtk_list_item_get_child (item);

      if (row != child && !gtk_widget_is_ancestor (row, child) && row != gtk_widget_get_parent (child))
        continue;
      choose (self, gtk_list_item_get_position (item));
      return;
    }
}

static OffprintStyleInfo *
get_selected (OffprintStyleChooser *self)
{
  OffprintStyleSlot *slot = gtk_single_selection_get_selected_item (self->selection);

  return slot != NULL ? offprint_style_slot_get_info (slot) : NULL;
}

/* Who types fast is ahead of the search */
static void
entry_activated_cb (OffprintStyleChooser *self)
{
  narrowed_cb (self);
  offprint_style_search_finish (self->search);
  choose (self, gtk_single_selection_get_selected (self->selection));
}

static void
tell (OffprintStyleChooser *self,
      const char           *sentence)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
move_selection (OffprintStyleChooser *self,
                int                   by)
{
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  int to = CLAMP ((int) gtk_single_selection_get_selected (self->selection) + by, 0, MAX (n - 1, 0));
  OffprintStyleInfo *info;

  if (n == 0)
    return;

  offprint_list_top_leave (self->view);
  gtk_list_view_scroll_to (self->view, (guint) to, GTK_LIST_SCROLL_SELECT, NULL);
  info = get_selected (self);
  if (info != NULL)
    tell (self, offprint_style_info_get_title (info));
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
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      narrowed_cb (self);
    }
  else
    adw_dialog_close (ADW_DIALOG (self));
}

/* --- favourites --- */

/* The one in use stands first, where one may see it. */
static void
prefer (OffprintStyleChooser *self)
{
  GSettings *settings = offprint_citing_get_settings (self->citing);
  g_auto (GStrv) favourites = settings != NULL ? g_settings_get_strv (settings, "favourite-styles") : g_new0 (char *, 1);
  g_auto (GStrv) names = settings != NULL ? g_settings_get_strv (settings, "recent-styles") : NULL;
  g_auto (GStrv) recent = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (self->current != NULL)
    g_strv_builder_add (builder, self->current);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    g_strv_builder_add (builder, names[i]);
  recent = g_strv_builder_end (builder);
  offprint_style_search_set_preferred (self->search, (const char *const *) favourites, (const char *const *) recent);
}

/* The list stays as it is under the pointer; favourites stand first in the next search */
static void
toggle_favourite (OffprintStyleChooser *self,
                  OffprintStyleInfo    *info)
{
  const char *name = offprint_style_info_get_name (info);
  gboolean is_favourite = !offprint_citing_is_favourite (self->citing, name);

  offprint_citing_set_favourite (self->citing, name, is_favourite);
  prefer (self);
  for (guint i = 0; i < self->shown->len; i++)
    {
      GtkListItem *item = self->shown->pdata[i];

      if (get_info (item) != info)
        continue;
      offprint_style_row_set_starred (OFFPRINT_STYLE_ROW (gtk_list_item_get_child (item)), is_favourite);
      describe (item);
    }
  tell (self, is_favourite ? _("Added to favourites") : _("Removed from favourites"));
}

static void
toggle_selected_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  OffprintStyleChooser *self = OFFPRINT_STYLE_CHOOSER (widget);
  OffprintStyleInfo *info;

  narrowed_cb (self);
  info = get_selected (self);
  if (info != NULL)
    toggle_favourite (self, info);
}

static void
star_cb (OffprintStyleChooser *self,
         OffprintStyleRow     *row)
{
  OffprintStyleInfo *info = offprint_style_row_get_info (row);

  if (info != NULL)
    toggle_favourite (self, info);
}

/* --- rows --- */

static void
setup_cb (OffprintStyleChooser     *self,
          GtkListItem              *item,
          GtkSignalListItemFactory *factory)
{
  GtkWidget *row = offprint_style_row_new ();

  g_object_set_data (G_OBJECT (item), "chooser", self); /* borrowed: it ends its rows with itself */
  g_signal_connect_object (row, "map", G_CALLBACK (want_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "star", G_CALLBACK (star_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
show_style (OffprintStyleChooser *self,
            GtkListItem          *item)
{
  OffprintStyleInfo *info = get_info (item);
  const char *name = offprint_style_info_get_name (info);
  const char *parent_name = offprint_style_info_get_parent (info);
  g_autoptr (OffprintStyleInfo) parent = NULL;
  OffprintStyleRowFlags flags = OFFPRINT_STYLE_ROW_PLAIN;

  if (parent_name != NULL)
    parent = offprint_style_catalog_dup_info (offprint_citing_get_catalog (self->citing), parent_name);
  if (g_strcmp0 (name, self->current) == 0)
    flags |= OFFPRINT_STYLE_ROW_CURRENT;
  if (offprint_citing_is_favourite (self->citing, name))
    flags |= OFFPRINT_STYLE_ROW_FAVOURITE;
  offprint_style_row_set_info (OFFPRINT_STYLE_ROW (gtk_list_item_get_child (item)), info, parent, flags);
  gtk_list_item_set_accessible_label (item, offprint_style_info_get_title (info));
  show_preview (self, item);
  want_soon (self);
}

static void
info_changed_cb (OffprintStyleSlot *slot,
                 GParamSpec        *pspec,
                 GtkListItem       *item)
{
  OffprintStyleChooser *self = g_object_get_data (G_OBJECT (item), "chooser");

  show_style (self, item);
}

static void
bind_cb (OffprintStyleChooser     *self,
         GtkListItem              *item,
         GtkSignalListItemFactory *factory)
{
  g_signal_connect_object (gtk_list_item_get_item (item), "notify::info", G_CALLBACK (info_changed_cb), item, 0);
  g_ptr_array_add (self->shown, item);
  show_style (self, item);
}

static void
unbind_cb (OffprintStyleChooser     *self,
           GtkListItem              *item,
           GtkSignalListItemFactory *factory)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), info_changed_cb, item);
  g_ptr_array_remove_fast (self->shown, item);
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
    case OFFPRINT_STYLE_SECTION_FAVOURITES:
      title = _("Favourites");
      break;
    case OFFPRINT_STYLE_SECTION_RECENT:
      title = _("Recent");
      break;
    case OFFPRINT_STYLE_SECTION_BEST:
      title = _("Best Matches");
      break;
    case OFFPRINT_STYLE_SECTION_ALL:
      title = has_text ? _("Other Styles") : _("All Styles");
      break;
    case OFFPRINT_N_STYLE_SECTIONS:
      break;
    }
  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), title);
}

/* --- filters and the language --- */

static void
fill_kinds (OffprintPicker          *picker,
            const char              *any,
            const OffprintStyleKind *kinds,
            guint                    n)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, any);
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, _(kinds[i].name));
  offprint_picker_set_names (picker, G_LIST_MODEL (names));
}

static void
fill_pickers (OffprintStyleChooser *self)
{
  GSettings *settings = offprint_citing_get_settings (self->citing);
  g_autoptr (GListModel) languages = offprint_language_list_new ();
  g_autofree char *tag = settings != NULL ? g_settings_get_string (settings, "citation-locale") : NULL;
  const OffprintStyleKind *kinds;
  guint n;

  self->filling = TRUE;
  kinds = offprint_style_fields_get (&n);
  fill_kinds (self->field, _("All Fields"), kinds, n);
  kinds = offprint_style_formats_get (&n);
  fill_kinds (self->format, _("All Formats"), kinds, n);
  offprint_picker_set_names (self->language, languages);
  if (tag != NULL)
    offprint_picker_set_selected (self->language, offprint_language_list_find (tag));
  self->filling = FALSE;
}

static void
language_chosen_cb (OffprintStyleChooser *self)
{
  GSettings *settings = self->citing != NULL ? offprint_citing_get_settings (self->citing) : NULL;

  if (self->filling || settings == NULL)
    return;
  g_settings_set_string (settings, "citation-locale", offprint_language_list_get_tag (offprint_picker_get_selected (self->language)));
  renew_previews (self);
}

/* A dialog that comes as a sheet gets the focus as if somebody had pressed Tab, and
 * forgets which of its widgets was to have it */
static gboolean
offprint_style_chooser_focus (GtkWidget        *widget,
                              GtkDirectionType  direction)
{
  OffprintStyleChooser *self = OFFPRINT_STYLE_CHOOSER (widget);

  if (self->is_entered)
    return GTK_WIDGET_CLASS (offprint_style_chooser_parent_class)->focus (widget, direction);

  self->is_entered = TRUE;
  return gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
offprint_style_chooser_dispose (GObject *object)
{
  OffprintStyleChooser *self = OFFPRINT_STYLE_CHOOSER (object);

  self->filling = TRUE;
  stop_growing (self);
  g_clear_handle_id (&self->wanting, g_source_remove);
  if (self->previews != NULL) /* what is begun and not yet shown is nobody's wish */
    {
      g_autoptr (GPtrArray) none = g_ptr_array_new ();

      offprint_style_previews_want (self->previews, none);
    }
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_STYLE_CHOOSER);
  g_clear_object (&self->previews);
  g_clear_object (&self->search);
  g_clear_object (&self->citing);

  G_OBJECT_CLASS (offprint_style_chooser_parent_class)->dispose (object);
}

static void
offprint_style_chooser_finalize (GObject *object)
{
  OffprintStyleChooser *self = OFFPRINT_STYLE_CHOOSER (object);

  g_free (self->current);
  g_free (self->searched);
  g_ptr_array_unref (self->shown);

  G_OBJECT_CLASS (offprint_style_chooser_parent_class)->finalize (object);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, show_state);
  gtk_widget_class_bind_template_callback (widget_class, narrowed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filtered_cb);
  gtk_widget_class_bind_template_callback (widget_class, unfilter_cb);
  gtk_widget_class_bind_template_callback (widget_class, want_soon);
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
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

  widget_class->focus = offprint_style_chooser_focus;

  gtk_widget_class_install_action (widget_class, "chooser.toggle-favourite", NULL, toggle_selected_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "chooser.toggle-favourite", NULL);

  g_type_ensure (OFFPRINT_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/style-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintStyleChooser, entry);
  gtk_widget_class_bind_template_child (widget_class, OffprintStyleChooser, unfilter);
  gtk_widget_class_bind_template_child (widget_class, OffprintStyleChooser, scroller);
  gtk_widget_class_bind_template_child (widget_class, OffprintStyleChooser, toasts);
  gtk_widget_class_bind_template_child (widget_class, OffprintStyleChooser, format);
  gtk_widget_class_bind_template_child (widget_class, OffprintStyleChooser, field);
  gtk_widget_class_bind_template_child (widget_class, OffprintStyleChooser, more);
  gtk_widget_class_bind_template_child (widget_class, OffprintStyleChooser, styles_menu);
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
  self->shown = g_ptr_array_new ();
  self->searched = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  offprint_lazy_menu_attach (self->more, self->styles_menu);
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

  g_return_val_if_fail (OFFPRINT_IS_CITING (citing), NULL);
  g_return_val_if_fail (offprint_citing_get_catalog (citing) != NULL, NULL);

  self = g_object_new (OFFPRINT_TYPE_STYLE_CHOOSER, NULL);
  self->citing = g_object_ref (citing);
  self->previews = g_object_ref (offprint_citing_get_previews (citing));
  g_signal_connect_object (self->previews, "ready", G_CALLBACK (preview_ready_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (citing, "notify::citation", G_CALLBACK (renew_previews), self, G_CONNECT_SWAPPED);
  settings = offprint_citing_get_settings (citing);
  self->current = settings != NULL ? g_settings_get_string (settings, "citation-style") : NULL;
  self->search = offprint_style_search_new (G_LIST_MODEL (offprint_citing_get_catalog (citing)));
  g_signal_connect_object (offprint_citing_get_catalog (citing), "items-changed", G_CALLBACK (styles_changed_cb), self,
                           G_CONNECT_SWAPPED); /* after the search's own */
  prefer (self);
  search (self);
  g_signal_connect_object (self->search, "notify::searching", G_CALLBACK (searching_cb), self, G_CONNECT_SWAPPED);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->search));
  fill_pickers (self);
  show_state (self);
  return ADW_DIALOG (self);
}

/**
 * offprint_style_chooser_add_toast:
 * @self: the dialog
 * @toast: (transfer full): what happened
 *
 * Tells what happened while the dialog lies over the window’s own toasts.
 */
void
offprint_style_chooser_add_toast (OffprintStyleChooser *self,
                                  AdwToast             *toast)
{
  g_return_if_fail (OFFPRINT_IS_STYLE_CHOOSER (self));
  g_return_if_fail (ADW_IS_TOAST (toast));

  adw_toast_overlay_add_toast (self->toasts, toast);
}
