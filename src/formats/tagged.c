/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines. A value never holds a line end, so that none can forge a tag.
 */

#include "config.h"

#include "tagged.h"

#include "cited.h"
#include "href.h"
#include "read.h"

#include <string.h>

/**
 * offprint_tagged_add:
 * @string: where to
 * @format: what stands between a tag and its value
 * @tag: the tag
 * @value: (nullable): the value
 *
 * Adds a line, which ends as on Windows; nothing if there is no value.
 */
void
offprint_tagged_add (GString    *string,
                     const char *format,
                     const char *tag,
                     const char *value)
{
  g_autofree char *line = value != NULL ? offprint_text_clean_line (value, -1) : NULL;

  if (line != NULL && line[0] != '\0')
    g_string_append_printf (string, "%s%s%s\r\n", tag, format, line);
}

/**
 * offprint_tagged_add_member:
 * @string: where to
 * @format: what stands between a tag and its value
 * @tag: the tag
 * @item: an item
 * @member: the member that has the value
 *
 * Adds a line for a member.
 */
void
offprint_tagged_add_member (GString    *string,
                            const char *format,
                            const char *tag,
                            JsonObject *item,
                            const char *member)
{
  g_autofree char *value = offprint_cited_dup_plain (item, member);

  offprint_tagged_add (string, format, tag, value);
}

/* “van der Berg, Jan, Jr”. The name of a body is one whole: readers would part it at its
 * commas, so it has none. */
static char *
format_name (const OffprintCitedName *name)
{
  GString *string = NULL;

  if (name->family == NULL)
    {
      string = g_string_new (name->literal);
      g_string_replace (string, ",", " ", 0);
      return g_string_free (string, FALSE);
    }
  string = g_string_new (NULL);
  if (name->particle != NULL)
    g_string_append_printf (string, "%s%s", name->particle, g_str_has_suffix (name->particle, "’") || g_str_has_suffix (name->particle, "'") ? "" : " ");
  g_string_append (string, name->family);
  if (name->given != NULL || name->suffix != NULL)
    g_string_append (string, ", ");
  if (name->given != NULL)
    g_string_append (string, name->given);
  if (name->suffix != NULL)
    g_string_append_printf (string, "%s%s", name->given != NULL ? ", " : "", name->suffix);

  return g_string_free (string, FALSE);
}

/**
 * offprint_tagged_add_names:
 * @string: where to
 * @format: what stands between a tag and its value
 * @tag: the tag
 * @item: an item
 * @role: a name variable of CSL
 *
 * Adds a line for each name.
 */
void
offprint_tagged_add_names (GString    *string,
                           const char *format,
                           const char *tag,
                           JsonObject *item,
                           const char *role)
{
  g_autoptr (GPtrArray) names = offprint_cited_dup_names (item, role);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *name = format_name (g_ptr_array_index (names, i));

      offprint_tagged_add (string, format, tag, name);
    }
}

/**
 * offprint_tagged_add_list:
 * @string: where to
 * @format: what stands between a tag and its value
 * @tag: the tag
 * @values: values
 *
 * Adds a line for each value.
 */
void
offprint_tagged_add_list (GString     *string,
                          const char  *format,
                          const char  *tag,
                          char       **values)
{
  for (guint i = 0; values[i] != NULL; i++)
    offprint_tagged_add (string, format, tag, values[i]);
}

/**
 * offprint_tagged_dup_doi_url:
 * @item: an item
 *
 * Returns: (transfer full) (nullable): the address that the item has, else that of its DOI
 */
char *
offprint_tagged_dup_doi_url (JsonObject *item)
{
  g_autofree char *url = offprint_cited_dup_plain (item, "URL");
  g_autofree char *doi = offprint_cited_dup_plain (item, "DOI");

  if (url != NULL)
    return g_steal_pointer (&url);
  return doi != NULL ? offprint_href_from_doi (doi) : NULL;
}
