/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands below the text about the work: the line to cite by, DOI, dates,
 * publisher, ISBN, packages, keywords, the check for updates. A book’s page has the
 * same list with other labels.
 */

#include "config.h"

#include "springer-private.h"

#include <string.h>

#include "cite-line.h"
#include "found.h"
#include "json-value.h"
#include "loose-date.h"
#include "places.h"
#include "record.h"
#include "spellings.h"
#include "write.h"

#define MAX_WORDS 200

static void
copy_member (OffprintSpringer *self,
             const char       *member)
{
  JsonNode *node = json_object_get_member (self->cite, member);

  if (node != NULL && !json_object_has_member (self->record, member))
    json_object_set_member (self->record, member, json_node_copy (node));
}

/* What the line to cite by says and nothing above did; its names are for the people’s file */
static void
read_cite_line (OffprintSpringer *self)
{
  static const char *const members[] = { "issued", "collection-title", "collection-number", "volume", "page", "publisher", "publisher-place" };
  const OffprintTreeNode *line = offprint_springer_by_class (offprint_springer_id (self, "main-content"), "c-bibliographic-information__citation");
  g_autoptr (OffprintRichText) rich = NULL;
  g_autofree char *stored = NULL;
  g_autofree char *plain = NULL;
  OffprintCiteHints hints = { offprint_json_get_string (self->record, "title"), offprint_json_get_string (self->record, "container-title") };

  if (line == NULL)
    line = offprint_springer_by_class (offprint_page_get_root (self->page), "c-bibliographic-information__citation");
  rich = offprint_springer_dup_rich (line);
  if (rich == NULL)
    return;
  stored = offprint_rich_text_to_stored (rich);
  plain = offprint_rich_text_to_plain (rich);
  json_object_set_string_member (offprint_record_get_custom (self->record), "cite-as", stored);
  self->cite = offprint_cite_line_read (plain, &hints, &self->is_cut);
  if (self->cite == NULL)
    return;
  /* the line has an article’s number where others have pages */
  if (json_object_has_member (self->record, "number") &&
      g_strcmp0 (offprint_json_get_string (self->record, "number"), offprint_json_get_string (self->cite, "page")) == 0)
    json_object_remove_member (self->cite, "page");
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    copy_member (self, members[i]);
  if (g_strcmp0 (offprint_json_get_string (self->cite, "type"), "article-journal") == 0)
    offprint_record_set_string (self->record, "container-title-short", offprint_json_get_string (self->cite, "container-title"));
  else
    copy_member (self, "container-title");
}

/* “Publisher Name : Springer, Cham”: the label is what stands before the value */
static char *
dup_label_of_fact (const OffprintTreeNode *fact)
{
  g_autofree char *all = offprint_springer_dup_text (fact);
  const OffprintTreeNode *value = offprint_springer_by_class (fact, "c-bibliographic-information__value");
  g_autofree char *rest = NULL;

  if (value == NULL)
    value = offprint_springer_by_class (fact, "c-bibliographic-information__multi-value");
  rest = offprint_springer_dup_text (value);
  if (all == NULL)
    return NULL;
  if (rest != NULL)
    {
      char *at = strstr (all, rest);

      if (at != NULL)
        *at = '\0';
    }
  g_strstrip (all);
  if (g_str_has_suffix (all, ":"))
    all[strlen (all) - 1] = '\0';

  return g_strchomp (g_steal_pointer (&all));
}

static void
read_fact_date (OffprintSpringer       *self,
                const char             *label,
                const OffprintTreeNode *time)
{
  static const struct
  {
    const char *label;
    const char *event;
  } events[] = {
    { "Received", "received" },
    { "Revised", "revised" },
    { "Accepted", "accepted" },
    { "Published", "online" },
    { "First Online", "online" },
    { "Version of record", "version-of-record" },
    { "Issue date", "print" },
    { "Issue Date", "print" },
  };
  g_autoptr (OffprintDate) date = offprint_date_new_from_edtf (offprint_tree_node_get_attribute (time, "datetime"));
  JsonObject *dates = offprint_json_get_object (offprint_record_get_custom (self->record), "dates");

  for (gsize i = 0; date != NULL && i < G_N_ELEMENTS (events); i++)
    if (g_ascii_strcasecmp (label, events[i].label) == 0 && (dates == NULL || !json_object_has_member (dates, events[i].event)))
      {
        offprint_record_set_event (self->record, events[i].event, date);
        return;
      }
}

