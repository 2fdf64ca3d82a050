/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two passes over pieces of the text: tags find their partners first, then
 * quotation marks find theirs between them, so that brackets always nest. What
 * stays alone is text again. The rules are those of the fixtures flipflop_*,
 * decorations_* and quotes_*.
 */

#include "config.h"

#include "rich-field-private.h"

#include <string.h>

#include "rich-tag.h"

/* Brackets within brackets; deeper ones are text */
#define MAX_DEPTH 32

/* A piece while partners are sought */
typedef struct
{
  CslRichKind kind; /* TEXT until a partner is found */
  guint partner;
  const char *text;
  guint length;

  gboolean is_tag;
  CslRichTag tag;
  gunichar quote; /* of a quotation mark, the mark */
} Piece;

typedef struct
{
  guint indices[MAX_DEPTH];
  guint depth;
  guint beyond; /* brackets that did not fit */
} Stack;

static gboolean
is_quote (gunichar c)
{
  switch (c)
    {
    case '"':
    case '\'':
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
    case 0x201A: /* ‚ */
    case 0x201C: /* “ */
    case 0x201D: /* ” */
    case 0x201E: /* „ */
    case 0x00AB: /* « */
    case 0x00BB: /* » */
    case 0x2039: /* ‹ */
    case 0x203A: /* › */
      return TRUE;

    default:
      return FALSE;
    }
}

/* Whether a mark may open a quotation, and whether this one may end what that one opened */
static gboolean
is_opening (gunichar c)
{
  return c == '"' || c == '\'' || c == 0x2018 || c == 0x201A || c == 0x201C || c == 0x201E || c == 0x00AB || c == 0x2039;
}

static gboolean
is_pair (gunichar open,
         gunichar close)
{
  switch (open)
    {
    case '"':
    case '\'':
      return close == open;

    case 0x2018:
      return close == 0x2019;

    case 0x201A:
      return close == 0x2018 || close == 0x2019;

    case 0x201C:
      return close == 0x201D;

    case 0x201E:
      return close == 0x201C || close == 0x201D;

    case 0x00AB:
      return close == 0x00BB;

    case 0x2039:
      return close == 0x203A;

    default:
      return FALSE;
    }
}

/* Cuts the text into tags, quotation marks and what is between */
static GArray *
cut (const char *text,
     gsize       length)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  const char *end = text + length;
  const char *start = text;
  const char *p = text;

  while (p < end)
    {
      Piece piece = { 0 };
      gsize size = 0;
      gunichar c = g_utf8_get_char (p);

      if (c == '<')
        {
          size = csl_rich_tag_read (p, end, &piece.tag);
          piece.is_tag = size > 0;
        }
      else if (is_quote (c))
        {
          size = g_utf8_next_char (p) - p;
          piece.quote = c;
        }

      if (size == 0)
        {
          p = g_utf8_next_char (p);
          continue;
        }

      if (p > start)
        {
          Piece before = { .text = start, .length = p - start };

          g_array_append_val (pieces, before);
        }
      piece.text = p;
      piece.length = size;
      g_array_append_val (pieces, piece);
      p += size;
      start = p;
    }

  if (end > start)
    {
      Piece rest = { .text = start, .length = end - start };

      g_array_append_val (pieces, rest);
    }

  return pieces;
}

static void
pair (GArray      *pieces,
      guint        open,
      guint        close,
      CslRichKind  open_kind,
      CslRichKind  close_kind)
{
  Piece *first = &g_array_index (pieces, Piece, open);
  Piece *last = &g_array_index (pieces, Piece, close);

  first->kind = open_kind;
  first->partner = close;
  last->kind = close_kind;
  last->partner = open;
  last->tag.mark = first->tag.mark;
}

/* A closing tag ends the nearest open one of its name; what was opened in between is text */
static void
pair_tags (GArray *pieces)
{
  Stack stack = { .depth = 0 };

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);
      guint depth = stack.depth;

      if (!piece->is_tag)
        continue;
      if (!piece->tag.is_close)
        {
          if (stack.depth < MAX_DEPTH)
            stack.indices[stack.depth++] = i;
          continue;
        }

      while (depth > 0 && g_array_index (pieces, Piece, stack.indices[depth - 1]).tag.element != piece->tag.element)
        depth--;
      if (depth == 0)
        continue;
      stack.depth = depth - 1;
      if (g_array_index (pieces, Piece, stack.indices[depth - 1]).tag.mark != CSL_RICH_MARK_NONE)
        pair (pieces, stack.indices[depth - 1], i, CSL_RICH_OPEN, CSL_RICH_CLOSE);
    }
}

