/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose a work is and what one may do with it. Registries list licences for machines
 * that mine text beside those for readers; only the latter, and only those that are
 * known to be open, may be called so.
 */

#include "config.h"

#include "rights.h"

#include <string.h>

#include "json-value.h"
#include "parts-private.h"

struct _OffprintRights
{
  /* Owned */
  char *copyright;
  char *permissions;
  GArray *licenses; /* of OffprintLicense, which own their strings */
};

G_DEFINE_BOXED_TYPE (OffprintRights, offprint_rights, offprint_rights_ref, offprint_rights_unref)

/* Behind the host: a licence whose name is not in its address */
static const struct
{
  const char *address;
  const char *name;
} open_licenses[] = {
  { "opendatacommons.org/licenses/by", "ODC-BY" },
  { "opendatacommons.org/licenses/odbl", "ODbL" },
  { "opendatacommons.org/licenses/pddl", "PDDL" },
  { "opensource.org/licenses/mit", "MIT" },
  { "opensource.org/license/mit", "MIT" },
  { "apache.org/licenses/license-2.0", "Apache 2.0" },
  { "opensource.org/licenses/apache-2.0", "Apache 2.0" },
  { "gnu.org/licenses/gpl-3.0", "GPL 3.0" },
  { "gnu.org/licenses/fdl", "GFDL" },
  { "opensource.org/licenses/bsd-3-clause", "BSD 3-Clause" },
};

static char *
fold_address (const char *url)
{
  g_autofree char *lower = g_ascii_strdown (url, -1);
  const char *at = strstr (lower, "://");

  at = at != NULL ? at + 3 : lower;
  if (g_str_has_prefix (at, "www."))
    at += 4;

  return g_strdup (at);
}

/* creativecommons.org/licenses/by-nc/4.0/…: name and version are its third and fourth part */
static char *
name_creative_commons (const char *address)
{
  g_auto (GStrv) parts = g_strsplit (address, "/", 6);
  guint n = g_strv_length (parts);
  g_autofree char *upper = n > 2 ? g_ascii_strup (parts[2], -1) : NULL;
  const char *version = n > 3 ? parts[3] : "";

  if (n < 3 || *parts[2] == '\0')
    return NULL;
  if (g_str_equal (parts[1], "licenses"))
    return g_strchomp (g_strdup_printf ("CC %s %.8s", upper, version));
  if (g_str_equal (parts[1], "publicdomain") && g_str_equal (parts[2], "zero"))
    return g_strchomp (g_strdup_printf ("CC0 %.8s", version));
  if (g_str_equal (parts[1], "publicdomain"))
    return g_strdup ("Public Domain");

  return NULL;
}

/**
 * offprint_license_dup_name:
 * @url: the address of a licence
 *
 * Returns: (transfer full) (nullable): its short name, as in "CC BY 4.0", if it is one of
 *   the known open licences
 */
char *
offprint_license_dup_name (const char *url)
{
  g_autofree char *address = fold_address (url);

  if (g_str_has_prefix (address, "creativecommons.org/"))
    return name_creative_commons (address);
  for (gsize i = 0; i < G_N_ELEMENTS (open_licenses); i++)
    if (g_str_has_prefix (address, open_licenses[i].address))
      return g_strdup (open_licenses[i].name);

  return NULL;
}

/**
 * offprint_license_is_open:
 * @url: the address of a licence
 * @applies_to: (nullable): which version it is for: "vor", "am", "tdm" …
 *
 * A licence for mining text is not an open licence, whatever its address.
 *
 * Returns: whether readers may use the work freely
 */
gboolean
offprint_license_is_open (const char *url,
                          const char *applies_to)
{
  g_autofree char *name = offprint_license_dup_name (url);

  return name != NULL && g_strcmp0 (applies_to, "tdm") != 0;
}

