/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the work is to be had: at its publisher's, for a price, or through an institution
 * that has paid already.
 */

#include "config.h"

#include "get-it-card.h"

#include "library-setting.h"
#include "links.h"
#include "offer-row.h"
#include "offers.h"

#include <glib/gi18n-lib.h>

struct _OffprintGetItCard
{
  OffprintSection parent_instance;

  /* Owned */
  GSettings *settings;
  GPtrArray *rows; /* of OffprintOfferRow, borrowed from the list */

  /* Template children */
  GtkListBox *offers;
  AdwActionRow *publisher;
  GtkLabel *terms;
  GtkWidget *preview;
  GtkWidget *institutions;
  AdwActionRow *log_in;
  AdwActionRow *library;
  AdwActionRow *subscriptions;
};

G_DEFINE_FINAL_TYPE (OffprintGetItCard, offprint_get_it_card, OFFPRINT_TYPE_SECTION)

enum
{
  PROP_SETTINGS = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* As people read addresses: without the scheme. */
static const char *
skip_scheme (const char *url)
{
  const char *rest = strstr (url, "://");

  return rest != NULL ? rest + strlen ("://") : url;
}

static char *
dup_host (const char *url)
{
  const char *host = skip_scheme (url);

  return g_strndup (host, strcspn (host, "/?#"));
}

static void
update_publisher (OffprintGetItCard *self,
                  OffprintWork      *work)
{
  const char *doi = offprint_work_get_doi (work);
  const char *page = offprint_work_get_landing_url (work);
  g_autofree char *shown = NULL;

  if (doi != NULL)
    shown = g_strconcat ("doi.org/", doi, NULL);
  else if (page != NULL)
    shown = g_strdup (skip_scheme (page));

  if (shown != NULL)
    adw_action_row_set_subtitle (self->publisher, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->publisher), shown != NULL);
}

static void
update_offers (OffprintGetItCard *self,
               OffprintWork      *work)
{
  GListModel *offers = offprint_work_get_offers (work);
  guint n = g_list_model_get_n_items (offers);
  g_autofree char *common = offprint_offers_dup_common_tax (offers);
  g_autofree char *address = offprint_work_dup_doi_url (work);
  g_autofree char *terms = offprint_offers_dup_terms (work);

  while (self->rows->len > n)
    {
      gtk_list_box_remove (self->offers, g_ptr_array_index (self->rows, self->rows->len - 1));
      g_ptr_array_set_size (self->rows, self->rows->len - 1);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (OffprintAccess) offer = g_list_model_get_item (offers, i);

      if (i == self->rows->len)
        {
          g_ptr_array_add (self->rows, offprint_offer_row_new ());
          gtk_list_box_append (self->offers, g_ptr_array_index (self->rows, i));
        }
      offprint_offer_row_set_offer (g_ptr_array_index (self->rows, i), offer, common == NULL,
                                    address != NULL ? address : offprint_work_get_landing_url (work));
    }
  gtk_label_set_label (self->terms, terms != NULL ? terms : "");
  gtk_widget_set_visible (GTK_WIDGET (self->terms), terms != NULL);
}

/* Shows a row with the host that it leads to; hides it without an address. */
static gboolean
set_address (AdwActionRow *row,
             const char   *url)
{
  g_autofree char *host = url != NULL && offprint_link_is_allowed (url) ? dup_host (url) : NULL;

  if (host != NULL)
    adw_action_row_set_subtitle (row, host);
  gtk_widget_set_visible (GTK_WIDGET (row), host != NULL);
  return host != NULL;
}

static gboolean
update_library (OffprintGetItCard *self,
                OffprintWork      *work)
{
  g_autoptr (OffprintLibraryLink) link = NULL;
  g_autofree char *url = NULL;

  if (self->settings != NULL)
    link = offprint_library_setting_dup (self->settings);
  if (link != NULL)
    url = offprint_library_link_dup_url_of_work (link, work);
  return set_address (self->library, url);
}

