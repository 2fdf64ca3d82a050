/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * RTF for word processors that do not take HTML from the clipboard. Rich Text Format
 * (RTF) Specification 1.9.1: what is not ASCII is a \u with a “?” for old readers.
 */

#include "config.h"

#include "write.h"

#include "nest.h"

#include <string.h>

static void
append_character (GString  *string,
                  gunichar  c)
{
  if (c < 0x10000)
    {
      g_string_append_printf (string, "\\u%d ?", (gint16) c);
      return;
    }
  c -= 0x10000;
  g_string_append_printf (string, "\\u%d ?\\u%d ?", (gint16) (0xd800 + (c >> 10)), (gint16) (0xdc00 + (c & 0x3ff)));
}

static void
append_escaped (GString    *string,
                const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\\' || c == '{' || c == '}')
        g_string_append_printf (string, "\\%c", (char) c);
      else if (c == '\n')
        g_string_append (string, "\\line ");
      else if (c == '\t')
        g_string_append (string, "\\tab ");
      else if (c < 0x80)
        g_string_append_c (string, (char) c);
      else
        append_character (string, c);
    }
}

/* An address stands in quotation marks within an instruction, where a backslash is one */
static void
open_link (GString    *string,
           const char *href)
{
  g_string_append (string, "{\\field{\\*\\fldinst{HYPERLINK \"");
  for (const char *p = href; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c <= ' ' || c == '"' || c == '\\' || c == '{' || c == '}')
        g_string_append_printf (string, "%%%02X", c);
      else if (c < 0x80)
        g_string_append_c (string, (char) c);
      else
        append_character (string, c);
    }
  g_string_append (string, "\"}}{\\fldrslt{");
}

static const OffprintNestRule runs[] = {
  { OFFPRINT_RUN_BOLD, "{\\b ", "}" },
  { OFFPRINT_RUN_ITALIC, "{\\i ", "}" },
  { OFFPRINT_RUN_UNDERLINE, "{\\ul ", "}" },
  { OFFPRINT_RUN_SMALL_CAPS, "{\\scaps ", "}" },
  { OFFPRINT_RUN_SUPERSCRIPT, "{\\super ", "}" },
  { OFFPRINT_RUN_SUBSCRIPT, "{\\sub ", "}" },
  { 0 },
};

static const OffprintNestRules plain_rules = {
  .runs = runs,
  .open_link = open_link,
  .close_link = "}}}",
  .append_text = append_escaped,
};

static void
write_block (GString                 *string,
             const OffprintBlock     *block,
             const OffprintNestRules *rules,
             OffprintWriteFlags       flags)
{
  guint level = MIN (block->level, OFFPRINT_NEST_MAX_LISTS);

  switch (block->kind)
    {
    case OFFPRINT_BLOCK_PARAGRAPH:
      if ((flags & OFFPRINT_WRITE_HANGING_INDENT) != 0)
        g_string_append (string, "\\pard\\li720\\fi-720 ");
      else
        g_string_append_printf (string, "\\pard\\li%u ", level * 360);
      break;
    case OFFPRINT_BLOCK_HEADING:
      g_string_append (string, "\\pard\\b ");
      break;
    case OFFPRINT_BLOCK_BULLET_ITEM:
      g_string_append_printf (string, "\\pard\\li%u\\fi-360 \\bullet\\tab ", level * 360);
      break;
    case OFFPRINT_BLOCK_ORDERED_ITEM:
      g_string_append_printf (string, "\\pard\\li%u\\fi-360 %u.\\tab ", level * 360, block->number);
      break;
    }
  offprint_nest_write_runs (string, block, rules);
  g_string_append (string, block->kind == OFFPRINT_BLOCK_HEADING ? "\\b0\\par\n" : "\\par\n");
}

/**
 * offprint_rich_text_to_rtf:
 * @self: a text
 * @flags: `OFFPRINT_WRITE_HANGING_INDENT`, `OFFPRINT_WRITE_DOCUMENT` (needed for the
 *   clipboard) and `OFFPRINT_WRITE_NO_LINKS` count
 *
 * Writes RTF in ASCII: paragraphs, or a whole document.
 *
 * Returns: (transfer full): the mark-up
 */
char *
offprint_rich_text_to_rtf (OffprintRichText   *self,
                           OffprintWriteFlags  flags)
{
  OffprintNestRules rules = plain_rules;
  gboolean is_document = (flags & OFFPRINT_WRITE_DOCUMENT) != 0;
  GString *string = g_string_new (NULL);

  if ((flags & OFFPRINT_WRITE_NO_LINKS) != 0)
    rules.open_link = NULL;
  if (is_document)
    g_string_append (string, "{\\rtf1\\ansi\\ansicpg1252\\deff0\\uc1{\\fonttbl{\\f0\\froman Times New Roman;}}\\f0\\fs24\n");
  for (gsize i = 0; i < offprint_rich_text_get_n_blocks (self); i++)
    write_block (string, offprint_rich_text_get_block (self, i), &rules, flags);
  if (is_document)
    g_string_append (string, "}\n");

  return g_string_free (string, FALSE);
}
