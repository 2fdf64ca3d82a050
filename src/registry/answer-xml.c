/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libxml2 with everything off that reaches beyond the bytes: no network, no DTD, no
 * entities of the document’s own, no more depth than it allows by itself (256).
 */

#include "config.h"

#include "answer-xml.h"

#include "read.h"
#include "registry-error.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

#define MAX_BYTES (16 << 20)

static void
be_silent (void       *context,
           const char *format,
           ...)
{
}

/**
 * offprint_xml_parse:
 * @bytes: what came
 * @error: return location for `OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER`, or `TOO_LARGE`
 *   above 16 MiB
 *
 * Reads XML. A document type is refused: no service of ours sends one.
 *
 * Returns: (transfer full): the document, with a root; or `NULL` with @error set
 */
xmlDoc *
offprint_xml_parse (GBytes  *bytes,
                    GError **error)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  xmlParserCtxt *context = NULL;
  xmlDoc *doc = NULL;
  int line = 0;

  if (size > MAX_BYTES)
    {
      g_set_error (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_TOO_LARGE,
                   _("%u MiB are more than the %u MiB that are read"), (guint) (size >> 20), MAX_BYTES >> 20);
      return NULL;
    }

  context = xmlNewParserCtxt ();
  if (context != NULL && size > 0)
    {
      context->sax->error = be_silent;
      context->sax->warning = be_silent;
      doc = xmlCtxtReadMemory (context, data, (int) size, NULL, NULL,
                               XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
      line = context->lastError.line;
    }
  if (context != NULL)
    xmlFreeParserCtxt (context);

  if (doc == NULL || xmlDocGetRootElement (doc) == NULL)
    g_set_error (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER,
                 _("Line %d is no XML"), MAX (line, 1));
  else if (doc->intSubset != NULL || doc->extSubset != NULL)
    g_set_error_literal (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER,
                         _("It has a document type, which is not read"));
  else
    return doc;
  if (doc != NULL)
    xmlFreeDoc (doc);
  return NULL;
}

/**
 * offprint_xml_get_child:
 * @parent: (nullable): an element
 * @name: a local name
 * @previous: (nullable): the child after which to go on
 *
 * Finds a child element.
 *
 * Returns: (transfer none) (nullable): the child
 */
xmlNode *
offprint_xml_get_child (xmlNode    *parent,
                        const char *name,
                        xmlNode    *previous)
{
  xmlNode *child = NULL;

  if (parent == NULL)
    return NULL;
  child = previous != NULL ? previous->next : parent->children;
  while (child != NULL && (child->type != XML_ELEMENT_NODE || strcmp ((const char *) child->name, name) != 0))
    child = child->next;
  return child;
}

/**
 * offprint_xml_find:
 * @parent: (nullable): an element
 * @name: a local name
 *
 * Finds the first element below, at any depth.
 *
 * Returns: (transfer none) (nullable): the element
 */
xmlNode *
offprint_xml_find (xmlNode    *parent,
                   const char *name)
{
  xmlNode *node = parent != NULL ? parent->children : NULL;

  while (node != NULL)
    {
      if (node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0)
        return node;
      if (node->type == XML_ELEMENT_NODE && node->children != NULL)
        {
          node = node->children;
          continue;
        }
      while (node != parent && node->next == NULL)
        node = node->parent;
      node = node != parent ? node->next : NULL;
    }
  return NULL;
}

/* @text: (transfer full) (nullable) */
static char *
take_clean (xmlChar *text)
{
  char *clean = NULL;

  if (text == NULL)
    return NULL;
  clean = offprint_text_clean_line ((const char *) text, -1);
  xmlFree (text);
  if (clean[0] == '\0')
    g_clear_pointer (&clean, g_free);
  return clean;
}

/**
 * offprint_xml_dup_text:
 * @element: (nullable): an element
 *
 * The text in an element, clean and in one line.
 *
 * Returns: (transfer full) (nullable): the text; `NULL` if there is none
 */
char *
offprint_xml_dup_text (xmlNode *element)
{
  return element != NULL ? take_clean (xmlNodeGetContent (element)) : NULL;
}

/**
 * offprint_xml_dup_child:
 * @parent: (nullable): an element
 * @name: a local name
 *
 * The text of the first child of that name.
 *
 * Returns: (transfer full) (nullable): the text; `NULL` if there is none
 */
char *
offprint_xml_dup_child (xmlNode    *parent,
                        const char *name)
{
  return offprint_xml_dup_text (offprint_xml_get_child (parent, name, NULL));
}

/**
 * offprint_xml_dup_attribute:
 * @element: (nullable): an element
 * @name: an attribute without namespace
 *
 * The value of an attribute.
 *
 * Returns: (transfer full) (nullable): the value; `NULL` if it is not there or empty
 */
char *
offprint_xml_dup_attribute (xmlNode    *element,
                            const char *name)
{
  return element != NULL ? take_clean (xmlGetNoNsProp (element, (const xmlChar *) name)) : NULL;
}
