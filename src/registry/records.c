/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file of records, whoever's they are. People save what a registry answered, and
 * programs write lists of it; nobody should have to say which is which.
 */

#include "config.h"

#include "parsers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "crossref-item.h"
#include "datacite.h"
#include "formats.h"
#include "registry-error.h"
#include "json-answer.h"
#include "member-types.h"
#include "peek.h"
#include "record.h"

#define MAX_WORKS 100000

typedef struct
{
  /* Borrowed */
  GPtrArray *readings;
  GDateTime *now;
  GBytes *whole; /* the file, if it is all about one work */

  /* Owned; what made the first of them no work, and its place */
  char *fault;
} Batch;

static void
take_fault (Batch *batch,
            char  *fault)
{
  if (batch->fault == NULL)
    batch->fault = fault;
  else
    g_free (fault);
}

static GBytes *
dup_source (Batch      *batch,
            JsonObject *object)
{
  g_autoptr (JsonNode) node = NULL;
  char *text = NULL;

  if (batch->whole != NULL)
    return g_bytes_ref (batch->whole);
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_set_object (node, object);
  text = json_to_string (node, FALSE);
  return g_bytes_new_take (text, strlen (text));
}

static void
add (Batch      *batch,
     const char *source,
     JsonObject *object,
     JsonObject *record)
{
  g_autoptr (GBytes) raw = dup_source (batch, object);

  g_ptr_array_add (batch->readings,
                   offprint_reading_new (source, OFFPRINT_READING_ABOUT_WORK, NULL, batch->now, raw, record));
}

/* Content negotiation gives Crossref's members too, but a title as a string; the
 * registry itself always gives a list, be it an empty one. */
static gboolean
is_crossref (JsonObject *object)
{
  static const char *const titles[] = { "title", "container-title", "original-title" };
  static const char *const marks[] = { "prefix", "member", "indexed", "deposited", "reference-count", "content-domain" };
  guint n_marks = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      JsonNode *node = offprint_peek_node (object, titles[i]);

      if (node != NULL && (JSON_NODE_HOLDS_ARRAY (node) || offprint_node_string (node) != NULL))
        return JSON_NODE_HOLDS_ARRAY (node);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    n_marks += json_object_has_member (object, marks[i]);
  return n_marks >= 2;
}

static gboolean
is_csl_item (JsonObject *object)
{
  static const char *const marks[] = { "id", "title", "DOI", "URL", "author", "editor", "issued", "container-title", "custom" };
  guint n_marks = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    n_marks += offprint_peek_node (object, marks[i]) != NULL;
  return (offprint_peek_string (object, "type") != NULL && n_marks >= 1) || (n_marks >= 2 && offprint_peek_string (object, "title") != NULL);
}

/* The room formats reads CSL-JSON, whoever's shape of it; what it refuses is no work */
static gboolean
add_csl_item (Batch      *batch,
              JsonObject *object,
              const char *pointer)
{
  g_autoptr (GBytes) bytes = dup_source (batch, object);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonArray) records = offprint_csl_json_read (bytes, "", &error);

  if (records == NULL || json_array_get_length (records) == 0)
    {
      g_debug ("No item of CSL-JSON: %s", error != NULL ? error->message : "empty");
      return FALSE;
    }
  if (offprint_peek_object (object, "custom") != NULL && !offprint_record_check (json_array_get_element (records, 0), &error))
    {
      take_fault (batch, g_strconcat (pointer, error->message, NULL));
      return FALSE;
    }
  offprint_crossref_enrich (object, json_array_get_object_element (records, 0));
  add (batch, "csl-json", object, json_object_ref (json_array_get_object_element (records, 0)));
  return TRUE;
}

/* A member of a type that no source gives it makes the file a broken one, not an odd one */
static gboolean
is_broken (Batch      *batch,
           JsonObject *object,
           JsonObject *attributes,
           const char *pointer)
{
  g_autofree char *inner = g_strconcat (pointer, json_object_has_member (object, "data") ? "/data" : "", "/attributes", NULL);
  char *fault = offprint_member_types_find_fault (object, pointer);

  if (fault == NULL && attributes != NULL && attributes != object)
    fault = offprint_member_types_find_fault (attributes, inner);
  if (fault == NULL)
    return FALSE;
  /* Translators: a place in a JSON file, such as /message/author */
  take_fault (batch, g_strdup_printf (_("“%s” is of a type that it has in no record of Crossref’s, DataCite’s or CSL-JSON’s"), fault));
  g_free (fault);
  return TRUE;
}

static gboolean
add_one (Batch      *batch,
         JsonObject *object,
         const char *pointer)
{
  JsonObject *attributes = offprint_datacite_attributes (object);

  if (is_broken (batch, object, attributes, pointer))
    return FALSE;
  if (is_crossref (object))
    {
      add (batch, "crossref", object, offprint_crossref_record (object));
      return TRUE;
    }
  if (attributes != NULL)
    {
      add (batch, "datacite", object, offprint_datacite_record (attributes));
      return TRUE;
    }
  return is_csl_item (object) && add_csl_item (batch, object, pointer);
}

static gboolean
set_fault (Batch   *batch,
           GError **error)
{
  g_set_error_literal (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER, batch->fault);
  return FALSE;
}

