/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Politeness in one table: how often each service may be asked (services.md 12), what
 * its own headers say of that, and when it asked us to come back.
 */

#include "config.h"

#include "http-policy.h"

#include "http-address.h"

#include <string.h>

#define MAX_STARTS     50
#define MAX_PAUSE_S    (24 * 60 * 60)
#define MAX_INTERVAL_S 3600

/* Starts allowed in any one interval; the last of them are remembered. */
typedef struct
{
  guint limit;
  gint64 interval; /* µs */
  gint64 starts[MAX_STARTS];
  guint n_starts; /* all there ever were: the ring's next place is this modulo its length */
} Rate;

typedef struct
{
  Rate single;
  Rate list;
  guint connections;
  guint n_open;
  gint64 paused_until;
  gboolean is_local;
  gboolean stops_at_403;
  gboolean is_refused;
} Host;

struct _OffprintHttpPolicy
{
  GHashTable *hosts; /* Owned: char * → Host * */
};

/* Starts in so many seconds, and connections at once. services.md 12; where it names no
 * published limit the figures are ours. */
static const struct
{
  const char *host;
  guint single;
  guint list;
  guint interval_s;
  guint connections;
  gboolean stops_at_403;
} services[] = {
  { "api.crossref.org", 3, 1, 1, 1, TRUE },
  { "doi.org", 2, 2, 1, 2, FALSE },
  { "api.datacite.org", 5, 5, 3, 2, FALSE },
  { "data.crosscite.org", 5, 5, 3, 2, FALSE },
  { "export.arxiv.org", 1, 1, 3, 1, FALSE },
  { "eutils.ncbi.nlm.nih.gov", 3, 3, 1, 2, FALSE },
  { "pmc.ncbi.nlm.nih.gov", 1, 1, 1, 1, FALSE },
  { "sru.k10plus.de", 1, 1, 1, 1, FALSE },
  { "openlibrary.org", 1, 1, 1, 1, FALSE },
  { "api.japanlinkcenter.org", 1, 1, 1, 1, FALSE },
};

static gboolean
key_is_loopback (const char *key)
{
  const char *colon = strrchr (key, ':');
  g_autofree char *host = NULL;

  if (colon == NULL || strchr (colon, ']') != NULL)
    host = g_strdup (key);
  else
    host = g_strndup (key, colon - key);
  if (host[0] == '[' && strlen (host) > 2)
    {
      host[strlen (host) - 1] = '\0';
      return offprint_http_is_loopback (host + 1);
    }
  return offprint_http_is_loopback (host);
}

static Host *
get_host (OffprintHttpPolicy *self,
          const char         *name)
{
  Host *host = g_hash_table_lookup (self->hosts, name);
  guint single = 2, list = 1, interval_s = 1;

  if (host != NULL)
    return host;

  host = g_new0 (Host, 1);
  host->connections = 2;
  for (guint i = 0; i < G_N_ELEMENTS (services); i++)
    if (g_str_equal (services[i].host, name))
      {
        single = services[i].single;
        list = services[i].list;
        interval_s = services[i].interval_s;
        host->connections = services[i].connections;
        host->stops_at_403 = services[i].stops_at_403;
      }
  if (key_is_loopback (name))
    {
      single = list = 0; /* nobody else is served there: only what its headers say holds */
      host->connections = 6;
      host->is_local = TRUE;
    }
  host->single.limit = single;
  host->list.limit = list;
  host->single.interval = host->list.interval = interval_s * G_USEC_PER_SEC;

  g_hash_table_insert (self->hosts, g_strdup (name), host);
  return host;
}

/**
 * offprint_http_policy_new:
 *
 * The rules of one client, with nothing learnt yet.
 *
 * Returns: (transfer full): the policy
 */
