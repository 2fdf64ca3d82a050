/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Servers answer 200 and “Just a moment…”; publishers’ sites answer a DOI that they do
 * not know any more with their front page. The rules here are general: words that
 * servers and sites say in the languages of the web, and comparison with what is known.
 * None names a publisher. A work that really is called so is not harmed: it loses only
 * where somebody else says otherwise.
 */

#include "config.h"

#include "suspicion.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "json-value.h"
#include "merge.h"
#include "parts-private.h"
#include "refusal-words.h"
#include "write.h"

#define MAX_TITLE    400 /* bytes of a title that are looked at */
#define MAX_MESSAGE  70  /* folded, with the name of the site beside it */
#define MAX_ABSTRACT 500 /* a message is short, or says what it is at its beginning */

/* A status of HTTP from 300 on; its three digits are taken out of @folded */
static gboolean
cut_status (GString *folded)
{
  for (gsize i = 0; i + 3 <= folded->len; i++)
    {
      const char *at = folded->str + i;

      if (*at < '3' || *at > '5' || !g_ascii_isdigit (at[1]) || !g_ascii_isdigit (at[2]))
        continue;
      if (g_ascii_isdigit (at[3]) || (i > 0 && g_ascii_isdigit (at[-1])))
        continue;
      g_string_erase (folded, (gssize) i, 3);
      return TRUE;
    }

  return FALSE;
}

