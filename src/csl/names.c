/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The element names: which names of which roles are shown, what stands between
 * them, and what takes their place when there are none. How one name looks is
 * in name.c.
 */

#include "config.h"

#include "name.h"

#include <string.h>

/* One variable of a names element that has names */
typedef struct
{
  CslVariable variable;
  guint term; /* what labels it */
  guint n_names;
  const CslName *names;
} Role;

/* How a list is cut */
typedef struct
{
  guint shown;
  gboolean has_et_al;
  gboolean has_last; /* after an ellipsis, in place of et al. */
} Cut;

typedef struct
{
  CslEval *eval;
  const CslNames *names;
  const CslNameOptions *options;
  const CslNamePart *family;
  const CslNamePart *given;
  CslNameOptions with_key; /* options as a sort key changes them */
  guint n_roles;
  Role roles[CSL_NAMES_MAX_ROLES];
} Names;

static Cut
cut_list (const Names         *self,
          guint                n_names,
          const CslNamesFacts *facts)
{
  const CslNameOptions *options = self->options;
  guint min = options->et_al_min;
  guint use_first = options->et_al_use_first;
  Cut cut = { .shown = n_names };

  if (self->eval->position > CSL_POSITION_FIRST && self->eval->area == CSL_AREA_CITATION)
    {
      if (options->set & CSL_NAME_SET_SUBSEQUENT_MIN && options->subsequent_min > 0)
        min = options->subsequent_min;
      if (options->set & CSL_NAME_SET_SUBSEQUENT_USE && options->subsequent_use_first > 0)
        use_first = options->subsequent_use_first;
    }

  if (min == 0 || n_names < min || use_first >= n_names)
    return cut;
  cut.shown = use_first;
  if (facts != NULL && facts->shown > 0)
    cut.shown = MIN (MAX (facts->shown, use_first), n_names);
  cut.has_last = options->et_al_use_last && cut.shown + 2 <= n_names && cut.shown > 0;
  cut.has_et_al = !cut.has_last && cut.shown < n_names;
  return cut;
}

static gboolean
precedes (CslPrecedes precedes_rule,
          gboolean    is_long_enough,
          gboolean    is_after_inverted)
{
  switch (precedes_rule)
    {
    case CSL_PRECEDES_CONTEXTUAL:
      return is_long_enough;
    case CSL_PRECEDES_AFTER_INVERTED:
      return is_after_inverted;
    case CSL_PRECEDES_ALWAYS:
      return TRUE;
    case CSL_PRECEDES_NEVER:
      return FALSE;
    }
  return FALSE;
}

/* A family name alone is a body too: fixture name_MultipleLiteral, and measured with the reference engine */
static gboolean
is_body (const CslName *name)
{
  return name->literal != NULL || (name->family != NULL && name->given == NULL);
}

/* “and” with what stands around it; NULL if the style wants none */
static CslOut *
new_and (const Names *self,
         const Role  *role,
         gboolean     is_after_inverted)
{
  const CslNameOptions *options = self->options;
  const CslTermValue *term;
  CslOut *piece;
  guint inherited = self->eval->style->names.set | self->eval->style->sections[self->eval->area].names.set;
  gboolean is_body_last;
  gboolean has_delimiter;

  if (options->and == CSL_AND_NONE)
    return NULL;

  term = csl_locale_get_term (self->eval->locale, CSL_TERM_AND,
                              options->and == CSL_AND_SYMBOL ? CSL_TERM_FORM_SYMBOL : CSL_TERM_FORM_LONG, FALSE);
  piece = csl_eval_new_term (self->eval, CSL_TAG_AND, term, CSL_TEXT_CASE_NONE);
  if (piece == NULL)
    return NULL;

  /* A body after several people stands apart unless the whole style says how names do: measured with the reference engine */
  is_body_last = is_body (&role->names[role->n_names - 1]) && !(inherited & CSL_NAME_SET_PRECEDES_LAST);
  has_delimiter = is_body_last ? role->n_names >= 3 : precedes (options->precedes_last, role->n_names >= 3, is_after_inverted);
  if (has_delimiter)
    piece->prefix = options->delimiter;
  else if (csl_char_is_romanesque (g_utf8_get_char (term->text)))
    piece->prefix = " ";
  if (csl_char_is_romanesque (g_utf8_get_char (g_utf8_find_prev_char (term->text, term->text + strlen (term->text)))))
    piece->suffix = " ";
  return piece;
}

