/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages write “Vaswani, Ashish”, “Ashish Vaswani”, “Todd J”, “A. Smith, MD, PhD” and
 * whole lines of them, parted by commas or semicolons. What order a name has is seen in
 * its commas, initials and particles; a body’s name stays whole.
 */

#include "config.h"

#include "byline.h"

#include <stdlib.h>
#include <string.h>

#include "json-value.h"
#include "merge.h"
#include "peek.h"
#include "personal-names.h"
#include "record.h"

#define MAX_BYTES 300
#define MAX_LINE  100000

static const char *const titles[] = {
  "phd", "ph.d", "ph.d.", "md", "m.d", "m.d.", "msc", "m.sc", "m.sc.", "ms", "m.s.", "ma", "m.a.", "mph", "m.p.h.", "bsc", "b.sc.", "ba",
  "bs", "dphil", "d.phil.", "dr", "dr.", "prof", "prof.", "rn", "dds", "dvm", "frcp", "facp", "faha", "facc", "mba", "mbbs", "mb",
  "mbchb", "scd", "sc.d.", "drph", "mhs", "mpp", "mpa", "pharmd", "psyd", "jd", "esq", "esq.", "do", "pt", "frcs", "frcpc", NULL
};

static const char *const suffixes[] = { "jr", "jr.", "sr", "sr.", "ii", "iii", "iv", NULL };

/* Words that no person is called by; sorted by their bytes */
static const char *const bodies[] = {
  "agency", "alliance", "association", "authority", "board", "bureau", "center", "centre", "centro", "collaboration",
  "collaborators", "commission", "committee", "consortium", "corporation", "council", "department", "federation",
  "foundation", "fund", "gmbh", "group", "inc.", "initiative", "institut", "institute", "instituto", "investigators",
  "laboratory", "ltd", "ministry", "network", "office", "organisation", "organization", "panel", "partnership",
  "press", "programme", "project", "publishing", "society", "staff", "team", "universidad", "universidade",
  "university", "università", "universität", "université"
};

static gboolean
is_one_of (const char        *word,
           const char *const *list)
{
  g_autofree char *folded = g_utf8_strdown (word, -1);

  return g_strv_contains (list, g_strstrip (folded));
}

static int
compare_words (const void *key,
               const void *row)
{
  return strcmp (key, *(const char *const *) row);
}

static gboolean
is_body (const char *text)
{
  g_autofree char *words = g_utf8_strdown (text, -1);
  char *word = words;

  if (g_str_has_prefix (words, "the "))
    return TRUE;
  while (*word != '\0')
    {
      gsize length = strcspn (word, " ,;()/-");
      char behind = word[length];

      word[length] = '\0';
      if (length > 3 && bsearch (word, bodies, G_N_ELEMENTS (bodies), sizeof bodies[0], compare_words) != NULL)
        return TRUE;
      word += length + (behind != '\0');
    }
  return FALSE;
}

/* What names drag along: “by”, marks of notes, stars, commas */
static char *
dup_bare (const char *text)
{
  g_autofree char *line = offprint_plain_line (text);
  g_autofree char *cut = NULL;
  const char *start = line;
  gsize length = 0;

  if (line == NULL || strlen (line) > MAX_BYTES)
    return NULL;
  for (char *p = line; (p = strstr (p, "\u00a0")) != NULL;) /* no-break blanks, of two bytes */
    {
      *p = ' ';
      memmove (p + 1, p + 2, strlen (p + 2) + 1);
    }
  if (g_ascii_strncasecmp (start, "by ", 3) == 0)
    start += 3;
  cut = g_strdup (start);
  for (length = strlen (cut); length > 0 && strchr ("0123456789*,;:&† ", cut[length - 1]) != NULL && (guchar) cut[length - 1] < 0x80; length--)
    cut[length - 1] = '\0';
  for (start = cut; *start != '\0' && strchr (" ,;*&", *start) != NULL; start++)
    ;
  return *start != '\0' ? g_strdup (start) : NULL;
}

static JsonObject *
new_literal (const char *text)
{
  JsonObject *name = json_object_new ();

  offprint_record_set_string (name, "literal", text);
  return name;
}

