/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one client of the house: its switches, and the queue in which requests wait for
 * their turn. What becomes of one request is http-fetch.c’s, when a host may be asked
 * http-policy.c’s, and libsoup http-exchange.c’s.
 */

#include "config.h"

#include "http.h"

#include "http-error.h"
#include "http-private.h"

#include <libsoup/soup.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (OffprintHttp, offprint_http, G_TYPE_OBJECT)

enum
{
  PROP_CACHE_DIR = 1,
  PROP_OFFLINE,
  PROP_CONTACT,
  PROP_LEDGER,
  PROP_CONNECT_TIMEOUT_MS,
  PROP_FIRST_BYTE_TIMEOUT_MS,
  PROP_TIMEOUT_MS,
  PROP_BACK_OFF_MS,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static char *
dup_user_agent (const char *contact)
{
  return g_strdup_printf ("Offprint/%s (%s%s%s) libsoup/%u.%u.%u", PACKAGE_VERSION, PACKAGE_URL,
                          contact != NULL ? "; mailto:" : "", contact != NULL ? contact : "",
                          soup_get_major_version (), soup_get_minor_version (), soup_get_micro_version ());
}

/* It goes into a header, so it may be nothing that could end one */
static gboolean
is_address (const char *text)
{
  const char *at = strchr (text, '@');

  if (at == NULL || at == text || at[1] == '\0' || strlen (text) > 254)
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isgraph (*p) || strchr ("()<>,;:\\\"[]", *p) != NULL)
      return FALSE;
  return TRUE;
}

static void
set_contact (OffprintHttp *self,
             const char   *contact)
{
  g_autofree char *stripped = contact != NULL ? g_strstrip (g_strdup (contact)) : NULL;

  if (stripped != NULL && !is_address (stripped))
    g_clear_pointer (&stripped, g_free);
  if (!g_set_str (&self->contact, stripped))
    return;

  g_clear_pointer (&self->polite_user_agent, g_free);
  if (self->contact != NULL)
    self->polite_user_agent = dup_user_agent (self->contact);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTACT]);
}

static void
set_offline (OffprintHttp *self,
             gboolean      is_offline)
{
  Fetch *fetch = NULL;

  if (self->is_offline == is_offline)
    return;

  self->is_offline = is_offline;
  while (is_offline && (fetch = g_queue_pop_head (&self->waiting)) != NULL)
    offprint_http_fetch_fail (fetch, offprint_http_error_new_offline (fetch->who));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OFFLINE]);
}

static void
offprint_http_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  OffprintHttp *self = OFFPRINT_HTTP (object);

  switch (property_id)
    {
    case PROP_CACHE_DIR:
      g_value_set_string (value, self->cache_dir);
      break;
    case PROP_OFFLINE:
      g_value_set_boolean (value, self->is_offline);
      break;
    case PROP_CONTACT:
      g_value_set_string (value, self->contact);
      break;
    case PROP_LEDGER:
      g_value_set_object (value, self->ledger);
      break;
    case PROP_CONNECT_TIMEOUT_MS:
      g_value_set_uint (value, self->connect_ms);
      break;
    case PROP_FIRST_BYTE_TIMEOUT_MS:
      g_value_set_uint (value, self->first_byte_ms);
      break;
    case PROP_TIMEOUT_MS:
      g_value_set_uint (value, self->total_ms);
      break;
    case PROP_BACK_OFF_MS:
      g_value_set_uint (value, self->back_off_ms);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
offprint_http_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  OffprintHttp *self = OFFPRINT_HTTP (object);

  switch (property_id)
    {
    case PROP_CACHE_DIR:
      self->cache_dir = g_value_dup_string (value);
      break;
    case PROP_OFFLINE:
      set_offline (self, g_value_get_boolean (value));
      break;
    case PROP_CONTACT:
      set_contact (self, g_value_get_string (value));
      break;
    case PROP_CONNECT_TIMEOUT_MS:
      self->connect_ms = g_value_get_uint (value);
      break;
    case PROP_FIRST_BYTE_TIMEOUT_MS:
      self->first_byte_ms = g_value_get_uint (value);
      break;
    case PROP_TIMEOUT_MS:
      self->total_ms = g_value_get_uint (value);
      break;
    case PROP_BACK_OFF_MS:
      self->back_off_ms = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
offprint_http_constructed (GObject *object)
{
  OffprintHttp *self = OFFPRINT_HTTP (object);
  guint64 ms = 0;

  if (self->total_ms == 0)
    {
      const char *text = g_getenv ("OFFPRINT_HTTP_TIMEOUT_MS");

      self->total_ms = 30000;
      if (text != NULL && g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT32, &ms, NULL))
        self->total_ms = ms;
    }
  if (self->cache_dir != NULL)
    self->cache = offprint_http_cache_new (self->cache_dir, 0);

  G_OBJECT_CLASS (offprint_http_parent_class)->constructed (object);
}

static void
offprint_http_finalize (GObject *object)
{
  OffprintHttp *self = OFFPRINT_HTTP (object);

  /* who waits holds a reference, so nobody does */
  g_assert (self->waiting.length == 0);
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->ledger);
  g_clear_object (&self->cache);
  g_clear_pointer (&self->policy, offprint_http_policy_free);
  g_free (self->cache_dir);
  g_free (self->contact);
  g_free (self->user_agent);
  g_free (self->polite_user_agent);

  G_OBJECT_CLASS (offprint_http_parent_class)->finalize (object);
}

