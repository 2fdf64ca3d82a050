/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who types “apa” means the style that 770 journals follow, and not one of the
 * twenty whose names begin so. What stands first is what is meant most exactly and,
 * among equals, what most other styles follow; then by title.
 *
 * Ten thousand keys are looked through at each keystroke. They lie in one block,
 * each word after a blank, so that “begins a word” is a plain search for “ apa”.
 */

#include "config.h"

#include "style-rank.h"

#include "style-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ABBREVIATION 8
#define N_POPULARITIES   16
#define N_SCORES         (OFFPRINT_N_STYLE_TIERS * N_POPULARITIES)
#define MIN_KIND_BYTES   3  /* shorter beginnings name no field */
#define MIN_EXACT_BYTES  3  /* two letters are rather the beginning of a word */
#define MAX_WORDS        16 /* what is typed beyond them is not looked at */
#define MAX_KINDS        32
#define N_PARTS          3

typedef struct
{
  /* Owned by the rank */
  OffprintStyleInfo *info;
  const char *key; /* " apa american psychological association 7th edition apa" */

  guint16 ends[N_PARTS]; /* where name, title and short title end in it */
  guint8 popularity;     /* 0: dependent, 1: nothing follows it, then by twos */
  char abbreviation[MAX_ABBREVIATION];

  guint32 fields;
  guint32 format;
} Entry;

struct _OffprintStyleRank
{
  /* Owned */
  GPtrArray *infos;
  GString *keys;
  Entry *entries; /* one for each info */

  /* Folded words of each field and format */
  char **field_words[MAX_KINDS];
  char **format_words[MAX_KINDS];
  guint n_fields;
  guint n_formats;
};

/* A word that is looked for, and the fields and formats that it may name */
typedef struct
{
  char *needle;      /* " apa" */
  guint32 fields[2]; /* 0: that it begins, 1: that it is */
  guint32 formats[2];
} Word;

typedef struct
{
  Word words[MAX_WORDS];
  guint n_words;
} Words;

/* --- making --- */

static guint8
get_popularity (OffprintStyleInfo *info,
                GHashTable        *followers)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (followers, offprint_style_info_get_name (info)));

  if (offprint_style_info_get_parent (info) != NULL)
    return 0;
  return MIN (1 + g_bit_storage (n), N_POPULARITIES - 1);
}

static GHashTable *
count_followers (GPtrArray *infos)
{
  GHashTable *followers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < infos->len; i++)
    {
      const char *parent = offprint_style_info_get_parent (infos->pdata[i]);

      if (parent != NULL)
        g_hash_table_insert (followers, (gpointer) parent,
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (followers, parent)) + 1));
    }
  return followers;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* “modern-language-association-7th-edition” is made after “modern-language-association”
 * and speaks for it as one that follows it does */
static void
count_variants (GPtrArray  *infos,
                GHashTable *followers)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < infos->len; i++)
    {
      if (offprint_style_info_get_parent (infos->pdata[i]) == NULL)
        g_ptr_array_add (names, (gpointer) offprint_style_info_get_name (infos->pdata[i]));
    }
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = names->pdata[i];
      gsize length = strlen (name);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (followers, name));

      for (guint j = i + 1; j < names->len && strncmp (names->pdata[j], name, length) == 0; j++)
        n += ((const char *) names->pdata[j])[length] == '-';
      g_hash_table_insert (followers, (gpointer) name, GUINT_TO_POINTER (n));
    }
}

/* “Modern Language Association 9th edition” is MLA: capitals up to the first word that
 * is none of the name */
static void
abbreviate (const char *title,
            char       *abbreviation)
{
  guint n = 0;
  gboolean at_start = TRUE;

  for (const char *p = title; *p != '\0' && *p != '(' && !g_ascii_isdigit (*p) && n < MAX_ABBREVIATION - 1; p++)
    {
      if (at_start && g_ascii_isupper (*p))
        abbreviation[n++] = g_ascii_tolower (*p);
      at_start = *p == ' ' || *p == '-';
    }
  abbreviation[n > 1 ? n : 0] = '\0';
}

/* Appends the words of @text as fold_words() has them, a blank before each: nearly all
 * are of plain letters, and ten thousand are folded at once */
static void
append_folded (GString    *keys,
               const char *text)
{
  gboolean at_start = TRUE;
  g_auto (GStrv) words = NULL;

  if (!g_str_is_ascii (text))
    {
      words = offprint_style_fold_words (text);
      for (guint i = 0; words[i] != NULL; i++)
        g_string_append_printf (keys, " %s", words[i]);
      return;
    }
  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p) && at_start)
        g_string_append_c (keys, ' ');
      if (g_ascii_isalnum (*p))
        g_string_append_c (keys, g_ascii_tolower (*p));
      at_start = !g_ascii_isalnum (*p);
    }
}

