/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a style is beyond its XML: macros tied to their calls, name options with all
 * they inherit, values read for marks, and what each macro can ever touch.
 */

#include "config.h"

#include "style-private.h"

#include "evaluate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  CslStyle *style;
  const char *name;
  GHashTable *macros; /* name → CslMacro */
  guint n_calls;      /* that are open */
  guint n_nodes;      /* that an evaluation visits at the most, so far */
  GError *error;
} Resolver;

static guint resolve_nodes (Resolver       *self,
                            CslNode        *nodes,
                            guint           n_nodes,
                            const CslNames *parent,
                            guint          *depth);

static void
inherit (CslNameOptions       *options,
         const CslNameOptions *from)
{
  guint missing = from->set & ~options->set;

  if (missing & CSL_NAME_SET_AND)
    options->and = from->and;
  if (missing & CSL_NAME_SET_DELIMITER)
    options->delimiter = from->delimiter;
  if (missing & CSL_NAME_SET_PRECEDES_LAST)
    options->precedes_last = from->precedes_last;
  if (missing & CSL_NAME_SET_PRECEDES_ET_AL)
    options->precedes_et_al = from->precedes_et_al;
  if (missing & CSL_NAME_SET_ET_AL_MIN)
    options->et_al_min = from->et_al_min;
  if (missing & CSL_NAME_SET_ET_AL_USE_FIRST)
    options->et_al_use_first = from->et_al_use_first;
  if (missing & CSL_NAME_SET_SUBSEQUENT_MIN)
    options->subsequent_min = from->subsequent_min;
  if (missing & CSL_NAME_SET_SUBSEQUENT_USE)
    options->subsequent_use_first = from->subsequent_use_first;
  if (missing & CSL_NAME_SET_ET_AL_USE_LAST)
    options->et_al_use_last = from->et_al_use_last;
  if (missing & CSL_NAME_SET_FORM)
    options->form = from->form;
  if (missing & CSL_NAME_SET_INITIALIZE)
    options->initialize = from->initialize;
  if (missing & CSL_NAME_SET_INITIALIZE_WITH)
    options->initialize_with = from->initialize_with;
  if (missing & CSL_NAME_SET_SORT_ORDER)
    options->sort_order = from->sort_order;
  if (missing & CSL_NAME_SET_SORT_SEPARATOR)
    options->sort_separator = from->sort_separator;
  if (missing & CSL_NAME_SET_NAMES_DELIMITER)
    options->names_delimiter = from->names_delimiter;
  options->set |= missing;
}

static const CslNameOptions defaults = {
  .set = ~0u,
  .precedes_last = CSL_PRECEDES_CONTEXTUAL,
  .precedes_et_al = CSL_PRECEDES_CONTEXTUAL,
  .initialize = TRUE,
  .delimiter = ", ",
  .sort_separator = ", ",
  .et_al_use_first = G_MAXUINT, /* no number, no et al.: fixture nameattr_EtAlUseFirstOnCitationInBibliography */
};

static void
take_after (CslNames       *names,
            const CslNames *parent)
{
  names->has_name = parent->has_name;
  names->own = parent->own;
  names->format = parent->format;
  names->text_case = parent->text_case;
  names->prefix = parent->prefix;
  names->suffix = parent->suffix;
  names->family = parent->family;
  names->given = parent->given;
  names->has_et_al = parent->has_et_al;
  names->et_al_term = parent->et_al_term;
  names->et_al_format = parent->et_al_format;
  names->et_al_prefix = parent->et_al_prefix;
  names->et_al_suffix = parent->et_al_suffix;
  names->label = parent->label;
  names->label_is_first = parent->label_is_first;
}

static guint
resolve_names (Resolver       *self,
               CslNames       *names,
               const CslNames *parent,
               guint          *depth)
{
  if (parent != NULL && names->is_bare)
    take_after (names, parent);
  for (guint area = 0; area < CSL_N_AREAS; area++)
    {
      CslNameOptions *options = &names->options[area];

      *options = names->own;
      inherit (options, &self->style->sections[area].names);
      inherit (options, &self->style->names);
      inherit (options, &defaults);
    }
  return CSL_USES_NAMES | resolve_nodes (self, names->substitutes, names->n_substitutes, names, depth);
}

static gboolean
has_date (const CslNode *nodes,
          guint          n_nodes)
{
  for (guint i = 0; i < n_nodes; i++)
    if (nodes[i].kind == CSL_NODE_DATE || has_date (nodes[i].children, nodes[i].n_children))
      return TRUE;
  return FALSE;
}

