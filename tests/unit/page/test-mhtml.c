/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Web archives as Chrome, Internet Explorer and add-ons write them, and some that nobody
 * should.
 */

#include "config.h"

#include "expect-record.h"
#include "layers.h"
#include "page.h"

#include <string.h>

#define CHROME_HEAD "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/snapshot\r\nSubject: =?utf-8?Q?T?=\r\n"             \
                    "Date: Tue, 24 Nov 2026 20:31:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n" \
                    "\tboundary=\"----MultipartBoundary--abc----\"\r\n\r\n\r\n"
#define CHROME_PAGE "------MultipartBoundary--abc----\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\n"                 \
                    "Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://link.springer.com/chapter/10.1007/1\r\n\r\n" \
                    "<!DOCTYPE html><html><h1 class=3D\"c-article-title\">Caf=C3=A9 =\r\nau lait</h1>\r\n"
#define CHROME_REST "------MultipartBoundary--abc----\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"                           \
                    "Content-Location: https://example.org/a.png\r\n\r\niVBORw0KGgo=\r\n"                                                            \
                    "------MultipartBoundary--abc----\r\nContent-Type: text/html\r\nContent-Location: https://example.org/frame\r\n\r\n<p>frame\r\n" \
                    "------MultipartBoundary--abc------\r\n"

static const struct
{
  const char *name;
  const char *archive;
  const char *html; /* NULL: refused */
  const char *type;
  const char *url;
} cases[] = {
  { "chrome", CHROME_HEAD CHROME_PAGE CHROME_REST, "<!DOCTYPE html><html><h1 class=\"c-article-title\">Café au lait</h1>\r\n", "text/html",
    "https://link.springer.com/chapter/10.1007/1" },
  { "cut-in-page", CHROME_HEAD CHROME_PAGE, "<!DOCTYPE html><html><h1 class=\"c-article-title\">Café au lait</h1>\r\n", "text/html",
    "https://link.springer.com/chapter/10.1007/1" },
  { "unix-lines", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\npreamble\n--b\nContent-Type: text/html; charset=iso-8859-1\n"
                  "Content-Transfer-Encoding: 8bit\n\n<p>caf\xE9\n--b--\nepilogue\n",
    "<p>caf\xE9\n", "text/html; charset=iso-8859-1", NULL },
  { "base64", "From: <Saved by UnMHT>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\nContent-Location: http://example.org/p\r\n\r\n"
              "--b\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: BASE64\r\n\r\nPHA+\r\nY2Fmw6k=\r\n--b--\r\n",
    "<p>café", "text/html; charset=utf-8", "http://example.org/p" },
  { "single-part", "From: <Saved by Windows Internet Explorer 8>\r\nMIME-Version: 1.0\r\nContent-Type: text/html;\r\n\tcharset=\"utf-8\"\r\n"
                   "Content-Transfer-Encoding: quoted-printable\r\nContent-Location: file://C:/x.htm\r\n\r\n<p>a=3Db\r\n",
    "<p>a=b\r\n", "text/html; charset=utf-8", NULL },
  { "start", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b; start=\"<main@x>\"\n\n--b\nContent-Type: text/html\n\n<p>frame\n"
             "--b\nContent-Type: text/html\nContent-ID: <main@x>\n\n<p>main\n--b--\n",
    "<p>main\n", "text/html", NULL },
  { "start-missing", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b; start=\"<none@x>\"\n\n--b\nContent-Type: text/html\n\n<p>first\n"
                     "--b\nContent-Type: text/html\n\n<p>second\n--b--\n",
    "<p>first\n", "text/html", NULL },
  { "nested", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n--a\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nno\n"
              "--b\nContent-Type: application/xhtml+xml\nContent-Location: https://example.org/x\n\n<html/>\n--b--\n--a--\n",
    "<html/>\n", "application/xhtml+xml", "https://example.org/x" },
  { "boundary-in-text", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>--b\n--bc\n -- b\n--b--\n",
    "<p>--b\n--bc\n -- b\n", "text/html", NULL },
  { "dangerous-place", "MIME-Version: 1.0\nContent-Type: text/html\nContent-Location: javascript:alert(1)\n\n<p>x", "<p>x", "text/html", NULL },
  { "empty", "", NULL, NULL, NULL },
  { "blank", "\r\n\r\n", NULL, NULL, NULL },
  { "no-page", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: image/png\n\nx\n--b--\n", NULL, NULL, NULL },
  { "no-boundary", "MIME-Version: 1.0\nContent-Type: multipart/related\n\n--b\nContent-Type: text/html\n\n<p>x\n--b--\n", NULL, NULL, NULL },
  { "mail-within", "MIME-Version: 1.0\nContent-Type: message/rfc822\n\nContent-Type: text/html\n\n<p>x\n", NULL, NULL, NULL },
  { "text", "Hello", NULL, NULL, NULL },
};

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GBytes) bytes = g_bytes_new (cases[i].archive, strlen (cases[i].archive));
  g_autoptr (GError) error = NULL;
  g_autofree char *type = NULL;
  g_autofree char *url = NULL;
  g_autoptr (GBytes) html = offprint_page_unpack_mhtml (bytes, &type, &url, &error);
  g_autofree char *text = NULL;

  if (cases[i].html == NULL)
    {
      g_assert_null (html);
      g_assert_error (error, OFFPRINT_PAGE_ERROR, OFFPRINT_PAGE_ERROR_BROKEN);
      return;
    }
  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (html, NULL), g_bytes_get_size (html));
  g_assert_cmpstr (text, ==, cases[i].html);
  g_assert_cmpstr (type, ==, cases[i].type);
  g_assert_cmpstr (url, ==, cases[i].url);
}

