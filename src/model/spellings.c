/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * `http://dx.doi.org/…`, `http://orcid.org/…`, `https://ror.org/…`, licences with
 * and without a slash at the end: records/FACTS.md counts them. What is none of
 * them gives NULL, and the caller leaves it out.
 */

#include "config.h"

#include "spellings.h"

#include <string.h>

#include "identifier.h"

static char *
spell (OffprintIdentifierKind  kind,
       const char             *text)
{
  g_autoptr (OffprintIdentifier) identifier = NULL;

  if (text == NULL)
    return NULL;
  identifier = offprint_identifier_parse (text, -1, NULL);
  if (identifier == NULL || offprint_identifier_get_kind (identifier) != kind)
    return NULL;
  return g_strdup (offprint_identifier_get_value (identifier));
}

/**
 * offprint_spell_doi:
 * @text: (nullable): a DOI in any spelling
 *
 * Returns: (transfer full) (nullable): the bare name, ASCII letters in lower case; `NULL` if it is none
 */
char *
offprint_spell_doi (const char *text)
{
  return spell (OFFPRINT_IDENTIFIER_DOI, text);
}

/**
 * offprint_spell_orcid:
 * @text: (nullable): an ORCID, bare or as a link
 *
 * Returns: (transfer full) (nullable): the four groups; `NULL` if the check digit is wrong
 */
char *
offprint_spell_orcid (const char *text)
{
  return spell (OFFPRINT_IDENTIFIER_ORCID, text);
}

/**
 * offprint_spell_issn:
 * @text: (nullable): an ISSN
 *
 * Returns: (transfer full) (nullable): with its hyphen; as it came if the check digit
 *   is wrong, for that is how catalogues know it; `NULL` if it is none
 */
char *
offprint_spell_issn (const char *text)
{
  g_autofree char *issn = spell (OFFPRINT_IDENTIFIER_ISSN, text);

  if (issn == NULL && text != NULL && g_regex_match_simple ("^[0-9]{4}-?[0-9]{3}[0-9Xx]$", text, 0, 0))
    {
      const char *tail = text + (text[4] == '-' ? 5 : 4);

      issn = g_strdup_printf ("%.4s-%.3s%c", text, tail, g_ascii_toupper (tail[3]));
    }
  return g_steal_pointer (&issn);
}

/**
 * offprint_spell_ror:
 * @text: (nullable): the identifier of an organisation
 *
 * Returns: (transfer full) (nullable): the link `https://ror.org/…`; `NULL` if it is none
 */
char *
offprint_spell_ror (const char *text)
{
  const char *id = NULL;

  if (text == NULL || !g_regex_match_simple ("^(https?://)?(www\\.)?(ror\\.org/)?0[a-z0-9]{8}/?$", text, G_REGEX_CASELESS, 0))
    return NULL;
  id = strrchr (text, '/');
  if (id != NULL && id[1] == '\0')
    {
      g_autofree char *cut = g_strndup (text, id - text);

      return offprint_spell_ror (cut);
    }
  {
    g_autofree char *lower = g_ascii_strdown (id != NULL ? id + 1 : text, -1);

    return g_strconcat ("https://ror.org/", lower, NULL);
  }
}

/**
 * offprint_spell_language:
 * @text: (nullable): a language as a registry gives it
 *
 * Returns: (transfer full) (nullable): a tag in the shape of BCP 47, or `NULL` if
 *   it has not that shape
 */
char *
offprint_spell_language (const char *text)
{
  g_autofree char *tag = NULL;

  if (text == NULL)
    return NULL;
  tag = g_strdelimit (g_strdup (text), "_", '-');
  g_strstrip (tag);
  if (!g_regex_match_simple ("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$", tag, 0, 0))
    return NULL;
  for (char *p = tag; *p != '\0' && *p != '-'; p++)
    *p = g_ascii_tolower (*p);
  return g_steal_pointer (&tag);
}

/**
 * offprint_spell_web_address:
 * @text: (nullable): an address
 *
 * Returns: (transfer full) (nullable): the address if it is one of http or https, else `NULL`
 */
char *
offprint_spell_web_address (const char *text)
{
  g_autofree char *address = NULL;

  if (text == NULL || strlen (text) > 4096)
    return NULL;
  address = g_strstrip (g_strdup (text));
  if (!g_regex_match_simple ("^https?://[^\\s<>\"]+$", address, G_REGEX_CASELESS, 0))
    return NULL;
  return g_steal_pointer (&address);
}

/**
 * offprint_spell_address:
 * @kind: (nullable): the registry's word for the kind of identifier, in any case
 * @value: an identifier that is no DOI
 *
 * Makes an address of an identifier, so that a relation has either a DOI or this.
 *
 * Returns: (transfer full): a link, a URN, or the value behind its kind
 */
char *
offprint_spell_address (const char *kind,
                        const char *value)
{
  static const char *const prefixes[][2] = {
    { "issn", "urn:ISSN:" },
    { "eissn", "urn:ISSN:" },
    { "lissn", "urn:ISSN:" },
    { "isbn", "urn:ISBN:" },
    { "pmid", "info:pmid/" },
    { "pmcid", "https://www.ncbi.nlm.nih.gov/pmc/articles/" },
    { "arxiv", "https://arxiv.org/abs/" },
    { "handle", "https://hdl.handle.net/" },
    { "urn", "" },
    { "uri", "" },
    { "url", "" },
    { "purl", "" },
    { "lsid", "" },
    { "ark", "" },
    { "other", "" },
  };
  g_autofree char *address = offprint_spell_web_address (value);
  g_autofree char *lower = NULL;

  if (address != NULL)
    return g_steal_pointer (&address);
  if (kind == NULL)
    return g_strdup (value);
  if (g_ascii_strncasecmp (value, "arxiv:", 6) == 0)
    value += 6;
  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_ascii_strcasecmp (kind, prefixes[i][0]) == 0)
      return g_strconcat (prefixes[i][1], value, NULL);
  lower = g_ascii_strdown (kind, -1);
  return g_strconcat (lower, ":", value, NULL);
}

/**
 * offprint_licence_is_open:
 * @url: a licence's address
 *
 * Tells whether a licence lets everybody read and pass on: a Creative Commons
 * licence or public domain mark. A publisher's licence for text and data mining
 * does not: records/FACTS.md.
 *
 * Returns: whether it is an open licence
 */
gboolean
offprint_licence_is_open (const char *url)
{
  return g_regex_match_simple ("^https?://(www\\.)?creativecommons\\.org/(licenses|publicdomain)/", url, G_REGEX_CASELESS, 0);
}
