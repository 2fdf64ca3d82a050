/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One source's word. A reading is never changed: a newer answer of the same source is
 * another reading, which takes its place in the work.
 */

#include "config.h"

#include "reading.h"
#include "reading-private.h"

#include <glib/gi18n-lib.h>

#include "json-value.h"

struct _OffprintReading
{
  GObject parent_instance;

  /* Owned */
  char *id;
  char *source;
  char *url;
  char *sha256;
  GDateTime *at;
  GBytes *raw;
  JsonNode *record; /* a node, whose owners may be counted in any thread; it holds an object */

  OffprintReadingAbout about;
  gboolean is_mute;
};

G_DEFINE_FINAL_TYPE (OffprintReading, offprint_reading, G_TYPE_OBJECT)

/* Names are the services' own, so they are not translated; what is no service is */
static const struct
{
  const char *source;
  const char *name;
} names[] = {
  { "crossref", "Crossref" },
  { "datacite", "DataCite" },
  { "negotiation", "doi.org" },
  { "page", N_("the publisher’s page") },
  { "csl-json", "CSL-JSON" },
  { "ris", "RIS" },
  { "enw", "EndNote" },
  { "bibtex", "BibTeX" },
  { "biblatex", "BibLaTeX" },
  { "arxiv", "arXiv" },
  { "jalc", "JaLC" },
  { "k10plus", "K10plus" },
  { "openlibrary", "Open Library" },
  { "pubmed", "PubMed" },
  { "sample", N_("the sample") },
  { "you", N_("you") },
};

static void
offprint_reading_finalize (GObject *object)
{
  OffprintReading *self = OFFPRINT_READING (object);

  g_free (self->id);
  g_free (self->source);
  g_free (self->url);
  g_free (self->sha256);
  g_clear_pointer (&self->at, g_date_time_unref);
  g_clear_pointer (&self->raw, g_bytes_unref);
  g_clear_pointer (&self->record, json_node_unref);

  G_OBJECT_CLASS (offprint_reading_parent_class)->finalize (object);
}

static void
offprint_reading_class_init (OffprintReadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = offprint_reading_finalize;
}

static void
offprint_reading_init (OffprintReading *self)
{
}

/**
 * offprint_reading_new:
 * @source: "crossref", "datacite", "page", "ris", "you" …
 * @about: whether it speaks of the work or of the book around it
 * @url: (nullable): where it was had
 * @at: (nullable): when; now if `NULL`
 * @raw: (nullable): the bytes as they came
 * @record: (transfer full): what it gave, in the shape of the record, without readings
 *
 * Returns: (transfer full): a reading that belongs to no work yet
 */
OffprintReading *
offprint_reading_new (const char           *source,
                      OffprintReadingAbout  about,
                      const char           *url,
                      GDateTime            *at,
                      GBytes               *raw,
                      JsonObject           *record)
{
  OffprintReading *self = NULL;

  g_return_val_if_fail (source != NULL, NULL);
  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (OFFPRINT_TYPE_READING, NULL);
  self->source = g_strdup (source);
  self->about = about;
  self->url = g_strdup (url);
  self->at = at != NULL ? g_date_time_to_utc (at) : g_date_time_new_now_utc ();
  self->record = offprint_json_wrap_object (record);
  if (raw != NULL)
    {
      self->raw = g_bytes_ref (raw);
      self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, raw);
    }

  return self;
}

/*< private >
 * Reads an entry of custom.offprint.readings. One without a record is mute: it is
 * remembered and written back, but nothing is computed from it.
 */
OffprintReading *
offprint_reading_new_from_json (JsonObject *object)
{
  const char *source = offprint_json_get_string (object, "source");
  const char *at = offprint_json_get_string (object, "at");
  JsonObject *record = offprint_json_get_object (object, "record");
  OffprintReading *self = NULL;

  if (source == NULL)
    return NULL;
  self = g_object_new (OFFPRINT_TYPE_READING, NULL);
  self->source = g_strdup (source);
  self->id = g_strdup (offprint_json_get_string (object, "id"));
  self->url = g_strdup (offprint_json_get_string (object, "url"));
  self->sha256 = g_strdup (offprint_json_get_string (object, "sha256"));
  if (g_strcmp0 (offprint_json_get_string (object, "about"), "book") == 0)
    self->about = OFFPRINT_READING_ABOUT_BOOK;
  if (at != NULL)
    self->at = g_date_time_new_from_iso8601 (at, NULL);
  self->is_mute = record == NULL;
  self->record = offprint_json_wrap_object (record != NULL ? offprint_json_copy_object (record) : json_object_new ());

  return self;
}

