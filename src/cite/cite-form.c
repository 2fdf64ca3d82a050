/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person adds to a citation in the text: where in the work, a word before, a
 * word behind, and whether the sentence names the author already. The engine knows
 * all of it as one cite of a cluster (CSL 1.0.2, “Citation”, “Locators”).
 */

#include "config.h"

#include "citer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cite-error.h"
#include "read.h"

/* What is typed beyond this is no locator, prefix or suffix */
#define MAX_BYTES 1000

/* CSL 1.0.2, “Appendix III – Terms”, “Locators”: the usual ones first */
static const struct
{
  const char *label;
  const char *name; /* where the language has none */
} labels[] = {
  { "page", N_("Page") },
  { "chapter", N_("Chapter") },
  { "section", N_("Section") },
  { "paragraph", N_("Paragraph") },
  { "part", N_("Part") },
  { "volume", N_("Volume") },
  { "book", N_("Book") },
  { "figure", N_("Figure") },
  { "table", N_("Table") },
  { "note", N_("Note") },
  { "line", N_("Line") },
  { "verse", N_("Verse") },
  { "column", N_("Column") },
  { "folio", N_("Folio") },
  { "issue", N_("Issue") },
  { "equation", N_("Equation") },
  { "appendix", N_("Appendix") },
  { "supplement", N_("Supplement") },
  { "sub-verbo", N_("Entry") },
  { "act", N_("Act") },
  { "scene", N_("Scene") },
  { "opus", N_("Opus") },
  { "timestamp", N_("Time") },
  { "version", N_("Version") },
  { "rule", N_("Rule") },
  { "canon", N_("Canon") },
  { "article-locator", N_("Article") },
  { "title-locator", N_("Title") },
  { "elocation", N_("Electronic Location") },
};

/**
 * offprint_citer_get_locator_labels:
 *
 * Returns: (transfer none) (array zero-terminated=1): what a locator can be the number
 *   of, by the names of CSL; the first is the usual one
 */
const char *const *
offprint_citer_get_locator_labels (void)
{
  static const char *names[G_N_ELEMENTS (labels) + 1];
  static gsize is_filled = 0;

  if (g_once_init_enter (&is_filled))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
        names[i] = labels[i].label;
      g_once_init_leave (&is_filled, 1);
    }
  return names;
}

/* Languages write “page” as it stands within a sentence; in a list it stands alone */
static char *
capitalize (const char *word)
{
  gunichar first = g_utf8_get_char (word);
  char upper[8] = { 0 };

  upper[g_unichar_to_utf8 (g_unichar_totitle (first), upper)] = '\0';
  return g_strconcat (upper, g_utf8_next_char (word), NULL);
}

/**
 * offprint_citer_dup_locator_name:
 * @self: a citer
 * @label: one of [func@Citer.get_locator_labels]
 *
 * Says what a locator is of in the language of the citation, so that it reads as
 * what it becomes.
 *
 * Returns: (transfer full): the word, with a capital
 */
char *
offprint_citer_dup_locator_name (OffprintCiter *self,
                                 const char    *label)
{
  const char *word;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  word = csl_locale_get_word (offprint_citer_get_locale (self), label);
  for (gsize i = 0; word == NULL && i < G_N_ELEMENTS (labels); i++)
    {
      if (g_str_equal (labels[i].label, label))
        word = _(labels[i].name);
    }
  return capitalize (word != NULL && *word != '\0' ? word : label);
}

/**
 * offprint_cite_form_clear:
 * @form: a form
 *
 * Frees what stands in @form, which is then the plain one.
 */
void
offprint_cite_form_clear (OffprintCiteForm *form)
{
  g_clear_pointer (&form->locator, g_free);
  g_clear_pointer (&form->label, g_free);
  g_clear_pointer (&form->prefix, g_free);
  g_clear_pointer (&form->suffix, g_free);
  form->author = OFFPRINT_CITE_AUTHOR_AS_USUAL;
}

/**
 * offprint_cite_form_copy:
 * @form: a form; what stands in it is freed
 * @other: another one
 *
 * Makes @form say what @other does.
 */
