/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Searching ten thousand styles while somebody types.
 *
 *   recent styles (names) ─► GtkFilterListModel (all words)
 *   the catalog ───────────► GtkFilterListModel (title begins with the text; incremental)
 *   the catalog ───────────► GtkFilterListModel (all words, but not so; incremental)
 *        the three ─► GtkFlattenListModel, a section each ─► GtkSliceListModel (grows)
 *
 * GtkListView keeps two hundred rows ready, and a keystroke changes all of them: so
 * many at once take 20 ms. Until somebody scrolls, the first screen is enough.
 */

#include "config.h"

#include "style-search.h"

#define PORTION  20
#define ALL_ROWS 240

struct _OffprintStyleSearch
{
  GObject parent_instance;

  /* Owned */
  OffprintStyleCatalog *catalog;
  GStrv words;
  char *beginning;
  GListStore *recent;
  GtkCustomFilter *has_words;
  GtkCustomFilter *begins;
  GtkCustomFilter *is_other;
  GtkFilterListModel *recent_found;
  GtkFilterListModel *best_found;
  GtkFilterListModel *all_found;
  GtkSliceListModel *results;
};

G_DEFINE_FINAL_TYPE (OffprintStyleSearch, offprint_style_search, G_TYPE_OBJECT)

enum
{
  PROP_SEARCHING = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
has_words (OffprintStyleSearch *self,
           OffprintStyleInfo   *info)
{
  return offprint_style_info_matches (info, (const char *const *) self->words);
}

/* The search key begins with the title, as the catalog makes it; the title decides
 * only where that says yes. */
static gboolean
begins (OffprintStyleSearch *self,
        OffprintStyleInfo   *info)
{
  g_autofree char *folded = NULL;

  if (!has_words (self, info))
    return FALSE;
  folded = g_utf8_casefold (offprint_style_info_get_title (info), -1);
  return g_str_has_prefix (folded, self->beginning);
}

static gboolean
recent_matches (gpointer item,
                gpointer user_data)
{
  g_autoptr (OffprintStyleInfo) info = offprint_style_search_dup_info (user_data, item);

  return info != NULL && has_words (user_data, info);
}

static gboolean
best_matches (gpointer item,
              gpointer user_data)
{
  return begins (user_data, item);
}

static gboolean
other_matches (gpointer item,
               gpointer user_data)
{
  return has_words (user_data, item) && !begins (user_data, item);
}

static void
pending_cb (OffprintStyleSearch *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
}

static void
offprint_style_search_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SEARCHING:
      g_value_set_boolean (value, offprint_style_search_is_searching (OFFPRINT_STYLE_SEARCH (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
offprint_style_search_dispose (GObject *object)
{
  OffprintStyleSearch *self = OFFPRINT_STYLE_SEARCH (object);

  g_clear_object (&self->results);
  g_clear_object (&self->recent_found);
  g_clear_object (&self->best_found);
  g_clear_object (&self->all_found);
  g_clear_object (&self->has_words);
  g_clear_object (&self->begins);
  g_clear_object (&self->is_other);
  g_clear_object (&self->recent);
  g_clear_object (&self->catalog);

  G_OBJECT_CLASS (offprint_style_search_parent_class)->dispose (object);
}

static void
offprint_style_search_finalize (GObject *object)
{
  OffprintStyleSearch *self = OFFPRINT_STYLE_SEARCH (object);

  g_strfreev (self->words);
  g_free (self->beginning);

  G_OBJECT_CLASS (offprint_style_search_parent_class)->finalize (object);
}

static void
offprint_style_search_class_init (OffprintStyleSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = offprint_style_search_get_property;
  object_class->dispose = offprint_style_search_dispose;
  object_class->finalize = offprint_style_search_finalize;

  /**
   * OffprintStyleSearch:searching:
   *
   * Whether not all styles have been looked at yet.
   */
  properties[PROP_SEARCHING] =
    g_param_spec_boolean ("searching", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

/* The filters hold a borrowed pointer: they live no longer than the search, and the
 * models that the view may keep let go of them in dispose. */
static GtkFilterListModel *
new_found (OffprintStyleSearch *self,
           GListModel          *model)
{
  GtkFilterListModel *found = gtk_filter_list_model_new (model, NULL);

  gtk_filter_list_model_set_incremental (found, TRUE);
  g_signal_connect_object (found, "notify::pending", G_CALLBACK (pending_cb), self, G_CONNECT_SWAPPED);
  return found;
}

static void
offprint_style_search_init (OffprintStyleSearch *self)
{
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);

  self->recent = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  self->has_words = gtk_custom_filter_new (recent_matches, self, NULL);
  self->begins = gtk_custom_filter_new (best_matches, self, NULL);
  self->is_other = gtk_custom_filter_new (other_matches, self, NULL);
  self->recent_found = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->recent)), NULL);
  self->best_found = new_found (self, NULL);
  gtk_filter_list_model_set_filter (self->best_found, GTK_FILTER (self->begins));
  self->all_found = new_found (self, NULL);
  g_list_store_append (parts, self->recent_found);
  g_list_store_append (parts, self->best_found);
  g_list_store_append (parts, self->all_found);
  self->results = gtk_slice_list_model_new (G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts))), 0, PORTION);
}

