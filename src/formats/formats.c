/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of formats. The media types are those that registration agencies answer
 * with and desktops know.
 */

#include "config.h"

#include "formats.h"

#include "writers.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (offprint - formats - error - quark, offprint_formats_error)

static const struct
{
  OffprintFormatInfo info;

  char *(*write) (JsonArray *items);
} formats[OFFPRINT_N_FORMATS] = {
  [OFFPRINT_FORMAT_RIS] = { { "ris", "RIS", "ris", "application/x-research-info-systems" }, offprint_ris_write },
  [OFFPRINT_FORMAT_ENW] = { { "enw", "EndNote", "enw", "application/x-endnote-refer" }, offprint_enw_write },
  [OFFPRINT_FORMAT_BIBTEX] = { { "bibtex", "BibTeX", "bib", "application/x-bibtex" }, offprint_bibtex_write },
  [OFFPRINT_FORMAT_BIBLATEX] = { { "biblatex", "BibLaTeX", "bib", "application/x-bibtex" }, offprint_biblatex_write },
  [OFFPRINT_FORMAT_CSL_JSON] = { { "csl-json", "CSL-JSON", "json", "application/vnd.citationstyles.csl+json" }, offprint_csl_json_write }
};

/**
 * offprint_format_get_info:
 * @format: a format
 *
 * Returns: (transfer none): what it is called, by people, files and other programs
 */
const OffprintFormatInfo *
offprint_format_get_info (OffprintFormat format)
{
  g_return_val_if_fail (format < OFFPRINT_N_FORMATS, NULL);

  return &formats[format].info;
}

/**
 * offprint_format_find:
 * @name_or_extension: a name as in “bibtex”, or an extension as in “.bib”
 * @format: (out): the format
 *
 * Finds a format; “bib” is BibTeX.
 *
 * Returns: whether there is one
 */
gboolean
offprint_format_find (const char     *name_or_extension,
                      OffprintFormat *format)
{
  const char *word = name_or_extension[0] == '.' ? name_or_extension + 1 : name_or_extension;

  for (guint i = 0; i < OFFPRINT_N_FORMATS; i++)
    {
      if (g_ascii_strcasecmp (word, formats[i].info.name) != 0 && g_ascii_strcasecmp (word, formats[i].info.extension) != 0)
        continue;
      *format = i;
      return TRUE;
    }
  if (g_ascii_strcasecmp (word, "csljson") != 0)
    return FALSE;
  *format = OFFPRINT_FORMAT_CSL_JSON;

  return TRUE;
}

/**
 * offprint_format_write:
 * @format: a format
 * @items: records, or any CSL-JSON items
 * @error: return location for an error of the domain `OFFPRINT_FORMATS_ERROR`
 *
 * Writes a file of citations.
 *
 * Returns: (transfer full): the file's text in UTF-8, or `NULL` with @error set if an
 *   element of @items is no object
 */
char *
offprint_format_write (OffprintFormat   format,
                       JsonArray       *items,
                       GError         **error)
{
  g_return_val_if_fail (format < OFFPRINT_N_FORMATS, NULL);

  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (items, i)))
        continue;
      g_set_error (error, OFFPRINT_FORMATS_ERROR, OFFPRINT_FORMATS_ERROR_INVALID,
                   /* Translators: a number, and the name of a format */
                   _("Entry %u is no record and cannot be written as %s"), i + 1, formats[format].info.label);
      return NULL;
    }
  return formats[format].write (items);
}
