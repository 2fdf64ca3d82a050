/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What may be done with it, who paid for it, where it is: licences, funders, links.
 */

#include "config.h"

#include "crossref-private.h"

#include "peek.h"
#include "record.h"
#include "spellings.h"

/* The same address comes for several versions; what is shown is the one that says
 * most about the version of record. */
static guint
version_rank (const char *version)
{
  static const char *const order[] = { "vor", "am", "unspecified", "stm-asf", "tdm" };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (g_strcmp0 (version, order[i]) == 0)
      return i;
  return G_N_ELEMENTS (order);
}

static JsonObject *
read_licence (JsonObject *source)
{
  g_autofree char *url = offprint_spell_web_address (offprint_peek_string (source, "URL"));
  const char *version = offprint_peek_string (source, "content-version");
  g_autoptr (OffprintDate) start = offprint_crossref_date (source, "start");
  g_autofree char *edtf = start != NULL ? offprint_date_to_edtf (start) : NULL;
  JsonObject *licence = NULL;

  if (url == NULL)
    return NULL;
  licence = json_object_new ();
  offprint_record_set_string (licence, "url", url);
  offprint_record_set_string (licence, "applies-to", version);
  offprint_record_set_string (licence, "start", edtf);
  json_object_set_boolean_member (licence, "open", offprint_licence_is_open (url) && g_strcmp0 (version, "tdm") != 0);
  return licence;
}

static void
unite_licence (GPtrArray  *licences,
               JsonObject *licence)
{
  for (guint i = 0; i < licences->len; i++)
    {
      JsonObject *other = licences->pdata[i];

      if (g_strcmp0 (offprint_peek_string (other, "url"), offprint_peek_string (licence, "url")) != 0)
        continue;
      if (version_rank (offprint_peek_string (licence, "applies-to")) < version_rank (offprint_peek_string (other, "applies-to")))
        {
          licences->pdata[i] = licence;
          licence = other;
        }
      json_object_unref (licence);
      return;
    }
  g_ptr_array_add (licences, licence);
}

/**
 * offprint_crossref_read_rights:
 * @message: Crossref's message
 * @record: the record
 *
 * Reads the licences, each address once. One for text and data mining is not open.
 */
void
offprint_crossref_read_rights (JsonObject *message,
                               JsonObject *record)
{
  g_autoptr (GPtrArray) licences = g_ptr_array_new ();
  JsonObject *custom = offprint_record_get_custom (record);
  JsonObject *rights = NULL;
  JsonArray *list = NULL;

  for (guint i = 0; i < offprint_peek_length (message, "license"); i++)
    {
      JsonObject *licence = read_licence (offprint_peek_nth_object (message, "license", i));

      if (licence != NULL)
        unite_licence (licences, licence);
    }
  if (licences->len == 0)
    return;
  list = json_array_new ();
  for (guint i = 0; i < licences->len; i++)
    json_array_add_object_element (list, licences->pdata[i]);
  rights = json_object_new ();
  json_object_set_array_member (rights, "licenses", list);
  json_object_set_object_member (custom, "rights", rights);
}

static void
add_award (JsonArray  *awards,
           const char *award)
{
  g_autofree char *plain = offprint_plain_line (award);

  if (plain == NULL)
    return;
  for (guint i = 0; i < json_array_get_length (awards); i++)
    if (g_str_equal (json_array_get_string_element (awards, i), plain))
      return;
  json_array_add_string_element (awards, plain);
}

static JsonArray *
read_awards (JsonObject *source)
{
  JsonArray *awards = json_array_new ();

  for (guint i = 0; i < offprint_peek_length (source, "award"); i++)
    add_award (awards, offprint_peek_nth_string (source, "award", i));
  for (guint i = 0; i < offprint_peek_length (source, "award-info"); i++)
    {
      JsonObject *info = offprint_peek_nth_object (source, "award-info", i);

      for (guint j = 0; j < offprint_peek_length (info, "award-number"); j++)
        add_award (awards, offprint_peek_nth_string (info, "award-number", j));
    }
  return awards;
}

