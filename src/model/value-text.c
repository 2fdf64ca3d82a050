/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of fields says what kind a value is, and each kind is said in one way. What
 * stands inside objects and lists under custom.offprint (record.md) is said by the small
 * tables here; what they do not know is shown as it is.
 */

#include "config.h"

#include "value-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "json-value.h"
#include "kind-name.h"
#include "parts-private.h"
#include "write.h"

static const struct
{
  OffprintFieldId field;
  const char *member;
  const char *label;
} member_labels[] = {
  { OFFPRINT_FIELD_TITLES, "main", N_("Main Title") },
  { OFFPRINT_FIELD_TITLES, "subtitle", N_("Subtitle") },
  { OFFPRINT_FIELD_TITLES, "translated", N_("Title in Another Language") },
  { OFFPRINT_FIELD_DATES, "online", N_("First Online") },
  { OFFPRINT_FIELD_DATES, "print", N_("In Print") },
  { OFFPRINT_FIELD_DATES, "received", N_("Received") },
  { OFFPRINT_FIELD_DATES, "revised", N_("Revised") },
  { OFFPRINT_FIELD_DATES, "accepted", N_("Accepted") },
  { OFFPRINT_FIELD_DATES, "published", N_("Published") },
  { OFFPRINT_FIELD_ACCESS, "state", N_("Access") },
  { OFFPRINT_FIELD_ACCESS, "remarks", N_("Remarks on Access") },
  { OFFPRINT_FIELD_ACCESS, "institution", N_("Log-In of Institutions") },
  { OFFPRINT_FIELD_ACCESS, "offers", N_("Offers") },
  { OFFPRINT_FIELD_ACCESS, "open", N_("Open Copies") },
  { OFFPRINT_FIELD_RIGHTS, "copyright", N_("Copyright") },
  { OFFPRINT_FIELD_RIGHTS, "permissions", N_("Permissions") },
  { OFFPRINT_FIELD_RIGHTS, "licenses", N_("Licences") },
  { OFFPRINT_FIELD_COUNTS, "accesses", N_("Accesses") },
  { OFFPRINT_FIELD_COUNTS, "citations", N_("Citations") },
  { OFFPRINT_FIELD_COUNTS, "references", N_("Number of Works Cited") },
  { OFFPRINT_FIELD_CROSSMARK, "policy", N_("Policy on Updates") },
  { OFFPRINT_FIELD_BOOK, "DOI", N_("DOI of the Book") },
  { OFFPRINT_FIELD_BOOK, "subtitle", N_("Subtitle of the Book") },
};

static char *
capitalize (const char *words)
{
  char first[7] = "";

  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (words)), first);

  return *words != '\0' ? g_strconcat (first, g_utf8_next_char (words), NULL) : g_strdup (words);
}

/*< private >
 * What stands at a place, for people.
 */
char *
offprint_spot_dup_label (const OffprintSpot *self)
{
  g_autofree char *words = NULL;

  if (self->field != NULL && self->member == NULL)
    return g_strdup (_(self->field->label));
  for (gsize i = 0; self->field != NULL && i < G_N_ELEMENTS (member_labels); i++)
    if (member_labels[i].field == self->field->id && g_str_equal (member_labels[i].member, self->member))
      return g_strdup (_(member_labels[i].label));
  /* a newer member, or a variable of CSL that the table has no row for */
  words = g_strdelimit (g_strdup (self->member != NULL ? self->member : self->name), "-_", ' ');
  if (self->field != NULL)
    /* Translators: a kind of fact, then a name out of the record: “History: revised” */
    return g_strdup_printf (_("%s: %s"), _(self->field->label), words);

  return capitalize (words);
}

static char *
stored_to_line (const char *stored)
{
  g_autoptr (OffprintRichText) rich = offprint_stored_to_rich (stored);

  return offprint_rich_text_to_plain (rich);
}

static char *
join (const char *first,
      const char *second)
{
  if (first == NULL || second == NULL)
    return g_strdup (first != NULL ? first : second);

  /* Translators: two facts about one thing, in a line */
  return g_strdup_printf (_("%s · %s"), first, second);
}

