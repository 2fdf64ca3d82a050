/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the work makes its parts from the entries of the record.
 */

#pragma once

#include "parts.h"
#include "rights.h"

G_BEGIN_DECLS

/* @person: (nullable): the entry of custom.offprint.people that goes with the name */
OffprintContributor *offprint_contributor_new (const char *role,
                                               JsonObject *name,
                                               JsonObject *person);
OffprintAbstract    *offprint_abstract_new    (JsonObject *entry);
OffprintNote        *offprint_note_new        (JsonObject *entry);
OffprintReference   *offprint_reference_new   (JsonObject *entry);
OffprintNotice      *offprint_notice_new      (JsonObject *entry);
OffprintAccess      *offprint_access_new      (JsonObject *entry);
OffprintRights      *offprint_rights_new      (JsonObject *rights);

/* "Brandon K. Yoder" of a CSL name; NULL if it is empty */
char *offprint_name_dup_shown (JsonObject *name);
/* the stored form as rich text; what is not well-formed as plain text */
OffprintRichText *offprint_stored_to_rich (const char *stored);
/* CSL-JSON's inline mark-up as a plain string */
char *offprint_inline_to_plain (const char *text);
/* an EDTF string or an object with a literal, as custom.offprint has them */
OffprintDate *offprint_event_to_date (JsonNode *node);
/* the gravest first */
int offprint_notice_compare (OffprintNotice *self,
                             OffprintNotice *other);

G_END_DECLS
