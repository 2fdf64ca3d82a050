/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Items for the tests of writers, and pandoc as another reader of what they write.
 */

#pragma once

#include <json-glib/json-glib.h>

#include "formats.h"

/* an item of JSON with single quotes, in a list */
JsonArray *support_items      (const char     *json);
char      *support_write      (OffprintFormat  format,
                               const char     *json);
gboolean   support_has_pandoc (void);
JsonArray *support_ask_pandoc (const char     *format,
                               const char     *text);
/* letters and digits only, folded, without tags: what two readings must share */
char *support_fold    (const char *text);
void  support_compare (JsonArray  *items,
                       JsonArray  *read);
