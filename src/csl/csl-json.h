/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All that an engine can say of a set of items in one JSON object, so that two
 * engines can be compared string by string, and a script can have a document's
 * citations.
 */

#pragma once

#include "cluster-list.h"
#include "json-sink.h"
#include "processor.h"

G_BEGIN_DECLS

typedef enum
{
  CSL_JSON_HTML,
  CSL_JSON_TEXT,
  CSL_JSON_RTF,
} CslJsonFormat;

typedef enum
{
  CSL_JSON_CITATIONS = 1 << 0,    /* the members citations and clusters */
  CSL_JSON_BIBLIOGRAPHY = 1 << 1, /* bibliography and list */
  CSL_JSON_LIST = 1 << 2,         /* list alone */
} CslJsonParts;

/* Cites in each cluster of the document that is cited as a whole */
#define CSL_JSON_CLUSTER_SIZE 3

/* All borrowed */
typedef struct
{
  CslStyle *style;
  CslLocale *locale; /* made for it */
  const char *name;  /* what the member style says; NULL: the style's id */
  CslJsonFormat format;
  CslJsonParts parts;
  guint group;              /* cites in a cluster; 0: CSL_JSON_CLUSTER_SIZE */
  CslClusterList *clusters; /* the document's citations; NULL: all items, group by group */
  GPtrArray *errors;        /* of char *: what went wrong before; cites of unknown items are added. NULL without clusters: nothing */
} CslJsonRequest;

/* @id: empty if it has none; @index: from 0 */
typedef void (*CslItemFaultFunc) (guint index,
                                  const char *id,
                                  const GError *error,
                                  gpointer user_data);

void       csl_json_render     (const CslJsonRequest  *request,
                                GPtrArray             *items,
                                CslJsonWriteFunc       write,
                                gpointer               user_data);
char      *csl_render_json     (CslStyle              *style,
                                CslLocale             *locale,
                                GPtrArray             *items,
                                CslJsonFormat          format) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *csl_items_from_json (const char            *json,
                                gssize                 length,
                                GError               **error) G_GNUC_WARN_UNUSED_RESULT;
/* what is no item is told to @fault, and the others are read: FALSE if this is no JSON */
gboolean csl_items_read_json (GPtrArray         *items,
                              const char        *json,
                              gssize             length,
                              CslItemFaultFunc   fault,
                              gpointer           user_data,
                              GError           **error);

G_END_DECLS
