/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The style and the locale that were compiled in. They are asked for by name
 * from the room's own resource, which nobody has to register.
 */

#include "config.h"

#include "builtin.h"

#include <gio/gio.h>

#include "csl-data.h"

static GBytes *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_resource_lookup_data (csl_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  return bytes;
}

/**
 * csl_builtin_get_style_bytes:
 *
 * Gives the style that stands inside the library: author and year, chapters as
 * publishers print them on their pages.
 *
 * Returns: (transfer full): a CSL style
 */
GBytes *
csl_builtin_get_style_bytes (void)
{
  return load ("/io/github/offprint/csl/offprint-chapter.csl");
}

/**
 * csl_builtin_get_locale_bytes:
 *
 * Gives the locale that stands inside the library, American English.
 *
 * Returns: (transfer full): a CSL locale
 */
GBytes *
csl_builtin_get_locale_bytes (void)
{
  return load ("/io/github/offprint/csl/locales-offprint-en-US.xml");
}
