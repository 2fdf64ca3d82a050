/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A citation for a text with a page, a word before or after it, or without the author.
 * What is typed shows at once what will be pasted. It is remembered for each work as
 * long as the window stands: who cites a chapter cites it again.
 */

#include "config.h"

#include "in-text-form.h"

#include "clipboard.h"
#include "picker.h"
#include "rich-label.h"

#include <glib/gi18n-lib.h>

/* Works whose forms are remembered; who cites more has done with the first ones */
#define MAX_REMEMBERED 200

struct _OffprintInTextForm
{
  GtkPopover parent_instance;

  /* Owned */
  OffprintCiting *citing;
  GHashTable *forms; /* id of a work → OffprintCiteForm */
  char *work_id;     /* of the work whose form is shown */

  gboolean filling;

  /* Template children */
  GtkLabel *heading;
  OffprintPicker *label;
  GtkEntry *locator;
  GtkEntry *prefix;
  GtkEntry *suffix;
  OffprintPicker *author;
  OffprintRichLabel *preview;
  GtkLabel *error;
  GtkWidget *clear;
  GtkWidget *copy;
};

G_DEFINE_FINAL_TYPE (OffprintInTextForm, offprint_in_text_form, GTK_TYPE_POPOVER)

static void
form_free (OffprintCiteForm *form)
{
  offprint_cite_form_clear (form);
  g_free (form);
}

static char *
dup_entry (GtkEntry *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  return *text != '\0' ? g_strdup (text) : NULL;
}

/* What stands in the form; (transfer full) */
static OffprintCiteForm *
read_form (OffprintInTextForm *self)
{
  OffprintCiteForm *form = g_new0 (OffprintCiteForm, 1);

  form->locator = dup_entry (self->locator);
  form->label = g_strdup (offprint_citer_get_locator_labels ()[offprint_picker_get_selected (self->label)]);
  form->prefix = dup_entry (self->prefix);
  form->suffix = dup_entry (self->suffix);
  form->author = (OffprintCiteAuthor) offprint_picker_get_selected (self->author);
  return form;
}

static void
set_entry (GtkEntry   *entry,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
}

static void
write_form (OffprintInTextForm     *self,
            const OffprintCiteForm *form)
{
  const char *const *labels = offprint_citer_get_locator_labels ();
  guint label = 0;

  for (guint i = 0; form->label != NULL && labels[i] != NULL; i++)
    {
      if (g_str_equal (labels[i], form->label))
        label = i;
    }
  self->filling = TRUE;
  offprint_picker_set_selected (self->label, label);
  offprint_picker_set_selected (self->author, form->author);
  set_entry (self->locator, form->locator);
  set_entry (self->prefix, form->prefix);
  set_entry (self->suffix, form->suffix);
  self->filling = FALSE;
}

static void
show_preview (OffprintInTextForm *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintRichText) text = NULL;
  OffprintCiteForm *form = read_form (self);

  text = offprint_citing_dup_form (self->citing, form, &error);
  offprint_rich_label_set_text (self->preview, text);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), text != NULL);
  gtk_label_set_label (self->error, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), error != NULL);
  gtk_widget_set_sensitive (self->copy, text != NULL);
  gtk_widget_set_sensitive (self->clear, !offprint_cite_form_is_plain (form));
  form_free (form);
}

static void
remember (OffprintInTextForm *self)
{
  if (self->work_id == NULL)
    return;
  if (g_hash_table_size (self->forms) >= MAX_REMEMBERED)
    g_hash_table_remove_all (self->forms);
  g_hash_table_replace (self->forms, g_strdup (self->work_id), read_form (self));
}

static void
changed_cb (OffprintInTextForm *self)
{
  if (self->filling || self->citing == NULL)
    return;
  remember (self);
  show_preview (self);
}

static void
clear_cb (OffprintInTextForm *self)
{
  const OffprintCiteForm plain = { 0 };

  write_form (self, &plain);
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->locator));
}

