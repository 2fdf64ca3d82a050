/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entries and their fields, each value in braces.
 */

#include "config.h"

#include "bib.h"

#include "cited.h"
#include "json-value.h"
#include "read.h"

#include <string.h>

/**
 * offprint_bib_begin:
 * @string: where to
 * @type: the entry's type
 * @key: its key
 *
 * Begins an entry.
 */
void
offprint_bib_begin (GString    *string,
                    const char *type,
                    const char *key)
{
  g_string_append_printf (string, "@%s{%s", type, key);
}

/**
 * offprint_bib_end:
 * @string: where to
 *
 * Ends an entry. BibTeX takes one without any field as it is; other readers want the
 * comma behind its key.
 */
void
offprint_bib_end (GString *string)
{
  gsize line = string->len;

  while (line > 0 && string->str[line - 1] != '\n')
    line--;
  g_string_append (string, string->str[line] == '@' ? ",\n}\n\n" : "\n}\n\n");
}

/**
 * offprint_bib_field:
 * @string: where to
 * @field: the field
 * @value: (nullable): its value in TeX, with as many opening braces as closing ones
 *
 * Adds a field; nothing if there is no value.
 */
void
offprint_bib_field (GString    *string,
                    const char *field,
                    const char *value)
{
  if (value != NULL && value[0] != '\0')
    g_string_append_printf (string, ",\n  %s = {%s}", field, value);
}

/**
 * offprint_bib_raw:
 * @string: where to
 * @field: the field
 * @value: (nullable): a number, or the name of a macro
 *
 * Adds a field without braces; nothing if there is no value.
 */
void
offprint_bib_raw (GString    *string,
                  const char *field,
                  const char *value)
{
  if (value != NULL && value[0] != '\0')
    g_string_append_printf (string, ",\n  %s = %s", field, value);
}

/**
 * offprint_bib_text:
 * @string: where to
 * @field: the field
 * @item: an item
 * @member: a member that is text or a number
 *
 * Adds a field of plain text.
 */
void
offprint_bib_text (GString    *string,
                   const char *field,
                   JsonObject *item,
                   const char *member)
{
  g_autofree char *plain = offprint_cited_dup_plain (item, member);
  g_autofree char *value = plain != NULL ? offprint_bib_escape (plain) : NULL;

  offprint_bib_field (string, field, value);
}

/**
 * offprint_bib_title_of:
 * @string: where to
 * @field: the field
 * @item: an item
 * @member: a title
 * @is_english: whether it may be in title case
 *
 * Adds a field with its mark-up and its capitals.
 */
void
offprint_bib_title_of (GString    *string,
                       const char *field,
                       JsonObject *item,
                       const char *member,
                       gboolean    is_english)
{
  g_autoptr (OffprintRichText) text = offprint_cited_dup_rich (item, member);
  g_autofree char *value = text != NULL ? offprint_bib_title (text, is_english) : NULL;

  offprint_bib_field (string, field, value);
}

/**
 * offprint_bib_people:
 * @string: where to
 * @field: the field
 * @item: an item
 * @role: a name variable of CSL
 *
 * Adds a field of names.
 */
void
offprint_bib_people (GString    *string,
                     const char *field,
                     JsonObject *item,
                     const char *role)
{
  g_autofree char *value = offprint_bib_names (item, role);

  offprint_bib_field (string, field, value);
}

/**
 * offprint_bib_verbatim:
 * @string: where to
 * @field: the field: `doi`, `url` or `eprint`, which styles print as they are
 * @value: (nullable): its value
 *
 * Adds a field without escapes; braces and what else would end it are percent-encoded.
 */
void
offprint_bib_verbatim (GString    *string,
                       const char *field,
                       const char *value)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *p = value; p != NULL && *p != '\0'; p++)
    {
      if (*p == '{' || *p == '}' || *p == '\\' || (guchar) *p <= ' ')
        g_string_append_printf (clean, "%%%02X", (guchar) *p);
      else
        g_string_append_c (clean, *p);
    }
  offprint_bib_field (string, field, clean->str);
}

/**
 * offprint_bib_pages:
 * @string: where to
 * @item: an item
 *
 * Adds the pages, with the dash that TeX makes of two hyphens.
 */
void
offprint_bib_pages (GString    *string,
                    JsonObject *item)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *pages = NULL;
  g_autofree char *escaped_first = NULL;
  g_autofree char *escaped_last = NULL;

  if (!offprint_cited_split_pages (item, &first, &last))
    return;
  escaped_first = offprint_bib_escape (first);
  escaped_last = last != NULL ? offprint_bib_escape (last) : NULL;
  pages = last != NULL ? g_strconcat (escaped_first, "--", escaped_last, NULL) : g_strdup (escaped_first);
  offprint_bib_field (string, "pages", pages);
}

/**
 * offprint_bib_numbers:
 * @string: where to
 * @field: the field
 * @item: an item
 * @member: `ISBN` or `ISSN`
 *
 * Adds one field for all the numbers.
 */
void
offprint_bib_numbers (GString    *string,
                      const char *field,
                      JsonObject *item,
                      const char *member)
{
  g_auto (GStrv) numbers = offprint_cited_dup_numbers (item, member);
  g_autofree char *joined = g_strjoinv (", ", numbers);
  g_autofree char *value = offprint_bib_escape (joined);

  offprint_bib_field (string, field, value);
}

/**
 * offprint_bib_keywords:
 * @string: where to
 * @item: an item
 *
 * Adds the keywords.
 */
void
offprint_bib_keywords (GString    *string,
                       JsonObject *item)
{
  g_auto (GStrv) words = offprint_cited_dup_words (item);
  g_autofree char *joined = g_strjoinv (", ", words);
  g_autofree char *value = offprint_bib_escape (joined);

  offprint_bib_field (string, "keywords", value);
}

/**
 * offprint_bib_is_english:
 * @item: an item
 *
 * Returns: whether its titles may be in English, as far as it says
 */
gboolean
offprint_bib_is_english (JsonObject *item)
{
  g_autofree char *language = offprint_cited_dup_plain (item, "language");

  return language == NULL || g_ascii_strncasecmp (language, "en", 2) == 0;
}

/**
 * offprint_bib_has_names:
 * @item: an item
 * @role: a name variable of CSL
 *
 * Returns: whether somebody has that role
 */
gboolean
offprint_bib_has_names (JsonObject *item,
                        const char *role)
{
  g_autoptr (GPtrArray) names = offprint_cited_dup_names (item, role);

  return names->len > 0;
}
