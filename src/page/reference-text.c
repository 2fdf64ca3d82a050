/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The printed line of a work cited stays as it is; the one thing taken out of it is a DOI,
 * for that is what finds the work.
 */

#include "config.h"

#include "reference-text.h"

#include <string.h>

#include "identifier.h"
#include "read.h"
#include "record.h"
#include "write.h"

#define MAX_BYTES 16000

/* The only DOI in a line is the work’s; of two, nobody knows */
static char *
find_doi (const char *plain)
{
  g_autoptr (GPtrArray) found = NULL;
  const char *doi = NULL;
  guint n = 0;

  if (strstr (plain, "10.") == NULL)
    return NULL;
  found = offprint_identifier_find_all (plain, -1);
  for (guint i = 0; i < found->len; i++)
    if (offprint_identifier_get_kind (found->pdata[i]) == OFFPRINT_IDENTIFIER_DOI)
      {
        doi = offprint_identifier_get_value (found->pdata[i]);
        n++;
      }
  return n == 1 ? g_strdup (doi) : NULL;
}

/**
 * offprint_reference_new_rich:
 * @text: the line as it is printed
 *
 * Makes an entry of the list of works cited.
 *
 * Returns: (transfer full) (nullable): the entry, or `NULL` if @text is empty
 */
JsonObject *
offprint_reference_new_rich (OffprintRichText *text)
{
  g_autofree char *stored = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *doi = NULL;
  JsonObject *entry = NULL;

  if (offprint_rich_text_is_empty (text))
    return NULL;
  stored = offprint_rich_text_to_stored (text);
  plain = offprint_rich_text_to_plain (text);
  if (strlen (stored) > MAX_BYTES)
    return NULL;
  entry = json_object_new ();
  json_object_set_string_member (entry, "text", stored);
  doi = find_doi (plain);
  if (doi != NULL)
    {
      JsonObject *item = json_object_new ();

      json_object_set_string_member (item, "type", "document");
      json_object_set_string_member (item, "DOI", doi);
      json_object_set_object_member (entry, "item", item);
    }
  return entry;
}

/**
 * offprint_reference_new_printed:
 * @text: the line as it is printed, perhaps with mark-up
 *
 * Makes an entry of the list of works cited.
 *
 * Returns: (transfer full) (nullable): the entry, or `NULL` if @text is empty
 */
JsonObject *
offprint_reference_new_printed (const char *text)
{
  g_autoptr (OffprintRichText) rich = offprint_rich_text_new_from_inline (text, -1);

  return offprint_reference_new_rich (rich);
}
