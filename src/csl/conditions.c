/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tests of if and else-if: CSL 1.0.2, “Choose”. Every value of every attribute
 * is one test; match is over all of them.
 */

#include "config.h"

#include "evaluate.h"

static gboolean
has_variable (CslEval     *self,
              CslVariable  variable)
{
  switch ((int) variable)
    {
    case CSL_VARIABLE_LOCATOR:
      return self->locator != NULL;
    case CSL_VARIABLE_CITATION_NUMBER:
      return self->facts != NULL && self->facts->citation_number > 0;
    case CSL_VARIABLE_YEAR_SUFFIX:
      return self->facts != NULL && self->facts->year_suffix > 0;
    case CSL_VARIABLE_FIRST_REFERENCE_NOTE_NUMBER:
      return self->first_note > 0;
    default:
      return csl_item_has (self->item, variable);
    }
}

static gboolean
is_numeric (CslEval     *self,
            CslVariable  variable)
{
  const char *text = csl_eval_get_number_text (self, variable);

  return text != NULL && csl_number_text_is_numeric (text);
}

static gboolean
is_at_position (CslEval     *self,
                CslPosition  position)
{
  if (self->area == CSL_AREA_BIBLIOGRAPHY || self->is_sorting)
    return FALSE;

  switch (position)
    {
    case CSL_POSITION_FIRST:
      return self->position == CSL_POSITION_FIRST;
    case CSL_POSITION_SUBSEQUENT:
      return self->position >= CSL_POSITION_SUBSEQUENT;
    case CSL_POSITION_IBID:
      return self->position >= CSL_POSITION_IBID;
    case CSL_POSITION_IBID_WITH_LOCATOR:
      return self->position == CSL_POSITION_IBID_WITH_LOCATOR;
    case CSL_POSITION_NEAR_NOTE:
      return self->is_near_note;
    }
  return FALSE;
}

static gboolean
is_uncertain (CslEval     *self,
              CslVariable  variable)
{
  const CslDate *date = csl_item_get_date (self->item, variable);

  return date != NULL && date->is_circa;
}

static gboolean
holds (CslEval       *self,
       const CslTest *test)
{
  switch (test->kind)
    {
    case CSL_TEST_VARIABLE:
      return has_variable (self, (CslVariable) test->value);
    case CSL_TEST_TYPE:
      return test->value != CSL_ITEM_TYPE_NONE && csl_item_get_type (self->item) == test->value;
    case CSL_TEST_IS_NUMERIC:
      return is_numeric (self, (CslVariable) test->value);
    case CSL_TEST_IS_UNCERTAIN_DATE:
      return is_uncertain (self, (CslVariable) test->value);
    case CSL_TEST_POSITION:
      return is_at_position (self, (CslPosition) test->value);
    case CSL_TEST_LOCATOR:
      return self->locator != NULL && self->locator_term == test->value;
    case CSL_TEST_DISAMBIGUATE:
      self->n_disambiguate++;
      return (self->facts != NULL && self->facts->disambiguate >= self->n_disambiguate) == (test->value != 0);
    case CSL_TEST_NEVER:
      return FALSE;
    }
  return FALSE;
}

/**
 * csl_eval_condition:
 * @self: an evaluation
 * @branch: a branch of a choose
 *
 * Tells if a branch is to be taken. The first answer that settles a match
 * ends it.
 *
 * Returns: is it?
 */
gboolean
csl_eval_condition (CslEval         *self,
                    const CslBranch *branch)
{
  if (branch->is_else)
    return TRUE;

  if (branch->n_any_of > 0)
    {
      gboolean is_so = FALSE;

      for (guint i = 0; i < branch->n_any_of; i++)
        is_so |= holds (self, &branch->tests[i]);
      if (is_so != (branch->match == CSL_MATCH_ALL) && (is_so || branch->match == CSL_MATCH_ALL))
        return branch->match == CSL_MATCH_ANY;
    }

  for (guint i = branch->n_any_of; i < branch->n_tests; i++)
    {
      gboolean is_so = holds (self, &branch->tests[i]);

      if (branch->match == CSL_MATCH_ALL && !is_so)
        return FALSE;
      if (branch->match == CSL_MATCH_ANY && is_so)
        return TRUE;
      if (branch->match == CSL_MATCH_NONE && is_so)
        return FALSE;
    }
  return branch->match != CSL_MATCH_ANY;
}