static CslOut *
new_delimiter (const Names *self)
{
  CslOut *piece = csl_out_new_text (self->eval->arena, CSL_TAG_AND, self->options->delimiter);

  piece->is_whole = *self->options->delimiter == ',';
  return piece;
}

static CslOut *
new_et_al (const Names *self,
           guint        n_shown,
           gboolean     is_after_inverted)
{
  const CslNames *names = self->names;
  const CslTermValue *term = csl_locale_get_term (self->eval->locale, names->et_al_term, CSL_TERM_FORM_LONG, FALSE);
  CslOut *piece = csl_eval_new_term (self->eval, CSL_TAG_ET_AL, term, CSL_TEXT_CASE_NONE);
  CslOut *group;
  gboolean is_wide;

  if (piece == NULL)
    return NULL;

  piece->format = names->et_al_format;
  piece->prefix = names->et_al_prefix;
  piece->suffix = names->et_al_suffix;
  is_wide = !csl_char_is_romanesque (g_utf8_get_char (term->text));
  group = csl_out_new_group (self->eval->arena, CSL_TAG_ET_AL);
  if (precedes (self->options->precedes_et_al, n_shown >= 2, is_after_inverted))
    group->prefix = self->options->delimiter;
  else if (!is_wide)
    group->prefix = " ";
  csl_out_append (group, piece);
  return group;
}

static gboolean
is_inverted (const Names *self,
             const Role  *role,
             guint        index)
{
  const CslName *name = &role->names[index];

  if (name->literal != NULL)
    return FALSE;
  if (self->eval->is_sorting)
    return TRUE;
  if (name->given == NULL && name->non_dropping_particle == NULL)
    return FALSE;
  if (name->is_cjk || name->static_ordering)
    return TRUE;
  return self->options->sort_order == CSL_SORT_ORDER_ALL || (self->options->sort_order == CSL_SORT_ORDER_FIRST && index == 0);
}

static void
append_name (const Names         *self,
             const Role          *role,
             guint                index,
             const CslNamesFacts *facts,
             CslOut              *list)
{
  CslNameLook look = {
    .names = self->names,
    .family = self->family,
    .given = self->given,
    .options = self->options,
    .is_inverted = is_inverted (self, role, index),
    .level = facts != NULL && index < facts->n_levels ? facts->levels[index] : 0,
  };
  CslOut *name;

  name = csl_eval_new_name (self->eval, &role->names[index], index, &look);

  /* The affixes of the element name are for people, one by one: measured with the reference engine */
  name->format = csl_format_drop_normal (self->names->format);
  if (role->names[index].literal == NULL)
    {
      name->prefix = self->names->prefix;
      name->suffix = self->names->suffix;
    }
  csl_out_append (list, name);
}

static CslOut *
new_list (const Names         *self,
          const Role          *role,
          const Cut           *cut,
          const CslNamesFacts *facts)
{
  CslOut *list = csl_out_new_group (self->eval->arena, CSL_TAG_NAME_LIST);
  gboolean after_inverted;

  list->number = role->variable;
  for (guint i = 0; i < cut->shown && !csl_eval_is_full (self->eval); i++)
    {
      if (i > 0)
        {
          CslOut *and = NULL;

          if (i + 1 == role->n_names)
            and = new_and (self, role, is_inverted (self, role, i - 1));
          csl_out_append (list, and!= NULL ? and : new_delimiter (self));
        }
      append_name (self, role, i, facts, list);
    }

  after_inverted = cut->shown > 0 && is_inverted (self, role, cut->shown - 1);
  if (cut->has_last)
    {
      CslOut *ellipsis = csl_out_new_text (self->eval->arena, CSL_TAG_AND, "…");

      ellipsis->prefix = self->options->delimiter;
      ellipsis->suffix = " ";
      csl_out_append (list, ellipsis);
      append_name (self, role, role->n_names - 1, facts, list);
    }
  else if (cut->has_et_al && cut->shown > 0 && !self->eval->is_sorting)
    {
      CslOut *et_al = new_et_al (self, cut->shown, after_inverted);

      /* With et al. the list is dressed once more as a whole: measured with the reference engine */
      list->format = csl_format_drop_normal (self->names->format);
      list->prefix = self->names->prefix;
      list->suffix = self->names->suffix;
      if (et_al != NULL)
        csl_out_append (list, et_al);
    }
  return list;
}

