/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Searching the public repository of styles and installing from it. Its list has the
 * same entries as that of the installed styles, and is searched in the same way.
 */

#include "config.h"

#include "online-styles.h"

#include "label-tooltip.h"
#include "style-adding.h"
#include "style-fetch.h"
#include "style-fields.h"
#include "style-online.h"
#include "style-search.h"
#include "style-toast.h"

#include <glib/gi18n-lib.h>

struct _OffprintOnlineStyles
{
  AdwDialog parent_instance;

  /* Owned */
  OffprintServices *services;
  GCancellable *loading;       /* while the list is fetched */
  GCancellable *adding;        /* while a style is installed */
  OffprintStyleSearch *search; /* NULL until the list is there */
  GHashTable *installed;       /* names */
  GPtrArray *shown;            /* borrowed: the list items that are bound */

  OffprintWindow *window; /* borrowed: it has the dialog; NULL once that is closed */
  guint growing;          /* a tick callback */

  /* Template children */
  GtkSearchEntry *entry;
  AdwBanner *problem;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwStatusPage *failure;
  GtkAdjustment *adjustment;
  GtkListView *view;
  GtkSingleSelection *selection;
  GtkWidget *progress;
  GtkLabel *progress_text;
};

G_DEFINE_FINAL_TYPE (OffprintOnlineStyles, offprint_online_styles, ADW_TYPE_DIALOG)

/* --- the list --- */

static void
show_state (OffprintOnlineStyles *self)
{
  gboolean is_offline = offprint_http_is_offline (offprint_services_get_http (self->services));

  if (self->search != NULL)
    gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->search)) > 0 ||
                                                       offprint_style_search_is_searching (self->search)
                                                     ? "list"
                                                     : "none");
  else if (self->loading != NULL)
    gtk_stack_set_visible_child_name (self->stack, "loading");
  else
    gtk_stack_set_visible_child_name (self->stack, is_offline ? "offline" : "failed");
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), self->search != NULL);
}

static void
search_cb (OffprintOnlineStyles *self)
{
  OffprintStyleQuery query = { gtk_editable_get_text (GTK_EDITABLE (self->entry)), 0, 0 };

  if (self->search == NULL)
    return;
  offprint_style_search_set_query (self->search, &query);
  gtk_single_selection_set_selected (self->selection, 0);
  gtk_adjustment_set_value (self->adjustment, 0);
  show_state (self);
}

/* Ten thousand objects of JSON are some hundred milliseconds */
static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *infos = offprint_style_online_read (task_data, &error);

  if (infos != NULL)
    g_task_return_pointer (task, infos, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
show_failure (OffprintOnlineStyles *self,
              const char           *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  g_clear_object (&self->loading);
  adw_status_page_set_description (self->failure, escaped);
  show_state (self);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  OffprintOnlineStyles *self = OFFPRINT_ONLINE_STYLES (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) infos = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GListStore) store = NULL;

  if (self->window == NULL)
    return;
  if (infos == NULL)
    {
      show_failure (self, error->message);
      return;
    }
  g_clear_object (&self->loading);
  store = g_list_store_new (OFFPRINT_TYPE_STYLE_INFO);
  g_list_store_splice (store, 0, 0, infos->pdata, infos->len);
  self->search = offprint_style_search_new (G_LIST_MODEL (store));
  g_signal_connect_object (self->search, "notify::searching", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->search));
  search_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (OffprintOnlineStyles) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = offprint_style_fetch_finish (OFFPRINT_HTTP (source), result, &error);
  g_autoptr (GTask) task = NULL;

  if (self->window == NULL)
    return;
  if (bytes == NULL)
    {
      show_failure (self, error->message);
      return;
    }
  task = g_task_new (self, self->loading, read_cb, NULL);
  g_task_set_source_tag (task, fetched_cb);
  g_task_set_task_data (task, g_steal_pointer (&bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, read_in_thread);
}

static void
load (OffprintOnlineStyles *self)
{
  OffprintHttp *http = offprint_services_get_http (self->services);

  if (self->search == NULL && self->loading == NULL && !offprint_http_is_offline (http))
    {
      self->loading = g_cancellable_new ();
      offprint_style_fetch_list_async (http, offprint_services_get_endpoints (self->services), self->loading,
                                       fetched_cb, g_object_ref (self));
    }
  show_state (self);
}

/* --- rows --- */

static void
show_row (OffprintOnlineStyles *self,
          GtkListItem          *item)
{
  OffprintStyleInfo *info = offprint_style_slot_get_info (gtk_list_item_get_item (item));
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_widget_get_first_child (row);
  GtkWidget *button = gtk_widget_get_next_sibling (label);
  const char *format = offprint_style_info_get_format_name (info);
  const char *parent = offprint_style_info_get_parent (info);
  gboolean is_installed = g_hash_table_contains (self->installed, offprint_style_info_get_name (info));
  g_autofree char *same = NULL;
  g_autofree char *markup = NULL;
  g_autofree char *told = NULL;

  if (parent != NULL)
    /* Translators: a citation style is the same as another, whose title follows */
    same = g_strdup_printf (_("Same as %s"), parent);
  markup = g_markup_printf_escaped ("%s\n<span size=\"smaller\" alpha=\"65%%\">%s%s%s</span>", offprint_style_info_get_title (info),
                                    format != NULL ? format : "", format != NULL && same != NULL ? " · " : "", same != NULL ? same : "");
  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_button_set_label (GTK_BUTTON (button), is_installed ? _("Installed") : _("Install"));
  gtk_widget_set_sensitive (button, !is_installed);
  /* Translators: the title of a citation style */
  told = g_strdup_printf (_("Install “%s”"), offprint_style_info_get_title (info));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, told, -1);
  gtk_list_item_set_accessible_label (item, offprint_style_info_get_title (info));
}

