/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document that is edited at random must read as one that was written anew, and each
 * edit must hand over what reads differently, no more and no less.
 */

#include "config.h"

#include "csl.h"

#include <string.h>

#define N_ITEMS   24
#define N_EDITS   160
#define MAX_CITES 4

typedef struct
{
  const char *name;
  const char *style;
  gboolean is_note;
} Case;

#define HEAD(attributes) \
  "<style xmlns=\"http://purl.org/net/xbiblio/csl\" version=\"1.0\" " attributes "><info><title>t</title><id>t</id></info>"

#define YEAR "<date variable=\"issued\"><date-part name=\"year\"/></date>"

static const Case cases[] = {
  { "author-date",
    HEAD ("class=\"in-text\"") "<citation et-al-min=\"3\" et-al-use-first=\"1\" disambiguate-add-names=\"true\" disambiguate-add-givenname=\"true\" "
                               "disambiguate-add-year-suffix=\"true\" collapse=\"year-suffix-ranged\" year-suffix-delimiter=\",\">"
                               "<sort><key variable=\"author\"/><key variable=\"issued\"/></sort>"
                               "<layout prefix=\"(\" suffix=\")\" delimiter=\"; \"><group delimiter=\", \"><group delimiter=\" \">"
                               "<names variable=\"author\"><name form=\"short\" and=\"text\" initialize-with=\".\"/><substitute><text variable=\"title\"/></substitute></names>" YEAR "</group><text variable=\"locator\"/></group></layout></citation>"
                               "<bibliography subsequent-author-substitute=\"---\"><sort><key variable=\"author\"/><key variable=\"issued\" sort=\"descending\"/></sort>"
                               "<layout suffix=\".\"><group delimiter=\". \"><names variable=\"author\"><name name-as-sort-order=\"first\"/></names>" YEAR
                               "<text variable=\"title\" font-style=\"italic\"/></group></layout></bibliography></style>",
    FALSE },
  { "primary names",
    HEAD ("class=\"in-text\"") "<citation et-al-min=\"3\" et-al-use-first=\"1\" disambiguate-add-names=\"true\" disambiguate-add-givenname=\"true\" "
                               "givenname-disambiguation-rule=\"all-names-with-initials\" disambiguate-add-year-suffix=\"true\" collapse=\"year\">"
                               "<layout delimiter=\"; \"><group delimiter=\" \"><names variable=\"author\"><name form=\"short\" initialize-with=\". \"/></names>" YEAR
                               "<choose><if disambiguate=\"true\"><text variable=\"title\"/></if></choose></group></layout></citation>"
                               "<bibliography subsequent-author-substitute=\"---\" subsequent-author-substitute-rule=\"partial-each\"><sort><key variable=\"title\"/></sort>"
                               "<layout><names variable=\"author\"/><text variable=\"title\" prefix=\": \"/><text variable=\"year-suffix\" prefix=\" \"/></layout></bibliography></style>",
    FALSE },
  { "numbers in order of citing",
    HEAD ("class=\"in-text\"") "<citation collapse=\"citation-number\"><sort><key variable=\"citation-number\"/></sort>"
                               "<layout prefix=\"[\" suffix=\"]\" delimiter=\",\"><text variable=\"citation-number\"/><text variable=\"locator\" prefix=\": \"/></layout></citation>"
                               "<bibliography><layout><text variable=\"citation-number\" suffix=\". \"/><text variable=\"title\"/></layout></bibliography></style>",
    FALSE },
  { "numbers in order of titles",
    HEAD ("class=\"in-text\"") "<citation collapse=\"citation-number\"><layout delimiter=\",\"><text variable=\"citation-number\"/></layout></citation>"
                               "<bibliography><sort><key variable=\"title\"/></sort><layout><text variable=\"citation-number\" suffix=\". \"/><text variable=\"title\"/></layout></bibliography></style>",
    FALSE },
  { "notes",
    HEAD ("class=\"note\"") "<citation et-al-min=\"3\" et-al-use-first=\"2\" et-al-subsequent-min=\"2\" et-al-subsequent-use-first=\"1\" near-note-distance=\"2\" "
                            "disambiguate-add-names=\"true\" disambiguate-add-givenname=\"true\">"
                            "<layout delimiter=\"; \" suffix=\".\"><choose>"
                            "<if position=\"ibid-with-locator\"><text term=\"ibid\"/><text variable=\"locator\" prefix=\" \"/></if>"
                            "<else-if position=\"ibid\"><text term=\"ibid\"/></else-if>"
                            "<else-if position=\"near-note\"><names variable=\"author\"><name form=\"short\"/></names><text value=\" near\"/></else-if>"
                            "<else-if position=\"subsequent\"><names variable=\"author\"><name form=\"short\"/></names>"
                            "<text variable=\"first-reference-note-number\" prefix=\" (n. \" suffix=\")\"/></else-if>"
                            "<else><names variable=\"author\"/><text variable=\"title\" prefix=\", \"/>" YEAR "</else>"
                            "</choose></layout></citation>"
                            "<bibliography><layout><names variable=\"author\"/><text variable=\"title\" prefix=\", \"/></layout></bibliography></style>",
    TRUE },
  { "no bibliography",
    HEAD ("class=\"note\"") "<citation><layout delimiter=\"; \"><choose><if position=\"first\"><text variable=\"title\"/></if><else><text term=\"ibid\"/>"
                            "<text variable=\"locator\" prefix=\" \"/></else></choose></layout></citation></style>",
    TRUE },
};

