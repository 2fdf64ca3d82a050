/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which styles are installed: the system’s, the user’s, Zotero’s and the one built
 * in. Found once, off the main loop; a style is compiled when it is first used.
 */

#pragma once

#include <gio/gio.h>

#include "csl.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_STYLE_INFO (offprint_style_info_get_type ())
G_DECLARE_FINAL_TYPE (OffprintStyleInfo, offprint_style_info, OFFPRINT, STYLE_INFO, GObject)

const char *offprint_style_info_get_name        (OffprintStyleInfo *self); /* "apa": the file's name */
const char *offprint_style_info_get_title       (OffprintStyleInfo *self);
const char *offprint_style_info_get_title_short (OffprintStyleInfo *self); /* nullable */
const char *offprint_style_info_get_format      (OffprintStyleInfo *self); /* "author-date", "numeric", "note", "label"; nullable for a dependent one */
const char *offprint_style_info_get_parent      (OffprintStyleInfo *self); /* nullable */
const char *offprint_style_info_get_language    (OffprintStyleInfo *self); /* nullable: a style without one takes any */
const char *offprint_style_info_get_updated     (OffprintStyleInfo *self); /* "2022-01-31T12:00:00+00:00", as the style says it; nullable */
gboolean    offprint_style_info_is_note         (OffprintStyleInfo *self); /* its class: notes, or cites in the text */
/* the fields it is for, "history", "physics"; empty if it names none: (transfer none) */
const char *const *offprint_style_info_get_fields     (OffprintStyleInfo *self);
const char        *offprint_style_info_get_search_key (OffprintStyleInfo *self); /* case-folded words to filter by */

/* A GListModel of OffprintStyleInfo in the order of their titles. Until it is loaded it holds
 * the built-in style alone. @folders: NULL for the standard ones. */
#define OFFPRINT_TYPE_STYLE_CATALOG (offprint_style_catalog_get_type ())
G_DECLARE_FINAL_TYPE (OffprintStyleCatalog, offprint_style_catalog, OFFPRINT, STYLE_CATALOG, GObject)

#define OFFPRINT_BUILTIN_STYLE "offprint-chapter"

OffprintStyleCatalog *offprint_style_catalog_new         (const char *const     *folders,
                                                          const char            *cache_dir);
void                  offprint_style_catalog_load_async  (OffprintStyleCatalog  *self,
                                                          GCancellable          *cancellable,
                                                          GAsyncReadyCallback    callback,
                                                          gpointer               user_data);
gboolean              offprint_style_catalog_load_finish (OffprintStyleCatalog  *self,
                                                          GAsyncResult          *result,
                                                          GError               **error);
/* by name, whether the catalog is loaded or not: (transfer full) (nullable) */
OffprintStyleInfo *offprint_style_catalog_dup_info (OffprintStyleCatalog *self,
                                                    const char           *name);
/* folds and splits once … */
char **offprint_style_fold_words (const char *query);
/* … then every word begins a word of the search key */
gboolean offprint_style_info_matches (OffprintStyleInfo *self,
                                      const char *const *folded_words);

G_END_DECLS
