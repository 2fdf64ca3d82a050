/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the work is to be had: for now, at its publisher's.
 */

#include "config.h"

#include "get-it-card.h"

struct _OffprintGetItCard
{
  OffprintSection parent_instance;

  /* Template children */
  AdwActionRow *publisher;
};

G_DEFINE_FINAL_TYPE (OffprintGetItCard, offprint_get_it_card, OFFPRINT_TYPE_SECTION)

/* As people read addresses: without the scheme. */
static const char *
skip_scheme (const char *url)
{
  const char *rest = strstr (url, "://");

  return rest != NULL ? rest + strlen ("://") : url;
}

static void
offprint_get_it_card_update (OffprintSection *section,
                             OffprintWork    *work,
                             gboolean         loading)
{
  OffprintGetItCard *self = OFFPRINT_GET_IT_CARD (section);
  const char *doi = offprint_work_get_doi (work);
  const char *page = offprint_work_get_landing_url (work);
  g_autofree char *shown = NULL;

  if (doi != NULL)
    shown = g_strconcat ("doi.org/", doi, NULL);
  else if (page != NULL)
    shown = g_strdup (skip_scheme (page));

  if (shown != NULL)
    adw_action_row_set_subtitle (self->publisher, shown);
  gtk_widget_set_visible (GTK_WIDGET (self), shown != NULL);
}

static void
offprint_get_it_card_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_GET_IT_CARD);

  G_OBJECT_CLASS (offprint_get_it_card_parent_class)->dispose (object);
}

static void
offprint_get_it_card_class_init (OffprintGetItCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_get_it_card_dispose;
  OFFPRINT_SECTION_CLASS (klass)->update = offprint_get_it_card_update;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/get-it-card.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintGetItCard, publisher);
}

static void
offprint_get_it_card_init (OffprintGetItCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
