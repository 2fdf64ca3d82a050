/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The label of an item that brings none: letters of its people's names and two
 * digits of its year, as the styles of label kind print them. CSL leaves their
 * shape to the program; ours is the one of the fixtures disambiguate_Trigraph
 * and disambiguate_CitationLabel*.
 */

#include "config.h"

#include "item.h"

/* Names that give letters, and letters in all */
#define MAX_NAMES   4
#define MAX_LETTERS 4

/* The first letters of a text, the first one large and the others small; marks and blanks do not count */
static void
append_letters (GString    *label,
                const char *text,
                guint       n_letters)
{
  guint n = 0;

  for (const char *p = text; *p != '\0' && n < n_letters; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c))
        {
          g_string_append_unichar (label, n == 0 ? g_unichar_toupper (c) : g_unichar_tolower (c));
          n++;
        }
    }
}

static const char *
get_main_part (const CslName *name)
{
  if (name->literal != NULL)
    return name->literal;
  if (name->family != NULL)
    return name->family;
  return name->given != NULL ? name->given : "";
}

/* Four of one name, two and two, two and one and one, one of each of four */
static void
append_names (GString       *label,
              const CslName *names,
              guint          n_names)
{
  static const guint letters[MAX_NAMES][MAX_NAMES] = {
    { MAX_LETTERS, 0, 0, 0 },
    { 2, 2, 0, 0 },
    { 2, 1, 1, 0 },
    { 1, 1, 1, 1 },
  };
  guint n = MIN (n_names, MAX_NAMES);

  for (guint i = 0; i < n; i++)
    append_letters (label, get_main_part (&names[i]), letters[n - 1][i]);
}

/* Authors, else editors, else whoever comes first */
static const CslName *
find_names (CslItem *self,
            guint   *n_names)
{
  static const CslVariable first[] = { CSL_VARIABLE_AUTHOR, CSL_VARIABLE_EDITOR, CSL_VARIABLE_TRANSLATOR };
  const CslName *names = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (first) && names == NULL; i++)
    names = csl_item_get_names (self, first[i], n_names);
  for (guint i = CSL_VARIABLE_NONE + 1; i < CSL_N_VARIABLES && names == NULL; i++)
    names = csl_item_get_names (self, (CslVariable) i, n_names);

  return names;
}

/**
 * csl_item_make_label:
 * @self: an item
 *
 * Makes a label for an item: “Doe65”, “RoNo78”, “BaMS04”.
 *
 * Without people the title gives the letters, without a year it ends in 00.
 *
 * Returns: (transfer full): the label
 */
char *
csl_item_make_label (CslItem *self)
{
  GString *label = g_string_new (NULL);
  const CslDate *date = csl_item_get_date (self, CSL_VARIABLE_ISSUED);
  const char *title = csl_item_get_text (self, CSL_VARIABLE_TITLE);
  guint n_names = 0;
  const CslName *names = find_names (self, &n_names);

  if (names != NULL)
    append_names (label, names, n_names);
  else if (title != NULL)
    append_letters (label, title, MAX_LETTERS);
  g_string_append_printf (label, "%02d", date != NULL && date->n_points > 0 ? ABS (date->points[0].year) % 100 : 0);

  return g_string_free_and_steal (label);
}
