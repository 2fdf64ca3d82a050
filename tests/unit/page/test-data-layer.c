/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The object that counts visitors: what it says of the work, nothing of the visitor.
 */

#include "config.h"

#include "layer-support.h"

static const LayerCase cases[] = {
  { "nothing", "<script>var a = {\"b\": 1};</script>", { { NULL } } },
  { "chapter",
    "<script>var x = 1; window.dataLayer = [{\"DOI\":\"10.5555/b_4\",\"Keywords\":\"mill, tide\",\"Open Access\":\"Y\",\"Country\":\"ATLANTIS\",\"Bpnames\":[\"SCRIPTTEXT\"],"
    "\"content\":{\"type\":\"Chapter\",\"serial\":{\"pissn\":\"1234-5679\"},\"chapter\":{\"doi\":\"10.5555/b_4\"},"
    "\"book\":{\"doi\":\"10.5555/B\",\"title\":\"Water } at ] Work\",\"pisbn\":\"978-3-16-148410-0\",\"eisbn\":\"9780306406157\",\"seriesTitle\":\"Slow Machinery\"}}}]; dataLayer.push({event: 'x'});</script>",
    {
      { "/type", "\"chapter\"" },
      { "/DOI", "\"10.5555/b_4\"" },
      { "/container-title", "\"Water } at ] Work\"" },
      { "/collection-title", "\"Slow Machinery\"" },
      { OWN "/book/DOI", "\"10.5555/b\"" },
      { OWN "/isbns/0/kind", "\"print\"" },
      { OWN "/isbns/1/kind", "\"electronic\"" },
      { OWN "/keywords", "[\"mill\",\"tide\"]" },
      { OWN "/access/state", "\"open\"" },
      { "/ISSN", "\"1234-5679\"" },
    } },
  { "no-json", "<script>window.dataLayer = [{a: 1}]; // \"</script>", { { NULL } } },
  { "unended", "<script>window.dataLayer = [{\"DOI\":\"10.5555/x\"</script>", { { NULL } } },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  layer_add_cases ("/page/data-layer/", offprint_page_read_data_layer, cases, G_N_ELEMENTS (cases));
  return g_test_run ();
}
