/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A flat walk that knows the last character and what stands behind it. A table
 * says what happens where two punctuation marks meet; it is fixture
 * punctuation_FullMontyPlain put in rows.
 */

#include "config.h"

#include "finish.h"

#include <string.h>

typedef struct
{
  CslArena *arena;
  const CslLocale *locale;
  CslAtoms *atoms;

  gsize n_bytes;
  int last;                 /* atom of the last visible characters; -1: none yet */
  gboolean is_leaf_end;     /* was that the suffix of a text itself? */
  gboolean is_outer_end;    /* is it the suffix of something further out that comes now? */
  gboolean is_double;       /* did a group and its last piece both end in the same mark? */
  gboolean is_sealed;       /* does what was just written end in a face of its own? */
  gboolean is_after_prefix; /* was that a prefix, whose content is still to come? */
  guint n_quotes;           /* marks open at this place */
  guint n_field_quotes;     /* those of them that stand in a field */
  guint n_off;              /* pieces around that say quotes="false": marks in fields begin with the outer
                             * ones again (fixture quotes_QuotesUnderQuotesFalse) */
  guint n_strip;            /* groups around that strip periods */
  gboolean is_note;
  guint n_brackets;         /* round or square ones around, in a note */
  gboolean is_abbreviation; /* does this piece lose the periods of abbreviations? */
} Walk;

static const char marks[] = ".,;:!?";

typedef enum
{
  KEEP,
  DROP_LATER,
  DROP_EARLIER
} Meeting;

/* Rows: what comes first; columns: what follows; both in the order of marks */
static const guint8 meetings[6][6] = {
  /* .  */ { DROP_LATER, KEEP, KEEP, KEEP, KEEP, KEEP },
  /* ,  */ { KEEP, DROP_LATER, KEEP, KEEP, KEEP, KEEP },
  /* ;  */ { DROP_LATER, KEEP, DROP_LATER, DROP_LATER, DROP_EARLIER, DROP_EARLIER },
  /* :  */ { DROP_LATER, KEEP, KEEP, DROP_LATER, DROP_EARLIER, DROP_EARLIER },
  /* !  */ { DROP_LATER, KEEP, KEEP, DROP_LATER, DROP_LATER, KEEP },
  /* ?  */ { DROP_LATER, KEEP, KEEP, DROP_LATER, KEEP, DROP_LATER },
};

static int
get_mark (char c)
{
  const char *found = c != '\0' ? strchr (marks, c) : NULL;

  return found != NULL ? (int) (found - marks) : -1;
}

static CslAtom *
add_atom (Walk        *self,
          CslAtomKind  kind,
          guint        what,
          const char  *text,
          guint        length)
{
  CslAtoms *atoms = self->atoms;
  CslAtom *atom;

  if (atoms->n_atoms == atoms->n_allocated)
    {
      guint n_allocated = MAX (64, atoms->n_allocated * 2);
      CslAtom *grown = csl_arena_new_array (self->arena, CslAtom, n_allocated);

      if (atoms->n_atoms > 0)
        memcpy (grown, atoms->atoms, atoms->n_atoms * sizeof (CslAtom));
      atoms->atoms = grown;
      atoms->n_allocated = n_allocated;
    }

  atom = &atoms->atoms[atoms->n_atoms++];
  atom->kind = (guint8) kind;
  atom->what = (guint8) what;
  atom->is_field = FALSE;
  atom->is_affix = FALSE;
  atom->is_spare = FALSE;
  atom->text = text;
  atom->length = length;
  return atom;
}

static void
add_text (Walk       *self,
          const char *text,
          guint       length,
          gboolean    is_affix)
{
  CslAtom *atom;

  self->atoms->is_cut |= self->n_bytes > CSL_FINISH_MAX_BYTES;
  if (self->atoms->is_cut)
    return;

  atom = add_atom (self, CSL_ATOM_TEXT, 0, text, length);
  self->n_bytes += length;
  self->is_double = FALSE;
  self->is_sealed = FALSE;
  atom->is_affix = is_affix;
  self->last = (int) self->atoms->n_atoms - 1;
  self->is_after_prefix = FALSE;
  self->is_leaf_end = FALSE;
}

