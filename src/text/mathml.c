/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Presentation MathML set in one line: scripts become superscripts and subscripts while
 * there is only one storey, fractions get a stroke and brackets, roots a sign. The tree
 * bounds the depth, so each element may ask for its children.
 */

#include "config.h"

#include "mathml.h"

#include "math-signs.h"
#include "read.h"

#include <string.h>

typedef struct
{
  OffprintCollector *collector;
  const char *href;

  /* What was set last: an operator behind nothing, or behind another, has no blanks */
  gboolean after_operand;
} Writer;

static void write_node (Writer                 *self,
                        const OffprintTreeNode *node,
                        OffprintRunFlags        flags);

static void
put (Writer           *self,
     const char       *text,
     OffprintRunFlags  flags)
{
  offprint_collector_text (self->collector, text, -1, flags, self->href);
}

static const OffprintTreeNode *
skip_to_element (const OffprintTreeNode *node)
{
  while (node != NULL && node->name == NULL)
    node = node->next;
  return node;
}

static const OffprintTreeNode *
get_child (const OffprintTreeNode *node,
           guint                   index)
{
  const OffprintTreeNode *child = skip_to_element (node->first_child);

  while (child != NULL && index-- > 0)
    child = skip_to_element (child->next);
  return child;
}

static void
write_children (Writer                 *self,
                const OffprintTreeNode *node,
                OffprintRunFlags        flags)
{
  for (const OffprintTreeNode *child = node->first_child; child != NULL; child = child->next)
    write_node (self, child, flags);
}

static void
write_child (Writer                 *self,
             const OffprintTreeNode *node,
             guint                   index,
             OffprintRunFlags        flags)
{
  const OffprintTreeNode *child = get_child (node, index);

  if (child != NULL)
    write_node (self, child, flags);
}

/* Whether it is one sign or number, which needs no brackets */
static gboolean
is_simple (const OffprintTreeNode *node)
{
  while (node != NULL && node->name != NULL &&
         (strcmp (node->name, "mrow") == 0 || strcmp (node->name, "mstyle") == 0))
    {
      const OffprintTreeNode *child = get_child (node, 0);

      if (child == NULL || skip_to_element (child->next) != NULL)
        return FALSE;
      node = child;
    }
  return node == NULL || node->name == NULL || strcmp (node->name, "mi") == 0 || strcmp (node->name, "mn") == 0 ||
         strcmp (node->name, "mo") == 0 || strcmp (node->name, "mtext") == 0 || strcmp (node->name, "msup") == 0 ||
         strcmp (node->name, "msub") == 0;
}

static void
write_bracketed (Writer                 *self,
                 const OffprintTreeNode *node,
                 OffprintRunFlags        flags)
{
  gboolean has_brackets = node != NULL && !is_simple (node);

  if (has_brackets)
    put (self, "(", flags);
  self->after_operand = FALSE;
  if (node != NULL)
    write_node (self, node, flags);
  if (has_brackets)
    put (self, ")", flags);
  self->after_operand = TRUE;
}

static OffprintRunFlags
get_variant_flags (const OffprintTreeNode *node,
                   gboolean                is_italic)
{
  const char *variant = offprint_tree_node_get_attribute (node, "mathvariant");
  const char *weight = offprint_tree_node_get_attribute (node, "fontweight");
  OffprintRunFlags flags = is_italic ? OFFPRINT_RUN_ITALIC : OFFPRINT_RUN_PLAIN;

  if (variant != NULL)
    {
      flags = strstr (variant, "italic") != NULL ? OFFPRINT_RUN_ITALIC : OFFPRINT_RUN_PLAIN;
      if (strstr (variant, "bold") != NULL)
        flags |= OFFPRINT_RUN_BOLD;
    }
  if (weight != NULL && strcmp (weight, "bold") == 0)
    flags |= OFFPRINT_RUN_BOLD;

  return flags;
}

static const char *
get_variant_sign (const OffprintTreeNode *node,
                  const char             *text)
{
  const char *variant = offprint_tree_node_get_attribute (node, "mathvariant");
  const char *sign = NULL;

  if (variant != NULL && strcmp (variant, "double-struck") == 0)
    sign = offprint_math_find_double_struck (text);

  return sign != NULL ? sign : text;
}

