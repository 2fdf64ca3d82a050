/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One person or body with a role. CSL names cannot carry affiliations or an ORCID iD,
 * so a contributor is made of two entries of the record: the name, and what
 * `people` says of it.
 */

#include "config.h"

#include "parts.h"
#include "parts-private.h"

#include "json-value.h"

struct _OffprintContributor
{
  GObject parent_instance;

  /* Owned */
  char *role;
  char *name;
  char *family;
  char *given;
  char *orcid;
  char *email;
  char **affiliations;

  gboolean is_corresponding;
};

G_DEFINE_FINAL_TYPE (OffprintContributor, offprint_contributor, G_TYPE_OBJECT)

typedef enum
{
  PROP_ROLE = 1,
  PROP_NAME,
  PROP_ORCID,
  PROP_CORRESPONDING,
  PROP_AFFILIATIONS,
} OffprintContributorProperty;

static GParamSpec *properties[PROP_AFFILIATIONS + 1];

static char **
read_affiliations (JsonObject *person)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  JsonArray *array = offprint_json_get_array (person, "affiliations");

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *entry = offprint_json_element_object (array, i);
      const char *name = offprint_json_get_string (entry, "name");
      const char *place = offprint_json_get_string (entry, "place");

      if (name != NULL && place != NULL)
        g_strv_builder_take (lines, g_strdup_printf ("%s, %s", name, place));
      else if (name != NULL || place != NULL)
        g_strv_builder_add (lines, name != NULL ? name : place);
    }

  return g_strv_builder_end (lines);
}

static void
offprint_contributor_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  OffprintContributor *self = OFFPRINT_CONTRIBUTOR (object);

  switch ((OffprintContributorProperty) property_id)
    {
    case PROP_ROLE:
      g_value_set_string (value, self->role);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_ORCID:
      g_value_set_string (value, self->orcid);
      break;
    case PROP_CORRESPONDING:
      g_value_set_boolean (value, self->is_corresponding);
      break;
    case PROP_AFFILIATIONS:
      g_value_set_boxed (value, self->affiliations);
      break;
    }
}

static void
offprint_contributor_finalize (GObject *object)
{
  OffprintContributor *self = OFFPRINT_CONTRIBUTOR (object);

  g_free (self->role);
  g_free (self->name);
  g_free (self->family);
  g_free (self->given);
  g_free (self->orcid);
  g_free (self->email);
  g_strfreev (self->affiliations);

  G_OBJECT_CLASS (offprint_contributor_parent_class)->finalize (object);
}

static void
offprint_contributor_class_init (OffprintContributorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = offprint_contributor_get_property;
  object_class->finalize = offprint_contributor_finalize;

  properties[PROP_ROLE] = g_param_spec_string ("role", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ORCID] = g_param_spec_string ("orcid", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CORRESPONDING] = g_param_spec_boolean ("corresponding", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_AFFILIATIONS] = g_param_spec_boxed ("affiliations", NULL, NULL, G_TYPE_STRV, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
offprint_contributor_init (OffprintContributor *self)
{
}

/*< private >
 * Makes a contributor of a CSL name and the entry that goes with it.
 */
OffprintContributor *
offprint_contributor_new (const char *role,
                          JsonObject *name,
                          JsonObject *person)
{
  OffprintContributor *self = g_object_new (OFFPRINT_TYPE_CONTRIBUTOR, NULL);
  JsonNode *corresponding = person != NULL ? json_object_get_member (person, "corresponding") : NULL;

  self->role = g_strdup (role);
  self->name = offprint_name_dup_shown (name);
  if (self->name == NULL)
    self->name = g_strdup ("");
  self->family = g_strdup (offprint_json_get_string (name, "family"));
  self->given = g_strdup (offprint_json_get_string (name, "given"));
  self->orcid = g_strdup (offprint_json_get_string (person, "orcid"));
  self->email = g_strdup (offprint_json_get_string (person, "email"));
  self->affiliations = read_affiliations (person);
  self->is_corresponding = corresponding != NULL && JSON_NODE_HOLDS_VALUE (corresponding) &&
                           json_node_get_value_type (corresponding) == G_TYPE_BOOLEAN && json_node_get_boolean (corresponding);

  return self;
}

/**
 * offprint_contributor_get_role:
 * @self: a contributor
 *
 * Returns: its role by CSL's name: "author"
 */
const char *
offprint_contributor_get_role (OffprintContributor *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CONTRIBUTOR (self), NULL);

  return self->role;
}

/**
 * offprint_contributor_get_name:
 * @self: a contributor
 *
 * Returns: the name in the order in which it is spoken
 */
const char *
offprint_contributor_get_name (OffprintContributor *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CONTRIBUTOR (self), NULL);

  return self->name;
}

/**
 * offprint_contributor_get_family:
 * @self: a contributor
 *
 * Returns: (nullable): the family name
 */
const char *
offprint_contributor_get_family (OffprintContributor *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CONTRIBUTOR (self), NULL);

  return self->family;
}

/**
 * offprint_contributor_get_given:
 * @self: a contributor
 *
 * Returns: (nullable): the given names
 */
const char *
offprint_contributor_get_given (OffprintContributor *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CONTRIBUTOR (self), NULL);

  return self->given;
}

/**
 * offprint_contributor_get_orcid:
 * @self: a contributor
 *
 * Returns: (nullable): the bare ORCID iD
 */
const char *
offprint_contributor_get_orcid (OffprintContributor *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CONTRIBUTOR (self), NULL);

  return self->orcid;
}

/**
 * offprint_contributor_get_email:
 * @self: a contributor
 *
 * Returns: (nullable): the address for letters about the work
 */
const char *
offprint_contributor_get_email (OffprintContributor *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CONTRIBUTOR (self), NULL);

  return self->email;
}

/**
 * offprint_contributor_is_corresponding:
 * @self: a contributor
 *
 * Returns: whether letters about the work go to them
 */
gboolean
offprint_contributor_is_corresponding (OffprintContributor *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CONTRIBUTOR (self), FALSE);

  return self->is_corresponding;
}

/**
 * offprint_contributor_get_affiliations:
 * @self: a contributor
 *
 * Returns: (transfer none) (array zero-terminated=1): one line each; never `NULL`
 */
const char *const *
offprint_contributor_get_affiliations (OffprintContributor *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CONTRIBUTOR (self), NULL);

  return (const char *const *) self->affiliations;
}
