/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The element text: values, terms and variables, those of the document among them.
 */

#include "config.h"

#include "evaluate.h"

#include <string.h>

/* Has a text any letter or digit of the alphabets that know italics? Measured:
 * the reference engine dresses no others */
static gboolean
is_dressed (const CslOut *piece)
{
  const char *text = piece->text;
  guint length = piece->length;
  guint n_tokens = 0;
  const CslRichToken *tokens = piece->kind == CSL_OUT_RICH ? csl_rich_field_get_tokens (piece->rich, &n_tokens) : NULL;

  for (guint i = 0; i < MAX (n_tokens, 1); i++)
    {
      if (tokens != NULL)
        {
          text = tokens[i].text;
          length = tokens[i].length;
        }
      for (guint k = 0; k < length;)
        {
          gunichar c = g_utf8_get_char (text + k);

          if (c == '-' || (c >= '0' && c <= '9') || csl_char_is_romanesque (c))
            return TRUE;
          k += (guint) (g_utf8_next_char (text + k) - (text + k));
        }
    }
  return FALSE;
}

static guint
append_piece (const CslNode *node,
              CslOut        *piece,
              CslOut        *out)
{
  csl_out_apply (piece, node);
  if (piece->kind != CSL_OUT_GROUP && !csl_format_is_empty (piece->format) && !is_dressed (piece))
    piece->format.style = CSL_STYLE_UNSET;
  csl_out_append (out, piece);
  return CSL_GROUP_CALLED | CSL_GROUP_PRINTED;
}

/**
 * csl_eval_value:
 * @self: an evaluation
 * @node: an element `text`
 * @out: the group that takes what it prints
 *
 * Evaluates a text that is a value: CSL 1.0.2, “Text”.
 *
 * Returns: bits of `CslGroupState`
 */
guint
csl_eval_value (CslEval       *self,
                const CslNode *node,
                CslOut        *out)
{
  CslOut *piece;

  if (*node->value == '\0')
    return CSL_GROUP_TERM;

  piece = csl_eval_new_words (self, CSL_TAG_NONE, node->value, node->rich, (CslTextCase) node->text_case);
  append_piece (node, piece, out);
  return CSL_GROUP_TERM;
}

/**
 * csl_eval_term:
 * @self: an evaluation
 * @node: an element `text`
 * @out: the group that takes what it prints
 *
 * Evaluates a text that is a term: CSL 1.0.2, “Text”.
 *
 * Returns: bits of `CslGroupState`
 */
guint
csl_eval_term (CslEval       *self,
               const CslNode *node,
               CslOut        *out)
{
  const CslTermValue *value = csl_locale_get_term (self->locale, node->term, (CslTermForm) node->form,
                                                   node->plural == CSL_PLURAL_ALWAYS);
  CslOut *piece = csl_eval_new_term (self, CSL_TAG_TERM, value, (CslTextCase) node->text_case);

  if (piece != NULL)
    append_piece (node, piece, out);
  return CSL_GROUP_TERM;
}

/**
 * csl_eval_get_year_suffix:
 * @self: an evaluation
 *
 * Gives the letters that tell years apart: a to z, then aa.
 *
 * Returns: (transfer none) (nullable): the letters; `NULL` if none are needed
 */
const char *
csl_eval_get_year_suffix (CslEval *self)
{
  guint number = self->facts != NULL ? self->facts->year_suffix : 0;
  char letters[8];
  guint at = sizeof letters;

  if (number == 0)
    return NULL;

  letters[--at] = '\0';
  while (number > 0 && at > 0)
    {
      number--;
      letters[--at] = (char) ('a' + number % 26);
      number /= 26;
    }
  return csl_arena_strdup (self->arena, letters + at);
}

