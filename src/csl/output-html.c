/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * HTML as the official fixtures have it. It is a writer among others: the engine
 * knows nothing of it.
 */

#include "config.h"

#include "output-marked.h"

/* White space of any kind: the bytes that it takes; 0 if it is none */
static gsize
get_blank_length (const char *c,
                  const char *end)
{
  if (c >= end)
    return 0;
  if ((guchar) *c < 0x80)
    return g_ascii_isspace (*c) ? 1 : 0;
  return g_unichar_isspace (g_utf8_get_char (c)) ? (gsize) (g_utf8_next_char (c) - c) : 0;
}

static void
write_escaped (GString    *html,
               const char *text,
               guint       length)
{
  const char *end = text + length;
  const char *start = text;

  for (const char *c = text; c < end;)
    {
      const char *entity = NULL;
      const char *raised = NULL;
      const char *next = c + 1;
      gsize blank = get_blank_length (c, end);

      if (*c == '&')
        entity = "&#38;";
      else if (*c == '<')
        entity = "&#60;";
      else if (*c == '>')
        entity = "&#62;";
      else if (blank > 0 && get_blank_length (c + blank, end) > 0)
        {
          /* Browsers would draw several blanks as one; any two are written the same */
          entity = "\xc2\xa0 ";
          next = c + blank + get_blank_length (c + blank, end);
        }
      else if ((guchar) *c >= 0x80)
        {
          next = g_utf8_next_char (c);
          raised = csl_find_superscript (g_utf8_get_char (c));
        }
      if (entity != NULL || raised != NULL)
        {
          g_string_append_len (html, start, c - start);
          if (raised != NULL)
            g_string_append (html, "<sup>");
          g_string_append (html, raised != NULL ? raised : entity);
          if (raised != NULL)
            g_string_append (html, "</sup>");
          start = next;
        }
      c = next;
    }
  if (end > start)
    g_string_append_len (html, start, end - start);
}

static const CslMarkup html_markup = {
  .escape = write_escaped,
  .marks = {
    [CSL_MARK_ITALIC] = { "<i>", "</i>" },
    [CSL_MARK_OBLIQUE] = { "<em>", "</em>" },
    [CSL_MARK_STYLE_NORMAL] = { "<span style=\"font-style:normal;\">", "</span>" },
    [CSL_MARK_SMALL_CAPS] = { "<span style=\"font-variant:small-caps;\">", "</span>" },
    [CSL_MARK_VARIANT_NORMAL] = { "<span style=\"font-variant:normal;\">", "</span>" },
    [CSL_MARK_BOLD] = { "<b>", "</b>" },
    [CSL_MARK_LIGHT] = { "", "" },
    [CSL_MARK_WEIGHT_NORMAL] = { "<span style=\"font-weight:normal;\">", "</span>" },
    [CSL_MARK_UNDERLINE] = { "<span style=\"text-decoration:underline;\">", "</span>" },
    [CSL_MARK_DECORATION_NONE] = { "<span style=\"text-decoration:none;\">", "</span>" },
    [CSL_MARK_SUP] = { "<sup>", "</sup>" },
    [CSL_MARK_SUB] = { "<sub>", "</sub>" },
    [CSL_MARK_BASELINE] = { "<span style=\"baseline\">", "</span>" },
  },
  .displays = {
    [CSL_DISPLAY_NONE] = { "", "" },
    [CSL_DISPLAY_BLOCK] = { "\n\n    <div class=\"csl-block\">", "</div>\n" },
    [CSL_DISPLAY_LEFT_MARGIN] = { "\n    <div class=\"csl-left-margin\">", "</div>" },
    [CSL_DISPLAY_RIGHT_INLINE] = { "<div class=\"csl-right-inline\">", "</div>\n  " },
    [CSL_DISPLAY_INDENT] = { "<div class=\"csl-indent\">", "</div>\n  " },
  },
};

/**
 * csl_write_html:
 * @atoms: a finished line
 * @html: takes the mark-up
 *
 * Writes a line as HTML: notes on CSL, “Output”.
 */
void
csl_write_html (const CslAtoms *atoms,
                GString        *html)
{
  csl_write_marked (atoms, &html_markup, html);
}
