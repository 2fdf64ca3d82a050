/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What lies open is remembered; whatever is in the file instead is as good as nothing.
 */

#include "config.h"

#include "session.h"

#include <glib/gstdio.h>

typedef struct
{
  const char *name;
  const char *content;
  const char *work;
} Case;

static const Case cases[] = {
  { "whole", "{ \"version\": 1, \"work\": \"10.5555/x\", \"doi\": \"10.5555/x\" }", "10.5555/x" },
  { "more", "{ \"version\": 9, \"work\": \"10.5555/x\", \"unknown\": [1] }", "10.5555/x" },
  { "empty", "", NULL },
  { "not JSON", "{ \"work\": ", NULL },
  { "a list", "[]", NULL },
  { "null", "null", NULL },
  { "wrong type", "{ \"work\": 7, \"doi\": null }", NULL },
  { "bad UTF-8", "{ \"work\": \"\xff\xfe\" }", NULL },
  { "two roots", "[][]", NULL },
};

static void
test_load (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *folder = g_dir_make_tmp ("offprint-session-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "session.json", NULL);
  g_autoptr (OffprintSession) session = NULL;

  g_assert_true (g_file_set_contents (path, c->content, -1, NULL));
  session = offprint_session_load (path);
  g_assert_false (offprint_session_is_first (session));
  g_assert_cmpstr (offprint_session_get_work_id (session), ==, c->work);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_round (void)
{
  g_autofree char *folder = g_dir_make_tmp ("offprint-session-XXXXXX", NULL);
  g_autofree char *below = g_build_filename (folder, "state", NULL);
  g_autofree char *path = g_build_filename (below, "session.json", NULL);
  g_autoptr (OffprintSession) first = offprint_session_load (path);
  g_autoptr (OffprintSession) second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (offprint_session_is_first (first));
  offprint_session_set_work (first, "an id", "10.5555/x");
  g_assert_true (offprint_session_save (first, &error));
  g_assert_no_error (error);

  second = offprint_session_load (path);
  g_assert_false (offprint_session_is_first (second));
  g_assert_cmpstr (offprint_session_get_work_id (second), ==, "an id");
  g_assert_cmpstr (offprint_session_get_work_doi (second), ==, "10.5555/x");
  g_unlink (path);
  g_rmdir (below);
  g_rmdir (folder);
}

static void
test_no_place (void)
{
  g_autoptr (OffprintSession) session = offprint_session_load ("/proc/none/session.json");
  g_autoptr (GError) error = NULL;

  g_assert_false (offprint_session_save (session, &error));
  g_assert_nonnull (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/session/load/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_load);
    }
  g_test_add_func ("/session/round", test_round);
  g_test_add_func ("/session/no-place", test_no_place);
  return g_test_run ();
}
