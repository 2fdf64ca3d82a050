/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One of several works that may be meant: found by a title, named in a text that
 * somebody pasted, or standing in a file.
 */

#pragma once

#include "identifier.h"
#include "work.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_CHOICE (offprint_choice_get_type ())
G_DECLARE_FINAL_TYPE (OffprintChoice, offprint_choice, OFFPRINT, CHOICE, GObject)

OffprintChoice     *offprint_choice_new_for_work       (OffprintWork       *work);
OffprintChoice     *offprint_choice_new_for_reading    (OffprintReading    *reading);
OffprintChoice     *offprint_choice_new_for_identifier (OffprintIdentifier *identifier);
const char         *offprint_choice_get_title          (OffprintChoice     *self);
const char         *offprint_choice_get_detail         (OffprintChoice     *self);
const char         *offprint_choice_get_place          (OffprintChoice     *self);
OffprintWork       *offprint_choice_get_work           (OffprintChoice     *self);
OffprintIdentifier *offprint_choice_get_identifier     (OffprintChoice     *self);

G_END_DECLS
