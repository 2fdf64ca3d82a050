/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The element date, in a style's own parts or in the locale's forms, single or
 * as a range: CSL 1.0.2, “Date”.
 */

#include "config.h"

#include "evaluate.h"

#include <string.h>

/* One part as it is to be shown: the layout's, with what the style changed */
typedef struct
{
  CslNode node;
  guint level; /* CslDatePart */
} Part;

typedef struct
{
  CslEval *eval;
  const CslNode *node;
  const CslDate *date;
  const char *delimiter; /* between the parts, of the layout */
  guint n_parts;
  Part parts[16];
} Date;

static gboolean
has_part (const CslDatePoint *point,
          guint               level)
{
  switch (level)
    {
    case CSL_PART_YEAR:
      return point->year != 0;
    case CSL_PART_MONTH:
      return point->month != 0 || point->season != 0;
    case CSL_PART_DAY:
      return point->day != 0;
    case CSL_N_PARTS:
      break;
    }
  return FALSE;
}

static gboolean
differs (const CslDatePoint *a,
         const CslDatePoint *b,
         guint               level)
{
  switch (level)
    {
    case CSL_PART_YEAR:
      return a->year != b->year;
    case CSL_PART_MONTH:
      return a->month != b->month || a->season != b->season;
    case CSL_PART_DAY:
      return a->day != b->day;
    case CSL_N_PARTS:
      break;
    }
  return FALSE;
}

/* A style may change form, case and decoration of a locale's part, but neither
 * its place nor its affixes */
static void
override_part (CslNode       *part,
               const CslNode *change)
{
  if (change->form != CSL_PART_FORM_DEFAULT)
    part->form = change->form;
  if (change->text_case != CSL_TEXT_CASE_NONE)
    part->text_case = change->text_case;
  if (!csl_format_is_empty (change->format))
    part->format = change->format;
  if (change->strip_periods)
    part->strip_periods = TRUE;
  if (change->delimiter != NULL)
    part->delimiter = change->delimiter;
}

static void
gather_parts (Date *self)
{
  const CslDateLayout *layout = self->node->of.date;
  const CslNode *source = self->node;
  guint wanted = ~0u;

  if (layout->form != CSL_DATE_FORM_NONE)
    {
      source = self->eval->locale->dates[layout->form];
      wanted = layout->parts;
      if (source == NULL)
        return;
    }

  self->delimiter = source->delimiter;
  for (guint i = 0; i < source->n_children && self->n_parts < G_N_ELEMENTS (self->parts); i++)
    {
      const CslNode *child = &source->children[i];
      Part *part = &self->parts[self->n_parts];

      if (child->kind != CSL_NODE_DATE_PART || !(wanted & (1u << child->part)))
        continue;
      if (!has_part (&self->date->points[0], child->part) &&
          (self->date->n_points < 2 || !has_part (&self->date->points[1], child->part)))
        continue;

      part->node = *child;
      part->level = child->part;
      if (layout->form != CSL_DATE_FORM_NONE)
        for (guint k = 0; k < self->node->n_children; k++)
          if (self->node->children[k].part == child->part)
            override_part (&part->node, &self->node->children[k]);
      self->n_parts++;
    }
}

static const char *
print (CslEval *self,
       guint    width,
       int      value)
{
  char digits[24];

  g_snprintf (digits, sizeof digits, "%0*d", (int) width, value);
  return csl_arena_strdup (self->arena, digits);
}

static const char *
format_year (CslEval       *self,
             const CslNode *part,
             int            year)
{
  if (part->form == CSL_PART_FORM_SHORT && year > 999)
    return print (self, 2, year % 100);
  return print (self, 1, year < 0 ? -year : year);
}

static CslOut *
new_month (CslEval            *self,
           const CslNode      *part,
           const CslDatePoint *point)
{
  guint term;
  CslTermForm form = part->form == CSL_PART_FORM_SHORT ? CSL_TERM_FORM_SHORT : CSL_TERM_FORM_LONG;

  if (point->season != 0)
    term = CSL_TERM_SEASON_01 + point->season - 1;
  else if (part->form == CSL_PART_FORM_NUMERIC)
    return csl_out_new_text (self->arena, CSL_TAG_NONE, print (self, 1, (int) point->month));
  else if (part->form == CSL_PART_FORM_NUMERIC_LEADING_ZEROS)
    return csl_out_new_text (self->arena, CSL_TAG_NONE, print (self, 2, (int) point->month));
  else
    term = CSL_TERM_MONTH_01 + point->month - 1;
  return csl_eval_new_term (self, CSL_TAG_NONE, csl_locale_get_term (self->locale, term, form, FALSE), (CslTextCase) part->text_case);
}

