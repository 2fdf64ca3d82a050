/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one error domain of the citation engine.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  CSL_ERROR_STYLE_INVALID,
  CSL_ERROR_LOCALE_INVALID,
  CSL_ERROR_ITEM_INVALID,
  CSL_ERROR_TOO_LARGE,
} CslError;

#define CSL_ERROR (csl_error_quark ())

GQuark csl_error_quark (void);

G_END_DECLS
