/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A note says “See Neville Maxwell, ‘How the … Boundary Conflict Was Finally Settled …’”
 * and the work stands in the list of works cited, with its DOI. Here the one finds the
 * other: a title, letter for letter but for case and signs; or a family’s name with the
 * year behind it, if only one work in the list answers to both. What is not sure is no
 * link. Addresses, DOIs and ISBNs in the text are links as well.
 */

#include "config.h"

#include "cited-works.h"

#include <string.h>

#include "date.h"
#include "identifier.h"
#include "json-value.h"
#include "read.h"

/* shorter ones are words that stand in any text */
#define MIN_TITLE_CHARS 15
#define MIN_TITLE_WORDS 3
#define MAX_WORKS       5000
#define MAX_LINKS       200 /* in a paragraph */
#define MAX_BLOCK_BYTES (64 * 1024)

typedef struct
{
  /* Owned */
  char *title;     /* folded; NULL if it is too short to be sure of */
  char *name_year; /* folded; NULL if another work has the same */
  char *href;
} Work;

struct _OffprintCitedWorks
{
  GArray *works; /* of Work: those that have a DOI */
};

/* A stretch of a text, in bytes */
typedef struct
{
  gsize start;
  gsize end;
  char *href;
} Link;

/* Letters and digits of a text, in small, and where each stands in it */
typedef struct
{
  GString *letters;
  GArray *places; /* of gsize, one for each byte of the letters, and the end */
} Folded;

static void
clear_work (gpointer data)
{
  Work *work = data;

  g_free (work->title);
  g_free (work->name_year);
  g_free (work->href);
}

static void
clear_link (gpointer data)
{
  g_free (((Link *) data)->href);
}

static void
folded_clear (Folded *self)
{
  if (self->letters != NULL)
    g_string_free (self->letters, TRUE);
  g_clear_pointer (&self->places, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folded, folded_clear)

static void
fold (Folded     *self,
      const char *text)
{
  gsize end = 0;

  self->letters = g_string_new (NULL);
  self->places = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gsize place = (gsize) (p - text);
      gsize before = self->letters->len;

      if (!g_unichar_isalnum (c))
        continue;
      g_string_append_unichar (self->letters, g_unichar_tolower (c));
      for (gsize i = before; i < self->letters->len; i++)
        g_array_append_val (self->places, place);
      end = (gsize) (g_utf8_next_char (p) - text);
    }
  g_array_append_val (self->places, end);
}

static char *
dup_folded (const char *text)
{
  g_auto (Folded) folded = { 0 };

  fold (&folded, text);
  return g_strdup (folded.letters->str);
}

static guint
count_words (const char *text)
{
  guint n = 0;
  gboolean in_word = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean is_letter = g_unichar_isalnum (g_utf8_get_char (p));

      n += is_letter && !in_word;
      in_word = is_letter;
    }
  return n;
}

/* Scripts without blanks between words have none to count. */
static char *
dup_title (JsonObject *item)
{
  const char *title = offprint_json_get_string (item, "title");
  g_autofree char *folded = title != NULL ? dup_folded (title) : NULL;

  if (folded == NULL || g_utf8_strlen (folded, -1) < MIN_TITLE_CHARS || count_words (title) < MIN_TITLE_WORDS)
    return NULL;
  return g_steal_pointer (&folded);
}

/* "neumann2003" */
static char *
dup_name_year (JsonObject *item)
{
  JsonArray *authors = offprint_json_get_array (item, "author");
  JsonObject *first = authors != NULL && json_array_get_length (authors) > 0 ? offprint_json_element_object (authors, 0) : NULL;
  const char *family = first != NULL ? offprint_json_get_string (first, "family") : NULL;
  JsonNode *issued = item != NULL ? json_object_get_member (item, "issued") : NULL;
  g_autoptr (OffprintDate) date = issued != NULL ? offprint_date_new_from_csl (issued) : NULL;
  g_autofree char *folded = family != NULL ? dup_folded (family) : NULL;

  if (folded == NULL || *folded == '\0' || date == NULL || offprint_date_get_year (date) < 1000)
    return NULL;
  return g_strdup_printf ("%s%d", folded, offprint_date_get_year (date));
}

/**
 * offprint_cited_works_new:
 * @references: (type GListModel(OffprintReference)): works cited
 *
 * Makes works cited ready to be found in notes.
 *
 * Returns: (transfer full): those that have a DOI
 */
