/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words alone: for plain-text windows, for search and for the record's `abstract`.
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

static const OffprintNestRule runs[] = { { 0 } };

static const OffprintNestRules rules = {
  .runs = runs,
  .open_paragraph = "",
  .close_paragraph = "",
  .open_heading = "",
  .close_heading = "",
  .append_text = append_plain,
};

/**
 * offprint_rich_text_to_plain:
 * @self: a text
 *
 * Writes the text alone, with an empty line between blocks and a bullet or a number before
 * items.
 *
 * Returns: (transfer full): the text
 */
char *
offprint_rich_text_to_plain (OffprintRichText *self)
{
  return offprint_nest_write_lines (self, &rules);
}