/* Two calls in each of twenty macros are a million elements: such a style is told so before
 * it is asked for anything */
static void
check_size (Resolver   *self,
            guint       line,
            const char *name)
{
  if (self->n_nodes <= CSL_EVALUATE_MAX_NODES || self->error != NULL)
    return;
  g_set_error (&self->error, CSL_ERROR, CSL_ERROR_TOO_LARGE,
               /* Translators: name of a style, line number, name of a macro or element, a number */
               _("“%s”, line %u: “%s” is more than %d elements with all the macros that it calls"), self->name, line, name,
               CSL_EVALUATE_MAX_NODES);
}

static guint
resolve_macro (Resolver *self,
               CslMacro *macro,
               guint    *depth)
{
  if (macro->state == CSL_MACRO_OPEN)
    {
      if (self->error == NULL)
        g_set_error (&self->error, CSL_ERROR, CSL_ERROR_STYLE_INVALID,
                     /* Translators: name of a style, line number, name of a macro */
                     _("“%s”, line %u: macro “%s” calls itself"), self->name, macro->line, macro->name);
      return 0;
    }
  if (macro->state == CSL_MACRO_NEW)
    {
      guint n_before = self->n_nodes;

      macro->state = CSL_MACRO_OPEN;
      if (++self->n_calls <= CSL_STYLE_MAX_MACRO_DEPTH + 1)
        macro->uses = resolve_nodes (self, macro->children, macro->n_children, NULL, &macro->depth);
      else
        macro->depth = CSL_STYLE_MAX_MACRO_DEPTH + 1;
      self->n_calls--;
      macro->n_nodes = self->n_nodes - n_before;
      macro->has_date = has_date (macro->children, macro->n_children);
      macro->state = CSL_MACRO_DONE;
      if (macro->depth > CSL_STYLE_MAX_MACRO_DEPTH && self->error == NULL)
        g_set_error (&self->error, CSL_ERROR, CSL_ERROR_STYLE_INVALID,
                     /* Translators: name of a style, line number, name of a macro */
                     _("“%s”, line %u: macro “%s” calls too many others inside each other"),
                     self->name, macro->line, macro->name);
    }
  else
    self->n_nodes += macro->n_nodes;
  check_size (self, macro->line, macro->name);
  *depth = MAX (*depth, macro->depth + 1);
  return macro->uses;
}

static guint
resolve_call (Resolver *self,
              CslNode  *node,
              guint    *depth)
{
  CslMacro *macro = g_hash_table_lookup (self->macros, node->value);

  if (macro == NULL)
    {
      if (self->error == NULL)
        g_set_error (&self->error, CSL_ERROR, CSL_ERROR_STYLE_INVALID,
                     /* Translators: name of a style, line number, name of a macro */
                     _("“%s”, line %u: there is no macro “%s”"), self->name, node->line, node->value);
      return 0;
    }
  if (node->kind == CSL_NODE_KEY)
    node->rich = NULL;
  node->n_children = 0;
  if (node->kind == CSL_NODE_TEXT_MACRO)
    node->of.macro = macro;
  return resolve_macro (self, macro, depth);
}

static guint
get_uses_of_tests (const CslBranch *branch)
{
  guint uses = 0;

  for (guint i = 0; i < branch->n_tests; i++)
    switch (branch->tests[i].kind)
      {
      case CSL_TEST_POSITION:
        uses |= CSL_USES_POSITION;
        if (branch->tests[i].value == CSL_POSITION_NEAR_NOTE)
          uses |= CSL_USES_NEAR_NOTE;
        break;
      case CSL_TEST_DISAMBIGUATE:
        uses |= CSL_USES_DISAMBIGUATE;
        break;
      case CSL_TEST_VARIABLE:
      case CSL_TEST_TYPE:
      case CSL_TEST_IS_NUMERIC:
      case CSL_TEST_IS_UNCERTAIN_DATE:
      case CSL_TEST_LOCATOR:
      case CSL_TEST_NEVER:
        break;
      }
  return uses;
}

static guint
get_uses_of_variable (CslVariable variable)
{
  if (variable == CSL_VARIABLE_YEAR_SUFFIX)
    return CSL_USES_YEAR_SUFFIX;
  if (variable == CSL_VARIABLE_CITATION_NUMBER)
    return CSL_USES_CITATION_NUMBER;
  if (variable == CSL_VARIABLE_FIRST_REFERENCE_NOTE_NUMBER)
    return CSL_USES_NOTE_NUMBER;
  return 0;
}

