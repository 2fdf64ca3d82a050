/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list is drawn from the store’s own model:
 *
 *   OffprintStore history ─► GtkNoSelection ─► GtkListView
 *
 * Nothing is selected here, because the pointer would move a selection: which work
 * lies open is the window’s to say, and its row is marked.
 */

#include "config.h"

#include "sidebar.h"

#include "work-row.h"

#include <glib/gi18n-lib.h>

struct _OffprintSidebar
{
  AdwBin parent_instance;

  /* Template children */
  AdwWindowTitle *title;
  GtkWidget *search_button;
  GtkMenuButton *menu_button;
  GtkStack *stack;
  GtkWidget *empty_page;
  GtkWidget *list_page;
  GtkListView *list;
  GMenuModel *row_menu;

  /* Owned */
  GListModel *history;
  char *current_id;
  GtkWidget *popover;           /* parented to the list */
  OffprintHistoryEntry *target; /* the row that the menu is about */
};

G_DEFINE_FINAL_TYPE (OffprintSidebar, offprint_sidebar, ADW_TYPE_BIN)

enum
{
  SIGNAL_OPEN,
  SIGNAL_REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- rows --- */

static void
mark_current (OffprintSidebar *self,
              OffprintWorkRow *row)
{
  OffprintHistoryEntry *entry = offprint_work_row_get_entry (row);
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (row));

  if (item == NULL)
    return;
  if (entry != NULL && g_strcmp0 (offprint_history_entry_get_id (entry), self->current_id) == 0)
    gtk_widget_add_css_class (item, "current");
  else
    gtk_widget_remove_css_class (item, "current");
}

/* A row is bound before it stands in its list for the first time. */
static void
row_placed_cb (OffprintWorkRow *row)
{
  GtkWidget *self = gtk_widget_get_ancestor (GTK_WIDGET (row), OFFPRINT_TYPE_SIDEBAR);

  if (self != NULL)
    mark_current (OFFPRINT_SIDEBAR (self), row);
}

static void
row_set_up_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               gpointer                  user_data)
{
  GtkWidget *row = offprint_work_row_new ();

  g_signal_connect (row, "map", G_CALLBACK (row_placed_cb), NULL);
  gtk_list_item_set_child (item, row);
}

static void
row_bound_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              gpointer                  user_data)
{
  OffprintWorkRow *row = OFFPRINT_WORK_ROW (gtk_list_item_get_child (item));
  g_autofree char *sentence = NULL;

  offprint_work_row_set_entry (row, gtk_list_item_get_item (item));
  sentence = offprint_work_row_dup_sentence (row);
  gtk_list_item_set_accessible_label (item, sentence);
  row_placed_cb (row);
}

static void
row_unbound_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                gpointer                  user_data)
{
  offprint_work_row_set_entry (OFFPRINT_WORK_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
activated_cb (OffprintSidebar *self,
              guint            position)
{
  g_autoptr (OffprintHistoryEntry) entry = g_list_model_get_item (self->history, position);

  if (entry != NULL)
    g_signal_emit (self, signals[SIGNAL_OPEN], 0, entry);
}

/* --- the menu of a row --- */

static OffprintWorkRow *
find_row (GtkWidget *widget)
{
  for (; widget != NULL && !GTK_IS_LIST_VIEW (widget); widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);

      if (OFFPRINT_IS_WORK_ROW (widget))
        return OFFPRINT_WORK_ROW (widget);
      if (OFFPRINT_IS_WORK_ROW (child))
        return OFFPRINT_WORK_ROW (child);
    }
  return NULL;
}

static OffprintWorkRow *
find_focus_row (OffprintSidebar *self)
{
  return find_row (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
}

static void
set_target (OffprintSidebar      *self,
            OffprintHistoryEntry *entry)
{
  if (g_set_object (&self->target, entry))
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "library.copy-doi",
                                   entry == NULL || offprint_history_entry_get_doi (entry) != NULL);
}

static void
show_menu (OffprintSidebar *self,
           OffprintWorkRow *row,
           double           x,
           double           y)
{
  GdkRectangle where = { (int) x, (int) y, 1, 1 };

  if (row == NULL || offprint_work_row_get_entry (row) == NULL)
    return;

  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (self->row_menu);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self->list));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
    }
  set_target (self, offprint_work_row_get_entry (row));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &where);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
show_menu_at (GtkWidget *list,
              double     x,
              double     y)
{
  GtkWidget *self = gtk_widget_get_ancestor (list, OFFPRINT_TYPE_SIDEBAR);

  show_menu (OFFPRINT_SIDEBAR (self), find_row (gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT)), x, y);
}

static void
secondary_pressed_cb (GtkGestureClick *gesture,
                      int              n_press,
                      double           x,
                      double           y,
                      gpointer         user_data)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu_at (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture,
                 double               x,
                 double               y,
                 gpointer             user_data)
{
  show_menu_at (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), x, y);
}

static void
menu_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  OffprintSidebar *self = OFFPRINT_SIDEBAR (widget);
  OffprintWorkRow *row = find_focus_row (self);
  graphene_rect_t area;

  if (row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &area))
    show_menu (self, row, area.origin.x + area.size.width / 2, area.origin.y + area.size.height / 2);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  OffprintSidebar *self = OFFPRINT_SIDEBAR (widget);

  if (self->target != NULL)
    g_signal_emit (self, signals[SIGNAL_OPEN], 0, self->target);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  OffprintSidebar *self = OFFPRINT_SIDEBAR (widget);

  if (self->target != NULL)
    g_signal_emit (self, signals[SIGNAL_REMOVE], 0, self->target);
}

