/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which addresses we ask at all. A redirect is written by somebody else, and may lead to
 * plain HTTP or into the reader’s own house.
 */

#include "config.h"

#include "http-address.h"

#include <string.h>

/**
 * offprint_http_is_loopback:
 * @host: a name or a number
 *
 * Whether a host is this machine.
 *
 * Returns: `TRUE` if so
 */
gboolean
offprint_http_is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = NULL;

  if (g_ascii_strcasecmp (host, "localhost") == 0)
    return TRUE;
  address = g_inet_address_new_from_string (host);
  return address != NULL && g_inet_address_get_is_loopback (address);
}

/* RFC 4193 and RFC 6598, which GLib does not know; RFC 4291, 2.5.5.2: IPv4 in IPv6 */
static gboolean
is_other_private (GInetAddress *address)
{
  const guint8 *bytes = g_inet_address_to_bytes (address);
  static const guint8 mapped[12] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff };
  g_autoptr (GInetAddress) inner = NULL;

  if (g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV4)
    return bytes[0] == 0 || (bytes[0] == 100 && (bytes[1] & 0xc0) == 64);
  if (memcmp (bytes, mapped, sizeof mapped) != 0)
    return (bytes[0] & 0xfe) == 0xfc;
  inner = g_inet_address_new_from_bytes (bytes + sizeof mapped, G_SOCKET_FAMILY_IPV4);
  return !offprint_http_is_public (inner);
}

/**
 * offprint_http_is_public:
 * @address: an address of the Internet Protocol
 *
 * Whether an address is of the open network: none of this machine, this house or this wire.
 *
 * Returns: `TRUE` if so
 */
gboolean
offprint_http_is_public (GInetAddress *address)
{
  return !g_inet_address_get_is_loopback (address) && !g_inet_address_get_is_site_local (address) &&
         !g_inet_address_get_is_link_local (address) && !g_inet_address_get_is_any (address) &&
         !g_inet_address_get_is_multicast (address) && !is_other_private (address);
}

/**
 * offprint_http_is_local:
 * @url: an address
 *
 * Whether an address is on this machine: a test’s, or a mirror’s.
 *
 * Returns: `TRUE` if so
 */
gboolean
offprint_http_is_local (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_ENCODED, NULL);

  return uri != NULL && g_uri_get_host (uri) != NULL && offprint_http_is_loopback (g_uri_get_host (uri));
}

/**
 * offprint_http_dup_over_tls:
 * @url: an address
 *
 * What plain HTTP on its usual port is over HTTPS, as browsers try it first; on this
 * machine there is no wire that somebody could listen on.
 *
 * Returns: (transfer full): the same address, or that
 */
char *
offprint_http_dup_over_tls (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  g_autoptr (GUri) safe = NULL;

  if (uri == NULL || !g_str_equal (g_uri_get_scheme (uri), "http") || g_uri_get_host (uri) == NULL ||
      offprint_http_is_loopback (g_uri_get_host (uri)) || (g_uri_get_port (uri) != -1 && g_uri_get_port (uri) != 80))
    return g_strdup (url);
  safe = g_uri_build_with_user (G_URI_FLAGS_ENCODED, "https", g_uri_get_user (uri), g_uri_get_password (uri),
                                g_uri_get_auth_params (uri), g_uri_get_host (uri), -1, g_uri_get_path (uri),
                                g_uri_get_query (uri), g_uri_get_fragment (uri));
  return g_uri_to_string (safe);
}

/* Where a redirect may not lead, however safely: into the reader’s own house. A mirror
 * there may send us on inside itself. */
static gboolean
is_into_the_house (GUri       *uri,
                   const char *from)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (g_uri_get_host (uri));
  g_autoptr (GUri) from_uri = g_uri_parse (from, G_URI_FLAGS_ENCODED, NULL);

  if (from_uri == NULL || g_uri_get_host (from_uri) == NULL)
    return TRUE;
  if (offprint_http_is_loopback (g_uri_get_host (uri)))
    return !offprint_http_is_loopback (g_uri_get_host (from_uri));
  return address != NULL && !offprint_http_is_public (address) && !g_str_equal (g_uri_get_host (uri), g_uri_get_host (from_uri));
}

/**
 * offprint_http_is_allowed:
 * @url: an absolute address
 * @from: (nullable): the address that redirected us to it
 *
 * Whether an address may be asked: HTTPS anywhere, plain HTTP on the loopback only,
 * and nobody from outside sends us to the loopback or to an address that has no meaning
 * outside of a house. No names or passwords in it.
 *
 * Returns: `TRUE` if it may
 */
gboolean
offprint_http_is_allowed (const char *url,
                          const char *from)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  gboolean is_local = FALSE;

  if (uri == NULL || g_uri_get_host (uri) == NULL || g_uri_get_host (uri)[0] == '\0' ||
      g_uri_get_userinfo (uri) != NULL)
    return FALSE;

  if (from != NULL && is_into_the_house (uri, from))
    return FALSE;
  is_local = offprint_http_is_loopback (g_uri_get_host (uri));
  if (g_str_equal (g_uri_get_scheme (uri), "https"))
    return TRUE;
  return is_local && g_str_equal (g_uri_get_scheme (uri), "http");
}

/**
 * offprint_http_dup_host:
 * @url: an absolute address
 *
 * The host that limits are kept for and that the ledger shows.
 *
 * Returns: (transfer full) (nullable): its name in lower case, with the port if that is
 *   not the usual one; `NULL` if @url has none
 */
char *
offprint_http_dup_host (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  g_autofree char *host = NULL;

  if (uri == NULL || g_uri_get_host (uri) == NULL || g_uri_get_host (uri)[0] == '\0')
    return NULL;

  if (strchr (g_uri_get_host (uri), ':') != NULL)
    host = g_strdup_printf ("[%s]", g_uri_get_host (uri));
  else
    host = g_ascii_strdown (g_uri_get_host (uri), -1);
  if (g_uri_get_port (uri) <= 0 || g_uri_get_port (uri) == (g_str_equal (g_uri_get_scheme (uri), "http") ? 80 : 443))
    return g_steal_pointer (&host);
  return g_strdup_printf ("%s:%d", host, g_uri_get_port (uri));
}