/* Boxes in boxes: given up, in time that does not grow with them */
static void
test_deep (void)
{
  g_autoptr (GString) archive = g_string_new ("MIME-Version: 1.0\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *type = NULL;
  g_autofree char *url = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (archive, "Content-Type: multipart/mixed; boundary=b%u\n\n--b%u\n", i, i);
  g_string_append (archive, "Content-Type: text/html\n\n<p>deep");
  bytes = g_bytes_new (archive->str, archive->len);
  g_assert_null (offprint_page_unpack_mhtml (bytes, &type, &url, &error));
  g_assert_error (error, OFFPRINT_PAGE_ERROR, OFFPRINT_PAGE_ERROR_BROKEN);
}

static void
test_many (void)
{
  g_autoptr (GString) archive = g_string_new ("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *type = NULL;
  g_autofree char *url = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append (archive, "--b\nX\n");
  g_string_append (archive, "--b\nContent-Type: text/html\n\n<p>late\n--b--\n");
  bytes = g_bytes_new (archive->str, archive->len);
  g_assert_null (offprint_page_unpack_mhtml (bytes, &type, &url, &error));
  g_assert_error (error, OFFPRINT_PAGE_ERROR, OFFPRINT_PAGE_ERROR_BROKEN);
}

/* The whole way, from a chapter packed as Chrome does */
static void
test_chapter (void)
{
  static const char head[] = "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"x\"\r\n\r\n--x\r\n"
                             "Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://link.springer.com/chapter/10.1007/1\r\n\r\n";
  g_autoptr (GBytes) page = expect_data ("chapter.html");
  g_autofree char *encoded = g_base64_encode (g_bytes_get_data (page, NULL), g_bytes_get_size (page));
  g_autoptr (GString) archive = g_string_new (head);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) html = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *type = NULL;
  g_autofree char *url = NULL;

  for (gsize i = 0; i < strlen (encoded); i += 76)
    g_string_append_printf (archive, "%.76s\r\n", encoded + i);
  g_string_append (archive, "--x--\r\n");
  bytes = g_bytes_new (archive->str, archive->len);
  html = offprint_page_unpack_mhtml (bytes, &type, &url, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (html, page));
  g_assert_cmpstr (url, ==, "https://link.springer.com/chapter/10.1007/1");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/mhtml/%s", cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/mhtml/deep", test_deep);
  g_test_add_func ("/mhtml/many", test_many);
  g_test_add_func ("/mhtml/chapter", test_chapter);

  return g_test_run ();
}
