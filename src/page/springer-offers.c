/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the work can be had: whether this is a preview, what its parts cost, what the shop
 * remarks, where institutions log in. The box of offers stands in the page twice, with the
 * same ids, for narrow and for wide windows; subscriptions to other things stand in it too.
 */

#include "config.h"

#include "springer-private.h"

#include <string.h>

#include "found.h"
#include "json-value.h"
#include "price.h"
#include "record.h"

#define MAX_OFFERS  20
#define MAX_REMARKS 10
#define MAX_REMARK  200
#define MAX_LABEL   120

/* What this publisher sells besides the work: Springer+, the journal, a loan of all */
static gboolean
is_subscription (const OffprintTreeNode *node)
{
  const char *test = offprint_tree_node_get_attribute (node, "data-test-id");

  return offprint_tree_node_has_class (node, "c-springer-plus") || offprint_tree_node_has_class (node, "springer-plus") ||
         offprint_tree_node_has_class (node, "buybox__subscribe-subscription") ||
         offprint_tree_node_has_class (node, "buybox__rent-article") || g_strcmp0 (test, "journal-subscription") == 0;
}

/* The first element of a class in an offer, outside of what is a subscription or struck out */
static const OffprintTreeNode *
find_part (const OffprintTreeNode *offer,
           const char             *class_name)
{
  const OffprintTreeNode *node = offer;

  while (node != NULL)
    {
      if (node->name != NULL && (is_subscription (node) || strcmp (node->name, "s") == 0 || strcmp (node->name, "del") == 0))
        {
          node = offprint_tree_node_next_outside (node, offer);
          continue;
        }
      if (node->name != NULL && node != offer && offprint_tree_node_has_class (node, class_name))
        return node;
      node = offprint_tree_node_next (node, offer);
    }
  return NULL;
}

/* <dt>Chapter</dt>, <span class="dt">, a heading; else what the button says before the price */
static char *
dup_label (const OffprintTreeNode *offer,
           const char             *button)
{
  const OffprintTreeNode *label = offprint_tree_node_find (offer, NULL, "dt", NULL, NULL);
  static const char *const classes[] = { "dt", "buybox__type", "buybox__title", "c-box__heading" };

  for (gsize i = 0; i < G_N_ELEMENTS (classes) && label == NULL; i++)
    label = find_part (offer, classes[i]);
  if (label != NULL)
    return offprint_springer_dup_text (label);
  if (button != NULL)
    {
      gsize length = strcspn (button, "0123456789$");
      const char *const signs[] = { "€", "£", "¥", "￥", "EUR", "USD", "GBP", "CHF", "JPY" };
      g_autofree char *text = NULL;

      for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
        {
          const char *at = strstr (button, signs[i]);

          if (at != NULL)
            length = MIN (length, (gsize) (at - button));
        }
      text = g_strstrip (g_strndup (button, length));

      return *text != '\0' ? g_steal_pointer (&text) : NULL;
    }
  return NULL;
}

/* The price itself, or the button that has it */
static char *
dup_price (const OffprintTreeNode  *offer,
           char                   **button)
{
  static const char *const classes[] = { "price-amount", "buybox__price" };
  const OffprintTreeNode *node = NULL;
  g_autofree char *text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (classes) && node == NULL; i++)
    node = find_part (offer, classes[i]);
  if (node != NULL)
    return offprint_springer_dup_text (node);
  while ((node = offprint_tree_node_find (offer, node, "button", NULL, NULL)) != NULL)
    {
      text = offprint_springer_dup_text (node);
      if (text != NULL && strpbrk (text, "0123456789") != NULL)
        {
          *button = g_strdup (text);

          return g_steal_pointer (&text);
        }
      g_clear_pointer (&text, g_free);
    }
  return NULL;
}

static char *
dup_tax (const OffprintTreeNode *offer)
{
  static const char *const classes[] = { "price-info", "vat-info", "buybox__price-info", "c-notes__vat" };
  const OffprintTreeNode *node = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (classes) && node == NULL; i++)
    node = find_part (offer, classes[i]);

  return offprint_springer_dup_text (node);
}