static void
add_words (OffprintSpringer       *self,
           const char             *list,
           const OffprintTreeNode *top,
           const char             *element,
           const char             *class_name)
{
  JsonObject *custom = offprint_record_get_custom (self->record);
  JsonArray *words = offprint_json_get_array (custom, list);
  const OffprintTreeNode *node = NULL;

  while ((node = offprint_tree_node_find (top, node, element, class_name != NULL ? "class" : NULL, class_name)) != NULL)
    {
      g_autofree char *text = offprint_springer_dup_text (node);

      if (text == NULL || (words != NULL && json_array_get_length (words) >= MAX_WORDS))
        continue;
      if (words == NULL)
        {
          words = json_array_new ();
          json_object_set_array_member (custom, list, words);
        }
      json_array_add_string_element (words, text);
    }
}

/* “Springer Cham”, as a book’s page has it: with the comma that others have */
static char *
dup_with_comma (const char *text)
{
  for (const char *p = strchr (text, ' '); p != NULL; p = strchr (p + 1, ' '))
    {
      g_autofree char *head = g_strndup (text, p - text);
      g_autofree char *line = g_strconcat (head, ", ", p + 1, NULL);
      const char *place = offprint_places_find_tail (line);

      if (place != NULL && place - line == p - text + 2)
        return g_steal_pointer (&line);
    }
  return g_strdup (text);
}

/* “Springer, Berlin, Heidelberg” */
static void
set_publisher (OffprintSpringer *self,
               const char       *text)
{
  gboolean has_comma = offprint_springer_test (self, "bibliographic-information__publisher-name") != NULL;
  g_autofree char *line = has_comma ? g_strdup (text) : dup_with_comma (text);
  const char *comma = strstr (line, ", ");
  g_autofree char *publisher = comma != NULL ? g_strndup (line, comma - line) : NULL;

  if (comma == NULL)
    {
      offprint_found_publisher (self->record, line);
      return;
    }
  offprint_record_set_string (self->record, "publisher", publisher);
  offprint_record_set_string (self->record, "publisher-place", comma + 2);
}

static void
set_doi (OffprintSpringer *self,
         const char       *text)
{
  g_autofree char *doi = offprint_spell_doi (text);

  if (doi != NULL && !json_object_has_member (self->record, "DOI"))
    json_object_set_string_member (self->record, "DOI", doi);
}

/* A book’s page puts the day of each edition behind its ISBN */
static char *
dup_first_word (const char *text)
{
  return g_strndup (text, strcspn (text, " "));
}

static void
read_fact_value (OffprintSpringer       *self,
                 const char             *label,
                 const char             *value,
                 const OffprintTreeNode *node)
{
  g_autofree char *word = dup_first_word (value);

  if (g_str_equal (label, "DOI"))
    set_doi (self, value);
  else if (g_str_equal (label, "Publisher Name") || g_str_equal (label, "Publisher"))
    set_publisher (self, value);
  else if (g_str_equal (label, "Online ISBN") || g_str_equal (label, "eBook ISBN"))
    offprint_record_add_isbn (self->record, word, "electronic");
  else if (g_str_has_suffix (label, " ISBN") || g_str_equal (label, "ISBN"))
    offprint_record_add_isbn (self->record, word, g_str_equal (label, "ISBN") ? NULL : "print");
  else if (g_str_equal (label, "Series ISSN") || g_str_equal (label, "Print ISSN"))
    {
      g_autofree char *issn = offprint_spell_issn (word);

      offprint_record_set_string (self->record, "ISSN", issn);
    }
  else if (g_str_equal (label, "Copyright Information"))
    {
      g_autofree char *line = g_str_has_prefix (value, "©") ? g_strdup (value) : g_strconcat ("© ", value, NULL);

      offprint_record_set_string (offprint_springer_get_rights (self), "copyright", line);
    }
  else if (g_str_equal (label, "Series Title") && !json_object_has_member (self->record, "collection-title"))
    offprint_record_set_string (self->record, "collection-title", value);
  else if (g_str_equal (label, "Series Volume"))
    offprint_record_set_string (self->record, "collection-number", value);
  else if (g_str_equal (label, "Edition Number"))
    offprint_record_set_string (self->record, "edition", value);
  else if (g_str_equal (label, "Number of Pages"))
    offprint_record_set_string (self->record, "number-of-pages", value);
  else if (g_str_equal (label, "eBook Packages"))
    add_words (self, "packages", node, "a", NULL);
}

