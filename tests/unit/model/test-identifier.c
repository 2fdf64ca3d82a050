/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The kinds of identifiers beside DOIs: services.md 7.
 */

#include "config.h"

#include "identifier.h"

#include "model-error.h"

typedef struct
{
  const char *path;
  const char *text;
  OffprintIdentifierKind kind;
  const char *expected; /* NULL: none */
} Case;

static const Case parse_cases[] = {
  { "short-doi", "10/p54k", OFFPRINT_IDENTIFIER_SHORT_DOI, "10/p54k" },
  { "short-doi-upper", "10/GGC5", OFFPRINT_IDENTIFIER_SHORT_DOI, "10/ggc5" },
  { "short-doi-marked", "doi:10/ab", OFFPRINT_IDENTIFIER_SHORT_DOI, "10/ab" },
  { "short-doi-link", "https://doi.org/p54k", OFFPRINT_IDENTIFIER_SHORT_DOI, "10/p54k" },
  { "short-doi-link-10", "https://doi.org/10/p54k", OFFPRINT_IDENTIFIER_SHORT_DOI, "10/p54k" },
  { "short-doi-no-scheme", "doi.org/bc6p", OFFPRINT_IDENTIFIER_SHORT_DOI, "10/bc6p" },
  { "short-doi-own-host", "https://shortdoi.org/p54k", OFFPRINT_IDENTIFIER_SHORT_DOI, "10/p54k" },
  { "short-doi-dx", "http://dx.doi.org/10/bc6p", OFFPRINT_IDENTIFIER_SHORT_DOI, "10/bc6p" },
  { "short-doi-full-stop", "See https://doi.org/gf4hkz.", OFFPRINT_IDENTIFIER_SHORT_DOI, "10/gf4hkz" },
  { "resolver-itself", "https://doi.org/", 0, NULL },
  { "fraction", "10/12", 0, NULL },
  { "date", "10/11/2020", 0, NULL },
  { "isbn-13", "9783030939823", OFFPRINT_IDENTIFIER_ISBN, "9783030939823" },
  { "isbn-13-hyphens", "978-3-030-93982-3", OFFPRINT_IDENTIFIER_ISBN, "9783030939823" },
  { "isbn-13-odd-hyphens", "ISBN 978‐3‐030‑93982–3", OFFPRINT_IDENTIFIER_ISBN, "9783030939823" },
  { "isbn-13-word", "ISBN-13: 978-3-030-93982-3", OFFPRINT_IDENTIFIER_ISBN, "9783030939823" },
  { "isbn-13-wrong", "9783030939824", 0, NULL },
  { "isbn-10", "2707302759", OFFPRINT_IDENTIFIER_ISBN, "9782707302755" },
  { "isbn-10-hyphens", "0-306-40615-2", OFFPRINT_IDENTIFIER_ISBN, "9780306406157" },
  { "isbn-10-x", "ISBN 0-8044-2957-X", OFFPRINT_IDENTIFIER_ISBN, "9780804429573" },
  { "isbn-10-wrong", "0-306-40615-3", 0, NULL },
  { "isbn-crossref", "http://id.crossref.org/isbn/9781590598160", OFFPRINT_IDENTIFIER_ISBN, "9781590598160" },
  { "issn", "0885-6125", OFFPRINT_IDENTIFIER_ISSN, "0885-6125" },
  { "issn-word", "ISSN: 1573-0565", OFFPRINT_IDENTIFIER_ISSN, "1573-0565" },
  { "issn-x", "eISSN 2434-561x", OFFPRINT_IDENTIFIER_ISSN, "2434-561X" },
  { "issn-wrong", "ISSN 0885-6126", 0, NULL },
  { "years", "in 1914-1918 there was", 0, NULL },
  { "orcid", "0000-0002-1825-0097", OFFPRINT_IDENTIFIER_ORCID, "0000-0002-1825-0097" },
  { "orcid-x", "https://orcid.org/0000-0002-9079-593X", OFFPRINT_IDENTIFIER_ORCID, "0000-0002-9079-593X" },
  { "orcid-word", "ORCID 0000000218250097", OFFPRINT_IDENTIFIER_ORCID, "0000-0002-1825-0097" },
  { "orcid-http", "http://orcid.org/0000-0002-1694-233x", OFFPRINT_IDENTIFIER_ORCID, "0000-0002-1694-233X" },
  { "orcid-wrong", "0000-0002-1825-0098", 0, NULL },
  { "arxiv-new", "1706.03762", OFFPRINT_IDENTIFIER_ARXIV, "1706.03762" },
  { "arxiv-version", "arXiv:1706.03762v5", OFFPRINT_IDENTIFIER_ARXIV, "1706.03762v5" },
  { "arxiv-bracket", "arXiv:1706.03762v5 [cs.CL]", OFFPRINT_IDENTIFIER_ARXIV, "1706.03762v5" },
  { "arxiv-four", "0704.0001", OFFPRINT_IDENTIFIER_ARXIV, "0704.0001" },
  { "arxiv-old", "hep-th/9901001", OFFPRINT_IDENTIFIER_ARXIV, "hep-th/9901001" },
  { "arxiv-old-subject", "math.GT/0309136", OFFPRINT_IDENTIFIER_ARXIV, "math.GT/0309136" },
  { "arxiv-abs", "https://arxiv.org/abs/1706.03762", OFFPRINT_IDENTIFIER_ARXIV, "1706.03762" },
  { "arxiv-pdf", "http://arxiv.org/pdf/1706.03762v2.pdf", OFFPRINT_IDENTIFIER_ARXIV, "1706.03762v2" },
  { "arxiv-old-link", "https://arxiv.org/abs/hep-th/9901001v2", OFFPRINT_IDENTIFIER_ARXIV, "hep-th/9901001v2" },
  { "arxiv-doi", "https://doi.org/10.48550/arXiv.1706.03762", OFFPRINT_IDENTIFIER_DOI, "10.48550/arxiv.1706.03762" },
  { "arxiv-no-month", "1713.03762", 0, NULL },
  { "pmid-alone", "31452104", OFFPRINT_IDENTIFIER_PMID, "31452104" },
  { "pmid-word", "PMID: 31452104", OFFPRINT_IDENTIFIER_PMID, "31452104" },
  { "pmid-short", "PMID:123", OFFPRINT_IDENTIFIER_PMID, "123" },
  { "pmid-link", "https://pubmed.ncbi.nlm.nih.gov/31452104/", OFFPRINT_IDENTIFIER_PMID, "31452104" },
  { "pmid-old-link", "https://www.ncbi.nlm.nih.gov/pubmed/31452104", OFFPRINT_IDENTIFIER_PMID, "31452104" },
  { "pmid-not-in-text", "we saw 31452104 cells", 0, NULL },
  { "year", "1984", 0, NULL },
  { "pmcid", "PMC1234567", OFFPRINT_IDENTIFIER_PMCID, "PMC1234567" },
  { "pmcid-small", "pmc1234567.1", OFFPRINT_IDENTIFIER_PMCID, "PMC1234567" },
  { "pmcid-word", "PMCID: PMC1234567", OFFPRINT_IDENTIFIER_PMCID, "PMC1234567" },
  { "pmcid-link", "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/", OFFPRINT_IDENTIFIER_PMCID, "PMC1234567" },
};

