/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People type labels into locators: “vol. 1, fol. 186”. The first one says what
 * the locator is; those behind it stay as typed, but end what the first one
 * counts (locator_TrickyEntryForPlurals, locator_SingularEmbeddedLabelAfterPlural).
 */

#include "config.h"

#include "number.h"

#include <string.h>

/* Stretches of one locator; what comes after stays as typed */
#define MAX_PARTS 50

/* Abbreviations as English scholars type them, and the locator's term */
static const struct
{
  const char *typed;
  const char *label;
} labels[] = {
  { "¶", "paragraph" },
  { "¶¶", "paragraph" },
  { "§", "section" },
  { "§§", "section" },
  { "app.", "appendix" },
  { "art.", "article-locator" },
  { "arts.", "article-locator" },
  { "bk.", "book" },
  { "bks.", "book" },
  { "book", "book" },
  { "ch.", "chapter" },
  { "chap.", "chapter" },
  { "chaps.", "chapter" },
  { "chapter", "chapter" },
  { "chapters", "chapter" },
  { "col.", "column" },
  { "cols.", "column" },
  { "column", "column" },
  { "columns", "column" },
  { "eq.", "equation" },
  { "eqs.", "equation" },
  { "fig.", "figure" },
  { "figs.", "figure" },
  { "figure", "figure" },
  { "figures", "figure" },
  { "fol.", "folio" },
  { "fols.", "folio" },
  { "folio", "folio" },
  { "l.", "line" },
  { "line", "line" },
  { "lines", "line" },
  { "ll.", "line" },
  { "n.", "note" },
  { "nn.", "note" },
  { "no.", "issue" },
  { "nos.", "issue" },
  { "note", "note" },
  { "notes", "note" },
  { "op.", "opus" },
  { "p.", "page" },
  { "page", "page" },
  { "pages", "page" },
  { "para.", "paragraph" },
  { "paras.", "paragraph" },
  { "part", "part" },
  { "pp.", "page" },
  { "pt.", "part" },
  { "pts.", "part" },
  { "sec.", "section" },
  { "secs.", "section" },
  { "section", "section" },
  { "sections", "section" },
  { "s.v.", "sub-verbo" },
  { "table", "table" },
  { "v.", "verse" },
  { "verse", "verse" },
  { "vol.", "volume" },
  { "vols.", "volume" },
  { "volume", "volume" },
  { "vv.", "verse" },
};

/* A label that stands here with a value behind it: its term, and how far it reaches */
static const char *
read_label (const char *text,
            gsize      *length)
{
  gsize best = 0;
  const char *label = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gsize n = strlen (labels[i].typed);
      const char *value = text + n;
      gboolean is_sign = (guchar) labels[i].typed[0] >= 0x80;

      if (n <= best || strncmp (text, labels[i].typed, n) != 0)
        continue;
      if (*value != ' ' && !is_sign)
        continue;
      value += strspn (value, " ");
      if (g_str_has_prefix (value, "\xc2\xa0"))
        value += 2;
      if (*value == '\0' || (!g_ascii_isalnum (*value) && *value != '['))
        continue;

      best = n;
      label = labels[i].label;
      *length = value - text;
    }

  return label;
}

static void
clear_part (gpointer data)
{
  CslLocatorPart *part = data;

  g_free (part->before);
  g_free (part->value);
}

/* Where the stretch ends that begins here: at the separator before the next label, or with the text */
static const char *
find_end (const char  *text,
          const char **next_value)
{
  const char *end = text;
  gsize length;

  *next_value = NULL;
  while (*end != '\0')
    {
      const char *next = end + strspn (end, ",; ");

      if (next > end && end > text && read_label (next, &length) != NULL)
        {
          *next_value = next + length;
          return end;
        }
      end = next > end ? next : g_utf8_next_char (end);
    }

  return end;
}

/**
 * csl_locator_parse:
 * @text: a locator as typed
 * @and_term: (nullable): the locale's term `and`
 *
 * Parts a locator at labels that were typed into it. The first stretch is what
 * the style's label speaks of, and its own label goes before the cite's; labels
 * of later stretches stay as typed, in `before`.
 *
 * Returns: (transfer full) (element-type CslLocatorPart): the stretches, one at
 *   least
 */
GArray *
csl_locator_parse (const char *text,
                   const char *and_term)
{
  GArray *parts = g_array_new (FALSE, TRUE, sizeof (CslLocatorPart));
  gsize length = 0;
  const char *before;
  const char *label;

  g_array_set_clear_func (parts, clear_part);

  text += strspn (text, " ");
  before = text;
  label = read_label (text, &length);
  if (label != NULL)
    before = text += length;

  do
    {
      CslLocatorPart part = { .label = label };
      g_autoptr (CslNumber) number = NULL;
      const char *next;
      const char *end = find_end (text, &next);

      part.before = g_strndup (before, text - before);
      part.value = g_strndup (text, end - text);
      if (next == NULL)
        g_strchomp (part.value);
      number = csl_number_parse (part.value, -1, and_term);
      part.is_plural = csl_number_is_plural (number);
      g_array_append_val (parts, part);

      label = NULL;
      before = end;
      text = next;
    }
  while (text != NULL && parts->len < MAX_PARTS);

  if (text != NULL)
    {
      CslLocatorPart rest = { .before = g_strdup (before), .value = g_strdup ("") };

      g_array_append_val (parts, rest);
    }

  return parts;
}

/**
 * csl_locator_parse_label:
 * @label: (nullable): the label that a cite gives its locator
 *
 * Gives the name of a label's term: a page if there is none, and `sub-verbo`
 * for its older spelling with a blank (locator_WorkaroundTestForSubVerbo).
 *
 * Returns: the name
 */
const char *
csl_locator_parse_label (const char *label)
{
  if (label == NULL || *label == '\0')
    return "page";
  if (strcmp (label, "sub verbo") == 0)
    return "sub-verbo";
  return label;
}
