/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every shape in which a DOI is pasted: services.md 1.1 to 1.4.
 */

#include "config.h"

#include "identifier.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define SICI "10.1002/(sici)1097-4679(199910)55:10<1243::aid-jclp6>3.0.co;2-n"

typedef struct
{
  const char *path;
  const char *text;
  const char *expected; /* NULL: none; several parted by blanks */
} Case;

/* One identifier as typed */
static const Case parse_cases[] = {
  { "bare", "10.1000/182", "10.1000/182" },
  { "blanks-around", " \t10.1000/182\n", "10.1000/182" },
  { "no-suffix", "10.1000", NULL },
  { "empty-suffix", "10.1000/", NULL },
  { "short-registrant", "10.12/abc", NULL },
  { "registrant-with-parts", "10.1000.10/123", "10.1000.10/123" },
  { "inside-number", "110.1000/182", NULL },
  { "upper-case", "10.1000/ABC-Def", "10.1000/abc-def" },
  { "ascii-folding-only", "10.1000/ÄB", "10.1000/Äb" },
  { "doi", "doi:10.1000/182", "10.1000/182" },
  { "doi-upper", "DOI: 10.1000/182", "10.1000/182" },
  { "doi-stuck", "DOI10.1007/978-3-030-93982-3_7", "10.1007/978-3-030-93982-3_7" },
  { "doi-full-width", "ＤＯＩ：10.1000／182", "10.1000/182" },
  { "info", "info:doi/10.1000/182", "10.1000/182" },
  { "urn", "urn:doi:10.1000/182", "10.1000/182" },
  { "urn-colon", "urn:doi:10.1000:182", "10.1000/182" },
  { "https", "https://doi.org/10.1000/182", "10.1000/182" },
  { "http-dx", "http://dx.doi.org/10.1000/182", "10.1000/182" },
  { "www", "https://www.doi.org/10.1000/182", "10.1000/182" },
  { "no-scheme", "doi.org/10.1000/182", "10.1000/182" },
  { "handle", "https://hdl.handle.net/10.1000/182", "10.1000/182" },
  { "resolver-urn", "https://doi.org/urn:doi:10.123456:456", "10.123456/456" },
  { "proxy-dots", "https://www.doi.org.turing.library.northwestern.edu/10.1000/182", "10.1000/182" },
  { "proxy-hyphens", "https://www-doi-org.lama.univ-amu.fr/10.1000/182", "10.1000/182" },
  { "proxy-wam", "https://0-doi-org.pugwash.lib.warwick.ac.uk/10.1000/182", "10.1000/182" },
  { "proxy-query", "https://login.proxy.example.edu/login?url=https://doi.org/10.1000/182", "10.1000/182" },
  { "proxy-query-encoded", "https://login.proxy.example.edu/login?url=https%3A%2F%2Fdoi.org%2F10.1007%2F978-3-030-93982-3_7&x=1", "10.1007/978-3-030-93982-3_7" },
  { "webvpn", "https://webvpn.example.edu.cn/https/77726476706e69737468656265737421/10.1000/182", "10.1000/182" },
  { "springer", "https://link.springer.com/chapter/10.1007/978-3-030-93982-3_7#Sec1", "10.1007/978-3-030-93982-3_7" },
  { "springer-query", "https://link.springer.com/article/10.1007/s10994-021-05946-3?error=cookies_not_supported", "10.1007/s10994-021-05946-3" },
  { "springer-pdf", "https://link.springer.com/content/pdf/10.1007/978-3-030-93982-3_7.pdf", "10.1007/978-3-030-93982-3_7" },
  { "springer-pdf-encoded", "https://link.springer.com/content/pdf/10.1007%2F978-3-030-93982-3_7.pdf", "10.1007/978-3-030-93982-3_7" },
  { "wiley-abs", "https://onlinelibrary.wiley.com/doi/abs/10.1002/9781118533208.ch1", "10.1002/9781118533208.ch1" },
  { "wiley-full", "https://onlinelibrary.wiley.com/doi/full/10.1002/9781118533208.ch1", "10.1002/9781118533208.ch1" },
  { "wiley-pdf", "https://onlinelibrary.wiley.com/doi/pdf/10.1002/9781118533208.ch1", "10.1002/9781118533208.ch1" },
  { "wiley-epdf", "https://onlinelibrary.wiley.com/doi/epdf/10.1002/9781118533208.ch1", "10.1002/9781118533208.ch1" },
  { "wiley-old-summary", "http://onlinelibrary.wiley.com/doi/10.1002/9781118533208.ch1/summary", "10.1002/9781118533208.ch1" },
  { "wiley-sici", "https://onlinelibrary.wiley.com/doi/abs/10.1002/%28SICI%291097-4679%28199910%2955%3A10%3C1243%3A%3AAID-JCLP6%3E3.0.CO%3B2-N", SICI },
  { "tandf", "https://www.tandfonline.com/doi/full/10.1080/03050620701449025?needAccess=true&role=button", "10.1080/03050620701449025" },
  { "tandf-book", "https://www.example.com/doi/book/10.4324/9781003000000", "10.4324/9781003000000" },
  { "frontiers", "https://www.frontiersin.org/articles/10.3389/fpsyg.2020.00001/full", "10.3389/fpsyg.2020.00001" },
  { "iop", "https://iopscience.iop.org/article/10.1088/0031-9155/51/1/001/meta", "10.1088/0031-9155/51/1/001" },
  { "acs-abs", "https://pubs.acs.org/doi/abs/10.1021/am300292v", "10.1021/am300292v" },
  { "acs-suppl", "https://pubs.acs.org/doi/suppl/10.1021/am300292v/suppl_file/am300292v_si_001.pdf", "10.1021/am300292v" },
  { "biorxiv", "https://www.biorxiv.org/content/10.1101/2020.01.30.927871v2.full.pdf", "10.1101/2020.01.30.927871" },
  { "plos", "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0012345&type=printable", "10.1371/journal.pone.0012345" },
  { "royal-society-html", "https://royalsocietypublishing.org/doi/full/10.1098/rsos.150001.html", "10.1098/rsos.150001" },
  { "slash-at-end", "https://doi.org/10.1000/182/", "10.1000/182" },
  { "sici", "10.1002/(SICI)1097-4679(199910)55:10<1243::AID-JCLP6>3.0.CO;2-N", SICI },
  { "sici-entities", "10.1002/(SICI)1097-4679(199910)55:10&lt;1243::AID-JCLP6&gt;3.0.CO;2-N", SICI },
  { "sici-entities-twice", "10.1002/(SICI)1097-4679(199910)55:10&amp;lt;1243::AID-JCLP6&amp;gt;3.0.CO;2-N", SICI },
  { "sici-encoded", "https://doi.org/10.1002/(SICI)1097-4679(199910)55:10%3C1243::AID-JCLP6%3E3.0.CO;2-N", SICI },
  { "sici-encoded-twice", "https://doi.org/10.1002%252F%2528SICI%25291097-4679%2528199910%252955%253A10%253C1243%253A%253AAID-JCLP6%253E3.0.CO%253B2-N", SICI },
  { "sici-encoded-bare", "10.1002/%28SICI%291097-4679%28199910%2955:10%3C1243::AID-JCLP6%3E3.0.CO;2-N", SICI },
  { "sici-in-parentheses", "(10.1002/(SICI)1097-4679(199910)55:10<1243::AID-JCLP6>3.0.CO;2-N)", SICI },
  { "sici-ams", "10.1175/1520-0442(1998)011<0003:NCOAUO>2.0.CO;2", "10.1175/1520-0442(1998)011<0003:ncoauo>2.0.co;2" },
  { "lancet", "10.1016/S0140-6736(97)11096-0", "10.1016/s0140-6736(97)11096-0" },
  { "lancet-in-parentheses", "(see 10.1016/S0140-6736(97)11096-0)", "10.1016/s0140-6736(97)11096-0" },
  { "kluwer", "10.1023/A:1022814018694", "10.1023/a:1022814018694" },
  { "ampersand", "10.1207/s15327906mbr1201&2_3", "10.1207/s15327906mbr1201&2_3" },
  { "brackets-kept", "10.1016/0022-2836[70]90057-4", "10.1016/0022-2836[70]90057-4" },
  { "full-stop", "10.1000/182.", "10.1000/182" },
  { "many-marks", "10.1000/182.\"),", "10.1000/182" },
  { "quotes", "“10.1000/182”", "10.1000/182" },
  { "guillemets", "«10.1000/182»", "10.1000/182" },
  { "angles", "<https://doi.org/10.1000/182>", "10.1000/182" },
  { "braces", "doi = {10.1000/182},", "10.1000/182" },
  { "markdown", "[the paper](https://doi.org/10.1000/182)", "10.1000/182" },
  { "markdown-both", "[10.1000/182](https://doi.org/10.1000/182)", "10.1000/182" },
  { "html", "<a href=\"https://doi.org/10.1000/182\">https://doi.org/10.1000/182</a>", "10.1000/182" },
  { "html-single-quotes", "<a href='https://doi.org/10.1000/182'>paper</a>", "10.1000/182" },
  { "html-wbr", "10.1007/<wbr>978-3-030-<wbr/>93982-3_7", "10.1007/978-3-030-93982-3_7" },
  { "html-nbsp", "DOI:&nbsp;10.1000/182&nbsp;", "10.1000/182" },
  { "latex-underscore", "10.1007/978-3-030-93982-3\\_7", "10.1007/978-3-030-93982-3_7" },
  { "latex-percent-amp", "10.1207/s1\\&2\\_3", "10.1207/s1&2_3" },
  { "latex-url", "\\url{https://doi.org/10.1000/182}", "10.1000/182" },
  { "latex-less", "10.1175/1520-0442(1998)011\\textless{}0003:NCOAUO\\textgreater{}2.0.CO;2", "10.1175/1520-0442(1998)011<0003:ncoauo>2.0.co;2" },
  { "json", "\"DOI\":\"10.1000\\/182\"", "10.1000/182" },
  { "soft-hyphen", "10.1007/978-3-030-939\302\25582-3_7", "10.1007/978-3-030-93982-3_7" },
  { "zero-width", "10.1000/\342\200\21318\357\273\2772", "10.1000/182" },
  { "direction-marks", "\342\200\25310.1000/182\342\200\254", "10.1000/182" },
  { "hyphens-of-pdf", "10.1007/978\342\200\2203\342\200\221030\342\200\22393982\342\210\2223_7", "10.1007/978-3-030-93982-3_7" },
  { "ligature", "10.1000/e\357\254\203cient-\357\254\202ow", "10.1000/efficient-flow" },
  { "full-width-digits", "１０.１０００/１８２", "10.1000/182" },
  { "line-break-after-hyphen", "10.1007/978-3-030-\n93982-3_7", "10.1007/978-3-030-93982-3_7" },
  { "line-break-indented", "10.1007/978-3-030-\n    93982-3_7", "10.1007/978-3-030-93982-3_7" },
  { "line-break-after-slash", "https://doi.org/10.1007/\n978-3-030-93982-3_7", "10.1007/978-3-030-93982-3_7" },
  { "blank-after-slash", "doi: 10.1016/ j.cell.2020.01.001", "10.1016/j.cell.2020.01.001" },
  { "query-without-address", "10.1000/182?utm_source=mail", "10.1000/182" },
  { "encoded-question-mark-stays", "https://doi.org/10.1000/a%3Fb", "10.1000/a?b" },
  { "encoded-hash-stays", "https://doi.org/10.1000/a%23b", "10.1000/a#b" },
  { "in-sentence", "As shown before (Doe 2020, https://doi.org/10.1000/182), this holds.", "10.1000/182" },
  { "em-dash", "10.1000/182—which is wrong", "10.1000/182" },
  { "chinese-comma", "10.1000/182，10 月", "10.1000/182" },
  { "soft-hyphen-at-line-end", "10.1007/978-3-030-939\302\255\n82-3_7", "10.1007/978-3-030-93982-3_7" },
  { "double-slash", "10.1037//0003-066X.59.1.29", "10.1037//0003-066x.59.1.29" },
  { "handle-scheme", "hdl:10.1000/182", "10.1000/182" },
  { "name-to-thing", "https://n2t.net/doi:10.1000/182", "10.1000/182" },
  { "proxy-hyphens-dx", "https://dx-doi-org.proxy.example.edu/10.1000/182", "10.1000/182" },
  { "port-and-slashes", "https://doi.org:443//10.1000/182", "10.1000/182" },
  { "crossref-api", "https://api.crossref.org/works/10.1000%2F182", "10.1000/182" },
  { "crossref-transform", "https://api.crossref.org/v1/works/10.1000/182/transform/application/json", "10.1000/182" },
  { "datacite-api", "https://api.datacite.org/dois/10.5281%2Fzenodo.1234", "10.5281/zenodo.1234" },
  { "search", "https://search.crossref.org/?q=10.1000%2F182&from_ui=yes", "10.1000/182" },
  { "zenodo-badge", "https://zenodo.org/badge/DOI/10.5281/zenodo.1234.svg", "10.5281/zenodo.1234" },
  { "springer-figure", "https://link.springer.com/chapter/10.1007/978-3-030-93982-3_7/figures/1", "10.1007/978-3-030-93982-3_7" },
  { "springer-button", "https://link.springer.com/content/pdf/10.1007/978-3-030-93982-3_7.pdf?pdf=button", "10.1007/978-3-030-93982-3_7" },
  { "degruyter", "https://www.degruyter.com/document/doi/10.1515/9783110524888-003/html", "10.1515/9783110524888-003" },
  { "sage", "https://journals.sagepub.com/doi/pdf/10.1177/1758835920922055?download=true", "10.1177/1758835920922055" },
  { "wiley-x-full", "https://onlinelibrary.wiley.com/doi/10.1111/j.1467-8624.2009.01284.x/full", "10.1111/j.1467-8624.2009.01284.x" },
  { "wiley-action", "https://onlinelibrary.wiley.com/action/showCitFormats?doi=10.1111%2Fjnc.12345", "10.1111/jnc.12345" },
  { "royal-society-query", "https://royalsocietypublishing.org/doi/10.1098/rspb.2019.1234?url_ver=Z39.88-2003&rfr_id=ori:rid:crossref.org", "10.1098/rspb.2019.1234" },
  { "nested-parentheses", "(doi:10.1000/(abc))", "10.1000/(abc)" },
  { "sici-in-angles", "<https://doi.org/10.1175/1520-0442(1998)011<0003:NCOAUO>2.0.CO;2>", "10.1175/1520-0442(1998)011<0003:ncoauo>2.0.co;2" },
  { "sici-full-stop", "10.1002/(SICI)1097-4679(199910)55:10<1243::AID-JCLP6>3.0.CO;2-N.", SICI },
  { "link-in-label", "DOI:https://doi.org/10.1000/182", "10.1000/182" },
  { "encoded-angles", "&lt;10.1000/182&gt;", "10.1000/182" },
  { "element", "<doi>10.1000/182</doi>", "10.1000/182" },
  { "odd-signs", "10\342\200\2441000\342\210\225182", "10.1000/182" },
  { "braces-of-tex", "doi = {10.1007/978-3-030-93982-3{\\_}7},", "10.1007/978-3-030-93982-3_7" },
  { "word-of-tex", "10.1007/978-3-030-93982-3\\textunderscore 7", "10.1007/978-3-030-93982-3_7" },
  { "blanks-of-pdf", "https:// doi. org/ 10. 1007/ 978-3- 030- 93982-3_7. Next", "10.1007/978-3-030-93982-3_7" },
  { "blanks-of-pdf-at-line-end", "https:// doi. org/ 10. 1007/ 978-3-\n030- 93982-3_7", "10.1007/978-3-030-93982-3_7" },
  { "encoded-blank", "http://dx.doi.org/DOI%2010.1000/182", "10.1000/182" },
  { "single-quotes", "{'doi':'10.1000/182','x':1}", "10.1000/182" },
  { "apostrophe", "10.1000/o'neil", "10.1000/o'neil" },
  { "number-of-platform", "https://academic.oup.com/jxb/article/doi/10.1093/jxb/erz123/5481234", "10.1093/jxb/erz123" },
  { "title-of-platform", "https://pubs.example.org/gsa/article-abstract/doi/10.1130/G48208.1/592634/Slow-rocks?x=1", "10.1130/g48208.1" },
  { "biorxiv-pdf-html", "https://www.biorxiv.org/content/10.1101/2020.01.01.123456v2.full.pdf+html", "10.1101/2020.01.01.123456" },
  { "mail-guard", "https://guard.example.com/v3/__https://doi.org/10.1000/182__;!!abc", "10.1000/182" },
  { "words", "the united states and china", NULL },
  { "empty", "", NULL },
  { "version-number", "version 10.4/5", NULL },
  { "price", "it costs 10.5000 euros", NULL },
  { "two-are-refused", "10.1000/182 and 10.1000/183", NULL },
};

