/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window: its template and what it is made of. What it shows is in window-place.c,
 * how it folds in window-folding.c, how it first appears in window-appear.c.
 */

#include "config.h"

#include "window.h"

#include "action-table.h"
#include "incoming.h"
#include "install-dialog.h"
#include "label-tooltip.h"
#include "library-setting.h"
#include "main-menu.h"
#include "refresh-toast.h"
#include "stall.h"
#include "window-actions.h"
#include "window-parts.h"

G_DEFINE_FINAL_TYPE (OffprintWindow, offprint_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_SERVICES = 1,
  PROP_SHOW_PANE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* --- what the reader does --- */

static void
entry_opened_cb (OffprintWindow       *self,
                 OffprintHistoryEntry *entry)
{
  OffprintWork *work = offprint_window_get_work (self);
  g_autoptr (OffprintVisit) visit = NULL;

  if (work != NULL && g_strcmp0 (offprint_work_get_id (work), offprint_history_entry_get_id (entry)) == 0)
    {
      adw_navigation_split_view_set_show_content (self->split, TRUE);
      return;
    }
  visit = offprint_visit_new_for_kept (self->services, offprint_history_entry_get_id (entry),
                                       offprint_history_entry_get_doi (entry));
  offprint_window_go_to (self, visit);
}

static void
entry_removed_cb (OffprintWindow       *self,
                  OffprintHistoryEntry *entry)
{
  offprint_window_remove (self, offprint_history_entry_get_id (entry));
}

static void
identifier_opened_cb (OffprintWindow *self,
                      const char     *text)
{
  offprint_window_open_text (self, text);
}

static void
toast_cb (OffprintWindow *self,
          AdwToast       *toast)
{
  offprint_window_add_toast (self, g_object_ref (toast));
}

static void
edited_cb (OffprintWindow *self)
{
  OffprintVisit *visit = offprint_trail_get_visit (self->trail);

  if (visit != NULL)
    offprint_visit_keep (visit);
}

static void
refreshed_cb (OffprintWindow *self,
              OffprintVisit  *visit)
{
  offprint_window_add_toast (self, offprint_refresh_toast_new (offprint_visit_get_changes (visit)));
}

static void
refresh_wanted_cb (OffprintWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.refresh", NULL);
}

static void
pane_shown_cb (OffprintWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_PANE]);
}

/* --- the class --- */

