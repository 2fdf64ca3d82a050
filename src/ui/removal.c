/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking a work out of the library, and putting it back if that was a mistake. The
 * work is read before it is removed: what Undo puts back is the whole record.
 */

#include "config.h"

#include "window-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  OffprintWindow *window;
  OffprintWork *work;
} Removal;

static void
removal_free (Removal *removal)
{
  g_object_unref (removal->window);
  g_clear_object (&removal->work);
  g_free (removal);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Removal, removal_free)

static void
tell (OffprintWindow *window,
      const GError   *error)
{
  AdwToast *toast = adw_toast_new (error->message);

  adw_toast_set_use_markup (toast, FALSE);
  offprint_window_add_toast (window, toast);
}

static void
put_back_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (OffprintWindow) window = user_data;
  g_autoptr (GError) error = NULL;

  if (!offprint_store_store_finish (OFFPRINT_STORE (source), result, &error))
    tell (window, error);
}

static void
undo_cb (Removal *removal)
{
  OffprintServices *services = offprint_window_get_services (removal->window);

  if (services != NULL)
    offprint_store_store_async (offprint_services_get_store (services), removal->work, NULL,
                                put_back_cb, g_object_ref (removal->window));
}

static void
free_closure_data (gpointer  data,
                   GClosure *closure)
{
  removal_free (data);
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Removal) removal = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  OffprintWindow *window = removal->window;
  AdwToast *toast;

  if (!offprint_store_remove_finish (OFFPRINT_STORE (source), result, &error))
    {
      tell (window, error);
      return;
    }

  title = g_strdup_printf (_("“%s” removed from the library"), offprint_work_get_main_title (removal->work));
  toast = adw_toast_new (title);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), g_steal_pointer (&removal),
                         free_closure_data, G_CONNECT_SWAPPED);
  offprint_window_add_toast (window, toast);
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Removal) removal = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  removal->work = offprint_store_look_up_finish (OFFPRINT_STORE (source), result, &error);
  if (removal->work == NULL)
    {
      tell (removal->window, error);
      return;
    }
  id = g_strdup (offprint_work_get_id (removal->work));
  offprint_store_remove_async (OFFPRINT_STORE (source), id, NULL, removed_cb, g_steal_pointer (&removal));
}

/**
 * offprint_window_remove:
 * @self: the window
 * @id: the id of a work in the library
 *
 * Takes the work out of the library; a toast offers to undo it. If it lies open it
 * stays on the screen.
 */
void
offprint_window_remove (OffprintWindow *self,
                        const char     *id)
{
  g_autoptr (Removal) removal = g_new0 (Removal, 1);

  removal->window = g_object_ref (self);
  offprint_store_look_up_async (offprint_services_get_store (offprint_window_get_services (self)), id, NULL,
                                looked_up_cb, g_steal_pointer (&removal));
}