/*< private >
 * Writes an entry of custom.offprint.readings. Nothing is copied.
 */
JsonObject *
offprint_reading_to_json (OffprintReading *self,
                          const char      *id,
                          gboolean         with_record)
{
  JsonObject *object = json_object_new ();
  g_autofree char *at = self->at != NULL ? g_date_time_format (self->at, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  if (id != NULL)
    json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "source", self->source);
  json_object_set_string_member (object, "about", self->about == OFFPRINT_READING_ABOUT_BOOK ? "book" : "work");
  if (self->url != NULL)
    json_object_set_string_member (object, "url", self->url);
  if (at != NULL)
    json_object_set_string_member (object, "at", at);
  if (self->sha256 != NULL)
    json_object_set_string_member (object, "sha256", self->sha256);
  if (with_record && !self->is_mute)
    json_object_set_member (object, "record", json_node_ref (self->record));

  return object;
}

/*< private >
 * Gives the reading its name within a work.
 */
void
offprint_reading_set_id (OffprintReading *self,
                         const char      *id)
{
  g_set_str (&self->id, id);
}

/*< private >
 * Returns: whether only its existence is known, not what it said
 */
gboolean
offprint_reading_is_mute (OffprintReading *self)
{
  return self->is_mute;
}

/**
 * offprint_reading_get_id:
 * @self: a reading
 *
 * Returns: (nullable): its name within its work, "r1"; `NULL` before it is added to one
 */
const char *
offprint_reading_get_id (OffprintReading *self)
{
  g_return_val_if_fail (OFFPRINT_IS_READING (self), NULL);

  return self->id;
}

/**
 * offprint_reading_get_source:
 * @self: a reading
 *
 * Returns: who said it: "crossref", "page", "you" …
 */
const char *
offprint_reading_get_source (OffprintReading *self)
{
  g_return_val_if_fail (OFFPRINT_IS_READING (self), NULL);

  return self->source;
}

/**
 * offprint_reading_get_source_name:
 * @self: a reading
 *
 * Returns: who said it, for people: "Crossref", "the publisher’s page"
 */
const char *
offprint_reading_get_source_name (OffprintReading *self)
{
  g_return_val_if_fail (OFFPRINT_IS_READING (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].source, self->source))
      return _(names[i].name);

  return self->source;
}

/**
 * offprint_reading_get_about:
 * @self: a reading
 *
 * Returns: whether it speaks of the work or of the book around it
 */
OffprintReadingAbout
offprint_reading_get_about (OffprintReading *self)
{
  g_return_val_if_fail (OFFPRINT_IS_READING (self), OFFPRINT_READING_ABOUT_WORK);

  return self->about;
}

/**
 * offprint_reading_get_url:
 * @self: a reading
 *
 * Returns: (nullable): where it was had
 */
const char *
offprint_reading_get_url (OffprintReading *self)
{
  g_return_val_if_fail (OFFPRINT_IS_READING (self), NULL);

  return self->url;
}

/**
 * offprint_reading_get_at:
 * @self: a reading
 *
 * Returns: (transfer none) (nullable): when it was had, in UTC; `NULL` if the record
 *   that it was read from does not say
 */
GDateTime *
offprint_reading_get_at (OffprintReading *self)
{
  g_return_val_if_fail (OFFPRINT_IS_READING (self), NULL);

  return self->at;
}

/**
 * offprint_reading_get_sha256:
 * @self: a reading
 *
 * Returns: (nullable): the SHA-256 of its raw bytes, in hexadecimal digits
 */
const char *
offprint_reading_get_sha256 (OffprintReading *self)
{
  g_return_val_if_fail (OFFPRINT_IS_READING (self), NULL);

  return self->sha256;
}

/**
 * offprint_reading_get_raw:
 * @self: a reading
 *
 * Returns: (transfer none) (nullable): the bytes as they came; not after a reload
 */
GBytes *
offprint_reading_get_raw (OffprintReading *self)
{
  g_return_val_if_fail (OFFPRINT_IS_READING (self), NULL);

  return self->raw;
}

/**
 * offprint_reading_get_record:
 * @self: a reading
 *
 * Returns: (transfer none): what it gave; not to be changed
 */
JsonObject *
offprint_reading_get_record (OffprintReading *self)
{
  g_return_val_if_fail (OFFPRINT_IS_READING (self), NULL);

  return json_node_get_object (self->record);
}
