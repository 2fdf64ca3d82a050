/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done with a work. Buttons, menus, keys and tests all name these
 * actions, and whether one can be done is settled here alone.
 */

#include "config.h"

#include "work-view-private.h"

#include "changes-dialog.h"
#include "citation-file.h"
#include "clipboard.h"
#include "page-text.h"
#include "sources-dialog.h"
#include "style-chooser.h"

#include <glib/gi18n-lib.h>

static gboolean
copy (OffprintWorkView *self,
      OffprintCiteMode  mode,
      const char       *told)
{
  g_autoptr (GPtrArray) flavours = offprint_citing_dup_flavours (offprint_work_view_get_citing (self), mode);

  if (flavours == NULL)
    return FALSE;

  offprint_clipboard_copy (GTK_WIDGET (self), flavours);
  offprint_work_view_tell (self, told);
  return TRUE;
}

static void
copy_plain (OffprintWorkView *self,
            const char       *text,
            const char       *told)
{
  if (text == NULL)
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  offprint_work_view_tell (self, told);
}

static void
copy_rich (OffprintWorkView *self,
           OffprintRichText *text,
           const char       *told)
{
  if (text == NULL)
    return;

  offprint_clipboard_copy_rich (GTK_WIDGET (self), text);
  offprint_work_view_tell (self, told);
}

static void
copy_citation_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  offprint_work_view_copy_citation (OFFPRINT_WORK_VIEW (widget), FALSE);
}

static void
copy_in_text_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  offprint_work_view_copy_citation (OFFPRINT_WORK_VIEW (widget), TRUE);
}

static void
cite_in_text_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  offprint_work_view_open_form (OFFPRINT_WORK_VIEW (widget));
}

static void
copy_doi_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  OffprintWorkView *self = OFFPRINT_WORK_VIEW (widget);

  copy_plain (self, offprint_work_get_doi (offprint_work_view_get_work (self)), _("DOI copied"));
}

static void
copy_address_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  OffprintWorkView *self = OFFPRINT_WORK_VIEW (widget);
  g_autofree char *url = offprint_work_view_dup_address (offprint_work_view_get_work (self));

  copy_plain (self, url, _("Address copied"));
}

static void
saved_cb (const char *sentence,
          gpointer    user_data)
{
  g_autoptr (OffprintWorkView) self = user_data;

  if (sentence != NULL)
    offprint_work_view_tell (self, sentence);
}

static void
save_citation_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  OffprintWorkView *self = OFFPRINT_WORK_VIEW (widget);

  offprint_citation_file_save (widget, offprint_work_view_get_work (self), g_variant_get_string (parameter, NULL),
                               saved_cb, g_object_ref (self));
}

static void
save_references_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  OffprintWorkView *self = OFFPRINT_WORK_VIEW (widget);

  offprint_citation_file_save_list (widget, offprint_work_view_get_work (self), g_variant_get_string (parameter, NULL),
                                    saved_cb, g_object_ref (self));
}

static void
catalog_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!offprint_style_catalog_load_finish (OFFPRINT_STYLE_CATALOG (source), result, &error))
    g_debug ("styles: %s", error->message);
}

/* Ten thousand styles are looked for when somebody wants to see them, not before. */
static void
choose_style_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  OffprintCiting *citing = offprint_work_view_get_citing (OFFPRINT_WORK_VIEW (widget));
  OffprintStyleCatalog *catalog = offprint_citing_get_catalog (citing);
  AdwDialog *dialog = offprint_style_chooser_new (citing);

  if (g_list_model_get_n_items (G_LIST_MODEL (catalog)) <= 1)
    offprint_style_catalog_load_async (catalog, NULL, catalog_loaded_cb, NULL);
  adw_dialog_present (dialog, widget);
}

static void
copy_abstract_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  OffprintWorkView *self = OFFPRINT_WORK_VIEW (widget);

  copy_rich (self, offprint_work_page_get_abstract (offprint_work_view_get_page (self)), _("Abstract copied"));
}

