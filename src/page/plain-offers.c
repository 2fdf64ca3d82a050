/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Offers in the text of a page: a label, a price, a sentence on tax, what is included.
 * Where lists have lost their signs, only the prices tell where an offer begins.
 */

#include "config.h"

#include "plain-private.h"

#include <string.h>

#include "found.h"
#include "json-value.h"
#include "price.h"
#include "record.h"

#define MAX_OFFERS 20
#define MAX_PRICE  30
#define MAX_WORDS  200

/* Letters that are neither the currency’s code nor stand before its sign, as in US$ */
static gboolean
is_foreign_word (const char *text,
                 const char *currency)
{
  gsize length = 0;

  while (g_ascii_isalpha (text[length]))
    length++;
  if (length == strlen (currency) && strncmp (text, currency, length) == 0)
    return FALSE;

  return length > 2 || text[length] != '$';
}

/* A line that is a price and nothing else: a number with a currency’s code or sign */
static gboolean
is_price (const char *text)
{
  g_autofree char *amount = NULL;
  g_autofree char *currency = NULL;

  if (strlen (text) > MAX_PRICE || !offprint_price_read (text, NULL, &amount, &currency) || currency == NULL)
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isalpha (*p) && (p == text || !g_ascii_isalpha (p[-1])) && is_foreign_word (p, currency))
      return FALSE;

  return TRUE;
}

/* “Buy article PDF 39,95 €”: where the price begins in a line that has a label too */
static const char *
find_price_in (const char *text)
{
  if (strlen (text) > MAX_WORDS)
    return NULL;
  for (const char *p = strchr (text, ' '); p != NULL; p = strchr (p + 1, ' '))
    if (is_price (p + 1) && p > text)
      return p + 1;

  return NULL;
}

