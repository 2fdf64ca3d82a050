/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The last source of a work cannot be taken back: nothing would be left of it.
 */

#include "config.h"

#include "reading-row.h"

#include "candidate-row.h"
#include "label-tooltip.h"
#include "links.h"
#include "phrases.h"

#include <glib/gi18n-lib.h>

struct _OffprintReadingRow
{
  GtkBox parent_instance;

  /* Owned */
  OffprintReading *reading;

  /* Template children */
  GtkLabel *title;
  GtkLabel *detail;
  GtkButton *address;
  GtkLabel *address_label;
  GtkLabel *state;
  GtkWidget *take_back;
};

G_DEFINE_FINAL_TYPE (OffprintReadingRow, offprint_reading_row, GTK_TYPE_BOX)

enum
{
  TAKE_BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
take_back_cb (OffprintReadingRow *self)
{
  g_signal_emit (self, signals[TAKE_BACK], 0);
}

static void
address_cb (OffprintReadingRow *self)
{
  offprint_link_launch (GTK_WIDGET (self), offprint_reading_get_url (self->reading));
}

static void
offprint_reading_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_READING_ROW);
  g_clear_object (&OFFPRINT_READING_ROW (object)->reading);

  G_OBJECT_CLASS (offprint_reading_row_parent_class)->dispose (object);
}

static void
offprint_reading_row_class_init (OffprintReadingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_reading_row_dispose;

  /**
   * OffprintReadingRow::take-back:
   * @self: the row
   *
   * The reader does not want this source.
   */
  signals[TAKE_BACK] = g_signal_new ("take-back", OFFPRINT_TYPE_READING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/reading-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintReadingRow, title);
  gtk_widget_class_bind_template_child (widget_class, OffprintReadingRow, detail);
  gtk_widget_class_bind_template_child (widget_class, OffprintReadingRow, address);
  gtk_widget_class_bind_template_child (widget_class, OffprintReadingRow, address_label);
  gtk_widget_class_bind_template_child (widget_class, OffprintReadingRow, state);
  gtk_widget_class_bind_template_child (widget_class, OffprintReadingRow, take_back);
  gtk_widget_class_bind_template_callback (widget_class, take_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, address_cb);
}

static void
offprint_reading_row_init (OffprintReadingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  offprint_label_tooltip_attach (self->address_label);
}

static char *
say_detail (OffprintSourceList *sources,
            OffprintReading    *reading)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  GDateTime *at = offprint_reading_get_at (reading);
  g_autofree char *ago = at != NULL ? offprint_phrase_ago (at, now) : NULL;
  guint n = offprint_source_list_count_values (sources, reading);
  g_autofree char *values = g_strdup_printf (ngettext ("%u value in use", "%u values in use", n), n);

  if (ago == NULL)
    return g_steal_pointer (&values);

  /* Translators: how many values, how long ago: “12 values in use · 2 minutes ago” */
  return g_strdup_printf (_("%s · %s"), values, ago);
}

static char *
say_state (OffprintSourceList *sources,
           OffprintReading    *reading)
{
  GListModel *readings = offprint_work_get_readings (offprint_source_list_get_work (sources));
  const char *doubt = offprint_doubt_get_reason (offprint_source_list_get_doubt (sources, reading));
  gboolean is_past = FALSE;

  if (doubt != NULL)
    /* Translators: why a source is not believed: “Set aside: is the name of the site” */
    return g_strdup_printf (_("Set aside: %s"), doubt);
  for (guint i = 0; i < g_list_model_get_n_items (readings); i++)
    {
      g_autoptr (OffprintReading) other = g_list_model_get_item (readings, i);

      if (is_past && g_str_equal (offprint_reading_get_source (other), offprint_reading_get_source (reading)) &&
          offprint_reading_get_about (other) == offprint_reading_get_about (reading))
        return g_strdup (_("As it was before: kept for what the newer one lacks"));
      is_past = is_past || other == reading;
    }

  return NULL;
}

/**
 * offprint_reading_row_new:
 * @sources: where all values of the work come from
 * @reading: one of its readings
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
offprint_reading_row_new (OffprintSourceList *sources,
                          OffprintReading    *reading)
{
  OffprintReadingRow *self = NULL;
  GListModel *readings = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *state = NULL;
  const char *url = NULL;
  gboolean is_only = FALSE;

  g_return_val_if_fail (OFFPRINT_IS_SOURCE_LIST (sources), NULL);
  g_return_val_if_fail (OFFPRINT_IS_READING (reading), NULL);

  self = g_object_new (OFFPRINT_TYPE_READING_ROW, NULL);
  self->reading = g_object_ref (reading);
  heading = offprint_reading_dup_heading (reading);
  detail = say_detail (sources, reading);
  state = say_state (sources, reading);
  url = offprint_reading_get_url (reading);
  readings = offprint_work_get_readings (offprint_source_list_get_work (sources));
  is_only = g_list_model_get_n_items (readings) < 2;
  gtk_label_set_text (self->title, heading);
  gtk_label_set_text (self->detail, detail);
  gtk_label_set_text (self->state, state != NULL ? state : "");
  gtk_widget_set_visible (GTK_WIDGET (self->state), state != NULL);
  gtk_label_set_text (self->address_label, url != NULL ? url : "");
  gtk_widget_set_visible (GTK_WIDGET (self->address), url != NULL && offprint_link_is_allowed (url));
  gtk_widget_set_sensitive (self->take_back, !is_only);
  gtk_widget_set_tooltip_text (self->take_back, is_only ? _("The only source cannot be taken back: nothing would be left")
                                                        : _("Forget All That This Source Says"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->take_back), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, heading, -1);

  return GTK_WIDGET (self);
}

/**
 * offprint_reading_row_get_reading:
 * @self: the row
 *
 * Returns: (transfer none): what it shows
 */
OffprintReading *
offprint_reading_row_get_reading (OffprintReadingRow *self)
{
  g_return_val_if_fail (OFFPRINT_IS_READING_ROW (self), NULL);

  return self->reading;
}

/**
 * offprint_reading_row_dup_sentence:
 * @sources: where all values of the work come from
 * @reading: one of its readings
 *
 * Returns: (transfer full): the row as one sentence, for a screen reader
 */
char *
offprint_reading_row_dup_sentence (OffprintSourceList *sources,
                                   OffprintReading    *reading)
{
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *state = NULL;

  g_return_val_if_fail (OFFPRINT_IS_SOURCE_LIST (sources), NULL);
  g_return_val_if_fail (OFFPRINT_IS_READING (reading), NULL);

  title = offprint_reading_dup_heading (reading);
  detail = say_detail (sources, reading);
  state = say_state (sources, reading);
  if (state != NULL)
    return g_strdup_printf ("%s, %s, %s", title, detail, state);

  return g_strdup_printf ("%s, %s", title, detail);
}