/* The character before a piece, past tags; a tag that opens counts as the start */
static gunichar
get_before (GArray *pieces,
            guint   index)
{
  while (index-- > 0)
    {
      const Piece *piece = &g_array_index (pieces, Piece, index);

      if (piece->kind == CSL_RICH_OPEN)
        return 0;
      if (piece->kind != CSL_RICH_CLOSE)
        return g_utf8_get_char (g_utf8_prev_char (piece->text + piece->length));
    }

  return 0;
}

static gunichar
get_after (GArray *pieces,
           guint   index)
{
  for (guint i = index + 1; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      if (piece->kind == CSL_RICH_CLOSE)
        return 0;
      if (piece->kind != CSL_RICH_OPEN)
        return g_utf8_get_char (piece->text);
    }

  return 0;
}

static gboolean
is_blank (gunichar c)
{
  return c == 0 || g_unichar_isspace (c);
}

static gboolean
is_dash (gunichar c)
{
  return c == 0x2013 || c == 0x2014 || c == '/';
}

static gboolean
is_bracket (gunichar c)
{
  return c == '(' || c == '[' || c == '{' || c == 0x00BF || c == 0x00A1;
}

/* A mark ends the nearest open one that it pairs with, not looking out of its tag */
static gboolean
try_close (GArray *pieces,
           Stack  *stack,
           guint   index)
{
  gunichar close = g_array_index (pieces, Piece, index).quote;

  for (guint depth = stack->depth; depth > 0; depth--)
    {
      const Piece *open = &g_array_index (pieces, Piece, stack->indices[depth - 1]);

      if (open->quote == 0)
        return FALSE;
      if (!is_pair (open->quote, close))
        continue;

      stack->depth = depth - 1;
      pair (pieces, stack->indices[depth - 1], index, CSL_RICH_OPEN_QUOTE, CSL_RICH_CLOSE_QUOTE);
      return TRUE;
    }

  return FALSE;
}

static void
push (Stack *stack,
      guint  index)
{
  if (stack->depth < MAX_DEPTH)
    stack->indices[stack->depth++] = index;
  else
    stack->beyond++;
}

static void
visit_quote (GArray *pieces,
             Stack  *stack,
             guint   index)
{
  gunichar quote = g_array_index (pieces, Piece, index).quote;
  gunichar before = get_before (pieces, index);
  gunichar after = get_after (pieces, index);
  gboolean is_opened = before == 0 || g_unichar_isspace (before) || is_bracket (before) || is_dash (before);

  /* A mark right behind one that opens opens too, as in "'So'" */
  if (!is_opened && is_quote (before) && stack->depth > 0 && index > 0 && stack->indices[stack->depth - 1] == index - 1)
    is_opened = TRUE;
  /* The typographic ones say themselves what they are */
  if (quote != '"' && quote != '\'' && is_opening (quote))
    is_opened = TRUE;

  if ((!is_blank (before) || before == 0) && !is_bracket (before) && !g_unichar_isalnum (after) &&
      try_close (pieces, stack, index))
    return;
  if (is_opened && is_opening (quote) && !is_blank (after))
    push (stack, index);
}

static void
pair_quotes (GArray *pieces)
{
  Stack stack = { .depth = 0 };

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      if (piece->kind == CSL_RICH_OPEN)
        {
          push (&stack, i);
        }
      else if (piece->kind == CSL_RICH_CLOSE)
        {
          guint depth = stack.depth;

          while (depth > 0 && stack.indices[depth - 1] != piece->partner)
            depth--;
          if (depth > 0)
            stack.depth = depth - 1, stack.beyond = 0;
        }
      else if (piece->quote != 0 && stack.beyond == 0)
        {
          visit_quote (pieces, &stack, i);
        }
    }
}

/* Lone single marks are apostrophes: flipflop_StartingApostrophe */
static void
find_apostrophes (GArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      Piece *piece = &g_array_index (pieces, Piece, i);

      if (piece->kind == CSL_RICH_TEXT && (piece->quote == '\'' || piece->quote == 0x2019))
        piece->kind = CSL_RICH_APOSTROPHE;
    }
}

