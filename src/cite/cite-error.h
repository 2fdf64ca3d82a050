/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can go wrong between a work and its citation.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_CITE_ERROR_NO_STYLE,   /* no style of that name is installed */
  OFFPRINT_CITE_ERROR_NO_TEXT,    /* the style has nothing to say of the work */
  OFFPRINT_CITE_ERROR_NO_PARENT,  /* a dependent style's parent must be installed first */
  OFFPRINT_CITE_ERROR_NAME_TAKEN, /* by a style of another id */
  OFFPRINT_CITE_ERROR_NOT_OWN,    /* it is the system's or another program's */
  OFFPRINT_CITE_ERROR_BAD_LIST,   /* the repository's list cannot be read */
} OffprintCiteError;

#define OFFPRINT_CITE_ERROR (offprint_cite_error_quark ())
GQuark offprint_cite_error_quark (void);

G_END_DECLS