/* “Error 404”, “403 Forbidden”: little more than the number and a word for it */
static gboolean
is_status (const char *folded)
{
  g_autoptr (GString) rest = g_string_new (folded);

  if (!cut_status (rest))
    return FALSE;
  if (rest->len == 0 || g_strv_contains (offprint_refusal_alone, rest->str))
    return TRUE;
  if (rest->len > 40)
    return FALSE;
  for (gsize i = 0; offprint_refusal_beside_status[i] != NULL; i++)
    if (strstr (rest->str, offprint_refusal_beside_status[i]) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
is_message (const char *folded)
{
  return g_strv_contains (offprint_refusal_alone, folded) || is_status (folded);
}

/* Where sites put their name beside a title */
static gboolean
is_mark (gunichar c)
{
  return c == '|' || c == 0x00b7 || c == 0x2022 || c == 0x00bb || c == 0x00ab || c == 0x2013 || c == 0x2014 || c == 0xff5c;
}

/* The parts of a title between marks; a hyphen parts where blanks say that it does */
static GPtrArray *
split_title (const char *title)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  const char *begin = title;

  for (const char *at = title; *at != '\0'; at = g_utf8_next_char (at))
    {
      gboolean parts_here = is_mark (g_utf8_get_char (at)) || (*at == '-' && at > title && at[-1] == ' ' && at[1] == ' ');

      if (!parts_here)
        continue;
      g_ptr_array_add (parts, g_strndup (begin, (gsize) (at - begin)));
      begin = g_utf8_next_char (at);
    }
  g_ptr_array_add (parts, g_strdup (begin));

  return parts;
}

static gboolean
is_refusal (const char *title,
            const char *folded)
{
  g_autoptr (GPtrArray) parts = NULL;

  if (is_message (folded))
    return TRUE;
  /* “Access Denied: The Practice of Filtering” is a book */
  if (strstr (title, ": ") != NULL)
    return FALSE;
  for (gsize i = 0; offprint_refusal_begins[i] != NULL; i++)
    if (g_str_has_prefix (folded, offprint_refusal_begins[i]) && strlen (folded) < strlen (offprint_refusal_begins[i]) + 60)
      return TRUE;
  parts = split_title (title);
  if (parts->len < 2 || strlen (folded) > MAX_MESSAGE)
    return FALSE;
  /* what the page says comes first or last, the site’s name at the other end */
  for (guint i = 0; i < parts->len; i += MAX (parts->len - 1, 1))
    {
      g_autofree char *part = offprint_fold (g_ptr_array_index (parts, i));

      if (*part != '\0' && is_message (part))
        return TRUE;
    }

  return FALSE;
}

/* “link.example.com” is the site “example” */
static gboolean
is_host (const char *folded,
         const char *url)
{
  g_autoptr (GUri) uri = url != NULL ? g_uri_parse (url, G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  g_auto (GStrv) labels = host != NULL ? g_strsplit (host, ".", 8) : NULL;
  g_autofree char *whole = host != NULL ? offprint_fold (host) : NULL;

  if (labels == NULL)
    return FALSE;
  if (g_str_equal (folded, whole))
    return TRUE;
  for (guint i = 0; labels[i] != NULL && labels[i + 1] != NULL; i++)
    {
      g_autofree char *label = offprint_fold (labels[i]);

      if (strlen (label) > 2 && g_str_equal (folded, label))
        return TRUE;
    }

  return FALSE;
}

/**
 * offprint_doubt_title:
 * @title: a title, with CSL-JSON’s inline mark-up
 * @url: (nullable): where it was had
 * @publisher: (nullable): who publishes there, as the same source says
 *
 * Tells whether a title is what a server or a site says of itself. Nothing is compared
 * here: who is called so by somebody else too is called so.
 *
 * Returns: `OFFPRINT_DOUBT_REFUSAL`, `OFFPRINT_DOUBT_SITE` or `OFFPRINT_DOUBT_NONE`
 */
OffprintDoubt
offprint_doubt_title (const char *title,
                      const char *url,
                      const char *publisher)
{
  g_autofree char *plain = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *folded_publisher = NULL;

  g_return_val_if_fail (title != NULL, OFFPRINT_DOUBT_NONE);

  if (strlen (title) > MAX_TITLE)
    return OFFPRINT_DOUBT_NONE;
  plain = offprint_inline_to_plain (title);
  folded = offprint_fold (plain);
  if (*folded == '\0' || is_refusal (plain, folded))
    return OFFPRINT_DOUBT_REFUSAL;
  folded_publisher = publisher != NULL ? offprint_fold (publisher) : NULL;
  if (is_host (folded, url) || g_strcmp0 (folded, folded_publisher) == 0)
    return OFFPRINT_DOUBT_SITE;

  return OFFPRINT_DOUBT_NONE;
}

/* Scripts that write no blanks say much in few letters */
static gboolean
is_a_word (const char *text)
{
  guint n_words = 0;
  guint n_letters = 0;
  gboolean in_word = FALSE;
  gboolean has_wide = FALSE;

  for (const char *at = text; *at != '\0' && n_words < 4; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean is_letter = g_unichar_isalnum (c);

      n_words += is_letter && !in_word ? 1 : 0;
      n_letters += is_letter ? 1 : 0;
      has_wide = has_wide || g_unichar_iswide (c);
      in_word = is_letter;
    }

  return has_wide ? n_letters < 6 : n_words < 3;
}

/**
 * offprint_doubt_abstract:
 * @text: an abstract, plain or in the stored form of rich text
 *
 * Tells whether an abstract is one: not a notice about cookies, not a word.
 *
 * Returns: `OFFPRINT_DOUBT_PROSE` or `OFFPRINT_DOUBT_NONE`
 */
OffprintDoubt
offprint_doubt_abstract (const char *text)
{
  g_autofree char *folded = NULL;
  gsize length = 0;

  g_return_val_if_fail (text != NULL, OFFPRINT_DOUBT_NONE);

  folded = offprint_fold (text);
  length = strlen (folded);
  if (length < 60)
    {
      g_autoptr (OffprintRichText) rich = offprint_stored_to_rich (text);
      g_autofree char *plain = offprint_rich_text_to_plain (rich);

      if (is_a_word (plain) || is_message (folded))
        return OFFPRINT_DOUBT_PROSE;
    }
  for (gsize i = 0; offprint_refusal_prose[i] != NULL; i++)
    {
      const char *at = strstr (folded, offprint_refusal_prose[i]);

      if (at != NULL && (at - folded < 60 || length < MAX_ABSTRACT))
        return OFFPRINT_DOUBT_PROSE;
    }

  return OFFPRINT_DOUBT_NONE;
}

/**
 * offprint_reading_is_suspicious:
 * @self: a reading
 *
 * Whether what it calls the work’s title is what a server says that does not show it.
 *
 * Returns: `TRUE` if it is to be believed only where nobody else says anything
 */
gboolean
offprint_reading_is_suspicious (OffprintReading *self)
{
  const char *title = NULL;

  g_return_val_if_fail (OFFPRINT_IS_READING (self), FALSE);

  title = offprint_json_get_string (offprint_reading_get_record (self), "title");
  if (title == NULL || g_str_equal (offprint_reading_get_source (self), "you"))
    return FALSE;

  return offprint_doubt_title (title, NULL, NULL) != OFFPRINT_DOUBT_NONE;
}

/* Words of four letters and more; of scripts without blanks, each two letters */
static GHashTable *
collect_words (const char *text)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *small = g_utf8_strdown (text, -1);
  const char *begin = NULL;
  guint n = 0;

  for (const char *at = small;; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean is_letter = *at != '\0' && g_unichar_isalnum (c);

      if (is_letter && g_unichar_iswide (c))
        {
          const char *next = g_utf8_next_char (at);

          if (*next != '\0' && g_unichar_iswide (g_utf8_get_char (next)))
            g_hash_table_add (words, g_strndup (at, (gsize) (g_utf8_next_char (next) - at)));
        }
      if (is_letter)
        {
          begin = begin != NULL ? begin : at;
          n++;
          continue;
        }
      if (begin != NULL && n >= 4)
        g_hash_table_add (words, g_strndup (begin, (gsize) (at - begin)));
      begin = NULL;
      n = 0;
      if (*at == '\0' || g_hash_table_size (words) > 200)
        return words;
    }
}

static guint
count_shared (GHashTable *a,
              GHashTable *b)
{
  GHashTableIter iter;
  gpointer word = NULL;
  guint n = 0;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    n += g_hash_table_contains (b, word) ? 1 : 0;

  return n;
}

typedef struct
{
  guint n_shared;
  guint fewer; /* words of the one that has fewer */
  guint more;
  gboolean is_within; /* one stands in the other */
} Likeness;

static Likeness
compare (const char *a,
         const char *b)
{
  Likeness likeness = { 0 };
  g_autofree char *first = offprint_fold (a);
  g_autofree char *second = offprint_fold (b);
  g_autofree char *plain_a = offprint_inline_to_plain (a);
  g_autofree char *plain_b = offprint_inline_to_plain (b);
  g_autoptr (GHashTable) words = collect_words (plain_a);
  g_autoptr (GHashTable) others = collect_words (plain_b);
  gsize shorter = MIN (strlen (first), strlen (second));

  likeness.n_shared = count_shared (words, others);
  likeness.fewer = MIN (g_hash_table_size (words), g_hash_table_size (others));
  likeness.more = MAX (g_hash_table_size (words), g_hash_table_size (others));
  /* a word or two stand in much: the name of a house in “The House Handbook of …” */
  likeness.is_within = g_str_equal (first, second) || (shorter >= 12 && (strstr (first, second) != NULL || strstr (second, first) != NULL));

  return likeness;
}

/**
 * offprint_is_like:
 * @a: a title or an abstract, with inline mark-up
 * @b: another
 *
 * Tells whether two texts are of the same work: one stands in the other, or they share
 * a third of the words of the shorter.
 *
 * Returns: `FALSE` if that cannot be said
 */
gboolean
offprint_is_like (const char *a,
                  const char *b)
{
  Likeness likeness = { 0 };

  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  likeness = compare (a, b);

  return likeness.is_within || (likeness.fewer > 0 && likeness.n_shared * 3 >= likeness.fewer);
}

/**
 * offprint_is_unlike:
 * @a: a title, with inline mark-up
 * @b: another
 *
 * Tells whether two titles have nothing to do with each other: they have words enough
 * to be compared, and share none.
 *
 * Returns: `FALSE` if that cannot be said
 */
gboolean
offprint_is_unlike (const char *a,
                    const char *b)
{
  Likeness likeness = { 0 };

  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  likeness = compare (a, b);

  return !likeness.is_within && likeness.n_shared == 0 && likeness.fewer > 0 && likeness.more > 1;
}

/**
 * offprint_doubt_get_reason:
 * @doubt: why a value is not believed
 *
 * Returns: (nullable): that for people, as part of a line: “a message of the server”
 */
const char *
offprint_doubt_get_reason (OffprintDoubt doubt)
{
  switch (doubt)
    {
    case OFFPRINT_DOUBT_NONE:
      return NULL;
    case OFFPRINT_DOUBT_REFUSAL:
      return _("looks like a message of the site, not like the work");
    case OFFPRINT_DOUBT_SITE:
      return _("is the name of the site");
    case OFFPRINT_DOUBT_UNLIKE:
      return _("has nothing in common with what all others say");
    case OFFPRINT_DOUBT_PROSE:
      return _("does not look like an abstract");
    case OFFPRINT_DOUBT_READING:
      return _("comes from a page that seems to be about something else");
    }

  return NULL;
}
