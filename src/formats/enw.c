/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * EndNote's tagged format (refer). Springer has editors under %Y and the book under %S,
 * which importers take for a series and its editor; here they stand under %E and %B.
 */

#include "config.h"

#include "writers.h"

#include "cited.h"
#include "tagged.h"

#include <string.h>

#define BETWEEN " "

static const struct
{
  const char *csl;
  const char *enw;
  /* The tag of what the work stands in: a journal, or a book or conference */
  const char *container;
} types[] = {
  { "article", "Unpublished Work", "%J" },
  { "article-journal", "Journal Article", "%J" },
  { "article-magazine", "Magazine Article", "%J" },
  { "article-newspaper", "Newspaper Article", "%J" },
  { "bill", "Bill", "%B" },
  { "book", "Book", "%B" },
  { "broadcast", "Film or Broadcast", "%B" },
  { "chapter", "Book Section", "%B" },
  { "classic", "Classical Work", "%B" },
  { "dataset", "Dataset", "%B" },
  { "entry", "Encyclopedia", "%B" },
  { "entry-dictionary", "Dictionary", "%B" },
  { "entry-encyclopedia", "Encyclopedia", "%B" },
  { "figure", "Figure", "%B" },
  { "graphic", "Artwork", "%B" },
  { "hearing", "Hearing", "%B" },
  { "legal_case", "Case", "%B" },
  { "legislation", "Statute", "%B" },
  { "manuscript", "Manuscript", "%B" },
  { "map", "Map", "%B" },
  { "motion_picture", "Film or Broadcast", "%B" },
  { "musical_score", "Music", "%B" },
  { "pamphlet", "Pamphlet", "%B" },
  { "paper-conference", "Conference Proceedings", "%B" },
  { "patent", "Patent", "%B" },
  { "periodical", "Serial", "%J" },
  { "personal_communication", "Personal Communication", "%B" },
  { "post-weblog", "Blog", "%B" },
  { "post", "Web Page", "%B" },
  { "report", "Report", "%B" },
  { "review", "Journal Article", "%J" },
  { "review-book", "Journal Article", "%J" },
  { "software", "Computer Program", "%B" },
  { "song", "Audiovisual Material", "%B" },
  { "standard", "Standard", "%B" },
  { "thesis", "Thesis", "%B" },
  { "webpage", "Web Page", "%B" },
};

static void
add_member (GString    *string,
            const char *tag,
            JsonObject *item,
            const char *member)
{
  offprint_tagged_add_member (string, BETWEEN, tag, item, member);
}

static void
add_names (GString    *string,
           const char *tag,
           JsonObject *item,
           const char *role)
{
  offprint_tagged_add_names (string, BETWEEN, tag, item, role);
}

static void
add_date (GString    *string,
          JsonObject *item)
{
  g_autoptr (OffprintDate) date = offprint_cited_dup_date (item, "issued");
  g_autofree char *year = NULL;
  g_autofree char *whole = NULL;

  if (date == NULL || offprint_date_get_year (date) == 0)
    return;
  year = g_strdup_printf ("%d", offprint_date_get_year (date));
  offprint_tagged_add (string, BETWEEN, "%D", year);
  if (offprint_date_get_month (date) == 0)
    return;
  whole = offprint_date_to_edtf (date);
  offprint_tagged_add (string, BETWEEN, "%8", whole);
}

static void
add_numbers (GString    *string,
             JsonObject *item)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *pages = NULL;
  g_auto (GStrv) isbns = offprint_cited_dup_numbers (item, "ISBN");
  g_auto (GStrv) issns = offprint_cited_dup_numbers (item, "ISSN");

  if (offprint_cited_split_pages (item, &first, &last))
    pages = last != NULL ? g_strconcat (first, "-", last, NULL) : g_strdup (first);
  add_member (string, "%V", item, "volume");
  add_member (string, "%N", item, json_object_has_member (item, "issue") ? "issue" : "number");
  offprint_tagged_add (string, BETWEEN, "%P", pages);
  add_member (string, "%7", item, "edition");
  add_member (string, "%I", item, "publisher");
  add_member (string, "%C", item, "publisher-place");
  offprint_tagged_add_list (string, BETWEEN, "%@", isbns[0] != NULL ? isbns : issns);
}

static void
write_item (GString    *string,
            JsonObject *item)
{
  const char *type = offprint_cited_get_type (item);
  const char *enw = "Generic";
  const char *container = "%B";
  g_autofree char *url = offprint_tagged_dup_doi_url (item);
  g_auto (GStrv) words = offprint_cited_dup_words (item);

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (strcmp (types[i].csl, type) != 0)
        continue;
      enw = types[i].enw;
      container = types[i].container;
    }
  offprint_tagged_add (string, BETWEEN, "%0", enw);
  add_member (string, "%T", item, "title");
  add_names (string, "%A", item, offprint_cited_find_makers (item));
  add_names (string, "%E", item, "editor");
  add_names (string, "%?", item, "translator");
  add_names (string, "%Y", item, "collection-editor");
  add_member (string, container, item, "container-title");
  add_member (string, "%S", item, "collection-title");
  add_date (string, item);
  add_numbers (string, item);
  add_member (string, "%R", item, "DOI");
  offprint_tagged_add (string, BETWEEN, "%U", url);
  add_member (string, "%F", item, "id");
  add_member (string, "%X", item, "abstract");
  offprint_tagged_add_list (string, BETWEEN, "%K", words);
  add_member (string, "%G", item, "language");
  add_member (string, "%9", item, "genre");
  add_member (string, "%!", item, "title-short");
  add_member (string, "%L", item, "call-number");
  add_member (string, "%Z", item, "note");
  g_string_append (string, "\r\n");
}

/**
 * offprint_enw_write:
 * @items: CSL-JSON items
 *
 * Writes EndNote's tagged format in UTF-8, with line ends as on Windows.
 *
 * Returns: (transfer full): the file's text
 */
char *
offprint_enw_write (JsonArray *items)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (items); i++)
    write_item (string, json_array_get_object_element (items, i));

  return g_string_free (string, FALSE);
}
