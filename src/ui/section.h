/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all parts of the page and the pane have in common: a work that they show a
 * part of, following its changes, and a way to be searched.
 */

#pragma once

#include <adwaita.h>

#include "work.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_SECTION (offprint_section_get_type ())
G_DECLARE_DERIVABLE_TYPE (OffprintSection, offprint_section, OFFPRINT, SECTION, AdwBin)

struct _OffprintSectionClass
{
  AdwBinClass parent_class;

  /* another work stands here now: forget what was opened or chosen for the last */
  void (*reset) (OffprintSection *self);
  /* show the work as it is now, changing only what differs */
  void (*update) (OffprintSection *self,
                  OffprintWork *work,
                  gboolean loading);
  /* all texts in reading order, as they stand on the screen; (transfer full) */
  GStrv (*dup_texts) (OffprintSection *self,
                      OffprintWork *work);
  /* bring that text onto the screen; its label, or NULL if it is marked already */
  GtkLabel *(*show_text) (OffprintSection *self,
                          guint text);
};

/* Properties: "work", "loading" */
OffprintWork *offprint_section_get_work    (OffprintSection *self); /* nullable */
void          offprint_section_set_work    (OffprintSection *self,
                                            OffprintWork    *work);
gboolean      offprint_section_get_loading (OffprintSection *self);

G_END_DECLS