static void
update_institutions (OffprintGetItCard *self,
                     OffprintWork      *work)
{
  const char *subscriptions = offprint_work_get_link (work, "institutional-subscriptions");
  gboolean has_log_in = set_address (self->log_in, offprint_work_get_log_in_url (work));
  gboolean has_library = update_library (self, work);
  gboolean has_subscriptions = set_address (self->subscriptions, subscriptions);

  if (has_subscriptions)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->subscriptions), "s", subscriptions);
  gtk_widget_set_visible (self->preview, g_strcmp0 (offprint_work_get_access_state (work), "preview") == 0 &&
                                           !offprint_offers_say (work, "preview"));
  gtk_widget_set_visible (self->institutions, has_log_in || has_library || has_subscriptions);
}

static void
offprint_get_it_card_update (OffprintSection *section,
                             OffprintWork    *work,
                             gboolean         loading)
{
  OffprintGetItCard *self = OFFPRINT_GET_IT_CARD (section);

  update_publisher (self, work);
  update_offers (self, work);
  update_institutions (self, work);
  gtk_widget_set_visible (GTK_WIDGET (self->offers),
                          gtk_widget_get_visible (GTK_WIDGET (self->publisher)) || self->rows->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_visible (GTK_WIDGET (self->offers)) || gtk_widget_get_visible (self->institutions));
}

/* An offer that was opened for one work says nothing of the next. */
static void
offprint_get_it_card_reset (OffprintSection *section)
{
  OffprintGetItCard *self = OFFPRINT_GET_IT_CARD (section);

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_set_expanded (g_ptr_array_index (self->rows, i), FALSE);
}

static void
library_changed_cb (OffprintGetItCard *self)
{
  OffprintWork *work = offprint_section_get_work (OFFPRINT_SECTION (self));

  if (work != NULL)
    offprint_get_it_card_update (OFFPRINT_SECTION (self), work, FALSE);
}

static void
set_settings (OffprintGetItCard *self,
              GSettings         *settings)
{
  if (!g_set_object (&self->settings, settings))
    return;

  if (settings != NULL)
    offprint_library_setting_follow (settings, G_CALLBACK (library_changed_cb), self);
  library_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SETTINGS]);
}

static void
offprint_get_it_card_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SETTINGS:
      g_value_set_object (value, OFFPRINT_GET_IT_CARD (object)->settings);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
offprint_get_it_card_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SETTINGS:
      set_settings (OFFPRINT_GET_IT_CARD (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
offprint_get_it_card_dispose (GObject *object)
{
  OffprintGetItCard *self = OFFPRINT_GET_IT_CARD (object);

  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_GET_IT_CARD);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (offprint_get_it_card_parent_class)->dispose (object);
}

static void
offprint_get_it_card_class_init (OffprintGetItCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = offprint_get_it_card_get_property;
  object_class->set_property = offprint_get_it_card_set_property;
  object_class->dispose = offprint_get_it_card_dispose;
  OFFPRINT_SECTION_CLASS (klass)->update = offprint_get_it_card_update;
  OFFPRINT_SECTION_CLASS (klass)->reset = offprint_get_it_card_reset;

  /**
   * OffprintGetItCard:settings:
   *
   * Where the reader’s library stands.
   */
  properties[PROP_SETTINGS] =
    g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/get-it-card.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintGetItCard, offers);
  gtk_widget_class_bind_template_child (widget_class, OffprintGetItCard, publisher);
  gtk_widget_class_bind_template_child (widget_class, OffprintGetItCard, terms);
  gtk_widget_class_bind_template_child (widget_class, OffprintGetItCard, preview);
  gtk_widget_class_bind_template_child (widget_class, OffprintGetItCard, institutions);
  gtk_widget_class_bind_template_child (widget_class, OffprintGetItCard, log_in);
  gtk_widget_class_bind_template_child (widget_class, OffprintGetItCard, library);
  gtk_widget_class_bind_template_child (widget_class, OffprintGetItCard, subscriptions);
}

static void
offprint_get_it_card_init (OffprintGetItCard *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
