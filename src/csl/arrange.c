/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One cluster: its cites evaluated, gathered, collapsed, and set between the
 * layout's affixes.
 */

#include "config.h"

#include "processor-private.h"

#include <string.h>

static gboolean
is_filled (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
ends_in_letter (const char *text)
{
  const char *last = g_utf8_find_prev_char (text, text + strlen (text));

  return last != NULL && g_unichar_isalnum (g_utf8_get_char (last));
}

/* What a person typed before a cite: a word gets a blank after it, “(” none */
static CslOut *
new_prefix (CslProcessor *self,
            CslEval      *eval,
            const char   *text)
{
  CslOut *piece = csl_eval_new_piece (eval, CSL_TAG_PREFIX, text, NULL, CSL_TEXT_CASE_NONE);

  if (ends_in_letter (text))
    piece->suffix = " ";
  return piece;
}

static CslOut *
new_suffix (CslProcessor *self,
            CslEval      *eval,
            const char   *text)
{
  CslOut *piece = csl_eval_new_piece (eval, CSL_TAG_SUFFIX, text, NULL, CSL_TEXT_CASE_NONE);

  if (g_unichar_isalnum (g_utf8_get_char (text)))
    piece->prefix = " ";
  return piece;
}

/* “Smith says that … (2019)”: the names of a cite without the rest, or the rest without
 * the names. What stands in for names goes with them */
static CslOut *
choose_part (CslProcessor     *self,
             CslOut           *body,
             const CslDocCite *cite)
{
  CslOut *names = NULL;
  CslOut *part;

  if (cite->cite.suppress_author || cite->cite.author_only)
    names = csl_out_find (body, CSL_TAG_NAMES);
  if (names == NULL)
    return body;
  if (!cite->cite.author_only)
    {
      names->is_hidden = TRUE;
      return body;
    }

  part = csl_out_new_group (self->scratch, CSL_TAG_CITE);
  names->prefix = names->suffix = NULL;
  csl_out_append (part, names);
  return part;
}

/**
 * csl_processor_new_cite:
 * @self: a document
 * @cite: a cite of the document
 * @is_first: is it the first of its cluster? Then it does not vanish unseen
 *
 * Evaluates a cite, with what was typed around it.
 *
 * Returns: (transfer none): the tree, in the scratch arena
 */
CslOut *
csl_processor_new_cite (CslProcessor     *self,
                        const CslDocCite *cite,
                        gboolean          is_first)
{
  CslEval eval;
  CslOut *group = csl_out_new_group (self->scratch, CSL_TAG_CITE);
  CslOut *body;
  const char *prefix = cite->cite.prefix;
  const char *suffix = cite->cite.suffix;

  csl_processor_start_cite (self, &eval, cite);
  body = choose_part (self, csl_evaluate (&eval), cite);
  csl_processor_note_bound (self, &eval);
  group->has_text = eval.has_text;
  for (CslOut *child = body->first; child != NULL; child = child->next)
    csl_processor_drop_displays (child);
  if (is_filled (prefix))
    csl_out_append (group, new_prefix (self, &eval, prefix));
  if (csl_out_is_visible (body))
    csl_out_append (group, body);
  else if (is_first)
    csl_out_append (group, csl_out_new_text (self->scratch, CSL_TAG_NONE, "[CSL STYLE ERROR: reference with no printed form.]"));
  if (is_filled (suffix))
    csl_out_append (group, new_suffix (self, &eval, suffix));
  return group;
}

/* The first piece of a tree that shows; NULL if it does not start the line. That names of
 * nobody count was measured with the reference engine */
static CslOut *
find_first (CslOut *out)
{
  if (out->kind != CSL_OUT_GROUP)
    return out;
  if (out->is_begun)
    return NULL;

  for (CslOut *child = out->first; child != NULL; child = child->next)
    if (csl_out_is_visible (child))
      {
        CslOut *first = find_first (child);

        if (first == NULL || first->tag != CSL_TAG_CITATION_NUMBER)
          return first;
      }
  return NULL;
}

/**
 * csl_processor_capitalize_term:
 * @self: a document
 * @out: a tree in its scratch arena
 *
 * Gives the term that a tree begins with a capital, if it begins with one.
 */
void
csl_processor_capitalize_term (CslProcessor *self,
                               CslOut       *out)
{
  CslOut *first = find_first (out);
  CslEval eval = { .arena = self->scratch, .language = csl_locale_get_tag (self->locale) };

  if (first != NULL && first->tag == CSL_TAG_TERM)
    csl_eval_apply_case (&eval, first, CSL_TEXT_CASE_CAPITALIZE_FIRST);
}

/* “Ibid.” begins a sentence at the start of a note, and after a prefix that ends a
 * sentence of more than one word: fixtures magic_TermCapitalizationWithPrefix and
 * bugreports_CapsAfterOneWordPrefix */
static gboolean
ends_sentence (const char *prefix)
{
  g_autofree char *text = g_strstrip (g_strdup (prefix));
  gsize length = strlen (text);

  while (length > 0 && (text[length - 1] == '"' || g_str_has_suffix (text, "”")))
    {
      length -= text[length - 1] == '"' ? 1 : strlen ("”");
      text[length] = '\0';
    }
  return length > 0 && strchr (".!?", text[length - 1]) != NULL && strchr (text, ' ') != NULL;
}

static void
capitalize_start (CslProcessor *self,
                  CslOut       *cite,
                  const char   *prefix)
{
  CslOut *first = cite->first;

  if (is_filled (prefix))
    {
      if (!ends_sentence (prefix))
        return;
      first = first->next;
    }
  if (first != NULL)
    csl_processor_capitalize_term (self, first);
}

/* Does what a person typed before a cite go on with the one before? */
static gboolean
goes_on (const char *prefix)
{
  return prefix != NULL && *prefix != '\0' && strchr (",.;:!?", *prefix) != NULL;
}

static gboolean
ends_in_comma (const char *suffix)
{
  return suffix != NULL && g_str_has_suffix (suffix, ",");
}

/* A comma that a person typed takes the place of the layout's delimiter: fixtures
 * affix_WithCommas and magic_SuppressLayoutDelimiterIfPrefixComma */
static void
append_cite (CslProcessor      *self,
             CslOut            *cites,
             CslDocPiece       *piece,
             const CslDocPiece *before)
{
  CslOut *group;

  if (!csl_out_is_visible (piece->out))
    return;

  group = csl_out_new_group (self->scratch, CSL_TAG_NONE);
  if (cites->first != NULL)
    {
      if (goes_on (piece->cite->cite.prefix))
        group->prefix = NULL;
      else if (before != NULL && ends_in_comma (before->cite->cite.suffix))
        group->prefix = " ";
      else
        group->prefix = piece->delimiter;
    }
  csl_out_append (group, piece->out);
  csl_out_append (cites, group);
}

/* Names alone are part of a sentence and stand without the layout's brackets */
static gboolean
is_author_only (const CslDocCite *cites,
                guint             n_cites)
{
  for (guint i = 0; i < n_cites; i++)
    if (!cites[i].cite.author_only)
      return FALSE;
  return n_cites > 0;
}

static CslOut *
arrange_cites (CslProcessor *self,
               CslDocCite   *cites,
               guint         n_cites)
{
  const CslNode *layout = &self->style->sections[CSL_AREA_CITATION].layout;
  CslOut *line = csl_out_new_group (self->scratch, CSL_TAG_NONE);
  CslDocPiece *pieces = csl_arena_new_array (self->scratch, CslDocPiece, n_cites);

  for (guint i = 0; i < n_cites; i++)
    {
      pieces[i].cite = &cites[i];
      pieces[i].out = csl_processor_new_cite (self, &cites[i], i == 0);
    }
  csl_processor_collapse (self, pieces, n_cites);
  if (self->style->style_class == CSL_STYLE_CLASS_NOTE && n_cites > 0)
    capitalize_start (self, pieces[0].out, pieces[0].cite->cite.prefix);
  for (guint i = 1; self->style->style_class == CSL_STYLE_CLASS_NOTE && i < n_cites; i++)
    if (is_filled (pieces[i].cite->cite.prefix))
      capitalize_start (self, pieces[i].out, pieces[i].cite->cite.prefix);
  for (guint i = 0; i < n_cites; i++)
    append_cite (self, line, &pieces[i], i > 0 ? &pieces[i - 1] : NULL);
  if (!is_author_only (cites, n_cites))
    {
      line->prefix = layout->prefix;
      line->suffix = layout->suffix;
    }
  return line;
}

static CslOut *
new_line (CslProcessor *self,
          CslOut       *cites)
{
  CslOut *line = csl_out_new_group (self->scratch, CSL_TAG_NONE);

  line->format = self->style->sections[CSL_AREA_CITATION].layout.format;
  csl_out_append (line, cites);
  return line;
}

/* The names of the first cite, without what was typed around it; NULL if it shows none */
static CslOut *
arrange_names (CslProcessor        *self,
               const CslDocCluster *cluster)
{
  CslDocCite cite = cluster->cites[0];
  CslEval eval;

  cite.cite.author_only = TRUE;
  cite.cite.suppress_author = FALSE;
  cite.cite.prefix = cite.cite.suffix = NULL;
  csl_processor_start_cite (self, &eval, &cite);
  if (csl_out_find (csl_evaluate (&eval), CSL_TAG_NAMES) == NULL)
    return NULL;
  return arrange_cites (self, csl_arena_copy (self->scratch, &cite, sizeof cite), 1);
}

/* What a person typed between names and citation: a word gets a blank before it, “’s” none */
static CslOut *
new_infix (CslProcessor        *self,
           const CslDocCluster *cluster)
{
  CslEval eval;
  CslOut *infix;

  csl_processor_start_cite (self, &eval, &cluster->cites[0]);
  infix = csl_eval_new_piece (&eval, CSL_TAG_NONE, cluster->infix, NULL, CSL_TEXT_CASE_NONE);
  if (*cluster->infix == '<' || !g_unichar_ispunct (g_utf8_get_char (cluster->infix)))
    infix->prefix = " ";
  return infix;
}

/* “Doe (2020)” is two lines that follow each other: punctuation does not wander */
static CslOut *
arrange_composite (CslProcessor  *self,
                   CslDocCluster *cluster,
                   CslOut        *names)
{
  CslOut *whole = csl_out_new_group (self->scratch, CSL_TAG_NONE);
  CslOut *citation = csl_out_new_group (self->scratch, CSL_TAG_NONE);
  CslDocCite *cites = csl_arena_copy (self->scratch, cluster->cites, cluster->n_cites * sizeof *cites);

  cites[0].cite.suppress_author = TRUE;
  cites[0].cite.author_only = FALSE;
  csl_out_append (whole, names);
  if (is_filled (cluster->infix))
    csl_out_append (whole, new_infix (self, cluster));
  citation->prefix = " ";
  csl_out_append (citation, new_line (self, arrange_cites (self, cites, cluster->n_cites)));
  csl_out_append (whole, citation);
  return whole;
}

/**
 * csl_processor_arrange:
 * @self: a document that is settled
 * @cluster: one of its clusters
 *
 * Evaluates and arranges the cites of a cluster.
 *
 * Returns: (transfer none): the tree, in the scratch arena
 */
CslOut *
csl_processor_arrange (CslProcessor  *self,
                       CslDocCluster *cluster)
{
  CslOut *names = NULL;

  if (cluster->mode != CSL_CLUSTER_WHOLE && cluster->n_cites > 0)
    names = arrange_names (self, cluster);
  if (names == NULL)
    return new_line (self, arrange_cites (self, cluster->cites, cluster->n_cites));

  switch (cluster->mode)
    {
    case CSL_CLUSTER_WHOLE:
    case CSL_CLUSTER_COMPOSITE:
      return arrange_composite (self, cluster, names);
    case CSL_CLUSTER_AUTHOR_ONLY:
      return names;
    case CSL_CLUSTER_SUPPRESS_AUTHOR:
      cluster->cites[0].cite.suppress_author = TRUE;
      return new_line (self, arrange_cites (self, cluster->cites, cluster->n_cites));
    }
  return names;
}
