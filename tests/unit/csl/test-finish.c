/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The last stage: marks that meet, quotation marks, decorations that turn over,
 * affixes and delimiters of what is not there.
 */

#include "config.h"

#include "try-style.h"

typedef struct
{
  const char *path;
  const char *layout;
  const char *item;
  const char *expected;
} Case;

#define TITLE(title) "{\"type\":\"book\",\"title\":\"" title "\"}"

static const Case cases[] = {
  /* notes on punctuation: what stays and what goes where two marks meet */
  { "marks/equal", "<text value=\"A.\" suffix=\".\"/>", "{}", "A." },
  { "marks/period after question", "<text value=\"A?\" suffix=\".\"/>", "{}", "A?" },
  { "marks/period after exclamation", "<text value=\"A!\" suffix=\".\"/>", "{}", "A!" },
  { "marks/comma after question", "<text value=\"A?\" suffix=\", b\"/>", "{}", "A?, b" },
  { "marks/colon after question", "<text value=\"A?\" suffix=\": b\"/>", "{}", "A? b" },
  { "marks/colon after period", "<text value=\"Mich.\" suffix=\": b\"/>", "{}", "Mich.: b" },
  { "marks/semicolon after period", "<text value=\"A.\" suffix=\"; b\"/>", "{}", "A.; b" },
  { "marks/twice", "<group delimiter=\", \"><group suffix=\".\"><text value=\"A\" suffix=\".\"/></group><text value=\"b\"/></group>", "{}", "A. b" },
  { "marks/blanks", "<group delimiter=\" \"><text value=\"A\" suffix=\" \"/><text value=\"b\"/></group>", "{}", "A b" },
  { "marks/across tags", "<group delimiter=\". \"><text variable=\"title\" font-style=\"italic\"/><text value=\"B\"/></group>",
    TITLE ("Who?"), "<i>Who?</i>. B" },

  { "quotes/outer", "<text variable=\"title\" quotes=\"true\"/>", TITLE ("A"), "“A”" },
  { "quotes/inner", "<text variable=\"title\" quotes=\"true\"/>", TITLE ("A “b” c"), "“A ‘b’ c”" },
  { "quotes/field alone", "<text variable=\"title\"/>", TITLE ("A \\\"b\\\" c"), "A “b” c" },
  { "quotes/period moves in", "<text variable=\"title\" quotes=\"true\" suffix=\".\"/>", TITLE ("A"), "“A.”" },
  { "quotes/comma moves in", "<group delimiter=\", \"><text variable=\"title\" quotes=\"true\"/><text value=\"b\"/></group>",
    TITLE ("A"), "“A,” b" },
  { "quotes/semicolon stays out", "<group delimiter=\"; \"><text variable=\"title\" quotes=\"true\"/><text value=\"b\"/></group>",
    TITLE ("A"), "“A”; b" },
  { "quotes/question and period", "<text variable=\"title\" quotes=\"true\" suffix=\".\"/>", TITLE ("A?"), "“A?”" },
  { "quotes/apostrophe", "<text variable=\"title\"/>", TITLE ("Can't"), "Can’t" },

  { "decoration/flip", "<text variable=\"title\" font-style=\"italic\"/>", TITLE ("A <i>b</i> c"),
    "<i>A <span style=\"font-style:normal;\">b</span> c</i>" },
  { "decoration/bold in italic", "<text variable=\"title\" font-style=\"italic\"/>", TITLE ("A <b>b</b>"), "<i>A <b>b</b></i>" },
  { "decoration/normal without", "<text variable=\"title\" font-style=\"normal\"/>", TITLE ("A"), "A" },
  { "decoration/nodecor", "<text variable=\"title\" font-style=\"italic\"/>", TITLE ("A <span class=\\\"nodecor\\\">v.</span> B"),
    "<i>A <span style=\"font-style:normal;\">v.</span> B</i>" },
  { "decoration/escapes", "<text variable=\"title\"/>", TITLE ("A & B <c>"), "A &#38; B &#60;c&#62;" },

  { "group/empty", "<group prefix=\"(\" suffix=\")\"><text value=\"in \"/><text variable=\"publisher\"/></group><text value=\"x\"/>", "{}", "x" },
  { "group/no variable", "<group prefix=\"(\" suffix=\")\"><text value=\"in\"/></group>", "{}", "(in)" },
  { "group/delimiter", "<group delimiter=\", \"><text value=\"a\"/><text variable=\"publisher\"/><text value=\"b\"/><text variable=\"title\"/></group>",
    TITLE ("C"), "a, b, C" },
  { "group/affixes of nothing", "<text variable=\"publisher\" prefix=\"(\" suffix=\")\"/><text value=\"x\"/>", "{}", "x" },
  { "strip periods", "<text variable=\"title\" strip-periods=\"true\" suffix=\".\"/>", TITLE ("A. B."), "A B." },
};

static void
check (gconstpointer data)
{
  const Case *self = data;
  g_autofree char *html = try_style_layout (self->layout, self->item);

  g_assert_cmpstr (html, ==, self->expected);
}

/* Where punctuation stands out of the quotes */
static void
test_outside (void)
{
  g_autofree char *html = try_style_cite ("class=\"in-text\"",
                                          "<locale><style-options punctuation-in-quote=\"false\"/></locale>"
                                          "<citation><layout suffix=\".\"><text variable=\"title\" quotes=\"true\"/></layout></citation>",
                                          TITLE ("A"));

  g_assert_cmpstr (html, ==, "“A”.");
}

/* In notes only, and only where both ends are there */
static void
test_brackets (void)
{
  const char *body = "<citation><layout><group prefix=\"(\" suffix=\")\"><text value=\"a \"/>"
                     "<group prefix=\"(\" suffix=\")\"><text value=\"b \"/><group prefix=\"(\" suffix=\")\"><text value=\"c\"/></group></group>"
                     "</group><group prefix=\"(\"><group suffix=\")\"><text value=\"d\"/></group></group></layout></citation>";
  g_autofree char *note = try_style_cite ("class=\"note\"", body, "{}");
  g_autofree char *in_text = try_style_cite ("class=\"in-text\"", body, "{}");

  g_assert_cmpstr (note, ==, "(a [b (c)])(d)");
  g_assert_cmpstr (in_text, ==, "(a (b (c)))(d)");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/finish/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], check);
    }
  g_test_add_func ("/finish/quotes/outside", test_outside);
  g_test_add_func ("/finish/brackets", test_brackets);

  return g_test_run ();
}
