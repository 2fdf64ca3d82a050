/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has been said about a work since it came out: the one thing that shouts.
 *
 * The gravest notice gives the banner its colour: red for a retraction or withdrawal,
 * yellow for a concern, blue for a correction, never red for an erratum.
 */

#include "config.h"

#include "notice-banner.h"

#include <glib/gi18n-lib.h>

struct _OffprintNoticeBanner
{
  OffprintSection parent_instance;

  /* Template children */
  GtkWidget *box;
  GtkImage *icon;
  GtkLabel *state;
  GtkLabel *detail;
  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (OffprintNoticeBanner, offprint_notice_banner, OFFPRINT_TYPE_SECTION)

static char *
dup_detail (OffprintNotice *notice)
{
  OffprintDate *date = offprint_notice_get_date (notice);
  const char *label = offprint_notice_get_label (notice);
  const char *source = offprint_notice_get_source (notice);
  g_autofree char *day = date != NULL ? offprint_date_dup_shown (date) : NULL;

  if (day != NULL && source != NULL)
    /* Translators: kind of notice, a date, who says so: “Retraction, 3 May 2021, according to the publisher.” */
    return g_strdup_printf (_("%s, %s, according to %s."), label, day, source);
  if (day != NULL)
    /* Translators: kind of notice, a date: “Correction, 3 May 2021.” */
    return g_strdup_printf (C_("notice", "%s, %s."), label, day);
  if (source != NULL)
    /* Translators: kind of notice, who says so */
    return g_strdup_printf (_("%s, according to %s."), label, source);
  /* Translators: kind of notice */
  return g_strdup_printf (C_("notice", "%s."), label);
}

/* Further notices stand beneath, one line each: a correction before a retraction is
 * still worth knowing. */
static char *
dup_details (OffprintWork   *work,
             OffprintNotice *gravest)
{
  GListModel *notices = offprint_work_get_notices (work);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *first = dup_detail (gravest);

  g_string_append (lines, first);
  for (guint i = 0; i < g_list_model_get_n_items (notices); i++)
    {
      g_autoptr (OffprintNotice) notice = g_list_model_get_item (notices, i);
      g_autofree char *line = NULL;

      if (notice == gravest || !offprint_notice_is_about_this (notice))
        continue;
      line = dup_detail (notice);
      g_string_append_printf (lines, "\n%s", line);
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static void
set_severity (OffprintNoticeBanner *self,
              OffprintSeverity      severity)
{
  const char *name = NULL;
  const char *icon = NULL;

  switch (severity)
    {
    case OFFPRINT_SEVERITY_INFO:
      name = "info";
      icon = "document-edit-symbolic";
      break;
    case OFFPRINT_SEVERITY_CONCERN:
      name = "concern";
      icon = "dialog-warning-symbolic";
      break;
    case OFFPRINT_SEVERITY_RETRACTION:
      name = "retraction";
      icon = "dialog-error-symbolic";
      break;
    }
  gtk_widget_set_css_classes (self->box, (const char *[]) { "notice", name, NULL });
  gtk_image_set_from_icon_name (self->icon, icon);
}

/* This work may itself be the notice, about another. */
static OffprintNotice *
dup_own_subject (OffprintWork *work)
{
  GListModel *notices = offprint_work_get_notices (work);

  for (guint i = 0; i < g_list_model_get_n_items (notices); i++)
    {
      g_autoptr (OffprintNotice) notice = g_list_model_get_item (notices, i);

      if (!offprint_notice_is_about_this (notice))
        return g_steal_pointer (&notice);
    }
  return NULL;
}

static void
offprint_notice_banner_update (OffprintSection *section,
                               OffprintWork    *work,
                               gboolean         loading)
{
  OffprintNoticeBanner *self = OFFPRINT_NOTICE_BANNER (section);
  OffprintNotice *gravest = offprint_work_get_gravest_notice (work);
  g_autoptr (OffprintNotice) subject = gravest == NULL ? dup_own_subject (work) : NULL;
  g_autofree char *details = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), gravest != NULL || subject != NULL);
  if (gravest != NULL)
    {
      details = dup_details (work, gravest);
      set_severity (self, offprint_notice_get_severity (gravest));
      gtk_label_set_label (self->state, offprint_notice_get_state_word (gravest));
      gtk_button_set_label (GTK_BUTTON (self->view), _("View Notice"));
      gtk_widget_set_visible (self->view, offprint_notice_get_doi (gravest) != NULL);
    }
  else if (subject != NULL)
    {
      set_severity (self, OFFPRINT_SEVERITY_INFO);
      details = dup_detail (subject);
      gtk_label_set_label (self->state, _("This is a notice about another work"));
      gtk_button_set_label (GTK_BUTTON (self->view), _("View the Work"));
      gtk_widget_set_visible (self->view, offprint_notice_get_doi (subject) != NULL);
    }
  gtk_label_set_label (self->detail, details != NULL ? details : "");
}

static void
offprint_notice_banner_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin owns it, not the template */
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_NOTICE_BANNER);

  G_OBJECT_CLASS (offprint_notice_banner_parent_class)->dispose (object);
}

static void
offprint_notice_banner_class_init (OffprintNoticeBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_notice_banner_dispose;
  OFFPRINT_SECTION_CLASS (klass)->update = offprint_notice_banner_update;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/notice-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintNoticeBanner, box);
  gtk_widget_class_bind_template_child (widget_class, OffprintNoticeBanner, icon);
  gtk_widget_class_bind_template_child (widget_class, OffprintNoticeBanner, state);
  gtk_widget_class_bind_template_child (widget_class, OffprintNoticeBanner, detail);
  gtk_widget_class_bind_template_child (widget_class, OffprintNoticeBanner, view);
}

static void
offprint_notice_banner_init (OffprintNoticeBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
