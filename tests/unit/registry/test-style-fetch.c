/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is asked of the style repository, how often, and what becomes of its failures.
 */

#include "config.h"

#include "style-fetch.h"

#include "registry-error.h"
#include "stand-in.h"

typedef struct
{
  StandIn *service;
  OffprintEndpoints *endpoints;
  OffprintHttp *http;
  GBytes *bytes;
  GError *error;
  gboolean is_done;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *setting = NULL;
  const char *environment[] = { NULL, NULL };
  g_autofree char *folder = g_dir_make_tmp ("offprint-style-fetch-XXXXXX", NULL);

  self->service = stand_in_new ();
  environment[0] = setting = g_strconcat ("OFFPRINT_STYLES_URL=", stand_in_get_url (self->service), "/mirror/", NULL);
  self->endpoints = offprint_endpoints_new (environment);
  self->http = g_object_new (OFFPRINT_TYPE_HTTP, "cache-dir", folder, "back-off-ms", 1, NULL);
  stand_in_put (self->service, "/mirror/styles-files/styles.json", 200, "application/json", "[]", -1);
  stand_in_put (self->service, "/mirror/styles/apa", 200, "application/vnd.citationstyles.style+xml", "<style/>", -1);
  stand_in_put (self->service, "/raw/own.csl?x=1", 200, "text/plain", "<own/>", -1);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_error (&self->error);
  g_object_unref (self->http);
  offprint_endpoints_unref (self->endpoints);
  stand_in_free (self->service);
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Fixture *self = data;

  self->bytes = offprint_style_fetch_finish (OFFPRINT_HTTP (source), result, &self->error);
  self->is_done = TRUE;
}

/* NULL: the list */
static const char *
fetch (Fixture    *self,
       const char *what)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_error (&self->error);
  self->is_done = FALSE;
  if (what != NULL)
    offprint_style_fetch_async (self->http, self->endpoints, what, NULL, fetched_cb, self);
  else
    offprint_style_fetch_list_async (self->http, self->endpoints, NULL, fetched_cb, self);
  stand_in_spin (&self->is_done);
  return self->bytes != NULL ? g_bytes_get_data (self->bytes, NULL) : NULL;
}

static void
test_list (Fixture       *self,
           gconstpointer  data)
{
  g_assert_cmpmem (fetch (self, NULL), 2, "[]", 2);
  g_assert_cmpmem (fetch (self, NULL), 2, "[]", 2);
  g_assert_cmpuint (stand_in_count (self->service, NULL), ==, 1); /* once a day */
}

static void
test_names (Fixture       *self,
            gconstpointer  data)
{
  static const char *const names[] = { "apa", "http://www.zotero.org/styles/apa", "https://www.zotero.org/styles/apa" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpmem (fetch (self, names[i]), 8, "<style/>", 8);
  g_assert_cmpuint (stand_in_count (self->service, "/mirror/styles/apa"), ==, 1);
  g_assert_null (fetch (self, "../../etc/passwd"));
  g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NOT_FOUND);
}

static void
test_address (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *url = g_strconcat (stand_in_get_url (self->service), "/raw/own.csl?x=1", NULL);

  g_assert_cmpmem (fetch (self, url), 6, "<own/>", 6);
}

static void
test_failures (Fixture       *self,
               gconstpointer  data)
{
  static const char *const others[] = { "file:///etc/passwd", "ftp://example.org/a.csl", "", "://" };

  g_assert_null (fetch (self, "unknown-style"));
  g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NOT_FOUND);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_assert_null (fetch (self, others[i]));
      g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NOT_FOUND);
    }
}

static void
test_offline (Fixture       *self,
              gconstpointer  data)
{
  g_object_set (self->http, "offline", TRUE, NULL);
  g_assert_null (fetch (self, NULL));
  g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_OFFLINE);
  g_assert_null (fetch (self, "apa"));
  g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_OFFLINE);
  g_assert_cmpuint (stand_in_count (self->service, NULL), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/style-fetch/list", Fixture, NULL, set_up, test_list, tear_down);
  g_test_add ("/style-fetch/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/style-fetch/address", Fixture, NULL, set_up, test_address, tear_down);
  g_test_add ("/style-fetch/failures", Fixture, NULL, set_up, test_failures, tear_down);
  g_test_add ("/style-fetch/offline", Fixture, NULL, set_up, test_offline, tear_down);
  return g_test_run ();
}