typedef struct
{
  guint item;
  guint locator; /* 0: none */
  gboolean has_prefix;
  gboolean is_suppressed;
} Place;

typedef struct
{
  guint id;
  gboolean is_in_text; /* of a note style */
  guint n_places;
  Place places[MAX_CITES];
} Passage;

typedef struct
{
  const Case *which;
  GRand *rand;
  CslStyle *style;
  CslLocale *locale;

  CslProcessor *processor; /* lives through all edits */
  GPtrArray *items;        /* of CslItem */
  GArray *passages;        /* of Passage */
  guint last_id;

  GHashTable *texts;   /* id → text, as the edits handed it over */
  GHashTable *entries; /* index → text */
} Editing;

static CslItem *
invent_item (Editing *self,
             guint    index)
{
  static const char *const families[] = { "Ray", "Ray", "Lee", "Poe", "Ñandú" };
  static const char *const givens[] = { "Ada", "Anna", "Bo", "Ada B.", "Cy" };
  g_autoptr (GString) json = g_string_new (NULL);
  guint n_names = (guint) g_rand_int_range (self->rand, 0, 5);
  gboolean is_plain = g_rand_boolean (self->rand); /* one of many that only a letter tells apart */
  CslItem *item;

  if (is_plain)
    n_names = 1;

  g_string_append_printf (json, "{\"id\":%u,\"type\":\"book\",\"title\":\"On <i>%c</i>\",\"author\":[", index,
                          'a' + g_rand_int_range (self->rand, 0, 12));
  for (guint i = 0; i < n_names; i++)
    g_string_append_printf (json, "%s{\"family\":\"%s\",\"given\":\"%s\"}", i > 0 ? "," : "",
                            families[is_plain ? 0 : g_rand_int_range (self->rand, 0, 5)],
                            givens[is_plain ? 0 : g_rand_int_range (self->rand, 0, 5)]);
  g_string_append_printf (json, "],\"issued\":%d}", g_rand_int_range (self->rand, 2001, is_plain ? 2003 : 2004));
  item = csl_item_parse (json->str, -1, NULL);
  g_assert_nonnull (item);
  return item;
}

