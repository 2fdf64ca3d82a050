/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks the nodes of a layout. Whether a group prints is decided by what its
 * children report and nothing else, by one rule for group, macro and names:
 * see group_is_printed ().
 */

#include "config.h"

#include "evaluate.h"

#include <string.h>

static guint eval_node (CslEval       *self,
                        const CslNode *node,
                        CslOut        *out);

/**
 * csl_eval_is_suppressed:
 * @self: an evaluation
 * @variable: a variable
 *
 * Tells if a variable was used up as a substitute: CSL 1.0.2, “Substitute”.
 *
 * Returns: is it so?
 */
gboolean
csl_eval_is_suppressed (CslEval     *self,
                        CslVariable  variable)
{
  return csl_variable_set_has (&self->suppressed, variable) ||
         (self->substitute_depth > 0 && csl_variable_get_kind (variable) == CSL_VARIABLE_KIND_NAMES &&
          csl_variable_set_has (&self->printed, variable));
}

/**
 * csl_eval_mark_printed:
 * @self: an evaluation
 * @variable: a variable
 *
 * Remembers inside a substitute that a variable was printed.
 */
void
csl_eval_mark_printed (CslEval     *self,
                       CslVariable  variable)
{
  if (self->substitute_depth > 0)
    csl_variable_set_add (&self->printed, variable);
}

/**
 * csl_text_has_marks:
 * @text: any text
 *
 * Tells if a text may hold tags, quotation marks or apostrophes: most do not,
 * and are spared the reading.
 *
 * Returns: may it?
 */
gboolean
csl_text_has_marks (const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    if (*c == '<' || *c == '\'' || *c == '"' || (guchar) *c == 0xe2 || (guchar) *c == 0xc2)
      return TRUE;
  return FALSE;
}

/**
 * csl_char_is_romanesque:
 * @c: a character
 *
 * Tells if a character belongs to a script whose words stand apart with blanks
 * and know italics. The Hebrew vav holds on to its word: fixture name_HebrewAnd.
 *
 * Returns: is it so?
 */
gboolean
csl_char_is_romanesque (gunichar c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '&' || (c >= 0xc0 && c <= 0x17f) ||
         (c >= 0x218 && c <= 0x21b) || (c >= 0x370 && c <= 0x52f) || (c >= 0x590 && c <= 0x6ff && c != 0x5d5) ||
         (c >= 0xe01 && c <= 0xe5b) || (c >= 0x1e00 && c <= 0x1fff) || c == 0x200c || c == 0x200d || c == 0x200e;
}

/**
 * csl_eval_new_piece:
 * @self: an evaluation
 * @tag: what it is
 * @text: (nullable): its characters, which live as long as the arena; read for marks
 * @rich: (nullable): or the field once read
 * @text_case: what to do with its letters
 *
 * Makes a piece of text in the case that a style asks.
 *
 * Returns: (transfer none): the piece
 */
CslOut *
csl_eval_new_piece (CslEval      *self,
                    CslTag        tag,
                    const char   *text,
                    CslRichField *rich,
                    CslTextCase   text_case)
{
  const CslRichToken *tokens;
  guint n_tokens;
  CslOut *piece;

  if (rich == NULL && csl_text_has_marks (text))
    {
      rich = csl_rich_field_parse (text, -1);
      csl_arena_adopt (self->arena, rich, (GDestroyNotify) csl_rich_field_unref);
    }
  if (rich == NULL)
    {
      if (text_case != CSL_TEXT_CASE_NONE)
        text = csl_arena_take (self->arena, csl_text_case_apply_plain (text_case, text, -1, self->language));
      piece = csl_out_new_text (self->arena, tag, text);
      self->n_bytes += piece->length;
      return piece;
    }
  if (text_case != CSL_TEXT_CASE_NONE)
    {
      rich = csl_text_case_apply (text_case, rich, self->language);
      csl_arena_adopt (self->arena, rich, (GDestroyNotify) csl_rich_field_unref);
    }
  tokens = csl_rich_field_get_tokens (rich, &n_tokens);
  for (guint i = 0; i < n_tokens; i++)
    self->n_bytes += tokens[i].length;
  return csl_out_new_rich (self->arena, tag, rich);
}

/**
 * csl_eval_new_term:
 * @self: an evaluation
 * @tag: what it is
 * @value: a term
 * @text_case: what to do with its letters
 *
 * Makes a piece of a term.
 *
 * Returns: (transfer none) (nullable): the piece; `NULL` if the term is missing or empty
 */