static char *
say_note (JsonObject *entry)
{
  const char *text = offprint_json_get_string (entry, "text");
  g_autofree char *plain = text != NULL ? stored_to_line (text) : NULL;
  const char *mark = offprint_json_get_string (entry, "mark");

  return mark != NULL && plain != NULL ? g_strdup_printf ("%s. %s", mark, plain) : g_steal_pointer (&plain);
}

static char *
say_reference (JsonObject *entry)
{
  g_autoptr (OffprintReference) reference = offprint_reference_new (entry);

  if (offprint_reference_get_text (reference) != NULL)
    return offprint_rich_text_to_plain (offprint_reference_get_text (reference));

  return join (offprint_reference_get_title (reference), offprint_reference_get_detail (reference));
}

static char *
say_abstract (JsonObject *entry)
{
  const char *text = offprint_json_get_string (entry, "text");
  g_autofree char *plain = text != NULL ? stored_to_line (text) : NULL;
  const char *language = offprint_json_get_string (entry, "language");

  return language != NULL && plain != NULL ? g_strdup_printf ("[%s] %s", language, plain) : g_steal_pointer (&plain);
}

static char *
say_person (JsonObject *entry)
{
  JsonObject *name = offprint_json_get_object (entry, "name");
  g_autoptr (OffprintContributor) person = name != NULL ? offprint_contributor_new (offprint_json_get_string (entry, "role"), name, entry) : NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  const char *const *affiliations = NULL;

  if (person == NULL)
    return NULL;
  g_ptr_array_add (parts, (gpointer) offprint_contributor_get_name (person));
  affiliations = offprint_contributor_get_affiliations (person);
  for (guint i = 0; affiliations[i] != NULL; i++)
    g_ptr_array_add (parts, (gpointer) affiliations[i]);
  if (offprint_contributor_get_orcid (person) != NULL)
    g_ptr_array_add (parts, (gpointer) offprint_contributor_get_orcid (person));
  if (offprint_contributor_get_email (person) != NULL)
    g_ptr_array_add (parts, (gpointer) offprint_contributor_get_email (person));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static char *
say_notice (JsonObject *entry)
{
  g_autoptr (OffprintNotice) notice = offprint_notice_new (entry);
  OffprintDate *date = offprint_notice_get_date (notice);
  g_autofree char *day = date != NULL ? offprint_date_dup_shown (date) : NULL;
  g_autofree char *head = join (offprint_notice_get_label (notice), day);

  return join (head, offprint_notice_get_doi (notice));
}

static char *
say_offer (JsonObject *entry)
{
  const char *price = offprint_json_get_string (entry, "price");
  const char *currency = offprint_json_get_string (entry, "currency");
  g_autofree char *amount = price != NULL && currency != NULL ? g_strdup_printf ("%s %s", price, currency) : g_strdup (price);

  return join (offprint_json_get_string (entry, "label"), amount);
}

static char *
say_isbn (JsonObject *entry)
{
  const char *shown = offprint_json_get_string (entry, "shown");
  const char *kind = offprint_json_get_string (entry, "kind");

  shown = shown != NULL ? shown : offprint_json_get_string (entry, "value");
  if (g_strcmp0 (kind, "print") == 0)
    return join (shown, _("print"));
  if (g_strcmp0 (kind, "electronic") == 0)
    return join (shown, _("online"));

  return join (shown, kind);
}

static char *
say_name (JsonObject *entry)
{
  return offprint_name_dup_shown (entry);
}

static char *
say_text (JsonObject *entry)
{
  return g_strdup (offprint_json_get_string (entry, "text"));
}

static char *
say_kind_and_doi (JsonObject *entry)
{
  const char *doi = offprint_json_get_string (entry, "DOI");

  return join (offprint_json_get_string (entry, "kind"), doi != NULL ? doi : offprint_json_get_string (entry, "url"));
}

static char *
say_address (JsonObject *entry)
{
  const char *beside[] = { "rel", "label", "version", "applies-to" };

  for (gsize i = 0; i < G_N_ELEMENTS (beside); i++)
    if (offprint_json_get_string (entry, beside[i]) != NULL)
      return join (offprint_json_get_string (entry, beside[i]), offprint_json_get_string (entry, "url"));

  return g_strdup (offprint_json_get_string (entry, "url"));
}

static char *
say_funder (JsonObject *entry)
{
  JsonArray *awards = offprint_json_get_array (entry, "awards");
  const char *name = offprint_json_get_string (entry, "name");

  name = name != NULL ? name : offprint_json_get_string (entry, "DOI");

  return join (name, awards != NULL && json_array_get_length (awards) > 0 ? offprint_json_element_string (awards, 0) : NULL);
}

static const struct
{
  const char *list;
  char *(*say) (JsonObject *entry);
} entries[] = {
  { "notes", say_note },
  { "references", say_reference },
  { "abstracts", say_abstract },
  { "people", say_person },
  { "isbns", say_isbn },
  { "notices", say_notice },
  { "offers", say_offer },
  { "open", say_address },
  { "licenses", say_address },
  { "links", say_address },
  { "relations", say_kind_and_doi },
  { "funders", say_funder },
  { "translated", say_text },
};

/*< private >
 * One entry of a list, in a line or a paragraph.
 */
char *
offprint_entry_dup_text (const char *list,
                         JsonNode   *entry)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (entry) ? json_node_get_object (entry) : NULL;
  char *text = object == NULL ? offprint_json_dup_text (entry) : NULL;

  for (gsize i = 0; object != NULL && text == NULL && i < G_N_ELEMENTS (entries); i++)
    if (g_str_equal (entries[i].list, list))
      text = entries[i].say (object);
  if (text == NULL && object != NULL)
    text = say_name (object);

  return text != NULL ? text : offprint_json_to_string (entry);
}

