/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A style once it is read: small structs in the style's arena, children side by
 * side, every name an integer. The reader makes them, evaluation walks them, and
 * nobody changes them in between, so that threads can share a style.
 */

#pragma once

#include "number.h"
#include "page-range.h"
#include "rich-field.h"
#include "terms.h"
#include "text-case.h"
#include "variables.h"

G_BEGIN_DECLS

typedef enum
{
  CSL_NODE_LAYOUT,
  CSL_NODE_GROUP,
  CSL_NODE_TEXT_VARIABLE,
  CSL_NODE_TEXT_MACRO,
  CSL_NODE_TEXT_TERM,
  CSL_NODE_TEXT_VALUE,
  CSL_NODE_NUMBER,
  CSL_NODE_LABEL,
  CSL_NODE_NAMES,
  CSL_NODE_DATE,
  CSL_NODE_DATE_PART,
  CSL_NODE_CHOOSE,
  CSL_NODE_BRANCH,
  CSL_NODE_KEY,
} CslNodeKind;

typedef enum
{
  CSL_STYLE_UNSET,
  CSL_STYLE_NORMAL,
  CSL_STYLE_ITALIC,
  CSL_STYLE_OBLIQUE
} CslFontStyle;
typedef enum
{
  CSL_VARIANT_UNSET,
  CSL_VARIANT_NORMAL,
  CSL_VARIANT_SMALL_CAPS
} CslFontVariant;
typedef enum
{
  CSL_WEIGHT_UNSET,
  CSL_WEIGHT_NORMAL,
  CSL_WEIGHT_BOLD,
  CSL_WEIGHT_LIGHT
} CslFontWeight;
typedef enum
{
  CSL_DECORATION_UNSET,
  CSL_DECORATION_NONE,
  CSL_DECORATION_UNDERLINE
} CslDecoration;
typedef enum
{
  CSL_ALIGN_UNSET,
  CSL_ALIGN_BASELINE,
  CSL_ALIGN_SUP,
  CSL_ALIGN_SUB
} CslAlign;

typedef struct
{
  guint16 style : 2;
  guint16 variant : 2;
  guint16 weight : 2;
  guint16 decoration : 2;
  guint16 align : 2;
} CslFormat;

static inline gboolean
csl_format_is_empty (CslFormat format)
{
  return format.style == 0 && format.variant == 0 && format.weight == 0 &&
         format.decoration == 0 && format.align == 0;
}

/* The normal face of a name or a part of a date is not said: measured with the
 * reference engine */
static inline CslFormat
csl_format_drop_normal (CslFormat format)
{
  if (format.style == CSL_STYLE_NORMAL)
    format.style = CSL_STYLE_UNSET;
  if (format.variant == CSL_VARIANT_NORMAL)
    format.variant = CSL_VARIANT_UNSET;
  if (format.weight == CSL_WEIGHT_NORMAL)
    format.weight = CSL_WEIGHT_UNSET;
  return format;
}

typedef enum
{
  CSL_DISPLAY_NONE,
  CSL_DISPLAY_BLOCK,
  CSL_DISPLAY_LEFT_MARGIN,
  CSL_DISPLAY_RIGHT_INLINE,
  CSL_DISPLAY_INDENT,
} CslDisplay;

typedef enum
{
  CSL_PLURAL_CONTEXTUAL,
  CSL_PLURAL_ALWAYS,
  CSL_PLURAL_NEVER
} CslPlural;

typedef enum
{
  CSL_PART_YEAR,
  CSL_PART_MONTH,
  CSL_PART_DAY,
  CSL_N_PARTS
} CslDatePart;

typedef enum
{
  CSL_PART_FORM_DEFAULT,
  CSL_PART_FORM_LONG,
  CSL_PART_FORM_SHORT,
  CSL_PART_FORM_NUMERIC,
  CSL_PART_FORM_NUMERIC_LEADING_ZEROS,
  CSL_PART_FORM_ORDINAL,
} CslPartForm;

