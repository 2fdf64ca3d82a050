/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * LaTeX of today: UTF-8 comes through as it is, and only what TeX takes for itself is
 * escaped, ligatures of hyphens and quotation marks among it.
 */

#include "config.h"

#include "write.h"

#include "nest.h"

#include <string.h>

static const struct
{
  char character;
  const char *command;
} escapes[] = {
  { '\\', "\\textbackslash{}" },
  { '{', "\\{" },
  { '}', "\\}" },
  { '$', "\\$" },
  { '&', "\\&" },
  { '#', "\\#" },
  { '%', "\\%" },
  { '_', "\\_" },
  { '^', "\\textasciicircum{}" },
  { '~', "\\textasciitilde{}" },
  { '<', "\\textless{}" },
  { '>', "\\textgreater{}" },
  { '`', "\\`{}" },
  { '[', "{[}" },
  { ']', "{]}" },
  { '\n', "\\newline " },
};

static void
append_escaped (GString    *string,
                const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      const char *command = NULL;

      for (gsize i = 0; i < G_N_ELEMENTS (escapes); i++)
        {
          if (escapes[i].character == *p)
            command = escapes[i].command;
        }
      if (command != NULL)
        g_string_append (string, command);
      else
        g_string_append_c (string, *p);
      /* “--”, “''”, “?`” and “,,” would become one sign */
      if ((*p == '-' || *p == '\'' || *p == ',') && p[1] == *p)
        g_string_append (string, "{}");
    }
}

static void
open_link (GString    *string,
           const char *href)
{
  g_string_append (string, "\\href{");
  for (const char *p = href; *p != '\0'; p++)
    {
      if (*p == '%' || *p == '#' || *p == '&' || *p == '_' || *p == '$')
        g_string_append_printf (string, "\\%c", *p);
      else if (strchr ("\\{}^~\" <>`|", *p) != NULL)
        g_string_append_printf (string, "\\%%%02X", (guchar) *p);
      else
        g_string_append_c (string, *p);
    }
  g_string_append (string, "}{");
}

static void
open_list (GString  *string,
           gboolean  is_ordered,
           guint     number)
{
  g_string_append (string, is_ordered ? "\n\\begin{enumerate}\n" : "\n\\begin{itemize}\n");
}

static const OffprintNestRule runs[] = {
  { OFFPRINT_RUN_BOLD, "\\textbf{", "}" },
  { OFFPRINT_RUN_ITALIC, "\\textit{", "}" },
  { OFFPRINT_RUN_UNDERLINE, "\\underline{", "}" },
  { OFFPRINT_RUN_SMALL_CAPS, "\\textsc{", "}" },
  { OFFPRINT_RUN_SUPERSCRIPT, "\\textsuperscript{", "}" },
  { OFFPRINT_RUN_SUBSCRIPT, "\\textsubscript{", "}" },
  { 0 },
};

/* LaTeX allows four lists of a kind within each other */
static const OffprintNestRules plain_rules = {
  .runs = runs,
  .open_link = open_link,
  .close_link = "}",
  .max_lists = 4,
  .open_list = open_list,
  .close_bullets = "\\end{itemize}\n",
  .close_numbers = "\\end{enumerate}\n",
  .open_item = "\\item ",
  .close_item = "\n",
  .open_paragraph = "\n",
  .close_paragraph = "\n",
  .open_heading = "\n\\subsection*{",
  .close_heading = "}\n",
  .append_text = append_escaped,
};

/**
 * offprint_latex_escape:
 * @text: plain text
 *
 * Escapes text for LaTeX, as in [func@Offprint.rich_text_to_latex].
 *
 * Returns: (transfer full): the same text in LaTeX
 */
char *
offprint_latex_escape (const char *text)
{
  GString *string = g_string_new (NULL);

  append_escaped (string, text);

  return g_string_free (string, FALSE);
}

/**
 * offprint_rich_text_to_latex:
 * @self: a text
 * @flags: `OFFPRINT_WRITE_DOCUMENT` and `OFFPRINT_WRITE_NO_LINKS` count
 *
 * Writes LaTeX: a fragment, or a whole document. Links need the package hyperref.
 *
 * Returns: (transfer full): the mark-up
 */
char *
offprint_rich_text_to_latex (OffprintRichText   *self,
                             OffprintWriteFlags  flags)
{
  OffprintNestRules rules = plain_rules;
  g_autofree char *body = NULL;

  if ((flags & OFFPRINT_WRITE_NO_LINKS) != 0)
    rules.open_link = NULL;
  body = g_strstrip (offprint_nest_write (self, &rules));
  if ((flags & OFFPRINT_WRITE_DOCUMENT) == 0)
    return g_steal_pointer (&body);

  return g_strconcat ("\\documentclass{article}\n\\usepackage[T1]{fontenc}\n\\usepackage{hyperref}\n\\begin{document}\n",
                      body, "\n\\end{document}\n", NULL);
}
