/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A publisher’s page to a reading: bytes go in, what they say of their work comes out,
 * or an error that says what was looked for. The one entrance of the room.
 */

#pragma once

#include "reading.h"

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_PAGE_ERROR_NO_WORK,   /* a page, but of no work: what was looked for is in the message */
  OFFPRINT_PAGE_ERROR_PART,      /* a figure’s or a table’s page, which carries its article’s head */
  OFFPRINT_PAGE_ERROR_REFUSED,   /* a challenge, a consent page, a log-in, “Access denied” */
  OFFPRINT_PAGE_ERROR_TOO_LARGE, /* over 20 MB */
  OFFPRINT_PAGE_ERROR_BROKEN,    /* made to exhaust its reader; an archive that cannot be taken apart */
} OffprintPageError;

#define OFFPRINT_PAGE_ERROR (offprint_page_error_quark ())
GQuark offprint_page_error_quark (void);

/* HTML of any encoding, a web archive (.mhtml), or the text of a page; found out by looking. May be
 * called from any thread. @content_type: (nullable): what the server said, with its charset.
 * @url: (nullable): where it came from; else what the page itself says. @name: (nullable): the file’s, for errors. */
OffprintReading *offprint_page_read (GBytes        *bytes,
                                     const char    *content_type,
                                     const char    *url,
                                     const char    *name,
                                     GDateTime     *at,
                                     GCancellable  *cancellable,
                                     GError       **error) G_GNUC_WARN_UNUSED_RESULT;
/* whether bytes look like HTML, a web archive or a page’s text rather than JSON or a citation file */
gboolean offprint_page_sniff (GBytes *bytes);

G_END_DECLS
