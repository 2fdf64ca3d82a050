/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * HTML for other programs: word processors take it from the clipboard, so it has real
 * elements and inline styles, and no classes that nobody else knows.
 */

#include "config.h"

#include "write.h"

#include "nest.h"

#include <string.h>

static void
append_escaped (GString    *string,
                const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      switch (*p)
        {
        case '&':
          g_string_append (string, "&amp;");
          break;
        case '<':
          g_string_append (string, "&lt;");
          break;
        case '>':
          g_string_append (string, "&gt;");
          break;
        case '"':
          g_string_append (string, "&quot;");
          break;
        case '\n':
          g_string_append (string, "<br>");
          break;
        default:
          g_string_append_c (string, *p);
        }
    }
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
  if (!is_ordered)
    g_string_append (string, "<ul>");
  else if (number <= 1)
    g_string_append (string, "<ol>");
  else
    g_string_append_printf (string, "<ol start=\"%u\">", number);
}

static const OffprintNestRule runs[] = {
  { OFFPRINT_RUN_BOLD, "<b>", "</b>" },
  { OFFPRINT_RUN_ITALIC, "<i>", "</i>" },
  { OFFPRINT_RUN_UNDERLINE, "<u>", "</u>" },
  { OFFPRINT_RUN_SMALL_CAPS, "<span style=\"font-variant: small-caps\">", "</span>" },
  { OFFPRINT_RUN_SUPERSCRIPT, "<sup>", "</sup>" },
  { OFFPRINT_RUN_SUBSCRIPT, "<sub>", "</sub>" },
  { 0 },
};

static const OffprintNestRules plain_rules = {
  .runs = runs,
  .open_link = open_link,
  .close_link = "</a>",
  .open_list = open_list,
  .close_bullets = "</ul>\n",
  .close_numbers = "</ol>\n",
  .open_item = "<li>",
  .close_item = "</li>",
  .open_paragraph = "<p>",
  .close_paragraph = "</p>\n",
  .open_heading = "<h3>",
  .close_heading = "</h3>\n",
  .append_text = append_escaped,
};

/**
 * offprint_rich_text_to_html:
 * @self: a text
 * @flags: `OFFPRINT_WRITE_HANGING_INDENT`, `OFFPRINT_WRITE_DOCUMENT` and
 *   `OFFPRINT_WRITE_NO_LINKS` count
 *
 * Writes HTML: a fragment, or a whole document in UTF-8.
 *
 * Returns: (transfer full): the mark-up
 */
char *
offprint_rich_text_to_html (OffprintRichText   *self,
                            OffprintWriteFlags  flags)
{
  OffprintNestRules rules = plain_rules;
  g_autofree char *body = NULL;

  if ((flags & OFFPRINT_WRITE_NO_LINKS) != 0)
    rules.open_link = NULL;
  if ((flags & OFFPRINT_WRITE_HANGING_INDENT) != 0)
    /* LibreOffice takes no length in em */
    rules.open_paragraph = "<p style=\"margin-left: 0.5in; text-indent: -0.5in\">";
  body = offprint_nest_write (self, &rules);
  g_strchomp (body);
  if ((flags & OFFPRINT_WRITE_DOCUMENT) == 0)
    return g_steal_pointer (&body);

  return g_strconcat ("<!DOCTYPE html>\n<html>\n<head><meta charset=\"utf-8\"><title></title></head>\n<body>\n",
                      body, "\n</body>\n</html>\n", NULL);
}