CslOut *
csl_eval_new_term (CslEval            *self,
                   CslTag              tag,
                   const CslTermValue *value,
                   CslTextCase         text_case)
{
  const char *language = self->language;
  CslOut *piece;

  if (value->text == NULL || *value->text == '\0')
    return NULL;
  if (text_case == CSL_TEXT_CASE_NONE && value->rich == NULL)
    return csl_out_new_text (self->arena, tag, value->text);

  /* A term is in the style's language, whatever the item's is */
  self->language = csl_text_case_choose_language (NULL, self->locale->tag);
  piece = csl_eval_new_words (self, tag, value->text, value->rich, text_case);
  self->language = language;
  return piece;
}

/**
 * csl_eval_new_words:
 * @self: an evaluation
 * @tag: what it is
 * @text: what a style says itself
 * @rich: (nullable): that once read
 * @text_case: what to do with its letters
 *
 * Makes a piece of a style's own words. These have capitals like a title in any language,
 * if the style asks for that: measured with the reference engine.
 *
 * Returns: (transfer none): the piece
 */
CslOut *
csl_eval_new_words (CslEval      *self,
                    CslTag        tag,
                    const char   *text,
                    CslRichField *rich,
                    CslTextCase   text_case)
{
  const char *language = self->language;
  CslOut *piece;

  if (text_case == CSL_TEXT_CASE_TITLE)
    self->language = "en";
  piece = csl_eval_new_piece (self, tag, text, rich, text_case);
  self->language = language;
  return piece;
}

static void
apply_case (CslEval     *self,
            CslOut      *out,
            CslTextCase  text_case,
            gboolean    *is_first)
{
  CslTextCase own_case = text_case;

  if (out->kind == CSL_OUT_GROUP)
    {
      for (CslOut *child = out->first; child != NULL; child = child->next)
        apply_case (self, child, text_case, is_first);
      return;
    }

  if (!*is_first && text_case == CSL_TEXT_CASE_SENTENCE)
    own_case = CSL_TEXT_CASE_LOWERCASE;
  if (!*is_first && text_case == CSL_TEXT_CASE_CAPITALIZE_FIRST)
    own_case = CSL_TEXT_CASE_NONE;
  *is_first = FALSE;
  if (own_case == CSL_TEXT_CASE_NONE)
    return;

  if (out->kind == CSL_OUT_RICH)
    {
      out->rich = csl_text_case_apply (own_case, out->rich, self->language);
      csl_arena_adopt (self->arena, out->rich, (GDestroyNotify) csl_rich_field_unref);
    }
  else
    {
      out->text = csl_arena_take (self->arena, csl_text_case_apply_plain (own_case, out->text, out->length, self->language));
      out->length = (guint) strlen (out->text);
    }
}

/**
 * csl_eval_apply_case:
 * @self: an evaluation
 * @out: a tree
 * @text_case: what to do with its letters
 *
 * Changes the case of all that a macro printed.
 */
void
csl_eval_apply_case (CslEval     *self,
                     CslOut      *out,
                     CslTextCase  text_case)
{
  gboolean is_first = TRUE;

  if (text_case != CSL_TEXT_CASE_NONE)
    apply_case (self, out, text_case, &is_first);
}

/* A group prints if a variable in it did, or if it asked for none: CSL 1.0.2,
 * “Group”. Fixture variables_TitleShortOnShortTitleNoTitleCondition: an inner
 * group of terms alone counts as printed, so such a group reports that it is */
static gboolean
group_is_printed (guint state)
{
  return (state & CSL_GROUP_PRINTED) || ((state & CSL_GROUP_TERM) && !(state & CSL_GROUP_CALLED));
}

static guint
eval_group (CslEval       *self,
            const CslNode *node,
            const CslNode *children,
            guint          n_children,
            CslOut        *out)
{
  CslOut *group = csl_out_new_node (self->arena, CSL_TAG_NONE, node);
  guint state = csl_eval_nodes (self, children, n_children, group);

  if (csl_out_is_empty (group) || !group_is_printed (state))
    return state & CSL_GROUP_CALLED;

  csl_out_append (out, group);
  return (state & CSL_GROUP_CALLED) | CSL_GROUP_PRINTED;
}

/* While sorting, of a macro with dates nothing but these counts: measured with the
 * reference engine */
static gboolean
is_passed_over (CslEval       *self,
                const CslNode *node)
{
  return self->date_depth > 0 && node->kind != CSL_NODE_DATE && node->kind != CSL_NODE_GROUP &&
         node->kind != CSL_NODE_CHOOSE && node->kind != CSL_NODE_TEXT_MACRO;
}