/* All in a text, in order, each once */
static const Case find_cases[] = {
  { "none", "nothing here", "" },
  { "two", "10.1000/182 and 10.1000/183.", "10.1000/182 10.1000/183" },
  { "twice-the-same", "10.1000/ABC, doi:10.1000/abc", "10.1000/abc" },
  { "list-without-blanks", "10.1000/182,10.1000/183;10.1000/184", "10.1000/182 10.1000/183 10.1000/184" },
  { "lines", "https://doi.org/10.1000/182\nhttps://doi.org/10.1000/183\r\n", "10.1000/182 10.1000/183" },
  { "isbn-inside-counts-not", "https://link.springer.com/book/10.1007/978-3-030-93982-3", "10.1007/978-3-030-93982-3" },
  { "bibtex", "@article{a, doi = {10.1000/182}, url = {https://doi.org/10.1000/182}}", "10.1000/182" },
  { "unbalanced", "(10.1000/182)(10.1000/183)", "10.1000/182 10.1000/183" },
  { "labels-without-blanks", "DOI:10.1000/182;DOI:10.1000/183", "10.1000/182 10.1000/183" },
  { "sentence", "doi:10.1038/nphys1170, 10.1002/0470841559.ch1; and (10.1594/PANGAEA.726855).", "10.1038/nphys1170 10.1002/0470841559.ch1 10.1594/pangaea.726855" },
  { "links-without-blank", "https://doi.org/10.1000/182https://doi.org/10.1000/183", "10.1000/182 10.1000/183" },
  { "html-list", "<li>10.1000/182</li><li>10.1000/183</li>", "10.1000/182 10.1000/183" },
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
      g_assert_nonnull (error);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpint (offprint_identifier_get_kind (identifier), ==, OFFPRINT_IDENTIFIER_DOI);
  g_assert_cmpstr (offprint_identifier_get_value (identifier), ==, row->expected);
}

