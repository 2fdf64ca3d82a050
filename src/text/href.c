/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The addresses that a click may open. A record may say `javascript:` or `file:`; none
 * of that becomes a link.
 */

#include "config.h"

#include "href.h"

#include "read.h"

#include <string.h>

#define MAX_LENGTH 8192

static gboolean
is_host (const char *host)
{
  gsize length = strcspn (host, "/?#");

  return length > 0 && host[0] != ':' && host[0] != '.' && memchr (host, '@', length) == NULL;
}

/**
 * offprint_href_clean:
 * @address: (nullable): an address from outside
 *
 * Makes an address safe: http, https or mailto, with a host, without a user's name in
 * front of it, what RFC 3986 allows nowhere percent-encoded.
 *
 * Returns: (transfer full) (nullable): the address, or `NULL` if it leads nowhere
 */
char *
offprint_href_clean (const char *address)
{
  g_autofree char *line = offprint_text_clean_line (address, -1);
  g_autoptr (GString) href = NULL;
  gboolean is_web = g_ascii_strncasecmp (line, "http://", 7) == 0 || g_ascii_strncasecmp (line, "https://", 8) == 0;
  gboolean is_mail = g_ascii_strncasecmp (line, "mailto:", 7) == 0 && strchr (line, '@') != NULL;

  if (strlen (line) > MAX_LENGTH || (!is_web && !is_mail) || (is_web && !is_host (strchr (line, '/') + 2)))
    return NULL;
  href = g_string_new (NULL);
  for (const char *p = line; *p != '\0'; p++)
    {
      if ((guchar) *p <= ' ' || strchr ("\"<>\\^`{|}", *p) != NULL)
        g_string_append_printf (href, "%%%02X", (guchar) *p);
      else
        g_string_append_c (href, *p);
    }
  return g_string_free_and_steal (g_steal_pointer (&href));
}

/**
 * offprint_href_from_doi:
 * @doi: a DOI without a prefix
 *
 * Returns: (transfer full) (nullable): the address that resolves it
 */
char *
offprint_href_from_doi (const char *doi)
{
  g_autofree char *escaped = g_uri_escape_string (doi, "/:;()[]@!$&'*+,=", TRUE);
  g_autofree char *address = g_strconcat ("https://doi.org/", escaped, NULL);

  return offprint_href_clean (address);
}
