/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The citation as it will be pasted, and what can be done with it.
 */

#include "config.h"

#include "cite-card.h"

#include "in-text-form.h"
#include "lazy-menu.h"
#include "rich-label.h"

struct _OffprintCiteCard
{
  AdwBin parent_instance;

  /* Owned */
  OffprintCiting *citing;

  /* Template children */
  GtkLabel *style;
  OffprintRichLabel *citation;
  GtkLabel *error;
  GtkWidget *in_text_box;
  OffprintRichLabel *in_text;
  GtkMenuButton *in_text_more;
  GtkMenuButton *save_button;
  GMenuModel *save_menu;
};

G_DEFINE_FINAL_TYPE (OffprintCiteCard, offprint_cite_card, ADW_TYPE_BIN)

enum
{
  PROP_CITING = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* While a style is being compiled the last citation stays, so nothing blinks. */
static void
update (OffprintCiteCard *self)
{
  OffprintRichText *citation = self->citing != NULL ? offprint_citing_get_citation (self->citing) : NULL;
  OffprintRichText *in_text = self->citing != NULL ? offprint_citing_get_in_text (self->citing) : NULL;
  const char *title = self->citing != NULL ? offprint_citing_get_style_title (self->citing) : NULL;
  const char *error = self->citing != NULL ? offprint_citing_get_error (self->citing) : NULL;

  gtk_label_set_label (self->style, title != NULL ? title : "");
  offprint_rich_label_set_text (self->citation, citation);
  offprint_rich_label_set_text (self->in_text, in_text);
  gtk_label_set_label (self->error, error != NULL ? error : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), error != NULL);
  gtk_widget_set_visible (self->in_text_box, in_text != NULL && !offprint_rich_text_is_empty (in_text));
}

/* Made when it is asked for: most citations are copied as they are */
static void
create_form (GtkMenuButton *button,
             gpointer       user_data)
{
  OffprintCiteCard *self = user_data;

  if (gtk_menu_button_get_popover (button) == NULL && self->citing != NULL)
    gtk_menu_button_set_popover (button, offprint_in_text_form_new (self->citing));
}

static void
offprint_cite_card_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CITING:
      g_value_set_object (value, OFFPRINT_CITE_CARD (object)->citing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
offprint_cite_card_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_CITING:
      offprint_cite_card_set_citing (OFFPRINT_CITE_CARD (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
offprint_cite_card_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_CITE_CARD);
  g_clear_object (&OFFPRINT_CITE_CARD (object)->citing);

  G_OBJECT_CLASS (offprint_cite_card_parent_class)->dispose (object);
}

static void
offprint_cite_card_class_init (OffprintCiteCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = offprint_cite_card_get_property;
  object_class->set_property = offprint_cite_card_set_property;
  object_class->dispose = offprint_cite_card_dispose;

  /**
   * OffprintCiteCard:citing:
   *
   * What is cited, and how.
   */
  properties[PROP_CITING] =
    g_param_spec_object ("citing", NULL, NULL, OFFPRINT_TYPE_CITING,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (OFFPRINT_TYPE_RICH_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/cite-card.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintCiteCard, style);
  gtk_widget_class_bind_template_child (widget_class, OffprintCiteCard, citation);
  gtk_widget_class_bind_template_child (widget_class, OffprintCiteCard, error);
  gtk_widget_class_bind_template_child (widget_class, OffprintCiteCard, in_text_box);
  gtk_widget_class_bind_template_child (widget_class, OffprintCiteCard, in_text);
  gtk_widget_class_bind_template_child (widget_class, OffprintCiteCard, in_text_more);
  gtk_widget_class_bind_template_child (widget_class, OffprintCiteCard, save_button);
  gtk_widget_class_bind_template_child (widget_class, OffprintCiteCard, save_menu);
}

static void
offprint_cite_card_init (OffprintCiteCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->in_text_more, create_form, self, NULL);
  offprint_lazy_menu_attach (self->save_button, self->save_menu);
}

/**
 * offprint_cite_card_set_citing:
 * @self: a card
 * @citing: (nullable): what is cited, and how
 *
 * Shows the citation of @citing and follows its changes.
 */
void
offprint_cite_card_set_citing (OffprintCiteCard *self,
                               OffprintCiting   *citing)
{
  g_return_if_fail (OFFPRINT_IS_CITE_CARD (self));
  g_return_if_fail (citing == NULL || OFFPRINT_IS_CITING (citing));

  if (self->citing == citing)
    return;

  if (self->citing != NULL)
    g_signal_handlers_disconnect_by_func (self->citing, update, self);
  g_set_object (&self->citing, citing);
  gtk_menu_button_set_popover (self->in_text_more, NULL);
  if (citing != NULL)
    g_signal_connect_object (citing, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CITING]);
}

/**
 * offprint_cite_card_open_form:
 * @self: a card
 *
 * Drops down the form for a citation in the text with a page, words around it, or
 * without the author.
 */
void
offprint_cite_card_open_form (OffprintCiteCard *self)
{
  g_return_if_fail (OFFPRINT_IS_CITE_CARD (self));

  gtk_menu_button_popup (self->in_text_more);
}