static void
test_find (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (GPtrArray) found = offprint_identifier_find_all (row->text, -1);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? " " : "", offprint_identifier_get_value (g_ptr_array_index (found, i)));
  g_assert_cmpstr (joined->str, ==, row->expected);
}

typedef struct
{
  const char *path;
  const char *doi;
  const char *url;
} UrlCase;

/* DOI Handbook, “Encoding rules for URLs” */
static const UrlCase url_cases[] = {
  { "plain", "10.1000/182", "https://doi.org/10.1000/182" },
  { "sici", SICI, "https://doi.org/10.1002/(sici)1097-4679(199910)55:10%3C1243::aid-jclp6%3E3.0.co;2-n" },
  { "must", "10.1000/a%b\"c#d?e", "https://doi.org/10.1000/a%25b%22c%23d%3Fe" },
  { "should", "10.1000/{}^[]`|\\+", "https://doi.org/10.1000/%7B%7D%5E%5B%5D%60%7C%5C%2B" },
  { "dots", "10.1000/a/../b", "https://doi.org/10.1000/a/..%2Fb" },
  { "letters", "10.1000/ä", "https://doi.org/10.1000/%C3%A4" },
};

static void
test_url (gconstpointer data)
{
  const UrlCase *row = data;
  g_autoptr (OffprintIdentifier) doi = offprint_identifier_new (OFFPRINT_IDENTIFIER_DOI, row->doi, NULL);
  g_autoptr (OffprintIdentifier) back = NULL;
  g_autofree char *url = offprint_identifier_dup_url (doi);

  g_assert_cmpstr (url, ==, row->url);
  back = offprint_identifier_new (OFFPRINT_IDENTIFIER_DOI, url, NULL);
  g_assert_nonnull (back);
}

