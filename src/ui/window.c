/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window draws one place of the trail at a time and decides nothing about it:
 * place_changed () is the one function that puts a place on the screen, and may be
 * called as often as anything changes.
 *
 *   OffprintTrail ─ visit ─► state page | list of choices | view of the work
 */

#include "config.h"

#include "window.h"

#include "choice-list.h"
#include "action-table.h"
#include "address-entry.h"
#include "first-frame.h"
#include "incoming.h"
#include "label-tooltip.h"
#include "main-menu.h"
#include "refresh-toast.h"
#include "search-page.h"
#include "sidebar.h"
#include "stall.h"
#include "state-bar.h"
#include "state-page.h"
#include "window-actions.h"
#include "window-private.h"

#include <glib/gi18n-lib.h>

/* How long a window waits for its first work before it shows without. */
#define PATIENCE_MS 250

#define LEFT_TO_RIGHT_MARK "\342\200\216"

struct _OffprintWindow
{
  AdwApplicationWindow parent_instance;

  /* Template children */
  AdwToastOverlay *toasts;
  AdwNavigationSplitView *split;
  AdwNavigationView *pages;
  AdwNavigationPage *content_page;
  OffprintSidebar *sidebar;
  OffprintAddressEntry *address;
  GtkLabel *search_label;
  GtkWidget *search_button;
  GtkWidget *back_button;
  GtkWidget *forward_place;
  GtkWidget *forward_button;
  GtkWidget *pane_button;
  GtkMenuButton *menu_button;
  GtkWidget *offline_button;
  OffprintStateBar *state_bar;
  GtkStack *stack;
  OffprintWorkView *work_view;
  GtkWidget *progress;
  GtkWidget *asking;
  GtkLabel *asking_label;

  /* Children made at need; NULL before */
  OffprintStatePage *state_page;
  OffprintChoiceList *choice_list;
  OffprintSearchPage *search_page;

  /* Owned */
  OffprintServices *services;
  OffprintTrail *trail;
  GSignalGroup *visit_signals;
  guint patience_id; /* the source that ends the wait for a first work */
};

G_DEFINE_FINAL_TYPE (OffprintWindow, offprint_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_SERVICES = 1,
  PROP_SHOW_PANE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* --- showing a place --- */

static void
chosen_cb (OffprintWindow *self,
           OffprintChoice *choice)
{
  OffprintWork *work = offprint_choice_get_work (choice);
  OffprintIdentifier *identifier = offprint_choice_get_identifier (choice);
  g_autoptr (OffprintVisit) visit = NULL;

  if (identifier != NULL)
    visit = offprint_visit_new_for_identifier (self->services, identifier, work);
  else
    visit = offprint_visit_new_for_work (self->services, work);
  offprint_window_go_to (self, visit);
}

static OffprintStatePage *
ensure_state_page (OffprintWindow *self)
{
  if (self->state_page == NULL)
    {
      self->state_page = OFFPRINT_STATE_PAGE (offprint_state_page_new ());
      gtk_stack_add_child (self->stack, GTK_WIDGET (self->state_page));
    }
  return self->state_page;
}

static OffprintChoiceList *
ensure_choice_list (OffprintWindow *self)
{
  if (self->choice_list == NULL)
    {
      self->choice_list = OFFPRINT_CHOICE_LIST (offprint_choice_list_new ());
      g_signal_connect_object (self->choice_list, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      gtk_stack_add_child (self->stack, GTK_WIDGET (self->choice_list));
    }
  return self->choice_list;
}

/* Where the focus was inside what goes away, it follows the reader. */
static void
show_child (OffprintWindow *self,
            GtkWidget      *child)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  gboolean takes_focus = focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack));

  if (gtk_stack_get_visible_child (self->stack) == child)
    return;
  if (takes_focus)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_stack_set_visible_child (self->stack, child);
  if (takes_focus)
    gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

static void
show_asking (OffprintWindow *self,
             OffprintVisit  *visit)
{
  gboolean is_asking = visit != NULL && offprint_visit_get_work (visit) != NULL &&
                       offprint_visit_get_state (visit) == OFFPRINT_VISIT_RUNNING;
  const char *progress = visit != NULL ? offprint_visit_get_progress (visit) : NULL;

  gtk_label_set_text (self->asking_label, progress != NULL ? progress : _("Looking It Up…"));
  gtk_widget_set_visible (self->asking, is_asking);
  gtk_widget_set_visible (self->progress, is_asking);
}

static void
show_address (OffprintWindow *self,
              OffprintVisit  *visit)
{
  const char *address = visit != NULL ? offprint_visit_get_address (visit) : "";
  g_autofree char *shown = NULL;

  /* a DOI has no letters that say which way it runs */
  if (*address != '\0')
    shown = g_strdup_printf (LEFT_TO_RIGHT_MARK "%s", address);
  offprint_address_entry_set_address (self->address, address);
  gtk_label_set_text (self->search_label, shown != NULL ? shown : _("DOI or Title"));
}

