/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A style and a locale laid together once, and then any number of works cited with
 * them. It never changes, so that a page can cite on the main loop what a thread
 * has compiled; the processor, which may not be shared, is made for each citation.
 */

#include "config.h"

#include "citer.h"

#include <glib/gi18n-lib.h>

#include "cite-error.h"
#include "language.h"
#include "read.h"
#include "styles-private.h"

struct _OffprintCiter
{
  char *name;
  char *title;
  CslStyle *style;
  CslLocale *locale;
  gboolean has_hanging_indent;
};

G_DEFINE_BOXED_TYPE (OffprintCiter, offprint_citer, offprint_citer_ref, offprint_citer_unref)

static OffprintCiter *
citer_new (OffprintStyleFolders  *folders,
           const char            *name,
           const char            *language,
           GError               **error)
{
  g_autoptr (CslStyle) style = offprint_style_folders_load_style (folders, name, error);
  g_autoptr (CslLocale) locale = NULL;
  g_autoptr (CslProcessor) processor = NULL;
  g_autofree char *tag = NULL;
  CslBibliographyParams params = { 0 };
  OffprintCiter *self = NULL;

  if (style == NULL)
    return NULL;
  tag = offprint_cite_choose_language (style, language);
  locale = csl_locale_new (style, tag, offprint_style_folders_load_locale, folders, error);
  if (locale == NULL)
    return NULL;
  processor = csl_processor_new (style, locale);
  csl_processor_get_params (processor, &params);

  self = g_atomic_rc_box_new0 (OffprintCiter);
  self->name = g_strdup (name);
  self->title = offprint_text_clean_line (csl_style_get_title (style) != NULL ? csl_style_get_title (style) : name, -1);
  self->style = g_steal_pointer (&style);
  self->locale = g_steal_pointer (&locale);
  self->has_hanging_indent = params.hanging_indent;
  return self;
}

/**
 * offprint_citer_new:
 * @catalog: the installed styles
 * @style: a style's name, or the path of a `.csl` file
 * @locale: (nullable): a language; `NULL` for the style's own, else the user's
 * @error: return location for an error of the domain `OFFPRINT_CITE_ERROR`,
 *   `CSL_ERROR` or `G_FILE_ERROR`
 *
 * Compiles a style in a language. Some milliseconds: off the main loop use
 * [ctor@Citer.new_async].
 *
 * Returns: (transfer full): the citer, or `NULL` with @error set
 */
OffprintCiter *
offprint_citer_new (OffprintStyleCatalog  *catalog,
                    const char            *style,
                    const char            *locale,
                    GError               **error)
{
  g_return_val_if_fail (OFFPRINT_IS_STYLE_CATALOG (catalog), NULL);
  g_return_val_if_fail (style != NULL, NULL);

  return citer_new (offprint_style_catalog_get_folders (catalog), style, locale, error);
}

typedef struct
{
  /* Owned */
  OffprintStyleFolders *folders;
  char *style;
  char *locale;
} Request;

static void
request_free (Request *request)
{
  offprint_style_folders_unref (request->folders);
  g_free (request->style);
  g_free (request->locale);
  g_free (request);
}

static void
compile_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  OffprintCiter *citer = citer_new (request->folders, request->style, request->locale, &error);

  if (citer != NULL)
    g_task_return_pointer (task, citer, (GDestroyNotify) offprint_citer_unref);
  else
    g_task_return_error (task, error);
}

/**
 * offprint_citer_new_async:
 * @catalog: the installed styles
 * @style: a style's name, or the path of a `.csl` file
 * @locale: (nullable): a language; `NULL` for the style's own, else the user's
 * @cancellable: (nullable): a cancellable
 * @callback: called when the style is compiled
 * @user_data: for @callback
 *
 * Compiles a style in a language on a thread.
 */
void
offprint_citer_new_async (OffprintStyleCatalog *catalog,
                          const char           *style,
                          const char           *locale,
                          GCancellable         *cancellable,
                          GAsyncReadyCallback   callback,
                          gpointer              user_data)
{
  g_autoptr (GTask) task = NULL;
  Request *request = NULL;

  g_return_if_fail (OFFPRINT_IS_STYLE_CATALOG (catalog));
  g_return_if_fail (style != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  request = g_new0 (Request, 1);
  request->folders = offprint_style_folders_ref (offprint_style_catalog_get_folders (catalog));
  request->style = g_strdup (style);
  request->locale = g_strdup (locale);
  task = g_task_new (catalog, cancellable, callback, user_data);
  g_task_set_source_tag (task, offprint_citer_new_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, compile_thread);
}

/**
 * offprint_citer_new_finish:
 * @result: what the callback was given
 * @error: return location for an error as of [ctor@Citer.new], or `G_IO_ERROR_CANCELLED`
 *
 * Returns: (transfer full): the citer, or `NULL` with @error set
 */
OffprintCiter *
offprint_citer_new_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, offprint_citer_new_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * offprint_citer_ref:
 * @self: a citer
 *
 * Returns: (transfer full): @self
 */
OffprintCiter *
offprint_citer_ref (OffprintCiter *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
citer_clear (OffprintCiter *self)
{
  g_free (self->name);
  g_free (self->title);
  csl_style_unref (self->style);
  csl_locale_unref (self->locale);
}

/**
 * offprint_citer_unref:
 * @self: (transfer full): a citer
 */
void
offprint_citer_unref (OffprintCiter *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) citer_clear);
}

