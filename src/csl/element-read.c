/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is inside layouts and macros. Whatever CSL does not know is passed over, as
 * styles made for other processors carry more.
 */

#include "config.h"

#include "element-read.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A blank is enough between the parts of a name: measured with the reference engine */
static void
merge_blanks (char *text)
{
  char *to = text;

  for (const char *c = text; *c != '\0'; c++)
    if (*c != ' ' || c == text || c[-1] != ' ')
      *to++ = *c;
  *to = '\0';
}

/**
 * csl_style_read_name_options:
 * @xml: a walk at an element whose attributes are read
 * @options: what to fill
 * @is_name: is it an element `name`? Elsewhere some attributes have longer names
 *
 * Reads what an element says of names, itself or to be inherited: CSL 1.0.2,
 * “Inheritable Name Options”.
 */
void
csl_style_read_name_options (CslXml         *xml,
                             CslNameOptions *options,
                             gboolean        is_name)
{
  const char *value;
  guint choice;

  if ((choice = csl_xml_get_choice (xml, CSL_ATTRIBUTE_AND, "text symbol")) != 0)
    {
      options->set |= CSL_NAME_SET_AND;
      options->and = (CslAnd) choice;
    }
  if ((choice = csl_xml_get_choice (xml, CSL_ATTRIBUTE_DELIMITER_PRECEDES_LAST,
                                    "contextual after-inverted-name always never")) != 0)
    {
      options->set |= CSL_NAME_SET_PRECEDES_LAST;
      options->precedes_last = (CslPrecedes) (choice - 1);
    }
  if ((choice = csl_xml_get_choice (xml, CSL_ATTRIBUTE_DELIMITER_PRECEDES_ET_AL,
                                    "contextual after-inverted-name always never")) != 0)
    {
      options->set |= CSL_NAME_SET_PRECEDES_ET_AL;
      options->precedes_et_al = (CslPrecedes) (choice - 1);
    }
  if ((choice = csl_xml_get_choice (xml, is_name ? CSL_ATTRIBUTE_FORM : CSL_ATTRIBUTE_NAME_FORM, "long short count")) != 0)
    {
      options->set |= CSL_NAME_SET_FORM;
      options->form = (CslNameForm) (choice - 1);
    }
  if ((choice = csl_xml_get_choice (xml, CSL_ATTRIBUTE_NAME_AS_SORT_ORDER, "first all")) != 0)
    {
      options->set |= CSL_NAME_SET_SORT_ORDER;
      options->sort_order = (CslNameSortOrder) choice;
    }
  if ((choice = csl_xml_get_choice (xml, CSL_ATTRIBUTE_ET_AL_USE_LAST, "true false")) != 0)
    {
      options->set |= CSL_NAME_SET_ET_AL_USE_LAST;
      options->et_al_use_last = choice == 1;
    }
  if ((choice = csl_xml_get_choice (xml, CSL_ATTRIBUTE_INITIALIZE, "true false")) != 0)
    {
      options->set |= CSL_NAME_SET_INITIALIZE;
      options->initialize = choice == 1;
    }

  if (csl_xml_get (xml, CSL_ATTRIBUTE_ET_AL_MIN) != NULL)
    {
      options->set |= CSL_NAME_SET_ET_AL_MIN;
      options->et_al_min = csl_xml_get_number (xml, CSL_ATTRIBUTE_ET_AL_MIN, 0);
    }
  if (csl_xml_get (xml, CSL_ATTRIBUTE_ET_AL_USE_FIRST) != NULL)
    {
      options->set |= CSL_NAME_SET_ET_AL_USE_FIRST;
      options->et_al_use_first = csl_xml_get_number (xml, CSL_ATTRIBUTE_ET_AL_USE_FIRST, 1);
    }
  if (csl_xml_get (xml, CSL_ATTRIBUTE_ET_AL_SUBSEQUENT_MIN) != NULL)
    {
      options->set |= CSL_NAME_SET_SUBSEQUENT_MIN;
      options->subsequent_min = csl_xml_get_number (xml, CSL_ATTRIBUTE_ET_AL_SUBSEQUENT_MIN, 0);
    }
  if (csl_xml_get (xml, CSL_ATTRIBUTE_ET_AL_SUBSEQUENT_USE_FIRST) != NULL)
    {
      options->set |= CSL_NAME_SET_SUBSEQUENT_USE;
      options->subsequent_use_first = csl_xml_get_number (xml, CSL_ATTRIBUTE_ET_AL_SUBSEQUENT_USE_FIRST, 1);
    }

  if ((value = csl_xml_get (xml, is_name ? CSL_ATTRIBUTE_DELIMITER : CSL_ATTRIBUTE_NAME_DELIMITER)) != NULL)
    {
      options->set |= CSL_NAME_SET_DELIMITER;
      options->delimiter = value;
    }
  if ((value = csl_xml_get (xml, CSL_ATTRIBUTE_INITIALIZE_WITH)) != NULL)
    {
      options->set |= CSL_NAME_SET_INITIALIZE_WITH;
      options->initialize_with = value;
    }
  if ((value = csl_xml_get (xml, CSL_ATTRIBUTE_SORT_SEPARATOR)) != NULL)
    {
      options->set |= CSL_NAME_SET_SORT_SEPARATOR;
      options->sort_separator = csl_arena_strdup (xml->arena, value);
      merge_blanks ((char *) options->sort_separator);
    }
  if (!is_name && (value = csl_xml_get (xml, CSL_ATTRIBUTE_NAMES_DELIMITER)) != NULL)
    {
      options->set |= CSL_NAME_SET_NAMES_DELIMITER;
      options->names_delimiter = value;
    }
}

