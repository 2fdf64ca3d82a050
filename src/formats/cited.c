/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading members of CSL-JSON items for all writers alike.
 */

#include "config.h"

#include "cited.h"

#include "identifier.h"
#include "json-value.h"
#include "read.h"
#include "write.h"

#include <string.h>

/**
 * offprint_cited_name_free:
 * @self: (transfer full): a name
 *
 * Frees a name.
 */
void
offprint_cited_name_free (OffprintCitedName *self)
{
  g_free (self->family);
  g_free (self->given);
  g_free (self->particle);
  g_free (self->suffix);
  g_free (self->literal);
  g_free (self);
}

/**
 * offprint_cited_get_type:
 * @item: an item
 *
 * Returns: (transfer none): its CSL type, “document” if it has none
 */
const char *
offprint_cited_get_type (JsonObject *item)
{
  const char *type = offprint_json_get_string (item, "type");

  return type != NULL ? type : "document";
}

static char *
dup_member (JsonObject *item,
            const char *member)
{
  JsonNode *node = json_object_get_member (item, member);

  return node != NULL ? offprint_json_dup_text (node) : NULL;
}

/**
 * offprint_cited_dup_plain:
 * @item: an item
 * @member: a member that is a string or a number
 *
 * Returns: (transfer full) (nullable): it in one line, without mark-up
 */
char *
offprint_cited_dup_plain (JsonObject *item,
                          const char *member)
{
  g_autoptr (OffprintRichText) text = offprint_cited_dup_rich (item, member);
  g_autofree char *plain = NULL;
  g_autofree char *line = NULL;

  if (text == NULL)
    return NULL;
  plain = offprint_rich_text_to_plain (text);
  line = offprint_text_clean_line (plain, -1);

  return line[0] != '\0' ? g_steal_pointer (&line) : NULL;
}

/**
 * offprint_cited_dup_rich:
 * @item: an item
 * @member: a member that is a string or a number
 *
 * Returns: (transfer full) (nullable): it with its mark-up
 */
OffprintRichText *
offprint_cited_dup_rich (JsonObject *item,
                         const char *member)
{
  g_autofree char *value = dup_member (item, member);
  g_autoptr (OffprintRichText) text = NULL;

  if (value == NULL)
    return NULL;
  text = offprint_rich_text_new_from_inline (value, -1);

  return offprint_rich_text_is_empty (text) ? NULL : g_steal_pointer (&text);
}

static char *
dup_part (JsonObject *name,
          const char *member)
{
  g_autofree char *value = dup_member (name, member);
  g_autofree char *line = value != NULL ? offprint_text_clean_line (value, -1) : NULL;

  return line != NULL && line[0] != '\0' ? g_steal_pointer (&line) : NULL;
}

static OffprintCitedName *
read_name (JsonObject *object)
{
  OffprintCitedName *name = g_new0 (OffprintCitedName, 1);
  g_autofree char *dropping = dup_part (object, "dropping-particle");
  g_autofree char *kept = dup_part (object, "non-dropping-particle");

  name->family = dup_part (object, "family");
  name->given = dup_part (object, "given");
  name->suffix = dup_part (object, "suffix");
  name->literal = dup_part (object, "literal");
  if (dropping != NULL && kept != NULL)
    name->particle = g_strconcat (dropping, " ", kept, NULL);
  else
    name->particle = g_strdup (dropping != NULL ? dropping : kept);
  if (name->family == NULL && name->literal == NULL)
    name->literal = g_steal_pointer (&name->given);
  if (name->family == NULL)
    return name;
  g_clear_pointer (&name->literal, g_free);

  return name;
}

/**
 * offprint_cited_dup_names:
 * @item: an item
 * @role: a name variable of CSL
 *
 * Reads names. Each has a family name, or else a literal.
 *
 * Returns: (transfer container) (element-type OffprintCitedName): the names, perhaps none
 */
GPtrArray *
offprint_cited_dup_names (JsonObject *item,
                          const char *role)
{
  GPtrArray *names = g_ptr_array_new_with_free_func ((GDestroyNotify) offprint_cited_name_free);
  JsonArray *array = offprint_json_get_array (item, role);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = offprint_json_element_object (array, i);
      OffprintCitedName *name = object != NULL ? read_name (object) : NULL;

      if (name == NULL)
        continue;
      if (name->family != NULL || name->literal != NULL)
        g_ptr_array_add (names, name);
      else
        offprint_cited_name_free (name);
    }
  return names;
}

/**
 * offprint_cited_find_makers:
 * @item: an item
 *
 * Who stands where files of citations have the author: the authors, or of a film the
 * directors, of a song the composers and so on.
 *
 * Returns: (transfer none): a name variable of CSL
 */
const char *
offprint_cited_find_makers (JsonObject *item)
{
  static const char *const roles[] = {
    "author", "director", "composer", "performer", "interviewer", "host", "curator", "organizer", "script-writer",
    "executive-producer", "producer", "series-creator", "guest", "compiler", "illustrator", "contributor"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      JsonArray *array = offprint_json_get_array (item, roles[i]);

      if (array != NULL && json_array_get_length (array) > 0)
        return roles[i];
    }
  return "author";
}

