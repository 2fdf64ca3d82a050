/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What doi.org says of agencies and short DOIs: its real answers, and broken ones.
 */

#include "questions.h"

#include "expect.h"
#include "registry-error.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *value; /* NULL: an error */
  int code;
} Case;

static const Case agencies[] = {
  { "crossref", "[{\"DOI\": \"10.1/a\", \"RA\": \"CrossRef\"}]", "CrossRef", 0 },
  { "datacite", "[{\"DOI\": \"10.1/a\", \"RA\": \"Data Cite\"}]", "Data Cite", 0 },
  { "none", "[{\"DOI\": \"10.1/a\", \"status\": \"DOI does not exist\"}]", NULL, OFFPRINT_REGISTRY_ERROR_NOT_FOUND },
  { "invalid", "[{\"DOI\": \"10.1/a\", \"status\": \"Invalid DOI\"}]", NULL, OFFPRINT_REGISTRY_ERROR_NOT_FOUND },
  { "empty list", "[]", NULL, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER },
  { "junk", "[[1]]", NULL, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER },
  { "wrong types", "[{\"RA\": 1, \"status\": 2}]", NULL, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER },
  { "null", "null", NULL, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER },
  { "html", "<html></html>", NULL, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER },
};

static const Case handles[] = {
  { "alias", "{\"responseCode\": 1, \"values\": [{\"type\": \"URL\", \"data\": {\"value\": \"https://a.example/\"}},"
             "{\"type\": \"HS_ALIAS\", \"data\": {\"format\": \"string\", \"value\": \"10.5555/Wait.5\"}}]}",
    "10.5555/wait.5", 0 },
  { "unknown", "{\"responseCode\": 100}", NULL, OFFPRINT_REGISTRY_ERROR_NOT_FOUND },
  { "no alias", "{\"responseCode\": 1, \"values\": [{\"type\": \"URL\"}]}", NULL, OFFPRINT_REGISTRY_ERROR_NOT_FOUND },
  { "alias of nothing", "{\"values\": [{\"type\": \"HS_ALIAS\", \"data\": {\"value\": \"20.500/1\"}}]}", NULL, OFFPRINT_REGISTRY_ERROR_NOT_FOUND },
  { "wrong types", "{\"values\": [7, {\"type\": {}, \"data\": []}]}", NULL, OFFPRINT_REGISTRY_ERROR_NOT_FOUND },
  { "text", "Not found", NULL, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER },
};

static void
check (const Case *c,
       char       *value,
       GError     *error)
{
  g_autofree char *owned = value;
  g_autoptr (GError) owned_error = error;

  g_assert_cmpstr (owned, ==, c->value);
  if (c->value == NULL)
    g_assert_error (owned_error, OFFPRINT_REGISTRY_ERROR, c->code);
  else
    g_assert_no_error (owned_error);
}

static void
test_agency (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GBytes) bytes = expect_bytes (c->text);
  GError *error = NULL;
  char *agency = offprint_agency_parse (bytes, "10.1/a", &error);

  check (c, agency, error);
}

static void
test_handle (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GBytes) bytes = expect_bytes (c->text);
  GError *error = NULL;
  char *doi = offprint_handle_parse (bytes, "10/abc", &error);

  check (c, doi, error);
}

/* Every stored answer is either an agency or a DOI that is not there */
static void
test_shared (void)
{
  const char *shared = g_getenv ("OFFPRINT_SHARED");
  g_autofree char *folder = g_build_filename (shared != NULL ? shared : "", "records", "ra", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;
  guint n = 0;

  if (dir == NULL)
    {
      g_test_skip ("no stored answers");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      gsize size = 0;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *agency = NULL;

      g_assert_true (g_file_get_contents (path, &text, &size, NULL));
      bytes = g_bytes_new (text, size);
      agency = offprint_agency_parse (bytes, name, &error);
      if (agency == NULL)
        g_assert_error (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NOT_FOUND);
      n++;
    }
  g_test_message ("%u answers", n);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (agencies); i++)
    {
      g_autofree char *path = g_strconcat ("/agency/", agencies[i].name, NULL);

      g_test_add_data_func (path, &agencies[i], test_agency);
    }
  for (guint i = 0; i < G_N_ELEMENTS (handles); i++)
    {
      g_autofree char *path = g_strconcat ("/handle/", handles[i].name, NULL);

      g_test_add_data_func (path, &handles[i], test_handle);
    }
  g_test_add_func ("/agency/shared", test_shared);
  return g_test_run ();
}
