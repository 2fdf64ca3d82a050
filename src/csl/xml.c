/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A walk over libxml2's reader in which whoever reads an element may leave its
 * children alone: the next step passes over them.
 */

#include "config.h"

#include "xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *name;
  CslAttribute attribute;
} attribute_names[] = {
  { "after-collapse-delimiter", CSL_ATTRIBUTE_AFTER_COLLAPSE_DELIMITER },
  { "and", CSL_ATTRIBUTE_AND },
  { "citation-format", CSL_ATTRIBUTE_CITATION_FORMAT },
  { "cite-group-delimiter", CSL_ATTRIBUTE_CITE_GROUP_DELIMITER },
  { "class", CSL_ATTRIBUTE_CLASS },
  { "collapse", CSL_ATTRIBUTE_COLLAPSE },
  { "date-parts", CSL_ATTRIBUTE_DATE_PARTS },
  { "default-locale", CSL_ATTRIBUTE_DEFAULT_LOCALE },
  { "delimiter", CSL_ATTRIBUTE_DELIMITER },
  { "delimiter-precedes-et-al", CSL_ATTRIBUTE_DELIMITER_PRECEDES_ET_AL },
  { "delimiter-precedes-last", CSL_ATTRIBUTE_DELIMITER_PRECEDES_LAST },
  { "demote-non-dropping-particle", CSL_ATTRIBUTE_DEMOTE_NON_DROPPING_PARTICLE },
  { "disambiguate", CSL_ATTRIBUTE_DISAMBIGUATE },
  { "disambiguate-add-givenname", CSL_ATTRIBUTE_DISAMBIGUATE_ADD_GIVENNAME },
  { "disambiguate-add-names", CSL_ATTRIBUTE_DISAMBIGUATE_ADD_NAMES },
  { "disambiguate-add-year-suffix", CSL_ATTRIBUTE_DISAMBIGUATE_ADD_YEAR_SUFFIX },
  { "display", CSL_ATTRIBUTE_DISPLAY },
  { "entry-spacing", CSL_ATTRIBUTE_ENTRY_SPACING },
  { "et-al-min", CSL_ATTRIBUTE_ET_AL_MIN },
  { "et-al-subsequent-min", CSL_ATTRIBUTE_ET_AL_SUBSEQUENT_MIN },
  { "et-al-subsequent-use-first", CSL_ATTRIBUTE_ET_AL_SUBSEQUENT_USE_FIRST },
  { "et-al-use-first", CSL_ATTRIBUTE_ET_AL_USE_FIRST },
  { "et-al-use-last", CSL_ATTRIBUTE_ET_AL_USE_LAST },
  { "font-style", CSL_ATTRIBUTE_FONT_STYLE },
  { "font-variant", CSL_ATTRIBUTE_FONT_VARIANT },
  { "font-weight", CSL_ATTRIBUTE_FONT_WEIGHT },
  { "form", CSL_ATTRIBUTE_FORM },
  { "gender", CSL_ATTRIBUTE_GENDER },
  { "gender-form", CSL_ATTRIBUTE_GENDER_FORM },
  { "givenname-disambiguation-rule", CSL_ATTRIBUTE_GIVENNAME_DISAMBIGUATION_RULE },
  { "hanging-indent", CSL_ATTRIBUTE_HANGING_INDENT },
  { "href", CSL_ATTRIBUTE_HREF },
  { "initialize", CSL_ATTRIBUTE_INITIALIZE },
  { "initialize-with", CSL_ATTRIBUTE_INITIALIZE_WITH },
  { "initialize-with-hyphen", CSL_ATTRIBUTE_INITIALIZE_WITH_HYPHEN },
  { "is-numeric", CSL_ATTRIBUTE_IS_NUMERIC },
  { "is-uncertain-date", CSL_ATTRIBUTE_IS_UNCERTAIN_DATE },
  { "lang", CSL_ATTRIBUTE_LANG },
  { "limit-day-ordinals-to-day-1", CSL_ATTRIBUTE_LIMIT_DAY_ORDINALS },
  { "line-spacing", CSL_ATTRIBUTE_LINE_SPACING },
  { "locator", CSL_ATTRIBUTE_LOCATOR },
  { "macro", CSL_ATTRIBUTE_MACRO },
  { "match", CSL_ATTRIBUTE_MATCH },
  { "name", CSL_ATTRIBUTE_NAME },
  { "name-as-sort-order", CSL_ATTRIBUTE_NAME_AS_SORT_ORDER },
  { "name-delimiter", CSL_ATTRIBUTE_NAME_DELIMITER },
  { "name-form", CSL_ATTRIBUTE_NAME_FORM },
  { "names-delimiter", CSL_ATTRIBUTE_NAMES_DELIMITER },
  { "names-min", CSL_ATTRIBUTE_NAMES_MIN },
  { "names-use-first", CSL_ATTRIBUTE_NAMES_USE_FIRST },
  { "names-use-last", CSL_ATTRIBUTE_NAMES_USE_LAST },
  { "near-note-distance", CSL_ATTRIBUTE_NEAR_NOTE_DISTANCE },
  { "page-range-format", CSL_ATTRIBUTE_PAGE_RANGE_FORMAT },
  { "plural", CSL_ATTRIBUTE_PLURAL },
  { "position", CSL_ATTRIBUTE_POSITION },
  { "prefix", CSL_ATTRIBUTE_PREFIX },
  { "punctuation-in-quote", CSL_ATTRIBUTE_PUNCTUATION_IN_QUOTE },
  { "quotes", CSL_ATTRIBUTE_QUOTES },
  { "range-delimiter", CSL_ATTRIBUTE_RANGE_DELIMITER },
  { "rel", CSL_ATTRIBUTE_REL },
  { "second-field-align", CSL_ATTRIBUTE_SECOND_FIELD_ALIGN },
  { "sort", CSL_ATTRIBUTE_SORT },
  { "sort-separator", CSL_ATTRIBUTE_SORT_SEPARATOR },
  { "strip-periods", CSL_ATTRIBUTE_STRIP_PERIODS },
  { "subsequent-author-substitute", CSL_ATTRIBUTE_SUBSEQUENT_AUTHOR_SUBSTITUTE },
  { "subsequent-author-substitute-rule", CSL_ATTRIBUTE_SUBSEQUENT_AUTHOR_SUBSTITUTE_RULE },
  { "suffix", CSL_ATTRIBUTE_SUFFIX },
  { "term", CSL_ATTRIBUTE_TERM },
  { "text-case", CSL_ATTRIBUTE_TEXT_CASE },
  { "text-decoration", CSL_ATTRIBUTE_TEXT_DECORATION },
  { "type", CSL_ATTRIBUTE_TYPE },
  { "value", CSL_ATTRIBUTE_VALUE },
  { "variable", CSL_ATTRIBUTE_VARIABLE },
  { "version", CSL_ATTRIBUTE_VERSION },
  { "vertical-align", CSL_ATTRIBUTE_VERTICAL_ALIGN },
  { "year-suffix-delimiter", CSL_ATTRIBUTE_YEAR_SUFFIX_DELIMITER },
};

