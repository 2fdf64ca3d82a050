/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON written as it is made: an answer of a hundred thousand entries is never held whole.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*CslJsonWriteFunc) (const char *text,
                                  gsize length,
                                  gpointer user_data);

typedef struct
{
  /* Owned */
  GString *text;

  /* Borrowed */
  CslJsonWriteFunc write;
  gpointer user_data;

  guint depth;
  gboolean is_begun; /* does the innermost object or list hold something? */
} CslJsonSink;

void csl_json_sink_init   (CslJsonSink      *self,
                           CslJsonWriteFunc  write,
                           gpointer          user_data);
void csl_json_sink_finish (CslJsonSink      *self);

/* @name: the member's name, NULL in a list */
void csl_json_sink_begin (CslJsonSink *self,
                          const char *name,
                          char bracket); /* '{' or '[' */
void csl_json_sink_end (CslJsonSink *self,
                        char bracket); /* '}' or ']' */
void csl_json_sink_add_string (CslJsonSink *self,
                               const char *name,
                               const char *value); /* NULL: null */
void csl_json_sink_add_boolean (CslJsonSink *self,
                                const char  *name,
                                gboolean     value);
void csl_json_sink_add_number  (CslJsonSink *self,
                                const char  *name,
                                guint        value);

G_END_DECLS
