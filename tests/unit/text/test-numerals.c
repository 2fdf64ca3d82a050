/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers, money and capitals in a few languages.
 */

#include "config.h"

#include "numerals.h"

static const struct
{
  const char *path;
  const char *amount;
  const char *currency;
  const char *locale;
  const char *shown;
} prices[] = {
  { "english", "119.00", "USD", "en_US", "$119.00" },
  { "german", "119.00", "EUR", "de_DE.UTF-8", "119,00\302\240€" },
  { "british-abroad", "1119.5", "GBP", "en-US", "£1,119.50" },
  { "yen", "4000", "JPY", "en_US", "¥4,000" },
  { "c", "29.95", "EUR", "C", "€29.95" },
  { "no-number", "free", "EUR", "en", "free EUR" },
  { "no-currency", "3.00", "credits", "en", "3.00 credits" },
  { "hostile", "1e999", "USD", "en", "1e999 USD" },
  { "no-locale", "3.00", "USD", "@@@", "$3.00" },
};

static void
test_price (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *shown = offprint_money_format (prices[i].amount, prices[i].currency, prices[i].locale);

  g_assert_cmpstr (shown, ==, prices[i].shown);
}

static void
test_number (void)
{
  g_autofree char *english = offprint_number_format (12831, "en");
  g_autofree char *german = offprint_number_format (12831, "de");
  g_autofree char *plain = offprint_number_format (831, "C");
  g_autofree char *negative = offprint_number_format (G_MININT64, "en");

  g_assert_cmpstr (english, ==, "12,831");
  g_assert_cmpstr (german, ==, "12.831");
  g_assert_cmpstr (plain, ==, "831");
  g_assert_cmpstr (negative, ==, "-9,223,372,036,854,775,808");
}

static void
test_upper (void)
{
  g_autofree char *english = offprint_text_to_upper ("chapter", "en");
  g_autofree char *turkish = offprint_text_to_upper ("istanbul", "tr_TR.UTF-8");
  g_autofree char *german = offprint_text_to_upper ("straße", "de");
  g_autofree char *greek = offprint_text_to_upper ("Κεφάλαιο", "el");
  g_autofree char *empty = offprint_text_to_upper ("", "en");

  g_assert_cmpstr (english, ==, "CHAPTER");
  g_assert_cmpstr (turkish, ==, "İSTANBUL");
  g_assert_cmpstr (german, ==, "STRASSE");
  g_assert_cmpstr (greek, ==, "ΚΕΦΑΛΑΙΟ");
  g_assert_cmpstr (empty, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (prices); i++)
    {
      g_autofree char *path = g_strconcat ("/text/money/", prices[i].path, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_price);
    }
  g_test_add_func ("/text/number", test_number);
  g_test_add_func ("/text/upper", test_upper);

  return g_test_run ();
}
