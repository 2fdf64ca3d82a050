/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * csl-suite: runs the official fixtures of CSL.
 *
 *   csl-suite [--verbose] [--locales DIR] [--expect FILE] DIR|FILE…
 *
 * Ends with "N passed, N failed"; exit status 1 if any failed, or with --expect,
 * if those that passed are not exactly those that the file lists; 77 if there
 * are no fixtures to run.
 */

#include "config.h"

#include "csl.h"

#include <stdio.h>
#include <string.h>

#define LOCALES "/usr/share/citation-style-language/locales"

typedef struct
{
  char *mode;
  char *result;
  char *style;
  char *input;
  char *cite_items;
  char *citations;
} Fixture;

/* One citation of an editor: what CITATIONS inserts and replaces */
typedef struct
{
  char *id;
  guint note;
  JsonNode *cites; /* array */
  CslCite *built;
  guint n_built;
  guint64 state;
  guint64 old_state;
} Insert;

typedef struct
{
  CslStyle *style;
  CslLocale *locale;
  CslProcessor *document;
  GHashTable *items; /* id → index + 1 */
  JsonArray *input;
} Run;

static const char *locales_dir = LOCALES;

static void
fixture_clear (Fixture *self)
{
  g_free (self->mode);
  g_free (self->result);
  g_free (self->style);
  g_free (self->input);
  g_free (self->cite_items);
  g_free (self->citations);
}

/* ">>==== NAME ====>>", text, "<<==== NAME ====<<" */
static char *
find_section (const char *text,
              const char *name)
{
  g_autofree char *opening = g_strdup_printf (">>={2,6} %s ={2,6}>>[^\\n]*\\n", name);
  g_autofree char *closing = g_strdup_printf ("<<={2,6} %s ={2,6}<<", name);
  g_autoptr (GRegex) open_regex = g_regex_new (opening, 0, 0, NULL);
  g_autoptr (GRegex) close_regex = g_regex_new (closing, 0, 0, NULL);
  g_autoptr (GMatchInfo) open_match = NULL;
  g_autoptr (GMatchInfo) close_match = NULL;
  int start;
  int end;

  if (!g_regex_match (open_regex, text, 0, &open_match))
    return NULL;
  g_match_info_fetch_pos (open_match, 0, NULL, &start);
  if (!g_regex_match_full (close_regex, text, -1, start, 0, &close_match, NULL))
    return NULL;
  g_match_info_fetch_pos (close_match, 0, &end, NULL);
  return g_strstrip (g_strndup (text + start, (gsize) (end - start)));
}

static gboolean
fixture_load (Fixture    *self,
              const char *path)
{
  g_autofree char *data = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  memset (self, 0, sizeof *self);
  if (!g_file_get_contents (path, &data, NULL, NULL) || !g_utf8_validate (data, -1, NULL))
    return FALSE;

  lines = g_strsplit (g_str_has_prefix (data, "\xef\xbb\xbf") ? data + 3 : data, "\r\n", -1);
  text = g_strjoinv ("\n", lines);
  self->mode = find_section (text, "MODE");
  self->result = find_section (text, "RESULT");
  self->style = find_section (text, "CSL");
  self->input = find_section (text, "INPUT");
  self->cite_items = find_section (text, "CITATION-ITEMS");
  self->citations = find_section (text, "CITATIONS");
  return self->mode != NULL && self->result != NULL && self->style != NULL && self->input != NULL;
}

static JsonNode *
parse_json (const char  *json,
            GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  if (!json_parser_load_from_data (parser, json, -1, error))
    return NULL;
  return json_parser_steal_root (parser);
}

static char *
dup_member (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return NULL;
}

static guint64
get_number (JsonObject *object,
            const char *name,
            guint64     fallback)
{
  g_autofree char *text = dup_member (object, name);

  return text != NULL ? g_ascii_strtoull (text, NULL, 10) : fallback;
}

static const char *
keep (GPtrArray *strings,
      char      *text)
{
  if (text != NULL)
    g_ptr_array_add (strings, text);
  return text;
}

static guint
find_item (Run        *run,
           const char *id)
{
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (run->items, id));

  return known > 0 ? known - 1 : G_MAXUINT;
}