/* A macro's own text-case is passed over: styles were tested with an engine that does */
static guint
eval_macro (CslEval       *self,
            const CslNode *node,
            CslOut        *out)
{
  guint is_dated = self->is_sorting && node->of.macro->has_date ? 1 : 0;
  guint state;

  self->date_depth += is_dated;
  state = eval_group (self, node, node->of.macro->children, node->of.macro->n_children, out);
  self->date_depth -= is_dated;
  return state;
}

/**
 * csl_eval_choose:
 * @self: an evaluation
 * @node: an element `choose`
 *
 * Finds the branch whose conditions hold.
 *
 * Returns: (transfer none) (nullable): the first such, or `NULL` if there is none
 */
const CslNode *
csl_eval_choose (CslEval       *self,
                 const CslNode *node)
{
  for (guint i = 0; i < node->n_children; i++)
    {
      const CslNode *branch = &node->children[i];

      if (branch->kind == CSL_NODE_BRANCH && csl_eval_condition (self, branch->of.branch))
        return branch;
    }
  return NULL;
}

static guint
eval_choose (CslEval       *self,
             const CslNode *node,
             CslOut        *out)
{
  const CslNode *branch = csl_eval_choose (self, node);

  return branch != NULL ? csl_eval_nodes (self, branch->children, branch->n_children, out) : CSL_GROUP_NOTHING;
}

static guint
eval_node (CslEval       *self,
           const CslNode *node,
           CslOut        *out)
{
  if (is_passed_over (self, node))
    return CSL_GROUP_NOTHING;

  switch (node->kind)
    {
    case CSL_NODE_GROUP:
      return eval_group (self, node, node->children, node->n_children, out);
    case CSL_NODE_TEXT_MACRO:
      return eval_macro (self, node, out);
    case CSL_NODE_TEXT_VARIABLE:
      return csl_eval_variable (self, node, out);
    case CSL_NODE_TEXT_TERM:
      return csl_eval_term (self, node, out);
    case CSL_NODE_TEXT_VALUE:
      return csl_eval_value (self, node, out);
    case CSL_NODE_NUMBER:
      return csl_eval_number (self, node, out);
    case CSL_NODE_LABEL:
      return csl_eval_label (self, node, out);
    case CSL_NODE_NAMES:
      return csl_eval_names (self, node, out);
    case CSL_NODE_DATE:
      return csl_eval_date (self, node, out);
    case CSL_NODE_CHOOSE:
      return eval_choose (self, node, out);
    case CSL_NODE_LAYOUT:
    case CSL_NODE_DATE_PART:
    case CSL_NODE_BRANCH:
    case CSL_NODE_KEY:
      break;
    }
  return CSL_GROUP_NOTHING;
}

/**
 * csl_eval_nodes:
 * @self: an evaluation
 * @nodes: elements side by side
 * @n_nodes: how many
 * @out: the group that takes what they print
 *
 * Evaluates elements in their order. Past `CSL_EVALUATE_MAX_NODES` visits or
 * `CSL_EVALUATE_MAX_BYTES` of text in one evaluation nothing more is printed.
 *
 * Returns: bits of `CslGroupState`
 */
guint
csl_eval_nodes (CslEval       *self,
                const CslNode *nodes,
                guint          n_nodes,
                CslOut        *out)
{
  guint state = CSL_GROUP_NOTHING;

  for (guint i = 0; i < n_nodes && !csl_eval_is_full (self); i++)
    {
      self->n_visited++;
      state |= eval_node (self, &nodes[i], out);
    }
  return state;
}

/**
 * csl_evaluate:
 * @self: an evaluation with its borrowed members set
 *
 * Evaluates the layout of an area, or the macro of a sort key, for one item.
 *
 * Returns: (transfer none): the tree, in the arena
 */
CslOut *
csl_evaluate (CslEval *self)
{
  const CslNode *layout = &self->style->sections[self->area].layout;
  CslOut *out = csl_out_new_group (self->arena, CSL_TAG_CITE);
  CslOut *last;

  self->language = csl_text_case_choose_language (csl_item_get_language (self->item), self->locale->tag);
  self->locator_form = CSL_TERM_FORM_SHORT;
  if (layout->n_children > 0)
    {
      csl_eval_nodes (self, layout->children, 1, out);
      self->has_first = !csl_out_is_empty (out);
      self->has_last = self->has_first;
      if (layout->n_children > 1)
        {
          csl_eval_nodes (self, layout->children + 1, layout->n_children - 2, out);
          last = out->last;
          csl_eval_nodes (self, layout->children + layout->n_children - 1, 1, out);
          self->has_last = out->last != last;
        }
    }
  return out;
}