OffprintCitedWorks *
offprint_cited_works_new (GListModel *references)
{
  OffprintCitedWorks *self;
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL); /* how many have it */
  guint n;

  g_return_val_if_fail (G_IS_LIST_MODEL (references), NULL);

  self = g_new0 (OffprintCitedWorks, 1);
  self->works = g_array_new (FALSE, TRUE, sizeof (Work));
  g_array_set_clear_func (self->works, clear_work);
  n = MIN (g_list_model_get_n_items (references), MAX_WORKS);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (OffprintReference) reference = g_list_model_get_item (references, i);
      JsonObject *item = offprint_reference_get_item (reference);
      const char *doi = offprint_reference_get_doi (reference);
      g_autoptr (OffprintIdentifier) identifier = NULL;
      g_autofree char *name_year = item != NULL ? dup_name_year (item) : NULL;
      Work work = { 0 };

      if (name_year != NULL)
        {
          guint count = GPOINTER_TO_UINT (g_hash_table_lookup (names, name_year));

          g_hash_table_replace (names, g_strdup (name_year), GUINT_TO_POINTER (count + 1));
        }
      if (doi != NULL)
        identifier = offprint_identifier_new (OFFPRINT_IDENTIFIER_DOI, doi, NULL);
      if (identifier == NULL || item == NULL)
        continue;
      work.title = dup_title (item);
      work.name_year = g_steal_pointer (&name_year);
      work.href = offprint_identifier_dup_url (identifier);
      g_array_append_val (self->works, work);
    }
  for (guint i = 0; i < self->works->len; i++)
    {
      Work *work = &g_array_index (self->works, Work, i);

      if (work->name_year != NULL && GPOINTER_TO_UINT (g_hash_table_lookup (names, work->name_year)) > 1)
        g_clear_pointer (&work->name_year, g_free);
    }
  return self;
}

/**
 * offprint_cited_works_free:
 * @self: (transfer full): works cited
 */
void
offprint_cited_works_free (OffprintCitedWorks *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->works);
  g_free (self);
}

/* --- finding --- */

/* The first link to a place has it. */
static void
add_link (GArray     *links,
          gsize       start,
          gsize       end,
          const char *href)
{
  Link link = { start, end, NULL };
  guint at = 0;

  if (links->len >= MAX_LINKS)
    return;
  for (guint i = 0; i < links->len; i++)
    {
      const Link *other = &g_array_index (links, Link, i);

      if (start < other->end && other->start < end)
        return;
      if (other->start < start)
        at = i + 1;
    }
  link.href = g_strdup (href);
  g_array_insert_val (links, at, link);
}

