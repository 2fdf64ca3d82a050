/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawn with the window’s own renderer at the window’s own scale, so that the
 * picture is what the person saw. Popovers are surfaces of their own and are not in it.
 */

#include "config.h"

#include "photograph.h"

#include <glib/gi18n-lib.h>

static GskRenderNode *
draw (GtkWidget       *window,
      double           scale,
      graphene_rect_t *area)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  int width_px = gdk_paintable_get_intrinsic_width (paintable);
  int height_px = gdk_paintable_get_intrinsic_height (paintable);

  graphene_rect_init (area, 0, 0, width_px * scale, height_px * scale);
  gtk_snapshot_scale (snapshot, scale, scale);
  gdk_paintable_snapshot (paintable, snapshot, width_px, height_px);
  return gtk_snapshot_to_node (snapshot);
}

/**
 * offprint_photograph_save:
 * @window: a window on the screen
 * @path: the name of a PNG file to write
 * @error: return location for an error of `G_IO_ERROR`
 *
 * Saves what @window shows.
 *
 * Returns: whether the picture was written
 */
gboolean
offprint_photograph_save (GtkWidget   *window,
                          const char  *path,
                          GError     **error)
{
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderer *renderer;
  graphene_rect_t area;

  g_return_val_if_fail (GTK_IS_NATIVE (window), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  renderer = gtk_native_get_renderer (GTK_NATIVE (window));
  if (renderer != NULL)
    node = draw (window, gdk_surface_get_scale (gtk_native_get_surface (GTK_NATIVE (window))), &area);
  if (node == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The window has not been drawn yet"));
      return FALSE;
    }

  texture = gsk_renderer_render_texture (renderer, node, &area);
  if (!gdk_texture_save_to_png (texture, path))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   /* Translators: the path of a file */
                   _("The picture could not be written to “%s”"), path);
      return FALSE;
    }
  return TRUE;
}
