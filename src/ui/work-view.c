/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A work on the screen: the page that is read and the pane beside it.
 *
 * Page and pane are one widget each, which two layouts take turns with: beside each
 * other, the pane perhaps lying over the page; or the pane in a sheet beneath it.
 */

#include "config.h"

#include "work-view.h"

#include "label-tooltip.h"
#include "library-setting.h"
#include "pane.h"
#include "references-page.h"
#include "work-view-private.h"

#include <glib/gi18n-lib.h>

struct _OffprintWorkView
{
  AdwBin parent_instance;

  /* Owned */
  OffprintWork *work;
  GSettings *settings;
  OffprintCiting *citing;
  GListModel *changes; /* of the last refresh; nullable */

  OffprintWorkViewLayout layout;
  gboolean show_pane;
  gboolean show_pane_beside; /* as it was when there was room, and will be again */
  gboolean loading;
  OffprintHurry hurry; /* the window is about to appear: first the page's top */

  /* Made with the first work that is not in a hurry; in its place */
  OffprintPane *pane;

  /* Template children */
  AdwMultiLayoutView *layouts;
  AdwOverlaySplitView *split;
  AdwNavigationView *navigation;
  OffprintWorkPage *page;
  AdwBin *pane_place;
};

G_DEFINE_ENUM_TYPE (OffprintWorkViewLayout, offprint_work_view_layout, G_DEFINE_ENUM_VALUE (OFFPRINT_WORK_VIEW_LAYOUT_WIDE, "wide"), G_DEFINE_ENUM_VALUE (OFFPRINT_WORK_VIEW_LAYOUT_MEDIUM, "medium"), G_DEFINE_ENUM_VALUE (OFFPRINT_WORK_VIEW_LAYOUT_NARROW, "narrow"))

G_DEFINE_FINAL_TYPE (OffprintWorkView, offprint_work_view, ADW_TYPE_BIN)

enum
{
  PROP_WORK = 1,
  PROP_SETTINGS,
  PROP_CATALOG,
  PROP_LAYOUT,
  PROP_SHOW_PANE,
  PROP_LOADING,
  PROP_CITING,
  N_PROPS
};

enum
{
  OPEN_IDENTIFIER,
  TOAST,
  REFRESH,
  EDITED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
work_changed_cb (OffprintWorkView *self)
{
  offprint_work_view_update_actions (self);
}

static void
citing_changed_cb (OffprintWorkView *self)
{
  offprint_work_view_update_actions (self);
}

static void
set_settings (OffprintWorkView *self,
              GSettings        *settings)
{
  if (!g_set_object (&self->settings, settings))
    return;

  g_object_set (self->citing, "settings", settings, NULL);
  if (settings != NULL)
    {
      offprint_library_setting_follow (settings, G_CALLBACK (offprint_work_view_update_actions), self);
      g_signal_connect_object (settings, "changed::work-offline", G_CALLBACK (offprint_work_view_update_actions), self, G_CONNECT_SWAPPED);
      self->show_pane_beside = g_settings_get_boolean (settings, "show-pane");
      if (self->layout == OFFPRINT_WORK_VIEW_LAYOUT_WIDE)
        offprint_work_view_set_show_pane (self, self->show_pane_beside);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SETTINGS]);
}

static void
set_catalog (OffprintWorkView     *self,
             OffprintStyleCatalog *catalog)
{
  if (catalog == offprint_citing_get_catalog (self->citing))
    return;

  g_object_set (self->citing, "catalog", catalog, NULL);
  offprint_work_view_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CATALOG]);
}

/* Most windows are never narrow */
static void
make_beneath (OffprintWorkView *self)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/offprint/Offprint/ui/work-view-beneath.ui");
  GtkLabel *style = GTK_LABEL (gtk_builder_get_object (builder, "bar_style"));

  g_object_bind_property (self, "show-pane", gtk_builder_get_object (builder, "sheet"), "open",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (self->citing, "style-title", style, "label", G_BINDING_SYNC_CREATE);
  offprint_label_tooltip_attach (style);
  adw_multi_layout_view_add_layout (self->layouts, g_object_ref (ADW_LAYOUT (gtk_builder_get_object (builder, "layout"))));
}

