/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * citation_reference comes in two forms: parts (“citation_title=…; citation_author=…”),
 * or the line as it is printed. A part’s value may itself hold semicolons, so the next
 * key ends it.
 */

#include "config.h"

#include "highwire.h"

#include <string.h>

#include "byline.h"
#include "found.h"
#include "identifier.h"
#include "json-value.h"
#include "peek.h"
#include "read.h"
#include "record.h"
#include "reference-text.h"

#define MAX_REFERENCES 5000
#define MAX_BYTES      8000
#define KEY            "citation_"

static const struct
{
  const char *key;
  const char *member;
} lines[] = {
  { "volume", "volume" },
  { "issue", "issue" },
  { "publisher", "publisher" },
  { "edition", "edition" },
  { "pmid", "PMID" },
  { "technical_report_number", "number" },
  { "dissertation_institution", "publisher" },
  { "technical_report_institution", "publisher" },
};

static const struct
{
  const char *key;
  const char *type;
} containers[] = {
  { "journal_title", "article-journal" },
  { "inbook_title", "chapter" },
  { "conference_title", "paper-conference" },
  { "book_title", "chapter" },
  { "journal_abbrev", "article-journal" },
};

/* (element-type utf8): keys and values by turns */
static GPtrArray *
take_apart (const char *content)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  const char *p = strstr (content, KEY);

  while (p != NULL)
    {
      const char *key = p + strlen (KEY);
      gsize length = strspn (key, "abcdefghijklmnopqrstuvwxyz_");
      const char *value = key + length + 1;
      const char *end = NULL;
      char *text = NULL;

      if (key[length] != '=')
        {
          p = strstr (key, KEY);
          continue;
        }
      p = end = strstr (value, KEY);
      text = end != NULL ? g_strndup (value, (gsize) (end - value)) : g_strdup (value);
      g_strchomp (text);
      if (g_str_has_suffix (text, ";"))
        text[strlen (text) - 1] = '\0';
      g_ptr_array_add (parts, g_strndup (key, length));
      g_ptr_array_add (parts, g_strstrip (text));
    }
  return parts;
}

static const char *
get_part (GPtrArray  *parts,
          const char *key)
{
  for (guint i = 0; i + 1 < parts->len; i += 2)
    if (g_str_equal (parts->pdata[i], key) && *(char *) parts->pdata[i + 1] != '\0')
      return parts->pdata[i + 1];
  return NULL;
}

static void
read_authors (GPtrArray  *parts,
              JsonObject *item)
{
  for (guint i = 0; i + 1 < parts->len; i += 2)
    {
      g_autoptr (GPtrArray) names = NULL;

      if (!g_str_equal (parts->pdata[i], "author") && !g_str_equal (parts->pdata[i], "authors"))
        continue;
      names = offprint_byline_split (parts->pdata[i + 1]);
      for (guint j = 0; j < names->len; j++)
        offprint_record_add_person (item, "author", offprint_byline_name (names->pdata[j]), NULL);
    }
}

static void
read_container (GPtrArray  *parts,
                JsonObject *item)
{
  const char *title = get_part (parts, "title");
  const char *type = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (containers); i++)
    {
      const char *container = get_part (parts, containers[i].key);

      if (container == NULL || json_object_has_member (item, "container-title"))
        continue;
      offprint_found_inline (item, title == NULL && g_str_equal (containers[i].key, "book_title") ? "title" : "container-title", container);
      type = title == NULL && g_str_equal (containers[i].type, "chapter") ? "book" : containers[i].type;
    }
  offprint_found_inline (item, "title", title);
  if (type == NULL && get_part (parts, "technical_report_number") != NULL)
    type = "report";
  if (type == NULL && get_part (parts, "dissertation_institution") != NULL)
    type = "thesis";
  if (type == NULL)
    type = get_part (parts, "publisher") != NULL || get_part (parts, "isbn") != NULL ? "book" : "document";
  json_object_set_string_member (item, "type", type);
}

static JsonObject *
read_parts (GPtrArray *parts)
{
  JsonObject *item = json_object_new ();
  const char *date = get_part (parts, "publication_date");

  read_container (parts, item);
  read_authors (parts, item);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    offprint_found_line (item, lines[i].member, get_part (parts, lines[i].key));
  if (date == NULL)
    date = get_part (parts, "date");
  offprint_found_date (item, "issued", date != NULL ? date : get_part (parts, "year"));
  offprint_found_pages (item, get_part (parts, "firstpage"), get_part (parts, "lastpage"));
  offprint_found_pages (item, get_part (parts, "pages"), NULL);
  offprint_found_doi (item, get_part (parts, "doi"));
  offprint_found_issn (item, get_part (parts, "issn"));
  return item;
}

/**
 * offprint_highwire_reference:
 * @content: what one `citation_reference` says
 *
 * Reads a work cited, in parts or as it is printed.
 *
 * Returns: (transfer full) (nullable): an entry of the list of works cited, or `NULL` if
 *   it says nothing
 */
JsonObject *
offprint_highwire_reference (const char *content)
{
  g_autofree char *bounded = g_utf8_strlen (content, MAX_BYTES + 1) > MAX_BYTES ? g_utf8_substring (content, 0, MAX_BYTES) : g_strdup (content);
  g_autoptr (GPtrArray) parts = take_apart (bounded);
  g_autoptr (JsonObject) entry = json_object_new ();
  g_autoptr (JsonObject) item = NULL;

  if (parts->len == 0)
    return offprint_reference_new_printed (bounded);
  item = read_parts (parts);
  if (json_object_get_size (item) < 2)
    return NULL;
  offprint_found_line (entry, "mark", get_part (parts, "number"));
  json_object_set_object_member (entry, "item", g_steal_pointer (&item));
  return g_steal_pointer (&entry);
}

/**
 * offprint_highwire_read_references:
 * @page: a page
 * @record: the record
 *
 * Reads the list of works cited in its order.
 */
void
offprint_highwire_read_references (OffprintPage *page,
                                   JsonObject   *record)
{
  gsize n = 0;
  guint n_references = 0;
  const OffprintPageMeta *metas = offprint_page_get_metas (page, &n);

  for (gsize i = 0; i < n && n_references < MAX_REFERENCES; i++)
    {
      JsonObject *entry = NULL;

      if (g_strcmp0 (offprint_highwire_name (&metas[i]), "reference") != 0)
        continue;
      entry = offprint_highwire_reference (metas[i].content);
      if (entry == NULL)
        continue;
      offprint_record_append (record, "references", entry);
      n_references++;
    }
}