static CslOut *
new_label (const Names *self,
           const Role  *role)
{
  const CslNode *label = self->names->label;
  gboolean is_plural = role->n_names > 1;
  CslOut *piece;

  if (label == NULL || role->term == CSL_TERM_NONE || self->eval->is_sorting)
    return NULL;

  if (label->plural != CSL_PLURAL_CONTEXTUAL)
    is_plural = label->plural == CSL_PLURAL_ALWAYS;
  piece = csl_eval_new_term (self->eval, CSL_TAG_LABEL,
                             csl_locale_get_term (self->eval->locale, role->term, (CslTermForm) label->form, is_plural),
                             (CslTextCase) label->text_case);
  if (piece != NULL)
    csl_out_apply (piece, label);
  return piece;
}

static const CslNamesFacts *
next_facts (const Names *self,
            const Role  *role)
{
  CslEval *eval = self->eval;
  const CslItemFacts *facts = eval->facts;
  guint set = eval->n_sets++;

  if (eval->area == CSL_AREA_BIBLIOGRAPHY || eval->is_sorting)
    return NULL;
  return facts != NULL && set < facts->n_sets ? &facts->sets[set] : NULL;
}

static void
note_seen (const Names *self,
           const Role  *role)
{
  CslNamesSeen seen = { 0 };

  if (self->eval->seen == NULL)
    return;

  seen.variable = role->variable;
  seen.n_names = role->n_names;
  seen.names = role->names;
  seen.options = self->options;
  seen.shown = cut_list (self, role->n_names, NULL).shown;
  g_array_append_val (self->eval->seen, seen);
}

static gboolean
append_role (const Names *self,
             const Role  *role,
             CslOut      *out)
{
  const CslNamesFacts *facts = next_facts (self, role);
  Cut cut = cut_list (self, role->n_names, facts);
  CslOut *group;
  CslOut *label;

  note_seen (self, role);
  if (cut.shown == 0)
    return FALSE;

  group = csl_out_new_group (self->eval->arena, CSL_TAG_ROLE);
  group->number = role->variable;
  label = new_label (self, role);
  if (label != NULL && self->names->label_is_first)
    csl_out_append (group, label);
  csl_out_append (group, new_list (self, role, &cut, facts));
  if (label != NULL && !self->names->label_is_first)
    csl_out_append (group, label);
  csl_out_append (out, group);
  return TRUE;
}

static gboolean
append_count (const Names *self,
              CslOut      *out)
{
  guint count = 0;
  char digits[16];

  for (guint i = 0; i < self->n_roles; i++)
    count += cut_list (self, self->roles[i].n_names, next_facts (self, &self->roles[i])).shown;
  if (count == 0)
    return FALSE;

  g_snprintf (digits, sizeof digits, self->eval->is_sorting ? "%010u" : "%u", count);
  csl_out_append (out, csl_out_new_text (self->eval->arena, CSL_TAG_NONE, csl_arena_strdup (self->eval->arena, digits)));
  return TRUE;
}

static gboolean
are_equal (const Role *a,
           const Role *b)
{
  if (a->n_names != b->n_names)
    return FALSE;

  for (guint i = 0; i < a->n_names; i++)
    if (!csl_name_equal (&a->names[i], &b->names[i]))
      return FALSE;
  return TRUE;
}

