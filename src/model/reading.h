/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What one source said of a work, and when. A work keeps its readings, so that every
 * value can say where it came from and a bad source can be taken back.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define OFFPRINT_TYPE_READING (offprint_reading_get_type ())
G_DECLARE_FINAL_TYPE (OffprintReading, offprint_reading, OFFPRINT, READING, GObject)

typedef enum
{
  OFFPRINT_READING_ABOUT_WORK,
  OFFPRINT_READING_ABOUT_BOOK,
} OffprintReadingAbout;

/* @record: (transfer full): what it gave, in the shape of the record, without readings.
 * @source: "crossref", "datacite", "negotiation", "page", "csl-json", "sample", "you" …
 * @raw: (nullable): the bytes as they came; only their SHA-256 is kept in the record. */
OffprintReading     *offprint_reading_new             (const char           *source,
                                                       OffprintReadingAbout  about,
                                                       const char           *url,
                                                       GDateTime            *at,
                                                       GBytes               *raw,
                                                       JsonObject           *record);
const char          *offprint_reading_get_id          (OffprintReading      *self); /* "r1"; NULL before it is added to a work */
const char          *offprint_reading_get_source      (OffprintReading      *self);
const char          *offprint_reading_get_source_name (OffprintReading      *self); /* for people: "Crossref" */
OffprintReadingAbout offprint_reading_get_about       (OffprintReading      *self);
const char          *offprint_reading_get_url         (OffprintReading      *self); /* nullable */
GDateTime           *offprint_reading_get_at          (OffprintReading      *self);
const char          *offprint_reading_get_sha256      (OffprintReading      *self); /* nullable */
GBytes              *offprint_reading_get_raw         (OffprintReading      *self); /* nullable: not after a reload */
JsonObject          *offprint_reading_get_record      (OffprintReading      *self);
/* its title is none, but what a server says that does not show the work: it loses to all others */
gboolean offprint_reading_is_suspicious (OffprintReading *self);

G_END_DECLS
