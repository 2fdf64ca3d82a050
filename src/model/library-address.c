/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People have their library's address as a page of help prints it, or as the link to the
 * work that they opened through it last. Either way the library's part is cut out:
 *
 *   https://ezproxy.example.edu/login?url=https://www.jstor.org/stable/1   a prefix and a work
 *   https://www-jstor-org.ezproxy.example.edu/stable/1                     what EZproxy made of it
 *   https://go.openathens.net/redirector/example.edu?url=https%3A%2F%2F…
 *   https://example.edu/resolver?vid=A&url_ver=Z39.88-2004&rft.genre=…
 *
 * OCLC’s pages of help on EZproxy and those of OpenAthens on its link generator decide
 * (the shapes of each); Z39.88-2004 tells a resolver’s parameters from a work’s.
 */

#include "config.h"

#include "library-address.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model-error.h"
#include "open-url.h"

#define MAX_ADDRESS_BYTES 2048

static const char athens_host[] = "go.openathens.net";
static const char athens_path[] = "/redirector/";

G_GNUC_PRINTF (2, 3)
static char *
refuse (GError     **error,
        const char  *format,
        ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_IDENTIFIER_INVALID, format, arguments);
  va_end (arguments);
  return NULL;
}

/* --- what every such address must be --- */

static gboolean
is_host_char (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '.';
}

/* "ezproxy.example.edu/login": a host with a dot in it, perhaps a port, perhaps a path */
static gboolean
is_bare_host (const char *text)
{
  gsize n = 0;
  gsize port = 0;

  while (is_host_char (text[n]))
    n++;
  if (n == 0 || memchr (text, '.', n) == NULL)
    return FALSE;
  if (text[n] == ':')
    {
      port = strspn (text + n + 1, "0123456789");
      if (port == 0)
        return FALSE;
      n += 1 + port;
    }
  return text[n] == '\0' || text[n] == '/' || text[n] == '?';
}

static gboolean
is_printed (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isgraph (*p) || strchr ("\"<>\\^`|'", *p) != NULL)
      return FALSE;
  return TRUE;
}

static char *
replace (char *text,
         /* (transfer full) */ const char *old,
         const char *new)
{
  g_auto (GStrv) parts = g_strsplit (text, old, -1);

  g_free (text);
  return g_strjoinv (new, parts);
}

/* One of the ways in which programs say where the address goes: ours. */
static char *
unify_place (char *text) /* (transfer full) */
{
  static const char *const spellings[] = { "{targetURL}", "{target}", "{URL}", "%7Burl%7D", "%7burl%7d", "$@", "%s", "%u" };

  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    text = replace (text, spellings[i], OFFPRINT_LIBRARY_PLACE);
  return text;
}

static gboolean
is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  if (address != NULL)
    return g_inet_address_get_is_loopback (address);
  return g_ascii_strcasecmp (host, "localhost") == 0;
}

static gboolean
has_host (const char *host)
{
  return host != NULL && *host != '\0' && *host != '.' && *host != '-' && strstr (host, "..") == NULL;
}

/* Scheme and host are the same in any case; the rest is the library’s affair. */
static void
lower_host (char *text)
{
  char *host = strstr (text, "://") + strlen ("://");
  char *end = host + strcspn (host, "/?#");

  for (char *p = text; p < end; p++)
    *p = g_ascii_tolower (*p);
}

/* Once, and behind the host. */
static gboolean
is_place_well (const char *text)
{
  const char *host = strstr (text, "://") + strlen ("://");
  const char *place = strstr (text, OFFPRINT_LIBRARY_PLACE);

  return place == NULL ||
         (place > host + strcspn (host, "/?#") && strstr (place + 1, OFFPRINT_LIBRARY_PLACE) == NULL);
}

/**
 * offprint_library_address_check:
 * @pasted: what somebody typed or pasted
 * @error: return location for an error of the domain `OFFPRINT_MODEL_ERROR`
 *
 * Lets through what may be the address of a library: https, or http to this machine, a
 * host, no user's name or password, no more than 2048 bytes. A host alone gets its https.
 *
 * Returns: (transfer full): the address, or `NULL` with @error set
 */
