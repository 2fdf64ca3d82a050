/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Corrections and retractions that the page tells of: in a list above the text, or in
 * “Change history” below it. Each names its kind, the day, and links to the notice.
 */

#include "config.h"

#include "springer-private.h"

#include <string.h>

#include "loose-date.h"
#include "record.h"
#include "spellings.h"

#define MAX_NOTICES 20
#define MAX_TEXT    600

static const struct
{
  const char *word; /* folded; the graver first */
  const char *kind;
  const char *label;
} kinds[] = {
  { "retract", "retraction", "Retraction" },
  { "expression of concern", "expression_of_concern", "Expression of Concern" },
  { "editorial note", "expression_of_concern", "Editorial Note" },
  { "withdraw", "withdrawal", "Withdrawal" },
  { "corrigendum", "corrigendum", "Corrigendum" },
  { "erratum", "erratum", "Erratum" },
  { "correction", "correction", "Correction" },
};

static char *
dup_doi (const OffprintTreeNode *item)
{
  const OffprintTreeNode *link = NULL;

  while ((link = offprint_tree_node_find (item, link, "a", "href", NULL)) != NULL)
    {
      const char *href = offprint_tree_node_get_attribute (link, "href");
      const char *at = strstr (href, "/10.");
      g_autofree char *plain = at != NULL ? g_uri_unescape_string (at + 1, NULL) : NULL;
      g_autofree char *doi = plain != NULL ? offprint_spell_doi (plain) : NULL;

      if (doi != NULL)
        return g_steal_pointer (&doi);
    }
  return NULL;
}

/* “… was published on 03 March 2017”, or a time of its own */
static void
set_day (JsonObject             *notice,
         const OffprintTreeNode *item,
         const char             *text)
{
  const OffprintTreeNode *time = offprint_tree_node_find (item, NULL, "time", "datetime", NULL);
  const char *day = strstr (text, "published on ");
  g_autoptr (OffprintDate) date = NULL;
  g_autofree char *edtf = NULL;

  if (time != NULL)
    date = offprint_date_new_from_edtf (offprint_tree_node_get_attribute (time, "datetime"));
  else if (day != NULL)
    {
      g_autofree char *words = g_strndup (day + strlen ("published on "), strcspn (day + strlen ("published on "), ".,"));

      date = offprint_loose_date (words);
    }
  edtf = date != NULL ? offprint_date_to_edtf (date) : NULL;
  offprint_record_set_string (notice, "date", edtf);
}

/* A notice of this work; what a notice says of the work that it is about has other words */
static void
read_notice (OffprintSpringer       *self,
             const OffprintTreeNode *item)
{
  g_autofree char *text = offprint_springer_dup_text (item);
  g_autofree char *folded = text != NULL && strlen (text) <= MAX_TEXT ? g_utf8_strdown (text, -1) : NULL;
  g_autofree char *doi = NULL;

  if (folded == NULL || strstr (folded, "original article") != NULL || strstr (folded, "original chapter") != NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      JsonObject *notice = NULL;

      if (strstr (folded, kinds[i].word) == NULL)
        continue;
      notice = json_object_new ();
      doi = dup_doi (item);
      json_object_set_string_member (notice, "kind", kinds[i].kind);
      json_object_set_string_member (notice, "direction", "about-this");
      offprint_record_set_string (notice, "DOI", doi);
      set_day (notice, item, text);
      json_object_set_string_member (notice, "source", "publisher");
      json_object_set_string_member (notice, "label", kinds[i].label);
      offprint_record_append (self->record, "notices", notice);
      return;
    }
}

static void
read_list (OffprintSpringer       *self,
           const OffprintTreeNode *top)
{
  const OffprintTreeNode *item = NULL;

  for (guint n = 0; n < MAX_NOTICES && (item = offprint_tree_node_find (top, item, "li", NULL, NULL)) != NULL; n++)
    read_notice (self, item);
}

/**
 * offprint_springer_read_notices:
 * @self: a page
 *
 * Reads corrections and retractions of the work.
 */
void
offprint_springer_read_notices (OffprintSpringer *self)
{
  const OffprintTreeNode *history = offprint_springer_id (self, "change-history-content");
  const OffprintTreeNode *updates = NULL;

  if (history != NULL)
    {
      read_list (self, history);
      return;
    }
  updates = offprint_tree_node_find (offprint_page_get_root (self->page), NULL, NULL, "data-container-section", "updates");
  if (updates != NULL)
    read_list (self, updates);
}
