/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table “MARC 21 → our fields” of services/catalogues.md, field by field. What
 * stands in $z is cancelled and never read; brackets, “c.” and ISBD’s punctuation are
 * the cataloguer’s and go.
 */

#include "config.h"

#include "marc.h"

#include "answer-xml.h"
#include "identifier.h"
#include "personal-names.h"
#include "read.h"
#include "record.h"
#include "spellings.h"

#include <string.h>

#define MAX_FIELDS 2000

/* The next field of a tag; @previous NULL for the first */
static xmlNode *
get_field (xmlNode    *marc,
           const char *tag,
           xmlNode    *previous)
{
  guint n = 0;
  xmlNode *field = previous;

  while ((field = offprint_xml_get_child (marc, "datafield", field)) != NULL && n++ < MAX_FIELDS)
    {
      g_autofree char *found = offprint_xml_dup_attribute (field, "tag");

      if (g_strcmp0 (found, tag) == 0)
        return field;
    }
  return NULL;
}

/* Without the sorting marks that DNB sets around an article, U+0098 and U+009C: they
 * would be taken for letters of another encoding. */
static char *
dup_content (xmlNode *subfield)
{
  xmlChar *content = xmlNodeGetContent (subfield);
  g_autoptr (GString) text = g_string_new ((const char *) content);
  char *clean = NULL;

  xmlFree (content);
  g_string_replace (text, "\xc2\x98", "", 0);
  g_string_replace (text, "\xc2\x9c", "", 0);
  clean = offprint_text_clean_line (text->str, text->len);
  if (clean[0] == '\0')
    g_clear_pointer (&clean, g_free);
  return clean;
}

static char *
dup_subfield (xmlNode    *field,
              const char *code)
{
  xmlNode *subfield = NULL;

  while ((subfield = offprint_xml_get_child (field, "subfield", subfield)) != NULL)
    {
      g_autofree char *found = offprint_xml_dup_attribute (subfield, "code");

      if (g_strcmp0 (found, code) == 0)
        return dup_content (subfield);
    }
  return NULL;
}

static char *
dup_first (xmlNode    *marc,
           const char *tag,
           const char *code)
{
  return dup_subfield (get_field (marc, tag, NULL), code);
}

static gboolean
has_indicator (xmlNode    *field,
               const char *name,
               char        value)
{
  g_autofree char *found = offprint_xml_dup_attribute (field, name);

  return found != NULL && found[0] == value;
}

static char *
dup_control (xmlNode    *marc,
             const char *tag)
{
  xmlNode *field = NULL;

  while ((field = offprint_xml_get_child (marc, "controlfield", field)) != NULL)
    {
      g_autofree char *found = offprint_xml_dup_attribute (field, "tag");

      if (g_strcmp0 (found, tag) == 0)
        {
          xmlChar *text = xmlNodeGetContent (field); /* blanks count: not to be cleaned */
          char *copy = g_strdup ((const char *) text);

          xmlFree (text);
          return copy;
        }
    }
  return NULL;
}

/* Cuts brackets, “c”, “©” and ISBD’s “ / : ; ,” at the ends; in place */
static char *
strip (char *text)
{
  static const char *const ends[] = { "[", "]", "/", ":", ";", ",", "=", " ", "©" };
  gboolean again = text != NULL;

  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
        {
          gsize length = strlen (ends[i]);

          if (g_str_has_suffix (text, ends[i]))
            {
              text[strlen (text) - length] = '\0';
              again = TRUE;
            }
          if (g_str_has_prefix (text, ends[i]))
            {
              memmove (text, text + length, strlen (text + length) + 1);
              again = TRUE;
            }
        }
    }
  return text;
}

static void
read_title (xmlNode    *marc,
            JsonObject *record)
{
  xmlNode *field = get_field (marc, "245", NULL);
  g_autofree char *main = strip (dup_subfield (field, "a"));
  g_autofree char *rest = strip (dup_subfield (field, "b"));
  g_autofree char *number = strip (dup_subfield (field, "n"));
  g_autofree char *part = strip (dup_subfield (field, "p"));
  char *parallel = NULL;

  if (main == NULL)
    return;
  parallel = rest != NULL ? strstr (rest, " = ") : NULL;
  if (parallel != NULL)
    *parallel = '\0';
  offprint_record_set_title (record, main, rest);
  offprint_record_set_string (record, "volume", number);
  offprint_record_set_string (record, "volume-title", part);
}

