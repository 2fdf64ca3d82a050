/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Strings become ICU sort keys in the style's language; dates and numbers become
 * digits that compare as text: CSL 1.0.2, “Sorting”. What decides beyond that is
 * in the fixtures sort_*.
 */

#include "config.h"

#include "sort.h"

#include "finish.h"
#include "icu.h"

#include <string.h>

#define MAX_KEY_BYTES 4096

struct _CslSorter
{
  /* Borrowed */
  const CslStyle *style;
  const CslLocale *locale;

  /* Owned; collator is NULL if ICU has no data: then bytes are compared */
  UCollator *collator;
  gboolean has_asked; /* for the collator, which most documents, of one work, never need */
  CslArena *scratch;
  GString *text;
};

/**
 * csl_sorter_new:
 * @style: whose keys; outlives the sorter
 * @locale: whose alphabet; outlives the sorter
 *
 * Makes what turns items into sort keys. It belongs to one thread.
 *
 * Returns: (transfer full): the sorter
 */
CslSorter *
csl_sorter_new (const CslStyle  *style,
                const CslLocale *locale)
{
  CslSorter *self = g_new0 (CslSorter, 1);

  self->style = style;
  self->locale = locale;
  self->scratch = csl_arena_new ();
  self->text = g_string_new (NULL);
  return self;
}

/**
 * csl_sorter_free:
 * @self: (transfer full) (nullable): a sorter
 *
 * Frees a sorter.
 */
