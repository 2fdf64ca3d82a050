/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table for each: the drop-downs of the chooser show it, and its search knows the
 * words, so that “psychology notes” finds what the drop-downs would.
 */

#include "config.h"

#include "style-fields.h"

#include <glib/gi18n-lib.h>

static const OffprintStyleKind fields[] = {
  { "anthropology", N_("Anthropology"), NULL },
  { "astronomy", N_("Astronomy"), NULL },
  { "biology", N_("Biology"), NULL },
  { "botany", N_("Botany"), NULL },
  { "chemistry", N_("Chemistry"), NULL },
  { "communications", N_("Communications"), "communication media" },
  { "engineering", N_("Engineering"), NULL },
  { "geography", N_("Geography"), NULL },
  { "geology", N_("Geology"), NULL },
  { "history", N_("History"), NULL },
  { "humanities", N_("Humanities"), NULL },
  { "law", N_("Law"), "legal" },
  { "linguistics", N_("Linguistics"), NULL },
  { "literature", N_("Literature"), NULL },
  { "math", N_("Mathematics"), "maths" },
  { "medicine", N_("Medicine"), NULL },
  { "philosophy", N_("Philosophy"), NULL },
  { "physics", N_("Physics"), NULL },
  { "political_science", N_("Political Science"), "politics" },
  { "psychology", N_("Psychology"), NULL },
  { "science", N_("Science"), NULL },
  { "social_science", N_("Social Science"), NULL },
  { "sociology", N_("Sociology"), NULL },
  { "theology", N_("Theology"), "religion" },
  { "zoology", N_("Zoology"), NULL },
};

static const OffprintStyleKind formats[] = {
  { "author-date", N_("Author and date"), "year" },
  { "numeric", N_("Numbers"), "number numbered numerical" },
  { "note", N_("Notes"), "footnote footnotes endnote endnotes" },
  { "label", N_("Labels"), "alphanumeric" },
  { "author", N_("Author"), NULL },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) < 32);

/**
 * offprint_style_fields_get:
 * @n: (out): how many there are
 *
 * Returns: (array length=n): the fields of study, by their English names
 */
const OffprintStyleKind *
offprint_style_fields_get (guint *n)
{
  *n = G_N_ELEMENTS (fields);
  return fields;
}

/**
 * offprint_style_formats_get:
 * @n: (out): how many there are
 *
 * Returns: (array length=n): the ways of citing
 */
const OffprintStyleKind *
offprint_style_formats_get (guint *n)
{
  *n = G_N_ELEMENTS (formats);
  return formats;
}

static guint32
get_bit (const OffprintStyleKind *kinds,
         guint                    n,
         const char              *id)
{
  for (guint i = 0; id != NULL && i < n; i++)
    {
      if (g_str_equal (kinds[i].id, id))
        return 1u << i;
    }
  return 0;
}

/**
 * offprint_style_info_get_format_name:
 * @info: a style
 *
 * Returns: (nullable): how it cites, for people; `NULL` if it does not say
 */
const char *
offprint_style_info_get_format_name (OffprintStyleInfo *info)
{
  const char *id = offprint_style_info_get_format (info);

  for (guint i = 0; id != NULL && i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_equal (formats[i].id, id))
        return _(formats[i].name);
    }
  return NULL;
}

/**
 * offprint_style_info_get_kinds:
 * @info: a style
 * @format: (out): one bit for how it cites, by its row of the formats; 0 if it does not say
 *
 * Returns: a bit for each field that it is for, by its row of the fields
 */
guint32
offprint_style_info_get_kinds (OffprintStyleInfo *info,
                               guint32           *format)
{
  const char *const *names = offprint_style_info_get_fields (info);
  guint32 kinds = 0;

  *format = get_bit (formats, G_N_ELEMENTS (formats), offprint_style_info_get_format (info));
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    kinds |= get_bit (fields, G_N_ELEMENTS (fields), names[i]);
  return kinds;
}
