/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Content negotiation answers with an item that CSL-JSON's reader understands, and
 * beside it everything that Crossref knows: works cited, licences, notices. That
 * reader keeps those as foreign; here they come to their places.
 */

#include "config.h"

#include "crossref-item.h"

#include <string.h>

#include "parsers.h"
#include "paths.h"
#include "peek.h"
#include "record.h"

static const char *const taken[] = { "references", "notices", "rights", "funders", "links", "relations", "counts", "crossmark" };

/* Members that no item of another origin has */
static gboolean
is_of_crossref (JsonObject *item)
{
  static const char *const marks[] = { "prefix", "member", "indexed", "deposited", "reference-count", "content-domain" };
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    n += json_object_has_member (item, marks[i]);
  return n >= 2;
}

static char *
dup_first_token (const char *pointer)
{
  return g_strndup (pointer, 1 + strcspn (pointer + 1, "/"));
}

/* What Crossref's table names was read, or is left out for the reason there; what its
 * reader kept of members that CSL-JSON has not comes instead. */
static void
tidy_kept (JsonObject *theirs,
           JsonObject *record)
{
  JsonObject *custom = offprint_record_get_custom (record);
  JsonObject *kept = offprint_peek_object (custom, "kept");
  g_autoptr (GList) pointers = kept != NULL ? json_object_get_members (kept) : NULL;
  g_autoptr (GList) others = theirs != NULL ? json_object_get_members (theirs) : NULL;
  g_autoptr (GHashTable) dropped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (GList *l = pointers; l != NULL; l = l->next)
    {
      g_autofree char *token = dup_first_token (l->data);

      if (!offprint_paths_knows (offprint_crossref_paths, offprint_crossref_n_paths, token))
        continue;
      json_object_remove_member (kept, l->data);
      g_hash_table_add (dropped, g_steal_pointer (&token));
    }
  if (kept != NULL && json_object_get_size (kept) == 0)
    json_object_remove_member (custom, "kept");
  for (GList *l = others; l != NULL; l = l->next)
    {
      g_autofree char *token = dup_first_token (l->data);

      if (g_hash_table_contains (dropped, token))
        offprint_paths_keep (record, l->data, json_object_get_member (theirs, l->data));
    }
}

/**
 * offprint_crossref_enrich:
 * @item: an item of CSL-JSON as it came
 * @record: the record that was made of it
 *
 * Adds to @record what @item says in Crossref's own members, if it is of Crossref's
 * content negotiation; any other item leaves it alone. What the record has already stands.
 */
void
offprint_crossref_enrich (JsonObject *item,
                          JsonObject *record)
{
  g_autoptr (JsonObject) other = NULL;
  JsonObject *theirs = NULL;
  JsonObject *ours = NULL;

  if (!is_of_crossref (item))
    return;
  other = offprint_crossref_record (item);
  theirs = offprint_peek_object (offprint_peek_object (other, "custom"), "offprint");
  ours = offprint_record_get_custom (record);
  for (gsize i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      JsonNode *part = offprint_peek_node (theirs, taken[i]);

      if (part != NULL && !json_object_has_member (ours, taken[i]))
        json_object_set_member (ours, taken[i], json_node_copy (part));
    }
  tidy_kept (offprint_peek_object (theirs, "kept"), record);
}
