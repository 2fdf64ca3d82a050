/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The notes of a text, numbered as there.
 *
 * A long work may have hundreds: the first are shown at once, the rest when the
 * reader asks for them or a search finds something there.
 */

#include "config.h"

#include "notes-section.h"

#include "note-row.h"
#include "note-text.h"
#include "rich-label.h"
#include "unknown.h"

#include <glib/gi18n-lib.h>

#define FIRST_NOTES 20

struct _OffprintNotesSection
{
  OffprintSection parent_instance;

  /* Owned */
  GPtrArray *rows; /* of OffprintNoteRow, borrowed from the list */

  gboolean shows_all;

  /* Template children */
  GtkLabel *count;
  GtkBox *list;
  GtkWidget *missed;
  GtkLabel *unknown;
  GtkButton *all;
};

G_DEFINE_FINAL_TYPE (OffprintNotesSection, offprint_notes_section, OFFPRINT_TYPE_SECTION)

static void
fill (OffprintNotesSection *self,
      OffprintWork         *work)
{
  GListModel *notes = offprint_work_get_notes (work);
  guint total = g_list_model_get_n_items (notes);
  guint n = self->shows_all ? total : MIN (total, FIRST_NOTES);
  g_autoptr (OffprintCitedWorks) cited = n > 0 ? offprint_cited_works_new (offprint_work_get_references (work)) : NULL;

  while (self->rows->len > n)
    {
      gtk_box_remove (self->list, g_ptr_array_index (self->rows, self->rows->len - 1));
      g_ptr_array_set_size (self->rows, self->rows->len - 1);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (OffprintNote) note = g_list_model_get_item (notes, i);
      g_autofree char *place = offprint_note_text_dup_place (work, note);

      if (i == self->rows->len)
        {
          GtkWidget *row = offprint_note_row_new ();

          gtk_box_append (self->list, row);
          g_ptr_array_add (self->rows, row);
        }
      offprint_note_row_set_note (g_ptr_array_index (self->rows, i), note, i + 1, cited, place != NULL);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->all), n < total);
}

static void
show_all (OffprintNotesSection *self)
{
  OffprintWork *work = offprint_section_get_work (OFFPRINT_SECTION (self));

  self->shows_all = TRUE;
  if (work != NULL)
    fill (self, work);
}

static void
all_clicked_cb (OffprintNotesSection *self)
{
  guint first = self->rows->len;

  show_all (self);
  if (first < self->rows->len)
    gtk_widget_grab_focus (GTK_WIDGET (offprint_note_row_get_label (g_ptr_array_index (self->rows, first))));
}

static void
offprint_notes_section_reset (OffprintSection *section)
{
  OFFPRINT_NOTES_SECTION (section)->shows_all = FALSE;
}

static void
offprint_notes_section_update (OffprintSection *section,
                               OffprintWork    *work,
                               gboolean         loading)
{
  OffprintNotesSection *self = OFFPRINT_NOTES_SECTION (section);
  GListModel *notes = offprint_work_get_notes (work);
  guint n = g_list_model_get_n_items (notes);
  const char *missed = n == 0 && !loading ? offprint_unknown_say_notes (work) : NULL;
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *all = g_strdup_printf (ngettext ("All %u Note", "All %u Notes", n), n);

  gtk_label_set_label (self->count, count);
  gtk_button_set_label (self->all, all);
  fill (self, work);
  gtk_label_set_label (self->unknown, missed != NULL ? missed : "");
  gtk_widget_set_visible (GTK_WIDGET (self->count), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (self->missed, n == 0);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0 || missed != NULL);
}

static GStrv
offprint_notes_section_dup_texts (OffprintSection *section,
                                  OffprintWork    *work)
{
  GListModel *notes = offprint_work_get_notes (work);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (OffprintNote) note = g_list_model_get_item (notes, i);

      g_strv_builder_take (builder, offprint_rich_label_dup_shown (offprint_note_get_text (note)));
    }
  return g_strv_builder_end (builder);
}

static GtkLabel *
offprint_notes_section_show_text (OffprintSection *section,
                                  guint            text)
{
  OffprintNotesSection *self = OFFPRINT_NOTES_SECTION (section);

  if (text >= self->rows->len)
    show_all (self);
  return text < self->rows->len ? offprint_note_row_get_label (g_ptr_array_index (self->rows, text)) : NULL;
}

static void
offprint_notes_section_dispose (GObject *object)
{
  OffprintNotesSection *self = OFFPRINT_NOTES_SECTION (object);

  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_NOTES_SECTION);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (offprint_notes_section_parent_class)->dispose (object);
}

static void
offprint_notes_section_class_init (OffprintNotesSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OffprintSectionClass *section_class = OFFPRINT_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_notes_section_dispose;

  section_class->reset = offprint_notes_section_reset;
  section_class->update = offprint_notes_section_update;
  section_class->dup_texts = offprint_notes_section_dup_texts;
  section_class->show_text = offprint_notes_section_show_text;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/notes-section.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintNotesSection, count);
  gtk_widget_class_bind_template_child (widget_class, OffprintNotesSection, list);
  gtk_widget_class_bind_template_child (widget_class, OffprintNotesSection, missed);
  gtk_widget_class_bind_template_child (widget_class, OffprintNotesSection, unknown);
  gtk_widget_class_bind_template_child (widget_class, OffprintNotesSection, all);
  gtk_widget_class_bind_template_callback (widget_class, all_clicked_cb);
}

static void
offprint_notes_section_init (OffprintNotesSection *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
