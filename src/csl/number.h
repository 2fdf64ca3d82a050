/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands in a number variable: “3”, “2nd”, “12–15”, “1, 3 & 5”, “fourth”.
 * Numeric content is taken apart once, so that conditions, labels and the
 * number element agree on what is a number and how many there are.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  CSL_NUMBER_FORM_NUMERIC,
  CSL_NUMBER_FORM_ORDINAL,
  CSL_NUMBER_FORM_LONG_ORDINAL,
  CSL_NUMBER_FORM_ROMAN,
} CslNumberForm;

typedef enum
{
  CSL_NUMBER_PART_NUMBER, /* digits or a roman numeral with letters around: see value */
  CSL_NUMBER_PART_RANGE,  /* hyphen or dash that joins two numbers */
  CSL_NUMBER_PART_HYPHEN, /* a hyphen that was escaped: printed as “-”, no plural */
  CSL_NUMBER_PART_COMMA,
  CSL_NUMBER_PART_AND,  /* “&” or the locale's “and” */
  CSL_NUMBER_PART_TEXT, /* anything else; such a number is not numeric */
} CslNumberPartKind;

typedef struct
{
  CslNumberPartKind kind;

  /* Borrowed from the number; not ended by a nul */
  const char *text;
  guint length;

  /* Of NUMBER: its value if it is digits alone (is_plain), else 0 */
  guint value;
  gboolean is_plain;
} CslNumberPart;

typedef struct _CslNumber CslNumber;

/* Gives the ordinal of a number ("3rd", "third"), (transfer full) */
typedef char *(*CslNumberOrdinalFunc) (guint value,
                                       CslNumberForm form,
                                       gpointer user_data);

CslNumber *csl_number_parse (const char *text,
                             gssize      length,
                             const char *and_term);
void       csl_number_free  (CslNumber  *self);

const CslNumberPart *csl_number_get_parts  (const CslNumber      *self,
                                            guint                *n_parts);
gboolean             csl_number_is_numeric (const CslNumber      *self);
gboolean             csl_number_is_plural  (const CslNumber      *self);
char                *csl_number_format     (const CslNumber      *self,
                                            CslNumberForm         form,
                                            const char           *range_delimiter,
                                            const char           *and_symbol,
                                            CslNumberOrdinalFunc  ordinal,
                                            gpointer              user_data) G_GNUC_WARN_UNUSED_RESULT;

gboolean csl_number_text_is_numeric (const char *text);
gboolean csl_number_is_roman        (const char *text,
                                     gsize       length);
char    *csl_number_format_roman    (guint       value) G_GNUC_WARN_UNUSED_RESULT;

/* A locator with labels typed into it falls into stretches: "vol. 1, fol. 186" */
typedef struct
{
  /* Static; name of a locator's term ("volume"), or NULL: the label of the cite, or none for later stretches */
  const char *label;

  /* Owned; what is printed as it stands before the value (", fol. "), and the value */
  char *before;
  char *value;

  gboolean is_plural;
} CslLocatorPart;

GArray     *csl_locator_parse       (const char *text,
                                     const char *and_term) G_GNUC_WARN_UNUSED_RESULT;
const char *csl_locator_parse_label (const char *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CslNumber, csl_number_free)

G_END_DECLS
