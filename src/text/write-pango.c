/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Mark-up for labels. GtkLabel adds `a` to what Pango knows; for other widgets links
 * are left out.
 */

#include "config.h"

#include "write.h"

#include "nest.h"

#include <string.h>

static void
append_escaped (GString    *string,
                const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (string, escaped);
}

static void
open_link (GString    *string,
           const char *href)
{
  g_string_append (string, "<a href=\"");
  append_escaped (string, href);
  g_string_append (string, "\">");
}

static const OffprintNestRule runs[] = {
  { OFFPRINT_RUN_BOLD, "<b>", "</b>" },
  { OFFPRINT_RUN_ITALIC, "<i>", "</i>" },
  { OFFPRINT_RUN_UNDERLINE, "<u>", "</u>" },
  { OFFPRINT_RUN_SMALL_CAPS, "<span font_variant=\"small-caps\">", "</span>" },
  { OFFPRINT_RUN_SUPERSCRIPT, "<sup>", "</sup>" },
  { OFFPRINT_RUN_SUBSCRIPT, "<sub>", "</sub>" },
  { 0 },
};

static const OffprintNestRules plain_rules = {
  .runs = runs,
  .open_link = open_link,
  .close_link = "</a>",
  .open_paragraph = "",
  .close_paragraph = "",
  .open_heading = "<b>",
  .close_heading = "</b>",
  .append_text = append_escaped,
};

/**
 * offprint_rich_text_to_pango:
 * @self: a text
 * @flags: `OFFPRINT_WRITE_NO_LINKS` counts
 *
 * Writes Pango mark-up, with an empty line between blocks and a bullet or a number before
 * items.
 *
 * Returns: (transfer full): the mark-up
 */
char *
offprint_rich_text_to_pango (OffprintRichText   *self,
                             OffprintWriteFlags  flags)
{
  OffprintNestRules rules = plain_rules;

  if ((flags & OFFPRINT_WRITE_NO_LINKS) != 0)
    rules.open_link = NULL;

  return offprint_nest_write_lines (self, &rules);
}
