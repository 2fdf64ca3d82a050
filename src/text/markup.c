/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A “<” is a tag only if it looks like one and somebody knows it: titles hold “p <0.05”
 * and “<La0.7Sr0.3>” as well as tags. Prefixes (jats:, mml:, ns3:) are dropped, an end
 * tag closes what it names with all that was left open within, and text that turns out
 * to be mark-up once its entities are decoded is read again, twice at most.
 */

#include "config.h"

#include "markup.h"

#include "entities.h"
#include "read.h"
#include "tag.h"

#include <string.h>

#define MAX_LEVEL      2
#define MAX_ENDINGS    1000
#define MAX_ATTRIBUTES 32

typedef struct
{
  OffprintTree *tree;
  OffprintEntities *entities;
  OffprintMarkupKind kind;

  /* Names, without a prefix, that have an end tag in the text that is being read */
  GHashTable *endings;

  /* How often the text has been decoded */
  guint level;
  /* Bits of the sections (comment …) whose end the rest of the text does not have */
  guint unended;
  /* What the text that is being read may not close */
  OffprintTreeNode *floor;
} Parser;

static void parse_text (Parser     *self,
                        const char *text,
                        const char *end);

static gboolean
is_inside (Parser     *self,
           const char *name)
{
  for (OffprintTreeNode *node = offprint_tree_get_open (self->tree); node != NULL; node = node->parent)
    {
      if (offprint_tree_node_is (node, name))
        return TRUE;
    }
  return FALSE;
}

/* Whether what has the form of a tag is one, not text in angle brackets */
static gboolean
is_tag (Parser            *self,
        const OffprintTag *tag)
{
  gboolean has_ending = tag->is_end || g_hash_table_contains (self->endings, tag->name);

  if (tag->has_prefix && tag->element == NULL)
    return tag->is_prefixed;
  if (tag->is_prefixed)
    return TRUE;
  if (tag->has_capitals && !has_ending && !offprint_tag_is_void (tag))
    return FALSE;
  if (tag->element == NULL)
    return self->kind == OFFPRINT_MARKUP_FRAGMENT &&
           (tag->is_end ? is_inside (self, tag->name)
                        : has_ending || tag->is_empty || tag->attributes < tag->attributes_end);
  if (self->kind == OFFPRINT_MARKUP_FRAGMENT || tag->element->is_inline)
    return TRUE;
  if (tag->element->role == OFFPRINT_ROLE_MATHML)
    return is_inside (self, "math");
  /* a page's “<p>” or “<script>” that came into a title, with its end */
  return tag->is_end ? is_inside (self, tag->name) : has_ending;
}

static GHashTable *
collect_endings (const char *text,
                 const char *end)
{
  GHashTable *endings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const char *p = text; p < end && (p = memchr (p, '<', end - p)) != NULL; p++)
    {
      OffprintTag tag;

      if (p + 1 < end && p[1] == '/' && offprint_tag_read (p, end, &tag) && g_hash_table_size (endings) < MAX_ENDINGS)
        g_hash_table_add (endings, g_strdup (tag.name));
    }
  return endings;
}

/* Whether text that was escaped is mark-up: it has a known element with its end, or a break */
static gboolean
has_tags (Parser     *self,
          const char *text,
          const char *end)
{
  g_autoptr (GHashTable) endings = NULL;

  if (memchr (text, '<', end - text) == NULL)
    return FALSE;
  endings = collect_endings (text, end);
  for (const char *p = text; p < end && (p = memchr (p, '<', end - p)) != NULL; p++)
    {
      OffprintTag tag;

      if (!offprint_tag_read (p, end, &tag) || tag.element == NULL)
        continue;
      /* in a title these are tags wherever they stand, so they must be here too */
      if (self->kind == OFFPRINT_MARKUP_INLINE && tag.element->is_inline)
        return TRUE;
      if (tag.is_end)
        continue;
      if (g_hash_table_contains (endings, tag.name))
        return TRUE;
      if (self->kind == OFFPRINT_MARKUP_INLINE && !tag.element->is_inline)
        continue;
      if (offprint_tag_is_void (&tag) || tag.element->role == OFFPRINT_ROLE_BLOCK)
        return TRUE;
    }
  return FALSE;
}

