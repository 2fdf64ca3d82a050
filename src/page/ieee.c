/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * IEEE Xplore builds its pages in the browser: all that is known of a paper stands in an
 * object of a script, and without scripts the page is its title and its abstract.
 */

#include "config.h"

#include "adapters.h"

#include <string.h>

#include "byline.h"
#include "found.h"
#include "peek.h"
#include "record.h"
#include "script.h"
#include "spellings.h"
#include "workplace.h"

static gboolean
matches (OffprintPage *page)
{
  return offprint_adapter_is_at (page, "ieeexplore.ieee.org");
}

static JsonObject *
find_object (OffprintPage *page)
{
  gsize n = 0;
  const OffprintTreeNode *const *scripts = offprint_page_get_scripts (page, &n);

  for (gsize i = 0; i < n; i++)
    {
      const char *text = scripts[i]->first_child->text;
      g_autoptr (JsonNode) found = text != NULL ? offprint_script_cut (text, "xplGlobal.document.metadata") : NULL;

      if (offprint_node_object (found) != NULL)
        return json_object_ref (offprint_node_object (found));
    }
  return NULL;
}

static void
read_authors (JsonObject *object,
              JsonObject *record)
{
  for (guint i = 0; i < offprint_peek_length (object, "authors"); i++)
    {
      JsonObject *author = offprint_peek_nth_object (object, "authors", i);
      g_autoptr (JsonObject) extra = json_object_new ();
      g_autofree char *orcid = offprint_spell_orcid (offprint_peek_string (author, "orcid"));
      g_autofree char *family = offprint_peek_dup_plain (author, "lastName");
      g_autofree char *given = offprint_peek_dup_plain (author, "firstName");
      JsonObject *name = NULL;

      if (author == NULL)
        continue;
      if (family != NULL)
        {
          name = json_object_new ();
          offprint_record_set_string (name, "family", family);
          offprint_record_set_string (name, "given", given);
        }
      else
        name = offprint_byline_name (offprint_peek_string (author, "name") != NULL ? offprint_peek_string (author, "name") : "");
      offprint_record_set_string (extra, "orcid", orcid);
      for (guint j = 0; j < offprint_peek_length (author, "affiliation"); j++)
        offprint_workplace_add (extra, offprint_peek_nth_string (author, "affiliation", j), NULL, NULL);
      offprint_record_add_person (record, "author", name, g_steal_pointer (&extra));
    }
}

static void
read_numbers (JsonObject *object,
              JsonObject *record)
{
  g_autofree char *first = offprint_peek_dup_plain (object, "startPage");
  g_autofree char *last = offprint_peek_dup_plain (object, "endPage");
  g_autofree char *volume = offprint_peek_dup_plain (object, "volume");
  g_autofree char *issue = offprint_peek_dup_plain (object, "issue");

  offprint_found_pages (record, first, last);
  offprint_found_line (record, "volume", volume);
  offprint_found_line (record, "issue", issue);
  for (guint i = 0; i < offprint_peek_length (object, "issn"); i++)
    offprint_found_issn (record, offprint_peek_string (offprint_peek_nth_object (object, "issn", i), "value"));
  for (guint i = 0; i < offprint_peek_length (object, "isbn"); i++)
    offprint_record_add_isbn (record, offprint_peek_string (offprint_peek_nth_object (object, "isbn", i), "value"), NULL);
}

static void
read_keywords (JsonObject *object,
               JsonObject *record)
{
  for (guint i = 0; i < offprint_peek_length (object, "keywords"); i++)
    {
      JsonObject *group = offprint_peek_nth_object (object, "keywords", i);
      const char *type = offprint_peek_string (group, "type");

      for (guint j = 0; type != NULL && strstr (type, "Author") != NULL && j < offprint_peek_length (group, "kwd"); j++)
        offprint_found_keywords (record, offprint_peek_nth_string (group, "kwd", j));
    }
}

static void
read_object (JsonObject *object,
             JsonObject *record)
{
  const char *title = offprint_peek_string (object, "title");
  const char *date = offprint_peek_string (object, "publicationDate");
  g_autofree char *year = offprint_peek_dup_plain (object, "publicationYear");
  const char *kind = offprint_peek_string (object, "contentType");

  offprint_found_inline (record, "title", title != NULL ? title : offprint_peek_string (object, "displayDocTitle"));
  offprint_found_doi (record, offprint_peek_string (object, "doi"));
  offprint_found_inline (record, "container-title", offprint_peek_string (object, "publicationTitle"));
  offprint_found_date (record, "issued", date);
  offprint_found_date (record, "issued", year);
  offprint_found_event (record, "online", offprint_peek_string (object, "onlineDate"));
  offprint_found_publisher (record, offprint_peek_string (object, "publisher"));
  offprint_found_abstract (record, NULL, offprint_peek_string (object, "abstract"));
  json_object_set_string_member (record, "type", kind != NULL && strstr (kind, "onference") != NULL ? "paper-conference" : "article-journal");
  read_authors (object, record);
  read_numbers (object, record);
  read_keywords (object, record);
}

static JsonObject *
read_page (OffprintPage *page)
{
  g_autoptr (JsonObject) object = find_object (page);
  JsonObject *record = offprint_record_new ();

  if (object != NULL)
    read_object (object, record);
  offprint_found_inline (record, "title", offprint_page_get_meta (page, "og:title"));
  if (json_object_has_member (record, "title") && !json_object_has_member (record, "abstract"))
    offprint_found_abstract (record, NULL, offprint_page_get_meta (page, "og:description"));
  return offprint_found_end (record);
}

const OffprintPageAdapter offprint_page_ieee = { "ieee", matches, read_page, NULL };
