/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whom to trust. What the user typed counts most, then the publisher's page, then
 * files that someone kept, then registries; what is said of the book comes after what
 * is said of the work, and the sample, which leaves when a registry answers, last.
 */

#include "config.h"

#include "merge.h"

#include "json-value.h"
#include "reading-private.h"

#define RANK_OF_REGISTRY 3
#define RANK_OF_BOOK     10
#define RANK_OF_SAMPLE   100

static const struct
{
  const char *source;
  guint rank;
} trust[] = {
  { "you", 0 },
  { "page", 1 },
  { "ris", 2 },
  { "enw", 2 },
  { "bibtex", 2 },
  { "biblatex", 2 },
  { "csl-json", 2 },
  { "crossref", RANK_OF_REGISTRY },
  { "datacite", RANK_OF_REGISTRY },
  { "negotiation", RANK_OF_REGISTRY },
  { "sample", RANK_OF_SAMPLE },
};

static guint
get_rank (OffprintReading *reading)
{
  guint rank = RANK_OF_REGISTRY;

  for (gsize i = 0; i < G_N_ELEMENTS (trust); i++)
    if (g_str_equal (trust[i].source, offprint_reading_get_source (reading)))
      rank = trust[i].rank;

  return offprint_reading_get_about (reading) == OFFPRINT_READING_ABOUT_BOOK ? rank + RANK_OF_BOOK : rank;
}

static void
free_voice (gpointer data)
{
  OffprintVoice *self = data;

  json_object_unref (self->record);
  g_free (self);
}

static OffprintVoice *
new_voice (OffprintReading *reading)
{
  OffprintVoice *self = g_new0 (OffprintVoice, 1);

  self->reading = reading;
  self->is_book = offprint_reading_get_about (reading) == OFFPRINT_READING_ABOUT_BOOK;
  self->record = self->is_book ? offprint_book_facts (offprint_reading_get_record (reading))
                               : json_object_ref (offprint_reading_get_record (reading));
  self->custom = offprint_json_get_object (offprint_json_get_object (self->record, "custom"), "offprint");
  self->rank = get_rank (reading);

  return self;
}

static gboolean
is_same_source (OffprintVoice *a,
                OffprintVoice *b)
{
  return a->is_book == b->is_book && g_str_equal (offprint_reading_get_source (a->reading), offprint_reading_get_source (b->reading));
}

static void
find_newer (GPtrArray *voices)
{
  for (guint i = 0; i < voices->len; i++)
    for (guint j = i + 1; j < voices->len; j++)
      if (is_same_source (g_ptr_array_index (voices, i), g_ptr_array_index (voices, j)))
        ((OffprintVoice *) g_ptr_array_index (voices, i))->newer = g_ptr_array_index (voices, j);
}

static const char *
get_title (OffprintVoice *self)
{
  return offprint_json_get_string (self->record, "title");
}

static gboolean
has_same_doi (OffprintVoice *a,
              OffprintVoice *b)
{
  const char *first = offprint_json_get_string (a->record, "DOI");
  const char *second = offprint_json_get_string (b->record, "DOI");

  return first != NULL && second != NULL && g_ascii_strcasecmp (first, second) == 0;
}

/* Whether a family name of the authors stands in both */
static gboolean
has_same_author (OffprintVoice *a,
                 OffprintVoice *b)
{
  JsonArray *first = offprint_json_get_array (a->record, "author");
  JsonArray *second = offprint_json_get_array (b->record, "author");

  for (guint i = 0; first != NULL && second != NULL && i < MIN (json_array_get_length (first), 5); i++)
    for (guint j = 0; j < MIN (json_array_get_length (second), 5); j++)
      {
        const char *family = offprint_json_get_string (offprint_json_element_object (first, i), "family");
        const char *other = offprint_json_get_string (offprint_json_element_object (second, j), "family");
        g_autofree char *folded = family != NULL ? offprint_fold (family) : NULL;
        g_autofree char *folded_other = other != NULL ? offprint_fold (other) : NULL;

        if (folded != NULL && g_strcmp0 (folded, folded_other) == 0)
          return TRUE;
      }

  return FALSE;
}

