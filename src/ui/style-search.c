/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Searching ten thousand styles while somebody types: one pass over what style-rank.c
 * has laid out on a thread, and one change of the list.
 *
 * A row costs a third of a millisecond to make and as much to end, and GtkListView does
 * both with each item that comes and goes: so the items are places, and a keystroke
 * only says which styles stand in them. Until somebody scrolls there are no more places
 * than a screen has.
 */

#include "config.h"

#include "style-search.h"

#define PORTION  12
#define ALL_ROWS 240

struct _OffprintStyleSearch
{
  GObject parent_instance;

  /* Owned */
  GListModel *styles;
  GPtrArray *infos;        /* of styles, as they were last */
  OffprintStyleRank *rank; /* of infos; NULL until the thread has made it */
  GCancellable *ranking;   /* while a thread makes it */
  GStrv favourites;
  GStrv recent;
  GPtrArray *preferred;         /* OffprintStyleInfo: favourites, then recent ones */
  GHashTable *preferred_places; /* of those: borrowed info → its index + 1 */
  char *text;

  guint n_favourites; /* of preferred */
  guint32 fields;
  guint32 formats;
  gboolean is_waiting; /* for the rank, to search for what is typed */

  GPtrArray *slots;                        /* Owned; places, at least as many as are shown */
  GPtrArray *found;                        /* Owned; what is found; borrows from the next two */
  GPtrArray *found_infos;                  /* Owned: infos, as they were then */
  GPtrArray *found_preferred;              /* Owned: likewise */
  guint starts[OFFPRINT_N_STYLE_SECTIONS]; /* where each section begins in it */
  guint limit;                             /* how many of it are shown */
};

enum
{
  PROP_SEARCHING = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* --- the list --- */

static guint
get_n_shown (OffprintStyleSearch *self)
{
  return MIN (self->found->len, self->limit);
}

static GType
get_item_type (GListModel *model)
{
  return OFFPRINT_TYPE_STYLE_SLOT;
}

static guint
get_n_items (GListModel *model)
{
  return get_n_shown (OFFPRINT_STYLE_SEARCH (model));
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  OffprintStyleSearch *self = OFFPRINT_STYLE_SEARCH (model);

  return position < get_n_shown (self) ? g_object_ref (self->slots->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
get_section_bounds (GtkSectionModel *model,
                    guint            position,
                    guint           *start,
                    guint           *end)
{
  OffprintStyleSearch *self = OFFPRINT_STYLE_SEARCH (model);
  guint n = get_n_shown (self);
  OffprintStyleSection section;

  if (position >= n)
    {
      *start = n;
      *end = G_MAXUINT;
      return;
    }
  section = offprint_style_search_get_section (self, position);
  *start = self->starts[section];
  *end = section + 1 < OFFPRINT_N_STYLE_SECTIONS ? MIN (self->starts[section + 1], n) : n;
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section_bounds;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (OffprintStyleSearch, offprint_style_search, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init) G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init))

/* --- finding --- */

static gboolean
has_query (OffprintStyleSearch *self)
{
  return *self->text != '\0' || self->fields != 0 || self->formats != 0;
}

static void
set_waiting (OffprintStyleSearch *self,
             gboolean             is_waiting)
{
  if (self->is_waiting == is_waiting)
    return;

  self->is_waiting = is_waiting;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
}

static guint
get_place (OffprintStyleSearch *self,
           OffprintStyleInfo   *info)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->preferred_places, info));
}

/* Favourites, recent ones, and the rest by title; of them what @matches has, NULL: all */
static void
fill_by_title (OffprintStyleSearch *self,
               GPtrArray           *found,
               GArray              *matches)
{
  g_autofree gboolean *is_in = g_new0 (gboolean, self->preferred->len + 1);

  for (guint i = 0; matches != NULL && i < matches->len; i++)
    is_in[get_place (self, g_array_index (matches, OffprintStyleMatch, i).info)] = TRUE;
  for (guint i = 0; i < self->preferred->len; i++)
    {
      if (i == self->n_favourites)
        self->starts[OFFPRINT_STYLE_SECTION_RECENT] = found->len;
      if (matches == NULL || is_in[i + 1])
        g_ptr_array_add (found, self->preferred->pdata[i]);
    }
  if (self->preferred->len <= self->n_favourites)
    self->starts[OFFPRINT_STYLE_SECTION_RECENT] = found->len;
  self->starts[OFFPRINT_STYLE_SECTION_BEST] = found->len;
  self->starts[OFFPRINT_STYLE_SECTION_ALL] = found->len;
  for (guint i = 0; i < (matches != NULL ? matches->len : self->infos->len); i++)
    {
      OffprintStyleInfo *info = matches != NULL ? g_array_index (matches, OffprintStyleMatch, i).info : self->infos->pdata[i];

      if (get_place (self, info) == 0)
        g_ptr_array_add (found, info);
    }
}

