/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Titles, descriptions and subjects: lists of typed texts in any number of languages.
 */

#include "config.h"

#include "datacite-private.h"

#include <string.h>

#include "paths.h"
#include "peek.h"
#include "read.h"
#include "record.h"
#include "spellings.h"

#define MAX_SERIES_BYTES 300

static const char *
title_of_type (JsonObject *holder,
               const char *type)
{
  for (guint i = 0; i < offprint_peek_length (holder, "titles"); i++)
    {
      JsonObject *title = offprint_peek_nth_object (holder, "titles", i);

      if (g_strcmp0 (offprint_peek_string (title, "titleType"), type) == 0 &&
          !offprint_datacite_is_placeholder (offprint_peek_string (title, "title")))
        return offprint_peek_string (title, "title");
    }
  return NULL;
}

/* The main title has no type. Of several, the one in the language of the work. */
static JsonObject *
main_title (JsonObject *attributes)
{
  const char *language = offprint_peek_string (attributes, "language");
  JsonObject *first = NULL;

  for (guint i = 0; i < offprint_peek_length (attributes, "titles"); i++)
    {
      JsonObject *title = offprint_peek_nth_object (attributes, "titles", i);

      if (title == NULL || offprint_peek_string (title, "titleType") != NULL ||
          offprint_datacite_is_placeholder (offprint_peek_string (title, "title")))
        continue;
      if (language != NULL && g_strcmp0 (offprint_peek_string (title, "lang"), language) == 0)
        return title;
      if (first == NULL)
        first = title;
    }
  return first;
}

static void
add_translated (JsonObject *record,
                JsonObject *title)
{
  JsonObject *custom = offprint_record_get_custom (record);
  JsonObject *titles = NULL;
  JsonObject *entry = NULL;
  g_autofree char *text = offprint_peek_dup_plain (title, "title");
  g_autofree char *language = offprint_spell_language (offprint_peek_string (title, "lang"));

  if (text == NULL)
    return;
  if (!json_object_has_member (custom, "titles"))
    json_object_set_object_member (custom, "titles", json_object_new ());
  titles = json_object_get_object_member (custom, "titles");
  if (!json_object_has_member (titles, "translated"))
    json_object_set_array_member (titles, "translated", json_array_new ());
  entry = json_object_new ();
  offprint_record_set_string (entry, "language", language);
  offprint_record_set_string (entry, "text", text);
  json_array_add_object_element (json_object_get_array_member (titles, "translated"), entry);
}

/**
 * offprint_datacite_read_titles:
 * @attributes: the attributes of a DOI
 * @record: the record
 *
 * Reads main title, subtitle and translations; an alternative title is kept.
 */
void
offprint_datacite_read_titles (JsonObject *attributes,
                               JsonObject *record)
{
  JsonObject *main = main_title (attributes);

  if (main == NULL)
    main = offprint_peek_nth_object (attributes, "titles", 0);
  offprint_record_set_title (record, offprint_peek_string (main, "title"), title_of_type (attributes, "Subtitle"));
  for (guint i = 0; i < offprint_peek_length (attributes, "titles") && i < 32; i++)
    {
      JsonObject *title = offprint_peek_nth_object (attributes, "titles", i);
      const char *type = offprint_peek_string (title, "titleType");
      g_autofree char *pointer = g_strdup_printf ("/titles/%u", i);

      if (title == NULL || title == main || g_strcmp0 (type, "Subtitle") == 0)
        continue;
      if (type == NULL || g_str_equal (type, "TranslatedTitle"))
        add_translated (record, title);
      else
        offprint_paths_keep (record, pointer, offprint_peek_nth (attributes, "titles", i));
    }
}

/**
 * offprint_datacite_dup_title:
 * @holder: what has `titles`
 *
 * Returns: (transfer full) (nullable): main title and subtitle in one line
 */
char *
offprint_datacite_dup_title (JsonObject *holder)
{
  const char *main = offprint_peek_string (main_title (holder), "title");
  const char *subtitle = title_of_type (holder, "Subtitle");

  if (main == NULL)
    return NULL;
  if (subtitle == NULL || strstr (main, subtitle) != NULL)
    return g_strdup (main);
  return g_strdup_printf ("%s: %s", main, subtitle);
}

static const char *
kind_of_description (const char *type)
{
  static const char *const kinds[][2] = {
    { "Abstract", "abstract" },
    { "Methods", "methods" },
    { "TableOfContents", "contents" },
    { "TechnicalInfo", "technical-info" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds) && type != NULL; i++)
    if (g_str_equal (type, kinds[i][0]))
      return kinds[i][1];
  return "description";
}

static void
read_series (JsonObject *record,
             const char *pointer,
             JsonNode   *node,
             const char *text)
{
  if (strlen (text) > MAX_SERIES_BYTES || json_object_has_member (record, "collection-title") || json_object_has_member (record, "container-title"))
    offprint_paths_keep (record, pointer, node);
  else
    offprint_record_set_inline (record, "collection-title", text);
}

/**
 * offprint_datacite_read_descriptions:
 * @attributes: the attributes of a DOI
 * @record: the record, which knows its container already
 *
 * Reads abstracts and other descriptions, in HTML or plain; the information on a
 * series names the series where nothing else does.
 */
void
offprint_datacite_read_descriptions (JsonObject *attributes,
                                     JsonObject *record)
{
  for (guint i = 0; i < offprint_peek_length (attributes, "descriptions"); i++)
    {
      JsonObject *description = offprint_peek_nth_object (attributes, "descriptions", i);
      const char *markup = offprint_peek_string (description, "description");
      const char *type = offprint_peek_string (description, "descriptionType");
      g_autofree char *language = offprint_spell_language (offprint_peek_string (description, "lang"));
      g_autofree char *pointer = g_strdup_printf ("/descriptions/%u", i);
      g_autoptr (OffprintRichText) text = NULL;

      if (markup == NULL || offprint_datacite_is_placeholder (markup))
        continue;
      if (g_strcmp0 (type, "SeriesInformation") == 0)
        {
          read_series (record, pointer, offprint_peek_nth (attributes, "descriptions", i), markup);
          continue;
        }
      text = offprint_rich_text_new_from_markup (markup, -1);
      if (!offprint_rich_text_is_empty (text))
        offprint_record_add_abstract (record, language, kind_of_description (type), text);
    }
}

/**
 * offprint_datacite_read_subjects:
 * @attributes: the attributes of a DOI
 * @record: the record
 *
 * Reads subjects, free and from a scheme, as keywords, each once.
 */
void
offprint_datacite_read_subjects (JsonObject *attributes,
                                 JsonObject *record)
{
  g_autoptr (JsonArray) keywords = json_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < offprint_peek_length (attributes, "subjects"); i++)
    {
      JsonNode *node = offprint_peek_nth (attributes, "subjects", i);
      JsonObject *subject = offprint_node_object (node);
      g_autofree char *keyword = subject != NULL ? offprint_peek_dup_plain (subject, "subject") : offprint_node_dup_plain (node);

      if (keyword == NULL || offprint_datacite_is_placeholder (keyword) || g_hash_table_contains (seen, keyword))
        continue;
      json_array_add_string_element (keywords, keyword);
      g_hash_table_add (seen, g_steal_pointer (&keyword));
    }
  if (json_array_get_length (keywords) > 0)
    json_object_set_array_member (offprint_record_get_custom (record), "keywords", g_steal_pointer (&keywords));
}