typedef enum
{
  CSL_DATE_FORM_NONE,
  CSL_DATE_FORM_NUMERIC,
  CSL_DATE_FORM_TEXT
} CslDateForm;

typedef enum
{
  CSL_MATCH_ALL,
  CSL_MATCH_ANY,
  CSL_MATCH_NONE
} CslMatch;

typedef enum
{
  CSL_TEST_VARIABLE,
  CSL_TEST_TYPE,
  CSL_TEST_IS_NUMERIC,
  CSL_TEST_IS_UNCERTAIN_DATE,
  CSL_TEST_POSITION,
  CSL_TEST_LOCATOR,
  CSL_TEST_DISAMBIGUATE,
  CSL_TEST_NEVER, /* a word that CSL does not know */
} CslTestKind;

typedef enum
{
  CSL_POSITION_FIRST,
  CSL_POSITION_SUBSEQUENT,
  CSL_POSITION_IBID,
  CSL_POSITION_IBID_WITH_LOCATOR,
  CSL_POSITION_NEAR_NOTE, /* in conditions only */
} CslPosition;

typedef struct
{
  CslTestKind kind;
  guint value; /* variable, item type, position, term of the locator; of disambiguate: is it "true" */
} CslTest;

typedef enum
{
  CSL_AND_NONE,
  CSL_AND_TEXT,
  CSL_AND_SYMBOL,
} CslAnd;

typedef enum
{
  CSL_PRECEDES_CONTEXTUAL,
  CSL_PRECEDES_AFTER_INVERTED,
  CSL_PRECEDES_ALWAYS,
  CSL_PRECEDES_NEVER,
} CslPrecedes;

typedef enum
{
  CSL_NAME_FORM_LONG,
  CSL_NAME_FORM_SHORT,
  CSL_NAME_FORM_COUNT
} CslNameForm;
typedef enum
{
  CSL_SORT_ORDER_NONE,
  CSL_SORT_ORDER_FIRST,
  CSL_SORT_ORDER_ALL
} CslNameSortOrder;

typedef enum
{
  CSL_NAME_SET_AND = 1 << 0,
  CSL_NAME_SET_DELIMITER = 1 << 1,
  CSL_NAME_SET_PRECEDES_LAST = 1 << 2,
  CSL_NAME_SET_PRECEDES_ET_AL = 1 << 3,
  CSL_NAME_SET_ET_AL_MIN = 1 << 4,
  CSL_NAME_SET_ET_AL_USE_FIRST = 1 << 5,
  CSL_NAME_SET_SUBSEQUENT_MIN = 1 << 6,
  CSL_NAME_SET_SUBSEQUENT_USE = 1 << 7,
  CSL_NAME_SET_ET_AL_USE_LAST = 1 << 8,
  CSL_NAME_SET_FORM = 1 << 9,
  CSL_NAME_SET_INITIALIZE = 1 << 10,
  CSL_NAME_SET_INITIALIZE_WITH = 1 << 11,
  CSL_NAME_SET_SORT_ORDER = 1 << 12,
  CSL_NAME_SET_SORT_SEPARATOR = 1 << 13,
  CSL_NAME_SET_NAMES_DELIMITER = 1 << 14,
} CslNameSet;

/* What can be inherited from style, citation or bibliography */
typedef struct
{
  guint set; /* CslNameSet */

  CslAnd and;
  CslPrecedes precedes_last;
  CslPrecedes precedes_et_al;
  CslNameForm form;
  CslNameSortOrder sort_order;
  guint et_al_min;
  guint et_al_use_first;
  guint subsequent_min;
  guint subsequent_use_first;
  gboolean et_al_use_last;
  gboolean initialize;

  /* In the style's arena */
  const char *delimiter;
  const char *initialize_with; /* NULL: unset */
  const char *sort_separator;
  const char *names_delimiter;
} CslNameOptions;

typedef enum
{
  CSL_AREA_CITATION,
  CSL_AREA_BIBLIOGRAPHY,
  CSL_N_AREAS
} CslArea;

