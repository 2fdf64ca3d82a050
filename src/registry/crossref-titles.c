/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Titles: the work's own, and that of the book, series or journal around it. Every
 * one is a list of any length, may be a list of nothing, and the container's list
 * does not say which of its entries is the book and which the series.
 */

#include "config.h"

#include "crossref-private.h"

#include <string.h>

#include "peek.h"
#include "record.h"
#include "spellings.h"

/* Words that series have in their names, and those that a single book has. There is
 * no list of series to ask: records/FACTS.md found both orders, so what the words say
 * decides, and Crossref's usual order (series first) where they say nothing. */
static const struct
{
  const char *pattern;
  int weight;
} series_marks[] = {
  { "^Lecture Notes\\b", 6 },
  { "\\bSeries\\b|\\bSchriftenreihe\\b|\\bReihe\\b", 4 },
  { "^Communications in Computer|^IFIP |^Springer ?Briefs|^Springer (Series|Proceedings|Topics|Tracts|Texts|Optimization)", 6 },
  { "^(Studies|Texts|Topics|Methods|Progress|Contributions|Research|Issues|Readings|Developments|Undergraduate|Graduate) (in|to|on|and|Texts|Studies)\\b", 3 },
  { "\\b(Studies|Library|Schriften|Beitr\u00e4ge|Collection|Monographs|Transactions|Philologie|Bibliothek|Forschungen|Cahiers|Quaderni)\\b", 2 },
  { "^(Advances|Perspectives|Frontiers|Trends) (in|on)\\b", 1 },
  { "\\b(1[5-9]|20)[0-9]{2}\\b", -3 },
  { "\\b(Proceedings of|Handbook|Encyclop(a?e)dia|Database|Workshop)\\b", -2 },
  { "\\S: \\S|\\s[\u2013\u2014]\\s", -2 },
  { "\\s[IVX]{1,5}$", -1 },
};

static const char *const series_types[] = { "book", "monograph", "edited-book", "reference-book", "book-set", "proceedings",
                                            "report", "report-component", "report-series", NULL };

static int
series_likeness (const char *title)
{
  int weight = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (series_marks); i++)
    if (g_regex_match_simple (series_marks[i].pattern, title, 0, 0))
      weight += series_marks[i].weight;
  return weight;
}

static GPtrArray *
dup_texts (JsonObject *message,
           const char *member)
{
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < offprint_peek_length (message, member); i++)
    {
      const char *text = offprint_peek_nth_string (message, member, i);

      if (text != NULL)
        g_ptr_array_add (texts, (gpointer) text);
    }
  return texts;
}

static gboolean
is_same_text (const char *a,
              const char *b)
{
  g_autofree char *plain_a = offprint_plain_line (a);
  g_autofree char *plain_b = offprint_plain_line (b);

  return g_strcmp0 (plain_a, plain_b) == 0;
}

static void
add_translated (JsonObject *record,
                const char *text)
{
  g_autofree char *plain = offprint_plain_line (text);
  JsonObject *custom = NULL;
  JsonObject *titles = NULL;
  JsonObject *entry = NULL;

  if (plain == NULL)
    return;
  custom = offprint_record_get_custom (record);
  if (!json_object_has_member (custom, "titles"))
    json_object_set_object_member (custom, "titles", json_object_new ());
  titles = json_object_get_object_member (custom, "titles");
  if (!json_object_has_member (titles, "translated"))
    json_object_set_array_member (titles, "translated", json_array_new ());
  entry = json_object_new ();
  offprint_record_set_string (entry, "text", plain);
  json_array_add_object_element (json_object_get_array_member (titles, "translated"), entry);
}

/* A grant has its title deeper than all else: schema of award registrations */
static const char *
project_title (JsonObject *message)
{
  JsonObject *project = offprint_peek_object (message, "project");
  JsonObject *title = offprint_peek_object (project, "project-title");

  return offprint_peek_string (title, "title");
}

/**
 * offprint_crossref_read_titles:
 * @message: Crossref's message
 * @record: the record
 *
 * Reads title, subtitle, original and short title. A second title is one in
 * another language, whichever: only the text is said.
 */