/**
 * offprint_cited_dup_date:
 * @item: an item
 * @member: a date variable of CSL
 *
 * Returns: (transfer full) (nullable): the date
 */
OffprintDate *
offprint_cited_dup_date (JsonObject *item,
                         const char *member)
{
  JsonNode *node = json_object_get_member (item, member);

  return node != NULL ? offprint_date_new_from_csl (node) : NULL;
}

/* The hyphens and dashes that part pages; services/formats.md 1 */
static gboolean
is_dash (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/**
 * offprint_cited_split_pages:
 * @item: an item
 * @first: (out) (transfer full) (nullable): the first page, or all of them
 * @last: (out) (transfer full) (nullable): the last page
 *
 * Splits pages at their one dash; what has none or several (“9-9, 12”) stays whole.
 *
 * Returns: whether there are pages
 */
gboolean
offprint_cited_split_pages (JsonObject  *item,
                            char       **first,
                            char       **last)
{
  g_autofree char *pages = offprint_cited_dup_plain (item, "page");
  const char *dash = NULL;
  guint n_dashes = 0;

  *first = NULL;
  *last = NULL;
  if (pages == NULL)
    pages = offprint_cited_dup_plain (item, "page-first");
  if (pages == NULL)
    return FALSE;
  for (const char *p = pages; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!is_dash (g_utf8_get_char (p)))
        continue;
      /* “--” is one */
      if (dash == NULL || !is_dash (g_utf8_get_char (g_utf8_prev_char (p))))
        n_dashes++;
      if (dash == NULL)
        dash = p;
    }
  if (n_dashes == 1 && dash > pages && strpbrk (pages, ",;") == NULL)
    {
      const char *rest = dash;

      while (is_dash (g_utf8_get_char (rest)))
        rest = g_utf8_next_char (rest);
      *first = g_strchomp (g_strndup (pages, dash - pages));
      *last = g_strchug (g_strdup (rest));
      if ((*last)[0] != '\0' && (*first)[0] != '\0')
        return TRUE;
      g_clear_pointer (first, g_free);
      g_clear_pointer (last, g_free);
    }
  *first = g_steal_pointer (&pages);

  return TRUE;
}

/**
 * offprint_cited_dup_numbers:
 * @item: an item
 * @member: `ISBN` or `ISSN`
 *
 * Returns: (transfer full): each of the numbers; an ISBN with its hyphens where these are
 *   known
 */
char **
offprint_cited_dup_numbers (JsonObject *item,
                            const char *member)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *all = offprint_cited_dup_plain (item, member);
  g_auto (GStrv) words = g_strsplit_set (all != NULL ? all : "", " ,;", -1);
  gboolean is_isbn = strcmp (member, "ISBN") == 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (OffprintIdentifier) isbn = NULL;
      g_autofree char *shown = NULL;

      if (words[i][0] == '\0')
        continue;
      if (is_isbn)
        isbn = offprint_identifier_new (OFFPRINT_IDENTIFIER_ISBN, words[i], NULL);
      if (isbn != NULL)
        shown = offprint_identifier_dup_shown (isbn);
      g_strv_builder_add (builder, shown != NULL ? shown : words[i]);
    }
  return g_strv_builder_end (builder);
}

/**
 * offprint_cited_dup_words:
 * @item: an item
 *
 * Returns: (transfer full): its keywords: those of the record, else what commas or
 *   semicolons part in the variable of CSL
 */
char **
offprint_cited_dup_words (JsonObject *item)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonObject *custom = offprint_json_get_object (item, "custom");
  JsonObject *ours = custom != NULL ? offprint_json_get_object (custom, "offprint") : NULL;
  JsonArray *keywords = ours != NULL ? offprint_json_get_array (ours, "keywords") : NULL;
  g_autofree char *all = offprint_cited_dup_plain (item, "keyword");
  g_auto (GStrv) words = NULL;

  if (keywords == NULL)
    {
      words = g_strsplit_set (all != NULL ? all : "", all != NULL && strchr (all, ';') != NULL ? ";" : ",", -1);
      for (guint i = 0; words[i] != NULL; i++)
        {
          g_strstrip (words[i]);
          if (words[i][0] != '\0')
            g_strv_builder_add (builder, words[i]);
        }
      return g_strv_builder_end (builder);
    }
  for (guint i = 0; i < json_array_get_length (keywords); i++)
    {
      const char *keyword = offprint_json_element_string (keywords, i);
      g_autoptr (OffprintRichText) text = keyword != NULL ? offprint_rich_text_new_from_inline (keyword, -1) : NULL;
      g_autofree char *plain = text != NULL ? offprint_rich_text_to_plain (text) : NULL;

      if (plain != NULL && plain[0] != '\0')
        g_strv_builder_add (builder, plain);
    }
  return g_strv_builder_end (builder);
}
