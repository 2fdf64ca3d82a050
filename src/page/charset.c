/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages of thirty years come in some forty encodings and do not always say in which. What
 * decides is what browsers go by (HTML Standard, “Determining the character encoding”;
 * Encoding Standard, “Names and labels”): the mark at the beginning, the server, the page’s
 * own meta tag. Only then do the bytes themselves.
 */

#include "config.h"

#include "charset.h"

#include <string.h>

#include "icu.h"

#define PRESCAN_BYTES 1024
#define SAMPLE_BYTES  512

/* HTML Standard, “Changing the encoding while parsing”: a tag that stands later counts too */
#define LATE_BYTES 65536

/* The Encoding Standard’s encodings by ICU’s names, with all their labels */
static const struct
{
  const char *icu;
  const char *labels;
} encodings[] = {
  { "UTF-8", "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8" },
  { "UTF-16LE", "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le" },
  { "UTF-16BE", "unicodefffe utf-16be" },
  { "ibm-5348_P100-1997", "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 "
                          "iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252 x-user-defined" },
  { "ibm-866", "866 cp866 csibm866 ibm866" },
  { "ISO-8859-2", "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2" },
  { "ISO-8859-3", "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3" },
  { "ISO-8859-4", "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4" },
  { "ISO-8859-5", "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988" },
  { "ISO-8859-6", "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i iso-ir-127 "
                  "iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987" },
  { "ISO-8859-7", "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 "
                  "sun_eu_greek" },
  { "ISO-8859-8", "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 "
                  "visual csiso88598i iso-8859-8-i logical" },
  { "iso-8859_10-1998", "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6" },
  { "ISO-8859-13", "iso-8859-13 iso8859-13 iso885913" },
  { "iso-8859_14-1998", "iso-8859-14 iso8859-14 iso885914" },
  { "ISO-8859-15", "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9" },
  { "ISO-8859-16", "iso-8859-16" },
  { "KOI8-R", "cskoi8r koi koi8 koi8-r koi8_r" },
  { "KOI8-U", "koi8-ru koi8-u" },
  { "macintosh", "csmacintosh mac macintosh x-mac-roman" },
  { "windows-874", "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874" },
  { "windows-1250", "cp1250 windows-1250 x-cp1250" },
  { "windows-1251", "cp1251 windows-1251 x-cp1251" },
  { "windows-1253", "cp1253 windows-1253 x-cp1253" },
  { "windows-1254", "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254" },
  { "windows-1255", "cp1255 windows-1255 x-cp1255" },
  { "windows-1256", "cp1256 windows-1256 x-cp1256" },
  { "windows-1257", "cp1257 windows-1257 x-cp1257" },
  { "windows-1258", "cp1258 windows-1258 x-cp1258" },
  { "x-mac-cyrillic", "x-mac-cyrillic x-mac-ukrainian" },
  { "gb18030", "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk gb18030" },
  { "Big5-HKSCS", "big5 big5-hkscs cn-big5 csbig5 x-x-big5" },
  { "EUC-JP", "cseucpkdfmtjapanese euc-jp x-euc-jp" },
  { "ISO-2022-JP", "csiso2022jp iso-2022-jp" },
  { "windows-31j", "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis" },
  { "windows-949", "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949" },
};

#define UTF_8        "UTF-8"
#define WINDOWS_1252 "ibm-5348_P100-1997"

/**
 * offprint_charset_find:
 * @label: what a page or a server calls an encoding
 *
 * Looks a label up as browsers do: Encoding Standard, “Names and labels”.
 *
 * Returns: (transfer none) (nullable): ICU’s name of the encoding
 */
const char *
offprint_charset_find (const char *label)
{
  g_autofree char *lower = g_ascii_strdown (label, -1);
  const char *word = g_strstrip (lower);

  for (gsize i = 0; i < G_N_ELEMENTS (encodings) && *word != '\0'; i++)
    {
      g_auto (GStrv) labels = g_strsplit (encodings[i].labels, " ", -1);

      if (g_strv_contains ((const char *const *) labels, word))
        return encodings[i].icu;
    }
  return NULL;
}

static const char *
skip_spaces (const char *p,
             const char *end)
{
  while (p < end && g_ascii_isspace (*p))
    p++;
  return p;
}

/* HTML Standard, “Extracting a character encoding from a meta element”: text/html; charset="x" */
static const char *
find_in_value (const char *value,
               gsize       length)
{
  const char *end = value + length;

  for (const char *p = value; p + 7 < end; p++)
    {
      const char *start = NULL;
      char quote = '\0';
      g_autofree char *label = NULL;

      if (g_ascii_strncasecmp (p, "charset", 7) != 0)
        continue;
      start = skip_spaces (p + 7, end);
      if (start >= end || *start != '=')
        continue;
      start = skip_spaces (start + 1, end);
      if (start < end && (*start == '"' || *start == '\''))
        quote = *start++;
      for (p = start; p < end && (quote != '\0' ? *p != quote : !(g_ascii_isspace (*p) || strchr (";\"'>/", *p) != NULL)); p++)
        ;
      label = g_strndup (start, (gsize) (p - start));
      return offprint_charset_find (label);
    }
  return NULL;
}

