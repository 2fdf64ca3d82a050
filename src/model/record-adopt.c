/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records and CSL-JSON items as they come in files, brought into the one shape. What
 * occurs in the wild is put right (numbers as text, lists where one value should be,
 * a registry's types); what is foreign is kept beside; what makes no sense is refused
 * with its place.
 */

#include "config.h"

#include "record.h"
#include "work-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "csl-variables.h"
#include "model-error.h"
#include "identifier.h"
#include "json-value.h"
#include "read.h"

#define MAX_DEPTH 48

/* Crossref's names where CSL's should be: services/crossref-fields.md 4 */
static const struct
{
  const char *from;
  const char *to;
} types[] = {
  { "journal-article", "article-journal" },
  { "book-chapter", "chapter" },
  { "book-section", "chapter" },
  { "book-part", "chapter" },
  { "edited-book", "book" },
  { "monograph", "book" },
  { "reference-book", "book" },
  { "proceedings", "book" },
  { "proceedings-article", "paper-conference" },
  { "posted-content", "article" },
  { "dissertation", "thesis" },
  { "reference-entry", "entry-encyclopedia" },
  { "journal", "periodical" },
  { "peer-review", "review" },
  { "article-preprint", "article" },
  { "report-series", "report" },
  { "thesis-dissertation", "thesis" },
};

static void
keep (JsonObject *kept,
      const char *pointer,
      JsonNode   *node)
{
  if (!offprint_json_is_nothing (node))
    json_object_set_member (kept, pointer, offprint_json_copy (node));
}

static gboolean
refuse (const char  *pointer,
        const char  *what,
        GError     **error)
{
  g_set_error (error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_RECORD_INVALID, "%s: %s", pointer, what);

  return FALSE;
}

/* A list of one or more texts where one should be: ISBNs, or Crossref's titles */
static char *
join_texts (JsonArray  *array,
            const char *name)
{
  gboolean is_words = g_str_equal (name, "ISBN") || g_str_equal (name, "ISSN");
  gboolean is_list = g_str_equal (name, "keyword");
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *text = offprint_json_dup_text (json_array_get_element (array, i));

      if (text == NULL || (out->len > 0 && !is_words && !is_list))
        continue;
      if (out->len > 0)
        g_string_append (out, is_words ? " " : ", ");
      g_string_append (out, text);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gboolean
adopt_text (JsonObject  *item,
            const char  *name,
            JsonNode    *node,
            const char  *pointer,
            GError     **error)
{
  g_autofree char *text = offprint_json_dup_text (node);
  g_autofree char *clean = NULL;
  g_autoptr (OffprintIdentifier) doi = NULL;

  if (text == NULL && JSON_NODE_HOLDS_ARRAY (node))
    text = join_texts (json_node_get_array (node), name);
  if (text == NULL && JSON_NODE_HOLDS_OBJECT (node))
    text = g_strdup (offprint_json_get_string (json_node_get_object (node), "name"));
  if (text == NULL)
    return refuse (pointer, _("a text should stand here"), error);
  clean = offprint_text_clean (text, -1);
  if (g_str_equal (name, "DOI"))
    doi = offprint_identifier_new (OFFPRINT_IDENTIFIER_DOI, clean, NULL);
  if (doi != NULL)
    json_object_set_string_member (item, name, offprint_identifier_get_value (doi));
  else if (*clean != '\0')
    json_object_set_string_member (item, name, clean);

  return TRUE;
}

static gboolean
adopt_number (JsonObject  *item,
              const char  *name,
              JsonNode    *node,
              const char  *pointer,
              GError     **error)
{
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    {
      json_object_set_member (item, name, offprint_json_copy (node));
      return TRUE;
    }

  return adopt_text (item, name, node, pointer, error);
}

static gboolean
adopt_type (JsonObject  *item,
            JsonNode    *node,
            JsonObject  *kept,
            GError     **error)
{
  g_autofree char *type = offprint_json_dup_text (node);

  if (type == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    return refuse ("/type", _("a text should stand here"), error);
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].from, type))
      {
        json_object_set_string_member (item, "type", types[i].to);
        return TRUE;
      }
  if (!offprint_is_csl_type (type))
    keep (kept, "/type", node);
  json_object_set_string_member (item, "type", offprint_is_csl_type (type) ? type : "document");

  return TRUE;
}

static JsonObject *
adopt_name (JsonObject *from,
            const char *pointer,
            JsonObject *kept)
{
  g_autoptr (JsonObject) name = json_object_new ();
  JsonObjectIter iter;
  const char *member = NULL;
  JsonNode *node = NULL;

  json_object_iter_init_ordered (&iter, from);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      g_autofree char *inner = offprint_json_pointer (pointer, member);
      g_autofree char *text = offprint_json_dup_text (node);
      gboolean is_known = offprint_is_name_member (member);

      if (is_known && offprint_is_name_flag (member) && JSON_NODE_HOLDS_VALUE (node))
        json_object_set_member (name, member, json_node_copy (node));
      else if (is_known && !offprint_is_name_flag (member) && text != NULL)
        offprint_record_set_string (name, member, text);
      else if (g_str_equal (member, "name") && text != NULL && !json_object_has_member (from, "family"))
        offprint_record_set_string (name, "literal", text);
      else
        keep (kept, inner, node);
    }

  return json_object_get_size (name) > 0 ? g_steal_pointer (&name) : NULL;
}