static void
fill_entry (OffprintStyleRank *self,
            Entry             *entry,
            OffprintStyleInfo *info,
            GHashTable        *followers)
{
  const char *parts[N_PARTS] = {
    offprint_style_info_get_name (info),
    offprint_style_info_get_title (info),
    offprint_style_info_get_title_short (info),
  };
  gsize start = self->keys->len;

  entry->info = info;
  entry->key = GSIZE_TO_POINTER (start); /* an offset until the block stands still */
  entry->popularity = get_popularity (info, followers);
  entry->fields = offprint_style_info_get_kinds (info, &entry->format);
  abbreviate (parts[1], entry->abbreviation);
  for (guint i = 0; i < N_PARTS; i++)
    {
      if (parts[i] != NULL)
        append_folded (self->keys, parts[i]);
      entry->ends[i] = (guint16) MIN (self->keys->len - start, G_MAXUINT16);
    }
  g_string_append_c (self->keys, '\0');
}

static char **
fold_kind (const OffprintStyleKind *kind)
{
  g_autofree char *words = g_strjoin (" ", kind->id, kind->name, _(kind->name), kind->words, NULL);

  return offprint_style_fold_words (words);
}

static void
fold_kinds (OffprintStyleRank *self)
{
  const OffprintStyleKind *fields = offprint_style_fields_get (&self->n_fields);
  const OffprintStyleKind *formats = offprint_style_formats_get (&self->n_formats);

  for (guint i = 0; i < self->n_fields; i++)
    self->field_words[i] = fold_kind (&fields[i]);
  for (guint i = 0; i < self->n_formats; i++)
    self->format_words[i] = fold_kind (&formats[i]);
}

/**
 * offprint_style_rank_new:
 * @infos: (element-type OffprintStyleInfo): the styles, by title
 *
 * Some milliseconds for ten thousand: any thread may do it.
 *
 * Returns: (transfer full): what a search needs of them
 */
OffprintStyleRank *
offprint_style_rank_new (GPtrArray *infos)
{
  OffprintStyleRank *self;
  g_autoptr (GHashTable) followers = NULL;

  g_return_val_if_fail (infos != NULL, NULL);

  self = g_atomic_rc_box_new0 (OffprintStyleRank);
  self->infos = g_ptr_array_ref (infos);
  self->keys = g_string_sized_new (infos->len * 96);
  self->entries = g_new0 (Entry, infos->len);
  followers = count_followers (infos);
  count_variants (infos, followers);
  for (guint i = 0; i < infos->len; i++)
    fill_entry (self, &self->entries[i], infos->pdata[i], followers);
  for (guint i = 0; i < infos->len; i++)
    self->entries[i].key = self->keys->str + GPOINTER_TO_SIZE (self->entries[i].key);
  fold_kinds (self);
  return self;
}

/**
 * offprint_style_rank_ref:
 * @self: a rank
 *
 * Returns: (transfer full): @self
 */
OffprintStyleRank *
offprint_style_rank_ref (OffprintStyleRank *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
rank_clear (OffprintStyleRank *self)
{
  for (guint i = 0; i < self->n_fields; i++)
    g_strfreev (self->field_words[i]);
  for (guint i = 0; i < self->n_formats; i++)
    g_strfreev (self->format_words[i]);
  g_ptr_array_unref (self->infos);
  g_string_free (self->keys, TRUE);
  g_free (self->entries);
}

/**
 * offprint_style_rank_unref:
 * @self: (transfer full): a rank
 */
void
offprint_style_rank_unref (OffprintStyleRank *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) rank_clear);
}

/* --- finding --- */

static void
find_kinds (char       ***kinds,
            guint         n_kinds,
            const char   *word,
            guint32      *found)
{
  for (guint i = 0; i < n_kinds; i++)
    {
      for (guint j = 0; kinds[i][j] != NULL; j++)
        {
          if (g_str_equal (kinds[i][j], word))
            found[1] |= 1u << i;
          else if (strlen (word) >= MIN_KIND_BYTES && g_str_has_prefix (kinds[i][j], word))
            found[0] |= 1u << i;
        }
    }
}

static void
words_init (Words             *words,
            OffprintStyleRank *self,
            const char        *text)
{
  g_auto (GStrv) folded = offprint_style_fold_words (text);

  memset (words, 0, sizeof *words);
  for (guint i = 0; folded[i] != NULL && words->n_words < MAX_WORDS; i++)
    {
      Word *word = &words->words[words->n_words++];

      word->needle = g_strconcat (" ", folded[i], NULL);
      find_kinds (self->field_words, self->n_fields, folded[i], word->fields);
      find_kinds (self->format_words, self->n_formats, folded[i], word->formats);
    }
}

static void
words_clear (Words *words)
{
  for (guint i = 0; i < words->n_words; i++)
    g_free (words->words[i].needle);
}

