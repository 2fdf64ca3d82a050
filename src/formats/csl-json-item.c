/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each member goes through the reader of what it holds; one that is of another type than
 * the schema says is read if it can be, and else kept as it is, never dropped.
 */

#include "config.h"

#include "csl-json-item.h"

#include "csl-json-types.h"
#include "date.h"
#include "identifier.h"
#include "json-value.h"
#include "read.h"
#include "record.h"

#include <string.h>

/* Whether reading the first of a list lost something */
static gboolean
has_more (JsonNode *value)
{
  if (JSON_NODE_HOLDS_ARRAY (value))
    return json_array_get_length (json_node_get_array (value)) > 1;
  return JSON_NODE_HOLDS_OBJECT (value) && json_object_get_size (json_node_get_object (value)) > 1;
}

static void
read_text (JsonObject              *record,
           const char              *member,
           JsonNode                *value,
           const char              *pointer,
           OffprintCslJsonContents  contents)
{
  g_autofree char *text = offprint_csl_json_dup_text (value);

  if (text == NULL || has_more (value))
    offprint_csl_json_keep (record, pointer, value);
  if (text == NULL)
    return;
  if (contents == OFFPRINT_CSL_JSON_TITLE)
    offprint_record_set_inline (record, member, text);
  else if (contents == OFFPRINT_CSL_JSON_LINES)
    {
      g_autofree char *clean = g_strstrip (offprint_text_clean (text, -1));

      if (clean[0] != '\0')
        json_object_set_string_member (record, member, clean);
    }
  else
    offprint_record_set_string (record, member, text);
}

static void
read_date (JsonObject *record,
           const char *member,
           JsonNode   *value,
           const char *pointer)
{
  static const char *const known[] = { "date-parts", "season", "circa", "literal", "raw", NULL };
  g_autoptr (OffprintDate) date = NULL;
  g_autofree char *text = offprint_json_dup_text (value);
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (value) ? json_node_get_object (value) : NULL;
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *part = NULL;

  date = object != NULL ? offprint_date_new_from_csl (value) : text != NULL ? offprint_date_new_from_edtf (text)
                                                                            : NULL;
  if (date != NULL)
    offprint_record_set_date (record, member, date);
  if (!json_object_has_member (record, member))
    {
      offprint_csl_json_keep (record, pointer, value);
      return;
    }
  if (object == NULL)
    return;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &part))
    {
      g_autofree char *place = offprint_json_pointer (pointer, name);

      if (!g_strv_contains (known, name))
        offprint_csl_json_keep (record, place, part);
    }
}

/* A string of several, or a list */
static char *
dup_words (JsonNode *value)
{
  GString *string = NULL;
  JsonArray *array = NULL;

  if (!JSON_NODE_HOLDS_ARRAY (value))
    return offprint_json_dup_text (value);
  string = g_string_new (NULL);
  array = json_node_get_array (value);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *text = offprint_json_dup_text (json_array_get_element (array, i));

      if (text != NULL)
        g_string_append_printf (string, "%s%s", string->len > 0 ? " " : "", text);
    }
  return g_string_free (string, FALSE);
}

static void
read_isbn (JsonObject *record,
           JsonNode   *value,
           const char *pointer)
{
  g_autofree char *all = dup_words (value);
  g_auto (GStrv) words = g_strsplit_set (all != NULL ? all : "", " ,;\t\n", -1);
  gboolean has_isbn = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      offprint_record_add_isbn (record, words[i], NULL);
      has_isbn = has_isbn || words[i][0] != '\0';
    }
  /* “978 3 030 93981 6” has blanks within */
  if (has_isbn && !json_object_has_member (record, "ISBN"))
    offprint_record_add_isbn (record, all, NULL);
  if (!json_object_has_member (record, "ISBN"))
    offprint_csl_json_keep (record, pointer, value);
}

static void
read_issn (JsonObject *record,
           JsonNode   *value)
{
  g_autofree char *all = dup_words (value);
  g_auto (GStrv) words = g_strsplit_set (all != NULL ? all : "", " ,;\t\n", -1);
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (OffprintIdentifier) issn = words[i][0] != '\0' ? offprint_identifier_new (OFFPRINT_IDENTIFIER_ISSN, words[i], NULL) : NULL;
      const char *shown = issn != NULL ? offprint_identifier_get_value (issn) : words[i];

      if (shown[0] != '\0' && strstr (string->str, shown) == NULL)
        g_string_append_printf (string, "%s%s", string->len > 0 ? " " : "", shown);
    }
  offprint_record_set_string (record, "ISSN", string->str);
}

