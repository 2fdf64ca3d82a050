/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All that an engine can say of a set of items in one JSON object, so that two
 * engines can be compared string by string.
 */

#pragma once

#include "processor.h"

G_BEGIN_DECLS

typedef enum
{
  CSL_JSON_HTML,
  CSL_JSON_TEXT,
} CslJsonFormat;

/* Cites in each cluster of the document that is cited as a whole */
#define CSL_JSON_CLUSTER_SIZE 3

char      *csl_render_json     (CslStyle       *style,
                                CslLocale      *locale,
                                GPtrArray      *items,
                                CslJsonFormat   format) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *csl_items_from_json (const char     *json,
                                gssize          length,
                                GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
