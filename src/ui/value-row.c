/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What others say is made when the row is opened: most never are.
 */

#include "config.h"

#include "value-row.h"

#include "candidate-row.h"
#include "label-tooltip.h"

#include <glib/gi18n-lib.h>

struct _OffprintValueRow
{
  GtkBox parent_instance;

  /* Owned */
  OffprintFieldSources *value;
  gulong changed_id;

  /* Template children */
  GtkLabel *label;
  GtkLabel *text;
  GtkLabel *source;
  GtkWidget *aside;
  GtkToggleButton *toggle;
  GtkBox *candidates; /* what stands in it is made when it is opened */
  GtkBox *list;
  GtkWidget *rules;
};

G_DEFINE_FINAL_TYPE (OffprintValueRow, offprint_value_row, GTK_TYPE_BOX)

enum
{
  USE,
  RULES,
  TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
candidate_wanted_cb (OffprintValueRow     *self,
                     OffprintCandidateRow *row)
{
  g_signal_emit (self, signals[USE], 0, offprint_candidate_row_get_candidate (row));
}

static void
rules_wanted_cb (OffprintValueRow *self)
{
  g_signal_emit (self, signals[RULES], 0);
}

static void
empty (OffprintValueRow *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
}

static void
fill (OffprintValueRow *self)
{
  GListModel *candidates = offprint_field_sources_get_candidates (self->value);
  gboolean has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->candidates)) != NULL;

  empty (self);
  for (guint i = 0; i < g_list_model_get_n_items (candidates); i++)
    {
      g_autoptr (OffprintCandidate) candidate = g_list_model_get_item (candidates, i);
      GtkWidget *row = offprint_candidate_row_new (candidate);

      g_signal_connect_object (row, "use", G_CALLBACK (candidate_wanted_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->list, row);
    }
  gtk_widget_set_visible (self->rules, offprint_field_sources_is_chosen (self->value));
  /* the button that was pressed is gone: the reader stays at this value */
  if (has_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->toggle));
}

static void
show_candidates (OffprintValueRow *self)
{
  gboolean is_open = gtk_toggle_button_get_active (self->toggle);

  if (is_open && self->value != NULL)
    fill (self);
  else
    empty (self);
  gtk_widget_set_visible (GTK_WIDGET (self->candidates), is_open);
  gtk_button_set_icon_name (GTK_BUTTON (self->toggle), is_open ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_STATE_EXPANDED, is_open, -1);
}

static void
toggled_cb (OffprintValueRow *self)
{
  show_candidates (self);
  g_signal_emit (self, signals[TOGGLED], 0);
}

static char *
say_source (OffprintFieldSources *value)
{
  const char *source = offprint_field_sources_get_source (value);
  const char *reason = offprint_field_sources_get_reason (value);
  guint n = offprint_field_sources_get_count (value);
  g_autofree char *entries = n > 1 ? g_strdup_printf (ngettext ("%u entry", "%u entries", n), n) : NULL;
  g_autofree char *of = NULL;

  if (source == NULL)
    return g_strdup (reason);
  /* Translators: the name of a source, why it was taken: “Crossref · the longest of 3” */
  of = g_strdup_printf (_("%s · %s"), source, reason);

  return entries != NULL ? g_strdup_printf (_("%s · %s"), entries, of) : g_steal_pointer (&of);
}

static void
show_value (OffprintValueRow *self)
{
  g_autofree char *source = say_source (self->value);
  g_autofree char *label = NULL;
  const char *text = offprint_field_sources_get_text (self->value);

  gtk_label_set_text (self->label, offprint_field_sources_get_label (self->value));
  gtk_label_set_text (self->text, text != NULL ? text : _("Not shown"));
  gtk_label_set_text (self->source, source);
  gtk_widget_set_visible (self->aside, offprint_field_sources_has_aside (self->value));
  /* Translators: for a screen reader; what a value is: “What Sources Say: Title” */
  label = g_strdup_printf (_("What Sources Say: %s"), offprint_field_sources_get_label (self->value));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  show_candidates (self);
}

static void
offprint_value_row_dispose (GObject *object)
{
  OffprintValueRow *self = OFFPRINT_VALUE_ROW (object);

  if (self->value != NULL)
    g_clear_signal_handler (&self->changed_id, self->value);
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_VALUE_ROW);
  g_clear_object (&self->value);

  G_OBJECT_CLASS (offprint_value_row_parent_class)->dispose (object);
}