/* Who edited and translated is named once: CSL 1.0.2, “Names” */
static void
join_editor_and_translator (Names *self)
{
  const CslTermValue *term;
  Role *roles = self->roles;

  if (self->n_roles != 2 || self->names->n_variables != 2 || self->names->label == NULL || !are_equal (&roles[0], &roles[1]))
    return;
  if ((roles[0].variable != CSL_VARIABLE_EDITOR || roles[1].variable != CSL_VARIABLE_TRANSLATOR) &&
      (roles[0].variable != CSL_VARIABLE_TRANSLATOR || roles[1].variable != CSL_VARIABLE_EDITOR))
    return;

  term = csl_locale_get_term (self->eval->locale, CSL_TERM_EDITORTRANSLATOR, CSL_TERM_FORM_LONG, FALSE);
  if (term->text == NULL || *term->text == '\0')
    return;
  roles[0].term = CSL_TERM_EDITORTRANSLATOR;
  self->n_roles = 1;
}

static void
gather_roles (Names *self)
{
  CslEval *eval = self->eval;

  for (guint i = 0; i < self->names->n_variables; i++)
    {
      CslVariable variable = self->names->variables[i];
      Role *role = &self->roles[self->n_roles];

      if (csl_eval_is_suppressed (eval, variable))
        continue;
      role->names = csl_item_get_names (eval->item, variable, &role->n_names);
      if (role->names == NULL || role->n_names == 0)
        continue;
      role->variable = variable;
      role->term = self->names->terms[i];
      self->n_roles++;
    }
  join_editor_and_translator (self);
}

static void
apply_key (Names *self)
{
  const CslKey *key = self->eval->key;

  self->with_key = *self->options;
  if (key->set & CSL_NAME_SET_ET_AL_MIN)
    self->with_key.et_al_min = key->names_min;
  if (key->set & CSL_NAME_SET_ET_AL_USE_FIRST)
    self->with_key.et_al_use_first = key->names_use_first;
  if (key->set & CSL_NAME_SET_ET_AL_USE_LAST)
    self->with_key.et_al_use_last = key->names_use_last;
  self->with_key.sort_order = CSL_SORT_ORDER_ALL;
  self->with_key.and = CSL_AND_NONE;
  self->options = &self->with_key;
}

static gboolean
append_names (Names  *self,
              CslOut *out)
{
  gboolean is_printed = FALSE;

  if (self->options->form == CSL_NAME_FORM_COUNT)
    {
      is_printed = append_count (self, out);
      for (guint i = 0; i < self->n_roles; i++)
        csl_eval_mark_printed (self->eval, self->roles[i].variable);
      return is_printed;
    }

  for (guint i = 0; i < self->n_roles; i++)
    {
      is_printed |= append_role (self, &self->roles[i], out);
      csl_eval_mark_printed (self->eval, self->roles[i].variable);
      if (self->roles[i].term == CSL_TERM_EDITORTRANSLATOR)
        {
          csl_eval_mark_printed (self->eval, CSL_VARIABLE_EDITOR);
          csl_eval_mark_printed (self->eval, CSL_VARIABLE_TRANSLATOR);
        }
    }
  return is_printed;
}

static const CslNamePart *
choose_part (const CslNamePart *own,
             const CslNamePart *outer)
{
  gboolean is_unset = csl_format_is_empty (own->format) && own->text_case == CSL_TEXT_CASE_NONE && own->prefix == NULL &&
                      own->suffix == NULL;

  return is_unset && outer != NULL ? outer : own;
}

/* A term ends the search even if it is empty: fixture substitute_SubstituteOnlyOnceTermEmpty */
static gboolean
is_substitute (const CslNode *child,
               guint          state,
               const CslOut  *group)
{
  if (child->kind == CSL_NODE_TEXT_TERM && (state & CSL_GROUP_TERM))
    return TRUE;
  return !csl_out_is_empty (group);
}