static void
offprint_window_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  OffprintWindow *self = OFFPRINT_WINDOW (object);

  switch (prop_id)
    {
    case PROP_SERVICES:
      g_value_set_object (value, self->services);
      break;
    case PROP_SHOW_PANE:
      /* the button of the pane asks while the template is still being built */
      g_value_set_boolean (value, self->work_view == NULL || offprint_work_view_get_show_pane (self->work_view));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
offprint_window_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  OffprintWindow *self = OFFPRINT_WINDOW (object);

  switch (prop_id)
    {
    case PROP_SERVICES:
      self->services = g_value_dup_object (value);
      break;
    case PROP_SHOW_PANE:
      offprint_work_view_set_show_pane (self->work_view, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
library_changed_cb (OffprintWindow *self)
{
  offprint_window_actions_update (GTK_WIDGET (self), self->trail, self->work_view);
}

static void
offprint_window_constructed (GObject *object)
{
  OffprintWindow *self = OFFPRINT_WINDOW (object);
  GSettings *settings = offprint_services_get_settings (self->services);

  G_OBJECT_CLASS (offprint_window_parent_class)->constructed (object);

  offprint_main_menu_attach (offprint_sidebar_get_menu_button (self->sidebar));
  offprint_main_menu_attach (self->menu_button);
  g_object_set (self->work_view, "settings", settings, "catalog", offprint_services_get_catalog (self->services), NULL);
  pane_shown_cb (self);
  offprint_sidebar_set_store (self->sidebar, offprint_services_get_store (self->services));
  g_settings_bind (settings, "work-offline", self->offline_button, "visible", G_SETTINGS_BIND_GET);
  offprint_library_setting_follow (settings, G_CALLBACK (library_changed_cb), self);
  offprint_window_restore_size (self, settings);

  offprint_window_actions_attach (GTK_WIDGET (self));
  offprint_incoming_accept_drops (self);
  g_object_bind_property (self->trail, "can-go-forward", self->forward_place, "visible", G_BINDING_SYNC_CREATE);
  offprint_stall_leave_out (GTK_WIDGET (self));
  offprint_window_appear_in_parts (self);
  offprint_window_actions_update (GTK_WIDGET (self), self->trail, self->work_view);
}

static gboolean
offprint_window_close_request (GtkWindow *window)
{
  offprint_window_save_state (OFFPRINT_WINDOW (window));
  return GTK_WINDOW_CLASS (offprint_window_parent_class)->close_request (window);
}

static void
offprint_window_unroot (GtkWidget *widget)
{
  OffprintVisit *visit = offprint_trail_get_visit (OFFPRINT_WINDOW (widget)->trail);

  if (visit != NULL)
    offprint_visit_stop (visit);

  GTK_WIDGET_CLASS (offprint_window_parent_class)->unroot (widget);
}

static void
offprint_window_dispose (GObject *object)
{
  OffprintWindow *self = OFFPRINT_WINDOW (object);

  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_object (&self->visit_signals);
  g_clear_object (&self->trail);
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_WINDOW);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (offprint_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, OffprintWindow, split);
  gtk_widget_class_bind_template_child (widget_class, OffprintWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, OffprintWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, OffprintWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, OffprintWindow, address);
  gtk_widget_class_bind_template_child (widget_class, OffprintWindow, search_label);
  gtk_widget_class_bind_template_child (widget_class, OffprintWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, OffprintWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, OffprintWindow, forward_place);
  gtk_widget_class_bind_template_child (widget_class, OffprintWindow, forward_button);
  gtk_widget_class_bind_template_child (widget_class, OffprintWindow, pane_button);
  gtk_widget_class_bind_template_child (widget_class, OffprintWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, OffprintWindow, offline_button);
  gtk_widget_class_bind_template_child (widget_class, OffprintWindow, state_bar);
  gtk_widget_class_bind_template_child (widget_class, OffprintWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, OffprintWindow, work_view);
  gtk_widget_class_bind_template_child (widget_class, OffprintWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, OffprintWindow, asking);
  gtk_widget_class_bind_template_child (widget_class, OffprintWindow, asking_label);
  gtk_widget_class_bind_template_callback (widget_class, entry_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, identifier_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, toast_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, refresh_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_shown_cb);
  offprint_window_bind_folding (widget_class);
}

static void
offprint_window_class_init (OffprintWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = offprint_window_get_property;
  object_class->set_property = offprint_window_set_property;
  object_class->constructed = offprint_window_constructed;
  object_class->dispose = offprint_window_dispose;
  widget_class->unroot = offprint_window_unroot;
  GTK_WINDOW_CLASS (klass)->close_request = offprint_window_close_request;

  /**
   * OffprintWindow:services:
   *
   * What the rooms below offer.
   */
  properties[PROP_SERVICES] =
    g_param_spec_object ("services", NULL, NULL, OFFPRINT_TYPE_SERVICES,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * OffprintWindow:show-pane:
   *
   * Whether citation, access and facts stand beside the page.
   */
  properties[PROP_SHOW_PANE] =
    g_param_spec_boolean ("show-pane", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (OFFPRINT_TYPE_ADDRESS_ENTRY);
  g_type_ensure (OFFPRINT_TYPE_SIDEBAR);
  g_type_ensure (OFFPRINT_TYPE_STATE_BAR);
  g_type_ensure (OFFPRINT_TYPE_WORK_VIEW);
  g_type_ensure (OFFPRINT_TYPE_WORK_VIEW_LAYOUT);
  bind_template (widget_class);
  offprint_window_actions_install (widget_class);
}

static void
offprint_window_init (OffprintWindow *self)
{
  self->trail = offprint_trail_new ();
  self->visit_signals = g_signal_group_new (OFFPRINT_TYPE_VISIT);
  g_signal_group_connect_swapped (self->visit_signals, "changed", G_CALLBACK (offprint_window_show_place), self);
  g_signal_group_connect_swapped (self->visit_signals, "refreshed", G_CALLBACK (refreshed_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  offprint_label_tooltip_attach (self->asking_label);
  g_signal_connect_object (self->trail, "notify::visit", G_CALLBACK (offprint_window_trail_moved), self, G_CONNECT_SWAPPED);
}

/**
 * offprint_window_new:
 * @application: the application
 * @services: what the rooms below offer
 *
 * Returns: (transfer none): a window that shows nothing yet
 */
OffprintWindow *
offprint_window_new (GtkApplication   *application,
                     OffprintServices *services)
{
  return g_object_new (OFFPRINT_TYPE_WINDOW, "application", application, "services", services, NULL);
}

/**
 * offprint_window_get_services:
 * @self: the window
 *
 * Returns: (transfer none): what the rooms below offer
 */
OffprintServices *
offprint_window_get_services (OffprintWindow *self)
{
  g_return_val_if_fail (OFFPRINT_IS_WINDOW (self), NULL);

  return self->services;
}

/**
 * offprint_window_get_work:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): what is read now
 */
OffprintWork *
offprint_window_get_work (OffprintWindow *self)
{
  OffprintVisit *visit;

  g_return_val_if_fail (OFFPRINT_IS_WINDOW (self), NULL);

  visit = offprint_trail_get_visit (self->trail);
  return visit != NULL ? offprint_visit_get_work (visit) : NULL;
}

/**
 * offprint_window_go_to:
 * @self: the window
 * @visit: (transfer none): a place
 *
 * Shows @visit and begins it; the place before stays in the trail.
 */
void
offprint_window_go_to (OffprintWindow *self,
                       OffprintVisit  *visit)
{
  g_return_if_fail (OFFPRINT_IS_WINDOW (self));
  g_return_if_fail (OFFPRINT_IS_VISIT (visit));

  adw_navigation_view_pop_to_tag (self->pages, "reading");
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  offprint_trail_go_to (self->trail, visit);
}

/**
 * offprint_window_open_text:
 * @self: the window
 * @text: what was typed, pasted, dropped or named on the command line
 *
 * Goes to the work that @text means, or to the works that it may mean.
 */
void
offprint_window_open_text (OffprintWindow *self,
                           const char     *text)
{
  g_autoptr (OffprintVisit) visit = NULL;

  g_return_if_fail (OFFPRINT_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  visit = offprint_visit_new_for_text (self->services, text);
  if (visit != NULL)
    offprint_window_go_to (self, visit);
}

/**
 * offprint_window_open_files:
 * @self: the window
 * @files: (element-type GFile): at least one
 *
 * Goes to the work in @files, or to the list of works in them. Styles are installed.
 *
 * Returns: whether there were others than styles
 */
gboolean
offprint_window_open_files (OffprintWindow *self,
                            GPtrArray      *files)
{
  g_autoptr (OffprintVisit) visit = NULL;
  g_autoptr (GPtrArray) records = NULL;

  g_return_val_if_fail (OFFPRINT_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (files != NULL && files->len > 0, FALSE);

  records = offprint_install_dialog_take_files (self, files);
  if (records->len == 0)
    return FALSE;
  visit = offprint_visit_new_for_files (self->services, records);
  offprint_window_go_to (self, visit);
  return TRUE;
}

/**
 * offprint_window_show_sample:
 * @self: the window
 *
 * Shows the record that comes with the program.
 */
void
offprint_window_show_sample (OffprintWindow *self)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (OffprintWork) work = NULL;
  g_autoptr (OffprintVisit) visit = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (OFFPRINT_IS_WINDOW (self));

  bytes = g_resources_lookup_data ("/io/github/offprint/Offprint/sample.json", G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes != NULL &&
      json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error))
    work = offprint_work_new_from_json (json_parser_get_root (parser), &error);
  if (work == NULL)
    {
      g_debug ("no sample: %s", error->message);
      return;
    }
  visit = offprint_visit_new_for_work (self->services, work);
  offprint_window_go_to (self, visit);
}

/**
 * offprint_window_add_toast:
 * @self: the window
 * @toast: (transfer full): what the reader did; screen readers are told as well
 *
 * Shows @toast at once, before any that waits.
 */
void
offprint_window_add_toast (OffprintWindow *self,
                           AdwToast       *toast)
{
  g_return_if_fail (OFFPRINT_IS_WINDOW (self));
  g_return_if_fail (ADW_IS_TOAST (toast));

  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * offprint_window_add_offer:
 * @self: the window
 * @toast: (transfer full): what the reader might want
 *
 * Shows @toast until it is taken, or until the reader does something that is told.
 */
void
offprint_window_add_offer (OffprintWindow *self,
                           AdwToast       *toast)
{
  g_return_if_fail (OFFPRINT_IS_WINDOW (self));
  g_return_if_fail (ADW_IS_TOAST (toast));

  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* --- for the actions --- */

/**
 * offprint_window_get_trail:
 * @self: the window
 *
 * Returns: (transfer none): where the reader has been
 */
OffprintTrail *
offprint_window_get_trail (OffprintWindow *self)
{
  return self->trail;
}

/**
 * offprint_window_get_work_view:
 * @self: the window
 *
 * Returns: (transfer none): the view of the work
 */
OffprintWorkView *
offprint_window_get_work_view (OffprintWindow *self)
{
  return self->work_view;
}
