/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files that read the text of a page share: its lines, what their signs were,
 * and the headings that part it.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_PLAIN_HEAD, /* above the first heading */
  OFFPRINT_PLAIN_ABSTRACT,
  OFFPRINT_PLAIN_ACCESS,
  OFFPRINT_PLAIN_NOTES,
  OFFPRINT_PLAIN_REFERENCES,
  OFFPRINT_PLAIN_AUTHORS, /* authors and affiliations */
  OFFPRINT_PLAIN_PEOPLE,  /* the list of authors alone */
  OFFPRINT_PLAIN_LETTERS, /* who answers letters */
  OFFPRINT_PLAIN_EDITORS,
  OFFPRINT_PLAIN_RIGHTS,
  OFFPRINT_PLAIN_COPYRIGHT,
  OFFPRINT_PLAIN_ABOUT,
  OFFPRINT_PLAIN_CITE,
  OFFPRINT_PLAIN_KEYWORDS,
  OFFPRINT_PLAIN_OTHER, /* what is of the page, not of the work, or not known */
} OffprintPlainPart;

typedef struct
{
  char *text; /* Owned: without its signs; empty for an empty line */
  gboolean is_bullet;
  gboolean is_marked; /* as a heading, with # */
  gboolean is_heading;
  OffprintPlainPart part;
  const char *language; /* of a heading of an abstract; nullable */
} OffprintPlainLine;

typedef struct
{
  GArray *lines; /* (element-type OffprintPlainLine) */
  JsonObject *record;
  JsonObject *cite; /* Owned; nullable */
  gboolean is_cut;
  guint cite_line;  /* where it stands; lines->len: nowhere */
  guint title_line; /* lines->len: nowhere */
} OffprintPlain;

GArray                  *offprint_plain_split    (const char    *text,
                                                  gsize          length);
const OffprintPlainLine *offprint_plain_get_line (OffprintPlain *self,
                                                  guint          index);
/* the index behind the part that begins at @start */
guint offprint_plain_part_end (OffprintPlain *self,
                               guint          start);
/* the heading of a part behind @after; lines->len if there is none */
guint offprint_plain_find (OffprintPlain     *self,
                           OffprintPlainPart  part,
                           guint              after);
/* lines that stand together, joined; @next: the index behind them */
char *offprint_plain_dup_paragraph (OffprintPlain *self,
                                    guint          start,
                                    guint          end,
                                    guint         *next);

/* Each reads its part into the record */
void offprint_plain_read_head       (OffprintPlain *self);
void offprint_plain_read_access     (OffprintPlain *self);
void offprint_plain_read_notes      (OffprintPlain *self);
void offprint_plain_read_references (OffprintPlain *self);
void offprint_plain_read_people     (OffprintPlain *self);
void offprint_plain_read_about      (OffprintPlain *self);

G_END_DECLS
