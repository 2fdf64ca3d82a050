/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where each service lives. A test points them at a loopback, an institution at its
 * mirror; no other file holds a base address.
 */

#include "config.h"

#include "endpoints.h"

#include <string.h>

struct _OffprintEndpoints
{
  char *urls[OFFPRINT_N_ENDPOINTS];
};

static const struct
{
  const char *variable;
  const char *url;
} services[OFFPRINT_N_ENDPOINTS] = {
  [OFFPRINT_ENDPOINT_CROSSREF] = { "OFFPRINT_CROSSREF_URL", "https://api.crossref.org" },
  [OFFPRINT_ENDPOINT_DATACITE] = { "OFFPRINT_DATACITE_URL", "https://api.datacite.org" },
  [OFFPRINT_ENDPOINT_DOI] = { "OFFPRINT_DOI_URL", "https://doi.org" },
  [OFFPRINT_ENDPOINT_ARXIV] = { "OFFPRINT_ARXIV_URL", "https://export.arxiv.org" },
  [OFFPRINT_ENDPOINT_PUBMED] = { "OFFPRINT_PUBMED_URL", "https://eutils.ncbi.nlm.nih.gov" },
  [OFFPRINT_ENDPOINT_IDCONV] = { "OFFPRINT_IDCONV_URL", "https://pmc.ncbi.nlm.nih.gov" },
  [OFFPRINT_ENDPOINT_K10PLUS] = { "OFFPRINT_K10PLUS_URL", "https://sru.k10plus.de" },
  [OFFPRINT_ENDPOINT_OPENLIBRARY] = { "OFFPRINT_OPENLIBRARY_URL", "https://openlibrary.org" },
  [OFFPRINT_ENDPOINT_JALC] = { "OFFPRINT_JALC_URL", "https://api.japanlinkcenter.org" },
  [OFFPRINT_ENDPOINT_STYLES] = { "OFFPRINT_STYLES_URL", "https://www.zotero.org" },
};

/* An address that is no address is not worth a start that fails: the service's own stands. */
static char *
dup_base (const char *text,
          const char *fallback)
{
  gsize length = 0;

  if (text == NULL || !g_uri_is_valid (text, G_URI_FLAGS_NONE, NULL))
    text = fallback;

  length = strlen (text);
  while (length > 0 && text[length - 1] == '/')
    length--;
  return g_strndup (text, length);
}

/**
 * offprint_endpoints_new:
 * @environment: (nullable) (array zero-terminated=1): `NAME=value` strings, or `NULL` for
 *   the environment of the process
 *
 * Collects the base addresses of all services.
 *
 * A variable such as `OFFPRINT_CROSSREF_URL` replaces the service's own address if it is
 * set to an absolute URL.
 *
 * Returns: (transfer full): the addresses
 */
OffprintEndpoints *
offprint_endpoints_new (const char *const *environment)
{
  OffprintEndpoints *self = g_atomic_rc_box_new0 (OffprintEndpoints);

  for (guint i = 0; i < OFFPRINT_N_ENDPOINTS; i++)
    {
      const char *value = NULL;

      if (environment != NULL)
        value = g_environ_getenv ((char **) environment, services[i].variable);
      else
        value = g_getenv (services[i].variable);
      self->urls[i] = dup_base (value, services[i].url);
    }

  return self;
}

/**
 * offprint_endpoints_ref:
 * @self: the addresses
 *
 * Takes another reference; safe from any thread.
 *
 * Returns: (transfer full): @self
 */
OffprintEndpoints *
offprint_endpoints_ref (OffprintEndpoints *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  OffprintEndpoints *self = data;

  for (guint i = 0; i < OFFPRINT_N_ENDPOINTS; i++)
    g_free (self->urls[i]);
}

/**
 * offprint_endpoints_unref:
 * @self: (transfer full): the addresses
 *
 * Lets go of a reference; the last frees them.
 */
void
offprint_endpoints_unref (OffprintEndpoints *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

/**
 * offprint_endpoints_get:
 * @self: the addresses
 * @endpoint: which service
 *
 * The base address of a service.
 *
 * Returns: (transfer none): an absolute URL without a slash at its end
 */
const char *
offprint_endpoints_get (OffprintEndpoints *self,
                        OffprintEndpoint   endpoint)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (endpoint < OFFPRINT_N_ENDPOINTS, NULL);

  return self->urls[endpoint];
}
