/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of the list of styles: enough to show, search and sort it without having
 * compiled it.
 */

#include "config.h"

#include "style-info-private.h"

#include <string.h>

#include "fold.h"

struct _OffprintStyleInfo
{
  GObject parent_instance;

  /* Owned */
  char *name;
  char *title;
  char *title_short;
  char *format;
  char *parent;
  char *language;
  char *updated;
  char **fields;
  char *search_key;
  char *sort_key;

  gboolean is_note;
};

G_DEFINE_FINAL_TYPE (OffprintStyleInfo, offprint_style_info, G_TYPE_OBJECT)

/* “Université” is found by “universite”; all but letters and digits part words */
static char *
fold (const char *text)
{
  g_autofree char *folded = offprint_text_fold (text);
  GString *key = g_string_sized_new (strlen (folded) + 1);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if ((guchar) *p < 0x80)
      g_string_append_c (key, g_ascii_isalnum (*p) ? *p : ' ');
    else
      g_string_append_unichar (key, g_unichar_isalnum (g_utf8_get_char (p)) ? g_utf8_get_char (p) : ' ');
  return g_string_free (key, FALSE);
}

/* Name and titles, then what it is for and what kind it is */
static char *
make_search_key (const char         *name,
                 const CslStyleHead *head)
{
  const char *rest[] = { head->title, head->title_short, head->format };
  g_autoptr (GString) words = g_string_new (name);

  for (gsize i = 0; i < G_N_ELEMENTS (rest); i++)
    if (rest[i] != NULL)
      g_string_append_printf (words, " %s", rest[i]);
  for (guint i = 0; head->fields != NULL && head->fields[i] != NULL; i++)
    g_string_append_printf (words, " %s", head->fields[i]);
  return fold (words->str);
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
  g_free (self->language);
  g_free (self->updated);
  g_strfreev (self->fields);
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
  g_autofree char *folded = g_utf8_casefold (head->title, -1);

  self->name = g_strdup (name);
  self->title = g_strdup (head->title);
  self->title_short = g_strdup (head->title_short);
  self->format = g_strdup (head->format);
  self->parent = g_strdup (head->parent);
  self->language = g_strdup (head->default_locale);
  self->updated = g_strdup (head->updated);
  self->fields = head->fields != NULL ? g_strdupv (head->fields) : g_new0 (char *, 1);
  self->is_note = g_strcmp0 (head->class, "note") == 0;
  self->search_key = make_search_key (name, head);
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
 * offprint_style_info_get_language:
 * @self: an entry of the list
 *
 * Returns: (nullable): the language that the style is written for; `NULL` if it takes any
 */
const char *
offprint_style_info_get_language (OffprintStyleInfo *self)
{
  g_return_val_if_fail (OFFPRINT_IS_STYLE_INFO (self), NULL);

  return self->language;
}

/**
 * offprint_style_info_get_updated:
 * @self: an entry of the list
 *
 * Returns: (nullable): when the style was changed last, as it says itself: an ISO 8601 time
 */
const char *
offprint_style_info_get_updated (OffprintStyleInfo *self)
{
  g_return_val_if_fail (OFFPRINT_IS_STYLE_INFO (self), NULL);

  return self->updated;
}

/**
 * offprint_style_info_is_note:
 * @self: an entry of the list
 *
 * Returns: whether its citations stand in notes, and not in the text
 */
gboolean
offprint_style_info_is_note (OffprintStyleInfo *self)
{
  g_return_val_if_fail (OFFPRINT_IS_STYLE_INFO (self), FALSE);

  return self->is_note;
}

/**
 * offprint_style_info_get_fields:
 * @self: an entry of the list
 *
 * Returns: (transfer none) (array zero-terminated=1): the fields it is for, such as
 *   `political_science`: CSL 1.0.2, “Info”; empty if it names none
 */
const char *const *
offprint_style_info_get_fields (OffprintStyleInfo *self)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (OFFPRINT_IS_STYLE_INFO (self), none);

  return (const char *const *) self->fields;
}

/**
 * offprint_style_info_get_search_key:
 * @self: an entry of the list
 *
 * Returns: name, titles, format and fields, folded in case and without accents, parted by
 *   blanks
 */
const char *
offprint_style_info_get_search_key (OffprintStyleInfo *self)
{
  g_return_val_if_fail (OFFPRINT_IS_STYLE_INFO (self), NULL);

  return self->search_key;
}

/**
 * offprint_style_info_compare_titles:
 * @a: points to an entry of an array
 * @b: points to another
 *
 * Orders entries by their titles in the user’s language, and by their names where these
 * are the same: a `GCompareFunc`.
 *
 * Returns: less than, equal to or more than 0
 */
int
offprint_style_info_compare_titles (gconstpointer a,
                                    gconstpointer b)
{
  OffprintStyleInfo *first = *(OffprintStyleInfo *const *) a;
  OffprintStyleInfo *second = *(OffprintStyleInfo *const *) b;
  int order = strcmp (first->sort_key, second->sort_key);

  return order != 0 ? order : strcmp (first->name, second->name);
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
