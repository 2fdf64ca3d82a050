/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What only the work does with its readings.
 */

#pragma once

#include "reading.h"

G_BEGIN_DECLS

OffprintReading *offprint_reading_new_from_json (JsonObject *object);
/* @id: (nullable): the name that is written. In any thread; the record in it is not to be changed */
JsonObject *offprint_reading_to_json (OffprintReading *self,
                                      const char      *id,
                                      gboolean         with_record);
void        offprint_reading_set_id  (OffprintReading *self,
                                      const char      *id);
gboolean    offprint_reading_is_mute (OffprintReading *self);

G_END_DECLS