void
offprint_cite_form_copy (OffprintCiteForm       *form,
                         const OffprintCiteForm *other)
{
  OffprintCiteForm copy = {
    g_strdup (other->locator),
    g_strdup (other->label),
    g_strdup (other->prefix),
    g_strdup (other->suffix),
    other->author,
  };

  offprint_cite_form_clear (form);
  *form = copy;
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

/**
 * offprint_cite_form_is_plain:
 * @form: a form
 *
 * Returns: whether it adds nothing to the citation
 */
gboolean
offprint_cite_form_is_plain (const OffprintCiteForm *form)
{
  return is_blank (form->locator) && is_blank (form->prefix) && is_blank (form->suffix) &&
         form->author == OFFPRINT_CITE_AUTHOR_AS_USUAL;
}

/* One line without its outer blanks, or NULL */
static char *
dup_line (const char *text)
{
  g_autofree char *line = is_blank (text) ? NULL : offprint_text_clean_line (text, (gssize) MIN (strlen (text), MAX_BYTES));

  return line != NULL && *line != '\0' ? g_steal_pointer (&line) : NULL;
}

/* People type “see”, and mean a word: a blank stands between it and the citation, but
 * behind an opening bracket or mark of quotation */
static char *
dup_prefix (const char *text)
{
  g_autofree char *line = dup_line (text);
  gunichar last = line != NULL ? g_utf8_get_char (g_utf8_prev_char (line + strlen (line))) : 0;
  GUnicodeType type = last != 0 ? g_unichar_type (last) : G_UNICODE_UNASSIGNED;

  if (line == NULL || type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION)
    return g_steal_pointer (&line);
  return g_strconcat (line, " ", NULL);
}

/* A cite may be empty: a style of numbers has no author to name */
static OffprintRichText *
cite_once (OffprintCiter          *self,
           CslItem                *item,
           const OffprintCiteForm *form,
           OffprintCiteAuthor      author)
{
  g_autoptr (CslProcessor) processor = csl_processor_new (offprint_citer_get_style (self), offprint_citer_get_locale (self));
  gboolean is_alone = author == OFFPRINT_CITE_AUTHOR_ALONE;
  g_autofree char *locator = is_alone ? NULL : dup_line (form->locator);
  g_autofree char *prefix = is_alone ? NULL : dup_prefix (form->prefix);
  g_autofree char *suffix = is_alone ? NULL : dup_line (form->suffix);
  g_autoptr (CslOutput) output = NULL;
  CslCite cite = {
    .item = csl_processor_add_item (processor, item),
    .locator = locator,
    .label = form->label,
    .prefix = prefix,
    .suffix = suffix,
    .suppress_author = author == OFFPRINT_CITE_AUTHOR_OMITTED,
    .author_only = is_alone,
    .position = CSL_CITE_AUTO,
    .near_note = CSL_CITE_AUTO,
  };
  CslCluster cluster = { .n_cites = 1, .cites = &cite };

  cluster.note = csl_style_get_class (offprint_citer_get_style (self)) == CSL_STYLE_CLASS_NOTE ? 1 : 0;
  csl_processor_cite (processor, &cluster, 1, &output);
  return output != NULL && !csl_output_is_empty (output) ? csl_output_to_rich_text (output) : NULL;
}

static void
add_runs (OffprintRichTextBuilder *builder,
          OffprintRichText        *text)
{
  for (gsize i = 0; i < offprint_rich_text_get_n_blocks (text); i++)
    {
      const OffprintBlock *block = offprint_rich_text_get_block (text, i);

      for (gsize j = 0; j < block->n_runs; j++)
        offprint_rich_text_builder_add_run (builder, block->runs[j].text, -1, block->runs[j].flags, block->runs[j].href);
    }
}

/* “Doe (2020)”: the author, then the citation without them */
static OffprintRichText *
join (OffprintRichText *author,
      OffprintRichText *rest)
{
  OffprintRichTextBuilder *builder = offprint_rich_text_builder_new ();

  offprint_rich_text_builder_begin_block (builder, OFFPRINT_BLOCK_PARAGRAPH, 0, 0);
  add_runs (builder, author);
  offprint_rich_text_builder_add_run (builder, " ", -1, OFFPRINT_RUN_PLAIN, NULL);
  add_runs (builder, rest);
  return offprint_rich_text_builder_end (builder);
}

/**
 * offprint_citer_cite_form:
 * @self: a citer
 * @item: what to cite
 * @form: what is added to the citation
 * @error: return location for an error of the domain `OFFPRINT_CITE_ERROR`
 *
 * Cites one item in a text, as if it were the only one of a document. Where a style
 * has no author to tell apart from the rest, as those of numbers have none, the
 * whole citation is given for all but the author alone.
 *
 * Returns: (transfer full): the citation, or `NULL` with @error set
 */
OffprintRichText *
offprint_citer_cite_form (OffprintCiter           *self,
                          CslItem                 *item,
                          const OffprintCiteForm  *form,
                          GError                 **error)
{
  g_autoptr (OffprintRichText) author = NULL;
  g_autoptr (OffprintRichText) rest = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (item != NULL, NULL);
  g_return_val_if_fail (form != NULL, NULL);

  if (form->author == OFFPRINT_CITE_AUTHOR_IN_TEXT || form->author == OFFPRINT_CITE_AUTHOR_ALONE)
    author = cite_once (self, item, form, OFFPRINT_CITE_AUTHOR_ALONE);
  if (form->author == OFFPRINT_CITE_AUTHOR_IN_TEXT || form->author == OFFPRINT_CITE_AUTHOR_OMITTED)
    rest = cite_once (self, item, form, OFFPRINT_CITE_AUTHOR_OMITTED);
  if (form->author != OFFPRINT_CITE_AUTHOR_ALONE && rest == NULL)
    rest = cite_once (self, item, form, OFFPRINT_CITE_AUTHOR_AS_USUAL);

  if (author != NULL && rest != NULL)
    return join (author, rest);
  if (author != NULL || rest != NULL)
    return author != NULL ? g_steal_pointer (&author) : g_steal_pointer (&rest);
  g_set_error (error, OFFPRINT_CITE_ERROR, OFFPRINT_CITE_ERROR_NO_TEXT,
               form->author == OFFPRINT_CITE_AUTHOR_ALONE
                 /* Translators: the title of a citation style */
                 ? _("“%s” names no author in the text")
                 /* Translators: the title of a citation style */
                 : _("“%s” has nothing to say of this work: too little is known of it"),
               offprint_citer_get_style_title (self));
  return NULL;
}
