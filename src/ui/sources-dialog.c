/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the list is made of; each that is not empty is a section:
 *
 *   the work's readings ─► GtkFilterListModel (words)
 *   OffprintSourceList ──► GtkFilterListModel (heading; words)
 *   OffprintSourceList ──► GtkFilterListModel (page; words) … get it, about, citations only
 *        all ─► GtkFlattenListModel ─► GtkNoSelection ─► GtkListView
 *
 * A row makes what it shows when it comes on the screen, and what others say when it is
 * opened.
 */

#include "config.h"

#include "sources-dialog.h"

#include "candidate-row.h"
#include "edit-toast.h"
#include "findable.h"
#include "list-top.h"
#include "reading-row.h"
#include "value-row.h"

#include <glib/gi18n-lib.h>

struct _OffprintSourcesDialog
{
  AdwDialog parent_instance;

  /* Owned */
  OffprintWork *work;
  OffprintSourceList *sources;
  GListStore *sections; /* of GtkFilterListModel */
  GHashTable *open;     /* the pointers of values that are open */
  GPtrArray *bound;     /* list items that show a source; borrowed from the view */
  char *words;

  /* Template children */
  GtkSearchEntry *entry;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkListView *view;
};

G_DEFINE_FINAL_TYPE (OffprintSourcesDialog, offprint_sources_dialog, ADW_TYPE_DIALOG)

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What stands over each section, by the place of the first of its items */
static const struct
{
  OffprintFieldPlace place;
  const char *title;
} places[] = {
  { OFFPRINT_PLACE_HEADING, N_("Heading") },
  { OFFPRINT_PLACE_PAGE, N_("Page") },
  { OFFPRINT_PLACE_GET_IT, N_("Get It") },
  { OFFPRINT_PLACE_ABOUT, N_("About") },
  { OFFPRINT_PLACE_NONE, N_("In Citations Only") },
};

/* --- searching --- */

static gboolean
has_words (OffprintSourcesDialog *self,
           const char            *sentence)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (OffprintMatch));

  if (self->words == NULL || *self->words == '\0')
    return TRUE;
  offprint_find_in_text (found, 0, sentence, self->words);
  return found->len > 0;
}

static gboolean
reading_matches (gpointer item,
                 gpointer user_data)
{
  OffprintSourcesDialog *self = user_data;
  g_autofree char *sentence = NULL;

  if (self->words == NULL || *self->words == '\0')
    return TRUE;
  sentence = offprint_reading_row_dup_sentence (self->sources, item);
  return has_words (self, sentence) ||
         (offprint_reading_get_url (item) != NULL && has_words (self, offprint_reading_get_url (item)));
}

/* One filter for each section: its place, then the words */
typedef struct
{
  OffprintSourcesDialog *dialog;
  OffprintFieldPlace place;
} Section;

static gboolean
value_matches (gpointer item,
               gpointer user_data)
{
  const Section *section = user_data;
  g_autofree char *sentence = NULL;

  if (offprint_field_sources_get_place (item) != section->place)
    return FALSE;
  if (section->dialog->words == NULL || *section->dialog->words == '\0')
    return TRUE;
  sentence = offprint_value_row_dup_sentence (item);
  return has_words (section->dialog, sentence);
}

static void
add_section (OffprintSourcesDialog *self,
             GListModel            *model,
             GtkCustomFilterFunc    matches,
             gpointer               data,
             GDestroyNotify         destroy)
{
  GtkCustomFilter *filter = gtk_custom_filter_new (matches, data, destroy);
  g_autoptr (GtkFilterListModel) section = gtk_filter_list_model_new (g_object_ref (model), GTK_FILTER (filter));

  g_list_store_append (self->sections, section);
}

static void
show_state (OffprintSourcesDialog *self)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->view));

  gtk_stack_set_visible_child_name (self->stack, model != NULL && g_list_model_get_n_items (model) > 0 ? "list" : "none");
}

static void
narrowed_cb (OffprintSourcesDialog *self)
{
  if (!g_set_str (&self->words, gtk_editable_get_text (GTK_EDITABLE (self->entry))))
    return;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->sections)); i++)
    {
      g_autoptr (GtkFilterListModel) section = g_list_model_get_item (G_LIST_MODEL (self->sections), i);

      gtk_filter_changed (gtk_filter_list_model_get_filter (section), GTK_FILTER_CHANGE_DIFFERENT);
    }
  offprint_list_top_keep (self->view);
  show_state (self);
}

