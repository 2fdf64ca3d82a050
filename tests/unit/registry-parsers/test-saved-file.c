/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which file is a page and which is of records, told from what is in it.
 */

#include "parsers.h"

#include "page.h"
#include "registry-error.h"

#include <string.h>

#define PAGE                                                                                               \
  "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Tides</title>"                                \
  "<meta name=\"citation_title\" content=\"Tides\"><meta name=\"citation_doi\" content=\"10.5555/tides\">" \
  "<meta name=\"citation_author\" content=\"Quill, Ada\"></head><body><h1>Tides</h1></body></html>"
#define ARCHIVE                                                                   \
  "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n"                           \
  "Content-Type: multipart/related; type=\"text/html\"; boundary=\"--b\"\r\n\r\n" \
  "----b\r\nContent-Type: text/html\r\nContent-Location: https://example.org/tides\r\n\r\n" PAGE "\r\n----b--\r\n"
#define ITEM "[{\"id\": \"a\", \"type\": \"book\", \"title\": \"Tides\", \"author\": [{\"family\": \"Quill\"}]}]"

typedef struct
{
  const char *name;
  const char *content;
  const char *source;  /* of the one reading; NULL: an error */
  gboolean is_of_page; /* the error */
  int code;
} Case;

static const Case cases[] = {
  { "html", PAGE, "page", FALSE, 0 },
  { "html behind blanks", "\xef\xbb\xbf\r\n\r\n" PAGE, "page", FALSE, 0 },
  { "archive", ARCHIVE, "page", FALSE, 0 },
  { "csl-json", ITEM, "csl-json", FALSE, 0 },
  { "html of no work", "<html><title>Tea</title><p>Two cups.</p></html>", NULL, TRUE, OFFPRINT_PAGE_ERROR_NO_WORK },
  { "prose", "We sat.\nThe river.\n\nIt went.\n", NULL, TRUE, OFFPRINT_PAGE_ERROR_NO_WORK },
  { "half of JSON", "[{\"id\": \"a\",\n\"type\":\n\"book\",\n", NULL, FALSE, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER },
  { "RIS", "TY  - JOUR\nTI  - Tides\nAU  - Quill\nER  - \n", NULL, FALSE, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER },
  { "word", "Tides", NULL, FALSE, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER },
  { "nothing", "", NULL, FALSE, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER },
  { "no UTF-8", "\xff\xfe\xfd\n\n\n\n", NULL, FALSE, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (c->content, strlen (c->content));
  g_autoptr (GDateTime) at = g_date_time_new_utc (2024, 2, 3, 4, 5, 6);
  g_autoptr (GPtrArray) readings = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *skipped = NULL;

  readings = offprint_saved_file_parse (bytes, "a-file.xyz", at, NULL, &skipped, &error);
  if (c->source == NULL)
    {
      g_assert_null (readings);
      if (c->is_of_page)
        g_assert_error (error, OFFPRINT_PAGE_ERROR, c->code);
      else
        g_assert_error (error, OFFPRINT_REGISTRY_ERROR, c->code);
      g_assert_nonnull (strstr (error->message, "a-file.xyz"));
      g_assert_null (strchr (error->message, '\n'));
      return;
    }
  g_assert_no_error (error);
  g_assert_null (skipped);
  g_assert_cmpuint (readings->len, ==, 1);
  g_assert_cmpstr (offprint_reading_get_source (readings->pdata[0]), ==, c->source);
  if (g_str_equal (c->source, "page"))
    g_assert_true (g_date_time_equal (offprint_reading_get_at (readings->pdata[0]), at));
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (PAGE, strlen (PAGE));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) readings = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  readings = offprint_saved_file_parse (bytes, NULL, NULL, cancellable, NULL, &error);
  g_assert_null (readings);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/saved-file/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/saved-file/cancelled", test_cancelled);
  return g_test_run ();
}