static void
offprint_value_row_class_init (OffprintValueRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_value_row_dispose;

  /**
   * OffprintValueRow::use:
   * @self: the row
   * @candidate: what the reader wants
   *
   * The reader wants what another source says.
   */
  signals[USE] = g_signal_new ("use", OFFPRINT_TYPE_VALUE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, OFFPRINT_TYPE_CANDIDATE);

  /**
   * OffprintValueRow::rules:
   * @self: the row
   *
   * The reader wants the rules to decide again.
   */
  signals[RULES] = g_signal_new ("rules", OFFPRINT_TYPE_VALUE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * OffprintValueRow::toggled:
   * @self: the row
   *
   * It was opened or closed.
   */
  signals[TOGGLED] = g_signal_new ("toggled", OFFPRINT_TYPE_VALUE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/value-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintValueRow, label);
  gtk_widget_class_bind_template_child (widget_class, OffprintValueRow, text);
  gtk_widget_class_bind_template_child (widget_class, OffprintValueRow, source);
  gtk_widget_class_bind_template_child (widget_class, OffprintValueRow, aside);
  gtk_widget_class_bind_template_child (widget_class, OffprintValueRow, toggle);
  gtk_widget_class_bind_template_child (widget_class, OffprintValueRow, candidates);
  gtk_widget_class_bind_template_child (widget_class, OffprintValueRow, list);
  gtk_widget_class_bind_template_child (widget_class, OffprintValueRow, rules);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, rules_wanted_cb);
}

static void
offprint_value_row_init (OffprintValueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  offprint_label_tooltip_attach (self->text);
}

/**
 * offprint_value_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
offprint_value_row_new (void)
{
  return g_object_new (OFFPRINT_TYPE_VALUE_ROW, NULL);
}

/**
 * offprint_value_row_get_value:
 * @self: the row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
OffprintFieldSources *
offprint_value_row_get_value (OffprintValueRow *self)
{
  g_return_val_if_fail (OFFPRINT_IS_VALUE_ROW (self), NULL);

  return self->value;
}

/**
 * offprint_value_row_set_value:
 * @self: the row
 * @value: (nullable): what to show
 *
 * Shows another value, closed.
 */
void
offprint_value_row_set_value (OffprintValueRow     *self,
                              OffprintFieldSources *value)
{
  g_return_if_fail (OFFPRINT_IS_VALUE_ROW (self));
  g_return_if_fail (value == NULL || OFFPRINT_IS_FIELD_SOURCES (value));

  if (self->value == value)
    return;
  if (self->value != NULL)
    g_clear_signal_handler (&self->changed_id, self->value);
  g_set_object (&self->value, value);
  offprint_value_row_set_open (self, FALSE);
  if (value == NULL)
    return;
  self->changed_id = g_signal_connect_swapped (value, "changed", G_CALLBACK (show_value), self);
  show_value (self);
}

/**
 * offprint_value_row_is_open:
 * @self: the row
 *
 * Returns: whether it shows what all sources say
 */
gboolean
offprint_value_row_is_open (OffprintValueRow *self)
{
  g_return_val_if_fail (OFFPRINT_IS_VALUE_ROW (self), FALSE);

  return gtk_toggle_button_get_active (self->toggle);
}

/**
 * offprint_value_row_set_open:
 * @self: the row
 * @is_open: whether to show what all sources say
 *
 * Opens or closes it; tells nobody.
 */
void
offprint_value_row_set_open (OffprintValueRow *self,
                             gboolean          is_open)
{
  g_return_if_fail (OFFPRINT_IS_VALUE_ROW (self));

  g_signal_handlers_block_by_func (self->toggle, toggled_cb, self);
  gtk_toggle_button_set_active (self->toggle, is_open);
  g_signal_handlers_unblock_by_func (self->toggle, toggled_cb, self);
  show_candidates (self);
}

/**
 * offprint_value_row_dup_sentence:
 * @value: a value
 *
 * Returns: (transfer full): the row as one sentence, for a screen reader
 */
char *
offprint_value_row_dup_sentence (OffprintFieldSources *value)
{
  g_autofree char *source = NULL;
  const char *text = NULL;

  g_return_val_if_fail (OFFPRINT_IS_FIELD_SOURCES (value), NULL);

  source = say_source (value);
  text = offprint_field_sources_get_text (value);
  if (offprint_field_sources_has_aside (value))
    /* Translators: for a screen reader: what a value is, the value, where it comes from */
    return g_strdup_printf (_("%s: %s, %s, something was set aside"), offprint_field_sources_get_label (value), text != NULL ? text : _("Not shown"), source);

  /* Translators: for a screen reader: what a value is, the value, where it comes from */
  return g_strdup_printf (_("%s: %s, %s"), offprint_field_sources_get_label (value), text != NULL ? text : _("Not shown"), source);
}
