/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One priced way to get the work, as the publisher offers it to the reader's country.
 */

#include "config.h"

#include "parts.h"
#include "parts-private.h"

#include "json-value.h"

struct _OffprintAccess
{
  GObject parent_instance;

  /* Owned */
  char *label;
  char *price;
  char *currency;
  char *tax;
  char *url;
  char **includes;
};

G_DEFINE_FINAL_TYPE (OffprintAccess, offprint_access, G_TYPE_OBJECT)

typedef enum
{
  PROP_LABEL = 1,
  PROP_PRICE,
  PROP_CURRENCY,
  PROP_TAX,
  PROP_URL,
} OffprintAccessProperty;

static GParamSpec *properties[PROP_URL + 1];

static char **
read_includes (JsonObject *entry)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  JsonArray *array = offprint_json_get_array (entry, "includes");

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *line = offprint_json_element_string (array, i);

      if (line != NULL)
        g_strv_builder_add (lines, line);
    }

  return g_strv_builder_end (lines);
}

static void
offprint_access_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  OffprintAccess *self = OFFPRINT_ACCESS (object);

  switch ((OffprintAccessProperty) property_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_PRICE:
      g_value_set_string (value, self->price);
      break;
    case PROP_CURRENCY:
      g_value_set_string (value, self->currency);
      break;
    case PROP_TAX:
      g_value_set_string (value, self->tax);
      break;
    case PROP_URL:
      g_value_set_string (value, self->url);
      break;
    }
}

static void
offprint_access_finalize (GObject *object)
{
  OffprintAccess *self = OFFPRINT_ACCESS (object);

  g_free (self->label);
  g_free (self->price);
  g_free (self->currency);
  g_free (self->tax);
  g_free (self->url);
  g_strfreev (self->includes);

  G_OBJECT_CLASS (offprint_access_parent_class)->finalize (object);
}

static void
offprint_access_class_init (OffprintAccessClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = offprint_access_get_property;
  object_class->finalize = offprint_access_finalize;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PRICE] = g_param_spec_string ("price", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CURRENCY] = g_param_spec_string ("currency", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TAX] = g_param_spec_string ("tax", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_URL] = g_param_spec_string ("url", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
offprint_access_init (OffprintAccess *self)
{
}

/*< private >
 * Makes an offer of its entry.
 */
OffprintAccess *
offprint_access_new (JsonObject *entry)
{
  OffprintAccess *self = g_object_new (OFFPRINT_TYPE_ACCESS, NULL);
  const char *label = offprint_json_get_string (entry, "label");

  self->label = g_strdup (label != NULL ? label : "");
  self->price = offprint_json_dup_text (json_object_get_member (entry, "price"));
  self->currency = g_strdup (offprint_json_get_string (entry, "currency"));
  self->tax = g_strdup (offprint_json_get_string (entry, "tax"));
  self->url = g_strdup (offprint_json_get_string (entry, "url"));
  self->includes = read_includes (entry);

  return self;
}

/**
 * offprint_access_get_label:
 * @self: an access
 *
 * Returns: what is offered: "Chapter", "eBook"
 */
const char *
offprint_access_get_label (OffprintAccess *self)
{
  g_return_val_if_fail (OFFPRINT_IS_ACCESS (self), NULL);

  return self->label;
}

/**
 * offprint_access_get_price:
 * @self: an access
 *
 * Returns: (nullable): the price, a decimal number with a point
 */
const char *
offprint_access_get_price (OffprintAccess *self)
{
  g_return_val_if_fail (OFFPRINT_IS_ACCESS (self), NULL);

  return self->price;
}

/**
 * offprint_access_get_currency:
 * @self: an access
 *
 * Returns: (nullable): its currency, ISO 4217
 */
const char *
offprint_access_get_currency (OffprintAccess *self)
{
  g_return_val_if_fail (OFFPRINT_IS_ACCESS (self), NULL);

  return self->currency;
}

/**
 * offprint_access_get_tax:
 * @self: an access
 *
 * Returns: (nullable): what the publisher says of taxes
 */
const char *
offprint_access_get_tax (OffprintAccess *self)
{
  g_return_val_if_fail (OFFPRINT_IS_ACCESS (self), NULL);

  return self->tax;
}

/**
 * offprint_access_get_includes:
 * @self: an access
 *
 * Returns: (transfer none) (array zero-terminated=1): what one gets; never `NULL`
 */
const char *const *
offprint_access_get_includes (OffprintAccess *self)
{
  g_return_val_if_fail (OFFPRINT_IS_ACCESS (self), NULL);

  return (const char *const *) self->includes;
}

/**
 * offprint_access_get_url:
 * @self: an access
 *
 * Returns: (nullable): where it is sold
 */
const char *
offprint_access_get_url (OffprintAccess *self)
{
  g_return_val_if_fail (OFFPRINT_IS_ACCESS (self), NULL);

  return self->url;
}