static void
copy_cb (OffprintInTextForm *self)
{
  OffprintCiteForm *form = read_form (self);
  g_autoptr (GPtrArray) flavours = offprint_citing_dup_form_flavours (self->citing, form);

  form_free (form);
  if (flavours == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  offprint_clipboard_copy (GTK_WIDGET (self), flavours);
  gtk_widget_activate_action (GTK_WIDGET (self), "work.tell", "s", _("In-text citation copied"));
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* --- what can be chosen --- */

/* In the language of the citation: they are read in what is pasted */
static void
fill_labels (OffprintInTextForm *self,
             OffprintCiter      *citer)
{
  const char *const *labels = offprint_citer_get_locator_labels ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; labels[i] != NULL; i++)
    gtk_string_list_take (names, offprint_citer_dup_locator_name (citer, labels[i]));
  offprint_picker_set_names (self->label, G_LIST_MODEL (names));
}

/* In the order of OffprintCiteAuthor. A footnote stands apart from the sentence, and has
 * no author in it */
static void
fill_authors (OffprintInTextForm *self,
              gboolean            is_note)
{
  const char *const names[] = { _("As Usual"), _("Left Out"), _("In the Sentence"), _("Alone"), NULL };
  const char *const note_names[] = { names[0], names[1], NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (is_note ? note_names : names);

  offprint_picker_set_names (self->author, G_LIST_MODEL (list));
}

static void
shown_cb (OffprintInTextForm *self)
{
  OffprintCiter *citer = offprint_citing_get_citer (self->citing);
  OffprintWork *work = offprint_citing_get_work (self->citing);
  const OffprintCiteForm plain = { 0 };
  const OffprintCiteForm *form = NULL;
  gboolean is_note;

  if (citer == NULL || work == NULL)
    return;

  is_note = csl_style_get_class (offprint_citer_get_style (citer)) == CSL_STYLE_CLASS_NOTE;
  g_set_str (&self->work_id, offprint_work_get_id (work));
  form = self->work_id != NULL ? g_hash_table_lookup (self->forms, self->work_id) : NULL;
  self->filling = TRUE;
  gtk_label_set_label (self->heading, is_note ? _("Text of a Footnote") : _("Citation in the Text"));
  fill_labels (self, citer);
  fill_authors (self, is_note);
  self->filling = FALSE;
  write_form (self, form != NULL ? form : &plain);
  show_preview (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->locator));
}

/* --- the class --- */

static void
offprint_in_text_form_dispose (GObject *object)
{
  OffprintInTextForm *self = OFFPRINT_IN_TEXT_FORM (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_IN_TEXT_FORM);
  g_clear_object (&self->citing);

  G_OBJECT_CLASS (offprint_in_text_form_parent_class)->dispose (object);
}

static void
offprint_in_text_form_finalize (GObject *object)
{
  OffprintInTextForm *self = OFFPRINT_IN_TEXT_FORM (object);

  g_hash_table_unref (self->forms);
  g_free (self->work_id);

  G_OBJECT_CLASS (offprint_in_text_form_parent_class)->finalize (object);
}

static void
offprint_in_text_form_class_init (OffprintInTextFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = offprint_in_text_form_dispose;
  object_class->finalize = offprint_in_text_form_finalize;

  g_type_ensure (OFFPRINT_TYPE_PICKER);
  g_type_ensure (OFFPRINT_TYPE_RICH_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/in-text-form.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintInTextForm, heading);
  gtk_widget_class_bind_template_child (widget_class, OffprintInTextForm, label);
  gtk_widget_class_bind_template_child (widget_class, OffprintInTextForm, locator);
  gtk_widget_class_bind_template_child (widget_class, OffprintInTextForm, prefix);
  gtk_widget_class_bind_template_child (widget_class, OffprintInTextForm, suffix);
  gtk_widget_class_bind_template_child (widget_class, OffprintInTextForm, author);
  gtk_widget_class_bind_template_child (widget_class, OffprintInTextForm, preview);
  gtk_widget_class_bind_template_child (widget_class, OffprintInTextForm, error);
  gtk_widget_class_bind_template_child (widget_class, OffprintInTextForm, clear);
  gtk_widget_class_bind_template_child (widget_class, OffprintInTextForm, copy);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
offprint_in_text_form_init (OffprintInTextForm *self)
{
  self->forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) form_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * offprint_in_text_form_new:
 * @citing: what is cited, and how
 *
 * Returns: (transfer floating): a form that drops down
 */
GtkWidget *
offprint_in_text_form_new (OffprintCiting *citing)
{
  OffprintInTextForm *self;

  g_return_val_if_fail (OFFPRINT_IS_CITING (citing), NULL);

  self = g_object_new (OFFPRINT_TYPE_IN_TEXT_FORM, NULL);
  self->citing = g_object_ref (citing);
  return GTK_WIDGET (self);
}