/* Calls a function for each word of a list with blanks between */
#define FOR_EACH_WORD(word, length, list)                                     \
  for (const char *word = (list) + strspn ((list), " \t\r\n"); *word != '\0'; \
       word += strcspn (word, " \t\r\n"), word += strspn (word, " \t\r\n"))   \
    for (gsize length = strcspn (word, " \t\r\n"), once = 1; once != 0; once = 0)

static void
add_test (GArray      *tests,
          CslTestKind  kind,
          guint        value)
{
  CslTest test = { kind, value };

  g_array_append_val (tests, test);
}

static void
add_variable_tests (GArray      *tests,
                    CslTestKind  kind,
                    const char  *list)
{
  FOR_EACH_WORD (word, length, list)
  add_test (tests, kind, csl_variable_parse (word, (gssize) length));
}

static void
add_position_tests (GArray     *tests,
                    const char *list)
{
  static const char *const words[] = { "first", "subsequent", "ibid", "ibid-with-locator", "near-note" };

  FOR_EACH_WORD (word, length, list)
  {
    guint found;

    for (found = 0; found < G_N_ELEMENTS (words); found++)
      if (strlen (words[found]) == length && strncmp (words[found], word, length) == 0)
        break;
    if (found == G_N_ELEMENTS (words))
      add_test (tests, CSL_TEST_NEVER, 0);
    else
      add_test (tests, CSL_TEST_POSITION, found);
  }
}

static void
add_locator_tests (CslStyleReader *self,
                   GArray         *tests,
                   const char     *list)
{
  g_autofree char *one_word = g_strdup (list);
  char *sub_verbo = strstr (one_word, "sub verbo");

  if (sub_verbo != NULL)
    sub_verbo[3] = '-';
  FOR_EACH_WORD (word, length, one_word)
  {
    char *name = csl_arena_strndup (self->style->arena, word, length);

    add_test (tests, CSL_TEST_LOCATOR, csl_term_intern (name, self->style->custom_terms, TRUE));
  }
}