static gboolean
add_list (Batch       *batch,
          JsonArray   *list,
          const char  *pointer,
          GError     **error)
{
  guint n = MIN (json_array_get_length (list), MAX_WORKS);
  guint n_read = 0;
  g_autofree char *skipped = NULL;

  for (guint i = 0; i < n; i++)
    {
      JsonObject *object = offprint_node_object (json_array_get_element (list, i));
      g_autofree char *place = g_strdup_printf ("%s/%u", g_str_equal (pointer, "/") ? "" : pointer, i);

      if (object != NULL && add_one (batch, object, place))
        n_read++;
      else if (skipped == NULL)
        skipped = g_steal_pointer (&place);
    }
  if (n > 0 && n_read == 0 && batch->fault != NULL)
    return set_fault (batch, error);
  if (n > 0 && n_read == 0)
    {
      g_set_error (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER,
                   /* Translators: the first is a place in a JSON file, such as /message/items */
                   ngettext ("“%s” lists %u thing, which is no work of Crossref’s, DataCite’s or CSL-JSON’s",
                             "“%s” lists %u things, none of them a work of Crossref’s, DataCite’s or CSL-JSON’s", n),
                   pointer, n);
      return FALSE;
    }
  if (skipped != NULL && batch->fault == NULL)
    /* Translators: a place in a JSON file, such as /message/items/3 */
    batch->fault = g_strdup_printf (_("“%s” is no work of Crossref’s, DataCite’s or CSL-JSON’s"), skipped);
  return TRUE;
}

/* A list inside an envelope: Crossref's message.items, DataCite's data, a library's items */
static JsonArray *
find_list (JsonObject  *object,
           const char **pointer)
{
  JsonObject *message = offprint_node_object (offprint_peek_node (object, "message"));
  const struct
  {
    JsonNode *node;
    const char *pointer;
  } places[] = {
    { message != NULL ? offprint_peek_node (message, "items") : NULL, "/message/items" },
    { offprint_peek_node (object, "data"), "/data" },
    { offprint_peek_node (object, "items"), "/items" },
    { offprint_peek_node (object, "references"), "/references" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i].node != NULL && JSON_NODE_HOLDS_ARRAY (places[i].node))
      {
        *pointer = places[i].pointer;
        return json_node_get_array (places[i].node);
      }
  return NULL;
}

/* What a registry said instead of a record: Crossref’s message is a list then, DataCite has errors */
static char *
dup_refusal (JsonObject *object)
{
  const char *status = offprint_peek_string (object, "status");

  if (status != NULL && !g_str_equal (status, "ok"))
    return offprint_peek_dup_plain (offprint_peek_object (object, "message"), "message");
  return offprint_peek_dup_plain (offprint_peek_object (object, "errors"), "title");
}

static gboolean
add_object (Batch       *batch,
            JsonObject  *object,
            GError     **error)
{
  JsonObject *message = offprint_node_object (offprint_peek_node (object, "message"));
  g_autofree char *refusal = dup_refusal (object);
  const char *pointer = NULL;
  JsonArray *list = find_list (object, &pointer);

  if (refusal != NULL)
    {
      g_set_error (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER,
                   /* Translators: the registry's own words, in English */
                   _("It is no record but a refusal: %s"), refusal);
      return FALSE;
    }
  if (message != NULL && list == NULL && add_one (batch, message, "/message"))
    return TRUE;
  if (add_one (batch, object, ""))
    return TRUE;
  if (list != NULL)
    {
      batch->whole = NULL;
      return add_list (batch, list, pointer, error);
    }
  if (batch->fault != NULL)
    return set_fault (batch, error);
  g_set_error_literal (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER,
                       _("The object at its root is no work of Crossref’s, DataCite’s or CSL-JSON’s"));
  return FALSE;
}

static gboolean
add_root (Batch     *batch,
          JsonNode  *root,
          GError   **error)
{
  if (JSON_NODE_HOLDS_OBJECT (root))
    return add_object (batch, json_node_get_object (root), error);
  if (JSON_NODE_HOLDS_ARRAY (root))
    {
      batch->whole = NULL;
      return add_list (batch, json_node_get_array (root), "/", error);
    }
  g_set_error_literal (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER,
                       _("Line 1 is a bare value: a record or a list of records was expected"));
  return FALSE;
}

/**
 * offprint_records_parse:
 * @bytes: a file
 * @name: (nullable): its name, for errors
 * @skipped: (out) (optional) (nullable): what of a list was left out, in one line that
 *   begins with @name and names the first place
 * @error: return location for an error of the domain `OFFPRINT_REGISTRY_ERROR`, whose
 *   message begins with @name and names the place
 *
 * Reads a file of Crossref's, DataCite's or CSL-JSON's: one work, a list of works, or
 * either in the envelope of a registry's answer. Of a list, what is no work is skipped,
 * unless nothing else is in it.
 *
 * Returns: (transfer full) (element-type OffprintReading): the works, in order, or
 *   `NULL` with @error set; an empty list is no error
 */
GPtrArray *
offprint_records_parse (GBytes      *bytes,
                        const char  *name,
                        char       **skipped,
                        GError     **error)
{
  g_autoptr (JsonNode) root = offprint_json_answer_parse (bytes, error);
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  Batch batch = { .readings = readings, .now = now, .whole = bytes };
  gboolean is_read = FALSE;

  is_read = root != NULL && add_root (&batch, root, error);
  if (skipped != NULL)
    *skipped = is_read && batch.fault != NULL ? g_strconcat (name != NULL ? name : "", name != NULL ? ": " : "", batch.fault, NULL) : NULL;
  g_free (batch.fault);
  if (is_read)
    return g_steal_pointer (&readings);
  if (name != NULL)
    g_prefix_error (error, "%s: ", name);
  return NULL;
}
