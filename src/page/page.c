/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lets every layer say what it found, and makes one record of it: where two speak of the
 * same thing, the more exact one is believed.
 */

#include "config.h"

#include "page.h"

#include <glib/gi18n-lib.h>

#include "layers.h"

G_DEFINE_QUARK (offprint - page - error - quark, offprint_page_error)