static void
copy_page_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  OffprintWorkView *self = OFFPRINT_WORK_VIEW (widget);
  g_autoptr (OffprintRichText) text = offprint_page_text_new (offprint_work_view_get_work (self));

  copy_rich (self, text, _("Page copied"));
}

/* Of a work that is itself a notice, the work that it is about. */
static char *
dup_notice_doi (OffprintWork *work)
{
  OffprintNotice *gravest = work != NULL ? offprint_work_get_gravest_notice (work) : NULL;
  g_autoptr (OffprintNotice) first = NULL;

  if (work == NULL)
    return NULL;
  if (gravest == NULL)
    gravest = first = g_list_model_get_item (offprint_work_get_notices (work), 0);
  return gravest != NULL ? g_strdup (offprint_notice_get_doi (gravest)) : NULL;
}

static void
view_notice_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  OffprintWorkView *self = OFFPRINT_WORK_VIEW (widget);
  g_autofree char *doi = dup_notice_doi (offprint_work_view_get_work (self));

  if (doi != NULL)
    offprint_work_view_open_identifier (self, doi);
}

static void
show_references_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  offprint_work_view_show_references (OFFPRINT_WORK_VIEW (widget), G_MAXUINT);
}

static void
show_reference_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  offprint_work_view_show_references (OFFPRINT_WORK_VIEW (widget), g_variant_get_uint32 (parameter));
}

static void
check_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  offprint_work_view_ask_refresh (OFFPRINT_WORK_VIEW (widget));
}

static void
edited_cb (OffprintWorkView *self)
{
  offprint_work_view_tell_edited (self);
}

static void
present (OffprintWorkView *self,
         AdwDialog        *dialog)
{
  g_signal_connect_object (dialog, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
show_sources_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  OffprintWorkView *self = OFFPRINT_WORK_VIEW (widget);

  if (offprint_work_view_get_work (self) != NULL)
    present (self, offprint_sources_dialog_new (offprint_work_view_get_work (self)));
}

static void
show_changes_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  OffprintWorkView *self = OFFPRINT_WORK_VIEW (widget);

  if (offprint_work_view_has_changes (self))
    present (self, offprint_changes_dialog_new (offprint_work_view_get_work (self), offprint_work_view_get_changes (self)));
}

static void
find_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  offprint_work_view_begin_find (OFFPRINT_WORK_VIEW (widget));
}

static void
open_identifier_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  offprint_work_view_open_identifier (OFFPRINT_WORK_VIEW (widget), g_variant_get_string (parameter, NULL));
}

static void
tell_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  offprint_work_view_tell (OFFPRINT_WORK_VIEW (widget), g_variant_get_string (parameter, NULL));
}

void
offprint_work_view_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "work.copy-citation", NULL, copy_citation_action);
  gtk_widget_class_install_action (widget_class, "work.copy-in-text", NULL, copy_in_text_action);
  gtk_widget_class_install_action (widget_class, "work.cite-in-text", NULL, cite_in_text_action);
  gtk_widget_class_install_action (widget_class, "work.copy-doi", NULL, copy_doi_action);
  gtk_widget_class_install_action (widget_class, "work.copy-address", NULL, copy_address_action);
  gtk_widget_class_install_action (widget_class, "work.save-citation", "s", save_citation_action);
  gtk_widget_class_install_action (widget_class, "work.save-references", "s", save_references_action);
  gtk_widget_class_install_action (widget_class, "work.choose-style", NULL, choose_style_action);
  gtk_widget_class_install_action (widget_class, "work.copy-abstract", NULL, copy_abstract_action);
  gtk_widget_class_install_action (widget_class, "work.copy-page", NULL, copy_page_action);
  gtk_widget_class_install_action (widget_class, "work.view-notice", NULL, view_notice_action);
  gtk_widget_class_install_action (widget_class, "work.show-references", NULL, show_references_action);
  gtk_widget_class_install_action (widget_class, "work.show-reference", "u", show_reference_action);
  gtk_widget_class_install_action (widget_class, "work.check", NULL, check_action);
  gtk_widget_class_install_action (widget_class, "work.show-sources", NULL, show_sources_action);
  gtk_widget_class_install_action (widget_class, "work.show-changes", NULL, show_changes_action);
  gtk_widget_class_install_action (widget_class, "work.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "work.open-identifier", "s", open_identifier_action);
  gtk_widget_class_install_action (widget_class, "work.tell", "s", tell_action);
  offprint_work_view_install_links (widget_class);
  offprint_work_view_install_notes (widget_class);
}

