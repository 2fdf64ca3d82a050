/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be searched by Ctrl+F. Finding asks the model, not the screen: a match
 * may stand in an abstract that is not the one shown, or among works cited that
 * have no row yet. So each part of the page counts for itself and shows for itself.
 */

#include "config.h"

#include "findable.h"

G_DEFINE_INTERFACE (OffprintFindable, offprint_findable, GTK_TYPE_WIDGET)

static void
offprint_findable_default_init (OffprintFindableInterface *iface)
{
}

/* One character is folded to one, so that offsets in the folded text are offsets
 * in the label: full case folding would make two letters of one “ß”. */
static gunichar
fold (gunichar letter)
{
  gunichar plain;
  gunichar mark;

  if (letter == 0x2019 || letter == 0x2018)
    return '\'';
  if (letter == 0x201c || letter == 0x201d)
    return '"';
  if (letter == 0x00a0 || letter == 0x202f)
    return ' ';
  if (letter == 0x2010 || letter == 0x2011)
    return '-';
  if (g_unichar_decompose (letter, &plain, &mark) && g_unichar_ismark (mark))
    letter = plain;
  return g_unichar_tolower (letter);
}

static gunichar *
fold_text (const char *text,
           gsize      *length)
{
  gsize n = g_utf8_strlen (text, -1);
  gunichar *folded = g_new (gunichar, n + 1);

  for (gsize i = 0; i < n; i++, text = g_utf8_next_char (text))
    folded[i] = fold (g_utf8_get_char (text));
  folded[n] = 0;
  *length = n;
  return folded;
}

/**
 * offprint_find_in_text:
 * @matches: (element-type OffprintMatch): where to append to
 * @text: the number that the matches get
 * @haystack: the text as it stands on the screen
 * @words: what is looked for
 *
 * Finds every place of @words, one after another.
 *
 * Case, accents and the kind of quotation marks, blanks and hyphens do not matter:
 * people type what their keyboard has.
 */
void
offprint_find_in_text (GArray     *matches,
                       guint       text,
                       const char *haystack,
                       const char *words)
{
  g_autofree gunichar *hay = NULL;
  g_autofree gunichar *needle = NULL;
  gsize n_hay;
  gsize n_needle;

  g_return_if_fail (matches != NULL);
  g_return_if_fail (haystack != NULL);
  g_return_if_fail (words != NULL);

  hay = fold_text (haystack, &n_hay);
  needle = fold_text (words, &n_needle);
  if (n_needle == 0)
    return;

  for (gsize i = 0; i + n_needle <= n_hay;)
    {
      if (memcmp (hay + i, needle, n_needle * sizeof (gunichar)) == 0)
        {
          OffprintMatch match = { text, (int) i, (int) (i + n_needle) };

          g_array_append_val (matches, match);
          i += n_needle;
        }
      else
        {
          i++;
        }
    }
}

/**
 * offprint_findable_count:
 * @self: a part of the page
 * @words: what is looked for, or an empty string to forget the last search
 *
 * Counts the matches in the part of the model that @self shows, whether it stands
 * on the screen or not, and remembers them for [method@Findable.show].
 *
 * Returns: the number of matches
 */
guint
offprint_findable_count (OffprintFindable *self,
                         const char       *words)
{
  g_return_val_if_fail (OFFPRINT_IS_FINDABLE (self), 0);
  g_return_val_if_fail (words != NULL, 0);

  return OFFPRINT_FINDABLE_GET_IFACE (self)->count (self, words);
}

/**
 * offprint_findable_show:
 * @self: a part of the page
 * @n: which of the matches that were counted, from 0
 *
 * Brings a match onto the screen and marks it.
 */
void
offprint_findable_show (OffprintFindable *self,
                        guint             n)
{
  g_return_if_fail (OFFPRINT_IS_FINDABLE (self));

  OFFPRINT_FINDABLE_GET_IFACE (self)->show (self, n);
}
