/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the XML of a style to nodes. One pass, top down: what is said of the style,
 * its macros, its two layouts with their sort keys.
 */

#include "config.h"

#include "element-read.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_KEYS 100

static void
read_keys (CslStyleReader *self,
           CslSection     *section,
           int             depth)
{
  CslXml *xml = &self->xml;
  g_autoptr (GArray) keys = g_array_new (FALSE, TRUE, sizeof (CslNode));

  if (csl_xml_is_empty (xml))
    return;

  while (csl_xml_next_child (xml, depth))
    {
      CslNode node = { 0 };
      CslKey *key;
      const char *value;

      if (!csl_xml_is (xml, "key"))
        continue;
      if (keys->len >= MAX_KEYS)
        {
          csl_xml_fail (xml, _("there are more than a hundred of them"), NULL);
          continue;
        }

      csl_xml_read_attributes (xml);
      key = csl_arena_new0 (xml->arena, CslKey);
      node.kind = CSL_NODE_KEY;
      node.line = csl_xml_get_line (xml);
      node.of.key = key;
      node.value = csl_xml_get (xml, CSL_ATTRIBUTE_MACRO);
      if ((value = csl_xml_get (xml, CSL_ATTRIBUTE_VARIABLE)) != NULL)
        node.variable = csl_variable_parse (value, -1);
      key->is_descending = csl_xml_get_choice (xml, CSL_ATTRIBUTE_SORT, "descending") == 1;
      if (csl_xml_get (xml, CSL_ATTRIBUTE_NAMES_MIN) != NULL)
        {
          key->set |= CSL_NAME_SET_ET_AL_MIN;
          key->names_min = csl_xml_get_number (xml, CSL_ATTRIBUTE_NAMES_MIN, 0);
        }
      if (csl_xml_get (xml, CSL_ATTRIBUTE_NAMES_USE_FIRST) != NULL)
        {
          key->set |= CSL_NAME_SET_ET_AL_USE_FIRST;
          key->names_use_first = csl_xml_get_number (xml, CSL_ATTRIBUTE_NAMES_USE_FIRST, 0);
        }
      if (csl_xml_get (xml, CSL_ATTRIBUTE_NAMES_USE_LAST) != NULL)
        {
          key->set |= CSL_NAME_SET_ET_AL_USE_LAST;
          key->names_use_last = csl_xml_get_choice (xml, CSL_ATTRIBUTE_NAMES_USE_LAST, "true") == 1;
        }
      g_array_append_val (keys, node);
    }
  section->n_keys = keys->len;
  section->keys = csl_arena_copy (xml->arena, keys->data, keys->len * sizeof (CslNode));
}

static void
read_citation_options (CslXml   *xml,
                       CslStyle *style)
{
  guint choice;

  style->add_names = csl_xml_get_choice (xml, CSL_ATTRIBUTE_DISAMBIGUATE_ADD_NAMES, "true") == 1;
  style->add_givenname = csl_xml_get_choice (xml, CSL_ATTRIBUTE_DISAMBIGUATE_ADD_GIVENNAME, "true") == 1;
  style->add_year_suffix = csl_xml_get_choice (xml, CSL_ATTRIBUTE_DISAMBIGUATE_ADD_YEAR_SUFFIX, "true") == 1;
  choice = csl_xml_get_choice (xml, CSL_ATTRIBUTE_GIVENNAME_DISAMBIGUATION_RULE,
                               "by-cite all-names all-names-with-initials primary-name primary-name-with-initials");
  style->givenname_rule = choice == 0 ? CSL_GIVENNAME_BY_CITE : (CslGivennameRule) (choice - 1);
  style->collapse = (CslCollapse) csl_xml_get_choice (xml, CSL_ATTRIBUTE_COLLAPSE,
                                                      "citation-number year year-suffix year-suffix-ranged");
  style->cite_group_delimiter = csl_xml_get (xml, CSL_ATTRIBUTE_CITE_GROUP_DELIMITER);
  style->year_suffix_delimiter = csl_xml_get (xml, CSL_ATTRIBUTE_YEAR_SUFFIX_DELIMITER);
  style->after_collapse_delimiter = csl_xml_get (xml, CSL_ATTRIBUTE_AFTER_COLLAPSE_DELIMITER);
  style->near_note_distance = csl_xml_get_number (xml, CSL_ATTRIBUTE_NEAR_NOTE_DISTANCE, 5);
}

