/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * offprint-cli cite: works of files or from the network, cited in a style one by one, or
 * as the bibliography of a document.
 */

#include "config.h"

#include "command.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cite-json.h"
#include "citer.h"
#include "csl.h"
#include "model-error.h"
#include "write.h"

#define DEFAULT_GROUP 3 /* as the reference runner has it */

typedef struct
{
  /* Owned; nullable */
  char *style;
  char *locale;
  char *format;
  char *mode;
  char *locales;
  char *clusters;
  int group;
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

typedef enum
{
  MODE_BIBLIOGRAPHY, /* each work alone, as an entry */
  MODE_CITATION,     /* each work alone, as in the text */
  MODE_LIST,         /* the bibliography of all: sorted, numbered, told apart */
  MODE_ALL,          /* with --json alone */
} Mode;

static const char *const modes[] = { "bibliography", "citation", "list", "all", NULL };

static void
clear_options (Options *options)
{
  g_free (options->style);
  g_free (options->locale);
  g_free (options->format);
  g_free (options->mode);
  g_free (options->locales);
  g_free (options->clusters);
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
  Mode mode;
  Writer writer;
  gboolean is_hanging;
  CslProcessor *list;                /* nullable: of all works, for their bibliography */
  OffprintRichTextBuilder *document; /* of RTF, which is one document whatever it holds */
} Job;

static void
put_rich (Job              *job,
          OffprintRichText *text)
{
  if (job->document != NULL)
    append_rich (job->document, text);
  else
    print_rich (text, job->writer, job->is_hanging);
}

static gboolean
add_to_list (Job           *job,
             OffprintWork  *work,
             GError       **error)
{
  g_autoptr (JsonNode) node = offprint_work_to_json (work, OFFPRINT_RECORD_ITEM_ONLY);
  g_autoptr (CslItem) item = csl_item_new_from_json (json_node_get_object (node), error);

  if (item != NULL)
    csl_processor_add_item (job->list, item);
  return item != NULL;
}

static gboolean
cite_work (Job           *job,
           OffprintWork  *work,
           GError       **error)
{
  g_autoptr (OffprintRichText) citation = NULL;

  if (job->list != NULL)
    return add_to_list (job, work, error);
  citation = offprint_citer_cite (job->citer, work, job->mode == MODE_CITATION ? OFFPRINT_CITE_IN_TEXT : OFFPRINT_CITE_BIBLIOGRAPHY, error);
  if (citation != NULL)
    put_rich (job, citation);
  return citation != NULL;
}

static OffprintExit
cite_works (Job        *job,
            const char *argument)
{
  g_autoptr (GError) error = NULL;
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

      if (cite_work (job, work, &cause))
        continue;
      g_prefix_error (&cause, "%s: %s: ", argument, offprint_work_get_id (work));
      offprint_report_error (cause->message);
      exit = OFFPRINT_EXIT_FAILED;
    }

  return exit;
}

static void
put_entry_cb (guint      item,
              CslOutput *output,
              gpointer   user_data)
{
  g_autoptr (CslOutput) entry = output;
  g_autoptr (OffprintRichText) text = csl_output_to_rich_text (entry);

  put_rich (user_data, text);
}

static OffprintExit
run_cite (OffprintCiter  *citer,
          const Options  *options,
          char          **arguments)
{
  Job job = { .citer = citer, .mode = (Mode) find_word (options->mode, modes), .writer = (Writer) find_word (options->format, writers) };
  g_autoptr (CslProcessor) list = NULL;
  OffprintExit exit = OFFPRINT_EXIT_GOOD;

  job.is_hanging = job.mode != MODE_CITATION && offprint_citer_has_hanging_indent (citer);
  if (job.mode == MODE_LIST)
    job.list = list = csl_processor_new (offprint_citer_get_style (citer), offprint_citer_get_locale (citer));
  if (job.writer == WRITE_RTF)
    job.document = offprint_rich_text_builder_new ();
  for (guint i = 0; arguments[i] != NULL; i++)
    if (cite_works (&job, arguments[i]) != OFFPRINT_EXIT_GOOD)
      exit = OFFPRINT_EXIT_FAILED;
  if (list != NULL)
    csl_processor_foreach_entry (list, put_entry_cb, &job);
  if (job.document != NULL)
    {
      g_autoptr (OffprintRichText) text = offprint_rich_text_builder_end (g_steal_pointer (&job.document));

      print_rich (text, job.writer, job.is_hanging);
    }

  return exit;
}

