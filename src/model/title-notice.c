/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of old retractions only the title tells: “RETRACTED: …”. A paper about retractions
 * has the word in its title too, so the word counts only before a colon or in brackets
 * (services.md 4).
 */

#include "config.h"

#include "merge.h"

#include <string.h>

#define MAX_MARK 60

static const struct
{
  const char *mark;
  const char *kind;
  gboolean is_about_this; /* else the work is the notice itself */
} marks[] = {
  { "retracted", "retraction", TRUE },
  { "retracted article", "retraction", TRUE },
  { "retracted chapter", "retraction", TRUE },
  { "retracted paper", "retraction", TRUE },
  { "retracted-article", "retraction", TRUE },
  { "this article has been retracted", "retraction", TRUE },
  { "notice of retraction", "retraction", TRUE },
  { "withdrawn", "withdrawal", TRUE },
  { "withdrawn article", "withdrawal", TRUE },
  { "article withdrawn", "withdrawal", TRUE },
  { "removed", "removal", TRUE },
  { "temporary removal", "removal", TRUE },
  { "retraction", "retraction", FALSE },
  { "retraction to", "retraction", FALSE },
  { "retraction note", "retraction", FALSE },
  { "retraction note to", "retraction", FALSE },
  { "retraction notice", "retraction", FALSE },
  { "retraction notice to", "retraction", FALSE },
  { "statement of retraction", "retraction", FALSE },
  { "withdrawal", "withdrawal", FALSE },
  { "withdrawal notice", "withdrawal", FALSE },
  { "erratum", "erratum", FALSE },
  { "erratum to", "erratum", FALSE },
  { "correction", "correction", FALSE },
  { "correction to", "correction", FALSE },
  { "author correction", "correction", FALSE },
  { "publisher correction", "correction", FALSE },
  { "corrigendum", "corrigendum", FALSE },
  { "corrigendum to", "corrigendum", FALSE },
  { "expression of concern", "expression_of_concern", FALSE },
  { "editorial expression of concern", "expression_of_concern", FALSE },
  { "addendum", "addendum", FALSE },
  { "addendum to", "addendum", FALSE },
};

static JsonObject *
make_notice (const char *text,
             gsize       length)
{
  g_autofree char *mark = g_strstrip (g_ascii_strdown (text, (gssize) length));
  JsonObject *notice = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (!g_str_equal (marks[i].mark, mark))
        continue;
      notice = json_object_new ();
      json_object_set_string_member (notice, "kind", marks[i].kind);
      json_object_set_string_member (notice, "direction", marks[i].is_about_this ? "about-this" : "about-other");
      json_object_set_string_member (notice, "source", "title");
      return notice;
    }

  return NULL;
}

/*< private >
 * Reads the mark of a title, if it has one.
 */
JsonObject *
offprint_title_notice (const char *title)
{
  JsonObject *notice = NULL;
  const char *end = title + strlen (title);
  const char *at = NULL;

  title += strspn (title, " \t\n");
  if (*title == '[' || *title == '(')
    {
      at = strchr (title, *title == '[' ? ']' : ')');
      notice = at != NULL && at - title < MAX_MARK ? make_notice (title + 1, (gsize) (at - title - 1)) : NULL;
    }
  for (at = title; notice == NULL && at < end && at - title < MAX_MARK; at = g_utf8_next_char (at))
    if (*at == ':' || g_str_has_prefix (at, "—") || g_str_has_prefix (at, "：") || g_str_has_prefix (at, " – "))
      {
        notice = make_notice (title, (gsize) (at - title));
        break;
      }
  if (notice == NULL && end > title && (end[-1] == ']' || end[-1] == ')'))
    {
      const char *open = strrchr (title, end[-1] == ']' ? '[' : '(');

      notice = open != NULL && end - open < MAX_MARK ? make_notice (open + 1, (gsize) (end - open - 2)) : NULL;
    }

  return notice;
}