/**
 * offprint_style_search_new:
 * @catalog: the styles that are installed
 * @recent: (array zero-terminated=1): names of those used last
 *
 * Makes a search that finds all styles so far.
 *
 * Returns: (transfer full): the search
 */
OffprintStyleSearch *
offprint_style_search_new (OffprintStyleCatalog *catalog,
                           const char *const    *recent)
{
  OffprintStyleSearch *self;

  g_return_val_if_fail (OFFPRINT_IS_STYLE_CATALOG (catalog), NULL);
  g_return_val_if_fail (recent != NULL, NULL);

  self = g_object_new (OFFPRINT_TYPE_STYLE_SEARCH, NULL);
  self->catalog = g_object_ref (catalog);
  for (guint i = 0; recent[i] != NULL; i++)
    {
      g_autoptr (OffprintStyleInfo) info = offprint_style_catalog_dup_info (catalog, recent[i]);
      g_autoptr (GtkStringObject) item = gtk_string_object_new (recent[i]);

      if (info != NULL)
        g_list_store_append (self->recent, item);
    }
  gtk_filter_list_model_set_model (self->all_found, G_LIST_MODEL (catalog));
  return self;
}

/**
 * offprint_style_search_get_results:
 * @self: a search
 *
 * What is found, in sections.
 *
 * Returns: (transfer none): the items, of several types
 */
GListModel *
offprint_style_search_get_results (OffprintStyleSearch *self)
{
  g_return_val_if_fail (OFFPRINT_IS_STYLE_SEARCH (self), NULL);

  return G_LIST_MODEL (self->results);
}

/**
 * offprint_style_search_dup_info:
 * @self: a search
 * @item: an item of the results
 *
 * What an item stands for. Recent styles are listed by their names: the same object
 * twice in one list would confuse a selection.
 *
 * Returns: (transfer full) (nullable): the style, or `NULL` if it has gone
 */
OffprintStyleInfo *
offprint_style_search_dup_info (OffprintStyleSearch *self,
                                gpointer             item)
{
  g_return_val_if_fail (OFFPRINT_IS_STYLE_SEARCH (self), NULL);
  g_return_val_if_fail (G_IS_OBJECT (item), NULL);

  if (OFFPRINT_IS_STYLE_INFO (item))
    return g_object_ref (item);
  return offprint_style_catalog_dup_info (self->catalog, gtk_string_object_get_string (item));
}

/**
 * offprint_style_search_get_section:
 * @self: a search
 * @position: a position in the results
 *
 * Which section an item belongs to.
 *
 * Returns: the section
 */
OffprintStyleSection
offprint_style_search_get_section (OffprintStyleSearch *self,
                                   guint                position)
{
  guint n_recent;
  guint n_best;

  g_return_val_if_fail (OFFPRINT_IS_STYLE_SEARCH (self), OFFPRINT_STYLE_SECTION_ALL);

  n_recent = g_list_model_get_n_items (G_LIST_MODEL (self->recent_found));
  n_best = g_list_model_get_n_items (G_LIST_MODEL (self->best_found));
  if (position < n_recent)
    return OFFPRINT_STYLE_SECTION_RECENT;
  return position - n_recent < n_best ? OFFPRINT_STYLE_SECTION_BEST : OFFPRINT_STYLE_SECTION_ALL;
}

