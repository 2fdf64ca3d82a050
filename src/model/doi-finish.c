/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was found in a text is seldom the DOI alone: it was percent-encoded, once or twice,
 * stands at the end of a sentence, or in an address that goes on. services.md 1.3, 1.4.
 */

#include "config.h"

#include "doi-private.h"

#include <string.h>

#define MAX_DECODING 3

/*< private >
 * Whether no DOI in a link or a text runs over a character.
 */
gboolean
offprint_doi_is_border (gunichar c)
{
  return c == 0 || c == '"' || c == '`' || c == 0x201c || c == 0x201d || c == 0x201e || c == 0xab || c == 0xbb ||
         c == 0x2039 || c == 0x203a || c == 0x2014 || c == 0x2015 || g_unichar_isspace (c);
}

/*< private >
 * Whether a parameter of an address begins: “needAccess=true”.
 */
gboolean
offprint_doi_is_parameter (const char *text)
{
  gsize length = strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.");

  return length > 0 && text[length] == '=';
}

static gboolean
needs_decoding (const char             *text,
                const OffprintDoiPlace *place)
{
  static const char *const codes[] = { "%3c", "%3e", "%28", "%29", "%2f", "%3a", "%3b" };
  g_autofree char *lower = NULL;

  if (strchr (text, '%') == NULL)
    return FALSE;
  if (place->is_url || place->is_encoded)
    return TRUE;
  lower = g_ascii_strdown (text, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (strstr (lower, codes[i]) != NULL)
      return TRUE;

  return FALSE;
}

static char *
decode (const char             *text,
        const OffprintDoiPlace *place)
{
  char *current = g_strdup (text);

  for (guint i = 0; i < MAX_DECODING && needs_decoding (current, place); i++)
    {
      char *next = g_uri_unescape_string (current, NULL);

      if (next == NULL || !g_utf8_validate (next, -1, NULL))
        {
          g_free (next);
          break;
        }
      g_free (current);
      current = next;
    }

  return current;
}

/* What decoding laid open: the end of an address that was a parameter of another */
static void
cut_decoded (char                   *text,
             const OffprintDoiPlace *place)
{
  for (char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      /* “__;” ends an address that a mail guard wrapped */
      if (offprint_doi_is_border (c) || g_unichar_iscntrl (c) || (c == '?' && offprint_doi_is_parameter (at + 1)) ||
          (place->is_url && g_str_has_prefix (at, "__;")) ||
          (place->is_encoded && (c == '#' || (c == '&' && offprint_doi_is_parameter (at + 1)))))
        {
          *at = '\0';
          return;
        }
    }
}

static gboolean
is_balanced (const char *text,
             char        closer)
{
  char opener = closer == ')' ? '(' : closer == ']' ? '['
                                    : closer == '}' ? '{'
                                                    : '<';
  int depth = 0;

  for (const char *at = text; *at != '\0'; at++)
    depth += *at == opener ? 1 : *at == closer ? -1
                                               : 0;

  return depth >= 0;
}

static void
trim_end (char *text)
{
  gsize length = strlen (text);

  while (length > 0)
    {
      char *last = g_utf8_prev_char (text + length);
      gunichar c = g_utf8_get_char (last);
      gboolean is_stuck = (c < 0x80 && strchr (".,;:!?'*/\\|([{<~^", (int) c) != NULL) ||
                          c == 0x2019 || c == 0x2018 || c == 0x2026 || c == 0xb7;

      if (!is_stuck && c < 0x80 && strchr (")]}>", (int) c) != NULL)
        is_stuck = !is_balanced (text, (char) c);
      if (!is_stuck)
        return;
      *last = '\0';
      length = (gsize) (last - text);
    }
}

/* What publishers' addresses add behind the DOI: another form of the same work */
static const char *const tails[] = {
  "/abstract",
  "/citation",
  "/citations",
  "/citedby",
  "/download",
  "/epdf",
  "/epub",
  "/full",
  "/full/html",
  "/fulltext",
  "/full-text",
  "/html",
  "/meta",
  "/metrics",
  "/pdf",
  "/pdfft",
  "/pdfplus",
  "/ppt",
  "/preview",
  "/read",
  "/reader",
  "/references",
  "/related",
  "/summary",
  "/suppl",
  "/supplementary",
  "/tables",
  "/viewer",
  "/xml",
  "+html",
  ".abstract",
  ".bib",
  ".epub",
  ".full",
  ".full-text",
  ".full.pdf",
  ".fulltext",
  ".html",
  ".json",
  ".pdf",
  ".png",
  ".ris",
  ".short",
  ".svg",
  ".xml",
};

/* … and folders of it, of which nothing that follows is the DOI's */
static const char *const folders[] = { "/suppl_file/", "/figures/", "/figure/", "/tables/", "/transform", "/asset/", "/assets/" };

/* “…/article/doi/10.1093/jxb/erz123/5481234/Title”: a platform of several publishers counts
 * its articles behind the DOI */
static void
cut_number (char *text)
{
  for (char *at = strchr (text, '/'); at != NULL; at = strchr (at + 1, '/'))
    {
      gsize digits = strspn (at + 1, "0123456789");

      if (digits >= 5 && (at[1 + digits] == '\0' || at[1 + digits] == '/'))
        {
          *at = '\0';
          return;
        }
    }
}

static gboolean
cut_tail (char *text)
{
  gsize length = strlen (text);
  gsize digits = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      gsize tail = strlen (tails[i]);

      if (length > tail && g_ascii_strcasecmp (text + length - tail, tails[i]) == 0)
        {
          text[length - tail] = '\0';
          return TRUE;
        }
    }
  /* preprint servers: “…123456v2” is a version of “…123456” */
  while (digits < length && g_ascii_isdigit (text[length - digits - 1]))
    digits++;
  if (digits > 0 && digits < 3 && length > digits + 1 && text[length - digits - 1] == 'v' &&
      g_ascii_isdigit (text[length - digits - 2]))
    {
      text[length - digits - 1] = '\0';
      return TRUE;
    }

  return FALSE;
}

