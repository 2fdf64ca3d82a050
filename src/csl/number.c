/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Number variables hold what people write: the text is cut at commas, dashes and
 * ands, and what is between is a number if it is digits with letters around, or
 * a roman numeral in small letters. CSL 1.0.2, “Choose” (is-numeric) and
 * “Number”; where they are silent, the fixtures number_* and label_Plural*.
 */

#include "config.h"

#include "number.h"

#include <string.h>

/* Parts of one number; what comes after is one text */
#define MAX_PARTS 2000

struct _CslNumber
{
  /* Owned */
  char *text;
  GArray *parts;

  gboolean is_numeric;
  gboolean is_plural;
};

/* "3", "2nd", "D2", "3/4", "xii", but nothing with a blank or point in it */
static gboolean
is_number (const char *text,
           gsize       length)
{
  gboolean has_digit = FALSE;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_ascii_isdigit (*p))
        has_digit = TRUE;
      else if (!g_unichar_isalnum (c) && !(c == '/' && has_digit) && c != 0x00BA && c != 0x00AA && c != 0x00B0)
        return FALSE;
    }

  return has_digit || csl_number_is_roman (text, length);
}

/* Bytes of what parts two numbers at this place, and its kind; 0: nothing does */
static gsize
read_separator (const char        *text,
                CslNumberPartKind *kind)
{
  static const struct
  {
    const char *text;
    CslNumberPartKind kind;
  } separators[] = {
    { "\\-", CSL_NUMBER_PART_HYPHEN },
    { "--", CSL_NUMBER_PART_RANGE },
    { "-", CSL_NUMBER_PART_RANGE },
    { "–", CSL_NUMBER_PART_RANGE },
    { "‒", CSL_NUMBER_PART_RANGE },
    { "‑", CSL_NUMBER_PART_RANGE },
    { "‐", CSL_NUMBER_PART_RANGE },
    { ",", CSL_NUMBER_PART_COMMA },
    { "&", CSL_NUMBER_PART_AND },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      if (g_str_has_prefix (text, separators[i].text))
        {
          *kind = separators[i].kind;
          return strlen (separators[i].text);
        }
    }

  return 0;
}

/* Whether the word that begins here is "and", in English or the locale's language */
static gsize
read_and (const char *text,
          const char *start,
          const char *and_term)
{
  const char *terms[] = { and_term, "and" };

  if (text > start && text[-1] != ' ')
    return 0;

  for (gsize i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      gsize length = terms[i] != NULL ? strlen (terms[i]) : 0;

      if (length > 0 && strncmp (text, terms[i], length) == 0 && text[length] == ' ')
        return length;
    }

  return 0;
}

static void
add_part (CslNumber         *self,
          CslNumberPartKind  kind,
          const char        *start,
          const char        *end)
{
  CslNumberPart part = { .kind = kind };
  gsize n_digits;

  while (start < end && *start == ' ')
    start++;
  while (end > start && end[-1] == ' ')
    end--;
  if (start == end)
    return;

  part.text = start;
  part.length = end - start;
  if (kind == CSL_NUMBER_PART_TEXT && is_number (start, end - start))
    {
      part.kind = CSL_NUMBER_PART_NUMBER;
      n_digits = strspn (start, "0123456789");
      if (n_digits == part.length && n_digits <= 9 && *start != '0')
        {
          part.is_plain = TRUE;
          part.value = (guint) g_ascii_strtoull (start, NULL, 10);
        }
    }

  g_array_append_val (self->parts, part);
}

static gboolean
begins_with_digit (const CslNumberPart *part)
{
  return part->kind == CSL_NUMBER_PART_NUMBER || (part->length > 0 && g_ascii_isdigit (*part->text));
}

