/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stands in for libFuzzer where there is none: hands every file of the folders
 * named on the command line to the target, so that each past finding is a test.
 */

#include <glib.h>
#include <stdint.h>
#include <stdio.h>

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

int
main (int    argc,
      char **argv)
{
  guint n = 0;

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GDir) dir = g_dir_open (argv[i], 0, NULL);
      const char *name = NULL;

      if (dir == NULL)
        {
          fprintf (stderr, "%s: no such folder\n", argv[i]);
          return 1;
        }
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (argv[i], name, NULL);
          g_autofree char *data = NULL;
          gsize size = 0;

          if (!g_file_get_contents (path, &data, &size, NULL))
            continue;
          LLVMFuzzerTestOneInput ((const uint8_t *) data, size);
          n++;
        }
    }
  printf ("%u inputs\n", n);
  return n > 0 ? 0 : 1;
}