static void
test_parse (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintIdentifier) identifier = offprint_identifier_parse (row->text, -1, &error);

  if (row->expected == NULL)
    {
      g_assert_null (identifier);
      g_assert_error (error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_IDENTIFIER_INVALID);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpstr (offprint_identifier_get_value (identifier), ==, row->expected);
  g_assert_cmpint (offprint_identifier_get_kind (identifier), ==, row->kind);
}

/* What a registry says is of a kind needs no word before it */
static const Case new_cases[] = {
  { "pmid", "123", OFFPRINT_IDENTIFIER_PMID, "123" },
  { "issn-without-hyphen", "08856125", OFFPRINT_IDENTIFIER_ISSN, "0885-6125" },
  { "orcid-address", "https://orcid.org/0000-0002-1825-0097", OFFPRINT_IDENTIFIER_ORCID, "0000-0002-1825-0097" },
  { "isbn-address-10", "http://id.crossref.org/isbn/0-8044-2957-X", OFFPRINT_IDENTIFIER_ISBN, "9780804429573" },
  { "pmcid-bare", "PMC1234567", OFFPRINT_IDENTIFIER_PMCID, "PMC1234567" },
  { "arxiv", "1706.03762", OFFPRINT_IDENTIFIER_ARXIV, "1706.03762" },
  { "doi-odd", "10.1000/a<b>)", OFFPRINT_IDENTIFIER_DOI, "10.1000/a<b>)" },
  { "isbn-none", "none", OFFPRINT_IDENTIFIER_ISBN, NULL },
  { "doi-for-isbn", "10.1000/182", OFFPRINT_IDENTIFIER_ISBN, NULL },
};