static CslOut *
new_citation_number (CslEval       *self,
                     const CslNode *node)
{
  guint number = self->facts != NULL ? self->facts->citation_number : 0;
  char digits[16];
  CslOut *piece;

  if (number == 0)
    return NULL;

  g_snprintf (digits, sizeof digits, self->is_sorting ? "%010u" : "%u", number);
  piece = csl_out_new_text (self->arena, CSL_TAG_CITATION_NUMBER, csl_arena_strdup (self->arena, digits));
  piece->number = number;
  return piece;
}

/* “Aaaa06” and what tells it from another of the same make: notes on CSL, “Beyond
 * CSL 1.0.2”; fixture disambiguate_Trigraph */
static CslOut *
new_citation_label (CslEval       *self,
                    const CslNode *node)
{
  const char *label = csl_item_get_text (self->item, CSL_VARIABLE_CITATION_LABEL);
  const char *letters = csl_eval_get_year_suffix (self);
  CslOut *group;

  if (label == NULL)
    label = csl_arena_take (self->arena, csl_item_make_label (self->item));
  if (label == NULL)
    return NULL;

  group = csl_out_new_group (self->arena, CSL_TAG_CITATION_LABEL);
  csl_out_append (group, csl_eval_new_piece (self, CSL_TAG_NONE, label, NULL, (CslTextCase) node->text_case));
  if (letters != NULL && !self->has_year_suffix && !(self->style->sections[self->area].uses & CSL_USES_YEAR_SUFFIX))
    {
      CslOut *piece = csl_out_new_text (self->arena, CSL_TAG_YEAR_SUFFIX, letters);

      piece->number = self->facts->year_suffix;
      csl_out_append (group, piece);
      self->has_year_suffix = TRUE;
    }
  return group;
}

static CslOut *
new_note_number (CslEval *self)
{
  char digits[16];

  if (self->first_note == 0)
    return NULL;

  g_snprintf (digits, sizeof digits, "%u", self->first_note);
  return csl_out_new_text (self->arena, CSL_TAG_NONE, csl_arena_strdup (self->arena, digits));
}

/* The variable that form="short" asks for, or the long one where there is none */
static CslVariable
choose_form (CslEval       *self,
             const CslNode *node)
{
  CslVariable variable = (CslVariable) node->variable;
  CslVariable brief = csl_variable_get_short (variable);

  if (brief == CSL_VARIABLE_NONE)
    return variable;
  if (node->form == 0)
    return variable;
  if (csl_item_has (self->item, brief))
    return brief;
  if (variable == CSL_VARIABLE_CONTAINER_TITLE && csl_item_has (self->item, CSL_VARIABLE_JOURNAL_ABBREVIATION))
    return CSL_VARIABLE_JOURNAL_ABBREVIATION;
  return variable;
}

