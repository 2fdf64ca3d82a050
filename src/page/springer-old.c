/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Springer’s layouts of 2013 to 2019, of which many copies lie on people’s disks: the
 * full text without any meta tag, and the page of a chapter with its ids named after
 * what they hold (Zotero’s translator for Springer Link knows them). One file, for
 * nothing of it will change any more.
 */

#include "config.h"

#include "springer-private.h"

#include <string.h>

#include "cite-line.h"
#include "json-value.h"
#include "loose-date.h"
#include "read.h"
#include "record.h"
#include "spellings.h"
#include "write.h"

#define MAX_PEOPLE  5000
#define MAX_ENTRIES 20000

static char *
dup_class (OffprintSpringer *self,
           const char       *name)
{
  return offprint_springer_dup_text (offprint_springer_by_class (offprint_page_get_root (self->page), name));
}

static char *
dup_id (OffprintSpringer *self,
        const char       *id)
{
  return offprint_springer_dup_text (offprint_springer_id (self, id));
}

/**
 * offprint_springer_is_old:
 * @page: a page
 *
 * Returns: whether it is one of the layouts before 2020
 */
gboolean
offprint_springer_is_old (OffprintPage *page)
{
  const OffprintTreeNode *root = offprint_page_get_root (page);

  return offprint_tree_node_find (root, NULL, "h1", "class", "ChapterTitle") != NULL ||
         offprint_tree_node_find (root, NULL, "h1", "class", "ArticleTitle") != NULL ||
         offprint_tree_node_find (root, NULL, "dd", "id", "abstract-about-publisher") != NULL;
}

static void
read_kind (OffprintSpringer *self)
{
  static const char *const classes[] = { "test-render-category", "ArticleCategory", "ChapterCategory" };
  g_autofree char *kind = NULL;
  const char *type = self->title != NULL && offprint_tree_node_has_class (self->title, "ArticleTitle") ? "article-journal" : "chapter";

  for (gsize i = 0; i < G_N_ELEMENTS (classes) && kind == NULL; i++)
    kind = dup_class (self, classes[i]);
  if (kind != NULL && strstr (kind, "Conference paper") != NULL)
    type = "paper-conference";
  else if (kind != NULL && strstr (kind, "eference work entry") != NULL)
    type = "entry-encyclopedia";
  else if (offprint_springer_id (self, "abstract-about-book-chapter-copyright-year") == NULL && self->title == NULL)
    type = "article-journal";
  json_object_set_string_member (self->record, "type", type);
}

static void
read_title (OffprintSpringer *self)
{
  const OffprintTreeNode *node = self->title;
  const OffprintTreeNode *root = offprint_page_get_root (self->page);
  g_autofree char *title = NULL;

  if (node == NULL)
    node = offprint_tree_node_find (root, NULL, "h1", "id", "title");
  if (node == NULL)
    node = offprint_tree_node_find (root, NULL, "h1", "itemprop", "name");
  title = offprint_springer_dup_inline (node);
  if (title == NULL)
    title = g_strdup (offprint_page_get_meta (self->page, "citation_title"));
  offprint_record_set_title (self->record, title, NULL);
}

static void
set_first (OffprintSpringer  *self,
           const char        *member,
           const char *const *ids)
{
  for (gsize i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *text = dup_id (self, ids[i]);

      if (text == NULL)
        continue;
      offprint_record_set_string (self->record, member, text);
      return;
    }
}

static void
read_keywords (OffprintSpringer *self)
{
  const OffprintTreeNode *root = offprint_page_get_root (self->page);
  const OffprintTreeNode *node = NULL;
  JsonArray *words = NULL;

  for (guint n = 0; n < 200 && (node = offprint_tree_node_find (root, node, "span", "class", "Keyword")) != NULL; n++)
    {
      g_autofree char *text = offprint_springer_dup_text (node);

      if (text == NULL)
        continue;
      if (words == NULL)
        {
          words = json_array_new ();
          json_object_set_array_member (offprint_record_get_custom (self->record), "keywords", words);
        }
      json_array_add_string_element (words, text);
    }
}