/* Some styles have their dash escaped twice: “&amp;#8212;” */
static const char *
read_dash (CslXml *xml)
{
  const char *value = csl_xml_get (xml, CSL_ATTRIBUTE_SUBSEQUENT_AUTHOR_SUBSTITUTE);
  g_autoptr (GString) dash = NULL;

  if (value == NULL || strstr (value, "&#") == NULL)
    return value;

  dash = g_string_new (NULL);
  while (*value != '\0')
    {
      char *end = NULL;
      guint64 code = g_str_has_prefix (value, "&#") ? g_ascii_strtoull (value + 2, &end, 10) : 0;

      if (code > 0 && end != NULL && *end == ';' && g_unichar_validate ((gunichar) MIN (code, 0x110000)))
        {
          g_string_append_unichar (dash, (gunichar) code);
          value = end + 1;
        }
      else
        g_string_append_c (dash, *value++);
    }
  return csl_arena_strdup (xml->arena, dash->str);
}

static void
read_bibliography_options (CslXml   *xml,
                           CslStyle *style)
{
  guint choice;

  style->author_substitute = read_dash (xml);
  choice = csl_xml_get_choice (xml, CSL_ATTRIBUTE_SUBSEQUENT_AUTHOR_SUBSTITUTE_RULE,
                               "complete-all complete-each partial-each partial-first");
  style->substitute_rule = choice == 0 ? CSL_SUBSTITUTE_COMPLETE_ALL : (CslSubstituteRule) (choice - 1);
  style->second_field_align = (CslSecondFieldAlign) csl_xml_get_choice (xml, CSL_ATTRIBUTE_SECOND_FIELD_ALIGN, "flush margin");
  style->hanging_indent = csl_xml_get_choice (xml, CSL_ATTRIBUTE_HANGING_INDENT, "true") == 1;
  style->entry_spacing = csl_xml_get_number (xml, CSL_ATTRIBUTE_ENTRY_SPACING, 1);
  style->line_spacing = csl_xml_get_number (xml, CSL_ATTRIBUTE_LINE_SPACING, 1);
}

static void
read_section (CslStyleReader *self,
              CslArea         area)
{
  CslXml *xml = &self->xml;
  CslSection *section = &self->style->sections[area];
  int depth = csl_xml_get_depth (xml);
  gboolean has_layout = FALSE;

  csl_xml_read_attributes (xml);
  section->is_present = TRUE;
  csl_style_read_name_options (xml, &section->names, FALSE);
  if (area == CSL_AREA_CITATION)
    read_citation_options (xml, self->style);
  else
    read_bibliography_options (xml, self->style);
  if (csl_xml_is_empty (xml))
    return;

  while (csl_xml_next_child (xml, depth))
    {
      csl_xml_read_attributes (xml);
      if (csl_xml_is (xml, "sort"))
        read_keys (self, section, depth + 1);
      else if (csl_xml_is (xml, "layout") && !has_layout)
        {
          has_layout = TRUE;
          csl_node_read_common (xml, &section->layout);
          section->layout.kind = CSL_NODE_LAYOUT;
          section->layout.line = csl_xml_get_line (xml);
          csl_style_read_children (self, csl_xml_is_empty (xml) ? -2 : depth + 1, &section->layout.children, &section->layout.n_children);
        }
    }
}

static void
read_link (CslXml   *xml,
           CslStyle *style)
{
  const char *href;
  const char *slash;

  csl_xml_read_attributes (xml);
  href = csl_xml_get (xml, CSL_ATTRIBUTE_HREF);
  if (href == NULL || g_strcmp0 (csl_xml_get (xml, CSL_ATTRIBUTE_REL), "independent-parent") != 0)
    return;

  slash = strrchr (href, '/');
  style->parent = slash != NULL ? slash + 1 : href;
  style->parent_line = csl_xml_get_line (xml);
}

static void
read_info (CslStyleReader *self)
{
  CslXml *xml = &self->xml;
  CslStyle *style = self->style;
  int depth = csl_xml_get_depth (xml);

  if (csl_xml_is_empty (xml))
    return;

  while (csl_xml_next_child (xml, depth))
    if (csl_xml_is (xml, "title"))
      style->title = g_strstrip (csl_xml_read_text (xml));
    else if (csl_xml_is (xml, "title-short"))
      style->title_short = g_strstrip (csl_xml_read_text (xml));
    else if (csl_xml_is (xml, "id"))
      style->id = g_strstrip (csl_xml_read_text (xml));
    else if (csl_xml_is (xml, "link"))
      read_link (xml, style);
    else if (csl_xml_is (xml, "category"))
      {
        guint format;

        csl_xml_read_attributes (xml);
        format = csl_xml_get_choice (xml, CSL_ATTRIBUTE_CITATION_FORMAT, "author-date numeric note label author");
        if (format != 0)
          style->format = (CslStyleFormat) format;
      }
}

