/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An abstract in one language; a work may have it in several.
 */

#include "config.h"

#include "parts.h"
#include "parts-private.h"

#include "json-value.h"

struct _OffprintAbstract
{
  GObject parent_instance;

  /* Owned */
  char *language;
  char *kind;
  OffprintRichText *text;
};

G_DEFINE_FINAL_TYPE (OffprintAbstract, offprint_abstract, G_TYPE_OBJECT)

typedef enum
{
  PROP_LANGUAGE = 1,
  PROP_KIND,
  PROP_TEXT,
} OffprintAbstractProperty;

static GParamSpec *properties[PROP_TEXT + 1];

static void
offprint_abstract_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  OffprintAbstract *self = OFFPRINT_ABSTRACT (object);

  switch ((OffprintAbstractProperty) property_id)
    {
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;
    case PROP_TEXT:
      g_value_set_boxed (value, self->text);
      break;
    }
}

static void
offprint_abstract_finalize (GObject *object)
{
  OffprintAbstract *self = OFFPRINT_ABSTRACT (object);

  g_free (self->language);
  g_free (self->kind);
  offprint_rich_text_unref (self->text);

  G_OBJECT_CLASS (offprint_abstract_parent_class)->finalize (object);
}

static void
offprint_abstract_class_init (OffprintAbstractClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = offprint_abstract_get_property;
  object_class->finalize = offprint_abstract_finalize;

  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TEXT] = g_param_spec_boxed ("text", NULL, NULL, OFFPRINT_TYPE_RICH_TEXT, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
offprint_abstract_init (OffprintAbstract *self)
{
}

/*< private >
 * Makes an abstract of its entry.
 */
OffprintAbstract *
offprint_abstract_new (JsonObject *entry)
{
  OffprintAbstract *self = g_object_new (OFFPRINT_TYPE_ABSTRACT, NULL);
  const char *kind = offprint_json_get_string (entry, "kind");
  const char *text = offprint_json_get_string (entry, "text");

  self->language = g_strdup (offprint_json_get_string (entry, "language"));
  self->kind = g_strdup (kind != NULL ? kind : "abstract");
  self->text = offprint_stored_to_rich (text != NULL ? text : "");

  return self;
}

/**
 * offprint_abstract_get_language:
 * @self: an abstract
 *
 * Returns: (nullable): its language, BCP 47
 */
const char *
offprint_abstract_get_language (OffprintAbstract *self)
{
  g_return_val_if_fail (OFFPRINT_IS_ABSTRACT (self), NULL);

  return self->language;
}

/**
 * offprint_abstract_get_kind:
 * @self: an abstract
 *
 * Returns: what it is: "abstract", "plain-language-summary" …
 */
const char *
offprint_abstract_get_kind (OffprintAbstract *self)
{
  g_return_val_if_fail (OFFPRINT_IS_ABSTRACT (self), NULL);

  return self->kind;
}

/**
 * offprint_abstract_get_text:
 * @self: an abstract
 *
 * Returns: (transfer none): the text
 */
OffprintRichText *
offprint_abstract_get_text (OffprintAbstract *self)
{
  g_return_val_if_fail (OFFPRINT_IS_ABSTRACT (self), NULL);

  return self->text;
}
