/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Styles put into a folder of our own and taken out again, and undone: what is refused, and
 * that nothing is lost.
 */

#include "config.h"

#include "style-install.h"

#include <glib/gstdio.h>
#include <string.h>

#include "cite-error.h"
#include "csl.h"

#define STYLE(id, title) "<style xmlns='http://purl.org/net/xbiblio/csl' class='in-text' version='1.0'><info><title>" title "</title>" \
                         "<id>http://example.org/styles/" id "</id><updated>2026-01-01T00:00:00Z</updated></info>"                     \
                         "<citation><layout><text variable='title'/></layout></citation></style>"
#define CHILD(id, title, parent) "<style xmlns='http://purl.org/net/xbiblio/csl' version='1.0'><info><title>" title "</title>" \
                                 "<id>http://example.org/styles/" id "</id>"                                                   \
                                 "<link href='http://example.org/styles/" parent "' rel='independent-parent'/></info></style>"

typedef struct
{
  char *place;
  char *own;
  char *system;
  OffprintStyleCatalog *catalog;
  OffprintStyleChange *change;
  OffprintNewStyle *style;
  GError *error;
  gboolean is_done;
} Fixture;

static void
put (const char *folder,
     const char *name,
     const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char *dirs[3] = { NULL };

  fixture->place = g_dir_make_tmp ("offprint-install-XXXXXX", NULL);
  fixture->own = g_build_filename (fixture->place, "own", "styles", NULL);
  fixture->system = g_build_filename (fixture->place, "system", NULL);
  g_assert_cmpint (g_mkdir_with_parents (fixture->system, 0700), ==, 0);
  put (fixture->system, "plain.csl", STYLE ("plain", "Plain"));
  dirs[0] = fixture->own;
  dirs[1] = fixture->system;
  fixture->catalog = offprint_style_catalog_new (dirs, NULL);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_all (inner);
    }
  g_remove (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->change, offprint_style_change_unref);
  g_clear_pointer (&fixture->style, offprint_new_style_unref);
  g_clear_error (&fixture->error);
  g_clear_object (&fixture->catalog);
  remove_all (fixture->place);
  g_free (fixture->place);
  g_free (fixture->own);
  g_free (fixture->system);
}

static void
wait (Fixture *fixture)
{
  while (!fixture->is_done)
    g_main_context_iteration (NULL, TRUE);
  fixture->is_done = FALSE;
}

static void
start (Fixture *fixture)
{
  g_clear_error (&fixture->error);
  g_clear_pointer (&fixture->change, offprint_style_change_unref);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Fixture *fixture = data;

  fixture->style = offprint_new_style_finish (result, &fixture->error);
  fixture->is_done = TRUE;
}

static OffprintNewStyle *
read_style (Fixture    *fixture,
            const char *xml,
            const char *origin)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));

  start (fixture);
  g_clear_pointer (&fixture->style, offprint_new_style_unref);
  offprint_new_style_read_async (fixture->catalog, bytes, origin, NULL, read_cb, fixture);
  wait (fixture);
  return fixture->style;
}

static void
install_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Fixture *fixture = data;

  fixture->change = offprint_style_install_finish (OFFPRINT_STYLE_CATALOG (source), result, &fixture->error);
  fixture->is_done = TRUE;
}

static gboolean
install (Fixture          *fixture,
         OffprintNewStyle *style,
         OffprintNewStyle *parent)
{
  start (fixture);
  offprint_style_install_async (fixture->catalog, style, parent, NULL, install_cb, fixture);
  wait (fixture);
  return fixture->change != NULL;
}

static gboolean
install_text (Fixture    *fixture,
              const char *xml)
{
  g_autoptr (OffprintNewStyle) style = read_style (fixture, xml, "x.csl");

  fixture->style = NULL;
  g_assert_no_error (fixture->error);
  return install (fixture, style, NULL);
}

static void
remove_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Fixture *fixture = data;

  fixture->change = offprint_style_remove_finish (OFFPRINT_STYLE_CATALOG (source), result, &fixture->error);
  fixture->is_done = TRUE;
}

static gboolean
remove_style (Fixture    *fixture,
              const char *name)
{
  start (fixture);
  offprint_style_remove_async (fixture->catalog, name, NULL, remove_cb, fixture);
  wait (fixture);
  return fixture->change != NULL;
}

static void
undo_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Fixture *fixture = data;

  g_clear_error (&fixture->error);
  offprint_style_change_undo_finish (OFFPRINT_STYLE_CATALOG (source), result, &fixture->error);
  fixture->is_done = TRUE;
}