/* Where the pane would hide the page it starts hidden, and what was chosen for the
 * wide window comes back with it. */
static void
set_layout (OffprintWorkView       *self,
            OffprintWorkViewLayout  layout)
{
  gboolean is_wide = layout == OFFPRINT_WORK_VIEW_LAYOUT_WIDE;

  if (self->layout == layout)
    return;

  self->layout = layout;
  offprint_work_view_set_show_pane (self, is_wide && self->show_pane_beside);
  adw_overlay_split_view_set_collapsed (self->split, !is_wide);
  if (layout == OFFPRINT_WORK_VIEW_LAYOUT_NARROW && adw_multi_layout_view_get_layout_by_name (self->layouts, "beneath") == NULL)
    make_beneath (self);
  adw_multi_layout_view_set_layout_name (self->layouts,
                                         layout == OFFPRINT_WORK_VIEW_LAYOUT_NARROW ? "beneath" : "beside");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAYOUT]);
}

static void
offprint_work_view_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  OffprintWorkView *self = OFFPRINT_WORK_VIEW (object);

  switch (prop_id)
    {
    case PROP_WORK:
      g_value_set_object (value, self->work);
      break;
    case PROP_SETTINGS:
      g_value_set_object (value, self->settings);
      break;
    case PROP_CATALOG:
      g_value_set_object (value, offprint_citing_get_catalog (self->citing));
      break;
    case PROP_LAYOUT:
      g_value_set_enum (value, self->layout);
      break;
    case PROP_SHOW_PANE:
      g_value_set_boolean (value, self->show_pane);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_CITING:
      g_value_set_object (value, self->citing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
offprint_work_view_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  OffprintWorkView *self = OFFPRINT_WORK_VIEW (object);

  switch (prop_id)
    {
    case PROP_WORK:
      offprint_work_view_set_work (self, g_value_get_object (value));
      break;
    case PROP_SETTINGS:
      set_settings (self, g_value_get_object (value));
      break;
    case PROP_CATALOG:
      set_catalog (self, g_value_get_object (value));
      break;
    case PROP_LAYOUT:
      set_layout (self, g_value_get_enum (value));
      break;
    case PROP_SHOW_PANE:
      offprint_work_view_set_show_pane (self, g_value_get_boolean (value));
      break;
    case PROP_LOADING:
      offprint_work_view_set_loading (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
offprint_work_view_dispose (GObject *object)
{
  OffprintWorkView *self = OFFPRINT_WORK_VIEW (object);

  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_WORK_VIEW);
  g_clear_object (&self->work);
  g_clear_object (&self->settings);
  g_clear_object (&self->citing);
  g_clear_object (&self->changes);

  G_OBJECT_CLASS (offprint_work_view_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /**
   * OffprintWorkView:work:
   *
   * The work that is shown.
   */
  properties[PROP_WORK] = g_param_spec_object ("work", NULL, NULL, OFFPRINT_TYPE_WORK, flags);

  /**
   * OffprintWorkView:settings:
   *
   * Where style, language and the pane's state stand.
   */
  properties[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS, flags);

  /**
   * OffprintWorkView:catalog:
   *
   * The styles that are installed.
   */
  properties[PROP_CATALOG] = g_param_spec_object ("catalog", NULL, NULL, OFFPRINT_TYPE_STYLE_CATALOG, flags);

  /**
   * OffprintWorkView:layout:
   *
   * How much room there is.
   */
  properties[PROP_LAYOUT] =
    g_param_spec_enum ("layout", NULL, NULL, OFFPRINT_TYPE_WORK_VIEW_LAYOUT, OFFPRINT_WORK_VIEW_LAYOUT_WIDE, flags);

  /**
   * OffprintWorkView:show-pane:
   *
   * Whether the pane is seen: beside the page, over it, or drawn up as a sheet.
   *
   * Beside the page the view keeps it in the settings.
   */
  properties[PROP_SHOW_PANE] = g_param_spec_boolean ("show-pane", NULL, NULL, TRUE, flags);

  /**
   * OffprintWorkView:loading:
   *
   * Whether sources are still being asked.
   */
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);

  /**
   * OffprintWorkView:citing:
   *
   * What is cited, and how.
   */
  properties[PROP_CITING] =
    g_param_spec_object ("citing", NULL, NULL, OFFPRINT_TYPE_CITING, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
install_signals (GType type)
{
  /**
   * OffprintWorkView::open-identifier:
   * @self: the view
   * @identifier: a DOI
   *
   * A link to another work was followed.
   */
  signals[OPEN_IDENTIFIER] =
    g_signal_new ("open-identifier", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * OffprintWorkView::toast:
   * @self: the view
   * @toast: what has happened
   *
   * Something was done that the reader should be told.
   */
  signals[TOAST] =
    g_signal_new ("toast", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, ADW_TYPE_TOAST);

  /**
   * OffprintWorkView::refresh:
   * @self: the view
   *
   * The sources are to be asked again.
   */
  signals[REFRESH] =
    g_signal_new ("refresh", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * OffprintWorkView::edited:
   * @self: the view
   *
   * The reader has decided something about the work, which is to be kept.
   */
  signals[EDITED] =
    g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
offprint_work_view_class_init (OffprintWorkViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = offprint_work_view_get_property;
  object_class->set_property = offprint_work_view_set_property;
  object_class->dispose = offprint_work_view_dispose;

  install_properties (object_class);
  install_signals (G_TYPE_FROM_CLASS (klass));
  offprint_work_view_install_actions (widget_class);

  g_type_ensure (OFFPRINT_TYPE_CITING);
  g_type_ensure (OFFPRINT_TYPE_WORK_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/work-view.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintWorkView, layouts);
  gtk_widget_class_bind_template_child (widget_class, OffprintWorkView, split);
  gtk_widget_class_bind_template_child (widget_class, OffprintWorkView, navigation);
  gtk_widget_class_bind_template_child (widget_class, OffprintWorkView, page);
  gtk_widget_class_bind_template_child (widget_class, OffprintWorkView, pane_place);
}

static void
offprint_work_view_init (OffprintWorkView *self)
{
  self->show_pane = TRUE;
  self->show_pane_beside = TRUE;
  self->citing = offprint_citing_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->citing, "notify::citation", G_CALLBACK (citing_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->citing, "notify::in-text", G_CALLBACK (citing_changed_cb), self, G_CONNECT_SWAPPED);
  offprint_work_view_update_actions (self);
}

/**
 * offprint_work_view_new:
 *
 * Makes a view that shows no work yet.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
offprint_work_view_new (void)
{
  return g_object_new (OFFPRINT_TYPE_WORK_VIEW, NULL);
}

/**
 * offprint_work_view_get_work:
 * @self: the view
 *
 * The work that is shown.
 *
 * Returns: (transfer none) (nullable): the work
 */
OffprintWork *
offprint_work_view_get_work (OffprintWorkView *self)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK_VIEW (self), NULL);

  return self->work;
}

static void
show_in_pane (OffprintWorkView *self)
{
  if (self->pane == NULL)
    {
      self->pane = g_object_new (OFFPRINT_TYPE_PANE, "citing", self->citing, NULL);
      g_object_bind_property (self, "loading", self->pane, "loading", G_BINDING_SYNC_CREATE);
      g_object_bind_property (self, "settings", self->pane, "settings", G_BINDING_SYNC_CREATE);
      adw_bin_set_child (self->pane_place, GTK_WIDGET (self->pane));
    }
  offprint_citing_set_work (self->citing, self->work);
  g_object_set (self->pane, "work", self->work, NULL);
}

/**
 * offprint_work_view_set_work:
 * @self: the view
 * @work: (nullable): the work to show
 *
 * Shows another work, from its beginning.
 */
void
offprint_work_view_set_work (OffprintWorkView *self,
                             OffprintWork     *work)
{
  g_return_if_fail (OFFPRINT_IS_WORK_VIEW (self));
  g_return_if_fail (work == NULL || OFFPRINT_IS_WORK (work));

  if (self->work == work)
    return;

  if (self->work != NULL)
    g_signal_handlers_disconnect_by_func (self->work, work_changed_cb, self);
  g_set_object (&self->work, work);
  if (work != NULL)
    g_signal_connect_object (work, "changed", G_CALLBACK (work_changed_cb), self, G_CONNECT_SWAPPED);

  adw_navigation_view_pop_to_tag (self->navigation, "work");
  offprint_work_page_set_work (self->page, work);
  if (self->hurry != OFFPRINT_HURRY_PANE_AND_BELOW)
    show_in_pane (self);
  offprint_work_view_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORK]);
}

/**
 * offprint_work_view_get_show_pane:
 * @self: the view
 *
 * Whether the pane is seen.
 *
 * Returns: whether it is
 */
gboolean
offprint_work_view_get_show_pane (OffprintWorkView *self)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK_VIEW (self), FALSE);

  return self->show_pane;
}

/**
 * offprint_work_view_set_show_pane:
 * @self: the view
 * @show_pane: whether the pane is to be seen
 *
 * Shows or hides the pane: beside the page, over it, or as a sheet.
 */
void
offprint_work_view_set_show_pane (OffprintWorkView *self,
                                  gboolean          show_pane)
{
  g_return_if_fail (OFFPRINT_IS_WORK_VIEW (self));

  if (self->show_pane == show_pane)
    return;

  self->show_pane = show_pane;
  if (self->layout == OFFPRINT_WORK_VIEW_LAYOUT_WIDE)
    {
      self->show_pane_beside = show_pane;
      if (self->settings != NULL)
        g_settings_set_boolean (self->settings, "show-pane", show_pane);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_PANE]);
}

/**
 * offprint_work_view_get_loading:
 * @self: the view
 *
 * Whether sources are still being asked.
 *
 * Returns: whether they are
 */
gboolean
offprint_work_view_get_loading (OffprintWorkView *self)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK_VIEW (self), FALSE);

  return self->loading;
}

