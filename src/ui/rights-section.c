/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose the work is and what one may do with it.
 *
 * A licence to mine texts is none to read them: such a one is named for what it is.
 */

#include "config.h"

#include "rights-section.h"

#include "links.h"

#include <glib/gi18n-lib.h>

struct _OffprintRightsSection
{
  OffprintSection parent_instance;

  /* Template children */
  GtkLabel *copyright;
  GtkLabel *licenses;
  GtkWidget *ask;
};

G_DEFINE_FINAL_TYPE (OffprintRightsSection, offprint_rights_section, OFFPRINT_TYPE_SECTION)

static gboolean
link_activated_cb (OffprintRightsSection *self,
                   const char            *uri,
                   GtkLabel              *label)
{
  offprint_link_follow (GTK_WIDGET (self), uri);
  return TRUE;
}

static char *
dup_link (const OffprintLicense *license)
{
  const char *name = license->name != NULL ? license->name : license->url;

  if (!offprint_link_is_allowed (license->url))
    return g_markup_escape_text (name, -1);
  return g_markup_printf_escaped ("<a href=\"%s\">%s</a>", license->url, name);
}

static char *
dup_sentence (const OffprintLicense *license)
{
  g_autofree char *link = dup_link (license);

  if (g_strcmp0 (license->applies_to, "tdm") == 0)
    /* Translators: a licence's name or address, as a link */
    return g_strdup_printf (_("For text and data mining: %s"), link);
  if (g_strcmp0 (license->applies_to, "am") == 0)
    /* Translators: a licence's name or address, as a link */
    return g_strdup_printf (_("Licence of the accepted manuscript: %s"), link);
  /* Translators: a licence's name or address, as a link */
  return g_strdup_printf (_("Licence: %s"), link);
}

static char *
dup_licenses (OffprintRights *rights)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  for (gsize i = 0; i < offprint_rights_get_n_licenses (rights); i++)
    g_strv_builder_take (builder, dup_sentence (offprint_rights_get_license (rights, i)));
  lines = g_strv_builder_end (builder);
  return lines[0] != NULL ? g_strjoinv ("\n", lines) : NULL;
}

/* Whom one asks: most publishers leave it to a clearing house. */
static char *
dup_host (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL)
    return NULL;
  /* Translators: a web site that gives permission to reprint a work */
  return g_strdup_printf (_("Reprints and permissions at %s"), host);
}

static void
offprint_rights_section_update (OffprintSection *section,
                                OffprintWork    *work,
                                gboolean         loading)
{
  OffprintRightsSection *self = OFFPRINT_RIGHTS_SECTION (section);
  OffprintRights *rights = offprint_work_get_rights (work);
  const char *copyright = rights != NULL ? offprint_rights_get_copyright (rights) : NULL;
  g_autofree char *licenses = rights != NULL ? dup_licenses (rights) : NULL;
  const char *permissions = rights != NULL ? offprint_rights_get_permissions (rights) : NULL;
  gboolean can_ask = permissions != NULL && offprint_link_is_allowed (permissions);
  g_autofree char *host = can_ask ? dup_host (permissions) : NULL;

  gtk_label_set_label (self->copyright, copyright != NULL ? copyright : "");
  gtk_label_set_markup (self->licenses, licenses != NULL ? licenses : "");
  gtk_widget_set_visible (GTK_WIDGET (self->copyright), copyright != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->licenses), licenses != NULL);
  gtk_widget_set_tooltip_text (self->ask, host);
  gtk_widget_set_visible (self->ask, can_ask);
  gtk_widget_set_visible (GTK_WIDGET (self), copyright != NULL || licenses != NULL || can_ask);
}

static GStrv
offprint_rights_section_dup_texts (OffprintSection *section,
                                   OffprintWork    *work)
{
  OffprintRightsSection *self = OFFPRINT_RIGHTS_SECTION (section);
  const char *texts[] = { gtk_label_get_text (self->copyright), gtk_label_get_text (self->licenses), NULL };

  return g_strdupv ((char **) texts);
}

static GtkLabel *
offprint_rights_section_show_text (OffprintSection *section,
                                   guint            text)
{
  OffprintRightsSection *self = OFFPRINT_RIGHTS_SECTION (section);

  return text == 0 ? self->copyright : self->licenses;
}

static void
offprint_rights_section_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_RIGHTS_SECTION);

  G_OBJECT_CLASS (offprint_rights_section_parent_class)->dispose (object);
}

static void
offprint_rights_section_class_init (OffprintRightsSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OffprintSectionClass *section_class = OFFPRINT_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_rights_section_dispose;

  section_class->update = offprint_rights_section_update;
  section_class->dup_texts = offprint_rights_section_dup_texts;
  section_class->show_text = offprint_rights_section_show_text;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/rights-section.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintRightsSection, copyright);
  gtk_widget_class_bind_template_child (widget_class, OffprintRightsSection, licenses);
  gtk_widget_class_bind_template_child (widget_class, OffprintRightsSection, ask);
  gtk_widget_class_bind_template_callback (widget_class, link_activated_cb);
}

static void
offprint_rights_section_init (OffprintRightsSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
