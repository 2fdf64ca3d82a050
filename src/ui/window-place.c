/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window draws one place of the trail at a time and decides nothing about it:
 * offprint_window_show_place() is the one function that puts a place on the screen.
 *
 *   OffprintTrail ─ visit ─► state page | list of choices | view of the work
 */

#include "config.h"

#include "window-parts.h"

#include "window-actions.h"

#include <glib/gi18n-lib.h>

#define LEFT_TO_RIGHT_MARK "\342\200\216"

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

/**
 * offprint_window_show_place:
 * @self: the window
 *
 * Puts the place on the screen that the reader is at. May be called as often as
 * anything changes.
 */
void
offprint_window_show_place (OffprintWindow *self)
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

/**
 * offprint_window_trail_moved:
 * @self: the window
 *
 * Follows the visit that the reader is at now, and shows it.
 */
void
offprint_window_trail_moved (OffprintWindow *self)
{
  g_signal_group_set_target (self->visit_signals, offprint_trail_get_visit (self->trail));
  offprint_window_show_place (self);
}
