/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The trail stops the look-up of a place when it is left and takes it up again when
 * the reader comes back to it, so at most one runs in a window.
 */

#include "config.h"

#include "trail.h"

/* A place holds its whole work; nobody walks back further. */
#define MAX_PLACES 50

struct _OffprintTrail
{
  GObject parent_instance;

  /* Owned */
  GPtrArray *visits;

  guint position; /* of the place looked at; visits->len if there is none */
};

G_DEFINE_FINAL_TYPE (OffprintTrail, offprint_trail, G_TYPE_OBJECT)

enum
{
  PROP_VISIT = 1,
  PROP_CAN_GO_BACK,
  PROP_CAN_GO_FORWARD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
arrive (OffprintTrail *self)
{
  OffprintVisit *visit = offprint_trail_get_visit (self);

  if (visit != NULL && offprint_visit_get_state (visit) == OFFPRINT_VISIT_NEW)
    offprint_visit_begin (visit, OFFPRINT_RESOLVE_DEFAULT);
  else if (visit != NULL && offprint_visit_get_state (visit) == OFFPRINT_VISIT_STOPPED)
    offprint_visit_begin (visit, OFFPRINT_RESOLVE_DEFAULT);

  for (guint i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
move_to (OffprintTrail *self,
         guint          position)
{
  OffprintVisit *visit = offprint_trail_get_visit (self);

  if (visit != NULL)
    offprint_visit_stop (visit);
  self->position = position;
  arrive (self);
}

static void
offprint_trail_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  OffprintTrail *self = OFFPRINT_TRAIL (object);

  switch (prop_id)
    {
    case PROP_VISIT:
      g_value_set_object (value, offprint_trail_get_visit (self));
      break;
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, offprint_trail_can_go_back (self));
      break;
    case PROP_CAN_GO_FORWARD:
      g_value_set_boolean (value, offprint_trail_can_go_forward (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
offprint_trail_dispose (GObject *object)
{
  OffprintTrail *self = OFFPRINT_TRAIL (object);
  OffprintVisit *visit = offprint_trail_get_visit (self);

  if (visit != NULL)
    offprint_visit_stop (visit);
  g_clear_pointer (&self->visits, g_ptr_array_unref);

  G_OBJECT_CLASS (offprint_trail_parent_class)->dispose (object);
}

static void
offprint_trail_class_init (OffprintTrailClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = offprint_trail_get_property;
  object_class->dispose = offprint_trail_dispose;

  /**
   * OffprintTrail:visit:
   *
   * The place that is looked at.
   */
  properties[PROP_VISIT] =
    g_param_spec_object ("visit", NULL, NULL, OFFPRINT_TYPE_VISIT,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * OffprintTrail:can-go-back:
   *
   * Whether there is a place before this one.
   */
  properties[PROP_CAN_GO_BACK] =
    g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * OffprintTrail:can-go-forward:
   *
   * Whether the reader came back from somewhere.
   */
  properties[PROP_CAN_GO_FORWARD] =
    g_param_spec_boolean ("can-go-forward", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
offprint_trail_init (OffprintTrail *self)
{
  self->visits = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * offprint_trail_new:
 *
 * Returns: (transfer full): a trail that has been nowhere
 */
OffprintTrail *
offprint_trail_new (void)
{
  return g_object_new (OFFPRINT_TYPE_TRAIL, NULL);
}

/**
 * offprint_trail_get_visit:
 * @self: the trail
 *
 * Returns: (transfer none) (nullable): the place that is looked at
 */
OffprintVisit *
offprint_trail_get_visit (OffprintTrail *self)
{
  g_return_val_if_fail (OFFPRINT_IS_TRAIL (self), NULL);

  if (self->visits == NULL || self->position >= self->visits->len)
    return NULL;
  return g_ptr_array_index (self->visits, self->position);
}

/**
 * offprint_trail_can_go_back:
 * @self: the trail
 *
 * Returns: whether there is a place before this one
 */
gboolean
offprint_trail_can_go_back (OffprintTrail *self)
{
  g_return_val_if_fail (OFFPRINT_IS_TRAIL (self), FALSE);

  return self->visits != NULL && self->position > 0;
}

/**
 * offprint_trail_can_go_forward:
 * @self: the trail
 *
 * Returns: whether the reader came back from somewhere
 */
gboolean
offprint_trail_can_go_forward (OffprintTrail *self)
{
  g_return_val_if_fail (OFFPRINT_IS_TRAIL (self), FALSE);

  return self->visits != NULL && self->position + 1 < self->visits->len;
}

/**
 * offprint_trail_go_to:
 * @self: the trail
 * @visit: (transfer none): a new place
 *
 * Leaves the place that is looked at, forgets the way forward and begins @visit.
 */
void
offprint_trail_go_to (OffprintTrail *self,
                      OffprintVisit *visit)
{
  OffprintVisit *left;

  g_return_if_fail (OFFPRINT_IS_TRAIL (self));
  g_return_if_fail (OFFPRINT_IS_VISIT (visit));

  left = offprint_trail_get_visit (self);
  if (left != NULL)
    {
      offprint_visit_stop (left);
      g_ptr_array_set_size (self->visits, self->position + 1);
      self->position++;
    }
  g_ptr_array_add (self->visits, g_object_ref (visit));
  if (self->visits->len > MAX_PLACES)
    {
      g_ptr_array_remove_index (self->visits, 0);
      self->position--;
    }
  arrive (self);
}

/**
 * offprint_trail_go_back:
 * @self: the trail
 *
 * Looks at the place before this one, if there is one.
 */
void
offprint_trail_go_back (OffprintTrail *self)
{
  g_return_if_fail (OFFPRINT_IS_TRAIL (self));

  if (offprint_trail_can_go_back (self))
    move_to (self, self->position - 1);
}

/**
 * offprint_trail_go_forward:
 * @self: the trail
 *
 * Looks at the place that the reader came back from, if there is one.
 */
void
offprint_trail_go_forward (OffprintTrail *self)
{
  g_return_if_fail (OFFPRINT_IS_TRAIL (self));

  if (offprint_trail_can_go_forward (self))
    move_to (self, self->position + 1);
}

/**
 * offprint_trail_leave:
 * @self: the trail
 *
 * Takes the place that is looked at out of the trail and goes back to the one
 * before it, if any: what a cancelled look-up does.
 */
void
offprint_trail_leave (OffprintTrail *self)
{
  g_autoptr (OffprintVisit) left = NULL;

  g_return_if_fail (OFFPRINT_IS_TRAIL (self));

  if (offprint_trail_get_visit (self) == NULL)
    return;

  left = g_object_ref (offprint_trail_get_visit (self));
  offprint_visit_stop (left);
  g_ptr_array_remove_index (self->visits, self->position);
  if (self->position > 0)
    self->position--;
  arrive (self);
}
