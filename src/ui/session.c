/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small JSON file under XDG_STATE_HOME: neither a setting, which a person would
 * carry to another machine, nor kept, which a person would miss. A file that is
 * broken or of another shape is as good as none.
 */

#include "config.h"

#include "session.h"

#include <json-glib/json-glib.h>

#define VERSION   1
#define MAX_BYTES 65536

struct _OffprintSession
{
  char *path;
  char *work_id;
  char *work_doi;
  gboolean is_first;
  gboolean is_changed;
};

static const char *
get_string (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static void
read_file (OffprintSession *self,
           const char      *text,
           gsize            length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *root;

  json_parser_set_strict (parser, TRUE);
  if (length > MAX_BYTES || !json_parser_load_from_data (parser, text, length, NULL))
    return;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return;
  self->work_id = g_strdup (get_string (json_node_get_object (root), "work"));
  self->work_doi = g_strdup (get_string (json_node_get_object (root), "doi"));
}

/**
 * offprint_session_load:
 * @path: the name of the file, which need not exist
 *
 * Returns: (transfer full): what the file says, or an empty session
 */
OffprintSession *
offprint_session_load (const char *path)
{
  OffprintSession *self;
  g_autofree char *text = NULL;
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (OffprintSession, 1);
  self->path = g_strdup (path);
  if (g_file_get_contents (path, &text, &length, NULL))
    read_file (self, text, length);
  else
    self->is_first = TRUE;
  return self;
}

/**
 * offprint_session_free:
 * @self: (transfer full): the session
 */
void
offprint_session_free (OffprintSession *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->work_id);
  g_free (self->work_doi);
  g_free (self);
}

/**
 * offprint_session_is_first:
 * @self: the session
 *
 * Returns: whether Offprint was never left before
 */
gboolean
offprint_session_is_first (OffprintSession *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_first;
}

/**
 * offprint_session_get_work_id:
 * @self: the session
 *
 * Returns: (nullable): the id of the work that was being read
 */
const char *
offprint_session_get_work_id (OffprintSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->work_id;
}

/**
 * offprint_session_get_work_doi:
 * @self: the session
 *
 * Returns: (nullable): its DOI
 */
const char *
offprint_session_get_work_doi (OffprintSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->work_doi;
}

/**
 * offprint_session_set_work:
 * @self: the session
 * @id: (nullable): the id of the work that is being read
 * @doi: (nullable): its DOI
 */
void
offprint_session_set_work (OffprintSession *self,
                           const char      *id,
                           const char      *doi)
{
  g_return_if_fail (self != NULL);

  if (g_set_str (&self->work_id, id))
    self->is_changed = TRUE;
  if (g_set_str (&self->work_doi, doi))
    self->is_changed = TRUE;
}

static char *
dup_json (OffprintSession *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);

  json_object_set_int_member (object, "version", VERSION);
  if (self->work_id != NULL)
    json_object_set_string_member (object, "work", self->work_id);
  if (self->work_doi != NULL)
    json_object_set_string_member (object, "doi", self->work_doi);
  json_node_set_object (root, object);
  return json_to_string (root, TRUE);
}

/**
 * offprint_session_save:
 * @self: the session
 * @error: return location for an error of `G_FILE_ERROR`
 *
 * Writes the file whole or not at all, if there is anything new to say.
 *
 * Returns: whether the file says what the session says
 */
gboolean
offprint_session_save (OffprintSession  *self,
                       GError          **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *json = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!self->is_changed && !self->is_first)
    return TRUE;

  folder = g_path_get_dirname (self->path);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", folder, g_strerror (errno));
      return FALSE;
    }
  json = dup_json (self);
  if (!g_file_set_contents_full (self->path, json, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error))
    return FALSE;
  self->is_first = FALSE;
  self->is_changed = FALSE;
  return TRUE;
}
