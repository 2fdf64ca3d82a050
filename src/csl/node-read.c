/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Attributes that many elements share, and the element locale, which stands in
 * files of its own and inside styles.
 */

#include "config.h"

#include "node-read.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * csl_node_read_format:
 * @xml: a walk at an element whose attributes are read
 *
 * Reads the font attributes: CSL 1.0.2, “Formatting”.
 *
 * Returns: the formatting
 */
CslFormat
csl_node_read_format (CslXml *xml)
{
  CslFormat format = { 0 };

  format.style = csl_xml_get_choice (xml, CSL_ATTRIBUTE_FONT_STYLE, "normal italic oblique");
  format.variant = csl_xml_get_choice (xml, CSL_ATTRIBUTE_FONT_VARIANT, "normal small-caps");
  format.weight = csl_xml_get_choice (xml, CSL_ATTRIBUTE_FONT_WEIGHT, "normal bold light");
  format.decoration = csl_xml_get_choice (xml, CSL_ATTRIBUTE_TEXT_DECORATION, "none underline");
  format.align = csl_xml_get_choice (xml, CSL_ATTRIBUTE_VERTICAL_ALIGN, "baseline sup sub");
  return format;
}

/* One reference to a character, “&#8211;”; 0 if it is none */
static gunichar
read_reference (const char  *text,
                const char **end)
{
  guint64 c = 0;
  gsize n_digits = strspn (text + 2, "0123456789");

  if (!g_str_has_prefix (text, "&#") || n_digits == 0 || n_digits > 7 || text[2 + n_digits] != ';')
    return 0;

  c = g_ascii_strtoull (text + 2, NULL, 10);
  *end = text + 2 + n_digits + 1;
  if (c == '\n' || c == '\r' || c == '\t')
    return ' ';
  return g_unichar_validate ((gunichar) c) && !g_unichar_iscntrl ((gunichar) c) ? (gunichar) c : 0;
}

/* Some authors escaped a character twice; nobody wants to read “&#8211;” */
static const char *
unescape (CslXml     *xml,
          const char *value)
{
  g_autoptr (GString) text = NULL;

  if (strstr (value, "&#") == NULL)
    return value;

  text = g_string_new (NULL);
  while (*value != '\0')
    {
      const char *end;
      gunichar c = read_reference (value, &end);

      if (c == 0)
        {
          end = g_utf8_next_char (value);
          c = g_utf8_get_char (value);
        }
      g_string_append_unichar (text, c);
      value = end;
    }
  return csl_arena_strndup (xml->arena, text->str, text->len);
}

static const char *
get_filled (CslXml       *xml,
            CslAttribute  attribute)
{
  const char *value = csl_xml_get (xml, attribute);

  return value != NULL && *value != '\0' ? unescape (xml, value) : NULL;
}

/**
 * csl_node_read_common:
 * @xml: a walk at an element whose attributes are read
 * @node: what to fill
 *
 * Reads what every rendering element may carry.
 */
void
csl_node_read_common (CslXml  *xml,
                      CslNode *node)
{
  const char *text_case = csl_xml_get (xml, CSL_ATTRIBUTE_TEXT_CASE);

  node->line = csl_xml_get_line (xml);
  node->format = csl_node_read_format (xml);
  node->prefix = get_filled (xml, CSL_ATTRIBUTE_PREFIX);
  node->suffix = get_filled (xml, CSL_ATTRIBUTE_SUFFIX);
  node->delimiter = get_filled (xml, CSL_ATTRIBUTE_DELIMITER);
  node->display = csl_xml_get_choice (xml, CSL_ATTRIBUTE_DISPLAY, "block left-margin right-inline indent");
  node->quotes = csl_xml_get_choice (xml, CSL_ATTRIBUTE_QUOTES, "true") == 1;
  node->quotes_off = csl_xml_get_choice (xml, CSL_ATTRIBUTE_QUOTES, "false") == 1;
  node->strip_periods = csl_xml_get_choice (xml, CSL_ATTRIBUTE_STRIP_PERIODS, "true") == 1;
  node->text_case = text_case == NULL ? CSL_TEXT_CASE_NONE : csl_text_case_parse (text_case, -1);
}

/**
 * csl_node_read_part:
 * @xml: a walk at an element `date-part` whose attributes are read
 * @node: what to fill
 *
 * Reads a part of a date.
 */