/* A quotation that ends inside did not begin there: what follows it is no title’s. */
static gboolean
leaves_quotation (const char *text,
                  gsize       start,
                  gsize       end)
{
  int depth = 0;

  for (const char *p = text + start; p < text + end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      depth += c == 0x201c || c == 0x201e || c == 0x00ab;
      depth -= c == 0x201d || c == 0x00bb;
      if (depth < 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_whole (const char *text,
          gsize       start,
          gsize       end)
{
  const char *before = start > 0 ? g_utf8_prev_char (text + start) : NULL;

  return !leaves_quotation (text, start, end) &&
         (before == NULL || !g_unichar_isalnum (g_utf8_get_char (before))) &&
         !g_unichar_isalnum (g_utf8_get_char (text + end));
}

static void
find_folded (GArray       *links,
             const char   *text,
             const Folded *folded,
             const char   *words,
             const char   *href,
             gsize         max_gap)
{
  const char *letters = folded->letters->str;
  gsize length = strlen (words);

  for (const char *found = strstr (letters, words); found != NULL; found = strstr (found + 1, words))
    {
      gsize first = (gsize) (found - letters);
      gsize start = g_array_index (folded->places, gsize, first);
      gsize last = g_array_index (folded->places, gsize, first + length - 1);
      gsize end = (gsize) (g_utf8_next_char (text + last) - text);

      if (is_whole (text, start, end) && end - start <= length + max_gap)
        add_link (links, start, end, href);
    }
}

static void
find_works (OffprintCitedWorks *self,
            GArray             *links,
            const char         *text)
{
  g_auto (Folded) folded = { 0 };

  if (self->works->len == 0)
    return;
  fold (&folded, text);
  for (guint i = 0; i < self->works->len; i++)
    {
      const Work *work = &g_array_index (self->works, Work, i);

      if (work->title != NULL)
        find_folded (links, text, &folded, work->title, work->href, G_MAXUINT16);
    }
  for (guint i = 0; i < self->works->len; i++)
    {
      const Work *work = &g_array_index (self->works, Work, i);

      if (work->name_year != NULL) /* “Neumann, 2003”, “Neumann (2003)” */
        find_folded (links, text, &folded, work->name_year, work->href, 8);
    }
}

static gboolean
is_of_isbn (char c)
{
  return g_ascii_isdigit (c) || c == '-' || c == ' ' || c == 'X' || c == 'x';
}

/* “ISBN 978-3-030-93981-6”, “ISBN: 0 674 03380 9” */
static void
find_isbns (GArray     *links,
            const char *text)
{
  for (const char *found = strstr (text, "ISBN"); found != NULL; found = strstr (found + 1, "ISBN"))
    {
      const char *start = found + strlen ("ISBN");
      const char *end;
      g_autoptr (OffprintIdentifier) isbn = NULL;

      if (g_str_has_prefix (start, "-13") || g_str_has_prefix (start, "-10"))
        start += 3;
      start += strspn (start, ": \302\240");
      for (end = start; is_of_isbn (*end) && end - start < 24; end++)
        ;
      for (; end > start && isbn == NULL; end--)
        {
          g_autofree char *number = g_strndup (start, (gsize) (end - start));

          if (g_ascii_isalnum (end[-1]))
            isbn = offprint_identifier_new (OFFPRINT_IDENTIFIER_ISBN, number, NULL);
          if (isbn != NULL)
            {
              g_autofree char *href = g_strconcat ("urn:isbn:", offprint_identifier_get_value (isbn), NULL);

              add_link (links, (gsize) (found - text), (gsize) (end - text), href);
            }
        }
    }
}

/* An address in a plain text is found where such texts are read. */
static void
find_addresses (GArray     *links,
                const char *text)
{
  g_autoptr (OffprintRichText) read = offprint_rich_text_new_from_plain (text, -1);
  const char *from = text;

  for (gsize i = 0; i < offprint_rich_text_get_n_blocks (read); i++)
    {
      const OffprintBlock *block = offprint_rich_text_get_block (read, i);

      for (gsize j = 0; j < block->n_runs; j++)
        {
          const char *found = block->runs[j].href != NULL ? strstr (from, block->runs[j].text) : NULL;

          if (found == NULL)
            continue;
          from = found + strlen (block->runs[j].text);
          add_link (links, (gsize) (found - text), (gsize) (from - text), block->runs[j].href);
        }
    }
}

/* --- a text with its links --- */

static void
keep_links (GArray              *links,
            const OffprintBlock *block)
{
  gsize at = 0;

  for (gsize i = 0; i < block->n_runs; i++)
    {
      gsize length = strlen (block->runs[i].text);

      if (block->runs[i].href != NULL)
        add_link (links, at, at + length, block->runs[i].href);
      at += length;
    }
}

static const Link *
find_link (GArray *links,
           gsize at,
           gsize *end) /* (inout): not further than the place's own end */
{
  for (guint i = 0; i < links->len; i++)
    {
      const Link *link = &g_array_index (links, Link, i);

      if (at >= link->start && at < link->end)
        {
          *end = MIN (*end, link->end);
          return link;
        }
      if (link->start > at)
        {
          *end = MIN (*end, link->start);
          return NULL;
        }
    }
  return NULL;
}

static void
add_runs (OffprintRichTextBuilder *builder,
          const OffprintBlock     *block,
          GArray                  *links)
{
  gsize before = 0;

  for (gsize i = 0; i < block->n_runs; i++)
    {
      const OffprintRun *run = &block->runs[i];
      gsize length = strlen (run->text);

      for (gsize at = before; at < before + length;)
        {
          gsize end = before + length;
          const Link *link = find_link (links, at, &end);

          offprint_rich_text_builder_add_run (builder, run->text + (at - before), (gssize) (end - at), run->flags,
                                              link != NULL ? link->href : NULL);
          at = end;
        }
      before += length;
    }
}

static char *
dup_plain (const OffprintBlock *block)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < block->n_runs; i++)
    g_string_append (text, block->runs[i].text);
  return g_string_free (text, FALSE);
}

/**
 * offprint_cited_works_link:
 * @self: works cited
 * @text: a note
 *
 * Makes links of the addresses, the identifiers and the works cited in @text; those that
 * it has already stay. An ISBN's link is a `urn:isbn:`.
 *
 * Returns: (transfer full): the text with its links, letter for letter the same
 */
OffprintRichText *
offprint_cited_works_link (OffprintCitedWorks *self,
                           OffprintRichText   *text)
{
  OffprintRichTextBuilder *builder;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  builder = offprint_rich_text_builder_new ();
  for (gsize i = 0; i < offprint_rich_text_get_n_blocks (text); i++)
    {
      const OffprintBlock *block = offprint_rich_text_get_block (text, i);
      g_autofree char *plain = dup_plain (block);
      g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (Link));

      g_array_set_clear_func (links, clear_link);
      keep_links (links, block);
      if (strlen (plain) <= MAX_BLOCK_BYTES)
        {
          find_addresses (links, plain);
          find_isbns (links, plain);
          find_works (self, links, plain);
        }
      offprint_rich_text_builder_begin_block (builder, block->kind, block->level, block->number);
      add_runs (builder, block, links);
    }
  return offprint_rich_text_builder_end (builder);
}
