/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person means by a text that they typed, pasted or dropped.
 */

#pragma once

#include "identifier.h"

G_BEGIN_DECLS

/* One of these is set */
typedef struct
{
  OffprintIdentifier *identifier; /* of the one work that is named */
  GPtrArray *identifiers;         /* of OffprintIdentifier: of several works */
  char *words;                    /* of a title */
  GError *error;                  /* it names something, and that is no work; words are set, too */
} OffprintMeaning;

OffprintMeaning *offprint_meaning_new  (const char      *text); /* NULL if there is nothing but blanks */
void             offprint_meaning_free (OffprintMeaning *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintMeaning, offprint_meaning_free)

G_END_DECLS
