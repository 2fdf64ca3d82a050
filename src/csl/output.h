/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What evaluation makes of an item: a tree that keeps its meaning. Every piece
 * says what it is (a name, a year, the suffix of a year), so that names can be
 * dropped, numbers drawn together and authors replaced by a dash without
 * looking at a string. Nodes stand in an arena, children in a list.
 */

#pragma once

#include "arena.h"
#include "node.h"

G_BEGIN_DECLS

typedef enum
{
  CSL_TAG_NONE,
  CSL_TAG_CITE,      /* all of one cite or entry; number: its place in the cluster */
  CSL_TAG_NAMES,     /* one element names, with all its variables */
  CSL_TAG_ROLE,      /* the names of one variable, with label */
  CSL_TAG_NAME_LIST, /* the names of one variable, without label */
  CSL_TAG_NAME,      /* number: the name's index in its variable */
  CSL_TAG_ET_AL,
  CSL_TAG_AND,
  CSL_TAG_LABEL,
  CSL_TAG_DATE, /* number: the variable */
  CSL_TAG_YEAR,
  CSL_TAG_YEAR_SUFFIX,     /* number: 1 for a */
  CSL_TAG_CITATION_NUMBER, /* number: itself */
  CSL_TAG_CITATION_LABEL,
  CSL_TAG_LOCATOR,
  CSL_TAG_TERM,
  CSL_TAG_TITLE,
  CSL_TAG_LINK,   /* link: where it goes */
  CSL_TAG_PREFIX, /* given with the cite */
  CSL_TAG_SUFFIX,
} CslTag;

/* An author's own periods stay inside words: “comp.os.minix” */
typedef enum
{
  CSL_STRIP_NONE,
  CSL_STRIP_ALL,
  CSL_STRIP_ABBREVIATIONS
} CslStrip;

typedef enum
{
  CSL_OUT_GROUP,
  CSL_OUT_TEXT,
  CSL_OUT_RICH
} CslOutKind;

typedef struct _CslOut CslOut;
struct _CslOut
{
  CslOut *next;
  CslOut *first; /* of a group */
  CslOut *last;

  guint8 kind; /* CslOutKind */
  guint8 tag;  /* CslTag */
  guint8 display;
  guint8 quotes : 1;
  guint8 quotes_off : 1;
  guint8 strip_periods : 2; /* CslStrip */
  guint8 is_hidden : 1;     /* left out, delimiter and all */
  guint8 is_whole : 1;      /* punctuation at its start stays */
  guint8 is_layout : 1;     /* its suffix is the layout's */
  guint8 is_begun : 1;      /* names of nobody stand at its start: a term after them has no capital */
  guint8 has_text : 1;      /* of a cite: was its item asked for a text? */
  guint8 is_note : 1;       /* brackets in brackets become square within it */
  CslFormat format;
  guint number;

  /* Borrowed from the style, the locale, the item or the arena */
  const char *prefix;
  const char *suffix;
  const char *delimiter;
  const char *link;

  /* Of a text */
  const char *text;
  guint length;
  CslRichField *rich;
};

CslOut *csl_out_new_group (CslArena      *arena,
                           CslTag         tag);
CslOut *csl_out_new_node  (CslArena      *arena,
                           CslTag         tag,
                           const CslNode *node);
CslOut *csl_out_new_text  (CslArena      *arena,
                           CslTag         tag,
                           const char    *text);
CslOut *csl_out_new_rich  (CslArena      *arena,
                           CslTag         tag,
                           CslRichField  *rich);
void    csl_out_append    (CslOut        *self,
                           CslOut        *child);
void    csl_out_apply     (CslOut        *self,
                           const CslNode *node);
CslOut *csl_out_find      (CslOut        *self,
                           CslTag         tag);

static inline gboolean
csl_out_is_empty (const CslOut *self)
{
  return self->first == NULL;
}

G_END_DECLS
