/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A “<” is a tag only if it looks like one and somebody knows it: titles hold “p <0.05”
 * and “<La0.7Sr0.3>” as well as tags. Prefixes (jats:, mml:, ns3:) are dropped, an end
 * tag closes what it names with all that was left open within, and text that turns out
 * to be mark-up once its entities are decoded is read again, twice at most.
 */

#include "config.h"

#include "markup.h"

#include "elements.h"
#include "entities.h"
#include "read.h"

#include <string.h>

#define MAX_LEVEL      2
#define MAX_NAME       64
#define MAX_TAG        16384
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

typedef struct
{
  const char *end;
  const char *attributes;
  const char *attributes_end;

  const OffprintElement *element;
  char name[MAX_NAME + 1];

  gboolean has_prefix;
  gboolean is_prefixed;
  gboolean is_end;
  gboolean is_empty;
  gboolean has_capitals;
} Tag;

static void parse_text (Parser     *self,
                        const char *text,
                        const char *end);

static gboolean
is_name_character (char c)
{
  return g_ascii_isalnum (c) || c == ':' || c == '-' || c == '_' || c == '.';
}

/* A prefix that a registry's mark-up has; `<doi:10.1000/1>` has none */
static gboolean
is_known_prefix (const char *prefix,
                 gsize       length)
{
  static const char *const known[] = { "jats", "mml", "m", "html", "xhtml", "xlink", "ali", "oasis" };

  if (length > 2 && g_ascii_strncasecmp (prefix, "ns", 2) == 0 && g_ascii_isdigit (prefix[2]))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      if (strlen (known[i]) == length && g_ascii_strncasecmp (prefix, known[i], length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The local name from @start on, in lower case; gives its end */
static const char *
read_name (const char *start,
           const char *end,
           Tag        *tag)
{
  const char *p = start;
  gsize length = 0;

  if (p == end || !g_ascii_isalpha (*p))
    return NULL;
  for (; p < end && is_name_character (*p); p++)
    {
      if (*p == ':')
        {
          tag->has_prefix = TRUE;
          tag->is_prefixed = is_known_prefix (start, p - start);
          length = 0;
          continue;
        }
      if (length == MAX_NAME)
        return NULL;
      tag->has_capitals = tag->has_capitals || g_ascii_isupper (*p);
      tag->name[length++] = g_ascii_tolower (*p);
    }
  tag->name[length] = '\0';

  return length > 0 ? p : NULL;
}

/* From behind a name to the tag's “>”, past quoted values; NULL if there is none */
static const char *
find_tag_end (const char *p,
              const char *end)
{
  char quote = '\0';

  for (const char *limit = p + MIN (end - p, MAX_TAG); p < limit; p++)
    {
      if (quote != '\0')
        quote = *p == quote ? '\0' : quote;
      else if (*p == '>')
        return p;
      else if (*p == '<')
        return NULL;
      else if ((*p == '"' || *p == '\'') && p[-1] == '=')
        quote = *p;
    }
  return NULL;
}

/* Reads what stands at a “<”, if it has the form of a tag at all */
static gboolean
read_tag (const char *text,
          const char *end,
          Tag        *tag)
{
  const char *p = text + 1;

  memset (tag, 0, sizeof (*tag));
  if (p < end && *p == '/')
    {
      tag->is_end = TRUE;
      p++;
    }
  p = read_name (p, end, tag);
  if (p == NULL || p == end || (!g_ascii_isspace (*p) && *p != '/' && *p != '>'))
    return FALSE;
  tag->attributes = p;
  p = find_tag_end (p, end);
  if (p == NULL)
    return FALSE;
  tag->end = p + 1;
  tag->attributes_end = p;
  if (p > tag->attributes && p[-1] == '/')
    {
      tag->is_empty = TRUE;
      tag->attributes_end--;
    }
  while (tag->attributes < tag->attributes_end && g_ascii_isspace (*tag->attributes))
    tag->attributes++;
  tag->element = offprint_element_find (tag->name);

  /* “a <b and c> d” has words where attributes would stand */
  return tag->attributes == tag->attributes_end ||
         memchr (tag->attributes, '=', tag->attributes_end - tag->attributes) != NULL;
}

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

static gboolean
is_void (const Tag *tag)
{
  return tag->element != NULL && (tag->element->role == OFFPRINT_ROLE_BREAK || tag->element->role == OFFPRINT_ROLE_VOID);
}

/* Whether what has the form of a tag is one, not text in angle brackets */
static gboolean
is_tag (Parser    *self,
        const Tag *tag)
{
  gboolean has_ending = tag->is_end || g_hash_table_contains (self->endings, tag->name);

  if (tag->has_prefix && tag->element == NULL)
    return tag->is_prefixed;
  if (tag->is_prefixed)
    return TRUE;
  if (tag->has_capitals && !has_ending && !is_void (tag))
    return FALSE;
  if (tag->element == NULL)
    return self->kind == OFFPRINT_MARKUP_FRAGMENT &&
           (tag->is_end ? is_inside (self, tag->name)
                        : has_ending || tag->is_empty || tag->attributes < tag->attributes_end);
  if (self->kind == OFFPRINT_MARKUP_FRAGMENT || tag->element->is_inline)
    return TRUE;
  return tag->element->role == OFFPRINT_ROLE_MATHML && is_inside (self, "math");
}

static GHashTable *
collect_endings (const char *text,
                 const char *end)
{
  GHashTable *endings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const char *p = text; p < end && (p = memchr (p, '<', end - p)) != NULL; p++)
    {
      Tag tag;

      if (p + 1 < end && p[1] == '/' && read_tag (p, end, &tag) && g_hash_table_size (endings) < MAX_ENDINGS)
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
      Tag tag;

      if (!read_tag (p, end, &tag) || tag.element == NULL || tag.is_end)
        continue;
      if (self->kind == OFFPRINT_MARKUP_INLINE && !tag.element->is_inline)
        continue;
      if (is_void (&tag) || tag.element->role == OFFPRINT_ROLE_BLOCK || g_hash_table_contains (endings, tag.name))
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
add_attributes (Parser           *self,
                OffprintTreeNode *node,
                const Tag        *tag)
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
close_implied (Parser    *self,
               const Tag *tag)
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
      Tag tag;

      if (p + 1 < end && p[1] == '/' && read_tag (p, end, &tag) && strcmp (tag.name, name) == 0)
        return tag.end;
    }
  return end;
}

static const char *
open_tag (Parser     *self,
          const Tag  *tag,
          const char *end)
{
  OffprintTreeNode *node = NULL;

  close_implied (self, tag);
  if (!tag->is_empty && (strcmp (tag->name, "script") == 0 || strcmp (tag->name, "style") == 0))
    return skip_raw_text (tag->end, end, tag->name);
  node = offprint_tree_open (self->tree, tag->name, strlen (tag->name));
  if (node == NULL)
    return tag->end;
  add_attributes (self, node, tag);
  if (tag->is_empty || is_void (tag))
    offprint_tree_close (self->tree);

  return tag->end;
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
        add_text (self, text + width, close != NULL ? close : end);
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
  Tag tag;

  if (text + 1 < end && (text[1] == '!' || text[1] == '?'))
    return read_section (self, text, end);
  if (!read_tag (text, end, &tag) || !is_tag (self, &tag))
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
      Tag tag;

      /* text must stand in the tree before what follows it is opened */
      if (p[1] == '!' || p[1] == '?' || (read_tag (p, end, &tag) && is_tag (self, &tag)))
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
