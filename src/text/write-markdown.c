/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * CommonMark. Emphasis is asterisks where those can open and close there by its rules
 * (“left-flanking”, “right-flanking”), and HTML's elements where they cannot: between a
 * letter and a bracket, or beside other emphasis.
 */

#include "config.h"

#include "write.h"

#include "nest.h"

#include <string.h>

typedef struct
{
  GString *string;

  /* Width of the signs before the text of the items that are open */
  guint widths[OFFPRINT_NEST_MAX_LISTS];
  guint numbers[OFFPRINT_NEST_MAX_LISTS];
  guint n_lists;
} Writer;

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalnum (c);
}

static gboolean
needs_escape (const char *text,
              const char *p,
              gboolean    is_heading)
{
  if (strchr ("\\`*[]<~$|", *p) != NULL)
    return TRUE;
  if (*p == '#')
    return is_heading;
  if (*p == '&')
    return g_ascii_isalnum (p[1]) || p[1] == '#';
  if (*p == '!')
    return p[1] == '\0' || p[1] == '[';
  if (*p == '_')
    return p == text || !g_ascii_isalnum (p[-1]) || !g_ascii_isalnum (p[1]);
  return FALSE;
}

static void
append_escaped (GString    *string,
                const char *text,
                gboolean    is_heading)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\n')
        {
          g_string_append (string, "<br>");
          continue;
        }
      if (needs_escape (text, p, is_heading))
        g_string_append_c (string, '\\');
      g_string_append_c (string, *p == '\t' ? ' ' : *p);
    }
}

/* At the beginning of a line a number, a hyphen or a number sign begins a block */
static void
escape_start (GString *string,
              gsize    start)
{
  const char *line = string->str + start;
  gsize digits = strspn (line, "0123456789");

  if (line[0] != '\0' && strchr ("#+->=:", line[0]) != NULL)
    g_string_insert_c (string, start, '\\');
  else if (digits > 0 && (line[digits] == '.' || line[digits] == ')'))
    g_string_insert_c (string, start + digits, '\\');
}

static gboolean
is_emphasis (const OffprintRun *run)
{
  return (run->flags & (OFFPRINT_RUN_ITALIC | OFFPRINT_RUN_BOLD)) != 0;
}

/* Whether asterisks around @core would open and close where it stands */
static gboolean
can_have_asterisks (GString           *string,
                    gsize              start,
                    const char        *core,
                    gboolean           has_elements,
                    const OffprintRun *next,
                    gboolean           is_before_space)
{
  const char *last = core + strlen (core);
  gunichar before = 0;
  gboolean opens = is_word (g_utf8_get_char (core)) && !has_elements;
  gboolean closes = FALSE;

  if (string->len > start)
    before = g_utf8_get_char (g_utf8_prev_char (string->str + string->len));
  last = g_utf8_prev_char (last);
  closes = is_word (g_utf8_get_char (last)) && !has_elements;
  if (before == '*' || (next != NULL && is_emphasis (next) && !is_before_space))
    return FALSE;

  return (opens || before == 0 || before == ' ') && (closes || next == NULL || is_before_space);
}

static void
append_run (GString           *string,
            gsize              start,
            const OffprintRun *run,
            const OffprintRun *next,
            gboolean           is_heading)
{
  static const OffprintNestRule elements[] = {
    { OFFPRINT_RUN_UNDERLINE, "<u>", "</u>" },
    { OFFPRINT_RUN_SMALL_CAPS, "<span style=\"font-variant: small-caps\">", "</span>" },
    { OFFPRINT_RUN_SUPERSCRIPT, "<sup>", "</sup>" },
    { OFFPRINT_RUN_SUBSCRIPT, "<sub>", "</sub>" },
  };
  g_autofree char *core = g_strdup (run->text);
  gboolean starts_blank = g_ascii_isspace (core[0]);
  gboolean ends_blank = g_ascii_isspace (core[strlen (core) - 1]);
  gboolean has_elements = FALSE;
  gboolean has_asterisks = FALSE;
  gboolean is_bold = (run->flags & OFFPRINT_RUN_BOLD) != 0;
  gboolean is_italic = (run->flags & OFFPRINT_RUN_ITALIC) != 0;

  g_strstrip (core);
  if (starts_blank && string->len > start)
    g_string_append_c (string, ' ');
  if (core[0] == '\0')
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (elements); i++)
    has_elements = has_elements || (run->flags & elements[i].flags) != 0;
  has_asterisks = can_have_asterisks (string, start, core, has_elements, next,
                                      ends_blank || (next != NULL && g_ascii_isspace (next->text[0])));

  if (is_bold)
    g_string_append (string, has_asterisks ? "**" : "<strong>");
  if (is_italic)
    g_string_append (string, has_asterisks ? "*" : "<em>");
  for (gsize i = 0; i < G_N_ELEMENTS (elements); i++)
    g_string_append (string, (run->flags & elements[i].flags) != 0 ? elements[i].open : "");
  append_escaped (string, core, is_heading);
  for (gsize i = G_N_ELEMENTS (elements); i > 0; i--)
    g_string_append (string, (run->flags & elements[i - 1].flags) != 0 ? elements[i - 1].close : "");
  if (is_italic)
    g_string_append (string, has_asterisks ? "*" : "</em>");
  if (is_bold)
    g_string_append (string, has_asterisks ? "**" : "</strong>");
  if (ends_blank)
    g_string_append_c (string, ' ');
}

