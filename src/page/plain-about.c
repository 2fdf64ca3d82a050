/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands below the text of a pasted page about the work: the line to cite by, and
 * facts that have a label, on the same line or the one above.
 */

#include "config.h"

#include "plain-private.h"

#include <string.h>

#include "found.h"
#include "json-value.h"
#include "loose-date.h"
#include "read.h"
#include "record.h"
#include "spellings.h"
#include "write.h"

#define MAX_WORD     100
#define MAX_KEYWORDS 100
#define MAX_VALUE    300

typedef enum
{
  FACT_DOI,
  FACT_PUBLISHED,
  FACT_RECEIVED,
  FACT_REVISED,
  FACT_ACCEPTED,
  FACT_ISSUE,
  FACT_PUBLISHER,
  FACT_PRINT_ISBN,
  FACT_ONLINE_ISBN,
  FACT_PACKAGES,
  FACT_TITLE,
  FACT_SUBTITLE,
  FACT_SERIES,
  FACT_COPYRIGHT,
  FACT_PAGES,
} Fact;

static const struct
{
  const char *label;
  Fact fact;
} facts[] = {
  { "DOI", FACT_DOI },
  { "Published", FACT_PUBLISHED },
  { "Received", FACT_RECEIVED },
  { "Revised", FACT_REVISED },
  { "Accepted", FACT_ACCEPTED },
  { "Issue date", FACT_ISSUE },
  { "Issue Date", FACT_ISSUE },
  { "Publisher Name", FACT_PUBLISHER },
  { "Print ISBN", FACT_PRINT_ISBN },
  { "Hardcover ISBN", FACT_PRINT_ISBN },
  { "Softcover ISBN", FACT_PRINT_ISBN },
  { "Online ISBN", FACT_ONLINE_ISBN },
  { "eBook ISBN", FACT_ONLINE_ISBN },
  { "eBook Packages", FACT_PACKAGES },
  { "Book Title", FACT_TITLE },
  { "Book Subtitle", FACT_SUBTITLE },
  { "Series Title", FACT_SERIES },
  { "Publisher", FACT_PUBLISHER },
  { "Copyright Information", FACT_COPYRIGHT },
  { "Number of Pages", FACT_PAGES },
};

static void
set_event (OffprintPlain *self,
           const char    *name,
           const char    *value)
{
  g_autoptr (OffprintDate) date = strlen (value) < 40 ? offprint_loose_date (value) : NULL;
  JsonObject *dates = offprint_json_get_object (offprint_record_get_custom (self->record), "dates");

  if (date != NULL && (dates == NULL || !json_object_has_member (dates, name)))
    offprint_record_set_event (self->record, name, date);
}

/* “Economics and Finance, Economics and Finance (R0)” on one line, or each on its own */
static void
add_packages (OffprintPlain *self,
              const char    *value)
{
  JsonObject *custom = offprint_record_get_custom (self->record);
  g_auto (GStrv) parts = g_strsplit (value, ", ", 20);
  JsonArray *packages = offprint_json_get_array (custom, "packages");

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);
      if (*parts[i] == '\0')
        continue;
      if (packages == NULL)
        {
          packages = json_array_new ();
          json_object_set_array_member (custom, "packages", packages);
        }
      json_array_add_string_element (packages, parts[i]);
    }
}

static void
set_subtitle (OffprintPlain *self,
              const char    *value)
{
  g_autofree char *title = g_strdup (offprint_json_get_string (self->record, "title"));

  offprint_record_set_title (self->record, title, value);
}

