/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row says in words, not by a colour, whether it is the one in use, one of several, or
 * set aside and why.
 */

#include "config.h"

#include "candidate-row.h"

#include "label-tooltip.h"

#include <glib/gi18n-lib.h>

struct _OffprintCandidateRow
{
  GtkBox parent_instance;

  /* Owned */
  OffprintCandidate *candidate;

  /* Template children */
  GtkLabel *source;
  GtkLabel *state;
  GtkLabel *text;
  GtkWidget *use;
};

G_DEFINE_FINAL_TYPE (OffprintCandidateRow, offprint_candidate_row, GTK_TYPE_BOX)

enum
{
  USE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
use_cb (OffprintCandidateRow *self)
{
  g_signal_emit (self, signals[USE], 0);
}

static void
offprint_candidate_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_CANDIDATE_ROW);
  g_clear_object (&OFFPRINT_CANDIDATE_ROW (object)->candidate);

  G_OBJECT_CLASS (offprint_candidate_row_parent_class)->dispose (object);
}

static void
offprint_candidate_row_class_init (OffprintCandidateRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_candidate_row_dispose;

  /**
   * OffprintCandidateRow::use:
   * @self: the row
   *
   * The reader wants what this source says.
   */
  signals[USE] = g_signal_new ("use", OFFPRINT_TYPE_CANDIDATE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/candidate-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintCandidateRow, source);
  gtk_widget_class_bind_template_child (widget_class, OffprintCandidateRow, state);
  gtk_widget_class_bind_template_child (widget_class, OffprintCandidateRow, text);
  gtk_widget_class_bind_template_child (widget_class, OffprintCandidateRow, use);
  gtk_widget_class_bind_template_callback (widget_class, use_cb);
}

static void
offprint_candidate_row_init (OffprintCandidateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  offprint_label_tooltip_attach (self->text);
}

static char *
say_state (OffprintCandidate *candidate)
{
  guint n = offprint_candidate_get_count (candidate);
  g_autofree char *reason = offprint_candidate_dup_reason (candidate);

  if (reason != NULL)
    return g_steal_pointer (&reason);
  if (offprint_candidate_is_winner (candidate))
    return g_strdup (offprint_candidate_can_use (candidate) ? _("In use, with others") : _("In use"));
  if (!offprint_candidate_can_use (candidate))
    return g_strdup (_("Says the same"));
  if (n > 1)
    return g_strdup_printf (ngettext ("%u entry", "%u entries", n), n);

  return NULL;
}

/**
 * offprint_candidate_row_new:
 * @candidate: what a source says
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
offprint_candidate_row_new (OffprintCandidate *candidate)
{
  OffprintCandidateRow *self = NULL;
  g_autofree char *state = NULL;
  g_autofree char *heading = NULL;

  g_return_val_if_fail (OFFPRINT_IS_CANDIDATE (candidate), NULL);

  self = g_object_new (OFFPRINT_TYPE_CANDIDATE_ROW, NULL);
  self->candidate = g_object_ref (candidate);
  heading = offprint_reading_dup_heading (offprint_candidate_get_reading (candidate));
  gtk_label_set_text (self->source, heading);
  gtk_label_set_text (self->text, offprint_candidate_get_text (candidate));
  state = say_state (candidate);
  gtk_label_set_text (self->state, state != NULL ? state : "");
  gtk_widget_set_visible (GTK_WIDGET (self->state), state != NULL);
  if (offprint_candidate_is_aside (candidate))
    gtk_widget_add_css_class (GTK_WIDGET (self->state), "warning");
  gtk_widget_set_visible (self->use, offprint_candidate_can_use (candidate));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->use), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, heading, -1);

  return GTK_WIDGET (self);
}

/**
 * offprint_candidate_row_get_candidate:
 * @self: the row
 *
 * Returns: (transfer none): what it shows
 */
OffprintCandidate *
offprint_candidate_row_get_candidate (OffprintCandidateRow *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CANDIDATE_ROW (self), NULL);

  return self->candidate;
}

/**
 * offprint_reading_dup_title:
 * @reading: a reading
 *
 * Returns: (transfer full): who says it and of what, for people
 */
char *
offprint_reading_dup_title (OffprintReading *reading)
{
  const char *name = NULL;

  g_return_val_if_fail (OFFPRINT_IS_READING (reading), NULL);

  name = offprint_reading_get_source_name (reading);
  if (offprint_reading_get_about (reading) == OFFPRINT_READING_ABOUT_BOOK)
    /* Translators: the name of a source, which speaks of the book around a chapter */
    return g_strdup_printf (_("%s, on the book"), name);

  return g_strdup (name);
}

/**
 * offprint_reading_dup_heading:
 * @reading: a reading
 *
 * Returns: (transfer full): the same where it stands by itself
 */
char *
offprint_reading_dup_heading (OffprintReading *reading)
{
  g_autofree char *title = offprint_reading_dup_title (reading);
  char first[7] = "";

  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (title)), first);
  return g_strconcat (first, g_utf8_next_char (title), NULL);
}