/* The first closing quotation mark after the last characters; -1 if none */
static int
find_closing_quote (const Walk *self)
{
  for (guint i = (guint) (self->last + 1); i < self->atoms->n_atoms; i++)
    if (self->atoms->atoms[i].kind == CSL_ATOM_QUOTE_CLOSE)
      return (int) i;
  return -1;
}

static void
insert_before (Walk       *self,
               guint       at,
               const char *text,
               guint       length)
{
  CslAtoms *atoms = self->atoms;

  add_atom (self, CSL_ATOM_TEXT, 0, text, length);
  memmove (&atoms->atoms[at + 1], &atoms->atoms[at], (atoms->n_atoms - 1 - at) * sizeof (CslAtom));
  memset (&atoms->atoms[at], 0, sizeof (CslAtom));
  atoms->atoms[at].kind = CSL_ATOM_TEXT;
  atoms->atoms[at].text = text;
  atoms->atoms[at].length = length;
  atoms->atoms[at].is_affix = TRUE;
  self->last = (int) at;
}

static void
drop_last_character (Walk *self)
{
  CslAtom *atom = &self->atoms->atoms[self->last];

  atom->length--;
  if (atom->length > 0)
    return;

  do
    self->last--;
  while (self->last >= 0 && (self->atoms->atoms[self->last].kind != CSL_ATOM_TEXT || self->atoms->atoms[self->last].length == 0));
}

/* A full stop or comma that follows a closing mark: inside, where the language
 * has it so */
static gboolean
meet_quote (Walk        *self,
            int          quote,
            const char **text,
            guint       *length)
{
  CslAtom *atom = &self->atoms->atoms[self->last];
  int earlier = get_mark (atom->text[atom->length - 1]);
  int later = get_mark (**text);

  if (later < 0 || later > 1)
    return FALSE;

  /* Outside, a full stop still gives way to the mark that closes what is quoted */
  if (!self->locale->punctuation_in_quote &&
      (later != 0 || earlier < 0 || meetings[earlier][later] != DROP_LATER || marks[earlier] == '.'))
    return FALSE;

  /* Of two that follow a closing mark the outer goes in first: measured with the reference engine */
  if (earlier >= 0 && earlier <= 1 && earlier != later && atom->is_affix && atom->length == 1 && self->last == quote - 1 &&
      self->locale->punctuation_in_quote)
    {
      insert_before (self, (guint) self->last, marks[later] == '.' ? "." : ",", 1);
      self->last++;
      (*text)++;
      (*length)--;
      return TRUE;
    }

  /* After the stop of what is quoted a comma stays out: measured with the reference engine */
  if (later == 1 && earlier == 0)
    return FALSE;

  if (earlier < 0 || meetings[earlier][later] == KEEP)
    insert_before (self, (guint) quote, marks[later] == '.' ? "." : ",", 1);
  (*text)++;
  (*length)--;
  return TRUE;
}

/* Does another face begin where the last characters ended? */
static gboolean
is_opened (const Walk *self)
{
  guint n_atoms = self->atoms->n_atoms;
  const CslAtom *atom = &self->atoms->atoms[n_atoms - 1];

  return n_atoms > 0 && atom->kind == CSL_ATOM_OPEN && !atom->is_field;
}

/* Two pieces meet: takes away what must not stand twice */
static void
meet (Walk        *self,
      const char **text,
      guint       *length)
{
  while (*length > 0 && self->last >= 0)
    {
      CslAtom *atom = &self->atoms->atoms[self->last];
      char last = atom->text[atom->length - 1];
      int quote = find_closing_quote (self);
      int earlier;
      int later;

      if (quote >= 0)
        {
          if (!meet_quote (self, quote, text, length))
            return;
          continue;
        }

      if (last == ' ' && **text == ' ')
        {
          if (is_opened (self))
            add_atom (self, CSL_ATOM_TEXT, 0, " ", 1)->is_spare = TRUE;
          (*text)++;
          (*length)--;
          return;
        }

      /* Of a prefix in a prefix both were meant */
      earlier = self->is_after_prefix || (self->is_outer_end && self->is_leaf_end && (last == ':' || last == ';')) ? -1 : get_mark (last);
      later = get_mark (**text);
      if (earlier < 0 || later < 0)
        return;

      switch ((Meeting) meetings[earlier][later])
        {
        case KEEP:
          return;
        case DROP_LATER:
          (*text)++;
          (*length)--;
          break;
        case DROP_EARLIER:
          drop_last_character (self);
          break;
        }
    }
}