static void
read_branch (CslStyleReader *self,
             CslNode        *node)
{
  CslXml *xml = &self->xml;
  CslBranch *branch = csl_arena_new0 (xml->arena, CslBranch);
  g_autoptr (GArray) tests = g_array_new (FALSE, TRUE, sizeof (CslTest));
  const char *value;
  guint match = csl_xml_get_choice (xml, CSL_ATTRIBUTE_MATCH, "all any none");
  guint n_any_of;

  node->kind = CSL_NODE_BRANCH;
  node->line = csl_xml_get_line (xml);
  node->of.branch = branch;
  branch->is_else = csl_xml_is (xml, "else");
  branch->match = match == 0 ? CSL_MATCH_ALL : (CslMatch) (match - 1);

  if ((value = csl_xml_get (xml, CSL_ATTRIBUTE_TYPE)) != NULL)
    {
      FOR_EACH_WORD (word, length, value)
      add_test (tests, CSL_TEST_TYPE, csl_item_type_parse (word, (gssize) length));
    }
  n_any_of = tests->len;
  if ((value = csl_xml_get (xml, CSL_ATTRIBUTE_VARIABLE)) != NULL)
    add_variable_tests (tests, CSL_TEST_VARIABLE, value);
  if ((value = csl_xml_get (xml, CSL_ATTRIBUTE_IS_NUMERIC)) != NULL)
    add_variable_tests (tests, CSL_TEST_IS_NUMERIC, value);
  if ((value = csl_xml_get (xml, CSL_ATTRIBUTE_IS_UNCERTAIN_DATE)) != NULL)
    add_variable_tests (tests, CSL_TEST_IS_UNCERTAIN_DATE, value);
  if ((value = csl_xml_get (xml, CSL_ATTRIBUTE_POSITION)) != NULL)
    add_position_tests (tests, value);
  if ((value = csl_xml_get (xml, CSL_ATTRIBUTE_LOCATOR)) != NULL)
    add_locator_tests (self, tests, value);
  if ((value = csl_xml_get (xml, CSL_ATTRIBUTE_DISAMBIGUATE)) != NULL)
    add_test (tests, CSL_TEST_DISAMBIGUATE, strcmp (value, "true") == 0);

  branch->n_any_of = n_any_of;
  branch->n_tests = tests->len;
  branch->tests = csl_arena_copy (xml->arena, tests->data, tests->len * sizeof (CslTest));
}

static void
read_text (CslStyleReader *self,
           CslNode        *node)
{
  CslXml *xml = &self->xml;
  const char *value;

  node->plural = csl_xml_get_choice (xml, CSL_ATTRIBUTE_PLURAL, "true") == 1 ? CSL_PLURAL_ALWAYS : CSL_PLURAL_NEVER;
  if ((value = csl_xml_get (xml, CSL_ATTRIBUTE_MACRO)) != NULL)
    {
      node->kind = CSL_NODE_TEXT_MACRO;
      node->value = value;
    }
  else if ((value = csl_xml_get (xml, CSL_ATTRIBUTE_TERM)) != NULL)
    {
      node->kind = CSL_NODE_TEXT_TERM;
      node->term = csl_term_intern (strcmp (value, "sub verbo") == 0 ? "sub-verbo" : value, self->style->custom_terms, TRUE);
      node->form = csl_term_form_parse (csl_xml_get (xml, CSL_ATTRIBUTE_FORM));
      if (node->term == CSL_TERM_NONE)
        csl_xml_fail (xml, _("the style has too many terms of its own"), value);
    }
  else if ((value = csl_xml_get (xml, CSL_ATTRIBUTE_VARIABLE)) != NULL)
    {
      node->kind = CSL_NODE_TEXT_VARIABLE;
      node->variable = csl_variable_parse (value, -1);
      node->form = csl_xml_get_choice (xml, CSL_ATTRIBUTE_FORM, "short") == 1;
    }
  else
    {
      node->kind = CSL_NODE_TEXT_VALUE;
      node->value = csl_xml_get (xml, CSL_ATTRIBUTE_VALUE);
      if (node->value == NULL)
        csl_xml_fail (xml, _("it needs a variable, macro, term or value"), NULL);
    }
}

static guint
get_label_term (CslVariable variable)
{
  const char *name = csl_variable_get_name (variable);

  if (variable == CSL_VARIABLE_EDITOR_TRANSLATOR)
    return CSL_TERM_EDITORTRANSLATOR;
  return name != NULL ? csl_term_parse (name) : CSL_TERM_NONE;
}

static void
read_label (CslStyleReader *self,
            CslNode        *node)
{
  CslXml *xml = &self->xml;
  const char *variable = csl_xml_get (xml, CSL_ATTRIBUTE_VARIABLE);

  node->kind = CSL_NODE_LABEL;
  node->form = csl_term_form_parse (csl_xml_get (xml, CSL_ATTRIBUTE_FORM));
  node->plural = csl_xml_get_choice (xml, CSL_ATTRIBUTE_PLURAL, "always never");
  if (variable != NULL)
    {
      node->variable = csl_variable_parse (variable, -1);
      node->term = get_label_term (node->variable);
    }
  else
    node->term = CSL_TERM_NONE;
}

