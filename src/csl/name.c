/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One name: CSL 1.0.2, “Name-part Order”. The two parts that a style can dress,
 * given and family, each take the particles that go with them.
 */

#include "config.h"

#include "name.h"

#include "initials.h"

#include <string.h>

/**
 * csl_text_is_cjk:
 * @text: any text
 *
 * Tells if a text begins with a letter of those scripts that put no blanks
 * between words: Han, Kana, Hangul.
 *
 * Returns: is it so?
 */
gboolean
csl_text_is_cjk (const char *text)
{
  switch ((int) g_unichar_get_script (g_utf8_get_char (text)))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_HANGUL:
    case G_UNICODE_SCRIPT_BOPOMOFO:
      return TRUE;
    default:
      return FALSE;
    }
}

static CslOut *
new_part (CslEval     *self,
          const char  *text,
          CslTextCase  text_case,
          CslFormat    format)
{
  CslOut *piece = csl_eval_new_piece (self, CSL_TAG_NONE, text, NULL, text_case);

  piece->format = format;
  return piece;
}

static gboolean
holds_on (const char *particle)
{
  return g_str_has_suffix (particle, "'") || g_str_has_suffix (particle, "’") ||
         g_str_has_suffix (particle, "-") || g_str_has_suffix (particle, "\xe2\x80\x90");
}

/* French and Russian keep “van” and “Dijk” on one line: measured with the reference engine */
static const char *
get_particle_blank (CslEval *self)
{
  const char *tag = self->locale->tag;

  return !self->is_sorting && (g_str_has_prefix (tag, "fr") || g_str_has_prefix (tag, "ru")) ? "\xc2\xa0" : " ";
}

/* Family name with the particle that is not demoted before it */
static CslOut *
new_family (CslEval           *self,
            const CslName     *name,
            const CslNameLook *look,
            gboolean           has_particle)
{
  const CslNamePart *part = look->family;
  CslOut *group = csl_out_new_group (self->arena, CSL_TAG_NONE);

  group->prefix = part->prefix;
  group->suffix = part->suffix;
  if (has_particle && name->non_dropping_particle != NULL)
    {
      CslOut *particle = new_part (self, name->non_dropping_particle, part->text_case, part->format);

      if (name->particle_apart || !holds_on (name->non_dropping_particle))
        particle->suffix = get_particle_blank (self);
      csl_out_append (group, particle);
    }
  csl_out_append (group, new_part (self, name->family, part->text_case, part->format));
  return group;
}

static const char *
get_given (CslEval           *self,
           const CslName     *name,
           const CslNameLook *look)
{
  const CslNameOptions *options = look->options;
  gboolean is_full = look->level >= 2;

  if (name->given == NULL || (options->form == CSL_NAME_FORM_SHORT && look->level == 0 && name->family != NULL))
    return NULL;
  if (options->initialize_with == NULL || is_full || name->is_cjk)
    return name->given;
  return csl_arena_take (self->arena, csl_initials_format (name->given, options->initialize_with, options->initialize,
                                                           self->style->initialize_with_hyphen));
}

/* Given name with the particles that go behind it */
static CslOut *
new_given (CslEval           *self,
           const CslName     *name,
           const CslNameLook *look,
           gboolean           has_particle)
{
  const CslNamePart *part = look->given;
  const char *given = get_given (self, name, look);
  const char *particles = NULL;
  CslOut *group;

  if (given == NULL && (!has_particle || name->non_dropping_particle == NULL))
    return NULL;

  group = csl_out_new_group (self->arena, CSL_TAG_NONE);
  group->prefix = part->prefix;
  group->suffix = part->suffix;
  group->delimiter = " ";
  if (given != NULL && *given != '\0')
    csl_out_append (group, new_part (self, given, part->text_case, part->format));
  particles = given != NULL ? name->dropping_particle : NULL;
  if (particles != NULL && (look->is_inverted || !holds_on (particles)))
    csl_out_append (group, new_part (self, particles, part->text_case, part->format));
  if (has_particle && name->non_dropping_particle != NULL)
    csl_out_append (group, new_part (self, name->non_dropping_particle, look->family->text_case, look->family->format));
  return group->first != NULL || particles != NULL ? group : NULL;
}

/* Where initials have no period, “Jr.” has none: measured with the reference engine */
static gboolean
has_no_periods (const CslNameLook *look)
{
  const char *with = look->options->initialize_with;

  return with != NULL && strchr (with, '.') == NULL;
}

