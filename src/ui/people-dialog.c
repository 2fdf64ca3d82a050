/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everybody who made a work: some have three thousand authors.
 *
 *   the work's people ─► GtkFilterListModel (words; incremental) ─► GtkNoSelection ─► GtkListView
 */

#include "config.h"

#include "people-dialog.h"

#include "findable.h"
#include "person-row.h"

#include <glib/gi18n-lib.h>

struct _OffprintPeopleDialog
{
  AdwDialog parent_instance;

  /* Owned */
  char *words;

  /* Template children */
  GtkSearchEntry *entry;
  GtkFilterListModel *filtered;
  GtkCustomFilter *filter;
};

G_DEFINE_FINAL_TYPE (OffprintPeopleDialog, offprint_people_dialog, ADW_TYPE_DIALOG)

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  OffprintPeopleDialog *self = user_data;
  g_autoptr (GArray) found = NULL;
  g_autofree char *sentence = NULL;

  found = g_array_new (FALSE, FALSE, sizeof (OffprintMatch));
  sentence = offprint_person_row_dup_sentence (item);
  offprint_find_in_text (found, 0, sentence, self->words);
  return found->len > 0;
}

static void
narrowed_cb (OffprintPeopleDialog *self)
{
  g_set_str (&self->words, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_filter_list_model_set_filter (self->filtered, *self->words != '\0' ? GTK_FILTER (self->filter) : NULL);
}

static void
setup_cb (OffprintPeopleDialog     *self,
          GtkListItem              *item,
          GtkSignalListItemFactory *factory)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, offprint_person_row_new ());
}

static void
bind_cb (OffprintPeopleDialog     *self,
         GtkListItem              *item,
         GtkSignalListItemFactory *factory)
{
  OffprintContributor *person = gtk_list_item_get_item (item);
  g_autofree char *sentence = offprint_person_row_dup_sentence (person);

  offprint_person_row_set_person (OFFPRINT_PERSON_ROW (gtk_list_item_get_child (item)), person);
  gtk_list_item_set_accessible_label (item, sentence);
}

static void
offprint_people_dialog_dispose (GObject *object)
{
  OffprintPeopleDialog *self = OFFPRINT_PEOPLE_DIALOG (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_PEOPLE_DIALOG);

  G_OBJECT_CLASS (offprint_people_dialog_parent_class)->dispose (object);
}

static void
offprint_people_dialog_finalize (GObject *object)
{
  g_free (OFFPRINT_PEOPLE_DIALOG (object)->words);

  G_OBJECT_CLASS (offprint_people_dialog_parent_class)->finalize (object);
}

static void
offprint_people_dialog_class_init (OffprintPeopleDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = offprint_people_dialog_dispose;
  object_class->finalize = offprint_people_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/people-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintPeopleDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, OffprintPeopleDialog, filtered);
  gtk_widget_class_bind_template_child (widget_class, OffprintPeopleDialog, filter);
  gtk_widget_class_bind_template_callback (widget_class, narrowed_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
offprint_people_dialog_init (OffprintPeopleDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->filter, matches, self, NULL);
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self));
}

/**
 * offprint_people_dialog_new:
 * @work: a work
 *
 * Makes a dialog with everybody who made @work.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
offprint_people_dialog_new (OffprintWork *work)
{
  OffprintPeopleDialog *self;
  GListModel *people;
  guint n;
  g_autofree char *title = NULL;

  g_return_val_if_fail (OFFPRINT_IS_WORK (work), NULL);

  self = g_object_new (OFFPRINT_TYPE_PEOPLE_DIALOG, NULL);
  people = offprint_work_get_people (work);
  n = g_list_model_get_n_items (people);
  title = g_strdup_printf (ngettext ("%u Person", "%u People", n), n);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  gtk_filter_list_model_set_model (self->filtered, people);
  return ADW_DIALOG (self);
}
