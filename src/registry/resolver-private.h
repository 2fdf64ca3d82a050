/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the resolver and its walks share.
 */

#pragma once

#include "resolver.h"

G_BEGIN_DECLS

struct _OffprintResolver
{
  GObject parent_instance;

  /* Owned */
  OffprintHttp *http;
  OffprintEndpoints *endpoints;
  OffprintStore *store; /* nullable */
  gboolean reads_pages;
  GHashTable *agencies; /* char *, the prefix of a DOI → char *, its agency, as far as we asked */
};

G_END_DECLS