/* The blank that a prefix would bring to the start of an entry stands before its block
 * (fixture bugreports_NoCaseEscape), and by itself. Returns the bytes that it takes */
static gsize
move_out (Walk       *self,
          const char *text)
{
  gsize length = *text == ' ' ? 1 : g_str_has_prefix (text, "\xc2\xa0") ? 2
                                                                        : 0;

  if (length == 0 || self->last >= 0)
    return 0;

  for (guint i = 0; i < self->atoms->n_atoms; i++)
    if (self->atoms->atoms[i].kind == CSL_ATOM_DISPLAY_OPEN)
      {
        insert_before (self, i, text, (guint) length);
        return length;
      }
  add_text (self, text, (guint) length, TRUE);
  return length;
}

static void
emit_affix (Walk       *self,
            const char *text)
{
  guint length;
  gsize n_moved;

  if (text == NULL)
    return;

  n_moved = move_out (self, text);
  text += n_moved;
  if (self->is_double && *text != '\0' && strchr (marks, *text) != NULL)
    text++;
  length = (guint) strlen (text);
  if (n_moved == 0)
    meet (self, &text, &length);
  if (length > 0)
    add_text (self, text, length, TRUE);
}

/* “Series.” in a group that ends in “.” too needs no “, ” behind it: measured with the
 * reference engine */
static gboolean
ends_twice (const CslOut *out,
            const char   *suffix)
{
  const char *last = out->last != NULL ? out->last->suffix : NULL;

  return out->kind == CSL_OUT_GROUP && last != NULL && *suffix != '\0' && suffix[1] == '\0' &&
         strchr (marks, *suffix) != NULL && g_str_has_suffix (last, suffix) && csl_out_is_visible (out->last);
}

/* What a text itself ends in and what ends the whole entry both stand: measured with the
 * reference engine (“UKTS 4:.”) */
static void
emit_suffix (Walk         *self,
             const CslOut *out,
             const char   *suffix)
{
  if (suffix == NULL)
    return;

  self->is_outer_end = out->is_layout || (out->last != NULL && out->last->kind == CSL_OUT_GROUP);
  emit_affix (self, suffix);
  self->is_outer_end = FALSE;
  self->is_double = ends_twice (out, suffix);
  self->is_leaf_end = out->kind != CSL_OUT_GROUP;
}

static void
emit_whole (Walk       *self,
            const char *text)
{
  if (text != NULL && *text != '\0')
    add_text (self, text, (guint) strlen (text), TRUE);
}

static gboolean
ends_in (const Walk *self,
         const char *these)
{
  const CslAtom *atom;

  if (self->last < 0)
    return FALSE;

  atom = &self->atoms->atoms[self->last];
  return strchr (these, atom->text[atom->length - 1]) != NULL;
}

/* A stop after the question of what is set in another face stands: measured with the
 * reference engine */
static gboolean
keeps_apart (const Walk *self,
             const char *text)
{
  return self->is_sealed && *text == '.' && ends_in (self, "?!:;");
}

/* A mark before what follows a block belongs to the block: measured with the reference
 * engine. Returns the bytes that it takes */
static gsize
move_into_block (Walk       *self,
                 const char *text)
{
  if (self->last < 0 || get_mark (*text) < 0 || ends_in (self, " .,;:!?"))
    return 0;

  for (guint i = (guint) self->last + 1; i < self->atoms->n_atoms; i++)
    if (self->atoms->atoms[i].kind == CSL_ATOM_DISPLAY_CLOSE)
      {
        insert_before (self, i, text, 1);
        return 1;
      }
  return 0;
}

static void
emit_prefix (Walk       *self,
             const char *text)
{
  gboolean is_after_prefix = self->is_after_prefix;

  if (text == NULL)
    return;

  text += move_into_block (self, text);
  if (keeps_apart (self, text))
    emit_whole (self, text);
  else
    emit_affix (self, text);
  self->is_after_prefix = *text != '\0' || is_after_prefix;
}