static void
close_link (GString    *string,
            const char *href)
{
  g_string_append (string, "](<");
  for (const char *p = href; *p != '\0'; p++)
    {
      if ((guchar) *p <= ' ' || strchr ("<>\\", *p) != NULL)
        g_string_append_printf (string, "%%%02X", (guchar) *p);
      else if (*p == '&' || *p == '*' || *p == '_' || *p == '`' || *p == '~')
        g_string_append_printf (string, "\\%c", *p);
      else
        g_string_append_c (string, *p);
    }
  g_string_append (string, ">)");
}

static void
write_runs (GString             *string,
            const OffprintBlock *block,
            gboolean             has_links)
{
  gsize start = string->len;
  const char *href = NULL;

  for (gsize i = 0; i < block->n_runs; i++)
    {
      const OffprintRun *run = &block->runs[i];
      const OffprintRun *next = i + 1 < block->n_runs ? &block->runs[i + 1] : NULL;

      if (has_links && g_strcmp0 (href, run->href) != 0)
        {
          if (href != NULL)
            close_link (string, href);
          if (run->href != NULL)
            g_string_append_c (string, '[');
          href = run->href;
        }
      append_run (string, start, run, next, block->kind == OFFPRINT_BLOCK_HEADING);
    }
  if (href != NULL)
    close_link (string, href);
  while (string->len > start && string->str[string->len - 1] == ' ')
    g_string_truncate (string, string->len - 1);
  escape_start (string, start);
}

static void
append_indent (Writer *self,
               guint   level)
{
  for (guint i = 0; i < level; i++)
    {
      for (guint j = 0; j < self->widths[i]; j++)
        g_string_append_c (self->string, ' ');
    }
}

static void
begin_item (Writer              *self,
            const OffprintBlock *block)
{
  guint level = CLAMP (block->level, 1, MIN (self->n_lists + 1, OFFPRINT_NEST_MAX_LISTS));
  guint before = self->n_lists >= level ? self->numbers[level - 1] : 0;
  gboolean is_new = self->n_lists >= level && before != 0 && block->number != before + 1 && block->number != 0;
  gsize start = 0;

  /* or two lists would be one */
  if (is_new)
    {
      append_indent (self, level - 1);
      g_string_append (self->string, "<!-- -->\n\n");
    }
  append_indent (self, level - 1);
  start = self->string->len;
  if (block->kind == OFFPRINT_BLOCK_ORDERED_ITEM)
    g_string_append_printf (self->string, "%u. ", block->number);
  else
    g_string_append (self->string, "- ");
  self->widths[level - 1] = self->string->len - start;
  self->numbers[level - 1] = block->number;
  self->n_lists = level;
}

static void
write_block (Writer              *self,
             const OffprintBlock *block,
             gboolean             has_links)
{
  switch (block->kind)
    {
    case OFFPRINT_BLOCK_PARAGRAPH:
      self->n_lists = MIN (self->n_lists, block->level);
      append_indent (self, self->n_lists);
      break;
    case OFFPRINT_BLOCK_HEADING:
      self->n_lists = 0;
      g_string_append (self->string, "### ");
      break;
    case OFFPRINT_BLOCK_BULLET_ITEM:
    case OFFPRINT_BLOCK_ORDERED_ITEM:
      begin_item (self, block);
      break;
    }
  write_runs (self->string, block, has_links);
  g_string_append (self->string, "\n\n");
}

/**
 * offprint_rich_text_to_markdown:
 * @self: a text
 * @flags: `OFFPRINT_WRITE_NO_LINKS` counts
 *
 * Writes CommonMark (version 0.31); what it has no signs for is HTML's elements. No text
 * becomes mark-up by what it happens to hold.
 *
 * Returns: (transfer full): the mark-up
 */
char *
offprint_rich_text_to_markdown (OffprintRichText   *self,
                                OffprintWriteFlags  flags)
{
  Writer writer = { .string = g_string_new (NULL) };

  for (gsize i = 0; i < offprint_rich_text_get_n_blocks (self); i++)
    write_block (&writer, offprint_rich_text_get_block (self, i), (flags & OFFPRINT_WRITE_NO_LINKS) == 0);

  return g_strchomp (g_string_free (writer.string, FALSE));
}
