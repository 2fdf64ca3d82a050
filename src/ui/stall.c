/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measured at every turn of the loop, not sampled, with a poll function that takes
 * the time. Layout and painting are GTK’s and depend on the renderer, so what lies
 * between the frame clock’s before-paint and after-paint is taken away; the room’s
 * own handlers remain. When a turn reaches the limit a timer looks at what the thread
 * is doing: that is the stall’s source, printed as addresses that addr2line knows
 * (tests/bench/stalls.py does). A poll function has no user data: this file is the one
 * place of the house with state of its own, and only where somebody measures.
 */

#include "config.h"

#include "stall.h"

#include <execinfo.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>

#define MAX_FRAMES 48

static struct
{
  gboolean watched;
  gint64 limit_us;
  gint64 woken_at;   /* when poll gave the turn to us; 0 before the first */
  gint64 painted_at; /* when before-paint was */
  gint64 painting_us;
  gint64 longest_us;
  guint64 turns;
  guint64 stalls;

  timer_t timer; /* goes off when a turn reaches the limit */
  void *frames[MAX_FRAMES];
  int n_frames; /* 0: the limit was not reached in this turn */
} watch;

static void
limit_reached (int signal_number)
{
  watch.n_frames = backtrace (watch.frames, MAX_FRAMES);
}

static void
set_timer (gint64 after_us)
{
  struct itimerspec spec = { .it_value = { after_us / G_USEC_PER_SEC, after_us % G_USEC_PER_SEC * 1000 } };

  timer_settime (watch.timer, 0, &spec, NULL);
}

/* The thread that watches is the one that is watched: the first of the process. */
static void
make_timer (void)
{
  struct sigevent event = { .sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGRTMIN };
  struct sigaction action = { .sa_handler = limit_reached, .sa_flags = SA_RESTART };

  watch.n_frames = backtrace (watch.frames, MAX_FRAMES); /* the first call loads a library */
  watch.n_frames = 0;
  sigaction (SIGRTMIN, &action, NULL);
  timer_create (CLOCK_MONOTONIC, &event, &watch.timer);
}

static void
print_source (void)
{
  char **names = backtrace_symbols (watch.frames, watch.n_frames);

  for (int i = 2; names != NULL && i < watch.n_frames; i++)
    g_printerr ("  %s\n", names[i]);
  free (names);
}

static int
timed_poll (GPollFD *fds,
            guint    n_fds,
            int      timeout_ms)
{
  int result;

  set_timer (0);
  if (watch.woken_at != 0)
    {
      gint64 busy_us = g_get_monotonic_time () - watch.woken_at - watch.painting_us;

      watch.turns++;
      watch.longest_us = MAX (watch.longest_us, busy_us);
      if (busy_us > watch.limit_us)
        {
          watch.stalls++;
          g_printerr ("stall-ms %.1f at-ms %" G_GINT64_FORMAT "\n", busy_us / 1000., g_get_monotonic_time () / 1000);
          print_source ();
        }
    }

  result = g_poll (fds, n_fds, timeout_ms);
  watch.woken_at = g_get_monotonic_time ();
  watch.painting_us = 0;
  watch.n_frames = 0;
  set_timer (watch.limit_us);
  return result;
}

static void
before_paint_cb (GdkFrameClock *clock)
{
  watch.painted_at = g_get_monotonic_time ();
}

static void
after_paint_cb (GdkFrameClock *clock)
{
  watch.painting_us += g_get_monotonic_time () - watch.painted_at;
}

static void
realized_cb (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect_object (clock, "before-paint", G_CALLBACK (before_paint_cb), window, G_CONNECT_DEFAULT);
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (after_paint_cb), window, G_CONNECT_AFTER);
}

/**
 * offprint_stall_watch:
 * @limit_ms: turns that take longer are printed, in milliseconds
 *
 * Begins to watch. To be called once, on the main thread, before the loop runs.
 */
void
offprint_stall_watch (double limit_ms)
{
  watch.watched = TRUE;
  watch.limit_us = limit_ms * 1000;
  make_timer ();
  g_main_context_set_poll_func (NULL, timed_poll);
}

/**
 * offprint_stall_leave_out:
 * @window: a window that is not realized yet
 *
 * Takes the time that GTK lays out and paints @window away from the turns.
 */
void
offprint_stall_leave_out (GtkWidget *window)
{
  g_return_if_fail (GTK_IS_WIDGET (window));

  if (watch.watched)
    g_signal_connect (window, "realize", G_CALLBACK (realized_cb), NULL);
}

/**
 * offprint_stall_report:
 *
 * Prints how many turns there were, how many were too long and the longest.
 */
void
offprint_stall_report (void)
{
  if (watch.watched)
    g_printerr ("turns %" G_GUINT64_FORMAT " stalls %" G_GUINT64_FORMAT " longest-ms %.1f\n",
                watch.turns, watch.stalls, watch.longest_us / 1000.);
}
