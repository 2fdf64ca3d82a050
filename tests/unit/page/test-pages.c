/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Real pages of many publishers, which are not ours to copy: they are read where they lie,
 * and here stands what each must give, no more than the facts that any catalogue has. A
 * figure that gets better is put here, so that it never gets worse again.
 */

#include "config.h"

#include "expect-record.h"
#include "json-value.h"
#include "page.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *doi;
  const char *title; /* NULL: no work */
  const char *first;
  const char *last;
  guint n_authors;
  const char *container;
  gboolean has_abstract;
  guint n_references;
} Page;

static const Page pages[] = {
  { "acp-annals-10.7326_M19-3075", "10.7326/m19-3075",
    "The Effect of Influenza Vaccination for the Elderly on Hospitalization and Mortality", "Anderson", "Gorry", 3,
    "Annals of Internal Medicine", TRUE, 42 },
  { "acs-10.1021_acsomega.3c06992", "10.1021/acsomega.3c06992",
    "General Equation to Estimate the Physicochemical Properties of Aliphatic Amines", "Cao", "Cao", 3,
    "ACS Omega", TRUE, 20 },
  { "aip-10.1063_5.0129134", "10.1063/5.0129134",
    "On-chip on-demand delivery of K+ for in vitro bioelectronics", "Dechiraju", "Rolandi", 17,
    "AIP Advances", TRUE, 31 },
  { "arxiv-1706.03762", "10.48550/arxiv.1706.03762",
    "Attention Is All You Need", "Vaswani", "Polosukhin", 8,
    NULL, TRUE, 0 },
  { "arxiv-html-10.48550_arxiv.2605.06659v1", "10.48550/arxiv.2605.06659",
    "The Pulsar Radial Acceleration Relation", "Yasin", "Desmond", 2,
    NULL, TRUE, 20 },
  { "bmc-2012-10.1186_bcr3351", NULL },
  { "bmc-2016-10.1186_s13054-016-1322-5", "10.1186/s13054-016-1322-5",
    "Prehospital administration of tranexamic acid in trauma patients", "Wafaisade", "Ruppert", 6,
    "Critical Care", TRUE, 33 },
  { "bmj-10.1136_gutjnl-2013-305008", "10.1136/gutjnl-2013-305008",
    "Obese patients after gastric bypass surgery have lower brain-hedonic responses to food than after gastric banding", "Scholtz", "Goldstone", 18,
    "Gut", TRUE, 0 },
  { "cellpress-10.1016_j.celrep.2012.11.027", "10.1016/j.celrep.2012.11.027",
    "Imaging Type VI Secretion-Mediated Bacterial Killing", "Brunet", "Cascales", 5,
    "Cell Reports", TRUE, 0 },
  { "coaction-10.3402_ijch.v71i0.18594", "10.3402/ijch.v71i0.18594",
    "Dietary recommendations regarding pilot whale meat and blubber in the Faroe Islands", "Weihe", "Joensen", 2,
    "International Journal of Circumpolar Health", TRUE, 0 },
  { "firstmonday-10.5210_fm.v25i10.10274", "10.5210/fm.v25i10.10274",
    "Surveillance, stigma & sociotechnical design for HIV", "Liang", "Keyes", 3,
    "First Monday", TRUE, 0 },
  { "hal-10.1051_jphysrad-01955001606044400", "10.1051/jphysrad:01955001606044400",
    "Déplacement de Knight dans les alliages", "Friedel", "Friedel", 1,
    "Journal de Physique et le Radium", TRUE, 0 },
  { "ieee-10.1109_TBME.2024.3434477", NULL,
    "Paediatric Prosthetic Knee Design: The Technical Requirements of a Swing Phase Control Mechanism Are Correlated With Parameters of Childhood Growth", NULL, NULL, 0,
    NULL, TRUE, 0 },
  { "iop-10.1088_0026-1394_12_4_002", "10.1088/0026-1394/12/4/002",
    "Magnetic Temperature Scale in the 2 K to 30 K Range", "Astrov", "Shkraba", 3,
    "Metrologia", TRUE, 12 },
  { "mdpi-10.3390_foods10081757", "10.3390/foods10081757",
    "Impact of Ultra-High-Pressure Homogenization of Buttermilk for the Production of Yogurt", "Krebs", "Brisson", 6,
    "Foods", TRUE, 63 },
  { "nature-10.1038_s44221-022-00024-x", "10.1038/s44221-022-00024-x",
    "How Australia’s Millennium drought induced hydrological shifts", "Chen", "Chen", 1,
    "Nature Water", FALSE, 0 },
  { "nature-2012-10.1038_srep01011", "10.1038/srep01011",
    "Managing biological complexity across orthologs with a visual knowledgebase of documented biomolecular interactions", "VanBuren", "Chen", 2,
    "Scientific Reports", TRUE, 20 },
  { "nature-news-article", "10.1038/d41586-020-02610-z",
    "More than 100 scientific journals have disappeared from the Internet", "Kwon", "Kwon", 1,
    "Nature", TRUE, 1 },
  { "nber-10.3386_w29971", "10.3386/w29971",
    "The Narrow Channel of Quantitative Easing: Evidence from YCC Down Under", "Lucca", "Wright", 2,
    NULL, TRUE, 0 },
  { "opus-kobv", NULL,
    "Convergence of numerical adjoint schemes arising from optimal boundary control problems of hyperbolic conservation laws", "Schäfer Aguilar", "Ulbrich", 2,
    NULL, TRUE, 0 },
  { "oup-10.1093_bioinformatics_btaa823", "10.1093/bioinformatics/btaa823",
    "Text mining for modeling of protein complexes enhanced by machine learning", "Badal", "Vakser", 3,
    "Bioinformatics", TRUE, 65 },
  { "oup-2012-10.1093_nar_gks884", "10.1093/nar/gks884",
    "Exploring polymorphisms in B-DNA helical conformations", "Dans", "Orozco", 5,
    "Nucleic Acids Research", TRUE, 0 },
  { "oup-highwire-10.1093_jnci_djw160", "10.1093/jnci/djw160",
    "Continuing To Smoke After Breast Cancer Diagnosis Lowers Survival Rate", "Fillon", "Fillon", 1,
    "JNCI: Journal of the National Cancer Institute", TRUE, 0 },
  { "peerj-10.7717_peerj.4375", "10.7717/peerj.4375",
    "The state of OA: a large-scale analysis of the prevalence and impact of Open Access articles", "Piwowar", "Haustein", 9,
    "PeerJ", TRUE, 52 },
  { "peerj-10.7717_peerj.4886", "10.7717/peerj.4886",
    "Reef fish communities are spooked by scuba surveys and may take hours to recover", "Emslie", "Sweatman", 5,
    "PeerJ", TRUE, 55 },
  { "plos-10.1371_journal.pmed.1001008", "10.1371/journal.pmed.1001008",
    "WHO/PLoS Collection “No Health Without Research”: A Call for Papers", "Pang", "The PLoS Medicine Editors", 3,
    "PLOS Medicine", FALSE, 5 },
  { "plos-10.1371_journal.pone.0213978", "10.1371/journal.pone.0213978",
    "Assessment on reticuloendotheliosis virus infection in specific-pathogen-free chickens based on detection of yolk antibody", "Li", "Zhao", 11,
    "PLOS ONE", TRUE, 23 },
  { "pmc-2014-PMC2654146", "10.1136/sti.2008.033985",
    "Reported number of sexual partners: comparison of data from four African longitudinal studies.", "Todd", "Zaba", 11,
    "Sexually transmitted infections", TRUE, 34 },
  { "pmc-2016-PMC4852986", "10.1007/s10461-013-0685-8",
    "Determinants of HIV Serostatus Disclosure to Sexual Partner among HIV-positive Alcohol Users in Haiti", "Conserve", "Malow", 5,
    "AIDS and behavior", FALSE, 0 },
  { "projecteuclid-10.1215_00127094-3129809", "10.1215/00127094-3129809",
    "Delocalization of eigenvectors of random matrices with independent entries", "Rudelson", "Vershynin", 2,
    "Duke Mathematical Journal", TRUE, 0 },
  { "projecteuclid-ade_1391109086", "10.57262/ade/1391109086",
    "An analysis of the renormalization group method for asymptotic expansions with logarithmic switchback terms", "Holzer", "Kaper", 2,
    "Advances in Differential Equations", TRUE, 0 },
  { "pubmed-23175652", "10.1128/jb.01321-12",
    "Impact of Lactobacillus plantarum sortase on target protein sorting, gastrointestinal persistence, and host immune response modulation", "Remus", "Bron", 9,
    "Journal of bacteriology", TRUE, 0 },
  { "repository-zenodo.org", "10.5281/zenodo.1196821",
    "PsPM-SC4B: SCR, ECG, EMG, PSR and respiration measurements in a delay fear conditioning task with auditory CS and electrical US", "Staib", "Bach", 6,
    NULL, TRUE, 0 },
  { "rsc-10.1039_C2CC35799B", "10.1039/c2cc35799b",
    "A DNA based five-state switch with programmed reversibility", "Burns", "Stulz", 4,
    "Chem. Commun.", TRUE, 0 },
  { "science-aaas-10.1126_science.adz3492", "10.1126/science.adz3492",
    "New demand goals for energy and climate resilience", "Bento", "Nakicenovic", 3,
    "Science", FALSE, 15 },
  { "sciencedirect-10.1016_S0009-2614(97)04014-1", "10.1016/s0009-2614(97)04014-1",
    "Epstein-Nesbet second-order perturbation treatment of dynamical electron correlation and ground state potential energy curve of Cr<sub>2</sub>", "Mitrushenkov", "Palmieri", 2,
    "Chemical Physics Letters", TRUE, 0 },
  { "sciencedirect-10.1016_j.envsci.2023.04.016", "10.1016/j.envsci.2023.04.016",
    "Nature-based solutions through collective actions for spatial justice in urban green commons", "Yazar", "York", 2,
    "Environmental Science & Policy", TRUE, 0 },
  { "sciencedirect-10.1016_j.rsma.2022.102530", "10.1016/j.rsma.2022.102530",
    "Genetic monitoring of the critically endangered leatherback turtle (<i>Dermochelys coriacea</i>) in the South West Atlantic", "Vargas", "Ludwig", 10,
    "Regional Studies in Marine Science", TRUE, 30 },
  { "sciencedirect-2012-10.1016_j.biortech.2012.01.008", "10.1016/j.biortech.2012.01.008",
    "Thermochemical conversion of raw and defatted algal biomass via hydrothermal liquefaction and slow pyrolysis", "Vardon", "Strathmann", 5,
    "Bioresource Technology", TRUE, 0 },
  { "springer-2014-article-fulltext-10.1007_s10522-013-9457-0", "10.1007/s10522-013-9457-0",
    "Shared Ageing Research Models (ShARM): a new facility to support ageing research", "Duran", "Bellantuono", 11,
    "Biogerontology", TRUE, 10 },
  { "springer-2020-article-10.1007_s11926-017-0626-z", "10.1007/s11926-017-0626-z",
    "Drug Reaction with Eosinophilia and Systemic Symptoms (DRESS) Syndrome and the Rheumatologist", "Adwan", "Adwan", 1,
    "Current Rheumatology Reports", TRUE, 87 },
  { "springer-2026-article-10.1007_BF02727953", "10.1007/bf02727953",
    "On the theory of identical particles", "Leinaas", "Myrheim", 2,
    "Il Nuovo Cimento B (1971-1996)", TRUE, 14 },
  { "springer-2026-article-10.1007_s10584-011-0143-4", "10.1007/s10584-011-0143-4",
    "Hydrological response to climate change in a glacierized catchment in the Himalayas", "Immerzeel", "Bierkens", 5,
    "Climatic Change", TRUE, 39 },
  { "springer-2026-article-10.1007_s11430-021-9892-6", "10.1007/s11430-021-9892-6",
    "Estimation of China’s terrestrial ecosystem carbon sink: Methods, progress and prospects", "Piao", "Chen", 4,
    "Science China Earth Sciences", TRUE, 64 },
  { "springer-2026-article-subscription-10.1007_s10994-024-06594-z", "10.1007/s10994-024-06594-z",
    "Distribution-free conformal joint prediction regions for neural marked temporal point processes", "Dheur", "Ben Taieb", 4,
    "Machine Learning", TRUE, 69 },
  { "springer-2026-book-10.1007_978-3-031-28170-9", "10.1007/978-3-031-28170-9",
    "The Economics of Family Taxation: Optimal Tax Issues from a Household Economics Perspective", "Balestrino", "Balestrino", 1,
    NULL, TRUE, 0 },
  { "springer-2026-chapter-10.1007_978-3-031-28170-9_6", "10.1007/978-3-031-28170-9_6",
    "The Fiscal Treatment of Family Size: A Further Look", "Balestrino", "Balestrino", 1,
    "The Economics of Family Taxation", TRUE, 0 },
  { "springer-2026-referenceworkentry-10.1007_978-3-642-27737-5_100-2", "10.1007/978-3-642-27737-5_100-2",
    "Cooperative Multi-hierarchical Query Answering Systems", "Ras", "Dardzinska", 2,
    "Encyclopedia of Complexity and Systems Science", FALSE, 16 },
  { "springer-2026-trap-figure-page-10.1007_s10994-021-05946-3", NULL },
  { "springer-2026-trap-table-page-10.1007_s10584-011-0143-4", NULL },
  { "taylorfrancis-10.1080_07388551.2023.2166809", "10.1080/07388551.2023.2166809",
    "Advances in the metabolic engineering of <i>Saccharomyces cerevisiae</i> and <i>Yarrowia lipolytica</i> for the production of <b>β</b>-carotene", "Guo", "Shi", 7,
    "Critical Reviews in Biotechnology", TRUE, 104 },
  { "usenix-bulekov", NULL,
    "Morphuzz: Bending (Input) Space to Fuzz Virtual Devices", "Bulekov", "Egele", 4,
    "31st USENIX Security Symposium (USENIX Security 22)", TRUE, 0 },
  { "wiley-10.1111_cas.16395", "10.1111/cas.16395",
    "Current status and future direction of cancer research using artificial intelligence for clinical application", "Hamamoto", "Kaneko", 14,
    "Cancer Science", TRUE, 87 },
  { "wiley-2014-10.1002_hipo.20995", "10.1002/hipo.20995",
    "Hippocampal lesions can enhance discrimination learning despite normal sensitivity to interference from incidental information<sup>†</sup>", "Sanderson", "Bannerman", 6,
    "Hippocampus", TRUE, 0 },
  { "wiley-2014-10.1111_j.1365-2869.2012.01054.x", "10.1111/j.1365-2869.2012.01054.x",
    "Sleep patterns in children with ADHD: a population‐based cohort study from birth to 11 years", "Scott", "Gringras", 7,
    "Journal of Sleep Research", TRUE, 0 },
};

