/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The door: sets the language, makes the application and runs it.
 */

#include "config.h"

#include "application.h"
#include "stall.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* Pictures of a window are made and thrown away with each frame. The C library would
 * keep their room once it has seen one freed; so large pieces always come from the
 * system and go back to it. */
#define LARGE_PIECE_BYTES (128 * 1024)

static gboolean
terminated_cb (gpointer user_data)
{
  offprint_application_quit (OFFPRINT_APPLICATION (user_data));
  return G_SOURCE_REMOVE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (OffprintApplication) application = NULL;
  const char *stall_ms = g_getenv ("OFFPRINT_STALL_MS");
  const char *locale_dir = g_getenv ("OFFPRINT_LOCALEDIR"); /* for tests of translations that are not installed */
  int status;

#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, LARGE_PIECE_BYTES);
  mallopt (M_TRIM_THRESHOLD, LARGE_PIECE_BYTES);
  mallopt (M_ARENA_MAX, 1); /* threads come and go with one look-up each: 3 MiB of arenas of their own gain nothing */
#endif
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (stall_ms != NULL)
    offprint_stall_watch (g_ascii_strtod (stall_ms, NULL));

  application = offprint_application_new ();
  g_unix_signal_add (SIGTERM, terminated_cb, application);
  g_unix_signal_add (SIGINT, terminated_cb, application);
  status = g_application_run (G_APPLICATION (application), argc, argv);
  offprint_stall_report ();
  return status;
}
