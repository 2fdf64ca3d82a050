/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each item cited alone; all in one document, three by three; each in a
 * bibliography alone; and the bibliography of all.
 */

#include "config.h"

#include "csl-json.h"

#include "csl-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
to_string (const CslOutput *output,
           CslJsonFormat    format)
{
  char *text;

  if (output == NULL)
    return g_strdup ("");
  text = format == CSL_JSON_HTML ? csl_output_to_html (output) : csl_output_to_text (output);
  return g_strstrip (text);
}

static char *
entry_to_string (const CslOutput *output,
                 CslJsonFormat    format)
{
  g_autofree char *html = NULL;

  if (output == NULL || format != CSL_JSON_HTML)
    return to_string (output, format);
  html = csl_output_to_html (output);
  return g_strconcat ("<div class=\"csl-entry\">", html, "</div>", NULL);
}

static void
add_citations (JsonBuilder   *builder,
               CslProcessor  *document,
               GPtrArray     *items,
               CslJsonFormat  format)
{
  json_builder_set_member_name (builder, "citations");
  json_builder_begin_object (builder);
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (CslOutput) output = csl_processor_format_cite (document, items->pdata[i]);
      g_autofree char *text = to_string (output, format);

      json_builder_set_member_name (builder, csl_item_get_id (items->pdata[i]));
      json_builder_add_string_value (builder, text);
    }
  json_builder_end_object (builder);
}

static void
add_entries (JsonBuilder   *builder,
             CslProcessor  *document,
             GPtrArray     *items,
             CslJsonFormat  format)
{
  json_builder_set_member_name (builder, "bibliography");
  json_builder_begin_object (builder);
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (CslOutput) output = csl_processor_format_entry (document, items->pdata[i]);
      g_autofree char *text = entry_to_string (output, format);

      json_builder_set_member_name (builder, csl_item_get_id (items->pdata[i]));
      json_builder_add_string_value (builder, text);
    }
  json_builder_end_object (builder);
}

static void
add_cluster (JsonBuilder      *builder,
             CslProcessor     *document,
             const CslCluster *cluster,
             const CslOutput  *output,
             CslJsonFormat     format)
{
  g_autofree char *text = to_string (output, format);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "ids");
  json_builder_begin_array (builder);
  for (guint k = 0; k < cluster->n_cites; k++)
    json_builder_add_string_value (builder, csl_item_get_id (csl_processor_get_item (document, cluster->cites[k].item)));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "text");
  json_builder_add_string_value (builder, text);
  json_builder_end_object (builder);
}

static void
add_clusters (JsonBuilder   *builder,
              CslStyle      *style,
              CslProcessor  *document,
              CslJsonFormat  format)
{
  guint n_items = csl_processor_get_n_items (document);
  guint n_clusters = (n_items + CSL_JSON_CLUSTER_SIZE - 1) / CSL_JSON_CLUSTER_SIZE;
  g_autofree CslCite *cites = g_new0 (CslCite, MAX (n_items, 1));
  g_autofree CslCluster *clusters = g_new0 (CslCluster, MAX (n_clusters, 1));
  g_autofree CslOutput **outputs = g_new0 (CslOutput *, MAX (n_clusters, 1));

  for (guint i = 0; i < n_items; i++)
    {
      cites[i].item = i;
      cites[i].position = CSL_CITE_AUTO;
      cites[i].near_note = CSL_CITE_AUTO;
    }
  for (guint i = 0; i < n_clusters; i++)
    {
      guint first = i * CSL_JSON_CLUSTER_SIZE;

      clusters[i].note = csl_style_get_class (style) == CSL_STYLE_CLASS_NOTE ? i + 1 : 0;
      clusters[i].n_cites = MIN (CSL_JSON_CLUSTER_SIZE, n_items - first);
      clusters[i].cites = cites + first;
    }
  csl_processor_cite (document, clusters, n_clusters, outputs);

  json_builder_set_member_name (builder, "clusters");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_clusters; i++)
    {
      add_cluster (builder, document, &clusters[i], outputs[i], format);
      csl_output_free (outputs[i]);
    }
  json_builder_end_array (builder);
}

