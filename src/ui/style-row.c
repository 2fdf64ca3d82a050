/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One style among thousands: what it is called, how it cites, and how this work looks
 * in it. All rows on the screen are bound anew at each keystroke, so a row is as
 * little as it can be: two labels and a star, without a template.
 *
 * The star takes no focus: Tab would stop at each of a thousand. Ctrl+D is its key.
 */

#include "config.h"

#include "style-row.h"

#include "label-tooltip.h"
#include "style-fields.h"

#include <glib/gi18n-lib.h>

struct _OffprintStyleRow
{
  GtkWidget parent_instance;

  /* Owned */
  OffprintStyleInfo *info;
  char *detail;

  gboolean is_starred;

  /* Children */
  GtkWidget *title;
  GtkWidget *preview;
  GtkWidget *star;
};

G_DEFINE_FINAL_TYPE (OffprintStyleRow, offprint_style_row, GTK_TYPE_WIDGET)

enum
{
  STAR,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_short_title (OffprintStyleInfo *info)
{
  const char *title = offprint_style_info_get_title_short (info);

  return title != NULL ? title : offprint_style_info_get_title (info);
}

static void
append_part (GString    *detail,
             const char *part)
{
  if (part == NULL)
    return;
  if (detail->len > 0)
    g_string_append (detail, " · ");
  g_string_append (detail, part);
}

static char *
dup_detail (OffprintStyleInfo *info,
            OffprintStyleInfo *parent,
            gboolean           is_current)
{
  GString *detail = g_string_new (NULL);
  const char *format = offprint_style_info_get_format_name (info);
  g_autofree char *same = NULL;

  if (format == NULL && parent != NULL)
    format = offprint_style_info_get_format_name (parent);
  if (offprint_style_info_get_parent (info) != NULL)
    /* Translators: a citation style is the same as another, whose title follows */
    same = g_strdup_printf (_("Same as %s"), parent != NULL ? get_short_title (parent) : offprint_style_info_get_parent (info));
  append_part (detail, is_current ? _("In use") : NULL);
  append_part (detail, format);
  append_part (detail, same);
  return g_string_free (detail, FALSE);
}

static void
star_clicked_cb (OffprintStyleRow *self)
{
  g_signal_emit (self, signals[STAR], 0);
}

/* Set along with the row, a tooltip would ask the display server where the pointer is */
static gboolean
star_tooltip_cb (OffprintStyleRow *self,
                 int               x,
                 int               y,
                 gboolean          keyboard,
                 GtkTooltip       *tooltip)
{
  gtk_tooltip_set_text (tooltip, self->is_starred ? _("Remove from Favourites (Ctrl+D)") : _("Add to Favourites (Ctrl+D)"));
  return TRUE;
}

static void
offprint_style_row_dispose (GObject *object)
{
  OffprintStyleRow *self = OFFPRINT_STYLE_ROW (object);

  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->preview, gtk_widget_unparent);
  g_clear_pointer (&self->star, gtk_widget_unparent);
  g_clear_object (&self->info);
  g_clear_pointer (&self->detail, g_free);

  G_OBJECT_CLASS (offprint_style_row_parent_class)->dispose (object);
}

static void
offprint_style_row_class_init (OffprintStyleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_style_row_dispose;

  /**
   * OffprintStyleRow::star:
   * @self: a row
   *
   * The star was pressed.
   */
  signals[STAR] =
    g_signal_new ("star", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "style-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_GRID_LAYOUT);
}

static GtkWidget *
add_label (OffprintStyleRow *self,
           int               row,
           int               span)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkGridLayoutChild *place;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  place = GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (gtk_widget_get_layout_manager (GTK_WIDGET (self)), label));
  gtk_grid_layout_child_set_column (place, 0);
  gtk_grid_layout_child_set_row (place, row);
  gtk_grid_layout_child_set_column_span (place, span);
  offprint_label_tooltip_attach (GTK_LABEL (label));
  return label;
}

static void
add_star (OffprintStyleRow *self)
{
  GtkGridLayoutChild *place;

  self->star = gtk_button_new_from_icon_name ("non-starred-symbolic");
  gtk_widget_add_css_class (self->star, "flat");
  gtk_widget_add_css_class (self->star, "star");
  gtk_widget_set_focusable (self->star, FALSE);
  gtk_widget_set_valign (self->star, GTK_ALIGN_START);
  gtk_widget_set_parent (self->star, GTK_WIDGET (self));
  place = GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (gtk_widget_get_layout_manager (GTK_WIDGET (self)), self->star));
  gtk_grid_layout_child_set_column (place, 1);
  gtk_grid_layout_child_set_row (place, 0);
  gtk_widget_set_has_tooltip (self->star, TRUE);
  g_signal_connect_object (self->star, "query-tooltip", G_CALLBACK (star_tooltip_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->star, "clicked", G_CALLBACK (star_clicked_cb), self, G_CONNECT_SWAPPED);
}

