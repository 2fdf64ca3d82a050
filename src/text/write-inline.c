/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * CSL-JSON's own mark-up, for titles and the like. It has no escapes, so text that only
 * looks like a tag is written as it is.
 */

#include "config.h"

#include "write.h"

#include "nest.h"

static void
append_plain (GString    *string,
              const char *text)
{
  g_string_append (string, text);
}

static void
open_list (GString  *string,
           gboolean  is_ordered,
           guint     number)
{
}

static const OffprintNestRule runs[] = {
  { OFFPRINT_RUN_NO_CASE, "<span class=\"nocase\">", "</span>" },
  { OFFPRINT_RUN_BOLD, "<b>", "</b>" },
  { OFFPRINT_RUN_ITALIC | OFFPRINT_RUN_UNDERLINE, "<i>", "</i>" },
  { OFFPRINT_RUN_SMALL_CAPS, "<span style=\"font-variant:small-caps;\">", "</span>" },
  { OFFPRINT_RUN_SUPERSCRIPT, "<sup>", "</sup>" },
  { OFFPRINT_RUN_SUBSCRIPT, "<sub>", "</sub>" },
  { 0 },
};

static const OffprintNestRules rules = {
  .runs = runs,
  .open_list = open_list,
  .close_bullets = "",
  .close_numbers = "",
  .open_item = " ",
  .close_item = "",
  .open_paragraph = " ",
  .close_paragraph = "",
  .open_heading = " ",
  .close_heading = "",
  .append_text = append_plain,
};

/**
 * offprint_rich_text_to_inline:
 * @self: a text
 *
 * Writes the mark-up of CSL-JSON (`<i> <b> <sup> <sub>` and two kinds of `<span>`) without
 * entities; several blocks become one line.
 *
 * Returns: (transfer full): the line
 */
char *
offprint_rich_text_to_inline (OffprintRichText *self)
{
  char *line = offprint_nest_write (self, &rules);

  return g_strstrip (line);
}
