/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The element label outside of names: “pp.”, “vols.”, and the label of a locator.
 */

#include "config.h"

#include "evaluate.h"

static gboolean
get_locator_label (CslEval *self,
                   guint   *term)
{
  g_autoptr (GArray) parts = csl_locator_parse (self->locator, csl_locale_get_text (self->locale, CSL_TERM_AND));
  const CslLocatorPart *part;

  *term = self->locator_term;
  if (parts->len == 0)
    return FALSE;

  part = &g_array_index (parts, CslLocatorPart, 0);
  if (part->label != NULL)
    *term = csl_term_parse (part->label);
  return part->is_plural;
}

/* “number-of-pages” counts: 1 page, 2 pages. Others number: page 2, pages 2–3 */
static gboolean
is_plural (CslEval     *self,
           CslVariable  variable,
           const char  *text)
{
  g_autoptr (CslNumber) number = NULL;

  if (variable == CSL_VARIABLE_NUMBER_OF_PAGES || variable == CSL_VARIABLE_NUMBER_OF_VOLUMES)
    return g_ascii_strtoull (text, NULL, 10) > 1;

  number = csl_number_parse (text, -1, csl_locale_get_text (self->locale, CSL_TERM_AND));
  return csl_number_is_plural (number);
}

/**
 * csl_eval_label:
 * @self: an evaluation
 * @node: an element `label`
 * @out: the group that takes what it prints
 *
 * Evaluates a label: CSL 1.0.2, “Label”. Without its variable it is empty.
 *
 * Returns: bits of `CslGroupState`
 */
guint
csl_eval_label (CslEval       *self,
                const CslNode *node,
                CslOut        *out)
{
  CslVariable variable = (CslVariable) node->variable;
  const char *text = csl_eval_get_number_text (self, variable);
  guint term = node->term;
  gboolean plural = FALSE;
  CslOut *piece;

  if (csl_eval_is_suppressed (self, variable))
    return CSL_GROUP_NOTHING;

  /* Outside of a group that vanishes with it, the label of nothing is printed: the
   * reference engine does, and styles count on it (“S.” of locator before page) */
  if (text == NULL)
    term = variable == CSL_VARIABLE_LOCATOR ? CSL_TERM_PAGE : node->term;
  else if (variable == CSL_VARIABLE_LOCATOR)
    {
      plural = get_locator_label (self, &term);
      self->locator_form = (CslTermForm) node->form;
    }
  else
    plural = is_plural (self, variable, text);
  if (term == CSL_TERM_NONE)
    return CSL_GROUP_NOTHING;

  if (node->plural != CSL_PLURAL_CONTEXTUAL)
    plural = node->plural == CSL_PLURAL_ALWAYS;
  piece = csl_eval_new_term (self, CSL_TAG_LABEL, csl_locale_get_term (self->locale, term, (CslTermForm) node->form, plural),
                             (CslTextCase) node->text_case);
  if (piece == NULL)
    return CSL_GROUP_NOTHING;

  csl_out_apply (piece, node);
  csl_out_append (out, piece);
  return CSL_GROUP_TERM;
}
