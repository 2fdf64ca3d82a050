/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of this room share: a readable form of rich text, and texts made by
 * chance that are the same on every machine.
 */

#pragma once

#include "rich-text.h"

char             *support_dump         (OffprintRichText *text);
char             *support_words        (OffprintRichText *text);
void              support_remove_space (char             *text);
char             *support_random_soup  (GRand            *random);
OffprintRichText *support_random_text  (GRand            *random);