static void
read_macro (CslStyleReader *self)
{
  CslXml *xml = &self->xml;
  CslMacro macro = { 0 };
  int depth = csl_xml_get_depth (xml);

  csl_xml_read_attributes (xml);
  macro.name = csl_xml_get (xml, CSL_ATTRIBUTE_NAME);
  macro.line = csl_xml_get_line (xml);
  if (macro.name == NULL)
    {
      csl_xml_fail (xml, _("it needs a name"), NULL);
      return;
    }
  csl_style_read_children (self, csl_xml_is_empty (xml) ? -2 : depth, &macro.children, &macro.n_children);
  g_array_append_val (self->macros, macro);
}

static void
read_style_options (CslXml   *xml,
                    CslStyle *style)
{
  const char *version = csl_xml_get (xml, CSL_ATTRIBUTE_VERSION);
  const char *locale = csl_xml_get (xml, CSL_ATTRIBUTE_DEFAULT_LOCALE);
  const char *page_range = csl_xml_get (xml, CSL_ATTRIBUTE_PAGE_RANGE_FORMAT);
  guint demote = csl_xml_get_choice (xml, CSL_ATTRIBUTE_DEMOTE_NON_DROPPING_PARTICLE, "display-and-sort sort-only never");

  style->style_class = csl_xml_get_choice (xml, CSL_ATTRIBUTE_CLASS, "note") == 1 ? CSL_STYLE_CLASS_NOTE : CSL_STYLE_CLASS_IN_TEXT;
  style->is_newer = version != NULL && strncmp (version, "1.0", strlen ("1.0")) != 0;
  style->default_locale = locale != NULL && *locale != '\0' ? locale : NULL;
  style->demote = demote == 0 ? CSL_DEMOTE_DISPLAY_AND_SORT : (CslDemote) (demote - 1);
  style->initialize_with_hyphen = csl_xml_get_choice (xml, CSL_ATTRIBUTE_INITIALIZE_WITH_HYPHEN, "false") == 0;
  style->page_range_format = page_range == NULL ? CSL_PAGE_RANGE_NONE : csl_page_range_format_parse (page_range, -1);
  csl_style_read_name_options (xml, &style->names, FALSE);
}

static void
read_root (CslStyleReader *self)
{
  CslXml *xml = &self->xml;
  CslStyle *style = self->style;

  if (!csl_xml_is (xml, "style"))
    {
      csl_xml_fail (xml, _("a CSL style begins with the element “style”"), NULL);
      return;
    }

  csl_xml_read_attributes (xml);
  read_style_options (xml, style);
  if (csl_xml_is_empty (xml))
    return;

  while (csl_xml_next_child (xml, 0))
    if (csl_xml_is (xml, "info"))
      read_info (self);
    else if (csl_xml_is (xml, "locale"))
      g_ptr_array_add (style->locale_blocks, csl_locale_block_read (xml, style->custom_terms, TRUE));
    else if (csl_xml_is (xml, "macro"))
      read_macro (self);
    else if (csl_xml_is (xml, "citation"))
      read_section (self, CSL_AREA_CITATION);
    else if (csl_xml_is (xml, "bibliography"))
      read_section (self, CSL_AREA_BIBLIOGRAPHY);

  if (xml->error == NULL && style->parent == NULL && !style->sections[CSL_AREA_CITATION].is_present)
    csl_xml_fail (xml, _("a style needs the element “citation”"), NULL);
}

/**
 * csl_style_read:
 * @self: an empty style
 * @name: what to call it in errors
 * @data: its XML
 * @length: bytes of it
 * @error: return location for an error of the domain `CSL_ERROR`
 *
 * Fills a style from its XML; macros are still known by name.
 *
 * Returns: did it go well?
 */
gboolean
csl_style_read (CslStyle    *self,
                const char  *name,
                const char  *data,
                gsize        length,
                GError     **error)
{
  CslStyleReader reader = { .style = self };
  gboolean is_read;

  reader.stack = g_array_new (FALSE, TRUE, sizeof (CslNode));
  reader.macros = g_array_new (FALSE, TRUE, sizeof (CslMacro));
  if (csl_xml_open (&reader.xml, self->arena, CSL_ERROR_STYLE_INVALID, name, data, length))
    read_root (&reader);
  self->n_macros = reader.macros->len;
  self->macros = csl_arena_copy (self->arena, reader.macros->data, reader.macros->len * sizeof (CslMacro));
  is_read = csl_xml_close (&reader.xml, error);
  g_array_unref (reader.stack);
  g_array_unref (reader.macros);
  return is_read;
}