static guint
read_cites (Run       *run,
            JsonArray *array,
            GPtrArray *strings,
            CslCite   *cites)
{
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      g_autofree char *id = dup_member (object, "id");
      CslCite *cite = &cites[n];

      if (id == NULL || find_item (run, id) == G_MAXUINT)
        continue;

      memset (cite, 0, sizeof *cite);
      cite->item = find_item (run, id);
      cite->locator = keep (strings, dup_member (object, "locator"));
      cite->label = keep (strings, dup_member (object, "label"));
      cite->prefix = keep (strings, dup_member (object, "prefix"));
      cite->suffix = keep (strings, dup_member (object, "suffix"));
      cite->suppress_author = json_object_get_boolean_member_with_default (object, "suppress-author", FALSE);
      cite->author_only = json_object_get_boolean_member_with_default (object, "author-only", FALSE);
      cite->position = json_object_has_member (object, "position") ? (int) get_number (object, "position", 0) : CSL_CITE_AUTO;
      cite->near_note = json_object_has_member (object, "near-note") ? json_object_get_boolean_member_with_default (object, "near-note", FALSE) : CSL_CITE_AUTO;
      cite->first_note = (guint) get_number (object, "first-reference-note-number", 0);
      n++;
    }
  return n;
}

static void
append_bibliography (Run     *run,
                     GString *out)
{
  g_autoptr (GArray) entries = csl_processor_bibliography (run->document);

  g_string_append (out, "<div class=\"csl-bib-body\">\n");
  for (guint i = 0; i < entries->len; i++)
    {
      g_autofree char *html = csl_output_to_html (g_array_index (entries, CslEntry, i).output);

      g_string_append_printf (out, "  <div class=\"csl-entry\">%s</div>\n", html);
    }
  g_string_append (out, "</div>");
}

/* Citations that stand alone: CITATION-ITEMS, or all items at once */
static void
append_cite_items (Run        *run,
                   const char *json,
                   GString    *out)
{
  g_autoptr (JsonNode) root = json != NULL ? parse_json (json, NULL) : NULL;
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  guint n_items;
  g_autofree guint *order = csl_processor_dup_order (run->document, &n_items);
  JsonArray *lists = root != NULL ? json_node_get_array (root) : NULL;
  guint n_lists = lists != NULL ? json_array_get_length (lists) : 1;

  for (guint i = 0; i < n_lists; i++)
    {
      JsonArray *list = lists != NULL ? json_array_get_array_element (lists, i) : NULL;
      guint n_cites = list != NULL ? json_array_get_length (list) : n_items;
      g_autofree CslCite *cites = g_new0 (CslCite, MAX (n_cites, 1));
      CslCluster cluster = { .cites = cites };
      g_autoptr (CslOutput) output = NULL;
      g_autofree char *html = NULL;

      if (list != NULL)
        cluster.n_cites = read_cites (run, list, strings, cites);
      else
        for (cluster.n_cites = 0; cluster.n_cites < n_cites; cluster.n_cites++)
          {
            cites[cluster.n_cites].item = order[cluster.n_cites];
            cites[cluster.n_cites].position = CSL_CITE_AUTO;
            cites[cluster.n_cites].near_note = CSL_CITE_AUTO;
          }
      for (guint k = 0; k < cluster.n_cites; k++)
        if (cites[k].position == CSL_CITE_AUTO)
          cites[k].position = 0;
      csl_processor_cite (run->document, &cluster, 1, &output);
      html = csl_output_to_html (output);
      g_string_append_printf (out, "%s%s", i > 0 ? "\n" : "", html);
    }
}

static void
insert_free (gpointer data)
{
  Insert *self = data;

  g_free (self->id);
  g_free (self->built);
  if (self->cites != NULL)
    json_node_unref (self->cites);
  g_free (self);
}

static Insert *
insert_new (JsonObject *citation)
{
  Insert *self = g_new0 (Insert, 1);
  JsonObject *properties = json_object_has_member (citation, "properties") ? json_object_get_object_member (citation, "properties") : NULL;

  self->id = dup_member (citation, "citationID");
  self->note = properties != NULL ? (guint) get_number (properties, "noteIndex", 0) : 0;
  self->cites = json_node_copy (json_object_get_member (citation, "citationItems"));
  return self;
}

static Insert *
steal_insert (GPtrArray  *inserts,
              const char *id)
{
  for (guint i = 0; i < inserts->len; i++)
    {
      Insert *insert = inserts->pdata[i];

      if (insert != NULL && g_strcmp0 (insert->id, id) == 0)
        {
          inserts->pdata[i] = NULL;
          return insert;
        }
    }
  return NULL;
}

static void
place_neighbours (GPtrArray *placed,
                  GPtrArray *inserts,
                  JsonArray *neighbours)
{
  for (guint i = 0; i < json_array_get_length (neighbours); i++)
    {
      JsonArray *pair = json_array_get_array_element (neighbours, i);
      Insert *insert = steal_insert (inserts, json_array_get_string_element (pair, 0));

      if (insert == NULL)
        continue;
      insert->note = (guint) json_array_get_int_element (pair, 1);
      g_ptr_array_add (placed, insert);
    }
}

