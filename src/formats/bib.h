/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What BibTeX and BibLaTeX have in common: entries, fields, names, keys, TeX.
 */

#pragma once

#include <json-glib/json-glib.h>

#include "date.h"
#include "rich-text.h"

G_BEGIN_DECLS

/* bib-text.c */
char *offprint_bib_escape (const char       *text);
char *offprint_bib_title  (OffprintRichText *text,
                           gboolean          is_english);

/* bib-names.c */
char *offprint_bib_names (JsonObject *item,
                          const char *role);

/* bib-keys.c */
typedef struct _OffprintBibKeys OffprintBibKeys;

OffprintBibKeys *offprint_bib_keys_new  (void);
void             offprint_bib_keys_free (OffprintBibKeys *self);
char            *offprint_bib_keys_next (OffprintBibKeys *self,
                                         JsonObject      *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintBibKeys, offprint_bib_keys_free)

/* bib-entry.c */
void offprint_bib_begin    (GString    *string,
                            const char *type,
                            const char *key);
void offprint_bib_field    (GString    *string,
                            const char *field,
                            const char *value);
void offprint_bib_raw      (GString    *string,
                            const char *field,
                            const char *value);
void offprint_bib_text     (GString    *string,
                            const char *field,
                            JsonObject *item,
                            const char *member);
void offprint_bib_title_of (GString    *string,
                            const char *field,
                            JsonObject *item,
                            const char *member,
                            gboolean    is_english);
void offprint_bib_people   (GString    *string,
                            const char *field,
                            JsonObject *item,
                            const char *role);
void offprint_bib_verbatim (GString    *string,
                            const char *field,
                            const char *value);
void offprint_bib_pages    (GString    *string,
                            JsonObject *item);
void offprint_bib_numbers  (GString    *string,
                            const char *field,
                            JsonObject *item,
                            const char *member);
void offprint_bib_keywords (GString    *string,
                            JsonObject *item);
void offprint_bib_end      (GString    *string);

gboolean offprint_bib_is_english (JsonObject *item);
gboolean offprint_bib_has_names  (JsonObject *item,
                                  const char *role);

G_END_DECLS
