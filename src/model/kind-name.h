/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the types of CSL are called.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *offprint_kind_get_name (const char *type);

G_END_DECLS
