/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A work on the screen: the page that is read and the pane beside it with all that
 * is about it. The window gives it a work and says how much room there is; the view
 * needs to know nothing of windows, libraries or networks.
 *
 * The shell loads /io/github/offprint/Offprint/ui/work.css beside its own style.css.
 */

#pragma once

#include <adwaita.h>

#include "styles.h"
#include "work.h"

G_BEGIN_DECLS

/* How much room there is: the window's breakpoints set it by nick. */
typedef enum
{
  OFFPRINT_WORK_VIEW_LAYOUT_WIDE,   /* "wide": the pane stands beside the page */
  OFFPRINT_WORK_VIEW_LAYOUT_MEDIUM, /* "medium": the pane lies over the page's end side */
  OFFPRINT_WORK_VIEW_LAYOUT_NARROW, /* "narrow": the pane is a sheet, its bar cites */
} OffprintWorkViewLayout;

/* What of a view can wait while its window appears */
typedef enum
{
  OFFPRINT_HURRY_NONE,
  OFFPRINT_HURRY_BELOW, /* what lies below the abstract */
  OFFPRINT_HURRY_PANE_AND_BELOW,
} OffprintHurry;

#define OFFPRINT_TYPE_WORK_VIEW_LAYOUT (offprint_work_view_layout_get_type ())
GType offprint_work_view_layout_get_type (void) G_GNUC_CONST;

/* Properties:
 *   "work"      OffprintWork, nullable
 *   "settings"  GSettings of the schema io.github.offprint.Offprint, nullable
 *   "catalog"   OffprintStyleCatalog, nullable
 *   "layout"    OffprintWorkViewLayout
 *   "show-pane" gboolean; the sheet, when narrow, opens and closes by it too
 *   "loading"   gboolean: sources are still being asked
 * Signals:
 *   "open-identifier" (const char *)  a work to go to: a DOI, as a person may type it
 *   "toast"           (AdwToast *)    what happened; the receiver owns it
 *   "refresh"         ()              look at the sources again
 *   "edited"          ()              the reader decided something about the work: to be kept
 * Actions: work.copy-citation, work.copy-in-text, work.cite-in-text, work.open-doi, work.copy-doi,
 *   work.copy-address, work.save-citation (s: "ris", "enw", "bib", "json"),
 *   work.choose-style, work.copy-abstract, work.copy-page, work.view-notice,
 *   work.show-references, work.save-references (s), work.show-sources, work.show-changes, work.check, work.find, work.log-in,
 *   work.open-through-library, work.ask-permission, work.open-link (s),
 *   work.copy-note (u), work.show-note (u): one of the notes, from 0 */
#define OFFPRINT_TYPE_WORK_VIEW (offprint_work_view_get_type ())
G_DECLARE_FINAL_TYPE (OffprintWorkView, offprint_work_view, OFFPRINT, WORK_VIEW, AdwBin)

GtkWidget    *offprint_work_view_new           (void);
OffprintWork *offprint_work_view_get_work      (OffprintWorkView *self); /* nullable */
void          offprint_work_view_set_work      (OffprintWorkView *self,
                                                OffprintWork     *work);
gboolean      offprint_work_view_get_show_pane (OffprintWorkView *self);
void          offprint_work_view_set_show_pane (OffprintWorkView *self,
                                                gboolean          show_pane);
gboolean      offprint_work_view_get_loading   (OffprintWorkView *self);
void          offprint_work_view_set_loading   (OffprintWorkView *self,
                                                gboolean          loading);
/* what the last refresh changed: of OffprintDifference; nullable */
GListModel *offprint_work_view_get_changes (OffprintWorkView *self);
void        offprint_work_view_set_changes (OffprintWorkView *self,
                                            GListModel       *changes);
gboolean    offprint_work_view_has_changes (OffprintWorkView *self);
/* while a window appears: only what its first picture needs, the top of the page */
void offprint_work_view_set_hurry  (OffprintWorkView *self,
                                    OffprintHurry     hurry);
void offprint_work_view_begin_find (OffprintWorkView *self);
/* whether an action of the view can be done with its work */
gboolean offprint_work_view_can (OffprintWorkView *self,
                                 const char       *action);
/* Copies what the citation card shows, or its in-text form: FALSE if there is none yet.
 * For the window's own Ctrl+C, where nothing is selected. */
gboolean offprint_work_view_copy_citation (OffprintWorkView *self,
                                           gboolean          in_text);

G_END_DECLS
