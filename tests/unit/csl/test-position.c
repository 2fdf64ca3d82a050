/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a cite stands to earlier ones of its item: CSL 1.0.2, “Choose”,
 * attribute `position`.
 */

#include "config.h"

#include "try-style.h"

typedef struct
{
  const char *path;
  const char *clusters; /* see try_style_document () */
  const char *expected;
} Case;

static const Case cases[] = {
  { "first", "1:0 2:1", "first|first" },
  { "ibid", "1:0 2:0", "first|ibid" },
  { "ibid with locator", "1:0 2:0@5", "first|ibid-loc" },
  { "ibid with the same locator", "1:0@5 2:0@5", "first|ibid" },
  { "ibid with another locator", "1:0@5 2:0@6", "first|ibid-loc" },
  { "locator gone", "1:0@5 2:0", "first|near" },
  { "other between", "1:0 2:1 3:0", "first|first|near" },
  { "far", "1:0 2:1 9:0", "first|first|subsequent" },
  { "in one note", "1:0,0", "first; ibid" },
  { "two before", "1:0,1 2:1", "first; first|near" },
  { "in the text", "0:0 0:0", "first|ibid" },
};

static const char body[] =
  "<citation near-note-distance=\"5\"><layout delimiter=\"; \"><choose>"
  "<if position=\"ibid-with-locator\"><text value=\"ibid-loc\"/></if>"
  "<else-if position=\"ibid\"><text value=\"ibid\"/></else-if>"
  "<else-if position=\"near-note\"><text value=\"near\"/></else-if>"
  "<else-if position=\"subsequent\"><text value=\"subsequent\"/></else-if>"
  "<else-if position=\"first\"><text value=\"first\"/></else-if>"
  "<else><text value=\"none\"/></else></choose></layout></citation>";

static void
check (gconstpointer data)
{
  const Case *self = data;
  g_autofree char *text = try_style_document ("class=\"note\"", body, "[{\"id\":\"a\"},{\"id\":\"b\"}]", self->clusters);

  g_assert_cmpstr (text, ==, self->expected);
}

/* The note where an item was cited first */
static void
test_first_note (void)
{
  g_autofree char *text = try_style_document ("class=\"note\"",
                                              "<citation><layout><group delimiter=\" \"><text variable=\"title\"/>"
                                              "<text variable=\"first-reference-note-number\"/></group></layout></citation>",
                                              "[{\"id\":\"a\",\"title\":\"A\"},{\"id\":\"b\",\"title\":\"B\"}]", "3:0 4:1 6:0");

  g_assert_cmpstr (text, ==, "A|B|A 3");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/position/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], check);
    }
  g_test_add_func ("/position/first-note", test_first_note);

  return g_test_run ();
}
