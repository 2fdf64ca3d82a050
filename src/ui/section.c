/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all parts of the page and the pane have in common: a work that they show a
 * part of, following its changes, and a way to be searched.
 *
 * Sections never fetch, parse or format. Each hides when there is nothing to show.
 */

#include "config.h"

#include "section.h"

#include "findable.h"
#include "reveal.h"

typedef struct
{
  /* Owned */
  OffprintWork *work;
  GArray *matches;  /* of the last search */
  GtkLabel *marked; /* where one of them is selected */

  gboolean loading;
} OffprintSectionPrivate;

static void findable_init (OffprintFindableInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (OffprintSection, offprint_section, ADW_TYPE_BIN, G_ADD_PRIVATE (OffprintSection) G_IMPLEMENT_INTERFACE (OFFPRINT_TYPE_FINDABLE, findable_init))

enum
{
  PROP_WORK = 1,
  PROP_LOADING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update (OffprintSection *self)
{
  OffprintSectionPrivate *priv = offprint_section_get_instance_private (self);

  if (priv->work == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }
  OFFPRINT_SECTION_GET_CLASS (self)->update (self, priv->work, priv->loading);
}

static void
unmark (OffprintSection *self)
{
  OffprintSectionPrivate *priv = offprint_section_get_instance_private (self);

  if (priv->marked != NULL && gtk_label_get_selectable (priv->marked))
    gtk_label_select_region (priv->marked, 0, 0);
  g_clear_object (&priv->marked);
}

static guint
offprint_section_count (OffprintFindable *findable,
                        const char       *words)
{
  OffprintSection *self = OFFPRINT_SECTION (findable);
  OffprintSectionPrivate *priv = offprint_section_get_instance_private (self);
  OffprintSectionClass *class = OFFPRINT_SECTION_GET_CLASS (self);
  g_auto (GStrv) texts = NULL;

  unmark (self);
  g_array_set_size (priv->matches, 0);
  if (*words == '\0' || priv->work == NULL || class->dup_texts == NULL)
    return 0;

  texts = class->dup_texts (self, priv->work);
  for (guint i = 0; texts[i] != NULL; i++)
    offprint_find_in_text (priv->matches, i, texts[i], words);
  return priv->matches->len;
}

static void
offprint_section_show (OffprintFindable *findable,
                       guint             n)
{
  OffprintSection *self = OFFPRINT_SECTION (findable);
  OffprintSectionPrivate *priv = offprint_section_get_instance_private (self);
  const OffprintMatch *match;
  GtkLabel *label;

  if (n >= priv->matches->len)
    return;

  match = &g_array_index (priv->matches, OffprintMatch, n);
  label = OFFPRINT_SECTION_GET_CLASS (self)->show_text (self, match->text);
  g_set_object (&priv->marked, label);
  if (label != NULL)
    offprint_reveal_match (label, match->start, match->end);
}

static void
findable_init (OffprintFindableInterface *iface)
{
  iface->count = offprint_section_count;
  iface->show = offprint_section_show;
}

static void
set_loading (OffprintSection *self,
             gboolean         loading)
{
  OffprintSectionPrivate *priv = offprint_section_get_instance_private (self);

  if (priv->loading == loading)
    return;

  priv->loading = loading;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
offprint_section_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  OffprintSection *self = OFFPRINT_SECTION (object);

  switch (prop_id)
    {
    case PROP_WORK:
      g_value_set_object (value, offprint_section_get_work (self));
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, offprint_section_get_loading (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
offprint_section_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  OffprintSection *self = OFFPRINT_SECTION (object);

  switch (prop_id)
    {
    case PROP_WORK:
      offprint_section_set_work (self, g_value_get_object (value));
      break;
    case PROP_LOADING:
      set_loading (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
offprint_section_dispose (GObject *object)
{
  OffprintSectionPrivate *priv = offprint_section_get_instance_private (OFFPRINT_SECTION (object));

  g_clear_object (&priv->work);
  g_clear_object (&priv->marked);

  G_OBJECT_CLASS (offprint_section_parent_class)->dispose (object);
}

static void
offprint_section_finalize (GObject *object)
{
  OffprintSectionPrivate *priv = offprint_section_get_instance_private (OFFPRINT_SECTION (object));

  g_array_unref (priv->matches);

  G_OBJECT_CLASS (offprint_section_parent_class)->finalize (object);
}

static void
offprint_section_class_init (OffprintSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = offprint_section_get_property;
  object_class->set_property = offprint_section_set_property;
  object_class->dispose = offprint_section_dispose;
  object_class->finalize = offprint_section_finalize;

  /**
   * OffprintSection:work:
   *
   * The work that a part is shown of.
   */
  properties[PROP_WORK] =
    g_param_spec_object ("work", NULL, NULL, OFFPRINT_TYPE_WORK,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * OffprintSection:loading:
   *
   * Whether sources are still being asked: what is missing is then not known yet.
   */
  properties[PROP_LOADING] =
    g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
offprint_section_init (OffprintSection *self)
{
  OffprintSectionPrivate *priv = offprint_section_get_instance_private (self);

  priv->matches = g_array_new (FALSE, FALSE, sizeof (OffprintMatch));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * offprint_section_get_work:
 * @self: a section
 *
 * The work that a part is shown of.
 *
 * Returns: (transfer none) (nullable): the work
 */
OffprintWork *
offprint_section_get_work (OffprintSection *self)
{
  OffprintSectionPrivate *priv = offprint_section_get_instance_private (self);

  g_return_val_if_fail (OFFPRINT_IS_SECTION (self), NULL);

  return priv->work;
}

/**
 * offprint_section_set_work:
 * @self: a section
 * @work: (nullable): the work to show a part of
 *
 * Shows another work, and follows its changes from now on.
 */
void
offprint_section_set_work (OffprintSection *self,
                           OffprintWork    *work)
{
  OffprintSectionPrivate *priv = offprint_section_get_instance_private (self);

  g_return_if_fail (OFFPRINT_IS_SECTION (self));
  g_return_if_fail (work == NULL || OFFPRINT_IS_WORK (work));

  if (priv->work == work)
    return;

  if (priv->work != NULL)
    g_signal_handlers_disconnect_by_func (priv->work, update, self);
  g_set_object (&priv->work, work);
  if (work != NULL)
    g_signal_connect_object (work, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  unmark (self);
  g_array_set_size (priv->matches, 0);
  if (OFFPRINT_SECTION_GET_CLASS (self)->reset != NULL)
    OFFPRINT_SECTION_GET_CLASS (self)->reset (self);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORK]);
}

/**
 * offprint_section_get_loading:
 * @self: a section
 *
 * Whether sources are still being asked: what is missing is then not known yet.
 *
 * Returns: whether they are
 */
gboolean
offprint_section_get_loading (OffprintSection *self)
{
  OffprintSectionPrivate *priv = offprint_section_get_instance_private (self);

  g_return_val_if_fail (OFFPRINT_IS_SECTION (self), FALSE);

  return priv->loading;
}