static void
render_inserts (Run       *run,
                GPtrArray *inserts,
                GPtrArray *texts)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autofree CslCluster *clusters = g_new0 (CslCluster, MAX (inserts->len, 1));
  g_autofree CslOutput **outputs = g_new0 (CslOutput *, MAX (inserts->len, 1));

  g_ptr_array_set_size (texts, 0);
  for (guint i = 0; i < inserts->len; i++)
    {
      Insert *insert = inserts->pdata[i];
      JsonArray *cites = json_node_get_array (insert->cites);

      g_free (insert->built);
      insert->built = g_new0 (CslCite, MAX (json_array_get_length (cites), 1));
      insert->n_built = read_cites (run, cites, strings, insert->built);
      clusters[i].note = insert->note;
      clusters[i].n_cites = insert->n_built;
      clusters[i].cites = insert->built;
    }
  csl_processor_cite (run->document, clusters, inserts->len, outputs);
  for (guint i = 0; i < inserts->len; i++)
    {
      Insert *insert = inserts->pdata[i];

      insert->old_state = insert->state;
      insert->state = csl_processor_get_state (run->document, i);
      g_ptr_array_add (texts, csl_output_to_html (outputs[i]));
      csl_output_free (outputs[i]);
    }
}

static const char *
find_text (GPtrArray  *inserts,
           GPtrArray  *texts,
           const char *id)
{
  for (guint i = 0; i < inserts->len; i++)
    if (g_strcmp0 (((Insert *) inserts->pdata[i])->id, id) == 0)
      return texts->pdata[i];
  return NULL;
}

/* An editor at work: each step inserts or replaces one citation; at the end all
 * are printed, those that the last step changed with ">>" */
static void
append_citations (Run        *run,
                  const char *json,
                  GString    *out)
{
  g_autoptr (JsonNode) root = parse_json (json, NULL);
  g_autoptr (GPtrArray) inserts = g_ptr_array_new_with_free_func (insert_free);
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) old = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *last_id = NULL;
  JsonArray *steps = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;

  csl_processor_set_keeps_uncited (run->document, FALSE);
  for (guint i = 0; steps != NULL && i < json_array_get_length (steps); i++)
    {
      JsonArray *step = json_array_get_array_element (steps, i);
      Insert *insert = insert_new (json_array_get_object_element (step, 0));
      GPtrArray *placed = g_ptr_array_new_with_free_func (insert_free);
      Insert *replaced = steal_insert (inserts, insert->id);

      if (replaced != NULL)
        insert_free (replaced);
      g_hash_table_remove_all (old);
      for (guint k = 0; k < inserts->len; k++)
        if (inserts->pdata[k] != NULL && i > 0)
          g_hash_table_insert (old, g_strdup (((Insert *) inserts->pdata[k])->id), g_strdup (texts->pdata[k]));
      place_neighbours (placed, inserts, json_array_get_array_element (step, 1));
      g_ptr_array_add (placed, insert);
      place_neighbours (placed, inserts, json_array_get_array_element (step, 2));
      for (guint k = 0; k < inserts->len; k++)
        if (inserts->pdata[k] != NULL)
          insert_free (inserts->pdata[k]);
      g_ptr_array_set_free_func (inserts, NULL);
      g_ptr_array_unref (inserts);
      inserts = placed;
      g_free (last_id);
      last_id = g_strdup (insert->id);
      render_inserts (run, inserts, texts);
    }

  for (guint i = 0; i < inserts->len; i++)
    {
      Insert *insert = inserts->pdata[i];
      const char *text = find_text (inserts, texts, insert->id);
      const char *was = g_hash_table_lookup (old, insert->id);
      gboolean is_changed = g_strcmp0 (insert->id, last_id) == 0 || g_strcmp0 (text, was) != 0 || insert->state != insert->old_state;

      g_string_append_printf (out, "%s%s[%u] %s", i > 0 ? "\n" : "", is_changed ? ">>" : "..", i, text);
    }
}

static gboolean
add_items (Run     *run,
           GError **error)
{
  for (guint i = 0; i < json_array_get_length (run->input); i++)
    {
      g_autoptr (CslItem) item = csl_item_new_from_json (json_array_get_object_element (run->input, i), error);
      guint index;

      if (item == NULL)
        return FALSE;
      index = csl_processor_add_item (run->document, item);
      if (!g_hash_table_contains (run->items, csl_item_get_id (item)))
        g_hash_table_insert (run->items, g_strdup (csl_item_get_id (item)), GUINT_TO_POINTER (index + 1));
    }
  return TRUE;
}