void
csl_node_read_part (CslXml  *xml,
                    CslNode *node)
{
  guint part = csl_xml_get_choice (xml, CSL_ATTRIBUTE_NAME, "year month day");

  csl_node_read_common (xml, node);
  node->kind = CSL_NODE_DATE_PART;
  node->part = part == 0 ? CSL_PART_YEAR : part - 1;
  node->form = csl_xml_get_choice (xml, CSL_ATTRIBUTE_FORM, "long short numeric numeric-leading-zeros ordinal");
  node->delimiter = get_filled (xml, CSL_ATTRIBUTE_RANGE_DELIMITER);
}

/**
 * csl_node_parse_parts:
 * @value: (nullable): an attribute `date-parts`
 *
 * Reads which parts of a locale's date are to be shown.
 *
 * Returns: bits of `CslDatePart`
 */
guint
csl_node_parse_parts (const char *value)
{
  if (g_strcmp0 (value, "year") == 0)
    return 1 << CSL_PART_YEAR;
  if (g_strcmp0 (value, "year-month") == 0)
    return 1 << CSL_PART_YEAR | 1 << CSL_PART_MONTH;
  return 1 << CSL_PART_YEAR | 1 << CSL_PART_MONTH | 1 << CSL_PART_DAY;
}

/**
 * csl_term_intern:
 * @name: name of a term
 * @custom_terms: (element-type utf8): names that a style added
 * @is_style: may a name be added? It must then live as long as the array
 *
 * Numbers a term.
 *
 * Returns: the number; `CSL_TERM_NONE` if there is no such term
 */
guint
csl_term_intern (const char *name,
                 GPtrArray  *custom_terms,
                 gboolean    is_style)
{
  guint term = csl_term_parse (name);

  if (term != CSL_TERM_NONE)
    return term;

  for (guint i = 0; i < custom_terms->len; i++)
    if (strcmp (custom_terms->pdata[i], name) == 0)
      return CSL_FIRST_CUSTOM_TERM + i;

  if (!is_style || custom_terms->len >= 1000)
    return CSL_TERM_NONE;
  g_ptr_array_add (custom_terms, (gpointer) name);
  return CSL_FIRST_CUSTOM_TERM + custom_terms->len - 1;
}

static gboolean
read_ordinal (CslXml         *xml,
              const char     *name,
              CslLocaleBlock *block)
{
  CslOrdinalText ordinal = { 0 };
  const char *digits = NULL;
  guint match;

  if (strcmp (name, "ordinal") == 0)
    ordinal.is_default = TRUE;
  else if (g_str_has_prefix (name, "ordinal-"))
    digits = name + strlen ("ordinal-");
  else if (g_str_has_prefix (name, "long-ordinal-"))
    {
      digits = name + strlen ("long-ordinal-");
      ordinal.is_long = TRUE;
    }
  else
    return FALSE;

  if (digits != NULL)
    {
      if (strlen (digits) != 2 || !g_ascii_isdigit (digits[0]) || !g_ascii_isdigit (digits[1]))
        return FALSE;
      ordinal.number = (guint) (digits[0] - '0') * 10 + (guint) (digits[1] - '0');
    }

  match = csl_xml_get_choice (xml, CSL_ATTRIBUTE_MATCH, "last-digit last-two-digits whole-number");
  ordinal.match = match == 0 ? (ordinal.number < 10 ? CSL_ORDINAL_LAST_DIGIT : CSL_ORDINAL_LAST_TWO) : (CslOrdinalMatch) match;
  ordinal.gender = csl_gender_parse (csl_xml_get (xml, CSL_ATTRIBUTE_GENDER_FORM));
  ordinal.text = csl_xml_read_text (xml);
  g_array_append_val (block->ordinals, ordinal);
  return TRUE;
}

static void
read_term (CslXml         *xml,
           CslLocaleBlock *block,
           GPtrArray      *custom_terms,
           gboolean        is_style)
{
  CslTermText term = { 0 };
  int depth = csl_xml_get_depth (xml);
  const char *name;

  csl_xml_read_attributes (xml);
  name = csl_xml_get (xml, CSL_ATTRIBUTE_NAME);
  if (name == NULL || read_ordinal (xml, name, block))
    return;

  if (strcmp (name, "sub verbo") == 0)
    name = "sub-verbo";
  term.term = csl_term_intern (name, custom_terms, is_style);
  if (term.term == CSL_TERM_NONE && is_style)
    csl_xml_fail (xml, _("the style has too many terms of its own"), name);
  if (term.term == CSL_TERM_NONE)
    return;

  term.form = csl_term_form_parse (csl_xml_get (xml, CSL_ATTRIBUTE_FORM));
  term.gender = csl_gender_parse (csl_xml_get (xml, CSL_ATTRIBUTE_GENDER));
  if (csl_xml_is_empty (xml))
    term.single = "";
  else
    {
      char *text = NULL;

      while (xml->error == NULL && xmlTextReaderRead (xml->reader) == 1)
        {
          int type = xmlTextReaderNodeType (xml->reader);
          int at = xmlTextReaderDepth (xml->reader);

          if (type == XML_READER_TYPE_END_ELEMENT && at <= depth)
            break;
          if (type == XML_READER_TYPE_ELEMENT && csl_xml_is (xml, "single"))
            term.single = csl_xml_read_text (xml);
          else if (type == XML_READER_TYPE_ELEMENT && csl_xml_is (xml, "multiple"))
            term.multiple = csl_xml_read_text (xml);
          else if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
                   type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE)
            {
              const char *more = (const char *) xmlTextReaderConstValue (xml->reader);

              text = csl_arena_concat (xml->arena, text != NULL ? text : "", more);
            }
        }
      if (term.single == NULL && term.multiple == NULL)
        term.single = text != NULL ? text : "";
    }
  if (term.multiple == NULL)
    term.multiple = term.single;
  if (term.single == NULL)
    term.single = term.multiple;
  g_array_append_val (block->terms, term);
}

