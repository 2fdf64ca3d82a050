/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of JSON objects, one by one: the tree of a file of ten thousand items takes
 * more room and time than the items themselves.
 */

#pragma once

#include "csl-value.h"

G_BEGIN_DECLS

typedef struct _CslJsonList CslJsonList;

/* @json is borrowed */
CslJsonList *csl_json_list_new  (const char   *json,
                                 gsize         length,
                                 GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void         csl_json_list_free (CslJsonList  *self);

/* Nothing more: NULL without an error. The value belongs to the list, until the next call */
const CslValue *csl_json_list_next (CslJsonList  *self,
                                    GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CslJsonList, csl_json_list_free)

G_END_DECLS
