/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each item cited alone; the document's citations, or all items in one document, some
 * at a time; each in a bibliography alone; and the bibliography of all.
 */

#include "config.h"

#include "csl-json.h"

#include "csl-error.h"
#include "json-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const CslJsonRequest *request;
  CslJsonSink sink;
  CslProcessor *document; /* of all items; Owned */
} Render;

static char *
to_string (Render          *self,
           const CslOutput *output)
{
  char *text = NULL;

  if (output == NULL)
    return g_strdup ("");
  switch (self->request->format)
    {
    case CSL_JSON_HTML:
      text = csl_output_to_html (output);
      break;
    case CSL_JSON_TEXT:
      text = csl_output_to_text (output);
      break;
    case CSL_JSON_RTF:
      text = csl_output_to_rtf (output);
      break;
    }
  return g_strstrip (text);
}

static char *
entry_to_string (Render          *self,
                 const CslOutput *output)
{
  g_autofree char *html = NULL;

  if (output == NULL || self->request->format != CSL_JSON_HTML)
    return to_string (self, output);
  html = csl_output_to_html (output);
  return g_strconcat ("<div class=\"csl-entry\">", html, "</div>", NULL);
}

static void
add_citations (Render *self)
{
  csl_json_sink_begin (&self->sink, "citations", '{');
  for (guint i = 0; i < csl_processor_get_n_items (self->document); i++)
    {
      CslItem *item = csl_processor_get_item (self->document, i);
      g_autoptr (CslOutput) output = csl_processor_format_cite (self->document, item);
      g_autofree char *text = to_string (self, output);

      csl_json_sink_add_string (&self->sink, csl_item_get_id (item), text);
    }
  csl_json_sink_end (&self->sink, '}');
}

static void
add_entries (Render *self)
{
  csl_json_sink_begin (&self->sink, "bibliography", '{');
  for (guint i = 0; i < csl_processor_get_n_items (self->document); i++)
    {
      CslItem *item = csl_processor_get_item (self->document, i);
      g_autoptr (CslOutput) output = csl_processor_format_entry (self->document, item);
      g_autofree char *text = entry_to_string (self, output);

      csl_json_sink_add_string (&self->sink, csl_item_get_id (item), text);
    }
  csl_json_sink_end (&self->sink, '}');
}

/* A cluster of which no item is known is null, as what an engine cannot do */
static void
add_cluster (Render           *self,
             const char       *citation_id,
             const CslCluster *cluster,
             const CslOutput  *output)
{
  g_autofree char *text = cluster->n_cites > 0 ? to_string (self, output) : NULL;

  csl_json_sink_begin (&self->sink, NULL, '{');
  if (citation_id != NULL)
    csl_json_sink_add_string (&self->sink, "citationID", citation_id);
  csl_json_sink_begin (&self->sink, "ids", '[');
  for (guint k = 0; k < cluster->n_cites; k++)
    csl_json_sink_add_string (&self->sink, NULL, csl_item_get_id (csl_processor_get_item (self->document, cluster->cites[k].item)));
  csl_json_sink_end (&self->sink, ']');
  csl_json_sink_add_string (&self->sink, "text", text);
  csl_json_sink_end (&self->sink, '}');
}

