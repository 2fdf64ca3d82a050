/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What servers and sites say in place of a page; suspicion.c says what follows from it.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Folded; each list ends with NULL */
extern const char *const offprint_refusal_alone[];
extern const char *const offprint_refusal_begins[];
extern const char *const offprint_refusal_beside_status[];
extern const char *const offprint_refusal_prose[];

G_END_DECLS
