/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A style is fetched if need be, read and checked, and only then installed; one that
 * follows another gets that one along with it from the repository, if it is not there.
 */

#include "config.h"

#include "style-adding.h"

#include "style-fetch.h"

typedef struct
{
  /* Owned */
  OffprintServices *services;
  char *origin;
  OffprintNewStyle *style;
  OffprintNewStyle *parent;
} Adding;

static void
adding_free (Adding *adding)
{
  g_clear_object (&adding->services);
  g_free (adding->origin);
  g_clear_pointer (&adding->style, offprint_new_style_unref);
  g_clear_pointer (&adding->parent, offprint_new_style_unref);
  g_free (adding);
}

static OffprintStyleCatalog *
get_catalog (Adding *adding)
{
  return offprint_services_get_catalog (adding->services);
}

static OffprintAddedStyle *
added_new (Adding              *adding,
           OffprintStyleChange *change)
{
  OffprintAddedStyle *added = g_new0 (OffprintAddedStyle, 1);

  added->name = g_strdup (offprint_new_style_get_name (adding->style));
  added->title = g_strdup (offprint_new_style_get_title (adding->style));
  added->standing = offprint_new_style_get_standing (adding->style);
  added->change = change;
  return added;
}

static void
return_added (GTask               *task,
              OffprintStyleChange *change)
{
  g_task_return_pointer (task, added_new (g_task_get_task_data (task), change), (GDestroyNotify) offprint_added_style_free);
}

static void
installed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  OffprintStyleChange *change = offprint_style_install_finish (OFFPRINT_STYLE_CATALOG (source), result, &error);

  if (change != NULL)
    return_added (task, change);
  else
    g_task_return_error (task, error);
}

static void
install (GTask *task)
{
  Adding *adding = g_task_get_task_data (task);

  offprint_style_install_async (get_catalog (adding), adding->style, adding->parent, g_task_get_cancellable (task),
                                installed_cb, g_object_ref (task));
}

static void
parent_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Adding *adding = g_task_get_task_data (task);
  GError *error = NULL;

  adding->parent = offprint_new_style_finish (result, &error);
  if (adding->parent != NULL)
    install (task);
  else
    g_task_return_error (task, error);
}

static void
parent_fetched_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Adding *adding = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) bytes = offprint_style_fetch_finish (OFFPRINT_HTTP (source), result, &error);

  if (bytes != NULL)
    offprint_new_style_read_async (get_catalog (adding), bytes, offprint_new_style_get_parent (adding->style),
                                   g_task_get_cancellable (task), parent_read_cb, g_object_ref (task));
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Adding *adding = g_task_get_task_data (task);
  GError *error = NULL;

  adding->style = offprint_new_style_finish (result, &error);
  if (adding->style == NULL)
    g_task_return_error (task, error);
  else if (offprint_new_style_get_standing (adding->style) == OFFPRINT_STYLE_IS_INSTALLED)
    return_added (task, NULL);
  else if (offprint_new_style_lacks_parent (adding->style))
    offprint_style_fetch_async (offprint_services_get_http (adding->services), offprint_services_get_endpoints (adding->services),
                                offprint_new_style_get_parent (adding->style), g_task_get_cancellable (task),
                                parent_fetched_cb, g_object_ref (task));
  else
    install (task);
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Adding *adding = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) bytes = offprint_style_fetch_finish (OFFPRINT_HTTP (source), result, &error);

  if (bytes != NULL)
    offprint_new_style_read_async (get_catalog (adding), bytes, adding->origin, g_task_get_cancellable (task),
                                   read_cb, g_object_ref (task));
  else
    g_task_return_error (task, error);
}

static GTask *
task_new (OffprintServices    *services,
          const char          *origin,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  GTask *task = g_task_new (services, cancellable, callback, user_data);
  Adding *adding = g_new0 (Adding, 1);

  adding->services = g_object_ref (services);
  adding->origin = g_strdup (origin);
  g_task_set_source_tag (task, offprint_style_add_async);
  g_task_set_task_data (task, adding, (GDestroyNotify) adding_free);
  return task;
}

/**
 * offprint_style_add_file_async:
 * @services: what the rooms below offer
 * @file: a style
 * @cancellable: (nullable): ends it
 * @callback: called when it is installed, or cannot be
 * @user_data: for @callback
 *
 * Checks the style in a file and installs it, along with the one that it follows.
 */
void
offprint_style_add_file_async (OffprintServices    *services,
                               GFile               *file,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (OFFPRINT_IS_SERVICES (services));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = task_new (services, NULL, cancellable, callback, user_data);
  offprint_new_style_load_async (offprint_services_get_catalog (services), file, cancellable, read_cb, g_object_ref (task));
}

/**
 * offprint_style_add_async:
 * @services: what the rooms below offer
 * @what: the address of a style, or its name in the public repository
 * @cancellable: (nullable): ends it
 * @callback: called when it is installed, or cannot be
 * @user_data: for @callback
 *
 * Fetches a style, checks it and installs it, along with the one that it follows.
 */
void
offprint_style_add_async (OffprintServices    *services,
                          const char          *what,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (OFFPRINT_IS_SERVICES (services));
  g_return_if_fail (what != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = task_new (services, what, cancellable, callback, user_data);
  offprint_style_fetch_async (offprint_services_get_http (services), offprint_services_get_endpoints (services), what,
                              cancellable, fetched_cb, g_object_ref (task));
}

/**
 * offprint_style_add_finish:
 * @services: what the rooms below offer
 * @result: what the callback was given
 * @error: return location for an error of the domain `CSL_ERROR`, `OFFPRINT_CITE_ERROR`,
 *   `OFFPRINT_REGISTRY_ERROR` or `G_IO_ERROR`
 *
 * Returns: (transfer full): what was installed, or `NULL` with @error set
 */
OffprintAddedStyle *
offprint_style_add_finish (OffprintServices  *services,
                           GAsyncResult      *result,
                           GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, services), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * offprint_added_style_free:
 * @self: (transfer full): what was installed
 */
void
offprint_added_style_free (OffprintAddedStyle *self)
{
  g_free (self->name);
  g_free (self->title);
  g_clear_pointer (&self->change, offprint_style_change_unref);
  g_free (self);
}