static const char *
format_day (CslEval            *self,
            const CslNode      *part,
            const CslDatePoint *point)
{
  CslGender gender;

  if (part->form == CSL_PART_FORM_NUMERIC_LEADING_ZEROS)
    return print (self, 2, (int) point->day);
  if (part->form != CSL_PART_FORM_ORDINAL || (self->locale->limit_day_ordinals && point->day > 1))
    return print (self, 1, (int) point->day);

  gender = point->month > 0 ? csl_locale_get_gender (self->locale, CSL_TERM_MONTH_01 + point->month - 1) : CSL_GENDER_NEUTER;
  return csl_arena_concat (self->arena, print (self, 1, (int) point->day),
                           csl_locale_get_ordinal (self->locale, point->day, gender));
}

static CslOut *
new_value (Date               *self,
           const Part         *part,
           const CslDatePoint *point)
{
  CslEval *eval = self->eval;
  CslOut *piece = NULL;

  if (!has_part (point, part->level))
    return NULL;

  switch (part->level)
    {
    case CSL_PART_YEAR:
      piece = csl_eval_new_piece (eval, CSL_TAG_YEAR, format_year (eval, &part->node, point->year), NULL,
                                  (CslTextCase) part->node.text_case);
      break;
    case CSL_PART_MONTH:
      piece = new_month (eval, &part->node, point);
      break;
    case CSL_PART_DAY:
      piece = csl_eval_new_piece (eval, CSL_TAG_NONE, format_day (eval, &part->node, point), NULL,
                                  (CslTextCase) part->node.text_case);
      break;
    case CSL_N_PARTS:
      break;
    }
  if (piece == NULL)
    return NULL;

  csl_out_apply (piece, &part->node);
  piece->format = csl_format_drop_normal (piece->format);
  piece->delimiter = NULL;
  return piece;
}

/* Letters after a year tell works of one year apart; where the style does not place
 * them they follow the first year printed, but not that of a visit: fixture
 * disambiguate_SkipAccessedYearSuffix */
static void
append_year_suffix (Date   *self,
                    CslOut *year)
{
  CslEval *eval = self->eval;
  const char *letters;
  CslOut *piece;
  CslOut *digits;

  if (eval->has_year_suffix || self->node->variable == CSL_VARIABLE_ACCESSED ||
      (eval->style->sections[eval->area].uses & CSL_USES_YEAR_SUFFIX))
    return;

  letters = csl_eval_get_year_suffix (eval);
  if (letters == NULL)
    return;

  digits = csl_out_new_text (eval->arena, CSL_TAG_NONE, "");
  *digits = *year;
  digits->prefix = digits->suffix = NULL;
  digits->next = NULL;
  digits->tag = CSL_TAG_NONE;
  piece = csl_out_new_text (eval->arena, CSL_TAG_YEAR_SUFFIX, letters);
  piece->number = eval->facts->year_suffix;
  piece->format = year->format;
  year->kind = CSL_OUT_GROUP;
  year->format = (CslFormat) { 0 };
  year->strip_periods = FALSE;
  csl_out_append (year, digits);
  csl_out_append (year, piece);
  eval->has_year_suffix = TRUE;
}

/* “BC” stands behind the year and all that the style puts around that: measured with
 * the reference engine */
static void
append_era (Date               *self,
            const CslDatePoint *point,
            CslOut             *out)
{
  const char *era = NULL;

  if (point->year < 0)
    era = csl_locale_get_text (self->eval->locale, CSL_TERM_BC);
  else if (point->year < 500)
    era = csl_locale_get_text (self->eval->locale, CSL_TERM_AD);
  if (era != NULL && *era != '\0')
    csl_out_append (out, csl_out_new_text (self->eval->arena, CSL_TAG_NONE, era));
}

static void
append_part (Date               *self,
             const Part         *part,
             const CslDatePoint *point,
             gboolean            drop_prefix,
             gboolean            drop_suffix,
             gboolean            is_last_point,
             CslOut             *out)
{
  CslOut *piece = new_value (self, part, point);
  CslOut *group;

  if (piece == NULL)
    return;
  if (drop_prefix)
    piece->prefix = NULL;
  if (drop_suffix)
    piece->suffix = NULL;
  if (part->level == CSL_PART_YEAR && is_last_point)
    append_year_suffix (self, piece);
  if (part->level != CSL_PART_YEAR || point->year >= 500)
    {
      csl_out_append (out, piece);
      return;
    }
  group = csl_out_new_group (self->eval->arena, CSL_TAG_NONE);
  csl_out_append (group, piece);
  append_era (self, point, group);
  csl_out_append (out, group);
}

