/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one place that loads GMime. Only web archives need it: without it, all else still
 * works, and an archive says what is missing.
 */

#include "config.h"

#include "mime.h"

#include <glib/gi18n-lib.h>
#include <gmodule.h>

#include "page.h"

#define SONAME "libgmime-3.0.so.0"

static gboolean
find_all (GModule      *module,
          OffprintMime *mime)
{
#define FIND(name) g_module_symbol (module, G_STRINGIFY (name), (gpointer *) &mime->name) &&
  return OFFPRINT_MIME_FUNCTIONS (FIND) TRUE;
#undef FIND
}

/* The table, or NULL; once and for all */
static gpointer
load (gpointer data)
{
  static OffprintMime mime;
  GModule *module = g_module_open (SONAME, G_MODULE_BIND_LAZY);

  if (module == NULL || !find_all (module, &mime))
    return NULL;
  g_module_make_resident (module);
  mime.g_mime_init ();

  return &mime;
}

/**
 * offprint_mime_load:
 * @error: return location for an error of the domain `OFFPRINT_PAGE_ERROR`
 *
 * Loads GMime, the first time. May be called from any thread.
 *
 * Returns: (transfer none) (nullable): the table of its functions, or `NULL` with @error set
 */
const OffprintMime *
offprint_mime_load (GError **error)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, load, NULL);
  if (once.retval == NULL)
    g_set_error (error, OFFPRINT_PAGE_ERROR, OFFPRINT_PAGE_ERROR_BROKEN,
                 /* Translators: the name of a library */
                 _("Web archives need “%s”, which is not installed: save the page as HTML, or install GMime"), SONAME);

  return once.retval;
}
