/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What records hold; see read-stored.c for the way back.
 */

#include "config.h"

#include "write.h"

#include "nest.h"

/* g_markup_escape_text writes a line feed as it is, and text has no other controls */
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

static void
open_list (GString  *string,
           gboolean  is_ordered,
           guint     number)
{
  g_string_append (string, is_ordered ? "<ol>" : "<ul>");
}

static const OffprintNestRule runs[] = {
  { OFFPRINT_RUN_MATH, "<math>", "</math>" },
  { OFFPRINT_RUN_BOLD, "<b>", "</b>" },
  { OFFPRINT_RUN_ITALIC, "<i>", "</i>" },
  { OFFPRINT_RUN_SMALL_CAPS, "<sc>", "</sc>" },
  { OFFPRINT_RUN_NO_CASE, "<nocase>", "</nocase>" },
  { OFFPRINT_RUN_SUPERSCRIPT, "<sup>", "</sup>" },
  { OFFPRINT_RUN_SUBSCRIPT, "<sub>", "</sub>" },
  { 0 },
};

static const OffprintNestRules rules = {
  .runs = runs,
  .open_link = open_link,
  .close_link = "</a>",
  .open_list = open_list,
  .close_bullets = "</ul>",
  .close_numbers = "</ol>",
  .open_item = "<li>",
  .close_item = "</li>",
  .open_paragraph = "<p>",
  .close_paragraph = "</p>",
  .open_heading = "<h>",
  .close_heading = "</h>",
  .append_text = append_escaped,
};

/**
 * offprint_rich_text_to_stored:
 * @self: a text
 *
 * Writes the XML fragment that records hold. Underlining and the rank of headings have no
 * place in it; all else comes back as it was.
 *
 * Returns: (transfer full): the fragment, empty for a text without blocks
 */
char *
offprint_rich_text_to_stored (OffprintRichText *self)
{
  return offprint_nest_write (self, &rules);
}
