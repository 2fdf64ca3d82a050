/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays blocks of terms over each other, from the most general to the nearest:
 * CSL 1.0.2, “Locale Fallback”.
 */

#include "config.h"

#include "locale-private.h"

#include "builtin.h"
#include "style-private.h"

#include <string.h>

/* Languages whose main dialect is not their own code once more (“fr-FR”): the
 * same table as in the specification's list of locales */
static const char *const main_dialects[][2] = {
  { "af", "af-ZA" },
  { "bg", "bg-BG" },
  { "ca", "ca-AD" },
  { "cs", "cs-CZ" },
  { "cy", "cy-GB" },
  { "da", "da-DK" },
  { "el", "el-GR" },
  { "en", "en-US" },
  { "et", "et-EE" },
  { "fa", "fa-IR" },
  { "he", "he-IL" },
  { "hi", "hi-IN" },
  { "ja", "ja-JP" },
  { "km", "km-KH" },
  { "ko", "ko-KR" },
  { "nb", "nb-NO" },
  { "nn", "nn-NO" },
  { "no", "nb-NO" },
  { "sl", "sl-SI" },
  { "sr", "sr-RS" },
  { "sv", "sv-SE" },
  { "uk", "uk-UA" },
  { "vi", "vi-VN" },
  { "zh", "zh-CN" },
};

typedef struct
{
  CslLocale *locale;
  CslLocaleLoader loader;
  gpointer user_data;
  gboolean is_english; /* were no words laid yet but those of en-US? */
} Builder;

static gsize
get_language_length (const char *tag)
{
  return strcspn (tag, "-_");
}

static char *
dup_main_dialect (const char *tag)
{
  gsize length = get_language_length (tag);
  g_autofree char *language = g_ascii_strdown (tag, (gssize) length);
  g_autofree char *country = g_ascii_strup (tag, (gssize) length);

  for (guint i = 0; i < G_N_ELEMENTS (main_dialects); i++)
    if (strcmp (main_dialects[i][0], language) == 0)
      return g_strdup (main_dialects[i][1]);
  return g_strconcat (language, "-", country, NULL);
}

static void
lay_ordinal (CslLocale            *self,
             const CslOrdinalText *ordinal)
{
  if (ordinal->is_long)
    self->long_ordinals[ordinal->number][ordinal->gender] = ordinal->text;
  else if (ordinal->is_default)
    self->ordinal_defaults[ordinal->gender] = ordinal->text;
  else
    {
      self->ordinals[ordinal->number].match = ordinal->match;
      self->ordinals[ordinal->number].texts[ordinal->gender] = ordinal->text;
    }
}

static void
lay_block (CslLocale            *self,
           const CslLocaleBlock *block)
{
  gboolean has_ordinals = FALSE; /* of CSL 1.0.1; those of 1.0, without “ordinal”, are passed over */

  for (guint i = 0; i < block->terms->len; i++)
    {
      const CslTermText *term = &g_array_index (block->terms, CslTermText, i);
      CslTermEntry *entry = &self->terms[term->term * CSL_N_TERM_FORMS + term->form];

      entry->values[0].text = term->single;
      entry->values[1].text = term->multiple;
      if (term->form == CSL_TERM_FORM_LONG && term->gender != CSL_GENDER_NEUTER)
        self->genders[term->term] = (guint8) term->gender;
    }

  for (guint i = 0; i < block->ordinals->len; i++)
    has_ordinals |= g_array_index (block->ordinals, CslOrdinalText, i).is_default;
  if (has_ordinals)
    {
      memset (self->ordinals, 0, sizeof self->ordinals);
      memset (self->ordinal_defaults, 0, sizeof self->ordinal_defaults);
    }
  for (guint i = 0; i < block->ordinals->len; i++)
    if (has_ordinals || g_array_index (block->ordinals, CslOrdinalText, i).is_long)
      lay_ordinal (self, &g_array_index (block->ordinals, CslOrdinalText, i));

  for (guint form = 0; form < G_N_ELEMENTS (block->dates); form++)
    if (block->dates[form] != NULL)
      self->dates[form] = block->dates[form];
  if (block->punctuation_in_quote >= 0)
    self->punctuation_in_quote = block->punctuation_in_quote;
  if (block->limit_day_ordinals >= 0)
    self->limit_day_ordinals = block->limit_day_ordinals;
}