/**
 * offprint_work_view_set_loading:
 * @self: the view
 * @loading: whether sources are still being asked
 *
 * Says whether what is missing is not known yet, or not known.
 */
void
offprint_work_view_set_loading (OffprintWorkView *self,
                                gboolean          loading)
{
  g_return_if_fail (OFFPRINT_IS_WORK_VIEW (self));

  if (self->loading == loading)
    return;

  self->loading = loading;
  offprint_work_view_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/**
 * offprint_work_view_get_changes:
 * @self: the view
 *
 * What the last refresh changed.
 *
 * Returns: (transfer none) (nullable): a list of #OffprintDifference
 */
GListModel *
offprint_work_view_get_changes (OffprintWorkView *self)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK_VIEW (self), NULL);

  return self->changes;
}

/**
 * offprint_work_view_set_changes:
 * @self: the view
 * @changes: (nullable): of #OffprintDifference
 *
 * Sets what the last refresh changed.
 */
void
offprint_work_view_set_changes (OffprintWorkView *self,
                                GListModel       *changes)
{
  g_return_if_fail (OFFPRINT_IS_WORK_VIEW (self));
  g_return_if_fail (changes == NULL || G_IS_LIST_MODEL (changes));

  if (g_set_object (&self->changes, changes))
    offprint_work_view_update_actions (self);
}

