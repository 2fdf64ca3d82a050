/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The repository publishes one list of all styles, and each style under its name:
 * services.md 11. A style's id is an address there as well, so such an address is asked
 * of the repository that is configured.
 */

#include "config.h"

#include "style-fetch.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "registry-error.h"

#define LIST_MAX_BYTES  (32 * 1024 * 1024)
#define STYLE_MAX_BYTES (4 * 1024 * 1024)
#define DAY_S           (24 * 60 * 60)

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (OffprintHttpAnswer) answer = offprint_http_fetch_finish (OFFPRINT_HTTP (source), result, &error);

  if (answer != NULL)
    g_task_return_pointer (task, g_bytes_ref (answer->body), (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static GTask *
new_task (OffprintHttp        *http,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  GTask *task = g_task_new (http, cancellable, callback, user_data);

  g_task_set_source_tag (task, offprint_style_fetch_finish);
  return task;
}

/**
 * offprint_style_fetch_list_async:
 * @http: the client
 * @endpoints: where the services live
 * @cancellable: (nullable): a cancellable
 * @callback: called when the list is there
 * @user_data: for @callback
 *
 * Fetches the list of all styles of the repository; within a day it is not asked again.
 */
void
offprint_style_fetch_list_async (OffprintHttp        *http,
                                 OffprintEndpoints   *endpoints,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  OffprintHttpRequest request = { .accept = "application/json", .cache_key = "styles:list", .max_age_s = DAY_S, .max_bytes = LIST_MAX_BYTES };
  g_autofree char *url = NULL;

  g_return_if_fail (OFFPRINT_IS_HTTP (http));
  g_return_if_fail (endpoints != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  url = g_strconcat (offprint_endpoints_get (endpoints, OFFPRINT_ENDPOINT_STYLES), "/styles-files/styles.json", NULL);
  request.url = url;
  request.purpose = _("List of citation styles");
  offprint_http_fetch_async (http, &request, cancellable, answered_cb, new_task (http, cancellable, callback, user_data));
}

/* The name in an id, http://www.zotero.org/styles/NAME; NULL for any other address */
static const char *
find_name (const char *what)
{
  static const char *const starts[] = { "http://www.zotero.org/styles/", "https://www.zotero.org/styles/" };

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (what, starts[i]) && strpbrk (what + strlen (starts[i]), "/?#") == NULL)
      return what + strlen (starts[i]);
  return strstr (what, "://") == NULL ? what : NULL;
}

static void
fetch_named (OffprintHttp      *http,
             OffprintEndpoints *endpoints,
             const char        *name,
             GTask             *task)
{
  g_autofree char *escaped = g_uri_escape_string (name, NULL, FALSE);
  g_autofree char *url = g_strdup_printf ("%s/styles/%s", offprint_endpoints_get (endpoints, OFFPRINT_ENDPOINT_STYLES), escaped);
  g_autofree char *key = g_strconcat ("style:", name, NULL);
  /* Translators: the name of a citation style */
  g_autofree char *purpose = g_strdup_printf (_("Citation style %s"), name);
  OffprintHttpRequest request = { .url = url, .purpose = purpose, .cache_key = key, .max_age_s = DAY_S, .max_bytes = STYLE_MAX_BYTES, .accept = "application/vnd.citationstyles.style+xml, application/xml;q=0.9, */*;q=0.1" };

  offprint_http_fetch_async (http, &request, g_task_get_cancellable (task), answered_cb, task);
}

static void
fetch_address (OffprintHttp *http,
               const char   *url,
               GTask        *task)
{
  OffprintHttpRequest request = { .url = url, .purpose = _("Citation style"), .max_bytes = STYLE_MAX_BYTES, .accept = "application/vnd.citationstyles.style+xml, application/xml;q=0.9, */*;q=0.1" };

  offprint_http_fetch_async (http, &request, g_task_get_cancellable (task), answered_cb, task);
}

/**
 * offprint_style_fetch_async:
 * @http: the client
 * @endpoints: where the services live
 * @what: a name of the list, `apa`; or an http or https address of a style
 * @cancellable: (nullable): a cancellable
 * @callback: called when the style is there
 * @user_data: for @callback
 *
 * Fetches one style.
 */
void
offprint_style_fetch_async (OffprintHttp        *http,
                            OffprintEndpoints   *endpoints,
                            const char          *what,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  const char *scheme = NULL;
  const char *name = NULL;

  g_return_if_fail (OFFPRINT_IS_HTTP (http));
  g_return_if_fail (endpoints != NULL);
  g_return_if_fail (what != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = new_task (http, cancellable, callback, user_data);
  name = find_name (what);
  scheme = g_uri_peek_scheme (what);
  if (name != NULL && *name != '\0')
    fetch_named (http, endpoints, name, g_steal_pointer (&task));
  else if (g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0)
    fetch_address (http, what, g_steal_pointer (&task));
  else
    g_task_return_new_error (task, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NOT_FOUND,
                             /* Translators: what was typed where the name or address of a style should be */
                             _("“%s” is neither the name of a style nor an http or https address"), what);
}

/**
 * offprint_style_fetch_finish:
 * @http: the client
 * @result: what the callback was given
 * @error: return location for an error of the domain `OFFPRINT_REGISTRY_ERROR` or `G_IO_ERROR`
 *
 * Returns: (transfer full): the list or the style, or `NULL` with @error set
 */
GBytes *
offprint_style_fetch_finish (OffprintHttp  *http,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, http), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, offprint_style_fetch_finish), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
