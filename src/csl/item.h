/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One work in CSL variables, read from CSL-JSON once. After that it never
 * changes and all threads may share it: names are taken apart, dates are
 * integers, and every variable is one look-up in an array.
 */

#pragma once

#include <json-glib/json-glib.h>

#include "csl-value.h"
#include "rich-field.h"
#include "variables.h"

G_BEGIN_DECLS

/* Names of one variable beyond this many are not read: nobody prints them */
#define CSL_ITEM_MAX_NAMES 10000
#define CSL_ITEM_MAX_NAME  4096 /* bytes of one part of a name */

typedef struct
{
  /* Owned by the item; NULL where absent, never empty */
  const char *family;
  const char *given;
  const char *dropping_particle;
  const char *non_dropping_particle;
  const char *suffix;
  const char *literal; /* a body, or a name to be printed whole; then all others are NULL */

  guint comma_suffix : 1;    /* a comma before the suffix in straight order too */
  guint static_ordering : 1; /* family first without a comma, whatever the style asks */
  guint particle_apart : 1;  /* a blank after the non-dropping particle though it ends in an apostrophe: "de’ Medici" */
  guint is_cjk : 1;          /* written in Chinese, Japanese or Korean letters: family and given run together */
} CslName;

typedef struct
{
  int year;     /* 0: none; negative: before Christ, -300 is 300 BC */
  guint month;  /* 1 to 12, 0: none */
  guint day;    /* 1 to 31, 0: none */
  guint season; /* 1 (spring) to 4, 0: none; then there is no month */
} CslDatePoint;

typedef struct
{
  /* Owned by the item; NULL unless the date is words. Then there are no points */
  const char *literal;

  guint n_points; /* 0, 1 or, of a range, 2 */
  CslDatePoint points[2];

  guint is_circa : 1;
  guint is_open : 1; /* a range without an end: "1987–" */
} CslDate;

typedef struct _CslItem CslItem;

CslItem *csl_item_new_from_json  (JsonObject      *object,
                                  GError         **error) G_GNUC_WARN_UNUSED_RESULT;
CslItem *csl_item_new_from_value (const CslValue  *object,
                                  GError         **error) G_GNUC_WARN_UNUSED_RESULT;
CslItem *csl_item_parse          (const char      *json,
                                  gssize           length,
                                  GError         **error) G_GNUC_WARN_UNUSED_RESULT;
CslItem *csl_item_ref            (CslItem         *self);
void     csl_item_unref          (CslItem         *self);

const char *csl_item_get_id       (CslItem *self);
CslItemType csl_item_get_type     (CslItem *self);
const char *csl_item_get_language (CslItem *self);

gboolean       csl_item_has       (CslItem     *self,
                                   CslVariable  variable);
const char    *csl_item_get_text  (CslItem     *self,
                                   CslVariable  variable);
CslRichField  *csl_item_get_rich  (CslItem     *self,
                                   CslVariable  variable);
CslVariable    csl_item_find_form (CslItem     *self,
                                   CslVariable  variable,
                                   gboolean     is_short);
const CslName *csl_item_get_names (CslItem     *self,
                                   CslVariable  variable,
                                   guint       *n_names);
const CslDate *csl_item_get_date  (CslItem     *self,
                                   CslVariable  variable);

char *csl_item_make_label (CslItem *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean csl_name_equal (const CslName *a,
                         const CslName *b);
gboolean csl_date_parse (const char    *text,
                         CslDate       *date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CslItem, csl_item_unref)

G_END_DECLS