/* Academic degrees behind a comma are no given names */
static char *
drop_titles (const char *text)
{
  g_auto (GStrv) parts = NULL;
  guint n = 0;

  if (strchr (text, ',') == NULL)
    return g_strdup (text);
  parts = g_strsplit (text, ",", -1);
  n = g_strv_length (parts);
  while (n > 1)
    {
      g_auto (GStrv) words = g_strsplit (g_strstrip (parts[n - 1]), " ", -1);
      gboolean are_titles = words[0] != NULL;

      for (guint i = 0; words[i] != NULL; i++)
        are_titles = are_titles && (*words[i] == '\0' || is_one_of (words[i], titles));
      if (!are_titles)
        break;
      g_clear_pointer (&parts[--n], g_free);
    }
  return g_strjoinv (",", parts);
}

/* “Prof. Ann Lee”, “Dr. Ann Lee” */
static const char *
skip_title (const char *text)
{
  static const char *const before[] = { "Prof. ", "Professor ", "Dr. ", "Dr ", "Mr. ", "Mrs. ", "Ms. " };

  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    if (g_str_has_prefix (text, before[i]))
      return skip_title (text + strlen (before[i]));
  return text;
}

static gboolean
are_capitals (const char *word)
{
  gsize length = strlen (word);

  return length >= 1 && length <= 3 && strspn (word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == length;
}

/* PubMed’s “Todd J”, “de la Cruz JM”: the last word are initials, the first is a name */
static gboolean
ends_in_initials (const char *text)
{
  const char *space = strrchr (text, ' ');
  g_auto (GStrv) words = NULL;
  guint n = 0;

  if (space == NULL || !are_capitals (space + 1))
    return FALSE;
  words = g_strsplit (text, " ", -1);
  n = g_strv_length (words);
  return n >= 2 && are_capitals (words[n - 1]) && !is_one_of (words[n - 1], suffixes) && !are_capitals (words[0]) &&
         strchr (words[0], '.') == NULL && (n == 2 || !are_capitals (words[n - 2]));
}

/* “Given Family”: words in small letters before the last one go with it */
static JsonObject *
part_straight (const char *text)
{
  const char *family = strrchr (text, ' ');
  g_autofree char *given = NULL;
  JsonObject *name = NULL;

  if (family == NULL)
    return new_literal (text);
  while (family > text)
    {
      const char *before = family - 1;

      while (before > text && before[-1] != ' ')
        before--;
      if (before == text || !g_unichar_islower (g_utf8_get_char (before)))
        break;
      family = before - 1;
    }
  given = g_strndup (text, (gsize) (family - text));
  name = json_object_new ();
  offprint_record_set_string (name, "family", family + 1);
  offprint_record_set_string (name, "given", given);
  return name;
}

static JsonObject *
new_straight (const char *text)
{
  const char *space = strrchr (text, ' ');
  JsonObject *name = NULL;

  if (space != NULL && is_one_of (space + 1, suffixes))
    {
      g_autofree char *head = g_strndup (text, (gsize) (space - text));

      name = part_straight (g_strchomp (head));
      if (json_object_has_member (name, "family"))
        offprint_record_set_string (name, "suffix", space + 1);
      return name;
    }
  return ends_in_initials (text) ? offprint_name_new_initials (text) : part_straight (text);
}

/**
 * offprint_byline_name:
 * @text: one name, in either order
 *
 * Reads “Family, Given”, “Given Family”, “Family GI”, with degrees and marks of notes, or
 * the name of a body.
 *
 * Returns: (transfer full): a CSL name; an empty object if @text is no name
 */
JsonObject *
offprint_byline_name (const char *text)
{
  g_autofree char *bare = dup_bare (text);
  g_autofree char *name = bare != NULL ? drop_titles (bare) : NULL;
  const char *start = name != NULL ? skip_title (name) : NULL;
  const char *comma = start != NULL ? strchr (start, ',') : NULL;

  if (start == NULL || strpbrk (start, "@<>{}|") != NULL || strstr (start, "://") != NULL)
    return json_object_new ();
  if (is_body (start))
    return new_literal (start);
  if (comma != NULL && strchr (comma + 1, ',') == NULL && is_one_of (comma + 1, suffixes))
    {
      g_autofree char *head = g_strndup (start, (gsize) (comma - start));
      JsonObject *straight = new_straight (head);

      offprint_record_set_string (straight, "suffix", comma + 1);
      return straight;
    }
  return comma != NULL ? offprint_name_new_inverted (start) : new_straight (start);
}

static void
add_names (GPtrArray  *names,
           const char *text,
           const char *separator)
{
  g_auto (GStrv) parts = g_strsplit (text, separator, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);

      if (g_str_has_prefix (part, "and "))
        part += 4;
      if (*part != '\0' && !is_one_of (part, titles))
        g_ptr_array_add (names, g_strdup (part));
    }
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += *words[i] != '\0';
  return n;
}