static void
add_tier (OffprintStyleSearch *self,
          GPtrArray           *found,
          GArray              *matches,
          OffprintStyleTier    first,
          OffprintStyleTier    last)
{
  for (guint i = 0; i < matches->len; i++)
    {
      OffprintStyleMatch *match = &g_array_index (matches, OffprintStyleMatch, i);

      if (match->tier >= first && match->tier <= last && (match->tier == OFFPRINT_STYLE_TIER_EXACT || get_place (self, match->info) == 0))
        g_ptr_array_add (found, match->info);
    }
}

/* What is named exactly, what the reader uses, what begins so; then all others */
static void
fill_by_rank (OffprintStyleSearch *self,
              GPtrArray           *found,
              GArray              *matches)
{
  g_autofree OffprintStyleInfo **used = g_new0 (OffprintStyleInfo *, self->preferred->len + 1);

  for (guint i = 0; i < matches->len; i++)
    {
      OffprintStyleMatch *match = &g_array_index (matches, OffprintStyleMatch, i);

      if (match->tier != OFFPRINT_STYLE_TIER_EXACT)
        used[get_place (self, match->info)] = match->info;
    }
  for (guint section = 0; section <= OFFPRINT_STYLE_SECTION_BEST; section++)
    self->starts[section] = 0;
  add_tier (self, found, matches, OFFPRINT_STYLE_TIER_EXACT, OFFPRINT_STYLE_TIER_EXACT);
  for (guint i = 1; i <= self->preferred->len; i++)
    {
      if (used[i] != NULL)
        g_ptr_array_add (found, used[i]);
    }
  add_tier (self, found, matches, OFFPRINT_STYLE_TIER_BEGINS, OFFPRINT_STYLE_TIER_BEGINS);
  self->starts[OFFPRINT_STYLE_SECTION_ALL] = found->len;
  add_tier (self, found, matches, OFFPRINT_STYLE_TIER_WORDS, OFFPRINT_STYLE_TIER_KINDS);
}

/* As many places as are shown, each with its style */
static void
fill_slots (OffprintStyleSearch *self,
            guint                from)
{
  for (guint i = from; i < get_n_shown (self); i++)
    {
      if (i == self->slots->len)
        g_ptr_array_add (self->slots, g_object_new (OFFPRINT_TYPE_STYLE_SLOT, NULL));
      offprint_style_slot_set_info (self->slots->pdata[i], self->found->pdata[i]);
    }
}

static void
show_found (OffprintStyleSearch *self,
            guint                n_before)
{
  guint n = get_n_shown (self);
  guint n_kept = MIN (n_before, n);

  if (n != n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_kept, n_before - n_kept, n - n_kept);
  if (n > 0)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, n);
}

/* Ten thousand references would be taken and given back at each keystroke: the lists
 * that have them are kept instead */
static void
keep (OffprintStyleSearch *self,
      GPtrArray           *found)
{
  GPtrArray *infos = g_ptr_array_ref (self->infos);
  GPtrArray *preferred = g_ptr_array_ref (self->preferred);

  g_ptr_array_unref (self->found);
  g_clear_pointer (&self->found_infos, g_ptr_array_unref);
  g_clear_pointer (&self->found_preferred, g_ptr_array_unref);
  self->found = found;
  self->found_infos = infos;
  self->found_preferred = preferred;
}

static void
find (OffprintStyleSearch *self)
{
  OffprintStyleQuery query = { self->text, self->fields, self->formats };
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GArray) matches = NULL;
  guint n_before = get_n_shown (self);

  set_waiting (self, has_query (self) && self->rank == NULL);
  if (self->is_waiting)
    return;

  found = g_ptr_array_sized_new (self->infos->len);
  self->starts[OFFPRINT_STYLE_SECTION_FAVOURITES] = 0;
  if (has_query (self))
    matches = offprint_style_rank_find (self->rank, &query);
  if (*self->text != '\0')
    fill_by_rank (self, found, matches);
  else
    fill_by_title (self, found, matches);
  keep (self, g_steal_pointer (&found));
  self->limit = PORTION;
  fill_slots (self, 0);
  show_found (self, n_before);
}

/* --- getting ready --- */

static void
rank_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_task_return_pointer (task, offprint_style_rank_new (task_data), (GDestroyNotify) offprint_style_rank_unref);
}