/* A term that neither CSL nor the style knows prints nothing (fixture locale_UnknownTerm), but
 * can only be a slip of the pen: who installs a style may want to know */
static void
check_term (Resolver      *self,
            const CslNode *node)
{
  GPtrArray *blocks = self->style->locale_blocks;
  g_autofree char *slip = NULL;

  if (node->term < CSL_FIRST_CUSTOM_TERM || self->style->is_newer || self->style->slip != NULL)
    return;

  for (guint i = 0; i < blocks->len; i++)
    {
      const GArray *terms = ((const CslLocaleBlock *) blocks->pdata[i])->terms;

      for (guint k = 0; k < terms->len; k++)
        if (g_array_index (terms, CslTermText, k).term == node->term)
          return;
    }
  /* Translators: name of a style, line number, name of a term */
  slip = g_strdup_printf (_("“%s”, line %u: there is no term “%s”; define it in an element “locale” of the style"), self->name, node->line,
                          (const char *) self->style->custom_terms->pdata[node->term - CSL_FIRST_CUSTOM_TERM]);
  self->style->slip = csl_arena_strdup (self->style->arena, slip);
}

static guint
resolve_node (Resolver       *self,
              CslNode        *node,
              const CslNames *parent,
              guint          *depth)
{
  guint uses = 0;

  self->n_nodes++;
  switch (node->kind)
    {
    case CSL_NODE_TEXT_MACRO:
      return resolve_call (self, node, depth);
    case CSL_NODE_TEXT_VALUE:
      node->rich = csl_rich_field_parse (node->value, -1);
      csl_arena_adopt (self->style->arena, node->rich, (GDestroyNotify) csl_rich_field_unref);
      return 0;
    case CSL_NODE_NAMES:
      return resolve_names (self, node->of.names, parent, depth);
    case CSL_NODE_BRANCH:
      uses = get_uses_of_tests (node->of.branch);
      break;
    case CSL_NODE_DATE:
      uses = CSL_USES_DATE;
      break;
    case CSL_NODE_TEXT_VARIABLE:
    case CSL_NODE_NUMBER:
      return get_uses_of_variable (node->variable);
    case CSL_NODE_LAYOUT:
    case CSL_NODE_GROUP:
    case CSL_NODE_CHOOSE:
      break;
    case CSL_NODE_TEXT_TERM:
      check_term (self, node);
      return 0;
    case CSL_NODE_LABEL:
    case CSL_NODE_DATE_PART:
    case CSL_NODE_KEY:
      return 0;
    }
  return uses | resolve_nodes (self, node->children, node->n_children, parent, depth);
}

static guint
resolve_nodes (Resolver       *self,
               CslNode        *nodes,
               guint           n_nodes,
               const CslNames *parent,
               guint          *depth)
{
  guint uses = 0;

  for (guint i = 0; i < n_nodes && self->error == NULL; i++)
    uses |= resolve_node (self, &nodes[i], parent, depth);
  return uses;
}

static void
resolve_section (Resolver   *self,
                 CslSection *section)
{
  guint depth = 0;

  self->n_nodes = 0;
  section->uses = resolve_node (self, &section->layout, NULL, &depth);
  check_size (self, section->layout.line, "layout");
  for (guint i = 0; i < section->n_keys; i++)
    {
      CslNode *key = &section->keys[i];
      CslNode call = { .kind = CSL_NODE_TEXT_MACRO, .line = key->line, .value = key->value };

      if (key->value == NULL)
        continue;

      self->n_nodes = 0;
      resolve_call (self, &call, &depth);
      key->n_children = 1;
      key->children = csl_arena_copy (self->style->arena, &call, sizeof call);
    }
}

/**
 * csl_style_resolve:
 * @self: a style that was read
 * @name: what to call it in errors
 * @error: return location for an error of the domain `CSL_ERROR`
 *
 * Ties calls to macros, refuses circles, and works out what can be inherited.
 *
 * Returns: did it go well?
 */
gboolean
csl_style_resolve (CslStyle    *self,
                   const char  *name,
                   GError     **error)
{
  Resolver resolver = { .style = self, .name = name };

  resolver.macros = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->n_macros; i++)
    g_hash_table_insert (resolver.macros, (gpointer) self->macros[i].name, &self->macros[i]);
  for (guint area = 0; area < CSL_N_AREAS && resolver.error == NULL; area++)
    resolve_section (&resolver, &self->sections[area]);
  g_hash_table_unref (resolver.macros);
  if (resolver.error == NULL)
    return TRUE;

  g_propagate_error (error, resolver.error);
  return FALSE;
}