static void
read_benefits (JsonObject             *entry,
               const OffprintTreeNode *offer)
{
  const OffprintTreeNode *list = find_part (offer, "buying-option-usps");
  const OffprintTreeNode *item = NULL;
  const OffprintTreeNode *info = find_part (offer, "c-notes__usp");

  if (info == NULL)
    info = find_part (offer, "buybox__info");
  while (list != NULL && (item = offprint_tree_node_find (list, item, "li", NULL, NULL)) != NULL)
    {
      g_autofree char *text = offprint_springer_dup_text (item);

      if (text != NULL)
        offprint_found_word (entry, "includes", text);
    }
  if (list == NULL && info != NULL)
    {
      g_autofree char *text = offprint_springer_dup_text (info);

      if (text != NULL)
        offprint_found_word (entry, "includes", text);
    }
}

/* The shop takes a form that only its page can send: there the offer is to be had. A
 * plain link leads further. */
static char *
dup_offer_url (OffprintSpringer       *self,
               const OffprintTreeNode *offer)
{
  const OffprintTreeNode *form = offprint_tree_node_find (offer, NULL, "form", NULL, NULL);
  const char *method = form != NULL ? offprint_tree_node_get_attribute (form, "method") : NULL;
  const OffprintTreeNode *link = NULL;
  const char *page = offprint_page_get_canonical (self->page);

  if (form != NULL && (method == NULL || g_ascii_strcasecmp (method, "post") != 0))
    {
      g_autofree char *action = offprint_springer_dup_address (self, offprint_tree_node_get_attribute (form, "action"));

      if (action != NULL)
        return g_steal_pointer (&action);
    }
  while (form == NULL && (link = offprint_tree_node_find (offer, link, "a", "href", NULL)) != NULL)
    {
      const char *href = offprint_tree_node_get_attribute (link, "href");

      if (strstr (href, "/public/cart") != NULL || strstr (href, "checkout") != NULL || strstr (href, "buy") != NULL)
        return offprint_springer_dup_address (self, href);
    }
  if (page == NULL)
    page = offprint_page_get_url (self->page);

  return g_strdup (page);
}

static JsonObject *
read_offer (OffprintSpringer       *self,
            const OffprintTreeNode *offer)
{
  g_autofree char *button = NULL;
  g_autofree char *price = dup_price (offer, &button);
  g_autofree char *label = dup_label (offer, button);
  g_autofree char *tax = dup_tax (offer);
  g_autofree char *url = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *currency = NULL;
  JsonObject *entry = NULL;

  if (price == NULL || !offprint_price_read (price, tax, &amount, &currency))
    return NULL;
  entry = json_object_new ();
  if (label != NULL && g_utf8_strlen (label, -1) <= MAX_LABEL)
    offprint_record_set_string (entry, "label", label);
  json_object_set_string_member (entry, "price", amount);
  offprint_record_set_string (entry, "currency", currency);
  offprint_record_set_string (entry, "tax", tax);
  read_benefits (entry, offer);
  url = dup_offer_url (self, offer);
  offprint_record_set_string (entry, "url", url);

  return entry;
}

static gboolean
is_offer (const OffprintTreeNode *node)
{
  return offprint_tree_node_has_class (node, "buying-option") || offprint_tree_node_has_class (node, "buybox__section") ||
         (strcmp (node->name, "article") == 0 && offprint_tree_node_has_class (node, "c-box"));
}

static gboolean
read_box (OffprintSpringer       *self,
          const OffprintTreeNode *box)
{
  const OffprintTreeNode *node = box;
  JsonArray *offers = NULL;

  while (node != NULL && (offers == NULL || json_array_get_length (offers) < MAX_OFFERS))
    {
      JsonObject *offer = NULL;

      if (node->name != NULL && is_subscription (node))
        {
          node = offprint_tree_node_next_outside (node, box);
          continue;
        }
      offer = node->name != NULL && is_offer (node) ? read_offer (self, node) : NULL;
      if (offer == NULL)
        {
          node = offprint_tree_node_next (node, box);
          continue;
        }
      if (offers == NULL)
        {
          offers = json_array_new ();
          json_object_set_array_member (offprint_found_access (self->record), "offers", offers);
        }
      json_array_add_object_element (offers, offer);
      node = offprint_tree_node_next_outside (node, box);
    }
  return offers != NULL;
}