static void
catalog_changed_cb (OffprintOnlineStyles *self)
{
  GListModel *catalog = G_LIST_MODEL (offprint_services_get_catalog (self->services));

  g_hash_table_remove_all (self->installed);
  for (guint i = 0; i < g_list_model_get_n_items (catalog); i++)
    {
      g_autoptr (OffprintStyleInfo) info = g_list_model_get_item (catalog, i);

      g_hash_table_add (self->installed, g_strdup (offprint_style_info_get_name (info)));
    }
  for (guint i = 0; i < self->shown->len; i++)
    show_row (self, self->shown->pdata[i]);
}

static void add (OffprintOnlineStyles *self,
                 OffprintStyleInfo    *info);

static void
button_clicked_cb (GtkListItem *item)
{
  add (g_object_get_data (G_OBJECT (item), "dialog"), offprint_style_slot_get_info (gtk_list_item_get_item (item)));
}

static void
setup_cb (OffprintOnlineStyles *self,
          GtkListItem          *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  offprint_label_tooltip_attach (GTK_LABEL (label));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (button, FALSE); /* Enter on the row is its key */
  gtk_widget_add_css_class (row, "online-row");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), button);
  g_object_set_data (G_OBJECT (item), "dialog", self); /* borrowed: it ends its rows with itself */
  g_signal_connect_object (button, "clicked", G_CALLBACK (button_clicked_cb), item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
info_changed_cb (OffprintStyleSlot *slot,
                 GParamSpec        *pspec,
                 GtkListItem       *item)
{
  show_row (g_object_get_data (G_OBJECT (item), "dialog"), item);
}

static void
bind_cb (OffprintOnlineStyles *self,
         GtkListItem          *item)
{
  g_signal_connect_object (gtk_list_item_get_item (item), "notify::info", G_CALLBACK (info_changed_cb), item, 0);
  g_ptr_array_add (self->shown, item);
  show_row (self, item);
}

static void
unbind_cb (OffprintOnlineStyles *self,
           GtkListItem          *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), info_changed_cb, item);
  g_ptr_array_remove_fast (self->shown, item);
}

static gboolean
grow_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  OffprintOnlineStyles *self = OFFPRINT_ONLINE_STYLES (widget);

  if (self->search != NULL && offprint_style_search_grow (self->search))
    return G_SOURCE_CONTINUE;

  self->growing = 0;
  return G_SOURCE_REMOVE;
}

static void
scrolled_cb (OffprintOnlineStyles *self)
{
  if (self->growing == 0 && gtk_adjustment_get_value (self->adjustment) > 0)
    self->growing = gtk_widget_add_tick_callback (GTK_WIDGET (self), grow_cb, NULL, NULL);
}

