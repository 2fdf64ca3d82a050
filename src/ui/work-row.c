/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Used by the library and by lists to choose from, so that a work looks the same
 * wherever it stands as one of many.
 */

#include "config.h"

#include "work-row.h"

#include "label-tooltip.h"

struct _OffprintWorkRow
{
  AdwBin parent_instance;

  /* Template children */
  GtkLabel *title;
  GtkLabel *detail;
  GtkLabel *state;
  GtkLabel *place;

  /* Owned */
  OffprintHistoryEntry *entry; /* NULL for a choice */
};

G_DEFINE_FINAL_TYPE (OffprintWorkRow, offprint_work_row, ADW_TYPE_BIN)

static const char *
severity_class (OffprintSeverity severity)
{
  switch (severity)
    {
    case OFFPRINT_SEVERITY_INFO:
      return "state-info";
    case OFFPRINT_SEVERITY_CONCERN:
      return "state-concern";
    case OFFPRINT_SEVERITY_RETRACTION:
      return "state-retraction";
    }
  return "state-info";
}

static void
set_label (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
set_state (OffprintWorkRow  *self,
           const char       *state,
           OffprintSeverity  severity)
{
  const char *classes[] = { "caption", "state", severity_class (severity), NULL };

  set_label (self->state, state);
  gtk_widget_set_css_classes (GTK_WIDGET (self->state), classes);
}

static void
offprint_work_row_dispose (GObject *object)
{
  OffprintWorkRow *self = OFFPRINT_WORK_ROW (object);

  g_clear_object (&self->entry);
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_WORK_ROW);

  G_OBJECT_CLASS (offprint_work_row_parent_class)->dispose (object);
}

static void
offprint_work_row_class_init (OffprintWorkRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_work_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/work-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintWorkRow, title);
  gtk_widget_class_bind_template_child (widget_class, OffprintWorkRow, detail);
  gtk_widget_class_bind_template_child (widget_class, OffprintWorkRow, state);
  gtk_widget_class_bind_template_child (widget_class, OffprintWorkRow, place);
}

static void
offprint_work_row_init (OffprintWorkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  offprint_label_tooltip_attach (self->title);
  offprint_label_tooltip_attach (self->detail);
  offprint_label_tooltip_attach (self->place);
}

/**
 * offprint_work_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
offprint_work_row_new (void)
{
  return g_object_new (OFFPRINT_TYPE_WORK_ROW, NULL);
}

/**
 * offprint_work_row_set_entry:
 * @self: the row
 * @entry: (nullable): a work of the library
 */
void
offprint_work_row_set_entry (OffprintWorkRow      *self,
                             OffprintHistoryEntry *entry)
{
  g_return_if_fail (OFFPRINT_IS_WORK_ROW (self));
  g_return_if_fail (entry == NULL || OFFPRINT_IS_HISTORY_ENTRY (entry));

  g_set_object (&self->entry, entry);
  if (entry == NULL)
    return;
  set_label (self->title, offprint_history_entry_get_title (entry));
  set_label (self->detail, offprint_history_entry_get_detail (entry));
  set_state (self, offprint_history_entry_get_state (entry), offprint_history_entry_get_severity (entry));
  set_label (self->place, NULL);
}

/**
 * offprint_work_row_set_choice:
 * @self: the row
 * @choice: one of the works that may be meant
 */
void
offprint_work_row_set_choice (OffprintWorkRow *self,
                              OffprintChoice  *choice)
{
  OffprintWork *work;
  OffprintNotice *notice;

  g_return_if_fail (OFFPRINT_IS_WORK_ROW (self));
  g_return_if_fail (OFFPRINT_IS_CHOICE (choice));

  work = offprint_choice_get_work (choice);
  notice = work != NULL ? offprint_work_get_gravest_notice (work) : NULL;
  set_label (self->title, offprint_choice_get_title (choice));
  set_label (self->detail, offprint_choice_get_detail (choice));
  set_state (self, notice != NULL ? offprint_notice_get_state_word (notice) : NULL,
             notice != NULL ? offprint_notice_get_severity (notice) : OFFPRINT_SEVERITY_INFO);
  set_label (self->place, offprint_choice_get_place (choice));
}

/**
 * offprint_work_row_get_entry:
 * @self: the row
 *
 * Returns: (transfer none) (nullable): the work of the library that it shows
 */
OffprintHistoryEntry *
offprint_work_row_get_entry (OffprintWorkRow *self)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK_ROW (self), NULL);

  return self->entry;
}

/**
 * offprint_work_row_dup_sentence:
 * @self: the row
 *
 * Returns: (transfer full): all that the row says, in one line
 */
char *
offprint_work_row_dup_sentence (OffprintWorkRow *self)
{
  GtkLabel *labels[] = { self->title, self->detail, self->state, self->place };
  GString *sentence;

  g_return_val_if_fail (OFFPRINT_IS_WORK_ROW (self), NULL);

  sentence = g_string_new (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const char *text = gtk_label_get_text (labels[i]);

      if (*text != '\0')
        g_string_append_printf (sentence, "%s%s", sentence->len > 0 ? ", " : "", text);
    }
  return g_string_free_and_steal (sentence);
}
