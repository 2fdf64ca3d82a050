/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A compiled style. It is read once and never changes, so all threads may share
 * it; what can be known from the style alone is known here.
 */

#pragma once

#include <glib-object.h>

#include "csl-error.h"

G_BEGIN_DECLS

#define CSL_TYPE_STYLE (csl_style_get_type ())

typedef struct _CslStyle CslStyle;

typedef enum
{
  CSL_STYLE_FORMAT_UNKNOWN,
  CSL_STYLE_FORMAT_AUTHOR_DATE,
  CSL_STYLE_FORMAT_NUMERIC,
  CSL_STYLE_FORMAT_NOTE,
  CSL_STYLE_FORMAT_LABEL,
  CSL_STYLE_FORMAT_AUTHOR,
} CslStyleFormat;

typedef enum
{
  CSL_STYLE_CLASS_IN_TEXT,
  CSL_STYLE_CLASS_NOTE,
} CslStyleClass;

/* Finds the parent of a dependent style by the last segment of its address
 * ("apa"); (transfer full), or NULL with the error set */
typedef GBytes *(*CslStyleLoader) (const char *name,
                                   gpointer user_data,
                                   GError **error);

GType     csl_style_get_type        (void) G_GNUC_CONST;
CslStyle *csl_style_new_from_data   (const char      *data,
                                     gssize           length,
                                     const char      *name,
                                     GError         **error) G_GNUC_WARN_UNUSED_RESULT;
CslStyle *csl_style_new_with_parent (const char      *data,
                                     gssize           length,
                                     const char      *name,
                                     CslStyleLoader   parent_loader,
                                     gpointer         user_data,
                                     GError         **error) G_GNUC_WARN_UNUSED_RESULT;
CslStyle *csl_style_load_file       (const char      *path,
                                     CslStyleLoader   parent_loader,
                                     gpointer         user_data,
                                     GError         **error) G_GNUC_WARN_UNUSED_RESULT;
CslStyle *csl_style_ref             (CslStyle        *self);
void      csl_style_unref           (CslStyle        *self);

gboolean       csl_style_check              (CslStyle  *self,
                                             GError   **error);
const char    *csl_style_get_title          (CslStyle  *self);
const char    *csl_style_get_title_short    (CslStyle  *self);
const char    *csl_style_get_id             (CslStyle  *self);
const char    *csl_style_get_default_locale (CslStyle  *self);
CslStyleFormat csl_style_get_format         (CslStyle  *self);
CslStyleClass  csl_style_get_class          (CslStyle  *self);
gboolean       csl_style_has_bibliography   (CslStyle  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CslStyle, csl_style_unref)

G_END_DECLS
