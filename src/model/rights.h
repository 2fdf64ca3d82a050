/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose the work is and what one may do with it.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define OFFPRINT_TYPE_RIGHTS (offprint_rights_get_type ())
typedef struct _OffprintRights OffprintRights; /* boxed, immutable */

typedef struct
{
  const char *url;
  const char *applies_to; /* "vor", "am", "tdm"; nullable */
  const char *start;      /* EDTF; nullable */
  const char *name;       /* "CC BY 4.0" if it is a known one; nullable */
  gboolean open;
} OffprintLicense;

GType                  offprint_rights_get_type        (void) G_GNUC_CONST;
OffprintRights        *offprint_rights_ref             (OffprintRights *self);
void                   offprint_rights_unref           (OffprintRights *self);
const char            *offprint_rights_get_copyright   (OffprintRights *self); /* nullable */
const char            *offprint_rights_get_permissions (OffprintRights *self); /* nullable */
gsize                  offprint_rights_get_n_licenses  (OffprintRights *self);
const OffprintLicense *offprint_rights_get_license     (OffprintRights *self,
                                                        gsize           index);

/* "CC BY 4.0" of a licence's address; NULL if it is none of the known open ones */
char *offprint_license_dup_name (const char *url);
gboolean offprint_license_is_open (const char *url,
                                   const char *applies_to); /* nullable */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintRights, offprint_rights_unref)

G_END_DECLS