static void
remove_focused_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  OffprintSidebar *self = OFFPRINT_SIDEBAR (widget);
  OffprintWorkRow *row = find_focus_row (self);

  set_target (self, row != NULL ? offprint_work_row_get_entry (row) : NULL);
  remove_action (widget, action_name, parameter);
}

static void
copy_doi_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  OffprintSidebar *self = OFFPRINT_SIDEBAR (widget);
  const char *doi = self->target != NULL ? offprint_history_entry_get_doi (self->target) : NULL;

  if (doi == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), doi);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _("DOI copied"), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* --- the history --- */

static void
history_changed_cb (OffprintSidebar *self)
{
  guint n = g_list_model_get_n_items (self->history);
  g_autofree char *count = g_strdup_printf (ngettext ("%u work", "%u works", n), n);

  adw_window_title_set_subtitle (self->title, n > 0 ? count : "");
  /* a page that is merely behind the other is styled all the same */
  gtk_widget_set_visible (self->list_page, n > 0);
  gtk_widget_set_visible (self->empty_page, n == 0);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
}

static gboolean
offprint_sidebar_grab_focus (GtkWidget *widget)
{
  OffprintSidebar *self = OFFPRINT_SIDEBAR (widget);

  if (self->history == NULL || g_list_model_get_n_items (self->history) == 0)
    return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_FOCUS, NULL);
  return gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
offprint_sidebar_dispose (GObject *object)
{
  OffprintSidebar *self = OFFPRINT_SIDEBAR (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->target);
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_SIDEBAR);
  g_clear_object (&self->history);
  g_clear_pointer (&self->current_id, g_free);

  G_OBJECT_CLASS (offprint_sidebar_parent_class)->dispose (object);
}

static void
offprint_sidebar_class_init (OffprintSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_sidebar_dispose;
  widget_class->grab_focus = offprint_sidebar_grab_focus;

  g_type_ensure (OFFPRINT_TYPE_WORK_ROW);

  /**
   * OffprintSidebar::open:
   * @self: the sidebar
   * @entry: a work of the library
   *
   * The reader wants to read @entry.
   */
  signals[SIGNAL_OPEN] = g_signal_new ("open", OFFPRINT_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, OFFPRINT_TYPE_HISTORY_ENTRY);

  /**
   * OffprintSidebar::remove:
   * @self: the sidebar
   * @entry: a work of the library
   *
   * The reader wants to be rid of @entry.
   */
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", OFFPRINT_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, OFFPRINT_TYPE_HISTORY_ENTRY);

  gtk_widget_class_install_action (widget_class, "library.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "library.copy-doi", NULL, copy_doi_action);
  gtk_widget_class_install_action (widget_class, "library.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "library.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "library.remove-focused", NULL, remove_focused_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "library.remove-focused", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "library.remove-focused", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "library.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "library.menu", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintSidebar, title);
  gtk_widget_class_bind_template_child (widget_class, OffprintSidebar, search_button);
  gtk_widget_class_bind_template_child (widget_class, OffprintSidebar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, OffprintSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, OffprintSidebar, empty_page);
  gtk_widget_class_bind_template_child (widget_class, OffprintSidebar, list_page);
  gtk_widget_class_bind_template_child (widget_class, OffprintSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, OffprintSidebar, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, row_set_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bound_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbound_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, secondary_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
}

static void
offprint_sidebar_init (OffprintSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * offprint_sidebar_new:
 *
 * Returns: (transfer floating): a sidebar without a library
 */
GtkWidget *
offprint_sidebar_new (void)
{
  return g_object_new (OFFPRINT_TYPE_SIDEBAR, NULL);
}

/**
 * offprint_sidebar_set_store:
 * @self: the sidebar
 * @store: where works are kept
 */
void
offprint_sidebar_set_store (OffprintSidebar *self,
                            OffprintStore   *store)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_if_fail (OFFPRINT_IS_SIDEBAR (self));
  g_return_if_fail (OFFPRINT_IS_STORE (store));
  g_return_if_fail (self->history == NULL);

  self->history = g_object_ref (offprint_store_get_history (store));
  selection = gtk_no_selection_new (g_object_ref (self->history));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (self->history, "items-changed", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  history_changed_cb (self);
}

/**
 * offprint_sidebar_get_menu_button:
 * @self: the sidebar
 *
 * Returns: (transfer none): the button for the main menu
 */
GtkMenuButton *
offprint_sidebar_get_menu_button (OffprintSidebar *self)
{
  g_return_val_if_fail (OFFPRINT_IS_SIDEBAR (self), NULL);

  return self->menu_button;
}

/**
 * offprint_sidebar_set_folded:
 * @self: the sidebar
 * @folded: whether it stands alone on the screen
 *
 * Shows a button for what the address field beside it does otherwise.
 */
void
offprint_sidebar_set_folded (OffprintSidebar *self,
                             gboolean         folded)
{
  g_return_if_fail (OFFPRINT_IS_SIDEBAR (self));

  gtk_widget_set_visible (self->search_button, folded);
}

/**
 * offprint_sidebar_set_current:
 * @self: the sidebar
 * @work_id: (nullable): the id of the work that lies open
 *
 * Marks the row of the work that is being read.
 */
void
offprint_sidebar_set_current (OffprintSidebar *self,
                              const char      *work_id)
{
  g_return_if_fail (OFFPRINT_IS_SIDEBAR (self));

  if (!g_set_str (&self->current_id, work_id))
    return;
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);

      if (OFFPRINT_IS_WORK_ROW (row))
        mark_current (self, OFFPRINT_WORK_ROW (row));
    }
}
