/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A formula in a line has blanks where people type them: around relations, and around
 * what stands between two things.
 */

#include "config.h"

#include "math-signs.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *sign;
} Pair;

static const Pair double_struck[] = {
  { "C", "ℂ" },
  { "H", "ℍ" },
  { "N", "ℕ" },
  { "P", "ℙ" },
  { "Q", "ℚ" },
  { "R", "ℝ" },
  { "Z", "ℤ" },
};

/* Signs over a letter, and the marks that combine with it */
static const Pair accents[] = {
  { "¯", "\314\204" },
  { "‾", "\314\204" },
  { "_", "\314\204" },
  { "^", "\314\202" },
  { "ˆ", "\314\202" },
  { "~", "\314\203" },
  { "˜", "\314\203" },
  { "∼", "\314\203" },
  { ".", "\314\207" },
  { "˙", "\314\207" },
  { "¨", "\314\210" },
  { "→", "\342\203\227" },
  { "ˇ", "\314\214" },
  { "⃗", "\342\203\227" },

};

static gboolean
is_one_of (const char *text,
           const char *signs)
{
  return text[0] != '\0' && *g_utf8_next_char (text) == '\0' && strstr (signs, text) != NULL;
}

static const char *
find (const Pair *pairs,
      gsize       n_pairs,
      const char *text)
{
  for (gsize i = 0; i < n_pairs; i++)
    {
      if (strcmp (pairs[i].text, text) == 0)
        return pairs[i].sign;
    }
  return NULL;
}

/**
 * offprint_math_is_relation:
 * @text: an operator
 *
 * Returns: whether it says how two things relate
 */
gboolean
offprint_math_is_relation (const char *text)
{
  return is_one_of (text, "=<>≠≤≥≈≃≅≡≪≫∼~∝∈∉⊂⊃⊆⊇→←↔⇒⇔↦≲≳∣:≔");
}

/**
 * offprint_math_is_between:
 * @text: an operator
 *
 * Returns: whether it joins two things, if there are two
 */
gboolean
offprint_math_is_between (const char *text)
{
  return is_one_of (text, "+-−±∓×·⋅∗*∘∪∩∧∨÷⊕⊗");
}

/**
 * offprint_math_is_end:
 * @text: an operator
 *
 * Returns: whether it ends a thing that the next sign may join to another
 */
gboolean
offprint_math_is_end (const char *text)
{
  return is_one_of (text, ")]}|′!%");
}

/**
 * offprint_math_find_double_struck:
 * @text: a letter
 *
 * Returns: (transfer none) (nullable): the sign of a set of numbers
 */
const char *
offprint_math_find_double_struck (const char *text)
{
  return find (double_struck, G_N_ELEMENTS (double_struck), text);
}

/**
 * offprint_math_find_accent:
 * @text: what stands over a letter
 *
 * Returns: (transfer none) (nullable): the mark that combines with the letter
 */
const char *
offprint_math_find_accent (const char *text)
{
  return find (accents, G_N_ELEMENTS (accents), text);
}