static void
read_fact (OffprintSpringer       *self,
           const OffprintTreeNode *fact)
{
  const OffprintTreeNode *time = offprint_tree_node_find (fact, NULL, "time", "datetime", NULL);
  const OffprintTreeNode *value = offprint_springer_by_class (fact, "c-bibliographic-information__value");
  g_autofree char *label = dup_label_of_fact (fact);
  g_autofree char *text = offprint_springer_dup_text (value);

  if (label == NULL)
    return;
  if (time != NULL)
    read_fact_date (self, label, time);
  else if (offprint_springer_by_class (fact, "c-bibliographic-information__multi-value") != NULL)
    add_words (self, "packages", fact, NULL, "c-bibliographic-information__multi-value");
  else if (text != NULL)
    read_fact_value (self, label, text, value);
}

/* The electronic one is first told, for a living reference work gives it as the printed
 * one too */
static void
read_electronic_isbn (OffprintSpringer *self)
{
  const OffprintTreeNode *node = offprint_springer_test (self, "bibliographic-information__eisbn");
  g_autofree char *text = offprint_springer_dup_text (offprint_springer_by_class (node, "c-bibliographic-information__value"));
  const OffprintTreeNode *print = offprint_springer_test (self, "bibliographic-information__pisbn");
  g_autofree char *other = offprint_springer_dup_text (offprint_springer_by_class (print, "c-bibliographic-information__value"));

  if (text != NULL && g_strcmp0 (text, other) == 0)
    offprint_record_add_isbn (self->record, text, "electronic");
}

static void
read_citation_files (OffprintSpringer *self)
{
  static const struct
  {
    const char *format;
    const char *type;
  } files[] = {
    { "format=refman", "application/x-research-info-systems" },
    { "format=endnote", "application/x-endnote-refer" },
    { "format=bibtex", "application/x-bibtex" },
    { ".ris", "application/x-research-info-systems" },
  };
  const OffprintTreeNode *link = offprint_springer_test (self, "citation-link");
  const OffprintTreeNode *top = link;

  for (guint i = 0; top != NULL && i < 3; i++)
    top = top->parent;
  for (; top != NULL && link != NULL; link = offprint_tree_node_find (top, link, "a", "data-test", "citation-link"))
    {
      const char *href = offprint_tree_node_get_attribute (link, "href");
      g_autofree char *url = offprint_springer_dup_address (self, href);
      const char *type = NULL;

      for (gsize i = 0; href != NULL && i < G_N_ELEMENTS (files) && type == NULL; i++)
        if (strstr (href, files[i].format) != NULL)
          type = files[i].type;
      offprint_springer_add_link (self, "citation", url, type);
    }
}

/* Keywords, not the classifications that stand in the same lists */
static gboolean
is_keyword_list (const OffprintTreeNode *list)
{
  const OffprintTreeNode *heading = NULL;
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  for (const OffprintTreeNode *node = list->parent != NULL ? list->parent->first_child : NULL; node != NULL && node != list; node = node->next)
    if (node->name != NULL && node->name[0] == 'h' && g_ascii_isdigit (node->name[1]))
      heading = node;
  text = offprint_springer_dup_text (heading);
  folded = text != NULL ? g_utf8_strdown (text, -1) : NULL;

  return folded == NULL || (strstr (folded, "classif") == NULL && strstr (folded, "codes") == NULL && strstr (folded, "subjects") == NULL);
}

static void
read_keywords (OffprintSpringer *self)
{
  const OffprintTreeNode *root = offprint_page_get_root (self->page);
  const OffprintTreeNode *list = NULL;

  while ((list = offprint_tree_node_find (root, list, "ul", "class", "c-article-subject-list")) != NULL)
    if (is_keyword_list (list))
      {
        add_words (self, "keywords", list, "li", "c-article-subject-list__subject");
        return;
      }
}

static void
read_update_check (OffprintSpringer *self)
{
  const OffprintTreeNode *link = offprint_springer_test (self, "crossmark");
  g_autofree char *url = NULL;

  if (link == NULL)
    return;
  url = offprint_springer_dup_address (self, offprint_tree_node_get_attribute (link, "href"));
  offprint_springer_add_link (self, "crossmark", url, NULL);
}

