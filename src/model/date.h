/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A date as far as it is known. Never a GDateTime: 1689 has no day.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define OFFPRINT_TYPE_DATE (offprint_date_get_type ())
typedef struct _OffprintDate OffprintDate; /* boxed, immutable */

GType offprint_date_get_type (void) G_GNUC_CONST;
OffprintDate *offprint_date_new (int year,
                                 guint month,
                                 guint day);                  /* 0: not known */
OffprintDate *offprint_date_new_from_csl  (JsonNode     *node); /* a CSL date; NULL if it says nothing */
OffprintDate *offprint_date_new_from_edtf (const char   *text); /* NULL if it is none */
OffprintDate *offprint_date_ref           (OffprintDate *self);
void          offprint_date_unref         (OffprintDate *self);
int           offprint_date_get_year      (OffprintDate *self); /* 0: not known */
guint         offprint_date_get_month     (OffprintDate *self);
guint         offprint_date_get_day       (OffprintDate *self);
JsonNode     *offprint_date_to_csl        (OffprintDate *self);
char         *offprint_date_to_edtf       (OffprintDate *self); /* NULL for a literal */
char         *offprint_date_dup_shown     (OffprintDate *self); /* "1 May 2022", "Spring 2019", "c. 1850", "2019–2020" in the locale */
int           offprint_date_compare       (OffprintDate *self,
                                           OffprintDate *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintDate, offprint_date_unref)

G_END_DECLS