static gboolean
is_given (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " -", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) > 2 && strchr (words[i], '.') == NULL && !are_capitals (words[i]))
      return FALSE;
  return TRUE;
}

/* “Kumar, R., Kaur, M.”: every second part is initials */
static gboolean
are_pairs (GStrv parts)
{
  guint n = g_strv_length (parts);

  for (guint i = 1; i < n; i += 2)
    if (!is_given (g_strstrip (parts[i])))
      return FALSE;
  return n >= 4 && n % 2 == 0;
}

static void
add_pairs (GPtrArray *names,
           GStrv      parts)
{
  for (guint i = 0; parts[i] != NULL && parts[i + 1] != NULL; i += 2)
    g_ptr_array_add (names, g_strdup_printf ("%s, %s", g_strstrip (parts[i]), g_strstrip (parts[i + 1])));
}

static gboolean
are_whole_names (GStrv parts)
{
  for (guint i = 0; parts[i] != NULL; i++)
    if (count_words (parts[i]) < 2 && !is_one_of (parts[i], titles))
      return FALSE;
  return TRUE;
}

/**
 * offprint_byline_split:
 * @text: one name or several
 *
 * Parts a line of names. Semicolons part names; commas do if there are whole names, or
 * family names and initials by turns, between them.
 *
 * Returns: (transfer full) (element-type utf8): the names, each in a line
 */
GPtrArray *
offprint_byline_split (const char *text)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = NULL;

  if (strlen (text) > MAX_LINE)
    return names;
  if (strpbrk (text, ";,") == NULL && strstr (text, " and ") == NULL)
    {
      g_ptr_array_add (names, g_strdup (text));
      return names;
    }
  if (strchr (text, ';') != NULL)
    {
      add_names (names, text, ";");
      return names;
    }
  parts = g_strsplit (text, ",", -1);
  if (g_strv_length (parts) == 1 && strstr (text, " and ") != NULL && !is_body (text))
    add_names (names, text, " and ");
  else if (g_strv_length (parts) < 2 || is_body (text))
    add_names (names, text, ";");
  else if (are_whole_names (parts))
    add_names (names, text, ",");
  else if (are_pairs (parts))
    add_pairs (names, parts);
  else if (g_strv_length (parts) > 3)
    add_names (names, text, ",");
  else
    add_names (names, text, ";");
  return names;
}

static char *
fold_member (JsonObject *name,
             const char *member)
{
  const char *text = offprint_json_get_string (name, member);

  return text != NULL ? offprint_fold (text) : g_strdup ("");
}

/* All letters of a name, in whatever order its parts are: for names that one source parts
 * and another does not */
static char *
fold_whole (JsonObject *name,
            gboolean    is_inverted)
{
  g_autofree char *family = fold_member (name, "family");
  g_autofree char *given = fold_member (name, "given");
  g_autofree char *literal = fold_member (name, "literal");

  return g_strconcat (literal, is_inverted ? family : given, is_inverted ? given : family, NULL);
}

/**
 * offprint_byline_is_same:
 * @first: a CSL name
 * @second: another
 *
 * Compares names of two layers: whole, in either order, or the family name and the first
 * letter of the given one.
 *
 * Returns: whether they may be one person’s
 */
gboolean
offprint_byline_is_same (JsonObject *first,
                         JsonObject *second)
{
  g_autofree char *straight = fold_whole (first, FALSE);
  g_autofree char *inverted = fold_whole (first, TRUE);
  g_autofree char *other = fold_whole (second, FALSE);
  g_autofree char *family = fold_member (first, "family");
  g_autofree char *other_family = fold_member (second, "family");
  g_autofree char *given = fold_member (first, "given");
  g_autofree char *other_given = fold_member (second, "given");

  if (*other == '\0')
    return FALSE;
  if (g_str_equal (straight, other) || g_str_equal (inverted, other))
    return TRUE;
  return *family != '\0' && g_str_equal (family, other_family) && *given != '\0' && *other_given != '\0' &&
         g_utf8_get_char (given) == g_utf8_get_char (other_given);
}
