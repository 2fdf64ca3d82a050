/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Causes to sentences.
 */

#include "http-error.h"

#include <gio/gio.h>
#include <libsoup/soup.h>

static void
check (GError     *error,
       int         code,
       const char *words)
{
  g_assert_error (error, OFFPRINT_REGISTRY_ERROR, code);
  g_assert_nonnull (strstr (error->message, "Crossref"));
  g_assert_false (g_str_has_suffix (error->message, "."));
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
  g_error_free (error);
}

static void
test_causes (void)
{
  const struct
  {
    GQuark domain;
    int cause;
    int code;
    const char *words;
  } cases[] = {
    { G_RESOLVER_ERROR, G_RESOLVER_ERROR_TEMPORARY_FAILURE, OFFPRINT_REGISTRY_ERROR_OFFLINE, "no network" },
    { G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, OFFPRINT_REGISTRY_ERROR_UNREACHABLE, "cannot be found" },
    { G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE, OFFPRINT_REGISTRY_ERROR_OFFLINE, "no network" },
    { G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE, OFFPRINT_REGISTRY_ERROR_UNREACHABLE, "cannot be reached" },
    { G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED, OFFPRINT_REGISTRY_ERROR_UNREACHABLE, "takes no connection" },
    { G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, OFFPRINT_REGISTRY_ERROR_UNREACHABLE, "broke" },
    { G_IO_ERROR, G_IO_ERROR_INVALID_DATA, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER, "unpacked" },
    { G_IO_ERROR, G_IO_ERROR_TIMED_OUT, OFFPRINT_REGISTRY_ERROR_TIMED_OUT, "in time" },
    { G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, OFFPRINT_REGISTRY_ERROR_UNREACHABLE, "certificate" },
    { SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_PARSING, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER, "no answer of a web service" },
    { G_FILE_ERROR, G_FILE_ERROR_IO, OFFPRINT_REGISTRY_ERROR_UNREACHABLE, "broke" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) cause = g_error_new_literal (cases[i].domain, cases[i].cause, "cause");

      check (offprint_http_error_new_from_cause ("Crossref", cause), cases[i].code, cases[i].words);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GError) cause = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
  g_autoptr (GError) error = offprint_http_error_new_from_cause ("Crossref", cause);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_pauses (void)
{
  check (offprint_http_error_new_paused ("Crossref", 0), OFFPRINT_REGISTRY_ERROR_RATE_LIMITED, "in a few minutes");
  check (offprint_http_error_new_paused ("Crossref", 1), OFFPRINT_REGISTRY_ERROR_RATE_LIMITED, "in 1 second");
  check (offprint_http_error_new_paused ("Crossref", 119), OFFPRINT_REGISTRY_ERROR_RATE_LIMITED, "in 119 seconds");
  check (offprint_http_error_new_paused ("Crossref", 121), OFFPRINT_REGISTRY_ERROR_RATE_LIMITED, "in 3 minutes");
  check (offprint_http_error_new_paused ("Crossref", 7200), OFFPRINT_REGISTRY_ERROR_RATE_LIMITED, "in 2 hours");
}

static void
test_redirects (void)
{
  g_autofree char *address = g_strconcat ("http://example.org/", "\xff", NULL);

  check (offprint_http_error_new_redirect ("Crossref", NULL), OFFPRINT_REGISTRY_ERROR_REDIRECTS, "circles");
  check (offprint_http_error_new_redirect ("Crossref", address), OFFPRINT_REGISTRY_ERROR_REDIRECTS, "http://example.org/");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/http-error/causes", test_causes);
  g_test_add_func ("/http-error/cancelled", test_cancelled);
  g_test_add_func ("/http-error/pauses", test_pauses);
  g_test_add_func ("/http-error/redirects", test_redirects);
  return g_test_run ();
}
