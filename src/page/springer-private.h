/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the Springer adapter share: the page, looked through once, and the
 * record that grows from it. Every part may be missing.
 */

#pragma once

#include "document.h"

G_BEGIN_DECLS

typedef struct
{
  OffprintPage *page;
  JsonObject *record; /* Owned */

  /* The first element of each name, for the box of offers is there twice with the same ids */
  GHashTable *ids;   /* of the attribute id */
  GHashTable *tests; /* of the attribute data-test */

  /* All of a kind in their order; (element-type OffprintTreeNode) */
  GPtrArray *abstracts;    /* what stands in them */
  GPtrArray *boxes;        /* of offers */
  GPtrArray *notes;        /* <li> */
  GPtrArray *references;   /* <li> */
  GPtrArray *people;       /* lists of authors or editors in the head */
  GPtrArray *affiliations; /* <li> */
  GPtrArray *facts;        /* <li> of what stands about the work */

  /* Made when people are read */
  GHashTable *authors;   /* a name as shown to its meta tag */
  GHashTable *addresses; /* <li> to its text */
  GHashTable *inmates;   /* <li> to the names at it */
  gboolean has_commas;   /* some meta tag parts a name */

  const OffprintTreeNode *title; /* <h1>; nullable */
  JsonObject *cite;              /* Owned: the line to cite by, parted; nullable */
  gboolean is_cut;               /* that line says et al. */
} OffprintSpringer;

void offprint_springer_index (OffprintSpringer *self,
                              OffprintPage     *page);
void offprint_springer_clear (OffprintSpringer *self);

const OffprintTreeNode *offprint_springer_id       (OffprintSpringer       *self,
                                                    const char             *id);
const OffprintTreeNode *offprint_springer_test     (OffprintSpringer       *self,
                                                    const char             *name);
const OffprintTreeNode *offprint_springer_by_class (const OffprintTreeNode *top,
                                                    const char             *name);

/* All (transfer full); NULL where there is no text */
char             *offprint_springer_dup_text    (const OffprintTreeNode *node);
char             *offprint_springer_dup_name    (const OffprintTreeNode *node);
char             *offprint_springer_dup_inline  (const OffprintTreeNode *node);
OffprintRichText *offprint_springer_dup_rich    (const OffprintTreeNode *node);
char             *offprint_springer_dup_address (OffprintSpringer       *self,
                                                 const char             *href);
char             *offprint_springer_dup_mark    (const char             *text);
void              offprint_springer_add_link    (OffprintSpringer       *self,
                                                 const char             *rel,
                                                 const char             *url,
                                                 const char             *type);

/* Each reads its part of the page into the record */
void offprint_springer_read_head       (OffprintSpringer *self);
void offprint_springer_read_abstracts  (OffprintSpringer *self);
void offprint_springer_read_access     (OffprintSpringer *self);
void offprint_springer_read_people     (OffprintSpringer *self);
void offprint_springer_read_notes      (OffprintSpringer *self);
void offprint_springer_read_references (OffprintSpringer *self);
void offprint_springer_read_rights     (OffprintSpringer *self);
void offprint_springer_read_about      (OffprintSpringer *self);
void offprint_springer_read_notices    (OffprintSpringer *self);
void offprint_springer_read_old        (OffprintSpringer *self);
void offprint_springer_read_old_people (OffprintSpringer *self);
void offprint_springer_read_old_lists  (OffprintSpringer *self);

JsonObject *offprint_springer_get_rights (OffprintSpringer *self);

/* What the files of people share */
JsonObject *offprint_springer_new_name          (OffprintSpringer       *self,
                                                 const char             *role,
                                                 const char             *name);
void        offprint_springer_read_affiliations (OffprintSpringer       *self,
                                                 const OffprintTreeNode *person,
                                                 const char             *name,
                                                 JsonObject             *extra);
char       *offprint_springer_dup_inmates       (const OffprintTreeNode *item);
void        offprint_springer_read_listed       (OffprintSpringer       *self,
                                                 const char             *role);

gboolean offprint_springer_is_old (OffprintPage *page);

G_END_DECLS
