/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plug-ins differ in what they write around a cite, so all that is not known is passed
 * over; what is no citation at all is an error that names its place.
 */

#include "config.h"

#include "cluster-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "csl-error.h"
#include "json-list.h"

/* A document may cite this often */
#define MAX_CITES (4 * 1024 * 1024)

typedef struct
{
  CslListedCluster public;
  GArray *cites; /* Owned: CslCite */
  GArray *ids;   /* Owned: const char *, of the cites */
  gboolean has_note;
} Listed;

struct _CslClusterList
{
  /* Owned */
  GStringChunk *strings;
  GArray *listed; /* of Listed */
  GArray *public; /* of CslListedCluster, once bound */

  guint n_cites;
};

static void
clear_listed (gpointer data)
{
  Listed *listed = data;

  g_array_unref (listed->cites);
  g_array_unref (listed->ids);
}

/**
 * csl_cluster_list_free:
 * @self: (transfer full) (nullable): citations
 *
 * Frees citations and their strings.
 */
void
csl_cluster_list_free (CslClusterList *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->listed);
  g_array_unref (self->public);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/* A string or a number; NULL for anything else and for nothing */
static const char *
get_text (CslClusterList *self,
          const CslValue *object,
          const char     *name)
{
  const CslValue *value = csl_value_get (object, name);
  g_autofree char *digits = NULL;
  const char *text = NULL;

  if (value != NULL && value->kind == CSL_VALUE_STRING)
    text = value->of.string;
  else if (value != NULL && value->kind == CSL_VALUE_INTEGER)
    text = digits = g_strdup_printf ("%" G_GINT64_FORMAT, value->of.integer);
  return text != NULL && *text != '\0' ? g_string_chunk_insert (self->strings, text) : NULL;
}

static gboolean
get_boolean (const CslValue *object,
             const char     *name)
{
  const CslValue *value = csl_value_get (object, name);

  if (value != NULL && value->kind == CSL_VALUE_BOOLEAN)
    return value->of.boolean;
  return value != NULL && value->kind == CSL_VALUE_INTEGER && value->of.integer != 0;
}

/* A number from 0 to @most; -1 if there is none */
static int
get_number (CslClusterList *self,
            const CslValue *object,
            const char     *name,
            int             most)
{
  const char *text = get_text (self, object, name);
  guint64 number = 0;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, (guint64) most, &number, NULL))
    return -1;
  return (int) number;
}

static gboolean
read_cite (CslClusterList *self,
           Listed         *listed,
           const CslValue *object)
{
  const char *id = get_text (self, object, "id");
  CslCite cite = { 0 };

  if (id == NULL || self->n_cites++ >= MAX_CITES)
    return FALSE;
  cite.locator = get_text (self, object, "locator");
  cite.label = get_text (self, object, "label");
  cite.prefix = get_text (self, object, "prefix");
  cite.suffix = get_text (self, object, "suffix");
  cite.suppress_author = get_boolean (object, "suppress-author");
  cite.author_only = get_boolean (object, "author-only");
  cite.position = get_number (self, object, "position", 3);
  cite.near_note = csl_value_get (object, "near-note") != NULL ? get_boolean (object, "near-note") : CSL_CITE_AUTO;
  cite.first_note = (guint) MAX (get_number (self, object, "first-reference-note-number", G_MAXINT), 0);
  g_array_append_val (listed->cites, cite);
  g_array_append_val (listed->ids, id);
  return TRUE;
}

static void
read_properties (CslClusterList *self,
                 Listed         *listed,
                 const CslValue *properties)
{
  static const char *const modes[] = { "", "composite", "author-only", "suppress-author" };
  CslCluster *cluster = &listed->public.cluster;
  const char *mode = get_text (self, properties, "mode");
  int note = get_number (self, properties, "noteIndex", G_MAXINT);

  listed->has_note = note >= 0;
  cluster->note = (guint) MAX (note, 0);
  cluster->infix = get_text (self, properties, "infix");
  for (guint i = 1; i < G_N_ELEMENTS (modes); i++)
    if (g_strcmp0 (mode, modes[i]) == 0)
      cluster->mode = (CslClusterMode) i;
}

