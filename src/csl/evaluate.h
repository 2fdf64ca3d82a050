/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From an item to a tree: what the style says of this item, in this cite, with
 * the facts that are settled so far. The same question with other facts is asked
 * again and again while cites are told apart, so it must be cheap.
 */

#pragma once

#include "item.h"
#include "locale-private.h"
#include "output.h"
#include "style-private.h"

G_BEGIN_DECLS

/* Bounds of one evaluation: see csl_evaluate () */
#define CSL_EVALUATE_MAX_NODES 1000000
#define CSL_EVALUATE_MAX_BYTES (1024 * 1024)

/* What is settled about the names of one rendering of a names element */
typedef struct
{
  guint shown; /* names to show; 0: as the style says */

  /* Of given names, by index: 0 as the style says, 1 initials, 2 in full. In the arena of who settled them */
  guint n_levels;
  guint8 *levels;
} CslNamesFacts;

/* What is settled about one item */
typedef struct
{
  guint n_sets; /* name variables in the order in which a cite renders them */
  CslNamesFacts *sets;

  guint disambiguate; /* how many conditions "disambiguate" hold, 0: none */
  guint year_suffix;  /* 1: a; 0: none */
  guint citation_number;
} CslItemFacts;

/* What an evaluation saw of names: the room that there is for telling cites apart */
typedef struct
{
  CslVariable variable;
  guint n_names;
  guint shown; /* how many were shown without any fact */
  const CslNameOptions *options;
  const CslName *names;
} CslNamesSeen;

typedef enum
{
  CSL_GROUP_NOTHING = 0,
  CSL_GROUP_CALLED = 1 << 0,  /* a variable was asked for */
  CSL_GROUP_PRINTED = 1 << 1, /* and gave something */
  CSL_GROUP_TERM = 1 << 2,    /* a term or value was printed */
} CslGroupState;

typedef struct
{
  /* Borrowed */
  CslArena *arena;
  const CslStyle *style;
  const CslLocale *locale;
  CslItem *item;
  const CslItemFacts *facts; /* NULL: nothing is settled */

  CslArea area;
  const CslKey *key; /* of a sort; NULL otherwise */
  gboolean is_sorting;

  /* Of the cite; in the bibliography none */
  const char *locator; /* NULL if there is none */
  guint locator_term;
  CslPosition position;
  gboolean is_near_note;
  guint first_note; /* 0 if there is none */

  /* While it runs */
  const char *language; /* for text-case; NULL: none that has a case of its own */
  CslVariableSet suppressed;
  CslVariableSet printed; /* inside substitute */
  guint substitute_depth;
  const CslNamePart *family; /* of the names around whose substitute this is; NULL: none */
  const CslNamePart *given;
  guint date_depth; /* macros with dates around, while sorting */
  guint n_visited;
  gsize n_bytes; /* of text from the item */
  guint n_sets;
  guint n_disambiguate; /* conditions met so far */
  guint names_depth;
  gboolean has_year_suffix;
  gboolean has_names;
  gboolean has_text;  /* was the item asked for a text of its own? */
  gboolean has_first; /* did the layout's first element print? */
  gboolean has_last;  /* and its last? */
  CslTermForm locator_form;
  GArray *seen; /* of CslNamesSeen, owned by who asks; NULL if nobody does */
} CslEval;

static inline gboolean
csl_eval_is_full (const CslEval *self)
{
  return self->n_visited >= CSL_EVALUATE_MAX_NODES || self->n_bytes >= CSL_EVALUATE_MAX_BYTES;
}

CslOut *csl_evaluate (CslEval *self);

/* Between the files of evaluation */
guint          csl_eval_nodes     (CslEval         *self,
                                   const CslNode   *nodes,
                                   guint            n_nodes,
                                   CslOut          *out);
guint          csl_eval_value     (CslEval         *self,
                                   const CslNode   *node,
                                   CslOut          *out);
guint          csl_eval_term      (CslEval         *self,
                                   const CslNode   *node,
                                   CslOut          *out);
guint          csl_eval_variable  (CslEval         *self,
                                   const CslNode   *node,
                                   CslOut          *out);
guint          csl_eval_names     (CslEval         *self,
                                   const CslNode   *node,
                                   CslOut          *out);
guint          csl_eval_date      (CslEval         *self,
                                   const CslNode   *node,
                                   CslOut          *out);
guint          csl_eval_number    (CslEval         *self,
                                   const CslNode   *node,
                                   CslOut          *out);
guint          csl_eval_label     (CslEval         *self,
                                   const CslNode   *node,
                                   CslOut          *out);
gboolean       csl_eval_condition (CslEval         *self,
                                   const CslBranch *branch);
const CslNode *csl_eval_choose    (CslEval         *self,
                                   const CslNode   *node);

gboolean    csl_eval_is_suppressed   (CslEval            *self,
                                      CslVariable         variable);
void        csl_eval_mark_printed    (CslEval            *self,
                                      CslVariable         variable);
const char *csl_eval_get_number_text (CslEval            *self,
                                      CslVariable         variable);
const char *csl_eval_format_number   (CslEval            *self,
                                      CslVariable         variable,
                                      const char         *text,
                                      CslNumberForm       form,
                                      guint               term);
const char *csl_eval_format_locator  (CslEval            *self);
CslOut     *csl_eval_new_piece       (CslEval            *self,
                                      CslTag              tag,
                                      const char         *text,
                                      CslRichField       *rich,
                                      CslTextCase         text_case);
CslOut     *csl_eval_new_term        (CslEval            *self,
                                      CslTag              tag,
                                      const CslTermValue *value,
                                      CslTextCase         text_case);
CslOut     *csl_eval_new_words       (CslEval            *self,
                                      CslTag              tag,
                                      const char         *text,
                                      CslRichField       *rich,
                                      CslTextCase         text_case);
void        csl_eval_apply_case      (CslEval            *self,
                                      CslOut             *out,
                                      CslTextCase         text_case);
gboolean    csl_text_has_marks       (const char         *text);
gboolean    csl_char_is_romanesque   (gunichar            c);
const char *csl_eval_get_year_suffix (CslEval            *self);

G_END_DECLS
