/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The abstract, or whichever of several the reader wants: another language, a
 * summary in plain words. It is one text, so that it can be selected as one.
 */

#include "config.h"

#include "abstract-section.h"

#include "language-name.h"
#include "rich-label.h"

#include <glib/gi18n-lib.h>

struct _OffprintAbstractSection
{
  OffprintSection parent_instance;

  gboolean filling; /* the switch is being made, nobody chooses */

  /* Template children */
  AdwToggleGroup *which;
  OffprintRichLabel *text;
  GtkLabel *unknown;
  GtkWidget *copy;
};

G_DEFINE_FINAL_TYPE (OffprintAbstractSection, offprint_abstract_section, OFFPRINT_TYPE_SECTION)

static void
show_chosen (OffprintAbstractSection *self,
             OffprintWork            *work)
{
  GListModel *abstracts = offprint_work_get_abstracts (work);
  guint n = g_list_model_get_n_items (abstracts);
  guint active = adw_toggle_group_get_active (self->which);
  g_autoptr (OffprintAbstract) chosen = NULL;

  if (active >= n)
    active = 0;
  chosen = g_list_model_get_item (abstracts, active);
  offprint_rich_label_set_text (self->text, chosen != NULL ? offprint_abstract_get_text (chosen) : NULL);
}

static void
chosen_cb (OffprintAbstractSection *self)
{
  OffprintWork *work = offprint_section_get_work (OFFPRINT_SECTION (self));

  if (!self->filling && work != NULL)
    show_chosen (self, work);
}

static char *
dup_name (OffprintAbstract *abstract)
{
  const char *kind = offprint_abstract_get_kind (abstract);
  const char *language = offprint_abstract_get_language (abstract);
  g_autofree char *tongue = language != NULL ? offprint_language_name_dup (language) : NULL;
  gboolean is_plain = g_strcmp0 (kind, "plain-language-summary") == 0;

  if (is_plain && tongue != NULL)
    /* Translators: an abstract in plain words, and its language */
    return g_strdup_printf (_("Plain Words, %s"), tongue);
  if (is_plain)
    return g_strdup (_("Plain Words"));
  if (g_strcmp0 (kind, "graphical") == 0)
    return g_strdup (_("Graphical"));
  if (tongue != NULL)
    return g_steal_pointer (&tongue);
  return g_strdup (C_("abstract", "Abstract"));
}

/* A single one needs no name, and names of languages need ICU’s tables. */
static char *
dup_switch_name (OffprintAbstract *abstract,
                 guint             n)
{
  return n > 1 ? dup_name (abstract) : g_strdup ("");
}

/* The switch is made anew only if there are others to choose from. */
static void
fill_switch (OffprintAbstractSection *self,
             GListModel              *abstracts)
{
  guint n = g_list_model_get_n_items (abstracts);
  guint active = adw_toggle_group_get_active (self->which);
  gboolean same = adw_toggle_group_get_n_toggles (self->which) == n;

  for (guint i = 0; same && i < n; i++)
    {
      g_autoptr (OffprintAbstract) abstract = g_list_model_get_item (abstracts, i);
      g_autofree char *name = dup_switch_name (abstract, n);

      same = g_strcmp0 (adw_toggle_get_label (adw_toggle_group_get_toggle (self->which, i)), name) == 0;
    }
  if (same)
    return;

  self->filling = TRUE;
  adw_toggle_group_remove_all (self->which);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (OffprintAbstract) abstract = g_list_model_get_item (abstracts, i);
      g_autofree char *name = dup_switch_name (abstract, n);
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_label (toggle, name);
      adw_toggle_set_tooltip (toggle, name); /* where there is no room for it */
      adw_toggle_group_add (self->which, toggle);
    }
  if (n > 0)
    adw_toggle_group_set_active (self->which, active < n ? active : 0);
  self->filling = FALSE;
}

