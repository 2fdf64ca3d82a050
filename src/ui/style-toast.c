/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A toast has one button, and here two are due: the style is used, or its installing
 * undone. It shows where the reader looks: in the dialog that lies over the window, if
 * that has a place for toasts.
 */

#include "config.h"

#include "style-toast.h"

#include "label-tooltip.h"
#include "online-styles.h"
#include "style-chooser.h"
#include "window-private.h"
#include "work-view-private.h"

#include <glib/gi18n-lib.h>

#define TIMEOUT_S 12

static void
show (OffprintWindow *window,
      AdwToast       *toast)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  if (OFFPRINT_IS_STYLE_CHOOSER (dialog))
    offprint_style_chooser_add_toast (OFFPRINT_STYLE_CHOOSER (dialog), toast);
  else if (OFFPRINT_IS_ONLINE_STYLES (dialog))
    offprint_online_styles_add_toast (OFFPRINT_ONLINE_STYLES (dialog), toast);
  else
    offprint_window_add_toast (window, toast);
}

static void
tell (OffprintWindow *window,
      const char     *sentence)
{
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_use_markup (toast, FALSE);
  gtk_accessible_announce (GTK_ACCESSIBLE (window), sentence, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  show (window, toast);
}

/* --- undoing --- */

typedef struct
{
  /* Owned */
  OffprintWindow *window;
  GPtrArray *changes; /* OffprintStyleChange, the last one to be undone first */
} Undoing;

static void
undoing_free (Undoing *undoing)
{
  g_object_unref (undoing->window);
  g_ptr_array_unref (undoing->changes);
  g_free (undoing);
}

static void undo_last (Undoing *undoing);

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Undoing *undoing = user_data;
  g_autoptr (GError) error = NULL;

  if (!offprint_style_change_undo_finish (OFFPRINT_STYLE_CATALOG (source), result, &error))
    {
      tell (undoing->window, error->message);
      undoing_free (undoing);
      return;
    }
  g_ptr_array_set_size (undoing->changes, (int) undoing->changes->len - 1);
  undo_last (undoing);
}

/* What was installed may be in use: then the one before it is again */
static void
use_what_is_left (OffprintWindow *window)
{
  OffprintServices *services = offprint_window_get_services (window);
  GSettings *settings = offprint_services_get_settings (services);
  OffprintCiting *citing = offprint_work_view_get_citing (offprint_window_get_work_view (window));
  g_autofree char *style = g_settings_get_string (settings, "citation-style");
  g_auto (GStrv) recent = g_settings_get_strv (settings, "recent-styles");
  g_autoptr (OffprintStyleInfo) info = offprint_style_catalog_dup_info (offprint_services_get_catalog (services), style);

  for (guint i = 0; info == NULL && recent[i] != NULL; i++)
    {
      info = offprint_style_catalog_dup_info (offprint_services_get_catalog (services), recent[i]);
      if (info != NULL)
        offprint_citing_choose_style (citing, recent[i]);
    }
  if (info == NULL)
    offprint_citing_choose_style (citing, OFFPRINT_BUILTIN_STYLE);
}

static void
undo_last (Undoing *undoing)
{
  OffprintServices *services = offprint_window_get_services (undoing->window);

  if (undoing->changes->len == 0)
    {
      use_what_is_left (undoing->window);
      tell (undoing->window, _("Not installed any more"));
      undoing_free (undoing);
      return;
    }
  offprint_style_change_undo_async (offprint_services_get_catalog (services), g_ptr_array_index (undoing->changes, undoing->changes->len - 1),
                                    NULL, undone_cb, undoing);
}

static void
undo_cb (AdwToast *toast,
         gpointer  user_data)
{
  Undoing *undoing = g_new0 (Undoing, 1);

  undoing->window = g_object_ref (user_data);
  undoing->changes = g_ptr_array_ref (g_object_get_data (G_OBJECT (toast), "changes"));
  undo_last (undoing);
}

/* --- using --- */

static void
use_cb (GtkButton *button,
        gpointer   user_data)
{
  OffprintWindow *window = user_data;
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  AdwToast *toast = g_object_get_data (G_OBJECT (button), "toast");

  offprint_citing_choose_style (offprint_work_view_get_citing (offprint_window_get_work_view (window)),
                                g_object_get_data (G_OBJECT (button), "style"));
  adw_toast_dismiss (toast);
  if (OFFPRINT_IS_STYLE_CHOOSER (dialog))
    adw_dialog_close (dialog);
}

static GtkWidget *
new_title (OffprintWindow     *window,
           AdwToast           *toast,
           OffprintAddedStyle *added,
           const char         *sentence)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (sentence);
  GtkWidget *button = gtk_button_new_with_label (_("Use It"));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  offprint_label_tooltip_attach (GTK_LABEL (label));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "style", g_strdup (added->name), g_free);
  g_object_set_data (G_OBJECT (button), "toast", toast); /* borrowed: it has the button */
  g_signal_connect_object (button, "clicked", G_CALLBACK (use_cb), window, 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static char *
dup_sentence (GPtrArray *added)
{
  OffprintAddedStyle *first = g_ptr_array_index (added, 0);

  if (added->len > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u style installed", "%u styles installed", added->len), added->len);
  switch (first->standing)
    {
    case OFFPRINT_STYLE_IS_NEW:
      /* Translators: the title of a citation style */
      return g_strdup_printf (_("“%s” installed"), first->title);
    case OFFPRINT_STYLE_IS_UPDATE:
      /* Translators: the title of a citation style */
      return g_strdup_printf (_("“%s” updated"), first->title);
    case OFFPRINT_STYLE_IS_INSTALLED:
      break;
    }
  /* Translators: the title of a citation style */
  return g_strdup_printf (_("“%s” was installed already"), first->title);
}

/**
 * offprint_style_toast_show:
 * @window: the window
 * @added: (element-type OffprintAddedStyle): what was installed, at least one
 *
 * Says so, with “Use It” for a single one, and “Undo”.
 */
void
offprint_style_toast_show (OffprintWindow *window,
                           GPtrArray      *added)
{
  g_autofree char *sentence = NULL;
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) offprint_style_change_unref);
  AdwToast *toast;

  g_return_if_fail (OFFPRINT_IS_WINDOW (window));
  g_return_if_fail (added != NULL && added->len > 0);

  sentence = dup_sentence (added);
  toast = adw_toast_new (sentence);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, TIMEOUT_S);
  for (guint i = 0; i < added->len; i++)
    {
      OffprintAddedStyle *one = g_ptr_array_index (added, i);

      if (one->change != NULL)
        g_ptr_array_add (changes, offprint_style_change_ref (one->change));
    }
  if (added->len == 1)
    adw_toast_set_custom_title (toast, new_title (window, toast, g_ptr_array_index (added, 0), sentence));
  if (changes->len > 0)
    {
      adw_toast_set_button_label (toast, _("Undo"));
      g_object_set_data_full (G_OBJECT (toast), "changes", g_steal_pointer (&changes), (GDestroyNotify) g_ptr_array_unref);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), window, 0);
    }
  gtk_accessible_announce (GTK_ACCESSIBLE (window), sentence, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  show (window, toast);
}
