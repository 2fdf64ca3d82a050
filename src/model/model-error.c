/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The room's one domain of errors; callers branch on its codes, never on text.
 */

#include "config.h"

#include "model-error.h"

/**
 * offprint_model_error_quark:
 *
 * Returns: the domain of this room's errors
 */
G_DEFINE_QUARK (offprint - model - error - quark, offprint_model_error)
