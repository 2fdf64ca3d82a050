/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Telling apart what would look the same. Each item is rendered once to a key;
 * only those whose keys are equal go on, and only these are rendered again. In
 * such a set steps are tried one by one (a given name spelled further, a name
 * more, a condition, at last a letter); a step that does not help is forgotten.
 * What a step is good for is measured on the set's first item, as in the official
 * fixtures disambiguate_AndreaEg1a to 5.
 */

#include "config.h"

#include "disambiguate-private.h"

#include <string.h>

/* Steps tried in one set at the most: it must end (fixture disambiguate_DisambiguationHang) */
#define MAX_STEPS 2000

/* Renderings for each item, on an average, and at the least in all */
#define TRIALS_PER_ITEM 60
#define MIN_TRIALS      20000

/* Conditions “disambiguate” that are turned on at the most */
#define MAX_CONDITIONS 4

typedef struct
{
  GPtrArray *members;  /* of CslMember; owned */
  CslItemFacts base;   /* the steps tried so far */
  CslItemFacts better; /* those that helped */
  gboolean is_stale;   /* do trials wait for the last step? */
} Group;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_ptr_array_unref (group->members);
  g_free (group);
}

static Group *
group_new (CslDisambiguation  *self,
           GPtrArray          *members,
           const CslItemFacts *facts)
{
  Group *group = g_new0 (Group, 1);

  group->members = members != NULL ? g_ptr_array_ref (members) : g_ptr_array_new ();
  csl_disambiguation_copy_facts (self, &group->base, facts);
  csl_disambiguation_copy_facts (self, &group->better, facts);
  group->is_stale = TRUE;
  return group;
}

/* Where the search stands in the names of a set */
typedef struct
{
  guint set;
  guint name;
} Pointer;

static guint
count_names (const Group *group,
             guint        set)
{
  guint n_names = 0;

  for (guint i = 0; i < group->members->len; i++)
    {
      const CslMember *member = group->members->pdata[i];

      if (set < member->n_sets)
        n_names = MAX (n_names, member->sets[set].n_names);
    }
  return n_names;
}

/* Takes one step more; FALSE if there is none left */
static gboolean
take_step (CslDisambiguation *self,
           Group             *group,
           Pointer           *at)
{
  CslStyle *style = self->document->style;
  gboolean by_cite = style->add_givenname && style->givenname_rule == CSL_GIVENNAME_BY_CITE;

  while (at->set < group->base.n_sets)
    {
      CslNamesFacts *facts = &group->base.sets[at->set];
      guint n_names = count_names (group, at->set);

      if (by_cite && at->name < facts->n_levels && facts->levels[at->name] < 2)
        {
          facts->levels[at->name]++;
          return TRUE;
        }
      if (at->name + 1 < facts->shown)
        {
          at->name++;
          if (by_cite)
            continue;
        }
      else if (style->add_names && facts->shown < n_names)
        {
          facts->shown++;
          at->name = facts->shown - 1;
          return TRUE;
        }
      else
        {
          at->set++;
          at->name = 0;
        }
    }
  return FALSE;
}

/* The last step helped: it is kept, and no other given name than its own */
static void
keep_step (Group         *group,
           const Pointer *at)
{
  const CslNamesFacts *from;
  CslNamesFacts *to;

  if (at->set >= group->base.n_sets || at->set >= group->better.n_sets)
    return;

  from = &group->base.sets[at->set];
  to = &group->better.sets[at->set];
  to->shown = from->shown;
  if (at->name < from->n_levels && at->name < to->n_levels)
    to->levels[at->name] = from->levels[at->name];
}

static void
widen_levels (CslDisambiguation *self,
              Group             *group)
{
  for (guint k = 0; k < group->base.n_sets; k++)
    {
      guint n_names = count_names (group, k);
      CslNamesFacts *both[2] = { &group->base.sets[k], &group->better.sets[k] };

      for (guint i = 0; i < 2; i++)
        if (both[i]->n_levels < n_names)
          {
            guint8 *levels = csl_arena_new_array (self->document->facts, guint8, n_names);
            guint fill = both[i]->n_levels > 0 ? both[i]->levels[both[i]->n_levels - 1] : 0;

            memset (levels, (int) fill, n_names);
            if (both[i]->n_levels > 0)
              memcpy (levels, both[i]->levels, both[i]->n_levels);
            both[i]->levels = levels;
            both[i]->n_levels = n_names;
          }
    }
}