/* Some lists of works cited were deposited with a PDF's hyphens, which lead nowhere */
static char *
straighten (const char *doi)
{
  g_autofree char *lower = g_ascii_strdown (doi, -1);
  g_autoptr (GString) out = g_string_new (lower);

  g_string_replace (out, "\342\200\220", "-", 0);
  g_string_replace (out, "\342\200\221", "-", 0);
  g_string_replace (out, "\342\200\223", "-", 0);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* What a sentence, a page or a resolver does to a DOI must come off again */
static guint
check_one (const char *doi,
           guint      *n_wrong)
{
  g_autofree char *lower = straighten (doi);
  g_autofree char *escaped = g_uri_escape_string (lower, "/", FALSE);
  g_autofree char *link = g_strconcat ("https://doi.org/", escaped, NULL);
  g_autofree char *sentence = g_strdup_printf ("See (%s), and more.", lower);
  const char *forms[] = { lower, link, sentence };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (OffprintIdentifier) identifier = offprint_identifier_parse (forms[i], -1, NULL);

      if (identifier != NULL && g_str_equal (offprint_identifier_get_value (identifier), lower))
        continue;
      g_test_message ("%s → %s", forms[i], identifier != NULL ? offprint_identifier_get_value (identifier) : "none");
      *n_wrong += 1;
    }

  return G_N_ELEMENTS (forms);
}

