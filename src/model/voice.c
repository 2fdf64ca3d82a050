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

#define RANK_OF_BOOK    10
#define RANK_OF_SAMPLE  100
#define RANK_OF_SUSPECT 50

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
  { "crossref", 3 },
  { "datacite", 3 },
  { "negotiation", 3 },
  { "sample", RANK_OF_SAMPLE },
};

static guint
get_rank (OffprintReading *reading)
{
  guint rank = 3;

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
  self->is_suspicious = offprint_reading_is_suspicious (reading);
  self->rank = get_rank (reading) + (self->is_suspicious ? RANK_OF_SUSPECT : 0);

  return self;
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
 * comes first (g_ptr_array_sort() is stable).
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
