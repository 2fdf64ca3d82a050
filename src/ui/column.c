/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The column that is read: as wide as sixty to seventy-five letters of its own font,
 * whatever the window's width or the size of the text. AdwClamp knows pixels and
 * scaled pixels; a measure is counted in the text's own size.
 */

#include "config.h"

#include "column.h"

/* 34 em of the text, which is set in 11.5 pt where the page is in 11 */
#define MEASURE_EM (34 * 11.5 / 11)

struct _OffprintColumn
{
  GtkWidget parent_instance;

  /* Owned, as every child is by its parent */
  GtkWidget *child;
};

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OffprintColumn, offprint_column, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable;

static int
measure_px (OffprintColumn *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);

  /* GTK hands fonts to Pango in device units */
  return (int) (MEASURE_EM * pango_font_description_get_size (font) / PANGO_SCALE);
}

static void
offprint_column_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  OffprintColumn *self = OFFPRINT_COLUMN (widget);
  int widest = measure_px (self);

  *minimum = 0;
  *natural = 0;
  if (self->child == NULL || !gtk_widget_should_layout (self->child))
    return;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->child, orientation, -1, minimum, natural, NULL, NULL);
      *natural = MAX (*minimum, MIN (*natural, widest));
    }
  else
    {
      int narrowest;

      gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &narrowest, NULL, NULL, NULL);
      if (for_size >= 0)
        for_size = MAX (narrowest, MIN (for_size, widest));
      gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
    }
}

static void
offprint_column_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  OffprintColumn *self = OFFPRINT_COLUMN (widget);
  int child_width;
  int narrowest;

  if (self->child == NULL || !gtk_widget_should_layout (self->child))
    return;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &narrowest, NULL, NULL, NULL);
  child_width = MAX (narrowest, MIN (width, measure_px (self)));
  gtk_widget_size_allocate (self->child,
                            &(GtkAllocation) { MAX (0, (width - child_width) / 2), 0, child_width, height },
                            -1);
}

static void
offprint_column_add_child (GtkBuildable *buildable,
                           GtkBuilder   *builder,
                           GObject      *child,
                           const char   *type)
{
  OffprintColumn *self = OFFPRINT_COLUMN (buildable);

  if (!GTK_IS_WIDGET (child) || self->child != NULL)
    {
      parent_buildable->add_child (buildable, builder, child, type);
      return;
    }
  self->child = GTK_WIDGET (child);
  gtk_widget_set_parent (self->child, GTK_WIDGET (self));
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = offprint_column_add_child;
}

static void
offprint_column_dispose (GObject *object)
{
  OffprintColumn *self = OFFPRINT_COLUMN (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (offprint_column_parent_class)->dispose (object);
}

static GtkSizeRequestMode
offprint_column_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
offprint_column_class_init (OffprintColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = offprint_column_dispose;

  widget_class->get_request_mode = offprint_column_get_request_mode;
  widget_class->measure = offprint_column_measure;
  widget_class->size_allocate = offprint_column_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "column");
}

static void
offprint_column_init (OffprintColumn *self)
{
}