static void
add_cited (Render                 *self,
           const CslListedCluster *listed,
           guint                   n)
{
  g_autofree CslCluster *clusters = g_new0 (CslCluster, MAX (n, 1));
  g_autofree CslOutput **outputs = g_new0 (CslOutput *, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    clusters[i] = listed[i].cluster;
  csl_processor_cite (self->document, clusters, n, outputs);
  csl_json_sink_begin (&self->sink, "clusters", '[');
  for (guint i = 0; i < n; i++)
    {
      add_cluster (self, listed[i].citation_id, &clusters[i], outputs[i]);
      csl_output_free (outputs[i]);
    }
  csl_json_sink_end (&self->sink, ']');
}

/* All items, in groups, one citation after the other */
static void
add_groups (Render *self)
{
  guint group = self->request->group > 0 ? self->request->group : CSL_JSON_CLUSTER_SIZE;
  guint n_items = csl_processor_get_n_items (self->document);
  guint n = n_items / group + (n_items % group > 0 ? 1 : 0);
  gboolean in_notes = csl_style_get_class (self->request->style) == CSL_STYLE_CLASS_NOTE;
  g_autofree CslCite *cites = g_new0 (CslCite, MAX (n_items, 1));
  g_autofree CslListedCluster *listed = g_new0 (CslListedCluster, MAX (n, 1));

  for (guint i = 0; i < n_items; i++)
    {
      cites[i].item = i;
      cites[i].position = CSL_CITE_AUTO;
      cites[i].near_note = CSL_CITE_AUTO;
    }
  for (guint i = 0; i < n; i++)
    {
      listed[i].cluster.note = in_notes ? i + 1 : 0;
      listed[i].cluster.n_cites = MIN (group, n_items - i * group);
      listed[i].cluster.cites = cites + i * group;
    }
  add_cited (self, listed, n);
}

static void
add_clusters (Render *self)
{
  const CslListedCluster *listed = NULL;
  guint n = 0;

  if (self->request->clusters == NULL)
    {
      add_groups (self);
      return;
    }
  listed = csl_cluster_list_get (self->request->clusters, &n);
  add_cited (self, listed, n);
}

static void
add_params (Render *self)
{
  CslBibliographyParams params;

  csl_processor_get_params (self->document, &params);
  csl_json_sink_begin (&self->sink, "params", '{');
  csl_json_sink_add_boolean (&self->sink, "hanging-indent", params.hanging_indent);
  if (params.second_field_align != NULL)
    csl_json_sink_add_string (&self->sink, "second-field-align", params.second_field_align);
  else
    csl_json_sink_add_boolean (&self->sink, "second-field-align", FALSE);
  csl_json_sink_add_number (&self->sink, "entry-spacing", params.entry_spacing);
  csl_json_sink_add_number (&self->sink, "line-spacing", params.line_spacing);
  csl_json_sink_end (&self->sink, '}');
}

static void
add_entry_cb (guint      item,
              CslOutput *output,
              gpointer   user_data)
{
  g_autofree char *text = entry_to_string (user_data, output);

  csl_json_sink_add_string (&((Render *) user_data)->sink, NULL, text);
  csl_output_free (output);
}

static void
add_list (Render *self)
{
  g_autofree guint *order = NULL;
  guint n_items = 0;

  csl_json_sink_begin (&self->sink, "list", '{');
  csl_json_sink_begin (&self->sink, "entries", '[');
  csl_processor_foreach_entry (self->document, add_entry_cb, self);
  csl_json_sink_end (&self->sink, ']');
  csl_json_sink_begin (&self->sink, "order", '[');
  order = csl_processor_dup_order (self->document, &n_items);
  for (guint i = 0; i < n_items && csl_style_has_bibliography (self->request->style); i++)
    csl_json_sink_add_string (&self->sink, NULL, csl_item_get_id (csl_processor_get_item (self->document, order[i])));
  csl_json_sink_end (&self->sink, ']');
  add_params (self);
  csl_json_sink_end (&self->sink, '}');
}

static void
add_errors (Render    *self,
            GPtrArray *errors)
{
  g_autoptr (GError) error = csl_processor_take_error (self->document);

  csl_json_sink_begin (&self->sink, "errors", '[');
  for (guint i = 0; errors != NULL && i < errors->len; i++)
    csl_json_sink_add_string (&self->sink, NULL, errors->pdata[i]);
  if (error != NULL)
    csl_json_sink_add_string (&self->sink, NULL, error->message);
  csl_json_sink_end (&self->sink, ']');
}

static void
render (Render *self)
{
  static const char *const formats[] = { "html", "text", "rtf" };
  const CslJsonRequest *request = self->request;

  csl_json_sink_begin (&self->sink, NULL, '{');
  csl_json_sink_add_string (&self->sink, "engine", "offprint " PACKAGE_VERSION);
  csl_json_sink_add_string (&self->sink, "style", request->name != NULL ? request->name : csl_style_get_id (request->style));
  csl_json_sink_add_string (&self->sink, "lang", csl_locale_get_tag (request->locale));
  csl_json_sink_add_string (&self->sink, "format", formats[request->format]);
  if (request->parts & CSL_JSON_CITATIONS)
    {
      add_citations (self);
      add_clusters (self);
    }
  if (request->parts & CSL_JSON_BIBLIOGRAPHY)
    add_entries (self);
  if (request->parts & (CSL_JSON_BIBLIOGRAPHY | CSL_JSON_LIST))
    add_list (self);
  add_errors (self, request->errors);
  csl_json_sink_end (&self->sink, '}');
}

/**
 * csl_json_render:
 * @request: what is asked for
 * @items: (element-type CslItem): the items
 * @write: (scope call): takes the JSON, in parts
 * @user_data: for @write
 *
 * Renders items. An object with the members citations, clusters, bibliography and list, as
 * far as they are asked for, each string without blanks at its ends. With citations of a
 * document the list is of what they cite, else of all items.
 */
void
csl_json_render (const CslJsonRequest *request,
                 GPtrArray            *items,
                 CslJsonWriteFunc      write,
                 gpointer              user_data)
{
  g_autoptr (CslProcessor) document = csl_processor_new (request->style, request->locale);
  Render self = { .request = request, .document = document };

  for (guint i = 0; i < items->len; i++)
    csl_processor_add_item (document, items->pdata[i]);
  csl_processor_set_keeps_uncited (document, request->clusters == NULL);
  if (request->clusters != NULL)
    csl_cluster_list_bind (request->clusters, document, request->errors);
  csl_json_sink_init (&self.sink, write, user_data);
  render (&self);
  csl_json_sink_finish (&self.sink);
}

static void
append_cb (const char *text,
           gsize       length,
           gpointer    user_data)
{
  g_string_append_len (user_data, text, (gssize) length);
}

/**
 * csl_render_json:
 * @style: a style
 * @locale: a locale made for it
 * @items: (element-type CslItem): the items
 * @format: how strings are written
 *
 * Renders items in all modes: see csl_json_render ().
 *
 * Returns: (transfer full): JSON
 */
char *
csl_render_json (CslStyle      *style,
                 CslLocale     *locale,
                 GPtrArray     *items,
                 CslJsonFormat  format)
{
  CslJsonRequest request = { .style = style, .locale = locale, .format = format, .parts = CSL_JSON_CITATIONS | CSL_JSON_BIBLIOGRAPHY };
  GString *json = g_string_new (NULL);

  csl_json_render (&request, items, append_cb, json);
  return g_string_free_and_steal (json);
}

static CslItem *
read_item (const CslValue  *value,
           guint            index,
           GError         **error)
{
  if (value->kind == CSL_VALUE_OBJECT)
    return csl_item_new_from_value (value, error);

  g_set_error (error, CSL_ERROR, CSL_ERROR_ITEM_INVALID, _("Item %u is no JSON object"), index + 1);
  return NULL;
}

static const char *
get_id (const CslValue *value)
{
  const CslValue *id = csl_value_get (value, "id");

  return id != NULL && id->kind == CSL_VALUE_STRING ? id->of.string : "";
}

/**
 * csl_items_read_json:
 * @items: (element-type CslItem): takes the items
 * @json: CSL-JSON: an array of items, or one item
 * @length: bytes of it, or -1 if it ends in a nul
 * @fault: (scope call): told of each element that is no item
 * @user_data: for @fault
 * @error: return location for an error of the domain `CSL_ERROR` or `JSON_PARSER_ERROR`
 *
 * Reads a list of items, one by one.
 *
 * Returns: whether it could be read to its end; the items before that are there anyway
 */
gboolean
csl_items_read_json (GPtrArray         *items,
                     const char        *json,
                     gssize             length,
                     CslItemFaultFunc   fault,
                     gpointer           user_data,
                     GError           **error)
{
  g_autoptr (CslJsonList) list = csl_json_list_new (json, length < 0 ? strlen (json) : (gsize) length, error);
  g_autoptr (GError) cause = NULL;
  const CslValue *value = NULL;

  if (list == NULL)
    return FALSE;
  for (guint i = 0; (value = csl_json_list_next (list, &cause)) != NULL; i++)
    {
      g_autoptr (GError) reason = NULL;
      CslItem *item = read_item (value, i, &reason);

      if (item != NULL)
        g_ptr_array_add (items, item);
      else
        fault (i, get_id (value), reason, user_data);
    }
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static void
keep_first_cb (guint         index,
               const char   *id,
               const GError *error,
               gpointer      user_data)
{
  GError **first = user_data;

  if (*first == NULL)
    *first = g_error_copy (error);
}

/**
 * csl_items_from_json:
 * @json: CSL-JSON: an array of items, or one item
 * @length: bytes of it, or -1 if it ends in a nul
 * @error: return location for an error of the domain `CSL_ERROR` or `JSON_PARSER_ERROR`
 *
 * Reads a list of items, of which each must be good.
 *
 * Returns: (transfer full) (element-type CslItem): the items, or `NULL` with @error set
 */
GPtrArray *
csl_items_from_json (const char  *json,
                     gssize       length,
                     GError     **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) csl_item_unref);
  g_autoptr (GError) first = NULL;

  if (!csl_items_read_json (items, json, length, keep_first_cb, &first, error))
    return NULL;
  if (first == NULL)
    return g_steal_pointer (&items);
  g_propagate_error (error, g_steal_pointer (&first));
  return NULL;
}
