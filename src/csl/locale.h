/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words, dates and habits of one language for one style. A style's own words
 * lie over those of the dialect, these over the language's, these over American
 * English: all is laid together once, and a term is then one look-up.
 */

#pragma once

#include "style.h"

G_BEGIN_DECLS

typedef struct _CslLocale CslLocale;

/* Gives the XML of locales-TAG.xml, (transfer full), or NULL if there is none */
typedef GBytes *(*CslLocaleLoader) (const char *tag,
                                    gpointer user_data);

CslLocale *csl_locale_new   (CslStyle         *style,
                             const char       *tag,
                             CslLocaleLoader   loader,
                             gpointer          user_data,
                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;
CslLocale *csl_locale_ref   (CslLocale        *self);
void       csl_locale_unref (CslLocale        *self);

const char *csl_locale_get_tag  (CslLocale  *self);
const char *csl_locale_get_word (CslLocale  *self,
                                 const char *term);

GBytes *csl_locale_load_from_dirs (const char *tag,
                                   gpointer    dirs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CslLocale, csl_locale_unref)

G_END_DECLS