/**
 * offprint_citer_get_style_name:
 * @self: a citer
 *
 * Returns: the name or path that it was made with
 */
const char *
offprint_citer_get_style_name (OffprintCiter *self)
{
  return self->name;
}

/**
 * offprint_citer_get_style_title:
 * @self: a citer
 *
 * Returns: the style's title for people; its name if it has none
 */
const char *
offprint_citer_get_style_title (OffprintCiter *self)
{
  return self->title;
}

/**
 * offprint_citer_has_hanging_indent:
 * @self: a citer
 *
 * Returns: whether the style wants later lines of an entry indented
 */
gboolean
offprint_citer_has_hanging_indent (OffprintCiter *self)
{
  return self->has_hanging_indent;
}

/**
 * offprint_citer_get_style:
 * @self: a citer
 *
 * Returns: (transfer none): the compiled style
 */
CslStyle *
offprint_citer_get_style (OffprintCiter *self)
{
  return self->style;
}

/**
 * offprint_citer_get_locale:
 * @self: a citer
 *
 * Returns: (transfer none): the words of style and language
 */
CslLocale *
offprint_citer_get_locale (OffprintCiter *self)
{
  return self->locale;
}

/**
 * offprint_citer_item_new:
 * @work: what to cite
 * @error: return location for an error of the domain `CSL_ERROR`
 *
 * Reads a work as the engine does, once for many citations: the item never changes.
 *
 * Returns: (transfer full): the item, or `NULL` with @error set
 */
CslItem *
offprint_citer_item_new (OffprintWork  *work,
                         GError       **error)
{
  g_autoptr (JsonNode) node = NULL;

  g_return_val_if_fail (OFFPRINT_IS_WORK (work), NULL);

  node = offprint_work_to_json (work, OFFPRINT_RECORD_ITEM_ONLY);
  return csl_item_new_from_json (json_node_get_object (node), error);
}

static OffprintRichText *
text_of_output (OffprintCiter  *self,
                CslOutput      *output,
                GError        **error)
{
  if (output != NULL && !csl_output_is_empty (output))
    return csl_output_to_rich_text (output);

  g_set_error (error, OFFPRINT_CITE_ERROR, OFFPRINT_CITE_ERROR_NO_TEXT,
               /* Translators: the title of a citation style */
               _("“%s” has nothing to say of this work: too little is known of it"), offprint_citer_get_style_title (self));
  return NULL;
}

/**
 * offprint_citer_cite_item:
 * @self: a citer
 * @item: what to cite
 * @mode: the entry of a bibliography, or the citation in the text
 * @error: return location for an error of the domain `OFFPRINT_CITE_ERROR`
 *
 * Cites one item, as if it were the only one of a document. A style without a
 * bibliography gives its citation in both modes. Any thread may call it.
 *
 * Returns: (transfer full): the citation, or `NULL` with @error set
 */
OffprintRichText *
offprint_citer_cite_item (OffprintCiter     *self,
                          CslItem           *item,
                          OffprintCiteMode   mode,
                          GError           **error)
{
  g_autoptr (CslProcessor) processor = NULL;
  g_autoptr (CslOutput) output = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (item != NULL, NULL);

  processor = csl_processor_new (self->style, self->locale);
  if (mode == OFFPRINT_CITE_BIBLIOGRAPHY && csl_style_has_bibliography (self->style))
    output = csl_processor_format_entry (processor, item);
  else
    output = csl_processor_format_cite (processor, item);
  return text_of_output (self, output, error);
}

/**
 * offprint_citer_cite:
 * @self: a citer
 * @work: what to cite
 * @mode: the entry of a bibliography, or the citation in the text
 * @error: return location for an error of the domain `OFFPRINT_CITE_ERROR` or `CSL_ERROR`
 *
 * Cites one work, as if it were the only one of a document. A style without a
 * bibliography gives its citation in both modes.
 *
 * Returns: (transfer full): the citation, or `NULL` with @error set
 */
OffprintRichText *
offprint_citer_cite (OffprintCiter     *self,
                     OffprintWork      *work,
                     OffprintCiteMode   mode,
                     GError           **error)
{
  g_autoptr (CslItem) item = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (OFFPRINT_IS_WORK (work), NULL);

  item = offprint_citer_item_new (work, error);
  return item != NULL ? offprint_citer_cite_item (self, item, mode, error) : NULL;
}