static void
invent_passage (Editing *self,
                Passage *passage)
{
  passage->is_in_text = self->which->is_note && g_rand_int_range (self->rand, 0, 10) == 0;
  passage->n_places = (guint) g_rand_int_range (self->rand, 1, MAX_CITES + 1);
  if (g_rand_boolean (self->rand))
    passage->n_places = 1;
  for (guint i = 0; i < passage->n_places; i++)
    {
      Place *place = &passage->places[i];

      place->item = (guint) g_rand_int_range (self->rand, 0, (gint32) self->items->len);
      place->locator = g_rand_int_range (self->rand, 0, 3) == 0 ? (guint) g_rand_int_range (self->rand, 1, 4) : 0;
      place->has_prefix = g_rand_int_range (self->rand, 0, 8) == 0;
      place->is_suppressed = g_rand_int_range (self->rand, 0, 8) == 0;
    }
}

static void
insert_passage (Editing *self,
                Passage *passage)
{
  g_array_insert_val (self->passages, (guint) g_rand_int_range (self->rand, 0, (gint32) self->passages->len + 1), *passage);
}

static void
replace_item (Editing *self,
              guint    index)
{
  CslItem *item = invent_item (self, index);

  csl_processor_add_item (self->processor, item);
  csl_item_unref (self->items->pdata[index]);
  self->items->pdata[index] = item;
}

static void
edit (Editing *self)
{
  guint at = (guint) g_rand_int_range (self->rand, 0, (gint32) MAX (self->passages->len, 1));
  Passage passage = { .id = self->last_id + 1 };

  switch (self->passages->len < 3 ? 0 : g_rand_int_range (self->rand, 0, 8))
    {
    case 0:
    case 1:
    case 2:
      invent_passage (self, &passage);
      insert_passage (self, &passage);
      self->last_id++;
      break;
    case 3:
      g_array_remove_index (self->passages, at);
      break;
    case 4:
      passage = g_array_index (self->passages, Passage, at);
      g_array_remove_index (self->passages, at);
      insert_passage (self, &passage);
      break;
    case 5:
      invent_passage (self, &g_array_index (self->passages, Passage, at));
      break;
    case 6:
      replace_item (self, (guint) g_rand_int_range (self->rand, 0, (gint32) self->items->len));
      break;
    default: /* nothing at all */
      break;
    }
}

/* The passages as the engine wants them; notes are counted through */
static CslCluster *
make_clusters (Editing *self)
{
  static const char *const locators[] = { NULL, "3", "4–5", "7" };
  CslCluster *clusters = g_new0 (CslCluster, MAX (self->passages->len, 1));
  guint note = 0;

  for (guint i = 0; i < self->passages->len; i++)
    {
      const Passage *passage = &g_array_index (self->passages, Passage, i);
      CslCite *cites = g_new0 (CslCite, passage->n_places);

      for (guint k = 0; k < passage->n_places; k++)
        {
          cites[k].item = passage->places[k].item;
          cites[k].locator = locators[passage->places[k].locator];
          cites[k].prefix = passage->places[k].has_prefix ? "see <i>also</i>" : NULL;
          cites[k].suppress_author = passage->places[k].is_suppressed;
          cites[k].position = cites[k].near_note = CSL_CITE_AUTO;
        }
      clusters[i].id = passage->id;
      clusters[i].note = self->which->is_note && !passage->is_in_text ? ++note : 0;
      clusters[i].n_cites = passage->n_places;
      clusters[i].cites = cites;
    }
  return clusters;
}

static void
free_clusters (CslCluster *clusters,
               guint       n_clusters)
{
  for (guint i = 0; i < n_clusters; i++)
    g_free ((gpointer) clusters[i].cites);
  g_free (clusters);
}

static CslProcessor *
new_processor (Editing *self)
{
  CslProcessor *processor = csl_processor_new (self->style, self->locale);

  csl_processor_set_keeps_uncited (processor, FALSE);
  for (guint i = 0; i < self->items->len; i++)
    csl_processor_add_item (processor, self->items->pdata[i]);
  return processor;
}