static void
undo (Fixture *fixture)
{
  offprint_style_change_undo_async (fixture->catalog, fixture->change, NULL, undo_cb, fixture);
  wait (fixture);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Fixture *fixture = data;

  g_assert_true (offprint_style_catalog_load_finish (OFFPRINT_STYLE_CATALOG (source), result, NULL));
  fixture->is_done = TRUE;
}

static void
load (Fixture *fixture)
{
  offprint_style_catalog_load_async (fixture->catalog, NULL, loaded_cb, fixture);
  wait (fixture);
}

/* The title that a name has now; NULL: it is not installed */
static char *
dup_title (Fixture    *fixture,
           const char *name)
{
  g_autoptr (OffprintStyleInfo) info = offprint_style_catalog_dup_info (fixture->catalog, name);

  return info != NULL ? g_strdup (offprint_style_info_get_title (info)) : NULL;
}

static void
assert_title (Fixture    *fixture,
              const char *name,
              const char *title)
{
  g_autofree char *found = dup_title (fixture, name);

  g_assert_cmpstr (found, ==, title);
}

static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  g_assert_nonnull (read_style (fixture, STYLE ("fresh", "Fresh"), "whatever.csl"));
  g_assert_cmpstr (offprint_new_style_get_name (fixture->style), ==, "fresh");
  g_assert_cmpstr (offprint_new_style_get_title (fixture->style), ==, "Fresh");
  g_assert_null (offprint_new_style_get_parent (fixture->style));
  g_assert_cmpint (offprint_new_style_get_standing (fixture->style), ==, OFFPRINT_STYLE_IS_NEW);
  assert_title (fixture, "fresh", NULL);
  g_assert_true (install (fixture, fixture->style, NULL));
  assert_title (fixture, "fresh", "Fresh");
  g_assert_cmpstr (offprint_style_change_get_title (fixture->change), ==, "Fresh");
  g_assert_true (offprint_style_is_own (fixture->catalog, "fresh"));
  undo (fixture);
  g_assert_no_error (fixture->error);
  assert_title (fixture, "fresh", NULL);
  undo (fixture); /* a second time nothing happens */
  g_assert_no_error (fixture->error);
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *id;
    const char *origin;
    const char *name;
  } cases[] = {
    { "http://www.zotero.org/styles/apa-7", "x.csl", "apa-7" },
    { "https://example.org/styles/own.csl", "x.csl", "own" },
    { "https://example.org/styles/own/", "x.csl", "own" },
    { "urn:uuid:1234", "/home/me/My-Style.csl", "My-Style" },
    { "", "https://example.org/a/b.csl?raw=1#x", "b" },
    { "http://x/..%2F..%2Fetc", "/tmp/../", "a-title-of-2-words" },
    { "http://x/.hidden", "/tmp/ü.csl", "a-title-of-2-words" },
    { "", "", "a-title-of-2-words" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *xml = g_strdup_printf ("<style xmlns='http://purl.org/net/xbiblio/csl' version='1.0'><info><title>“A Title” of 2 Words!</title>"
                                              "<id>%s</id></info><citation><layout/></citation></style>",
                                              cases[i].id);

      g_assert_nonnull (read_style (fixture, xml, cases[i].origin));
      g_assert_cmpstr (offprint_new_style_get_name (fixture->style), ==, cases[i].name);
    }
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *xml;
    const char *part; /* of the message */
  } cases[] = {
    { "", "x.csl" },
    { "<html><body>404</body></html>", "line 1" },
    { "{\"a\": 1}", "x.csl" },
    { "<style xmlns='http://purl.org/net/xbiblio/csl'>\n<info><title>T</title></info>\n</style>", "citation" },
    { "<style xmlns='http://purl.org/net/xbiblio/csl'>\n<info><title>T</title></info>\n<citation><layout>\n<text macro='m'/></layout></citation></style>", "line 4" },
    { "<style xmlns='http://purl.org/net/xbiblio/csl'>\n<info>\n<title>T", "line 3" },
    { "<style xmlns='http://purl.org/net/xbiblio/csl'><info/><citation><layout/></citation></style>", "x.csl" },
    { "<!DOCTYPE style [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" STYLE ("e", "&e;"), "x.csl" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_null (read_style (fixture, cases[i].xml, "/tmp/x.csl"));
      g_assert_error (fixture->error, CSL_ERROR, CSL_ERROR_STYLE_INVALID);
      g_assert_nonnull (strstr (fixture->error->message, cases[i].part));
    }
}

