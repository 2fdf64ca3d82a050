/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same walk without a window: one file for each command, and what they share.
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "http.h"
#include "work.h"

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_EXIT_GOOD = 0,
  OFFPRINT_EXIT_FAILED = 1, /* something failed; the rest was done */
  OFFPRINT_EXIT_USAGE = 2,
} OffprintExit;

typedef struct
{
  const char *name;
  const char *arguments; /* as --help shows them */
  const char *summary;   /* marked with N_ */
  OffprintExit (*run) (const char *name,
                       int argc,
                       char **argv);
} OffprintCommand;

/* Each parses its own options; argv[0] is the program's name */
OffprintExit offprint_command_read    (const char  *name,
                                       int          argc,
                                       char       **argv);
OffprintExit offprint_command_fetch   (const char  *name,
                                       int          argc,
                                       char       **argv);
OffprintExit offprint_command_cite    (const char  *name,
                                       int          argc,
                                       char       **argv);
OffprintExit offprint_command_convert (const char  *name,
                                       int          argc,
                                       char       **argv);
OffprintExit offprint_command_styles  (const char  *name,
                                       int          argc,
                                       char       **argv);

const OffprintCommand *offprint_command_find (const char *name);

/* Parses the options of a command. FALSE with *@exit set if it shall go no further: help
 * was shown, or a line told what is wrong. @arguments: (out): what is left. */
gboolean offprint_command_parse (const char           *name,
                                 const GOptionEntry   *options,
                                 int                   argc,
                                 char                **argv,
                                 char               ***arguments,
                                 OffprintExit         *exit);

/* one line on stderr, whatever stands in @message */
void         offprint_report_error (const char *message);
OffprintExit offprint_report_usage (const char *command,
                                    const char *message);
/* that all that was printed has arrived */
OffprintExit offprint_report_end (OffprintExit exit);

/* @name: a file, or "-" for the standard input: (transfer full) (element-type OffprintWork).
 * What of a list is no work is told on stderr, and is a failure for @exit. */
GPtrArray *offprint_input_load_works (const char    *name,
                                      OffprintExit  *exit,
                                      GError       **error);
GBytes    *offprint_input_load_bytes (const char    *name,
                                      GError       **error);
/* the client of all commands, with its cache on the disk: (transfer full) */
OffprintHttp *offprint_input_new_http (void);
/* @text: an identifier in any form. @with_page: the publisher's page, too. Waits. A later
 * source that failed is told on stderr. */
OffprintWork *offprint_input_fetch_work (const char  *text,
                                         gboolean     with_page,
                                         GError     **error);

G_END_DECLS
