/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People whom only the lists below the text name: the editors of a book always, authors
 * where the head has no list. They stand there by place; the line to cite by has editors
 * in order.
 */

#include "config.h"

#include "springer-private.h"

#include <string.h>

#include "json-value.h"
#include "record.h"

#define MAX_NAMES 1000

/* “MD”, “Ph.D.”: what is behind a name with a comma, and is none */
static gboolean
is_degree (const char *text)
{
  return strlen (text) <= 6 && strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.") == strlen (text);
}

/* “Ann Ode, MD, Bo Tree & Cy Press” */
static char **
split_names (const char *text)
{
  g_auto (GStrv) halves = g_strsplit (text, " & ", -1);
  g_autofree char *joined = g_strjoinv (", ", halves);

  return g_strsplit (joined, ", ", MAX_NAMES);
}

static gboolean
is_editors (const OffprintTreeNode *list)
{
  const OffprintTreeNode *heading = NULL;

  for (const OffprintTreeNode *node = list->parent->first_child; node != NULL && node != list; node = node->next)
    if (node->name != NULL && node->name[0] == 'h' && g_ascii_isdigit (node->name[1]))
      heading = node;
  if (heading != NULL && g_strcmp0 (offprint_tree_node_get_attribute (heading, "id"), "editor-affiliations") == 0)
    return TRUE;
  for (const OffprintTreeNode *node = list; node != NULL; node = node->parent)
    if (g_strcmp0 (offprint_tree_node_get_attribute (node, "id"), "editor-information-content") == 0)
      return TRUE;

  return FALSE;
}

/* Where an editor stands in the line to cite by; behind all if not there */
static guint
rank_of (OffprintSpringer *self,
         const char       *name)
{
  JsonArray *cited = self->cite != NULL ? offprint_json_get_array (self->cite, "editor") : NULL;
  guint n = cited != NULL ? json_array_get_length (cited) : 0;

  for (guint i = 0; i < n; i++)
    {
      const char *family = offprint_json_get_string (offprint_json_element_object (cited, i), "family");

      if (family != NULL && g_str_has_suffix (name, family))
        return i;
    }
  return n;
}

static void
add_name (GPtrArray  *names,
          const char *name)
{
  if (*name != '\0' && !is_degree (name) && names->len < MAX_NAMES &&
      !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (name));
}

/* Names in the order of the affiliations, each once */
static void
collect_inmates (OffprintSpringer *self,
                 GPtrArray        *names,
                 gboolean          of_editors)
{
  for (guint i = 0; i < self->affiliations->len; i++)
    {
      const OffprintTreeNode *list = g_ptr_array_index (self->affiliations, i);

      for (const OffprintTreeNode *item = is_editors (list) == of_editors ? list->first_child : NULL; item != NULL; item = item->next)
        {
          g_autofree char *text = offprint_tree_node_is (item, "li") ? offprint_springer_dup_inmates (item) : NULL;
          g_auto (GStrv) parts = text != NULL ? split_names (text) : NULL;

          for (guint j = 0; parts != NULL && parts[j] != NULL; j++)
            add_name (names, parts[j]);
        }
    }
}

/* Below “Authors” all stand in their order */
static GPtrArray *
collect_names (OffprintSpringer *self,
               gboolean          of_editors)
{
  const OffprintTreeNode *place = !of_editors ? offprint_springer_id (self, "author-information-content") : NULL;
  const OffprintTreeNode *title = NULL;
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  while (place != NULL && names->len < MAX_NAMES &&
         (title = offprint_tree_node_find (place, title, NULL, "class", "c-article-authors-search__title")) != NULL)
    {
      g_autofree char *name = offprint_springer_dup_name (title);

      if (name != NULL)
        add_name (names, name);
    }
  if (names->len == 0)
    collect_inmates (self, names, of_editors);

  return names;
}

typedef struct
{
  const char *name;
  guint rank;
} Ranked;

static int
compare_ranks (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const Ranked *first = a;
  const Ranked *second = b;

  return (first->rank > second->rank) - (first->rank < second->rank);
}

/**
 * offprint_springer_read_listed:
 * @self: a page
 * @role: "author" or "editor"
 *
 * Reads the people that are only named in the lists below the text, editors in the order
 * of the line to cite by; or editors from that line alone.
 */
void
offprint_springer_read_listed (OffprintSpringer *self,
                               const char       *role)
{
  gboolean of_editors = strcmp (role, "editor") == 0;
  g_autoptr (GPtrArray) names = collect_names (self, of_editors);
  JsonArray *cited = self->cite != NULL ? offprint_json_get_array (self->cite, "editor") : NULL;
  g_autofree Ranked *ranked = g_new (Ranked, names->len + 1);

  for (guint i = 0; i < names->len; i++)
    {
      ranked[i].name = g_ptr_array_index (names, i);
      ranked[i].rank = of_editors ? rank_of (self, ranked[i].name) : 0;
    }
  g_sort_array (ranked, names->len, sizeof *ranked, compare_ranks, NULL);
  for (guint i = 0; i < names->len; i++)
    {
      JsonObject *extra = json_object_new ();

      offprint_springer_read_affiliations (self, NULL, ranked[i].name, extra);
      offprint_record_add_person (self->record, role, offprint_springer_new_name (self, role, ranked[i].name), extra);
    }
  if (of_editors && names->len == 0 && cited != NULL)
    json_object_set_array_member (self->record, "editor", json_array_ref (cited));
}
