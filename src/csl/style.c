/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making styles, and what they tell of themselves; and the parent behind a
 * dependent one.
 */

#include "config.h"

#include "style-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (CslStyle, csl_style, csl_style_ref, csl_style_unref)

static void
style_clear (gpointer data)
{
  CslStyle *self = data;

  g_ptr_array_unref (self->custom_terms);
  g_ptr_array_unref (self->locale_blocks);
  csl_arena_free (self->arena);
}

static CslStyle *
style_new (void)
{
  CslStyle *self = g_atomic_rc_box_new0 (CslStyle);

  self->arena = csl_arena_new ();
  self->custom_terms = g_ptr_array_new ();
  self->locale_blocks = g_ptr_array_new ();
  self->title = self->title_short = self->id = "";
  self->initialize_with_hyphen = TRUE;
  return self;
}

/* So circles of styles end after one step */
static GBytes *
refuse_grandparent (const char  *name,
                    gpointer     user_data,
                    GError     **error)
{
  (void) user_data;
  g_set_error (error, CSL_ERROR, CSL_ERROR_STYLE_INVALID,
               /* Translators: name of a style */
               _("that one itself depends on “%s”, but only an independent style may be depended on"), name);
  return NULL;
}

/* What a dependent style says of itself holds over what its parent says */
static CslStyle *
load_parent (CslStyle        *child,
             const char      *name,
             CslStyleLoader   parent_loader,
             gpointer         user_data,
             GError         **error)
{
  g_autoptr (GBytes) bytes = NULL;
  CslStyle *parent;
  gsize length;
  const char *data;

  if (parent_loader == NULL)
    {
      g_set_error (error, CSL_ERROR, CSL_ERROR_STYLE_INVALID,
                   /* Translators: name of a style, line number, name of another style */
                   _("“%s”, line %u: it depends on the style “%s”, which is not at hand"), name, child->parent_line, child->parent);
      return NULL;
    }
  bytes = parent_loader (child->parent, user_data, error);
  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &length);
  parent = csl_style_new_with_parent (data, (gssize) length, child->parent, refuse_grandparent, child, error);
  if (parent == NULL)
    {
      g_prefix_error (error, /* Translators: name of a style, line number, name of another style; what is wrong with that one follows */
                      _("“%s”, line %u, depends on “%s”: "), name, child->parent_line, child->parent);
      return NULL;
    }

  parent->title = csl_arena_strdup (parent->arena, child->title);
  parent->title_short = csl_arena_strdup (parent->arena, child->title_short);
  parent->id = csl_arena_strdup (parent->arena, child->id);
  if (child->default_locale != NULL)
    parent->default_locale = csl_arena_strdup (parent->arena, child->default_locale);
  if (child->format != CSL_STYLE_FORMAT_UNKNOWN)
    parent->format = child->format;
  return parent;
}

/**
 * csl_style_new_with_parent:
 * @data: the XML of a style
 * @length: bytes of it, or -1 if it ends in a nul
 * @name: what to call it in errors: a file's or style's name
 * @parent_loader: (nullable) (scope call): finds the parent of a dependent style
 * @user_data: for @parent_loader
 * @error: return location for an error of the domain `CSL_ERROR`, or one of the loader
 *
 * Compiles a style, independent or not. A parent that itself depends on
 * another style is refused: CSL 1.0.2, “Independent and Dependent Styles”.
 *
 * Returns: (transfer full): the style, or `NULL` with @error set
 */