static OffprintExit
run_json (OffprintCiter  *citer,
          const Options  *options,
          char          **arguments)
{
  static const CslJsonFormat formats[] = { [WRITE_TEXT] = CSL_JSON_TEXT, [WRITE_HTML] = CSL_JSON_HTML, [WRITE_RTF] = CSL_JSON_RTF };
  static const CslJsonParts parts[] = { [MODE_BIBLIOGRAPHY] = CSL_JSON_BIBLIOGRAPHY, [MODE_CITATION] = CSL_JSON_CITATIONS, [MODE_LIST] = CSL_JSON_LIST, [MODE_ALL] = CSL_JSON_CITATIONS | CSL_JSON_BIBLIOGRAPHY };
  OffprintCiteJob job = { options->locale, options->locales, options->clusters, CSL_JSON_HTML, parts[MODE_ALL], (guint) options->group };

  if (options->format != NULL)
    job.format = formats[find_word (options->format, writers)];
  if (options->mode != NULL)
    job.parts = parts[find_word (options->mode, modes)];

  return offprint_cite_json (citer, &job, arguments);
}

static const char *
find_json_fault (const Options *options)
{
  int writer = find_word (options->format, writers);

  if (!options->as_json && (options->clusters != NULL || options->locales != NULL || options->group != DEFAULT_GROUP))
    return _("“--clusters”, “--locales” and “--group” go with “--json”");
  if (!options->as_json && find_word (options->mode, modes) == MODE_ALL)
    return _("“--mode all” goes with “--json”");
  if (options->as_json && writer != WRITE_TEXT && writer != WRITE_HTML && writer != WRITE_RTF)
    return _("With “--json”, “--format” must be html, text or rtf");
  if (options->group < 1)
    return _("“--group” must be a number from 1");

  return NULL;
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
    return _("“--mode” must be bibliography, citation, list or, with “--json”, all");

  return find_json_fault (options);
}

/**
 * offprint_command_cite:
 * @name: "cite"
 * @argc: how many arguments
 * @argv: the arguments
 *
 * Prints one citation a work, each on a line of its own; or the bibliography of all; or
 * what the engine says, as JSON.
 *
 * Returns: how to end
 */
OffprintExit
offprint_command_cite (const char  *name,
                       int          argc,
                       char       **argv)
{
  g_auto (Options) options = { .group = DEFAULT_GROUP };
  const GOptionEntry entries[] = {
    { "style", 's', 0, G_OPTION_ARG_FILENAME, &options.style, N_("The name of an installed style, or a .csl file"), N_("NAME|FILE") },
    { "locale", 'l', 0, G_OPTION_ARG_STRING, &options.locale, N_("The language, as in “en-GB”"), N_("TAG") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format, N_("text, html, rtf, markdown or latex"), N_("FORMAT") },
    { "mode", 'm', 0, G_OPTION_ARG_STRING, &options.mode,
      N_("bibliography or citation: each work alone; list: the bibliography of all"), N_("MODE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_("Print, as JSON, all that the style makes of files of CSL-JSON items"), NULL },
    { "clusters", 0, 0, G_OPTION_ARG_FILENAME, &options.clusters, N_("With --json: the citations of a document, as csl-citation.json"), N_("FILE") },
    { "group", 0, 0, G_OPTION_ARG_INT, &options.group, N_("With --json and no clusters: how many items are cited at a time"), N_("N") },
    { "locales", 0, 0, G_OPTION_ARG_FILENAME, &options.locales, N_("With --json: a folder of locale files"), N_("FOLDER") },
    { "lang", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, &options.locale, NULL, NULL },
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

  return options.as_json ? run_json (citer, &options, arguments) : run_cite (citer, &options, arguments);
}
