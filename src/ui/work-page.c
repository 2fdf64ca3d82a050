/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page that is read: a column of sections, each with a part of the work.
 *
 * Sources answer one after another, and what they bring may stand above what is
 * being read. The line at the top of the window stays where it is: it is remembered
 * before the sections change and brought back within the same frame.
 */

#include "config.h"

#include "work-page.h"

#include "abstract-section.h"
#include "column.h"
#include "find-bar.h"
#include "heading.h"
#include "notes-section.h"
#include "notice-banner.h"
#include "people-section.h"
#include "references-section.h"
#include "rights-section.h"

struct _OffprintWorkPage
{
  AdwBin parent_instance;

  /* Owned */
  OffprintWork *work;

  gboolean loading;
  gboolean hurried; /* the sections below the abstract can wait */

  /* what stands at the top edge while the sections change */
  GtkWidget *anchor; /* Borrowed: a template child */
  double anchor_offset;
  gulong layout_handler;

  /* Template children */
  GtkBox *places;
  GtkScrolledWindow *scroller;
  OffprintColumn *column;
  GtkWidget *box;
  GtkWidget *heading;
  GtkWidget *notices;
  GtkWidget *abstract;

  /* Made when they are needed; in their places */
  GPtrArray *below; /* of OffprintSection */
  OffprintFindBar *find_bar;
};

G_DEFINE_FINAL_TYPE (OffprintWorkPage, offprint_work_page, ADW_TYPE_BIN)

enum
{
  PROP_WORK = 1,
  PROP_LOADING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static double
top_of (OffprintWorkPage *self,
        GtkWidget        *section)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (section, GTK_WIDGET (self->column), &bounds))
    return 0;
  return bounds.origin.y;
}

static void
forget_anchor (OffprintWorkPage *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (self->layout_handler != 0 && clock != NULL)
    g_signal_handler_disconnect (clock, self->layout_handler);
  self->layout_handler = 0;
  self->anchor = NULL;
}

static void
laid_out_cb (OffprintWorkPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *anchor = self->anchor;

  forget_anchor (self);
  if (anchor != NULL && gtk_widget_get_visible (anchor))
    gtk_adjustment_set_value (adjustment, top_of (self, anchor) + self->anchor_offset);
}

static void
about_to_change_cb (OffprintWorkPage *self)
{
  double value = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller));
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (value <= 0 || clock == NULL || self->layout_handler != 0)
    return;

  for (GtkWidget *section = gtk_widget_get_first_child (self->box);
       section != NULL;
       section = gtk_widget_get_next_sibling (section))
    {
      if (!gtk_widget_get_visible (section))
        continue;
      if (top_of (self, section) > value)
        break;
      self->anchor = section;
      self->anchor_offset = value - top_of (self, section);
    }
  /* after GTK's own handler, which lays the window out; a change made here is laid
   * out in the same frame */
  self->layout_handler = g_signal_connect_object (clock, "layout", G_CALLBACK (laid_out_cb), self,
                                                  G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/* What lies below the first screen */
static void
make_below (OffprintWorkPage *self)
{
  const GType types[] = { OFFPRINT_TYPE_NOTES_SECTION, OFFPRINT_TYPE_REFERENCES_SECTION, OFFPRINT_TYPE_PEOPLE_SECTION,
                          OFFPRINT_TYPE_RIGHTS_SECTION };

  if (self->hurried || self->work == NULL || self->below->len > 0)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *section = g_object_new (types[i], NULL);

      gtk_box_append (GTK_BOX (self->box), section);
      g_object_bind_property (self, "loading", section, "loading", G_BINDING_SYNC_CREATE);
      g_object_bind_property (self, "work", section, "work", G_BINDING_SYNC_CREATE);
      g_ptr_array_add (self->below, section);
    }
}

static void
make_find_bar (OffprintWorkPage *self)
{
  self->find_bar = g_object_new (OFFPRINT_TYPE_FIND_BAR, NULL);
  gtk_box_prepend (self->places, GTK_WIDGET (self->find_bar));
  offprint_find_bar_add_findable (self->find_bar, OFFPRINT_FINDABLE (self->heading));
  offprint_find_bar_add_findable (self->find_bar, OFFPRINT_FINDABLE (self->abstract));
  for (guint i = 0; i < self->below->len; i++)
    {
      if (OFFPRINT_IS_FINDABLE (g_ptr_array_index (self->below, i)))
        offprint_find_bar_add_findable (self->find_bar, g_ptr_array_index (self->below, i));
    }
}

