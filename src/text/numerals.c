/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ICU knows that 831 views and 119.00 dollars look different in Hindi and in German, and
 * that a Turkish i has a dotted capital.
 */

#include "config.h"

#include "numerals.h"

#include "icu.h"
#include "read.h"

#include <locale.h>
#include <string.h>

#define MAX_AMOUNT 32
#define MAX_SHOWN  128
/* ICU counts in 32 bits */
#define MAX_UPPER (100 * 1000 * 1000)

/* As in "de" or "de_DE": nothing to make canonical */
static gboolean
is_plain_locale (const char *name)
{
  gsize n = strspn (name, "abcdefghijklmnopqrstuvwxyz");

  if (n < 2 || n > 3)
    return FALSE;
  return name[n] == '\0' ||
         (name[n] == '_' && g_ascii_isupper (name[n + 1]) && g_ascii_isupper (name[n + 2]) && name[n + 3] == '\0');
}

/* ICU's name of a locale; the C locale speaks the language of the source */
static void
get_locale (const char *locale,
            char        name[ULOC_FULLNAME_CAPACITY])
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *base = NULL;

  if (locale == NULL)
    locale = setlocale (LC_MESSAGES, NULL);
  base = g_strndup (locale != NULL ? locale : "C", locale != NULL ? strcspn (locale, ".@") : 1);
  if (base[0] == '\0' || strcmp (base, "C") == 0 || strcmp (base, "POSIX") == 0)
    g_strlcpy (name, "en", ULOC_FULLNAME_CAPACITY);
  else if (is_plain_locale (base))
    g_strlcpy (name, base, ULOC_FULLNAME_CAPACITY);
  else
    offprint_icu_common ()->uloc_canonicalize (base, name, ULOC_FULLNAME_CAPACITY, &status);
  if (U_FAILURE (status) || status == U_STRING_NOT_TERMINATED_WARNING)
    g_strlcpy (name, "en", ULOC_FULLNAME_CAPACITY);
}

static char *
to_utf8 (const UChar *text,
         int32_t      length)
{
  char *utf8 = g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL);

  return utf8 != NULL ? utf8 : g_strdup ("");
}

/* ICU's data are large, and a window that shows a year and a count has no need of them:
 * where nothing but the plain digits and capitals can come out, they are not asked for. */

static gboolean
is_language (const char        *locale,
             const char *const *languages)
{
  g_autofree char *language = g_strndup (locale, strcspn (locale, "_-@"));

  return g_strv_contains (languages, language);
}

static gboolean
has_plain_digits (const char *locale)
{
  static const char *const plain[] = { "de", "en", "es", "fr", "it", "nl", "pl", "pt", "sv", NULL };

  return is_language (locale, plain) && strchr (locale, '@') == NULL;
}

static gboolean
has_plain_capitals (const char *locale)
{
  static const char *const others[] = { "az", "el", "hy", "lt", "tr", NULL };

  return !is_language (locale, others);
}

/* ASCII, or the dot and the blank that stand between facts */
static gboolean
is_simple (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_ascii_isprint (*p) && g_utf8_get_char (p) != 0xb7 && g_utf8_get_char (p) != 0xa0)
      return FALSE;
  return TRUE;
}

/**
 * offprint_number_format:
 * @number: a number
 * @locale: (nullable): a locale as in `de_DE` or `de-DE`, or `NULL` for that of messages
 *
 * Writes a whole number with the digits and separators of a language.
 *
 * Returns: (transfer full): the number
 */
char *
offprint_number_format (gint64      number,
                        const char *locale)
{
  char name[ULOC_FULLNAME_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format = NULL;
  UChar shown[MAX_SHOWN];
  int32_t length = 0;

  get_locale (locale, name);
  if (number >= 0 && number < 1000 && has_plain_digits (name))
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);
  format = offprint_icu_i18n ()->unum_open (UNUM_DECIMAL, NULL, 0, name, NULL, &status);
  length = offprint_icu_i18n ()->unum_formatInt64 (format, number, shown, MAX_SHOWN, NULL, &status);
  offprint_icu_i18n ()->unum_close (format);
  if (U_FAILURE (status) || length > MAX_SHOWN)
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return to_utf8 (shown, length);
}