/**
 * offprint_work_view_can:
 * @self: the view
 * @action: one of its actions
 *
 * Whether an action can be done with the work that is shown. That a citation is still
 * being made is not asked here: it comes in a moment.
 *
 * Returns: whether it can
 */
gboolean
offprint_work_view_can (OffprintWorkView *self,
                        const char       *action)
{
  OffprintWork *work;
  g_autofree char *notice = NULL;
  g_autofree char *address = NULL;
  gboolean has_work;

  g_return_val_if_fail (OFFPRINT_IS_WORK_VIEW (self), FALSE);
  g_return_val_if_fail (action != NULL, FALSE);

  work = offprint_work_view_get_work (self);
  has_work = work != NULL && !offprint_work_is_empty (work);
  if (g_str_equal (action, "work.open-doi") || g_str_equal (action, "work.log-in") ||
      g_str_equal (action, "work.open-through-library") || g_str_equal (action, "work.ask-permission") ||
      g_str_equal (action, "work.read-page"))
    return offprint_work_view_can_follow (self, action);
  if (g_str_equal (action, "work.copy-address"))
    return (address = offprint_work_view_dup_address (work)) != NULL;
  if (g_str_equal (action, "work.copy-doi"))
    return work != NULL && offprint_work_get_doi (work) != NULL;
  if (g_str_equal (action, "work.copy-abstract"))
    return has_work && g_list_model_get_n_items (offprint_work_get_abstracts (work)) > 0;
  if (g_str_equal (action, "work.show-references") || g_str_equal (action, "work.save-references"))
    return has_work && g_list_model_get_n_items (offprint_work_get_references (work)) > 0;
  if (g_str_equal (action, "work.view-notice"))
    return (notice = dup_notice_doi (work)) != NULL;
  if (g_str_equal (action, "work.check"))
    return has_work && !offprint_work_view_get_loading (self) && !offprint_work_is_sample (work);
  if (g_str_equal (action, "work.show-changes"))
    return offprint_work_view_has_changes (self);
  if (g_str_equal (action, "work.choose-style"))
    return offprint_citing_get_catalog (offprint_work_view_get_citing (self)) != NULL;
  return has_work;
}

void
offprint_work_view_update_actions (OffprintWorkView *self)
{
  OffprintCiting *citing = offprint_work_view_get_citing (self);
  static const char *const names[] = {
    "work.open-doi", "work.log-in", "work.open-through-library", "work.ask-permission", "work.read-page", "work.copy-doi", "work.copy-address",
    "work.save-citation", "work.save-references", "work.choose-style", "work.copy-abstract", "work.copy-page", "work.view-notice",
    "work.show-references", "work.check", "work.find", "work.show-sources", "work.show-changes"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], offprint_work_view_can (self, names[i]));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "work.copy-citation", offprint_citing_get_citation (citing) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "work.copy-in-text", offprint_citing_get_in_text (citing) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "work.cite-in-text", offprint_citing_get_in_text (citing) != NULL);
}

/**
 * offprint_work_view_copy_citation:
 * @self: the view
 * @in_text: whether to copy the form that stands in a text
 *
 * Copies the citation in all its flavours and says so.
 *
 * Returns: `FALSE` if there is no citation yet
 */
gboolean
offprint_work_view_copy_citation (OffprintWorkView *self,
                                  gboolean          in_text)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK_VIEW (self), FALSE);

  if (in_text)
    return copy (self, OFFPRINT_CITE_IN_TEXT, _("In-text citation copied"));
  return copy (self, OFFPRINT_CITE_BIBLIOGRAPHY, _("Citation copied"));
}
