/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * arXiv, catalogues and PubMed give a name as one line, each in an order of its own.
 * What cannot be parted without a guess that may insult stays whole.
 */

#include "config.h"

#include "personal-names.h"

#include "record.h"

#include <string.h>

static JsonObject *
new_name (const char *family,
          const char *given,
          const char *suffix)
{
  JsonObject *name = json_object_new ();

  offprint_record_set_string (name, "family", family);
  offprint_record_set_string (name, "given", given);
  offprint_record_set_string (name, "suffix", suffix);
  return name;
}

static JsonObject *
new_literal (const char *text)
{
  JsonObject *name = json_object_new ();

  offprint_record_set_string (name, "literal", text);
  return name;
}

/**
 * offprint_name_new_inverted:
 * @text: a name, family first
 *
 * Parts “Family, Given”, and “Family, Given, Jr.”.
 *
 * Returns: (transfer full): a CSL name; a literal one if there is no comma
 */
JsonObject *
offprint_name_new_inverted (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", 3);

  for (guint i = 0; parts[i] != NULL; i++)
    g_strstrip (parts[i]);
  if (parts[0] == NULL || parts[1] == NULL || parts[0][0] == '\0' || parts[1][0] == '\0')
    return new_literal (text);
  return new_name (parts[0], parts[1], parts[2]);
}

static gboolean
is_particle (const char *word)
{
  return g_unichar_islower (g_utf8_get_char (word));
}

/**
 * offprint_name_new_straight:
 * @text: a name, given names first
 *
 * Parts “Given Family”. Words in lower case before the last one go with it.
 *
 * Returns: (transfer full): a CSL name; a literal one if it is a single word or a group
 */
JsonObject *
offprint_name_new_straight (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autofree char *given = NULL;
  g_autofree char *family = NULL;
  guint n = g_strv_length (words);
  guint first = 0;

  if (n < 2 || strcasestr (text, "collaboration") != NULL || strcasestr (text, " team") != NULL)
    return new_literal (text);

  first = n - 1;
  while (first > 1 && is_particle (words[first - 1]))
    first--;
  family = g_strjoinv (" ", words + first);
  g_clear_pointer (&words[first], g_free);
  given = g_strjoinv (" ", words);
  for (guint i = first + 1; i < n; i++)
    g_clear_pointer (&words[i], g_free);
  return new_name (family, given, NULL);
}

static gboolean
are_initials (const char *word)
{
  return strlen (word) <= 4 && g_unichar_isupper (g_utf8_get_char (word)) &&
         g_utf8_strchr (word, -1, '.') == NULL && strspn (word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == strlen (word);
}

static char *
dup_spaced (const char *initials)
{
  GString *text = g_string_new (NULL);

  for (const char *p = initials; *p != '\0'; p++)
    g_string_append_printf (text, "%s%c.", p > initials ? " " : "", *p);
  return g_string_free (text, FALSE);
}

/**
 * offprint_name_new_initials:
 * @text: a name as PubMed writes it
 *
 * Parts “Family AB” and “Family AB Jr”: NLM’s citation format.
 *
 * Returns: (transfer full): a CSL name; a literal one if no initials end it
 */
JsonObject *
offprint_name_new_initials (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = g_strv_length (words);
  guint last = n;

  if (n >= 2 && are_initials (words[n - 1]))
    last = n - 1;
  else if (n >= 3 && are_initials (words[n - 2]))
    last = n - 2;
  if (last == n)
    return new_literal (text);

  {
    g_autofree char *given = dup_spaced (words[last]);
    g_autofree char *suffix = g_strdup (words[last + 1]);
    g_autofree char *family = NULL;

    for (guint i = last; i < n; i++)
      g_clear_pointer (&words[i], g_free);
    family = g_strjoinv (" ", words);
    return new_name (family, given, suffix);
  }
}