static void
read_doi (JsonObject *record,
          JsonNode   *value)
{
  g_autofree char *text = offprint_csl_json_dup_text (value);
  g_autoptr (OffprintIdentifier) doi = text != NULL ? offprint_identifier_parse (text, -1, NULL) : NULL;

  if (doi != NULL && offprint_identifier_get_kind (doi) == OFFPRINT_IDENTIFIER_DOI)
    offprint_record_set_string (record, "DOI", offprint_identifier_get_value (doi));
  else
    offprint_record_set_string (record, "DOI", text);
}

/* Crossref's `other` is a chapter if it has an ISBN and a container; Zotero's rule */
static void
read_type (JsonObject *record,
           JsonObject *item,
           JsonNode   *value,
           const char *pointer)
{
  g_autofree char *text = offprint_csl_json_dup_text (value);
  const char *type = text != NULL ? offprint_csl_json_map_type (text) : NULL;

  if (type == NULL)
    {
      gboolean is_part = json_object_has_member (item, "ISBN") && json_object_has_member (item, "container-title");

      type = g_strcmp0 (text, "other") == 0 && is_part ? "chapter" : "document";
      offprint_csl_json_keep (record, pointer, value);
    }
  json_object_set_string_member (record, "type", type);
}

/* An abstract is JATS, HTML or text; a record of ours has it in rich text besides */
static void
read_abstract (JsonObject *record,
               JsonObject *item,
               JsonNode   *value,
               const char *pointer)
{
  g_autofree char *markup = offprint_csl_json_dup_text (value);
  g_autoptr (OffprintRichText) text = NULL;

  if (markup == NULL)
    {
      offprint_csl_json_keep (record, pointer, value);
      return;
    }
  if (offprint_json_get_array (offprint_record_get_custom (record), "abstracts") != NULL)
    {
      g_autofree char *clean = g_strstrip (offprint_text_clean (markup, -1));

      if (clean[0] != '\0')
        json_object_set_string_member (record, "abstract", clean);
      return;
    }
  text = offprint_rich_text_new_from_markup (markup, -1);
  offprint_record_add_abstract (record, offprint_json_get_string (item, "language"), NULL, text);
}

/* A list of words; what is no word is none */
static void
read_categories (JsonObject *record,
                 JsonNode   *value)
{
  g_autoptr (JsonArray) words = json_array_new ();
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (value) ? json_node_get_array (value) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *word = offprint_json_element_string (array, i);

      if (word != NULL && word[0] != '\0')
        json_array_add_string_element (words, word);
    }
  if (json_array_get_length (words) > 0)
    json_object_set_array_member (record, "categories", g_steal_pointer (&words));
}

static void
read_special (JsonObject *record,
              JsonObject *item,
              const char *member,
              JsonNode   *value,
              const char *pointer)
{
  if (strcmp (member, "type") == 0)
    read_type (record, item, value, pointer);
  else if (strcmp (member, "id") == 0)
    {
      g_autofree char *id = offprint_csl_json_dup_text (value);

      offprint_record_set_string (record, "id", id);
    }
  else if (strcmp (member, "abstract") == 0)
    read_abstract (record, item, value, pointer);
  else if (strcmp (member, "DOI") == 0)
    read_doi (record, value);
  else if (strcmp (member, "ISBN") == 0)
    read_isbn (record, value, pointer);
  else if (strcmp (member, "ISSN") == 0)
    read_issn (record, value);
  else if (strcmp (member, "categories") == 0)
    read_categories (record, value);
}

/* Crossref's and old names of what CSL has a variable for */
static const struct
{
  const char *foreign;
  const char *member;
} synonyms[] = {
  { "publisher-location", "publisher-place" },
  { "short-container-title", "container-title-short" },
  { "edition-number", "edition" },
  { "short-title", "title-short" },
  { "article-number", "number" },
};

static const struct
{
  const char *foreign;
  const char *event;
} events[] = {
  { "published-online", "online" },
  { "published-print", "print" },
  { "accepted", "accepted" },
  { "posted", "posted" },
};