static void
add_text (Parser     *self,
          const char *text,
          const char *end)
{
  g_autoptr (GString) decoded = g_string_new (NULL);
  g_autofree char *clean = NULL;
  gboolean found = offprint_entities_decode (self->entities, text, end - text, decoded);

  if (found && self->level < MAX_LEVEL && has_tags (self, decoded->str, decoded->str + decoded->len))
    {
      self->level++;
      parse_text (self, decoded->str, decoded->str + decoded->len);
      self->level--;
      return;
    }
  if (found && self->level < MAX_LEVEL && offprint_entities_found (self->entities, decoded->str, decoded->len))
    {
      self->level++;
      add_text (self, decoded->str, decoded->str + decoded->len);
      self->level--;
      return;
    }
  if (!found && self->level == 0)
    {
      offprint_tree_add_text (self->tree, decoded->str, decoded->len);
      return;
    }
  /* references may have brought in what was cleaned away before */
  clean = offprint_text_clean (decoded->str, decoded->len);
  offprint_tree_add_text (self->tree, clean, strlen (clean));
}

static void
add_attributes (Parser            *self,
                OffprintTreeNode  *node,
                const OffprintTag *tag)
{
  const char *p = tag->attributes;
  const char *end = tag->attributes_end;

  for (guint n = 0; p < end && n < MAX_ATTRIBUTES; n++)
    {
      g_autoptr (GString) value = g_string_new (NULL);
      g_autofree char *clean = NULL;
      const char *name = p;
      const char *name_end = NULL;

      for (; p < end && *p != '=' && !g_ascii_isspace (*p); p++)
        {
          if (*p == ':')
            name = p + 1;
        }
      name_end = p;
      while (p < end && g_ascii_isspace (*p))
        p++;
      if (p < end && *p == '=')
        {
          const char *start = NULL;

          for (p++; p < end && g_ascii_isspace (*p);)
            p++;
          start = p;
          if (p < end && (*p == '"' || *p == '\''))
            {
              const char *close = memchr (p + 1, *p, end - p - 1);

              start++;
              p = close != NULL ? close : end;
              offprint_entities_decode (self->entities, start, p - start, value);
              p = MIN (p + 1, end);
            }
          else
            {
              while (p < end && !g_ascii_isspace (*p))
                p++;
              offprint_entities_decode (self->entities, start, p - start, value);
            }
        }
      clean = offprint_text_clean_line (value->str, value->len);
      if (name_end > name)
        offprint_tree_add_attribute (self->tree, node, name, name_end - name, clean);
      while (p < end && g_ascii_isspace (*p))
        p++;
    }
}

/* The nearest open element of this name that may be closed */
static OffprintTreeNode *
find_open (Parser     *self,
           const char *name)
{
  for (OffprintTreeNode *node = offprint_tree_get_open (self->tree); node != self->floor; node = node->parent)
    {
      if (strcmp (node->name, name) == 0)
        return node;
    }
  return NULL;
}

static void
close_through (Parser           *self,
               OffprintTreeNode *node)
{
  while (offprint_tree_get_open (self->tree) != node)
    offprint_tree_close (self->tree);
  offprint_tree_close (self->tree);
}

/* HTML lets paragraphs and items end where the next one begins */
static void
close_implied (Parser            *self,
               const OffprintTag *tag)
{
  OffprintTreeNode *open = offprint_tree_get_open (self->tree);

  if (strcmp (tag->name, "p") == 0 && open != self->floor && offprint_tree_node_is (open, "p"))
    offprint_tree_close (self->tree);
  if (strcmp (tag->name, "li") != 0)
    return;
  for (OffprintTreeNode *node = open; node != self->floor; node = node->parent)
    {
      if (strcmp (node->name, "ul") == 0 || strcmp (node->name, "ol") == 0)
        return;
      if (strcmp (node->name, "li") == 0)
        {
          close_through (self, node);
          return;
        }
    }
}

static const char *
skip_raw_text (const char *p,
               const char *end,
               const char *name)
{
  for (; p < end && (p = memchr (p, '<', end - p)) != NULL; p++)
    {
      OffprintTag tag;

      if (p + 1 < end && p[1] == '/' && offprint_tag_read (p, end, &tag) && strcmp (tag.name, name) == 0)
        return tag.end;
    }
  return end;
}