static const char *
get_role (const char *code)
{
  static const struct
  {
    const char *code;
    const char *role;
  } roles[] = { { "aut", "author" }, { "edt", "editor" }, { "hrsg", "editor" }, { "trl", "translator" }, { "ctb", "contributor" } };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_strcmp0 (code, roles[i].code) == 0)
      return roles[i].role;
  return NULL;
}

/* 100 without a role is the author; 700 without one is somebody we cannot place */
static void
read_people (xmlNode    *marc,
             const char *tag,
             gboolean    is_person,
             JsonObject *record)
{
  for (xmlNode *field = get_field (marc, tag, NULL); field != NULL; field = get_field (marc, tag, field))
    {
      g_autofree char *name = strip (dup_subfield (field, "a"));
      g_autofree char *unit = strip (dup_subfield (field, "b"));
      g_autofree char *code = dup_subfield (field, "4");
      const char *role = get_role (code);
      JsonObject *object = NULL;

      if (role == NULL && code == NULL && tag[0] == '1')
        role = "author";
      if (name == NULL || name[0] == '\0' || role == NULL)
        continue;
      if (is_person)
        object = offprint_name_new_inverted (name);
      else
        {
          g_autofree char *whole = unit != NULL ? g_strdup_printf ("%s, %s", name, unit) : g_strdup (name);

          object = json_object_new ();
          offprint_record_set_string (object, "literal", whole);
        }
      offprint_record_add_person (record, role, object, NULL);
    }
}

/* "2019", "[2019]", "c2019", "2018-2019": the first four digits */
static OffprintDate *
date_from_text (const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p++)
    if (strspn (p, "0123456789") == 4)
      return offprint_date_new ((int) g_ascii_strtoll (p, NULL, 10), 0, 0);
    else
      while (g_ascii_isdigit (*p) && g_ascii_isdigit (p[1]))
        p++;
  return NULL;
}

static xmlNode *
get_imprint (xmlNode *marc,
             char     kind)
{
  for (xmlNode *field = get_field (marc, "264", NULL); field != NULL; field = get_field (marc, "264", field))
    if (has_indicator (field, "ind2", kind))
      return field;
  return NULL;
}

static void
read_imprint (xmlNode    *marc,
              JsonObject *record)
{
  xmlNode *field = get_imprint (marc, '1');
  g_autofree char *control = dup_control (marc, "008");
  g_autofree char *place = NULL;
  g_autofree char *publisher = NULL;
  g_autofree char *text = NULL;
  g_autoptr (OffprintDate) date = NULL;

  if (field == NULL)
    field = get_field (marc, "260", NULL);
  place = strip (dup_subfield (field, "a"));
  publisher = strip (dup_subfield (field, "b"));
  text = dup_subfield (field, "c");
  date = date_from_text (text);

  if (date == NULL && control != NULL && strlen (control) >= 11)
    {
      control[11] = '\0';
      date = date_from_text (control + 7);
    }
  if (date == NULL)
    {
      g_autofree char *copyright = dup_subfield (get_imprint (marc, '4'), "c");

      date = date_from_text (copyright);
    }
  offprint_record_set_string (record, "publisher-place", place);
  offprint_record_set_string (record, "publisher", publisher);
  offprint_record_set_date (record, "issued", date);
}

/* The leading number: "2nd ed.", "3., überarbeitete Auflage"; else the words */
static char *
dup_number (const char *text)
{
  const char *start = text != NULL ? strpbrk (text, "0123456789") : NULL;

  if (start == NULL)
    return g_strdup (text);
  return g_strndup (start, strspn (start, "0123456789"));
}

static void
read_series (xmlNode    *marc,
             JsonObject *record)
{
  xmlNode *field = get_field (marc, "830", NULL);
  g_autofree char *title = NULL;
  g_autofree char *number = NULL;

  if (field == NULL)
    field = get_field (marc, "490", NULL);
  title = strip (dup_subfield (field, "a"));
  number = strip (dup_subfield (field, "v"));
  offprint_record_set_string (record, "collection-title", title);
  offprint_record_set_string (record, "collection-number", number);
}