static GParamSpec *
new_time_property (const char *name,
                   guint       value)
{
  return g_param_spec_uint (name, NULL, NULL, 0, G_MAXINT32, value,
                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
}

static void
offprint_http_class_init (OffprintHttpClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = offprint_http_get_property;
  object_class->set_property = offprint_http_set_property;
  object_class->constructed = offprint_http_constructed;
  object_class->finalize = offprint_http_finalize;

  /**
   * OffprintHttp:cache-dir:
   *
   * The folder of cached answers; `NULL` for none.
   */
  properties[PROP_CACHE_DIR] =
    g_param_spec_string ("cache-dir", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * OffprintHttp:offline:
   *
   * Work Offline: nothing is sent, cached answers of any age serve.
   */
  properties[PROP_OFFLINE] =
    g_param_spec_boolean ("offline", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * OffprintHttp:contact:
   *
   * The person's own address, sent only to services that offer a polite pool for it;
   * `NULL` if none was given. What is no address becomes `NULL`.
   */
  properties[PROP_CONTACT] =
    g_param_spec_string ("contact", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * OffprintHttp:ledger:
   *
   * What was asked of whom.
   */
  properties[PROP_LEDGER] =
    g_param_spec_object ("ledger", NULL, NULL, OFFPRINT_TYPE_LEDGER, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * OffprintHttp:connect-timeout-ms:
   *
   * How long a connection may take to come about, in milliseconds.
   */
  properties[PROP_CONNECT_TIMEOUT_MS] = new_time_property ("connect-timeout-ms", 10000);
  /**
   * OffprintHttp:first-byte-timeout-ms:
   *
   * How long the answer may take to begin, in milliseconds.
   */
  properties[PROP_FIRST_BYTE_TIMEOUT_MS] = new_time_property ("first-byte-timeout-ms", 15000);
  /**
   * OffprintHttp:timeout-ms:
   *
   * How long a request may take in all, in milliseconds: tries and redirects together,
   * without the time in the queue. 0 for what `OFFPRINT_HTTP_TIMEOUT_MS` says, else 30 s.
   */
  properties[PROP_TIMEOUT_MS] = new_time_property ("timeout-ms", 0);
  /**
   * OffprintHttp:back-off-ms:
   *
   * The shortest wait before another try, in milliseconds.
   */
  properties[PROP_BACK_OFF_MS] = new_time_property ("back-off-ms", 1000);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
offprint_http_init (OffprintHttp *self)
{
  self->ledger = offprint_ledger_new ();
  self->policy = offprint_http_policy_new ();
  self->user_agent = dup_user_agent (NULL);
  g_queue_init (&self->waiting);
}

/**
 * offprint_http_new:
 * @cache_dir: (nullable) (type filename): the folder of cached answers
 *
 * Makes a client. It belongs to the thread, and the main context, that uses it first.
 *
 * Returns: (transfer full): the client
 */
OffprintHttp *
offprint_http_new (const char *cache_dir)
{
  return g_object_new (OFFPRINT_TYPE_HTTP, "cache-dir", cache_dir, NULL);
}

/**
 * offprint_http_get_ledger:
 * @self: a client
 *
 * What was asked of whom.
 *
 * Returns: (transfer none): the ledger, which lives as long as the client
 */
OffprintLedger *
offprint_http_get_ledger (OffprintHttp *self)
{
  g_return_val_if_fail (OFFPRINT_IS_HTTP (self), NULL);

  return self->ledger;
}

/**
 * offprint_http_is_offline:
 * @self: a client
 *
 * Whether Work Offline is on.
 *
 * Returns: `TRUE` if nothing is sent
 */
gboolean
offprint_http_is_offline (OffprintHttp *self)
{
  g_return_val_if_fail (OFFPRINT_IS_HTTP (self), FALSE);

  return self->is_offline;
}

/**
 * offprint_http_get_wait_s:
 * @self: a client
 * @host: a host as the ledger names it
 *
 * How long a host that asked us to wait wants to be left alone yet.
 *
 * Returns: seconds; 0 if it may be asked at once
 */
guint
offprint_http_get_wait_s (OffprintHttp *self,
                          const char   *host)
{
  g_return_val_if_fail (OFFPRINT_IS_HTTP (self), 0);
  g_return_val_if_fail (host != NULL, 0);

  return offprint_http_policy_get_pause_s (self->policy, host, g_get_monotonic_time ());
}

static gboolean
timer_cb (gpointer user_data)
{
  OffprintHttp *self = user_data;

  g_clear_pointer (&self->timer, g_source_unref);
  offprint_http_pump (self);
  return G_SOURCE_REMOVE;
}

static void
set_timer (OffprintHttp *self,
           gint64        wait)
{
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
  if (wait == G_MAXINT64)
    return;

  self->timer = g_timeout_source_new (MIN (wait / 1000 + 1, G_MAXINT32));
  g_source_set_callback (self->timer, timer_cb, self, NULL);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
}

/**
 * offprint_http_pump:
 * @self: a client
 *
 * Starts what may start, in the order of the queue, and sets the timer for the next.
 */
void
offprint_http_pump (OffprintHttp *self)
{
  g_autoptr (OffprintHttp) alive = g_object_ref (self);
  gint64 now = g_get_monotonic_time ();
  gint64 soonest = G_MAXINT64;
  GList *next = NULL;

  for (GList *link = self->waiting.head; link != NULL; link = next)
    {
      Fetch *fetch = link->data;
      gint64 wait = offprint_http_policy_get_wait (self->policy, fetch->host, fetch->is_list, now);

      next = link->next;
      if (wait == OFFPRINT_HTTP_NO_CONNECTION_FREE)
        continue;
      wait = MAX (wait, fetch->not_before - now);
      if (wait > 0)
        {
          soonest = MIN (soonest, wait);
          continue;
        }
      g_queue_delete_link (&self->waiting, link);
      offprint_http_policy_start (self->policy, fetch->host, fetch->is_list, now);
      offprint_http_fetch_start (self, fetch);
    }
  set_timer (self, soonest);
}

/**
 * offprint_http_enqueue:
 * @self: a client
 * @fetch: a request whose `host` is set
 *
 * Puts a request at the end of the queue; a host that wants to be left alone for long,
 * or that refused us for this session, makes it fail instead.
 */
void
offprint_http_enqueue (OffprintHttp *self,
                       Fetch        *fetch)
{
  guint pause_s = offprint_http_policy_get_pause_s (self->policy, fetch->host, g_get_monotonic_time ());

  if (self->is_offline)
    offprint_http_fetch_fail (fetch, offprint_http_error_new_offline (fetch->who));
  else if (offprint_http_policy_is_refused (self->policy, fetch->host))
    offprint_http_fetch_fail (fetch, offprint_http_error_new_from_status (fetch->who, 403, 0));
  else if (pause_s > OFFPRINT_HTTP_LONGEST_WAIT_S)
    offprint_http_fetch_fail (fetch, offprint_http_error_new_paused (fetch->who, pause_s));
  else
    {
      g_queue_push_tail (&self->waiting, fetch);
      offprint_http_pump (self);
    }
}
