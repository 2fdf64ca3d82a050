/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All works cited, with a search among them.
 *
 *   the work's references ─► GtkFilterListModel (words, DOI)
 *                         ─► GtkSingleSelection ─► GtkListView
 */

#include "config.h"

#include "references-page.h"

#include "findable.h"
#include "reference-row.h"

#include <glib/gi18n-lib.h>

struct _OffprintReferencesPage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  OffprintWork *work;
  char *words;

  /* Template children */
  GtkSearchEntry *entry;
  GtkToggleButton *with_doi;
  GtkStack *stack;
  GtkListView *view;
  GtkSingleSelection *selection;
  GtkFilterListModel *filtered;
  GtkCustomFilter *filter;
};

G_DEFINE_FINAL_TYPE (OffprintReferencesPage, offprint_references_page, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
has_words (const char *text,
           const char *words)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (OffprintMatch));

  offprint_find_in_text (matches, 0, text, words);
  return matches->len > 0;
}

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  OffprintReferencesPage *self = user_data;
  const char *detail = offprint_reference_get_detail (item);

  if (gtk_toggle_button_get_active (self->with_doi) && offprint_reference_get_doi (item) == NULL)
    return FALSE;
  return self->words == NULL || *self->words == '\0' ||
         has_words (offprint_reference_get_title (item), self->words) ||
         (detail != NULL && has_words (detail, self->words));
}

static void
show_state (OffprintReferencesPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));

  gtk_stack_set_visible_child_name (self->stack, n == 0 ? "none" : "list");
}

static void
narrowed_cb (OffprintReferencesPage *self)
{
  g_set_str (&self->words, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_state (self);
}

static void
open_position (OffprintReferencesPage *self,
               guint                   position)
{
  g_autoptr (OffprintReference) reference = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (reference == NULL)
    return;
  if (offprint_reference_get_doi (reference) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "work.open-identifier", "s", offprint_reference_get_doi (reference));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "work.tell", "s", _("No DOI is known for this work"));
}

static void
activated_cb (OffprintReferencesPage *self,
              guint                   position,
              GtkListView            *view)
{
  open_position (self, position);
}

static void
entry_activated_cb (OffprintReferencesPage *self)
{
  open_position (self, gtk_single_selection_get_selected (self->selection));
}

static void
next_match_cb (OffprintReferencesPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (selected != GTK_INVALID_LIST_POSITION && selected + 1 < n)
    gtk_list_view_scroll_to (self->view, selected + 1, GTK_LIST_SCROLL_SELECT, NULL);
}

static void
previous_match_cb (OffprintReferencesPage *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (selected != GTK_INVALID_LIST_POSITION && selected > 0)
    gtk_list_view_scroll_to (self->view, selected - 1, GTK_LIST_SCROLL_SELECT, NULL);
}

static void
stop_search_cb (OffprintReferencesPage *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
}

static void
setup_cb (OffprintReferencesPage   *self,
          GtkListItem              *item,
          GtkSignalListItemFactory *factory)
{
  gtk_list_item_set_child (item, offprint_reference_row_new ());
}

static void
bind_cb (OffprintReferencesPage   *self,
         GtkListItem              *item,
         GtkSignalListItemFactory *factory)
{
  OffprintReference *reference = gtk_list_item_get_item (item);
  g_autofree char *sentence = offprint_reference_row_dup_sentence (reference);

  offprint_reference_row_set_reference (OFFPRINT_REFERENCE_ROW (gtk_list_item_get_child (item)), reference);
  gtk_list_item_set_accessible_label (item, sentence);
}

static void
count_cb (OffprintReferencesPage *self)
{
  guint n = g_list_model_get_n_items (offprint_work_get_references (self->work));
  g_autofree char *title = g_strdup_printf (ngettext ("%u Work Cited", "%u Works Cited", n), n);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
}

static void
offprint_references_page_dispose (GObject *object)
{
  OffprintReferencesPage *self = OFFPRINT_REFERENCES_PAGE (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_REFERENCES_PAGE);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (offprint_references_page_parent_class)->dispose (object);
}

static void
offprint_references_page_finalize (GObject *object)
{
  g_free (OFFPRINT_REFERENCES_PAGE (object)->words);

  G_OBJECT_CLASS (offprint_references_page_parent_class)->finalize (object);
}

static void
offprint_references_page_class_init (OffprintReferencesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = offprint_references_page_dispose;
  object_class->finalize = offprint_references_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/references-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintReferencesPage, entry);
  gtk_widget_class_bind_template_child (widget_class, OffprintReferencesPage, with_doi);
  gtk_widget_class_bind_template_child (widget_class, OffprintReferencesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OffprintReferencesPage, view);
  gtk_widget_class_bind_template_child (widget_class, OffprintReferencesPage, selection);
  gtk_widget_class_bind_template_child (widget_class, OffprintReferencesPage, filtered);
  gtk_widget_class_bind_template_child (widget_class, OffprintReferencesPage, filter);
  gtk_widget_class_bind_template_callback (widget_class, show_state);
  gtk_widget_class_bind_template_callback (widget_class, narrowed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
offprint_references_page_init (OffprintReferencesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->filter, matches, self, NULL);
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self));
}

/**
 * offprint_references_page_new:
 * @work: a work
 *
 * Makes a page with all works that @work cites.
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
offprint_references_page_new (OffprintWork *work)
{
  OffprintReferencesPage *self;

  g_return_val_if_fail (OFFPRINT_IS_WORK (work), NULL);

  self = g_object_new (OFFPRINT_TYPE_REFERENCES_PAGE, NULL);
  self->work = g_object_ref (work);
  gtk_filter_list_model_set_model (self->filtered, offprint_work_get_references (work));
  g_signal_connect_object (work, "changed", G_CALLBACK (count_cb), self, G_CONNECT_SWAPPED);
  count_cb (self);
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * offprint_references_page_show_work:
 * @self: the page
 * @position: which of the works cited, from 0
 *
 * Brings one of the works onto the screen and selects it, whatever was searched for.
 */
void
offprint_references_page_show_work (OffprintReferencesPage *self,
                                    guint                   position)
{
  g_return_if_fail (OFFPRINT_IS_REFERENCES_PAGE (self));

  gtk_toggle_button_set_active (self->with_doi, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  narrowed_cb (self);
  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
}
