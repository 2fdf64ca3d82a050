/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Telling apart what would look the same.
 */

#include "config.h"

#include "processor-private.h"

/**
 * csl_processor_disambiguate:
 * @self: a document whose positions are settled
 *
 * Settles names, given names, conditions and year suffixes of ambiguous cites.
 */
void
csl_processor_disambiguate (CslProcessor *self)
{
}
