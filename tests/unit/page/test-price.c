/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prices in the habits of many countries.
 */

#include "config.h"

#include "affiliation.h"
#include "expect-record.h"
#include "price.h"

static const struct
{
  const char *text;
  const char *where;
  const char *amount; /* NULL: no price */
  const char *currency;
} cases[] = {
  { "USD 119.00", NULL, "119.00", "USD" },
  { "EUR\u00A029.95", NULL, "29.95", "EUR" },
  { "37,40 €", NULL, "37.40", "EUR" },
  { "€39", NULL, "39", "EUR" },
  { "¥4,400", NULL, "4400", "JPY" },
  { "￥ 4,980", "Price includes VAT (Japan)", "4980", "JPY" },
  { "¥ 310.00", "Price includes VAT (China (P.R.))", "310.00", "CNY" },
  { "$39.95", NULL, "39.95", "USD" },
  { "$39.95", "Price excludes VAT (Canada)", "39.95", "CAD" },
  { "A$ 12.5", NULL, "12.5", "AUD" },
  { "£1,234.50", NULL, "1234.50", "GBP" },
  { "1.234,50 €", NULL, "1234.50", "EUR" },
  { "1 234,50 €", NULL, "1234.50", "EUR" },
  { "1\u202F234 €", NULL, "1234", "EUR" },
  { "CHF 1’234.50", NULL, "1234.50", "CHF" },
  { "₹2,28,000.00", NULL, "228000.00", "INR" },
  { "INR 2,280", NULL, "2280", "INR" },
  { "0.00", NULL, "0.00", NULL },
  { "EURO 5", NULL, "5", NULL },
  { "free", NULL, NULL, NULL },
  { "", NULL, NULL, NULL },
};

static void
test_price (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *amount = NULL;
  g_autofree char *currency = NULL;
  gboolean found = offprint_price_read (cases[i].text, cases[i].where, &amount, &currency);

  g_assert_cmpint (found, ==, cases[i].amount != NULL);
  g_assert_cmpstr (amount, ==, cases[i].amount);
  g_assert_cmpstr (currency, ==, cases[i].currency);
}

static void
test_affiliation (void)
{
  static const struct
  {
    const char *text;
    const char *name;
    const char *place;
  } places[] = {
    { "Department of Things, University of Pisa, Pisa, Italy", "Department of Things, University of Pisa", "Pisa, Italy" },
    { "Example Ltd., Larkspur, California, USA", "Example Ltd.", "Larkspur, California, USA" },
    { "Department of Things, Harvard University, Cambridge, USA", "Department of Things, Harvard University", "Cambridge, USA" },
    { "College, Charlotte, NC, USA", "College", "Charlotte, NC, USA" },
    { "Universidade de Tudo, São Carlos, SP, 13565-905, Brazil", "Universidade de Tudo", "São Carlos, SP, 13565-905, Brazil" },
    { "Example College, Town, Land, E-mail: a@b.org", "Example College", "Town, Land" },
    { "Independent Scholar", "Independent Scholar", NULL },
    { "CNRS, Paris", "CNRS", "Paris" },
    { "University of Somewhere, Department of Knots", "University of Somewhere, Department of Knots", NULL },
    { "Oslo, Norway", "Oslo", "Norway" },
  };

  g_assert_null (offprint_affiliation_new (NULL));
  g_assert_null (offprint_affiliation_new (" "));
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (JsonObject) affiliation = offprint_affiliation_new (places[i].text);

      g_assert_cmpstr (expect_string (affiliation, "/name"), ==, places[i].name);
      g_assert_cmpstr (expect_string (affiliation, "/place"), ==, places[i].place);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/price/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_price);
    }
  g_test_add_func ("/affiliation", test_affiliation);

  return g_test_run ();
}
