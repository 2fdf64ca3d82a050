/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files of citations. Every format takes records, each of which is a CSL-JSON item, and
 * gives a file's text; what it is called and how it is known stands in one table.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_FORMAT_RIS,
  OFFPRINT_FORMAT_ENW,
  OFFPRINT_FORMAT_BIBTEX,
  OFFPRINT_FORMAT_BIBLATEX,
  OFFPRINT_FORMAT_CSL_JSON,
  OFFPRINT_N_FORMATS
} OffprintFormat;

typedef struct
{
  const char *name;      /* as the command line has it */
  const char *label;     /* for people; a maker's name, not translated */
  const char *extension; /* without a dot */
  const char *media_type;
} OffprintFormatInfo;

typedef enum
{
  OFFPRINT_FORMATS_ERROR_UNKNOWN,
  OFFPRINT_FORMATS_ERROR_INVALID,
  OFFPRINT_FORMATS_ERROR_TOO_LARGE,
} OffprintFormatsError;

#define OFFPRINT_FORMATS_ERROR (offprint_formats_error_quark ())
GQuark offprint_formats_error_quark (void);

const OffprintFormatInfo *offprint_format_get_info (OffprintFormat   format);
gboolean                  offprint_format_find     (const char      *name_or_extension,
                                                    OffprintFormat  *format);
char                     *offprint_format_write    (OffprintFormat   format,
                                                    JsonArray       *items,
                                                    GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/* records in the shape of the project's record */
JsonArray *offprint_csl_json_read (GBytes      *bytes,
                                   const char  *source_name,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
