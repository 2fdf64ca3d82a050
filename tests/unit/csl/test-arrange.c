/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One citation in a sentence: with names, without them, names apart; what a person typed
 * before and after a cite; locators.
 */

#include "config.h"

#include "try-style.h"

#define BODY                                                                                                                                           \
  "<citation et-al-min=\"3\" et-al-use-first=\"1\"><layout prefix=\"(\" suffix=\")\" delimiter=\"; \"><group delimiter=\", \"><group delimiter=\" \">" \
  "<names variable=\"author\"><name form=\"short\" and=\"text\"/><substitute><text variable=\"title\"/></substitute></names>"                          \
  "<date variable=\"issued\"><date-part name=\"year\"/></date></group>"                                                                                \
  "<group delimiter=\" \"><label variable=\"locator\" form=\"short\"/><text variable=\"locator\"/></group></group></layout></citation>"

#define NUMBERS "<citation><layout prefix=\"[\" suffix=\"]\" delimiter=\",\"><text variable=\"citation-number\"/></layout></citation>"

#define ITEMS                                                                          \
  "[{\"id\":1,\"author\":[{\"family\":\"Ray\"}],\"issued\":2001},"                     \
  "{\"id\":2,\"author\":[{\"family\":\"Lee\"},{\"family\":\"Poe\"}],\"issued\":2002}," \
  "{\"id\":3,\"title\":\"Ants\",\"issued\":2003}]"

typedef struct
{
  const char *name;
  const char *body;
  const char *expected;

  CslCite cites[2];
  CslClusterMode mode;
  const char *infix;
} Case;

#define CITE(...) { .position = CSL_CITE_AUTO, .near_note = CSL_CITE_AUTO, __VA_ARGS__ }
#define NO_CITE   { .item = G_MAXUINT }

static const Case cases[] = {
  { "plain", BODY, "(Ray 2001)", { CITE (.item = 0), NO_CITE } },
  { "author only", BODY, "Lee and Poe", { CITE (.item = 1, .author_only = TRUE), NO_CITE } },
  { "author only/substitute", BODY, "Ants", { CITE (.item = 2, .author_only = TRUE), NO_CITE } },
  { "author only/numbers", NUMBERS, "1", { CITE (.item = 0, .author_only = TRUE), NO_CITE } },
  { "no author", BODY, "(2001)", { CITE (.item = 0, .suppress_author = TRUE), NO_CITE } },
  { "no author/of one", BODY, "(2001; Lee and Poe 2002)", { CITE (.item = 0, .suppress_author = TRUE), CITE (.item = 1) } },
  { "no author/numbers", NUMBERS, "[1]", { CITE (.item = 0, .suppress_author = TRUE), NO_CITE } },
  { "composite", BODY, "Ray (2001)", { CITE (.item = 0), NO_CITE }, CSL_CLUSTER_COMPOSITE },
  { "composite/infix", BODY, "Ray’s <i>view</i> (2001)", { CITE (.item = 0), NO_CITE }, CSL_CLUSTER_COMPOSITE, "’s <i>view</i>" },
  { "composite/word", BODY, "Ray thinks (2001)", { CITE (.item = 0), NO_CITE }, CSL_CLUSTER_COMPOSITE, "thinks" },
  { "composite/of two", BODY, "Ray (2001; Lee and Poe 2002)", { CITE (.item = 0), CITE (.item = 1) }, CSL_CLUSTER_COMPOSITE },
  { "composite/prefix", BODY, "Ray (see 2001, p. 3)", { CITE (.item = 0, .prefix = "see", .locator = "3"), NO_CITE }, CSL_CLUSTER_COMPOSITE },
  { "composite/no names", BODY, "Ants (2003)", { CITE (.item = 2), NO_CITE }, CSL_CLUSTER_COMPOSITE },
  { "composite/numbers", NUMBERS, "[1]", { CITE (.item = 0), NO_CITE }, CSL_CLUSTER_COMPOSITE },
  { "affixes/words", BODY, "(see Ray 2001 on ants)", { CITE (.item = 0, .prefix = "see", .suffix = "on ants"), NO_CITE } },
  { "affixes/marks", BODY, "(<i>cf.</i> Ray 2001, <b>but</b>)", { CITE (.item = 0, .prefix = "<i>cf.</i> ", .suffix = ", <b>but</b>"), NO_CITE } },
  { "affixes/quotes", BODY, "(“thus” Ray 2001)", { CITE (.item = 0, .prefix = "\"thus\" "), NO_CITE } },
  { "affixes/of the second", BODY, "(Ray 2001; and Lee and Poe 2002)", { CITE (.item = 0), CITE (.item = 1, .prefix = "and") } },
  { "affixes/escaped", BODY, "(a &#60; b &#38; c Ray 2001)", { CITE (.item = 0, .prefix = "a < b & c"), NO_CITE } },
  { "locator", BODY, "(Ray 2001, p. 3)", { CITE (.item = 0, .locator = "3"), NO_CITE } },
  { "locator/range", BODY, "(Ray 2001, pp. 3–4)", { CITE (.item = 0, .locator = "3-4"), NO_CITE } },
  { "locator/label", BODY, "(Ray 2001, ch. 3)", { CITE (.item = 0, .locator = "3", .label = "chapter"), NO_CITE } },
  { "locator/unknown label", BODY, "(Ray 2001, p. 3)", { CITE (.item = 0, .locator = "3", .label = "no such"), NO_CITE } },
  { "locator/blank", BODY, "(Ray 2001)", { CITE (.item = 0, .locator = " "), NO_CITE } },
};

static void
check (gconstpointer data)
{
  const Case *self = data;
  g_autofree char *text = NULL;
  CslCluster cluster = { .n_cites = self->cites[1].item == G_MAXUINT ? 1 : 2, .cites = self->cites };

  cluster.mode = self->mode;
  cluster.infix = self->infix;
  text = try_style_cluster ("class=\"in-text\"", self->body, ITEMS, &cluster);
  g_assert_cmpstr (text, ==, self->expected);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/arrange/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], check);
    }
  return g_test_run ();
}