void
csl_sorter_free (CslSorter *self)
{
  if (self == NULL)
    return;

  if (self->collator != NULL)
    offprint_icu_i18n ()->ucol_close (self->collator);
  csl_arena_free (self->scratch);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static gboolean
is_ignored (gunichar c)
{
  return c == ',' || c == ';' || c == ':' || c == '.' || c == '!' || c == '?' || c == '"' || c == '\'' || c == '(' || c == ')' || c == '[' || c == ']' || c == '{' || c == '}' || c == 0x2018 || c == 0x2019 || c == 0x201c ||
         c == 0x201d || c == 0x201e || c == 0x201a || c == 0xab || c == 0xbb || c == 0x2039 || c == 0x203a;
}

/* Quotation marks and brackets do not count: fixture sort_Quotes */
static void
drop_ignored (GString *text)
{
  gsize kept = 0;

  for (const char *c = text->str; *c != '\0';)
    {
      const char *next = g_utf8_next_char (c);

      if (!is_ignored (g_utf8_get_char (c)))
        {
          memmove (text->str + kept, c, (gsize) (next - c));
          kept += (gsize) (next - c);
        }
      c = next;
    }
  g_string_truncate (text, kept);
}

/* Between dates no blank counts. One that stands first elsewhere does, and brings its key before all
 * others; a no-break space does not: measured with the reference engine */
static void
drop_blanks (GString  *text,
             gboolean  is_dated)
{
  if (is_dated)
    g_string_replace (text, " ", "", 0);
  while (g_str_has_prefix (text->str, "\xc2\xa0"))
    g_string_erase (text, 0, strlen ("\xc2\xa0"));
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
}

static void
append_date (GString       *text,
             const CslDate *date)
{
  /* Words have no place among dates: measured with the reference engine */
  if (date == NULL || date->literal != NULL)
    return;

  for (guint i = 0; i < date->n_points; i++)
    {
      const CslDatePoint *point = &date->points[i];
      guint month = point->season != 0 ? point->season * 3 : point->month;

      g_string_append_printf (text, point->year < 0 ? "-%04d%02u%02u" : "%04d%02u%02u",
                              point->year < 0 ? 10000 + point->year : point->year, month, point->day);
    }
}

static void
append_names (CslSorter   *self,
              CslItem     *item,
              CslVariable  variable)
{
  guint n_names;
  const CslName *names = csl_item_get_names (item, variable, &n_names);

  for (guint i = 0; i < n_names && names != NULL; i++)
    {
      const CslName *name = &names[i];
      const char *parts[5] = { name->family, name->given, name->dropping_particle, name->non_dropping_particle, name->suffix };

      if (self->style->demote == CSL_DEMOTE_NEVER)
        {
          parts[0] = name->non_dropping_particle;
          parts[1] = name->family;
          parts[2] = name->given;
          parts[3] = name->dropping_particle;
        }
      if (i > 0)
        g_string_append (self->text, ", ");
      if (name->literal != NULL)
        g_string_append (self->text, name->literal);
      else
        for (guint k = 0; k < G_N_ELEMENTS (parts); k++)
          if (parts[k] != NULL)
            {
              if (self->text->len > 0 && self->text->str[self->text->len - 1] != ' ')
                g_string_append_c (self->text, ' ');
              g_string_append (self->text, parts[k]);
            }
    }
}

static void
append_number (GString    *text,
               const char *number)
{
  for (const char *c = number; *c != '\0';)
    {
      gsize digits = strspn (c, "0123456789");

      for (gsize i = digits; digits > 0 && i < 10; i++)
        g_string_append_c (text, '0');
      g_string_append_len (text, c, (gssize) MAX (digits, 1));
      c += MAX (digits, 1);
    }
}

static void
append_variable (CslSorter          *self,
                 CslItem            *item,
                 const CslItemFacts *facts,
                 CslVariable         variable)
{
  const char *text;

  if (variable == CSL_VARIABLE_CITATION_NUMBER)
    {
      if (facts != NULL)
        g_string_append_printf (self->text, "%010u", facts->citation_number);
      return;
    }

  if (variable == CSL_VARIABLE_CITATION_LABEL && !csl_item_has (item, variable))
    {
      g_autofree char *label = csl_item_make_label (item);

      if (label != NULL)
        g_string_append (self->text, label);
      return;
    }

  switch (csl_variable_get_kind (variable))
    {
    case CSL_VARIABLE_KIND_DATE:
      append_date (self->text, csl_item_get_date (item, variable));
      break;
    case CSL_VARIABLE_KIND_NAMES:
      append_names (self, item, variable);
      break;
    case CSL_VARIABLE_KIND_NUMBER:
      text = csl_item_get_text (item, variable);
      if (text != NULL)
        append_number (self->text, text);
      break;
    case CSL_VARIABLE_KIND_TEXT:
    case CSL_VARIABLE_KIND_NONE:
      if (csl_item_has (item, variable))
        {
          g_autofree char *plain = csl_rich_field_dup_plain (csl_item_get_rich (item, variable));

          g_string_append (self->text, plain);
        }
      break;
    }
}

static void
append_macro (CslSorter          *self,
              CslArea             area,
              CslItem            *item,
              const CslItemFacts *facts,
              const CslNode      *node)
{
  CslAtoms atoms = { 0 };
  CslOut *out = csl_out_new_group (self->scratch, CSL_TAG_NONE);
  CslEval eval = {
    .arena = self->scratch,
    .style = self->style,
    .locale = self->locale,
    .item = item,
    .facts = facts,
    .area = area,
    .key = node->of.key,
    .is_sorting = TRUE,
  };

  csl_eval_nodes (&eval, node->children, node->n_children, out);

  csl_finish (self->scratch, self->locale, out, &atoms);
  csl_write_text (&atoms, self->text);
}

/* Digits count as numbers, so that those whose key has more parts come later: measured
 * with the reference engine */
static void
pad_date (GString *text)
{
  static const char zeros[] = "000000000000000000000000000000000000000000000000";
  gsize length = strspn (text->str, "0123456789");

  if (length > 0 && length < strlen (zeros))
    g_string_prepend_len (text, zeros, (gssize) (strlen (zeros) - length));
}

static gboolean
is_dated (const CslNode *key)
{
  return key->n_children > 0 && key->children[0].kind == CSL_NODE_TEXT_MACRO && key->children[0].of.macro->has_date;
}

static const guint8 *
collate (CslSorter *self,
         CslArena  *arena,
         gboolean   is_dated,
         guint     *length)
{
  UChar wide[MAX_KEY_BYTES];
  guint8 bytes[MAX_KEY_BYTES];
  int32_t n_wide = 0;
  int32_t n_bytes;
  UErrorCode status = U_ZERO_ERROR;

  drop_ignored (self->text);
  drop_blanks (self->text, is_dated);
  if (is_dated)
    pad_date (self->text);
  *length = (guint) self->text->len;
  if (self->text->len == 0)
    return NULL;
  if (!self->has_asked)
    {
      UErrorCode opened = U_ZERO_ERROR;

      self->has_asked = TRUE;
      self->collator = offprint_icu_i18n ()->ucol_open (self->locale->tag, &opened);
    }
  if (self->collator == NULL)
    return csl_arena_copy (arena, self->text->str, self->text->len);

  offprint_icu_common ()->u_strFromUTF8Lenient (wide, G_N_ELEMENTS (wide), &n_wide, self->text->str,
                                                (int32_t) MIN (self->text->len, G_N_ELEMENTS (wide)), &status);
  n_wide = MIN (n_wide, (int32_t) G_N_ELEMENTS (wide));
  n_bytes = offprint_icu_i18n ()->ucol_getSortKey (self->collator, wide, n_wide, bytes, (int32_t) sizeof bytes);
  *length = MIN ((guint) n_bytes, (guint) sizeof bytes);
  return csl_arena_copy (arena, bytes, *length);
}

/* In a citation that collapses, but not of numbers, an empty key stands where the word
 * “undefined” would: measured with the reference engine, which is written in JavaScript */
static gboolean
is_of_names (const CslNode *key)
{
  return key->n_children > 0 || csl_variable_get_kind ((CslVariable) key->variable) == CSL_VARIABLE_KIND_NAMES;
}

/**
 * csl_sorter_start_keys:
 * @self: a sorter
 * @arena: where the keys are to live
 * @area: whose keys
 * @item: the item; lives until its keys are no more compared
 * @facts: (nullable): what is settled about it: its citation number
 * @keys: takes the keys, none of which is made yet
 *
 * Prepares the sort keys of one item.
 */
void
csl_sorter_start_keys (CslSorter          *self,
                       CslArena           *arena,
                       CslArea             area,
                       CslItem            *item,
                       const CslItemFacts *facts,
                       CslSortKeys        *keys)
{
  keys->n_keys = self->style->sections[area].n_keys;
  keys->item = item;
  keys->facts = facts;
  keys->lengths = csl_arena_new_array (arena, guint, keys->n_keys);
  keys->keys = csl_arena_new_array (arena, const guint8 *, keys->n_keys);
  for (guint i = 0; i < keys->n_keys; i++)
    keys->lengths[i] = CSL_SORT_KEY_UNMADE;
}

static void
make_key (CslSorter         *self,
          CslArena          *arena,
          CslArea            area,
          const CslSortKeys *keys,
          guint              index)
{
  const CslSection *section = &self->style->sections[area];
  const CslNode *node = &section->keys[index];
  gboolean has_word = area == CSL_AREA_CITATION && self->style->collapse != CSL_COLLAPSE_NONE &&
                      !(section->uses & CSL_USES_CITATION_NUMBER);

  g_string_truncate (self->text, 0);
  if (node->n_children > 0)
    append_macro (self, area, keys->item, keys->facts, node);
  else
    append_variable (self, keys->item, keys->facts, (CslVariable) node->variable);
  if (has_word && self->text->len == 0 && is_of_names (node))
    g_string_append (self->text, "undefined");
  keys->keys[index] = collate (self, arena, is_dated (node), &keys->lengths[index]);
  csl_arena_reset (self->scratch);
}

/* Within a citation numbers always rise: measured with the reference engine */
static gboolean
is_descending (CslArea        area,
               const CslNode *key)
{
  return key->of.key->is_descending && (area == CSL_AREA_BIBLIOGRAPHY || key->variable != CSL_VARIABLE_CITATION_NUMBER);
}

/**
 * csl_sorter_compare:
 * @self: a sorter
 * @arena: where the keys live
 * @area: whose keys
 * @a: keys of an item
 * @b: keys of another
 *
 * Compares two items by their keys, which are made as far as they are needed: most are
 * told apart by the first. Empty keys come last, whichever the direction.
 *
 * Returns: less than, equal to, or more than 0
 */
int
csl_sorter_compare (CslSorter         *self,
                    CslArena          *arena,
                    CslArea            area,
                    const CslSortKeys *a,
                    const CslSortKeys *b)
{
  const CslSection *section = &self->style->sections[area];

  for (guint i = 0; i < a->n_keys; i++)
    {
      int order;

      if (a->lengths[i] == CSL_SORT_KEY_UNMADE)
        make_key (self, arena, area, a, i);
      if (b->lengths[i] == CSL_SORT_KEY_UNMADE)
        make_key (self, arena, area, b, i);
      if (a->lengths[i] == 0 || b->lengths[i] == 0)
        {
          if (a->lengths[i] == b->lengths[i])
            continue;
          return a->lengths[i] == 0 ? 1 : -1;
        }
      order = memcmp (a->keys[i], b->keys[i], MIN (a->lengths[i], b->lengths[i]));
      if (order == 0)
        order = (a->lengths[i] > b->lengths[i]) - (a->lengths[i] < b->lengths[i]);
      if (order != 0)
        return is_descending (area, &section->keys[i]) ? -order : order;
    }
  return 0;
}
