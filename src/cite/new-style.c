/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A style is source code from a stranger: before it lies in the reader's folder, where it
 * would shadow others of its name, it is compiled, its parent is looked for, and what it
 * would take the place of is known.
 */

#include "config.h"

#include "style-install-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cite-error.h"
#include "read.h"
#include "styles-private.h"

/* As much as the engine reads of a style */
#define MAX_BYTES (4 * 1024 * 1024)

G_DEFINE_BOXED_TYPE (OffprintNewStyle, offprint_new_style, offprint_new_style_ref, offprint_new_style_unref)

/* The last part of an address or path, without “.csl” and what follows “?” or “#” */
static char *
dup_last_part (const char *text)
{
  gsize length = strcspn (text, "?#");
  g_autofree char *whole = g_strndup (text, length);
  char *slash = NULL;

  while (length > 0 && whole[length - 1] == '/')
    whole[--length] = '\0';
  slash = strrchr (whole, '/');
  if (g_str_has_suffix (whole, ".csl"))
    whole[length - strlen (".csl")] = '\0';
  return g_strdup (slash != NULL ? slash + 1 : whole);
}

static gboolean
is_good_name (const char *name)
{
  if (!g_ascii_isalnum (*name) || strlen (name) > 150)
    return FALSE;
  for (const char *p = name; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("-_.+", *p) == NULL)
      return FALSE;
  return TRUE;
}