typedef struct
{
  CslOut *out;          /* takes the substitute */
  CslVariableSet outer; /* what was printed around it */
  guint state;          /* of the last that was tried */
  gboolean is_bare;     /* is it names as the names that it stands for? */
} Substitute;

/* The first that prints is the substitute, and what it printed is used up. The elements of a
 * branch are alternatives as those around the choice are: styles were written so, and with the
 * editors and the title one after the other the title would be gone from its place */
static gboolean
try_substitutes (CslEval       *eval,
                 const CslNode *nodes,
                 guint          n_nodes,
                 Substitute    *found)
{
  for (guint i = 0; i < n_nodes && !csl_eval_is_full (eval); i++)
    {
      const CslNode *node = &nodes[i];
      CslOut *group;

      if (node->kind == CSL_NODE_CHOOSE)
        {
          const CslNode *branch = csl_eval_choose (eval, node);

          eval->n_visited++;
          if (branch != NULL && try_substitutes (eval, branch->children, branch->n_children, found))
            return TRUE;
          continue;
        }
      group = csl_out_new_group (eval->arena, CSL_TAG_NONE);
      memset (&eval->printed, 0, sizeof eval->printed);
      found->state = csl_eval_nodes (eval, node, 1, group);
      if (!is_substitute (node, found->state, group))
        continue;
      found->is_bare = node->kind == CSL_NODE_NAMES && node->of.names->is_bare;
      csl_out_append (found->out, group);
      csl_variable_set_unite (&eval->suppressed, &eval->printed);
      csl_variable_set_unite (&found->outer, &eval->printed);
      return TRUE;
    }
  return FALSE;
}

/* A term or value alone does not save the group around the names: CSL 1.0.2, “Group” */
static guint
append_substitute (Names    *self,
                   CslOut   *out,
                   gboolean *is_bare)
{
  CslEval *eval = self->eval;
  Substitute found = { .out = out, .outer = eval->printed };
  const CslNamePart *family = eval->family;
  const CslNamePart *given = eval->given;
  gboolean is_printed;

  eval->family = self->family;
  eval->given = self->given;
  eval->substitute_depth++;
  is_printed = try_substitutes (eval, self->names->substitutes, self->names->n_substitutes, &found);
  eval->substitute_depth--;
  eval->family = family;
  eval->given = given;
  eval->printed = found.outer;
  *is_bare = found.is_bare;
  return is_printed ? found.state & (CSL_GROUP_PRINTED | CSL_GROUP_TERM) : CSL_GROUP_NOTHING;
}

/**
 * csl_eval_names:
 * @self: an evaluation
 * @node: an element `names`
 * @out: the group that takes what it prints
 *
 * Evaluates names: CSL 1.0.2, “Names”.
 *
 * Returns: bits of `CslGroupState`
 */
guint
csl_eval_names (CslEval       *self,
                const CslNode *node,
                CslOut        *out)
{
  Names names;
  CslOut *group = csl_out_new_group (self->arena, CSL_TAG_NAMES);
  gboolean is_bare = FALSE;
  guint state;

  names.eval = self;
  names.names = node->of.names;
  names.options = &node->of.names->options[self->area];
  names.family = choose_part (&node->of.names->family, self->family);
  names.given = choose_part (&node->of.names->given, self->given);
  names.n_roles = 0;
  if (self->key != NULL)
    apply_key (&names);
  gather_roles (&names);
  if (append_names (&names, group))
    {
      csl_out_apply (group, node);
      group->delimiter = names.options->names_delimiter;
      csl_out_append (out, group);
      self->has_names = TRUE;
      return CSL_GROUP_CALLED | CSL_GROUP_PRINTED;
    }

  state = append_substitute (&names, group, &is_bare);
  if (state != CSL_GROUP_NOTHING)
    {
      csl_out_apply (group, node);
      if (!is_bare)
        {
          group->prefix = group->suffix = NULL;
          group->format = (CslFormat) { 0 };
        }
      csl_out_append (out, group);
      return CSL_GROUP_CALLED | state;
    }
  out->is_begun |= csl_out_is_empty (out);
  return CSL_GROUP_CALLED;
}