static void
add_params (JsonBuilder  *builder,
            CslProcessor *document)
{
  CslBibliographyParams params;

  csl_processor_get_params (document, &params);
  json_builder_set_member_name (builder, "params");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "hanging-indent");
  json_builder_add_boolean_value (builder, params.hanging_indent);
  json_builder_set_member_name (builder, "second-field-align");
  if (params.second_field_align != NULL)
    json_builder_add_string_value (builder, params.second_field_align);
  else
    json_builder_add_boolean_value (builder, FALSE);
  json_builder_set_member_name (builder, "entry-spacing");
  json_builder_add_int_value (builder, params.entry_spacing);
  json_builder_set_member_name (builder, "line-spacing");
  json_builder_add_int_value (builder, params.line_spacing);
  json_builder_end_object (builder);
}

static void
add_list (JsonBuilder   *builder,
          CslStyle      *style,
          CslProcessor  *document,
          CslJsonFormat  format)
{
  g_autoptr (GArray) entries = csl_processor_bibliography (document);
  guint n_items;
  g_autofree guint *order = csl_processor_dup_order (document, &n_items);

  json_builder_set_member_name (builder, "list");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "order");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_items && csl_style_has_bibliography (style); i++)
    json_builder_add_string_value (builder, csl_item_get_id (csl_processor_get_item (document, order[i])));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "entries");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      g_autofree char *text = entry_to_string (g_array_index (entries, CslEntry, i).output, format);

      json_builder_add_string_value (builder, text);
    }
  json_builder_end_array (builder);
  add_params (builder, document);
  json_builder_end_object (builder);
}

/**
 * csl_render_json:
 * @style: a style
 * @locale: a locale made for it
 * @items: (element-type CslItem): the items
 * @format: how strings are written
 *
 * Renders items in all modes. An object with the members citations, clusters,
 * bibliography and list, each string without blanks at its ends.
 *
 * Returns: (transfer full): JSON
 */
char *
csl_render_json (CslStyle      *style,
                 CslLocale     *locale,
                 GPtrArray     *items,
                 CslJsonFormat  format)
{
  g_autoptr (CslProcessor) document = csl_processor_new (style, locale);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < items->len; i++)
    csl_processor_add_item (document, items->pdata[i]);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "engine");
  json_builder_add_string_value (builder, "offprint " PACKAGE_VERSION);
  json_builder_set_member_name (builder, "style");
  json_builder_add_string_value (builder, csl_style_get_id (style));
  json_builder_set_member_name (builder, "lang");
  json_builder_add_string_value (builder, csl_locale_get_tag (locale));
  json_builder_set_member_name (builder, "format");
  json_builder_add_string_value (builder, format == CSL_JSON_HTML ? "html" : "text");
  add_citations (builder, document, items, format);
  add_clusters (builder, style, document, format);
  add_entries (builder, document, items, format);
  add_list (builder, style, document, format);
  json_builder_set_member_name (builder, "errors");
  json_builder_begin_array (builder);
  error = csl_processor_take_error (document);
  if (error != NULL)
    json_builder_add_string_value (builder, error->message);
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  return json_generator_to_data (generator, NULL);
}

/**
 * csl_items_from_json:
 * @json: CSL-JSON: an array of items, or one item
 * @length: bytes of it, or -1 if it ends in a nul
 * @error: return location for an error of the domain `CSL_ERROR` or `JSON_PARSER_ERROR`
 *
 * Reads a list of items.
 *
 * Returns: (transfer full) (element-type CslItem): the items, or `NULL` with @error set
 */
GPtrArray *
csl_items_from_json (const char  *json,
                     gssize       length,
                     GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) csl_item_unref);
  g_autoptr (JsonArray) array = NULL;
  JsonNode *root;

  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, json, length, error))
    return NULL;

  root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    {
      array = json_array_new ();
      json_array_add_element (array, json_node_copy (root));
    }
  else if (root != NULL && JSON_NODE_HOLDS_ARRAY (root))
    array = json_array_ref (json_node_get_array (root));
  else
    {
      g_set_error_literal (error, CSL_ERROR, CSL_ERROR_ITEM_INVALID, _("These are no CSL-JSON items: an array of objects is needed"));
      return NULL;
    }

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      CslItem *item;

      if (!JSON_NODE_HOLDS_OBJECT (node))
        {
          g_set_error (error, CSL_ERROR, CSL_ERROR_ITEM_INVALID, _("Item %u is no JSON object"), i + 1);
          return NULL;
        }
      item = csl_item_new_from_json (json_node_get_object (node), error);
      if (item == NULL)
        return NULL;
      g_ptr_array_add (items, item);
    }
  return g_steal_pointer (&items);
}
