/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing here is a global: the application makes one of these, tests make as
 * many as they like.
 */

#include "config.h"

#include "services.h"

struct _OffprintServices
{
  GObject parent_instance;

  /* Owned; NULL until first asked for */
  GSettings *settings;
  OffprintStore *store;
  OffprintHttp *http;
  OffprintEndpoints *endpoints;
  OffprintResolver *resolver;
  OffprintStyleCatalog *catalog;
};

G_DEFINE_FINAL_TYPE (OffprintServices, offprint_services, G_TYPE_OBJECT)

static void
offprint_services_dispose (GObject *object)
{
  OffprintServices *self = OFFPRINT_SERVICES (object);

  g_clear_object (&self->resolver);
  g_clear_object (&self->http);
  g_clear_pointer (&self->endpoints, offprint_endpoints_unref);
  g_clear_object (&self->store);
  g_clear_object (&self->catalog);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (offprint_services_parent_class)->dispose (object);
}

static void
offprint_services_class_init (OffprintServicesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = offprint_services_dispose;
}

static void
offprint_services_init (OffprintServices *self)
{
}

/**
 * offprint_services_new:
 *
 * Promises everything and makes nothing yet.
 *
 * Returns: (transfer full): the services of one program
 */
OffprintServices *
offprint_services_new (void)
{
  return g_object_new (OFFPRINT_TYPE_SERVICES, NULL);
}

/**
 * offprint_services_get_settings:
 * @self: the services
 *
 * Returns: (transfer none): the settings of the program
 */
GSettings *
offprint_services_get_settings (OffprintServices *self)
{
  g_return_val_if_fail (OFFPRINT_IS_SERVICES (self), NULL);

  if (self->settings == NULL)
    self->settings = g_settings_new (APP_ID);
  return self->settings;
}

/**
 * offprint_services_get_store:
 * @self: the services
 *
 * Returns: (transfer none): where works are kept, under `XDG_DATA_HOME`
 */
OffprintStore *
offprint_services_get_store (OffprintServices *self)
{
  g_return_val_if_fail (OFFPRINT_IS_SERVICES (self), NULL);

  if (self->store == NULL)
    {
      g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "offprint", NULL);

      self->store = OFFPRINT_STORE (offprint_file_store_new (folder));
    }
  return self->store;
}

/**
 * offprint_services_get_http:
 * @self: the services
 *
 * The client obeys the settings for working offline and for the contact address.
 *
 * Returns: (transfer none): the one way to the network
 */
OffprintHttp *
offprint_services_get_http (OffprintServices *self)
{
  g_return_val_if_fail (OFFPRINT_IS_SERVICES (self), NULL);

  if (self->http == NULL)
    {
      GSettings *settings = offprint_services_get_settings (self);
      g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "offprint", "http", NULL);

      self->http = offprint_http_new (folder);
      g_settings_bind (settings, "work-offline", self->http, "offline", G_SETTINGS_BIND_GET);
      g_settings_bind (settings, "contact-address", self->http, "contact", G_SETTINGS_BIND_GET);
    }
  return self->http;
}

/**
 * offprint_services_get_endpoints:
 * @self: the services
 *
 * Returns: (transfer none): the addresses of all that can be asked
 */
OffprintEndpoints *
offprint_services_get_endpoints (OffprintServices *self)
{
  g_return_val_if_fail (OFFPRINT_IS_SERVICES (self), NULL);

  if (self->endpoints == NULL)
    self->endpoints = offprint_endpoints_new (NULL);
  return self->endpoints;
}

/**
 * offprint_services_get_resolver:
 * @self: the services
 *
 * The resolver obeys the setting for publishers’ pages.
 *
 * Returns: (transfer none): what turns an identifier into readings
 */
OffprintResolver *
offprint_services_get_resolver (OffprintServices *self)
{
  g_return_val_if_fail (OFFPRINT_IS_SERVICES (self), NULL);

  if (self->resolver == NULL)
    {
      self->resolver = offprint_resolver_new (offprint_services_get_http (self), offprint_services_get_endpoints (self),
                                              offprint_services_get_store (self));
      g_settings_bind (offprint_services_get_settings (self), "read-publisher-pages", self->resolver, "read-landing-pages",
                       G_SETTINGS_BIND_GET);
    }
  return self->resolver;
}

/**
 * offprint_services_get_catalog:
 * @self: the services
 *
 * The catalog holds the built-in style alone until somebody loads it.
 *
 * Returns: (transfer none): the citation styles
 */
OffprintStyleCatalog *
offprint_services_get_catalog (OffprintServices *self)
{
  g_return_val_if_fail (OFFPRINT_IS_SERVICES (self), NULL);

  if (self->catalog == NULL)
    {
      g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "offprint", NULL);

      self->catalog = offprint_style_catalog_new (NULL, folder);
    }
  return self->catalog;
}
