/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * “USD 119.00”, “37,40 €”, “¥4,400”: shops print money in the habit of the visitor’s
 * country. The last sign before one or two digits parts the decimals; a sign that
 * several currencies share is settled by the country in the sentence on tax.
 */

#include "config.h"

#include "price.h"

#include <string.h>

static const struct
{
  const char *sign;
  const char *country; /* in the sentence beside it; NULL: without one */
  const char *currency;
} signs[] = {
  { "US$", NULL, "USD" },
  { "CA$", NULL, "CAD" },
  { "C$", NULL, "CAD" },
  { "AU$", NULL, "AUD" },
  { "A$", NULL, "AUD" },
  { "NZ$", NULL, "NZD" },
  { "HK$", NULL, "HKD" },
  { "NT$", NULL, "TWD" },
  { "R$", NULL, "BRL" },
  { "CN¥", NULL, "CNY" },
  { "JP¥", NULL, "JPY" },
  { "€", NULL, "EUR" },
  { "£", NULL, "GBP" },
  { "₹", NULL, "INR" },
  { "₩", NULL, "KRW" },
  { "₽", NULL, "RUB" },
  { "zł", NULL, "PLN" },
  { "¥", "China", "CNY" },
  { "￥", "China", "CNY" },
  { "元", NULL, "CNY" },
  { "円", NULL, "JPY" },
  { "¥", NULL, "JPY" },
  { "￥", NULL, "JPY" },
  { "$", "Canada", "CAD" },
  { "$", "Australia", "AUD" },
  { "$", "New Zealand", "NZD" },
  { "$", "Singapore", "SGD" },
  { "$", "Hong Kong", "HKD" },
  { "$", "Taiwan", "TWD" },
  { "$", "Mexico", "MXN" },
  { "$", NULL, "USD" },
};

/* ISO 4217, those in which books are sold */
static const char *const codes[] = { "USD", "EUR", "GBP", "JPY", "CHF", "CNY", "INR", "AUD", "CAD", "NZD", "SEK", "NOK",
                                     "DKK", "PLN", "CZK", "HUF", "BRL", "MXN", "ZAR", "KRW", "SGD", "HKD", "TWD", "TRY",
                                     "ILS", "RUB", "THB", "MYR", "IDR", "PHP", "AED", "SAR", NULL };

static gboolean
is_apart (const char *text,
          const char *p,
          gsize       length)
{
  return (p == text || !g_ascii_isalpha (p[-1])) && !g_ascii_isalpha (p[length]);
}

static char *
find_currency (const char *text,
               const char *where)
{
  for (gsize i = 0; codes[i] != NULL; i++)
    {
      const char *p = strstr (text, codes[i]);

      if (p != NULL && is_apart (text, p, 3))
        return g_strdup (codes[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (strstr (text, signs[i].sign) == NULL)
        continue;
      if (signs[i].country == NULL || (where != NULL && strstr (where, signs[i].country) != NULL))
        return g_strdup (signs[i].currency);
    }
  return NULL;
}

/* Bytes of what parts the thousands or the decimals at @p; 0 if no digit follows it */
static gsize
span_separator (const char *p)
{
  static const char *const separators[] = { ".", ",", "'", "’", " ", "\u00A0", "\u202F", "\u2009" };

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      gsize length = strlen (separators[i]);

      if (strncmp (p, separators[i], length) == 0 && g_ascii_isdigit (p[length]))
        return length;
    }
  return 0;
}

static gboolean
is_decimal_point (const char *p)
{
  gsize digits = strspn (p + 1, "0123456789");

  return (*p == '.' || *p == ',') && digits <= 2 && span_separator (p + 1 + digits) == 0;
}

/* One or two digits behind the last point or comma are decimals, three are thousands */
static char *
dup_amount (const char *start)
{
  g_autoptr (GString) amount = g_string_new (NULL);
  gssize point = -1;
  gsize digits = 0;
  const char *p = start;

  while (g_ascii_isdigit (*p) && amount->len < 20)
    {
      gsize separator = 0;

      digits = strspn (p, "0123456789");
      g_string_append_len (amount, p, MIN (digits, 20));
      p += digits;
      separator = span_separator (p);
      if (separator == 0)
        break;
      if (is_decimal_point (p))
        point = amount->len;
      else if (strspn (p + separator, "0123456789") != 3 && *p != ',')
        break;
      p += separator;
    }
  if (point > 0)
    g_string_insert_c (amount, point, '.');

  return amount->len > 0 ? g_string_free_and_steal (g_steal_pointer (&amount)) : NULL;
}

/**
 * offprint_price_read:
 * @text: a price
 * @where: (nullable): text beside it that may name the country
 * @amount: (out) (transfer full): a decimal number with a point
 * @currency: (out) (transfer full) (nullable): a code of ISO 4217
 *
 * Reads a price.
 *
 * Returns: whether there is one; if not, nothing is set
 */
gboolean
offprint_price_read (const char  *text,
                     const char  *where,
                     char       **amount,
                     char       **currency)
{
  const char *digit = strpbrk (text, "0123456789");
  g_autofree char *found = digit != NULL ? dup_amount (digit) : NULL;

  if (found == NULL)
    return FALSE;
  *amount = g_steal_pointer (&found);
  *currency = find_currency (text, where);

  return TRUE;
}
