/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way to a work through the reader's library: by the address of its proxy, of
 * OpenAthens or of its link resolver, and what such an address makes of a work.
 */

#pragma once

#include "work.h"

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_LIBRARY_LINK_NONE,
  OFFPRINT_LIBRARY_LINK_EZPROXY,    /* a prefix before the publisher's address, or {url} where it goes */
  OFFPRINT_LIBRARY_LINK_OPENATHENS, /* https://go.openathens.net/redirector/DOMAIN?url= */
  OFFPRINT_LIBRARY_LINK_OPENURL,    /* a resolver that is told of the work, OpenURL 1.0 */
} OffprintLibraryLinkKind;

#define OFFPRINT_TYPE_LIBRARY_LINK (offprint_library_link_get_type ())
typedef struct _OffprintLibraryLink OffprintLibraryLink; /* boxed, immutable */

GType offprint_library_link_get_type (void) G_GNUC_CONST;
/* of that kind, whatever it looks like */
OffprintLibraryLink *offprint_library_link_new (OffprintLibraryLinkKind   kind,
                                                const char               *address,
                                                GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
/* what somebody pasted, perhaps a whole link to some work; @fallback: its kind if it does not show one */
OffprintLibraryLink    *offprint_library_link_parse       (const char               *pasted,
                                                           OffprintLibraryLinkKind   fallback,
                                                           GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
OffprintLibraryLink    *offprint_library_link_ref         (OffprintLibraryLink      *self);
void                    offprint_library_link_unref       (OffprintLibraryLink      *self);
OffprintLibraryLinkKind offprint_library_link_get_kind    (OffprintLibraryLink      *self);
const char             *offprint_library_link_get_address (OffprintLibraryLink      *self); /* cleaned */
char                   *offprint_library_link_dup_host    (OffprintLibraryLink      *self);
char                   *offprint_library_link_dup_origin  (OffprintLibraryLink      *self); /* "https://ezproxy.example.edu/" */
/* an address of a publisher's through the library; NULL for a resolver, which takes works */
char *offprint_library_link_dup_url (OffprintLibraryLink *self,
                                     const char          *target);
/* NULL if a prefix has nothing to stand before */
char *offprint_library_link_dup_url_of_work (OffprintLibraryLink *self,
                                             OffprintWork        *work);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintLibraryLink, offprint_library_link_unref)

G_END_DECLS
