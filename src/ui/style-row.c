/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One style among thousands: what it is called and how it cites.
 *
 * GtkListView keeps two hundred rows ready and binds all of them anew at each
 * keystroke, so a row is a single label: with a template of four widgets a keystroke
 * took 25 to 40 ms, with one label it takes a few.
 */

#include "config.h"

#include "style-row.h"

#include "label-tooltip.h"

#include <glib/gi18n-lib.h>

static const char *
get_format_name (OffprintStyleInfo *info)
{
  static const struct
  {
    const char *format;
    const char *name;
  } formats[] = {
    { "author-date", N_("Author and date") },
    { "numeric", N_("Numbers") },
    { "note", N_("Notes") },
    { "label", N_("Labels") },
    { "author", N_("Author") },
  };
  const char *format = offprint_style_info_get_format (info);

  for (gsize i = 0; format != NULL && i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_equal (format, formats[i].format))
        return _(formats[i].name);
    }
  return NULL;
}

static char *
dup_detail (OffprintStyleInfo *info,
            gboolean           is_current)
{
  const char *format = get_format_name (info);
  const char *parent = offprint_style_info_get_parent (info);
  g_autofree char *detail = NULL;

  if (format != NULL)
    detail = g_strdup (format);
  else if (parent != NULL)
    /* Translators: a citation style is the same as another, whose short name follows */
    detail = g_strdup_printf (_("Same as %s"), parent);

  if (is_current && detail != NULL)
    /* Translators: this style is the one in use; how it cites follows */
    return g_strdup_printf (_("In use · %s"), detail);
  if (is_current)
    return g_strdup (_("In use"));
  return detail != NULL ? g_steal_pointer (&detail) : g_strdup ("");
}

/**
 * offprint_style_row_new:
 *
 * Makes a row for a style.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
offprint_style_row_new (void)
{
  GtkWidget *row = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (row), 0);
  gtk_label_set_ellipsize (GTK_LABEL (row), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (row, "style-row");
  offprint_label_tooltip_attach (GTK_LABEL (row));
  return row;
}

/**
 * offprint_style_row_set_info:
 * @row: a row
 * @info: a style
 * @is_current: whether it is the one in use
 *
 * Shows a style. A title too long for the row is whole in its tooltip.
 */
void
offprint_style_row_set_info (GtkWidget         *row,
                             OffprintStyleInfo *info,
                             gboolean           is_current)
{
  g_autofree char *detail = NULL;
  g_autofree char *markup = NULL;

  g_return_if_fail (GTK_IS_LABEL (row));
  g_return_if_fail (OFFPRINT_IS_STYLE_INFO (info));

  detail = dup_detail (info, is_current);
  markup = g_markup_printf_escaped ("%s\n<span size=\"smaller\" alpha=\"65%%\">%s</span>",
                                    offprint_style_info_get_title (info), detail);
  gtk_label_set_markup (GTK_LABEL (row), markup);
}