/* What the shop says below its offers */
static gboolean
is_remark (const char *text)
{
  static const char *const starts[] = { "Tax calculation", "Purchases are", "Institutional subscriptions", "Learn more about Institutional subscriptions" };

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (text, starts[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_button (const char *text)
{
  static const char *const starts[] = { "Buy ", "View plans", "Subscribe", "Rent this", "Log in", "Licence this", "License this", "Springer+",
                                        "Other ways", "Learn about" };

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (text, starts[i]) && !g_str_has_prefix (text, "Buy Now"))
      return TRUE;

  return g_str_equal (text, "Buy Now");
}

static JsonObject *
new_offer (const char *label,
           const char *price,
           const char *tax)
{
  JsonObject *offer = json_object_new ();
  g_autofree char *amount = NULL;
  g_autofree char *currency = NULL;

  offprint_record_set_string (offer, "label", label);
  if (offprint_price_read (price, tax, &amount, &currency))
    {
      json_object_set_string_member (offer, "price", amount);
      offprint_record_set_string (offer, "currency", currency);
    }
  offprint_record_set_string (offer, "tax", tax);

  return offer;
}

/* The lines of an offer behind its price, up to @end; a line that stands apart belongs to
 * the shop */
static void
read_included (OffprintPlain *self,
               JsonObject    *offer,
               guint          start,
               guint          end)
{
  gboolean is_apart = FALSE;
  gboolean has_bullets = FALSE;

  for (guint i = start; i < end; i++)
    {
      const OffprintPlainLine *line = offprint_plain_get_line (self, i);
      gboolean has_words = json_object_has_member (offer, "includes");

      if (*line->text == '\0')
        {
          is_apart = has_words;
          continue;
        }
      if (is_remark (line->text) || (is_apart && !line->is_bullet && has_bullets))
        {
          if (strlen (line->text) <= MAX_WORDS && !is_button (line->text))
            offprint_found_word (offprint_found_access (self->record), "remarks", line->text);
          continue;
        }
      if (g_str_has_prefix (line->text, "Price ") || is_button (line->text) || strlen (line->text) > MAX_WORDS)
        continue;
      has_bullets = has_bullets || line->is_bullet;
      offprint_found_word (offer, "includes", line->text);
    }
}

static const char *
find_tax (OffprintPlain *self,
          guint          start,
          guint          end)
{
  for (guint i = start; i < end; i++)
    if (g_str_has_prefix (offprint_plain_get_line (self, i)->text, "Price "))
      return offprint_plain_get_line (self, i)->text;

  return NULL;
}

/* The next line with a price; @end if there is none */
static guint
find_price (OffprintPlain *self,
            guint          start,
            guint          end)
{
  for (guint i = start; i < end; i++)
    {
      const char *text = offprint_plain_get_line (self, i)->text;

      if (is_price (text) || find_price_in (text) != NULL)
        return i;
    }
  return end;
}

static guint
find_before (OffprintPlain *self,
             guint          start,
             guint          index)
{
  guint i = index;

  while (i > start && *offprint_plain_get_line (self, i - 1)->text == '\0')
    i--;

  return i > start ? i - 1 : index;
}

/* The last line before a price that says something; a whole sentence there is about the
 * offer, which is called by the line above it */
static guint
find_label (OffprintPlain *self,
            guint          start,
            guint          price)
{
  guint label = find_before (self, start, price);
  guint above = find_before (self, start, label);
  gboolean is_sentence = g_str_has_suffix (offprint_plain_get_line (self, label)->text, ".");

  if (is_sentence && above < label && !offprint_plain_get_line (self, above)->is_bullet &&
      !g_str_has_prefix (offprint_plain_get_line (self, above)->text, "Price "))
    return above;

  return label;
}

/* Of the journal, not of the work */
static gboolean
is_subscription (const char *label)
{
  g_autofree char *folded = g_utf8_strdown (label, -1);

  return strstr (folded, "subscribe") != NULL || strstr (folded, "subscription") != NULL;
}

/* What stands between the label and the price */
static void
read_sentence (OffprintPlain *self,
               JsonObject    *offer,
               guint          label,
               guint          price)
{
  for (guint i = label + 1; i < price; i++)
    {
      const char *text = offprint_plain_get_line (self, i)->text;

      if (*text != '\0' && strlen (text) <= MAX_WORDS)
        offprint_found_word (offer, "includes", text);
    }
}

static gboolean
read_part (OffprintPlain *self,
           guint          start,
           guint          end)
{
  guint price = find_price (self, start, end);
  JsonArray *offers = NULL;

  while (price < end && (offers == NULL || json_array_get_length (offers) < MAX_OFFERS))
    {
      const char *text = offprint_plain_get_line (self, price)->text;
      const char *inside = is_price (text) ? NULL : find_price_in (text);
      guint next = find_price (self, price + 1, end);
      gboolean is_next_alone = next < end && is_price (offprint_plain_get_line (self, next)->text);
      guint stop = is_next_alone ? find_label (self, price + 1, next) : next;
      const char *tax = find_tax (self, price + 1, stop);
      guint above = inside != NULL ? price : find_label (self, start, price);
      g_autofree char *label = NULL;
      JsonObject *offer = NULL;

      if (inside != NULL)
        label = g_strchomp (g_strndup (text, inside - text));
      else
        label = g_strdup (offprint_plain_get_line (self, above)->text);
      start = price + 1;
      if (is_subscription (label))
        {
          price = next;
          continue;
        }
      offer = new_offer (label, inside != NULL ? inside : text, tax);
      read_sentence (self, offer, above, price);
      read_included (self, offer, price + 1, stop);
      if (offers == NULL)
        {
          offers = json_array_new ();
          json_object_set_array_member (offprint_found_access (self->record), "offers", offers);
        }
      json_array_add_object_element (offers, offer);
      price = next;
    }
  return offers != NULL;
}

/* Remarks that stand under other headings, or with no offers above them */
static void
read_remarks (OffprintPlain *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const char *text = offprint_plain_get_line (self, i)->text;

      if (is_remark (text) && strlen (text) <= MAX_WORDS)
        offprint_found_word (offprint_found_access (self->record), "remarks", text);
      if (g_str_has_prefix (text, "This is a preview of subscription content"))
        json_object_set_string_member (offprint_found_access (self->record), "state", "preview");
    }
}

/* Beside the title; the page’s menus have the words too */
static void
read_open (OffprintPlain *self)
{
  guint first = self->title_line > 4 ? self->title_line - 4 : 0;
  guint last = MIN (self->title_line + 12, self->lines->len);

  for (guint i = first; i < last; i++)
    if (g_ascii_strcasecmp (offprint_plain_get_line (self, i)->text, "open access") == 0)
      {
        json_object_set_string_member (offprint_found_access (self->record), "state", "open");
        return;
      }
}

/**
 * offprint_plain_read_access:
 * @self: the text of a page of which the head is read
 *
 * Reads how the work can be had.
 */
void
offprint_plain_read_access (OffprintPlain *self)
{
  guint start = 0;

  while ((start = offprint_plain_find (self, OFFPRINT_PLAIN_ACCESS, start)) < self->lines->len)
    {
      guint end = offprint_plain_part_end (self, start);

      if (read_part (self, start + 1, end))
        break;
      start = end;
    }
  read_open (self);
  read_remarks (self);
}
