/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of a work have in common: names, rich text and dates out of their
 * stored forms.
 */

#include "config.h"

#include "parts-private.h"

#include <string.h>

#include "json-value.h"
#include "read.h"
#include "write.h"

/*< private >
 * Writes a CSL name in the order in which it is spoken.
 */
char *
offprint_name_dup_shown (JsonObject *name)
{
  static const char *const parts[] = { "given", "dropping-particle", "non-dropping-particle", "family", "suffix" };
  g_autoptr (GString) out = g_string_new (NULL);
  const char *literal = offprint_json_get_string (name, "literal");

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *part = offprint_json_get_string (name, parts[i]);

      if (part == NULL)
        continue;
      /* d’Ormesson: a particle that ends in an apostrophe is written together */
      if (out->len > 0 && !g_str_has_suffix (out->str, "’") && !g_str_has_suffix (out->str, "'"))
        g_string_append_c (out, ' ');
      g_string_append (out, part);
    }
  if (out->len == 0 && literal != NULL)
    g_string_append (out, literal);

  return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

/*< private >
 * Reads the stored form. We wrote it, but a file may have passed through other hands.
 */
OffprintRichText *
offprint_stored_to_rich (const char *stored)
{
  OffprintRichText *text = offprint_rich_text_new_from_stored (stored, -1, NULL);

  return text != NULL ? text : offprint_rich_text_new_from_markup (stored, -1);
}

/*< private >
 * Takes the mark-up away.
 */
char *
offprint_inline_to_plain (const char *text)
{
  g_autoptr (OffprintRichText) rich = NULL;

  if (strpbrk (text, "<&") == NULL)
    return g_strdup (text);
  rich = offprint_rich_text_new_from_inline (text, -1);

  return offprint_rich_text_to_plain (rich);
}

/*< private >
 * Reads a date as it stands under custom.offprint.
 */
OffprintDate *
offprint_event_to_date (JsonNode *node)
{
  return node != NULL ? offprint_date_new_from_csl (node) : NULL;
}