/* libxml2 2.14 made its argument const */
static void
error_cb (void           *data,
          const xmlError *cause)
{
  CslXml *self = data;
  g_autofree char *reason = NULL;

  if (self->error != NULL || cause->level < XML_ERR_ERROR)
    return;

  reason = g_utf8_make_valid (cause->message != NULL ? cause->message : "", -1);
  g_set_error (&self->error, CSL_ERROR, self->code,
               /* Translators: a file's or style's name, a line number, what the XML parser says */
               _("“%s”, line %d: not well-formed XML (%s)"), self->name, cause->line, g_strstrip (reason));
}

/**
 * csl_xml_open:
 * @self: an uninitialised walk
 * @arena: where what is read is kept
 * @code: the code of errors
 * @name: what to call the document in errors
 * @data: its bytes
 * @length: how many
 *
 * Starts to read a document and stops at its root element.
 *
 * Returns: is there a root element? Either way [func@Csl.xml_close] must be called
 */
gboolean
csl_xml_open (CslXml     *self,
              CslArena   *arena,
              CslError    code,
              const char *name,
              const char *data,
              gsize       length)
{
  memset (self, 0, sizeof *self);
  self->arena = arena;
  self->code = code;
  self->name = g_utf8_make_valid (name, -1);

  if (length > CSL_XML_MAX_BYTES)
    {
      g_set_error (&self->error, CSL_ERROR, CSL_ERROR_TOO_LARGE,
                   _("“%s” is larger than %d MiB"), self->name, CSL_XML_MAX_BYTES / 1024 / 1024);
      return FALSE;
    }

  self->reader = xmlReaderForMemory (data, (int) length, NULL, NULL,
                                     XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES);
  if (self->reader == NULL)
    {
      csl_xml_fail (self, _("not well-formed XML"), NULL);
      return FALSE;
    }

  xmlTextReaderSetStructuredErrorHandler (self->reader, (xmlStructuredErrorFunc) (void (*) (void)) error_cb, self);
  if (!csl_xml_next_child (self, -1))
    {
      if (self->error == NULL)
        csl_xml_fail (self, _("there is no XML in it"), NULL);
      return FALSE;
    }
  return TRUE;
}

