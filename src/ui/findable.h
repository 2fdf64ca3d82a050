/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be searched by Ctrl+F. Finding asks the model, not the screen: a match
 * may stand in an abstract that is not the one shown, or among works cited that
 * have no row yet. So each part of the page counts for itself and shows for itself.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OFFPRINT_TYPE_FINDABLE (offprint_findable_get_type ())
G_DECLARE_INTERFACE (OffprintFindable, offprint_findable, OFFPRINT, FINDABLE, GtkWidget)

struct _OffprintFindableInterface
{
  GTypeInterface parent;

  guint (*count) (OffprintFindable *self, const char *words);
  void (*show) (OffprintFindable *self, guint n);
};

guint offprint_findable_count (OffprintFindable *self,
                               const char *words); /* "" forgets the last search */
void offprint_findable_show (OffprintFindable *self,
                             guint n); /* below the last count */

/* A match in one of several texts; both in characters. */
typedef struct
{
  guint text;
  int start;
  int end;
} OffprintMatch;

/* appends an OffprintMatch for each place of @words in @haystack, letters' case apart */
void offprint_find_in_text (GArray     *matches,
                            guint       text,
                            const char *haystack,
                            const char *words);

G_END_DECLS