static void
offprint_style_row_init (OffprintStyleRow *self)
{
  self->title = add_label (self, 0, 1);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (self->title), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_lines (GTK_LABEL (self->title), 3);
  self->preview = add_label (self, 1, 2);
  gtk_label_set_wrap (GTK_LABEL (self->preview), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->preview), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (self->preview), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_lines (GTK_LABEL (self->preview), 2);
  gtk_label_set_yalign (GTK_LABEL (self->preview), 0);
  gtk_widget_add_css_class (self->preview, "reading");
  gtk_widget_add_css_class (self->preview, "preview");
  add_star (self);
  self->is_starred = TRUE;
  offprint_style_row_set_starred (self, FALSE);
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
 * offprint_style_row_get_info:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the style that it shows
 */
OffprintStyleInfo *
offprint_style_row_get_info (OffprintStyleRow *self)
{
  g_return_val_if_fail (OFFPRINT_IS_STYLE_ROW (self), NULL);

  return self->info;
}

/**
 * offprint_style_row_set_info:
 * @self: a row
 * @info: a style
 * @parent: (nullable): the style that it follows, if it is dependent
 * @flags: what else there is to say of it
 *
 * Shows a style, without a preview. A title too long for the row is whole in its tooltip.
 */
void
offprint_style_row_set_info (OffprintStyleRow      *self,
                             OffprintStyleInfo     *info,
                             OffprintStyleInfo     *parent,
                             OffprintStyleRowFlags  flags)
{
  g_autofree char *markup = NULL;

  g_return_if_fail (OFFPRINT_IS_STYLE_ROW (self));
  g_return_if_fail (OFFPRINT_IS_STYLE_INFO (info));
  g_return_if_fail (parent == NULL || OFFPRINT_IS_STYLE_INFO (parent));

  g_set_object (&self->info, info);
  g_free (self->detail);
  self->detail = dup_detail (info, parent, (flags & OFFPRINT_STYLE_ROW_CURRENT) != 0);
  markup = g_markup_printf_escaped ("<span weight=\"600\">%s</span>\n<span size=\"smaller\" alpha=\"65%%\">%s</span>",
                                    offprint_style_info_get_title (info), self->detail);
  gtk_label_set_markup (GTK_LABEL (self->title), markup);
  offprint_style_row_set_starred (self, (flags & OFFPRINT_STYLE_ROW_FAVOURITE) != 0);
}

/**
 * offprint_style_row_set_starred:
 * @self: a row
 * @is_starred: whether its style is a favourite
 *
 * Fills the star or empties it.
 */
void
offprint_style_row_set_starred (OffprintStyleRow *self,
                                gboolean          is_starred)
{
  g_return_if_fail (OFFPRINT_IS_STYLE_ROW (self));

  if (self->is_starred == is_starred)
    return;

  self->is_starred = is_starred;
  gtk_button_set_icon_name (GTK_BUTTON (self->star), is_starred ? "starred-symbolic" : "non-starred-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->star), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_starred ? _("Remove from Favourites") : _("Add to Favourites"), -1);
}

/**
 * offprint_style_row_set_preview:
 * @self: a row
 * @preview: (nullable): the work in its style, or `NULL` until it is cited
 *
 * Shows the work in the style, or why the style cannot be used.
 */
void
offprint_style_row_set_preview (OffprintStyleRow           *self,
                                const OffprintStylePreview *preview)
{
  g_autofree char *escaped = NULL;
  g_autofree char *markup = NULL;

  g_return_if_fail (OFFPRINT_IS_STYLE_ROW (self));

  /* the font and its size are the reader's own; here a little less is enough */
  if (preview != NULL && preview->markup == NULL)
    escaped = g_markup_escape_text (preview->plain, -1);
  if (preview != NULL)
    markup = g_strdup_printf ("<span size=\"88%%\">%s</span>", escaped != NULL ? escaped : preview->markup);
  gtk_label_set_markup (GTK_LABEL (self->preview), markup != NULL ? markup : "");
  if (preview != NULL && preview->markup == NULL)
    gtk_widget_add_css_class (self->preview, "warning");
  else
    gtk_widget_remove_css_class (self->preview, "warning");
}

/**
 * offprint_style_row_dup_sentence:
 * @self: a row
 *
 * Says what the row shows beside the title, for those who do not see it.
 *
 * Returns: (transfer full): the sentence
 */
char *
offprint_style_row_dup_sentence (OffprintStyleRow *self)
{
  g_autoptr (GString) sentence = g_string_new (NULL);
  const char *preview;

  g_return_val_if_fail (OFFPRINT_IS_STYLE_ROW (self), NULL);

  preview = gtk_label_get_text (GTK_LABEL (self->preview));
  append_part (sentence, self->is_starred ? _("Favourite") : NULL);
  append_part (sentence, self->detail != NULL && *self->detail != '\0' ? self->detail : NULL);
  append_part (sentence, *preview != '\0' ? preview : NULL);
  return g_string_free (g_steal_pointer (&sentence), FALSE);
}