static void
set_fact (OffprintPlain *self,
          Fact           fact,
          const char    *value)
{
  switch (fact)
    {
    case FACT_DOI:
      offprint_found_doi (self->record, value);
      break;
    case FACT_PUBLISHED:
      set_event (self, "online", value);
      break;
    case FACT_RECEIVED:
      set_event (self, "received", value);
      break;
    case FACT_REVISED:
      set_event (self, "revised", value);
      break;
    case FACT_ACCEPTED:
      set_event (self, "accepted", value);
      break;
    case FACT_ISSUE:
      set_event (self, "print", value);
      break;
    case FACT_PUBLISHER:
      offprint_found_publisher (self->record, value);
      break;
    case FACT_PRINT_ISBN:
    case FACT_ONLINE_ISBN:
      {
        g_autofree char *word = g_strndup (value, strspn (value, "0123456789-X"));

        offprint_record_add_isbn (self->record, word, fact == FACT_PRINT_ISBN ? "print" : "electronic");
      }
      break;
    case FACT_PACKAGES:
      add_packages (self, value);
      break;
    case FACT_TITLE:
      offprint_record_set_string (self->record, "title", value);
      break;
    case FACT_SUBTITLE:
      set_subtitle (self, value);
      break;
    case FACT_SERIES:
      offprint_found_line (self->record, "collection-title", value);
      break;
    case FACT_COPYRIGHT:
      offprint_found_custom (self->record, "rights", "copyright", value);
      break;
    case FACT_PAGES:
      offprint_found_line (self->record, "number-of-pages", value);
      break;
    }
}

/* The next line that says something, if it is no heading */
static const char *
find_value_below (OffprintPlain *self,
                  guint          index,
                  guint          end)
{
  for (guint i = index + 1; i < end && i <= index + 2; i++)
    {
      const OffprintPlainLine *line = offprint_plain_get_line (self, i);

      if (line->is_heading)
        return NULL;
      if (*line->text != '\0' && strcmp (line->text, ":") != 0)
        return line->text + (g_str_has_prefix (line->text, ": ") ? 2 : 0);
    }
  return NULL;
}

static void
read_fact (OffprintPlain *self,
           guint          index,
           guint          end)
{
  const char *text = offprint_plain_get_line (self, index)->text;

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      const char *value = NULL;
      gsize length = strlen (facts[i].label);

      if (!g_str_has_prefix (text, facts[i].label))
        continue;
      value = text + length + strspn (text + length, " :");
      if (*value == '\0')
        value = find_value_below (self, index, end);
      else if (text[length] != ':' && text[length] != ' ')
        continue;
      if (value != NULL && strlen (value) <= MAX_VALUE)
        set_fact (self, facts[i].fact, value);
      return;
    }
}

static void
read_facts (OffprintPlain *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const OffprintPlainLine *line = offprint_plain_get_line (self, i);
      guint end = 0;

      if (!line->is_heading || (line->part != OFFPRINT_PLAIN_ABOUT && line->part != OFFPRINT_PLAIN_CITE))
        continue;
      end = offprint_plain_part_end (self, i);
      for (guint j = i + 1; j < end; j++)
        read_fact (self, j, end);
    }
}

static void
read_copyright (OffprintPlain *self)
{
  guint start = offprint_plain_find (self, OFFPRINT_PLAIN_COPYRIGHT, 0);
  guint next = 0;
  g_autofree char *line = NULL;

  if (start < self->lines->len)
    line = offprint_plain_dup_paragraph (self, start + 1, offprint_plain_part_end (self, start), &next);
  for (guint i = 0; line == NULL && i < self->lines->len; i++)
    {
      const char *text = offprint_plain_get_line (self, i)->text;

      /* not the year alone, nor the page’s own */
      if (g_str_has_prefix (text, "©") && strlen (text) > 12 && strstr (text, "Springer Nature") == NULL)
        line = g_strdup (text);
    }
  if (line != NULL && strlen (line) <= 2 * MAX_VALUE)
    offprint_found_custom (self->record, "rights", "copyright", line);
}

static void
add_keywords (JsonArray               *words,
              const OffprintPlainLine *line)
{
  g_auto (GStrv) parts = g_strsplit_set (line->text, line->is_bullet ? "\n" : ",;", MAX_KEYWORDS);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);
      if (*parts[i] != '\0' && strlen (parts[i]) <= MAX_WORD && json_array_get_length (words) < MAX_KEYWORDS)
        json_array_add_string_element (words, parts[i]);
    }
}

