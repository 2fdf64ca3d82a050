/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People in full: what there is no room for under the title. Shown only if more is
 * known of somebody than the heading says already.
 */

#include "config.h"

#include "people-section.h"

#include "people-dialog.h"
#include "person-row.h"

#include <glib/gi18n-lib.h>

#define FIRST_ROWS 12

struct _OffprintPeopleSection
{
  OffprintSection parent_instance;

  /* Owned */
  GPtrArray *rows; /* of OffprintPersonRow, borrowed from the list */

  /* Template children */
  GtkBox *list;
  GtkButton *all;
};

G_DEFINE_FINAL_TYPE (OffprintPeopleSection, offprint_people_section, OFFPRINT_TYPE_SECTION)

static void
all_clicked_cb (OffprintPeopleSection *self)
{
  AdwDialog *dialog = offprint_people_dialog_new (offprint_section_get_work (OFFPRINT_SECTION (self)));

  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static gboolean
tells_more (GListModel *people)
{
  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (OffprintContributor) person = g_list_model_get_item (people, i);

      if (offprint_contributor_get_affiliations (person)[0] != NULL ||
          offprint_contributor_is_corresponding (person) ||
          (i > 0 && !g_str_equal (offprint_contributor_get_role (person), "author")))
        return TRUE;
    }
  return FALSE;
}

static void
fill (OffprintPeopleSection *self,
      GListModel            *people)
{
  guint n = MIN (g_list_model_get_n_items (people), FIRST_ROWS);

  while (self->rows->len > n)
    {
      gtk_box_remove (self->list, g_ptr_array_index (self->rows, self->rows->len - 1));
      g_ptr_array_set_size (self->rows, self->rows->len - 1);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (OffprintContributor) person = g_list_model_get_item (people, i);

      if (i == self->rows->len)
        {
          GtkWidget *row = g_object_new (OFFPRINT_TYPE_PERSON_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);

          gtk_box_append (self->list, row);
          g_ptr_array_add (self->rows, row);
        }
      offprint_person_row_set_person (g_ptr_array_index (self->rows, i), person);
    }
}

static void
offprint_people_section_update (OffprintSection *section,
                                OffprintWork    *work,
                                gboolean         loading)
{
  OffprintPeopleSection *self = OFFPRINT_PEOPLE_SECTION (section);
  GListModel *people = offprint_work_get_people (work);
  guint n = g_list_model_get_n_items (people);
  gboolean is_shown = tells_more (people);
  g_autofree char *all = g_strdup_printf (ngettext ("All %u Person", "All %u People", n), n);

  gtk_button_set_label (self->all, all);
  gtk_widget_set_visible (GTK_WIDGET (self->all), n > FIRST_ROWS);
  if (is_shown)
    fill (self, people);
  gtk_widget_set_visible (GTK_WIDGET (self), is_shown);
}

static void
offprint_people_section_dispose (GObject *object)
{
  OffprintPeopleSection *self = OFFPRINT_PEOPLE_SECTION (object);

  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_PEOPLE_SECTION);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (offprint_people_section_parent_class)->dispose (object);
}

static void
offprint_people_section_class_init (OffprintPeopleSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_people_section_dispose;
  OFFPRINT_SECTION_CLASS (klass)->update = offprint_people_section_update;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/people-section.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintPeopleSection, list);
  gtk_widget_class_bind_template_child (widget_class, OffprintPeopleSection, all);
  gtk_widget_class_bind_template_callback (widget_class, all_clicked_cb);
}

static void
offprint_people_section_init (OffprintPeopleSection *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
