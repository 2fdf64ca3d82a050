/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which library each function of ICU is in, and the one place that loads them.
 */

#include "config.h"

#include "icu.h"

#include <gmodule.h>

#define SONAME(library) "lib" library ".so." G_STRINGIFY (U_ICU_VERSION_MAJOR_NUM)

/* Offprint is built against this very version; without it an installation is broken, and
 * there is no use in sorting or spelling otherwise than everybody expects. */
static GModule *
load (const char *soname)
{
  GModule *module = g_module_open (soname, G_MODULE_BIND_LAZY);

  if (module == NULL)
    g_error ("%s, which Offprint needs, cannot be loaded: %s", soname, g_module_error ());
  g_module_make_resident (module);

  return module;
}

static void
find (GModule    *module,
      const char *name,
      gpointer    function)
{
  if (!g_module_symbol (module, name, function))
    g_error ("ICU has no %s: %s", name, g_module_error ());
}

#define FIND(name) find (module, G_STRINGIFY (name), &functions.name);

/**
 * offprint_icu_common:
 *
 * The functions of libicuuc, which is loaded by the first call. May be called from any
 * thread.
 *
 * Returns: (transfer none): the table
 */
const OffprintIcuCommon *
offprint_icu_common (void)
{
  static OffprintIcuCommon functions;
  static gsize is_loaded = 0;

  if (g_once_init_enter (&is_loaded))
    {
      GModule *module = load (SONAME ("icuuc"));

      OFFPRINT_ICU_COMMON_FUNCTIONS (FIND)
      g_once_init_leave (&is_loaded, 1);
    }
  return &functions;
}

/**
 * offprint_icu_i18n:
 *
 * The functions of libicui18n, which is loaded by the first call. May be called from any
 * thread.
 *
 * Returns: (transfer none): the table
 */
const OffprintIcuI18n *
offprint_icu_i18n (void)
{
  static OffprintIcuI18n functions;
  static gsize is_loaded = 0;

  if (g_once_init_enter (&is_loaded))
    {
      GModule *module = load (SONAME ("icui18n"));

      OFFPRINT_ICU_I18N_FUNCTIONS (FIND)
      g_once_init_leave (&is_loaded, 1);
    }
  return &functions;
}