static void
clear_license (gpointer data)
{
  OffprintLicense *license = data;

  g_free ((char *) license->url);
  g_free ((char *) license->applies_to);
  g_free ((char *) license->start);
  g_free ((char *) license->name);
}

static void
clear_rights (gpointer data)
{
  OffprintRights *self = data;

  g_free (self->copyright);
  g_free (self->permissions);
  g_array_unref (self->licenses);
}

/* Registries list the same address for readers and for machines: it is shown once */
static OffprintLicense *
find_license (OffprintRights *self,
              const char     *url)
{
  for (guint i = 0; i < self->licenses->len; i++)
    {
      OffprintLicense *license = &g_array_index (self->licenses, OffprintLicense, i);

      if (g_ascii_strcasecmp (license->url, url) == 0)
        return license;
    }

  return NULL;
}

static void
add_license (OffprintRights *self,
             JsonObject     *entry)
{
  OffprintLicense license = { 0 };
  const char *url = offprint_json_get_string (entry, "url");
  const char *applies_to = offprint_json_get_string (entry, "applies-to");
  OffprintLicense *known = NULL;

  if (url == NULL)
    return;
  known = find_license (self, url);
  if (known != NULL && g_strcmp0 (known->applies_to, "tdm") != 0)
    return;
  license.url = g_strdup (url);
  license.applies_to = g_strdup (applies_to);
  license.start = g_strdup (offprint_json_get_string (entry, "start"));
  license.name = offprint_license_dup_name (url);
  license.open = offprint_license_is_open (url, applies_to);
  if (known == NULL)
    {
      g_array_append_val (self->licenses, license);
      return;
    }
  clear_license (known);
  *known = license;
}

/*< private >
 * Makes rights of custom.offprint.rights.
 */
OffprintRights *
offprint_rights_new (JsonObject *rights)
{
  OffprintRights *self = g_atomic_rc_box_new0 (OffprintRights);
  JsonArray *licenses = offprint_json_get_array (rights, "licenses");

  self->copyright = g_strdup (offprint_json_get_string (rights, "copyright"));
  self->permissions = g_strdup (offprint_json_get_string (rights, "permissions"));
  self->licenses = g_array_new (FALSE, TRUE, sizeof (OffprintLicense));
  g_array_set_clear_func (self->licenses, clear_license);
  for (guint i = 0; licenses != NULL && i < json_array_get_length (licenses); i++)
    add_license (self, offprint_json_element_object (licenses, i));

  return self;
}

/**
 * offprint_rights_ref:
 * @self: rights
 *
 * Returns: (transfer full): @self
 */
OffprintRights *
offprint_rights_ref (OffprintRights *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * offprint_rights_unref:
 * @self: (transfer full): rights
 *
 * Lets go of rights.
 */
void
offprint_rights_unref (OffprintRights *self)
{
  g_atomic_rc_box_release_full (self, clear_rights);
}

/**
 * offprint_rights_get_copyright:
 * @self: rights
 *
 * Returns: (nullable): the line of the copyright
 */
const char *
offprint_rights_get_copyright (OffprintRights *self)
{
  return self->copyright;
}

/**
 * offprint_rights_get_permissions:
 * @self: rights
 *
 * Returns: (nullable): the address at which one asks for permission
 */
const char *
offprint_rights_get_permissions (OffprintRights *self)
{
  return self->permissions;
}

/**
 * offprint_rights_get_n_licenses:
 * @self: rights
 *
 * Returns: how many licences there are
 */
gsize
offprint_rights_get_n_licenses (OffprintRights *self)
{
  return self->licenses->len;
}

/**
 * offprint_rights_get_license:
 * @self: rights
 * @index: less than the number of licences
 *
 * Returns: (transfer none): the licence; it lives as long as @self
 */
const OffprintLicense *
offprint_rights_get_license (OffprintRights *self,
                             gsize           index)
{
  g_return_val_if_fail (index < self->licenses->len, NULL);

  return &g_array_index (self->licenses, OffprintLicense, index);
}
