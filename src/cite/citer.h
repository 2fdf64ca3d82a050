/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Works, a style and a language to citations as rich text.
 */

#pragma once

#include "styles.h"
#include "work.h"

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_CITE_BIBLIOGRAPHY, /* the entry; a style without a bibliography gives its citation */
  OFFPRINT_CITE_IN_TEXT,
} OffprintCiteMode;

/* A style in a language, compiled and ready; immutable; may be shared between threads. */
typedef struct _OffprintCiter OffprintCiter;

#define OFFPRINT_TYPE_CITER (offprint_citer_get_type ())
GType offprint_citer_get_type (void) G_GNUC_CONST;
/* @style: a name of the catalog, or the path of a .csl file; @locale: NULL for the style's own, else the user's */
OffprintCiter *offprint_citer_new (OffprintStyleCatalog  *catalog,
                                   const char            *style,
                                   const char            *locale,
                                   GError               **error) G_GNUC_WARN_UNUSED_RESULT;
/* compiles on a thread */
void              offprint_citer_new_async          (OffprintStyleCatalog  *catalog,
                                                     const char            *style,
                                                     const char            *locale,
                                                     GCancellable          *cancellable,
                                                     GAsyncReadyCallback    callback,
                                                     gpointer               user_data);
OffprintCiter    *offprint_citer_new_finish         (GAsyncResult          *result,
                                                     GError               **error) G_GNUC_WARN_UNUSED_RESULT;
OffprintCiter    *offprint_citer_ref                (OffprintCiter         *self);
void              offprint_citer_unref              (OffprintCiter         *self);
const char       *offprint_citer_get_style_name     (OffprintCiter         *self);
const char       *offprint_citer_get_style_title    (OffprintCiter         *self);
gboolean          offprint_citer_has_hanging_indent (OffprintCiter         *self);
CslStyle         *offprint_citer_get_style          (OffprintCiter         *self);
CslLocale        *offprint_citer_get_locale         (OffprintCiter         *self);
OffprintRichText *offprint_citer_cite               (OffprintCiter         *self,
                                                     OffprintWork          *work,
                                                     OffprintCiteMode       mode,
                                                     GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintCiter, offprint_citer_unref)

G_END_DECLS