static void
read_date (CslXml         *xml,
           CslLocaleBlock *block)
{
  int depth = csl_xml_get_depth (xml);
  g_autoptr (GArray) parts = g_array_new (FALSE, TRUE, sizeof (CslNode));
  CslNode *node;
  guint form;

  csl_xml_read_attributes (xml);
  form = csl_xml_get_choice (xml, CSL_ATTRIBUTE_FORM, "numeric text");
  node = csl_arena_new0 (xml->arena, CslNode);
  csl_node_read_common (xml, node);
  node->kind = CSL_NODE_DATE;
  if (!csl_xml_is_empty (xml))
    while (csl_xml_next_child (xml, depth))
      if (csl_xml_is (xml, "date-part"))
        {
          CslNode part = { 0 };

          csl_xml_read_attributes (xml);
          csl_node_read_part (xml, &part);
          g_array_append_val (parts, part);
        }
  node->n_children = parts->len;
  node->children = csl_arena_copy (xml->arena, parts->data, parts->len * sizeof (CslNode));
  block->dates[form] = node;
}

static void
free_array (gpointer array)
{
  g_array_unref (array);
}

/**
 * csl_locale_block_read:
 * @xml: a walk at an element `locale`
 * @custom_terms: (element-type utf8): names of terms that a style added
 * @is_style: is the element part of a style? Then its terms are added to those
 *
 * Reads one block of terms, dates and options.
 *
 * Returns: (transfer none): the block, in the walk's arena
 */
CslLocaleBlock *
csl_locale_block_read (CslXml    *xml,
                       GPtrArray *custom_terms,
                       gboolean   is_style)
{
  CslLocaleBlock *block = csl_arena_new0 (xml->arena, CslLocaleBlock);
  int depth = csl_xml_get_depth (xml);

  csl_xml_read_attributes (xml);
  block->lang = csl_xml_get (xml, CSL_ATTRIBUTE_LANG);
  if (block->lang != NULL && *block->lang == '\0')
    block->lang = NULL;
  block->punctuation_in_quote = -1;
  block->limit_day_ordinals = -1;
  block->terms = g_array_new (FALSE, TRUE, sizeof (CslTermText));
  csl_arena_adopt (xml->arena, block->terms, free_array);
  block->ordinals = g_array_new (FALSE, TRUE, sizeof (CslOrdinalText));
  csl_arena_adopt (xml->arena, block->ordinals, free_array);
  if (csl_xml_is_empty (xml))
    return block;

  while (csl_xml_next_child (xml, depth))
    {
      if (csl_xml_is (xml, "terms") && !csl_xml_is_empty (xml))
        {
          while (csl_xml_next_child (xml, depth + 1))
            if (csl_xml_is (xml, "term"))
              read_term (xml, block, custom_terms, is_style);
        }
      else if (csl_xml_is (xml, "date"))
        read_date (xml, block);
      else if (csl_xml_is (xml, "style-options"))
        {
          csl_xml_read_attributes (xml);
          if (csl_xml_get (xml, CSL_ATTRIBUTE_PUNCTUATION_IN_QUOTE) != NULL)
            block->punctuation_in_quote = csl_xml_get_choice (xml, CSL_ATTRIBUTE_PUNCTUATION_IN_QUOTE, "true") == 1;
          if (csl_xml_get (xml, CSL_ATTRIBUTE_LIMIT_DAY_ORDINALS) != NULL)
            block->limit_day_ordinals = csl_xml_get_choice (xml, CSL_ATTRIBUTE_LIMIT_DAY_ORDINALS, "true") == 1;
        }
    }
  return block;
}
