/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An AdwBanner has one button and one line; a failure needs Try Again, Details and
 * room for a whole sentence at 360 pixels.
 */

#include "config.h"

#include "state-bar.h"

#include "failure.h"

struct _OffprintStateBar
{
  AdwBin parent_instance;

  /* Template children */
  GtkLabel *label;
  GtkWidget *try_again;
  GtkButton *way_out;
};

G_DEFINE_FINAL_TYPE (OffprintStateBar, offprint_state_bar, ADW_TYPE_BIN)

static void
dismissed_cb (OffprintStateBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
offprint_state_bar_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_STATE_BAR);

  G_OBJECT_CLASS (offprint_state_bar_parent_class)->dispose (object);
}

static void
offprint_state_bar_class_init (OffprintStateBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_state_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/state-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintStateBar, label);
  gtk_widget_class_bind_template_child (widget_class, OffprintStateBar, try_again);
  gtk_widget_class_bind_template_child (widget_class, OffprintStateBar, way_out);
  gtk_widget_class_bind_template_callback (widget_class, dismissed_cb);
}

static void
offprint_state_bar_init (OffprintStateBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * offprint_state_bar_new:
 *
 * Returns: (transfer floating): a bar that is not shown
 */
GtkWidget *
offprint_state_bar_new (void)
{
  return g_object_new (OFFPRINT_TYPE_STATE_BAR, NULL);
}

/**
 * offprint_state_bar_set_visit:
 * @self: the bar
 * @visit: (nullable): a place with a work and perhaps an error
 *
 * Shows the error of @visit, or hides.
 */
void
offprint_state_bar_set_visit (OffprintStateBar *self,
                              OffprintVisit    *visit)
{
  const GError *error;
  OffprintFailure failure;
  g_autofree char *sentence = NULL;

  g_return_if_fail (OFFPRINT_IS_STATE_BAR (self));
  g_return_if_fail (visit == NULL || OFFPRINT_IS_VISIT (visit));

  error = visit != NULL ? offprint_visit_get_error (visit) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), error != NULL);
  if (error == NULL)
    return;

  failure = offprint_failure_describe (error, offprint_visit_is_of_files (visit));
  sentence = offprint_failure_dup_sentence (error);
  gtk_label_set_text (self->label, sentence);
  gtk_widget_set_visible (self->try_again, failure.can_try_again && offprint_visit_can_refresh (visit));
  gtk_widget_set_visible (GTK_WIDGET (self->way_out), failure.action != NULL);
  if (failure.action != NULL)
    {
      gtk_button_set_label (self->way_out, failure.action_label);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->way_out), failure.action);
    }
}