static void
collect_dois (JsonArray *array,
              guint      index,
              JsonNode  *node,
              gpointer   user_data)
{
  GHashTable *found = user_data;

  if (JSON_NODE_HOLDS_OBJECT (node) && json_object_has_member (json_node_get_object (node), "DOI"))
    g_hash_table_add (found, g_strdup (json_object_get_string_member_with_default (json_node_get_object (node), "DOI", "")));
}

static void
collect_file (const char *path,
              GHashTable *found)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *message = NULL;

  if (!json_parser_load_from_file (parser, path, NULL) || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return;
  message = json_node_get_object (json_parser_get_root (parser));
  if (json_object_has_member (message, "message") && JSON_NODE_HOLDS_OBJECT (json_object_get_member (message, "message")))
    message = json_object_get_object_member (message, "message");
  g_hash_table_add (found, g_strdup (json_object_get_string_member_with_default (message, "DOI", "")));
  if (json_object_has_member (message, "reference") && JSON_NODE_HOLDS_ARRAY (json_object_get_member (message, "reference")))
    json_array_foreach_element (json_object_get_array_member (message, "reference"), collect_dois, found);
}

static void
test_real (void)
{
  const char *shared = g_getenv ("OFFPRINT_SHARED");
  g_autofree char *folder = shared != NULL ? g_build_filename (shared, "records", "crossref", NULL) : NULL;
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  const char *name = NULL;
  gpointer doi = NULL;
  guint n = 0;
  guint n_wrong = 0;

  if (dir == NULL)
    {
      g_test_skip ("the real records are not here");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      collect_file (path, found);
    }
  g_hash_table_remove (found, "");
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &doi, NULL))
    {
      g_autofree char *lower = straighten (doi);
      g_autoptr (OffprintIdentifier) vouched = offprint_identifier_new (OFFPRINT_IDENTIFIER_DOI, doi, NULL);

      if (strchr (doi, ' ') != NULL)
        continue;
      g_assert_nonnull (vouched);
      g_assert_cmpstr (offprint_identifier_get_value (vouched), ==, lower);
      n += check_one (doi, &n_wrong);
    }
  g_test_message ("%u DOIs, %u forms, %u wrong", g_hash_table_size (found), n, n_wrong);
  /* references hold DOIs that were cut off or run on; works do not */
  g_assert_cmpuint (n_wrong * 1000, <=, n);
}