static void
set_loading (OffprintWorkPage *self,
             gboolean          loading)
{
  if (self->loading == loading)
    return;

  about_to_change_cb (self);
  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
offprint_work_page_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  OffprintWorkPage *self = OFFPRINT_WORK_PAGE (object);

  switch (prop_id)
    {
    case PROP_WORK:
      g_value_set_object (value, self->work);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
offprint_work_page_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  OffprintWorkPage *self = OFFPRINT_WORK_PAGE (object);

  switch (prop_id)
    {
    case PROP_WORK:
      offprint_work_page_set_work (self, g_value_get_object (value));
      break;
    case PROP_LOADING:
      set_loading (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
offprint_work_page_unrealize (GtkWidget *widget)
{
  forget_anchor (OFFPRINT_WORK_PAGE (widget));

  GTK_WIDGET_CLASS (offprint_work_page_parent_class)->unrealize (widget);
}

static void
offprint_work_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_WORK_PAGE);
  g_clear_object (&OFFPRINT_WORK_PAGE (object)->work);
  g_clear_pointer (&OFFPRINT_WORK_PAGE (object)->below, g_ptr_array_unref);
  OFFPRINT_WORK_PAGE (object)->find_bar = NULL;

  G_OBJECT_CLASS (offprint_work_page_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (OFFPRINT_TYPE_ABSTRACT_SECTION);
  g_type_ensure (OFFPRINT_TYPE_COLUMN);
  g_type_ensure (OFFPRINT_TYPE_HEADING);
  g_type_ensure (OFFPRINT_TYPE_NOTICE_BANNER);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /**
   * OffprintWorkPage:work:
   *
   * The work that is read.
   */
  properties[PROP_WORK] = g_param_spec_object ("work", NULL, NULL, OFFPRINT_TYPE_WORK, flags);

  /**
   * OffprintWorkPage:loading:
   *
   * Whether sources are still being asked.
   */
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
offprint_work_page_class_init (OffprintWorkPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = offprint_work_page_get_property;
  object_class->set_property = offprint_work_page_set_property;
  object_class->dispose = offprint_work_page_dispose;

  widget_class->unrealize = offprint_work_page_unrealize;

  install_properties (object_class);
  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/work-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintWorkPage, places);
  gtk_widget_class_bind_template_child (widget_class, OffprintWorkPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, OffprintWorkPage, column);
  gtk_widget_class_bind_template_child (widget_class, OffprintWorkPage, box);
  gtk_widget_class_bind_template_child (widget_class, OffprintWorkPage, heading);
  gtk_widget_class_bind_template_child (widget_class, OffprintWorkPage, notices);
  gtk_widget_class_bind_template_child (widget_class, OffprintWorkPage, abstract);
}

static void
offprint_work_page_init (OffprintWorkPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->below = g_ptr_array_new ();
}

/**
 * offprint_work_page_set_work:
 * @self: the page
 * @work: (nullable): the work to read
 *
 * Shows another work, from its beginning.
 */
void
offprint_work_page_set_work (OffprintWorkPage *self,
                             OffprintWork     *work)
{
  g_return_if_fail (OFFPRINT_IS_WORK_PAGE (self));
  g_return_if_fail (work == NULL || OFFPRINT_IS_WORK (work));

  if (self->work == work)
    return;

  forget_anchor (self);
  if (self->find_bar != NULL)
    offprint_find_bar_close (self->find_bar);
  if (self->work != NULL)
    g_signal_handlers_disconnect_by_func (self->work, about_to_change_cb, self);
  g_set_object (&self->work, work);
  /* before the sections connect theirs, which they do when they hear of the work */
  if (work != NULL)
    g_signal_connect_object (work, "changed", G_CALLBACK (about_to_change_cb), self, G_CONNECT_SWAPPED);

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  make_below (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORK]);
}

/**
 * offprint_work_page_set_hurried:
 * @self: the page
 * @hurried: whether a window is about to appear
 *
 * Leaves out the sections below the abstract while @hurried.
 */
void
offprint_work_page_set_hurried (OffprintWorkPage *self,
                                gboolean          hurried)
{
  g_return_if_fail (OFFPRINT_IS_WORK_PAGE (self));

  if (self->hurried == hurried)
    return;

  self->hurried = hurried;
  make_below (self);
}

/**
 * offprint_work_page_begin_find:
 * @self: the page
 *
 * Opens the bar for finding.
 */
void
offprint_work_page_begin_find (OffprintWorkPage *self)
{
  g_return_if_fail (OFFPRINT_IS_WORK_PAGE (self));

  if (self->find_bar == NULL)
    make_find_bar (self);
  offprint_find_bar_begin (self->find_bar);
}

/**
 * offprint_work_page_get_abstract:
 * @self: the page
 *
 * The abstract that the reader has chosen.
 *
 * Returns: (transfer none) (nullable): its text, or `NULL` if there is none
 */
OffprintRichText *
offprint_work_page_get_abstract (OffprintWorkPage *self)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK_PAGE (self), NULL);

  return offprint_abstract_section_get_shown (OFFPRINT_ABSTRACT_SECTION (self->abstract));
}