/**
 * offprint_work_view_has_changes:
 * @self: the view
 *
 * Returns: whether the last refresh changed anything
 */
gboolean
offprint_work_view_has_changes (OffprintWorkView *self)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK_VIEW (self), FALSE);

  return self->work != NULL && self->changes != NULL && g_list_model_get_n_items (self->changes) > 0;
}

/**
 * offprint_work_view_set_hurry:
 * @self: the view
 * @hurry: what can wait
 *
 * Leaves out the pane, and what lies below the abstract, until the first picture of
 * the window is there: half of the work of making it. Their places stay theirs.
 */
void
offprint_work_view_set_hurry (OffprintWorkView *self,
                              OffprintHurry     hurry)
{
  g_return_if_fail (OFFPRINT_IS_WORK_VIEW (self));

  if (self->hurry == hurry)
    return;

  self->hurry = hurry;
  if (hurry != OFFPRINT_HURRY_PANE_AND_BELOW)
    show_in_pane (self);
  offprint_work_page_set_hurried (self->page, hurry != OFFPRINT_HURRY_NONE);
}

/**
 * offprint_work_view_begin_find:
 * @self: the view
 *
 * Opens the bar for finding in the page.
 */
void
offprint_work_view_begin_find (OffprintWorkView *self)
{
  g_return_if_fail (OFFPRINT_IS_WORK_VIEW (self));

  adw_navigation_view_pop_to_tag (self->navigation, "work");
  offprint_work_page_begin_find (self->page);
}