static const char *
get_family (JsonArray *names,
            guint      index)
{
  JsonObject *name = offprint_json_element_object (names, index);
  const char *family = offprint_json_get_string (name, "family");

  return family != NULL ? family : offprint_json_get_string (name, "literal");
}

static void
check_record (const Page *page,
              JsonObject *record)
{
  JsonArray *authors = offprint_json_get_array (record, "author");
  guint n_authors = authors != NULL ? json_array_get_length (authors) : 0;

  g_assert_cmpstr (offprint_json_get_string (record, "DOI"), ==, page->doi);
  g_assert_cmpstr (offprint_json_get_string (record, "title"), ==, page->title);
  g_assert_cmpuint (n_authors, ==, page->n_authors);
  if (n_authors > 0)
    {
      g_assert_cmpstr (get_family (authors, 0), ==, page->first);
      g_assert_cmpstr (get_family (authors, n_authors - 1), ==, page->last);
    }
  g_assert_cmpstr (offprint_json_get_string (record, "container-title"), ==, page->container);
  g_assert_cmpint (offprint_json_get_string (record, "abstract") != NULL, ==, page->has_abstract);
  g_assert_cmpuint (expect_length (record, OWN "/references"), >=, page->n_references);
  expect_sound (record);
}

static void
test_page (gconstpointer data)
{
  const Page *page = data;
  g_autofree char *name = g_strconcat ("records/html/", page->name, ".html", NULL);
  g_autoptr (GBytes) bytes = expect_shared (name);
  g_autoptr (GDateTime) at = g_date_time_new_utc (2026, 11, 24, 20, 31, 0);
  g_autoptr (OffprintReading) reading = NULL;
  g_autoptr (OffprintReading) again = NULL;
  g_autoptr (GError) error = NULL;

  if (bytes == NULL)
    return;
  reading = offprint_page_read (bytes, NULL, NULL, page->name, at, NULL, &error);
  if (page->title == NULL)
    {
      g_assert_null (reading);
      g_assert_true (g_error_matches (error, OFFPRINT_PAGE_ERROR, OFFPRINT_PAGE_ERROR_PART) ||
                     g_error_matches (error, OFFPRINT_PAGE_ERROR, OFFPRINT_PAGE_ERROR_REFUSED));
      return;
    }
  g_assert_no_error (error);
  check_record (page, offprint_reading_get_record (reading));
  /* the same page read twice says the same */
  again = offprint_page_read (bytes, NULL, NULL, page->name, at, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (json_object_equal (offprint_reading_get_record (reading), offprint_reading_get_record (again)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strconcat ("/page/pages/", pages[i].name, NULL);

      g_test_add_data_func (path, &pages[i], test_page);
    }
  return g_test_run ();
}