/* An object with the list citationItems, or the bare list */
static gboolean
read_cluster (CslClusterList  *self,
              const CslValue  *value,
              GError         **error)
{
  Listed listed = { .cites = g_array_new (FALSE, FALSE, sizeof (CslCite)), .ids = g_array_new (FALSE, FALSE, sizeof (char *)) };
  const CslValue *cites = value->kind == CSL_VALUE_OBJECT ? csl_value_get (value, "citationItems") : value;
  const CslValue *cite = NULL;
  guint place = self->listed->len + 1;
  guint n = 1;

  listed.public.citation_id = get_text (self, value, "citationID");
  read_properties (self, &listed, csl_value_get (value, "properties"));
  g_array_append_val (self->listed, listed);
  if (cites == NULL || cites->kind != CSL_VALUE_LIST)
    {
      g_set_error (error, CSL_ERROR, CSL_ERROR_ITEM_INVALID,
                   /* Translators: the number of a citation in a list */
                   _("Citation %u is neither a list of cites nor an object with such a list as “citationItems”"), place);
      return FALSE;
    }
  for (cite = cites->of.first; cite != NULL; cite = cite->next, n++)
    if (!read_cite (self, &listed, cite))
      {
        g_set_error (error, CSL_ERROR, CSL_ERROR_ITEM_INVALID,
                     /* Translators: the number of a citation in a list, and that of one of its cites */
                     _("Citation %u, cite %u: it needs an object with the “id” of an item"), place, n);
        return FALSE;
      }
  return TRUE;
}

/**
 * csl_cluster_list_read:
 * @json: a list of citations in their order, each an object with `citationItems`, or
 *   just a list of cites
 * @length: bytes of it, or -1 if it ends in a nul
 * @error: return location for an error of the domain `CSL_ERROR` or `JSON_PARSER_ERROR`
 *
 * Reads the citations of a document: csl-citation.json of the CSL schema.
 *
 * A cite has the item’s `id`, and may have `locator`, `label`, `prefix`, `suffix`,
 * `suppress-author`, `author-only`, and, else found out, `position` (0 first, 1
 * subsequent, 2 ibid, 3 ibid with locator), `near-note` and
 * `first-reference-note-number`. A citation may have a `citationID`, and in `properties`
 * a `noteIndex` (0: in the text), a `mode` (`composite`, `author-only`,
 * `suppress-author`) and an `infix`.
 *
 * Returns: (transfer full): the citations, or `NULL` with @error set
 */
CslClusterList *
csl_cluster_list_read (const char  *json,
                       gssize       length,
                       GError     **error)
{
  g_autoptr (CslJsonList) list = csl_json_list_new (json, length < 0 ? strlen (json) : (gsize) length, error);
  g_autoptr (CslClusterList) self = NULL;
  g_autoptr (GError) cause = NULL;
  const CslValue *value = NULL;

  if (list == NULL)
    return NULL;
  self = g_new0 (CslClusterList, 1);
  self->strings = g_string_chunk_new (4096);
  self->public = g_array_new (FALSE, TRUE, sizeof (CslListedCluster));
  self->listed = g_array_new (FALSE, TRUE, sizeof (Listed));
  g_array_set_clear_func (self->listed, clear_listed);
  while ((value = csl_json_list_next (list, &cause)) != NULL)
    if (!read_cluster (self, value, error))
      return NULL;
  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  return g_steal_pointer (&self);
}

static void
bind_cites (Listed       *listed,
            CslProcessor *document,
            guint         place,
            GPtrArray    *errors)
{
  CslCite *cites = (CslCite *) (gpointer) listed->cites->data;
  guint n = 0;

  for (guint i = 0; i < listed->cites->len; i++)
    {
      const char *id = g_array_index (listed->ids, const char *, i);
      int item = csl_processor_find_item (document, id);

      if (item < 0)
        {
          /* Translators: the number of a citation in a list, and the id of an item */
          g_ptr_array_add (errors, g_strdup_printf (_("Citation %u: no item has the id “%s”"), place, id));
          continue;
        }
      cites[n] = cites[i];
      cites[n++].item = (guint) item;
    }
  listed->public.cluster.n_cites = n;
  listed->public.cluster.cites = cites;
}

/**
 * csl_cluster_list_bind:
 * @self: citations that were not bound before
 * @document: holds the items
 * @errors: (element-type utf8): takes a sentence for each cite whose item is not
 *   there; the cite is left out
 *
 * Finds the cited items. Where a citation does not say its note, citations in notes are
 * taken to stand one in each, from 1; in text, none stands in a note.
 */
void
csl_cluster_list_bind (CslClusterList *self,
                       CslProcessor   *document,
                       GPtrArray      *errors)
{
  gboolean in_notes = csl_style_get_class (csl_processor_get_style (document)) == CSL_STYLE_CLASS_NOTE;

  for (guint i = 0; i < self->listed->len; i++)
    {
      Listed *listed = &g_array_index (self->listed, Listed, i);

      bind_cites (listed, document, i + 1, errors);
      listed->public.cluster.id = i + 1;
      if (!listed->has_note && in_notes)
        listed->public.cluster.note = i + 1;
      g_array_append_val (self->public, listed->public);
    }
}

/**
 * csl_cluster_list_get:
 * @self: citations that were bound
 * @n_clusters: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_clusters): the citations
 */
const CslListedCluster *
csl_cluster_list_get (CslClusterList *self,
                      guint          *n_clusters)
{
  *n_clusters = self->public->len;
  return (const CslListedCluster *) (gpointer) self->public->data;
}
