/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules of politeness, with a clock of our own.
 */

#include "http-policy.h"

#define S G_USEC_PER_SEC

static void
test_rate (void)
{
  g_autoptr (OffprintHttpPolicy) policy = offprint_http_policy_new ();
  const char *host = "api.crossref.org";

  /* three single records a second, one connection */
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpint (offprint_http_policy_get_wait (policy, host, FALSE, 10 * S), ==, 0);
      offprint_http_policy_start (policy, host, FALSE, 10 * S);
      g_assert_cmpint (offprint_http_policy_get_wait (policy, host, FALSE, 10 * S), ==, OFFPRINT_HTTP_NO_CONNECTION_FREE);
      offprint_http_policy_end (policy, host);
    }
  g_assert_cmpint (offprint_http_policy_get_wait (policy, host, FALSE, 10 * S + S / 4), ==, 3 * S / 4);
  g_assert_cmpint (offprint_http_policy_get_wait (policy, host, FALSE, 11 * S), ==, 0);
  /* lists have a limit of their own */
  g_assert_cmpint (offprint_http_policy_get_wait (policy, host, TRUE, 10 * S), ==, 0);
  offprint_http_policy_start (policy, host, TRUE, 10 * S);
  offprint_http_policy_end (policy, host);
  g_assert_cmpint (offprint_http_policy_get_wait (policy, host, TRUE, 10 * S), ==, S);
}

static void
test_learn (void)
{
  g_autoptr (OffprintHttpPolicy) policy = offprint_http_policy_new ();
  const char *host = "api.crossref.org";

  offprint_http_policy_learn (policy, host, FALSE, 1, 2, 3);
  for (guint i = 0; i < 2; i++)
    offprint_http_policy_start (policy, host, TRUE, i * S);
  g_assert_cmpint (offprint_http_policy_get_wait (policy, host, FALSE, 5 * S), ==, 0); /* a third connection */
  offprint_http_policy_start (policy, host, FALSE, 5 * S);
  g_assert_cmpint (offprint_http_policy_get_wait (policy, host, FALSE, 5 * S), ==, OFFPRINT_HTTP_NO_CONNECTION_FREE);
  offprint_http_policy_end (policy, host);
  g_assert_cmpint (offprint_http_policy_get_wait (policy, host, FALSE, 6 * S), ==, S);

  offprint_http_policy_learn (policy, host, FALSE, G_MAXUINT, G_MAXUINT, G_MAXUINT); /* nonsense is bounded */
  g_assert_cmpint (offprint_http_policy_get_wait (policy, host, FALSE, 6 * S), ==, 0);
  offprint_http_policy_learn (policy, host, FALSE, 0, 0, 0); /* nothing said: nothing changes */
  g_assert_cmpint (offprint_http_policy_get_wait (policy, host, FALSE, 6 * S), ==, 0);
}

static void
test_pause (void)
{
  g_autoptr (OffprintHttpPolicy) policy = offprint_http_policy_new ();

  g_assert_cmpuint (offprint_http_policy_get_pause_s (policy, "doi.org", 0), ==, 0);
  offprint_http_policy_pause (policy, "doi.org", 30, 100 * S);
  g_assert_cmpuint (offprint_http_policy_get_pause_s (policy, "doi.org", 100 * S), ==, 30);
  g_assert_cmpuint (offprint_http_policy_get_pause_s (policy, "doi.org", 129 * S + 1), ==, 1);
  g_assert_cmpuint (offprint_http_policy_get_pause_s (policy, "doi.org", 130 * S), ==, 0);
  g_assert_cmpuint (offprint_http_policy_get_pause_s (policy, "example.org", 100 * S), ==, 0);
  /* a shorter one later does not shorten it; a century is not believed */
  offprint_http_policy_pause (policy, "doi.org", 1, 100 * S);
  g_assert_cmpuint (offprint_http_policy_get_pause_s (policy, "doi.org", 100 * S), ==, 30);
  offprint_http_policy_pause (policy, "doi.org", G_MAXUINT, 100 * S);
  g_assert_cmpuint (offprint_http_policy_get_pause_s (policy, "doi.org", 100 * S), ==, 24 * 60 * 60);
}

static void
test_refuse (void)
{
  g_autoptr (OffprintHttpPolicy) policy = offprint_http_policy_new ();

  offprint_http_policy_refuse (policy, "doi.org");
  offprint_http_policy_refuse (policy, "api.crossref.org");
  g_assert_false (offprint_http_policy_is_refused (policy, "doi.org"));
  g_assert_true (offprint_http_policy_is_refused (policy, "api.crossref.org"));
}

static void
test_back_off (void)
{
  g_assert_cmpuint (offprint_http_back_off_ms (1000, 1, 0), ==, 1000);
  g_assert_cmpuint (offprint_http_back_off_ms (1000, 2, 0), ==, 2000);
  g_assert_cmpuint (offprint_http_back_off_ms (1000, 3, 0), ==, 4000);
  g_assert_cmpuint (offprint_http_back_off_ms (1000, 99, 0), ==, 60000);
  for (guint32 random = 0; random < 5000; random += 7)
    g_assert_cmpuint (offprint_http_back_off_ms (1000, 1, random), <=, 1500);
}

typedef struct
{
  const char *url;
  const char *from;
  gboolean is_allowed;
} Address;

static const Address addresses[] = {
  { "https://api.crossref.org/works/10.1000/182", NULL, TRUE },
  { "HTTPS://API.CROSSREF.ORG/", NULL, TRUE },
  { "http://api.crossref.org/", NULL, FALSE },
  { "http://127.0.0.1:8080/works", NULL, TRUE },
  { "http://localhost/works", NULL, TRUE },
  { "http://[::1]:8080/works", NULL, TRUE },
  { "http://127.0.0.1.example.org/", NULL, FALSE },
  { "http://localhost.example.org/", NULL, FALSE },
  { "https://127.0.0.1/", "https://doi.org/10.1000/182", FALSE }, /* nobody sends us home */
  { "http://127.0.0.1/", "http://127.0.0.1:8080/", TRUE },
  { "https://user:secret@api.crossref.org/", NULL, FALSE },
  { "ftp://127.0.0.1/", NULL, FALSE },
  { "file:///etc/passwd", NULL, FALSE },
  { "https:///works", NULL, FALSE },
  { "works", NULL, FALSE },
  { "", NULL, FALSE },
};

static void
test_address (gconstpointer data)
{
  const Address *c = data;

  g_assert_cmpint (offprint_http_is_allowed (c->url, c->from), ==, c->is_allowed);
}

static void
test_host (void)
{
  static const char *const hosts[][2] = {
    { "https://API.crossref.org/works", "api.crossref.org" },
    { "https://api.crossref.org:443/works", "api.crossref.org" },
    { "https://api.crossref.org:8443/works", "api.crossref.org:8443" },
    { "http://127.0.0.1:80/", "127.0.0.1" },
    { "http://[::1]:8080/", "[::1]:8080" },
    { "nonsense", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      g_autofree char *host = offprint_http_dup_host (hosts[i][0]);

      g_assert_cmpstr (host, ==, hosts[i][1]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/http-policy/rate", test_rate);
  g_test_add_func ("/http-policy/learn", test_learn);
  g_test_add_func ("/http-policy/pause", test_pause);
  g_test_add_func ("/http-policy/refuse", test_refuse);
  g_test_add_func ("/http-policy/back off", test_back_off);
  g_test_add_func ("/http-policy/host", test_host);
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *path = g_strdup_printf ("/http-policy/address/%u", i);

      g_test_add_data_func (path, &addresses[i], test_address);
    }
  return g_test_run ();
}