/* Numbers and separators in turn are numeric; two numbers that one joins are plural */
static void
judge (CslNumber *self)
{
  gboolean has_number = FALSE;
  gboolean is_joined = FALSE;
  gboolean is_range = FALSE;
  gboolean is_word = FALSE; /* “TR-18-3” is one name, not the range from 18 to 3 */

  self->is_numeric = self->parts->len > 0;
  for (guint i = 0; i < self->parts->len; i++)
    {
      const CslNumberPart *part = &g_array_index (self->parts, CslNumberPart, i);

      switch (part->kind)
        {
        case CSL_NUMBER_PART_NUMBER:
        case CSL_NUMBER_PART_TEXT:
          if (part->kind == CSL_NUMBER_PART_TEXT)
            self->is_numeric = FALSE;
          if (has_number && is_joined && (part->kind == CSL_NUMBER_PART_NUMBER || (is_range && begins_with_digit (part))))
            self->is_plural = TRUE;
          is_word = part->kind == CSL_NUMBER_PART_TEXT || (is_word && is_range);
          has_number = !is_word;
          is_joined = is_range = FALSE;
          break;

        case CSL_NUMBER_PART_RANGE:
        case CSL_NUMBER_PART_COMMA:
        case CSL_NUMBER_PART_AND:
        case CSL_NUMBER_PART_HYPHEN:
          if (!has_number || i + 1 == self->parts->len)
            self->is_numeric = FALSE;
          /* Of two separators in a row only “, and” makes sense */
          if (is_joined && part->kind != CSL_NUMBER_PART_AND)
            self->is_numeric = FALSE;
          is_joined = part->kind != CSL_NUMBER_PART_HYPHEN;
          is_range = part->kind == CSL_NUMBER_PART_RANGE;
          break;
        }
    }
}

/**
 * csl_number_parse:
 * @text: the content of a number variable; need not end in a nul
 * @length: bytes in @text, or -1 if it ends in a nul
 * @and_term: (nullable): the locale's term `and`, which joins numbers as the
 *   English one does
 *
 * Takes a number variable apart.
 *
 * Returns: (transfer full): the number
 */
CslNumber *
csl_number_parse (const char *text,
                  gssize      length,
                  const char *and_term)
{
  CslNumber *self = g_new0 (CslNumber, 1);
  const char *start;
  const char *p;

  self->text = length < 0 ? g_strdup (text) : g_strndup (text, length);
  self->parts = g_array_new (FALSE, FALSE, sizeof (CslNumberPart));

  start = p = self->text;
  while (*p != '\0' && self->parts->len < MAX_PARTS)
    {
      CslNumberPartKind kind = CSL_NUMBER_PART_AND;
      gsize size = read_separator (p, &kind);

      if (size == 0)
        size = read_and (p, self->text, and_term);
      if (size == 0)
        {
          p = g_utf8_next_char (p);
          continue;
        }

      add_part (self, CSL_NUMBER_PART_TEXT, start, p);
      add_part (self, kind, p, p + size);
      p += size;
      start = p;
    }
  add_part (self, CSL_NUMBER_PART_TEXT, start, start + strlen (start));
  judge (self);

  return self;
}

/**
 * csl_number_free:
 * @self: (transfer full): a number
 *
 * Frees a number.
 */
void
csl_number_free (CslNumber *self)
{
  g_free (self->text);
  g_array_unref (self->parts);
  g_free (self);
}

/**
 * csl_number_get_parts:
 * @self: a number
 * @n_parts: (out): how many there are
 *
 * Gets the parts in their order.
 *
 * Returns: (array length=n_parts): the parts; live as long as @self
 */
const CslNumberPart *
csl_number_get_parts (const CslNumber *self,
                      guint           *n_parts)
{
  *n_parts = self->parts->len;
  return (const CslNumberPart *) (gpointer) self->parts->data;
}

/**
 * csl_number_is_numeric:
 * @self: a number
 *
 * Says whether the content is numbers alone, single, in lists or in ranges: the
 * condition `is-numeric` of CSL 1.0.2, “Choose”.
 *
 * Returns: whether it is
 */
gboolean
csl_number_is_numeric (const CslNumber *self)
{
  return self->is_numeric;
}

/**
 * csl_number_is_plural:
 * @self: a number
 *
 * Says whether a label before the content is to be in the plural: CSL 1.0.2,
 * “Label”. A hyphen escaped as “\-” does not make it so.
 *
 * Returns: whether there are several numbers
 */
gboolean
csl_number_is_plural (const CslNumber *self)
{
  return self->is_plural;
}

static char *
unescape (const char *text)
{
  GString *out = g_string_new (text);

  g_string_replace (out, "\\-", "-", 0);
  return g_string_free_and_steal (out);
}

static void
append_number (GString              *out,
               const CslNumberPart  *part,
               CslNumberForm         form,
               CslNumberOrdinalFunc  ordinal,
               gpointer              user_data)
{
  g_autofree char *text = NULL;

  if (part->is_plain)
    {
      switch (form)
        {
        case CSL_NUMBER_FORM_NUMERIC:
          break;

        case CSL_NUMBER_FORM_ORDINAL:
        case CSL_NUMBER_FORM_LONG_ORDINAL:
          text = ordinal != NULL ? ordinal (part->value, form, user_data) : NULL;
          break;

        case CSL_NUMBER_FORM_ROMAN:
          text = csl_number_format_roman (part->value);
          break;
        }
    }

  if (text != NULL)
    g_string_append (out, text);
  else
    g_string_append_len (out, part->text, part->length);
}

