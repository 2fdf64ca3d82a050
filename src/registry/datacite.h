/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * DataCite's JSON as trees, for whoever has parsed it already.
 */

#pragma once

#include "parsers.h"

G_BEGIN_DECLS

JsonObject *offprint_datacite_record     (JsonObject *attributes);
JsonObject *offprint_datacite_attributes (JsonObject *object);

G_END_DECLS
