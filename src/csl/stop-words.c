/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words that title case leaves low: the list of the CSL schema, “Stop words”.
 */

#include "config.h"

#include "case-layout.h"

#include <string.h>

/* In the order of strcmp () */
static const char *const stop_words[] = {
  "a",
  "about",
  "above",
  "across",
  "afore",
  "after",
  "against",
  "al",
  "along",
  "alongside",
  "amid",
  "amidst",
  "among",
  "amongst",
  "an",
  "and",
  "anenst",
  "apropos",
  "apud",
  "around",
  "as",
  "aside",
  "astride",
  "at",
  "athwart",
  "atop",
  "barring",
  "before",
  "behind",
  "below",
  "beneath",
  "beside",
  "besides",
  "between",
  "beyond",
  "but",
  "by",
  "c",
  "ca",
  "circa",
  "d",
  "de",
  "despite",
  "down",
  "during",
  "et",
  "except",
  "for",
  "forenenst",
  "from",
  "given",
  "in",
  "inside",
  "into",
  "lest",
  "like",
  "modulo",
  "near",
  "next",
  "nor",
  "notwithstanding",
  "of",
  "off",
  "on",
  "onto",
  "or",
  "out",
  "over",
  "per",
  "plus",
  "pro",
  "qua",
  "sans",
  "since",
  "so",
  "than",
  "the",
  "through",
  "throughout",
  "thruout",
  "till",
  "to",
  "toward",
  "towards",
  "under",
  "underneath",
  "until",
  "unto",
  "up",
  "upon",
  "v",
  "van",
  "versus",
  "via",
  "von",
  "vs",
  "with",
  "within",
  "without",
  "yet",
};

/**
 * csl_case_is_stop_word:
 * @text: a word in small letters; need not end in a nul
 * @length: bytes in @text
 *
 * Says whether a word is small in a title: an article, conjunction or
 * preposition of English, or a particle of names.
 *
 * Returns: whether it is
 */
gboolean
csl_case_is_stop_word (const char *text,
                       gsize       length)
{
  guint low = 0;
  guint high = G_N_ELEMENTS (stop_words);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = strncmp (text, stop_words[middle], length);

      if (order == 0 && stop_words[middle][length] == '\0')
        return TRUE;
      if (order <= 0)
        high = middle;
      else
        low = middle + 1;
    }

  return FALSE;
}
