/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reader’s library, as the settings hold it. What somebody wrote there by hand is
 * read with the same care as what is pasted.
 */

#include "config.h"

#include "library-setting.h"

#include <glib/gi18n-lib.h>

static const char kind_key[] = "library-link";
static const char address_key[] = "library-address";

/**
 * offprint_library_setting_dup:
 * @settings: the settings
 *
 * Reads which library is set.
 *
 * Returns: (transfer full) (nullable): the way through it, or `NULL` if there is none
 */
OffprintLibraryLink *
offprint_library_setting_dup (GSettings *settings)
{
  OffprintLibraryLinkKind kind;
  g_autofree char *address = NULL;
  g_autoptr (GError) error = NULL;
  OffprintLibraryLink *link;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  kind = (OffprintLibraryLinkKind) g_settings_get_enum (settings, kind_key);
  address = g_settings_get_string (settings, address_key);
  if (kind == OFFPRINT_LIBRARY_LINK_NONE || *address == '\0')
    return NULL;
  link = offprint_library_link_new (kind, address, &error);
  if (link == NULL)
    g_debug ("library: %s", error->message);
  return link;
}

/**
 * offprint_library_setting_set:
 * @settings: the settings
 * @link: (nullable): the way through a library, or `NULL` for none
 *
 * Sets the library.
 */
void
offprint_library_setting_set (GSettings           *settings,
                              OffprintLibraryLink *link)
{
  g_return_if_fail (G_IS_SETTINGS (settings));

  if (link == NULL)
    {
      g_settings_reset (settings, kind_key);
      g_settings_reset (settings, address_key);
      return;
    }
  g_settings_set_string (settings, address_key, offprint_library_link_get_address (link));
  g_settings_set_enum (settings, kind_key, offprint_library_link_get_kind (link));
}

/**
 * offprint_library_setting_follow:
 * @settings: the settings
 * @changed: (scope forever): called with @object alone
 * @object: (type GObject): who wants to know
 *
 * Follows which library is set, as long as @object lives.
 */
void
offprint_library_setting_follow (GSettings *settings,
                                 GCallback  changed,
                                 gpointer   object)
{
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (G_IS_OBJECT (object));

  g_signal_connect_object (settings, "changed::library-link", changed, object, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::library-address", changed, object, G_CONNECT_SWAPPED);
}

/**
 * offprint_library_setting_get_name:
 * @kind: a kind of link
 *
 * Returns: what it is called, translated
 */
const char *
offprint_library_setting_get_name (OffprintLibraryLinkKind kind)
{
  switch (kind)
    {
    case OFFPRINT_LIBRARY_LINK_NONE:
      /* Translators: no way through a library is set */
      return C_("library", "Not Set");
    case OFFPRINT_LIBRARY_LINK_EZPROXY:
      /* Translators: EZproxy is a product; “prefix” is what stands before an address */
      return _("EZproxy or Another Prefix");
    case OFFPRINT_LIBRARY_LINK_OPENATHENS:
      return _("OpenAthens");
    case OFFPRINT_LIBRARY_LINK_OPENURL:
      /* Translators: a library’s service that is told of a work and says how to get it */
      return _("Link Resolver (OpenURL)");
    }
  g_assert_not_reached ();
}
