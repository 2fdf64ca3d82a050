/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Following links: works open here, all else where the desktop opens it. Links come
 * from strangers' records, so only kinds that a browser or a mail program takes are
 * handed on: never file: or a scheme that some program may have registered.
 */

#include "config.h"

#include "links.h"

#include "identifier.h"

#include <glib/gi18n-lib.h>

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;

  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error))
    return;
  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    return;

  g_debug ("%s: %s", gtk_uri_launcher_get_uri (GTK_URI_LAUNCHER (source)), error->message);
  gtk_widget_activate_action (widget, "work.tell", "s", _("No program could open the link"));
}

/**
 * offprint_link_is_allowed:
 * @uri: an address
 *
 * Whether @uri is of a kind that is handed to other programs.
 *
 * Returns: whether it is http, https or mailto
 */
gboolean
offprint_link_is_allowed (const char *uri)
{
  const char *scheme = g_uri_peek_scheme (uri);

  return scheme != NULL &&
         (g_str_equal (scheme, "https") || g_str_equal (scheme, "http") || g_str_equal (scheme, "mailto"));
}

/**
 * offprint_link_launch:
 * @widget: where it was asked for; its window becomes the parent of what is asked
 * @uri: an address
 *
 * Opens a link in the program that the desktop has for it.
 */
void
offprint_link_launch (GtkWidget  *widget,
                      const char *uri)
{
  g_autoptr (GtkUriLauncher) launcher = NULL;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (uri != NULL);

  if (!offprint_link_is_allowed (uri))
    {
      gtk_widget_activate_action (widget, "work.tell", "s", _("Offprint does not open this kind of link"));
      return;
    }
  root = gtk_widget_get_root (widget);
  launcher = gtk_uri_launcher_new (uri);
  gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL,
                           launched_cb, g_object_ref (widget));
}

/* What opens here: a DOI's address, a book's number. */
static char *
dup_work (const char *uri)
{
  static const char *const prefixes[] = { "https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:", "urn:isbn:" };

  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      g_autoptr (OffprintIdentifier) identifier = NULL;

      if (g_ascii_strncasecmp (uri, prefixes[i], strlen (prefixes[i])) != 0)
        continue;
      if (g_str_equal (prefixes[i], "urn:isbn:"))
        identifier = offprint_identifier_new (OFFPRINT_IDENTIFIER_ISBN, uri + strlen (prefixes[i]), NULL);
      else
        identifier = offprint_identifier_parse (uri, -1, NULL);
      if (identifier == NULL ||
          (offprint_identifier_get_kind (identifier) != OFFPRINT_IDENTIFIER_DOI &&
           offprint_identifier_get_kind (identifier) != OFFPRINT_IDENTIFIER_ISBN))
        return NULL;
      return g_strdup (offprint_identifier_get_value (identifier));
    }
  return NULL;
}

/**
 * offprint_link_follow:
 * @widget: where it was clicked
 * @uri: an address
 *
 * Follows a link in a text: a DOI's or an ISBN's opens as a work here, through the action
 * `work.open-identifier` above @widget, any other in the desktop's program.
 */
void
offprint_link_follow (GtkWidget  *widget,
                      const char *uri)
{
  g_autofree char *work = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (uri != NULL);

  work = dup_work (uri);
  if (work != NULL)
    gtk_widget_activate_action (widget, "work.open-identifier", "s", work);
  else
    offprint_link_launch (widget, uri);
}
