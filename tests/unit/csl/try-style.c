/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The short ways of tests to a citation. Whatever does not compile stops the
 * test with what the engine said.
 */

#include "config.h"

#include "try-style.h"

#include <string.h>

/* A whole style around what stands between its first and last tag */
CslStyle *
try_style_new (const char *attributes,
               const char *body)
{
  g_autofree char *xml = g_strdup_printf (
    "<style xmlns=\"http://purl.org/net/xbiblio/csl\" version=\"1.0\" %s><info><title>Try</title><id>try</id></info>%s</style>",
    attributes, body);
  g_autoptr (GError) error = NULL;
  CslStyle *style = csl_style_new_from_data (xml, -1, "try", &error);

  g_assert_no_error (error);
  return style;
}

static CslProcessor *
new_processor (const char *attributes,
               const char *body)
{
  g_autoptr (CslStyle) style = try_style_new (attributes, body);
  g_autoptr (CslLocale) locale = NULL;
  g_autoptr (GError) error = NULL;

  locale = csl_locale_new (style, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return csl_processor_new (style, locale);
}

/* One item cited alone, as HTML */
char *
try_style_cite (const char *attributes,
                const char *body,
                const char *item)
{
  g_autoptr (CslProcessor) processor = new_processor (attributes, body);
  g_autoptr (GError) error = NULL;
  g_autoptr (CslItem) parsed = csl_item_parse (item, -1, &error);
  g_autoptr (CslOutput) output = NULL;

  g_assert_no_error (error);
  output = csl_processor_format_cite (processor, parsed);
  return output != NULL ? csl_output_to_html (output) : NULL;
}

/* The same for the inside of a layout */
char *
try_style_layout (const char *layout,
                  const char *item)
{
  g_autofree char *body = g_strdup_printf ("<citation><layout>%s</layout></citation>", layout);

  return try_style_cite ("class=\"in-text\"", body, item);
}

static void
add_items (CslProcessor *processor,
           const char   *items)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) parsed = csl_items_from_json (items, -1, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < parsed->len; i++)
    csl_processor_add_item (processor, g_ptr_array_index (parsed, i));
}

/* The bibliography of all items, one entry after the other with bars between, as plain text */
char *
try_style_list (const char *body,
                const char *items)
{
  g_autoptr (CslProcessor) processor = new_processor ("class=\"in-text\"", body);
  g_autoptr (GArray) entries = NULL;
  GString *text = g_string_new (NULL);

  csl_processor_set_keeps_uncited (processor, TRUE);
  add_items (processor, items);
  entries = csl_processor_bibliography (processor);
  for (guint i = 0; i < entries->len; i++)
    {
      g_autofree char *line = csl_output_to_text (g_array_index (entries, CslEntry, i).output);

      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", g_strstrip (line));
    }

  return g_string_free_and_steal (text);
}

/*
 * A document: clusters are divided by blanks, cites in one by commas. A cite is
 * the index of an item, with "@" and a locator if it has one; a cluster begins
 * with the number of its note and a colon, "0:" in the text.
 */
static void
read_cluster (const char *text,
              CslCluster *cluster,
              GArray     *cites,
              GPtrArray  *strings)
{
  g_auto (GStrv) parts = g_strsplit (strchr (text, ':') + 1, ",", -1);

  cluster->note = (guint) g_ascii_strtoull (text, NULL, 10);
  cluster->n_cites = g_strv_length (parts);
  for (guint i = 0; i < cluster->n_cites; i++)
    {
      CslCite cite = { .position = CSL_CITE_AUTO, .near_note = CSL_CITE_AUTO };
      const char *at = strchr (parts[i], '@');

      cite.item = (guint) g_ascii_strtoull (parts[i], NULL, 10);
      if (at != NULL)
        {
          char *locator = g_strdup (at + 1);

          g_ptr_array_add (strings, locator);
          cite.locator = locator;
        }
      g_array_append_val (cites, cite);
    }
}

char *
try_style_document (const char *attributes,
                    const char *body,
                    const char *items,
                    const char *clusters)
{
  g_autoptr (CslProcessor) processor = new_processor (attributes, body);
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) cites = g_array_new (FALSE, TRUE, sizeof (CslCite));
  g_auto (GStrv) parts = g_strsplit (clusters, " ", -1);
  guint n = g_strv_length (parts);
  g_autofree CslCluster *read = g_new0 (CslCluster, n);
  g_autofree CslOutput **outputs = g_new0 (CslOutput *, n);
  GString *text = g_string_new (NULL);
  guint first = 0;

  add_items (processor, items);
  for (guint i = 0; i < n; i++)
    read_cluster (parts[i], &read[i], cites, strings);
  for (guint i = 0; i < n; i++)
    {
      read[i].cites = &g_array_index (cites, CslCite, first);
      first += read[i].n_cites;
    }

  csl_processor_cite (processor, read, n, outputs);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = csl_output_to_text (outputs[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", line);
      csl_output_free (outputs[i]);
    }

  return g_string_free_and_steal (text);
}

char *
try_style_cluster (const char       *attributes,
                   const char       *body,
                   const char       *items,
                   const CslCluster *cluster)
{
  g_autoptr (CslProcessor) processor = new_processor (attributes, body);
  g_autoptr (CslOutput) output = NULL;

  add_items (processor, items);
  csl_processor_cite (processor, cluster, 1, &output);
  return csl_output_to_html (output);
}
