/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the layer of JSON-LD share.
 */

#pragma once

#include "document.h"

G_BEGIN_DECLS

/* All JSON-LD of one page, with its objects by their @id */
typedef struct
{
  GPtrArray *roots;   /* of JsonNode */
  GHashTable *by_id;  /* @id → JsonObject, borrowed from the roots */
  GPtrArray *objects; /* of JsonObject, borrowed: what stands at the top of each */
} OffprintGraph;

OffprintGraph *offprint_graph_new  (OffprintPage  *page);
void           offprint_graph_free (OffprintGraph *self);
/* the object itself, or that which it refers to by @id alone */
JsonObject *offprint_graph_follow (OffprintGraph *self,
                                   JsonNode      *node);
/* “ScholarlyArticle”: one of the types of an object, without its vocabulary */
gboolean offprint_graph_is (JsonObject *object,
                            const char *type);
/* the object that the page is about; nullable */
JsonObject *offprint_graph_find_work (OffprintGraph  *self,
                                      OffprintPage   *page,
                                      const char    **type);

void offprint_json_ld_read_people (OffprintGraph *graph,
                                   JsonObject    *work,
                                   JsonObject    *record);
void offprint_json_ld_read_around (OffprintGraph *graph,
                                   JsonObject    *work,
                                   JsonObject    *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintGraph, offprint_graph_free)

G_END_DECLS