static void
write_identifier (Writer                 *self,
                  const OffprintTreeNode *node,
                  OffprintRunFlags        flags)
{
  g_autofree char *text = offprint_tree_node_dup_text (node);
  gboolean is_letter = g_utf8_strlen (text, 2) == 1 && g_unichar_isalpha (g_utf8_get_char (text));

  put (self, get_variant_sign (node, text), flags | get_variant_flags (node, is_letter));
  self->after_operand = TRUE;
}

static void
write_words (Writer                 *self,
             const OffprintTreeNode *node,
             OffprintRunFlags        flags)
{
  for (const OffprintTreeNode *n = node; n != NULL; n = offprint_tree_node_next (n, node))
    {
      if (n->text != NULL)
        put (self, n->text, flags | get_variant_flags (node, FALSE));
    }
  self->after_operand = TRUE;
}

static void
write_operator (Writer                 *self,
                const OffprintTreeNode *node,
                OffprintRunFlags        flags)
{
  g_autofree char *text = offprint_tree_node_dup_text (node);
  const char *form = offprint_tree_node_get_attribute (node, "form");
  gboolean is_script = (flags & (OFFPRINT_RUN_SUPERSCRIPT | OFFPRINT_RUN_SUBSCRIPT)) != 0;
  gboolean is_alone = form != NULL && strcmp (form, "prefix") == 0;
  gboolean is_relation = offprint_math_is_relation (text);
  gboolean is_between = offprint_math_is_between (text);
  const char *shown = strcmp (text, "-") == 0 ? "−" : text;

  if ((is_relation || is_between) && self->after_operand && !is_script && !is_alone)
    {
      put (self, " ", flags);
      put (self, shown, flags);
      put (self, " ", flags);
    }
  else
    put (self, shown, flags);
  if ((strcmp (text, ",") == 0 || strcmp (text, ";") == 0) && !is_script)
    put (self, " ", flags);
  self->after_operand = offprint_math_is_end (text) || (text[0] == '\0' && self->after_operand);
}

/* One storey of scripts is set; above it, a sign and brackets say where one stands */
static void
write_script (Writer                 *self,
              const OffprintTreeNode *node,
              OffprintRunFlags        flags,
              OffprintRunFlags        script)
{
  if (node == NULL || strcmp (node->name, "none") == 0)
    return;
  if ((flags & (OFFPRINT_RUN_SUPERSCRIPT | OFFPRINT_RUN_SUBSCRIPT)) == 0)
    {
      self->after_operand = FALSE;
      write_node (self, node, flags | script);
      self->after_operand = TRUE;
      return;
    }
  put (self, script == OFFPRINT_RUN_SUPERSCRIPT ? "^" : "_", flags);
  write_bracketed (self, node, flags);
}

static void
write_over (Writer                 *self,
            const OffprintTreeNode *node,
            OffprintRunFlags        flags)
{
  const OffprintTreeNode *base = get_child (node, 0);
  const OffprintTreeNode *over = get_child (node, 1);
  g_autofree char *sign = over != NULL ? offprint_tree_node_dup_text (over) : NULL;
  const char *mark = sign != NULL ? offprint_math_find_accent (sign) : NULL;
  g_autofree char *letter = base != NULL ? offprint_tree_node_dup_text (base) : NULL;
  g_autofree char *accented = NULL;
  g_autofree char *normal = NULL;

  if (mark == NULL || letter == NULL || g_utf8_strlen (letter, 2) != 1)
    {
      write_child (self, node, 0, flags);
      write_script (self, over, flags, OFFPRINT_RUN_SUPERSCRIPT);
      return;
    }
  accented = g_strconcat (letter, mark, NULL);
  normal = g_utf8_normalize (accented, -1, G_NORMALIZE_NFC);
  put (self, normal, flags | get_variant_flags (base, g_unichar_isalpha (g_utf8_get_char (letter))));
  self->after_operand = TRUE;
}

static void
write_fraction (Writer                 *self,
                const OffprintTreeNode *node,
                OffprintRunFlags        flags)
{
  write_bracketed (self, get_child (node, 0), flags);
  put (self, "/", flags);
  write_bracketed (self, get_child (node, 1), flags);
}

