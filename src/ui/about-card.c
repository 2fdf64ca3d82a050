/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The facts about a work, one row each. What was asked “2 minutes ago” ages while
 * it is looked at, so the rows are said anew each minute on the screen.
 */

#include "config.h"

#include "about-card.h"

#include "facts.h"

#include <glib/gi18n-lib.h>

#define AGING_S 60

struct _OffprintAboutCard
{
  OffprintSection parent_instance;

  guint aging; /* a source, while on the screen */

  /* Owned by the list; made when first needed */
  AdwActionRow *rows[OFFPRINT_N_FACTS];

  /* Template children */
  GtkListBox *list;
  GtkWidget *copy_doi;
  GtkWidget *check;
  GtkWidget *sources;
  GtkWidget *changes;
};

G_DEFINE_FINAL_TYPE (OffprintAboutCard, offprint_about_card, OFFPRINT_TYPE_SECTION)

static AdwActionRow *
make_row (OffprintAboutCard *self,
          OffprintFact       fact)
{
  GtkWidget *row = adw_action_row_new ();
  int position = 0;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), offprint_fact_get_title (fact));
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  if (fact == OFFPRINT_FACT_DOI)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->copy_doi);
  if (fact == OFFPRINT_FACT_UPDATES)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->check);
  if (fact == OFFPRINT_FACT_SOURCES)
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->changes);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->sources);
    }

  for (guint i = 0; i < fact; i++)
    position += self->rows[i] != NULL ? 1 : 0;
  gtk_list_box_insert (self->list, row, position);
  return ADW_ACTION_ROW (row);
}

static void
say (OffprintAboutCard *self,
     OffprintFact       fact,
     const char        *value)
{
  g_autofree char *marked = NULL;

  /* a DOI begins with digits, which a window from right to left would turn about */
  if (value != NULL && fact == OFFPRINT_FACT_DOI && gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    value = marked = g_strconcat ("\342\200\216", value, NULL);
  if (value == NULL && self->rows[fact] == NULL)
    return;

  if (self->rows[fact] == NULL)
    self->rows[fact] = make_row (self, fact);
  if (value != NULL && g_strcmp0 (adw_action_row_get_subtitle (self->rows[fact]), value) != 0)
    adw_action_row_set_subtitle (self->rows[fact], value);
  gtk_widget_set_visible (GTK_WIDGET (self->rows[fact]), value != NULL);
}

static void
offprint_about_card_update (OffprintSection *section,
                            OffprintWork    *work,
                            gboolean         loading)
{
  OffprintAboutCard *self = OFFPRINT_ABOUT_CARD (section);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  for (OffprintFact fact = 0; fact < OFFPRINT_N_FACTS; fact++)
    {
      g_autofree char *value = offprint_fact_dup_value (fact, work, now);

      say (self, fact, value);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), !offprint_work_is_empty (work));
}

static gboolean
aged_cb (gpointer user_data)
{
  OffprintWork *work = offprint_section_get_work (user_data);

  if (work != NULL)
    offprint_about_card_update (user_data, work, offprint_section_get_loading (user_data));
  return G_SOURCE_CONTINUE;
}

static void
offprint_about_card_map (GtkWidget *widget)
{
  OffprintAboutCard *self = OFFPRINT_ABOUT_CARD (widget);

  GTK_WIDGET_CLASS (offprint_about_card_parent_class)->map (widget);

  self->aging = g_timeout_add_seconds (AGING_S, aged_cb, self);
  aged_cb (self);
}

static void
offprint_about_card_unmap (GtkWidget *widget)
{
  OffprintAboutCard *self = OFFPRINT_ABOUT_CARD (widget);

  g_clear_handle_id (&self->aging, g_source_remove);

  GTK_WIDGET_CLASS (offprint_about_card_parent_class)->unmap (widget);
}

static void
offprint_about_card_dispose (GObject *object)
{
  OffprintAboutCard *self = OFFPRINT_ABOUT_CARD (object);

  g_clear_handle_id (&self->aging, g_source_remove);
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_ABOUT_CARD);

  G_OBJECT_CLASS (offprint_about_card_parent_class)->dispose (object);
}

static void
offprint_about_card_class_init (OffprintAboutCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_about_card_dispose;
  OFFPRINT_SECTION_CLASS (klass)->update = offprint_about_card_update;

  widget_class->map = offprint_about_card_map;
  widget_class->unmap = offprint_about_card_unmap;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/about-card.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintAboutCard, list);
  gtk_widget_class_bind_template_child (widget_class, OffprintAboutCard, copy_doi);
  gtk_widget_class_bind_template_child (widget_class, OffprintAboutCard, check);
  gtk_widget_class_bind_template_child (widget_class, OffprintAboutCard, sources);
  gtk_widget_class_bind_template_child (widget_class, OffprintAboutCard, changes);
}

static void
offprint_about_card_init (OffprintAboutCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
