/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person in full: what they did, where they work.
 */

#include "config.h"

#include "person-row.h"

#include "phrases.h"

#include <glib/gi18n-lib.h>

struct _OffprintPersonRow
{
  AdwBin parent_instance;

  /* Owned */
  OffprintContributor *person;

  /* Template children */
  GtkLabel *name;
  GtkLabel *role;
  GtkLabel *affiliation;
};

G_DEFINE_FINAL_TYPE (OffprintPersonRow, offprint_person_row, ADW_TYPE_BIN)

static char *
dup_role (OffprintContributor *person)
{
  if (offprint_contributor_is_corresponding (person))
    return g_strdup (_("Corresponding author"));
  return offprint_phrase_role (offprint_contributor_get_role (person));
}

static void
offprint_person_row_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_PERSON_ROW);
  g_clear_object (&OFFPRINT_PERSON_ROW (object)->person);

  G_OBJECT_CLASS (offprint_person_row_parent_class)->dispose (object);
}

static void
offprint_person_row_class_init (OffprintPersonRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_person_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/person-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintPersonRow, name);
  gtk_widget_class_bind_template_child (widget_class, OffprintPersonRow, role);
  gtk_widget_class_bind_template_child (widget_class, OffprintPersonRow, affiliation);
}

static void
offprint_person_row_init (OffprintPersonRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * offprint_person_row_new:
 *
 * Makes a row for a person.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
offprint_person_row_new (void)
{
  return g_object_new (OFFPRINT_TYPE_PERSON_ROW, NULL);
}

/**
 * offprint_person_row_get_person:
 * @self: a row
 *
 * The person that is shown.
 *
 * Returns: (transfer none) (nullable): the person
 */
OffprintContributor *
offprint_person_row_get_person (OffprintPersonRow *self)
{
  g_return_val_if_fail (OFFPRINT_IS_PERSON_ROW (self), NULL);

  return self->person;
}

/**
 * offprint_person_row_set_person:
 * @self: a row
 * @person: a person
 *
 * Shows a person.
 */
void
offprint_person_row_set_person (OffprintPersonRow   *self,
                                OffprintContributor *person)
{
  g_autofree char *role = NULL;
  g_autofree char *places = NULL;
  const char *const *affiliations;

  g_return_if_fail (OFFPRINT_IS_PERSON_ROW (self));
  g_return_if_fail (OFFPRINT_IS_CONTRIBUTOR (person));

  if (!g_set_object (&self->person, person))
    return;

  role = dup_role (person);
  affiliations = offprint_contributor_get_affiliations (person);
  places = g_strjoinv ("\n", (char **) affiliations);
  gtk_label_set_label (self->name, offprint_contributor_get_name (person));
  gtk_label_set_label (self->role, role != NULL ? role : "");
  gtk_label_set_label (self->affiliation, places);
  gtk_widget_set_visible (GTK_WIDGET (self->role), role != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->affiliation), affiliations[0] != NULL);
}

/**
 * offprint_person_row_dup_sentence:
 * @person: a person
 *
 * Says a row as one sentence.
 *
 * Returns: (transfer full): name, role and affiliations
 */
char *
offprint_person_row_dup_sentence (OffprintContributor *person)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  char *role;

  g_return_val_if_fail (OFFPRINT_IS_CONTRIBUTOR (person), NULL);

  g_strv_builder_add (builder, offprint_contributor_get_name (person));
  role = dup_role (person);
  if (role != NULL)
    g_strv_builder_take (builder, role);
  g_strv_builder_addv (builder, (const char **) offprint_contributor_get_affiliations (person));
  parts = g_strv_builder_end (builder);
  return g_strjoinv (", ", parts);
}
