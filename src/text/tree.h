/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Elements and text, whoever parsed them: a whole page through Gumbo, a fragment of
 * JATS through our own reader. All that comes behind (abstracts, formulas, a
 * publisher's page) walks this one tree, which is bounded in depth and size.
 */

#pragma once

#include "rich-text.h"

G_BEGIN_DECLS

typedef struct _OffprintTree OffprintTree;
typedef struct _OffprintTreeNode OffprintTreeNode;

typedef struct
{
  const char *name;
  const char *value;
} OffprintTreeAttribute;

struct _OffprintTreeNode
{
  const char *name;
  const char *text;

  guint n_attributes;
  guint n_reserved;
  OffprintTreeAttribute *attributes;

  OffprintTreeNode *parent;
  OffprintTreeNode *first_child;
  OffprintTreeNode *last_child;
  OffprintTreeNode *next;
};

#define OFFPRINT_TREE_MAX_DEPTH 256
#define OFFPRINT_TREE_MAX_NODES 2000000

OffprintTree           *offprint_tree_new           (void);
void                    offprint_tree_free          (OffprintTree     *self);
const OffprintTreeNode *offprint_tree_get_root      (OffprintTree     *self);
OffprintTreeNode       *offprint_tree_open          (OffprintTree     *self,
                                                     const char       *name,
                                                     gsize             length);
void                    offprint_tree_add_attribute (OffprintTree     *self,
                                                     OffprintTreeNode *node,
                                                     const char       *name,
                                                     gsize             name_length,
                                                     const char       *value);
void                    offprint_tree_add_text      (OffprintTree     *self,
                                                     const char       *text,
                                                     gsize             length);
void                    offprint_tree_close         (OffprintTree     *self);
OffprintTreeNode       *offprint_tree_get_open      (OffprintTree     *self);

const OffprintTreeNode *offprint_tree_node_next          (const OffprintTreeNode *self,
                                                          const OffprintTreeNode *top);
const OffprintTreeNode *offprint_tree_node_next_outside  (const OffprintTreeNode *self,
                                                          const OffprintTreeNode *top);
const char             *offprint_tree_node_get_attribute (const OffprintTreeNode *self,
                                                          const char             *name);
gboolean                offprint_tree_node_has_class     (const OffprintTreeNode *self,
                                                          const char             *name);
gboolean                offprint_tree_node_is            (const OffprintTreeNode *self,
                                                          const char             *name);
const OffprintTreeNode *offprint_tree_node_find          (const OffprintTreeNode *top,
                                                          const OffprintTreeNode *after,
                                                          const char             *element,
                                                          const char             *attribute,
                                                          const char             *value);
char                   *offprint_tree_node_dup_text      (const OffprintTreeNode *self);
OffprintRichText       *offprint_tree_node_dup_rich_text (const OffprintTreeNode *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintTree, offprint_tree_free)

G_END_DECLS