static void
test_bounds (void)
{
  g_autofree char *dots = g_strnfill (120000, '1');
  g_autofree char *many = g_malloc (120001);
  g_autoptr (GPtrArray) found = NULL;

  for (gsize i = 0; i < 120000; i += 12)
    memcpy (many + i, "10.1000/182,", 12);
  many[120000] = '\0';
  found = offprint_identifier_find_all (many, -1);
  g_assert_cmpuint (found->len, ==, 1);
  g_ptr_array_unref (g_steal_pointer (&found));
  for (gsize i = 0; i < 120000; i += 8)
    memcpy (dots + i, "10.1000.", 8);
  found = offprint_identifier_find_all (dots, -1);
  g_assert_cmpuint (found->len, ==, 0);
  g_ptr_array_unref (g_steal_pointer (&found));
  found = offprint_identifier_find_all ("10.1000/\377\376\300", 11);
  g_assert_cmpuint (found->len, <=, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parse_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/doi/parse/", parse_cases[i].path, NULL);

      g_test_add_data_func (path, &parse_cases[i], test_parse);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (find_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/doi/find/", find_cases[i].path, NULL);

      g_test_add_data_func (path, &find_cases[i], test_find);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (url_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/doi/url/", url_cases[i].path, NULL);

      g_test_add_data_func (path, &url_cases[i], test_url);
    }
  g_test_add_func ("/doi/real", test_real);
  g_test_add_func ("/doi/bounds", test_bounds);

  return g_test_run ();
}