static void
read_history (OffprintSpringer *self)
{
  static const struct
  {
    const char *class_name;
    const char *event;
  } dates[] = {
    { "HistoryReceived", "received" },
    { "HistoryRevised", "revised" },
    { "HistoryAccepted", "accepted" },
    { "HistoryOnlineDate", "online" },
    { "article-dates__first-online", "online" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      const OffprintTreeNode *node = offprint_springer_by_class (offprint_page_get_root (self->page), dates[i].class_name);
      const OffprintTreeNode *day = offprint_springer_by_class (node, "HistoryDate");
      g_autofree char *text = offprint_springer_dup_text (day != NULL ? day : node);
      g_autoptr (OffprintDate) date = text != NULL ? offprint_loose_date (text) : NULL;

      offprint_record_set_event (self->record, dates[i].event, date);
    }
}

/* Part of the Lecture Notes in Computer Science book series (LNCS, volume 5504) */
static void
read_series (OffprintSpringer *self)
{
  static const char *const titles[] = { "abstract-about-book-series-title", NULL };
  static const char *const volumes[] = { "abstract-about-book-series-volume", NULL };
  const OffprintTreeNode *root = offprint_page_get_root (self->page);
  const OffprintTreeNode *link = NULL;

  set_first (self, "collection-title", titles);
  set_first (self, "collection-number", volumes);
  if (json_object_has_member (self->record, "collection-title"))
    return;
  while ((link = offprint_tree_node_find (root, link, "a", "href", NULL)) != NULL)
    {
      g_autofree char *title = NULL;
      g_autofree char *all = NULL;
      const char *volume = NULL;

      if (!g_str_has_prefix (offprint_tree_node_get_attribute (link, "href"), "/bookseries/"))
        continue;
      title = offprint_springer_dup_text (link);
      all = offprint_springer_dup_text (link->parent);
      volume = all != NULL ? strstr (all, "volume ") : NULL;
      offprint_record_set_string (self->record, "collection-title", title);
      if (volume != NULL)
        {
          g_autofree char *number = g_strndup (volume + 7, strcspn (volume + 7, ")"));

          offprint_record_set_string (self->record, "collection-number", number);
        }
      return;
    }
}

static void
set_year (OffprintSpringer *self,
          const char       *text)
{
  g_autoptr (OffprintDate) date = text != NULL ? offprint_loose_date (text) : NULL;

  offprint_record_set_date (self->record, "issued", date);
}

static void
read_cite_line (OffprintSpringer *self)
{
  static const char *const members[] = { "issued", "editor", "collection-title", "collection-number", "container-title", "volume", "page",
                                         "publisher", "publisher-place" };
  const OffprintTreeNode *line = offprint_springer_id (self, "citethis-text");
  g_autoptr (OffprintRichText) rich = offprint_springer_dup_rich (line);
  OffprintCiteHints hints = { offprint_json_get_string (self->record, "title"), offprint_json_get_string (self->record, "container-title") };
  g_autofree char *stored = rich != NULL ? offprint_rich_text_to_stored (rich) : NULL;
  g_autofree char *plain = offprint_springer_dup_text (line);

  if (stored == NULL || plain == NULL)
    return;
  json_object_set_string_member (offprint_record_get_custom (self->record), "cite-as", stored);
  self->cite = offprint_cite_line_read (plain, &hints, &self->is_cut);
  for (gsize i = 0; self->cite != NULL && i < G_N_ELEMENTS (members); i++)
    if (!json_object_has_member (self->record, members[i]) && json_object_has_member (self->cite, members[i]))
      json_object_set_member (self->record, members[i], json_node_copy (json_object_get_member (self->cite, members[i])));
}

static void
read_about (OffprintSpringer *self)
{
  static const char *const publishers[] = { "abstract-about-publisher", "publisher-name", NULL };
  static const char *const prints[] = { "abstract-about-book-print-isbn", "print-isbn", NULL };
  static const char *const onlines[] = { "abstract-about-book-online-isbn", "electronic-isbn", NULL };
  static const char *const dois[] = { "abstract-about-book-chapter-doi", "abstract-about-doi", "doi-url", NULL };
  static const char *const books[] = { "abstract-about-book-title", "abstract-about-title", NULL };
  static const char *const pages[] = { "abstract-about-book-chapter-page-ranges", "page-range", NULL };
  g_autofree char *year = dup_id (self, "abstract-about-book-chapter-copyright-year");
  g_autofree char *holder = dup_id (self, "abstract-about-book-copyright-holder");
  g_autofree char *cover = dup_id (self, "abstract-about-cover-date");
  g_autofree char *issn = dup_id (self, "abstract-about-issn");
  g_autofree char *doi = NULL;

  for (gsize i = 0; dois[i] != NULL && doi == NULL; i++)
    doi = dup_id (self, dois[i]);
  if (doi == NULL)
    doi = dup_class (self, "ArticleDOI");
  if (doi != NULL)
    {
      g_autofree char *name = offprint_spell_doi (doi);

      offprint_record_set_string (self->record, "DOI", name);
    }
  set_first (self, "publisher", publishers);
  set_first (self, "container-title", books);
  set_first (self, "page", pages);
  for (gsize i = 0; prints[i] != NULL; i++)
    {
      g_autofree char *isbn = dup_id (self, prints[i]);

      offprint_record_add_isbn (self->record, isbn, "print");
    }
  for (gsize i = 0; onlines[i] != NULL; i++)
    {
      g_autofree char *isbn = dup_id (self, onlines[i]);

      offprint_record_add_isbn (self->record, isbn, "electronic");
    }
  if (issn != NULL)
    {
      g_autofree char *spelled = offprint_spell_issn (issn);

      offprint_record_set_string (self->record, "ISSN", spelled);
    }
  set_year (self, cover != NULL ? cover : year);
  if (year != NULL && holder != NULL)
    {
      JsonObject *rights = json_object_new ();
      g_autofree char *line = g_strdup_printf ("© %s %s", year, holder);

      offprint_record_set_string (rights, "copyright", line);
      json_object_set_object_member (offprint_record_get_custom (self->record), "rights", rights);
    }
}

/* The full text of an article has no list of facts: they stand in its head */
static void
read_fulltext_head (OffprintSpringer *self)
{
  g_autofree char *journal = dup_class (self, "JournalTitle");
  g_autofree char *copyright = dup_class (self, "ArticleCopyright");

  if (journal != NULL && !json_object_has_member (self->record, "container-title"))
    offprint_record_set_string (self->record, "container-title", journal);
  if (copyright != NULL)
    {
      JsonObject *rights = json_object_new ();
      const char *digits = strpbrk (copyright, "0123456789");
      g_autofree char *year = digits != NULL ? g_strndup (digits, 4) : NULL;

      offprint_record_set_string (rights, "copyright", copyright);
      json_object_set_object_member (offprint_record_get_custom (self->record), "rights", rights);
      if (!json_object_has_member (self->record, "issued"))
        set_year (self, year);
    }
}

/* The publisher with its place: “Springer, Berlin, Heidelberg” */
static void
part_publisher (OffprintSpringer *self)
{
  const char *publisher = offprint_json_get_string (self->record, "publisher");
  const char *comma = publisher != NULL ? strstr (publisher, ", ") : NULL;
  g_autofree char *name = comma != NULL ? g_strndup (publisher, comma - publisher) : NULL;

  if (comma == NULL)
    return;
  offprint_record_set_string (self->record, "publisher-place", comma + 2);
  offprint_record_set_string (self->record, "publisher", name);
}

/**
 * offprint_springer_read_old:
 * @self: a page
 *
 * Reads a page of a layout before 2020.
 */
void
offprint_springer_read_old (OffprintSpringer *self)
{
  const char *canonical = offprint_page_get_canonical (self->page);

  read_kind (self);
  read_title (self);
  read_about (self);
  read_fulltext_head (self);
  read_series (self);
  read_cite_line (self);
  part_publisher (self);
  offprint_springer_read_old_people (self);
  read_keywords (self);
  read_history (self);
  offprint_springer_read_old_lists (self);
  offprint_springer_add_link (self, "landing", canonical, NULL);
}