/* Each on a line of its own, or all on one, parted by signs; other things follow them */
static void
read_keywords (OffprintPlain *self)
{
  guint start = offprint_plain_find (self, OFFPRINT_PLAIN_KEYWORDS, 0);
  guint end = start < self->lines->len ? offprint_plain_part_end (self, start) : start;
  g_autoptr (JsonArray) words = json_array_new ();
  gboolean has_bullets = FALSE;

  for (guint i = start + 1; i < end; i++)
    {
      const OffprintPlainLine *line = offprint_plain_get_line (self, i);
      gboolean has_words = json_array_get_length (words) > 0;

      if (has_words && !line->is_bullet && (has_bullets ? *line->text != '\0' : *line->text == '\0'))
        break;
      has_bullets = has_bullets || line->is_bullet;
      add_keywords (words, line);
    }
  if (json_array_get_length (words) > 0)
    json_object_set_array_member (offprint_record_get_custom (self->record), "keywords", g_steal_pointer (&words));
}

/* The page offers the check; its address is the same for every DOI (services.md, 8) */
static void
read_update_check (OffprintPlain *self)
{
  const char *doi = offprint_json_get_string (self->record, "DOI");

  for (guint i = 0; doi != NULL && i < self->lines->len; i++)
    {
      g_autofree char *escaped = NULL;
      g_autofree char *url = NULL;
      JsonObject *link = NULL;

      if (strstr (offprint_plain_get_line (self, i)->text, "via CrossMark") == NULL)
        continue;
      escaped = g_uri_escape_string (doi, "/:;()", TRUE);
      url = g_strconcat ("https://crossmark.crossref.org/dialog/?doi=", escaped, NULL);
      link = json_object_new ();
      json_object_set_string_member (link, "rel", "crossmark");
      json_object_set_string_member (link, "url", url);
      offprint_record_append (self->record, "links", link);
      return;
    }
}

static void
copy_cite (OffprintPlain *self)
{
  static const char *const members[] = { "issued", "container-title", "collection-title", "collection-number", "volume", "page", "publisher",
                                         "publisher-place", "DOI" };
  guint next = 0;
  g_autofree char *line = NULL;
  g_autoptr (OffprintRichText) rich = NULL;
  g_autofree char *stored = NULL;

  if (self->cite == NULL)
    return;
  line = offprint_plain_dup_paragraph (self, self->cite_line, self->lines->len, &next);
  rich = line != NULL ? offprint_rich_text_new_from_plain (line, -1) : NULL;
  if (rich != NULL && !offprint_rich_text_is_empty (rich))
    {
      stored = offprint_rich_text_to_stored (rich);
      json_object_set_string_member (offprint_record_get_custom (self->record), "cite-as", stored);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (json_object_has_member (self->cite, members[i]) && !json_object_has_member (self->record, members[i]))
      json_object_set_member (self->record, members[i], json_node_copy (json_object_get_member (self->cite, members[i])));
}

/* Without a line to cite by, the year is that of the day */
static void
read_year (OffprintPlain *self)
{
  JsonObject *dates = offprint_json_get_object (offprint_record_get_custom (self->record), "dates");
  const char *day = dates != NULL ? offprint_json_get_string (dates, "online") : NULL;
  g_autoptr (OffprintDate) date = day != NULL ? offprint_date_new_from_edtf (day) : NULL;

  if (date != NULL && !json_object_has_member (self->record, "issued"))
    offprint_record_set_date (self->record, "issued", date);
}

/**
 * offprint_plain_read_about:
 * @self: the text of a page
 *
 * Reads what stands about the work.
 */
void
offprint_plain_read_about (OffprintPlain *self)
{
  copy_cite (self);
  read_facts (self);
  read_copyright (self);
  read_keywords (self);
  read_update_check (self);
  read_year (self);
}
