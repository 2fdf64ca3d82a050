/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * RIS, with the tags that Zotero and EndNote read for each type and that publishers'
 * downloads have; its makers' own specification is no longer to be had. The book of a
 * chapter has both tags in use, BT (publishers) and T2 (EndNote).
 */

#include "config.h"

#include "writers.h"

#include "cited.h"
#include "tagged.h"

#include <string.h>

#define BETWEEN "  - "

/* Which tags the types differ in; services/formats.md 1 */
typedef struct
{
  const char *container;
  const char *series;
  const char *series_number;
  const char *editor;
  const char *series_editor;
  const char *number;
} Tags;

static const Tags journal = { "T2", "T3", NULL, "A2", "A3", "IS" };
static const Tags chapter = { "T2", "T3", "SV", "A2", "A3", "M1" };
static const Tags conference = { "T2", "T3", "SV", "A2", "A3", "M1" };
static const Tags book = { "T3", "T2", "M1", "A3", "A2", "M1" };
static const Tags report = { "T3", "T2", "M1", "A2", "A3", "SN" };
static const Tags other = { "T2", "T3", "SV", "A2", "A3", "M1" };

static const struct
{
  const char *csl;
  const char *ris;
  const Tags *tags;
} types[] = {
  { "article", "UNPD", &journal },
  { "article-journal", "JOUR", &journal },
  { "article-magazine", "MGZN", &journal },
  { "article-newspaper", "NEWS", &journal },
  { "bill", "BILL", &other },
  { "book", "BOOK", &book },
  { "broadcast", "VIDEO", &other },
  { "chapter", "CHAP", &chapter },
  { "classic", "CLSWK", &book },
  { "dataset", "DATA", &other },
  { "entry", "ENCYC", &chapter },
  { "entry-dictionary", "DICT", &chapter },
  { "entry-encyclopedia", "ENCYC", &chapter },
  { "figure", "FIGURE", &other },
  { "graphic", "ART", &other },
  { "hearing", "HEAR", &other },
  { "legal_case", "CASE", &other },
  { "legislation", "STAT", &other },
  { "manuscript", "MANSCPT", &other },
  { "map", "MAP", &other },
  { "motion_picture", "MPCT", &other },
  { "musical_score", "MUSIC", &other },
  { "pamphlet", "PAMP", &book },
  { "paper-conference", "CONF", &conference },
  { "patent", "PAT", &other },
  { "periodical", "JFULL", &journal },
  { "personal_communication", "PCOMM", &other },
  { "post", "ELEC", &other },
  { "post-weblog", "BLOG", &other },
  { "regulation", "GOVDOC", &other },
  { "report", "RPRT", &report },
  { "review", "JOUR", &journal },
  { "review-book", "JOUR", &journal },
  { "software", "COMP", &other },
  { "song", "SOUND", &other },
  { "speech", "SLIDE", &other },
  { "standard", "STAND", &other },
  { "thesis", "THES", &report },
  { "treaty", "GOVDOC", &other },
  { "webpage", "ELEC", &other },
};

static void
add (GString    *string,
     const char *tag,
     const char *value)
{
  offprint_tagged_add (string, BETWEEN, tag, value);
}

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

/* PY is the year, DA all that is known: “2022/05/01/”, with nothing for what is not */
static void
add_date (GString      *string,
          const char   *year_tag,
          const char   *date_tag,
          OffprintDate *date)
{
  g_autofree char *year = NULL;
  g_autofree char *month = NULL;
  g_autofree char *day = NULL;
  g_autofree char *whole = NULL;

  if (date == NULL || offprint_date_get_year (date) == 0)
    return;
  year = g_strdup_printf ("%04d", offprint_date_get_year (date));
  month = offprint_date_get_month (date) > 0 ? g_strdup_printf ("%02u", offprint_date_get_month (date)) : g_strdup ("");
  day = offprint_date_get_day (date) > 0 ? g_strdup_printf ("%02u", offprint_date_get_day (date)) : g_strdup ("");
  whole = g_strdup_printf ("%s/%s/%s/", year, month, day);
  if (year_tag != NULL)
    add (string, year_tag, year);
  add (string, date_tag, whole);
}

