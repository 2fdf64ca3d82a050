/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The <info> of a style stands first in it, so reading stops where it ends and the
 * rest of the file need not even be there.
 */

#include "config.h"

#include "style-head.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>
#include <string.h>

#define CSL_NAMESPACE  "http://purl.org/net/xbiblio/csl"
#define MAX_TEXT_BYTES 4096

/* CSL knows thirty fields */
#define MAX_FIELDS 64

/* What libxml2 has to say of a broken head is not asked for: the style is left out
 * of the list, and told in full when somebody opens it. */
static void
silent_cb (void                    *data,
           const char              *message,
           xmlParserSeverities      severity,
           xmlTextReaderLocatorPtr  locator)
{
}

static gboolean
is_element (xmlTextReader *reader,
            const char    *name)
{
  return xmlTextReaderNodeType (reader) == XML_READER_TYPE_ELEMENT &&
         xmlStrEqual (xmlTextReaderConstLocalName (reader), BAD_CAST name) &&
         xmlStrEqual (xmlTextReaderConstNamespaceUri (reader), BAD_CAST CSL_NAMESPACE);
}

static char *
dup_attribute (xmlTextReader *reader,
               const char    *name)
{
  xmlChar *value = xmlTextReaderGetAttribute (reader, BAD_CAST name);
  char *copy = value != NULL && strlen ((const char *) value) <= MAX_TEXT_BYTES ? g_strdup ((const char *) value) : NULL;

  xmlFree (value);
  return copy;
}

/* The text of an element, its white space run together */
static char *
dup_text (xmlTextReader *reader)
{
  int depth = xmlTextReaderDepth (reader);
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) words = NULL;
  g_autofree char *joined = NULL;
  guint n = 0;

  if (xmlTextReaderIsEmptyElement (reader))
    return NULL;
  while (xmlTextReaderRead (reader) == 1 && xmlTextReaderDepth (reader) > depth)
    {
      const char *part = (const char *) xmlTextReaderConstValue (reader);

      if (part != NULL && text->len + strlen (part) <= MAX_TEXT_BYTES)
        g_string_append (text, part);
    }
  words = g_strsplit_set (text->str, " \t\r\n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      words[n++] = words[i];
    else
      g_free (words[i]);
  words[n] = NULL;
  joined = g_strjoinv (" ", words);
  return *joined != '\0' ? g_steal_pointer (&joined) : NULL;
}

static void
read_link (xmlTextReader *reader,
           CslStyleHead  *head)
{
  g_autofree char *rel = dup_attribute (reader, "rel");
  g_autofree char *href = NULL;

  if (g_strcmp0 (rel, "independent-parent") != 0 || head->parent != NULL)
    return;
  href = dup_attribute (reader, "href");
  if (href != NULL)
    head->parent = g_strdup (strrchr (href, '/') != NULL ? strrchr (href, '/') + 1 : href);
}

static void
read_category (xmlTextReader *reader,
               CslStyleHead  *head,
               GPtrArray     *fields)
{
  char *field = dup_attribute (reader, "field");

  if (head->format == NULL)
    head->format = dup_attribute (reader, "citation-format");
  if (field != NULL && *field != '\0' && fields->len < MAX_FIELDS)
    g_ptr_array_add (fields, field);
  else
    g_free (field);
}

static void
read_child (xmlTextReader *reader,
            CslStyleHead  *head,
            GPtrArray     *fields)
{
  if (is_element (reader, "title") && head->title == NULL)
    head->title = dup_text (reader);
  else if (is_element (reader, "title-short") && head->title_short == NULL)
    head->title_short = dup_text (reader);
  else if (is_element (reader, "link"))
    read_link (reader, head);
  else if (is_element (reader, "category"))
    read_category (reader, head, fields);
  else if (is_element (reader, "id") && head->id == NULL)
    head->id = dup_text (reader);
  else if (is_element (reader, "updated") && head->updated == NULL)
    head->updated = dup_text (reader);
}

static void
read_head (xmlTextReader *reader,
           CslStyleHead  *head)
{
  g_autoptr (GPtrArray) fields = NULL;
  int step = xmlTextReaderRead (reader);

  while (step == 1 && !is_element (reader, "style"))
    step = xmlTextReaderRead (reader);
  if (step != 1 || xmlTextReaderDepth (reader) != 0)
    return;
  fields = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  head->default_locale = dup_attribute (reader, "default-locale");
  head->class = dup_attribute (reader, "class");
  while (xmlTextReaderRead (reader) == 1)
    {
      if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_END_ELEMENT &&
          xmlStrEqual (xmlTextReaderConstLocalName (reader), BAD_CAST "info"))
        break;
      if (xmlTextReaderDepth (reader) == 2)
        read_child (reader, head, fields);
    }
  head->fields = (char **) g_ptr_array_free (g_steal_pointer (&fields), FALSE);
}

/**
 * csl_style_head_clear:
 * @head: what was read
 *
 * Frees what stands in @head, which may be used again.
 */
void
csl_style_head_clear (CslStyleHead *head)
{
  g_clear_pointer (&head->title, g_free);
  g_clear_pointer (&head->title_short, g_free);
  g_clear_pointer (&head->parent, g_free);
  g_clear_pointer (&head->format, g_free);
  g_clear_pointer (&head->default_locale, g_free);
  g_clear_pointer (&head->id, g_free);
  g_clear_pointer (&head->updated, g_free);
  g_clear_pointer (&head->class, g_free);
  g_clear_pointer (&head->fields, g_strfreev);
}

/**
 * csl_style_head_read:
 * @data: a style, at least to the end of its `<info>`
 * @length: bytes of it, or -1 if it ends in a nul
 * @head: (out caller-allocates): where to put what it says
 * @error: return location for an error of the domain `CSL_ERROR`
 *
 * Reads title, short title, id, parent, citation format, fields, class, language and
 * when it was changed: CSL 1.0.2, “Info”.
 *
 * Returns: whether it is a style with a title
 */
gboolean
csl_style_head_read (const char    *data,
                     gssize         length,
                     CslStyleHead  *head,
                     GError       **error)
{
  xmlTextReader *reader = NULL;
  gsize size = length < 0 ? strlen (data) : (gsize) length;

  memset (head, 0, sizeof *head);
  if (size <= G_MAXINT)
    reader = xmlReaderForMemory (data, (int) size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOWARNING | XML_PARSE_NOERROR);
  if (reader != NULL)
    {
      xmlTextReaderSetErrorHandler (reader, silent_cb, NULL);
      read_head (reader, head);
      xmlFreeTextReader (reader);
    }
  if (head->title != NULL)
    return TRUE;
  csl_style_head_clear (head);
  g_set_error_literal (error, CSL_ERROR, CSL_ERROR_STYLE_INVALID, _("It has no title where a style has it: “info” of “style”"));
  return FALSE;
}
