/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is about the text, always in the same place: citing it, getting it, its facts.
 */

#include "config.h"

#include "pane.h"

#include "about-card.h"
#include "cite-card.h"
#include "get-it-card.h"

struct _OffprintPane
{
  AdwBin parent_instance;

  /* Owned */
  OffprintWork *work;
  OffprintCiting *citing;
  GSettings *settings;

  gboolean loading;

  /* Template children */
  GtkScrolledWindow *scroller;
  OffprintCiteCard *cite_card;
};

G_DEFINE_FINAL_TYPE (OffprintPane, offprint_pane, ADW_TYPE_BIN)

enum
{
  PROP_WORK = 1,
  PROP_CITING,
  PROP_SETTINGS,
  PROP_LOADING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_work (OffprintPane *self,
          OffprintWork *work)
{
  if (!g_set_object (&self->work, work))
    return;

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORK]);
}

static void
offprint_pane_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  OffprintPane *self = OFFPRINT_PANE (object);

  switch (prop_id)
    {
    case PROP_WORK:
      g_value_set_object (value, self->work);
      break;
    case PROP_CITING:
      g_value_set_object (value, self->citing);
      break;
    case PROP_SETTINGS:
      g_value_set_object (value, self->settings);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
offprint_pane_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  OffprintPane *self = OFFPRINT_PANE (object);

  switch (prop_id)
    {
    case PROP_WORK:
      set_work (self, g_value_get_object (value));
      break;
    case PROP_CITING:
      if (g_set_object (&self->citing, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_SETTINGS:
      if (g_set_object (&self->settings, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_LOADING:
      if (self->loading == g_value_get_boolean (value))
        break;
      self->loading = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
offprint_pane_dispose (GObject *object)
{
  OffprintPane *self = OFFPRINT_PANE (object);

  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_PANE);
  g_clear_object (&self->work);
  g_clear_object (&self->citing);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (offprint_pane_parent_class)->dispose (object);
}

static void
offprint_pane_class_init (OffprintPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = offprint_pane_get_property;
  object_class->set_property = offprint_pane_set_property;
  object_class->dispose = offprint_pane_dispose;

  /**
   * OffprintPane:work:
   *
   * The work that the facts are about.
   */
  properties[PROP_WORK] = g_param_spec_object ("work", NULL, NULL, OFFPRINT_TYPE_WORK, flags);

  /**
   * OffprintPane:citing:
   *
   * What is cited, and how.
   */
  properties[PROP_CITING] = g_param_spec_object ("citing", NULL, NULL, OFFPRINT_TYPE_CITING, flags);

  /**
   * OffprintPane:settings:
   *
   * Where the reader’s library stands.
   */
  properties[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS, flags);

  /**
   * OffprintPane:loading:
   *
   * Whether sources are still being asked.
   */
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (OFFPRINT_TYPE_ABOUT_CARD);
  g_type_ensure (OFFPRINT_TYPE_CITE_CARD);
  g_type_ensure (OFFPRINT_TYPE_GET_IT_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/pane.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, OffprintPane, cite_card);
}

static void
offprint_pane_init (OffprintPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * offprint_pane_get_cite_card:
 * @self: a pane
 *
 * Returns: (transfer none): the card with the citation
 */
OffprintCiteCard *
offprint_pane_get_cite_card (OffprintPane *self)
{
  g_return_val_if_fail (OFFPRINT_IS_PANE (self), NULL);

  return self->cite_card;
}
