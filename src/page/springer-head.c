/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands above the text: kind, title, dates, book or journal, series, pages, how
 * often it was read and cited.
 */

#include "config.h"

#include "springer-private.h"

#include <string.h>

#include "cite-line.h"
#include "json-value.h"
#include "record.h"
#include "spellings.h"

static const struct
{
  const char *word; /* in what the page calls the work, folded */
  const char *type; /* CSL’s */
} kinds[] = {
  { "reference work entry", "entry-encyclopedia" },
  { "conference paper", "paper-conference" },
  { "chapter", "chapter" },
  { "protocol", "chapter" },
  { "conference proceedings", "book" },
  { "reference work", "book" },
  { "textbook", "book" },
  { "book", "book" },
};

static const char *
type_of_kind (const char *kind)
{
  g_autofree char *folded = kind != NULL ? g_utf8_strdown (kind, -1) : NULL;

  for (gsize i = 0; folded != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (strstr (folded, kinds[i].word) != NULL)
      return kinds[i].type;

  return NULL;
}

static const char *
type_of_address (const char *address)
{
  if (address == NULL)
    return NULL;
  if (strstr (address, "/chapter/") != NULL || strstr (address, "/protocol/") != NULL)
    return "chapter";
  if (strstr (address, "/rwe/") != NULL || strstr (address, "/referenceworkentry/") != NULL)
    return "entry-encyclopedia";
  if (strstr (address, "/book/") != NULL || strstr (address, "/referencework/") != NULL)
    return "book";
  if (strstr (address, "/article/") != NULL || strstr (address, "/articles/") != NULL)
    return "article-journal";

  return NULL;
}

/* The title’s own name says whether this is in a book; what the page calls it says more */
static void
read_kind (OffprintSpringer *self)
{
  const char *test = offprint_tree_node_get_attribute (self->title, "data-test");
  const OffprintTreeNode *category = offprint_springer_test (self, "article-category");
  g_autofree char *kind = offprint_springer_dup_text (category);
  const char *type = NULL;

  if (g_strcmp0 (test, "article-title") == 0)
    type = "article-journal";
  else if (g_strcmp0 (test, "book-title") == 0)
    type = "book";
  if (type == NULL)
    type = type_of_kind (kind);
  if (type == NULL)
    type = type_of_address (offprint_page_get_canonical (self->page));
  if (type == NULL)
    type = type_of_address (offprint_page_get_url (self->page));
  if (type == NULL && g_strcmp0 (test, "chapter-title") == 0)
    type = "chapter";
  if (type != NULL)
    json_object_set_string_member (self->record, "type", type);
}

/* A title in another language stands below the first */
static void
read_title (OffprintSpringer *self)
{
  g_autofree char *title = offprint_springer_dup_inline (self->title);
  g_autofree char *subtitle = offprint_springer_dup_inline (offprint_springer_test (self, "book-subtitle"));
  const OffprintTreeNode *node = self->title->next;
  JsonArray *translated = NULL;

  offprint_record_set_title (self->record, title, subtitle);
  for (; node != NULL; node = node->next)
    {
      g_autofree char *text = NULL;
      JsonObject *entry = NULL;

      if (node->name == NULL || !offprint_tree_node_has_class (node, "c-article-title__sub"))
        continue;
      text = offprint_springer_dup_inline (node);
      if (text == NULL)
        continue;
      entry = json_object_new ();
      offprint_record_set_string (entry, "language", offprint_tree_node_get_attribute (node, "lang"));
      offprint_record_set_string (entry, "text", text);
      if (translated == NULL)
        translated = json_array_new ();
      json_array_add_object_element (translated, entry);
    }
  if (translated != NULL)
    {
      JsonObject *custom = offprint_record_get_custom (self->record);
      JsonObject *titles = offprint_json_get_object (custom, "titles");

      if (titles == NULL)
        {
          titles = json_object_new ();
          json_object_set_object_member (custom, "titles", titles);
        }
      json_object_set_array_member (titles, "translated", translated);
    }
}

/* First Online: 27 April 2023; an article has only Published: */
static void
read_online_date (OffprintSpringer *self)
{
  const OffprintTreeNode *root = self->title->parent;
  const OffprintTreeNode *list = NULL;

  while (list == NULL && root != NULL && !offprint_tree_node_is (root, "body"))
    {
      list = offprint_tree_node_find (root, NULL, NULL, "class", "c-article-identifiers");
      root = root->parent;
    }
  for (const OffprintTreeNode *item = list != NULL ? list->first_child : NULL; item != NULL; item = item->next)
    {
      const OffprintTreeNode *time = item->name != NULL ? offprint_tree_node_find (item, NULL, "time", "datetime", NULL) : NULL;
      g_autoptr (OffprintDate) date = NULL;

      if (time == NULL)
        continue;
      date = offprint_date_new_from_edtf (offprint_tree_node_get_attribute (time, "datetime"));
      offprint_record_set_event (self->record, "online", date);
      return;
    }
}

/* /book/10.1007/978-3-031-28170-9 */
static void
read_book_doi (OffprintSpringer *self,
               const char       *href)
{
  static const char *const starts[] = { "/book/", "/referencework/", "/bookdoi/" };
  const char *at = NULL;
  JsonObject *book = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (starts) && href != NULL && at == NULL; i++)
    {
      at = strstr (href, starts[i]);
      if (at != NULL)
        at += strlen (starts[i]);
    }
  if (at == NULL || !g_str_has_prefix (at, "10."))
    return;
  {
    g_autofree char *name = g_strndup (at, strcspn (at, "?#"));
    g_autofree char *doi = offprint_spell_doi (name);
    JsonObject *custom = offprint_record_get_custom (self->record);

    if (doi == NULL || json_object_has_member (custom, "book"))
      return;
    book = json_object_new ();
    json_object_set_string_member (book, "DOI", doi);
    json_object_set_object_member (custom, "book", book);
  }
}

