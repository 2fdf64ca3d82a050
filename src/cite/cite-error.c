/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The error domain of the room cite.
 */

#include "config.h"

#include "cite-error.h"

G_DEFINE_QUARK (offprint - cite - error - quark, offprint_cite_error)
