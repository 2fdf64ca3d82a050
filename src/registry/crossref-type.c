/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What kind of thing a work is. Crossref's words are no words of CSL, and a chapter
 * may come under “other”.
 */

#include "config.h"

#include "crossref-private.h"

#include "peek.h"
#include "record.h"

/* services/crossref-fields.md 4 */
static const struct
{
  const char *crossref;
  const char *csl;
  const char *genre;
} types[] = {
  { "journal-article", "article-journal", NULL },
  { "journal", "periodical", NULL },
  { "journal-volume", "periodical", NULL },
  { "journal-issue", "periodical", NULL },
  { "proceedings-article", "paper-conference", NULL },
  { "proceedings", "book", "Proceedings" },
  { "proceedings-series", "book", "Proceedings" },
  { "book", "book", NULL },
  { "monograph", "book", NULL },
  { "edited-book", "book", NULL },
  { "reference-book", "book", NULL },
  { "book-set", "book", NULL },
  { "book-series", "book", NULL },
  { "book-track", "book", NULL },
  { "book-chapter", "chapter", NULL },
  { "book-section", "chapter", NULL },
  { "book-part", "chapter", NULL },
  { "reference-entry", "entry-encyclopedia", NULL },
  { "report", "report", NULL },
  { "report-component", "report", NULL },
  { "report-series", "report", NULL },
  { "dissertation", "thesis", NULL },
  { "dataset", "dataset", NULL },
  { "database", "dataset", NULL },
  { "standard", "standard", NULL },
  { "standard-series", "standard", NULL },
  { "posted-content", "article", NULL },
  { "peer-review", "review", NULL },
  { "blog", "post-weblog", NULL },
  { "blog-post", "post-weblog", NULL },
  { "poster", "graphic", "Poster" },
};

/* “referee-report” → “Referee report” */
static void
set_genre (JsonObject *record,
           const char *token)
{
  g_autofree char *genre = NULL;

  if (token == NULL)
    return;
  genre = g_strdelimit (g_strdup (token), "-_", ' ');
  *genre = g_ascii_toupper (*genre);
  offprint_record_set_string (record, "genre", genre);
}

static const char *
type_of_other (JsonObject *message)
{
  return offprint_peek_length (message, "ISBN") > 0 && offprint_peek_length (message, "container-title") > 0 ? "chapter" : "document";
}

/**
 * offprint_crossref_read_type:
 * @message: Crossref's message
 * @record: the record
 *
 * Reads what kind of work it is. The type is CSL's, never Crossref's; one that is
 * not in the table, or none, is a document. Wiley and Cambridge register chapters
 * as `other`: what has an ISBN and a container is one.
 */
void
offprint_crossref_read_type (JsonObject *message,
                             JsonObject *record)
{
  const char *type = offprint_peek_string (message, "type");
  const char *subtype = offprint_peek_string (message, "subtype");
  const char *csl = "document";
  g_autofree char *degree = offprint_peek_dup_plain (message, "degree");

  for (gsize i = 0; i < G_N_ELEMENTS (types) && type != NULL; i++)
    if (g_str_equal (type, types[i].crossref))
      {
        csl = types[i].csl;
        offprint_record_set_string (record, "genre", types[i].genre);
      }
  if (type != NULL && g_str_equal (type, "other"))
    csl = type_of_other (message);
  if (subtype != NULL && g_str_equal (csl, "article"))
    {
      if (g_str_has_prefix (subtype, "blog"))
        csl = "post-weblog";
      set_genre (record, subtype);
    }
  if (g_str_equal (csl, "review"))
    set_genre (record, offprint_peek_string (offprint_peek_object (message, "review"), "type"));
  if (degree != NULL)
    offprint_record_set_string (record, "genre", degree);
  json_object_set_string_member (record, "type", csl);
}