/* Renders the members with the steps so far; equal ones share one string */
static void
try_members (CslDisambiguation *self,
             Group             *group)
{
  g_autoptr (GHashTable) trials = NULL;

  if (!group->is_stale)
    return;

  trials = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < group->members->len; i++)
    {
      CslMember *member = group->members->pdata[i];
      CslItemFacts facts = group->base;
      const char *known;

      facts.citation_number = member->facts.citation_number;
      member->trial = csl_disambiguation_make_key (self, member->item, &facts, NULL);
      known = g_hash_table_lookup (trials, member->trial);
      if (known != NULL)
        member->trial = known;
      else
        g_hash_table_add (trials, (gpointer) member->trial);
    }
  group->is_stale = FALSE;
}

/* Parts the members into those that look like the first and the others */
static void
scan (CslDisambiguation *self,
      Group             *group,
      GPtrArray         *partners,
      GPtrArray         *others)
{
  const char *first;

  try_members (self, group);
  first = ((CslMember *) group->members->pdata[0])->trial;
  g_ptr_array_set_size (partners, 0);
  g_ptr_array_set_size (others, 0);
  for (guint i = 0; i < group->members->len; i++)
    {
      CslMember *member = group->members->pdata[i];

      g_ptr_array_add (first == member->trial ? partners : others, member);
    }
}

static void
set_members (Group     *group,
             GPtrArray *members)
{
  g_ptr_array_set_size (group->members, 0);
  for (guint i = 0; i < members->len; i++)
    g_ptr_array_add (group->members, members->pdata[i]);
}

static void
push_group (CslDisambiguation *self,
            GPtrArray         *queue,
            GPtrArray         *members,
            Group             *from)
{
  Group *group = group_new (self, NULL, &from->better);

  set_members (group, members);
  g_ptr_array_add (queue, group);
}

static void
settle_first (CslDisambiguation *self,
              GPtrArray         *members,
              Group             *group)
{
  csl_disambiguation_settle_item (self, ((CslMember *) members->pdata[0])->item, &group->better);
}

/* Adds names and given names until the members look different, or nothing is left
 * to add */
static void
add_names (CslDisambiguation *self,
           Group             *group)
{
  g_autoptr (GPtrArray) partners = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  Pointer at = { 0, 0 };
  guint clashes_before = 0;
  gboolean is_fresh = TRUE;

  widen_levels (self, group);
  for (guint step = 0; group->members->len > 0; step++)
    {
      gboolean is_over = FALSE;
      guint clashes;

      if (group->members->len == 1)
        {
          settle_first (self, group->members, group);
          return;
        }
      if (!is_fresh)
        {
          is_over = !take_step (self, group, &at) || step > MAX_STEPS || self->n_trials > self->max_trials;
          group->is_stale = TRUE;
        }
      is_fresh = FALSE;
      scan (self, group, partners, others);
      clashes = partners->len - 1;

      if (clashes == 0)
        {
          keep_step (group, &at);
          settle_first (self, partners, group);
          if (others->len == 1)
            settle_first (self, others, group);
          set_members (group, others);
          if (others->len <= 1)
            return;
          is_fresh = TRUE;
          clashes = 0;
        }
      else if (others->len == 1)
        {
          keep_step (group, &at);
          settle_first (self, others, group);
          set_members (group, partners);
        }
      else if (clashes < clashes_before)
        {
          keep_step (group, &at);
          push_group (self, self->ambiguous, others, group);
          set_members (group, partners);
        }
      else if (is_over)
        {
          push_group (self, self->rest, partners, group);
          if (others->len > 0)
            push_group (self, self->ambiguous, others, group);
          return;
        }
      clashes_before = clashes;
    }
}

static guint
count_key (GHashTable *keys,
           const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (keys, key));
}

/* An item that no condition tells from all others of its set keeps those that tell it from some:
 * CSL 1.0.2, “Disambiguation”, where such an element shows if it tells two cites apart */