OffprintHttpPolicy *
offprint_http_policy_new (void)
{
  OffprintHttpPolicy *self = g_new0 (OffprintHttpPolicy, 1);

  self->hosts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * offprint_http_policy_free:
 * @self: (transfer full): a policy
 *
 * Forgets all hosts.
 */
void
offprint_http_policy_free (OffprintHttpPolicy *self)
{
  g_hash_table_unref (self->hosts);
  g_free (self);
}

static gint64
get_rate_wait (const Rate *rate,
               gint64      now)
{
  gint64 oldest = 0;

  if (rate->limit == 0 || rate->n_starts < rate->limit)
    return 0;
  oldest = rate->starts[(rate->n_starts - rate->limit) % MAX_STARTS];
  return MAX (0, oldest + rate->interval - now);
}

/**
 * offprint_http_policy_get_wait:
 * @self: a policy
 * @name: the host
 * @is_list: whether it is a query, where the service tells them apart
 * @now: monotonic time in microseconds
 *
 * How long a request has to wait for its start.
 *
 * Returns: microseconds, or `OFFPRINT_HTTP_NO_CONNECTION_FREE` until another one ends
 */
gint64
offprint_http_policy_get_wait (OffprintHttpPolicy *self,
                               const char         *name,
                               gboolean            is_list,
                               gint64              now)
{
  const Host *host = get_host (self, name);

  if (host->n_open >= host->connections)
    return OFFPRINT_HTTP_NO_CONNECTION_FREE;
  return MAX (get_rate_wait (is_list ? &host->list : &host->single, now),
              MAX (0, host->paused_until - now));
}

/**
 * offprint_http_policy_start:
 * @self: a policy
 * @name: the host
 * @is_list: whether it is a query
 * @now: monotonic time in microseconds
 *
 * Counts a request that starts.
 */
void
offprint_http_policy_start (OffprintHttpPolicy *self,
                            const char         *name,
                            gboolean            is_list,
                            gint64              now)
{
  Host *host = get_host (self, name);
  Rate *rate = is_list ? &host->list : &host->single;

  rate->starts[rate->n_starts % MAX_STARTS] = now;
  rate->n_starts++;
  host->n_open++;
}

/**
 * offprint_http_policy_end:
 * @self: a policy
 * @name: the host
 *
 * Counts a request that ended, however it did.
 */
void
offprint_http_policy_end (OffprintHttpPolicy *self,
                          const char         *name)
{
  Host *host = get_host (self, name);

  g_return_if_fail (host->n_open > 0);

  host->n_open--;
}

/**
 * offprint_http_policy_learn:
 * @self: a policy
 * @name: the host
 * @is_list: which of its two limits the answer spoke of
 * @limit: `x-rate-limit-limit`, or 0
 * @interval_s: `x-rate-limit-interval` in seconds, or 0
 * @connections: `x-concurrency-limit`, or 0
 *
 * Takes what the service's own headers say in place of the table.
 */
void
offprint_http_policy_learn (OffprintHttpPolicy *self,
                            const char         *name,
                            gboolean            is_list,
                            guint               limit,
                            guint               interval_s,
                            guint               connections)
{
  Host *host = get_host (self, name);
  Rate *rate = is_list ? &host->list : &host->single;

  if (limit > 0 && interval_s > 0)
    {
      rate->limit = MIN (limit, MAX_STARTS);
      rate->interval = MIN (interval_s, MAX_INTERVAL_S) * (gint64) G_USEC_PER_SEC;
    }
  if (connections > 0)
    host->connections = MIN (connections, 6);
}

/**
 * offprint_http_policy_pause:
 * @self: a policy
 * @name: the host
 * @seconds: what `Retry-After` asked for; at most a day is believed
 * @now: monotonic time in microseconds
 *
 * Leaves a host alone for a while. A loopback is no shared pool, but a mirror or a test
 * that may stand for several services: there only the request that was told to wait does.
 */
void
offprint_http_policy_pause (OffprintHttpPolicy *self,
                            const char         *name,
                            guint               seconds,
                            gint64              now)
{
  Host *host = get_host (self, name);
  gint64 until = now + MIN (seconds, MAX_PAUSE_S) * (gint64) G_USEC_PER_SEC;

  if (!host->is_local)
    host->paused_until = MAX (host->paused_until, until);
}

/**
 * offprint_http_policy_get_pause_s:
 * @self: a policy
 * @name: the host
 * @now: monotonic time in microseconds
 *
 * How long the host still wants to be left alone.
 *
 * Returns: seconds, rounded up; 0 if it may be asked
 */
guint
offprint_http_policy_get_pause_s (OffprintHttpPolicy *self,
                                  const char         *name,
                                  gint64              now)
{
  const Host *host = g_hash_table_lookup (self->hosts, name);

  if (host == NULL || host->paused_until <= now)
    return 0;
  return (host->paused_until - now + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC;
}

/**
 * offprint_http_policy_refuse:
 * @self: a policy
 * @name: the host
 *
 * Notes a 403. Crossref blocks by hand, so asking again makes it worse: services.md 12.
 */
void
offprint_http_policy_refuse (OffprintHttpPolicy *self,
                             const char         *name)
{
  Host *host = get_host (self, name);

  host->is_refused = host->stops_at_403;
}

/**
 * offprint_http_policy_is_refused:
 * @self: a policy
 * @name: the host
 *
 * Whether the host has shut us out for this session.
 *
 * Returns: `TRUE` if it must not be asked again
 */
gboolean
offprint_http_policy_is_refused (OffprintHttpPolicy *self,
                                 const char         *name)
{
  const Host *host = g_hash_table_lookup (self->hosts, name);

  return host != NULL && host->is_refused;
}

/**
 * offprint_http_back_off_ms:
 * @base_ms: the shortest wait
 * @n_tries: how often it failed already, from 1
 * @random: any number
 *
 * The wait before another try: 1, 2, 4 … times the base, at most a minute, and up to
 * half as much again, so that many clients do not come back at once.
 *
 * Returns: milliseconds
 */
guint
offprint_http_back_off_ms (guint base_ms,
                           guint n_tries,
                           guint random)
{
  guint64 wait = (guint64) base_ms << MIN (MAX (n_tries, 1) - 1, 6);

  wait = MIN (wait, 60000);
  return wait + random % (wait / 2 + 1);
}