static void
test_new (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintIdentifier) identifier = offprint_identifier_new (row->kind, row->text, &error);

  g_assert_cmpint (identifier == NULL, ==, error != NULL);
  g_assert_cmpstr (identifier != NULL ? offprint_identifier_get_value (identifier) : NULL, ==, row->expected);
}

static void
test_find_mixed (void)
{
  g_autoptr (GPtrArray) found = offprint_identifier_find_all (
    "Doe (0000-0002-1825-0097), ISBN 0-306-40615-2, ISSN 0885-6125, arXiv:1706.03762, PMID 31452104, PMC1234567, doi:10.1000/182; 1914-1918", -1);
  const OffprintIdentifierKind expected[] = {
    OFFPRINT_IDENTIFIER_ORCID,
    OFFPRINT_IDENTIFIER_ISBN,
    OFFPRINT_IDENTIFIER_ISSN,
    OFFPRINT_IDENTIFIER_ARXIV,
    OFFPRINT_IDENTIFIER_PMID,
    OFFPRINT_IDENTIFIER_PMCID,
    OFFPRINT_IDENTIFIER_DOI,
  };

  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpint (offprint_identifier_get_kind (g_ptr_array_index (found, i)), ==, expected[i]);
}

typedef struct
{
  const char *path;
  OffprintIdentifierKind kind;
  const char *value;
  const char *shown;
  const char *url;
} ShownCase;

static const ShownCase shown_cases[] = {
  { "isbn-springer", OFFPRINT_IDENTIFIER_ISBN, "9783030939816", "978-3-030-93981-6", NULL },
  { "isbn-mit", OFFPRINT_IDENTIFIER_ISBN, "9780262033848", "978-0-262-03384-8", NULL },
  { "isbn-minuit", OFFPRINT_IDENTIFIER_ISBN, "9782707302755", "978-2-7073-0275-5", NULL },
  { "isbn-unknown-group", OFFPRINT_IDENTIFIER_ISBN, "9789994199990", "9789994199990", NULL },
  { "orcid", OFFPRINT_IDENTIFIER_ORCID, "0000-0002-1825-0097", "0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097" },
  { "arxiv", OFFPRINT_IDENTIFIER_ARXIV, "hep-th/9901001", "hep-th/9901001", "https://arxiv.org/abs/hep-th/9901001" },
  { "pmid", OFFPRINT_IDENTIFIER_PMID, "31452104", "31452104", "https://pubmed.ncbi.nlm.nih.gov/31452104/" },
  { "pmcid", OFFPRINT_IDENTIFIER_PMCID, "PMC1234567", "PMC1234567", "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/" },
  { "short-doi", OFFPRINT_IDENTIFIER_SHORT_DOI, "10/p54k", "10/p54k", "https://doi.org/10/p54k" },
};

static void
test_shown (gconstpointer data)
{
  const ShownCase *row = data;
  g_autoptr (OffprintIdentifier) identifier = offprint_identifier_new (row->kind, row->value, NULL);
  g_autofree char *shown = NULL;
  g_autofree char *url = NULL;

  g_assert_nonnull (identifier);
  shown = offprint_identifier_dup_shown (identifier);
  url = offprint_identifier_dup_url (identifier);
  g_assert_cmpstr (shown, ==, row->shown);
  g_assert_cmpstr (url, ==, row->url);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parse_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/identifier/parse/", parse_cases[i].path, NULL);

      g_test_add_data_func (path, &parse_cases[i], test_parse);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (new_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/identifier/new/", new_cases[i].path, NULL);

      g_test_add_data_func (path, &new_cases[i], test_new);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (shown_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/identifier/shown/", shown_cases[i].path, NULL);

      g_test_add_data_func (path, &shown_cases[i], test_shown);
    }
  g_test_add_func ("/identifier/find/mixed", test_find_mixed);

  return g_test_run ();
}
