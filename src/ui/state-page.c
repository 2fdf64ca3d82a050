/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws a visit that has no work to show. It decides nothing: the buttons are the
 * window’s actions, the words come from the error.
 */

#include "config.h"

#include "state-page.h"

#include "failure.h"

#include <glib/gi18n-lib.h>

struct _OffprintStatePage
{
  AdwBin parent_instance;

  /* Template children */
  GtkStack *stack;
  AdwStatusPage *loading;
  AdwStatusPage *failed;
  GtkWidget *try_again;
  GtkButton *way_out;
};

G_DEFINE_FINAL_TYPE (OffprintStatePage, offprint_state_page, ADW_TYPE_BIN)

static void
show_loading (OffprintStatePage *self,
              OffprintVisit     *visit)
{
  const char *progress = offprint_visit_get_progress (visit);
  g_autofree char *title = NULL;
  g_autofree char *description = NULL;

  title = g_markup_escape_text (progress != NULL ? progress : _("Looking It Up…"), -1);
  description = g_markup_escape_text (offprint_visit_get_address (visit), -1);
  adw_status_page_set_title (self->loading, title);
  adw_status_page_set_description (self->loading, description);
  gtk_stack_set_visible_child_name (self->stack, "loading");
}

static void
show_failed (OffprintStatePage *self,
             OffprintVisit     *visit)
{
  const GError *error = offprint_visit_get_error (visit);
  OffprintFailure failure = offprint_failure_describe (error, offprint_visit_is_of_files (visit));
  g_autofree char *sentence = offprint_failure_dup_sentence (error);
  g_autofree char *description = NULL;
  gboolean can_try_again;

  description = g_markup_printf_escaped ("%s\n\n%s", sentence, failure.advice);
  adw_status_page_set_icon_name (self->failed, failure.icon_name);
  adw_status_page_set_title (self->failed, failure.title);
  adw_status_page_set_description (self->failed, description);

  can_try_again = failure.can_try_again && offprint_visit_can_refresh (visit);
  gtk_widget_set_visible (self->try_again, can_try_again);
  gtk_widget_set_visible (GTK_WIDGET (self->way_out), failure.action != NULL);
  if (failure.action != NULL)
    {
      gtk_button_set_label (self->way_out, failure.action_label);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->way_out), failure.action);
    }
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
offprint_state_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_STATE_PAGE);

  G_OBJECT_CLASS (offprint_state_page_parent_class)->dispose (object);
}

static void
offprint_state_page_class_init (OffprintStatePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_state_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/state-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintStatePage, stack);
  gtk_widget_class_bind_template_child (widget_class, OffprintStatePage, loading);
  gtk_widget_class_bind_template_child (widget_class, OffprintStatePage, failed);
  gtk_widget_class_bind_template_child (widget_class, OffprintStatePage, try_again);
  gtk_widget_class_bind_template_child (widget_class, OffprintStatePage, way_out);
}

static void
offprint_state_page_init (OffprintStatePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * offprint_state_page_new:
 *
 * Returns: (transfer floating): a page that says that nothing is open
 */
GtkWidget *
offprint_state_page_new (void)
{
  return g_object_new (OFFPRINT_TYPE_STATE_PAGE, NULL);
}

/**
 * offprint_state_page_set_visit:
 * @self: the page
 * @visit: (nullable): a place without a work, or `NULL` where the reader is nowhere
 *
 * Draws @visit as it is now.
 */
void
offprint_state_page_set_visit (OffprintStatePage *self,
                               OffprintVisit     *visit)
{
  g_return_if_fail (OFFPRINT_IS_STATE_PAGE (self));
  g_return_if_fail (visit == NULL || OFFPRINT_IS_VISIT (visit));

  if (visit != NULL && offprint_visit_get_error (visit) != NULL)
    show_failed (self, visit);
  else if (visit != NULL && offprint_visit_get_state (visit) == OFFPRINT_VISIT_RUNNING)
    show_loading (self, visit);
  else
    gtk_stack_set_visible_child_name (self->stack, "empty");
}