char *
offprint_library_address_check (const char  *pasted,
                                GError     **error)
{
  g_autofree char *text = NULL;
  g_autofree char *sample = NULL;
  g_autoptr (GUri) uri = NULL;
  const char *scheme;

  g_return_val_if_fail (pasted != NULL, NULL);

  if (strlen (pasted) > MAX_ADDRESS_BYTES || !g_utf8_validate (pasted, -1, NULL))
    return refuse (error, _("This address is too long, or not text"));
  text = unify_place (g_strstrip (g_strdup (pasted)));
  if (*text == '\0')
    return refuse (error, _("There is no address yet"));
  if (!is_printed (text))
    return refuse (error, _("An address has no blanks, quotation marks or letters beyond English ones"));
  if (is_bare_host (text))
    {
      char *whole = g_strconcat ("https://", text, NULL);

      g_free (text);
      text = whole;
    }

  sample = replace (g_strdup (text), OFFPRINT_LIBRARY_PLACE, "place");
  uri = g_uri_parse (sample, G_URI_FLAGS_ENCODED, NULL);
  scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;
  if (uri == NULL || strstr (text, "://") == NULL || !has_host (g_uri_get_host (uri)))
    return refuse (error, _("This is not a web address; it begins with “https://”"));
  if (g_uri_get_userinfo (uri) != NULL)
    return refuse (error, _("An address with a user’s name or password in it is not kept"));
  if (!is_place_well (text))
    return refuse (error, _("“{url}” stands once, and not in the host’s name"));
  if (!g_str_equal (scheme, "https") && !(g_str_equal (scheme, "http") && is_loopback (g_uri_get_host (uri))))
    return refuse (error, _("The address must begin with “https://”, so that nobody on the way reads along"));
  lower_host (text);
  return g_steal_pointer (&text);
}

/* --- its parts --- */

typedef struct
{
  const char *host;
  gsize host_length; /* without a port */
  const char *path;  /* from the slash on, if there is one */
  gsize path_length;
  const char *query; /* after the question mark; NULL if there is none */
} Parts;

static Parts
take_apart (const char *address)
{
  Parts parts = { 0 };

  parts.host = strstr (address, "://") + strlen ("://");
  parts.host_length = strcspn (parts.host, *parts.host == '[' ? "/?#" : ":/?#");
  parts.path = parts.host + strcspn (parts.host, "/?#");
  parts.path_length = strcspn (parts.path, "?#");
  if (parts.path[parts.path_length] == '?')
    parts.query = parts.path + parts.path_length + 1;
  return parts;
}

static gboolean
is_host (const Parts *parts,
         const char  *host)
{
  return parts->host_length == strlen (host) && g_ascii_strncasecmp (parts->host, host, parts->host_length) == 0;
}

static gboolean
path_is (const Parts *parts,
         const char  *path)
{
  return parts->path_length == strlen (path) && strncmp (parts->path, path, parts->path_length) == 0;
}

static gboolean
path_ends (const Parts *parts,
           const char  *end)
{
  gsize length = strlen (end);

  return parts->path_length >= length && strncmp (parts->path + parts->path_length - length, end, length) == 0;
}

static gboolean
has_word (const char *text,
          gsize       length,
          const char *word)
{
  g_autofree char *part = g_ascii_strdown (text, (gssize) length);

  return strstr (part, word) != NULL;
}

static const char *
next_parameter (const char *parameter)
{
  const char *end = strchr (parameter, '&');

  return end != NULL ? end + 1 : NULL;
}

/* The value of "url", "qurl", "targetURL", or of a last parameter that has none yet: what
 * stands there is a work's. NULL if there is no such. */
static const char *
find_target (const Parts *parts)
{
  for (const char *key = parts->query; key != NULL; key = next_parameter (key))
    {
      gsize length = strcspn (key, "=&#");
      gboolean is_url = length >= 3 && g_ascii_strncasecmp (key + length - 3, "url", 3) == 0;

      if (key[length] == '=' && (is_url || key[length + 1] == '\0'))
        return key + length + 1;
    }
  return NULL;
}

/* A work's own address may have such parameters too. */
static gboolean
has_open_url (const Parts *parts)
{
  const char *target = find_target (parts);

  for (const char *key = parts->query; key != NULL && (target == NULL || key < target); key = next_parameter (key))
    if (offprint_open_url_has_key (key, strcspn (key, "=&#")))
      return TRUE;
  return FALSE;
}