/* So does a stop of its own after what is in quotation marks that stops stand outside of */
static gboolean
keeps_stop (const Walk *self,
            const char *suffix)
{
  if (suffix == NULL || *suffix != '.' || (self->locale->punctuation_in_quote && find_closing_quote (self) >= 0))
    return FALSE;
  return ends_in (self, "?!");
}

static const char *
strip_periods (Walk       *self,
               const char *text,
               guint      *length)
{
  char *stripped;
  guint n = 0;

  if ((self->n_strip == 0 && !self->is_abbreviation) || memchr (text, '.', *length) == NULL)
    return text;

  stripped = csl_arena_alloc (self->arena, *length + 1);
  for (guint i = 0; i < *length; i++)
    if (text[i] != '.' || (self->n_strip == 0 && i + 1 < *length && (g_ascii_islower (text[i + 1]) || g_ascii_isdigit (text[i + 1]))))
      stripped[n++] = text[i];
  *length = n;
  return stripped;
}

static void
emit_content (Walk       *self,
              const char *text,
              guint       length,
              gboolean    is_first)
{
  text = strip_periods (self, text, &length);
  if (is_first && !keeps_apart (self, text))
    meet (self, &text, &length);
  if (length > 0)
    add_text (self, text, length, FALSE);
}

static void
open_quote (Walk *self)
{
  const char *mark = self->locale->quotes[(self->n_off > 0 ? self->n_field_quotes : self->n_quotes) % 2][0];

  self->n_quotes++;
  self->n_field_quotes++;
  add_atom (self, CSL_ATOM_QUOTE_OPEN, 0, mark, (guint) strlen (mark));
}

static void
close_quote (Walk *self)
{
  const char *mark;

  self->n_quotes--;
  self->n_field_quotes--;
  mark = self->locale->quotes[(self->n_off > 0 ? self->n_field_quotes : self->n_quotes) % 2][1];
  add_atom (self, CSL_ATOM_QUOTE_CLOSE, 0, mark, (guint) strlen (mark));
}

/* What a style puts in quotation marks has the outer ones, even inside others: measured
 * with the reference engine. Marks in a field give way to them */
static void
open_outer_quote (Walk *self)
{
  const char *mark = self->locale->quotes[0][0];

  self->n_quotes++;
  add_atom (self, CSL_ATOM_QUOTE_OPEN, 0, mark, (guint) strlen (mark));
}

static void
close_outer_quote (Walk *self)
{
  const char *mark = self->locale->quotes[0][1];

  self->n_quotes--;
  add_atom (self, CSL_ATOM_QUOTE_CLOSE, 0, mark, (guint) strlen (mark));
}

static guint
get_mark_of_token (const CslRichToken *token)
{
  switch (token->mark)
    {
    case CSL_RICH_MARK_ITALIC:
      return CSL_MARK_ITALIC;
    case CSL_RICH_MARK_BOLD:
      return CSL_MARK_BOLD;
    case CSL_RICH_MARK_SUPERSCRIPT:
      return CSL_MARK_SUP;
    case CSL_RICH_MARK_SUBSCRIPT:
      return CSL_MARK_SUB;
    case CSL_RICH_MARK_SMALL_CAPS:
      return CSL_MARK_SMALL_CAPS;
    case CSL_RICH_MARK_NO_DECORATION:
      return CSL_MARK_NO_DECORATION;
    case CSL_RICH_MARK_NONE:
    case CSL_RICH_MARK_NO_CASE:
      return G_MAXUINT;
    }
  return G_MAXUINT;
}

static gboolean
is_foreign (const Walk         *self,
            const CslRichToken *token)
{
  for (guint depth = 0; depth < 2; depth++)
    {
      const char *mark = self->locale->quotes[depth][0];
      gsize length = strcspn (mark, " ");

      if (token->length <= strlen (mark) && strncmp (mark, token->text, token->length) == 0 && length > 0)
        return depth > 0 && self->n_quotes == 0 && self->n_off == 0;
    }
  return token->length > 1;
}

/* Straight marks become the language's own, and so do its own marks; any others
 * stand as they were typed: measured with the reference engine */
static void
emit_quote (Walk               *self,
            const CslRichToken *tokens,
            const CslRichToken *token)
{
  const CslRichToken *opening = token->kind == CSL_RICH_OPEN_QUOTE ? token : &tokens[token->partner];

  if (is_foreign (self, opening))
    emit_content (self, token->text, token->length, FALSE);
  else if (token->kind == CSL_RICH_OPEN_QUOTE)
    open_quote (self);
  else
    close_quote (self);
}