static void
test_file (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->place, "dropped.csl", NULL);
  g_autofree char *huge = g_build_filename (fixture->place, "huge.csl", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) huge_file = g_file_new_for_path (huge);
  g_autofree char *junk = g_malloc0 (5 * 1024 * 1024);

  g_assert_true (g_file_set_contents (path, STYLE ("dropped", "Dropped"), -1, NULL));
  g_assert_true (g_file_set_contents (huge, junk, 5 * 1024 * 1024, NULL));
  offprint_new_style_load_async (fixture->catalog, file, NULL, read_cb, fixture);
  wait (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (offprint_new_style_get_name (fixture->style), ==, "dropped");
  g_clear_pointer (&fixture->style, offprint_new_style_unref);
  offprint_new_style_load_async (fixture->catalog, huge_file, NULL, read_cb, fixture);
  wait (fixture);
  g_assert_error (fixture->error, CSL_ERROR, CSL_ERROR_TOO_LARGE);
  g_clear_error (&fixture->error);
  g_assert_cmpint (g_remove (path), ==, 0);
  offprint_new_style_load_async (fixture->catalog, file, NULL, read_cb, fixture);
  wait (fixture);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_update (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_true (install_text (fixture, STYLE ("fresh", "Fresh")));
  g_assert_nonnull (read_style (fixture, STYLE ("fresh", "Fresher"), "x.csl"));
  g_assert_cmpint (offprint_new_style_get_standing (fixture->style), ==, OFFPRINT_STYLE_IS_UPDATE);
  g_assert_true (install (fixture, fixture->style, NULL));
  assert_title (fixture, "fresh", "Fresher");
  undo (fixture);
  assert_title (fixture, "fresh", "Fresh");
  g_assert_nonnull (read_style (fixture, STYLE ("fresh", "Fresh"), "x.csl"));
  g_assert_cmpint (offprint_new_style_get_standing (fixture->style), ==, OFFPRINT_STYLE_IS_INSTALLED);
  g_assert_true (install (fixture, fixture->style, NULL));
}

/* The same over a style of the system: its file stays, and is found again */
static void
test_update_system (Fixture       *fixture,
                    gconstpointer  data)
{
  g_assert_nonnull (read_style (fixture, STYLE ("plain", "Plain, newer"), "x.csl"));
  g_assert_cmpint (offprint_new_style_get_standing (fixture->style), ==, OFFPRINT_STYLE_IS_UPDATE);
  g_assert_true (install (fixture, fixture->style, NULL));
  assert_title (fixture, "plain", "Plain, newer");
  g_assert_true (remove_style (fixture, "plain"));
  assert_title (fixture, "plain", "Plain");
}

static void
test_name_taken (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char other[] = "<style xmlns='http://purl.org/net/xbiblio/csl' version='1.0'><info><title>Other</title>"
                              "<id>http://elsewhere.example/plain</id></info><citation><layout/></citation></style>";

  g_assert_null (read_style (fixture, other, "x.csl"));
  g_assert_error (fixture->error, OFFPRINT_CITE_ERROR, OFFPRINT_CITE_ERROR_NAME_TAKEN);
  g_assert_nonnull (strstr (fixture->error->message, "Plain"));
  g_assert_null (read_style (fixture, STYLE (OFFPRINT_BUILTIN_STYLE, "Mine"), "x.csl"));
  g_assert_error (fixture->error, OFFPRINT_CITE_ERROR, OFFPRINT_CITE_ERROR_NAME_TAKEN);
}

/* Between check and installation somebody else has put a style there */
static void
test_name_taken_since (Fixture       *fixture,
                       gconstpointer  data)
{
  g_assert_nonnull (read_style (fixture, STYLE ("fresh", "Fresh"), "x.csl"));
  g_assert_cmpint (g_mkdir_with_parents (fixture->own, 0700), ==, 0);
  put (fixture->own, "fresh.csl", STYLE ("stale", "Stale"));
  g_assert_false (install (fixture, fixture->style, NULL));
  g_assert_error (fixture->error, OFFPRINT_CITE_ERROR, OFFPRINT_CITE_ERROR_NAME_TAKEN);
  assert_title (fixture, "fresh", "Stale");
}

static void
test_dependent (Fixture       *fixture,
                gconstpointer  data)
{
  g_assert_nonnull (read_style (fixture, CHILD ("journal", "Journal", "plain"), "x.csl"));
  g_assert_cmpstr (offprint_new_style_get_parent (fixture->style), ==, "plain");
  g_assert_false (offprint_new_style_lacks_parent (fixture->style));
  g_assert_true (install (fixture, fixture->style, NULL));
}

static void
test_no_parent (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (OffprintNewStyle) child = read_style (fixture, CHILD ("journal", "Journal", "house"), "x.csl");
  g_autoptr (OffprintNewStyle) parent = NULL;

  fixture->style = NULL;
  g_assert_true (offprint_new_style_lacks_parent (child));
  g_assert_false (install (fixture, child, NULL));
  g_assert_error (fixture->error, OFFPRINT_CITE_ERROR, OFFPRINT_CITE_ERROR_NO_PARENT);
  g_assert_nonnull (strstr (fixture->error->message, "house"));
  assert_title (fixture, "journal", NULL);

  parent = read_style (fixture, STYLE ("wrong-house", "Wrong"), "x.csl");
  fixture->style = NULL;
  g_assert_false (install (fixture, child, parent));
  g_assert_error (fixture->error, OFFPRINT_CITE_ERROR, OFFPRINT_CITE_ERROR_NO_PARENT);

  g_clear_pointer (&parent, offprint_new_style_unref);
  parent = read_style (fixture, STYLE ("house", "House"), "x.csl");
  fixture->style = NULL;
  g_assert_true (install (fixture, child, parent));
  assert_title (fixture, "journal", "Journal");
  assert_title (fixture, "house", "House");
  undo (fixture);
  assert_title (fixture, "journal", NULL);
  assert_title (fixture, "house", NULL);
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_false (remove_style (fixture, "plain"));
  g_assert_error (fixture->error, OFFPRINT_CITE_ERROR, OFFPRINT_CITE_ERROR_NOT_OWN);
  g_assert_false (remove_style (fixture, "nobody"));
  g_assert_error (fixture->error, OFFPRINT_CITE_ERROR, OFFPRINT_CITE_ERROR_NO_STYLE);
  g_assert_false (remove_style (fixture, "../system/plain"));
  g_assert_error (fixture->error, OFFPRINT_CITE_ERROR, OFFPRINT_CITE_ERROR_NO_STYLE);
  g_assert_true (install_text (fixture, STYLE ("fresh", "Fresh")));
  g_assert_true (remove_style (fixture, "fresh"));
  g_assert_cmpstr (offprint_style_change_get_title (fixture->change), ==, "Fresh");
  assert_title (fixture, "fresh", NULL);
  undo (fixture);
  g_assert_no_error (fixture->error);
  assert_title (fixture, "fresh", "Fresh");
}

static void
test_changed_since (Fixture       *fixture,
                    gconstpointer  data)
{
  g_assert_true (install_text (fixture, STYLE ("fresh", "Fresh")));
  put (fixture->own, "fresh.csl", STYLE ("fresh", "Edited by hand"));
  undo (fixture);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  assert_title (fixture, "fresh", "Edited by hand");
}

/* A list that is shown follows; one that was not asked for is not made */
static void
test_catalog (Fixture       *fixture,
              gconstpointer  data)
{
  GListModel *list = G_LIST_MODEL (fixture->catalog);

  g_assert_true (install_text (fixture, STYLE ("fresh", "Fresh")));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  load (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 3);
  g_assert_true (install_text (fixture, STYLE ("second", "Second")));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 4);
  g_assert_true (remove_style (fixture, "fresh"));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 3);
  undo (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 4);
}