static void
append_single (Date               *self,
               const CslDatePoint *point,
               CslOut             *out)
{
  for (guint i = 0; i < self->n_parts; i++)
    append_part (self, &self->parts[i], point, FALSE, FALSE, TRUE, out);
}

/* Both ends of a range from the part that differs down, with a dash between that
 * takes the place of the affixes there */
static CslOut *
new_ends (Date       *self,
          guint       first,
          guint       last,
          guint       level,
          const char *delimiter)
{
  const CslDatePoint *from = &self->date->points[0];
  const CslDatePoint *to = &self->date->points[1];
  CslOut *ends = csl_out_new_group (self->eval->arena, CSL_TAG_NONE);
  CslOut *start = csl_out_new_group (self->eval->arena, CSL_TAG_NONE);
  CslOut *end = csl_out_new_group (self->eval->arena, CSL_TAG_NONE);
  guint begin = first;
  guint stop = last;

  start->delimiter = end->delimiter = self->delimiter;
  while (stop > first && !has_part (from, self->parts[stop].level))
    stop--;
  for (guint i = first; i <= stop; i++)
    append_part (self, &self->parts[i], from, FALSE, i == stop, self->parts[i].level < level, start);
  while (begin < last && !has_part (to, self->parts[begin].level))
    begin++;
  for (guint i = begin; i <= last; i++)
    append_part (self, &self->parts[i], to, i == begin, FALSE, TRUE, end);

  csl_out_append (ends, start);
  csl_out_append (ends, csl_out_new_text (self->eval->arena, CSL_TAG_NONE, delimiter != NULL ? delimiter : "–"));
  csl_out_append (ends, end);
  return ends;
}

/* The largest part that differs decides: what is above it is printed once */
static void
append_range (Date   *self,
              CslOut *out)
{
  const CslDatePoint *from = &self->date->points[0];
  const CslDatePoint *to = &self->date->points[1];
  guint level = CSL_N_PARTS;
  guint first = self->n_parts;
  guint last = 0;
  const char *delimiter = NULL;

  for (guint i = 0; i < self->n_parts; i++)
    if (self->parts[i].level < level && differs (from, to, self->parts[i].level))
      {
        level = self->parts[i].level;
        delimiter = self->parts[i].node.delimiter;
      }
  if (level == CSL_N_PARTS)
    {
      append_single (self, from, out);
      return;
    }

  for (guint i = 0; i < self->n_parts; i++)
    if (self->parts[i].level >= level)
      {
        first = MIN (first, i);
        last = i;
      }

  for (guint i = 0; i < first; i++)
    append_part (self, &self->parts[i], from, FALSE, FALSE, TRUE, out);
  csl_out_append (out, new_ends (self, first, last, level, delimiter));
  for (guint i = last + 1; i < self->n_parts; i++)
    append_part (self, &self->parts[i], from, FALSE, FALSE, TRUE, out);
}

static void
append_open_range (Date   *self,
                   CslOut *out)
{
  const char *delimiter = NULL;

  append_single (self, &self->date->points[0], out);
  for (guint i = 0; i < self->n_parts; i++)
    if (self->parts[i].level == CSL_PART_YEAR)
      delimiter = self->parts[i].node.delimiter;
  csl_out_append (out, csl_out_new_text (self->eval->arena, CSL_TAG_NONE, delimiter != NULL ? delimiter : "–"));
}

/* Words stand where the year would */
static gboolean
shows_year (const Date *self)
{
  const CslNode *node = self->node;

  if (node->of.date->form != CSL_DATE_FORM_NONE)
    return (node->of.date->parts & (1u << CSL_PART_YEAR)) != 0;
  for (guint i = 0; i < node->n_children; i++)
    if (node->children[i].part == CSL_PART_YEAR)
      return TRUE;
  return node->n_children == 0;
}

/* Words look as the year would */
static const CslNode *
find_year (CslEval       *self,
           const CslNode *node)
{
  const CslNode *source = node->of.date->form == CSL_DATE_FORM_NONE ? node : self->locale->dates[node->of.date->form];

  for (guint i = 0; source != NULL && i < source->n_children; i++)
    if (source->children[i].part == CSL_PART_YEAR)
      return &source->children[i];
  return NULL;
}

