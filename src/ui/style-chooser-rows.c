/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of the dialog in which a style is chosen: those on the screen cite this work,
 * and each may have a star.
 */

#include "config.h"

#include "style-chooser-private.h"

#include <glib/gi18n-lib.h>

static OffprintStyleInfo *
get_info (GtkListItem *item)
{
  return offprint_style_slot_get_info (gtk_list_item_get_item (item));
}

/* --- previews --- */

static gboolean
is_on_screen (OffprintStyleChooser *self,
              GtkWidget            *row)
{
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_get_mapped (row) || !gtk_widget_compute_bounds (row, self->scroller, &bounds))
    return FALSE;
  return bounds.origin.y + bounds.size.height > 0 && bounds.origin.y < (float) gtk_widget_get_height (self->scroller);
}

static void
describe (GtkListItem *item)
{
  g_autofree char *sentence = offprint_style_row_dup_sentence (OFFPRINT_STYLE_ROW (gtk_list_item_get_child (item)));

  gtk_list_item_set_accessible_description (item, sentence);
}

static void
show_preview (OffprintStyleChooser *self,
              GtkListItem          *item)
{
  OffprintStyleRow *row = OFFPRINT_STYLE_ROW (gtk_list_item_get_child (item));
  OffprintStyleInfo *info = get_info (item);
  const OffprintStylePreview *preview = offprint_style_previews_get (self->previews, offprint_style_info_get_name (info));

  offprint_style_row_set_preview (row, preview);
  describe (item);
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  guint first = gtk_list_item_get_position (*(GtkListItem *const *) a);
  guint second = gtk_list_item_get_position (*(GtkListItem *const *) b);

  return first < second ? -1 : first > second;
}

/* After the rows have found their places: those on the screen, from above */
static gboolean
want_cb (gpointer data)
{
  OffprintStyleChooser *self = data;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  self->wanting = 0;
  g_ptr_array_sort (self->shown, compare_positions);
  for (guint i = 0; i < self->shown->len; i++)
    {
      GtkListItem *item = self->shown->pdata[i];

      if (is_on_screen (self, gtk_list_item_get_child (item)))
        g_ptr_array_add (names, (gpointer) offprint_style_info_get_name (get_info (item)));
    }
  offprint_style_previews_want (self->previews, names);
  return G_SOURCE_REMOVE;
}

/*< private >
 * Has the work cited in the styles that are on the screen, when they have found their places.
 */
void
offprint_style_chooser_want_previews (OffprintStyleChooser *self)
{
  if (self->wanting == 0 && self->previews != NULL)
    self->wanting = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, want_cb, self, NULL);
}

/*< private >
 * Shows it in the rows of @style.
 */
void
offprint_style_chooser_preview_ready (OffprintStyleChooser *self,
                                      const char           *style)
{
  for (guint i = 0; i < self->shown->len; i++)
    {
      GtkListItem *item = self->shown->pdata[i];

      if (g_str_equal (offprint_style_info_get_name (get_info (item)), style))
        show_preview (self, item);
    }
}

/*< private >
 * The work or the language is another.
 */
void
offprint_style_chooser_renew_previews (OffprintStyleChooser *self)
{
  for (guint i = 0; i < self->shown->len; i++)
    show_preview (self, self->shown->pdata[i]);
  offprint_style_chooser_want_previews (self);
}

/* --- favourites --- */

/*< private >
 * Stars a style or takes its star. The list stays as it is under the pointer; favourites
 * stand first in the next search.
 */
void
offprint_style_chooser_toggle_favourite (OffprintStyleChooser *self,
                                         OffprintStyleInfo    *info)
{
  const char *name = offprint_style_info_get_name (info);
  gboolean is_favourite = !offprint_citing_is_favourite (self->citing, name);

  offprint_citing_set_favourite (self->citing, name, is_favourite);
  offprint_style_chooser_prefer (self);
  for (guint i = 0; i < self->shown->len; i++)
    {
      GtkListItem *item = self->shown->pdata[i];

      if (get_info (item) != info)
        continue;
      offprint_style_row_set_starred (OFFPRINT_STYLE_ROW (gtk_list_item_get_child (item)), is_favourite);
      describe (item);
    }
  offprint_style_chooser_tell (self, is_favourite ? _("Added to favourites") : _("Removed from favourites"));
}