static CslOut *
new_link (CslEval     *self,
          CslVariable  variable,
          CslOut      *piece,
          const char  *text)
{
  static const struct
  {
    CslVariable variable;
    const char *base;
  } bases[] = {
    { CSL_VARIABLE_DOI, "https://doi.org/" },
    { CSL_VARIABLE_PMID, "https://pubmed.ncbi.nlm.nih.gov/" },
    { CSL_VARIABLE_PMCID, "https://pmc.ncbi.nlm.nih.gov/articles/" },
    { CSL_VARIABLE_URL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    if (bases[i].variable == variable)
      {
        gboolean is_address = *bases[i].base == '\0' || strstr (text, "://") != NULL;
        /* DOI Handbook, “Encoding rules for URLs” */
        g_autofree char *escaped = is_address ? NULL : g_uri_escape_string (text, "/:;(),", FALSE);

        piece->tag = CSL_TAG_LINK;
        piece->link = is_address ? text : csl_arena_concat (self->arena, bases[i].base, escaped);
        if (!g_str_has_prefix (piece->link, "http://") && !g_str_has_prefix (piece->link, "https://"))
          piece->link = NULL;
      }
  return piece;
}

/* The short form of an address is its site: measured with the reference engine */
static const char *
get_site (CslEval    *self,
          const char *address)
{
  const char *host = strstr (address, "://");

  if (host == NULL)
    return address;
  host += strlen ("://");
  if (g_str_has_prefix (host, "www."))
    return csl_arena_strndup (self->arena, host, strcspn (host, "/?#"));
  return csl_arena_strndup (self->arena, address, (gsize) (host - address) + strcspn (host, "/?#"));
}

static CslOut *
new_plain_variable (CslEval       *self,
                    const CslNode *node,
                    CslVariable    variable)
{
  const char *text;
  CslTextCase text_case = (CslTextCase) node->text_case;

  if (csl_variable_get_kind (variable) == CSL_VARIABLE_KIND_NUMBER)
    {
      text = csl_eval_get_number_text (self, variable);
      if (text == NULL)
        return NULL;
      text = csl_eval_format_number (self, variable, text, CSL_NUMBER_FORM_NUMERIC, CSL_TERM_NONE);
      return csl_eval_new_piece (self, CSL_TAG_NONE, text, NULL, text_case);
    }

  text = csl_item_get_text (self->item, variable);
  if (text == NULL)
    return NULL;
  if (variable == CSL_VARIABLE_URL && node->form != 0)
    return new_link (self, variable, csl_out_new_text (self->arena, CSL_TAG_NONE, get_site (self, text)), text);
  return new_link (self, variable,
                   csl_eval_new_piece (self, csl_variable_is_title (variable) ? CSL_TAG_TITLE : CSL_TAG_NONE, text,
                                       csl_item_get_rich (self->item, variable), text_case),
                   text);
}

/**
 * csl_eval_variable:
 * @self: an evaluation
 * @node: an element `text`
 * @out: the group that takes what it prints
 *
 * Evaluates a text that is a variable: CSL 1.0.2, “Text”.
 *
 * Returns: bits of `CslGroupState`
 */
guint
csl_eval_variable (CslEval       *self,
                   const CslNode *node,
                   CslOut        *out)
{
  CslVariable variable = choose_form (self, node);
  CslOut *piece = NULL;
  const char *text;

  if (csl_eval_is_suppressed (self, variable) || csl_eval_is_suppressed (self, (CslVariable) node->variable))
    return CSL_GROUP_CALLED;

  switch ((int) variable)
    {
    case CSL_VARIABLE_CITATION_NUMBER:
      piece = new_citation_number (self, node);
      break;
    case CSL_VARIABLE_FIRST_REFERENCE_NOTE_NUMBER:
      piece = new_note_number (self);
      break;
    case CSL_VARIABLE_YEAR_SUFFIX:
      text = csl_eval_get_year_suffix (self);
      if (text != NULL)
        {
          self->has_year_suffix = TRUE;
          piece = csl_out_new_text (self->arena, CSL_TAG_YEAR_SUFFIX, text);
          piece->number = self->facts->year_suffix;
        }
      break;
    case CSL_VARIABLE_CITATION_LABEL:
      piece = new_citation_label (self, node);
      break;
    case CSL_VARIABLE_LOCATOR:
      text = csl_eval_format_locator (self);
      if (text != NULL)
        piece = csl_eval_new_piece (self, CSL_TAG_LOCATOR, text, NULL, (CslTextCase) node->text_case);
      break;
    default:
      piece = new_plain_variable (self, node, variable);
      self->has_text = TRUE;
      break;
    }

  if (piece == NULL)
    return variable == CSL_VARIABLE_YEAR_SUFFIX ? CSL_GROUP_PRINTED : CSL_GROUP_CALLED;
  csl_eval_mark_printed (self, variable);
  csl_eval_mark_printed (self, (CslVariable) node->variable);
  append_piece (node, piece, out);
  if (node->strip_periods)
    piece->strip_periods = csl_variable_get_kind (variable) == CSL_VARIABLE_KIND_NUMBER ? CSL_STRIP_NONE : CSL_STRIP_ABBREVIATIONS;
  return CSL_GROUP_CALLED | CSL_GROUP_PRINTED;
}
