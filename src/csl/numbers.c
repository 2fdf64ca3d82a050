/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The element number, and number variables wherever else they are printed.
 */

#include "config.h"

#include "evaluate.h"

#include <string.h>

typedef struct
{
  const CslLocale *locale;
  CslGender gender;
} Noun;

static char *
ordinal_cb (guint         value,
            CslNumberForm form,
            gpointer      user_data)
{
  const Noun *noun = user_data;
  const char *word;

  if (form == CSL_NUMBER_FORM_LONG_ORDINAL && value >= 1 && value <= 10)
    {
      word = csl_locale_get_long_ordinal (noun->locale, value, noun->gender);
      if (word != NULL)
        return g_strdup (word);
    }
  return g_strdup_printf ("%u%s", value, csl_locale_get_ordinal (noun->locale, value, noun->gender));
}

/**
 * csl_eval_get_number_text:
 * @self: an evaluation
 * @variable: a number variable, or one of the cite
 *
 * Gives the content of a variable that conditions, labels and numbers look at.
 *
 * Returns: (transfer none) (nullable): the text; `NULL` if there is none
 */
const char *
csl_eval_get_number_text (CslEval     *self,
                          CslVariable  variable)
{
  char digits[16];

  switch ((int) variable)
    {
    case CSL_VARIABLE_LOCATOR:
      return self->locator;
    case CSL_VARIABLE_CITATION_NUMBER:
      if (self->facts == NULL || self->facts->citation_number == 0)
        return NULL;
      g_snprintf (digits, sizeof digits, "%u", self->facts->citation_number);
      return csl_arena_strdup (self->arena, digits);
    case CSL_VARIABLE_FIRST_REFERENCE_NOTE_NUMBER:
      if (self->first_note == 0)
        return NULL;
      g_snprintf (digits, sizeof digits, "%u", self->first_note);
      return csl_arena_strdup (self->arena, digits);
    default:
      return csl_item_get_text (self->item, variable);
    }
}

static gboolean
is_page (CslVariable variable)
{
  return variable == CSL_VARIABLE_PAGE || variable == CSL_VARIABLE_PAGE_FIRST;
}

static const char *
get_and_symbol (CslEval *self)
{
  return csl_locale_get_term (self->locale, CSL_TERM_AND, CSL_TERM_FORM_SYMBOL, FALSE)->text;
}

static const char *
get_range_delimiter (CslEval *self)
{
  const char *delimiter = csl_locale_get_term (self->locale, CSL_TERM_PAGE_RANGE_DELIMITER, CSL_TERM_FORM_LONG, FALSE)->text;

  return delimiter != NULL ? delimiter : "–";
}

/* What a sort compares: digits wide enough that text order is the order of numbers */
static const char *
pad_numbers (CslEval    *self,
             const char *text)
{
  g_autoptr (GString) padded = g_string_new (NULL);

  for (const char *c = text; *c != '\0';)
    {
      gsize digits = strspn (c, "0123456789");

      if (digits == 0)
        {
          g_string_append_c (padded, *c++);
          continue;
        }
      for (gsize i = digits; i < 10; i++)
        g_string_append_c (padded, '0');
      g_string_append_len (padded, c, (gssize) digits);
      c += digits;
    }
  return csl_arena_strdup (self->arena, padded->str);
}

/**
 * csl_eval_format_number:
 * @self: an evaluation
 * @variable: where the text is from
 * @text: the content of a number variable
 * @form: in what form to print it
 * @term: the noun that an ordinal belongs to, or `CSL_TERM_NONE`
 *
 * Formats numbers, lists and ranges of them.
 *
 * Returns: (transfer none): the text to print
 */