/* HTML Standard, “Prescan a byte stream to determine its encoding”: meta tags outside of
 * comments. A tag that is in ASCII cannot be in UTF-16. */
static const char *
prescan (const char *data,
         gsize       length,
         gsize       n_bytes)
{
  const char *end = data + MIN (length, n_bytes);

  for (const char *p = data; p < end && (p = memchr (p, '<', (gsize) (end - p))) != NULL; p++)
    {
      const char *close = NULL;
      const char *found = NULL;

      if (end - p >= 4 && strncmp (p, "<!--", 4) == 0)
        {
          close = g_strstr_len (p + 2, end - p - 2, "-->");
          if (close == NULL)
            return NULL;
          p = close;
          continue;
        }
      if (end - p < 6 || g_ascii_strncasecmp (p, "<meta", 5) != 0 || !(g_ascii_isspace (p[5]) || p[5] == '/'))
        continue;
      close = memchr (p, '>', (gsize) (end - p));
      if (close == NULL)
        return NULL;
      found = find_in_value (p, (gsize) (close - p + 1));
      if (found != NULL)
        return g_str_has_prefix (found, "UTF-16") ? UTF_8 : found;
    }
  return NULL;
}

static const char *
find_mark (const char *data,
           gsize       length)
{
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    return UTF_8;
  if (length >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    return "UTF-16LE";
  if (length >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    return "UTF-16BE";
  return NULL;
}

/* Mark-up in UTF-16 has a zero in nearly every other byte */
static const char *
find_by_zeros (const char *data,
               gsize       length)
{
  gsize n = MIN (length, SAMPLE_BYTES) / 2;
  gsize n_zeros[2] = { 0, 0 };

  for (gsize i = 0; i < 2 * n; i++)
    n_zeros[i % 2] += data[i] == '\0';
  if (n < 4)
    return NULL;
  if (n_zeros[1] * 10 > n * 6 && n_zeros[0] * 10 < n)
    return "UTF-16LE";
  if (n_zeros[0] * 10 > n * 6 && n_zeros[1] * 10 < n)
    return "UTF-16BE";
  return NULL;
}

static gboolean
is_ascii (const char *data,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) data[i] >= 0x80)
      return FALSE;
  return TRUE;
}

/* Text in UTF-8 that was called Latin-1 by a template is a commoner thing than text in
 * Latin-1 that happens to be UTF-8, which there is none of */
static const char *
settle (const char *found,
        const char *data,
        gsize       length)
{
  if (found != NULL && !g_str_equal (found, WINDOWS_1252))
    return found;
  if (is_ascii (data, length) || g_utf8_validate_len (data, length, NULL))
    return UTF_8;
  return WINDOWS_1252;
}

static const char *
determine (const char *data,
           gsize       length,
           const char *content_type)
{
  const char *found = find_mark (data, length);

  if (found != NULL)
    return found;
  if (content_type != NULL)
    found = find_in_value (content_type, strlen (content_type));
  if (found == NULL)
    found = find_by_zeros (data, length);
  if (found == NULL)
    found = prescan (data, length, PRESCAN_BYTES);
  if (found == NULL && length > PRESCAN_BYTES && !g_utf8_validate_len (data, length, NULL))
    found = prescan (data, length, LATE_BYTES);
  return settle (found, data, length);
}

static GBytes *
convert (const char *data,
         gsize       length,
         const char *encoding)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = offprint_icu_common ()->ucnv_open (encoding, &status);
  int32_t capacity = 0;
  char *out = NULL;

  if (U_FAILURE (status))
    return NULL;
  capacity = offprint_icu_common ()->ucnv_toAlgorithmic (UCNV_UTF8, converter, NULL, 0, data, (int32_t) length, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS (status))
    {
      status = U_ZERO_ERROR;
      out = g_malloc ((gsize) capacity + 1);
      offprint_icu_common ()->ucnv_toAlgorithmic (UCNV_UTF8, converter, out, capacity + 1, data, (int32_t) length, &status);
    }
  offprint_icu_common ()->ucnv_close (converter);
  if (U_SUCCESS (status) && out != NULL)
    return g_bytes_new_take (out, (gsize) capacity);
  g_free (out);
  return NULL;
}

/**
 * offprint_charset_decode:
 * @bytes: a page, at most 2 GB
 * @content_type: (nullable): what the server said of it
 *
 * Brings a page into UTF-8. Bytes that are wrong in their own encoding become U+FFFD, here
 * or where the text is cleaned.
 *
 * Returns: (transfer full): the page, without a mark at its beginning; @bytes themselves if
 *   nothing is to be done
 */
GBytes *
offprint_charset_decode (GBytes     *bytes,
                         const char *content_type)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *encoding = NULL;
  GBytes *converted = NULL;

  if (data == NULL || length > G_MAXINT32 / 2)
    return g_bytes_ref (bytes);
  encoding = determine (data, length, content_type);
  if (g_str_equal (encoding, UTF_8))
    return length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? g_bytes_new_from_bytes (bytes, 3, length - 3) : g_bytes_ref (bytes);
  if (g_str_has_prefix (encoding, "UTF-16") && find_mark (data, length) != NULL)
    {
      data += 2;
      length -= 2;
    }
  converted = convert (data, length, encoding);
  return converted != NULL ? converted : g_bytes_ref (bytes);
}