static void
read_identifiers (xmlNode    *marc,
                  JsonObject *record)
{
  guint n = 0;

  for (xmlNode *field = get_field (marc, "020", NULL); field != NULL && n < 20; field = get_field (marc, "020", field), n++)
    {
      g_autofree char *isbn = dup_subfield (field, "a");

      if (isbn != NULL)
        offprint_record_add_isbn (record, isbn, NULL);
    }
  for (xmlNode *field = get_field (marc, "024", NULL); field != NULL; field = get_field (marc, "024", field))
    {
      g_autofree char *scheme = dup_subfield (field, "2");
      g_autofree char *text = dup_subfield (field, "a");
      g_autofree char *doi = NULL;

      if (text == NULL || g_strcmp0 (scheme, "doi") != 0 || !has_indicator (field, "ind1", '7'))
        continue;
      doi = offprint_spell_doi (text);
      offprint_record_set_string (record, "DOI", doi);
      break;
    }
}

static void
read_language (xmlNode    *marc,
               JsonObject *record)
{
  g_autofree char *code = dup_first (marc, "041", "a");
  g_autofree char *control = dup_control (marc, "008");
  g_autofree char *language = NULL;

  if (code == NULL && control != NULL && strlen (control) >= 38)
    code = g_strndup (control + 35, 3);
  if (code != NULL)
    language = offprint_spell_language (code);
  offprint_record_set_string (record, "language", language);
}

static void
read_thesis (xmlNode    *marc,
             JsonObject *record)
{
  xmlNode *field = get_field (marc, "502", NULL);
  g_autofree char *degree = dup_subfield (field, "b");
  g_autofree char *institution = dup_subfield (field, "c");

  if (field == NULL)
    return;
  offprint_record_set_string (record, "type", "thesis");
  offprint_record_set_string (record, "genre", degree);
  if (institution != NULL)
    offprint_record_set_string (record, "publisher", institution);
}

/**
 * offprint_marc_has_isbn:
 * @marc: a `record` element
 * @isbn: 13 digits
 *
 * Whether a record is of the edition that has an ISBN, not only of its other format.
 *
 * Returns: `TRUE` if 020 $a says so
 */
gboolean
offprint_marc_has_isbn (xmlNode    *marc,
                        const char *isbn)
{
  for (xmlNode *field = get_field (marc, "020", NULL); field != NULL; field = get_field (marc, "020", field))
    {
      g_autofree char *text = dup_subfield (field, "a");
      g_autoptr (OffprintIdentifier) found = NULL;

      if (text == NULL)
        continue;
      text[strcspn (text, " (:")] = '\0';
      found = offprint_identifier_new (OFFPRINT_IDENTIFIER_ISBN, text, NULL);
      if (found != NULL && g_str_equal (offprint_identifier_get_value (found), isbn))
        return TRUE;
    }
  return FALSE;
}

/**
 * offprint_marc_record:
 * @marc: a `record` element of MARC 21
 *
 * Makes a record of it.
 *
 * Returns: (transfer full): the record
 */
JsonObject *
offprint_marc_record (xmlNode *marc)
{
  JsonObject *record = offprint_record_new ();
  g_autofree char *leader = offprint_xml_dup_child (marc, "leader");
  g_autofree char *edition = dup_first (marc, "250", "a");
  g_autofree char *edition_number = dup_number (edition);
  g_autofree char *extent = dup_first (marc, "300", "a");
  g_autofree char *pages = extent != NULL && strpbrk (extent, "0123456789") != NULL ? dup_number (extent) : NULL;
  gboolean is_part = leader != NULL && strlen (leader) > 7 && leader[7] == 'a';

  offprint_record_set_string (record, "type", is_part ? "chapter" : "book");
  read_title (marc, record);
  read_people (marc, "100", TRUE, record);
  read_people (marc, "700", TRUE, record);
  read_people (marc, "110", FALSE, record);
  read_people (marc, "710", FALSE, record);
  read_imprint (marc, record);
  offprint_record_set_string (record, "edition", edition_number);
  offprint_record_set_string (record, "number-of-pages", pages);
  read_series (marc, record);
  read_identifiers (marc, record);
  read_language (marc, record);
  read_thesis (marc, record);
  return record;
}
