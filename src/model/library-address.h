/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking the library's part out of an address that somebody pasted.
 */

#pragma once

#include "library-link.h"

G_BEGIN_DECLS

/* where the publisher's address goes */
#define OFFPRINT_LIBRARY_PLACE "{url}"

/* one line, https, one spelling of {url}; NULL with an error of OFFPRINT_MODEL_ERROR */
char *offprint_library_address_check (const char  *pasted,
                                      GError     **error);
/* both of a checked address */
OffprintLibraryLinkKind offprint_library_address_recognise (const char               *address);
char                   *offprint_library_address_clean     (const char               *address,
                                                            OffprintLibraryLinkKind   kind,
                                                            GError                  **error);
/* whether what follows is taken as it is, which EZproxy's “login?url=” wants */
gboolean offprint_library_address_takes_raw (const char *address,
                                             gsize       length);

G_END_DECLS
