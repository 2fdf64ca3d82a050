/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One style among thousands: what it is called and how it cites.
 */

#include "config.h"

#include "style-row.h"

#include <glib/gi18n-lib.h>

struct _OffprintStyleRow
{
  AdwBin parent_instance;

  /* Template children */
  GtkLabel *title;
  GtkLabel *detail;
  GtkWidget *current;
};

G_DEFINE_FINAL_TYPE (OffprintStyleRow, offprint_style_row, ADW_TYPE_BIN)

static char *
dup_detail (OffprintStyleInfo *info)
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
  const char *parent = offprint_style_info_get_parent (info);

  for (gsize i = 0; format != NULL && i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_equal (format, formats[i].format))
        return g_strdup (_(formats[i].name));
    }
  if (parent != NULL)
    /* Translators: a citation style is the same as another, whose short name follows */
    return g_strdup_printf (_("Same as %s"), parent);
  return NULL;
}

static void
offprint_style_row_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_STYLE_ROW);

  G_OBJECT_CLASS (offprint_style_row_parent_class)->dispose (object);
}

static void
offprint_style_row_class_init (OffprintStyleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_style_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/style-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintStyleRow, title);
  gtk_widget_class_bind_template_child (widget_class, OffprintStyleRow, detail);
  gtk_widget_class_bind_template_child (widget_class, OffprintStyleRow, current);
}

static void
offprint_style_row_init (OffprintStyleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
  return g_object_new (OFFPRINT_TYPE_STYLE_ROW, NULL);
}

/**
 * offprint_style_row_set_info:
 * @self: a row
 * @info: a style
 * @is_current: whether it is the one in use
 *
 * Shows a style.
 */
void
offprint_style_row_set_info (OffprintStyleRow  *self,
                             OffprintStyleInfo *info,
                             gboolean           is_current)
{
  g_autofree char *detail = NULL;

  g_return_if_fail (OFFPRINT_IS_STYLE_ROW (self));
  g_return_if_fail (OFFPRINT_IS_STYLE_INFO (info));

  detail = dup_detail (info);
  gtk_label_set_label (self->title, offprint_style_info_get_title (info));
  gtk_label_set_label (self->detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detail != NULL);
  gtk_widget_set_visible (self->current, is_current);
}
