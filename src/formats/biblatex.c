/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * BibLaTeX, after its manual (“Entry Types”, “Entry Fields”): dates of ISO 8601, subtitles
 * of their own, a location instead of an address, more types and more roles.
 */

#include "config.h"

#include "writers.h"

#include "bib.h"
#include "cited.h"
#include "json-value.h"
#include "tagged.h"

#include <string.h>

static const struct
{
  const char *csl;
  const char *biblatex;
} types[] = {
  { "article", "online" },
  { "article-journal", "article" },
  { "article-magazine", "article" },
  { "article-newspaper", "article" },
  { "bill", "legislation" },
  { "book", "book" },
  { "broadcast", "video" },
  { "classic", "book" },
  { "dataset", "dataset" },
  { "entry", "inreference" },
  { "entry-dictionary", "inreference" },
  { "entry-encyclopedia", "inreference" },
  { "figure", "image" },
  { "graphic", "image" },
  { "hearing", "jurisdiction" },
  { "legal_case", "jurisdiction" },
  { "legislation", "legislation" },
  { "manuscript", "unpublished" },
  { "motion_picture", "movie" },
  { "musical_score", "music" },
  { "pamphlet", "booklet" },
  { "paper-conference", "inproceedings" },
  { "patent", "patent" },
  { "performance", "performance" },
  { "periodical", "periodical" },
  { "personal_communication", "letter" },
  { "post", "online" },
  { "post-weblog", "online" },
  { "regulation", "legislation" },
  { "report", "report" },
  { "review", "review" },
  { "review-book", "review" },
  { "software", "software" },
  { "song", "audio" },
  { "speech", "unpublished" },
  { "standard", "standard" },
  { "thesis", "thesis" },
  { "treaty", "legal" },
  { "webpage", "online" },
};

/* babel's names of languages that works are written in most */
static const struct
{
  const char *code;
  const char *name;
} languages[] = {
  { "ar", "arabic" },
  { "bg", "bulgarian" },
  { "ca", "catalan" },
  { "cs", "czech" },
  { "da", "danish" },
  { "de", "german" },
  { "el", "greek" },
  { "en", "english" },
  { "es", "spanish" },
  { "et", "estonian" },
  { "fi", "finnish" },
  { "fr", "french" },
  { "he", "hebrew" },
  { "hr", "croatian" },
  { "hu", "hungarian" },
  { "it", "italian" },
  { "lt", "lithuanian" },
  { "lv", "latvian" },
  { "nb", "norwegian" },
  { "nl", "dutch" },
  { "no", "norwegian" },
  { "pl", "polish" },
  { "pt", "portuguese" },
  { "ro", "romanian" },
  { "ru", "russian" },
  { "sk", "slovak" },
  { "sl", "slovene" },
  { "sr", "serbian" },
  { "sv", "swedish" },
  { "tr", "turkish" },
  { "uk", "ukrainian" },
};

static const char *
get_type (JsonObject *item)
{
  const char *type = offprint_cited_get_type (item);
  gboolean has_authors = offprint_bib_has_names (item, "author");
  g_autofree char *genre = offprint_cited_dup_plain (item, "genre");
  g_autofree char *folded = genre != NULL ? g_utf8_casefold (genre, -1) : NULL;

  if (strcmp (type, "chapter") == 0)
    return offprint_bib_has_names (item, "editor") ? "incollection" : "inbook";
  if (strcmp (type, "book") == 0 && folded != NULL && strstr (folded, "proceedings") != NULL)
    return "proceedings";
  if ((strcmp (type, "book") == 0 || strcmp (type, "collection") == 0) && !has_authors && offprint_bib_has_names (item, "editor"))
    return "collection";
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (strcmp (types[i].csl, type) == 0)
        return types[i].biblatex;
    }
  return "misc";
}

static JsonObject *
get_custom (JsonObject *item,
            const char *member)
{
  JsonObject *custom = offprint_json_get_object (item, "custom");
  JsonObject *ours = custom != NULL ? offprint_json_get_object (custom, "offprint") : NULL;

  return ours != NULL ? offprint_json_get_object (ours, member) : NULL;
}

/* Title and subtitle apart where the record has them so */
static void
add_title (GString    *string,
           JsonObject *item)
{
  JsonObject *titles = get_custom (item, "titles");

  if (titles == NULL || offprint_json_get_string (titles, "main") == NULL || offprint_json_get_string (titles, "subtitle") == NULL)
    {
      offprint_bib_title_of (string, "title", item, "title", offprint_bib_is_english (item));
      return;
    }
  offprint_bib_title_of (string, "title", titles, "main", offprint_bib_is_english (item));
  offprint_bib_title_of (string, "subtitle", titles, "subtitle", offprint_bib_is_english (item));
}

