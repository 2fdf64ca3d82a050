/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the layers of one page found, as one record.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_LAYER_ADAPTER,
  OFFPRINT_LAYER_HIGHWIRE,
  OFFPRINT_LAYER_JSON_LD,
  OFFPRINT_LAYER_DUBLIN,
  OFFPRINT_LAYER_DATA_LAYER,
  OFFPRINT_LAYER_BODY,
  OFFPRINT_N_LAYERS
} OffprintLayer;

/* @layers: OFFPRINT_N_LAYERS records, each nullable. (transfer full): a record, perhaps empty */
JsonObject *offprint_join (JsonObject **layers);

G_END_DECLS
