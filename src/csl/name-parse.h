/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Particles and suffixes that people type into the plain fields of a name.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The parts of a name while it is read; each string is owned */
typedef struct
{
  char *family;
  char *given;
  char *dropping_particle;
  char *non_dropping_particle;
  char *suffix;

  gboolean comma_suffix;
  gboolean particle_apart; /* a blank stood after the apostrophe of the non-dropping particle */
} CslNameParts;

void     csl_name_parts_split  (CslNameParts *self);
void     csl_name_parts_clear  (CslNameParts *self);
gboolean csl_name_parts_is_cjk (CslNameParts *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CslNameParts, csl_name_parts_clear)

G_END_DECLS
