/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Identifiers as registries write them: bare, as links old and new, with a prefix,
 * in capitals. One spelling leaves here.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *offprint_spell_doi         (const char *text);
char    *offprint_spell_orcid       (const char *text);
char    *offprint_spell_ror         (const char *text);
char    *offprint_spell_issn        (const char *text);
char    *offprint_spell_language    (const char *text);
char    *offprint_spell_web_address (const char *text);
char    *offprint_spell_address     (const char *kind,
                                     const char *value);
gboolean offprint_licence_is_open   (const char *url);

G_END_DECLS