const char *
csl_eval_format_number (CslEval       *self,
                        CslVariable    variable,
                        const char    *text,
                        CslNumberForm  form,
                        guint          term)
{
  const char *and_term = csl_locale_get_text (self->locale, CSL_TERM_AND);
  const char *and_symbol;
  g_autoptr (CslNumber) number = NULL;
  Noun noun = { self->locale, CSL_GENDER_NEUTER };

  if (is_page (variable))
    return csl_arena_take (self->arena, csl_page_range_format (self->style->page_range_format, text, get_range_delimiter (self), get_and_symbol (self)));

  number = csl_number_parse (text, -1, and_term);
  if (self->is_sorting && csl_number_is_numeric (number))
    return pad_numbers (self, text);

  if (term != CSL_TERM_NONE)
    noun.gender = csl_locale_get_gender (self->locale, term);
  and_symbol = get_and_symbol (self);
  return csl_arena_take (self->arena, csl_number_format (number, form, variable == CSL_VARIABLE_LOCATOR ? "–" : get_range_delimiter (self), and_symbol != NULL ? and_symbol : "&", ordinal_cb, &noun));
}

static const char *
format_locator_part (CslEval              *self,
                     const CslLocatorPart *part,
                     guint                 term)
{
  if (term == CSL_TERM_PAGE)
    return csl_arena_take (self->arena, csl_page_range_format (self->style->page_range_format, part->value, get_range_delimiter (self), get_and_symbol (self)));
  return csl_eval_format_number (self, CSL_VARIABLE_LOCATOR, part->value, CSL_NUMBER_FORM_NUMERIC, CSL_TERM_NONE);
}

/**
 * csl_eval_format_locator:
 * @self: an evaluation
 *
 * Formats the locator of the cite. Labels typed into it are printed in the form of
 * the style's label: fixture locator_TrickyEntryForPlurals.
 *
 * Returns: (transfer none) (nullable): the text to print; `NULL` if there is no locator
 */
const char *
csl_eval_format_locator (CslEval *self)
{
  g_autoptr (GArray) parts = NULL;
  const char *text = "";

  if (self->locator == NULL)
    return NULL;

  parts = csl_locator_parse (self->locator, csl_locale_get_text (self->locale, CSL_TERM_AND));
  for (guint i = 0; i < parts->len; i++)
    {
      const CslLocatorPart *part = &g_array_index (parts, CslLocatorPart, i);
      guint term = part->label != NULL ? csl_term_parse (part->label) : self->locator_term;

      if (i > 0)
        {
          text = csl_arena_concat (self->arena, text, part->before);
          if (part->label != NULL && term != CSL_TERM_NONE)
            {
              const char *label = csl_locale_get_term (self->locale, term, self->locator_form, part->is_plural)->text;

              text = csl_arena_concat (self->arena, text, label != NULL ? label : "");
              text = csl_arena_concat (self->arena, text, " ");
            }
        }
      text = csl_arena_concat (self->arena, text, format_locator_part (self, part, term));
    }
  return *text != '\0' ? text : NULL;
}

/**
 * csl_eval_number:
 * @self: an evaluation
 * @node: an element `number`
 * @out: the group that takes what it prints
 *
 * Evaluates a number: CSL 1.0.2, “Number”. Its content is not read for mark-up:
 * fixture flipflop_NumericField.
 *
 * Returns: bits of `CslGroupState`
 */
guint
csl_eval_number (CslEval       *self,
                 const CslNode *node,
                 CslOut        *out)
{
  CslVariable variable = (CslVariable) node->variable;
  const char *text;
  CslOut *piece;

  if (csl_eval_is_suppressed (self, variable))
    return CSL_GROUP_CALLED;

  text = variable == CSL_VARIABLE_LOCATOR ? csl_eval_format_locator (self) : csl_eval_get_number_text (self, variable);
  if (text == NULL)
    return CSL_GROUP_CALLED;

  if (variable != CSL_VARIABLE_LOCATOR)
    text = csl_eval_format_number (self, variable, text, (CslNumberForm) node->form, node->term);
  if (node->text_case != CSL_TEXT_CASE_NONE)
    text = csl_arena_take (self->arena, csl_text_case_apply_plain ((CslTextCase) node->text_case, text, -1, self->language));
  piece = csl_out_new_text (self->arena, variable == CSL_VARIABLE_CITATION_NUMBER ? CSL_TAG_CITATION_NUMBER : CSL_TAG_NONE, text);
  if (variable == CSL_VARIABLE_CITATION_NUMBER)
    piece->number = self->facts->citation_number;
  csl_out_apply (piece, node);
  csl_out_append (out, piece);
  csl_eval_mark_printed (self, variable);
  return CSL_GROUP_CALLED | CSL_GROUP_PRINTED;
}
