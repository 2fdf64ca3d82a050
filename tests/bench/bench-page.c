/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-page FILE-OR-FOLDER… - what reading a page costs beside what a bare parse of the
 * same bytes costs: time as a ratio of the least of five alternating runs, memory as the
 * most that was allocated at one time, a ratio of the page’s bytes. All allocations of the
 * process go through here, so nothing is estimated.
 */

#include "config.h"

#include <gumbo.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "page.h"

#define RUNS 5

extern void *__libc_malloc   (size_t  size);
extern void *__libc_calloc   (size_t  n,
                              size_t  size);
extern void *__libc_realloc  (void   *pointer,
                              size_t  size);
extern void  __libc_free     (void   *pointer);
extern void *__libc_memalign (size_t  alignment,
                              size_t  size);

static size_t current = 0;
static size_t peak = 0;

static void *
note (void *pointer)
{
  current += pointer != NULL ? malloc_usable_size (pointer) : 0;
  peak = current > peak ? current : peak;
  return pointer;
}

void *
malloc (size_t size)
{
  return note (__libc_malloc (size));
}

void *
calloc (size_t n,
        size_t size)
{
  return note (__libc_calloc (n, size));
}

void *
realloc (void   *pointer,
         size_t  size)
{
  current -= pointer != NULL ? malloc_usable_size (pointer) : 0;
  return note (__libc_realloc (pointer, size));
}

void *
aligned_alloc (size_t alignment,
               size_t size)
{
  return note (__libc_memalign (alignment, size));
}

int
posix_memalign (void   **pointer,
                size_t   alignment,
                size_t   size)
{
  *pointer = note (__libc_memalign (alignment, size));
  return 0;
}

void
free (void *pointer)
{
  current -= pointer != NULL ? malloc_usable_size (pointer) : 0;
  __libc_free (pointer);
}

typedef struct
{
  double time_ratio;
  double memory_ratio;
  double gumbo_ratio;
} Cost;

static void
parse_barely (const char *data,
              gsize       length)
{
  GumboOutput *output = gumbo_parse_with_options (&kGumboDefaultOptions, data, length);

  gumbo_destroy_output (&kGumboDefaultOptions, output);
}

static void
read_whole (GBytes     *bytes,
            GDateTime  *at,
            const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintReading) reading = offprint_page_read (bytes, NULL, NULL, name, at, NULL, &error);
}

static size_t
measure_peak (GBytes     *bytes,
              GDateTime  *at,
              const char *name)
{
  size_t before = current;
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  peak = current;
  if (at != NULL)
    read_whole (bytes, at, name);
  else
    parse_barely (data, length);
  return peak - before;
}

/* Of this thread alone: others on the machine do not count */
static gint64
get_time_us (void)
{
  struct timespec now = { 0 };

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static Cost
measure (GBytes     *bytes,
         GDateTime  *at,
         const char *name)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  gint64 bare = G_MAXINT64;
  gint64 whole = G_MAXINT64;
  Cost cost = { 0 };

  read_whole (bytes, at, name); /* what is made once a process is made now */
  for (guint i = 0; i < RUNS; i++)
    {
      gint64 start = get_time_us ();
      gint64 middle = 0;

      parse_barely (data, length);
      middle = get_time_us ();
      read_whole (bytes, at, name);
      bare = MIN (bare, middle - start);
      whole = MIN (whole, get_time_us () - middle);
    }
  cost.time_ratio = (double) whole / (double) MAX (bare, 1);
  cost.memory_ratio = (double) measure_peak (bytes, at, name) / (double) length;
  cost.gumbo_ratio = (double) measure_peak (bytes, NULL, name) / (double) length;
  printf ("%-60.60s %8zu bytes  bare %6ld µs  read %6ld µs = %4.2f  memory %5.2f (bare parse %5.2f)\n", name, length, (long) bare, (long) whole,
          cost.time_ratio, cost.memory_ratio, cost.gumbo_ratio);
  return cost;
}

static void
add_files (GPtrArray  *files,
           const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  if (folder == NULL)
    g_ptr_array_add (files, g_strdup (path));
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (files, g_build_filename (path, name, NULL));
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDateTime) at = g_date_time_new_now_utc ();
  Cost most = { 0 };

  for (int i = 1; i < argc; i++)
    add_files (files, argv[i]);
  g_ptr_array_sort (files, compare_paths);
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *contents = NULL;
      g_autofree char *name = g_path_get_basename (files->pdata[i]);
      g_autoptr (GBytes) bytes = NULL;
      gsize length = 0;
      Cost cost;

      if (!g_file_get_contents (files->pdata[i], &contents, &length, NULL) || length == 0)
        continue;
      bytes = g_bytes_new_static (contents, length);
      cost = measure (bytes, at, name);
      most.time_ratio = MAX (most.time_ratio, cost.time_ratio);
      most.memory_ratio = MAX (most.memory_ratio, cost.memory_ratio);
      most.gumbo_ratio = MAX (most.gumbo_ratio, cost.gumbo_ratio);
    }
  printf ("at most: time %.2f of a bare parse, memory %.2f of the page (a bare parse %.2f)\n", most.time_ratio, most.memory_ratio, most.gumbo_ratio);
  return 0;
}
