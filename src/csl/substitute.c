/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A bibliography does not say a name twice: what is the same as in the entry
 * before gives way to a dash. CSL 1.0.2, “Reference Grouping”.
 */

#include "config.h"

#include "processor-private.h"

#include "finish.h"

#include <string.h>

static char *
dup_key (CslProcessor *self,
         CslOut       *out)
{
  CslAtoms atoms = { 0 };
  CslOut *next = out->next;
  const char *prefix = out->prefix;
  const char *suffix = out->suffix;

  out->next = NULL;
  out->prefix = out->suffix = NULL;
  csl_finish (self->scratch, self->locale, out, &atoms);
  out->next = next;
  out->prefix = prefix;
  out->suffix = suffix;
  g_string_truncate (self->text, 0);
  csl_write_text (&atoms, self->text);
  return g_strndup (self->text->str, self->text->len);
}

/* The lists of names in a piece, in order */
static void
find_lists (CslOut    *out,
            GPtrArray *lists)
{
  if (out->tag == CSL_TAG_NAME_LIST)
    {
      g_ptr_array_add (lists, out);
      return;
    }
  for (CslOut *child = out->first; child != NULL; child = child->next)
    find_lists (child, lists);
}

static void
read_heading (CslProcessor *self,
              CslOut       *names,
              GPtrArray    *lists,
              CslHeading   *heading)
{
  g_autoptr (GString) key = g_string_new (NULL);

  heading->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < lists->len; i++)
    {
      CslOut *list = lists->pdata[i];
      g_autofree char *text = dup_key (self, list);

      g_string_append_printf (key, "%s\n", text);
      for (CslOut *child = list->first; child != NULL; child = child->next)
        if (child->tag == CSL_TAG_NAME)
          g_ptr_array_add (heading->names, dup_key (self, child));
    }
  if (lists->len == 0)
    {
      g_autofree char *text = dup_key (self, names);

      g_string_append (key, text);
    }
  heading->key = g_strdup (key->str);
}

static CslOut *
new_dash (CslProcessor *self)
{
  return csl_out_new_text (self->scratch, CSL_TAG_NONE, self->style->author_substitute);
}

/* Puts the dash in the place of what a group holds; its affixes stay */
static void
replace_content (CslProcessor *self,
                 CslOut       *out)
{
  if (out->kind == CSL_OUT_GROUP)
    {
      out->first = out->last = NULL;
      csl_out_append (out, new_dash (self));
      return;
    }
  out->kind = CSL_OUT_TEXT;
  out->text = self->style->author_substitute;
  out->length = (guint) strlen (out->text);
  out->format = (CslFormat) { 0 };
  out->quotes = FALSE;
}

static void
replace_all (CslProcessor *self,
             CslOut       *names,
             GPtrArray    *lists)
{
  if (lists->len == 0)
    {
      replace_content (self, names);
      return;
    }
  replace_content (self, lists->pdata[0]);
  for (guint i = 1; i < lists->len; i++)
    ((CslOut *) lists->pdata[i])->is_hidden = TRUE;
}

/* Dashes for single names: for all of them, for those from the first on that are
 * the same, or for the first alone */
static void
replace_each (CslProcessor     *self,
              GPtrArray        *lists,
              const CslHeading *heading,
              const CslHeading *before)
{
  guint index = 0;

  for (guint i = 0; i < lists->len; i++)
    for (CslOut *child = ((CslOut *) lists->pdata[i])->first; child != NULL; child = child->next)
      {
        if (child->tag != CSL_TAG_NAME)
          continue;
        if (index >= before->names->len || strcmp (before->names->pdata[index], heading->names->pdata[index]) != 0)
          return;
        replace_content (self, child);
        index++;
        if (self->style->substitute_rule == CSL_SUBSTITUTE_PARTIAL_FIRST)
          return;
      }
}

/**
 * csl_heading_clear:
 * @self: a heading
 *
 * Frees what a heading holds.
 */
void
csl_heading_clear (CslHeading *self)
{
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->names, g_ptr_array_unref);
}

/**
 * csl_processor_substitute:
 * @self: a document
 * @entry: an entry of its bibliography
 * @before: (inout): the names of the entry before, and then of this one
 *
 * Replaces the names of an entry that are the same as in the entry before. What
 * stands in for missing names is compared and replaced as well: fixture
 * magic_SubsequentAuthorSubstituteOfTitleField.
 */
void
csl_processor_substitute (CslProcessor *self,
                          CslOut       *entry,
                          CslHeading   *before)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  CslHeading heading = { 0 };
  CslOut *names;

  if (self->style->author_substitute == NULL)
    return;

  names = csl_out_find (entry, CSL_TAG_NAMES);
  if (names != NULL)
    find_lists (names, lists);
  if (names != NULL && (lists->len > 0 || csl_out_find (names, CSL_TAG_TERM) == NULL))
    {
      read_heading (self, names, lists, &heading);
      if (before->key != NULL)
        {
          gboolean is_same = strcmp (before->key, heading.key) == 0;
          CslSubstituteRule rule = self->style->substitute_rule;

          if (is_same && (rule == CSL_SUBSTITUTE_COMPLETE_ALL || lists->len == 0))
            replace_all (self, names, lists);
          else if ((is_same && rule == CSL_SUBSTITUTE_COMPLETE_EACH) ||
                   rule == CSL_SUBSTITUTE_PARTIAL_EACH || rule == CSL_SUBSTITUTE_PARTIAL_FIRST)
            replace_each (self, lists, &heading, before);
        }
    }
  csl_heading_clear (before);
  *before = heading;
}
