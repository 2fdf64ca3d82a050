/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can go wrong with a record or an identifier.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_MODEL_ERROR_RECORD_INVALID,
  OFFPRINT_MODEL_ERROR_RECORD_NEWER,
  OFFPRINT_MODEL_ERROR_IDENTIFIER_INVALID,
  OFFPRINT_MODEL_ERROR_NOT_FOUND,
  OFFPRINT_MODEL_ERROR_NOT_STORED,
} OffprintModelError;

#define OFFPRINT_MODEL_ERROR (offprint_model_error_quark ())
GQuark offprint_model_error_quark (void);

G_END_DECLS