/* Short paragraphs of the box that belong to no offer */
static void
read_remarks (OffprintSpringer       *self,
              const OffprintTreeNode *box)
{
  const OffprintTreeNode *node = box;
  guint n = 0;

  while (node != NULL && n < MAX_REMARKS)
    {
      g_autofree char *text = NULL;

      if (node->name != NULL && (is_subscription (node) || is_offer (node)))
        {
          node = offprint_tree_node_next_outside (node, box);
          continue;
        }
      if (offprint_tree_node_is (node, "p") && offprint_tree_node_find (node, NULL, "a", NULL, NULL) == NULL)
        text = offprint_springer_dup_text (node);
      if (text != NULL && g_utf8_strlen (text, -1) <= MAX_REMARK)
        {
          offprint_found_word (offprint_found_access (self->record), "remarks", text);
          n++;
        }
      node = offprint_tree_node_next (node, box);
    }
}

static void
read_boxes (OffprintSpringer *self)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const OffprintTreeNode *box = g_ptr_array_index (self->boxes, i);

      if (!read_box (self, box))
        continue;
      read_remarks (self, box);
      return;
    }
}

static gboolean
read_subscription_link (OffprintSpringer       *self,
                        const OffprintTreeNode *place)
{
  const OffprintTreeNode *link = NULL;

  while ((link = offprint_tree_node_find (place, link, "a", "href", NULL)) != NULL)
    {
      g_autofree char *text = offprint_springer_dup_text (link);
      g_autofree char *url = NULL;

      if (text == NULL || strstr (text, "nstitutional subscriptions") == NULL)
        continue;
      url = offprint_springer_dup_address (self, offprint_tree_node_get_attribute (link, "href"));
      offprint_found_word (offprint_found_access (self->record), "remarks", text);
      offprint_springer_add_link (self, "institutional-subscriptions", url, NULL);

      return TRUE;
    }
  return FALSE;
}

/* For libraries: shown as the page says it, and where it leads */
static void
read_subscriptions (OffprintSpringer *self)
{
  static const char *const classes[] = { "app-article-access__subscriptions", "buybox__institutional-subs-link", "buybox__institutional-sub" };
  const OffprintTreeNode *root = offprint_page_get_root (self->page);

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      const OffprintTreeNode *place = offprint_springer_by_class (root, classes[i]);

      if (place != NULL && read_subscription_link (self, place))
        return;
    }
  for (guint i = 0; i < self->boxes->len; i++)
    if (read_subscription_link (self, g_ptr_array_index (self->boxes, i)))
      return;
}

static void
read_institution (OffprintSpringer *self)
{
  const OffprintTreeNode *link = offprint_springer_id (self, "test-login-banner-link");
  const OffprintTreeNode *node = offprint_springer_test (self, "access-via-institution");
  g_autofree char *url = NULL;

  if (link == NULL)
    for (link = node; link != NULL && !offprint_tree_node_is (link, "a"); link = link->parent)
      ;
  url = link != NULL ? offprint_springer_dup_address (self, offprint_tree_node_get_attribute (link, "href")) : NULL;
  if (url != NULL)
    offprint_record_set_string (offprint_found_access (self->record), "institution", url);
}

/* The page says that it is a preview, or that it is open, or lets its reader in: then it
 * tells nothing of others */
static const char *
find_state (OffprintSpringer *self)
{
  const OffprintTreeNode *root = offprint_page_get_root (self->page);
  const OffprintTreeNode *note = NULL;
  const char *access = offprint_page_get_meta (self->page, "access");

  if (offprint_springer_test (self, "open-access") != NULL)
    return "open";
  for (guint i = 0; i < 8 && (note = offprint_tree_node_find (root, note, NULL, "class", "c-notes__text")) != NULL; i++)
    {
      g_autofree char *text = offprint_springer_dup_text (note);

      if (text != NULL && strstr (text, "preview of subscription content") != NULL)
        return "preview";
    }
  if (g_strcmp0 (access, "No") == 0)
    return "preview";

  return NULL;
}

/**
 * offprint_springer_read_access:
 * @self: a page
 *
 * Reads how the work can be had.
 */
void
offprint_springer_read_access (OffprintSpringer *self)
{
  const char *state = find_state (self);

  if (state != NULL)
    json_object_set_string_member (offprint_found_access (self->record), "state", state);
  read_boxes (self);
  read_subscriptions (self);
  read_institution (self);
}