static void
forget_term (CslLocale *self,
             guint      term)
{
  memset (&self->terms[term * CSL_N_TERM_FORMS], 0, CSL_N_TERM_FORMS * sizeof (CslTermEntry));
}

/* A language that has a word has it in each form: “versión” is the short form too, not
 * English “v.”. And English verbs do not stand in its sentences: so the reference engine */
static void
forget_english (CslLocale            *self,
                const CslLocaleBlock *block)
{
  for (guint term = 0; term < self->n_terms; term++)
    {
      memset (&self->terms[term * CSL_N_TERM_FORMS + CSL_TERM_FORM_VERB], 0, sizeof (CslTermEntry));
      memset (&self->terms[term * CSL_N_TERM_FORMS + CSL_TERM_FORM_VERB_SHORT], 0, sizeof (CslTermEntry));
    }
  for (guint i = 0; i < block->terms->len; i++)
    forget_term (self, g_array_index (block->terms, CslTermText, i).term);
}

static gboolean
lay_bytes (Builder     *builder,
           const char  *tag,
           GBytes      *bytes,
           GError     **error)
{
  CslLocale *self = builder->locale;
  g_autofree char *name = g_strconcat ("locales-", tag, ".xml", NULL);
  CslXml xml;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (csl_xml_open (&xml, self->arena, CSL_ERROR_LOCALE_INVALID, name, data != NULL ? data : "", length))
    {
      const CslLocaleBlock *block = csl_locale_block_read (&xml, self->style->custom_terms, FALSE);

      if (xml.error == NULL && builder->is_english && !g_str_has_prefix (tag, "en"))
        {
          forget_english (self, block);
          builder->is_english = FALSE;
        }
      if (xml.error == NULL)
        lay_block (self, block);
    }
  return csl_xml_close (&xml, error);
}

static gboolean
lay_file (Builder     *builder,
          const char  *tag,
          GError     **error)
{
  g_autoptr (GBytes) bytes = builder->loader != NULL ? builder->loader (tag, builder->user_data) : NULL;

  if (bytes == NULL && strcmp (tag, "en-US") == 0)
    bytes = csl_builtin_get_locale_bytes ();
  return bytes == NULL || lay_bytes (builder, tag, bytes, error);
}

static gboolean
lay_files (Builder     *builder,
           const char  *tag,
           GError     **error)
{
  g_autofree char *dialect = dup_main_dialect (tag);
  g_autofree char *language = g_strndup (tag, get_language_length (tag));

  if (!lay_file (builder, "en-US", error) || !lay_file (builder, language, error))
    return FALSE;
  if (strcmp (dialect, "en-US") != 0 && !lay_file (builder, dialect, error))
    return FALSE;
  return strcmp (dialect, tag) == 0 || strcmp (tag, "en-US") == 0 || lay_file (builder, tag, error);
}

static void
lay_style_blocks_of (CslLocale  *self,
                     const char *lang)
{
  GPtrArray *blocks = self->style->locale_blocks;

  for (guint i = 0; i < blocks->len; i++)
    {
      CslLocaleBlock *block = blocks->pdata[i];

      if (lang == NULL ? block->lang == NULL : block->lang != NULL && g_ascii_strcasecmp (block->lang, lang) == 0)
        lay_block (self, block);
    }
}

/* What a style says of en-US holds in en-GB too, below what it says of that: so the
 * reference engine, and styles in British English count on it */
static void
lay_style_blocks (CslLocale  *self,
                  const char *tag)
{
  g_autofree char *language = g_strndup (tag, get_language_length (tag));
  g_autofree char *dialect = dup_main_dialect (tag);

  lay_style_blocks_of (self, NULL);
  lay_style_blocks_of (self, language);
  if (g_ascii_strcasecmp (dialect, language) != 0 && g_ascii_strcasecmp (dialect, tag) != 0)
    lay_style_blocks_of (self, dialect);
  if (g_ascii_strcasecmp (tag, language) != 0)
    lay_style_blocks_of (self, tag);
}

/* Where a language has no sign for “and”, “&” is one */
static void
set_and_symbol (CslLocale *self)
{
  CslTermEntry *entry = &self->terms[CSL_TERM_AND * CSL_N_TERM_FORMS + CSL_TERM_FORM_SYMBOL];

  if (entry->values[0].text == NULL)
    entry->values[0].text = entry->values[1].text = "&";
}