void
offprint_crossref_read_titles (JsonObject *message,
                               JsonObject *record)
{
  g_autoptr (GPtrArray) titles = dup_texts (message, "title");
  g_autoptr (GPtrArray) subtitles = dup_texts (message, "subtitle");
  g_autoptr (GPtrArray) originals = dup_texts (message, "original-title");
  const char *title = titles->len > 0 ? titles->pdata[0] : project_title (message);
  const char *original = originals->len > 0 ? originals->pdata[0] : NULL;

  if (title == NULL)
    title = original;
  if (title != NULL)
    offprint_record_set_title (record, title, subtitles->len > 0 ? subtitles->pdata[0] : NULL);
  if (original != NULL && !is_same_text (original, title))
    offprint_record_set_inline (record, "original-title", original);
  for (guint i = 1; i < titles->len && i < 8; i++)
    if (!is_same_text (titles->pdata[i], title))
      add_translated (record, titles->pdata[i]);
  offprint_record_set_inline (record, "title-short", offprint_peek_string (message, "short-title"));
}

static guint
find_series (GPtrArray *titles)
{
  guint best = 0;
  int weight = G_MININT;

  for (guint i = 0; i < titles->len; i++)
    {
      int likeness = series_likeness (titles->pdata[i]);

      if (likeness > weight)
        {
          weight = likeness;
          best = i;
        }
    }
  return best;
}

/* “thekoreanjournalofdancestudies” beside “The Korean Journal of Dance Studies” */
static gboolean
is_slug (const char *title)
{
  return strchr (title, ' ') == NULL && g_regex_match_simple ("^[a-z0-9()_-]{8,}$", title, 0, 0);
}

static void
read_journal (GPtrArray  *titles,
              JsonObject *message,
              JsonObject *record)
{
  const char *full = NULL;
  const char *shortest = NULL;
  const char *given_short = offprint_peek_string (message, "short-container-title");

  for (guint i = 0; i < titles->len; i++)
    {
      const char *title = titles->pdata[i];

      if (is_slug (title) && titles->len > 1)
        continue;
      if (full == NULL || strlen (title) > strlen (full))
        full = title;
      if (shortest == NULL || strlen (title) < strlen (shortest))
        shortest = title;
    }
  if (full == NULL && titles->len > 0)
    full = titles->pdata[0];
  offprint_record_set_inline (record, "container-title", full);
  if (given_short != NULL)
    offprint_record_set_inline (record, "container-title-short", given_short);
  else if (shortest != full)
    offprint_record_set_inline (record, "container-title-short", shortest);
}

static void
read_book_and_series (GPtrArray  *titles,
                      JsonObject *message,
                      JsonObject *record)
{
  const char *given_short = offprint_peek_string (message, "short-container-title");
  guint series = 0;

  if (titles->len == 1)
    offprint_record_set_inline (record, "container-title", titles->pdata[0]);
  if (titles->len > 1)
    {
      series = find_series (titles);
      offprint_record_set_inline (record, "collection-title", titles->pdata[series]);
      offprint_record_set_inline (record, "container-title", titles->pdata[series == 0 ? 1 : 0]);
    }
  offprint_record_set_inline (record, "container-title-short", given_short);
}

/**
 * offprint_crossref_read_containers:
 * @message: Crossref's message
 * @record: the record
 *
 * Reads what the work appeared in. A lone container of a chapter is its book, that
 * of a book is its series; of two around a chapter, one is the series, in either
 * order: records/FACTS.md.
 */
void
offprint_crossref_read_containers (JsonObject *message,
                                   JsonObject *record)
{
  g_autoptr (GPtrArray) titles = dup_texts (message, "container-title");
  const char *type = offprint_peek_string (message, "type");

  if (type != NULL && g_strv_contains (series_types, type))
    {
      if (titles->len > 0)
        offprint_record_set_inline (record, "collection-title", titles->pdata[find_series (titles)]);
      return;
    }
  if (type != NULL && (g_str_has_prefix (type, "journal") || g_str_equal (type, "posted-content")))
    read_journal (titles, message, record);
  else
    read_book_and_series (titles, message, record);
}
