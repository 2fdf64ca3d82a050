/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What happened to a work after it came out. The notice says it of the work
 * (`update-to`), the work of its notice (`updated-by`), a publisher in its
 * assertions, and the same thing may be said by publisher and Retraction Watch:
 * services.md 4.
 */

#include "config.h"

#include "crossref-private.h"

#include <string.h>

#include "peek.h"
#include "record.h"
#include "spellings.h"

/* CrossRef's update types, as they also turn up as kinds of a relation */
static const char *const update_kinds[] = {
  "addendum", "clarification", "correction", "corrigendum", "erratum", "expression_of_concern", "new_edition", "new_version",
  "partial_retraction", "removal", "retraction", "withdrawal", NULL
};

static char *
spell_kind (const char *type)
{
  g_autofree char *kind = NULL;

  if (type == NULL)
    return NULL;
  kind = g_ascii_strdown (type, -1);
  g_strdelimit (g_strstrip (kind), " -", '_');
  if (*kind == '\0')
    return NULL;
  if (g_str_equal (kind, "err"))
    return g_strdup ("erratum");
  return g_steal_pointer (&kind);
}

/* The list so far, to find what is said twice */
static JsonObject *
find_notice (JsonObject *record,
             const char *kind,
             const char *direction,
             const char *doi)
{
  JsonObject *custom = offprint_record_get_custom (record);

  for (guint i = 0; i < offprint_peek_length (custom, "notices"); i++)
    {
      JsonObject *notice = offprint_peek_nth_object (custom, "notices", i);

      if (g_strcmp0 (offprint_peek_string (notice, "kind"), kind) == 0 &&
          g_strcmp0 (offprint_peek_string (notice, "direction"), direction) == 0 &&
          g_strcmp0 (offprint_peek_string (notice, "DOI"), doi) == 0)
        return notice;
    }
  return NULL;
}

static void
set_date (JsonObject   *notice,
          OffprintDate *date)
{
  g_autofree char *edtf = date != NULL ? offprint_date_to_edtf (date) : NULL;

  if (edtf != NULL && !json_object_has_member (notice, "date"))
    json_object_set_string_member (notice, "date", edtf);
}

static void
add_notice (JsonObject   *record,
            const char   *kind,
            const char   *direction,
            const char   *doi,
            OffprintDate *date,
            const char   *source,
            const char   *label)
{
  JsonObject *notice = find_notice (record, kind, direction, doi);

  if (notice == NULL)
    {
      notice = json_object_new ();
      offprint_record_set_string (notice, "kind", kind);
      offprint_record_set_string (notice, "direction", direction);
      offprint_record_set_string (notice, "DOI", doi);
      offprint_record_set_string (notice, "source", source);
      offprint_record_set_string (notice, "label", label);
      offprint_record_append (record, "notices", json_object_ref (notice));
      set_date (notice, date);
      json_object_unref (notice);
      return;
    }
  set_date (notice, date);
}

static void
read_updates (JsonObject *message,
              const char *member,
              const char *direction,
              JsonObject *record)
{
  const char *own = offprint_peek_string (record, "DOI");

  for (guint i = 0; i < offprint_peek_length (message, member); i++)
    {
      JsonObject *update = offprint_peek_nth_object (message, member, i);
      g_autofree char *kind = spell_kind (offprint_peek_string (update, "type"));
      g_autofree char *doi = offprint_spell_doi (offprint_peek_string (update, "DOI"));
      g_autofree char *label = offprint_peek_dup_plain (update, "label");
      const char *source = offprint_peek_string (update, "source");
      g_autoptr (OffprintDate) date = offprint_crossref_date (update, "updated");

      if (kind == NULL)
        kind = spell_kind (label);
      if (kind == NULL)
        continue;
      /* in situ: the work carries its own notice */
      if (doi != NULL && g_strcmp0 (doi, own) == 0)
        add_notice (record, kind, "about-this", NULL, date, source != NULL ? source : "publisher", label);
      else
        add_notice (record, kind, direction, doi, date, source != NULL ? source : "publisher", label);
    }
}

/* Springer Nature: group ArticleHistory, change_date, change_type, change_details twice,
 * the second with the notice's address: records/FACTS.md. */