static guint
append_literal (CslEval       *self,
                const CslNode *node,
                const char    *literal,
                CslOut        *out)
{
  CslOut *piece = csl_eval_new_piece (self, CSL_TAG_YEAR, literal, NULL, (CslTextCase) node->text_case);
  const CslNode *year = find_year (self, node);
  CslOut *group = csl_out_new_node (self->arena, CSL_TAG_DATE, node);

  group->number = node->variable;
  if (year != NULL)
    {
      piece->format = year->format;
      piece->prefix = year->prefix;
      piece->suffix = year->suffix;
    }
  csl_out_append (group, piece);
  csl_out_append (out, group);
  csl_eval_mark_printed (self, (CslVariable) node->variable);
  return CSL_GROUP_CALLED | CSL_GROUP_PRINTED;
}

/* What a sort compares: the parts that are shown, the greatest first, whatever
 * their order in the text; those that are missing count as nothing */
static const char *
format_sort_key (Date *self)
{
  GString *key = g_string_new (NULL);
  gboolean shown[CSL_N_PARTS] = { FALSE };

  for (guint i = 0; i < self->n_parts; i++)
    shown[self->parts[i].level] = TRUE;
  for (guint i = 0; i < self->date->n_points; i++)
    {
      const CslDatePoint *point = &self->date->points[i];
      guint month = point->season != 0 ? point->season * 3 : point->month;

      if (i > 0)
        g_string_append_c (key, '/');
      if (shown[CSL_PART_YEAR])
        g_string_append_printf (key, point->year < 0 ? "-%04d" : "%04d", point->year < 0 ? 10000 + point->year : point->year);
      g_string_append_printf (key, "%02u%02u", shown[CSL_PART_MONTH] ? month : 0, shown[CSL_PART_DAY] ? point->day : 0);
    }
  return csl_arena_take (self->eval->arena, g_string_free (key, FALSE));
}

/* Nor is anything that is as usual said of a date in the locale's form: measured with the
 * reference engine */
static void
drop_normal (CslOut *date)
{
  date->format = csl_format_drop_normal (date->format);
  if (date->format.decoration == CSL_DECORATION_NONE)
    date->format.decoration = CSL_DECORATION_UNSET;
  if (date->format.align == CSL_ALIGN_BASELINE)
    date->format.align = CSL_ALIGN_UNSET;
}

/**
 * csl_eval_date:
 * @self: an evaluation
 * @node: an element `date`
 * @out: the group that takes what it prints
 *
 * Evaluates a date. One without any part that the style shows is none.
 *
 * Returns: bits of `CslGroupState`
 */
guint
csl_eval_date (CslEval       *self,
               const CslNode *node,
               CslOut        *out)
{
  CslVariable variable = (CslVariable) node->variable;
  Date date;
  CslOut *group;

  if (csl_eval_is_suppressed (self, variable))
    return CSL_GROUP_CALLED;

  date.eval = self;
  date.node = node;
  date.n_parts = 0;
  date.delimiter = NULL;
  date.date = csl_item_get_date (self->item, variable);
  if (date.date == NULL)
    return CSL_GROUP_CALLED;
  if (date.date->literal != NULL && (self->is_sorting || !shows_year (&date)))
    return CSL_GROUP_CALLED;
  if (date.date->literal != NULL)
    return append_literal (self, node, date.date->literal, out);
  if (date.date->n_points == 0)
    return CSL_GROUP_CALLED;

  gather_parts (&date);
  group = csl_out_new_group (self->arena, CSL_TAG_DATE);
  if (self->is_sorting && date.n_parts > 0)
    csl_out_append (group, csl_out_new_text (self->arena, CSL_TAG_NONE, format_sort_key (&date)));
  else if (date.date->is_open)
    append_open_range (&date, group);
  else if (date.date->n_points > 1)
    append_range (&date, group);
  else
    append_single (&date, &date.date->points[0], group);
  if (csl_out_is_empty (group))
    return CSL_GROUP_CALLED;

  if (!self->is_sorting)
    csl_out_apply (group, node);
  if (node->of.date->form != CSL_DATE_FORM_NONE)
    drop_normal (group);
  group->delimiter = node->of.date->form == CSL_DATE_FORM_NONE ? node->delimiter : date.delimiter;
  group->number = variable;
  csl_eval_apply_case (self, group, (CslTextCase) node->text_case);
  csl_out_append (out, group);
  csl_eval_mark_printed (self, variable);
  return CSL_GROUP_CALLED | CSL_GROUP_PRINTED;
}
