/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text that carries meaning. An abstract, a title or a citation is not a string:
 * it has italics, superscripts and links that must survive the way from a
 * publisher's mark-up to the page, the clipboard and the disk. Everything that
 * people read in Offprint is one of these by the time it leaves its parser.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_RUN_PLAIN = 0,
  OFFPRINT_RUN_ITALIC = 1 << 0,
  OFFPRINT_RUN_BOLD = 1 << 1,
  OFFPRINT_RUN_SUPERSCRIPT = 1 << 2,
  OFFPRINT_RUN_SUBSCRIPT = 1 << 3,
  OFFPRINT_RUN_SMALL_CAPS = 1 << 4,
  OFFPRINT_RUN_UNDERLINE = 1 << 5,
  OFFPRINT_RUN_NO_CASE = 1 << 6,
  OFFPRINT_RUN_MATH = 1 << 7,
} OffprintRunFlags;

typedef enum
{
  OFFPRINT_BLOCK_PARAGRAPH,
  OFFPRINT_BLOCK_HEADING,
  OFFPRINT_BLOCK_BULLET_ITEM,
  OFFPRINT_BLOCK_ORDERED_ITEM,
} OffprintBlockKind;

typedef struct
{
  const char *text;
  OffprintRunFlags flags;
  const char *href;
} OffprintRun;

typedef struct
{
  OffprintBlockKind kind;
  guint level;
  guint number;
  gsize n_runs;
  const OffprintRun *runs;
} OffprintBlock;

#define OFFPRINT_TYPE_RICH_TEXT (offprint_rich_text_get_type ())

typedef struct _OffprintRichText OffprintRichText;
typedef struct _OffprintRichTextBuilder OffprintRichTextBuilder;

GType             offprint_rich_text_get_type  (void) G_GNUC_CONST;
OffprintRichText *offprint_rich_text_new_plain (const char       *text);
OffprintRichText *offprint_rich_text_ref       (OffprintRichText *self);
void              offprint_rich_text_unref     (OffprintRichText *self);

gsize                offprint_rich_text_get_n_blocks (OffprintRichText *self);
const OffprintBlock *offprint_rich_text_get_block    (OffprintRichText *self,
                                                      gsize             index);
gboolean             offprint_rich_text_is_empty     (OffprintRichText *self);
gboolean             offprint_rich_text_equal        (OffprintRichText *self,
                                                      OffprintRichText *other);

OffprintRichTextBuilder *offprint_rich_text_builder_new         (void);
void                     offprint_rich_text_builder_free        (OffprintRichTextBuilder *self);
void                     offprint_rich_text_builder_begin_block (OffprintRichTextBuilder *self,
                                                                 OffprintBlockKind        kind,
                                                                 guint                    level,
                                                                 guint                    number);
void                     offprint_rich_text_builder_add_run     (OffprintRichTextBuilder *self,
                                                                 const char              *text,
                                                                 gssize                   length,
                                                                 OffprintRunFlags         flags,
                                                                 const char              *href);
OffprintRichText        *offprint_rich_text_builder_end         (OffprintRichTextBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintRichText, offprint_rich_text_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintRichTextBuilder, offprint_rich_text_builder_free)

G_END_DECLS
