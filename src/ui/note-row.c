/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One note: its number in the margin, its text beside it. The number leads to its place
 * on the publisher's page, if that is known.
 */

#include "config.h"

#include "note-row.h"

#include "rich-label.h"

#include <glib/gi18n-lib.h>

struct _OffprintNoteRow
{
  AdwBin parent_instance;

  guint position; /* from 1 */

  /* Template children */
  GtkLabel *mark;
  GtkButton *place;
  GtkLabel *place_mark;
  OffprintRichLabel *text;
  GtkButton *copy;
  GMenuModel *menu;
};

G_DEFINE_FINAL_TYPE (OffprintNoteRow, offprint_note_row, ADW_TYPE_BIN)

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "work.copy-note", "u", OFFPRINT_NOTE_ROW (widget)->position - 1);
}

static void
show_place_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "work.show-note", "u", OFFPRINT_NOTE_ROW (widget)->position - 1);
}

static void
offprint_note_row_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_NOTE_ROW);

  G_OBJECT_CLASS (offprint_note_row_parent_class)->dispose (object);
}

static void
offprint_note_row_class_init (OffprintNoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_note_row_dispose;

  g_type_ensure (OFFPRINT_TYPE_RICH_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/note-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintNoteRow, mark);
  gtk_widget_class_bind_template_child (widget_class, OffprintNoteRow, place);
  gtk_widget_class_bind_template_child (widget_class, OffprintNoteRow, place_mark);
  gtk_widget_class_bind_template_child (widget_class, OffprintNoteRow, text);
  gtk_widget_class_bind_template_child (widget_class, OffprintNoteRow, copy);
  gtk_widget_class_bind_template_child (widget_class, OffprintNoteRow, menu);
  gtk_widget_class_install_action (widget_class, "note.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "note.show-place", NULL, show_place_action);
}

static void
offprint_note_row_init (OffprintNoteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_extra_menu (offprint_rich_label_get_label (self->text), self->menu);
}

/**
 * offprint_note_row_new:
 *
 * Makes a row for a note.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
offprint_note_row_new (void)
{
  return g_object_new (OFFPRINT_TYPE_NOTE_ROW, NULL);
}

static void
show_mark (OffprintNoteRow *self,
           const char      *mark,
           gboolean         has_place)
{
  g_autofree char *name = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *place = NULL;

  /* Translators: a note’s number or sign */
  name = g_strdup_printf (_("Note %s"), mark);
  /* Translators: a note’s number or sign */
  copy = g_strdup_printf (_("Copy Note %s"), mark);
  /* Translators: a note’s number or sign */
  place = g_strdup_printf (_("Show the Place of Note %s"), mark);
  gtk_label_set_label (self->mark, mark);
  gtk_label_set_label (self->place_mark, mark);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy), GTK_ACCESSIBLE_PROPERTY_LABEL, copy, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->place), GTK_ACCESSIBLE_PROPERTY_LABEL, place, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), !has_place);
  gtk_widget_set_visible (GTK_WIDGET (self->place), has_place);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "note.show-place", has_place);
}

/**
 * offprint_note_row_set_note:
 * @self: a row
 * @note: a note
 * @position: where it stands among the notes, from 1
 * @cited: (nullable): the works that its words may link to
 * @has_place: whether the page that it stands on is known
 *
 * Shows a note, with its own mark or else its position.
 */
void
offprint_note_row_set_note (OffprintNoteRow    *self,
                            OffprintNote       *note,
                            guint               position,
                            OffprintCitedWorks *cited,
                            gboolean            has_place)
{
  g_autofree char *number = NULL;
  g_autoptr (OffprintRichText) linked = NULL;

  g_return_if_fail (OFFPRINT_IS_NOTE_ROW (self));
  g_return_if_fail (OFFPRINT_IS_NOTE (note));

  self->position = position;
  number = g_strdup_printf ("%u", position);
  show_mark (self, offprint_note_get_mark (note) != NULL ? offprint_note_get_mark (note) : number, has_place);
  if (cited != NULL)
    linked = offprint_cited_works_link (cited, offprint_note_get_text (note));
  offprint_rich_label_set_text (self->text, linked != NULL ? linked : offprint_note_get_text (note));
}

/**
 * offprint_note_row_get_label:
 * @self: a row
 *
 * The label that shows the note's text.
 *
 * Returns: (transfer none): the label
 */
GtkLabel *
offprint_note_row_get_label (OffprintNoteRow *self)
{
  g_return_val_if_fail (OFFPRINT_IS_NOTE_ROW (self), NULL);

  return offprint_rich_label_get_label (self->text);
}