static void
write_root (Writer                 *self,
            const OffprintTreeNode *node,
            OffprintRunFlags        flags)
{
  write_script (self, get_child (node, 1), flags, OFFPRINT_RUN_SUPERSCRIPT);
  put (self, "√", flags);
  write_bracketed (self, get_child (node, 0), flags);
}

static void
write_square_root (Writer                 *self,
                   const OffprintTreeNode *node,
                   OffprintRunFlags        flags)
{
  const OffprintTreeNode *child = get_child (node, 0);

  put (self, "√", flags);
  if (child != NULL && skip_to_element (child->next) == NULL)
    {
      write_bracketed (self, child, flags);
      return;
    }
  put (self, "(", flags);
  self->after_operand = FALSE;
  write_children (self, node, flags);
  put (self, ")", flags);
  self->after_operand = TRUE;
}

static void
write_fenced (Writer                 *self,
              const OffprintTreeNode *node,
              OffprintRunFlags        flags)
{
  const char *open = offprint_tree_node_get_attribute (node, "open");
  const char *close = offprint_tree_node_get_attribute (node, "close");
  const char *separators = offprint_tree_node_get_attribute (node, "separators");
  gboolean has_separator = separators == NULL || separators[0] != '\0';
  gboolean is_first = TRUE;

  put (self, open != NULL ? open : "(", flags);
  for (const OffprintTreeNode *child = get_child (node, 0); child != NULL; child = skip_to_element (child->next))
    {
      if (!is_first && has_separator)
        put (self, separators != NULL && separators[0] == '|' ? "|" : ", ", flags);
      is_first = FALSE;
      self->after_operand = FALSE;
      write_node (self, child, flags);
    }
  put (self, close != NULL ? close : ")", flags);
  self->after_operand = TRUE;
}

static void
write_table (Writer                 *self,
             const OffprintTreeNode *node,
             OffprintRunFlags        flags,
             const char             *separator)
{
  gboolean is_first = TRUE;

  for (const OffprintTreeNode *child = get_child (node, 0); child != NULL; child = skip_to_element (child->next))
    {
      if (!is_first)
        put (self, separator, flags);
      is_first = FALSE;
      self->after_operand = FALSE;
      write_node (self, child, flags);
    }
  self->after_operand = TRUE;
}

/* Base, pairs of lower and upper scripts, and behind mprescripts those that stand before */
static void
write_multiscripts (Writer                 *self,
                    const OffprintTreeNode *node,
                    OffprintRunFlags        flags)
{
  const OffprintTreeNode *base = get_child (node, 0);
  const OffprintTreeNode *before = base;
  gboolean is_upper = FALSE;

  while (before != NULL && strcmp (before->name, "mprescripts") != 0)
    before = skip_to_element (before->next);
  for (const OffprintTreeNode *child = before != NULL ? skip_to_element (before->next) : NULL; child != NULL;
       child = skip_to_element (child->next), is_upper = !is_upper)
    write_script (self, child, flags, is_upper ? OFFPRINT_RUN_SUPERSCRIPT : OFFPRINT_RUN_SUBSCRIPT);
  if (base == NULL || base == before)
    return;
  write_node (self, base, flags);
  is_upper = FALSE;
  for (const OffprintTreeNode *child = skip_to_element (base->next); child != NULL && child != before;
       child = skip_to_element (child->next), is_upper = !is_upper)
    write_script (self, child, flags, is_upper ? OFFPRINT_RUN_SUPERSCRIPT : OFFPRINT_RUN_SUBSCRIPT);
}

static void
write_sub (Writer                 *self,
           const OffprintTreeNode *node,
           OffprintRunFlags        flags)
{
  write_child (self, node, 0, flags);
  write_script (self, get_child (node, 1), flags, OFFPRINT_RUN_SUBSCRIPT);
}

static void
write_sup (Writer                 *self,
           const OffprintTreeNode *node,
           OffprintRunFlags        flags)
{
  write_child (self, node, 0, flags);
  write_script (self, get_child (node, 1), flags, OFFPRINT_RUN_SUPERSCRIPT);
}

