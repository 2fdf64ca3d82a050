/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What layers find more than one of: keywords, abstracts, links, licences; and what stands
 * in objects of the record’s own.
 */

#include "config.h"

#include "found.h"

#include <string.h>

#include "json-value.h"
#include "peek.h"
#include "read.h"
#include "record.h"
#include "spellings.h"

#define MAX_KEYWORD_BYTES 200
#define MAX_KEYWORDS      200
#define MAX_LINKS         50

static gboolean
has_word (JsonArray  *words,
          const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  for (guint i = 0; i < json_array_get_length (words); i++)
    {
      g_autofree char *other = g_utf8_casefold (json_array_get_string_element (words, i), -1);

      if (g_str_equal (folded, other))
        return TRUE;
    }
  return FALSE;
}

static void
add_keyword (JsonObject *record,
             const char *word)
{
  JsonObject *custom = offprint_record_get_custom (record);
  JsonArray *keywords = offprint_json_get_array (custom, "keywords");
  g_autofree char *plain = offprint_plain_line (word);

  if (plain == NULL || strlen (plain) > MAX_KEYWORD_BYTES || (keywords != NULL && json_array_get_length (keywords) >= MAX_KEYWORDS))
    return;
  if (keywords == NULL)
    {
      keywords = json_array_new ();
      json_object_set_array_member (custom, "keywords", keywords);
    }
  if (!has_word (keywords, plain))
    json_array_add_string_element (keywords, plain);
}

/**
 * offprint_found_keywords:
 * @record: the record
 * @text: (nullable): one keyword or several
 *
 * Adds keywords, each once. Semicolons part them, or else commas.
 */
void
offprint_found_keywords (JsonObject *record,
                         const char *text)
{
  g_auto (GStrv) words = NULL;

  if (offprint_found_is_nothing (text) || strlen (text) > MAX_KEYWORD_BYTES * MAX_KEYWORDS)
    return;
  words = g_strsplit_set (text, strchr (text, ';') != NULL ? ";\n" : ",\n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (!offprint_found_is_nothing (words[i]))
      add_keyword (record, words[i]);
}

/**
 * offprint_found_abstract:
 * @record: the record
 * @language: (nullable): its language
 * @markup: (nullable): an abstract, plain or with mark-up
 *
 * Adds an abstract.
 */
void
offprint_found_abstract (JsonObject *record,
                         const char *language,
                         const char *markup)
{
  g_autoptr (OffprintRichText) text = NULL;
  g_autofree char *tag = language != NULL ? offprint_spell_language (language) : NULL;

  if (offprint_found_is_nothing (markup))
    return;
  text = offprint_found_has_markup (markup) ? offprint_rich_text_new_from_markup (markup, -1) : offprint_rich_text_new_from_plain (markup, -1);
  offprint_record_add_abstract (record, tag, NULL, text);
}

/**
 * offprint_found_link:
 * @record: the record
 * @page: the page that has it
 * @rel: what it leads to: `landing`, `pdf`, `full-text`
 * @href: (nullable): the address as the page has it
 * @type: (nullable): its media type
 *
 * Adds an address, each once.
 */
void
offprint_found_link (JsonObject   *record,
                     OffprintPage *page,
                     const char   *rel,
                     const char   *href,
                     const char   *type)
{
  g_autofree char *url = href != NULL ? offprint_page_resolve (page, href) : NULL;
  JsonArray *links = offprint_json_get_array (offprint_record_get_custom (record), "links");
  JsonObject *link = NULL;

  if (links != NULL && json_array_get_length (links) >= MAX_LINKS)
    return;
  for (guint i = 0; url != NULL && links != NULL && i < json_array_get_length (links); i++)
    if (g_strcmp0 (offprint_json_get_string (offprint_json_element_object (links, i), "url"), url) == 0)
      return;
  if (url == NULL)
    return;
  link = json_object_new ();
  json_object_set_string_member (link, "rel", rel);
  json_object_set_string_member (link, "url", url);
  offprint_record_set_string (link, "type", type);
  offprint_record_append (record, "links", link);
}

static JsonObject *
get_object (JsonObject *record,
            const char *name)
{
  JsonObject *custom = offprint_record_get_custom (record);
  JsonObject *object = offprint_json_get_object (custom, name);

  if (object == NULL)
    {
      object = json_object_new ();
      json_object_set_object_member (custom, name, object);
    }
  return object;
}

/**
 * offprint_found_custom:
 * @record: the record
 * @object: an object under `custom.offprint`
 * @member: its member
 * @text: (nullable): what was found
 *
 * Sets a member of an inner object if it is not there.
 */
void
offprint_found_custom (JsonObject *record,
                       const char *object,
                       const char *member,
                       const char *text)
{
  g_autofree char *plain = offprint_found_is_nothing (text) ? NULL : offprint_plain_line (text);

  if (plain != NULL)
    offprint_found_line (get_object (record, object), member, plain);
}

/**
 * offprint_found_licence:
 * @record: the record
 * @page: the page that has it
 * @href: (nullable): the address of a licence
 *
 * Adds a licence, each once.
 */
void
offprint_found_licence (JsonObject   *record,
                        OffprintPage *page,
                        const char   *href)
{
  g_autofree char *url = href != NULL ? offprint_page_resolve (page, href) : NULL;
  JsonObject *rights = NULL;
  JsonArray *licences = NULL;
  JsonObject *licence = NULL;

  if (url == NULL)
    return;
  rights = get_object (record, "rights");
  licences = offprint_json_get_array (rights, "licenses");
  if (licences != NULL && json_array_get_length (licences) >= MAX_LINKS)
    return;
  for (guint i = 0; licences != NULL && i < json_array_get_length (licences); i++)
    if (g_strcmp0 (offprint_json_get_string (offprint_json_element_object (licences, i), "url"), url) == 0)
      return;
  if (licences == NULL)
    {
      licences = json_array_new ();
      json_object_set_array_member (rights, "licenses", licences);
    }
  licence = json_object_new ();
  json_object_set_string_member (licence, "url", url);
  json_object_set_boolean_member (licence, "open", offprint_licence_is_open (url));
  json_array_add_object_element (licences, licence);
}

/**
 * offprint_found_open:
 * @record: the record
 *
 * Says that anybody may read the work where it was found.
 */
void
offprint_found_open (JsonObject *record)
{
  offprint_found_custom (record, "access", "state", "open");
}

/**
 * offprint_found_access:
 * @record: the record
 *
 * Returns: (transfer none): the ways to get the work, `custom.offprint.access`, made at need
 */
JsonObject *
offprint_found_access (JsonObject *record)
{
  return get_object (record, "access");
}

/**
 * offprint_found_word:
 * @object: an object of the record
 * @member: a list of words in it, made at need
 * @word: another word
 *
 * Adds a word that the list does not have yet.
 */
void
offprint_found_word (JsonObject *object,
                     const char *member,
                     const char *word)
{
  JsonArray *words = offprint_json_get_array (object, member);

  for (guint i = 0; words != NULL && i < json_array_get_length (words); i++)
    if (g_strcmp0 (offprint_json_element_string (words, i), word) == 0)
      return;
  if (words == NULL)
    {
      words = json_array_new ();
      json_object_set_array_member (object, member, words);
    }
  json_array_add_string_element (words, word);
}
