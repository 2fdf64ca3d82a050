/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * BibTeX: the fourteen types of its standard styles, and the fields that they and the
 * publishers' downloads have.
 */

#include "config.h"

#include "writers.h"

#include "bib.h"
#include "cited.h"
#include "tagged.h"

#include <string.h>

static const struct
{
  const char *csl;
  const char *bibtex;
} types[] = {
  { "article-journal", "article" },
  { "article-magazine", "article" },
  { "article-newspaper", "article" },
  { "book", "book" },
  { "classic", "book" },
  { "manuscript", "unpublished" },
  { "pamphlet", "booklet" },
  { "paper-conference", "inproceedings" },
  { "report", "techreport" },
  { "review", "article" },
  { "review-book", "article" },
  { "speech", "unpublished" },
  { "standard", "techreport" },
  { "thesis", "phdthesis" },
};

/* @incollection is a part of a book that has editors, @inbook of one by one team of authors */
static const char *
get_type (JsonObject *item)
{
  const char *type = offprint_cited_get_type (item);
  g_autofree char *genre = offprint_cited_dup_plain (item, "genre");
  g_autofree char *folded = genre != NULL ? g_utf8_casefold (genre, -1) : NULL;

  if (strcmp (type, "chapter") == 0 || g_str_has_prefix (type, "entry"))
    return offprint_bib_has_names (item, "editor") ? "incollection" : "inbook";
  if (strcmp (type, "thesis") == 0 && folded != NULL && (strstr (folded, "master") != NULL || strstr (folded, "m.a") != NULL))
    return "mastersthesis";
  if (strcmp (type, "book") == 0 && folded != NULL && strstr (folded, "proceedings") != NULL)
    return "proceedings";
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (strcmp (types[i].csl, type) == 0)
        return types[i].bibtex;
    }
  return "misc";
}

static void
add_date (GString    *string,
          JsonObject *item)
{
  static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };
  g_autoptr (OffprintDate) date = offprint_cited_dup_date (item, "issued");
  guint month = date != NULL ? offprint_date_get_month (date) : 0;
  g_autofree char *year = NULL;

  if (date == NULL)
    return;
  if (offprint_date_get_year (date) != 0)
    year = g_strdup_printf ("%d", offprint_date_get_year (date));
  else
    {
      g_autofree char *shown = offprint_date_dup_shown (date);

      year = offprint_bib_escape (shown);
    }
  offprint_bib_field (string, "year", year);
  if (month >= 1 && month <= G_N_ELEMENTS (months))
    offprint_bib_raw (string, "month", months[month - 1]);
}

static void
add_container (GString    *string,
               JsonObject *item,
               const char *type)
{
  gboolean is_part = g_str_has_prefix (type, "in");
  gboolean is_article = strcmp (type, "article") == 0;

  offprint_bib_title_of (string, is_part ? "booktitle" : is_article ? "journal"
                                                                    : "howpublished",
                         item, "container-title", offprint_bib_is_english (item));
  offprint_bib_people (string, "editor", item, "editor");
  offprint_bib_people (string, "translator", item, "translator");
  offprint_bib_title_of (string, "series", item, "collection-title", offprint_bib_is_english (item));
  offprint_bib_text (string, "volume", item, "volume");
  if (json_object_has_member (item, "issue"))
    offprint_bib_text (string, "number", item, "issue");
  else if (json_object_has_member (item, "number"))
    offprint_bib_text (string, "number", item, "number");
  else if (!json_object_has_member (item, "volume"))
    offprint_bib_text (string, "number", item, "collection-number");
}

static void
add_publisher (GString    *string,
               JsonObject *item,
               const char *type)
{
  const char *field = "publisher";

  if (g_str_has_suffix (type, "thesis"))
    field = "school";
  else if (strcmp (type, "techreport") == 0)
    field = "institution";
  offprint_bib_text (string, field, item, "publisher");
  offprint_bib_text (string, "address", item, "publisher-place");
}

static void
write_item (GString         *string,
            JsonObject      *item,
            OffprintBibKeys *keys)
{
  const char *type = get_type (item);
  g_autofree char *key = offprint_bib_keys_next (keys, item);
  g_autofree char *doi = offprint_cited_dup_plain (item, "DOI");
  g_autofree char *url = offprint_tagged_dup_doi_url (item);

  offprint_bib_begin (string, type, key);
  offprint_bib_people (string, "author", item, offprint_cited_find_makers (item));
  offprint_bib_title_of (string, "title", item, "title", offprint_bib_is_english (item));
  add_container (string, item, type);
  offprint_bib_text (string, "edition", item, "edition");
  offprint_bib_text (string, "chapter", item, "chapter-number");
  offprint_bib_pages (string, item);
  add_publisher (string, item, type);
  add_date (string, item);
  if (g_str_has_suffix (type, "thesis") || strcmp (type, "techreport") == 0 || strcmp (type, "misc") == 0)
    offprint_bib_text (string, "type", item, "genre");
  offprint_bib_numbers (string, "isbn", item, "ISBN");
  offprint_bib_numbers (string, "issn", item, "ISSN");
  offprint_bib_verbatim (string, "doi", doi);
  offprint_bib_verbatim (string, "url", url);
  offprint_bib_text (string, "language", item, "language");
  offprint_bib_keywords (string, item);
  offprint_bib_text (string, "abstract", item, "abstract");
  offprint_bib_text (string, "note", item, "note");
  offprint_bib_end (string);
}

/**
 * offprint_bibtex_write:
 * @items: CSL-JSON items
 *
 * Writes BibTeX in UTF-8.
 *
 * Returns: (transfer full): the file's text
 */
char *
offprint_bibtex_write (JsonArray *items)
{
  g_autoptr (OffprintBibKeys) keys = offprint_bib_keys_new ();
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (items); i++)
    write_item (string, json_array_get_object_element (items, i), keys);
  if (string->len > 0)
    g_string_truncate (string, string->len - 1);

  return g_string_free (string, FALSE);
}