static void
write_sub_sup (Writer                 *self,
               const OffprintTreeNode *node,
               OffprintRunFlags        flags)
{
  write_sub (self, node, flags);
  write_script (self, get_child (node, 2), flags, OFFPRINT_RUN_SUPERSCRIPT);
}

static void
write_rows (Writer                 *self,
            const OffprintTreeNode *node,
            OffprintRunFlags        flags)
{
  write_table (self, node, flags, "; ");
}

static void
write_cells (Writer                 *self,
             const OffprintTreeNode *node,
             OffprintRunFlags        flags)
{
  write_table (self, node, flags, ", ");
}

static void
write_space (Writer                 *self,
             const OffprintTreeNode *node,
             OffprintRunFlags        flags)
{
  put (self, " ", flags);
}

static void
write_nothing (Writer                 *self,
               const OffprintTreeNode *node,
               OffprintRunFlags        flags)
{
}

/* Presentation, and behind it annotations that say the same again */
static void
write_semantics (Writer                 *self,
                 const OffprintTreeNode *node,
                 OffprintRunFlags        flags)
{
  write_child (self, node, 0, flags);
}

static const struct
{
  const char *name;

  void (*write) (Writer *self,
                 const OffprintTreeNode *node,
                 OffprintRunFlags flags);
} rules[] = {
  { "mi", write_identifier },
  { "mn", write_words },
  { "mo", write_operator },
  { "mtext", write_words },
  { "ms", write_words },
  { "msup", write_sup },
  { "msub", write_sub },
  { "msubsup", write_sub_sup },
  { "mover", write_over },
  { "munder", write_sub },
  { "munderover", write_sub_sup },
  { "mmultiscripts", write_multiscripts },
  { "mfrac", write_fraction },
  { "msqrt", write_square_root },
  { "mroot", write_root },
  { "mfenced", write_fenced },
  { "mtable", write_rows },
  { "mtr", write_cells },
  { "mlabeledtr", write_cells },
  { "mspace", write_space },
  { "semantics", write_semantics },
  { "mphantom", write_nothing },
  { "none", write_nothing },
  { "annotation", write_nothing },
  { "annotation-xml", write_nothing },
};

static void
write_node (Writer                 *self,
            const OffprintTreeNode *node,
            OffprintRunFlags        flags)
{
  if (node->text != NULL)
    {
      put (self, node->text, flags);
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      if (strcmp (node->name, rules[i].name) == 0)
        {
          rules[i].write (self, node, flags);
          return;
        }
    }
  write_children (self, node, flags);
}

static gboolean
has_presentation (const OffprintTreeNode *math)
{
  for (const OffprintTreeNode *node = math; node != NULL;)
    {
      if (offprint_tree_node_is (node, "annotation") || offprint_tree_node_is (node, "annotation-xml"))
        {
          node = offprint_tree_node_next_outside (node, math);
          continue;
        }
      if (node->text != NULL && node->text[strspn (node->text, " \t\n")] != '\0')
        return TRUE;
      node = offprint_tree_node_next (node, math);
    }
  return FALSE;
}

/**
 * offprint_mathml_collect:
 * @math: a `math` element, or a part of one that stands alone
 * @collector: where the formula goes
 * @flags: how the text around it is set
 * @href: (nullable): where the text around it leads
 *
 * Sets a formula in a line. Its presentation counts; only if there is none, its `alttext`
 * or its annotation in TeX.
 */
void
offprint_mathml_collect (const OffprintTreeNode *math,
                         OffprintCollector      *collector,
                         OffprintRunFlags        flags,
                         const char             *href)
{
  Writer writer = { .collector = collector, .href = href };
  const char *alternative = offprint_tree_node_get_attribute (math, "alttext");
  const OffprintTreeNode *annotation = NULL;
  g_autofree char *tex = NULL;

  if (has_presentation (math))
    {
      write_node (&writer, math, flags | OFFPRINT_RUN_MATH);
      return;
    }
  annotation = offprint_tree_node_find (math, NULL, "annotation", NULL, NULL);
  if (annotation != NULL)
    tex = offprint_tree_node_dup_text (annotation);
  if (alternative == NULL || alternative[0] == '\0')
    alternative = tex;
  if (alternative != NULL)
    offprint_tex_collect (alternative, collector, flags, href);
}
