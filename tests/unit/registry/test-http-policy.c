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
  return g_test_run ();
}
