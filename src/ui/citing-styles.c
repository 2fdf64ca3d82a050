/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which styles the reader uses: the one that is cited in, those used before, and those with
 * a star. They are settings, and all windows hold to them.
 */

#include "config.h"

#include "citing.h"

#define N_RECENT_STYLES 10

/**
 * offprint_citing_choose_style:
 * @self: a citing
 * @name: a name of the catalog
 *
 * Cites in another style from now on, here and wherever the settings hold, and
 * remembers it among the recent ones.
 */
void
offprint_citing_choose_style (OffprintCiting *self,
                              const char     *name)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) recent = NULL;
  g_auto (GStrv) renewed = NULL;
  GSettings *settings = NULL;
  guint n = 1;

  g_return_if_fail (OFFPRINT_IS_CITING (self));
  g_return_if_fail (name != NULL);

  settings = offprint_citing_get_settings (self);
  if (settings == NULL)
    return;

  recent = g_settings_get_strv (settings, "recent-styles");
  g_strv_builder_add (builder, name);
  for (guint i = 0; recent[i] != NULL && n < N_RECENT_STYLES; i++)
    {
      if (g_str_equal (recent[i], name))
        continue;
      g_strv_builder_add (builder, recent[i]);
      n++;
    }
  renewed = g_strv_builder_end (builder);
  g_settings_set_strv (settings, "recent-styles", (const char *const *) renewed);
  g_settings_set_string (settings, "citation-style", name);
}

/**
 * offprint_citing_is_favourite:
 * @self: a citing
 * @name: a name of the catalog
 *
 * Returns: whether the reader has starred the style
 */
gboolean
offprint_citing_is_favourite (OffprintCiting *self,
                              const char     *name)
{
  g_auto (GStrv) names = NULL;
  GSettings *settings = NULL;

  g_return_val_if_fail (OFFPRINT_IS_CITING (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  settings = offprint_citing_get_settings (self);
  names = settings != NULL ? g_settings_get_strv (settings, "favourite-styles") : NULL;
  return names != NULL && g_strv_contains ((const char *const *) names, name);
}

/**
 * offprint_citing_set_favourite:
 * @self: a citing
 * @name: a name of the catalog
 * @is_favourite: whether the reader wants it among the first
 *
 * Stars a style or takes its star, in the settings. The last one starred stands last.
 */
void
offprint_citing_set_favourite (OffprintCiting *self,
                               const char     *name,
                               gboolean        is_favourite)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_auto (GStrv) renewed = NULL;
  GSettings *settings = NULL;

  g_return_if_fail (OFFPRINT_IS_CITING (self));
  g_return_if_fail (name != NULL);

  settings = offprint_citing_get_settings (self);
  if (settings == NULL || offprint_citing_is_favourite (self, name) == is_favourite)
    return;

  names = g_settings_get_strv (settings, "favourite-styles");
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (!g_str_equal (names[i], name))
        g_strv_builder_add (builder, names[i]);
    }
  if (is_favourite)
    g_strv_builder_add (builder, name);
  renewed = g_strv_builder_end (builder);
  g_settings_set_strv (settings, "favourite-styles", (const char *const *) renewed);
}
