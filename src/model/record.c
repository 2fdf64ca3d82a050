/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Builders of records. Whoever reads a registry, a page or a file says through these
 * what was found; what is empty leaves no member behind, and text is clean by the
 * time it stands in a record.
 */

#include "config.h"

#include "record.h"

#include <string.h>

#include "identifier.h"
#include "json-value.h"
#include "read.h"
#include "write.h"

/**
 * offprint_record_new:
 *
 * Returns: (transfer full): a record that says nothing yet
 */
JsonObject *
offprint_record_new (void)
{
  return json_object_new ();
}

static JsonObject *
get_or_add_object (JsonObject *object,
                   const char *member)
{
  JsonObject *found = offprint_json_get_object (object, member);

  if (found == NULL)
    {
      found = json_object_new ();
      json_object_set_object_member (object, member, found);
    }

  return found;
}

/**
 * offprint_record_get_custom:
 * @record: a record
 *
 * Returns: (transfer none): its `custom.offprint`, made at need
 */
JsonObject *
offprint_record_get_custom (JsonObject *record)
{
  return get_or_add_object (get_or_add_object (record, "custom"), "offprint");
}

/**
 * offprint_record_set_string:
 * @object: a record, or any object in it
 * @member: the member to set
 * @value: (nullable): text as it came
 *
 * Sets a member to @value cleaned and in one line, or leaves it alone if nothing is
 * left.
 */
void
offprint_record_set_string (JsonObject *object,
                            const char *member,
                            const char *value)
{
  g_autofree char *clean = value != NULL ? offprint_text_clean_line (value, -1) : NULL;

  if (clean != NULL && *clean != '\0')
    json_object_set_string_member (object, member, clean);
}

static char *
to_inline (const char *markup)
{
  g_autoptr (OffprintRichText) text = NULL;

  if (markup == NULL)
    return NULL;
  text = offprint_rich_text_new_from_inline (markup, -1);

  return offprint_rich_text_is_empty (text) ? NULL : offprint_rich_text_to_inline (text);
}

/**
 * offprint_record_set_inline:
 * @object: a record, or any object in it
 * @member: the member to set
 * @markup: (nullable): a title or the like, as it came
 *
 * Sets a member to @markup in CSL-JSON's own inline mark-up, without entities.
 */
void
offprint_record_set_inline (JsonObject *object,
                            const char *member,
                            const char *markup)
{
  g_autofree char *text = to_inline (markup);

  if (text != NULL && *text != '\0')
    json_object_set_string_member (object, member, text);
}

/**
 * offprint_record_set_date:
 * @object: a record, or any object in it
 * @member: the member to set
 * @date: (nullable): a date
 *
 * Sets a member to a CSL date.
 */
void
offprint_record_set_date (JsonObject   *object,
                          const char   *member,
                          OffprintDate *date)
{
  g_autofree char *shown = date != NULL ? offprint_date_dup_shown (date) : NULL;

  if (shown != NULL && *shown != '\0')
    json_object_set_member (object, member, offprint_date_to_csl (date));
}

/**
 * offprint_record_set_event:
 * @record: a record
 * @name: "online", "print", "received", "accepted" …
 * @date: (nullable): when that was
 *
 * Sets a member of `custom.offprint.dates`: a string of EDTF, or an object with a
 * literal.
 */
void
offprint_record_set_event (JsonObject   *record,
                           const char   *name,
                           OffprintDate *date)
{
  g_autofree char *edtf = date != NULL ? offprint_date_to_edtf (date) : NULL;
  g_autofree char *shown = date != NULL ? offprint_date_dup_shown (date) : NULL;
  JsonObject *dates = NULL;

  if (shown == NULL || *shown == '\0')
    return;
  dates = get_or_add_object (offprint_record_get_custom (record), "dates");
  if (edtf != NULL)
    json_object_set_string_member (dates, name, edtf);
  else
    json_object_set_member (dates, name, offprint_date_to_csl (date));
}

