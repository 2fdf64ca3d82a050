/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first after-paint of the window’s frame clock ends the wait. What can wait
 * until then (the clipboard, the catalog of styles) is begun from here, so that
 * it cannot delay the first picture. With OFFPRINT_TIMING set the time is printed.
 */

#include "config.h"

#include "first-frame.h"

#include <string.h>
#include <unistd.h>

/* proc_pid_stat(5): field 22 is the start in clock ticks, the second ends with the last bracket */
#define START_TIME_AFTER_COMM 19

typedef struct
{
  OffprintFirstFrameFunc painted;
  gpointer               user_data;
} Watch;

static void
report (void)
{
  g_autofree char *stat = NULL;
  g_auto (GStrv) fields = NULL;
  const char *bracket;
  gint64 begun_us;

  if (!g_file_get_contents ("/proc/self/stat", &stat, NULL, NULL))
    return;
  bracket = strrchr (stat, ')');
  if (bracket == NULL)
    return;
  fields = g_strsplit (bracket + 2, " ", -1);
  if (g_strv_length (fields) <= START_TIME_AFTER_COMM)
    return;
  begun_us = g_ascii_strtoll (fields[START_TIME_AFTER_COMM], NULL, 10) * G_USEC_PER_SEC / sysconf (_SC_CLK_TCK);
  g_printerr ("first-frame-ms %.1f\n", (g_get_monotonic_time () - begun_us) / 1000.);
}

static gboolean
idle_cb (gpointer user_data)
{
  Watch *watch = user_data;

  watch->painted (watch->user_data);
  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *clock,
                Watch         *watch)
{
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, watch);
  if (g_getenv ("OFFPRINT_TIMING") != NULL)
    report ();
  g_idle_add_full (G_PRIORITY_LOW, idle_cb, watch, g_free);
}

static void
realized_cb (GtkWidget *window,
             Watch     *watch)
{
  g_signal_handlers_disconnect_by_func (window, realized_cb, watch);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), watch);
}

/**
 * offprint_first_frame_watch:
 * @window: a window that is not realized yet
 * @painted: (scope async): called once, when the first frame is on the screen and the loop has nothing else to do
 * @user_data: for @painted; must live as long as the application
 */
void
offprint_first_frame_watch (GtkWidget             *window,
                            OffprintFirstFrameFunc painted,
                            gpointer               user_data)
{
  Watch *watch;

  g_return_if_fail (GTK_IS_WIDGET (window));

  watch = g_new0 (Watch, 1);
  watch->painted = painted;
  watch->user_data = user_data;
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), watch);
}