/* “My Style (2nd ed.)” → my-style-2nd-ed */
static char *
make_name (const char *text)
{
  GString *name = g_string_new (NULL);

  for (const char *p = text; *p != '\0' && name->len < 100; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (name, g_ascii_tolower (*p));
    else if (name->len > 0 && name->str[name->len - 1] != '-')
      g_string_append_c (name, '-');
  while (name->len > 0 && name->str[name->len - 1] == '-')
    g_string_truncate (name, name->len - 1);
  return g_string_free (name, FALSE);
}

/* Dependent styles know their parent by the last part of its id: services.md 11. Without
 * an id the file is called as it was, if it can be */
static char *
choose_name (const CslStyleHead *head,
             const char         *origin)
{
  g_autofree char *name = head->id != NULL ? dup_last_part (head->id) : g_strdup ("");

  if (!is_good_name (name))
    {
      g_free (name);
      name = dup_last_part (origin);
    }
  if (!is_good_name (name))
    {
      g_free (name);
      name = make_name (head->title);
    }
  if (!is_good_name (name))
    {
      g_free (name);
      name = g_strdup ("style");
    }
  return g_steal_pointer (&name);
}

/* An id is an address that nobody asks: its scheme and a slash at its end mean nothing */
static gboolean
are_ids_equal (const char *a,
               const char *b)
{
  const char *first = a != NULL && strstr (a, "://") != NULL ? strstr (a, "://") : a;
  const char *second = b != NULL && strstr (b, "://") != NULL ? strstr (b, "://") : b;

  return g_strcmp0 (first, second) == 0;
}

/**
 * offprint_new_style_compare:
 * @self: a style
 * @folders: where styles lie
 * @standing: (out): what installing it would mean
 * @error: return location for an error of the domain `OFFPRINT_CITE_ERROR`
 *
 * Compares a style with the one that is asked for by its name now. A file that cannot be
 * read as a style has nothing to lose.
 *
 * Returns: whether it may be installed; `FALSE` with `OFFPRINT_CITE_ERROR_NAME_TAKEN` if
 *   another style would be hidden by it
 */
gboolean
offprint_new_style_compare (OffprintNewStyle       *self,
                            OffprintStyleFolders   *folders,
                            OffprintStyleStanding  *standing,
                            GError                **error)
{
  g_autoptr (GBytes) bytes = offprint_style_folders_load (folders, self->name, NULL);
  g_auto (CslStyleHead) head = { NULL };

  *standing = OFFPRINT_STYLE_IS_NEW;
  if (bytes == NULL)
    return TRUE;
  if (g_bytes_equal (bytes, self->xml))
    {
      *standing = OFFPRINT_STYLE_IS_INSTALLED;
      return TRUE;
    }
  *standing = OFFPRINT_STYLE_IS_UPDATE;
  if (!csl_style_head_read (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &head, NULL) ||
      are_ids_equal (head.id, self->id))
    return TRUE;
  g_set_error (error, OFFPRINT_CITE_ERROR, OFFPRINT_CITE_ERROR_NAME_TAKEN,
               /* Translators: the titles of two styles, and the name of both */
               _("“%s” cannot be installed: another style, “%s”, has the same name “%s”; give it another id"), self->title, head.title,
               self->name);
  return FALSE;
}

typedef struct
{
  OffprintStyleFolders *folders;
  gboolean is_asked;
  gboolean is_missing;
} Parent;

/* In place of a parent that is not there, any style will do to check the child */
static GBytes *
load_parent_cb (const char  *name,
                gpointer     data,
                GError     **error)
{
  Parent *parent = data;
  GBytes *bytes = offprint_style_folders_load (parent->folders, name, NULL);

  parent->is_asked = TRUE;
  parent->is_missing = bytes == NULL;
  return bytes != NULL ? bytes : csl_builtin_get_style_bytes ();
}

static OffprintNewStyle *
new_style_read (OffprintStyleFolders  *folders,
                GBytes                *xml,
                const char            *origin,
                GError               **error)
{
  g_autoptr (OffprintNewStyle) self = NULL;
  g_auto (CslStyleHead) head = { NULL };
  g_autofree char *place = g_path_get_basename (origin);
  g_autoptr (CslStyle) style = NULL;
  g_autoptr (GError) slip = NULL;
  Parent parent = { folders, FALSE, FALSE };
  gsize length = 0;
  const char *data = g_bytes_get_data (xml, &length);

  style = csl_style_new_with_parent (length > 0 ? data : "", (gssize) length, place, load_parent_cb, &parent, error);
  if (style == NULL)
    return NULL;
  if (!csl_style_head_read (data, (gssize) length, &head, error))
    {
      g_prefix_error (error, "%s: ", place);
      return NULL;
    }
  self = g_atomic_rc_box_new0 (OffprintNewStyle);
  self->xml = g_bytes_ref (xml);
  self->name = choose_name (&head, origin);
  self->title = offprint_text_clean_line (head.title, -1);
  self->id = g_steal_pointer (&head.id);
  if (parent.is_asked)
    self->parent = g_steal_pointer (&head.parent);
  else if (!csl_style_check (style, &slip))
    self->slip = g_strdup (slip->message);
  self->lacks_parent = parent.is_missing;
  if (!offprint_new_style_compare (self, folders, &self->standing, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* A person may drop a film on the window */
static GBytes *
load_file (GFile         *file,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autofree char *data = NULL;
  gsize length = 0;
  g_autofree char *name = NULL;

  if (stream == NULL)
    return NULL;
  data = g_malloc (MAX_BYTES + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), data, MAX_BYTES + 1, &length, cancellable, error))
    return NULL;
  if (length <= MAX_BYTES)
    return g_bytes_new (data, length);
  name = g_file_get_parse_name (file);
  g_set_error (error, CSL_ERROR, CSL_ERROR_TOO_LARGE,
               /* Translators: a file and a number of MiB */
               _("“%s” is larger than the %u MiB that a style may have"), name, MAX_BYTES / (1024 * 1024));
  return NULL;
}

typedef struct
{
  /* Owned */
  OffprintStyleFolders *folders;
  GFile *file; /* nullable: then there is XML */
  GBytes *xml;
  char *origin;
} Request;

static void
request_free (Request *request)
{
  offprint_style_folders_unref (request->folders);
  g_clear_object (&request->file);
  g_clear_pointer (&request->xml, g_bytes_unref);
  g_free (request->origin);
  g_free (request);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  OffprintNewStyle *style = NULL;

  if (request->xml == NULL)
    request->xml = load_file (request->file, cancellable, &error);
  if (request->xml != NULL)
    style = new_style_read (request->folders, request->xml, request->origin, &error);
  if (style != NULL)
    g_task_return_pointer (task, style, (GDestroyNotify) offprint_new_style_unref);
  else
    g_task_return_error (task, error);
}

static void
start (OffprintStyleCatalog *catalog,
       GFile                *file,
       GBytes               *xml,
       const char           *origin,
       GCancellable         *cancellable,
       GAsyncReadyCallback   callback,
       gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (catalog, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->folders = offprint_style_folders_ref (offprint_style_catalog_get_folders (catalog));
  request->file = file != NULL ? g_object_ref (file) : NULL;
  request->xml = xml != NULL ? g_bytes_ref (xml) : NULL;
  request->origin = g_strdup (origin);
  g_task_set_source_tag (task, offprint_new_style_finish);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, read_thread);
}

/**
 * offprint_new_style_load_async:
 * @catalog: the installed styles
 * @file: a file of a style
 * @cancellable: (nullable): a cancellable
 * @callback: called when the style is read
 * @user_data: for @callback
 *
 * Reads and checks a style of a file, on a thread.
 */
void
offprint_new_style_load_async (OffprintStyleCatalog *catalog,
                               GFile                *file,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data)
{
  g_autofree char *origin = NULL;

  g_return_if_fail (OFFPRINT_IS_STYLE_CATALOG (catalog));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  origin = g_file_get_parse_name (file);
  start (catalog, file, NULL, origin, cancellable, callback, user_data);
}

/**
 * offprint_new_style_read_async:
 * @catalog: the installed styles
 * @xml: the style
 * @origin: the address or file it came from, for messages, and for its name if it has
 *   no id
 * @cancellable: (nullable): a cancellable
 * @callback: called when the style is read
 * @user_data: for @callback
 *
 * Reads and checks a style that was fetched, on a thread.
 */
void
offprint_new_style_read_async (OffprintStyleCatalog *catalog,
                               GBytes               *xml,
                               const char           *origin,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data)
{
  g_return_if_fail (OFFPRINT_IS_STYLE_CATALOG (catalog));
  g_return_if_fail (xml != NULL);
  g_return_if_fail (origin != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  start (catalog, NULL, xml, origin, cancellable, callback, user_data);
}

/**
 * offprint_new_style_finish:
 * @result: what the callback was given
 * @error: return location for an error of the domain `CSL_ERROR` (what is wrong with the
 *   style, and in which line), `OFFPRINT_CITE_ERROR` or `G_IO_ERROR`
 *
 * Returns: (transfer full): the style, or `NULL` with @error set
 */
OffprintNewStyle *
offprint_new_style_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, offprint_new_style_finish), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * offprint_new_style_ref:
 * @self: a style
 *
 * Returns: (transfer full): @self
 */
OffprintNewStyle *
offprint_new_style_ref (OffprintNewStyle *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (OffprintNewStyle *self)
{
  g_bytes_unref (self->xml);
  g_free (self->name);
  g_free (self->title);
  g_free (self->id);
  g_free (self->parent);
  g_free (self->slip);
}

/**
 * offprint_new_style_unref:
 * @self: (transfer full): a style
 */
void
offprint_new_style_unref (OffprintNewStyle *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

/**
 * offprint_new_style_get_name:
 * @self: a style
 *
 * Returns: the name by which it will be asked for
 */
const char *
offprint_new_style_get_name (OffprintNewStyle *self)
{
  return self->name;
}

/**
 * offprint_new_style_get_title:
 * @self: a style
 *
 * Returns: its title for people
 */
const char *
offprint_new_style_get_title (OffprintNewStyle *self)
{
  return self->title;
}

/**
 * offprint_new_style_get_parent:
 * @self: a style
 *
 * Returns: (nullable): the name of the style that a dependent one follows
 */
const char *
offprint_new_style_get_parent (OffprintNewStyle *self)
{
  return self->parent;
}

/**
 * offprint_new_style_lacks_parent:
 * @self: a style
 *
 * Returns: whether it follows a style that was not installed when it was read
 */
gboolean
offprint_new_style_lacks_parent (OffprintNewStyle *self)
{
  return self->lacks_parent;
}

/**
 * offprint_new_style_get_slip:
 * @self: a style
 *
 * Returns: (nullable): what its author should mend in it, and in which line, though it can
 *   be used; `NULL` if there is nothing
 */
const char *
offprint_new_style_get_slip (OffprintNewStyle *self)
{
  return self->slip;
}

/**
 * offprint_new_style_get_standing:
 * @self: a style
 *
 * Returns: what installing it would have meant when it was read
 */
OffprintStyleStanding
offprint_new_style_get_standing (OffprintNewStyle *self)
{
  return self->standing;
}