/* Where @subtitle begins at the end of @main, if @main has it already */
static const char *
find_tail (const char *main,
           const char *subtitle)
{
  gsize main_length = strlen (main);
  gsize length = strlen (subtitle);
  const char *tail = NULL;

  if (length >= main_length)
    return NULL;
  tail = main + main_length - length;

  return g_str_equal (tail, subtitle) ? tail : NULL;
}

static char *
join_title (const char *main,
            const char *subtitle)
{
  gsize length = strlen (main);

  if (length > 0 && strchr (":?!", main[length - 1]) != NULL)
    return g_strconcat (main, " ", subtitle, NULL);

  return g_strconcat (main, ": ", subtitle, NULL);
}

/* "Title: " of "Title: Subtitle" is the main title without what joins the two */
static char *
cut_tail (const char *main,
          const char *tail)
{
  g_autofree char *head = g_strchomp (g_strndup (main, tail - main));
  gsize length = strlen (head);

  if (length > 0 && head[length - 1] == ':')
    head[length - 1] = '\0';

  return g_strchomp (g_steal_pointer (&head));
}

/**
 * offprint_record_set_title:
 * @record: a record
 * @main: (nullable): the title as it came, with inline mark-up
 * @subtitle: (nullable): the subtitle
 *
 * Sets `title` to both joined by a colon, unless the subtitle is in the title already
 * or a mark stands between them (services.md 2.4), and `titles` to the parts when there
 * are two.
 */
void
offprint_record_set_title (JsonObject *record,
                           const char *main,
                           const char *subtitle)
{
  g_autofree char *head = to_inline (main);
  g_autofree char *rest = to_inline (subtitle);
  g_autofree char *joined = NULL;
  g_autofree char *cut = NULL;
  const char *tail = NULL;
  JsonObject *titles = NULL;

  if (head == NULL)
    head = g_steal_pointer (&rest);
  if (head == NULL)
    return;
  if (rest == NULL || g_str_equal (head, rest))
    {
      json_object_set_string_member (record, "title", head);
      return;
    }
  tail = find_tail (head, rest);
  if (tail != NULL)
    cut = cut_tail (head, tail);
  else
    joined = join_title (head, rest);
  json_object_set_string_member (record, "title", joined != NULL ? joined : head);
  if (cut != NULL && *cut == '\0')
    return;
  titles = get_or_add_object (offprint_record_get_custom (record), "titles");
  json_object_set_string_member (titles, "main", cut != NULL ? cut : head);
  json_object_set_string_member (titles, "subtitle", rest);
}

/**
 * offprint_record_append:
 * @record: a record
 * @list: a list under `custom.offprint`
 * @entry: (transfer full): what to append; one that is empty, or a notice or relation
 *   of which the source does not say the kind, is dropped
 *
 * Appends to a list, made at need.
 */
void
offprint_record_append (JsonObject *record,
                        const char *list,
                        JsonObject *entry)
{
  JsonObject *custom = offprint_record_get_custom (record);
  JsonArray *array = offprint_json_get_array (custom, list);
  gboolean needs_kind = g_str_equal (list, "notices") || g_str_equal (list, "relations");

  if (json_object_get_size (entry) == 0 || (needs_kind && !json_object_has_member (entry, "kind")))
    {
      json_object_unref (entry);
      return;
    }
  if (array == NULL)
    {
      array = json_array_new ();
      json_object_set_array_member (custom, list, array);
    }
  json_array_add_object_element (array, entry);
}

/**
 * offprint_record_add_abstract:
 * @record: a record
 * @language: (nullable): BCP 47
 * @kind: (nullable): "abstract" if `NULL`
 * @text: the abstract
 *
 * Adds an abstract as rich text; the first of kind "abstract" is the standard member
 * too, as plain text.
 */
void
offprint_record_add_abstract (JsonObject       *record,
                              const char       *language,
                              const char       *kind,
                              OffprintRichText *text)
{
  g_autofree char *stored = NULL;
  g_autofree char *plain = NULL;
  JsonObject *entry = NULL;

  if (text == NULL || offprint_rich_text_is_empty (text))
    return;
  stored = offprint_rich_text_to_stored (text);
  plain = offprint_rich_text_to_plain (text);
  if (kind == NULL)
    kind = "abstract";
  entry = json_object_new ();
  offprint_record_set_string (entry, "language", language);
  json_object_set_string_member (entry, "kind", kind);
  json_object_set_string_member (entry, "text", stored);
  offprint_record_append (record, "abstracts", entry);
  if (g_str_equal (kind, "abstract") && !json_object_has_member (record, "abstract") && *plain != '\0')
    json_object_set_string_member (record, "abstract", plain);
}