/**
 * offprint_crossref_read_funders:
 * @message: Crossref's message
 * @record: the record
 *
 * Reads who paid for the work, with the numbers of the awards; one without a name is left out.
 */
void
offprint_crossref_read_funders (JsonObject *message,
                                JsonObject *record)
{
  for (guint i = 0; i < offprint_peek_length (message, "funder"); i++)
    {
      JsonObject *source = offprint_peek_nth_object (message, "funder", i);
      g_autofree char *name = offprint_peek_dup_plain (source, "name");
      g_autofree char *doi = offprint_spell_doi (offprint_peek_string (source, "DOI"));
      g_autoptr (JsonArray) awards = NULL;
      JsonObject *funder = NULL;

      if (name == NULL)
        continue;
      for (guint j = 0; doi == NULL && j < offprint_peek_length (source, "id"); j++)
        doi = offprint_spell_doi (offprint_peek_string (offprint_peek_nth_object (source, "id", j), "id"));
      funder = json_object_new ();
      offprint_record_set_string (funder, "name", name);
      offprint_record_set_string (funder, "DOI", doi);
      awards = read_awards (source);
      if (json_array_get_length (awards) > 0)
        json_object_set_array_member (funder, "awards", g_steal_pointer (&awards));
      offprint_record_append (record, "funders", funder);
    }
}

static void
add_link (JsonObject *record,
          const char *rel,
          const char *address,
          const char *type)
{
  g_autofree char *url = offprint_spell_web_address (address);
  JsonObject *custom = offprint_record_get_custom (record);
  JsonObject *link = NULL;

  if (url == NULL)
    return;
  for (guint i = 0; i < offprint_peek_length (custom, "links"); i++)
    if (g_strcmp0 (offprint_peek_string (offprint_peek_nth_object (custom, "links", i), "url"), url) == 0)
      return;
  link = json_object_new ();
  offprint_record_set_string (link, "rel", rel);
  offprint_record_set_string (link, "url", url);
  if (g_strcmp0 (type, "unspecified") != 0)
    offprint_record_set_string (link, "type", type);
  offprint_record_append (record, "links", link);
}

/* What is deposited for plagiarism checkers is no reader's link: records/FACTS.md */
static const char *
relation_of_link (JsonObject *link)
{
  const char *use = offprint_peek_string (link, "intended-application");
  const char *type = offprint_peek_string (link, "content-type");

  if (g_strcmp0 (use, "similarity-checking") == 0)
    return NULL;
  if (g_strcmp0 (use, "text-mining") == 0)
    return "text-mining";
  return g_strcmp0 (type, "application/pdf") == 0 ? "pdf" : "full-text";
}

/**
 * offprint_crossref_read_links:
 * @message: Crossref's message
 * @record: the record
 *
 * Reads the landing page, other places of it, and files. That a file is linked does not say that it is free.
 */
void
offprint_crossref_read_links (JsonObject *message,
                              JsonObject *record)
{
  JsonObject *resource = offprint_peek_object (message, "resource");

  add_link (record, "landing", offprint_peek_string (offprint_peek_object (resource, "primary"), "URL"), NULL);
  for (guint i = 0; i < offprint_peek_length (resource, "secondary"); i++)
    add_link (record, "alternate", offprint_peek_string (offprint_peek_nth_object (resource, "secondary", i), "URL"), NULL);
  for (guint i = 0; i < offprint_peek_length (message, "link"); i++)
    {
      JsonObject *link = offprint_peek_nth_object (message, "link", i);
      const char *rel = link != NULL ? relation_of_link (link) : NULL;

      if (rel != NULL)
        add_link (record, rel, offprint_peek_string (link, "URL"), offprint_peek_string (link, "content-type"));
    }
}