static void
keep_conditions (CslMember *member,
                 guint      n_members,
                 guint      n_alike,
                 guint      n_conditions)
{
  if (n_alike >= (member->n_alike > 0 ? member->n_alike : n_members))
    return;
  member->n_alike = n_alike;
  member->n_conditions = n_conditions;
}

/* Turns on one condition “disambiguate” more; who is then alone is settled and
 * leaves */
static void
add_condition (CslDisambiguation *self,
               Group             *group)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();
  g_autofree const char **own = g_new0 (const char *, group->members->len);

  for (guint i = 0; i < group->members->len; i++)
    {
      CslMember *member = group->members->pdata[i];
      CslItemFacts facts = group->better;

      facts.citation_number = member->facts.citation_number;
      own[i] = csl_disambiguation_make_key (self, member->item, &facts, NULL);
      g_hash_table_insert (keys, (gpointer) own[i], GUINT_TO_POINTER (count_key (keys, own[i]) + 1));
    }
  for (guint i = 0; i < group->members->len; i++)
    if (count_key (keys, own[i]) == 1)
      csl_disambiguation_settle_item (self, ((CslMember *) group->members->pdata[i])->item, &group->better);
    else
      {
        keep_conditions (group->members->pdata[i], group->members->len, count_key (keys, own[i]), group->better.disambiguate);
        g_ptr_array_add (rest, group->members->pdata[i]);
      }
  set_members (group, rest);
}

/* One by one: fixture disambiguate_IncrementalExtraText */
static gboolean
add_text (CslDisambiguation *self,
          Group             *group)
{
  if (!(self->uses & CSL_USES_DISAMBIGUATE))
    return FALSE;

  for (guint count = 1; count <= MAX_CONDITIONS && group->members->len > 0; count++)
    {
      group->better.disambiguate = count;
      add_condition (self, group);
    }
  group->better.disambiguate = 0;
  return group->members->len == 0;
}

static int
compare_places_cb (gconstpointer a,
                   gconstpointer b,
                   gpointer      data)
{
  CslDisambiguation *self = data;
  guint first = csl_disambiguation_get_item (self, (*(CslMember *const *) a)->item)->place;
  guint second = csl_disambiguation_get_item (self, (*(CslMember *const *) b)->item)->place;

  return (first > second) - (first < second);
}

static void
add_year_suffixes (CslDisambiguation *self,
                   Group             *group)
{
  g_ptr_array_sort_with_data (group->members, compare_places_cb, self);
  for (guint i = 0; i < group->members->len; i++)
    {
      const CslMember *member = group->members->pdata[i];
      CslItemFacts facts = group->better;
      gboolean has_suffix = self->document->style->add_year_suffix;

      if (!has_suffix)
        facts.disambiguate = member->n_conditions;
      csl_disambiguation_settle_item (self, member->item, &facts);
      if (has_suffix)
        csl_disambiguation_get_item (self, member->item)->facts.year_suffix = i + 1;
    }
}

/* The sets of members whose keys are equal, in the order of their first ones */
static GPtrArray *
gather_groups (CslDisambiguation *self,
               GPtrArray         *members)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < members->len; i++)
    {
      CslMember *member = members->pdata[i];
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (by_key, member->key));
      GPtrArray *group;

      if (place == 0)
        {
          group = g_ptr_array_new ();
          g_ptr_array_add (groups, group);
          g_hash_table_insert (by_key, (gpointer) member->key, GUINT_TO_POINTER (groups->len));
        }
      else
        group = groups->pdata[place - 1];
      g_ptr_array_add (group, member);
    }
  return groups;
}

/* Who is told apart, in what order, and how their names are spelled */
static guint64
get_signature (const GPtrArray *members)
{
  guint64 signature = G_GUINT64_CONSTANT (14695981039346656037);

  for (guint i = 0; i < members->len; i++)
    {
      const CslMember *member = members->pdata[i];

      csl_disambiguation_mix (&signature, member->item + 1);
      csl_disambiguation_mix_levels (&signature, &member->facts);
    }
  return signature;
}