static void
read_number (CslStyleReader *self,
             CslNode        *node)
{
  CslXml *xml = &self->xml;
  const char *variable = csl_xml_get (xml, CSL_ATTRIBUTE_VARIABLE);
  guint form = csl_xml_get_choice (xml, CSL_ATTRIBUTE_FORM, "numeric ordinal long-ordinal roman");

  node->kind = CSL_NODE_NUMBER;
  node->variable = variable != NULL ? csl_variable_parse (variable, -1) : CSL_VARIABLE_NONE;
  node->term = get_label_term (node->variable);
  node->form = form == 0 ? CSL_NUMBER_FORM_NUMERIC : form - 1;
}

static void
read_date (CslStyleReader *self,
           CslNode        *node,
           int             depth)
{
  CslXml *xml = &self->xml;
  const char *variable = csl_xml_get (xml, CSL_ATTRIBUTE_VARIABLE);
  CslDateLayout *date = csl_arena_new0 (xml->arena, CslDateLayout);

  node->kind = CSL_NODE_DATE;
  node->variable = variable != NULL ? csl_variable_parse (variable, -1) : CSL_VARIABLE_NONE;
  node->of.date = date;
  date->form = csl_xml_get_choice (xml, CSL_ATTRIBUTE_FORM, "numeric text");
  date->parts = csl_node_parse_parts (csl_xml_get (xml, CSL_ATTRIBUTE_DATE_PARTS));
  csl_style_read_children (self, depth, &node->children, &node->n_children);
}

static void
read_name_element (CslStyleReader *self,
                   CslNames       *names,
                   int             depth)
{
  CslXml *xml = &self->xml;
  CslNode common = { 0 };

  csl_node_read_common (xml, &common);
  csl_style_read_name_options (xml, &names->own, TRUE);
  names->has_name = TRUE;
  names->format = common.format;
  names->text_case = common.text_case;
  names->prefix = common.prefix;
  names->suffix = common.suffix;
  if (csl_xml_is_empty (xml))
    return;

  while (csl_xml_next_child (xml, depth))
    if (csl_xml_is (xml, "name-part"))
      {
        CslNode part = { 0 };
        CslNamePart *target;

        csl_xml_read_attributes (xml);
        csl_node_read_common (xml, &part);
        target = csl_xml_get_choice (xml, CSL_ATTRIBUTE_NAME, "family") == 1 ? &names->family : &names->given;
        target->format = part.format;
        target->text_case = part.text_case;
        target->prefix = part.prefix;
        target->suffix = part.suffix;
      }
}

static void
read_et_al (CslStyleReader *self,
            CslNames       *names)
{
  CslXml *xml = &self->xml;
  CslNode common = { 0 };
  const char *term = csl_xml_get (xml, CSL_ATTRIBUTE_TERM);

  csl_node_read_common (xml, &common);
  names->has_et_al = TRUE;
  names->et_al_term = term == NULL ? CSL_TERM_ET_AL : csl_term_intern (term, self->style->custom_terms, TRUE);
  names->et_al_format = common.format;
  names->et_al_prefix = common.prefix;
  names->et_al_suffix = common.suffix;
}

static void
read_names_children (CslStyleReader *self,
                     CslNames       *names,
                     int             depth)
{
  CslXml *xml = &self->xml;

  while (csl_xml_next_child (xml, depth))
    {
      csl_xml_read_attributes (xml);
      if (csl_xml_is (xml, "name"))
        read_name_element (self, names, depth + 1);
      else if (csl_xml_is (xml, "et-al"))
        read_et_al (self, names);
      else if (csl_xml_is (xml, "label"))
        {
          CslNode *label = csl_arena_new0 (xml->arena, CslNode);

          csl_node_read_common (xml, label);
          read_label (self, label);
          names->label = label;
          names->label_is_first = !names->has_name;
        }
      else if (csl_xml_is (xml, "substitute"))
        csl_style_read_children (self, depth + 1, &names->substitutes, &names->n_substitutes);
      else
        continue;
      names->is_bare = FALSE;
    }
  names->label_is_first &= names->has_name;
}

