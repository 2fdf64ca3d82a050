/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which addresses are asked at all.
 */

#include "http-address.h"

typedef struct
{
  const char *url;
  const char *from;
  gboolean is_allowed;
} Address;

static const Address addresses[] = {
  { "https://api.crossref.org/works/10.1000/182", NULL, TRUE },
  { "HTTPS://API.CROSSREF.ORG/", NULL, TRUE },
  { "http://api.crossref.org/", NULL, FALSE },
  { "http://127.0.0.1:8080/works", NULL, TRUE },
  { "http://localhost/works", NULL, TRUE },
  { "http://[::1]:8080/works", NULL, TRUE },
  { "http://127.0.0.1.example.org/", NULL, FALSE },
  { "http://localhost.example.org/", NULL, FALSE },
  { "https://127.0.0.1/", "https://doi.org/10.1000/182", FALSE }, /* nobody sends us home */
  { "https://localhost/", "https://doi.org/10.1000/182", FALSE },
  { "https://10.0.0.7/", "https://doi.org/10.1000/182", FALSE }, /* RFC 1918: nor into the house */
  { "https://172.16.3.4/", "https://doi.org/10.1000/182", FALSE },
  { "https://192.168.1.1/", "https://doi.org/10.1000/182", FALSE },
  { "https://169.254.169.254/", "https://doi.org/10.1000/182", FALSE },
  { "https://100.64.0.1/", "https://doi.org/10.1000/182", FALSE },
  { "https://0.0.0.0/", "https://doi.org/10.1000/182", FALSE },
  { "https://[fe80::1]/", "https://doi.org/10.1000/182", FALSE },
  { "https://[fd00::1]/", "https://doi.org/10.1000/182", FALSE },
  { "https://[::ffff:10.0.0.7]/", "https://doi.org/10.1000/182", FALSE },
  { "https://192.168.1.1/", "http://127.0.0.1:8080/", FALSE },
  { "https://192.0.2.1/", "https://doi.org/10.1000/182", TRUE },
  { "https://10.0.0.7/b", "https://10.0.0.7/a", TRUE }, /* a mirror that was chosen moves inside itself */
  { "https://10.0.0.7/", NULL, TRUE },
  { "http://127.0.0.1/", "http://127.0.0.1:8080/", TRUE },
  { "https://user:secret@api.crossref.org/", NULL, FALSE },
  { "ftp://127.0.0.1/", NULL, FALSE },
  { "file:///etc/passwd", NULL, FALSE },
  { "https:///works", NULL, FALSE },
  { "works", NULL, FALSE },
  { "", NULL, FALSE },
};

static void
test_address (gconstpointer data)
{
  const Address *c = data;

  g_assert_cmpint (offprint_http_is_allowed (c->url, c->from), ==, c->is_allowed);
}

static void
test_host (void)
{
  static const char *const hosts[][2] = {
    { "https://API.crossref.org/works", "api.crossref.org" },
    { "https://api.crossref.org:443/works", "api.crossref.org" },
    { "https://api.crossref.org:8443/works", "api.crossref.org:8443" },
    { "http://127.0.0.1:80/", "127.0.0.1" },
    { "http://[::1]:8080/", "[::1]:8080" },
    { "nonsense", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      g_autofree char *host = offprint_http_dup_host (hosts[i][0]);

      g_assert_cmpstr (host, ==, hosts[i][1]);
    }
}

static void
test_over_tls (void)
{
  static const char *const urls[][2] = {
    { "http://link.example.org/10.1007/x?a=%20b", "https://link.example.org/10.1007/x?a=%20b" },
    { "HTTP://link.example.org:80/", "https://link.example.org/" },
    { "https://link.example.org/", "https://link.example.org/" },
    { "http://link.example.org:8080/", "http://link.example.org:8080/" },
    { "http://127.0.0.1/x", "http://127.0.0.1/x" },
    { "ftp://link.example.org/", "ftp://link.example.org/" },
    { "http://user:secret@link.example.org/", "https://user:secret@link.example.org/" }, /* and is then refused */
    { "nonsense", "nonsense" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      g_autofree char *url = offprint_http_dup_over_tls (urls[i][0]);

      g_assert_cmpstr (url, ==, urls[i][1]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/http-address/host", test_host);
  g_test_add_func ("/http-address/over tls", test_over_tls);
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *path = g_strdup_printf ("/http-address/allowed/%u", i);

      g_test_add_data_func (path, &addresses[i], test_address);
    }
  return g_test_run ();
}
