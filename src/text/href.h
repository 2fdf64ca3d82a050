/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which addresses may be links, decided in one place.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *offprint_href_clean    (const char *address);
char *offprint_href_from_doi (const char *doi);

G_END_DECLS