GSettings *
offprint_work_view_get_settings (OffprintWorkView *self)
{
  return self->settings;
}

OffprintCiting *
offprint_work_view_get_citing (OffprintWorkView *self)
{
  return self->citing;
}

OffprintWorkPage *
offprint_work_view_get_page (OffprintWorkView *self)
{
  return self->page;
}

/* Said on the screen, by the toast, and to those who do not see it. */
static void
tell (OffprintWorkView *self,
      const char *sentence,
      GCallback undo) /* nullable */
{
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_use_markup (toast, FALSE);
  if (undo != NULL)
    {
      adw_toast_set_button_label (toast, _("Undo"));
      g_signal_connect_object (toast, "button-clicked", undo, self, G_CONNECT_SWAPPED);
    }
  gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  g_signal_emit (self, signals[TOAST], 0, g_object_ref_sink (toast));
  g_object_unref (toast);
}

void
offprint_work_view_tell (OffprintWorkView *self,
                         const char       *sentence)
{
  tell (self, sentence, NULL);
}

void
offprint_work_view_tell_with_undo (OffprintWorkView *self,
                                   const char       *sentence,
                                   GCallback         undo)
{
  tell (self, sentence, undo);
}

void
offprint_work_view_open_identifier (OffprintWorkView *self,
                                    const char       *identifier)
{
  if (self->layout != OFFPRINT_WORK_VIEW_LAYOUT_WIDE)
    offprint_work_view_set_show_pane (self, FALSE);
  g_signal_emit (self, signals[OPEN_IDENTIFIER], 0, identifier);
}

void
offprint_work_view_tell_edited (OffprintWorkView *self)
{
  g_signal_emit (self, signals[EDITED], 0);
}

void
offprint_work_view_ask_refresh (OffprintWorkView *self)
{
  g_signal_emit (self, signals[REFRESH], 0);
}

/* The form drops down from the card, wherever the pane is */
void
offprint_work_view_open_form (OffprintWorkView *self)
{
  if (self->pane == NULL)
    return;

  offprint_work_view_set_show_pane (self, TRUE);
  offprint_cite_card_open_form (offprint_pane_get_cite_card (self->pane));
}

void
offprint_work_view_show_references (OffprintWorkView *self,
                                    guint             position)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  if (!OFFPRINT_IS_REFERENCES_PAGE (page))
    {
      page = offprint_references_page_new (self->work);
      adw_navigation_view_push (self->navigation, page);
    }
  if (position != G_MAXUINT)
    offprint_references_page_show_work (OFFPRINT_REFERENCES_PAGE (page), position);
}