static void
fall_back_forms (CslLocale *self)
{
  static const CslTermForm order[] = {
    CSL_TERM_FORM_SHORT, CSL_TERM_FORM_SYMBOL, CSL_TERM_FORM_VERB, CSL_TERM_FORM_VERB_SHORT
  };

  for (guint term = 0; term < self->n_terms; term++)
    {
      CslTermEntry *entries = &self->terms[term * CSL_N_TERM_FORMS];

      for (guint i = 0; i < G_N_ELEMENTS (order); i++)
        if (entries[order[i]].values[0].text == NULL)
          entries[order[i]] = entries[csl_term_form_fall_back (order[i])];
    }
}

static void
read_marks (CslLocale *self)
{
  for (guint i = 0; i < self->n_terms * CSL_N_TERM_FORMS; i++)
    for (guint number = 0; number < 2; number++)
      {
        CslTermValue *value = &self->terms[i].values[number];

        if (value->text == NULL || strpbrk (value->text, "'\"<\xe2\xc2") == NULL)
          continue;
        value->rich = csl_rich_field_parse (value->text, -1);
        csl_arena_adopt (self->arena, value->rich, (GDestroyNotify) csl_rich_field_unref);
      }

  self->quotes[0][0] = csl_locale_get_text (self, CSL_TERM_OPEN_QUOTE);
  self->quotes[0][1] = csl_locale_get_text (self, CSL_TERM_CLOSE_QUOTE);
  self->quotes[1][0] = csl_locale_get_text (self, CSL_TERM_OPEN_INNER_QUOTE);
  self->quotes[1][1] = csl_locale_get_text (self, CSL_TERM_CLOSE_INNER_QUOTE);
}

static void
locale_clear (gpointer data)
{
  CslLocale *self = data;

  csl_arena_free (self->arena);
  csl_style_unref (self->style);
}

static char *
dup_tag (CslStyle   *style,
         const char *tag)
{
  g_autofree char *hyphened = NULL;

  if (tag == NULL || *tag == '\0')
    tag = style->default_locale != NULL ? style->default_locale : "en-US";
  hyphened = g_strdelimit (g_utf8_make_valid (tag, -1), "_", '-');
  return strchr (hyphened, '-') == NULL && strlen (hyphened) <= 3 ? dup_main_dialect (hyphened) : g_steal_pointer (&hyphened);
}

/**
 * csl_locale_new:
 * @style: whose terms lie over all others
 * @tag: (nullable): a language as "de-AT"; `NULL` for the style's own
 * @loader: (nullable) (scope call): finds locale files; without it only the
 *   built-in one is there
 * @user_data: for @loader
 * @error: return location for an error of the domain `CSL_ERROR`
 *
 * Lays the words of a style and a language together. A language without a
 * file gets American English: CSL 1.0.2, “Locale Fallback”.
 *
 * Returns: (transfer full): the locale, or `NULL` with @error set
 */
CslLocale *
csl_locale_new (CslStyle         *style,
                const char       *tag,
                CslLocaleLoader   loader,
                gpointer          user_data,
                GError          **error)
{
  g_autoptr (CslLocale) self = NULL;
  g_autofree char *full_tag = NULL;
  Builder builder = { .loader = loader, .user_data = user_data, .is_english = TRUE };

  g_return_val_if_fail (style != NULL, NULL);

  full_tag = dup_tag (style, tag);
  self = g_atomic_rc_box_new0 (CslLocale);
  self->arena = csl_arena_new ();
  self->style = csl_style_ref (style);
  self->tag = csl_arena_strdup (self->arena, full_tag);
  self->n_terms = CSL_FIRST_CUSTOM_TERM + style->custom_terms->len;
  self->terms = csl_arena_new_array (self->arena, CslTermEntry, self->n_terms * CSL_N_TERM_FORMS);
  self->genders = csl_arena_new_array (self->arena, guint8, self->n_terms);

  builder.locale = self;
  if (!lay_files (&builder, full_tag, error))
    return NULL;
  lay_style_blocks (self, full_tag);
  set_and_symbol (self);
  fall_back_forms (self);
  read_marks (self);
  return g_steal_pointer (&self);
}