/**
 * csl_xml_close:
 * @self: a walk
 * @error: return location for what went wrong on the way
 *
 * Ends a walk.
 *
 * Returns: did all go well?
 */
gboolean
csl_xml_close (CslXml  *self,
               GError **error)
{
  g_clear_pointer (&self->reader, xmlFreeTextReader);
  g_clear_pointer (&self->name, g_free);
  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

/**
 * csl_xml_fail:
 * @self: a walk
 * @message: what is wrong, translated, without a full stop
 * @detail: (nullable): a word of the document that it is about
 *
 * Ends the walk with an error that names the place. The first one stays.
 */
void
csl_xml_fail (CslXml     *self,
              const char *message,
              const char *detail)
{
  const char *element = NULL;

  if (self->error != NULL)
    return;

  if (self->reader != NULL)
    element = (const char *) xmlTextReaderConstLocalName (self->reader);
  if (detail != NULL)
    g_set_error (&self->error, CSL_ERROR, self->code,
                 /* Translators: name of a style, line number, XML element, what is wrong, the word it is about */
                 _("“%s”, line %u, element “%s”: %s (“%.80s”)"), self->name, csl_xml_get_line (self),
                 element != NULL ? element : "", message, detail);
  else
    g_set_error (&self->error, CSL_ERROR, self->code,
                 /* Translators: name of a style, line number, XML element, what is wrong */
                 _("“%s”, line %u, element “%s”: %s"), self->name, csl_xml_get_line (self),
                 element != NULL ? element : "", message);
}

/**
 * csl_xml_next_child:
 * @self: a walk
 * @parent_depth: depth of the element whose children are wanted, -1 for the root
 *
 * Goes to the next child element, over whatever was left unread.
 *
 * Returns: is there one?
 */
gboolean
csl_xml_next_child (CslXml *self,
                    int     parent_depth)
{
  while (self->error == NULL)
    {
      int status = xmlTextReaderRead (self->reader);
      int type;
      int depth;

      if (status < 0 && self->error == NULL)
        csl_xml_fail (self, _("not well-formed XML"), NULL);
      if (status <= 0)
        return FALSE;

      type = xmlTextReaderNodeType (self->reader);
      depth = xmlTextReaderDepth (self->reader);
      if (type == XML_READER_TYPE_DOCUMENT_TYPE || type == XML_READER_TYPE_ENTITY_REFERENCE)
        {
          csl_xml_fail (self, _("document types and entities are not read"), NULL);
          return FALSE;
        }
      if (depth > CSL_XML_MAX_DEPTH)
        {
          csl_xml_fail (self, _("elements are nested too deep"), NULL);
          return FALSE;
        }
      if (type == XML_READER_TYPE_END_ELEMENT && depth <= parent_depth)
        return FALSE;
      if (type == XML_READER_TYPE_ELEMENT && depth == parent_depth + 1)
        return TRUE;
    }
  return FALSE;
}

/**
 * csl_xml_is:
 * @self: a walk
 * @element: a local name
 *
 * Tells if the element at hand has this name, in whatever namespace.
 *
 * Returns: is it so?
 */
gboolean
csl_xml_is (CslXml     *self,
            const char *element)
{
  return strcmp ((const char *) xmlTextReaderConstLocalName (self->reader), element) == 0;
}

/**
 * csl_xml_get_depth:
 * @self: a walk
 *
 * Gives the depth of the element at hand; the root's is 0.
 *
 * Returns: the depth
 */
int
csl_xml_get_depth (CslXml *self)
{
  return xmlTextReaderDepth (self->reader);
}

/**
 * csl_xml_get_line:
 * @self: a walk
 *
 * Gives the line of the element at hand, from 1.
 *
 * Returns: the line, 0 if there is none
 */
guint
csl_xml_get_line (CslXml *self)
{
  xmlNode *node = self->reader != NULL ? xmlTextReaderCurrentNode (self->reader) : NULL;
  long line = 0;

  /* The parser itself reads ahead; but a document type has no line of its own */
  if (node != NULL)
    line = xmlGetLineNo (node);
  if (line <= 0 && self->reader != NULL)
    line = xmlTextReaderGetParserLineNumber (self->reader);
  return line > 0 ? (guint) line : 0;
}

/**
 * csl_xml_is_empty:
 * @self: a walk
 *
 * Tells if the element at hand is written as an empty one: then it has no end.
 *
 * Returns: is it so?
 */
gboolean
csl_xml_is_empty (CslXml *self)
{
  return xmlTextReaderIsEmptyElement (self->reader) == 1;
}

static void
keep_attribute (CslXml *self)
{
  const char *name = (const char *) xmlTextReaderConstLocalName (self->reader);
  guint low = 0;
  guint high = G_N_ELEMENTS (attribute_names);

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = strcmp (name, attribute_names[middle].name);

      if (order == 0)
        {
          const char *value = (const char *) xmlTextReaderConstValue (self->reader);

          self->attributes[attribute_names[middle].attribute] = csl_arena_strdup (self->arena, value != NULL ? value : "");
          return;
        }
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
}

/**
 * csl_xml_read_attributes:
 * @self: a walk
 *
 * Keeps the attributes of the element at hand for [func@Csl.xml_get].
 */
void
csl_xml_read_attributes (CslXml *self)
{
  memset (self->attributes, 0, sizeof self->attributes);
  while (xmlTextReaderMoveToNextAttribute (self->reader) == 1)
    keep_attribute (self);
  xmlTextReaderMoveToElement (self->reader);
}

/**
 * csl_xml_get:
 * @self: a walk
 * @attribute: an attribute
 *
 * Gives the value of an attribute that was read.
 *
 * Returns: (transfer none) (nullable): the value, in the arena; `NULL` if absent
 */
const char *
csl_xml_get (CslXml       *self,
             CslAttribute  attribute)
{
  return self->attributes[attribute];
}

/**
 * csl_xml_get_choice:
 * @self: a walk
 * @attribute: an attribute
 * @words: what it may be, with a blank between
 *
 * Reads an attribute that is one of a few words.
 *
 * Returns: the place of its value among @words from 1; 0 if absent or another
 */
guint
csl_xml_get_choice (CslXml       *self,
                    CslAttribute  attribute,
                    const char   *words)
{
  const char *value = self->attributes[attribute];
  gsize length;
  guint place = 1;

  if (value == NULL)
    return 0;

  length = strlen (value);
  for (const char *word = words; word != NULL; place++)
    {
      if (strncmp (word, value, length) == 0 && (word[length] == ' ' || word[length] == '\0'))
        return place;
      word = strchr (word, ' ');
      if (word != NULL)
        word++;
    }
  return 0;
}

/**
 * csl_xml_get_number:
 * @self: a walk
 * @attribute: an attribute
 * @fallback: what to give if it is absent or no number
 *
 * Reads an attribute that is a whole number of at most six digits.
 *
 * Returns: the number
 */
guint
csl_xml_get_number (CslXml       *self,
                    CslAttribute  attribute,
                    guint         fallback)
{
  const char *value = self->attributes[attribute];
  guint64 number;

  if (value == NULL || !g_ascii_string_to_unsigned (value, 10, 0, 999999, &number, NULL))
    return fallback;
  return (guint) number;
}

/**
 * csl_xml_read_text:
 * @self: a walk
 *
 * Reads the characters of the element at hand up to its end.
 *
 * Returns: (transfer none): the text, in the arena
 */
char *
csl_xml_read_text (CslXml *self)
{
  int depth = csl_xml_get_depth (self);
  char *text = NULL;

  if (csl_xml_is_empty (self))
    return csl_arena_strdup (self->arena, "");

  while (self->error == NULL && xmlTextReaderRead (self->reader) == 1)
    {
      int type = xmlTextReaderNodeType (self->reader);

      if (type == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (self->reader) <= depth)
        break;
      if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
          type == XML_READER_TYPE_WHITESPACE || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE)
        {
          const char *more = (const char *) xmlTextReaderConstValue (self->reader);

          if (more == NULL)
            continue;
          text = text == NULL ? csl_arena_strdup (self->arena, more) : csl_arena_concat (self->arena, text, more);
        }
    }
  return text != NULL ? text : csl_arena_strdup (self->arena, "");
}
