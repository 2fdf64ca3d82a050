/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people paste, what of it is kept, and where it leads. The shapes are those of OCLC's
 * pages of help on EZproxy, of OpenAthens on its link generator, of ANSI/NISO Z39.88-2004.
 */

#include "config.h"

#include "library-link.h"

#include <string.h>

#include "model-error.h"

#define EZ     OFFPRINT_LIBRARY_LINK_EZPROXY
#define ATHENS OFFPRINT_LIBRARY_LINK_OPENATHENS
#define OPEN   OFFPRINT_LIBRARY_LINK_OPENURL
#define NONE   OFFPRINT_LIBRARY_LINK_NONE

#define DOI "https://doi.org/10.5555/sample"
#define ESC "https%3A%2F%2Fdoi.org%2F10.5555%2Fsample"

typedef struct
{
  const char *name;
  const char *pasted;
  OffprintLibraryLinkKind kind;
  const char *address; /* NULL: refused */
  const char *url;     /* of DOI through it; NULL: a resolver */
} Case;

static const Case cases[] = {
  /* EZproxy */
  { "ezproxy/prefix", "https://ezproxy.example.edu/login?url=", EZ, "https://ezproxy.example.edu/login?url=", "https://ezproxy.example.edu/login?url=" DOI },
  { "ezproxy/blanks", " https://ezproxy.example.edu/login?url=\n", EZ, "https://ezproxy.example.edu/login?url=", "https://ezproxy.example.edu/login?url=" DOI },
  { "ezproxy/capitals", "HTTPS://EZproxy.Example.edu/Login/login?url=", EZ, "https://ezproxy.example.edu/Login/login?url=", "https://ezproxy.example.edu/Login/login?url=" DOI },
  { "ezproxy/qurl", "https://ezproxy.example.edu/login?qurl=", EZ, "https://ezproxy.example.edu/login?qurl=", "https://ezproxy.example.edu/login?qurl=" ESC },
  { "ezproxy/whole link", "https://ezproxy.example.edu/login?url=https://www.jstor.org/stable/1?seq=2&x=3#a", EZ, "https://ezproxy.example.edu/login?url=", "https://ezproxy.example.edu/login?url=" DOI },
  { "ezproxy/whole link to a resolver", "https://ezproxy.example.edu/login?url=https://r.example.edu/?a=b&rft.genre=article", EZ, "https://ezproxy.example.edu/login?url=", "https://ezproxy.example.edu/login?url=" DOI },
  { "ezproxy/whole link encoded", "https://ezproxy.example.edu/login?qurl=https%3A%2F%2Fwww.jstor.org%2Fstable%2F1", EZ, "https://ezproxy.example.edu/login?qurl=", "https://ezproxy.example.edu/login?qurl=" ESC },
  { "ezproxy/parameter before", "https://ezproxy.example.edu/login?auth=shib&url=https://a.example/", EZ, "https://ezproxy.example.edu/login?auth=shib&url=", "https://ezproxy.example.edu/login?auth=shib&url=" DOI },
  { "ezproxy/port", "https://proxy.example.edu:2443/login?url=", EZ, "https://proxy.example.edu:2443/login?url=", "https://proxy.example.edu:2443/login?url=" DOI },
  { "ezproxy/host alone", "ezproxy.example.edu", EZ, "https://ezproxy.example.edu/login?url=", "https://ezproxy.example.edu/login?url=" DOI },
  { "ezproxy/no scheme", "ezproxy.example.edu/login?url=", EZ, "https://ezproxy.example.edu/login?url=", "https://ezproxy.example.edu/login?url=" DOI },
  { "ezproxy/login page", "https://ezproxy.example.edu/login", EZ, "https://ezproxy.example.edu/login?url=", "https://ezproxy.example.edu/login?url=" DOI },
  { "ezproxy/hosted", "https://login.example.idm.oclc.org/login?url=", EZ, "https://login.example.idm.oclc.org/login?url=", "https://login.example.idm.oclc.org/login?url=" DOI },
  { "ezproxy/rewritten", "https://www-jstor-org.ezproxy.example.edu/stable/1", EZ, "https://ezproxy.example.edu/login?url=", "https://ezproxy.example.edu/login?url=" DOI },
  { "ezproxy/rewritten with dots", "https://www.doi.org.libproxy.example.ac.uk/10.1/2", EZ, "https://libproxy.example.ac.uk/login?url=", "https://libproxy.example.ac.uk/login?url=" DOI },
  { "ezproxy/rewritten hosted", "https://link-springer-com.example.idm.oclc.org/chapter/10.1007/1", EZ, "https://example.idm.oclc.org/login?url=", "https://example.idm.oclc.org/login?url=" DOI },
  { "ezproxy/rewritten with a port", "https://www-jstor-org.ezproxy.example.edu:2443/stable/1", EZ, "https://ezproxy.example.edu:2443/login?url=", "https://ezproxy.example.edu:2443/login?url=" DOI },
  { "template/raw", "https://ezproxy.example.edu/login?url={url}", EZ, "https://ezproxy.example.edu/login?url={url}", "https://ezproxy.example.edu/login?url=" DOI },
  { "template/encoded", "https://library.example.edu/go/{url}?from=reader", EZ, "https://library.example.edu/go/{url}?from=reader", "https://library.example.edu/go/" ESC "?from=reader" },
  { "template/another spelling", "https://library.example.edu/r?u=$@", EZ, "https://library.example.edu/r?u={url}", "https://library.example.edu/r?u=" ESC },
  { "template/encoded braces", "https://library.example.edu/r?u=%7Burl%7D", EZ, "https://library.example.edu/r?u={url}", "https://library.example.edu/r?u=" ESC },
  { "prefix/another parameter", "https://library.example.edu/cgi-bin/r.cgi?to=", EZ, "https://library.example.edu/cgi-bin/r.cgi?to=", "https://library.example.edu/cgi-bin/r.cgi?to=" ESC },
  { "prefix/url but no log-in", "https://library.example.edu/r?url=", EZ, "https://library.example.edu/r?url=", "https://library.example.edu/r?url=" ESC },
  { "prefix/athens proxy", "https://proxy.openathens.net/login?qurl=https%3A%2F%2Fa.example", EZ, "https://proxy.openathens.net/login?qurl=", "https://proxy.openathens.net/login?qurl=" ESC },
  { "loopback", "http://127.0.0.1:8080/login?url=", EZ, "http://127.0.0.1:8080/login?url=", "http://127.0.0.1:8080/login?url=" DOI },
  { "loopback/name", "http://localhost/login?url=", EZ, "http://localhost/login?url=", "http://localhost/login?url=" DOI },
  { "loopback/six", "http://[::1]:8080/login?url=", EZ, "http://[::1]:8080/login?url=", "http://[::1]:8080/login?url=" DOI },
  /* OpenAthens */
  { "openathens/prefix", "https://go.openathens.net/redirector/example.edu?url=", ATHENS, "https://go.openathens.net/redirector/example.edu?url=", "https://go.openathens.net/redirector/example.edu?url=" ESC },
  { "openathens/whole link", "https://go.openathens.net/redirector/example.edu?url=https%3A%2F%2Fwww.jstor.org%2F1", ATHENS, "https://go.openathens.net/redirector/example.edu?url=", "https://go.openathens.net/redirector/example.edu?url=" ESC },
  { "openathens/no parameter", "go.openathens.net/redirector/example.edu", ATHENS, "https://go.openathens.net/redirector/example.edu?url=", "https://go.openathens.net/redirector/example.edu?url=" ESC },
  { "openathens/no domain", "https://go.openathens.net/redirector/?url=", NONE, NULL, NULL },
  /* OpenURL */
  { "openurl/base", "https://example.primo.exlibrisgroup.com/openurl/01ABC/01ABC:VIEW", OPEN, "https://example.primo.exlibrisgroup.com/openurl/01ABC/01ABC:VIEW", NULL },
  { "openurl/question mark", "https://example.edu/openurl?", OPEN, "https://example.edu/openurl", NULL },
  { "openurl/own parameter", "https://resolver.example.edu/openurl?vid=A%20B&url_ver=Z39.88-2004&rft_id=info:doi/10.1/2&rft.genre=article", OPEN, "https://resolver.example.edu/openurl?vid=A%20B", NULL },
  { "openurl/own parameter last", "https://example.edu/r?rft.title=X&rfr_id=info:sid/a&institution=7#top", OPEN, "https://example.edu/r?institution=7", NULL },
  { "openurl/a work's address in it", "https://example.edu/r?ctx_ver=Z39.88-2004&rft_id=https://a.example/1", OPEN, "https://example.edu/r", NULL },
  { "openurl/0.1", "https://sfx.example.edu/local?sid=google&genre=article&id=doi:10.1/2&volume=3", OPEN, "https://sfx.example.edu/local", NULL },
  { "openurl/serials solutions", "https://ab1cd2ef.search.serialssolutions.com/", OPEN, "https://ab1cd2ef.search.serialssolutions.com/", NULL },
  /* refused */
  { "refused/http", "http://ezproxy.example.edu/login?url=", NONE, NULL, NULL },
  { "refused/javascript", "javascript:alert(1)//ezproxy?url=", NONE, NULL, NULL },
  { "refused/javascript with slashes", "javascript://ezproxy.example.edu/%0Aalert(1)?url=", NONE, NULL, NULL },
  { "refused/data", "data:text/html,<script>", NONE, NULL, NULL },
  { "refused/file", "file:///etc/passwd?url=", NONE, NULL, NULL },
  { "refused/ftp", "ftp://ezproxy.example.edu/login?url=", NONE, NULL, NULL },
  { "refused/password", "https://me:secret@ezproxy.example.edu/login?url=", NONE, NULL, NULL },
  { "refused/another host", "https://ezproxy.example.edu@evil.example/login?url=", NONE, NULL, NULL },
  { "refused/backslash", "https://ezproxy.example.edu\\@evil.example/login?url=", NONE, NULL, NULL },
  { "refused/loopback as part", "http://127.0.0.1.evil.example/login?url=", NONE, NULL, NULL },
  { "refused/no host", "https:///login?url=", NONE, NULL, NULL },
  { "refused/place as host", "https://{url}.ezproxy.example.edu/", NONE, NULL, NULL },
  { "refused/two places", "https://ezproxy.example.edu/{url}/{url}", NONE, NULL, NULL },
  { "refused/blank inside", "https://ezproxy.example.edu/log in?url=", NONE, NULL, NULL },
  { "refused/line inside", "https://ezproxy.example.edu/\nlogin?url=", NONE, NULL, NULL },
  { "refused/quote", "https://ezproxy.example.edu/\"onload=?url=", NONE, NULL, NULL },
  { "refused/letters", "https://ezpröxy.example.edu/login?url=", NONE, NULL, NULL },
  { "refused/not text", "https://ezproxy.example.edu/\xff?url=", NONE, NULL, NULL },
  { "refused/nothing", "", NONE, NULL, NULL },
  { "refused/words", "my library", NONE, NULL, NULL },
  { "refused/a publisher", "https://www.jstor.org/stable/1", NONE, NULL, NULL },
};

