/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names as they stand in a line to cite by: the family’s name, a comma, initials, again
 * and again, with nothing between the last initial and what follows.
 */

#include "config.h"

#include "cite-line.h"

#include <string.h>

#include "record.h"

#define MAX_NAMES  3000
#define MAX_FAMILY 80

/* "E.", "B.K.", "J.-P.", "Yu.A.": bytes of it, 0 if @p does not stand at initials */
static gsize
span_initials (const char *p)
{
  const char *start = p;

  while (TRUE)
    {
      const char *from = p;
      gunichar c = g_utf8_get_char (p);
      guint letters = 0;

      if (*p == '-' && p > start)
        c = g_utf8_get_char (++p);
      if (!g_unichar_isalpha (c) || (!g_unichar_isupper (c) && g_unichar_islower (c)))
        return from - start;
      while (g_unichar_isalpha (g_utf8_get_char (p)) && letters < 4)
        {
          p = g_utf8_next_char (p);
          letters++;
        }
      if (*p != '.')
        return from - start;
      p++;
    }
}

/* Given names in full, as newer lines have them for some: one or two words to the next comma */
static JsonObject *
new_name (const char *family,
          gsize       family_length,
          const char *given,
          gsize       given_length)
{
  JsonObject *name = json_object_new ();
  g_autofree char *family_text = g_strndup (family, family_length);
  g_autofree char *given_text = g_strndup (given, given_length);

  offprint_record_set_string (name, "family", family_text);
  offprint_record_set_string (name, "given", given_text);

  return name;
}

static const char *
skip_joint (const char *p)
{
  p += strspn (p, ", ");
  if (g_str_has_prefix (p, "& "))
    p += 2;
  else if (g_str_has_prefix (p, "and "))
    p += 4;

  return p + strspn (p, " ");
}

/* A family’s name ends at its comma; no sentence has ended before */
static const char *
find_comma (const char *p)
{
  const char *comma = strchr (p, ',');

  if (comma == NULL || comma == p || comma - p > MAX_FAMILY)
    return NULL;
  for (const char *q = p; q + 1 < comma; q++)
    if ((*q == '?' || *q == '!' || *q == ':' || (*q == '.' && q - p > 3)) && q[1] == ' ')
      return NULL;

  return comma;
}

/* “Press C., Fenn D.”, as lines before 2019 have them: initials without a comma before */
static JsonObject *
read_bare (const char  *p,
           const char **rest)
{
  gsize length = strcspn (p, ",(&");
  const char *end = p + length;
  const char *given = NULL;

  while (end > p && end[-1] == ' ')
    end--;
  for (given = end; given > p && given[-1] != ' '; given--)
    ;
  if (given <= p + 1 || end - p > MAX_FAMILY || span_initials (given) != (gsize) (end - given))
    return NULL;
  *rest = end;

  return new_name (p, given - 1 - p, given, end - given);
}

/**
 * offprint_cite_names_read:
 * @text: names, the family’s first, perhaps with text behind
 * @is_cut: (out) (optional): whether “et al.” stands for more
 * @rest: (out) (optional): what follows the last name
 *
 * Reads names like “Yoder, B.K., van Beek, L.P.H.”.
 *
 * Returns: (transfer full) (nullable): CSL names; `NULL` if @text begins with none
 */
JsonArray *
offprint_cite_names_read (const char  *text,
                          gboolean    *is_cut,
                          const char **rest)
{
  g_autoptr (JsonArray) names = json_array_new ();
  const char *p = text + strspn (text, " ");

  if (is_cut != NULL)
    *is_cut = FALSE;
  while (*p != '\0' && json_array_get_length (names) < MAX_NAMES)
    {
      const char *comma = NULL;
      const char *given = NULL;
      gsize length = 0;

      if (g_str_has_prefix (p, "et al."))
        {
          if (is_cut != NULL)
            *is_cut = TRUE;
          p += strlen ("et al.");
          break;
        }
      comma = find_comma (p);
      given = comma != NULL ? comma + 1 + strspn (comma + 1, " ") : NULL;
      length = given != NULL ? span_initials (given) : 0;
      if (length > 0)
        {
          json_array_add_object_element (names, new_name (p, comma - p, given, length));
          p = given + length;
        }
      else
        {
          JsonObject *bare = read_bare (p, &p);

          if (bare == NULL)
            break;
          json_array_add_object_element (names, bare);
        }
      if (*p != ',' && !g_str_has_prefix (p, " &") && !g_str_has_prefix (p, " and ") && !g_str_has_prefix (p, " et al."))
        break;
      p = skip_joint (p);
    }
  if (rest != NULL)
    *rest = p + strspn (p, " ");

  return json_array_get_length (names) > 0 ? g_steal_pointer (&names) : NULL;
}