/* The host that EZproxy put behind another's: "ezproxy.example.edu" of
 * "www-jstor-org.ezproxy.example.edu"; OCLC hosts them as "example.idm.oclc.org".
 * (transfer none), NULL if it is none such */
static const char *
find_proxy_host (const Parts *parts)
{
  g_autofree char *host = g_ascii_strdown (parts->host, (gssize) parts->host_length);
  g_auto (GStrv) labels = g_strsplit (host, ".", -1);
  guint n = g_strv_length (labels);
  gsize at = 0;

  if (g_str_has_suffix (host, ".idm.oclc.org"))
    return n > 4 ? parts->host + strlen (labels[0]) + 1 : NULL;
  for (guint i = 0; i + 1 < n; i++)
    {
      if (i > 0 && strstr (labels[i], "proxy") != NULL && n - i >= 3 && (i > 1 || strchr (labels[0], '-') != NULL))
        return parts->host + at;
      at += strlen (labels[i]) + 1;
    }
  return NULL;
}

static gboolean
is_proxy_host (const Parts *parts)
{
  return has_word (parts->host, parts->host_length, "proxy") || has_word (parts->host, parts->host_length, ".idm.oclc.org");
}

static gboolean
looks_like_resolver (const Parts *parts)
{
  static const char *const words[] = { "openurl", "sfx", "resolve", "linksource", "serialssolutions", "umlaut", "findit", "getit" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (has_word (parts->host, parts->host_length + parts->path_length, words[i]))
      return TRUE;
  return FALSE;
}

/**
 * offprint_library_address_recognise:
 * @address: an address that offprint_library_address_check() let through
 *
 * Tells by its shape which kind of link an address is for.
 *
 * Returns: the kind, or `OFFPRINT_LIBRARY_LINK_NONE` if it does not show one
 */
OffprintLibraryLinkKind
offprint_library_address_recognise (const char *address)
{
  Parts parts;

  g_return_val_if_fail (address != NULL, OFFPRINT_LIBRARY_LINK_NONE);

  parts = take_apart (address);
  if (is_host (&parts, athens_host) && g_str_has_prefix (parts.path, athens_path))
    return OFFPRINT_LIBRARY_LINK_OPENATHENS;
  if (strstr (address, OFFPRINT_LIBRARY_PLACE) != NULL)
    return OFFPRINT_LIBRARY_LINK_EZPROXY;
  if (has_open_url (&parts))
    return OFFPRINT_LIBRARY_LINK_OPENURL;
  if (find_target (&parts) != NULL || find_proxy_host (&parts) != NULL)
    return OFFPRINT_LIBRARY_LINK_EZPROXY;
  if (looks_like_resolver (&parts))
    return OFFPRINT_LIBRARY_LINK_OPENURL;
  if (is_proxy_host (&parts))
    return OFFPRINT_LIBRARY_LINK_EZPROXY;
  return OFFPRINT_LIBRARY_LINK_NONE;
}

/* --- what of it is the library's --- */

static char *
clean_ezproxy (const char  *address,
               GError     **error)
{
  Parts parts = take_apart (address);
  const char *target = find_target (&parts);
  const char *proxy = find_proxy_host (&parts);
  gsize origin = (gsize) (parts.path - address);

  if (strstr (address, OFFPRINT_LIBRARY_PLACE) != NULL)
    return g_strdup (address);
  if (target != NULL)
    return g_strndup (address, (gsize) (target - address));
  if (proxy != NULL)
    return g_strdup_printf ("%.*s%.*s/login?url=", (int) (parts.host - address), address, (int) (parts.path - proxy), proxy);
  if (parts.query != NULL && path_ends (&parts, "/login"))
    return g_strdup_printf ("%.*s%surl=", (int) strcspn (address, "#"), address, *parts.query != '\0' ? "&" : "");
  if (path_ends (&parts, "/login"))
    return g_strdup_printf ("%.*s?url=", (int) strcspn (address, "#"), address);
  if (parts.query == NULL && (parts.path_length == 0 || path_is (&parts, "/")))
    return g_strdup_printf ("%.*s/login?url=", (int) origin, address);
  return refuse (error, _("The address does not show where the work’s own goes: let it end in “url=”, or put “{url}” there"));
}

static char *
clean_openathens (const char  *address,
                  GError     **error)
{
  Parts parts = take_apart (address);
  const char *domain = parts.path + strlen (athens_path);
  gsize length = g_str_has_prefix (parts.path, athens_path) ? strcspn (domain, "/?#") : 0;

  if (!is_host (&parts, athens_host) || length == 0 || memchr (domain, '.', length) == NULL ||
      memchr (domain, '{', length) != NULL || memchr (domain, '%', length) != NULL)
    return refuse (error, _("An address of OpenAthens begins with “https://go.openathens.net/redirector/”, and your library’s domain follows"));
  return g_strdup_printf ("https://%s%s%.*s?url=", athens_host, athens_path, (int) length, domain);
}

/* A link of version 0.1 names the work by "id=doi:…". */
static gboolean
is_works (const char *parameter)
{
  return offprint_open_url_has_key (parameter, strcspn (parameter, "=")) ||
         g_str_has_prefix (parameter, "id=doi") || g_str_has_prefix (parameter, "id=pmid") || g_str_has_prefix (parameter, "pid=");
}

static char *
clean_openurl (const char  *address,
               GError     **error)
{
  Parts parts = take_apart (address);
  g_autofree char *query = parts.query != NULL ? g_strndup (parts.query, strcspn (parts.query, "#")) : NULL;
  g_auto (GStrv) parameters = query != NULL ? g_strsplit (query, "&", -1) : NULL;
  g_autoptr (GString) cleaned = g_string_new_len (address, parts.path + parts.path_length - address);
  char separator = '?';

  if (strstr (address, OFFPRINT_LIBRARY_PLACE) != NULL)
    return refuse (error, _("A link resolver is told of the work by itself; its address has no “{url}”"));
  for (guint i = 0; parameters != NULL && parameters[i] != NULL; i++)
    {
      if (*parameters[i] == '\0' || is_works (parameters[i]))
        continue;
      g_string_append_c (cleaned, separator);
      g_string_append (cleaned, parameters[i]);
      separator = '&';
    }
  return g_string_free (g_steal_pointer (&cleaned), FALSE);
}

/**
 * offprint_library_address_clean:
 * @address: an address that offprint_library_address_check() let through
 * @kind: which kind of link it is for
 * @error: return location for an error of the domain `OFFPRINT_MODEL_ERROR`
 *
 * Cuts @address to what is the library's, so that a work's can follow.
 *
 * Returns: (transfer full): the address, or `NULL` with @error set
 */
char *
offprint_library_address_clean (const char               *address,
                                OffprintLibraryLinkKind   kind,
                                GError                  **error)
{
  g_return_val_if_fail (address != NULL, NULL);

  switch (kind)
    {
    case OFFPRINT_LIBRARY_LINK_EZPROXY:
      return clean_ezproxy (address, error);
    case OFFPRINT_LIBRARY_LINK_OPENATHENS:
      return clean_openathens (address, error);
    case OFFPRINT_LIBRARY_LINK_OPENURL:
      return clean_openurl (address, error);
    case OFFPRINT_LIBRARY_LINK_NONE:
      break;
    }
  return refuse (error, _("Choose which kind of address this is: it does not show it"));
}

/**
 * offprint_library_address_takes_raw:
 * @address: a cleaned address
 * @length: the bytes that stand before the work's own
 *
 * Whether the work's address follows as it is: after EZproxy's “login?url=”, which takes
 * all that comes, as OCLC's page of help has it.
 *
 * Returns: `FALSE` if it is to be encoded
 */
gboolean
offprint_library_address_takes_raw (const char *address,
                                    gsize       length)
{
  Parts parts;
  gsize end = strlen ("url=");

  g_return_val_if_fail (address != NULL, FALSE);

  parts = take_apart (address);
  return parts.query != NULL && path_ends (&parts, "/login") && length > end &&
         strncmp (address + length - end, "url=", end) == 0 && strchr ("?&", address[length - end - 1]) != NULL &&
         (address[length] == '\0' || g_str_equal (address + length, OFFPRINT_LIBRARY_PLACE));
}