static void
take_rank (OffprintStyleSearch *self,
           OffprintStyleRank   *rank)
{
  g_clear_pointer (&self->rank, offprint_style_rank_unref);
  self->rank = rank;
  if (self->is_waiting)
    find (self);
}

static void
ranked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  OffprintStyleSearch *self = OFFPRINT_STYLE_SEARCH (source);
  OffprintStyleRank *rank = g_task_propagate_pointer (G_TASK (result), NULL);

  if (rank == NULL)
    return;

  g_clear_object (&self->ranking);
  take_rank (self, rank);
}

static void
stop_ranking (OffprintStyleSearch *self)
{
  if (self->ranking != NULL)
    g_cancellable_cancel (self->ranking);
  g_clear_object (&self->ranking);
}

static void
start_ranking (OffprintStyleSearch *self)
{
  g_autoptr (GTask) task = NULL;

  stop_ranking (self);
  self->ranking = g_cancellable_new ();
  task = g_task_new (self, self->ranking, ranked_cb, NULL);
  g_task_set_source_tag (task, start_ranking);
  g_task_set_task_data (task, g_ptr_array_ref (self->infos), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, rank_in_thread);
}

static void
prefer (OffprintStyleSearch *self,
        GHashTable          *by_name,
        const char          *name)
{
  g_autoptr (OffprintStyleInfo) info = NULL;
  OffprintStyleInfo *known = g_hash_table_lookup (by_name, name);

  if (known != NULL)
    info = g_object_ref (known);
  else if (OFFPRINT_IS_STYLE_CATALOG (self->styles)) /* which may not be loaded yet */
    info = offprint_style_catalog_dup_info (OFFPRINT_STYLE_CATALOG (self->styles), name);
  if (info == NULL || get_place (self, info) != 0)
    return;

  g_ptr_array_add (self->preferred, g_object_ref (info));
  g_hash_table_insert (self->preferred_places, info, GUINT_TO_POINTER (self->preferred->len));
}

static void
find_preferred (OffprintStyleSearch *self)
{
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_remove_all (self->preferred_places);
  g_ptr_array_unref (self->preferred);
  self->preferred = g_ptr_array_new_with_free_func (g_object_unref);
  if (!OFFPRINT_IS_STYLE_CATALOG (self->styles))
    {
      for (guint i = 0; i < self->infos->len; i++)
        g_hash_table_insert (by_name, (gpointer) offprint_style_info_get_name (self->infos->pdata[i]), self->infos->pdata[i]);
    }
  for (guint i = 0; self->favourites != NULL && self->favourites[i] != NULL; i++)
    prefer (self, by_name, self->favourites[i]);
  self->n_favourites = self->preferred->len;
  for (guint i = 0; self->recent != NULL && self->recent[i] != NULL; i++)
    prefer (self, by_name, self->recent[i]);
}

static void
take_styles (OffprintStyleSearch *self)
{
  guint n = g_list_model_get_n_items (self->styles);

  g_clear_pointer (&self->infos, g_ptr_array_unref);
  self->infos = g_ptr_array_new_full (n, g_object_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->infos, g_list_model_get_item (self->styles, i));
  g_clear_pointer (&self->rank, offprint_style_rank_unref);
  start_ranking (self);
  find_preferred (self);
}

static void
styles_changed_cb (OffprintStyleSearch *self)
{
  take_styles (self);
  find (self);
}

/* --- the class --- */

static void
offprint_style_search_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SEARCHING:
      g_value_set_boolean (value, OFFPRINT_STYLE_SEARCH (object)->is_waiting);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
offprint_style_search_finalize (GObject *object)
{
  OffprintStyleSearch *self = OFFPRINT_STYLE_SEARCH (object);

  g_clear_object (&self->ranking);
  g_clear_object (&self->styles);
  g_clear_pointer (&self->rank, offprint_style_rank_unref);
  g_clear_pointer (&self->infos, g_ptr_array_unref);
  g_hash_table_unref (self->preferred_places);
  g_ptr_array_unref (self->preferred);
  g_ptr_array_unref (self->slots);
  g_ptr_array_unref (self->found);
  g_clear_pointer (&self->found_infos, g_ptr_array_unref);
  g_clear_pointer (&self->found_preferred, g_ptr_array_unref);
  g_strfreev (self->favourites);
  g_strfreev (self->recent);
  g_free (self->text);

  G_OBJECT_CLASS (offprint_style_search_parent_class)->finalize (object);
}