static void
add_container (GString    *string,
               JsonObject *item,
               const char *type)
{
  JsonObject *container = get_custom (item, "book");
  gboolean is_part = g_str_has_prefix (type, "in");
  gboolean is_periodical = strcmp (type, "article") == 0 || strcmp (type, "review") == 0;

  offprint_bib_title_of (string, is_part ? "booktitle" : "journaltitle", item, "container-title", offprint_bib_is_english (item));
  if (container != NULL && is_part)
    offprint_bib_title_of (string, "booksubtitle", container, "subtitle", offprint_bib_is_english (item));
  if (is_periodical)
    offprint_bib_title_of (string, "shortjournal", item, "container-title-short", offprint_bib_is_english (item));
  offprint_bib_people (string, "bookauthor", item, "container-author");
  offprint_bib_people (string, "editor", item, "editor");
  offprint_bib_people (string, "translator", item, "translator");
  offprint_bib_title_of (string, "series", item, "collection-title", offprint_bib_is_english (item));
  offprint_bib_text (string, "volume", item, "volume");
  if (json_object_has_member (item, "issue"))
    offprint_bib_text (string, "number", item, "issue");
  else
    offprint_bib_text (string, "number", item, json_object_has_member (item, "number") ? "number" : "collection-number");
  offprint_bib_text (string, "part", item, "part");
  offprint_bib_text (string, "volumes", item, "number-of-volumes");
  offprint_bib_title_of (string, "eventtitle", item, "event-title", offprint_bib_is_english (item));
  offprint_bib_text (string, "venue", item, "event-place");
}

static void
add_date (GString    *string,
          const char *field,
          JsonObject *item,
          const char *member)
{
  g_autoptr (OffprintDate) date = offprint_cited_dup_date (item, member);
  g_autofree char *edtf = date != NULL ? offprint_date_to_edtf (date) : NULL;

  if (edtf != NULL)
    {
      offprint_bib_field (string, field, edtf);
      return;
    }
  if (date != NULL)
    {
      g_autofree char *shown = offprint_date_dup_shown (date);
      g_autofree char *value = offprint_bib_escape (shown);

      /* biber refuses words in a date, but takes them for a year */
      offprint_bib_field (string, strcmp (field, "date") == 0 ? "year" : "note", value);
    }
}

static void
add_publisher (GString    *string,
               JsonObject *item,
               const char *type)
{
  gboolean is_institution = strcmp (type, "thesis") == 0 || strcmp (type, "report") == 0;

  offprint_bib_text (string, is_institution ? "institution" : "publisher", item, "publisher");
  offprint_bib_text (string, "location", item, "publisher-place");
}

static void
add_language (GString    *string,
              JsonObject *item)
{
  g_autofree char *language = offprint_cited_dup_plain (item, "language");
  gsize length = language != NULL ? strcspn (language, "-_") : 0;

  for (gsize i = 0; length > 0 && i < G_N_ELEMENTS (languages); i++)
    {
      if (strlen (languages[i].code) == length && g_ascii_strncasecmp (languages[i].code, language, length) == 0)
        offprint_bib_field (string, "langid", languages[i].name);
    }
}

/* arXiv's own DOIs name an eprint */
static void
add_eprint (GString    *string,
            const char *doi)
{
  static const char prefix[] = "10.48550/arxiv.";

  if (doi == NULL || g_ascii_strncasecmp (doi, prefix, strlen (prefix)) != 0)
    return;
  offprint_bib_verbatim (string, "eprint", doi + strlen (prefix));
  offprint_bib_field (string, "eprinttype", "arxiv");
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
  g_autofree char *genre = offprint_cited_dup_plain (item, "genre");

  offprint_bib_begin (string, type, key);
  offprint_bib_people (string, "author", item, offprint_cited_find_makers (item));
  add_title (string, item);
  add_container (string, item, type);
  offprint_bib_text (string, "edition", item, "edition");
  offprint_bib_text (string, "version", item, "version");
  offprint_bib_text (string, "chapter", item, "chapter-number");
  offprint_bib_pages (string, item);
  offprint_bib_text (string, "pagetotal", item, "number-of-pages");
  add_publisher (string, item, type);
  add_date (string, "date", item, "issued");
  if (genre == NULL && strcmp (type, "thesis") == 0)
    offprint_bib_field (string, "type", "phdthesis");
  else
    offprint_bib_text (string, "type", item, "genre");
  offprint_bib_text (string, "pubstate", item, "status");
  offprint_bib_numbers (string, "isbn", item, "ISBN");
  offprint_bib_numbers (string, "issn", item, "ISSN");
  offprint_bib_verbatim (string, "doi", doi);
  add_eprint (string, doi);
  offprint_bib_verbatim (string, "url", url);
  add_date (string, "urldate", item, "accessed");
  add_language (string, item);
  offprint_bib_keywords (string, item);
  offprint_bib_text (string, "abstract", item, "abstract");
  offprint_bib_text (string, "note", item, "note");
  offprint_bib_end (string);
}

/**
 * offprint_biblatex_write:
 * @items: CSL-JSON items
 *
 * Writes BibLaTeX in UTF-8.
 *
 * Returns: (transfer full): the file's text
 */
char *
offprint_biblatex_write (JsonArray *items)
{
  g_autoptr (OffprintBibKeys) keys = offprint_bib_keys_new ();
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (items); i++)
    write_item (string, json_array_get_object_element (items, i), keys);
  if (string->len > 0)
    g_string_truncate (string, string->len - 1);

  return g_string_free (string, FALSE);
}