/* The link to the book or journal: in the masthead since 2023, below the title before */
static const OffprintTreeNode *
find_container (OffprintSpringer  *self,
                const char       **href)
{
  const OffprintTreeNode *root = offprint_page_get_root (self->page);
  const OffprintTreeNode *name = offprint_springer_by_class (root, "app-article-masthead__journal-title");
  const OffprintTreeNode *info = NULL;
  const OffprintTreeNode *link = name;

  if (name == NULL)
    name = offprint_springer_test (self, "journal-title");
  if (name == NULL)
    {
      info = offprint_tree_node_find (root, NULL, NULL, "data-container-section", "info");
      name = info != NULL ? offprint_tree_node_find (info, NULL, "a", "href", NULL) : NULL;
    }
  for (link = name; link != NULL && !offprint_tree_node_is (link, "a"); link = link->parent)
    ;
  *href = link != NULL ? offprint_tree_node_get_attribute (link, "href") : NULL;

  return name;
}

static gboolean
is_in_book (OffprintSpringer *self)
{
  const char *type = offprint_json_get_string (self->record, "type");

  return type != NULL && strcmp (type, "article-journal") != 0 && strcmp (type, "book") != 0;
}

static void
read_container (OffprintSpringer *self)
{
  const char *href = NULL;
  const OffprintTreeNode *name = NULL;
  g_autofree char *text = NULL;

  if (g_strcmp0 (offprint_json_get_string (self->record, "type"), "book") == 0)
    return;
  name = find_container (self, &href);
  text = offprint_tree_node_is (name, "i") ? offprint_springer_dup_text (name) : offprint_springer_dup_inline (name);
  if (text != NULL && strcmp (text, "#") != 0)
    offprint_record_set_inline (self->record, "container-title", text);
  if (is_in_book (self))
    read_book_doi (self, href);
  if (is_in_book (self) && !json_object_has_member (offprint_record_get_custom (self->record), "book"))
    {
      const OffprintTreeNode *crumb = offprint_springer_id (self, "breadcrumb1");
      const OffprintTreeNode *link = crumb != NULL ? offprint_tree_node_find (crumb, NULL, "a", "href", NULL) : NULL;

      if (link == NULL)
        return;
      read_book_doi (self, offprint_tree_node_get_attribute (link, "href"));
      if (text == NULL)
        {
          text = offprint_springer_dup_inline (link);
          offprint_record_set_inline (self->record, "container-title", text);
        }
    }
}

