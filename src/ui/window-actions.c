/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every action is installed on the class, so that menus, keys, buttons and tests
 * use one name. What is enabled is decided in one function, from the place that
 * the reader is at.
 */

#include "config.h"

#include "window-actions.h"

#include "action-table.h"
#include "details-dialog.h"
#include "incoming.h"
#include "install-dialog.h"
#include "online-styles.h"
#include "window-private.h"

#include <glib/gi18n-lib.h>

/* One press of Ctrl and +. */
#define ZOOM_STEP 0.1

static OffprintVisit *
get_visit (GtkWidget *widget)
{
  return offprint_trail_get_visit (offprint_window_get_trail (OFFPRINT_WINDOW (widget)));
}

static GSettings *
get_settings (GtkWidget *widget)
{
  return offprint_services_get_settings (offprint_window_get_services (OFFPRINT_WINDOW (widget)));
}

/* --- going --- */

static void
focus_address_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  offprint_window_focus_address (OFFPRINT_WINDOW (widget));
}

static void
paste_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  offprint_incoming_paste (OFFPRINT_WINDOW (widget));
}

static void
open_file_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  offprint_incoming_choose_file (OFFPRINT_WINDOW (widget));
}

static void
install_style_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  offprint_install_dialog_choose (OFFPRINT_WINDOW (widget));
}

static void
install_from_address_action (GtkWidget  *widget,
                             const char *action_name,
                             GVariant   *parameter)
{
  offprint_install_dialog_present (OFFPRINT_WINDOW (widget));
}

static void
get_styles_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  offprint_online_styles_present (OFFPRINT_WINDOW (widget));
}

static void
look_up_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  offprint_window_open_text (OFFPRINT_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_sample_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  offprint_window_show_sample (OFFPRINT_WINDOW (widget));
}

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  OffprintTrail *trail = offprint_window_get_trail (OFFPRINT_WINDOW (widget));

  if (offprint_trail_can_go_back (trail))
    offprint_trail_go_back (trail);
  else
    offprint_window_fold_back (OFFPRINT_WINDOW (widget));
}

static void
forward_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  offprint_trail_go_forward (offprint_window_get_trail (OFFPRINT_WINDOW (widget)));
}

static void
refresh_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  OffprintVisit *visit = get_visit (widget);

  if (visit != NULL && offprint_visit_can_refresh (visit))
    offprint_visit_begin (visit, OFFPRINT_RESOLVE_REFRESH);
}

static void
stop_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  OffprintVisit *visit = get_visit (widget);

  if (visit == NULL)
    return;
  offprint_visit_stop (visit);
  if (offprint_visit_get_state (visit) == OFFPRINT_VISIT_STOPPED)
    offprint_trail_leave (offprint_window_get_trail (OFFPRINT_WINDOW (widget)));
  offprint_window_add_toast (OFFPRINT_WINDOW (widget), adw_toast_new (_("Look-up cancelled")));
}

/* --- trouble --- */

static void
go_online_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  OffprintVisit *visit = get_visit (widget);

  g_settings_set_boolean (get_settings (widget), "work-offline", FALSE);
  if (visit != NULL && offprint_visit_get_error (visit) != NULL)
    refresh_action (widget, action_name, parameter);
}

static void
show_details_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  OffprintServices *services = offprint_window_get_services (OFFPRINT_WINDOW (widget));
  OffprintVisit *visit = get_visit (widget);

  if (visit == NULL || offprint_visit_get_error (visit) == NULL)
    return;
  offprint_details_dialog_present (widget, offprint_visit_get_error (visit), offprint_visit_get_address (visit),
                                   G_LIST_MODEL (offprint_http_get_ledger (offprint_services_get_http (services))));
}

static char *
dup_browser_url (OffprintVisit *visit)
{
  OffprintWork *work = offprint_visit_get_work (visit);
  g_autoptr (OffprintIdentifier) identifier = NULL;

  if (work != NULL && offprint_work_get_doi (work) != NULL)
    return offprint_work_dup_doi_url (work);
  identifier = offprint_identifier_parse (offprint_visit_get_address (visit), -1, NULL);
  return identifier != NULL ? offprint_identifier_dup_url (identifier) : NULL;
}

static void
open_in_browser_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  OffprintVisit *visit = get_visit (widget);
  g_autofree char *url = visit != NULL ? dup_browser_url (visit) : NULL;
  g_autoptr (GtkUriLauncher) launcher = NULL;

  if (url == NULL)
    {
      offprint_window_add_toast (OFFPRINT_WINDOW (widget), adw_toast_new (_("This has no address for a browser")));
      return;
    }
  launcher = gtk_uri_launcher_new (url);
  gtk_uri_launcher_launch (launcher, GTK_WINDOW (widget), NULL, NULL, NULL);
}

/* --- the library, the text --- */

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  OffprintWork *work = offprint_window_get_work (OFFPRINT_WINDOW (widget));

  if (work != NULL)
    offprint_window_remove (OFFPRINT_WINDOW (widget), offprint_work_get_id (work));
}

static void
zoom_by (GtkWidget *widget,
         double     step)
{
  GSettings *settings = get_settings (widget);
  double scale = g_settings_get_double (settings, "text-scale") + step;

  g_settings_set_double (settings, "text-scale", CLAMP (scale, 0.6, 2.4));
}

static void
zoom_in_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  zoom_by (widget, ZOOM_STEP);
}

static void
zoom_out_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  zoom_by (widget, -ZOOM_STEP);
}

static void
zoom_normal_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  g_settings_reset (get_settings (widget), "text-scale");
}

/* --- passed on --- */

