/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first after-paint of the window’s frame clock ends the wait. What can wait
 * until then (menus, the pane, the clipboard) is begun from here, so that it cannot
 * delay the first picture. With OFFPRINT_TIMING set the time is printed.
 */

#include "config.h"

#include "first-frame.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

/* proc_pid_stat(5): field 22 is the start in clock ticks, the second ends with the last bracket */
#define START_TIME_AFTER_COMM 19

typedef struct
{
  GtkWidget *window; /* weak */
  OffprintFirstFrameFunc painted;
  gpointer user_data;
} Watch;

static void
watch_free (Watch *watch)
{
  g_clear_weak_pointer (&watch->window);
  g_free (watch);
}

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
  g_printerr ("first-frame-ms %.1f cpu-ms %.1f\n", (g_get_monotonic_time () - begun_us) / 1000.,
              clock () * 1000. / CLOCKS_PER_SEC);
}

static gboolean
idle_cb (gpointer user_data)
{
  Watch *watch = user_data;

  if (watch->window != NULL)
    watch->painted (watch->user_data);
  return G_SOURCE_REMOVE;
}

static void
painted_cb (GdkFrameClock *clock,
            Watch         *watch)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, watch);
  g_idle_add_full (G_PRIORITY_LOW, idle_cb, watch, (GDestroyNotify) watch_free);
}

static void
watch_clock (GtkWidget *window,
             Watch     *watch)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), watch);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT); /* though nothing may have changed */
}

static void
realized_cb (GtkWidget *window,
             Watch     *watch)
{
  g_signal_handlers_disconnect_by_func (window, realized_cb, watch);
  watch_clock (window, watch);
}

static void
reported_cb (GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, reported_cb, NULL);
  report ();
}

static void
realized_for_report_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (reported_cb), NULL);
}

/**
 * offprint_first_frame_report:
 * @window: a window that is not realized yet
 *
 * Prints how long the first frame took since the program’s start, if the
 * environment asks for it.
 */
void
offprint_first_frame_report (GtkWidget *window)
{
  g_return_if_fail (GTK_IS_WIDGET (window));

  if (g_getenv ("OFFPRINT_TIMING") != NULL)
    g_signal_connect (window, "realize", G_CALLBACK (realized_for_report_cb), NULL);
}

/**
 * offprint_first_frame_after:
 * @window: a window
 * @painted: (scope async): called once, when the next frame is on the screen and the
 *   loop has nothing else to do; not if @window has gone by then
 * @user_data: for @painted; must live as long as @window
 *
 * Puts off what can wait: until the first frame, if @window is not realized yet.
 */
void
offprint_first_frame_after (GtkWidget              *window,
                            OffprintFirstFrameFunc  painted,
                            gpointer                user_data)
{
  Watch *watch;

  g_return_if_fail (GTK_IS_WIDGET (window));
  g_return_if_fail (painted != NULL);

  watch = g_new0 (Watch, 1);
  g_set_weak_pointer (&watch->window, window);
  watch->painted = painted;
  watch->user_data = user_data;
  if (gtk_widget_get_realized (window))
    watch_clock (window, watch);
  else
    g_signal_connect (window, "realize", G_CALLBACK (realized_cb), watch);
}
