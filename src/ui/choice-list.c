/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   list of choices ─► GtkNoSelection ─► GtkListView
 *
 * Rows exist for what is on the screen only, so a file of ten thousand works opens
 * as quickly as one of ten.
 */

#include "config.h"

#include "choice-list.h"

#include "label-tooltip.h"
#include "work-row.h"

#include <glib/gi18n-lib.h>

struct _OffprintChoiceList
{
  AdwBin parent_instance;

  /* Template children */
  GtkLabel *heading;
  GtkLabel *advice;
  GtkListView *list;

  /* Owned */
  GListModel *choices;
};

G_DEFINE_FINAL_TYPE (OffprintChoiceList, offprint_choice_list, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_set_up_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               gpointer                  user_data)
{
  gtk_list_item_set_child (item, offprint_work_row_new ());
}

static void
row_bound_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              gpointer                  user_data)
{
  OffprintWorkRow *row = OFFPRINT_WORK_ROW (gtk_list_item_get_child (item));
  g_autofree char *sentence = NULL;

  offprint_work_row_set_choice (row, gtk_list_item_get_item (item));
  sentence = offprint_work_row_dup_sentence (row);
  gtk_list_item_set_accessible_label (item, sentence);
}

static void
activated_cb (OffprintChoiceList *self,
              guint               position)
{
  g_autoptr (OffprintChoice) choice = g_list_model_get_item (self->choices, position);

  if (choice != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, choice);
}

static gboolean
offprint_choice_list_grab_focus (GtkWidget *widget)
{
  OffprintChoiceList *self = OFFPRINT_CHOICE_LIST (widget);

  if (self->choices == NULL || g_list_model_get_n_items (self->choices) == 0)
    return FALSE;
  gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_FOCUS, NULL);
  return gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
offprint_choice_list_dispose (GObject *object)
{
  OffprintChoiceList *self = OFFPRINT_CHOICE_LIST (object);

  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_CHOICE_LIST);
  g_clear_object (&self->choices);

  G_OBJECT_CLASS (offprint_choice_list_parent_class)->dispose (object);
}

static void
offprint_choice_list_class_init (OffprintChoiceListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_choice_list_dispose;
  widget_class->grab_focus = offprint_choice_list_grab_focus;

  /**
   * OffprintChoiceList::chosen:
   * @self: the list
   * @choice: what the reader means
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", OFFPRINT_TYPE_CHOICE_LIST, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, OFFPRINT_TYPE_CHOICE);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/choice-list.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintChoiceList, heading);
  gtk_widget_class_bind_template_child (widget_class, OffprintChoiceList, advice);
  gtk_widget_class_bind_template_child (widget_class, OffprintChoiceList, list);
  gtk_widget_class_bind_template_callback (widget_class, row_set_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bound_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
offprint_choice_list_init (OffprintChoiceList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  offprint_label_tooltip_attach (self->heading);
}

/**
 * offprint_choice_list_new:
 *
 * Returns: (transfer floating): a list without choices
 */
GtkWidget *
offprint_choice_list_new (void)
{
  return g_object_new (OFFPRINT_TYPE_CHOICE_LIST, NULL);
}

/**
 * offprint_choice_list_set_choices:
 * @self: the list
 * @choices: (nullable): of #OffprintChoice
 * @heading: (nullable): what they are
 */
void
offprint_choice_list_set_choices (OffprintChoiceList *self,
                                  GListModel         *choices,
                                  const char         *heading)
{
  g_autoptr (GtkNoSelection) selection = NULL;
  g_autofree char *advice = NULL;
  guint n;

  g_return_if_fail (OFFPRINT_IS_CHOICE_LIST (self));
  g_return_if_fail (choices == NULL || G_IS_LIST_MODEL (choices));

  gtk_label_set_text (self->heading, heading != NULL ? heading : "");
  if (!g_set_object (&self->choices, choices))
    return;

  n = choices != NULL ? g_list_model_get_n_items (choices) : 0;
  advice = g_strdup_printf (ngettext ("%u work. Choose it to read it.", "%u works. Choose the one that you mean.", n), n);
  gtk_label_set_text (self->advice, advice);
  if (choices != NULL)
    selection = gtk_no_selection_new (g_object_ref (choices));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}
