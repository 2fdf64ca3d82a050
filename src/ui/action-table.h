/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every command of the window, once: its name, its words, its keys and its place
 * in the main menu. The accelerators, the dialog of shortcuts and the menu are
 * made from this, so that none of them can promise what another does not keep.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_ACTION_GROUP_GO,
  OFFPRINT_ACTION_GROUP_READ,
  OFFPRINT_ACTION_GROUP_CITE,
  OFFPRINT_ACTION_GROUP_VIEW,
  OFFPRINT_ACTION_GROUP_PROGRAM,
  OFFPRINT_N_ACTION_GROUPS
} OffprintActionGroup;

/* How its keys reach it. */
typedef enum
{
  OFFPRINT_KEYS_ACCELERATOR, /* wherever the focus is */
  OFFPRINT_KEYS_BINDING,     /* only where nothing nearer wants the key: copy and paste */
  OFFPRINT_KEYS_TOOLKIT,     /* GTK’s own: shown, not set */
} OffprintKeys;

typedef struct
{
  const char *action;    /* detailed: "work.save-citation::ris"; NULL for a key that is GTK’s */
  const char *title;     /* marked with N_ */
  const char *accels[4]; /* the first one is shown */
  OffprintActionGroup group;
  OffprintKeys keys;
  gboolean in_menu;
} OffprintActionInfo;

const OffprintActionInfo *offprint_action_table_get        (gsize               *n);
const char               *offprint_action_group_get_title  (OffprintActionGroup  group);
void                      offprint_action_table_set_accels (GtkApplication      *application);
GMenuModel               *offprint_action_table_new_menu   (void);
void                      offprint_action_table_fill_menu  (GMenuModel          *menu,
                                                            OffprintActionGroup  group);
/* @target_type: (out): "s" or NULL. Returns: (transfer full) (nullable): the name of a row of the work view, without its target */
char *offprint_action_info_dup_work_action (const OffprintActionInfo  *info,
                                            const char               **target_type);

G_END_DECLS
