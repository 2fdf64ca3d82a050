/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names as BibTeX takes them apart: “von Last, Jr, First”, joined by “and”. What it would
 * take apart wrongly stands in braces: bodies, commas, an “and” within.
 */

#include "config.h"

#include "bib.h"

#include "cited.h"

#include <string.h>

/* Whether BibTeX would find in a part what parts names */
static gboolean
has_separator (const char *part)
{
  g_auto (GStrv) words = NULL;

  if (strchr (part, ',') != NULL)
    return TRUE;
  words = g_strsplit (part, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (words[i], "and") == 0 || g_ascii_strcasecmp (words[i], "others") == 0)
        return TRUE;
    }
  return FALSE;
}

static void
append_part (GString    *string,
             const char *part)
{
  g_autofree char *escaped = offprint_bib_escape (part);
  gboolean has_braces = has_separator (part);

  if (has_braces)
    g_string_append_c (string, '{');
  g_string_append (string, escaped);
  if (has_braces)
    g_string_append_c (string, '}');
}

static gboolean
starts_small (const char *text)
{
  return text[0] != '\0' && g_unichar_islower (g_utf8_get_char (text));
}

static void
append_name (GString                 *string,
             const OffprintCitedName *name)
{
  if (name->family == NULL || (name->given == NULL && name->suffix == NULL && name->particle == NULL))
    {
      const char *whole = name->family != NULL ? name->family : name->literal;
      g_autofree char *escaped = offprint_bib_escape (whole);

      g_string_append_printf (string, "{%s}", escaped);
      return;
    }
  /* a capital “De” would not be taken for a particle, which does no harm */
  if (name->particle != NULL)
    {
      append_part (string, name->particle);
      g_string_append_c (string, ' ');
    }
  if (name->particle == NULL && starts_small (name->family) && strchr (name->family, ' ') == NULL)
    {
      g_autofree char *escaped = offprint_bib_escape (name->family);

      g_string_append_printf (string, "{%s}", escaped);
    }
  else
    append_part (string, name->family);
  if (name->suffix != NULL)
    {
      g_string_append (string, ", ");
      append_part (string, name->suffix);
    }
  g_string_append (string, ", ");
  if (name->given != NULL)
    append_part (string, name->given);
  else
    g_string_append (string, "{}");
}

/**
 * offprint_bib_names:
 * @item: an item
 * @role: a name variable of CSL
 *
 * Returns: (transfer full) (nullable): the names, joined by “and”
 */
char *
offprint_bib_names (JsonObject *item,
                    const char *role)
{
  g_autoptr (GPtrArray) names = offprint_cited_dup_names (item, role);
  GString *string = NULL;

  if (names->len == 0)
    return NULL;
  string = g_string_new (NULL);
  for (guint i = 0; i < names->len; i++)
    {
      if (i > 0)
        g_string_append (string, " and ");
      append_name (string, g_ptr_array_index (names, i));
    }
  return g_string_free (string, FALSE);
}