static void
star_cb (OffprintStyleChooser *self,
         OffprintStyleRow     *row)
{
  OffprintStyleInfo *info = offprint_style_row_get_info (row);

  if (info != NULL)
    offprint_style_chooser_toggle_favourite (self, info);
}

/* --- rows --- */

static void
setup_cb (OffprintStyleChooser     *self,
          GtkListItem              *item,
          GtkSignalListItemFactory *factory)
{
  GtkWidget *row = offprint_style_row_new ();

  g_object_set_data (G_OBJECT (item), "chooser", self); /* borrowed: it ends its rows with itself */
  g_signal_connect_object (row, "map", G_CALLBACK (offprint_style_chooser_want_previews), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "star", G_CALLBACK (star_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
show_style (OffprintStyleChooser *self,
            GtkListItem          *item)
{
  OffprintStyleInfo *info = get_info (item);
  const char *name = offprint_style_info_get_name (info);
  const char *parent_name = offprint_style_info_get_parent (info);
  g_autoptr (OffprintStyleInfo) parent = NULL;
  OffprintStyleRowFlags flags = OFFPRINT_STYLE_ROW_PLAIN;

  if (parent_name != NULL)
    parent = offprint_style_catalog_dup_info (offprint_citing_get_catalog (self->citing), parent_name);
  if (g_strcmp0 (name, self->current) == 0)
    flags |= OFFPRINT_STYLE_ROW_CURRENT;
  if (offprint_citing_is_favourite (self->citing, name))
    flags |= OFFPRINT_STYLE_ROW_FAVOURITE;
  offprint_style_row_set_info (OFFPRINT_STYLE_ROW (gtk_list_item_get_child (item)), info, parent, flags);
  gtk_list_item_set_accessible_label (item, offprint_style_info_get_title (info));
  show_preview (self, item);
  offprint_style_chooser_want_previews (self);
}

static void
info_changed_cb (OffprintStyleSlot *slot,
                 GParamSpec        *pspec,
                 GtkListItem       *item)
{
  OffprintStyleChooser *self = g_object_get_data (G_OBJECT (item), "chooser");

  show_style (self, item);
}

static void
bind_cb (OffprintStyleChooser     *self,
         GtkListItem              *item,
         GtkSignalListItemFactory *factory)
{
  g_signal_connect_object (gtk_list_item_get_item (item), "notify::info", G_CALLBACK (info_changed_cb), item, 0);
  g_ptr_array_add (self->shown, item);
  show_style (self, item);
}

static void
unbind_cb (OffprintStyleChooser     *self,
           GtkListItem              *item,
           GtkSignalListItemFactory *factory)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), info_changed_cb, item);
  g_ptr_array_remove_fast (self->shown, item);
}

static void
setup_header_cb (OffprintStyleChooser     *self,
                 GtkListHeader            *header,
                 GtkSignalListItemFactory *factory)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (OffprintStyleChooser     *self,
                GtkListHeader            *header,
                GtkSignalListItemFactory *factory)
{
  OffprintStyleSection section = offprint_style_search_get_section (self->search, gtk_list_header_get_start (header));
  gboolean has_text = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';
  const char *title = NULL;

  switch (section)
    {
    case OFFPRINT_STYLE_SECTION_FAVOURITES:
      title = _("Favourites");
      break;
    case OFFPRINT_STYLE_SECTION_RECENT:
      title = _("Recent");
      break;
    case OFFPRINT_STYLE_SECTION_BEST:
      title = _("Best Matches");
      break;
    case OFFPRINT_STYLE_SECTION_ALL:
      title = has_text ? _("Other Styles") : _("All Styles");
      break;
    case OFFPRINT_N_STYLE_SECTIONS:
      break;
    }
  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), title);
}

/*< private >
 * Binds what the template of the dialog calls of its rows.
 */
void
offprint_style_chooser_bind_row_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, offprint_style_chooser_want_previews);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
}