static void
show_title (OffprintWindow *self,
            OffprintWork   *work)
{
  const char *title = work != NULL ? offprint_work_get_main_title (work) : NULL;
  g_autofree char *window_title = NULL;

  if (title != NULL)
    /* Translators: the title of a work, for the title of the window */
    window_title = g_strdup_printf (_("%s – Offprint"), title);
  gtk_window_set_title (GTK_WINDOW (self), window_title != NULL ? window_title : _("Offprint"));
  adw_navigation_page_set_title (self->content_page, title != NULL ? title : _("Work"));
}

static void
place_changed (OffprintWindow *self)
{
  OffprintVisit *visit = offprint_trail_get_visit (self->trail);
  OffprintWork *work = visit != NULL ? offprint_visit_get_work (visit) : NULL;
  GListModel *choices = visit != NULL ? offprint_visit_get_choices (visit) : NULL;
  gboolean is_running = visit != NULL && offprint_visit_get_state (visit) == OFFPRINT_VISIT_RUNNING;

  offprint_work_view_set_work (self->work_view, work);
  offprint_work_view_set_changes (self->work_view, visit != NULL ? offprint_visit_get_changes (visit) : NULL);
  offprint_work_view_set_loading (self->work_view, work != NULL && is_running);
  if (work != NULL)
    {
      show_child (self, GTK_WIDGET (self->work_view));
    }
  else if (choices != NULL)
    {
      offprint_choice_list_set_choices (ensure_choice_list (self), choices, offprint_visit_get_heading (visit));
      show_child (self, GTK_WIDGET (self->choice_list));
    }
  else
    {
      offprint_state_page_set_visit (ensure_state_page (self), visit);
      show_child (self, GTK_WIDGET (self->state_page));
    }

  offprint_state_bar_set_visit (self->state_bar, work != NULL || choices != NULL ? visit : NULL);
  offprint_sidebar_set_current (self->sidebar, work != NULL ? offprint_work_get_id (work) : NULL);
  show_asking (self, visit);
  show_address (self, visit);
  show_title (self, work);
  offprint_window_actions_update (GTK_WIDGET (self), self->trail, self->work_view);
}

static void
trail_moved_cb (OffprintWindow *self)
{
  g_signal_group_set_target (self->visit_signals, offprint_trail_get_visit (self->trail));
  place_changed (self);
}

/* --- what the reader does --- */

static void
submitted_cb (OffprintWindow *self,
              const char     *text)
{
  adw_navigation_view_pop_to_tag (self->pages, "reading");
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
  offprint_window_open_text (self, text);
}

static void
dismissed_cb (OffprintWindow *self)
{
  adw_navigation_view_pop_to_tag (self->pages, "reading");
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

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

/* --- folding --- */

static void
pane_shown_cb (OffprintWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_PANE]);
}