/* --- installing --- */

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (OffprintOnlineStyles) self = user_data;
  g_autoptr (GError) error = NULL;
  OffprintAddedStyle *added = offprint_style_add_finish (OFFPRINT_SERVICES (source), result, &error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) offprint_added_style_free);

  if (added != NULL)
    g_ptr_array_add (list, added);
  g_clear_object (&self->adding);
  gtk_widget_set_visible (self->progress, FALSE);
  if (self->window == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (added != NULL)
    {
      offprint_style_toast_show (self->window, list);
      return;
    }
  adw_banner_set_title (self->problem, error->message);
  adw_banner_set_revealed (self->problem, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
add (OffprintOnlineStyles *self,
     OffprintStyleInfo    *info)
{
  const char *name = offprint_style_info_get_name (info);
  g_autofree char *told = NULL;

  if (self->adding != NULL || g_hash_table_contains (self->installed, name))
    return;

  /* Translators: the title of a citation style */
  told = g_strdup_printf (_("Installing “%s”"), offprint_style_info_get_title (info));
  gtk_label_set_label (self->progress_text, told);
  gtk_widget_set_visible (self->progress, TRUE);
  adw_banner_set_revealed (self->problem, FALSE);
  self->adding = g_cancellable_new ();
  offprint_style_add_async (self->services, name, self->adding, added_cb, g_object_ref (self));
}

static void
activated_cb (OffprintOnlineStyles *self,
              guint                 position)
{
  g_autoptr (OffprintStyleSlot) slot = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (slot != NULL)
    add (self, offprint_style_slot_get_info (slot));
}

static void
entry_activated_cb (OffprintOnlineStyles *self)
{
  search_cb (self);
  if (self->search == NULL)
    return;
  offprint_style_search_finish (self->search);
  activated_cb (self, gtk_single_selection_get_selected (self->selection));
}

static gboolean
key_pressed_cb (OffprintOnlineStyles *self,
                guint                 key,
                guint                 code,
                GdkModifierType       state)
{
  int by = key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1 : key == GDK_KEY_Up || key == GDK_KEY_KP_Up ? -1
                                                                                                         : 0;
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (by == 0 || n == 0 || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  gtk_list_view_scroll_to (self->view, (guint) CLAMP ((int) gtk_single_selection_get_selected (self->selection) + by, 0, n - 1),
                           GTK_LIST_SCROLL_SELECT, NULL);
  return GDK_EVENT_STOP;
}

static void
stop_cb (OffprintOnlineStyles *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
cancel_cb (OffprintOnlineStyles *self)
{
  if (self->adding != NULL)
    g_cancellable_cancel (self->adding);
}

static void
dismiss_cb (OffprintOnlineStyles *self)
{
  adw_banner_set_revealed (self->problem, FALSE);
}

static void
closed_cb (OffprintOnlineStyles *self)
{
  cancel_cb (self);
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  self->window = NULL;
}

/* --- the class --- */

static void
offprint_online_styles_dispose (GObject *object)
{
  OffprintOnlineStyles *self = OFFPRINT_ONLINE_STYLES (object);

  if (self->growing != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->growing);
  self->growing = 0;
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_ONLINE_STYLES);
  g_clear_object (&self->search);
  g_clear_object (&self->loading);
  g_clear_object (&self->adding);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (offprint_online_styles_parent_class)->dispose (object);
}

static void
offprint_online_styles_finalize (GObject *object)
{
  OffprintOnlineStyles *self = OFFPRINT_ONLINE_STYLES (object);

  g_hash_table_unref (self->installed);
  g_ptr_array_unref (self->shown);

  G_OBJECT_CLASS (offprint_online_styles_parent_class)->finalize (object);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, load);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_cb);
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
offprint_online_styles_class_init (OffprintOnlineStylesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = offprint_online_styles_dispose;
  object_class->finalize = offprint_online_styles_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/online-styles.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintOnlineStyles, entry);
  gtk_widget_class_bind_template_child (widget_class, OffprintOnlineStyles, problem);
  gtk_widget_class_bind_template_child (widget_class, OffprintOnlineStyles, toasts);
  gtk_widget_class_bind_template_child (widget_class, OffprintOnlineStyles, stack);
  gtk_widget_class_bind_template_child (widget_class, OffprintOnlineStyles, failure);
  gtk_widget_class_bind_template_child (widget_class, OffprintOnlineStyles, adjustment);
  gtk_widget_class_bind_template_child (widget_class, OffprintOnlineStyles, view);
  gtk_widget_class_bind_template_child (widget_class, OffprintOnlineStyles, selection);
  gtk_widget_class_bind_template_child (widget_class, OffprintOnlineStyles, progress);
  gtk_widget_class_bind_template_child (widget_class, OffprintOnlineStyles, progress_text);
  bind_callbacks (widget_class);
}

static void
offprint_online_styles_init (OffprintOnlineStyles *self)
{
  self->installed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->shown = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self));
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

static void
catalog_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!offprint_style_catalog_load_finish (OFFPRINT_STYLE_CATALOG (source), result, &error))
    g_debug ("styles: %s", error->message);
}

/**
 * offprint_online_styles_present:
 * @window: the window
 *
 * Shows the public repository’s styles, and asks for its list unless Work Offline is on.
 */
void
offprint_online_styles_present (OffprintWindow *window)
{
  OffprintOnlineStyles *self;
  OffprintStyleCatalog *catalog;

  g_return_if_fail (OFFPRINT_IS_WINDOW (window));

  self = g_object_new (OFFPRINT_TYPE_ONLINE_STYLES, NULL);
  self->window = window;
  self->services = g_object_ref (offprint_window_get_services (window));
  catalog = offprint_services_get_catalog (self->services);
  g_signal_connect_object (catalog, "items-changed", G_CALLBACK (catalog_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (offprint_services_get_http (self->services), "notify::offline", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  if (g_list_model_get_n_items (G_LIST_MODEL (catalog)) <= 1)
    offprint_style_catalog_load_async (catalog, NULL, catalog_loaded_cb, NULL);
  catalog_changed_cb (self);
  load (self);
  adw_dialog_present (ADW_DIALOG (self), GTK_WIDGET (window));
}

/**
 * offprint_online_styles_add_toast:
 * @self: the dialog
 * @toast: (transfer full): what happened
 *
 * Tells what happened while the dialog lies over the window’s own toasts.
 */
void
offprint_online_styles_add_toast (OffprintOnlineStyles *self,
                                  AdwToast             *toast)
{
  g_return_if_fail (OFFPRINT_IS_ONLINE_STYLES (self));
  g_return_if_fail (ADW_IS_TOAST (toast));

  adw_toast_overlay_add_toast (self->toasts, toast);
}