static void
pass_on_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GtkWidget *view = GTK_WIDGET (offprint_window_get_work_view (OFFPRINT_WINDOW (widget)));

  gtk_widget_activate_action_variant (view, action_name, parameter);
}

/* Copy and paste reach the window only when nothing nearer wanted them; in a dialog
 * they mean the dialog. */
static gboolean
bound_key_cb (GtkWidget *widget,
              GVariant  *parameter,
              gpointer   user_data)
{
  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (widget)) != NULL)
    return FALSE;
  return gtk_widget_activate_action_variant (widget, g_variant_get_string (parameter, NULL), NULL);
}

/* A label that can be selected in takes Ctrl+C even where nothing is selected, and
 * does nothing with it. */
static gboolean
copy_from_label_cb (GtkWidget *widget,
                    GVariant  *parameter,
                    gpointer   user_data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (!GTK_IS_LABEL (focus) || gtk_label_get_selection_bounds (GTK_LABEL (focus), NULL, NULL))
    return FALSE;
  return bound_key_cb (widget, parameter, user_data);
}

static void
install_bindings (GtkWidgetClass           *widget_class,
                  const OffprintActionInfo *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (row->accels) && row->accels[i] != NULL; i++)
    {
      guint keyval;
      GdkModifierType modifiers;

      if (gtk_accelerator_parse (row->accels[i], &keyval, &modifiers))
        gtk_widget_class_add_binding (widget_class, keyval, modifiers, bound_key_cb, "s", row->action);
    }
}

/**
 * offprint_window_actions_install:
 * @widget_class: the window’s class
 *
 * Installs all actions on the class, and the keys that are bindings.
 */
void
offprint_window_actions_install (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *type;
    GtkWidgetActionActivateFunc activate;
  } own[] = {
    { "win.focus-address", NULL, focus_address_action },
    { "win.paste", NULL, paste_action },
    { "win.open-file", NULL, open_file_action },
    { "win.install-style", NULL, install_style_action },
    { "win.install-style-from-address", NULL, install_from_address_action },
    { "win.get-styles", NULL, get_styles_action },
    { "win.look-up", "s", look_up_action },
    { "win.show-sample", NULL, show_sample_action },
    { "win.back", NULL, back_action },
    { "win.forward", NULL, forward_action },
    { "win.refresh", NULL, refresh_action },
    { "win.stop", NULL, stop_action },
    { "win.go-online", NULL, go_online_action },
    { "win.show-details", NULL, show_details_action },
    { "win.open-in-browser", NULL, open_in_browser_action },
    { "win.remove", NULL, remove_action },
    { "win.zoom-in", NULL, zoom_in_action },
    { "win.zoom-out", NULL, zoom_out_action },
    { "win.zoom-normal", NULL, zoom_normal_action },
  };
  const OffprintActionInfo *rows;
  g_autofree char *last = NULL;
  gsize n;

  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    gtk_widget_class_install_action (widget_class, own[i].name, own[i].type, own[i].activate);
  gtk_widget_class_install_property_action (widget_class, "win.show-pane", "show-pane");

  rows = offprint_action_table_get (&n);
  for (gsize i = 0; i < n; i++)
    {
      const char *type;
      g_autofree char *name = offprint_action_info_dup_work_action (&rows[i], &type);

      if (name != NULL && g_set_str (&last, name))
        gtk_widget_class_install_action (widget_class, name, type, pass_on_action);
      if (rows[i].keys == OFFPRINT_KEYS_BINDING)
        install_bindings (widget_class, &rows[i]);
    }
}

/**
 * offprint_window_actions_attach:
 * @window: the window
 *
 * Lets Ctrl+C reach the citation from a label in which nothing is selected.
 */
void
offprint_window_actions_attach (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut;

  shortcut = gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (GDK_KEY_c, GDK_CONTROL_MASK),
                                              gtk_callback_action_new (copy_from_label_cb, NULL, NULL),
                                              "s", "work.copy-citation");
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (window, controller);
}

/**
 * offprint_window_actions_update:
 * @window: the window
 * @trail: where the reader is
 * @work_view: what the work’s actions are passed on to
 *
 * Enables what can be done at the place that the reader is at.
 */
void
offprint_window_actions_update (GtkWidget        *window,
                                OffprintTrail    *trail,
                                OffprintWorkView *work_view)
{
  OffprintVisit *visit = offprint_trail_get_visit (trail);
  OffprintWork *work = visit != NULL ? offprint_visit_get_work (visit) : NULL;
  gboolean is_running = visit != NULL && offprint_visit_get_state (visit) == OFFPRINT_VISIT_RUNNING;
  const OffprintActionInfo *rows;
  gsize n;

  gtk_widget_action_set_enabled (window, "win.back", offprint_trail_can_go_back (trail) || offprint_window_can_fold_back (OFFPRINT_WINDOW (window)));
  gtk_widget_action_set_enabled (window, "win.forward", offprint_trail_can_go_forward (trail));
  gtk_widget_action_set_enabled (window, "win.refresh", visit != NULL && !is_running && offprint_visit_can_refresh (visit));
  gtk_widget_action_set_enabled (window, "win.stop", is_running);
  gtk_widget_action_set_enabled (window, "win.show-details", visit != NULL && offprint_visit_get_error (visit) != NULL);
  gtk_widget_action_set_enabled (window, "win.remove", work != NULL && !offprint_work_is_sample (work));
  gtk_widget_action_set_enabled (window, "win.show-pane", work != NULL);

  rows = offprint_action_table_get (&n);
  for (gsize i = 0; i < n; i++)
    {
      const char *type;
      g_autofree char *name = offprint_action_info_dup_work_action (&rows[i], &type);

      if (name != NULL)
        gtk_widget_action_set_enabled (window, name, offprint_work_view_can (work_view, name));
    }
}
