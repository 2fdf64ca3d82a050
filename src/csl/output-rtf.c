/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A piece of RTF as word processors’ plug-ins pass it on, without a document around
 * it: notes on CSL, “Output”. What goes on the clipboard is another writer’s, of text.
 */

#include "config.h"

#include "output-marked.h"

#include <string.h>

/* RTF knows characters as signed halves of UTF-16 or as these numbers: RTF 1.9.1, “Unicode RTF” */
static void
append_unicode (GString  *rtf,
                gunichar  c)
{
  if (c < 0x10000)
    g_string_append_printf (rtf, "\\uc0\\u%u{}", c);
  else
    g_string_append_printf (rtf, "\\uc0\\u%u{}\\uc0\\u%u{}", 0xd800 + ((c - 0x10000) >> 10), 0xdc00 + ((c - 0x10000) & 0x3ff));
}

static void
append_text (GString    *rtf,
             const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if ((guchar) *p < 0x80)
      g_string_append_c (rtf, *p);
    else
      append_unicode (rtf, g_utf8_get_char (p));
}

static void
append_escaped (GString    *rtf,
                const char *text,
                guint       length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      const char *raised = (guchar) *p >= 0x80 ? csl_find_superscript (g_utf8_get_char (p)) : NULL;

      if (raised != NULL)
        {
          g_string_append (rtf, "\\super ");
          append_text (rtf, raised);
          g_string_append (rtf, "\\nosupersub{}");
        }
      else if ((guchar) *p >= 0x7f)
        append_unicode (rtf, g_utf8_get_char (p));
      else if (*p == '\t')
        g_string_append (rtf, "\\tab{}");
      else
        {
          if (strchr ("\\{}", *p) != NULL)
            g_string_append_c (rtf, '\\');
          g_string_append_c (rtf, *p);
        }
    }
}

static const CslMarkup rtf_markup = {
  .escape = append_escaped,
  .marks = {
    [CSL_MARK_ITALIC] = { "{\\i{}", "}" },
    [CSL_MARK_OBLIQUE] = { "{\\i{}", "}" },
    [CSL_MARK_STYLE_NORMAL] = { "{\\i0{}", "}" },
    [CSL_MARK_SMALL_CAPS] = { "{\\scaps ", "}" },
    [CSL_MARK_VARIANT_NORMAL] = { "{\\scaps0{}", "}" },
    [CSL_MARK_BOLD] = { "{\\b{}", "}" },
    [CSL_MARK_LIGHT] = { "", "" },
    [CSL_MARK_WEIGHT_NORMAL] = { "{\\b0{}", "}" },
    [CSL_MARK_UNDERLINE] = { "{\\ul{}", "}" },
    [CSL_MARK_DECORATION_NONE] = { "", "" },
    [CSL_MARK_SUP] = { "\\super ", "\\nosupersub{}" },
    [CSL_MARK_SUB] = { "\\sub ", "\\nosupersub{}" },
    [CSL_MARK_BASELINE] = { "", "" },
  },
  .displays = {
    [CSL_DISPLAY_NONE] = { "", "" },
    [CSL_DISPLAY_BLOCK] = { "\\line{}", "\\line{}\r\n" },
    [CSL_DISPLAY_LEFT_MARGIN] = { "", "\\tab " },
    [CSL_DISPLAY_RIGHT_INLINE] = { "", "\r\n" },
    [CSL_DISPLAY_INDENT] = { "\n\\tab ", "\\line{}\r\n" },
  },
};

/**
 * csl_write_rtf:
 * @atoms: a finished line
 * @rtf: takes the mark-up, ASCII alone
 *
 * Writes a line as a piece of RTF.
 */
void
csl_write_rtf (const CslAtoms *atoms,
               GString        *rtf)
{
  csl_write_marked (atoms, &rtf_markup, rtf);
}