/* Part of the book series: Population Economics ((POPULATION,volume 12)) */
static void
read_series (OffprintSpringer *self)
{
  const OffprintTreeNode *node = offprint_springer_test (self, "series-link");
  const OffprintTreeNode *link = NULL;
  g_autofree char *title = NULL;
  g_autofree char *all = NULL;
  g_autofree char *number = NULL;
  const char *volume = NULL;

  if (node == NULL)
    node = offprint_springer_by_class (offprint_page_get_root (self->page), "c-chapter-book-series");
  link = node != NULL ? offprint_tree_node_find (node, NULL, "a", "href", NULL) : NULL;
  if (link == NULL)
    return;
  title = offprint_springer_dup_text (link);
  all = offprint_springer_dup_text (node);
  offprint_record_set_string (self->record, "collection-title", title);
  volume = title != NULL && all != NULL ? strstr (all, title) : NULL;
  volume = volume != NULL ? strstr (volume + strlen (title), "volume") : NULL;
  if (volume == NULL)
    return;
  volume += strlen ("volume");
  volume += strspn (volume, ": ");
  number = g_strndup (volume, strcspn (volume, ")"));
  offprint_record_set_string (self->record, "collection-number", number);
}

/* Included in the following conference series: a link to it, in the list of series */
static void
read_conference (OffprintSpringer *self)
{
  const OffprintTreeNode *root = offprint_page_get_root (self->page);
  const OffprintTreeNode *list = NULL;

  for (guint n = 0; n < 4 && (list = offprint_tree_node_find (root, list, NULL, "class", "app-book-series-listing")) != NULL; n++)
    {
      const OffprintTreeNode *link = NULL;

      while ((link = offprint_tree_node_find (list, link, "a", "href", NULL)) != NULL)
        {
          g_autofree char *name = NULL;

          if (strstr (offprint_tree_node_get_attribute (link, "href"), "/conference/") == NULL)
            continue;
          name = offprint_springer_dup_text (link);
          offprint_record_set_string (self->record, "event-title", name);
          return;
        }
    }
}

/* pp 71–88; Volume 113, pages 7055–7102 (2024); volume 19, Article number: 3 (2017) */
static void
read_place_in_volume (OffprintSpringer *self)
{
  const OffprintTreeNode *root = offprint_page_get_root (self->page);
  const OffprintTreeNode *volume = offprint_springer_test (self, "journal-volume");
  const OffprintTreeNode *number = offprint_springer_test (self, "article-number");
  const OffprintTreeNode *meta = offprint_springer_by_class (root, "c-chapter-book-details__meta");
  g_autofree char *text = offprint_springer_dup_text (volume);
  g_autofree char *article = offprint_springer_dup_text (number);
  g_autofree char *pages = NULL;

  if (meta == NULL)
    meta = offprint_springer_by_class (root, "c-chapter-info-details__cite-as");
  pages = offprint_springer_dup_text (meta);
  if (pages != NULL && (g_str_has_prefix (pages, "pp ") || g_str_has_prefix (pages, "p ")))
    {
      g_autofree char *range = offprint_cite_dup_pages (strchr (pages, ' ') + 1);

      offprint_record_set_string (self->record, "page", range);
    }
  if (text != NULL)
    {
      const char *p = g_ascii_strncasecmp (text, "volume", 6) == 0 ? text + 6 : text;
      g_autofree char *plain = g_strndup (p + strspn (p, " "), strcspn (p + strspn (p, " "), ", "));

      offprint_record_set_string (self->record, "volume", plain);
    }
  offprint_record_set_string (self->record, "number", article);
}

