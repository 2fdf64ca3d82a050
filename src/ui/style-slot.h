/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One place in a list of styles.
 */

#pragma once

#include <glib-object.h>

#include "styles.h"

G_BEGIN_DECLS

/* A place in the list of what is found, which another search gives to another style: the
 * row that shows it stays. Property "info": OffprintStyleInfo */
#define OFFPRINT_TYPE_STYLE_SLOT (offprint_style_slot_get_type ())
G_DECLARE_FINAL_TYPE (OffprintStyleSlot, offprint_style_slot, OFFPRINT, STYLE_SLOT, GObject)

OffprintStyleInfo *offprint_style_slot_get_info (OffprintStyleSlot *self);
void               offprint_style_slot_set_info (OffprintStyleSlot *self,
                                                 OffprintStyleInfo *info);

G_END_DECLS
