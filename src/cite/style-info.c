/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of the list of styles: enough to show, search and sort it without having
 * compiled it.
 */

#include "config.h"

#include "style-info-private.h"

#include <string.h>

struct _OffprintStyleInfo
{
  GObject parent_instance;

  /* Owned */
  char *name;
  char *title;
  char *title_short;
  char *format;
  char *parent;
  char *search_key;
  char *sort_key;
};

G_DEFINE_FINAL_TYPE (OffprintStyleInfo, offprint_style_info, G_TYPE_OBJECT)

/* Nearly all titles are: ten thousand are folded at once */
static char *
fold_ascii (const char *text)
{
  char *key = g_ascii_strdown (text, -1);

  for (char *p = key; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p))
      *p = ' ';
  return key;
}

/* “Université” is found by “universite”: decomposed, without accents, folded */
static char *
fold_unicode (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = decomposed != NULL ? g_utf8_casefold (decomposed, -1) : NULL;
  GString *key = g_string_new (NULL);

  for (const char *p = folded; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c))
        continue;
      g_string_append_unichar (key, g_unichar_isalnum (c) ? c : ' ');
    }
  return g_string_free (key, FALSE);
}

static char *
fold (const char *text)
{
  return g_str_is_ascii (text) ? fold_ascii (text) : fold_unicode (text);
}

static void
offprint_style_info_finalize (GObject *object)
{
  OffprintStyleInfo *self = OFFPRINT_STYLE_INFO (object);

  g_free (self->name);
  g_free (self->title);
  g_free (self->title_short);
  g_free (self->format);
  g_free (self->parent);
  g_free (self->search_key);
  g_free (self->sort_key);
  G_OBJECT_CLASS (offprint_style_info_parent_class)->finalize (object);
}

static void
offprint_style_info_class_init (OffprintStyleInfoClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = offprint_style_info_finalize;
}

static void
offprint_style_info_init (OffprintStyleInfo *self)
{
}

/**
 * offprint_style_info_new:
 * @name: the file's name without `.csl`
 * @head: what the style says of itself
 *
 * Returns: (transfer full): an entry of the list
 */
OffprintStyleInfo *
offprint_style_info_new (const char         *name,
                         const CslStyleHead *head)
{
  OffprintStyleInfo *self = g_object_new (OFFPRINT_TYPE_STYLE_INFO, NULL);
  g_autofree char *words = g_strjoin (" ", name, head->title, head->title_short, NULL);
  g_autofree char *folded = g_utf8_casefold (head->title, -1);

  self->name = g_strdup (name);
  self->title = g_strdup (head->title);
  self->title_short = g_strdup (head->title_short);
  self->format = g_strdup (head->format);
  self->parent = g_strdup (head->parent);
  self->search_key = fold (words);
  self->sort_key = g_utf8_collate_key (folded, -1);
  return self;
}

/**
 * offprint_style_info_get_name:
 * @self: an entry of the list
 *
 * Returns: the name by which the style is asked for: `apa`
 */
const char *
offprint_style_info_get_name (OffprintStyleInfo *self)
{
  g_return_val_if_fail (OFFPRINT_IS_STYLE_INFO (self), NULL);

  return self->name;
}

/**
 * offprint_style_info_get_title:
 * @self: an entry of the list
 *
 * Returns: the title for people
 */
const char *
offprint_style_info_get_title (OffprintStyleInfo *self)
{
  g_return_val_if_fail (OFFPRINT_IS_STYLE_INFO (self), NULL);

  return self->title;
}

/**
 * offprint_style_info_get_title_short:
 * @self: an entry of the list
 *
 * Returns: (nullable): the short title: `APA`
 */
const char *
offprint_style_info_get_title_short (OffprintStyleInfo *self)
{
  g_return_val_if_fail (OFFPRINT_IS_STYLE_INFO (self), NULL);

  return self->title_short;
}

/**
 * offprint_style_info_get_format:
 * @self: an entry of the list
 *
 * Returns: (nullable): `author-date`, `numeric`, `note`, `label` or `author`
 */
const char *
offprint_style_info_get_format (OffprintStyleInfo *self)
{
  g_return_val_if_fail (OFFPRINT_IS_STYLE_INFO (self), NULL);

  return self->format;
}

/**
 * offprint_style_info_get_parent:
 * @self: an entry of the list
 *
 * Returns: (nullable): the name of the style that a dependent one follows
 */
const char *
offprint_style_info_get_parent (OffprintStyleInfo *self)
{
  g_return_val_if_fail (OFFPRINT_IS_STYLE_INFO (self), NULL);

  return self->parent;
}

/**
 * offprint_style_info_get_search_key:
 * @self: an entry of the list
 *
 * Returns: name and titles, folded in case and without accents, parted by blanks
 */
const char *
offprint_style_info_get_search_key (OffprintStyleInfo *self)
{
  g_return_val_if_fail (OFFPRINT_IS_STYLE_INFO (self), NULL);

  return self->search_key;
}

/**
 * offprint_style_info_get_sort_key:
 * @self: an entry of the list
 *
 * Returns: what orders titles in the user's language by strcmp()
 */
const char *
offprint_style_info_get_sort_key (OffprintStyleInfo *self)
{
  return self->sort_key;
}

/**
 * offprint_style_fold_words:
 * @query: what somebody typed
 *
 * Folds and splits a search once, for many calls of [method@StyleInfo.matches].
 *
 * Returns: (transfer full): the words, folded as search keys are
 */
char **
offprint_style_fold_words (const char *query)
{
  g_autofree char *key = NULL;
  g_autofree char *valid = NULL;
  g_auto (GStrv) parts = NULL;
  GStrvBuilder *words = NULL;
  char **folded = NULL;

  g_return_val_if_fail (query != NULL, NULL);

  valid = g_utf8_make_valid (query, -1);
  key = fold (valid);
  parts = g_strsplit (key, " ", -1);
  words = g_strv_builder_new ();
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);
  folded = g_strv_builder_end (words);
  g_strv_builder_unref (words);
  return folded;
}

static gboolean
has_word_beginning (const char *key,
                    const char *word)
{
  for (const char *p = strstr (key, word); p != NULL; p = strstr (p + 1, word))
    if (p == key || p[-1] == ' ')
      return TRUE;
  return FALSE;
}

/**
 * offprint_style_info_matches:
 * @self: an entry of the list
 * @folded_words: (array zero-terminated=1): words of [func@style_fold_words]
 *
 * Tells whether every word begins a word of the style's name or titles.
 *
 * Returns: whether it is found; no words find everything
 */
gboolean
offprint_style_info_matches (OffprintStyleInfo *self,
                             const char *const *folded_words)
{
  g_return_val_if_fail (OFFPRINT_IS_STYLE_INFO (self), FALSE);

  for (guint i = 0; folded_words != NULL && folded_words[i] != NULL; i++)
    if (!has_word_beginning (self->search_key, folded_words[i]))
      return FALSE;
  return TRUE;
}
