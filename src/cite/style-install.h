/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Putting a style into the reader's own folder, and taking it out again. A style is
 * read and checked first, so that whoever asks can say what is about to happen;
 * what was there before is kept until the change is let go of, so that it can be undone.
 */

#pragma once

#include "styles.h"

G_BEGIN_DECLS

/* A style that compiles, not yet installed; immutable; any thread may hold it */
#define OFFPRINT_TYPE_NEW_STYLE (offprint_new_style_get_type ())
typedef struct _OffprintNewStyle OffprintNewStyle;

/* What installing or removing changed; undone once at most */
#define OFFPRINT_TYPE_STYLE_CHANGE (offprint_style_change_get_type ())
typedef struct _OffprintStyleChange OffprintStyleChange;

typedef enum
{
  OFFPRINT_STYLE_IS_NEW,       /* no style of that name is installed */
  OFFPRINT_STYLE_IS_UPDATE,    /* of the same id, with other contents */
  OFFPRINT_STYLE_IS_INSTALLED, /* of the same contents: nothing would change */
} OffprintStyleStanding;

GType offprint_new_style_get_type   (void) G_GNUC_CONST;
void  offprint_new_style_load_async (OffprintStyleCatalog *catalog,
                                     GFile                *file,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
/* @origin: the address or file it came from, for messages, and for a name if the style has no id */
void offprint_new_style_read_async (OffprintStyleCatalog *catalog,
                                    GBytes               *xml,
                                    const char           *origin,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
/* of both. Errors: CSL_ERROR (line and reason), OFFPRINT_CITE_ERROR_NAME_TAKEN, G_IO_ERROR */
OffprintNewStyle *offprint_new_style_finish (GAsyncResult      *result,
                                             GError           **error) G_GNUC_WARN_UNUSED_RESULT;
OffprintNewStyle *offprint_new_style_ref    (OffprintNewStyle  *self);
void              offprint_new_style_unref  (OffprintNewStyle  *self);

const char           *offprint_new_style_get_name     (OffprintNewStyle *self); /* "apa": as which it will be asked for */
const char           *offprint_new_style_get_title    (OffprintNewStyle *self);
const char           *offprint_new_style_get_parent   (OffprintNewStyle *self); /* nullable: a dependent style's */
gboolean              offprint_new_style_lacks_parent (OffprintNewStyle *self); /* the parent must be got first or along with it */
const char           *offprint_new_style_get_slip     (OffprintNewStyle *self); /* nullable: what is wrong in it, though it can be used */
OffprintStyleStanding offprint_new_style_get_standing (OffprintNewStyle *self);

/* @parent: nullable: installed along with @style, which follows it. When it is finished
 * the catalog shows the styles. Errors: OFFPRINT_CITE_ERROR_NO_PARENT, G_IO_ERROR, G_FILE_ERROR */
void                 offprint_style_install_async  (OffprintStyleCatalog  *catalog,
                                                    OffprintNewStyle      *style,
                                                    OffprintNewStyle      *parent,
                                                    GCancellable          *cancellable,
                                                    GAsyncReadyCallback    callback,
                                                    gpointer               user_data);
OffprintStyleChange *offprint_style_install_finish (OffprintStyleCatalog  *catalog,
                                                    GAsyncResult          *result,
                                                    GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/* only of the reader's own folder: else OFFPRINT_CITE_ERROR_NOT_OWN */
gboolean             offprint_style_is_own        (OffprintStyleCatalog  *catalog,
                                                   const char            *name);
void                 offprint_style_remove_async  (OffprintStyleCatalog  *catalog,
                                                   const char            *name,
                                                   GCancellable          *cancellable,
                                                   GAsyncReadyCallback    callback,
                                                   gpointer               user_data);
OffprintStyleChange *offprint_style_remove_finish (OffprintStyleCatalog  *catalog,
                                                   GAsyncResult          *result,
                                                   GError               **error) G_GNUC_WARN_UNUSED_RESULT;

GType                offprint_style_change_get_type    (void) G_GNUC_CONST;
OffprintStyleChange *offprint_style_change_ref         (OffprintStyleChange   *self);
void                 offprint_style_change_unref       (OffprintStyleChange   *self);
const char          *offprint_style_change_get_name    (OffprintStyleChange   *self);
const char          *offprint_style_change_get_title   (OffprintStyleChange   *self);
void                 offprint_style_change_undo_async  (OffprintStyleCatalog  *catalog,
                                                        OffprintStyleChange   *change,
                                                        GCancellable          *cancellable,
                                                        GAsyncReadyCallback    callback,
                                                        gpointer               user_data);
gboolean             offprint_style_change_undo_finish (OffprintStyleCatalog  *catalog,
                                                        GAsyncResult          *result,
                                                        GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintNewStyle, offprint_new_style_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintStyleChange, offprint_style_change_unref)

G_END_DECLS
