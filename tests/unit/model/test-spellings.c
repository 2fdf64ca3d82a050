/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Identifiers in all spellings that registries have been seen with: records/FACTS.md.
 */

#include "config.h"

#include "spellings.h"

typedef char *(*Spell) (const char *text);

typedef struct
{
  const char *path;
  Spell spell;
  const char *text;
  const char *expected; /* NULL: it is none */
} Case;

static const Case cases[] = {
  { "doi/bare", offprint_spell_doi, "10.1007/978-3-030-93982-3_7", "10.1007/978-3-030-93982-3_7" },
  { "doi/case", offprint_spell_doi, "10.1007/ABC", "10.1007/abc" },
  { "doi/old-link", offprint_spell_doi, "http://dx.doi.org/10.1002/crossmark_policy", "10.1002/crossmark_policy" },
  { "doi/link", offprint_spell_doi, "https://doi.org/10.13039/501100000780", "10.13039/501100000780" },
  { "doi/none", offprint_spell_doi, "https://example.org/1", NULL },
  { "doi/null", offprint_spell_doi, NULL, NULL },
  { "orcid/http", offprint_spell_orcid, "http://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097" },
  { "orcid/https", offprint_spell_orcid, "https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097" },
  { "orcid/check-digit", offprint_spell_orcid, "0000-0002-1825-0098", NULL },
  { "ror/link", offprint_spell_ror, "https://ror.org/01aj84f44", "https://ror.org/01aj84f44" },
  { "ror/bare", offprint_spell_ror, "ror.org/01AJ84F44/", "https://ror.org/01aj84f44" },
  { "ror/none", offprint_spell_ror, "grid.5386.8", NULL },
  { "issn/hyphen", offprint_spell_issn, "2049-3630", "2049-3630" },
  { "issn/bare", offprint_spell_issn, "2434561x", "2434-561X" },
  { "issn/check-digit", offprint_spell_issn, "0166-6992", "0166-6992" },
  { "issn/none", offprint_spell_issn, "12", NULL },
  { "language/tag", offprint_spell_language, "EN_us", "en-us" },
  { "language/name", offprint_spell_language, "English language", NULL },
  { "web/https", offprint_spell_web_address, " https://example.org/a?b=c#d ", "https://example.org/a?b=c#d" },
  { "web/script", offprint_spell_web_address, "javascript:alert(1)", NULL },
  { "web/blank", offprint_spell_web_address, "https://example.org/a b", NULL },
  { "web/markup", offprint_spell_web_address, "https://example.org/<b>", NULL },
};

static void
test_spell (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *spelt = test->spell (test->text);

  g_assert_cmpstr (spelt, ==, test->expected);
}

static void
test_address (void)
{
  static const char *const some[][3] = {
    { "issn", "2049-3630", "urn:ISSN:2049-3630" },
    { "ISBN", "9783161484100", "urn:ISBN:9783161484100" },
    { "arXiv", "arXiv:0706.0001", "https://arxiv.org/abs/0706.0001" },
    { "PMID", "123456", "info:pmid/123456" },
    { "URL", "https://example.org/", "https://example.org/" },
    { "URN", "urn:nbn:de:1", "urn:nbn:de:1" },
    { "bibcode", "2014Wthr...69...72C", "bibcode:2014Wthr...69...72C" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (some); i++)
    {
      g_autofree char *address = offprint_spell_address (some[i][0], some[i][1]);

      g_assert_cmpstr (address, ==, some[i][2]);
    }
}

static void
test_licence (void)
{
  g_assert_true (offprint_licence_is_open ("http://creativecommons.org/licenses/by/4.0"));
  g_assert_true (offprint_licence_is_open ("https://www.creativecommons.org/publicdomain/zero/1.0/"));
  g_assert_false (offprint_licence_is_open ("https://www.springer.com/tdm"));
  g_assert_false (offprint_licence_is_open ("https://evil.example/creativecommons.org/licenses/by/4.0"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/spellings/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_spell);
    }
  g_test_add_func ("/spellings/address", test_address);
  g_test_add_func ("/spellings/licence", test_licence);
  return g_test_run ();
}
