/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first of the works cited, and the way to all of them. A list of hundreds in a
 * page that scrolls would cost a row each; they have a page of their own.
 */

#include "config.h"

#include "references-section.h"

#include "lazy-menu.h"
#include "reference-row.h"
#include "unknown.h"

#include <glib/gi18n-lib.h>

#define FIRST_ROWS 20

struct _OffprintReferencesSection
{
  OffprintSection parent_instance;

  /* Owned */
  GPtrArray *rows; /* of OffprintReferenceRow, borrowed from the list */

  /* Template children */
  GtkLabel *count;
  GtkWidget *save;
  GMenuModel *save_menu;
  GtkListBox *list;
  GtkLabel *unknown;
  GtkButton *all;
};

G_DEFINE_FINAL_TYPE (OffprintReferencesSection, offprint_references_section, OFFPRINT_TYPE_SECTION)

static void
row_activated_cb (OffprintReferencesSection *self,
                  GtkListBoxRow             *row,
                  GtkListBox                *list)
{
  OffprintReferenceRow *child = OFFPRINT_REFERENCE_ROW (gtk_list_box_row_get_child (row));
  const char *doi = offprint_reference_get_doi (offprint_reference_row_get_reference (child));

  if (doi != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "work.open-identifier", "s", doi);
}

static void
set_row (OffprintReferencesSection *self,
         guint                      position,
         OffprintReference         *reference)
{
  OffprintReferenceRow *child;
  GtkWidget *row;
  g_autofree char *sentence = NULL;

  if (position == self->rows->len)
    {
      g_ptr_array_add (self->rows, offprint_reference_row_new ());
      gtk_list_box_append (self->list, g_ptr_array_index (self->rows, position));
    }
  child = g_ptr_array_index (self->rows, position);
  if (offprint_reference_row_get_reference (child) == reference)
    return;

  offprint_reference_row_set_reference (child, reference);
  row = gtk_widget_get_parent (GTK_WIDGET (child));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), offprint_reference_get_doi (reference) != NULL);
  sentence = offprint_reference_row_dup_sentence (reference);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

static void
fill (OffprintReferencesSection *self,
      GListModel                *references)
{
  guint n = MIN (g_list_model_get_n_items (references), FIRST_ROWS);

  while (self->rows->len > n)
    {
      GtkWidget *child = g_ptr_array_index (self->rows, self->rows->len - 1);

      gtk_list_box_remove (self->list, gtk_widget_get_parent (child));
      g_ptr_array_set_size (self->rows, self->rows->len - 1);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (OffprintReference) reference = g_list_model_get_item (references, i);

      set_row (self, i, reference);
    }
}

static void
offprint_references_section_update (OffprintSection *section,
                                    OffprintWork    *work,
                                    gboolean         loading)
{
  OffprintReferencesSection *self = OFFPRINT_REFERENCES_SECTION (section);
  GListModel *references = offprint_work_get_references (work);
  guint n = g_list_model_get_n_items (references);
  gint64 said = 0;
  const char *missed = NULL;
  g_autofree char *count = NULL;
  g_autofree char *all = NULL;

  if (n == 0 && !offprint_work_get_count (work, OFFPRINT_COUNT_REFERENCES, &said, NULL))
    said = 0;
  if (n == 0 && said > 0)
    {
      g_autofree char *unknown = NULL;

      /* Translators: the registry knows how many works are cited, but not which */
      unknown = g_strdup_printf (ngettext ("%" G_GINT64_FORMAT " work is cited. Which one, the publisher has not made known.",
                                           "%" G_GINT64_FORMAT " works are cited. Which ones, the publisher has not made known.",
                                           (gulong) said),
                                 said);
      gtk_label_set_label (self->unknown, loading ? _("Not known yet; its sources are being asked.") : unknown);
    }

  if (n == 0 && said == 0 && !loading)
    missed = offprint_unknown_say_references (work);
  if (missed != NULL)
    gtk_label_set_label (self->unknown, missed);

  count = g_strdup_printf ("%" G_GINT64_FORMAT, n > 0 ? (gint64) n : said);
  all = g_strdup_printf (ngettext ("All %u Work Cited", "All %u Works Cited", n), n);
  gtk_label_set_label (self->count, count);
  gtk_button_set_label (self->all, all);
  fill (self, references);

  gtk_widget_set_visible (GTK_WIDGET (self->count), n > 0 || said > 0);
  gtk_widget_set_visible (self->save, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->unknown), n == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->all), n > FIRST_ROWS);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0 || said > 0 || missed != NULL);
}

/* Two texts a work: title and detail. */
static GStrv
offprint_references_section_dup_texts (OffprintSection *section,
                                       OffprintWork    *work)
{
  GListModel *references = offprint_work_get_references (work);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (references); i++)
    {
      g_autoptr (OffprintReference) reference = g_list_model_get_item (references, i);
      const char *detail = offprint_reference_get_detail (reference);

      g_strv_builder_add (builder, offprint_reference_get_title (reference));
      g_strv_builder_add (builder, detail != NULL ? detail : "");
    }
  return g_strv_builder_end (builder);
}

static GtkLabel *
offprint_references_section_show_text (OffprintSection *section,
                                       guint            text)
{
  OffprintReferencesSection *self = OFFPRINT_REFERENCES_SECTION (section);
  OffprintReferenceRow *child;

  if (text / 2 >= self->rows->len)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "work.show-reference", "u", text / 2);
      return NULL;
    }
  child = g_ptr_array_index (self->rows, text / 2);
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (gtk_widget_get_parent (GTK_WIDGET (child))));
  return text % 2 == 0 ? offprint_reference_row_get_title (child) : offprint_reference_row_get_detail (child);
}

static void
offprint_references_section_reset (OffprintSection *section)
{
  gtk_list_box_unselect_all (OFFPRINT_REFERENCES_SECTION (section)->list);
}

static void
offprint_references_section_dispose (GObject *object)
{
  OffprintReferencesSection *self = OFFPRINT_REFERENCES_SECTION (object);

  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_REFERENCES_SECTION);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (offprint_references_section_parent_class)->dispose (object);
}

static void
offprint_references_section_class_init (OffprintReferencesSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OffprintSectionClass *section_class = OFFPRINT_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_references_section_dispose;

  section_class->reset = offprint_references_section_reset;
  section_class->update = offprint_references_section_update;
  section_class->dup_texts = offprint_references_section_dup_texts;
  section_class->show_text = offprint_references_section_show_text;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/references-section.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintReferencesSection, count);
  gtk_widget_class_bind_template_child (widget_class, OffprintReferencesSection, save);
  gtk_widget_class_bind_template_child (widget_class, OffprintReferencesSection, save_menu);
  gtk_widget_class_bind_template_child (widget_class, OffprintReferencesSection, list);
  gtk_widget_class_bind_template_child (widget_class, OffprintReferencesSection, unknown);
  gtk_widget_class_bind_template_child (widget_class, OffprintReferencesSection, all);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
offprint_references_section_init (OffprintReferencesSection *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  offprint_lazy_menu_attach (GTK_MENU_BUTTON (self->save), self->save_menu);
}
