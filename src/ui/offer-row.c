/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One priced way to get the work: what, for how much; inside, what one gets for it and
 * the way to the shop. The price is written as the reader's language has it; the page's
 * own spelling, with the currency's code, is there for whom “$” says too little.
 *
 * What is inside is made when somebody first opens it: a page has four offers, and most
 * readers open none.
 */

#include "config.h"

#include "offer-row.h"

#include "links.h"
#include "numerals.h"

#include <glib/gi18n-lib.h>

struct _OffprintOfferRow
{
  AdwExpanderRow parent_instance;

  /* Owned */
  char *said; /* all that is shown, to see whether anything changed */
  char **benefits;
  char *tax; /* NULL if it stands elsewhere */
  char *url;
  GPtrArray *rows; /* of GtkWidget, borrowed from the row; none until it is opened */
};

G_DEFINE_FINAL_TYPE (OffprintOfferRow, offprint_offer_row, ADW_TYPE_EXPANDER_ROW)

static char *
dup_price (OffprintAccess *offer)
{
  const char *price = offprint_access_get_price (offer);
  const char *currency = offprint_access_get_currency (offer);

  if (price == NULL)
    return NULL;
  return currency != NULL ? offprint_money_format (price, currency, NULL) : g_strdup (price);
}

/* As the page had it: “USD 29.95”. */
static char *
dup_source_price (OffprintAccess *offer)
{
  const char *price = offprint_access_get_price (offer);
  const char *currency = offprint_access_get_currency (offer);

  if (price == NULL || currency == NULL)
    return NULL;
  return g_strdup_printf ("%s\302\240%s", currency, price);
}

static GtkWidget *
row_new (const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  return row;
}

static void
add_icon (GtkWidget  *row,
          const char *icon_name,
          gboolean    is_prefix)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  if (is_prefix)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
}

static void
add_row (OffprintOfferRow *self,
         GtkWidget        *row)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
add_benefit (OffprintOfferRow *self,
             const char       *benefit)
{
  GtkWidget *row = row_new (benefit);

  add_icon (row, "object-select-symbolic", TRUE);
  gtk_widget_add_css_class (row, "benefit");
  add_row (self, row);
}

static void
add_tax (OffprintOfferRow *self,
         const char       *tax)
{
  GtkWidget *row = row_new (tax);

  gtk_widget_add_css_class (row, "dimmed");
  gtk_widget_add_css_class (row, "benefit");
  add_row (self, row);
}

static void
add_shop (OffprintOfferRow *self,
          const char       *url)
{
  GtkWidget *row = row_new (_("Buy at the Publisher"));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", url);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "work.open-link");
  gtk_widget_set_tooltip_text (row, _("Open in the Web Browser"));
  add_icon (row, "adw-external-link-symbolic", FALSE);
  add_row (self, row);
}

/* To those who do not see it, as one sentence. */
static void
say (OffprintOfferRow *self,
     const char       *source)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  const char *price = adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (self));
  g_autofree char *sentence = *price != '\0' ? g_strdup_printf ("%s, %s", title, price) : g_strdup (title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, source != NULL ? source : "",
                                  -1);
}

static void
clear_rows (OffprintOfferRow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
fill (OffprintOfferRow *self)
{
  for (gsize i = 0; self->benefits[i] != NULL; i++)
    add_benefit (self, self->benefits[i]);
  if (self->tax != NULL)
    add_tax (self, self->tax);
  if (self->url != NULL)
    add_shop (self, self->url);
}

static void
expanded_cb (OffprintOfferRow *self)
{
  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)) && self->rows->len == 0 && self->said != NULL)
    fill (self);
}

static void
offprint_offer_row_finalize (GObject *object)
{
  OffprintOfferRow *self = OFFPRINT_OFFER_ROW (object);

  g_free (self->said);
  g_strfreev (self->benefits);
  g_free (self->tax);
  g_free (self->url);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (offprint_offer_row_parent_class)->finalize (object);
}

static void
offprint_offer_row_class_init (OffprintOfferRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = offprint_offer_row_finalize;
}

static void
offprint_offer_row_init (OffprintOfferRow *self)
{
  self->rows = g_ptr_array_new ();
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

/**
 * offprint_offer_row_new:
 *
 * Makes a row for an offer.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
offprint_offer_row_new (void)
{
  return g_object_new (OFFPRINT_TYPE_OFFER_ROW, NULL);
}

/**
 * offprint_offer_row_set_offer:
 * @self: a row
 * @offer: what is offered
 * @with_tax: whether its note on taxes stands inside, because others have another
 * @address: (nullable): where to buy it if the offer does not say
 *
 * Shows an offer. The same offer again changes nothing, so an open row stays open.
 */
void
offprint_offer_row_set_offer (OffprintOfferRow *self,
                              OffprintAccess   *offer,
                              gboolean          with_tax,
                              const char       *address)
{
  const char *const *includes = offprint_access_get_includes (offer);
  const char *url = offprint_access_get_url (offer);
  const char *tax = with_tax ? offprint_access_get_tax (offer) : NULL;
  const char *label = offprint_access_get_label (offer);
  g_autofree char *price = dup_price (offer);
  g_autofree char *source = dup_source_price (offer);
  g_autofree char *benefits = g_strjoinv ("\n", (char **) includes);
  g_autofree char *said = NULL;

  g_return_if_fail (OFFPRINT_IS_OFFER_ROW (self));
  g_return_if_fail (OFFPRINT_IS_ACCESS (offer));

  if (url == NULL || !offprint_link_is_allowed (url))
    url = address;
  said = g_strdup_printf ("%s\n%s\n%s\n%s\n%s", label, price, tax, url, benefits);
  if (g_strcmp0 (said, self->said) == 0)
    return;

  g_set_str (&self->said, said);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), *label != '\0' ? label : _("Offer"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), price != NULL ? price : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), source);
  say (self, source);
  clear_rows (self);
  g_strfreev (self->benefits);
  self->benefits = g_strdupv ((char **) includes);
  g_set_str (&self->tax, tax);
  g_set_str (&self->url, url);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), includes[0] != NULL || tax != NULL || url != NULL);
  expanded_cb (self);
}
