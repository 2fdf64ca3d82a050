/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One work cited. Lists of five hundred are common, so the printed text is read only
 * when a row shows it.
 */

#include "config.h"

#include "parts.h"
#include "parts-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "json-value.h"
#include "write.h"

struct _OffprintReference
{
  GObject parent_instance;

  /* Owned */
  JsonObject *entry;
  JsonObject *item;
  char *mark;
  char *title;
  char *detail;
  char *doi;

  /* Owned; made when first asked for */
  OffprintRichText *text;
};

G_DEFINE_FINAL_TYPE (OffprintReference, offprint_reference, G_TYPE_OBJECT)

typedef enum
{
  PROP_MARK = 1,
  PROP_TITLE,
  PROP_DETAIL,
  PROP_DOI,
} OffprintReferenceProperty;

static GParamSpec *properties[PROP_DOI + 1];

static OffprintRichText *
ensure_text (OffprintReference *self)
{
  const char *stored = offprint_json_get_string (self->entry, "text");

  if (self->text == NULL && stored != NULL)
    self->text = offprint_stored_to_rich (stored);

  return self->text;
}

static char *
make_title (OffprintReference *self)
{
  const char *title = offprint_json_get_string (self->item, "title");
  OffprintRichText *text = NULL;
  g_autofree char *printed = NULL;

  if (title != NULL)
    return offprint_inline_to_plain (title);
  text = ensure_text (self);
  if (text != NULL)
    printed = g_strstrip (offprint_rich_text_to_plain (text));
  if (printed != NULL && *printed != '\0')
    return g_steal_pointer (&printed);
  title = offprint_json_get_string (self->item, "container-title");
  if (title != NULL)
    return offprint_inline_to_plain (title);

  /* Translators: stands in the list of works cited for one of which only a DOI is known */
  return g_strdup (self->doi != NULL ? self->doi : _("Untitled Work"));
}

static void
add_detail (GString    *detail,
            const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (detail->len > 0)
    g_string_append (detail, " · ");
  g_string_append (detail, part);
}

/* First author, year and container: enough to tell one line from the next */
static char *
make_detail (JsonObject *item,
             const char *title)
{
  g_autoptr (GString) detail = g_string_new (NULL);
  JsonArray *authors = offprint_json_get_array (item, "author");
  JsonObject *author = NULL;
  g_autofree char *name = NULL;
  g_autoptr (OffprintDate) date = NULL;
  g_autofree char *year = NULL;
  g_autofree char *container = NULL;

  if (item == NULL)
    return NULL;
  if (authors != NULL && json_array_get_length (authors) > 0)
    author = offprint_json_element_object (authors, 0);
  if (author != NULL)
    name = offprint_json_get_string (author, "family") != NULL ? g_strdup (offprint_json_get_string (author, "family")) : offprint_name_dup_shown (author);
  add_detail (detail, name);
  date = offprint_date_new_from_csl (json_object_get_member (item, "issued"));
  if (date != NULL && offprint_date_get_year (date) != 0)
    year = g_strdup_printf ("%d", offprint_date_get_year (date));
  add_detail (detail, year);
  if (offprint_json_get_string (item, "container-title") != NULL)
    container = offprint_inline_to_plain (offprint_json_get_string (item, "container-title"));
  if (g_strcmp0 (container, title) != 0)
    add_detail (detail, container);

  return detail->len > 0 ? g_string_free (g_steal_pointer (&detail), FALSE) : NULL;
}

static void
offprint_reference_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  OffprintReference *self = OFFPRINT_REFERENCE (object);

  switch ((OffprintReferenceProperty) property_id)
    {
    case PROP_MARK:
      g_value_set_string (value, self->mark);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_DOI:
      g_value_set_string (value, self->doi);
      break;
    }
}

static void
offprint_reference_finalize (GObject *object)
{
  OffprintReference *self = OFFPRINT_REFERENCE (object);

  json_object_unref (self->entry);
  g_clear_pointer (&self->item, json_object_unref);
  g_free (self->mark);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->doi);
  g_clear_pointer (&self->text, offprint_rich_text_unref);

  G_OBJECT_CLASS (offprint_reference_parent_class)->finalize (object);
}

static void
offprint_reference_class_init (OffprintReferenceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = offprint_reference_get_property;
  object_class->finalize = offprint_reference_finalize;

  properties[PROP_MARK] = g_param_spec_string ("mark", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DOI] = g_param_spec_string ("doi", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
offprint_reference_init (OffprintReference *self)
{
}

/*< private >
 * Makes a reference of its entry.
 */
OffprintReference *
offprint_reference_new (JsonObject *entry)
{
  OffprintReference *self = g_object_new (OFFPRINT_TYPE_REFERENCE, NULL);
  JsonObject *item = offprint_json_get_object (entry, "item");

  self->entry = json_object_ref (entry);
  self->item = item != NULL ? json_object_ref (item) : NULL;
  self->mark = g_strdup (offprint_json_get_string (entry, "mark"));
  self->doi = g_strdup (offprint_json_get_string (item, "DOI"));
  self->title = make_title (self);
  self->detail = make_detail (self->item, self->title);

  return self;
}

/**
 * offprint_reference_get_mark:
 * @self: a reference
 *
 * Returns: (nullable): its number in the list
 */
const char *
offprint_reference_get_mark (OffprintReference *self)
{
  g_return_val_if_fail (OFFPRINT_IS_REFERENCE (self), NULL);

  return self->mark;
}

/**
 * offprint_reference_get_text:
 * @self: a reference
 *
 * Returns: (transfer none) (nullable): the line as printed
 */
OffprintRichText *
offprint_reference_get_text (OffprintReference *self)
{
  g_return_val_if_fail (OFFPRINT_IS_REFERENCE (self), NULL);

  return ensure_text (self);
}

/**
 * offprint_reference_get_title:
 * @self: a reference
 *
 * Returns: what to show first: its title, else the line as printed
 */
const char *
offprint_reference_get_title (OffprintReference *self)
{
  g_return_val_if_fail (OFFPRINT_IS_REFERENCE (self), NULL);

  return self->title;
}

/**
 * offprint_reference_get_detail:
 * @self: a reference
 *
 * Returns: (nullable): "Neumann · 2003 · Critical Asian Studies"
 */
const char *
offprint_reference_get_detail (OffprintReference *self)
{
  g_return_val_if_fail (OFFPRINT_IS_REFERENCE (self), NULL);

  return self->detail;
}

/**
 * offprint_reference_get_doi:
 * @self: a reference
 *
 * Returns: (nullable): its DOI
 */
const char *
offprint_reference_get_doi (OffprintReference *self)
{
  g_return_val_if_fail (OFFPRINT_IS_REFERENCE (self), NULL);

  return self->doi;
}

/**
 * offprint_reference_get_item:
 * @self: a reference
 *
 * Returns: (transfer none) (nullable): what is known of it, as a CSL item; not to be changed
 */
JsonObject *
offprint_reference_get_item (OffprintReference *self)
{
  g_return_val_if_fail (OFFPRINT_IS_REFERENCE (self), NULL);

  return self->item;
}
