/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An affiliation comes with the mark that joined it to its author on the page, a space in
 * front, or a full stop behind. All layers put it into the record by this one way.
 */

#include "config.h"

#include "workplace.h"

#include <string.h>

#include "affiliation.h"
#include "json-value.h"
#include "peek.h"
#include "record.h"
#include "spellings.h"

#define MAX_BYTES 1000
#define MAX_COUNT 50

/* “1Joint Program on …”: the mark of a list of addresses */
static const char *
skip_mark (const char *text)
{
  gsize digits = strspn (text, "0123456789");

  return digits > 0 && digits < 3 && g_unichar_isupper (g_utf8_get_char (text + digits)) ? text + digits : text;
}

static gboolean
has_name (JsonArray  *list,
          const char *name)
{
  for (guint i = 0; i < json_array_get_length (list); i++)
    if (g_strcmp0 (offprint_json_get_string (offprint_json_element_object (list, i), "name"), name) == 0)
      return TRUE;
  return FALSE;
}

/**
 * offprint_workplace_add:
 * @extra: a person’s entry
 * @text: (nullable): the name of an institution, perhaps with its address
 * @place: (nullable): city and country, if they are known apart
 * @ror: (nullable): an identifier of the Research Organization Registry
 *
 * Adds an affiliation, each once.
 */
void
offprint_workplace_add (JsonObject *extra,
                        const char *text,
                        const char *place,
                        const char *ror)
{
  g_autofree char *plain = text != NULL ? offprint_plain_line (text) : NULL;
  g_autofree char *spelt = ror != NULL ? offprint_spell_ror (ror) : NULL;
  const char *name = plain != NULL ? skip_mark (plain) : NULL;
  JsonArray *list = offprint_json_get_array (extra, "affiliations");
  JsonObject *entry = NULL;
  const char *known = NULL;

  if (name == NULL || *name == '\0' || strlen (name) > MAX_BYTES)
    return;
  if (list == NULL)
    {
      list = json_array_new ();
      json_object_set_array_member (extra, "affiliations", list);
    }
  entry = place == NULL ? offprint_affiliation_new (name) : json_object_new ();
  if (place != NULL)
    {
      offprint_record_set_string (entry, "name", name);
      offprint_record_set_string (entry, "place", place);
    }
  known = offprint_json_get_string (entry, "name");
  if (known == NULL || has_name (list, known) || json_array_get_length (list) >= MAX_COUNT)
    {
      json_object_unref (entry);
      return;
    }
  offprint_record_set_string (entry, "ror", spelt);
  json_array_add_object_element (list, entry);
}