static void
cut_tails (char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      char *part = strstr (text, folders[i]);

      if (part != NULL)
        *part = '\0';
    }
  while (cut_tail (text))
    trim_end (text);
}

/*< private >
 * Makes the DOI of what was found behind a registrant: decoded as often as it was encoded,
 * without what a sentence or a publisher's address hung on.
 */
char *
offprint_doi_finish (const char             *registrant,
                     gsize                   length,
                     const char             *raw,
                     const OffprintDoiPlace *place)
{
  g_autofree char *decoded = decode (raw, place);
  g_autofree char *suffix = offprint_paste_decode_entities (decoded);
  g_autofree char *whole = NULL;

  cut_decoded (suffix, place);
  trim_end (suffix);
  if (place->is_numbered)
    cut_number (suffix);
  if (place->is_url && !place->is_direct)
    cut_tails (suffix);
  if (*suffix == '\0')
    return NULL;
  whole = g_strdup_printf ("%.*s/%s", (int) length, registrant, suffix);

  return g_ascii_strdown (whole, -1);
}

/*< private >
 * Encodes a DOI for an address: DOI Handbook, “Encoding rules for URLs”. The slashes stay,
 * but one of “/./” and “/../”, which a client would take for folders.
 */
char *
offprint_doi_escape (const char *value)
{
  g_autofree char *escaped = g_uri_escape_string (value, "/:;()_-.~,", FALSE);
  g_autoptr (GString) out = g_string_new (escaped);

  g_string_replace (out, "/./", "/.%2F", 0);
  g_string_replace (out, "/../", "/..%2F", 0);

  return g_string_free (g_steal_pointer (&out), FALSE);
}
