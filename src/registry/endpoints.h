/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The base addresses of all services, in one place, so that a test or an
 * institution can point them elsewhere: OFFPRINT_CROSSREF_URL and its like.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_ENDPOINT_CROSSREF,    /* OFFPRINT_CROSSREF_URL, https://api.crossref.org */
  OFFPRINT_ENDPOINT_DATACITE,    /* OFFPRINT_DATACITE_URL, https://api.datacite.org */
  OFFPRINT_ENDPOINT_DOI,         /* OFFPRINT_DOI_URL, https://doi.org: handles, agencies, content negotiation */
  OFFPRINT_ENDPOINT_ARXIV,       /* OFFPRINT_ARXIV_URL, https://export.arxiv.org */
  OFFPRINT_ENDPOINT_PUBMED,      /* OFFPRINT_PUBMED_URL, https://eutils.ncbi.nlm.nih.gov */
  OFFPRINT_ENDPOINT_IDCONV,      /* OFFPRINT_IDCONV_URL, https://pmc.ncbi.nlm.nih.gov */
  OFFPRINT_ENDPOINT_K10PLUS,     /* OFFPRINT_K10PLUS_URL, https://sru.k10plus.de */
  OFFPRINT_ENDPOINT_OPENLIBRARY, /* OFFPRINT_OPENLIBRARY_URL, https://openlibrary.org */
  OFFPRINT_ENDPOINT_JALC,        /* OFFPRINT_JALC_URL, https://api.japanlinkcenter.org */
  OFFPRINT_ENDPOINT_STYLES,      /* OFFPRINT_STYLES_URL, https://www.zotero.org: the public repository of citation styles */
  OFFPRINT_N_ENDPOINTS
} OffprintEndpoint;

typedef struct _OffprintEndpoints OffprintEndpoints; /* immutable, ref-counted */

OffprintEndpoints *offprint_endpoints_new   (const char *const *environment); /* "NAME=value" strings; NULL: the process's */
OffprintEndpoints *offprint_endpoints_ref   (OffprintEndpoints *self);
void               offprint_endpoints_unref (OffprintEndpoints *self);
const char *offprint_endpoints_get (OffprintEndpoints *self,
                                    OffprintEndpoint endpoint); /* no slash at the end */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintEndpoints, offprint_endpoints_unref)

G_END_DECLS