/* Says whether the record has it now, so that it need not be kept */
static gboolean
read_foreign (JsonObject *record,
              JsonObject *item,
              const char *member,
              JsonNode   *value)
{
  for (gsize i = 0; i < G_N_ELEMENTS (synonyms); i++)
    {
      g_autofree char *text = NULL;

      if (strcmp (member, synonyms[i].foreign) != 0 || json_object_has_member (item, synonyms[i].member) || has_more (value))
        continue;
      text = offprint_csl_json_dup_text (value);
      offprint_record_set_inline (record, synonyms[i].member, text);
      return json_object_has_member (record, synonyms[i].member);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autoptr (OffprintDate) date = NULL;

      if (strcmp (member, events[i].foreign) != 0)
        continue;
      date = offprint_date_new_from_csl (value);
      offprint_record_set_event (record, events[i].event, date);
      return date != NULL;
    }
  return FALSE;
}

/* Title and subtitle are one for CSL; a subtitle comes beside it from Crossref only */
static void
read_subtitle (JsonObject *record,
               JsonObject *item)
{
  JsonNode *title = json_object_get_member (item, "title");
  JsonNode *subtitle = json_object_get_member (item, "subtitle");
  g_autofree char *main_text = title != NULL ? offprint_csl_json_dup_text (title) : NULL;
  g_autofree char *text = subtitle != NULL ? offprint_csl_json_dup_text (subtitle) : NULL;

  if (text != NULL)
    offprint_record_set_title (record, main_text, text);
}

static void
read_member (JsonObject *record,
             JsonObject *item,
             const char *member,
             JsonNode   *value)
{
  OffprintCslJsonContents contents = offprint_csl_json_get_contents (member);
  g_autofree char *pointer = offprint_json_pointer ("", member);

  switch (contents)
    {
    case OFFPRINT_CSL_JSON_FOREIGN:
      if (!read_foreign (record, item, member, value) && strcmp (member, "subtitle") != 0)
        offprint_csl_json_keep (record, pointer, value);
      break;
    case OFFPRINT_CSL_JSON_TITLE:
    case OFFPRINT_CSL_JSON_LINE:
    case OFFPRINT_CSL_JSON_NUMBER:
    case OFFPRINT_CSL_JSON_LINES:
      read_text (record, member, value, pointer, contents);
      break;
    case OFFPRINT_CSL_JSON_NAMES:
      offprint_csl_json_read_names (record, member, value, pointer);
      break;
    case OFFPRINT_CSL_JSON_DATE:
      read_date (record, member, value, pointer);
      break;
    case OFFPRINT_CSL_JSON_SPECIAL:
      read_special (record, item, member, value, pointer);
      break;
    }
}

/* The source's own id, else the DOI, else one that nobody else has */
static void
complete_id (JsonObject *record)
{
  const char *doi = offprint_json_get_string (record, "DOI");
  g_autofree char *uuid = NULL;
  g_autofree char *id = NULL;

  if (json_object_has_member (record, "id"))
    return;
  uuid = g_uuid_string_random ();
  id = doi != NULL ? g_strdup (doi) : g_strconcat ("urn:uuid:", uuid, NULL);
  json_object_set_string_member (record, "id", id);
}

/**
 * offprint_csl_json_item_read:
 * @item: an item, not deeper than can be walked
 *
 * Reads an item into a record. What stands under `custom` stays there, ours with it, so
 * that a record read again is the same record.
 *
 * Returns: (transfer full): the record
 */
JsonObject *
offprint_csl_json_item_read (JsonObject *item)
{
  JsonObject *record = offprint_record_new ();
  JsonObject *custom = offprint_json_get_object (item, "custom");
  JsonObject *ours = NULL;
  JsonObjectIter iter;
  const char *member = NULL;
  JsonNode *value = NULL;

  if (custom != NULL && json_object_get_size (custom) > 0)
    json_object_set_object_member (record, "custom", offprint_json_copy_object (custom));
  json_object_iter_init_ordered (&iter, item);
  while (json_object_iter_next_ordered (&iter, &member, &value))
    read_member (record, item, member, value);
  if (json_object_has_member (item, "subtitle"))
    read_subtitle (record, item);
  if (!json_object_has_member (record, "type"))
    json_object_set_string_member (record, "type", "document");
  complete_id (record);
  ours = offprint_record_get_custom (record);
  if (!json_object_has_member (ours, "version"))
    json_object_set_int_member (ours, "version", 1);

  return record;
}