CslStyle *
csl_style_new_with_parent (const char      *data,
                           gssize           length,
                           const char      *name,
                           CslStyleLoader   parent_loader,
                           gpointer         user_data,
                           GError         **error)
{
  g_autoptr (CslStyle) self = NULL;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = style_new ();
  if (!csl_style_read (self, name, data, length < 0 ? strlen (data) : (gsize) length, error))
    return NULL;
  if (self->parent != NULL && !self->sections[CSL_AREA_CITATION].is_present)
    return load_parent (self, name, parent_loader, user_data, error);
  if (!csl_style_resolve (self, name, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * csl_style_new_from_data:
 * @data: the XML of a style
 * @length: bytes of it, or -1 if it ends in a nul
 * @name: what to call it in errors: a file's or style's name
 * @error: return location for an error of the domain `CSL_ERROR`
 *
 * Compiles an independent style.
 *
 * Returns: (transfer full): the style, or `NULL` with @error set
 */
CslStyle *
csl_style_new_from_data (const char  *data,
                         gssize       length,
                         const char  *name,
                         GError     **error)
{
  return csl_style_new_with_parent (data, length, name, NULL, NULL, error);
}

/* @user_data is the path of the child */
static GBytes *
load_parent_nearby (const char  *name,
                    gpointer     user_data,
                    GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (user_data);
  g_autofree char *file = g_strconcat (name, ".csl", NULL);
  g_autofree char *beside = g_build_filename (folder, file, NULL);
  g_autofree char *above = g_build_filename (folder, "..", file, NULL);
  char *data;
  gsize length;

  if (!g_file_get_contents (beside, &data, &length, NULL) && !g_file_get_contents (above, &data, &length, error))
    return NULL;
  return g_bytes_new_take (data, length);
}

/**
 * csl_style_load_file:
 * @path: a file
 * @parent_loader: (nullable) (scope call): finds the parent of a dependent
 *   style; `NULL` looks beside the file and in the folder above
 * @user_data: for @parent_loader
 * @error: return location for an error of the domain `CSL_ERROR` or `G_FILE_ERROR`
 *
 * Compiles a style from the disk.
 *
 * Returns: (transfer full): the style, or `NULL` with @error set
 */
CslStyle *
csl_style_load_file (const char      *path,
                     CslStyleLoader   parent_loader,
                     gpointer         user_data,
                     GError         **error)
{
  g_autofree char *data = NULL;
  g_autofree char *name = NULL;
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);

  if (!g_file_get_contents (path, &data, &length, error))
    return NULL;

  name = g_path_get_basename (path);
  if (parent_loader == NULL)
    {
      parent_loader = load_parent_nearby;
      user_data = (gpointer) path;
    }
  return csl_style_new_with_parent (data, (gssize) length, name, parent_loader, user_data, error);
}

/**
 * csl_style_ref:
 * @self: a style
 *
 * Takes a reference, in any thread.
 *
 * Returns: (transfer full): the style
 */
CslStyle *
csl_style_ref (CslStyle *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * csl_style_unref:
 * @self: (transfer full): a style
 *
 * Gives a reference back, in any thread.
 */
void
csl_style_unref (CslStyle *self)
{
  g_atomic_rc_box_release_full (self, style_clear);
}

/**
 * csl_style_check:
 * @self: a style
 * @error: return location for an error of the domain `CSL_ERROR`
 *
 * Looks for what is wrong in a style though it can be used: a term that neither CSL
 * nor the style knows, which prints nothing. For who writes or installs a style.
 *
 * Returns: is all well? If not, @error names the style and the line
 */
gboolean
csl_style_check (CslStyle  *self,
                 GError   **error)
{
  if (self->slip == NULL)
    return TRUE;

  g_set_error_literal (error, CSL_ERROR, CSL_ERROR_STYLE_INVALID, self->slip);
  return FALSE;
}

/**
 * csl_style_get_title:
 * @self: a style
 *
 * Gives the name that people know the style by.
 *
 * Returns: (transfer none): the title; may be empty
 */
const char *
csl_style_get_title (CslStyle *self)
{
  return self->title;
}

/**
 * csl_style_get_title_short:
 * @self: a style
 *
 * Gives the abbreviation of the title.
 *
 * Returns: (transfer none): the short title; often empty
 */
const char *
csl_style_get_title_short (CslStyle *self)
{
  return self->title_short;
}

/**
 * csl_style_get_id:
 * @self: a style
 *
 * Gives the address that identifies the style.
 *
 * Returns: (transfer none): the id; may be empty
 */
const char *
csl_style_get_id (CslStyle *self)
{
  return self->id;
}

/**
 * csl_style_get_default_locale:
 * @self: a style
 *
 * Gives the language that a style insists on.
 *
 * Returns: (transfer none) (nullable): a tag as "de-DE"; `NULL` if it leaves the choice
 */
const char *
csl_style_get_default_locale (CslStyle *self)
{
  return self->default_locale;
}

/**
 * csl_style_get_format:
 * @self: a style
 *
 * Gives what citations look like, as the style's category says.
 *
 * Returns: the format
 */
CslStyleFormat
csl_style_get_format (CslStyle *self)
{
  return self->format;
}

/**
 * csl_style_get_class:
 * @self: a style
 *
 * Tells if citations stand in the text or in notes.
 *
 * Returns: the class
 */
CslStyleClass
csl_style_get_class (CslStyle *self)
{
  return self->style_class;
}

/**
 * csl_style_has_bibliography:
 * @self: a style
 *
 * Tells if the style has a bibliography; some note styles have none.
 *
 * Returns: has it?
 */
gboolean
csl_style_has_bibliography (CslStyle *self)
{
  return self->sections[CSL_AREA_BIBLIOGRAPHY].is_present;
}
