/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One copy, every flavour: the program that pastes takes the richest it knows. A
 * word processor takes HTML or RTF with its italics, an editor plain text, a
 * reference manager BibTeX or CSL-JSON.
 */

#include "config.h"

#include "clipboard.h"

#include "flavours.h"

/**
 * offprint_clipboard_new_provider:
 * @flavours: (element-type OffprintFlavour): what there is, the richest first
 *
 * Makes one offer of all @flavours, for the clipboard or for dragging.
 *
 * Plain text is offered as `text/plain` too, which some programs alone ask for.
 *
 * Returns: (transfer full): the offer
 */
GdkContentProvider *
offprint_clipboard_new_provider (GPtrArray *flavours)
{
  g_autoptr (GPtrArray) providers = NULL;

  g_return_val_if_fail (flavours != NULL, NULL);

  providers = g_ptr_array_new ();
  for (guint i = 0; i < flavours->len; i++)
    {
      const OffprintFlavour *flavour = g_ptr_array_index (flavours, i);

      g_ptr_array_add (providers, gdk_content_provider_new_for_bytes (flavour->media_type, flavour->bytes));
      if (g_str_equal (flavour->media_type, "text/plain;charset=utf-8"))
        g_ptr_array_add (providers, gdk_content_provider_new_for_bytes ("text/plain", flavour->bytes));
    }
  /* takes the references, not the array */
  return gdk_content_provider_new_union ((GdkContentProvider **) providers->pdata, providers->len);
}

/**
 * offprint_clipboard_copy:
 * @widget: whose display's clipboard
 * @flavours: (element-type OffprintFlavour): what to copy
 *
 * Puts one text on the clipboard in all its flavours.
 */
void
offprint_clipboard_copy (GtkWidget *widget,
                         GPtrArray *flavours)
{
  g_autoptr (GdkContentProvider) provider = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (flavours != NULL);

  provider = offprint_clipboard_new_provider (flavours);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider);
}

/**
 * offprint_clipboard_copy_rich:
 * @widget: whose display's clipboard
 * @text: what to copy
 *
 * Puts a text on the clipboard as HTML, RTF and plain text.
 */
void
offprint_clipboard_copy_rich (GtkWidget        *widget,
                              OffprintRichText *text)
{
  g_autoptr (GPtrArray) flavours = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  flavours = offprint_flavours_new_for_text (text);
  offprint_clipboard_copy (widget, flavours);
}
