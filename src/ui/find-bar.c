/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding in the page: words, how often they occur, the next and the last one.
 *
 * Each step counts anew, for the page may have changed since: a source may have
 * answered, another work may have come.
 */

#include "config.h"

#include "find-bar.h"

#include <glib/gi18n-lib.h>

struct _OffprintFindBar
{
  AdwBin parent_instance;

  /* Owned */
  GPtrArray *findables; /* of OffprintFindable */
  GArray *counts;       /* of guint, one for each */

  guint current; /* from 1; 0: none */
  guint total;

  /* Template children */
  GtkSearchBar *bar;
  GtkSearchEntry *entry;
  GtkLabel *state;
};

G_DEFINE_FINAL_TYPE (OffprintFindBar, offprint_find_bar, ADW_TYPE_BIN)

static const char *
get_words (OffprintFindBar *self)
{
  return gtk_search_bar_get_search_mode (self->bar) ? gtk_editable_get_text (GTK_EDITABLE (self->entry)) : "";
}

static void
count (OffprintFindBar *self)
{
  const char *words = get_words (self);

  self->total = 0;
  g_array_set_size (self->counts, 0);
  for (guint i = 0; i < self->findables->len; i++)
    {
      guint n = offprint_findable_count (g_ptr_array_index (self->findables, i), words);

      g_array_append_val (self->counts, n);
      self->total += n;
    }
  if (self->current > self->total)
    self->current = self->total;
}

static void
show_state (OffprintFindBar *self)
{
  g_autofree char *text = NULL;

  if (*get_words (self) == '\0')
    text = g_strdup ("");
  else if (self->total == 0)
    text = g_strdup (_("Nothing found"));
  else
    /* Translators: which of the places found, and how many there are */
    text = g_strdup_printf (_("%u of %u"), self->current, self->total);

  gtk_label_set_label (self->state, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.next", self->total > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.previous", self->total > 0);
  if (self->total == 0 && *text != '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
show_current (OffprintFindBar *self)
{
  guint n = self->current;

  for (guint i = 0; n > 0 && i < self->counts->len; i++)
    {
      guint here = g_array_index (self->counts, guint, i);

      if (n <= here)
        {
          offprint_findable_show (g_ptr_array_index (self->findables, i), n - 1);
          break;
        }
      n -= here;
    }
  show_state (self);
  if (*gtk_label_get_label (self->state) != '\0')
    gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->state), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
step (OffprintFindBar *self,
      int              by)
{
  count (self);
  if (self->total > 0)
    self->current = (self->current + self->total - 1 + by) % self->total + 1;
  show_current (self);
}

static void
next_cb (OffprintFindBar *self)
{
  step (self, 1);
}

static void
previous_cb (OffprintFindBar *self)
{
  step (self, -1);
}

static void
next_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  step (OFFPRINT_FIND_BAR (widget), 1);
}

static void
previous_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  step (OFFPRINT_FIND_BAR (widget), -1);
}

static void
words_changed_cb (OffprintFindBar *self)
{
  count (self);
  self->current = self->total > 0 ? 1 : 0;
  show_current (self);
}

static void
stop_cb (OffprintFindBar *self)
{
  offprint_find_bar_close (self);
}

static void
mode_changed_cb (OffprintFindBar *self)
{
  count (self);
  show_state (self);
}

static void
offprint_find_bar_dispose (GObject *object)
{
  OffprintFindBar *self = OFFPRINT_FIND_BAR (object);

  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_FIND_BAR);
  g_clear_pointer (&self->findables, g_ptr_array_unref);
  g_clear_pointer (&self->counts, g_array_unref);

  G_OBJECT_CLASS (offprint_find_bar_parent_class)->dispose (object);
}

static void
offprint_find_bar_class_init (OffprintFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_find_bar_dispose;

  gtk_widget_class_install_action (widget_class, "find.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "find.previous", NULL, previous_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_SHIFT_MASK, "find.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_SHIFT_MASK, "find.previous", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, OffprintFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, OffprintFindBar, state);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed_cb);
}

static void
offprint_find_bar_init (OffprintFindBar *self)
{
  self->findables = g_ptr_array_new_with_free_func (g_object_unref);
  self->counts = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
  show_state (self);
}

/**
 * offprint_find_bar_add_findable:
 * @self: a bar
 * @findable: a part of the page
 *
 * Adds a part to what is searched, after those that were added before.
 */
void
offprint_find_bar_add_findable (OffprintFindBar  *self,
                                OffprintFindable *findable)
{
  g_return_if_fail (OFFPRINT_IS_FIND_BAR (self));
  g_return_if_fail (OFFPRINT_IS_FINDABLE (findable));

  g_ptr_array_add (self->findables, g_object_ref (findable));
}

/**
 * offprint_find_bar_begin:
 * @self: a bar
 *
 * Opens the bar, ready to type into; open already, it selects what stands in it.
 */
void
offprint_find_bar_begin (OffprintFindBar *self)
{
  g_return_if_fail (OFFPRINT_IS_FIND_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE); /* until now it cost nothing */
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * offprint_find_bar_close:
 * @self: a bar
 *
 * Closes the bar and takes the marks off the page.
 */
void
offprint_find_bar_close (OffprintFindBar *self)
{
  g_return_if_fail (OFFPRINT_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (self->bar, FALSE);
}

/**
 * offprint_find_bar_get_count:
 * @self: a bar
 *
 * How many places were found last.
 *
 * Returns: the number of places
 */
guint
offprint_find_bar_get_count (OffprintFindBar *self)
{
  g_return_val_if_fail (OFFPRINT_IS_FIND_BAR (self), 0);

  return self->total;
}
