/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A note of the text, as the publisher numbers it.
 */

#include "config.h"

#include "parts.h"
#include "parts-private.h"

#include "json-value.h"

struct _OffprintNote
{
  GObject parent_instance;

  /* Owned */
  char *mark;
  char *anchor;
  OffprintRichText *text;
};

G_DEFINE_FINAL_TYPE (OffprintNote, offprint_note, G_TYPE_OBJECT)

typedef enum
{
  PROP_MARK = 1,
  PROP_TEXT,
} OffprintNoteProperty;

static GParamSpec *properties[PROP_TEXT + 1];

static void
offprint_note_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  OffprintNote *self = OFFPRINT_NOTE (object);

  switch ((OffprintNoteProperty) property_id)
    {
    case PROP_MARK:
      g_value_set_string (value, self->mark);
      break;
    case PROP_TEXT:
      g_value_set_boxed (value, self->text);
      break;
    }
}

static void
offprint_note_finalize (GObject *object)
{
  OffprintNote *self = OFFPRINT_NOTE (object);

  g_free (self->mark);
  g_free (self->anchor);
  offprint_rich_text_unref (self->text);

  G_OBJECT_CLASS (offprint_note_parent_class)->finalize (object);
}

static void
offprint_note_class_init (OffprintNoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = offprint_note_get_property;
  object_class->finalize = offprint_note_finalize;

  properties[PROP_MARK] = g_param_spec_string ("mark", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TEXT] = g_param_spec_boxed ("text", NULL, NULL, OFFPRINT_TYPE_RICH_TEXT, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
offprint_note_init (OffprintNote *self)
{
}

/*< private >
 * Makes a note of its entry.
 */
OffprintNote *
offprint_note_new (JsonObject *entry)
{
  OffprintNote *self = g_object_new (OFFPRINT_TYPE_NOTE, NULL);
  const char *text = offprint_json_get_string (entry, "text");

  self->mark = g_strdup (offprint_json_get_string (entry, "mark"));
  self->anchor = g_strdup (offprint_json_get_string (entry, "anchor"));
  self->text = offprint_stored_to_rich (text != NULL ? text : "");

  return self;
}

/**
 * offprint_note_get_mark:
 * @self: a note
 *
 * Returns: (nullable): its number or sign
 */
const char *
offprint_note_get_mark (OffprintNote *self)
{
  g_return_val_if_fail (OFFPRINT_IS_NOTE (self), NULL);

  return self->mark;
}

/**
 * offprint_note_get_anchor:
 * @self: a note
 *
 * Returns: (nullable): its name on the publisher's page
 */
const char *
offprint_note_get_anchor (OffprintNote *self)
{
  g_return_val_if_fail (OFFPRINT_IS_NOTE (self), NULL);

  return self->anchor;
}

/**
 * offprint_note_get_text:
 * @self: a note
 *
 * Returns: (transfer none): the text
 */
OffprintRichText *
offprint_note_get_text (OffprintNote *self)
{
  g_return_val_if_fail (OFFPRINT_IS_NOTE (self), NULL);

  return self->text;
}