static void
emit_rich (Walk         *self,
           CslRichField *rich)
{
  guint n_tokens;
  const CslRichToken *tokens = csl_rich_field_get_tokens (rich, &n_tokens);
  gboolean is_first = TRUE;

  for (guint i = 0; i < n_tokens; i++)
    {
      const CslRichToken *token = &tokens[i];
      guint mark;

      switch (token->kind)
        {
        case CSL_RICH_TEXT:
          emit_content (self, token->text, token->length, is_first);
          is_first = FALSE;
          break;
        case CSL_RICH_APOSTROPHE:
          emit_content (self, "’", strlen ("’"), FALSE);
          is_first = FALSE;
          break;
        case CSL_RICH_OPEN:
        case CSL_RICH_CLOSE:
          mark = get_mark_of_token (token);
          if (mark != G_MAXUINT)
            add_atom (self, token->kind == CSL_RICH_OPEN ? CSL_ATOM_OPEN : CSL_ATOM_CLOSE, mark, NULL, 0)->is_field = TRUE;
          break;
        case CSL_RICH_OPEN_QUOTE:
        case CSL_RICH_CLOSE_QUOTE:
          emit_quote (self, tokens, token);
          is_first = FALSE;
          break;
        }
    }
}

/* From the outermost to the innermost: alignment, decoration, weight, variant, style */
static guint
get_marks (CslFormat format,
           guint     found[5])
{
  static const guint8 styles[] = { 0, CSL_MARK_STYLE_NORMAL, CSL_MARK_ITALIC, CSL_MARK_OBLIQUE };
  static const guint8 variants[] = { 0, CSL_MARK_VARIANT_NORMAL, CSL_MARK_SMALL_CAPS, 0 };
  static const guint8 weights[] = { 0, CSL_MARK_WEIGHT_NORMAL, CSL_MARK_BOLD, CSL_MARK_LIGHT };
  static const guint8 decorations[] = { 0, CSL_MARK_DECORATION_NONE, CSL_MARK_UNDERLINE, 0 };
  static const guint8 aligns[] = { 0, CSL_MARK_BASELINE, CSL_MARK_SUP, CSL_MARK_SUB };
  guint n = 0;

  if (format.align != CSL_ALIGN_UNSET)
    found[n++] = aligns[format.align];
  if (format.decoration != CSL_DECORATION_UNSET)
    found[n++] = decorations[format.decoration];
  if (format.weight != CSL_WEIGHT_UNSET)
    found[n++] = weights[format.weight];
  if (format.variant != CSL_VARIANT_UNSET)
    found[n++] = variants[format.variant];
  if (format.style != CSL_STYLE_UNSET)
    found[n++] = styles[format.style];
  return n;
}

/**
 * csl_out_is_visible:
 * @self: a piece
 *
 * Tells if a piece has any character to show.
 *
 * Returns: has it?
 */
gboolean
csl_out_is_visible (const CslOut *self)
{
  if (self->is_hidden)
    return FALSE;
  if (self->kind == CSL_OUT_TEXT)
    return self->length > 0;
  if (self->kind == CSL_OUT_RICH)
    return TRUE;

  for (const CslOut *child = self->first; child != NULL; child = child->next)
    if (csl_out_is_visible (child))
      return TRUE;
  return FALSE;
}

/* A blank that only an affix brought to the end of a block stands behind it:
 * fixture variables_ContainerTitleShort */
static void
close_display (Walk  *self,
               guint  display)
{
  CslAtom *last = &self->atoms->atoms[self->atoms->n_atoms - 1];
  gboolean has_blank = display == CSL_DISPLAY_RIGHT_INLINE && last->kind == CSL_ATOM_TEXT && last->is_affix &&
                       last->length > 0 && last->text[last->length - 1] == ' ';

  if (has_blank)
    last->length--;
  add_atom (self, CSL_ATOM_DISPLAY_CLOSE, display, NULL, 0);
  if (has_blank)
    add_text (self, " ", 1, TRUE);
}

static const char *
make_square (Walk       *self,
             const char *affix,
             char        round,
             char        square)
{
  char *copy = csl_arena_strdup (self->arena, affix);

  *strchr (copy, round) = square;
  return copy;
}

