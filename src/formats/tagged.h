/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * RIS and EndNote's tagged format are one idea in two spellings: a line for each value,
 * a tag before it, the tag chosen by the type of the work.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void  offprint_tagged_add         (GString     *string,
                                   const char  *format,
                                   const char  *tag,
                                   const char  *value);
void  offprint_tagged_add_member  (GString     *string,
                                   const char  *format,
                                   const char  *tag,
                                   JsonObject  *item,
                                   const char  *member);
void  offprint_tagged_add_names   (GString     *string,
                                   const char  *format,
                                   const char  *tag,
                                   JsonObject  *item,
                                   const char  *role);
void  offprint_tagged_add_list    (GString     *string,
                                   const char  *format,
                                   const char  *tag,
                                   char       **values);
char *offprint_tagged_dup_doi_url (JsonObject  *item);

G_END_DECLS
