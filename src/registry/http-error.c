/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Causes to sentences. What libsoup, GIO and TLS say is for the debug log; what stands
 * here is for the person who waits.
 */

#include "config.h"

#include "http-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

/* @message: (transfer full) */
static GError *
new_error (OffprintRegistryError  code,
           char                  *message)
{
  GError *error = g_error_new_literal (OFFPRINT_REGISTRY_ERROR, code, message);

  g_free (message);
  return error;
}

static char *
dup_duration (guint seconds)
{
  if (seconds < 120)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u second", "%u seconds", seconds), seconds);
  if (seconds < 2 * 60 * 60)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u minute", "%u minutes", (seconds + 59) / 60), (seconds + 59) / 60);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u hour", "%u hours", (seconds + 3599) / 3600), (seconds + 3599) / 3600);
}

static GError *
new_no_network (const char *who)
{
  return new_error (OFFPRINT_REGISTRY_ERROR_OFFLINE,
                    g_strdup_printf (_("There seems to be no network, so %s cannot be asked: check the connection"), who));
}

static GError *
new_from_io (const char *who,
             int         code)
{
  switch (code)
    {
    case G_IO_ERROR_TIMED_OUT:
      return offprint_http_error_new_timed_out (who, OFFPRINT_HTTP_PHASE_CONNECT);
    case G_IO_ERROR_CONNECTION_REFUSED:
      return new_error (OFFPRINT_REGISTRY_ERROR_UNREACHABLE,
                        /* Translators: %s is a service, such as Crossref */
                        g_strdup_printf (_("%s takes no connection: it may be down, so try again later"), who));
    case G_IO_ERROR_NETWORK_UNREACHABLE:
      return new_no_network (who);
    case G_IO_ERROR_HOST_UNREACHABLE:
      return new_error (OFFPRINT_REGISTRY_ERROR_UNREACHABLE,
                        g_strdup_printf (_("%s cannot be reached: check the network connection"), who));
    case G_IO_ERROR_INVALID_DATA:
      return new_error (OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER,
                        g_strdup_printf (_("The answer of %s cannot be unpacked: try again later"), who));
    default: /* an open set: GIO’s codes, of which these are all that deserve words of their own */
      return new_error (OFFPRINT_REGISTRY_ERROR_UNREACHABLE,
                        g_strdup_printf (_("The connection to %s broke before the answer was complete: try again"), who));
    }
}

/**
 * offprint_http_error_new_from_cause:
 * @who: the service
 * @cause: what libsoup, GIO or TLS said
 *
 * Puts a failure below HTTP into words; a cancellation stays one.
 *
 * Returns: (transfer full): an error of `OFFPRINT_REGISTRY_ERROR` or `G_IO_ERROR_CANCELLED`
 */
GError *
offprint_http_error_new_from_cause (const char   *who,
                                    const GError *cause)
{
  g_debug ("%s: %s (%s %d)", who, cause->message, g_quark_to_string (cause->domain), cause->code);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (cause);
  if (cause->domain == G_TLS_ERROR)
    return new_error (OFFPRINT_REGISTRY_ERROR_UNREACHABLE,
                      g_strdup_printf (_("%s cannot be asked safely, because its certificate is not valid here: "
                                          "check the computer’s date and network"),
                                       who));
  /* what a resolver says that has nobody to ask; a name that is not there is told apart */
  if (g_error_matches (cause, G_RESOLVER_ERROR, G_RESOLVER_ERROR_TEMPORARY_FAILURE))
    return new_no_network (who);
  if (cause->domain == G_RESOLVER_ERROR)
    return new_error (OFFPRINT_REGISTRY_ERROR_UNREACHABLE,
                      g_strdup_printf (_("The address of %s cannot be found: check the network connection"), who));
  if (cause->domain == SOUP_SESSION_ERROR)
    return new_error (OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER,
                      g_strdup_printf (_("What %s sent is no answer of a web service: try again later"), who));
  if (cause->domain == G_IO_ERROR)
    return new_from_io (who, cause->code);
  return new_from_io (who, G_IO_ERROR_FAILED);
}

/**
 * offprint_http_error_new_from_status:
 * @who: the service
 * @status: what it answered, not a success
 * @pause_s: how long it wants to be left alone, or 0
 *
 * Puts a status of HTTP into words.
 *
 * Returns: (transfer full): an error of `OFFPRINT_REGISTRY_ERROR`
 */
GError *
offprint_http_error_new_from_status (const char *who,
                                     guint       status,
                                     guint       pause_s)
{
  if (status == 404 || status == 410)
    return new_error (OFFPRINT_REGISTRY_ERROR_NOT_FOUND,
                      g_strdup_printf (_("%s does not know it: check the identifier"), who));
  if (status == 429 || (status == 503 && pause_s > 0))
    return offprint_http_error_new_paused (who, pause_s);
  if (status == 401 || status == 403 || status == 451)
    return new_error (OFFPRINT_REGISTRY_ERROR_REFUSED,
                      /* Translators: a service, then a status of HTTP such as 403 */
                      g_strdup_printf (_("%s refuses to answer (%u): open the DOI in a browser instead"), who, status));
  if (status >= 500)
    return new_error (OFFPRINT_REGISTRY_ERROR_SERVER,
                      g_strdup_printf (_("%s has a fault at the moment (%u): try again later"), who, status));
  return new_error (OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER,
                    g_strdup_printf (_("%s did not understand the question (%u): open the DOI in a browser instead"), who, status));
}