/* Of what stands in brackets in a note, what is in brackets again; only pairs are
 * counted, so that each closes as it opened */
static gboolean
open_bracket (Walk          *self,
              const CslOut  *out,
              const char   **prefix,
              const char   **suffix)
{
  *prefix = out->prefix;
  *suffix = out->suffix;
  if (!self->is_note || out->kind != CSL_OUT_GROUP || out->prefix == NULL || out->suffix == NULL ||
      strchr (out->prefix, '(') == NULL || strchr (out->suffix, ')') == NULL)
    return FALSE;

  if (self->n_brackets++ % 2 == 1)
    {
      *prefix = make_square (self, out->prefix, '(', '[');
      *suffix = make_square (self, out->suffix, ')', ']');
    }
  return TRUE;
}

static void
emit_piece (Walk         *self,
            const CslOut *out)
{
  const char *prefix;
  const char *suffix;
  gboolean is_bracket;
  guint found[5];
  guint n_marks = 0;
  gboolean is_first = TRUE;

  if (!csl_out_is_visible (out))
    return;

  if (out->display != CSL_DISPLAY_NONE)
    add_atom (self, CSL_ATOM_DISPLAY_OPEN, out->display, NULL, 0);
  is_bracket = open_bracket (self, out, &prefix, &suffix);
  emit_prefix (self, prefix);
  if (out->quotes)
    open_outer_quote (self);
  if (!csl_format_is_empty (out->format))
    n_marks = get_marks (out->format, found);
  for (guint i = 0; i < n_marks; i++)
    add_atom (self, CSL_ATOM_OPEN, found[i], NULL, 0);
  if (out->link != NULL)
    add_atom (self, CSL_ATOM_LINK_OPEN, 0, out->link, (guint) strlen (out->link));
  self->n_strip += out->strip_periods == CSL_STRIP_ALL;
  self->n_off += out->quotes_off;
  self->is_abbreviation = out->strip_periods == CSL_STRIP_ABBREVIATIONS;

  switch ((CslOutKind) out->kind)
    {
    case CSL_OUT_TEXT:
      emit_content (self, out->text, out->length, !out->is_whole);
      break;
    case CSL_OUT_RICH:
      emit_rich (self, out->rich);
      break;
    case CSL_OUT_GROUP:
      for (const CslOut *child = out->first; child != NULL; child = child->next)
        {
          if (!csl_out_is_visible (child))
            continue;
          if (!is_first)
            emit_prefix (self, out->delimiter);
          is_first = FALSE;
          emit_piece (self, child);
        }
      break;
    }

  self->n_strip -= out->strip_periods == CSL_STRIP_ALL;
  self->n_off -= out->quotes_off;
  self->is_abbreviation = FALSE;
  if (out->link != NULL)
    add_atom (self, CSL_ATOM_LINK_CLOSE, 0, NULL, 0);
  for (guint i = n_marks; i > 0; i--)
    add_atom (self, CSL_ATOM_CLOSE, found[i - 1], NULL, 0);
  if (out->quotes)
    close_outer_quote (self);
  if (out->kind != CSL_OUT_GROUP && (n_marks > 0 || out->quotes) && keeps_stop (self, suffix))
    emit_whole (self, suffix);
  else
    emit_suffix (self, out, suffix);
  self->is_sealed = n_marks > 0 && suffix == NULL;
  self->n_brackets -= is_bracket;
  if (out->display != CSL_DISPLAY_NONE)
    close_display (self, out->display);
}

/**
 * csl_finish:
 * @arena: where what comes out is to live
 * @locale: whose quotation marks and habits hold
 * @tree: the final tree
 * @atoms: takes the line; set to zero before its first use with an arena
 *
 * Joins a tree to a line. Of what is beyond `CSL_FINISH_MAX_BYTES` the end is left out,
 * and the line says so.
 */
void
csl_finish (CslArena        *arena,
            const CslLocale *locale,
            CslOut          *tree,
            CslAtoms        *atoms)
{
  Walk walk = { .arena = arena, .locale = locale, .atoms = atoms, .last = -1, .is_note = tree->is_note };

  atoms->n_atoms = 0;
  emit_piece (&walk, tree);
}
