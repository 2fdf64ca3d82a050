/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A word processor takes HTML or RTF and wants the italics and the hanging indent; a
 * terminal takes plain text; a reference manager takes the item itself. All of it is
 * offered at once, and who pastes chooses.
 */

#include "config.h"

#include "flavours.h"

#include <string.h>

#include "formats.h"
#include "write.h"

static void
flavour_free (OffprintFlavour *flavour)
{
  g_bytes_unref (flavour->bytes);
  g_free (flavour);
}

static void
add (GPtrArray  *flavours,
     const char *media_type,
     char       *text)
{
  OffprintFlavour *flavour = NULL;

  if (text == NULL)
    return;
  flavour = g_new0 (OffprintFlavour, 1);
  flavour->media_type = media_type;
  flavour->bytes = g_bytes_new_take (text, strlen (text));
  g_ptr_array_add (flavours, flavour);
}

/* A paste ends where the citation ends, not on a new line */
static char *
plain_text (OffprintRichText *text)
{
  return g_strchomp (offprint_rich_text_to_plain (text));
}

static GPtrArray *
flavours_of_text (OffprintRichText   *text,
                  OffprintWriteFlags  flags)
{
  GPtrArray *flavours = g_ptr_array_new_with_free_func ((GDestroyNotify) flavour_free);

  add (flavours, "text/html", offprint_rich_text_to_html (text, flags | OFFPRINT_WRITE_DOCUMENT));
  add (flavours, "text/rtf", offprint_rich_text_to_rtf (text, flags | OFFPRINT_WRITE_DOCUMENT));
  add (flavours, "text/plain;charset=utf-8", plain_text (text));
  return flavours;
}

/**
 * offprint_flavours_new_for_citation:
 * @citation: the citation as it is shown
 * @work: what it cites
 * @hanging_indent: whether the style indents later lines
 *
 * Makes all forms of a citation that the clipboard offers at once: `text/html`,
 * `text/rtf` and `text/plain;charset=utf-8` of the citation, `application/x-bibtex`
 * and `application/vnd.citationstyles.csl+json` of the work.
 *
 * Returns: (transfer full) (element-type OffprintFlavour): the forms, the richest first
 */
GPtrArray *
offprint_flavours_new_for_citation (OffprintRichText *citation,
                                    OffprintWork     *work,
                                    gboolean          hanging_indent)
{
  GPtrArray *flavours = NULL;
  g_autoptr (JsonNode) item = NULL;
  g_autoptr (JsonArray) items = NULL;

  g_return_val_if_fail (citation != NULL, NULL);
  g_return_val_if_fail (OFFPRINT_IS_WORK (work), NULL);

  flavours = flavours_of_text (citation, hanging_indent ? OFFPRINT_WRITE_HANGING_INDENT : OFFPRINT_WRITE_DEFAULT);
  item = offprint_work_to_json (work, OFFPRINT_RECORD_ITEM_ONLY);
  items = json_array_new ();
  json_array_add_element (items, g_steal_pointer (&item));
  add (flavours, "application/x-bibtex", offprint_format_write (OFFPRINT_FORMAT_BIBTEX, items, NULL));
  add (flavours, "application/vnd.citationstyles.csl+json", offprint_format_write (OFFPRINT_FORMAT_CSL_JSON, items, NULL));
  return flavours;
}

/**
 * offprint_flavours_new_for_text:
 * @text: an abstract, a note, a whole page
 *
 * Makes `text/html`, `text/rtf` and `text/plain;charset=utf-8` of a text.
 *
 * Returns: (transfer full) (element-type OffprintFlavour): the forms, the richest first
 */
GPtrArray *
offprint_flavours_new_for_text (OffprintRichText *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return flavours_of_text (text, OFFPRINT_WRITE_DEFAULT);
}