static void
folded_cb (OffprintWindow *self)
{
  gboolean is_folded = adw_navigation_split_view_get_collapsed (self->split);

  if (self->work_view == NULL) /* the template is still being built */
    return;
  if (!is_folded)
    adw_navigation_view_pop_to_tag (self->pages, "reading");
  offprint_sidebar_set_folded (self->sidebar, is_folded);
  offprint_window_actions_update (GTK_WIDGET (self), self->trail, self->work_view);
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
restore_size (OffprintWindow *self,
              GSettings      *settings)
{
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
pane_painted_cb (gpointer user_data)
{
  OffprintWindow *self = user_data;

  offprint_work_view_set_hurry (self->work_view, OFFPRINT_HURRY_NONE);
}

/* One after the other: each turn of the loop then makes a part of the window only */
static void
first_frame_painted_cb (gpointer user_data)
{
  OffprintWindow *self = user_data;

  offprint_work_view_set_hurry (self->work_view, OFFPRINT_HURRY_BELOW);
  offprint_first_frame_after (GTK_WIDGET (self), pane_painted_cb, self);
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
  restore_size (self, settings);

  offprint_window_actions_attach (GTK_WIDGET (self));
  offprint_incoming_accept_drops (self);
  g_object_bind_property (self->trail, "can-go-forward", self->forward_place, "visible", G_BINDING_SYNC_CREATE);
  offprint_stall_leave_out (GTK_WIDGET (self));
  offprint_work_view_set_hurry (self->work_view, OFFPRINT_HURRY_PANE_AND_BELOW);
  offprint_first_frame_after (GTK_WIDGET (self), first_frame_painted_cb, self);
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
  gtk_widget_class_bind_template_callback (widget_class, submitted_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismissed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, identifier_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, toast_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, refresh_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
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
  g_signal_group_connect_swapped (self->visit_signals, "changed", G_CALLBACK (place_changed), self);
  g_signal_group_connect_swapped (self->visit_signals, "refreshed", G_CALLBACK (refreshed_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  offprint_label_tooltip_attach (self->asking_label);
  g_signal_connect_object (self->trail, "notify::visit", G_CALLBACK (trail_moved_cb), self, G_CONNECT_SWAPPED);
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
 * Goes to the work in @files, or to the list of works in them.
 */
void
offprint_window_open_files (OffprintWindow *self,
                            GPtrArray      *files)
{
  g_autoptr (OffprintVisit) visit = NULL;

  g_return_if_fail (OFFPRINT_IS_WINDOW (self));
  g_return_if_fail (files != NULL && files->len > 0);

  visit = offprint_visit_new_for_files (self->services, files);
  offprint_window_go_to (self, visit);
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

/* --- the first appearance --- */

/* A window that appears gives the focus to its first button; a reader comes to read. */
static void
present (OffprintWindow *self)
{
  gboolean is_new = !gtk_widget_get_visible (GTK_WIDGET (self));

  if (offprint_trail_get_visit (self->trail) == NULL)
    place_changed (self);
  gtk_window_present (GTK_WINDOW (self));
  if (is_new)
    {
      gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
      gtk_window_set_focus_visible (GTK_WINDOW (self), FALSE);
    }
}

static void
present_now (OffprintWindow *self)
{
  OffprintVisit *visit = offprint_trail_get_visit (self->trail);

  if (visit != NULL)
    g_signal_handlers_disconnect_by_func (visit, present_now, self);
  g_clear_handle_id (&self->patience_id, g_source_remove);
  present (self);
}

static gboolean
patience_ended_cb (gpointer user_data)
{
  OffprintWindow *self = OFFPRINT_WINDOW (user_data);

  self->patience_id = 0;
  present_now (self);
  return G_SOURCE_REMOVE;
}

/**
 * offprint_window_present_soon:
 * @self: the window
 *
 * Presents the window as soon as its work has been read from the disk, so that the
 * first picture is the page and not a place for it; a network is not waited for
 * beyond a moment.
 */
void
offprint_window_present_soon (OffprintWindow *self)
{
  OffprintVisit *visit;

  g_return_if_fail (OFFPRINT_IS_WINDOW (self));

  visit = offprint_trail_get_visit (self->trail);
  if (gtk_widget_get_visible (GTK_WIDGET (self)) || visit == NULL ||
      offprint_visit_get_state (visit) != OFFPRINT_VISIT_RUNNING)
    {
      present (self);
      return;
    }
  g_signal_connect_object (visit, "changed", G_CALLBACK (present_now), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  self->patience_id = g_timeout_add (PATIENCE_MS, patience_ended_cb, self);
}

/**
 * offprint_window_save_state:
 * @self: the window
 *
 * Remembers the size of the window.
 */
void
offprint_window_save_state (OffprintWindow *self)
{
  GSettings *settings;
  int width_px;
  int height_px;

  g_return_if_fail (OFFPRINT_IS_WINDOW (self));

  settings = offprint_services_get_settings (self->services);
  gtk_window_get_default_size (GTK_WINDOW (self), &width_px, &height_px);
  g_settings_set_int (settings, "window-width", MAX (width_px, 360));
  g_settings_set_int (settings, "window-height", MAX (height_px, 294));
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
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

/**
 * offprint_window_focus_address:
 * @self: the window
 *
 * Lets the reader type where to go, on a page of its own if the window is narrow.
 */
void
offprint_window_focus_address (OffprintWindow *self)
{
  OffprintVisit *visit = offprint_trail_get_visit (self->trail);

  if (!adw_navigation_split_view_get_collapsed (self->split))
    {
      offprint_address_entry_begin (self->address);
      return;
    }
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  if (self->search_page == NULL)
    {
      self->search_page = offprint_search_page_new ();
      g_signal_connect_object (self->search_page, "submit", G_CALLBACK (submitted_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->search_page, "dismiss", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
      adw_navigation_view_add (self->pages, ADW_NAVIGATION_PAGE (self->search_page));
    }
  if (adw_navigation_view_get_visible_page (self->pages) != ADW_NAVIGATION_PAGE (self->search_page))
    adw_navigation_view_push (self->pages, ADW_NAVIGATION_PAGE (self->search_page));
  offprint_search_page_begin (self->search_page, visit != NULL ? offprint_visit_get_address (visit) : "");
}

/**
 * offprint_window_can_fold_back:
 * @self: the window
 *
 * Returns: whether the window is narrow, so that the library lies behind the work
 */
gboolean
offprint_window_can_fold_back (OffprintWindow *self)
{
  return adw_navigation_split_view_get_collapsed (self->split);
}

/**
 * offprint_window_fold_back:
 * @self: the window
 *
 * Goes from the search page to the work, or from the work to the library, where
 * the window is narrow.
 */
void
offprint_window_fold_back (OffprintWindow *self)
{
  if (adw_navigation_view_pop (self->pages))
    return;
  adw_navigation_split_view_set_show_content (self->split, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->sidebar));
}