/* "831", "1,786", "12k" */
static gint64
read_count (const char *text)
{
  gint64 value = 0;
  const char *p = text;

  for (; g_ascii_isdigit (*p) || ((*p == ',' || *p == '.') && strspn (p + 1, "0123456789") == 3); p++)
    if (g_ascii_isdigit (*p) && value < G_MAXINT64 / 100000)
      value = value * 10 + (*p - '0');
  if (p == text)
    return -1;
  if (*p == 'k' || *p == 'K')
    return value * 1000;
  if (*p == '.' && g_ascii_isdigit (p[1]) && (p[2] == 'k' || p[2] == 'K'))
    return value * 1000 + (p[1] - '0') * 100;

  return value;
}

static void
add_count (OffprintSpringer       *self,
           const char             *name,
           const OffprintTreeNode *node)
{
  g_autofree char *text = offprint_springer_dup_text (node);
  gint64 value = text != NULL ? read_count (text) : -1;
  JsonObject *custom = offprint_record_get_custom (self->record);
  JsonObject *counts = offprint_json_get_object (custom, "counts");
  JsonObject *count = NULL;

  if (value < 0)
    return;
  if (counts == NULL)
    {
      counts = json_object_new ();
      json_object_set_object_member (custom, "counts", counts);
    }
  count = json_object_new ();
  json_object_set_int_member (count, "value", value);
  json_object_set_object_member (counts, name, count);
}

/* Since 2023 each count has a name; before, only its label tells what it counts */
static void
read_counts (OffprintSpringer *self)
{
  const OffprintTreeNode *accesses = offprint_springer_test (self, "access-count");
  const OffprintTreeNode *citations = offprint_springer_test (self, "citation-count");
  const OffprintTreeNode *bar = NULL;

  if (accesses != NULL)
    add_count (self, "accesses", accesses);
  if (citations != NULL)
    add_count (self, "citations", citations);
  if (accesses != NULL || citations != NULL)
    return;
  bar = offprint_springer_by_class (offprint_page_get_root (self->page), "c-article-metrics-bar");
  for (const OffprintTreeNode *item = bar != NULL ? bar->first_child : NULL; item != NULL; item = item->next)
    {
      g_autofree char *text = item->name != NULL ? offprint_springer_dup_text (item) : NULL;

      if (text == NULL)
        continue;
      if (strstr (text, "Accesses") != NULL)
        add_count (self, "accesses", item);
      else if (strstr (text, "Citations") != NULL)
        add_count (self, "citations", item);
    }
}

static void
read_language (OffprintSpringer *self)
{
  const char *language = NULL;

  for (const OffprintTreeNode *node = self->title; node != NULL && language == NULL; node = node->parent)
    if (offprint_tree_node_is (node, "article"))
      language = offprint_tree_node_get_attribute (node, "lang");
  if (language == NULL)
    {
      const OffprintTreeNode *article = offprint_tree_node_find (offprint_page_get_root (self->page), NULL, "article", "lang", NULL);

      language = article != NULL ? offprint_tree_node_get_attribute (article, "lang") : NULL;
    }
  if (language == NULL)
    language = offprint_page_get_meta (self->page, "citation_language");
  if (language != NULL)
    {
      g_autofree char *spelled = offprint_spell_language (language);

      offprint_record_set_string (self->record, "language", spelled);
    }
}

/**
 * offprint_springer_read_head:
 * @self: a page with a title
 *
 * Reads what stands above the text.
 */
void
offprint_springer_read_head (OffprintSpringer *self)
{
  read_kind (self);
  read_title (self);
  read_online_date (self);
  read_container (self);
  read_series (self);
  read_conference (self);
  read_place_in_volume (self);
  read_counts (self);
  read_language (self);
}
