/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done with one note of a work.
 */

#include "config.h"

#include "work-view-private.h"

#include "clipboard.h"
#include "links.h"
#include "note-text.h"

#include <glib/gi18n-lib.h>

static OffprintNote *
dup_note (OffprintWorkView *self,
          guint             position)
{
  OffprintWork *work = offprint_work_view_get_work (self);

  return work != NULL ? g_list_model_get_item (offprint_work_get_notes (work), position) : NULL;
}

static void
copy_note_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  OffprintWorkView *self = OFFPRINT_WORK_VIEW (widget);
  guint position = g_variant_get_uint32 (parameter);
  g_autoptr (OffprintNote) note = dup_note (self, position);
  g_autoptr (OffprintRichText) text = NULL;

  if (note == NULL)
    return;
  text = offprint_note_text_new (offprint_work_view_get_work (self), note, position + 1,
                                 offprint_citing_get_citation (offprint_work_view_get_citing (self)));
  offprint_clipboard_copy_rich (widget, text);
  offprint_work_view_tell (self, _("Note copied with its source"));
}

static void
show_note_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  OffprintWorkView *self = OFFPRINT_WORK_VIEW (widget);
  g_autoptr (OffprintNote) note = dup_note (self, g_variant_get_uint32 (parameter));
  g_autofree char *place = NULL;

  if (note != NULL)
    place = offprint_note_text_dup_place (offprint_work_view_get_work (self), note);
  if (place != NULL)
    offprint_link_launch (widget, place);
}

/**
 * offprint_work_view_install_notes:
 * @widget_class: the view's class
 *
 * Installs the actions on one note, each with its place among the notes, from 0.
 */
void
offprint_work_view_install_notes (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "work.copy-note", "u", copy_note_action);
  gtk_widget_class_install_action (widget_class, "work.show-note", "u", show_note_action);
}