static gsize
count_letters (const CslNumberPart *part)
{
  gsize n = 0;

  while (n < part->length && !g_ascii_isdigit (part->text[n]))
    n++;
  return n;
}

/* "S12-15" keeps its hyphen, for the two are not alike: page_Expand */
static gboolean
is_range (GArray *parts,
          guint   index)
{
  const CslNumberPart *first;
  const CslNumberPart *last;
  gsize n;

  if (index == 0 || index + 1 >= parts->len)
    return FALSE;

  /* "2023-08-28" is no range */
  if ((index > 1 && g_array_index (parts, CslNumberPart, index - 2).kind == CSL_NUMBER_PART_RANGE) ||
      (index + 2 < parts->len && g_array_index (parts, CslNumberPart, index + 2).kind == CSL_NUMBER_PART_RANGE))
    return FALSE;

  first = &g_array_index (parts, CslNumberPart, index - 1);
  last = &g_array_index (parts, CslNumberPart, index + 1);
  n = count_letters (first);
  if (n == first->length || count_letters (last) == last->length)
    return TRUE;
  return n == count_letters (last) && memcmp (first->text, last->text, n) == 0;
}

static void
append_separator (GString    *out,
                  GArray     *parts,
                  guint       index,
                  const char *range_delimiter,
                  const char *and_symbol)
{
  const CslNumberPart *part = &g_array_index (parts, CslNumberPart, index);
  gboolean has_and_next = index + 1 < parts->len &&
                          g_array_index (parts, CslNumberPart, index + 1).kind == CSL_NUMBER_PART_AND;

  switch (part->kind)
    {
    case CSL_NUMBER_PART_RANGE:
      /* A dash that was typed as such is kept, a hyphen is whatever the locale joins ranges with */
      if (!is_range (parts, index))
        g_string_append_c (out, '-');
      else if (g_str_has_prefix (part->text, "–"))
        g_string_append (out, "–");
      else
        g_string_append (out, range_delimiter);
      break;

    case CSL_NUMBER_PART_HYPHEN:
      g_string_append_c (out, '-');
      break;

    case CSL_NUMBER_PART_COMMA:
      g_string_append (out, has_and_next ? "," : ", ");
      break;

    case CSL_NUMBER_PART_AND:
      g_string_append_c (out, ' ');
      if (*part->text == '&' && and_symbol != NULL)
        g_string_append (out, and_symbol);
      else
        g_string_append_len (out, part->text, part->length);
      g_string_append_c (out, ' ');
      break;

    case CSL_NUMBER_PART_NUMBER:
    case CSL_NUMBER_PART_TEXT:
      break;
    }
}

/**
 * csl_number_format:
 * @self: a number
 * @form: how numbers are to be written
 * @range_delimiter: what joins the two ends of a range
 * @and_symbol: (nullable): what stands for “&”, or `NULL` to keep it
 * @ordinal: (nullable) (scope call): gives ordinals in the locale
 * @user_data: for @ordinal
 *
 * Writes a number variable: CSL 1.0.2, “Number”. Content that is not numeric
 * comes out as it is, and so do numbers with letters around them.
 *
 * Returns: (transfer full): the text to print
 */
char *
csl_number_format (const CslNumber      *self,
                   CslNumberForm         form,
                   const char           *range_delimiter,
                   const char           *and_symbol,
                   CslNumberOrdinalFunc  ordinal,
                   gpointer              user_data)
{
  GString *out;

  if (!self->is_numeric)
    return unescape (self->text);

  out = g_string_new (NULL);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const CslNumberPart *part = &g_array_index (self->parts, CslNumberPart, i);

      if (part->kind == CSL_NUMBER_PART_NUMBER)
        append_number (out, part, form, ordinal, user_data);
      else
        append_separator (out, self->parts, i, range_delimiter, and_symbol);
    }

  return g_string_free_and_steal (out);
}

/**
 * csl_number_text_is_numeric:
 * @text: (nullable): the content of a variable
 *
 * Says in one call whether a text is numeric.
 *
 * Returns: whether it is; not for `NULL`
 */
gboolean
csl_number_text_is_numeric (const char *text)
{
  g_autoptr (CslNumber) number = NULL;

  if (text == NULL)
    return FALSE;

  number = csl_number_parse (text, -1, NULL);
  return number->is_numeric;
}