static void
add_people (GString    *string,
            JsonObject *item,
            const Tags *tags)
{
  add_names (string, "AU", item, offprint_cited_find_makers (item));
  add_names (string, tags->editor, item, "editor");
  add_names (string, tags->series_editor, item, "collection-editor");
  add_names (string, "A4", item, "translator");
}

static void
add_titles (GString    *string,
            JsonObject *item,
            const Tags *tags)
{
  g_autofree char *container = offprint_cited_dup_plain (item, "container-title");
  g_autofree char *event = offprint_cited_dup_plain (item, "event-title");

  add_member (string, "TI", item, "title");
  if (tags == &chapter || tags == &conference)
    add (string, "BT", container);
  if (tags == &conference && container == NULL)
    add (string, tags->container, event);
  else
    add (string, tags->container, container);
  add_member (string, "J2", item, "container-title-short");
  add_member (string, tags->series, item, "collection-title");
  if (tags->series_number != NULL)
    add_member (string, tags->series_number, item, "collection-number");
  add_member (string, "ST", item, "title-short");
}

static void
add_numbers (GString    *string,
             JsonObject *item,
             const Tags *tags)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_auto (GStrv) isbns = offprint_cited_dup_numbers (item, "ISBN");
  g_auto (GStrv) issns = offprint_cited_dup_numbers (item, "ISSN");
  g_autofree char *issue = offprint_cited_dup_plain (item, "issue");
  gboolean is_book = tags == &book || tags == &chapter || tags == &conference;

  if (offprint_cited_split_pages (item, &first, &last))
    {
      add (string, "SP", first);
      add (string, "EP", last);
    }
  else if (tags == &book || tags == &report)
    add_member (string, "SP", item, "number-of-pages");
  if (tags == &chapter)
    add_member (string, "SE", item, "chapter-number");
  add_member (string, "VL", item, "volume");
  if (issue != NULL)
    add (string, "IS", issue);
  add_member (string, tags == &journal && issue == NULL ? "IS" : tags->number, item, "number");
  add_member (string, "ET", item, "edition");
  add_member (string, "NV", item, "number-of-volumes");
  add_member (string, "PB", item, "publisher");
  add_member (string, "CY", item, "publisher-place");
  if (isbns[0] != NULL)
    offprint_tagged_add_list (string, BETWEEN, "SN", isbns);
  if (!is_book || isbns[0] == NULL)
    offprint_tagged_add_list (string, BETWEEN, "SN", issns);
}

static void
write_item (GString    *string,
            JsonObject *item)
{
  const char *type = offprint_cited_get_type (item);
  const char *ris = "GEN";
  const Tags *tags = &other;
  g_autoptr (OffprintDate) issued = offprint_cited_dup_date (item, "issued");
  g_autoptr (OffprintDate) accessed = offprint_cited_dup_date (item, "accessed");
  g_autofree char *url = offprint_tagged_dup_doi_url (item);
  g_auto (GStrv) words = offprint_cited_dup_words (item);

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (strcmp (types[i].csl, type) != 0)
        continue;
      ris = types[i].ris;
      tags = types[i].tags;
    }
  add (string, "TY", ris);
  add_people (string, item, tags);
  add_date (string, "PY", "DA", issued);
  add_titles (string, item, tags);
  add_numbers (string, item, tags);
  add_member (string, "DO", item, "DOI");
  add (string, "UR", url);
  add_date (string, NULL, "Y2", accessed);
  add_member (string, "AB", item, "abstract");
  offprint_tagged_add_list (string, BETWEEN, "KW", words);
  add_member (string, "LA", item, "language");
  /* RIS has no type for preprints */
  if (strcmp (type, "article") == 0 && !json_object_has_member (item, "genre"))
    add (string, "M3", "Preprint");
  else
    add_member (string, "M3", item, "genre");
  add_member (string, "CN", item, "call-number");
  add_member (string, "DB", item, "source");
  add_member (string, "N1", item, "note");
  add_member (string, "ID", item, "id");
  g_string_append (string, "ER  - \r\n\r\n");
}

/**
 * offprint_ris_write:
 * @items: CSL-JSON items
 *
 * Writes RIS in UTF-8, with line ends as on Windows, as all its readers expect.
 *
 * Returns: (transfer full): the file's text
 */
char *
offprint_ris_write (JsonArray *items)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (items); i++)
    write_item (string, json_array_get_object_element (items, i));

  return g_string_free (string, FALSE);
}