static void
offprint_style_search_class_init (OffprintStyleSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = offprint_style_search_get_property;
  object_class->finalize = offprint_style_search_finalize;

  /**
   * OffprintStyleSearch:searching:
   *
   * Whether what is typed is still to be looked for.
   */
  properties[PROP_SEARCHING] =
    g_param_spec_boolean ("searching", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
offprint_style_search_init (OffprintStyleSearch *self)
{
  self->text = g_strdup ("");
  self->limit = PORTION;
  self->preferred = g_ptr_array_new_with_free_func (g_object_unref);
  self->preferred_places = g_hash_table_new (NULL, NULL);
  self->slots = g_ptr_array_new_with_free_func (g_object_unref);
  self->found = g_ptr_array_new ();
}

/**
 * offprint_style_search_new:
 * @styles: the styles, by title
 *
 * Makes a search that looks for all that @styles has and gets. It finds nothing until
 * there is a query.
 *
 * Returns: (transfer full): the search
 */
OffprintStyleSearch *
offprint_style_search_new (GListModel *styles)
{
  OffprintStyleSearch *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (styles), NULL);

  self = g_object_new (OFFPRINT_TYPE_STYLE_SEARCH, NULL);
  self->styles = g_object_ref (styles);
  g_signal_connect_object (styles, "items-changed", G_CALLBACK (styles_changed_cb), self, G_CONNECT_SWAPPED);
  take_styles (self);
  return self;
}

/**
 * offprint_style_search_set_preferred:
 * @self: a search
 * @favourites: (array zero-terminated=1): names of styles
 * @recent: (array zero-terminated=1): names of those used last
 *
 * Says which styles stand first. What is shown does not move: the next search has them so.
 */
void
offprint_style_search_set_preferred (OffprintStyleSearch *self,
                                     const char *const   *favourites,
                                     const char *const   *recent)
{
  g_return_if_fail (OFFPRINT_IS_STYLE_SEARCH (self));
  g_return_if_fail (favourites != NULL);
  g_return_if_fail (recent != NULL);

  g_strfreev (self->favourites);
  g_strfreev (self->recent);
  self->favourites = g_strdupv ((GStrv) favourites);
  self->recent = g_strdupv ((GStrv) recent);
  find_preferred (self);
}

/**
 * offprint_style_search_set_query:
 * @self: a search
 * @query: what is typed, and the filters
 *
 * Searches anew.
 */
void
offprint_style_search_set_query (OffprintStyleSearch      *self,
                                 const OffprintStyleQuery *query)
{
  g_return_if_fail (OFFPRINT_IS_STYLE_SEARCH (self));
  g_return_if_fail (query != NULL);

  g_free (self->text);
  self->text = g_strstrip (g_strdup (query->text));
  self->fields = query->fields;
  self->formats = query->formats;
  find (self);
}

/**
 * offprint_style_search_get_section:
 * @self: a search
 * @position: a position in what is found
 *
 * Which section a place belongs to.
 *
 * Returns: the section
 */
OffprintStyleSection
offprint_style_search_get_section (OffprintStyleSearch *self,
                                   guint                position)
{
  g_return_val_if_fail (OFFPRINT_IS_STYLE_SEARCH (self), OFFPRINT_STYLE_SECTION_ALL);

  for (guint section = OFFPRINT_STYLE_SECTION_ALL; section > 0; section--)
    {
      if (position >= self->starts[section])
        return section;
    }
  return OFFPRINT_STYLE_SECTION_FAVOURITES;
}

/**
 * offprint_style_search_is_searching:
 * @self: a search
 *
 * Whether what is typed is still to be looked for.
 *
 * Returns: whether it is
 */
gboolean
offprint_style_search_is_searching (OffprintStyleSearch *self)
{
  g_return_val_if_fail (OFFPRINT_IS_STYLE_SEARCH (self), FALSE);

  return self->is_waiting;
}

/**
 * offprint_style_search_finish:
 * @self: a search
 *
 * Brings the search to its end at once: for Enter, which may come before all styles
 * are laid out.
 */
void
offprint_style_search_finish (OffprintStyleSearch *self)
{
  g_return_if_fail (OFFPRINT_IS_STYLE_SEARCH (self));

  if (!self->is_waiting)
    return;

  stop_ranking (self);
  take_rank (self, offprint_style_rank_new (self->infos));
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
  guint n_before;

  g_return_val_if_fail (OFFPRINT_IS_STYLE_SEARCH (self), FALSE);

  n_before = get_n_shown (self);
  self->limit = self->limit >= ALL_ROWS ? G_MAXUINT : self->limit + PORTION;
  fill_slots (self, n_before);
  if (get_n_shown (self) > n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, get_n_shown (self) - n_before);
  return self->limit < self->found->len;
}
