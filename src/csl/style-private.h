/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of a style, for the stages of the engine only.
 */

#pragma once

#include "arena.h"
#include "node-read.h"
#include "node.h"
#include "style.h"

G_BEGIN_DECLS

#define CSL_STYLE_MAX_MACRO_DEPTH 64

typedef enum
{
  CSL_DEMOTE_DISPLAY_AND_SORT,
  CSL_DEMOTE_SORT_ONLY,
  CSL_DEMOTE_NEVER
} CslDemote;

typedef enum
{
  CSL_COLLAPSE_NONE,
  CSL_COLLAPSE_CITATION_NUMBER,
  CSL_COLLAPSE_YEAR,
  CSL_COLLAPSE_YEAR_SUFFIX,
  CSL_COLLAPSE_YEAR_SUFFIX_RANGED,
} CslCollapse;

typedef enum
{
  CSL_GIVENNAME_BY_CITE,
  CSL_GIVENNAME_ALL_NAMES,
  CSL_GIVENNAME_ALL_NAMES_WITH_INITIALS,
  CSL_GIVENNAME_PRIMARY_NAME,
  CSL_GIVENNAME_PRIMARY_NAME_WITH_INITIALS,
} CslGivennameRule;

typedef enum
{
  CSL_SUBSTITUTE_COMPLETE_ALL,
  CSL_SUBSTITUTE_COMPLETE_EACH,
  CSL_SUBSTITUTE_PARTIAL_EACH,
  CSL_SUBSTITUTE_PARTIAL_FIRST,
} CslSubstituteRule;

typedef enum
{
  CSL_ALIGN_SECOND_NONE,
  CSL_ALIGN_SECOND_FLUSH,
  CSL_ALIGN_SECOND_MARGIN
} CslSecondFieldAlign;

/* Of citation or bibliography */
typedef struct
{
  gboolean is_present;
  CslNode layout;
  guint n_keys;
  CslNode *keys;
  CslNameOptions names;
  guint uses; /* CslUses of the layout */
} CslSection;

struct _CslStyle
{
  /* Owned */
  CslArena *arena;
  GPtrArray *custom_terms;  /* of names in the arena */
  GPtrArray *locale_blocks; /* of CslLocaleBlock in the arena, in the file's order */

  /* In the arena; never NULL but for default_locale */
  const char *title;
  const char *title_short;
  const char *id;
  const char *default_locale;
  const char *parent; /* NULL if independent */
  guint parent_line;
  const char *slip;  /* what is wrong, but can be lived with; NULL: nothing */
  gboolean is_newer; /* than CSL 1.0: it may know terms that we do not */

  CslStyleFormat format;
  CslStyleClass style_class;
  CslDemote demote;
  gboolean initialize_with_hyphen;
  CslPageRangeFormat page_range_format;
  CslNameOptions names;

  guint n_macros;
  CslMacro *macros;

  CslSection sections[CSL_N_AREAS];

  /* Of citation */
  gboolean add_names;
  gboolean add_givenname;
  gboolean add_year_suffix;
  CslGivennameRule givenname_rule;
  CslCollapse collapse;
  const char *cite_group_delimiter; /* NULL: unset */
  const char *year_suffix_delimiter;
  const char *after_collapse_delimiter;
  guint near_note_distance;

  /* Of bibliography */
  const char *author_substitute; /* NULL: unset */
  CslSubstituteRule substitute_rule;
  CslSecondFieldAlign second_field_align;
  gboolean hanging_indent;
  guint entry_spacing;
  guint line_spacing;
};

gboolean csl_style_read    (CslStyle    *self,
                            const char  *name,
                            const char  *data,
                            gsize        length,
                            GError     **error);
gboolean csl_style_resolve (CslStyle    *self,
                            const char  *name,
                            GError     **error);

G_END_DECLS
