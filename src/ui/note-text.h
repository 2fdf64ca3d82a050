/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A note away from its page: where it stands, and its words with their source.
 */

#pragma once

#include "work.h"

G_BEGIN_DECLS

/* the publisher's page, at the note; NULL if that is not known */
char *offprint_note_text_dup_place (OffprintWork *work,
                                    OffprintNote *note);
/* number, text and where it is from */
OffprintRichText *offprint_note_text_new (OffprintWork *work,
                                          OffprintNote *note,
                                          guint position,              /* from 1 */
                                          OffprintRichText *citation); /* of @work; nullable */

G_END_DECLS