/* The DOI is in the page’s address, if it is nowhere else */
static void
read_addresses (OffprintSpringer *self)
{
  const char *canonical = offprint_page_get_canonical (self->page);
  const char *url = offprint_page_get_url (self->page);
  const char *landing = canonical != NULL ? canonical : url;
  const OffprintTreeNode *pdf = offprint_springer_by_class (offprint_page_get_root (self->page), "c-pdf-download__link");
  const char *href = pdf != NULL ? offprint_tree_node_get_attribute (pdf, "href") : offprint_page_get_meta (self->page, "citation_pdf_url");
  g_autofree char *pdf_url = offprint_springer_dup_address (self, href);

  if (offprint_page_get_meta (self->page, "citation_doi") != NULL)
    set_doi (self, offprint_page_get_meta (self->page, "citation_doi"));
  if (offprint_page_get_meta (self->page, "doi") != NULL)
    set_doi (self, offprint_page_get_meta (self->page, "doi"));
  if (landing != NULL && strstr (landing, "/10.") != NULL)
    {
      g_autofree char *name = g_strndup (strstr (landing, "/10.") + 1, strcspn (strstr (landing, "/10.") + 1, "?#"));

      set_doi (self, name);
    }
  offprint_springer_add_link (self, "landing", landing, NULL);
  offprint_springer_add_link (self, "pdf", pdf_url, "application/pdf");
}

/* A day of issue says more than the year in the line to cite by, if both are of one year */
static void
refine_issued (OffprintSpringer *self)
{
  static const char *const events[] = { "print", "online" };
  JsonNode *node = json_object_get_member (self->record, "issued");
  g_autoptr (OffprintDate) issued = node != NULL ? offprint_date_new_from_csl (node) : NULL;
  JsonObject *dates = offprint_json_get_object (offprint_record_get_custom (self->record), "dates");
  gboolean is_article = g_strcmp0 (offprint_json_get_string (self->record, "type"), "article-journal") == 0;

  for (gsize i = 0; dates != NULL && i < G_N_ELEMENTS (events); i++)
    {
      const char *text = offprint_json_get_string (dates, events[i]);
      g_autoptr (OffprintDate) date = text != NULL ? offprint_date_new_from_edtf (text) : NULL;

      if (date == NULL)
        continue;
      if (issued == NULL || (is_article && i == 0 && offprint_date_get_year (date) == offprint_date_get_year (issued)))
        {
          offprint_record_set_date (self->record, "issued", date);
          return;
        }
    }
}

/* On a book’s page the days stand behind the numbers */
static void
read_edition_dates (OffprintSpringer *self)
{
  static const struct
  {
    const char *test;
    const char *event;
  } dates[] = {
    { "electronic_isbn_publication_date", "online" },
    { "hardcover_isbn_publication_date", "print" },
    { "softcover_isbn_publication_date", "print" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *text = offprint_springer_dup_text (offprint_springer_test (self, dates[i].test));
      const char *day = text != NULL ? strstr (text, ": ") : NULL;
      g_autoptr (OffprintDate) date = day != NULL ? offprint_loose_date (day + 2) : NULL;
      JsonObject *known = offprint_json_get_object (offprint_record_get_custom (self->record), "dates");

      if (known == NULL || !json_object_has_member (known, dates[i].event))
        offprint_record_set_event (self->record, dates[i].event, date);
    }
}

/* “© 2023” below the title of a book */
static void
read_copyright_year (OffprintSpringer *self)
{
  const OffprintTreeNode *sign = offprint_springer_by_class (offprint_page_get_root (self->page), "c-article-identifiers__copyright");
  g_autofree char *text = sign != NULL ? offprint_springer_dup_text (sign->parent) : NULL;
  const char *digits = text != NULL ? strpbrk (text, "0123456789") : NULL;
  g_autoptr (OffprintDate) date = NULL;

  if (digits == NULL || strspn (digits, "0123456789") != 4 || json_object_has_member (self->record, "issued"))
    return;
  date = offprint_date_new ((int) g_ascii_strtoll (digits, NULL, 10), 0, 0);
  offprint_record_set_date (self->record, "issued", date);
}

/**
 * offprint_springer_read_about:
 * @self: a page of which the head is read
 *
 * Reads what stands about the work.
 */
void
offprint_springer_read_about (OffprintSpringer *self)
{
  read_cite_line (self);
  read_electronic_isbn (self);
  for (guint i = 0; i < self->facts->len; i++)
    read_fact (self, g_ptr_array_index (self->facts, i));
  read_edition_dates (self);
  read_copyright_year (self);
  read_citation_files (self);
  read_keywords (self);
  read_update_check (self);
  read_addresses (self);
  refine_issued (self);
}
