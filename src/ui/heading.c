/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The head of the page: what it is, its title, who made it, where it stands.
 */

#include "config.h"

#include "heading.h"

#include "contributor-button.h"
#include "links.h"
#include "numerals.h"
#include "people-dialog.h"
#include "phrases.h"
#include "rich-label.h"
#include "standing.h"

#include <glib/gi18n-lib.h>

#define MAX_NAMES   12
#define FIRST_NAMES 10

struct _OffprintHeading
{
  OffprintSection parent_instance;

  /* Owned */
  GPtrArray *buttons; /* of OffprintContributorButton, borrowed from the box */

  /* Template children */
  GtkLabel *eyebrow;
  GtkLabel *access;
  OffprintRichLabel *title;
  OffprintRichLabel *subtitle;
  OffprintRichLabel *translated;
  AdwWrapBox *people;
  GtkButton *more;
  GtkLabel *standing;
};

G_DEFINE_FINAL_TYPE (OffprintHeading, offprint_heading, OFFPRINT_TYPE_SECTION)

static gboolean
link_activated_cb (OffprintHeading *self,
                   const char      *uri,
                   GtkLabel        *label)
{
  offprint_link_follow (GTK_WIDGET (self), uri);
  return TRUE;
}

static void
more_clicked_cb (OffprintHeading *self)
{
  AdwDialog *dialog = offprint_people_dialog_new (offprint_section_get_work (OFFPRINT_SECTION (self)));

  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
set_or_hide (OffprintRichLabel *label,
             const char        *text)
{
  offprint_rich_label_set_plain (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* Whether it can be read; of the work that comes with Offprint, that it is none looked up. */
static void
update_access (OffprintHeading *self,
               OffprintWork    *work)
{
  const char *access = offprint_work_get_access_state (work);
  gboolean is_sample = offprint_work_is_sample (work);
  gboolean is_open = g_strcmp0 (access, "open") == 0;
  gboolean is_preview = g_strcmp0 (access, "preview") == 0;

  if (is_sample)
    gtk_label_set_label (self->access, _("Sample"));
  else
    gtk_label_set_label (self->access, is_open ? _("Open access") : _("Preview"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->access),
                               is_sample ? _("Comes with Offprint; its abstract and notes are retold in our own words") : NULL);
  gtk_widget_set_css_classes (GTK_WIDGET (self->access), (const char *[]) { "access", is_open && !is_sample ? "open" : "dimmed", NULL });
  gtk_widget_set_visible (GTK_WIDGET (self->access), is_sample || is_open || is_preview);
}

static void
update_eyebrow (OffprintHeading *self,
                OffprintWork    *work)
{
  g_autofree char *kind = offprint_work_dup_kind_name (work);
  OffprintDate *issued = offprint_work_get_date (work, OFFPRINT_FIELD_ISSUED);
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;

  if (issued != NULL && offprint_date_get_year (issued) != 0)
    /* Translators: kind of a work and its year: “Chapter · 2022” */
    text = g_strdup_printf (_("%s · %d"), kind, offprint_date_get_year (issued));
  shown = offprint_text_to_upper (text != NULL ? text : kind, NULL);
  gtk_label_set_label (self->eyebrow, shown);
  update_access (self, work);
}

static gboolean
is_plain (OffprintRichText *text)
{
  for (gsize i = 0; i < offprint_rich_text_get_n_blocks (text); i++)
    {
      const OffprintBlock *block = offprint_rich_text_get_block (text, i);

      for (gsize j = 0; j < block->n_runs; j++)
        {
          if ((block->runs[j].flags & ~OFFPRINT_RUN_NO_CASE) != 0)
            return FALSE;
        }
    }
  return TRUE;
}

/* Main title and subtitle are known apart as plain text only: a title with marked
 * words is shown in one piece, with its italics. */
static void
update_titles (OffprintHeading *self,
               OffprintWork    *work)
{
  OffprintRichText *rich = offprint_work_get_rich_text (work, OFFPRINT_FIELD_TITLE);
  const char *main_title = offprint_work_get_main_title (work);
  const char *subtitle = offprint_work_get_subtitle (work);
  const char *translated = offprint_work_get_translated_title (work);

  if (translated == NULL)
    translated = offprint_work_get_text (work, OFFPRINT_FIELD_ORIGINAL_TITLE);

  if (main_title != NULL && subtitle != NULL && (rich == NULL || is_plain (rich)))
    {
      offprint_rich_label_set_plain (self->title, main_title);
    }
  else if (rich != NULL)
    {
      offprint_rich_label_set_text (self->title, rich);
      subtitle = NULL;
    }
  else
    {
      offprint_rich_label_set_plain (self->title, main_title != NULL ? main_title : offprint_work_get_doi (work));
    }
  set_or_hide (self->subtitle, subtitle);
  set_or_hide (self->translated, translated);
}

/* The authors; of a work that has none, whoever stands in for them. */
static GPtrArray *
dup_first_people (OffprintWork *work)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *all = offprint_work_get_people (work);
  const char *role = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (OffprintContributor) person = g_list_model_get_item (all, i);

      if (role == NULL)
        role = offprint_contributor_get_role (person);
      if (g_str_equal (offprint_contributor_get_role (person), role))
        g_ptr_array_add (people, g_steal_pointer (&person));
    }
  return g_steal_pointer (&people);
}

static void
update_people (OffprintHeading *self,
               OffprintWork    *work)
{
  g_autoptr (GPtrArray) people = dup_first_people (work);
  guint n = people->len > MAX_NAMES ? FIRST_NAMES : people->len;

  while (self->buttons->len > n)
    {
      adw_wrap_box_remove (self->people, g_ptr_array_index (self->buttons, self->buttons->len - 1));
      g_ptr_array_set_size (self->buttons, self->buttons->len - 1);
    }
  for (guint i = 0; i < n; i++)
    {
      if (i == self->buttons->len)
        {
          GtkWidget *after = i > 0 ? g_ptr_array_index (self->buttons, i - 1) : NULL;
          GtkWidget *button = offprint_contributor_button_new ();

          adw_wrap_box_insert_child_after (self->people, button, after);
          g_ptr_array_add (self->buttons, button);
        }
      offprint_contributor_button_set_person (g_ptr_array_index (self->buttons, i), g_ptr_array_index (people, i));
    }

  if (people->len > n)
    {
      g_autofree char *label = g_strdup_printf (ngettext ("and %u more", "and %u more", people->len - n), people->len - n);

      gtk_button_set_label (self->more, label);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->more), people->len > n);
  gtk_widget_set_visible (GTK_WIDGET (self->people), people->len > 0);
}