static void
test_no_room (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *above = g_path_get_dirname (fixture->own);

  /* a file stands where the folder should */
  g_assert_true (g_file_set_contents (above, "", 0, NULL));
  g_assert_false (install_text (fixture, STYLE ("fresh", "Fresh")));
  g_assert_true (fixture->error->domain == G_FILE_ERROR);
  g_assert_nonnull (strstr (fixture->error->message, fixture->own));
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_nonnull (read_style (fixture, STYLE ("fresh", "Fresh"), "x.csl"));
  g_cancellable_cancel (cancellable);
  offprint_style_install_async (fixture->catalog, fixture->style, NULL, cancellable, install_cb, fixture);
  wait (fixture);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_title (fixture, "fresh", NULL);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/style-install/new", test_new },
    { "/style-install/names", test_names },
    { "/style-install/refused", test_refused },
    { "/style-install/file", test_file },
    { "/style-install/update", test_update },
    { "/style-install/update-system", test_update_system },
    { "/style-install/name-taken", test_name_taken },
    { "/style-install/name-taken-since", test_name_taken_since },
    { "/style-install/dependent", test_dependent },
    { "/style-install/no-parent", test_no_parent },
    { "/style-install/remove", test_remove },
    { "/style-install/changed-since", test_changed_since },
    { "/style-install/catalog", test_catalog },
    { "/style-install/no-room", test_no_room },
    { "/style-install/cancelled", test_cancelled },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