static void
offprint_abstract_section_reset (OffprintSection *section)
{
  OffprintAbstractSection *self = OFFPRINT_ABSTRACT_SECTION (section);

  self->filling = TRUE;
  adw_toggle_group_remove_all (self->which);
  self->filling = FALSE;
}

static void
offprint_abstract_section_update (OffprintSection *section,
                                  OffprintWork    *work,
                                  gboolean         loading)
{
  OffprintAbstractSection *self = OFFPRINT_ABSTRACT_SECTION (section);
  GListModel *abstracts = offprint_work_get_abstracts (work);
  guint n = g_list_model_get_n_items (abstracts);

  fill_switch (self, abstracts);
  show_chosen (self, work);
  if (loading)
    gtk_label_set_label (self->unknown, _("Not known yet; its sources are being asked."));
  else
    gtk_label_set_label (self->unknown, _("No source has given an abstract. The publisher’s page may have one."));

  gtk_widget_set_visible (GTK_WIDGET (self->which), n > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->text), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->unknown), n == 0);
  gtk_widget_set_visible (self->copy, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static GStrv
offprint_abstract_section_dup_texts (OffprintSection *section,
                                     OffprintWork    *work)
{
  GListModel *abstracts = offprint_work_get_abstracts (work);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (abstracts); i++)
    {
      g_autoptr (OffprintAbstract) abstract = g_list_model_get_item (abstracts, i);

      g_strv_builder_take (builder, offprint_rich_label_dup_shown (offprint_abstract_get_text (abstract)));
    }
  return g_strv_builder_end (builder);
}

static GtkLabel *
offprint_abstract_section_show_text (OffprintSection *section,
                                     guint            text)
{
  OffprintAbstractSection *self = OFFPRINT_ABSTRACT_SECTION (section);

  if (text < adw_toggle_group_get_n_toggles (self->which))
    adw_toggle_group_set_active (self->which, text);
  return offprint_rich_label_get_label (self->text);
}

static void
offprint_abstract_section_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_ABSTRACT_SECTION);

  G_OBJECT_CLASS (offprint_abstract_section_parent_class)->dispose (object);
}

static void
offprint_abstract_section_class_init (OffprintAbstractSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OffprintSectionClass *section_class = OFFPRINT_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_abstract_section_dispose;

  section_class->reset = offprint_abstract_section_reset;
  section_class->update = offprint_abstract_section_update;
  section_class->dup_texts = offprint_abstract_section_dup_texts;
  section_class->show_text = offprint_abstract_section_show_text;

  g_type_ensure (OFFPRINT_TYPE_RICH_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/abstract-section.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintAbstractSection, which);
  gtk_widget_class_bind_template_child (widget_class, OffprintAbstractSection, text);
  gtk_widget_class_bind_template_child (widget_class, OffprintAbstractSection, unknown);
  gtk_widget_class_bind_template_child (widget_class, OffprintAbstractSection, copy);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
offprint_abstract_section_init (OffprintAbstractSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * offprint_abstract_section_get_shown:
 * @self: the section
 *
 * The abstract that the reader has chosen.
 *
 * Returns: (transfer none) (nullable): its text, or `NULL` if there is none
 */
OffprintRichText *
offprint_abstract_section_get_shown (OffprintAbstractSection *self)
{
  OffprintWork *work;
  GListModel *abstracts;
  guint active;
  g_autoptr (OffprintAbstract) chosen = NULL;

  g_return_val_if_fail (OFFPRINT_IS_ABSTRACT_SECTION (self), NULL);

  work = offprint_section_get_work (OFFPRINT_SECTION (self));
  if (work == NULL)
    return NULL;

  abstracts = offprint_work_get_abstracts (work);
  active = adw_toggle_group_get_active (self->which);
  chosen = g_list_model_get_item (abstracts, active < g_list_model_get_n_items (abstracts) ? active : 0);
  return chosen != NULL ? offprint_abstract_get_text (chosen) : NULL;
}