static char *
run_fixture (const Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) input = parse_json (fixture->input, &error);
  g_autoptr (CslStyle) style = NULL;
  g_autoptr (CslLocale) locale = NULL;
  g_autoptr (CslProcessor) document = NULL;
  g_autoptr (GHashTable) items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  Run run = { .items = items };

  if (input != NULL)
    style = csl_style_new_from_data (fixture->style, -1, "fixture", &error);
  if (style != NULL)
    locale = csl_locale_new (style, NULL, csl_locale_load_from_dirs, (gpointer) locales_dir, &error);
  if (locale == NULL)
    return g_strdup_printf ("ERROR: %s", error->message);

  document = csl_processor_new (style, locale);
  run.style = style;
  run.locale = locale;
  run.document = document;
  run.input = json_node_get_array (input);
  if (!add_items (&run, &error))
    return g_strdup_printf ("ERROR: %s", error->message);

  if (fixture->citations != NULL)
    {
      append_citations (&run, fixture->citations, out);
      if (strcmp (fixture->mode, "bibliography") == 0)
        g_string_truncate (out, 0);
    }
  if (strcmp (fixture->mode, "bibliography") == 0)
    append_bibliography (&run, out);
  else if (fixture->citations == NULL)
    append_cite_items (&run, fixture->cite_items, out);
  return g_strstrip (g_string_free (g_steal_pointer (&out), FALSE));
}

static gboolean
run_file (const char *path,
          gboolean    is_verbose,
          gboolean   *is_fixture)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *got = NULL;
  Fixture fixture;
  gboolean is_passed;

  *is_fixture = fixture_load (&fixture, path);
  if (!*is_fixture)
    {
      fixture_clear (&fixture);
      return FALSE;
    }

  got = run_fixture (&fixture);
  is_passed = strcmp (got, fixture.result) == 0;
  if (!is_passed)
    {
      printf ("FAIL %s\n", name);
      if (is_verbose)
        printf ("--- expected\n%s\n--- got\n%s\n\n", fixture.result, got);
    }
  fixture_clear (&fixture);
  return is_passed;
}

static int
compare_names_cb (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_path (GPtrArray  *paths,
          const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  if (dir == NULL)
    {
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        g_ptr_array_add (paths, g_strdup (path));
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (paths, g_build_filename (path, name, NULL));
}

/* Prints where those that passed and those that the file lists part */
static gboolean
is_as_expected (GHashTable *passed,
                const char *path)
{
  g_autofree char *data = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer name;
  gboolean is_equal = TRUE;

  if (!g_file_get_contents (path, &data, NULL, NULL))
    {
      g_printerr ("csl-suite: “%s” cannot be read\n", path);
      return FALSE;
    }

  lines = g_strsplit (data, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0' && *lines[i] != '#')
      {
        g_hash_table_add (listed, lines[i]);
        if (!g_hash_table_contains (passed, lines[i]))
          {
            printf ("listed, but failed: %s\n", lines[i]);
            is_equal = FALSE;
          }
      }
  g_hash_table_iter_init (&iter, passed);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (listed, name))
      {
        printf ("passed, but not listed: %s\n", (const char *) name);
        is_equal = FALSE;
      }
  return is_equal;
}

int
main (int    argc,
      char **argv)
{
  gboolean is_verbose = FALSE;
  g_autofree char *locales = NULL;
  g_autofree char *expect = NULL;
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) passed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  guint n_passed = 0;
  guint n_failed = 0;
  const GOptionEntry options[] = {
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &is_verbose, "Print what was expected and got", NULL },
    { "locales", 0, 0, G_OPTION_ARG_FILENAME, &locales, "Folder of locale files", "DIR" },
    { "expect", 0, 0, G_OPTION_ARG_FILENAME, &expect, "File that lists what passes", "FILE" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, "DIR|FILE…" },
    { NULL }
  };

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || arguments == NULL)
    {
      g_printerr ("csl-suite: %s\n", error != NULL ? error->message : "a folder or file of fixtures is needed");
      return 2;
    }
  if (locales != NULL)
    locales_dir = locales;

  for (guint i = 0; arguments[i] != NULL; i++)
    add_path (paths, arguments[i]);
  g_ptr_array_sort (paths, compare_names_cb);
  for (guint i = 0; i < paths->len; i++)
    {
      gboolean is_fixture;

      if (run_file (paths->pdata[i], is_verbose, &is_fixture))
        {
          g_autofree char *name = g_path_get_basename (paths->pdata[i]);

          n_passed++;
          name[strlen (name) - strlen (".txt")] = '\0';
          g_hash_table_add (passed, g_steal_pointer (&name));
        }
      else if (is_fixture)
        n_failed++;
    }
  if (n_passed + n_failed == 0)
    return 77;

  printf ("%u passed, %u failed\n", n_passed, n_failed);
  if (expect != NULL)
    return is_as_expected (passed, expect) ? 0 : 1;
  return n_failed > 0 ? 1 : 0;
}