static void
append_suffix (CslEval           *self,
               const CslName     *name,
               const CslNameLook *look,
               const char        *before,
               CslOut            *out)
{
  CslOut *piece;

  if (name->suffix == NULL)
    return;

  piece = csl_eval_new_piece (self, CSL_TAG_NONE, name->suffix, NULL, CSL_TEXT_CASE_NONE);
  piece->prefix = before;
  piece->strip_periods = has_no_periods (look);
  csl_out_append (out, piece);
}

static void
build_inverted (CslEval           *self,
                const CslName     *name,
                const CslNameLook *look,
                CslOut            *out)
{
  gboolean is_demoted = self->style->demote == CSL_DEMOTE_DISPLAY_AND_SORT ||
                        (self->style->demote == CSL_DEMOTE_SORT_ONLY && self->is_sorting);
  const char *separator = look->options->sort_separator;
  CslOut *given = new_given (self, name, look, is_demoted);

  csl_out_append (out, new_family (self, name, look, !is_demoted));
  if (given != NULL)
    {
      CslOut *group = csl_out_new_group (self->arena, CSL_TAG_NONE);

      group->prefix = separator;
      csl_out_append (group, given);
      csl_out_append (out, group);
    }
  if (look->options->form == CSL_NAME_FORM_LONG || look->level > 0)
    append_suffix (self, name, look, separator, out);
}

/* Initials that end in a no-break space hold on to the family name with it */
static const char *
get_space (CslEval           *self,
           const CslName     *name,
           const CslNameLook *look)
{
  const char *with = look->options->initialize_with;
  gboolean is_bound = with != NULL && g_str_has_suffix (with, "\xc2\xa0") && look->level < 2 && name->dropping_particle == NULL &&
                      csl_format_is_empty (look->given->format);

  if (name->dropping_particle != NULL)
    return get_particle_blank (self);
  return is_bound ? "\xc2\xa0" : " ";
}

static void
build_straight (CslEval           *self,
                const CslName     *name,
                const CslNameLook *look,
                CslOut            *out)
{
  CslOut *given = new_given (self, name, look, FALSE);
  CslOut *family = new_family (self, name, look, TRUE);

  if (given != NULL)
    {
      csl_out_append (out, given);
      if (name->dropping_particle != NULL && holds_on (name->dropping_particle))
        {
          CslOut *particle = new_part (self, name->dropping_particle, look->given->text_case, look->given->format);

          particle->next = family->first;
          family->first = particle;
        }
      if (given->first != NULL)
        family->prefix = csl_arena_concat (self->arena, get_space (self, name, look), family->prefix != NULL ? family->prefix : "");
    }
  csl_out_append (out, family);
  if (look->options->form == CSL_NAME_FORM_LONG || look->level > 0)
    append_suffix (self, name, look, name->comma_suffix ? ", " : " ", out);
}

/* Han and Kana names: no blank, no comma, no initials, nothing around their parts (the last
 * was measured with the reference engine); in names of a fixed order a blank */
static void
build_static (CslEval           *self,
              const CslName     *name,
              const CslNameLook *look,
              CslOut            *out)
{
  CslOut *given = new_given (self, name, look, FALSE);
  CslOut *family = new_family (self, name, look, TRUE);

  csl_out_append (out, family);
  if (name->is_cjk)
    family->prefix = family->suffix = NULL;
  if (given == NULL)
    return;

  if (name->is_cjk)
    given->prefix = given->suffix = NULL;
  else
    given->prefix = given->prefix != NULL ? csl_arena_concat (self->arena, " ", given->prefix) : " ";
  csl_out_append (out, given);
}

/**
 * csl_eval_new_name:
 * @self: an evaluation
 * @name: the name
 * @index: its place in its variable
 * @look: how it is to look
 *
 * Makes the piece of one name.
 *
 * Returns: (transfer none): the piece
 */
CslOut *
csl_eval_new_name (CslEval           *self,
                   const CslName     *name,
                   guint              index,
                   const CslNameLook *look)
{
  CslOut *out = csl_out_new_group (self->arena, CSL_TAG_NAME);
  const CslNamePart *family = look->family;

  out->number = index;
  if (name->literal != NULL || name->family == NULL)
    {
      const char *text = name->literal != NULL ? name->literal : name->given != NULL ? name->given
                                                                                     : "";
      CslOut *piece = new_part (self, text, family->text_case, family->format);

      piece->prefix = family->prefix;
      piece->suffix = family->suffix;
      csl_out_append (out, piece);
    }
  else if (name->is_cjk || name->static_ordering)
    build_static (self, name, look, out);
  else if (look->is_inverted)
    build_inverted (self, name, look, out);
  else
    build_straight (self, name, look, out);
  csl_eval_apply_case (self, out, look->names->text_case);
  return out;
}
