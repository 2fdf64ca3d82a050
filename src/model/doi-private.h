/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the DOI share: finding its end in a text, and making what was
 * found the DOI that was meant.
 */

#pragma once

#include "identifier-private.h"

G_BEGIN_DECLS

/* What is known of the place in which a DOI stands */
typedef struct
{
  gboolean is_url;
  gboolean is_direct;   /* nothing but a host stands before it, as on a resolver */
  gboolean is_query;    /* it is the value of a parameter */
  gboolean is_encoded;  /* its slash is percent-encoded, so all of it is */
  gboolean is_numbered; /* a number of the site's own, and a title, follow it */
} OffprintDoiPlace;

gboolean offprint_doi_is_border    (gunichar    c);
gboolean offprint_doi_is_parameter (const char *text);
/* @registrant: "10.1000", @length bytes; @raw: what stands behind the slash. NULL if nothing is left */
char *offprint_doi_finish (const char             *registrant,
                           gsize                   length,
                           const char             *raw,
                           const OffprintDoiPlace *place);

G_END_DECLS