/**
 * offprint_http_error_new_timed_out:
 * @who: the service
 * @phase: what took too long
 *
 * Says that we stopped waiting.
 *
 * Returns: (transfer full): `OFFPRINT_REGISTRY_ERROR_TIMED_OUT`
 */
GError *
offprint_http_error_new_timed_out (const char        *who,
                                   OffprintHttpPhase  phase)
{
  char *message = NULL;

  switch (phase)
    {
    case OFFPRINT_HTTP_PHASE_CONNECT:
      message = g_strdup_printf (_("No connection to %s came about in time: check the network connection and try again"), who);
      break;
    case OFFPRINT_HTTP_PHASE_FIRST_BYTE:
      message = g_strdup_printf (_("%s did not answer in time: try again later"), who);
      break;
    case OFFPRINT_HTTP_PHASE_BODY:
      message = g_strdup_printf (_("The answer of %s was not complete in time: try again later"), who);
      break;
    }
  return new_error (OFFPRINT_REGISTRY_ERROR_TIMED_OUT, message);
}

/**
 * offprint_http_error_new_too_large:
 * @who: the service
 * @max_bytes: the limit
 *
 * Says that we stopped reading.
 *
 * Returns: (transfer full): `OFFPRINT_REGISTRY_ERROR_TOO_LARGE`
 */
GError *
offprint_http_error_new_too_large (const char *who,
                                   gsize       max_bytes)
{
  g_autofree char *size = g_format_size (max_bytes);

  return new_error (OFFPRINT_REGISTRY_ERROR_TOO_LARGE,
                    /* Translators: a service, then a size such as 67.1 MB */
                    g_strdup_printf (_("The answer of %s is larger than %s, so it was not read: open the DOI in a browser instead"),
                                     who, size));
}

/**
 * offprint_http_error_new_paused:
 * @who: the service
 * @pause_s: how long it wants to be left alone; 0 if it did not say
 *
 * Says that there were too many requests.
 *
 * Returns: (transfer full): `OFFPRINT_REGISTRY_ERROR_RATE_LIMITED`
 */
GError *
offprint_http_error_new_paused (const char *who,
                                guint       pause_s)
{
  g_autofree char *duration = NULL;

  if (pause_s == 0)
    return new_error (OFFPRINT_REGISTRY_ERROR_RATE_LIMITED,
                      g_strdup_printf (_("%s has had enough requests for now: try again in a few minutes"), who));

  duration = dup_duration (pause_s);
  return new_error (OFFPRINT_REGISTRY_ERROR_RATE_LIMITED,
                    /* Translators: a service, then a time such as “30 seconds” */
                    g_strdup_printf (_("%s has had enough requests for now: try again in %s"), who, duration));
}

/**
 * offprint_http_error_new_offline:
 * @who: the service that would have been asked
 *
 * Says that Work Offline is on.
 *
 * Returns: (transfer full): `OFFPRINT_REGISTRY_ERROR_OFFLINE`
 */
GError *
offprint_http_error_new_offline (const char *who)
{
  return new_error (OFFPRINT_REGISTRY_ERROR_OFFLINE,
                    g_strdup_printf (_("%s was not asked: turn Work Offline off to look this up"), who));
}

/**
 * offprint_http_error_new_redirect:
 * @who: the service
 * @url: (nullable): where it sent us, if that is not allowed; `NULL` if it goes round
 *
 * Says that following would lead nowhere.
 *
 * Returns: (transfer full): `OFFPRINT_REGISTRY_ERROR_REDIRECTS`
 */
GError *
offprint_http_error_new_redirect (const char *who,
                                  const char *url)
{
  g_autofree char *start = NULL;

  if (url == NULL)
    return new_error (OFFPRINT_REGISTRY_ERROR_REDIRECTS,
                      g_strdup_printf (_("%s sends us round in circles: open the DOI in a browser instead"), who));

  start = g_utf8_make_valid (url, MIN (strlen (url), 80));
  return new_error (OFFPRINT_REGISTRY_ERROR_REDIRECTS,
                    /* Translators: a service, then an address */
                    g_strdup_printf (_("%s sends us to “%s”, which is not safe to follow: open the DOI in a browser instead"),
                                     who, start));
}

/**
 * offprint_http_error_new_unsafe:
 * @who: the service
 * @url: where it is to be asked
 *
 * Says that a service was not asked, as its own address is neither HTTPS nor the loopback.
 *
 * Returns: (transfer full): `OFFPRINT_REGISTRY_ERROR_UNREACHABLE`
 */
GError *
offprint_http_error_new_unsafe (const char *who,
                                const char *url)
{
  g_autofree char *start = g_utf8_make_valid (url, MIN (strlen (url), 80));

  return new_error (OFFPRINT_REGISTRY_ERROR_UNREACHABLE,
                    /* Translators: a service, then an address */
                    g_strdup_printf (_("%s is to be asked at “%s”, which is not safe: set an address that begins with https"),
                                     who, start));
}