/**
 * csl_locale_ref:
 * @self: a locale
 *
 * Takes a reference, in any thread.
 *
 * Returns: (transfer full): the locale
 */
CslLocale *
csl_locale_ref (CslLocale *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * csl_locale_unref:
 * @self: (transfer full): a locale
 *
 * Gives a reference back, in any thread.
 */
void
csl_locale_unref (CslLocale *self)
{
  g_atomic_rc_box_release_full (self, locale_clear);
}

/**
 * csl_locale_get_tag:
 * @self: a locale
 *
 * Gives the language that was asked for, with its dialect.
 *
 * Returns: (transfer none): a tag as "de-AT"
 */
const char *
csl_locale_get_tag (CslLocale *self)
{
  return self->tag;
}

/**
 * csl_locale_get_word:
 * @self: a locale
 * @term: a term of CSL: "chapter"
 *
 * Gives the long form of a term, of one thing.
 *
 * Returns: (transfer none) (nullable): the word, or `NULL` if no language has it
 */
const char *
csl_locale_get_word (CslLocale  *self,
                     const char *term)
{
  CslTerm number = csl_term_parse (term);
  const char *text = number != CSL_TERM_NONE ? csl_locale_get_text (self, number) : "";

  return *text != '\0' ? text : NULL;
}

/**
 * csl_locale_get_gender:
 * @self: a locale
 * @term: a noun
 *
 * Gives the gender of a noun, which its ordinals take.
 *
 * Returns: the gender; neuter if the language does not say
 */
CslGender
csl_locale_get_gender (const CslLocale *self,
                       guint            term)
{
  return term < self->n_terms ? (CslGender) self->genders[term] : CSL_GENDER_NEUTER;
}

static const char *
get_gendered (const char *const *texts,
              CslGender          gender)
{
  return texts[gender] != NULL ? texts[gender] : texts[CSL_GENDER_NEUTER];
}

/**
 * csl_locale_get_ordinal:
 * @self: a locale
 * @number: a number
 * @gender: gender of what is numbered
 *
 * Gives what follows the digits of an ordinal: CSL 1.0.2, “Ordinal Suffixes”.
 *
 * Returns: (transfer none): the suffix; may be empty
 */
const char *
csl_locale_get_ordinal (const CslLocale *self,
                        guint            number,
                        CslGender        gender)
{
  const CslOrdinalEntry *entry = &self->ordinals[number % 100];
  const char *text = get_gendered (entry->texts, gender);

  if (text != NULL && (number % 100 >= 10 || entry->match == CSL_ORDINAL_LAST_TWO || number % 100 == number) &&
      (entry->match != CSL_ORDINAL_WHOLE || number < 100))
    return text;

  entry = &self->ordinals[number % 10];
  text = get_gendered (entry->texts, gender);
  if (text != NULL && entry->match == CSL_ORDINAL_LAST_DIGIT)
    return text;

  text = get_gendered (self->ordinal_defaults, gender);
  return text != NULL ? text : "";
}

/**
 * csl_locale_get_long_ordinal:
 * @self: a locale
 * @number: a number
 * @gender: gender of what is numbered
 *
 * Gives an ordinal as a word.
 *
 * Returns: (transfer none) (nullable): the word; `NULL` if there is none
 */
const char *
csl_locale_get_long_ordinal (const CslLocale *self,
                             guint            number,
                             CslGender        gender)
{
  return number < 100 ? get_gendered (self->long_ordinals[number], gender) : NULL;
}

/**
 * csl_locale_load_from_dirs:
 * @tag: a language as "de-AT"
 * @dirs: (type utf8): folders with a colon between, the first that has it counts
 *
 * Finds a locale file on the disk: the loader to hand to
 * [ctor@Csl.Locale.new] where nothing else is at hand.
 *
 * Returns: (transfer full) (nullable): the file's bytes; `NULL` if there is none
 */
GBytes *
csl_locale_load_from_dirs (const char *tag,
                           gpointer    dirs)
{
  g_auto (GStrv) folders = g_strsplit (dirs, ":", -1);
  g_autofree char *name = g_strconcat ("locales-", tag, ".xml", NULL);

  if (strchr (tag, '/') != NULL)
    return NULL;

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], name, NULL);
      char *data;
      gsize length;

      if (g_file_get_contents (path, &data, &length, NULL))
        return g_bytes_new_take (data, length);
    }
  return NULL;
}