static const char *
open_tag (Parser            *self,
          const OffprintTag *tag,
          const char        *end)
{
  OffprintTreeNode *node = NULL;

  close_implied (self, tag);
  if (!tag->is_empty && (strcmp (tag->name, "script") == 0 || strcmp (tag->name, "style") == 0))
    return skip_raw_text (tag->end, end, tag->name);
  node = offprint_tree_open (self->tree, tag->name, strlen (tag->name));
  if (node == NULL)
    return tag->end;
  add_attributes (self, node, tag);
  if (tag->is_empty || offprint_tag_is_void (tag))
    offprint_tree_close (self->tree);

  return tag->end;
}

/* What was put in CDATA so that it need not be escaped is mark-up as often as text */
static void
add_character_data (Parser     *self,
                    const char *text,
                    const char *end)
{
  if (self->level >= MAX_LEVEL || !has_tags (self, text, end))
    {
      add_text (self, text, end);
      return;
    }
  self->level++;
  parse_text (self, text, end);
  self->level--;
}

/* Comments, instructions and declarations say nothing; CDATA is text. Gives the end of
 * what stands at @text, or NULL if it is something else. */
static const char *
read_section (Parser     *self,
              const char *text,
              const char *end)
{
  static const struct
  {
    const char *start;
    const char *end;
  } sections[] = { { "<!--", "-->" }, { "<![CDATA[", "]]>" }, { "<?", "?>" }, { "<!DOCTYPE", ">" }, { "<!doctype", ">" } };

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      gsize width = strlen (sections[i].start);
      const char *close = NULL;

      if ((gsize) (end - text) < width || strncmp (text, sections[i].start, width) != 0)
        continue;
      if ((self->unended & (1u << i)) == 0)
        close = g_strstr_len (text + width, end - text - width, sections[i].end);
      if (close == NULL)
        self->unended |= 1u << i;
      if (sections[i].start[2] == '[')
        add_character_data (self, text + width, close != NULL ? close : end);
      if (close == NULL)
        return sections[i].start[2] == '[' ? end : text + width;
      return close + strlen (sections[i].end);
    }
  return NULL;
}

/* Reads what stands at a “<”; gives its end, or NULL if it is text */
static const char *
read_markup (Parser     *self,
             const char *text,
             const char *end)
{
  OffprintTag tag;

  if (text + 1 < end && (text[1] == '!' || text[1] == '?'))
    return read_section (self, text, end);
  if (!offprint_tag_read (text, end, &tag) || !is_tag (self, &tag))
    return NULL;
  if (tag.is_end)
    {
      OffprintTreeNode *node = find_open (self, tag.name);

      if (node != NULL)
        close_through (self, node);
      return tag.end;
    }
  return open_tag (self, &tag, end);
}

static void
parse_text (Parser     *self,
            const char *text,
            const char *end)
{
  OffprintTreeNode *outer_floor = self->floor;
  guint outer_unended = self->unended;
  GHashTable *outer_endings = self->endings;
  g_autoptr (GHashTable) endings = collect_endings (text, end);
  const char *start = text;
  const char *p = text;

  self->floor = offprint_tree_get_open (self->tree);
  self->endings = endings;
  self->unended = 0;
  while (p < end && (p = memchr (p, '<', end - p)) != NULL)
    {
      const char *next = NULL;
      OffprintTag tag;

      /* text must stand in the tree before what follows it is opened */
      if (p[1] == '!' || p[1] == '?' || (offprint_tag_read (p, end, &tag) && is_tag (self, &tag)))
        {
          if (p > start)
            add_text (self, start, p);
          next = read_markup (self, p, end);
          start = next != NULL ? next : p;
        }
      p = next != NULL ? next : p + 1;
    }
  if (start < end)
    add_text (self, start, end);
  while (offprint_tree_get_open (self->tree) != self->floor)
    offprint_tree_close (self->tree);

  self->floor = outer_floor;
  self->endings = outer_endings;
  self->unended = outer_unended;
}

/**
 * offprint_markup_parse:
 * @text: clean text, as [func@Offprint.text_clean] makes it
 * @kind: a whole fragment, or a title, in which inline tags alone are tags
 *
 * Reads a fragment of JATS or HTML. Entities are decoded once, and again only where the
 * outcome holds known tags or entities.
 *
 * Returns: (transfer full): the tree
 */
OffprintTree *
offprint_markup_parse (const char         *text,
                       OffprintMarkupKind  kind)
{
  g_autoptr (OffprintEntities) entities = offprint_entities_new ();
  Parser parser = { .tree = offprint_tree_new (), .entities = entities, .kind = kind };

  parse_text (&parser, text, text + strlen (text));

  return parser.tree;
}
