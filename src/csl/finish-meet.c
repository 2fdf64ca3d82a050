/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where two pieces of a line meet. A table says what happens between punctuation marks; it is
 * fixture punctuation_FullMontyPlain put in rows. Blanks are not doubled, stops and commas go
 * inside quotation marks where a language has them so.
 */

#include "config.h"

#include "finish-private.h"

#include <string.h>

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

/**
 * csl_walk_add_atom:
 * @self: a walk
 * @kind: what it is
 * @what: which mark or block
 * @text: (nullable): its characters
 * @length: bytes of @text
 *
 * Adds an atom to the line, as it is.
 *
 * Returns: (transfer none): the atom, until the next is added
 */
CslAtom *
csl_walk_add_atom (CslWalk     *self,
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

/**
 * csl_walk_add_text:
 * @self: a walk
 * @text: characters
 * @length: bytes of them
 * @is_affix: did a style put them there?
 *
 * Adds characters to the line. What they meet was looked at before.
 */
void
csl_walk_add_text (CslWalk    *self,
                   const char *text,
                   guint       length,
                   gboolean    is_affix)
{
  CslAtom *atom;

  self->atoms->is_cut |= self->n_bytes > CSL_FINISH_MAX_BYTES;
  if (self->atoms->is_cut)
    return;

  atom = csl_walk_add_atom (self, CSL_ATOM_TEXT, 0, text, length);
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
find_closing_quote (const CslWalk *self)
{
  for (guint i = (guint) (self->last + 1); i < self->atoms->n_atoms; i++)
    if (self->atoms->atoms[i].kind == CSL_ATOM_QUOTE_CLOSE)
      return (int) i;
  return -1;
}

static void
insert_before (CslWalk    *self,
               guint       at,
               const char *text,
               guint       length)
{
  CslAtoms *atoms = self->atoms;

  csl_walk_add_atom (self, CSL_ATOM_TEXT, 0, text, length);
  memmove (&atoms->atoms[at + 1], &atoms->atoms[at], (atoms->n_atoms - 1 - at) * sizeof (CslAtom));
  memset (&atoms->atoms[at], 0, sizeof (CslAtom));
  atoms->atoms[at].kind = CSL_ATOM_TEXT;
  atoms->atoms[at].text = text;
  atoms->atoms[at].length = length;
  atoms->atoms[at].is_affix = TRUE;
  self->last = (int) at;
}

static void
drop_last_character (CslWalk *self)
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
meet_quote (CslWalk     *self,
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
is_opened (const CslWalk *self)
{
  guint n_atoms = self->atoms->n_atoms;
  const CslAtom *atom = &self->atoms->atoms[n_atoms - 1];

  return n_atoms > 0 && atom->kind == CSL_ATOM_OPEN && !atom->is_field;
}

/* Two pieces meet: takes away what must not stand twice */
static void
meet (CslWalk     *self,
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
            csl_walk_add_atom (self, CSL_ATOM_TEXT, 0, " ", 1)->is_spare = TRUE;
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
move_out (CslWalk    *self,
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
  csl_walk_add_text (self, text, (guint) length, TRUE);
  return length;
}

static void
emit_affix (CslWalk    *self,
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
    csl_walk_add_text (self, text, length, TRUE);
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

/**
 * csl_walk_emit_suffix:
 * @self: a walk
 * @out: whose suffix it is
 * @suffix: (nullable): the suffix
 *
 * Adds what stands behind a piece. What a text itself ends in and what ends the whole entry both stand: measured with
 * the reference engine (“UKTS 4:.”).
 */
void
csl_walk_emit_suffix (CslWalk      *self,
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

/**
 * csl_walk_emit_whole:
 * @self: a walk
 * @text: (nullable): an affix
 *
 * Adds an affix whatever it meets.
 */
void
csl_walk_emit_whole (CslWalk    *self,
                     const char *text)
{
  if (text != NULL && *text != '\0')
    csl_walk_add_text (self, text, (guint) strlen (text), TRUE);
}

static gboolean
ends_in (const CslWalk *self,
         const char    *these)
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
keeps_apart (const CslWalk *self,
             const char    *text)
{
  return self->is_sealed && *text == '.' && ends_in (self, "?!:;");
}

/* A mark before what follows a block belongs to the block: measured with the reference
 * engine. Returns the bytes that it takes */
static gsize
move_into_block (CslWalk    *self,
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

/**
 * csl_walk_emit_prefix:
 * @self: a walk
 * @text: (nullable): a prefix or a delimiter
 *
 * Adds what stands before a piece.
 */
void
csl_walk_emit_prefix (CslWalk    *self,
                      const char *text)
{
  gboolean is_after_prefix = self->is_after_prefix;

  if (text == NULL)
    return;

  text += move_into_block (self, text);
  if (keeps_apart (self, text))
    csl_walk_emit_whole (self, text);
  else
    emit_affix (self, text);
  self->is_after_prefix = *text != '\0' || is_after_prefix;
}

/**
 * csl_walk_keeps_stop:
 * @self: a walk
 * @suffix: (nullable): a suffix
 *
 * Looks at a stop of its own after the question of what is in another face, or in
 * quotation marks that stops stand outside of.
 *
 * Returns: does its stop stand whatever it meets?
 */
gboolean
csl_walk_keeps_stop (const CslWalk *self,
                     const char    *suffix)
{
  if (suffix == NULL || *suffix != '.' || (self->locale->punctuation_in_quote && find_closing_quote (self) >= 0))
    return FALSE;
  return ends_in (self, "?!");
}

static const char *
strip_periods (CslWalk    *self,
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

/**
 * csl_walk_emit_content:
 * @self: a walk
 * @text: characters of a piece
 * @length: bytes of them
 * @is_first: do they begin it?
 *
 * Adds what a piece itself says.
 */
void
csl_walk_emit_content (CslWalk    *self,
                       const char *text,
                       guint       length,
                       gboolean    is_first)
{
  text = strip_periods (self, text, &length);
  if (is_first && !keeps_apart (self, text))
    meet (self, &text, &length);
  if (length > 0)
    csl_walk_add_text (self, text, length, FALSE);
}