static void
read_names (CslStyleReader *self,
            CslNode        *node,
            int             depth)
{
  CslXml *xml = &self->xml;
  CslNames *names = csl_arena_new0 (xml->arena, CslNames);
  g_autoptr (GArray) variables = g_array_new (FALSE, TRUE, sizeof (CslVariable));
  const char *list = csl_xml_get (xml, CSL_ATTRIBUTE_VARIABLE);
  CslTerm *terms;

  node->kind = CSL_NODE_NAMES;
  node->of.names = names;
  names->is_bare = TRUE;
  names->et_al_term = CSL_TERM_ET_AL;
  if (csl_xml_get (xml, CSL_ATTRIBUTE_DELIMITER) != NULL)
    {
      names->own.set |= CSL_NAME_SET_NAMES_DELIMITER;
      names->own.names_delimiter = csl_xml_get (xml, CSL_ATTRIBUTE_DELIMITER);
    }
  if (list != NULL)
    {
      FOR_EACH_WORD (word, length, list)
      {
        CslVariable variable = csl_variable_parse (word, (gssize) length);

        if (variables->len < CSL_NAMES_MAX_ROLES)
          g_array_append_val (variables, variable);
        else
          csl_xml_fail (xml, _("it has more than a hundred variables"), NULL);
      }
    }
  names->n_variables = variables->len;
  names->variables = csl_arena_copy (xml->arena, variables->data, variables->len * sizeof (CslVariable));
  terms = csl_arena_new_array (xml->arena, CslTerm, variables->len);
  for (guint i = 0; i < variables->len; i++)
    terms[i] = (CslTerm) get_label_term (names->variables[i]);
  names->terms = terms;
  if (!csl_xml_is_empty (xml))
    read_names_children (self, names, depth);
}

/* Reads the element at hand; gives FALSE if no such element renders anything */
static gboolean
read_element (CslStyleReader *self,
              CslNode        *node)
{
  CslXml *xml = &self->xml;
  int depth = csl_xml_get_depth (xml);
  gboolean is_empty = csl_xml_is_empty (xml);

  csl_xml_read_attributes (xml);
  if (csl_xml_is (xml, "if") || csl_xml_is (xml, "else-if") || csl_xml_is (xml, "else"))
    {
      read_branch (self, node);
      if (!is_empty)
        csl_style_read_children (self, depth, &node->children, &node->n_children);
      return TRUE;
    }

  csl_node_read_common (xml, node);
  if (csl_xml_is (xml, "text"))
    read_text (self, node);
  else if (csl_xml_is (xml, "group"))
    {
      node->kind = CSL_NODE_GROUP;
      if (!is_empty)
        csl_style_read_children (self, depth, &node->children, &node->n_children);
    }
  else if (csl_xml_is (xml, "choose"))
    {
      node->kind = CSL_NODE_CHOOSE;
      if (!is_empty)
        csl_style_read_children (self, depth, &node->children, &node->n_children);
    }
  else if (csl_xml_is (xml, "names"))
    read_names (self, node, depth);
  else if (csl_xml_is (xml, "date"))
    read_date (self, node, is_empty ? -2 : depth);
  else if (csl_xml_is (xml, "date-part"))
    csl_node_read_part (xml, node);
  else if (csl_xml_is (xml, "number"))
    read_number (self, node);
  else if (csl_xml_is (xml, "label"))
    read_label (self, node);
  else
    return FALSE;
  return TRUE;
}

/**
 * csl_style_read_children:
 * @self: a reader
 * @depth: depth of the element at hand; less than -1 if it is empty
 * @children: (out): takes the nodes, in the style's arena
 * @n_children: (out): how many there are
 *
 * Reads the rendering elements inside an element.
 */
void
csl_style_read_children (CslStyleReader  *self,
                         int              depth,
                         CslNode        **children,
                         guint           *n_children)
{
  guint first = self->stack->len;

  if (depth < -1)
    return;

  while (csl_xml_next_child (&self->xml, depth))
    {
      CslNode node = { 0 };

      if (read_element (self, &node))
        g_array_append_val (self->stack, node);
    }

  *n_children = self->stack->len - first;
  *children = NULL;
  if (*n_children > 0)
    *children = csl_arena_copy (self->xml.arena, &g_array_index (self->stack, CslNode, first), *n_children * sizeof (CslNode));
  g_array_set_size (self->stack, first);
}