/* Makes tokens of pieces; texts that touch become one */
static void
settle (CslRichField *self,
        GArray       *pieces)
{
  g_autofree guint *places = g_new (guint, pieces->len);
  CslRichToken *tokens = g_new0 (CslRichToken, pieces->len);
  guint n = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);
      gboolean is_bare = piece->kind == CSL_RICH_OPEN || piece->kind == CSL_RICH_CLOSE;

      if (piece->kind == CSL_RICH_TEXT && n > 0 && tokens[n - 1].kind == CSL_RICH_TEXT)
        {
          tokens[n - 1].length += piece->length;
          places[i] = n - 1;
          continue;
        }

      tokens[n].kind = piece->kind;
      tokens[n].mark = is_bare ? piece->tag.mark : CSL_RICH_MARK_NONE;
      tokens[n].text = is_bare ? "" : piece->text;
      tokens[n].length = is_bare ? 0 : piece->length;
      tokens[n].partner = piece->partner;
      places[i] = n++;
    }

  for (guint i = 0; i < n; i++)
    {
      if (tokens[i].kind != CSL_RICH_TEXT && tokens[i].kind != CSL_RICH_APOSTROPHE)
        tokens[i].partner = places[tokens[i].partner];
    }

  self->tokens = tokens;
  self->n_tokens = n;
  self->is_plain = n == 0 || (n == 1 && tokens[0].kind == CSL_RICH_TEXT);
}

static gboolean
has_pieces (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      /* Bytes that begin a tag or a quotation mark of any kind */
      if (*p == '<' || *p == '"' || *p == '\'' || (guchar) *p == 0xC2 || (guchar) *p == 0xE2)
        return TRUE;
    }

  return FALSE;
}

/* Whether the blank here belongs to the mark before or behind it, as the French write */
static gboolean
is_french_blank (const char *text,
                 const char *blank)
{
  static const char *const marks[] = { "»", ":", ";", "!", "?" };

  if (blank > text && g_str_has_prefix (blank - 2 >= text ? blank - 2 : blank, "« "))
    return TRUE;
  if (blank == text || blank[-1] == ' ')
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize length = strlen (marks[i]);

      if (g_str_has_prefix (blank + 1, marks[i]))
        return blank[1 + length] == '\0' || strchr (" .,)]", blank[1 + length]) != NULL;
    }

  return FALSE;
}

/* Such a blank is narrow and does not break: punctuation_FrenchOrthography */
static char *
bind_french_blanks (const char *text,
                    gssize      length)
{
  char *plain = length < 0 ? g_strdup (text) : g_strndup (text, length);
  const char *rest = plain;
  const char *blank = rest;
  GString *bound;

  while ((blank = strchr (blank, ' ')) != NULL && !is_french_blank (plain, blank))
    blank++;
  if (blank == NULL)
    return plain;

  bound = g_string_new (NULL);
  while (blank != NULL)
    {
      g_string_append_len (bound, rest, blank - rest);
      g_string_append (bound, is_french_blank (plain, blank) ? "\u202f" : " ");
      rest = blank + 1;
      blank = strchr (rest, ' ');
    }
  g_string_append (bound, rest);
  g_free (plain);

  return g_string_free_and_steal (bound);
}

/**
 * csl_rich_field_parse:
 * @text: a field of an item, UTF-8; need not end in a nul
 * @length: bytes in @text, or -1 if it ends in a nul
 *
 * Reads the mark-up and the quotation marks of a field.
 *
 * Tags are `i b sup sub sc` and `span` with the style
 * `font-variant:small-caps;` or the class `nocase` or `nodecor`: the CSL-JSON
 * schema's notes on rich text. A tag or mark without a partner is text, except
 * that a single mark is an apostrophe.
 *
 * Returns: (transfer full): the field
 */
CslRichField *
csl_rich_field_parse (const char *text,
                      gssize      length)
{
  g_autofree char *bound = bind_french_blanks (text, length);
  CslRichField *self;
  g_autoptr (GArray) pieces = NULL;

  if (!has_pieces (bound))
    return csl_rich_field_new_plain (bound, -1);

  self = g_atomic_rc_box_new0 (CslRichField);
  self->text = g_steal_pointer (&bound);

  pieces = cut (self->text, strlen (self->text));
  pair_tags (pieces);
  pair_quotes (pieces);
  find_apostrophes (pieces);
  settle (self, pieces);

  return self;
}