/**
 * offprint_record_add_person:
 * @record: a record
 * @role: a name variable of CSL: "author", "editor" …
 * @name: (transfer full): a CSL name; an empty one is dropped
 * @extra: (transfer full) (nullable): members of the entry in `people` beside role, position and name
 *
 * Adds a name to its role, and to `people` if there is more to say than CSL names can.
 */
void
offprint_record_add_person (JsonObject *record,
                            const char *role,
                            JsonObject *name,
                            JsonObject *extra)
{
  g_autoptr (JsonObject) owned_name = name;
  g_autoptr (JsonObject) owned_extra = extra;
  JsonArray *names = NULL;

  if (json_object_get_size (name) == 0)
    return;
  names = offprint_json_get_array (record, role);
  if (names == NULL)
    {
      names = json_array_new ();
      json_object_set_array_member (record, role, names);
    }
  json_array_add_object_element (names, json_object_ref (name));
  if (extra == NULL || json_object_get_size (extra) == 0)
    return;
  json_object_set_string_member (extra, "role", role);
  json_object_set_int_member (extra, "position", json_array_get_length (names) - 1);
  json_object_set_object_member (extra, "name", offprint_json_copy_object (name));
  offprint_record_append (record, "people", g_steal_pointer (&owned_extra));
}

/* Whether a list of identifiers parted by blanks holds one */
static gboolean
holds_word (const char *words,
            const char *word)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) parts, word);
}

/* The entry of an ISBN in `isbns`; NULL if it is not there yet */
static JsonObject *
find_isbn (JsonObject *record,
           const char *value)
{
  JsonArray *list = offprint_json_get_array (offprint_record_get_custom (record), "isbns");

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    if (g_strcmp0 (offprint_json_get_string (offprint_json_element_object (list, i), "value"), value) == 0)
      return offprint_json_element_object (list, i);

  return NULL;
}

/* The standard member: several parted by blanks */
static void
add_isbn_word (JsonObject *record,
               const char *value)
{
  const char *known = offprint_json_get_string (record, "ISBN");
  g_autofree char *joined = NULL;

  if (known != NULL && holds_word (known, value))
    return;
  joined = known != NULL ? g_strconcat (known, " ", value, NULL) : g_strdup (value);
  json_object_set_string_member (record, "ISBN", joined);
}

/**
 * offprint_record_add_isbn:
 * @record: a record
 * @text: (nullable): an ISBN in any form; what is none is dropped
 * @kind: (nullable): "print", "electronic"
 *
 * Adds an ISBN to the standard member and to `isbns`. The same one again only tells
 * its kind.
 */
void
offprint_record_add_isbn (JsonObject *record,
                          const char *text,
                          const char *kind)
{
  g_autoptr (OffprintIdentifier) isbn = text != NULL ? offprint_identifier_new (OFFPRINT_IDENTIFIER_ISBN, text, NULL) : NULL;
  g_autofree char *shown = NULL;
  const char *value = NULL;
  JsonObject *entry = NULL;

  if (isbn == NULL)
    return;
  value = offprint_identifier_get_value (isbn);
  add_isbn_word (record, value);
  entry = find_isbn (record, value);
  if (entry != NULL)
    {
      if (!json_object_has_member (entry, "kind"))
        offprint_record_set_string (entry, "kind", kind);
      return;
    }
  shown = offprint_identifier_dup_shown (isbn);
  entry = json_object_new ();
  json_object_set_string_member (entry, "value", value);
  if (!g_str_equal (shown, value))
    json_object_set_string_member (entry, "shown", shown);
  offprint_record_set_string (entry, "kind", kind);
  offprint_record_append (record, "isbns", entry);
}