/* Whether the words stand at the beginning of a part of the key, the last perhaps
 * unfinished; @is_whole: and nothing behind them */
static gboolean
begins (const Words *words,
        const char  *part,
        const char  *end,
        gboolean    *is_whole)
{
  const char *p = part;

  for (guint i = 0; i < words->n_words; i++)
    {
      gsize length = strlen (words->words[i].needle);

      if ((gsize) (end - p) < length || strncmp (p, words->words[i].needle, length) != 0)
        return FALSE;
      p += length;
    }
  *is_whole = *is_whole || p == end;
  return TRUE;
}

static OffprintStyleTier
get_beginning_tier (const Entry *entry,
                    const Words *words)
{
  gboolean is_whole = FALSE;
  gboolean is_beginning = FALSE;

  for (guint i = 0; i < N_PARTS; i++)
    is_beginning = begins (words, entry->key + (i > 0 ? entry->ends[i - 1] : 0), entry->key + entry->ends[i], &is_whole) || is_beginning;
  if (words->n_words == 1 && g_str_equal (words->words[0].needle + 1, entry->abbreviation))
    {
      is_beginning = TRUE;
      is_whole = is_whole || (entry->popularity > 1 && strlen (entry->abbreviation) >= MIN_EXACT_BYTES);
    }
  if (is_whole)
    return OFFPRINT_STYLE_TIER_EXACT;
  return is_beginning ? OFFPRINT_STYLE_TIER_BEGINS : OFFPRINT_STYLE_TIER_WORDS;
}

/* Whether every word is of the style; @tier: how exactly */
static gboolean
match (const Entry       *entry,
       const Words       *words,
       OffprintStyleTier *tier)
{
  gboolean names_kind = FALSE;
  gboolean begins_kind = FALSE;

  for (guint i = 0; i < words->n_words; i++)
    {
      const Word *word = &words->words[i];
      gboolean is_kind = (word->fields[1] & entry->fields) != 0 || (word->formats[1] & entry->format) != 0;

      if (is_kind)
        names_kind = TRUE;
      else if (strstr (entry->key, word->needle) != NULL || g_str_equal (word->needle + 1, entry->abbreviation))
        continue;
      else if ((word->fields[0] & entry->fields) != 0 || (word->formats[0] & entry->format) != 0)
        begins_kind = TRUE;
      else
        return FALSE;
    }
  *tier = get_beginning_tier (entry, words);
  if (*tier == OFFPRINT_STYLE_TIER_WORDS && names_kind)
    *tier = OFFPRINT_STYLE_TIER_BEGINS;
  else if (*tier == OFFPRINT_STYLE_TIER_WORDS && begins_kind)
    *tier = OFFPRINT_STYLE_TIER_KINDS;
  return TRUE;
}

static gboolean
passes (const Entry              *entry,
        const OffprintStyleQuery *query)
{
  return (query->fields == 0 || (query->fields & entry->fields) != 0) &&
         (query->formats == 0 || (query->formats & entry->format) != 0);
}

/**
 * offprint_style_rank_find:
 * @self: a rank
 * @query: what is looked for
 *
 * Finds styles by the beginnings of words of their names and titles, by their
 * abbreviations, fields and formats. Without a text all that pass the filters are
 * found, by title.
 *
 * Returns: (transfer full) (element-type OffprintStyleMatch): the best first
 */
GArray *
offprint_style_rank_find (OffprintStyleRank        *self,
                          const OffprintStyleQuery *query)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (OffprintStyleMatch));
  g_autofree guint8 *scores = NULL;
  guint starts[N_SCORES + 1] = { 0 };
  Words words;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);

  scores = g_malloc (self->infos->len + 1);
  words_init (&words, self, query->text);
  for (guint i = 0; i < self->infos->len; i++)
    {
      OffprintStyleTier tier = OFFPRINT_STYLE_TIER_EXACT;
      const Entry *entry = &self->entries[i];

      scores[i] = N_SCORES;
      if (!passes (entry, query) || (words.n_words > 0 && !match (entry, &words, &tier)))
        continue;
      if (words.n_words > 0)
        scores[i] = (guint8) (tier * N_POPULARITIES + (N_POPULARITIES - 1 - entry->popularity));
      else
        scores[i] = 0;
      starts[scores[i] + 1]++;
    }
  for (guint i = 1; i <= N_SCORES; i++)
    starts[i] += starts[i - 1];
  g_array_set_size (found, starts[N_SCORES]);
  for (guint i = 0; i < self->infos->len; i++)
    {
      OffprintStyleMatch one = { self->entries[i].info, scores[i] / N_POPULARITIES };

      if (scores[i] < N_SCORES)
        g_array_index (found, OffprintStyleMatch, starts[scores[i]]++) = one;
    }
  words_clear (&words);
  return found;
}