/* A decimal number as records hold it, short enough for any price */
static gboolean
is_amount (const char *amount)
{
  gsize whole = 0;
  gsize part = 0;

  if (strlen (amount) > MAX_AMOUNT)
    return FALSE;
  amount += *amount == '-';
  whole = strspn (amount, "0123456789");
  if (amount[whole] == '.')
    part = strspn (amount + whole + 1, "0123456789");

  return whole > 0 && (amount[whole] == '\0' || (amount[whole] == '.' && part > 0 && amount[whole + 1 + part] == '\0'));
}

static gboolean
is_currency (const char *currency)
{
  return strlen (currency) == 3 && g_ascii_isupper (currency[0]) && g_ascii_isupper (currency[1]) && g_ascii_isupper (currency[2]);
}

/* What ICU gives for a small amount of the commonest money in American English, or NULL */
static char *
format_plain_money (const char *amount,
                    const char *currency,
                    const char *name)
{
  static const struct
  {
    const char *currency;
    const char *sign;
  } moneys[] = { { "USD", "$" }, { "EUR", "€" }, { "GBP", "£" } };
  const char *point = strchr (amount, '.');

  if (!(g_str_equal (name, "en") || g_str_equal (name, "en_US")) || !g_ascii_isdigit (*amount))
    return NULL;
  if (point == NULL || point - amount > 3 || strlen (point) != 3 || (*amount == '0' && point - amount > 1))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (moneys); i++)
    {
      if (g_str_equal (moneys[i].currency, currency))
        return g_strconcat (moneys[i].sign, amount, NULL);
    }
  return NULL;
}

/**
 * offprint_money_format:
 * @amount: a decimal number with a point, as in “119.00”
 * @currency: a code of ISO 4217
 * @locale: (nullable): a locale as in `de_DE` or `de-DE`, or `NULL` for that of messages
 *
 * Writes a price as a language has it, without losing a digit to binary fractions.
 *
 * Returns: (transfer full): the price; what is no number or code is only put together
 */
char *
offprint_money_format (const char *amount,
                       const char *currency,
                       const char *locale)
{
  char name[ULOC_FULLNAME_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format = NULL;
  UChar code[4] = { 0 };
  UChar shown[MAX_SHOWN];
  char *plain = NULL;
  int32_t length = 0;

  if (!is_amount (amount) || !is_currency (currency))
    {
      g_autofree char *both = g_strconcat (amount, " ", currency, NULL);

      return offprint_text_clean_line (both, -1);
    }
  get_locale (locale, name);
  plain = format_plain_money (amount, currency, name);
  if (plain != NULL)
    return plain;
  offprint_icu_common ()->u_charsToUChars (currency, code, 3);
  format = offprint_icu_i18n ()->unum_open (UNUM_CURRENCY, NULL, 0, name, NULL, &status);
  offprint_icu_i18n ()->unum_setTextAttribute (format, UNUM_CURRENCY_CODE, code, 3, &status);
  length = offprint_icu_i18n ()->unum_formatDecimal (format, amount, strlen (amount), shown, MAX_SHOWN, NULL, &status);
  offprint_icu_i18n ()->unum_close (format);
  if (U_FAILURE (status) || length > MAX_SHOWN)
    return g_strconcat (amount, " ", currency, NULL);

  return to_utf8 (shown, length);
}

/**
 * offprint_text_to_upper:
 * @text: plain text
 * @locale: (nullable): a locale as in `tr_TR` or `tr-TR`, or `NULL` for that of messages
 *
 * Puts text in capitals by a language's rules: a Turkish i keeps its dot, a Greek word
 * loses its accents.
 *
 * Returns: (transfer full): the text
 */
char *
offprint_text_to_upper (const char *text,
                        const char *locale)
{
  char name[ULOC_FULLNAME_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  UCaseMap *map = NULL;
  g_autofree char *upper = NULL;
  gsize length = strlen (text);
  gsize capacity = 3 * length + 1;

  if (length > MAX_UPPER)
    return g_utf8_strup (text, -1);
  get_locale (locale, name);
  if (is_simple (text) && has_plain_capitals (name))
    return g_ascii_strup (text, -1);
  map = offprint_icu_common ()->ucasemap_open (name, U_FOLD_CASE_DEFAULT, &status);
  upper = g_malloc0 (capacity);
  offprint_icu_common ()->ucasemap_utf8ToUpper (map, upper, capacity, text, length, &status);
  offprint_icu_common ()->ucasemap_close (map);
  if (U_FAILURE (status))
    return g_utf8_strup (text, -1);

  return g_steal_pointer (&upper);
}