/* A page that shows another title is about something else, unless it is a translation:
 * that still has the DOI or an author of the work. A later page must be measured by what
 * the same source said before, but no page vouches for another of its own. */
static OffprintDoubt
compare_titles (GPtrArray     *voices,
                OffprintVoice *self,
                OffprintDoubt  said)
{
  gboolean is_alone = TRUE;

  for (guint i = 0; i < voices->len; i++)
    {
      OffprintVoice *other = g_ptr_array_index (voices, i);
      const char *title = get_title (other);

      if (other == self || other->is_book || title == NULL)
        continue;
      if (is_same_source (self, other) && (said != OFFPRINT_DOUBT_NONE || self->newer != NULL))
        continue;
      /* what the user typed is so, and what was registered is at least no message */
      if (other->rank > 0 && other->rank < RANK_OF_REGISTRY && offprint_doubt_title (title, NULL, NULL) != OFFPRINT_DOUBT_NONE)
        continue;
      if (offprint_is_like (title, get_title (self)))
        return OFFPRINT_DOUBT_NONE;
      if (said != OFFPRINT_DOUBT_NONE)
        continue;
      if (!offprint_is_unlike (title, get_title (self)) || has_same_doi (self, other) || has_same_author (self, other))
        return OFFPRINT_DOUBT_NONE;
      /* who corrects a title by hand does not disown the page */
      is_alone = is_alone && offprint_voice_is_user (other);
    }
  if (said == OFFPRINT_DOUBT_NONE && !is_alone && offprint_voice_is_page (self))
    return OFFPRINT_DOUBT_UNLIKE;

  return said;
}

static void
find_doubts (GPtrArray *voices)
{
  for (guint i = 0; i < voices->len; i++)
    {
      OffprintVoice *self = g_ptr_array_index (voices, i);
      const char *publisher = offprint_json_get_string (self->record, "publisher");

      if (offprint_voice_is_user (self) || self->is_book || get_title (self) == NULL)
        continue;
      self->doubt = offprint_doubt_title (get_title (self), offprint_reading_get_url (self->reading), publisher);
      if (voices->len > 1)
        self->doubt = compare_titles (voices, self, self->doubt);
    }
}

static int
compare_voices (gconstpointer a,
                gconstpointer b)
{
  const OffprintVoice *first = *(const OffprintVoice *const *) a;
  const OffprintVoice *second = *(const OffprintVoice *const *) b;

  return first->rank < second->rank ? -1 : first->rank > second->rank ? 1
                                                                      : 0;
}

/*< private >
 * Puts the readings that say something into the order of trust; of equals the earlier
 * comes first (g_ptr_array_sort() is stable). What no work says is put in doubt.
 */
GPtrArray *
offprint_voices_new (GPtrArray *readings)
{
  GPtrArray *voices = g_ptr_array_new_with_free_func (free_voice);

  for (guint i = 0; i < readings->len; i++)
    {
      OffprintReading *reading = g_ptr_array_index (readings, i);

      if (!offprint_reading_is_mute (reading))
        g_ptr_array_add (voices, new_voice (reading));
    }
  find_newer (voices);
  find_doubts (voices);
  g_ptr_array_sort (voices, compare_voices);

  return voices;
}

/*< private >
 * Whether this is what the user typed, which alone decides on what it names.
 */
gboolean
offprint_voice_is_user (OffprintVoice *self)
{
  return self->rank == 0;
}

/*< private >
 * Whether this is a page of the publisher.
 */
gboolean
offprint_voice_is_page (OffprintVoice *self)
{
  return g_str_equal (offprint_reading_get_source (self->reading), "page");
}

/*< private >
 * What a voice says of a field; a member that says nothing is none.
 */
JsonNode *
offprint_voice_get (OffprintVoice *self,
                    const char    *member,
                    gboolean       custom)
{
  JsonObject *object = custom ? self->custom : self->record;
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && !offprint_json_is_nothing (node) ? node : NULL;
}
