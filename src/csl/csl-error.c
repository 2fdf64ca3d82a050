/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The quark of the engine's error domain.
 */

#include "config.h"

#include "csl-error.h"

G_DEFINE_QUARK (csl - error - quark, csl_error)
