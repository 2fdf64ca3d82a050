/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A level of depth is a blank before the line, as the reference runner prints it.
 */

#include "config.h"

#include "json-sink.h"

/* Handed on when this much has come together, in bytes */
#define PART (64 * 1024)

/**
 * csl_json_sink_init:
 * @self: a sink
 * @write: (scope forever): takes what is written, in parts
 * @user_data: for @write
 *
 * Prepares a sink.
 */
void
csl_json_sink_init (CslJsonSink      *self,
                    CslJsonWriteFunc  write,
                    gpointer          user_data)
{
  *self = (CslJsonSink) { .text = g_string_sized_new (PART + PART / 4), .write = write, .user_data = user_data };
}

static void
flush (CslJsonSink *self)
{
  self->write (self->text->str, self->text->len, self->user_data);
  g_string_truncate (self->text, 0);
}

/**
 * csl_json_sink_finish:
 * @self: a sink
 *
 * Writes what is left and frees what the sink holds.
 */
void
csl_json_sink_finish (CslJsonSink *self)
{
  flush (self);
  g_string_free (self->text, TRUE);
  self->text = NULL;
}

/* RFC 8259, 7. Any other character may stand as it is; U+2028 and U+2029 too */
static void
append_quoted (GString    *text,
               const char *value)
{
  const char *start = value;

  g_string_append_c (text, '"');
  for (const char *p = value;; p++)
    {
      guchar c = (guchar) *p;

      if (c >= ' ' && c != '"' && c != '\\')
        continue;
      g_string_append_len (text, start, p - start);
      start = p + 1;
      if (c == '\0')
        break;
      if (c == '\n')
        g_string_append (text, "\\n");
      else if (c < ' ')
        g_string_append_printf (text, "\\u%04x", c);
      else
        {
          g_string_append_c (text, '\\');
          g_string_append_c (text, (char) c);
        }
    }
  g_string_append_c (text, '"');
}

static void
begin_value (CslJsonSink *self,
             const char  *name)
{
  if (self->is_begun)
    g_string_append_c (self->text, ',');
  if (self->text->len > PART)
    flush (self);
  if (self->depth > 0)
    g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append_c (self->text, ' ');
  if (name != NULL)
    {
      append_quoted (self->text, name);
      g_string_append (self->text, ": ");
    }
  self->is_begun = TRUE;
}

/**
 * csl_json_sink_begin:
 * @self: a sink
 * @name: (nullable): the member's name; `NULL` in a list
 * @bracket: `{` or `[`
 *
 * Begins an object or a list.
 */
void
csl_json_sink_begin (CslJsonSink *self,
                     const char  *name,
                     char         bracket)
{
  begin_value (self, name);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->is_begun = FALSE;
}

/**
 * csl_json_sink_end:
 * @self: a sink
 * @bracket: `}` or `]`
 *
 * Ends the innermost object or list.
 */
void
csl_json_sink_end (CslJsonSink *self,
                   char         bracket)
{
  self->depth--;
  if (self->is_begun)
    {
      g_string_append_c (self->text, '\n');
      for (guint i = 0; i < self->depth; i++)
        g_string_append_c (self->text, ' ');
    }
  g_string_append_c (self->text, bracket);
  self->is_begun = TRUE;
}

/**
 * csl_json_sink_add_string:
 * @self: a sink
 * @name: (nullable): the member's name; `NULL` in a list
 * @value: (nullable): a string; `NULL` for null
 *
 * Writes a string.
 */
void
csl_json_sink_add_string (CslJsonSink *self,
                          const char  *name,
                          const char  *value)
{
  begin_value (self, name);
  if (value != NULL)
    append_quoted (self->text, value);
  else
    g_string_append (self->text, "null");
}

/**
 * csl_json_sink_add_boolean:
 * @self: a sink
 * @name: (nullable): the member's name; `NULL` in a list
 * @value: true or false
 *
 * Writes a truth value.
 */
void
csl_json_sink_add_boolean (CslJsonSink *self,
                           const char  *name,
                           gboolean     value)
{
  begin_value (self, name);
  g_string_append (self->text, value ? "true" : "false");
}

/**
 * csl_json_sink_add_number:
 * @self: a sink
 * @name: (nullable): the member's name; `NULL` in a list
 * @value: a number
 *
 * Writes a number.
 */
void
csl_json_sink_add_number (CslJsonSink *self,
                          const char  *name,
                          guint        value)
{
  begin_value (self, name);
  g_string_append_printf (self->text, "%u", value);
}