static GStrv
split_words (const char *folded)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = g_strsplit_set (folded, " \t", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0')
        g_strv_builder_add (builder, words[i]);
    }
  return g_strv_builder_end (builder);
}

/**
 * offprint_style_search_set_text:
 * @self: a search
 * @text: words, as they are typed
 *
 * Searches for other words. Without any there is nothing to wait for.
 */
void
offprint_style_search_set_text (OffprintStyleSearch *self,
                                const char          *text)
{
  gboolean had_text;
  gboolean has_text;

  g_return_if_fail (OFFPRINT_IS_STYLE_SEARCH (self));
  g_return_if_fail (text != NULL);

  had_text = self->words != NULL && self->words[0] != NULL;
  g_free (self->beginning);
  self->beginning = g_strstrip (g_utf8_casefold (text, -1));
  g_strfreev (self->words);
  self->words = split_words (self->beginning);
  has_text = self->words[0] != NULL;

  gtk_slice_list_model_set_size (self->results, PORTION);
  if (had_text && has_text)
    {
      gtk_filter_changed (GTK_FILTER (self->has_words), GTK_FILTER_CHANGE_DIFFERENT);
      gtk_filter_changed (GTK_FILTER (self->is_other), GTK_FILTER_CHANGE_DIFFERENT);
      gtk_filter_changed (GTK_FILTER (self->begins), GTK_FILTER_CHANGE_DIFFERENT);
    }
  else
    {
      gtk_filter_list_model_set_filter (self->recent_found, has_text ? GTK_FILTER (self->has_words) : NULL);
      gtk_filter_list_model_set_filter (self->all_found, has_text ? GTK_FILTER (self->is_other) : NULL);
      gtk_filter_list_model_set_model (self->best_found, has_text ? G_LIST_MODEL (self->catalog) : NULL);
    }
}

/**
 * offprint_style_search_is_searching:
 * @self: a search
 *
 * Whether not all styles have been looked at yet.
 *
 * Returns: whether it goes on
 */
gboolean
offprint_style_search_is_searching (OffprintStyleSearch *self)
{
  g_return_val_if_fail (OFFPRINT_IS_STYLE_SEARCH (self), FALSE);

  return gtk_filter_list_model_get_pending (self->best_found) > 0 ||
         gtk_filter_list_model_get_pending (self->all_found) > 0;
}

/**
 * offprint_style_search_finish:
 * @self: a search
 *
 * Brings the search to its end at once: for Enter, which may come before the last
 * keystroke has gone through all styles.
 */
void
offprint_style_search_finish (OffprintStyleSearch *self)
{
  GtkFilterListModel *models[] = { self->best_found, self->all_found };

  g_return_if_fail (OFFPRINT_IS_STYLE_SEARCH (self));

  for (gsize i = 0; i < G_N_ELEMENTS (models); i++)
    {
      if (gtk_filter_list_model_get_pending (models[i]) == 0)
        continue;
      gtk_filter_list_model_set_incremental (models[i], FALSE);
      gtk_filter_list_model_set_incremental (models[i], TRUE);
    }
}

/**
 * offprint_style_search_grow:
 * @self: a search
 *
 * Lets another portion of what was found be seen.
 *
 * Returns: `FALSE` if now all of it is
 */
gboolean
offprint_style_search_grow (OffprintStyleSearch *self)
{
  guint size;

  g_return_val_if_fail (OFFPRINT_IS_STYLE_SEARCH (self), FALSE);

  size = gtk_slice_list_model_get_size (self->results);
  if (size >= ALL_ROWS)
    {
      gtk_slice_list_model_set_size (self->results, G_MAXUINT);
      return FALSE;
    }
  gtk_slice_list_model_set_size (self->results, size + PORTION);
  return TRUE;
}
