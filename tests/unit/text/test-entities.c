/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * References by name and number, and what only looks like one.
 */

#include "config.h"

#include "entities.h"

#include <string.h>

static const struct
{
  const char *path;
  const char *text;
  const char *decoded;
} cases[] = {
  { "none", "plain", "plain" },
  { "xml", "&lt;&gt;&amp;&quot;&apos;", "<>&\"'" },
  { "html", "&aacute;&ndash;&alpha;&NotEqualTilde;", "á–α≂̸" },
  { "longest", "&CounterClockwiseContourIntegral;", "∳" },
  { "decimal", "&#233;&#8211;", "é–" },
  { "hexadecimal", "&#xe9;&#X2014;", "é—" },
  { "windows", "&#150;&#147;", "–“" },
  { "nul", "&#0;", "\357\277\275" },
  { "surrogate", "&#xD800;", "\357\277\275" },
  { "too-large", "&#x110000;&#99999999999999999999;", "\357\277\275\357\277\275" },
  { "once", "&amp;lt;", "&lt;" },
  { "no-semicolon", "&amp &lt x &aacute", "&amp &lt x &aacute" },
  { "unknown", "R&D; &nosuch; &ampx;", "R&D; &nosuch; &ampx;" },
  { "semicolon", "&semi;", ";" },
  { "alone", "& &; &# &#; &#x; &#x", "& &; &# &#; &#x; &#x" },
};

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (OffprintEntities) entities = offprint_entities_new ();
  g_autoptr (GString) decoded = g_string_new (NULL);
  gboolean found = offprint_entities_decode (entities, cases[i].text, strlen (cases[i].text), decoded);

  g_assert_cmpstr (decoded->str, ==, cases[i].decoded);
  g_assert_true (found == (strcmp (cases[i].text, cases[i].decoded) != 0));
  g_assert_true (found == offprint_entities_found (entities, cases[i].text, strlen (cases[i].text)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text/entities/", cases[i].path, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  return g_test_run ();
}