static gboolean
adopt_names (JsonObject  *item,
             const char  *role,
             JsonNode    *node,
             const char  *pointer,
             JsonObject  *kept,
             GError     **error)
{
  g_autoptr (JsonArray) names = json_array_new ();
  JsonArray *from = NULL;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (pointer, _("a list of names should stand here"), error);
  from = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (from); i++)
    {
      g_autofree char *inner = g_strdup_printf ("%s/%u", pointer, json_array_get_length (names));
      JsonObject *object = offprint_json_element_object (from, i);
      const char *literal = offprint_json_element_string (from, i);
      JsonObject *name = NULL;

      if (object == NULL && literal == NULL)
        {
          g_autofree char *place = g_strdup_printf ("%s/%u", pointer, i);

          if (offprint_json_is_nothing (json_array_get_element (from, i)))
            continue;
          return refuse (place, _("a name should stand here"), error);
        }
      if (object != NULL)
        name = adopt_name (object, inner, kept);
      else
        {
          name = json_object_new ();
          offprint_record_set_string (name, "literal", literal);
        }
      if (name != NULL)
        json_array_add_object_element (names, name);
    }
  if (json_array_get_length (names) > 0)
    json_object_set_array_member (item, role, g_steal_pointer (&names));

  return TRUE;
}

static gboolean
adopt_date (JsonObject  *item,
            const char  *name,
            JsonNode    *node,
            const char  *pointer,
            JsonObject  *kept,
            GError     **error)
{
  g_autoptr (OffprintDate) date = offprint_date_new_from_csl (node);
  JsonObjectIter iter;
  const char *member = NULL;
  JsonNode *value = NULL;

  if (JSON_NODE_HOLDS_ARRAY (node) || (JSON_NODE_HOLDS_VALUE (node) && date == NULL))
    return refuse (pointer, _("a date should stand here"), error);
  if (date != NULL)
    json_object_set_member (item, name, offprint_date_to_csl (date));
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return TRUE;
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &member, &value))
    {
      g_autofree char *inner = offprint_json_pointer (pointer, member);

      if (!offprint_is_date_member (member))
        keep (kept, inner, value);
    }

  return TRUE;
}

static gboolean
adopt_words (JsonObject  *item,
             const char  *name,
             JsonNode    *node,
             const char  *pointer,
             GError     **error)
{
  g_autoptr (JsonArray) words = json_array_new ();

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (pointer, _("a list of texts should stand here"), error);
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    if (offprint_json_element_string (json_node_get_array (node), i) != NULL)
      json_array_add_string_element (words, offprint_json_element_string (json_node_get_array (node), i));
  if (json_array_get_length (words) > 0)
    json_object_set_array_member (item, name, g_steal_pointer (&words));

  return TRUE;
}

static gboolean
adopt_member (JsonObject  *item,
              const char  *name,
              JsonNode    *node,
              JsonObject  *kept,
              GError     **error)
{
  g_autofree char *pointer = offprint_json_pointer ("", name);

  switch (offprint_variable_find (name))
    {
    case OFFPRINT_VARIABLE_NONE:
      keep (kept, pointer, node);
      return TRUE;
    case OFFPRINT_VARIABLE_TYPE:
      return adopt_type (item, node, kept, error);
    case OFFPRINT_VARIABLE_TEXT:
      return adopt_text (item, name, node, pointer, error);
    case OFFPRINT_VARIABLE_NUMBER:
      return adopt_number (item, name, node, pointer, error);
    case OFFPRINT_VARIABLE_NAMES:
      return adopt_names (item, name, node, pointer, kept, error);
    case OFFPRINT_VARIABLE_DATE:
      return adopt_date (item, name, node, pointer, kept, error);
    case OFFPRINT_VARIABLE_WORDS:
      return adopt_words (item, name, node, pointer, error);
    case OFFPRINT_VARIABLE_CUSTOM:
      if (JSON_NODE_HOLDS_OBJECT (node))
        json_object_set_member (item, name, offprint_json_copy (node));
      else
        keep (kept, pointer, node);
      return TRUE;
    }

  return TRUE;
}

static void
add_kept (JsonObject *item,
          JsonObject *kept)
{
  JsonObject *custom = NULL;
  JsonObject *known = NULL;
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *node = NULL;

  if (json_object_get_size (kept) == 0)
    return;
  custom = offprint_record_get_custom (item);
  known = offprint_json_get_object (custom, "kept");
  if (known == NULL)
    {
      json_object_set_object_member (custom, "kept", json_object_ref (kept));
      return;
    }
  json_object_iter_init_ordered (&iter, kept);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!json_object_has_member (known, name))
      json_object_set_member (known, name, offprint_json_copy (node));
}

/*< private >
 * Brings a record or a plain CSL-JSON item into the shape of record.md.
 */
JsonObject *
offprint_record_adopt (JsonNode  *node,
                       GError   **error)
{
  g_autoptr (JsonObject) item = json_object_new ();
  g_autoptr (JsonObject) kept = json_object_new ();
  g_autoptr (JsonNode) whole = NULL;
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *member = NULL;
  gboolean has_id = FALSE;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      refuse ("/", _("an object should stand here"), error);
      return NULL;
    }
  if (offprint_json_is_deeper (node, MAX_DEPTH))
    {
      refuse ("/", _("this is nested too deep for a record"), error);
      return NULL;
    }
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    if (!offprint_json_is_nothing (member) && !adopt_member (item, name, member, kept, error))
      return NULL;
  add_kept (item, kept);

  /* the check wants a whole record; what is missing is given later, if nobody knows it */
  has_id = json_object_has_member (item, "id");
  whole = json_node_new (JSON_NODE_OBJECT);
  json_node_set_object (whole, item);
  if (!json_object_has_member (item, "type"))
    json_object_set_string_member (item, "type", "document");
  if (!has_id)
    json_object_set_string_member (item, "id", "-");
  if (!offprint_record_check (whole, error))
    return NULL;
  if (!has_id)
    json_object_remove_member (item, "id");

  return g_steal_pointer (&item);
}