static void
test_parse (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintLibraryLink) link = offprint_library_link_parse (c->pasted, NONE, &error);
  g_autofree char *url = NULL;

  if (c->address == NULL)
    {
      g_assert_null (link);
      g_assert_error (error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_IDENTIFIER_INVALID);
      g_assert_true (error->message[strlen (error->message) - 1] != '.');
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpint (offprint_library_link_get_kind (link), ==, c->kind);
  g_assert_cmpstr (offprint_library_link_get_address (link), ==, c->address);
  url = offprint_library_link_dup_url (link, DOI "#page");
  g_assert_cmpstr (url, ==, c->url);
}

/* What is kept is read again at the next start, and is the same. */
static void
test_again (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (OffprintLibraryLink) link = NULL;
  g_autoptr (GError) error = NULL;

  if (c->address == NULL)
    return;
  link = offprint_library_link_new (c->kind, c->address, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (offprint_library_link_get_address (link), ==, c->address);
}

static void
test_chosen (void)
{
  static const struct
  {
    OffprintLibraryLinkKind kind;
    const char *pasted;
    const char *address;
  } chosen[] = {
    { ATHENS, "example.edu", "https://go.openathens.net/redirector/example.edu?url=" },
    { ATHENS, " sub.example.ac.uk ", "https://go.openathens.net/redirector/sub.example.ac.uk?url=" },
    { ATHENS, "https://example.edu/", NULL },
    { ATHENS, "example", NULL },
    { ATHENS, "a b.edu", NULL },
    { EZ, "https://library.example.edu", "https://library.example.edu/login?url=" },
    { EZ, "https://library.example.edu/page", NULL },
    { OPEN, "https://library.example.edu/page", "https://library.example.edu/page" },
    { OPEN, "https://library.example.edu/{url}", "https://library.example.edu/{url}" }, /* which shows that it is a prefix */
    { OPEN, "javascript:1", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (chosen); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (OffprintLibraryLink) link = offprint_library_link_parse (chosen[i].pasted, chosen[i].kind, &error);

      g_assert_cmpstr (link != NULL ? offprint_library_link_get_address (link) : NULL, ==, chosen[i].address);
      g_assert_true ((link == NULL) == (error != NULL));
    }
}

static void
test_targets (void)
{
  g_autoptr (OffprintLibraryLink) link = offprint_library_link_new (EZ, "https://ezproxy.example.edu/login?url=", NULL);
  static const char *const bad[] = { "javascript:alert(1)", "file:///etc/passwd", "", "doi:10.5555/sample", "mailto:a@b.org" };
  g_autofree char *host = offprint_library_link_dup_host (link);
  g_autofree char *origin = offprint_library_link_dup_origin (link);

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (offprint_library_link_dup_url (link, bad[i]));
  g_assert_cmpstr (host, ==, "ezproxy.example.edu");
  g_assert_cmpstr (origin, ==, "https://ezproxy.example.edu/");
}

static void
test_long (void)
{
  g_autofree char *long_path = g_strnfill (3000, 'a');
  g_autofree char *pasted = g_strconcat ("https://ezproxy.example.edu/", long_path, "?url=", NULL);

  g_assert_null (offprint_library_link_parse (pasted, NONE, NULL));
}

static OffprintWork *
new_work (const char *json)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  g_autoptr (GError) error = NULL;
  OffprintWork *work = offprint_work_new_from_json (node, &error);

  g_assert_no_error (error);
  return work;
}

static void
test_works (void)
{
  g_autoptr (OffprintLibraryLink) proxy = offprint_library_link_new (EZ, "https://ezproxy.example.edu/login?url=", NULL);
  g_autoptr (OffprintLibraryLink) resolver = offprint_library_link_new (OPEN, "https://example.edu/r?vid=1", NULL);
  g_autoptr (OffprintWork) sici = new_work ("{\"id\":\"a\",\"type\":\"article-journal\",\"DOI\":\"10.1002/(sici)1<1::aid>3.0.co;2-n\"}");
  g_autoptr (OffprintWork) page = new_work ("{\"id\":\"a\",\"type\":\"webpage\",\"title\":\"T\",\"custom\":{\"offprint\":{\"version\":1,\"links\":[{\"rel\":\"landing\",\"url\":\"https://a.example/1\"}]}}}");
  g_autoptr (OffprintWork) nowhere = new_work ("{\"id\":\"a\",\"type\":\"book\",\"title\":\"T\"}");
  g_autoptr (OffprintWork) empty = offprint_work_new ();
  g_autofree char *one = offprint_library_link_dup_url_of_work (proxy, sici);
  g_autofree char *two = offprint_library_link_dup_url_of_work (proxy, page);
  g_autofree char *three = offprint_library_link_dup_url_of_work (resolver, nowhere);

  g_assert_cmpstr (one, ==, "https://ezproxy.example.edu/login?url=https://doi.org/10.1002/(sici)1%3C1::aid%3E3.0.co;2-n");
  g_assert_cmpstr (two, ==, "https://ezproxy.example.edu/login?url=https://a.example/1");
  g_assert_null (offprint_library_link_dup_url_of_work (proxy, nowhere));
  g_assert_true (g_str_has_prefix (three, "https://example.edu/r?vid=1&url_ver=Z39.88-2004&"));
  g_assert_null (offprint_library_link_dup_url_of_work (resolver, empty));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *parse = g_strdup_printf ("/library-link/parse/%s", cases[i].name);
      g_autofree char *again = g_strdup_printf ("/library-link/again/%s", cases[i].name);

      g_test_add_data_func (parse, &cases[i], test_parse);
      g_test_add_data_func (again, &cases[i], test_again);
    }
  g_test_add_func ("/library-link/chosen", test_chosen);
  g_test_add_func ("/library-link/targets", test_targets);
  g_test_add_func ("/library-link/long", test_long);
  g_test_add_func ("/library-link/works", test_works);
  return g_test_run ();
}
