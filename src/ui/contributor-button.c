/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's name under a title, and behind it who that is: what they did, where
 * they work, how to write to them. The popover is made when it is first opened,
 * for nearly all of them never are.
 */

#include "config.h"

#include "contributor-button.h"

#include "clipboard.h"
#include "links.h"
#include "phrases.h"

#include <glib/gi18n-lib.h>

struct _OffprintContributorButton
{
  AdwBin parent_instance;

  /* Owned */
  OffprintContributor *person;

  /* Template children */
  GtkMenuButton *button;
  GtkLabel *name;
  GtkWidget *corresponding;
};

G_DEFINE_FINAL_TYPE (OffprintContributorButton, offprint_contributor_button, ADW_TYPE_BIN)

static void
write_clicked_cb (OffprintContributorButton *self)
{
  g_autofree char *address = g_uri_escape_string (offprint_contributor_get_email (self->person), "@", TRUE);
  g_autofree char *uri = g_strconcat ("mailto:", address, NULL);

  gtk_menu_button_popdown (self->button);
  offprint_link_launch (GTK_WIDGET (self), uri);
}

static void
orcid_clicked_cb (OffprintContributorButton *self)
{
  g_autofree char *uri = g_strconcat ("https://orcid.org/", offprint_contributor_get_orcid (self->person), NULL);

  gtk_menu_button_popdown (self->button);
  offprint_link_launch (GTK_WIDGET (self), uri);
}

static void
copy_clicked_cb (OffprintContributorButton *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), offprint_contributor_get_name (self->person));
  gtk_menu_button_popdown (self->button);
  gtk_widget_activate_action (GTK_WIDGET (self), "work.tell", "s", _("Name copied"));
}

static void
show_if_set (GtkBuilder *builder,
             const char *id,
             const char *text)
{
  GtkWidget *widget = GTK_WIDGET (gtk_builder_get_object (builder, id));

  gtk_widget_set_visible (widget, text != NULL);
  if (text != NULL && GTK_IS_LABEL (widget))
    gtk_label_set_label (GTK_LABEL (widget), text);
}

static void
fill_popover (OffprintContributorButton *self,
              GtkBuilder                *builder)
{
  const char *const *affiliations = offprint_contributor_get_affiliations (self->person);
  g_autofree char *places = g_strjoinv ("\n", (char **) affiliations);
  g_autofree char *role = offprint_phrase_role (offprint_contributor_get_role (self->person));
  const char *email = offprint_contributor_get_email (self->person);
  const char *orcid = offprint_contributor_get_orcid (self->person);

  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "full_name")),
                       offprint_contributor_get_name (self->person));
  show_if_set (builder, "role",
               offprint_contributor_is_corresponding (self->person) ? _("Corresponding author") : role);
  show_if_set (builder, "affiliation", affiliations[0] != NULL ? places : NULL);
  show_if_set (builder, "email", email);
  show_if_set (builder, "write", email);
  show_if_set (builder, "orcid", orcid);
  if (orcid != NULL)
    {
      GtkWidget *label = GTK_WIDGET (gtk_builder_get_object (builder, "orcid_label"));

      gtk_label_set_label (GTK_LABEL (label), orcid);
    }
}

static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  OffprintContributorButton *self = user_data;
  g_autoptr (GtkBuilderScope) scope = gtk_builder_cscope_new ();
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();

  gtk_builder_cscope_add_callback (GTK_BUILDER_CSCOPE (scope), write_clicked_cb);
  gtk_builder_cscope_add_callback (GTK_BUILDER_CSCOPE (scope), orcid_clicked_cb);
  gtk_builder_cscope_add_callback (GTK_BUILDER_CSCOPE (scope), copy_clicked_cb);
  gtk_builder_set_scope (builder, scope);
  gtk_builder_set_translation_domain (builder, GETTEXT_PACKAGE);
  gtk_builder_set_current_object (builder, G_OBJECT (self));
  gtk_builder_add_from_resource (builder, "/io/github/offprint/Offprint/ui/contributor-popover.ui", NULL);
  fill_popover (self, builder);
  gtk_menu_button_set_popover (button, GTK_WIDGET (gtk_builder_get_object (builder, "popover")));
}

static void
offprint_contributor_button_dispose (GObject *object)
{
  OffprintContributorButton *self = OFFPRINT_CONTRIBUTOR_BUTTON (object);

  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_CONTRIBUTOR_BUTTON);
  g_clear_object (&self->person);

  G_OBJECT_CLASS (offprint_contributor_button_parent_class)->dispose (object);
}

static void
offprint_contributor_button_class_init (OffprintContributorButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_contributor_button_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/contributor-button.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintContributorButton, button);
  gtk_widget_class_bind_template_child (widget_class, OffprintContributorButton, name);
  gtk_widget_class_bind_template_child (widget_class, OffprintContributorButton, corresponding);
}

static void
offprint_contributor_button_init (OffprintContributorButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * offprint_contributor_button_new:
 *
 * Makes a button for a person yet to be named.
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
offprint_contributor_button_new (void)
{
  return g_object_new (OFFPRINT_TYPE_CONTRIBUTOR_BUTTON, NULL);
}

/**
 * offprint_contributor_button_set_person:
 * @self: a button
 * @person: who it is
 *
 * Names a person on the button.
 */
void
offprint_contributor_button_set_person (OffprintContributorButton *self,
                                        OffprintContributor       *person)
{
  g_autofree char *role = NULL;
  g_autofree char *spoken = NULL;

  g_return_if_fail (OFFPRINT_IS_CONTRIBUTOR_BUTTON (self));
  g_return_if_fail (OFFPRINT_IS_CONTRIBUTOR (person));

  if (!g_set_object (&self->person, person))
    return;

  gtk_menu_button_set_popover (self->button, NULL);
  gtk_menu_button_set_create_popup_func (self->button, create_popup_cb, self, NULL);
  gtk_label_set_label (self->name, offprint_contributor_get_name (person));
  gtk_widget_set_visible (self->corresponding, offprint_contributor_is_corresponding (person));

  role = offprint_phrase_role (offprint_contributor_get_role (person));
  if (role != NULL)
    /* Translators: a person's name, then what they did: “Jane Doe, Editor” */
    spoken = g_strdup_printf (_("%s, %s"), offprint_contributor_get_name (person), role);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken != NULL ? spoken : offprint_contributor_get_name (person),
                                  -1);
}
