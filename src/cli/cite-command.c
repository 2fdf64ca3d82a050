/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * offprint-cli cite: works of files or from the network, cited in a style; or, with
 * --json, all that the engine says of a file of items, for comparison with another engine.
 */

#include "config.h"

#include "command.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "citer.h"
#include "csl.h"
#include "json-answer.h"
#include "model-error.h"
#include "write.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef struct
{
  /* Owned; nullable */
  char *style;
  char *locale;
  char *format;
  char *mode;
  gboolean as_json;
} Options;

typedef enum
{
  WRITE_TEXT,
  WRITE_HTML,
  WRITE_RTF,
  WRITE_MARKDOWN,
  WRITE_LATEX,
  N_WRITERS
} Writer;

static const char *const writers[N_WRITERS + 1] = { "text", "html", "rtf", "markdown", "latex", NULL };
static const char *const modes[] = { "bibliography", "citation", NULL };

static void
clear_options (Options *options)
{
  g_free (options->style);
  g_free (options->locale);
  g_free (options->format);
  g_free (options->mode);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* Which of the words an option has; the first if it was not given, -1 if none */
static int
find_word (const char        *word,
           const char *const *words)
{
  for (int i = 0; words[i] != NULL; i++)
    if (word == NULL || g_str_equal (word, words[i]))
      return i;

  return -1;
}

static void
append_rich (OffprintRichTextBuilder *builder,
             OffprintRichText        *text)
{
  for (gsize i = 0; i < offprint_rich_text_get_n_blocks (text); i++)
    {
      const OffprintBlock *block = offprint_rich_text_get_block (text, i);

      offprint_rich_text_builder_begin_block (builder, block->kind, block->level, block->number);
      for (gsize j = 0; j < block->n_runs; j++)
        offprint_rich_text_builder_add_run (builder, block->runs[j].text, -1, block->runs[j].flags, block->runs[j].href);
    }
}

static char *
write_rich (OffprintRichText *text,
            Writer            writer,
            gboolean          hanging)
{
  OffprintWriteFlags flags = hanging ? OFFPRINT_WRITE_HANGING_INDENT : OFFPRINT_WRITE_DEFAULT;

  switch (writer)
    {
    case WRITE_TEXT:
    case N_WRITERS:
      return offprint_rich_text_to_plain (text);
    case WRITE_HTML:
      return offprint_rich_text_to_html (text, flags);
    case WRITE_RTF:
      return offprint_rich_text_to_rtf (text, flags | OFFPRINT_WRITE_DOCUMENT);
    case WRITE_MARKDOWN:
      return offprint_rich_text_to_markdown (text, flags);
    case WRITE_LATEX:
      return offprint_rich_text_to_latex (text, flags);
    }

  return NULL;
}

static void
print_rich (OffprintRichText *text,
            Writer            writer,
            gboolean          hanging)
{
  g_autofree char *written = write_rich (text, writer, hanging);

  g_strchomp (written);
  fputs (written, stdout);
  fputc ('\n', stdout);
}

/* An argument is a file if there is one of that name, else an identifier */
static GPtrArray *
load_works (const char    *argument,
            OffprintExit  *exit,
            GError       **error)
{
  g_autoptr (GPtrArray) works = NULL;
  g_autoptr (GError) cause = NULL;
  OffprintWork *work = NULL;

  if (g_str_equal (argument, "-") || g_file_test (argument, G_FILE_TEST_EXISTS))
    return offprint_input_load_works (argument, exit, error);
  work = offprint_input_fetch_work (argument, FALSE, &cause);
  if (work == NULL && g_error_matches (cause, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_IDENTIFIER_INVALID))
    {
      /* Translators: what was typed where a file or a DOI should be */
      g_set_error (error, cause->domain, cause->code, _("%s: there is no such file, and it is no identifier"), argument);
      return NULL;
    }
  if (work == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  works = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (works, work);

  return g_steal_pointer (&works);
}

typedef struct
{
  OffprintCiter *citer;
  OffprintCiteMode mode;
  Writer writer;
  OffprintRichTextBuilder *document; /* of RTF, which is one document whatever it holds */
} Job;

static OffprintExit
cite_works (Job        *job,
            const char *argument)
{
  g_autoptr (GError) error = NULL;
  gboolean hanging = job->mode == OFFPRINT_CITE_BIBLIOGRAPHY && offprint_citer_has_hanging_indent (job->citer);
  OffprintExit exit = OFFPRINT_EXIT_GOOD;
  g_autoptr (GPtrArray) works = load_works (argument, &exit, &error);

  if (works == NULL)
    {
      offprint_report_error (error->message);
      return OFFPRINT_EXIT_FAILED;
    }
  for (guint i = 0; i < works->len; i++)
    {
      OffprintWork *work = g_ptr_array_index (works, i);
      g_autoptr (GError) cause = NULL;
      g_autoptr (OffprintRichText) citation = offprint_citer_cite (job->citer, work, job->mode, &cause);

      if (citation == NULL)
        {
          g_prefix_error (&cause, "%s: %s: ", argument, offprint_work_get_id (work));
          offprint_report_error (cause->message);
          exit = OFFPRINT_EXIT_FAILED;
        }
      else if (job->document != NULL)
        append_rich (job->document, citation);
      else
        print_rich (citation, job->writer, hanging);
    }

  return exit;
}

static OffprintExit
run_cite (OffprintCiter  *citer,
          const Options  *options,
          char          **arguments)
{
  Job job = { .citer = citer };
  OffprintExit exit = OFFPRINT_EXIT_GOOD;

  job.writer = (Writer) find_word (options->format, writers);
  job.mode = find_word (options->mode, modes) == 0 ? OFFPRINT_CITE_BIBLIOGRAPHY : OFFPRINT_CITE_IN_TEXT;
  if (job.writer == WRITE_RTF)
    job.document = offprint_rich_text_builder_new ();
  for (guint i = 0; arguments[i] != NULL; i++)
    if (cite_works (&job, arguments[i]) != OFFPRINT_EXIT_GOOD)
      exit = OFFPRINT_EXIT_FAILED;
  if (job.document != NULL)
    {
      g_autoptr (OffprintRichText) text = offprint_rich_text_builder_end (g_steal_pointer (&job.document));

      print_rich (text, job.writer, job.mode == OFFPRINT_CITE_BIBLIOGRAPHY && offprint_citer_has_hanging_indent (citer));
    }

  return exit;
}

/* The engine alone: items go in as they stand in the file */
static OffprintExit
run_json (OffprintCiter *citer,
          const Options *options,
          const char    *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = offprint_input_load_bytes (file, &error);
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *answer = NULL;
  gsize length = 0;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  /* the registries' reader says better what is wrong, and where */
  root = bytes != NULL ? offprint_json_answer_parse (bytes, &error) : NULL;
  if (text != NULL && length >= strlen (BYTE_ORDER_MARK) && memcmp (text, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    {
      text += strlen (BYTE_ORDER_MARK);
      length -= strlen (BYTE_ORDER_MARK);
    }
  if (root != NULL)
    items = csl_items_from_json (text != NULL ? text : "", (gssize) length, &error);
  if (items == NULL)
    {
      if (bytes != NULL)
        g_prefix_error (&error, "%s: ", file);
      offprint_report_error (error->message);
      return OFFPRINT_EXIT_FAILED;
    }
  answer = csl_render_json (offprint_citer_get_style (citer), offprint_citer_get_locale (citer), items,
                            g_strcmp0 (options->format, "text") == 0 ? CSL_JSON_TEXT : CSL_JSON_HTML);
  fputs (answer, stdout);
  fputc ('\n', stdout);

  return OFFPRINT_EXIT_GOOD;
}

static const char *
find_fault (const Options  *options,
            char          **arguments)
{
  if (arguments[0] == NULL)
    return _("No file or identifier is named");
  if (find_word (options->format, writers) < 0)
    return _("“--format” must be text, html, rtf, markdown or latex");
  if (find_word (options->mode, modes) < 0)
    return _("“--mode” must be bibliography or citation");
  if (options->as_json && options->format != NULL && find_word (options->format, writers) > WRITE_HTML)
    return _("With “--json”, “--format” must be html or text");
  if (options->as_json && arguments[1] != NULL)
    return _("“--json” takes one file of items");

  return NULL;
}

/**
 * offprint_command_cite:
 * @name: "cite"
 * @argc: how many arguments
 * @argv: the arguments
 *
 * Prints one citation a work, each on a line of its own.
 *
 * Returns: how to end
 */
OffprintExit
offprint_command_cite (const char  *name,
                       int          argc,
                       char       **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "style", 's', 0, G_OPTION_ARG_FILENAME, &options.style, N_("The name of an installed style, or a .csl file"), N_("NAME|FILE") },
    { "locale", 'l', 0, G_OPTION_ARG_STRING, &options.locale, N_("The language, as in “en-GB”"), N_("TAG") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format, N_("text, html, rtf, markdown or latex"), N_("FORMAT") },
    { "mode", 'm', 0, G_OPTION_ARG_STRING, &options.mode, N_("bibliography or citation"), N_("MODE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_("Print all that the style makes of a file of CSL-JSON items"), NULL },
    { NULL }
  };
  g_auto (GStrv) arguments = NULL;
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "offprint", NULL);
  g_autoptr (OffprintStyleCatalog) catalog = NULL;
  g_autoptr (OffprintCiter) citer = NULL;
  g_autoptr (GError) error = NULL;
  OffprintExit exit = OFFPRINT_EXIT_GOOD;

  if (!offprint_command_parse (name, entries, argc, argv, &arguments, &exit))
    return exit;
  if (find_fault (&options, arguments) != NULL)
    return offprint_report_usage (name, find_fault (&options, arguments));
  catalog = offprint_style_catalog_new (NULL, folder);
  citer = offprint_citer_new (catalog, options.style != NULL ? options.style : OFFPRINT_BUILTIN_STYLE, options.locale, &error);
  if (citer == NULL)
    {
      offprint_report_error (error->message);
      return OFFPRINT_EXIT_FAILED;
    }

  return options.as_json ? run_json (citer, &options, arguments[0]) : run_cite (citer, &options, arguments);
}