static void
stop_cb (OffprintSourcesDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* --- deciding --- */

static void
edited (OffprintSourcesDialog *self)
{
  g_signal_emit (self, signals[EDITED], 0);
}

/* Says what was done, and how to undo it */
static void
tell (OffprintSourcesDialog *self,
      OffprintWorkEdit      *edit,
      const char            *sentence)
{
  AdwToast *toast = offprint_edit_toast_new (self->work, edit, sentence);

  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (edited), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  edited (self);
}

static void
use_cb (OffprintSourcesDialog *self,
        OffprintCandidate     *candidate,
        OffprintValueRow      *row)
{
  OffprintFieldSources *value = offprint_value_row_get_value (row);
  OffprintReading *reading = offprint_candidate_get_reading (candidate);
  OffprintWorkEdit *edit = NULL;
  g_autofree char *source = offprint_reading_dup_title (reading);
  /* Translators: what a value is, who says it: “Title is what Crossref says” */
  g_autofree char *sentence = g_strdup_printf (_("%s is what %s says"), offprint_field_sources_get_label (value), source);

  edit = offprint_work_choose (self->work, offprint_field_sources_get_pointer (value), offprint_reading_get_id (reading));
  if (edit != NULL)
    tell (self, edit, sentence);
}

static void
rules_cb (OffprintSourcesDialog *self,
          OffprintValueRow      *row)
{
  OffprintFieldSources *value = offprint_value_row_get_value (row);
  OffprintWorkEdit *edit = offprint_work_unchoose (self->work, offprint_field_sources_get_pointer (value));
  /* Translators: what a value is: “Title is as the rules say” */
  g_autofree char *sentence = g_strdup_printf (_("%s is as the rules say"), offprint_field_sources_get_label (value));

  if (edit != NULL)
    tell (self, edit, sentence);
}

static void
take_back_cb (OffprintSourcesDialog *self,
              OffprintReadingRow    *row)
{
  OffprintReading *reading = offprint_reading_row_get_reading (row);
  g_autofree char *source = offprint_reading_dup_heading (reading);
  /* Translators: the name of a source: “Crossref taken back” */
  g_autofree char *sentence = g_strdup_printf (_("%s taken back"), source);
  OffprintWorkEdit *edit = offprint_work_take_back_reading (self->work, offprint_reading_get_id (reading));

  if (edit != NULL)
    tell (self, edit, sentence);
}

/* --- rows --- */

static void
toggled_cb (OffprintSourcesDialog *self,
            OffprintValueRow      *row)
{
  const char *pointer = offprint_field_sources_get_pointer (offprint_value_row_get_value (row));

  if (offprint_value_row_is_open (row))
    g_hash_table_add (self->open, g_strdup (pointer));
  else
    g_hash_table_remove (self->open, pointer);
}

static void
show_reading (OffprintSourcesDialog *self,
              GtkListItem           *item)
{
  OffprintReading *reading = gtk_list_item_get_item (item);
  GtkWidget *row = offprint_reading_row_new (self->sources, reading);
  g_autofree char *sentence = offprint_reading_row_dup_sentence (self->sources, reading);

  g_signal_connect_object (row, "take-back", G_CALLBACK (take_back_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_accessible_label (item, sentence);
}

static void
show_value (OffprintSourcesDialog *self,
            GtkListItem           *item)
{
  OffprintFieldSources *value = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  g_autofree char *sentence = offprint_value_row_dup_sentence (value);

  if (!OFFPRINT_IS_VALUE_ROW (row))
    {
      row = offprint_value_row_new ();
      g_signal_connect_object (row, "use", G_CALLBACK (use_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "rules", G_CALLBACK (rules_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_list_item_set_child (item, row);
    }
  offprint_value_row_set_value (OFFPRINT_VALUE_ROW (row), value);
  if (g_hash_table_contains (self->open, offprint_field_sources_get_pointer (value)))
    offprint_value_row_set_open (OFFPRINT_VALUE_ROW (row), TRUE);
  gtk_list_item_set_activatable (item, TRUE);
  gtk_list_item_set_accessible_label (item, sentence);
}

static void
show_item (OffprintSourcesDialog *self,
           GtkListItem           *item)
{
  if (OFFPRINT_IS_READING (gtk_list_item_get_item (item)))
    show_reading (self, item);
  else
    show_value (self, item);
}

static void
bind_cb (OffprintSourcesDialog    *self,
         GtkListItem              *item,
         GtkSignalListItemFactory *factory)
{
  g_ptr_array_add (self->bound, item);
  show_item (self, item);
}

static void
unbind_cb (OffprintSourcesDialog    *self,
           GtkListItem              *item,
           GtkSignalListItemFactory *factory)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  g_ptr_array_remove_fast (self->bound, item);
  if (OFFPRINT_IS_VALUE_ROW (row))
    offprint_value_row_set_value (OFFPRINT_VALUE_ROW (row), NULL);
  else
    gtk_list_item_set_child (item, NULL);
}

static void
activated_cb (OffprintSourcesDialog *self,
              guint                  position)
{
  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->bound, i);
      GtkWidget *row = gtk_list_item_get_child (item);

      if (gtk_list_item_get_position (item) != position || !OFFPRINT_IS_VALUE_ROW (row))
        continue;
      offprint_value_row_set_open (OFFPRINT_VALUE_ROW (row), !offprint_value_row_is_open (OFFPRINT_VALUE_ROW (row)));
      toggled_cb (self, OFFPRINT_VALUE_ROW (row));
    }
}

static void
setup_header_cb (OffprintSourcesDialog    *self,
                 GtkListHeader            *header,
                 GtkSignalListItemFactory *factory)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (OffprintSourcesDialog    *self,
                GtkListHeader            *header,
                GtkSignalListItemFactory *factory)
{
  gpointer item = gtk_list_header_get_item (header);
  const char *title = _("Sources");

  for (gsize i = 0; OFFPRINT_IS_FIELD_SOURCES (item) && i < G_N_ELEMENTS (places); i++)
    if (places[i].place == offprint_field_sources_get_place (item))
      title = _(places[i].title);
  gtk_label_set_text (GTK_LABEL (gtk_list_header_get_child (header)), title);
}

/* What a source has in use, and whether it is the only one, may be another now. Values
 * that are on the screen follow by themselves; their sentences are said anew. */
static void
work_changed_cb (OffprintSourcesDialog *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    show_item (self, g_ptr_array_index (self->bound, i));
  show_state (self);
}

/* --- the class --- */

static void
offprint_sources_dialog_dispose (GObject *object)
{
  OffprintSourcesDialog *self = OFFPRINT_SOURCES_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_SOURCES_DIALOG);
  g_clear_object (&self->sections);
  g_clear_object (&self->sources);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (offprint_sources_dialog_parent_class)->dispose (object);
}

static void
offprint_sources_dialog_finalize (GObject *object)
{
  OffprintSourcesDialog *self = OFFPRINT_SOURCES_DIALOG (object);

  g_hash_table_unref (self->open);
  g_ptr_array_unref (self->bound);
  g_free (self->words);

  G_OBJECT_CLASS (offprint_sources_dialog_parent_class)->finalize (object);
}

static void
offprint_sources_dialog_class_init (OffprintSourcesDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = offprint_sources_dialog_dispose;
  object_class->finalize = offprint_sources_dialog_finalize;

  /**
   * OffprintSourcesDialog::edited:
   * @self: the dialog
   *
   * The reader has decided something about the work, which is to be kept.
   */
  signals[EDITED] = g_signal_new ("edited", OFFPRINT_TYPE_SOURCES_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/sources-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintSourcesDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, OffprintSourcesDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, OffprintSourcesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, OffprintSourcesDialog, view);
  gtk_widget_class_bind_template_callback (widget_class, narrowed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
}

static void
offprint_sources_dialog_init (OffprintSourcesDialog *self)
{
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->bound = g_ptr_array_new ();
  self->sections = g_list_store_new (GTK_TYPE_FILTER_LIST_MODEL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self));
}

/**
 * offprint_sources_dialog_new:
 * @work: a work
 *
 * Makes a dialog with all values of @work and where they come from. It follows the work.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
offprint_sources_dialog_new (OffprintWork *work)
{
  OffprintSourcesDialog *self = NULL;
  g_autoptr (GtkFlattenListModel) all = NULL;
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_val_if_fail (OFFPRINT_IS_WORK (work), NULL);

  self = g_object_new (OFFPRINT_TYPE_SOURCES_DIALOG, NULL);
  self->work = g_object_ref (work);
  self->sources = offprint_source_list_new (work);
  add_section (self, offprint_work_get_readings (work), reading_matches, self, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      Section *section = g_new0 (Section, 1);

      section->dialog = self;
      section->place = places[i].place;
      add_section (self, G_LIST_MODEL (self->sources), value_matches, section, g_free);
    }
  all = gtk_flatten_list_model_new (G_LIST_MODEL (g_object_ref (self->sections)));
  selection = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&all)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  offprint_list_top_keep (self->view);
  /* after the list of sources, which was made first */
  g_signal_connect_object (work, "notify::record", G_CALLBACK (work_changed_cb), self, G_CONNECT_SWAPPED);
  show_state (self);

  return ADW_DIALOG (self);
}
