/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps a finished line in one block of memory.
 */

#include "config.h"

#include "result.h"

#include "finish.h"

#include <string.h>

struct _CslOutput
{
  CslAtoms atoms; /* behind this struct, with all their text */
};

/**
 * csl_output_new:
 * @atoms: a finished line
 *
 * Copies a finished line.
 *
 * Returns: (transfer full): the copy
 */
CslOutput *
csl_output_new (const CslAtoms *atoms)
{
  gsize size = sizeof (CslOutput) + atoms->n_atoms * sizeof (CslAtom);
  gsize length = 0;
  CslOutput *self;
  char *text;

  for (guint i = 0; i < atoms->n_atoms; i++)
    length += atoms->atoms[i].length + 1u;
  self = g_malloc (size + length);
  self->atoms.n_atoms = self->atoms.n_allocated = atoms->n_atoms;
  self->atoms.atoms = (CslAtom *) (self + 1);
  text = (char *) self + size;
  for (guint i = 0; i < atoms->n_atoms; i++)
    {
      CslAtom *atom = &self->atoms.atoms[i];

      *atom = atoms->atoms[i];
      if (atom->text == NULL)
        continue;
      memcpy (text, atom->text, atom->length);
      text[atom->length] = '\0';
      atom->text = text;
      text += atom->length + 1;
    }
  return self;
}

/**
 * csl_output_free:
 * @self: (transfer full) (nullable): a line
 *
 * Frees a line.
 */
void
csl_output_free (CslOutput *self)
{
  g_free (self);
}

/**
 * csl_output_is_empty:
 * @self: a line
 *
 * Tells if a line holds no character.
 *
 * Returns: is it empty?
 */
gboolean
csl_output_is_empty (const CslOutput *self)
{
  for (guint i = 0; i < self->atoms.n_atoms; i++)
    if (self->atoms.atoms[i].kind == CSL_ATOM_TEXT && self->atoms.atoms[i].length > 0)
      return FALSE;
  return TRUE;
}

/**
 * csl_output_to_html:
 * @self: a line
 *
 * Writes a line as HTML, in the conventions of the official fixtures.
 *
 * Returns: (transfer full): the mark-up
 */
char *
csl_output_to_html (const CslOutput *self)
{
  GString *html = g_string_new (NULL);

  csl_write_html (&self->atoms, html);
  return g_string_free (html, FALSE);
}

/**
 * csl_output_to_rtf:
 * @self: a line
 *
 * Writes a line as a piece of RTF, as word processors’ plug-ins pass it on.
 *
 * Returns: (transfer full): the mark-up
 */
char *
csl_output_to_rtf (const CslOutput *self)
{
  GString *rtf = g_string_new (NULL);

  csl_write_rtf (&self->atoms, rtf);
  return g_string_free (rtf, FALSE);
}

/**
 * csl_output_to_text:
 * @self: a line
 *
 * Writes a line without mark-up.
 *
 * Returns: (transfer full): the text
 */
char *
csl_output_to_text (const CslOutput *self)
{
  GString *text = g_string_new (NULL);

  csl_write_text (&self->atoms, text);
  return g_string_free (text, FALSE);
}
