/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Styles and locales come from anywhere. Here is the only place that talks to
 * libxml2: no network, no document type, no entities but XML's own five, no
 * huge documents; and every complaint names the file, the line and the element.
 */

#pragma once

#include <libxml/xmlreader.h>

#include "arena.h"
#include "csl-error.h"

G_BEGIN_DECLS

#define CSL_XML_MAX_BYTES (4 * 1024 * 1024)
#define CSL_XML_MAX_DEPTH 200

/* In the order of their names, as strcmp () sees it */
typedef enum
{
  CSL_ATTRIBUTE_AND,
  CSL_ATTRIBUTE_CITE_GROUP_DELIMITER,
  CSL_ATTRIBUTE_CLASS,
  CSL_ATTRIBUTE_COLLAPSE,
  CSL_ATTRIBUTE_AFTER_COLLAPSE_DELIMITER,
  CSL_ATTRIBUTE_DATE_PARTS,
  CSL_ATTRIBUTE_DEFAULT_LOCALE,
  CSL_ATTRIBUTE_DELIMITER,
  CSL_ATTRIBUTE_DELIMITER_PRECEDES_ET_AL,
  CSL_ATTRIBUTE_DELIMITER_PRECEDES_LAST,
  CSL_ATTRIBUTE_DEMOTE_NON_DROPPING_PARTICLE,
  CSL_ATTRIBUTE_DISAMBIGUATE,
  CSL_ATTRIBUTE_DISAMBIGUATE_ADD_GIVENNAME,
  CSL_ATTRIBUTE_DISAMBIGUATE_ADD_NAMES,
  CSL_ATTRIBUTE_DISAMBIGUATE_ADD_YEAR_SUFFIX,
  CSL_ATTRIBUTE_DISPLAY,
  CSL_ATTRIBUTE_ENTRY_SPACING,
  CSL_ATTRIBUTE_ET_AL_MIN,
  CSL_ATTRIBUTE_ET_AL_SUBSEQUENT_MIN,
  CSL_ATTRIBUTE_ET_AL_SUBSEQUENT_USE_FIRST,
  CSL_ATTRIBUTE_ET_AL_USE_FIRST,
  CSL_ATTRIBUTE_ET_AL_USE_LAST,
  CSL_ATTRIBUTE_FONT_STYLE,
  CSL_ATTRIBUTE_FONT_VARIANT,
  CSL_ATTRIBUTE_FONT_WEIGHT,
  CSL_ATTRIBUTE_FORM,
  CSL_ATTRIBUTE_GENDER,
  CSL_ATTRIBUTE_GENDER_FORM,
  CSL_ATTRIBUTE_GIVENNAME_DISAMBIGUATION_RULE,
  CSL_ATTRIBUTE_HANGING_INDENT,
  CSL_ATTRIBUTE_HREF,
  CSL_ATTRIBUTE_INITIALIZE,
  CSL_ATTRIBUTE_INITIALIZE_WITH,
  CSL_ATTRIBUTE_INITIALIZE_WITH_HYPHEN,
  CSL_ATTRIBUTE_IS_NUMERIC,
  CSL_ATTRIBUTE_IS_UNCERTAIN_DATE,
  CSL_ATTRIBUTE_LANG,
  CSL_ATTRIBUTE_LIMIT_DAY_ORDINALS,
  CSL_ATTRIBUTE_LINE_SPACING,
  CSL_ATTRIBUTE_LOCATOR,
  CSL_ATTRIBUTE_MACRO,
  CSL_ATTRIBUTE_MATCH,
  CSL_ATTRIBUTE_NAME,
  CSL_ATTRIBUTE_NAME_AS_SORT_ORDER,
  CSL_ATTRIBUTE_NAME_DELIMITER,
  CSL_ATTRIBUTE_NAME_FORM,
  CSL_ATTRIBUTE_NAMES_DELIMITER,
  CSL_ATTRIBUTE_NAMES_MIN,
  CSL_ATTRIBUTE_NAMES_USE_FIRST,
  CSL_ATTRIBUTE_NAMES_USE_LAST,
  CSL_ATTRIBUTE_NEAR_NOTE_DISTANCE,
  CSL_ATTRIBUTE_PAGE_RANGE_FORMAT,
  CSL_ATTRIBUTE_PLURAL,
  CSL_ATTRIBUTE_POSITION,
  CSL_ATTRIBUTE_PREFIX,
  CSL_ATTRIBUTE_PUNCTUATION_IN_QUOTE,
  CSL_ATTRIBUTE_QUOTES,
  CSL_ATTRIBUTE_RANGE_DELIMITER,
  CSL_ATTRIBUTE_REL,
  CSL_ATTRIBUTE_SECOND_FIELD_ALIGN,
  CSL_ATTRIBUTE_SORT,
  CSL_ATTRIBUTE_SORT_SEPARATOR,
  CSL_ATTRIBUTE_STRIP_PERIODS,
  CSL_ATTRIBUTE_SUBSEQUENT_AUTHOR_SUBSTITUTE,
  CSL_ATTRIBUTE_SUBSEQUENT_AUTHOR_SUBSTITUTE_RULE,
  CSL_ATTRIBUTE_SUFFIX,
  CSL_ATTRIBUTE_TERM,
  CSL_ATTRIBUTE_TEXT_CASE,
  CSL_ATTRIBUTE_TEXT_DECORATION,
  CSL_ATTRIBUTE_TYPE,
  CSL_ATTRIBUTE_VALUE,
  CSL_ATTRIBUTE_VARIABLE,
  CSL_ATTRIBUTE_VERSION,
  CSL_ATTRIBUTE_VERTICAL_ALIGN,
  CSL_ATTRIBUTE_YEAR_SUFFIX_DELIMITER,
  CSL_ATTRIBUTE_CITATION_FORMAT,

  CSL_N_ATTRIBUTES
} CslAttribute;

typedef struct
{
  /* Owned */
  xmlTextReader *reader;
  GError *error;
  char *name;

  /* Borrowed from who reads */
  CslArena *arena;
  CslError code;

  /* Of the element that was read last; in the arena */
  const char *attributes[CSL_N_ATTRIBUTES];
} CslXml;

gboolean csl_xml_open  (CslXml      *self,
                        CslArena    *arena,
                        CslError     code,
                        const char  *name,
                        const char  *data,
                        gsize        length);
gboolean csl_xml_close (CslXml      *self,
                        GError     **error);

gboolean    csl_xml_next_child      (CslXml       *self,
                                     int           parent_depth);
gboolean    csl_xml_is              (CslXml       *self,
                                     const char   *element);
int         csl_xml_get_depth       (CslXml       *self);
guint       csl_xml_get_line        (CslXml       *self);
gboolean    csl_xml_is_empty        (CslXml       *self);
void        csl_xml_read_attributes (CslXml       *self);
const char *csl_xml_get             (CslXml       *self,
                                     CslAttribute  attribute);
guint       csl_xml_get_choice      (CslXml       *self,
                                     CslAttribute  attribute,
                                     const char   *words);
guint       csl_xml_get_number      (CslXml       *self,
                                     CslAttribute  attribute,
                                     guint         fallback);
char       *csl_xml_read_text       (CslXml       *self);
void        csl_xml_fail            (CslXml       *self,
                                     const char   *message,
                                     const char   *detail);

G_END_DECLS
