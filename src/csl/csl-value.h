/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON as items are read from it: a small tree in an arena. json-glib's takes as long to
 * build and to free as an entry of a bibliography to write.
 */

#pragma once

#include <json-glib/json-glib.h>

#include "arena.h"

G_BEGIN_DECLS

typedef enum
{
  CSL_VALUE_NULL,
  CSL_VALUE_BOOLEAN,
  CSL_VALUE_INTEGER,
  CSL_VALUE_REAL,
  CSL_VALUE_STRING,
  CSL_VALUE_LIST,
  CSL_VALUE_OBJECT,
} CslValueKind;

typedef struct _CslValue CslValue;

struct _CslValue
{
  /* Owned by the arena */
  CslValue *next;   /* in the list or object that it is in */
  const char *name; /* of a member; NULL in a list */
  union
  {
    gboolean boolean;
    gint64 integer;
    double real;
    const char *string;
    CslValue *first; /* of a list or object; NULL if it is empty */
  } of;
  CslValueKind kind;
};

CslValue *csl_value_parse     (CslArena       *arena,
                               const char     *json,
                               gsize           length);
CslValue *csl_value_from_node (CslArena       *arena,
                               JsonNode       *node);
CslValue *csl_value_get       (const CslValue *object,
                               const char     *name);

G_END_DECLS
