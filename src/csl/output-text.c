/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain text, and the key that tells if two cites look the same.
 */

#include "config.h"

#include "finish.h"

/**
 * csl_write_text:
 * @atoms: a finished line
 * @text: takes the characters
 *
 * Writes a line without any mark-up. What stands in the left margin is parted
 * from the rest by a blank.
 */
void
csl_write_text (const CslAtoms *atoms,
                GString        *text)
{
  for (guint i = 0; i < atoms->n_atoms; i++)
    {
      const CslAtom *atom = &atoms->atoms[i];

      switch ((CslAtomKind) atom->kind)
        {
        case CSL_ATOM_TEXT:
        case CSL_ATOM_QUOTE_OPEN:
        case CSL_ATOM_QUOTE_CLOSE:
          if (!atom->is_spare)
            g_string_append_len (text, atom->text, atom->length);
          break;
        case CSL_ATOM_DISPLAY_CLOSE:
          if (atom->what == CSL_DISPLAY_LEFT_MARGIN)
            g_string_append_c (text, ' ');
          break;
        case CSL_ATOM_OPEN:
        case CSL_ATOM_CLOSE:
        case CSL_ATOM_DISPLAY_OPEN:
        case CSL_ATOM_LINK_OPEN:
        case CSL_ATOM_LINK_CLOSE:
          break;
        }
    }
}

/**
 * csl_write_key:
 * @atoms: a finished line
 * @key: takes the key
 *
 * Writes what tells lines apart: the characters and what marks them.
 */
void
csl_write_key (const CslAtoms *atoms,
               GString        *key)
{
  for (guint i = 0; i < atoms->n_atoms; i++)
    {
      const CslAtom *atom = &atoms->atoms[i];

      if (atom->text != NULL && atom->kind != CSL_ATOM_LINK_OPEN && !atom->is_spare)
        g_string_append_len (key, atom->text, atom->length);
      else if (atom->kind == CSL_ATOM_OPEN)
        g_string_append_c (key, (char) (1 + atom->what));
      else if (atom->kind == CSL_ATOM_CLOSE)
        g_string_append_c (key, 31);
    }
}
