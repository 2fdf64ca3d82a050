/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person does about the sources of a work: choose one for a value, take one back
 * whole; and undo that exactly, whatever has come meanwhile.
 */

#pragma once

#include "work.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_WORK_EDIT (offprint_work_edit_get_type ())
typedef struct _OffprintWorkEdit OffprintWorkEdit; /* boxed, immutable: what is needed to undo */

GType             offprint_work_edit_get_type (void) G_GNUC_CONST;
OffprintWorkEdit *offprint_work_edit_ref      (OffprintWorkEdit *self);
void              offprint_work_edit_unref    (OffprintWorkEdit *self);

/* Each (transfer full), and NULL if nothing was done */
OffprintWorkEdit *offprint_work_choose            (OffprintWork     *self,
                                                   const char       *pointer,
                                                   const char       *reading_id) G_GNUC_WARN_UNUSED_RESULT;
OffprintWorkEdit *offprint_work_choose_former     (OffprintWork     *self,
                                                   const char       *pointer,
                                                   OffprintReading  *former) G_GNUC_WARN_UNUSED_RESULT;
OffprintWorkEdit *offprint_work_unchoose          (OffprintWork     *self,
                                                   const char       *pointer) G_GNUC_WARN_UNUSED_RESULT;
OffprintWorkEdit *offprint_work_take_back_reading (OffprintWork     *self,
                                                   const char       *id) G_GNUC_WARN_UNUSED_RESULT;
void              offprint_work_undo              (OffprintWork     *self,
                                                   OffprintWorkEdit *edit);
/* what is kept of a work joins what has come of it meanwhile, with what the user chose */
void offprint_work_join (OffprintWork *self,
                         OffprintWork *kept);
/* nullable: the id of the reading that the user chose for the value at a JSON pointer */
const char *offprint_work_get_choice (OffprintWork *self,
                                      const char   *pointer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintWorkEdit, offprint_work_edit_unref)

G_END_DECLS