static void
offprint_heading_update (OffprintSection *section,
                         OffprintWork    *work,
                         gboolean         loading)
{
  OffprintHeading *self = OFFPRINT_HEADING (section);
  g_autofree char *standing = offprint_standing_dup_markup (work);

  update_eyebrow (self, work);
  update_titles (self, work);
  update_people (self, work);
  gtk_label_set_markup (self->standing, standing != NULL ? standing : "");
  gtk_widget_set_visible (GTK_WIDGET (self->standing), standing != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), !offprint_work_is_empty (work));
}

/* In the order of show_text. */
static GStrv
offprint_heading_dup_texts (OffprintSection *section,
                            OffprintWork    *work)
{
  OffprintHeading *self = OFFPRINT_HEADING (section);
  OffprintRichLabel *titles[] = { self->title, self->subtitle, self->translated };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    g_strv_builder_add (builder, gtk_label_get_text (offprint_rich_label_get_label (titles[i])));
  g_strv_builder_add (builder, gtk_label_get_text (self->standing));
  return g_strv_builder_end (builder);
}

static GtkLabel *
offprint_heading_show_text (OffprintSection *section,
                            guint            text)
{
  OffprintHeading *self = OFFPRINT_HEADING (section);
  OffprintRichLabel *titles[] = { self->title, self->subtitle, self->translated };

  return text < G_N_ELEMENTS (titles) ? offprint_rich_label_get_label (titles[text]) : self->standing;
}

static void
offprint_heading_dispose (GObject *object)
{
  OffprintHeading *self = OFFPRINT_HEADING (object);

  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_HEADING);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);

  G_OBJECT_CLASS (offprint_heading_parent_class)->dispose (object);
}

static void
offprint_heading_class_init (OffprintHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OffprintSectionClass *section_class = OFFPRINT_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_heading_dispose;

  section_class->update = offprint_heading_update;
  section_class->dup_texts = offprint_heading_dup_texts;
  section_class->show_text = offprint_heading_show_text;

  g_type_ensure (OFFPRINT_TYPE_RICH_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/heading.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintHeading, eyebrow);
  gtk_widget_class_bind_template_child (widget_class, OffprintHeading, access);
  gtk_widget_class_bind_template_child (widget_class, OffprintHeading, title);
  gtk_widget_class_bind_template_child (widget_class, OffprintHeading, subtitle);
  gtk_widget_class_bind_template_child (widget_class, OffprintHeading, translated);
  gtk_widget_class_bind_template_child (widget_class, OffprintHeading, people);
  gtk_widget_class_bind_template_child (widget_class, OffprintHeading, more);
  gtk_widget_class_bind_template_child (widget_class, OffprintHeading, standing);
  gtk_widget_class_bind_template_callback (widget_class, link_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
}

static void
offprint_heading_init (OffprintHeading *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