static gboolean
recall (CslDisambiguation *self,
        GPtrArray         *members,
        guint64            signature)
{
  for (guint i = 0; i < members->len; i++)
    if (csl_disambiguation_get_item (self, ((CslMember *) members->pdata[i])->item)->kept->signature != signature)
      return FALSE;

  for (guint i = 0; i < members->len; i++)
    {
      CslDocItem *item = csl_disambiguation_get_item (self, ((CslMember *) members->pdata[i])->item);
      guint number = item->facts.citation_number;

      item->facts = item->kept->settled;
      item->facts.citation_number = number;
    }
  return TRUE;
}

static void
remember (CslDisambiguation *self,
          GPtrArray         *members,
          guint64            signature)
{
  CslArena *arena = self->document->kept;

  self->document->n_outdated += members->len;
  for (guint i = 0; i < members->len; i++)
    {
      CslDocItem *item = csl_disambiguation_get_item (self, ((CslMember *) members->pdata[i])->item);
      CslItemFacts *settled = &item->kept->settled;

      *settled = item->facts;
      settled->sets = csl_arena_copy (arena, settled->sets, settled->n_sets * sizeof (CslNamesFacts));
      for (guint k = 0; k < settled->n_sets; k++)
        settled->sets[k].levels = csl_arena_copy (arena, settled->sets[k].levels, settled->sets[k].n_levels);
      item->kept->signature = signature;
    }
}

/* Tells the members of one set apart */
static void
tell_apart (CslDisambiguation *self,
            GPtrArray         *members)
{
  Group *first;

  for (guint i = 0; i < members->len; i++)
    csl_disambiguation_fill_facts (self, members->pdata[i]);
  first = group_new (self, NULL, &((CslMember *) members->pdata[0])->facts);
  set_members (first, members);
  g_ptr_array_set_size (self->ambiguous, 0);
  g_ptr_array_set_size (self->rest, 0);
  g_ptr_array_add (self->has_names ? self->ambiguous : self->rest, first);

  for (guint i = 0; i < self->ambiguous->len; i++)
    add_names (self, self->ambiguous->pdata[i]);
  for (guint i = 0; i < self->rest->len; i++)
    if (!add_text (self, self->rest->pdata[i]))
      add_year_suffixes (self, self->rest->pdata[i]);
}

static void
run (CslDisambiguation *self)
{
  CslProcessor *document = self->document;
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  g_autoptr (GPtrArray) groups = NULL;

  for (guint i = 0; i < document->registry->len; i++)
    g_ptr_array_add (members, csl_disambiguation_new_member (self, g_array_index (document->registry, guint, i)));
  self->n_trials = 0;
  self->max_trials = members->len * TRIALS_PER_ITEM + MIN_TRIALS;
  csl_disambiguation_raise_names (self, members);
  groups = gather_groups (self, members);

  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *group = groups->pdata[i];
      guint64 signature;

      if (group->len < 2)
        continue;
      signature = get_signature (group);
      if (recall (self, group, signature))
        continue;
      tell_apart (self, group);
      remember (self, group, signature);
    }
}

/**
 * csl_processor_disambiguate:
 * @self: a document whose items are numbered
 *
 * Settles names, given names, conditions and year suffixes of ambiguous cites.
 * Its cost is one rendering of each item, and some more of those that clash.
 */
void
csl_processor_disambiguate (CslProcessor *self)
{
  CslStyle *style = self->style;
  CslDisambiguation disambiguation = { .document = self };

  disambiguation.uses = style->sections[CSL_AREA_CITATION].uses;
  disambiguation.raises = style->add_givenname && style->givenname_rule != CSL_GIVENNAME_BY_CITE;
  disambiguation.has_names = style->add_names || (style->add_givenname && style->givenname_rule == CSL_GIVENNAME_BY_CITE);
  if (!disambiguation.has_names && !style->add_givenname && !style->add_year_suffix &&
      !(disambiguation.uses & CSL_USES_DISAMBIGUATE))
    return;

  disambiguation.arena = csl_arena_new ();
  disambiguation.ambiguous = g_ptr_array_new_with_free_func (group_free);
  disambiguation.rest = g_ptr_array_new_with_free_func (group_free);
  run (&disambiguation);
  g_ptr_array_unref (disambiguation.ambiguous);
  g_ptr_array_unref (disambiguation.rest);
  csl_arena_free (disambiguation.arena);
}
