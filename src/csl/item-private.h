/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an item is while it is being read, shared by the files that fill it.
 */

#pragma once

#include "csl-value.h"
#include "item.h"

G_BEGIN_DECLS

/* No string of an item may be longer, in bytes */
#define CSL_ITEM_MAX_STRING (1024 * 1024)

typedef struct
{
  /* Owned by the item's chunk: of text and numbers */
  const char *text;

  /* Owned; made when first asked for, by whichever thread comes first */
  CslRichField *rich;

  /* Owned */
  CslName *names;
  guint n_names;
  CslDate *date;
} CslItemValue;

struct _CslItem
{
  /* Owned */
  GStringChunk *strings;
  GArray *values; /* of CslItemValue; the first is nothing */

  /* Owned by the chunk */
  const char *id;

  CslItemType type;
  CslVariable excessive;         /* names that are more, or longer, than can be borne; NONE if there are none */
  guint8 slots[CSL_N_VARIABLES]; /* where in values a variable is; 0: nowhere */
};

CslItem *csl_item_new (void);

CslItemValue *csl_item_add_value  (CslItem        *self,
                                   CslVariable     variable);
gboolean      csl_item_read_date  (CslItem        *self,
                                   CslVariable     variable,
                                   const CslValue *from);
gboolean      csl_item_read_names (CslItem        *self,
                                   CslVariable     variable,
                                   const CslValue *from);
void          csl_item_read_note  (CslItem        *self);

const char *csl_item_add_string (CslItem        *self,
                                 const char     *text);
char       *csl_item_dup_scalar (const CslValue *value);

G_END_DECLS
