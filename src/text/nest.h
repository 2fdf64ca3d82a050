/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs have flags, targets have nested elements: what opens and closes between them,
 * and how lists stand in each other, is worked out here for every target that nests.
 */

#pragma once

#include "rich-text.h"

G_BEGIN_DECLS

#define OFFPRINT_NEST_MAX_RULES 8
#define OFFPRINT_NEST_MAX_LISTS 32

typedef struct
{
  OffprintRunFlags flags;
  const char *open;
  const char *close;
} OffprintNestRule;

typedef struct
{
  /* From the outside in; ends with a rule without flags */
  const OffprintNestRule *runs;
  /* NULL: links are not written */
  void (*open_link) (GString *string,
                     const char *href);
  const char *close_link;

  /* Lists within lists, 0 for any number; deeper items join the last */
  guint max_lists;

  void (*open_list) (GString *string,
                     gboolean is_ordered,
                     guint number);
  const char *close_bullets;
  const char *close_numbers;
  const char *open_item;
  const char *close_item;
  const char *open_paragraph;
  const char *close_paragraph;
  const char *open_heading;
  const char *close_heading;

  void (*append_text) (GString *string,
                       const char *text);
} OffprintNestRules;

char *offprint_nest_write       (OffprintRichText        *text,
                                 const OffprintNestRules *rules);
char *offprint_nest_write_lines (OffprintRichText        *text,
                                 const OffprintNestRules *rules);
void  offprint_nest_write_runs  (GString                 *string,
                                 const OffprintBlock     *block,
                                 const OffprintNestRules *rules);

G_END_DECLS