/* What was handed over is what differs from before, and all of it */
static void
compare (GHashTable *texts,
         guint       key,
         CslOutput  *changed,
         const char *expected)
{
  const char *before = g_hash_table_lookup (texts, GUINT_TO_POINTER (key));

  if (changed == NULL)
    g_assert_cmpstr (before, ==, expected);
  else
    {
      g_autofree char *text = csl_output_to_html (changed);

      g_assert_cmpstr (text, ==, expected);
      g_assert_cmpstr (text, !=, before);
      g_hash_table_insert (texts, GUINT_TO_POINTER (key), g_steal_pointer (&text));
    }
}

static void
compare_clusters (Editing          *self,
                  CslProcessor     *fresh,
                  const CslCluster *clusters)
{
  guint n = self->passages->len;
  g_autofree CslOutput **changed = g_new0 (CslOutput *, MAX (n, 1));
  g_autofree CslOutput **all = g_new0 (CslOutput *, MAX (n, 1));
  g_autoptr (GHashTable) texts = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  csl_processor_update (self->processor, clusters, n, changed);
  csl_processor_cite (fresh, clusters, n, all);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *expected = csl_output_to_html (all[i]);

      compare (self->texts, clusters[i].id, changed[i], expected);
      g_hash_table_insert (texts, GUINT_TO_POINTER (clusters[i].id), g_steal_pointer (&expected));
      csl_output_free (changed[i]);
      csl_output_free (all[i]);
    }
  g_hash_table_unref (self->texts);
  self->texts = g_steal_pointer (&texts);
}

static void
compare_entries (Editing      *self,
                 CslProcessor *fresh)
{
  g_autoptr (GArray) changed = csl_processor_update_bibliography (self->processor);
  g_autoptr (GArray) all = csl_processor_bibliography (fresh);
  g_autoptr (GHashTable) texts = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  g_assert_cmpuint (changed->len, ==, all->len);
  for (guint i = 0; i < all->len; i++)
    {
      const CslEntry *entry = &g_array_index (all, CslEntry, i);
      g_autofree char *expected = csl_output_to_html (entry->output);

      g_assert_cmpuint (g_array_index (changed, CslEntry, i).item, ==, entry->item);
      compare (self->entries, entry->item, g_array_index (changed, CslEntry, i).output, expected);
      g_hash_table_insert (texts, GUINT_TO_POINTER (entry->item), g_steal_pointer (&expected));
    }
  g_hash_table_unref (self->entries);
  self->entries = g_steal_pointer (&texts);
}

static void
test_edits (gconstpointer data)
{
  Editing self = { .which = data };

  self.rand = g_rand_new_with_seed (7);
  self.style = csl_style_new_from_data (self.which->style, -1, "test", NULL);
  self.locale = csl_locale_new (self.style, NULL, NULL, NULL, NULL);
  self.items = g_ptr_array_new_with_free_func ((GDestroyNotify) csl_item_unref);
  self.passages = g_array_new (FALSE, TRUE, sizeof (Passage));
  self.texts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self.entries = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint i = 0; i < N_ITEMS; i++)
    g_ptr_array_add (self.items, invent_item (&self, i));
  self.processor = new_processor (&self);

  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr (CslProcessor) fresh = NULL;
      CslCluster *clusters;

      edit (&self);
      fresh = new_processor (&self);
      clusters = make_clusters (&self);
      compare_clusters (&self, fresh, clusters);
      compare_entries (&self, fresh);
      free_clusters (clusters, self.passages->len);
    }

  csl_processor_free (self.processor);
  g_hash_table_unref (self.texts);
  g_hash_table_unref (self.entries);
  g_array_unref (self.passages);
  g_ptr_array_unref (self.items);
  csl_locale_unref (self.locale);
  csl_style_unref (self.style);
  g_rand_free (self.rand);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdelimit (g_strdup_printf ("/changes/edits/%s", cases[i].name), " ", '-');

      g_test_add_data_func (path, &cases[i], test_edits);
    }
  return g_test_run ();
}
