/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ways from a work out into the web: to its publisher, through the reader’s library,
 * to who gives permission. Each is an address; the browser does the rest.
 */

#include "config.h"

#include "work-view-private.h"

#include "library-setting.h"
#include "links.h"
#include "unknown.h"

#include <glib/gi18n-lib.h>

/**
 * offprint_work_view_dup_address:
 * @work: (nullable): a work
 *
 * The address of a work: its DOI's, which stays; the page's own only for a work without
 * one.
 *
 * Returns: (transfer full) (nullable): the address
 */
char *
offprint_work_view_dup_address (OffprintWork *work)
{
  char *url = work != NULL ? offprint_work_dup_doi_url (work) : NULL;

  if (url == NULL && work != NULL)
    url = g_strdup (offprint_work_get_landing_url (work));
  return url;
}

static char *
dup_library_address (OffprintWorkView *self)
{
  OffprintWork *work = offprint_work_view_get_work (self);
  GSettings *settings = offprint_work_view_get_settings (self);
  g_autoptr (OffprintLibraryLink) link = NULL;

  if (work == NULL || settings == NULL)
    return NULL;
  link = offprint_library_setting_dup (settings);
  return link != NULL ? offprint_library_link_dup_url_of_work (link, work) : NULL;
}

static char *
dup_log_in_address (OffprintWorkView *self)
{
  OffprintWork *work = offprint_work_view_get_work (self);
  const char *url = work != NULL ? offprint_work_get_log_in_url (work) : NULL;

  return url != NULL && offprint_link_is_allowed (url) ? g_strdup (url) : NULL;
}

static char *
dup_permissions_address (OffprintWorkView *self)
{
  OffprintWork *work = offprint_work_view_get_work (self);
  OffprintRights *rights = work != NULL ? offprint_work_get_rights (work) : NULL;
  const char *url = rights != NULL ? offprint_rights_get_permissions (rights) : NULL;

  return url != NULL && offprint_link_is_allowed (url) ? g_strdup (url) : NULL;
}

static void
launch (GtkWidget *widget,
        char *url) /* (transfer full) (nullable) */
{
  if (url != NULL)
    offprint_link_launch (widget, url);
  g_free (url);
}

static void
open_doi_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  launch (widget, offprint_work_view_dup_address (offprint_work_view_get_work (OFFPRINT_WORK_VIEW (widget))));
}

static void
open_link_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  offprint_link_launch (widget, g_variant_get_string (parameter, NULL));
}

static void
log_in_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  launch (widget, dup_log_in_address (OFFPRINT_WORK_VIEW (widget)));
}

static void
open_through_library_action (GtkWidget  *widget,
                             const char *action_name,
                             GVariant   *parameter)
{
  launch (widget, dup_library_address (OFFPRINT_WORK_VIEW (widget)));
}

static void
ask_permission_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  launch (widget, dup_permissions_address (OFFPRINT_WORK_VIEW (widget)));
}

static void
leave_pages_cb (OffprintWorkView *self)
{
  g_settings_set_boolean (offprint_work_view_get_settings (self), "read-publisher-pages", FALSE);
}

/* The page is asked for with all other sources; who had that turned off turns it on by
 * this, and may think better of it. */
static void
read_page_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  OffprintWorkView *self = OFFPRINT_WORK_VIEW (widget);
  GSettings *settings = offprint_work_view_get_settings (self);

  if (!g_settings_get_boolean (settings, "read-publisher-pages"))
    {
      g_settings_set_boolean (settings, "read-publisher-pages", TRUE);
      offprint_work_view_tell_with_undo (self, _("Publishers’ pages are read from now on"), G_CALLBACK (leave_pages_cb));
    }
  offprint_work_view_ask_refresh (self);
}

static gboolean
can_read_page (OffprintWorkView *self)
{
  OffprintWork *work = offprint_work_view_get_work (self);
  GSettings *settings = offprint_work_view_get_settings (self);

  return work != NULL && settings != NULL && !offprint_work_view_get_loading (self) &&
         !g_settings_get_boolean (settings, "work-offline") && offprint_unknown_is_page_unread (work);
}

/**
 * offprint_work_view_install_links:
 * @widget_class: the view's class
 *
 * Installs the actions that lead out of the view.
 */
void
offprint_work_view_install_links (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "work.open-doi", NULL, open_doi_action);
  gtk_widget_class_install_action (widget_class, "work.open-link", "s", open_link_action);
  gtk_widget_class_install_action (widget_class, "work.log-in", NULL, log_in_action);
  gtk_widget_class_install_action (widget_class, "work.open-through-library", NULL, open_through_library_action);
  gtk_widget_class_install_action (widget_class, "work.ask-permission", NULL, ask_permission_action);
  gtk_widget_class_install_action (widget_class, "work.read-page", NULL, read_page_action);
}

/**
 * offprint_work_view_can_follow:
 * @self: the view
 * @action: an action that offprint_work_view_install_links() installs
 *
 * Returns: whether there is something that it can lead to
 */
gboolean
offprint_work_view_can_follow (OffprintWorkView *self,
                               const char       *action)
{
  g_autofree char *url = NULL;

  if (g_str_equal (action, "work.read-page"))
    return can_read_page (self);
  if (g_str_equal (action, "work.open-doi"))
    url = offprint_work_view_dup_address (offprint_work_view_get_work (self));
  else if (g_str_equal (action, "work.log-in"))
    url = dup_log_in_address (self);
  else if (g_str_equal (action, "work.open-through-library"))
    url = dup_library_address (self);
  else if (g_str_equal (action, "work.ask-permission"))
    url = dup_permissions_address (self);
  return url != NULL;
}
