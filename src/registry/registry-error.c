/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The room's error domain. It stands alone so that parsers, which know no network,
 * need nothing else of the room.
 */

#include "config.h"

#include "registry-error.h"

/**
 * offprint_registry_error_quark:
 *
 * The domain of all that can go wrong between here and a registry; its codes are
 * `OffprintRegistryError`.
 *
 * Returns: the quark
 */
G_DEFINE_QUARK (offprint - registry - error - quark, offprint_registry_error)
