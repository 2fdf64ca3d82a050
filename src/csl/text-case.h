/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The six values of the attribute text-case. Case belongs to a language and
 * must leave alone what an author protected, so this works on the tokens of a
 * field and asks ICU for the letters.
 */

#pragma once

#include "rich-field.h"

G_BEGIN_DECLS

typedef enum
{
  CSL_TEXT_CASE_NONE,
  CSL_TEXT_CASE_LOWERCASE,
  CSL_TEXT_CASE_UPPERCASE,
  CSL_TEXT_CASE_CAPITALIZE_FIRST,
  CSL_TEXT_CASE_CAPITALIZE_ALL,
  CSL_TEXT_CASE_SENTENCE,
  CSL_TEXT_CASE_TITLE,
} CslTextCase;

CslTextCase   csl_text_case_parse           (const char   *name,
                                             gssize        length);
CslRichField *csl_text_case_apply           (CslTextCase   text_case,
                                             CslRichField *field,
                                             const char   *language);
char         *csl_text_case_apply_plain     (CslTextCase   text_case,
                                             const char   *text,
                                             gssize        length,
                                             const char   *language);
const char   *csl_text_case_choose_language (const char   *item_language,
                                             const char   *style_language);

G_END_DECLS