typedef struct _CslNode CslNode;
typedef struct _CslMacro CslMacro;

/* Affixes, marks and case of one part of a name */
typedef struct
{
  CslFormat format;
  CslTextCase text_case;
  const char *prefix;
  const char *suffix;
} CslNamePart;

/* Variables of one element names at the most */
#define CSL_NAMES_MAX_ROLES 100

typedef struct
{
  guint n_variables;
  const CslVariable *variables;
  const CslTerm *terms; /* what labels them; CSL_TERM_NONE if nothing can */

  gboolean has_name;
  gboolean is_bare; /* a substitute of no children: it takes after its parent */
  CslNameOptions own;
  CslNameOptions options[CSL_N_AREAS]; /* with all that is inherited */

  /* Of the element name */
  CslFormat format;
  CslTextCase text_case;
  const char *prefix;
  const char *suffix;
  CslNamePart family;
  CslNamePart given;

  /* Of et-al */
  gboolean has_et_al;
  guint et_al_term;
  CslFormat et_al_format;
  const char *et_al_prefix;
  const char *et_al_suffix;

  const CslNode *label; /* NULL if there is none */
  gboolean label_is_first;

  guint n_substitutes;
  CslNode *substitutes;
} CslNames;

typedef struct
{
  CslDateForm form;
  guint parts; /* bits of CslDatePart that are to be shown of a locale's form */
} CslDateLayout;

typedef struct
{
  CslMatch match;
  gboolean is_else;
  guint n_any_of; /* the first tests, of types: an item has but one, so that any of them will do */
  guint n_tests;
  const CslTest *tests;
} CslBranch;

typedef struct
{
  gboolean is_descending;

  /* As the key asks of names in its macro */
  guint set; /* CslNameSet */
  guint names_min;
  guint names_use_first;
  gboolean names_use_last;
} CslKey;

struct _CslNode
{
  CslNodeKind kind;
  guint line;

  CslFormat format;
  guint8 text_case;
  guint8 display;
  guint8 form;   /* CslTermForm, CslNumberForm, CslPartForm, or of text: is it short */
  guint8 plural; /* CslPlural */
  guint8 part;   /* CslDatePart */
  guint8 quotes : 1;
  guint8 quotes_off : 1; /* quotes="false" in so many words */
  guint8 strip_periods : 1;
  guint8 is_link : 1;

  guint variable; /* or the term; of a label: the term of its variable is in term */
  guint term;

  /* In the style's arena; NULL if absent or empty */
  const char *prefix;
  const char *suffix;
  const char *delimiter;
  const char *value;  /* of a text: its value; of a macro: the name */
  CslRichField *rich; /* the value once read, if it holds marks */

  guint n_children;
  CslNode *children;

  union
  {
    CslMacro *macro;
    CslNames *names;
    CslDateLayout *date;
    CslBranch *branch;
    CslKey *key;
    gpointer any;
  } of;
};

typedef enum
{
  CSL_USES_YEAR_SUFFIX = 1 << 0,
  CSL_USES_CITATION_NUMBER = 1 << 1,
  CSL_USES_POSITION = 1 << 2,
  CSL_USES_DISAMBIGUATE = 1 << 3,
  CSL_USES_NAMES = 1 << 4,
  CSL_USES_NEAR_NOTE = 1 << 5,
  CSL_USES_DATE = 1 << 6,
  CSL_USES_NOTE_NUMBER = 1 << 7,
} CslUses;

struct _CslMacro
{
  const char *name;
  guint line;

  guint n_children;
  CslNode *children;

  /* Known once macros are resolved */
  guint depth;       /* of calls below this one */
  guint n_nodes;     /* elements in it and in all that it calls, each time it does */
  guint uses;        /* CslUses */
  gboolean has_date; /* a date with parts of its own, outside of macros that it calls */
  enum
  {
    CSL_MACRO_NEW,
    CSL_MACRO_OPEN,
    CSL_MACRO_DONE
  } state;
};

G_END_DECLS
