/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The small facts of a work that stand under custom.offprint: numbers, words, counts,
 * addresses; and what its type is called.
 */

#include "config.h"

#include "work.h"
#include "work-values.h"

#include <string.h>

#include "identifier.h"
#include "json-value.h"
#include "kind-name.h"

/**
 * offprint_work_dup_kind_name:
 * @self: a work
 *
 * Returns: (transfer full): its type for people: “Chapter”
 */
char *
offprint_work_dup_kind_name (OffprintWork *self)
{
  return g_strdup (offprint_kind_get_name (offprint_work_get_kind (self)));
}

static void
add_isbn (GArray     *isbns,
          const char *value,
          const char *shown,
          const char *kind)
{
  OffprintIsbn isbn = { 0 };
  g_autoptr (OffprintIdentifier) identifier = offprint_identifier_new (OFFPRINT_IDENTIFIER_ISBN, value, NULL);
  g_autofree char *hyphenated = identifier != NULL ? offprint_identifier_dup_shown (identifier) : NULL;

  isbn.value = g_strdup (value);
  isbn.shown = g_strdup (shown != NULL ? shown : hyphenated != NULL ? hyphenated
                                                                    : value);
  isbn.kind = g_strdup (kind);
  g_array_append_val (isbns, isbn);
}

static void
clear_isbn (gpointer data)
{
  OffprintIsbn *isbn = data;

  g_free ((char *) isbn->value);
  g_free ((char *) isbn->shown);
  g_free ((char *) isbn->kind);
}

static GArray *
make_isbns (OffprintWork *self)
{
  GArray *isbns = g_array_new (FALSE, TRUE, sizeof (OffprintIsbn));
  JsonArray *list = offprint_json_get_array (offprint_work_get_custom (self), "isbns");
  const char *words = offprint_json_get_string (self->record, "ISBN");
  g_auto (GStrv) parts = words != NULL ? g_strsplit (words, " ", 64) : NULL;

  g_array_set_clear_func (isbns, clear_isbn);
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonObject *entry = offprint_json_element_object (list, i);
      const char *value = offprint_json_get_string (entry, "value");

      if (value != NULL)
        add_isbn (isbns, value, offprint_json_get_string (entry, "shown"), offprint_json_get_string (entry, "kind"));
    }
  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      gboolean is_known = *parts[i] == '\0';

      for (guint j = 0; j < isbns->len; j++)
        is_known = is_known || g_str_equal (g_array_index (isbns, OffprintIsbn, j).value, parts[i]);
      if (!is_known)
        add_isbn (isbns, parts[i], NULL, NULL);
    }

  return isbns;
}

/**
 * offprint_work_get_isbns:
 * @self: a work
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): the ISBNs of the work or its book, until the
 *   next change
 */
const OffprintIsbn *
offprint_work_get_isbns (OffprintWork *self,
                         gsize        *n)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);

  if (self->values.isbns == NULL)
    self->values.isbns = make_isbns (self);
  *n = self->values.isbns->len;

  return (const OffprintIsbn *) self->values.isbns->data;
}

static const char *const *
ensure_words (OffprintWork   *self,
              char         ***cache,
              const char     *member)
{
  g_autoptr (GStrvBuilder) words = NULL;
  JsonArray *array = NULL;

  if (*cache != NULL)
    return (const char *const *) *cache;
  words = g_strv_builder_new ();
  array = offprint_json_get_array (offprint_work_get_custom (self), member);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (offprint_json_element_string (array, i) != NULL)
      g_strv_builder_add (words, offprint_json_element_string (array, i));
  *cache = g_strv_builder_end (words);

  return (const char *const *) *cache;
}

/**
 * offprint_work_get_keywords:
 * @self: a work
 *
 * Returns: (transfer none) (array zero-terminated=1): its keywords; never `NULL`
 */
const char *const *
offprint_work_get_keywords (OffprintWork *self)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);

  return ensure_words (self, &self->values.keywords, "keywords");
}

/**
 * offprint_work_get_packages:
 * @self: a work
 *
 * Returns: (transfer none) (array zero-terminated=1): the packages in which its publisher
 *   sells it to libraries; never `NULL`
 */
const char *const *
offprint_work_get_packages (OffprintWork *self)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);

  return ensure_words (self, &self->values.packages, "packages");
}

/**
 * offprint_work_get_count:
 * @self: a work
 * @which: what was counted
 * @value: (out) (optional): how often
 * @seen: (out) (optional) (nullable): when that was read, ISO 8601 in UTC
 *
 * Returns: whether it is known
 */
gboolean
offprint_work_get_count (OffprintWork   *self,
                         OffprintCount   which,
                         gint64         *value,
                         const char    **seen)
{
  static const char *const names[] = {
    [OFFPRINT_COUNT_ACCESSES] = "accesses",
    [OFFPRINT_COUNT_CITATIONS] = "citations",
    [OFFPRINT_COUNT_REFERENCES] = "references",
  };
  JsonObject *count = NULL;
  gint64 number = 0;

  g_return_val_if_fail (OFFPRINT_IS_WORK (self), FALSE);

  count = offprint_json_get_object (offprint_json_get_object (offprint_work_get_custom (self), "counts"), names[which]);
  if (!offprint_json_get_integer (count, "value", &number))
    return FALSE;
  if (value != NULL)
    *value = number;
  if (seen != NULL)
    *seen = offprint_json_get_string (count, "seen");

  return TRUE;
}

/**
 * offprint_work_get_book_doi:
 * @self: a work
 *
 * Returns: (nullable): the DOI of the book that it is in
 */
const char *
offprint_work_get_book_doi (OffprintWork *self)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);

  return offprint_json_get_string (offprint_json_get_object (offprint_work_get_custom (self), "book"), "DOI");
}

/**
 * offprint_work_get_link:
 * @self: a work
 * @rel: what an address is to the work: "landing", "pdf"
 *
 * Returns: (nullable): the first address of that relation
 */
const char *
offprint_work_get_link (OffprintWork *self,
                        const char   *rel)
{
  JsonArray *links = NULL;

  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);
  g_return_val_if_fail (rel != NULL, NULL);

  links = offprint_json_get_array (offprint_work_get_custom (self), "links");
  for (guint i = 0; links != NULL && i < json_array_get_length (links); i++)
    {
      JsonObject *link = offprint_json_element_object (links, i);

      if (g_strcmp0 (offprint_json_get_string (link, "rel"), rel) == 0)
        return offprint_json_get_string (link, "url");
    }

  return NULL;
}

/**
 * offprint_work_get_landing_url:
 * @self: a work
 *
 * Returns: (nullable): the address of the publisher's page
 */
const char *
offprint_work_get_landing_url (OffprintWork *self)
{
  return offprint_work_get_link (self, "landing");
}

/**
 * offprint_work_dup_checked:
 * @self: a work
 *
 * Returns: (transfer full) (nullable): when corrections and retractions were last looked
 *   for
 */
GDateTime *
offprint_work_dup_checked (OffprintWork *self)
{
  const char *checked = NULL;

  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);

  checked = offprint_json_get_string (offprint_json_get_object (offprint_work_get_custom (self), "crossmark"), "checked");

  return checked != NULL ? g_date_time_new_from_iso8601 (checked, NULL) : NULL;
}
