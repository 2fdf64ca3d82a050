/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making and ending a row costs more than searching does. So a row belongs to a place, not
 * to a style: it stays while a keystroke puts another style there.
 */

#include "config.h"

#include "style-slot.h"

struct _OffprintStyleSlot
{
  GObject parent_instance;

  /* Owned */
  OffprintStyleInfo *info;
};

enum
{
  PROP_INFO = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (OffprintStyleSlot, offprint_style_slot, G_TYPE_OBJECT)

static void
offprint_style_slot_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_INFO:
      g_value_set_object (value, OFFPRINT_STYLE_SLOT (object)->info);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
offprint_style_slot_finalize (GObject *object)
{
  g_clear_object (&OFFPRINT_STYLE_SLOT (object)->info);

  G_OBJECT_CLASS (offprint_style_slot_parent_class)->finalize (object);
}

static void
offprint_style_slot_class_init (OffprintStyleSlotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = offprint_style_slot_get_property;
  object_class->finalize = offprint_style_slot_finalize;

  /**
   * OffprintStyleSlot:info:
   *
   * The style that stands here now.
   */
  properties[PROP_INFO] =
    g_param_spec_object ("info", NULL, NULL, OFFPRINT_TYPE_STYLE_INFO, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
offprint_style_slot_init (OffprintStyleSlot *self)
{
}

/**
 * offprint_style_slot_get_info:
 * @self: a place
 *
 * Returns: (transfer none): the style that stands here now
 */
OffprintStyleInfo *
offprint_style_slot_get_info (OffprintStyleSlot *self)
{
  g_return_val_if_fail (OFFPRINT_IS_STYLE_SLOT (self), NULL);

  return self->info;
}

/**
 * offprint_style_slot_set_info:
 * @self: a place
 * @info: (nullable): a style
 *
 * Puts another style in the place.
 */
void
offprint_style_slot_set_info (OffprintStyleSlot *self,
                              OffprintStyleInfo *info)
{
  g_return_if_fail (OFFPRINT_IS_STYLE_SLOT (self));
  g_return_if_fail (info == NULL || OFFPRINT_IS_STYLE_INFO (info));

  if (g_set_object (&self->info, info))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INFO]);
}