static char *
say_list (const char *list,
          JsonArray  *array,
          guint       max)
{
  guint n = json_array_get_length (array);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, max); i++)
    {
      g_autofree char *text = offprint_entry_dup_text (list, json_array_get_element (array, i));

      if (out->len > 0)
        g_string_append_c (out, '\n');
      g_string_append (out, text);
    }
  if (n > max)
    {
      g_string_append_c (out, '\n');
      /* Translators: after the first entries of a list */
      g_string_append_printf (out, ngettext ("and %u more", "and %u more", n - max), n - max);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
say_date (OffprintDate *date)
{
  return date != NULL ? offprint_date_dup_shown (date) : NULL;
}

static char *
say_object (const OffprintSpot *spot,
            JsonObject         *object)
{
  gint64 value = 0;

  if (offprint_json_get_integer (object, "value", &value))
    return g_strdup_printf ("%" G_GINT64_FORMAT, value);

  return g_strdup (offprint_json_get_string (object, "literal"));
}

static char *
say_string (const OffprintSpot *spot,
            JsonNode           *node)
{
  g_autofree char *text = offprint_json_dup_text (node);
  gboolean is_stored = spot->field != NULL && spot->custom && spot->field->kind == OFFPRINT_FIELD_KIND_TEXT;

  if (text == NULL)
    return NULL;
  if (spot->field != NULL && spot->field->id == OFFPRINT_FIELD_TYPE)
    return g_strdup (offprint_kind_get_name (text));
  if (spot->field != NULL && spot->field->id == OFFPRINT_FIELD_ACCESS && g_str_equal (text, "open"))
    return g_strdup (_("Open access"));
  if (spot->field != NULL && spot->field->id == OFFPRINT_FIELD_ACCESS && g_str_equal (text, "preview"))
    return g_strdup (_("Preview"));

  return is_stored ? stored_to_line (text) : offprint_inline_to_plain (text);
}

/*< private >
 * A value as words; never `NULL`.
 */
char *
offprint_value_dup_text (const OffprintSpot *spot,
                         JsonNode           *node,
                         guint               max)
{
  gboolean is_event = spot->field != NULL && spot->field->id == OFFPRINT_FIELD_DATES;
  g_autoptr (OffprintDate) date = NULL;
  char *text = NULL;

  if (is_event)
    date = offprint_event_to_date (node);
  else if (spot->field != NULL && spot->field->kind == OFFPRINT_FIELD_KIND_DATE)
    date = offprint_date_new_from_csl (node);
  text = say_date (date);
  if (text == NULL && JSON_NODE_HOLDS_ARRAY (node))
    text = say_list (spot->member != NULL ? spot->member : spot->name, json_node_get_array (node), max);
  else if (text == NULL && JSON_NODE_HOLDS_OBJECT (node))
    text = say_object (spot, json_node_get_object (node));
  else if (text == NULL)
    text = say_string (spot, node);

  return text != NULL ? text : offprint_json_to_string (node);
}
