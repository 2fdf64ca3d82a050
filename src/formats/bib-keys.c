/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys that people type in \cite: family name, year and a word of the title, of ASCII
 * letters and digits. They come of the work alone, so the same work has the same key in
 * every file; only where two would share one does a letter tell them apart.
 */

#include "config.h"

#include "bib.h"

#include "cited.h"
#include "json-value.h"

#include <string.h>

struct _OffprintBibKeys
{
  /* Owned; keys that are taken, in lower case, for BibTeX does not tell cases apart, each
   * with the letter that the next one like it may have */
  GHashTable *taken;
};

/**
 * offprint_bib_keys_new:
 *
 * Returns: (transfer full): the keys of a new file
 */
OffprintBibKeys *
offprint_bib_keys_new (void)
{
  OffprintBibKeys *self = g_new0 (OffprintBibKeys, 1);

  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * offprint_bib_keys_free:
 * @self: (transfer full): the keys of a file
 *
 * Lets go of them.
 */
void
offprint_bib_keys_free (OffprintBibKeys *self)
{
  g_hash_table_unref (self->taken);
  g_free (self);
}

/* ASCII letters and digits of a text, each word's, without its accents */
static char *
fold (const char *text,
      const char *also)
{
  g_autofree char *ascii = g_str_to_ascii (text, "C");
  GString *string = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p) || strchr (also, *p) != NULL)
        g_string_append_c (string, *p);
    }
  return g_string_free (string, FALSE);
}

/* The first word that says something */
static char *
dup_first_word (const char *text)
{
  static const char *const fillers[] = {
    "the", "a", "an", "on", "of", "in", "and", "for", "to", "from", "der", "die", "das", "ein", "eine", "le", "la", "les", "el", "los",
    "il", "lo", "un", "une", "de", "des", "zur", "zum", NULL
  };
  g_auto (GStrv) words = g_strsplit_set (text, " -/:,;.()[]\"'", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = fold (words[i], "");
      g_autofree char *lower = g_ascii_strdown (word, -1);

      if (lower[0] != '\0' && !g_strv_contains (fillers, lower))
        return g_steal_pointer (&word);
    }
  return g_strdup ("");
}

static char *
dup_title_word (JsonObject *item)
{
  g_autofree char *title = offprint_cited_dup_plain (item, "title");
  g_autofree char *word = dup_first_word (title != NULL ? title : "");

  return g_ascii_strdown (word, -1);
}

/* A family name, or of a body's name the word that says most */
static char *
dup_family (JsonObject *item)
{
  g_autoptr (GPtrArray) names = offprint_cited_dup_names (item, offprint_cited_find_makers (item));
  g_autoptr (GPtrArray) editors = offprint_cited_dup_names (item, "editor");
  GPtrArray *found = names->len > 0 ? names : editors;
  const OffprintCitedName *name = found->len > 0 ? g_ptr_array_index (found, 0) : NULL;

  if (name == NULL)
    return g_strdup ("");
  return name->family != NULL ? fold (name->family, "") : dup_first_word (name->literal);
}

static char *
make_key (JsonObject *item)
{
  g_autofree char *given = offprint_cited_dup_plain (item, "citation-key");
  g_autofree char *doi = offprint_cited_dup_plain (item, "DOI");
  g_autoptr (OffprintDate) issued = offprint_cited_dup_date (item, "issued");
  g_autofree char *family = NULL;
  g_autofree char *word = NULL;
  g_autofree char *year = NULL;
  g_autofree char *key = NULL;

  if (given != NULL)
    key = fold (given, ":.-_+/");
  if (key != NULL && key[0] != '\0')
    return g_steal_pointer (&key);
  family = dup_family (item);
  word = dup_title_word (item);
  year = issued != NULL && offprint_date_get_year (issued) > 0 ? g_strdup_printf ("%d", offprint_date_get_year (issued)) : g_strdup ("");
  g_free (key);
  key = family[0] != '\0' ? g_strconcat (family, year, word, NULL) : g_strconcat (word, year, NULL);
  if (family[0] != '\0' || word[0] != '\0')
    return g_steal_pointer (&key);
  g_free (key);
  key = fold (doi != NULL ? doi : "", ":.-_+/");

  return key[0] != '\0' ? g_steal_pointer (&key) : g_strconcat ("work", year, NULL);
}

/* “a” to “z”, then “aa”, “ab” and so on */
static char *
make_suffix (guint n)
{
  GString *suffix = g_string_new (NULL);

  g_string_prepend_c (suffix, 'a' + n % 26);
  while (n >= 26)
    {
      n = n / 26 - 1;
      g_string_prepend_c (suffix, 'a' + n % 26);
    }
  return g_string_free (suffix, FALSE);
}

/**
 * offprint_bib_keys_next:
 * @self: the keys of a file
 * @item: the next item in it
 *
 * Returns: (transfer full): a key that no item had before
 */
char *
offprint_bib_keys_next (OffprintBibKeys *self,
                        JsonObject      *item)
{
  g_autofree char *key = make_key (item);
  g_autofree char *lower = g_ascii_strdown (key, -1);

  guint n = 0;

  if (!g_hash_table_contains (self->taken, lower))
    {
      g_hash_table_insert (self->taken, g_steal_pointer (&lower), GUINT_TO_POINTER (0));
      return g_steal_pointer (&key);
    }
  for (n = GPOINTER_TO_UINT (g_hash_table_lookup (self->taken, lower));; n++)
    {
      g_autofree char *suffix = make_suffix (n);
      g_autofree char *other = g_strconcat (lower, suffix, NULL);

      if (g_hash_table_contains (self->taken, other))
        continue;
      g_hash_table_insert (self->taken, g_steal_pointer (&other), GUINT_TO_POINTER (0));
      g_hash_table_insert (self->taken, g_steal_pointer (&lower), GUINT_TO_POINTER (n + 1));
      return g_strconcat (key, suffix, NULL);
    }
}