static void
read_changes (JsonObject *message,
              JsonObject *record)
{
  g_autofree char *label = NULL;
  g_autofree char *doi = NULL;
  g_autofree char *kind = NULL;
  g_autoptr (OffprintDate) date = NULL;

  for (guint i = 0; i < offprint_peek_length (message, "assertion"); i++)
    {
      JsonObject *assertion = offprint_peek_nth_object (message, "assertion", i);
      const char *name = offprint_peek_string (assertion, "name");
      const char *value = offprint_peek_string (assertion, "value");
      const char *url = offprint_peek_string (assertion, "URL");

      if (g_strcmp0 (name, "change_type") == 0 && label == NULL)
        label = offprint_plain_line (value);
      if (g_strcmp0 (name, "change_date") == 0 && date == NULL)
        date = offprint_crossref_prose_date (value);
      if (g_strcmp0 (name, "change_details") == 0 && doi == NULL)
        doi = offprint_spell_doi (url != NULL ? url : value);
    }
  kind = spell_kind (label);
  if (kind == NULL || strlen (kind) > 60)
    return;
  if (doi != NULL && g_strcmp0 (doi, offprint_peek_string (record, "DOI")) == 0)
    g_clear_pointer (&doi, g_free);
  add_notice (record, kind, "about-this", doi, date, "publisher", label);
}

/* A preprint's server says so when it has taken the preprint back: schema 5.4, “status” */
static void
read_status (JsonObject *message,
             JsonObject *record)
{
  static const char *const statuses[][2] = { { "withdrawn", "withdrawal" }, { "removed", "removal" } };
  JsonObject *status = offprint_peek_object (message, "status");
  const char *type = status != NULL ? offprint_peek_string (status, "type") : offprint_peek_string (message, "status");

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (type != NULL && g_ascii_strcasecmp (type, statuses[i][0]) == 0)
      add_notice (record, statuses[i][1], "about-this", NULL, NULL, "publisher", NULL);
}

/**
 * offprint_crossref_read_notices:
 * @message: Crossref's message
 * @record: the record, which knows its DOI already
 *
 * Reads what was corrected, retracted or replaced, and by what; and of what this
 * work is the notice. The same said twice is said once, the dated entry wins.
 */
void
offprint_crossref_read_notices (JsonObject *message,
                                JsonObject *record)
{
  read_updates (message, "updated-by", "about-this", record);
  read_updates (message, "update-to", "about-other", record);
  read_changes (message, record);
  read_status (message, record);
}

static void
add_relation (JsonObject *record,
              const char *kind,
              const char *id_type,
              const char *id)
{
  g_autofree char *doi = offprint_spell_doi (id);
  g_autofree char *address = doi == NULL ? offprint_spell_address (id_type, id) : NULL;
  const char *member = doi != NULL ? "DOI" : "url";
  JsonObject *custom = offprint_record_get_custom (record);
  JsonObject *relation = NULL;

  for (guint i = 0; i < offprint_peek_length (custom, "relations"); i++)
    {
      relation = offprint_peek_nth_object (custom, "relations", i);
      if (g_strcmp0 (offprint_peek_string (relation, "kind"), kind) == 0 &&
          g_strcmp0 (offprint_peek_string (relation, member), doi != NULL ? doi : address) == 0)
        return;
    }
  relation = json_object_new ();
  offprint_record_set_string (relation, "kind", kind);
  offprint_record_set_string (relation, member, doi != NULL ? doi : address);
  offprint_record_append (record, "relations", relation);
}

static void
read_relation (JsonObject *source,
               const char *kind,
               JsonObject *record)
{
  g_autofree char *update = spell_kind (kind);
  const char *id = offprint_peek_string (source, "id");
  const char *id_type = offprint_peek_string (source, "id-type");
  g_autofree char *doi = offprint_spell_doi (id);
  const char *asserted_by = offprint_peek_string (source, "asserted-by");

  if (id == NULL)
    return;
  if (doi != NULL && update != NULL && g_strv_contains (update_kinds, update))
    {
      gboolean is_own = g_strcmp0 (doi, offprint_peek_string (record, "DOI")) == 0;
      gboolean is_about_this = is_own || g_strcmp0 (asserted_by, "object") == 0;

      add_notice (record, update, is_about_this ? "about-this" : "about-other", is_own ? NULL : doi, NULL, "publisher", NULL);
      return;
    }
  add_relation (record, kind, id_type, id);
}

/**
 * offprint_crossref_read_relations:
 * @message: Crossref's message
 * @record: the record, whose notices are read already
 *
 * Reads how the work belongs to others: preprint, review, part, version. A relation
 * that is named like an update is a notice. DOIs that were merged into this one are the same work.
 */
void
offprint_crossref_read_relations (JsonObject *message,
                                  JsonObject *record)
{
  JsonObject *kinds = offprint_peek_object (message, "relation");
  g_autoptr (GList) names = kinds != NULL ? json_object_get_members (kinds) : NULL;

  for (GList *l = names; l != NULL; l = l->next)
    for (guint i = 0; i < offprint_peek_length (kinds, l->data); i++)
      read_relation (offprint_peek_nth_object (kinds, l->data, i), l->data, record);
  for (guint i = 0; i < offprint_peek_length (message, "aliases"); i++)
    if (offprint_peek_nth_string (message, "aliases", i) != NULL)
      add_relation (record, "is-same-as", "doi", offprint_peek_nth_string (message, "aliases", i));
}
