/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a work stands: a whole sentence for whatever is known.
 */

#include "config.h"

#include "standing.h"
#include "widget-support.h"

typedef struct
{
  const char *name;
  const char *record; /* members beside the type */
  const char *text;
} Case;

static const Case cases[] = {
  { "nothing", "", NULL },
  { "book", ", \"container-title\": \"Rivers\"", "In Rivers." },
  { "editors", ", \"container-title\": \"Rivers\", \"editor\": [{ \"family\": \"Poe\", \"given\": \"B.\" }]", "In Rivers, edited by B. Poe." },
  { "editors alone", ", \"editor\": [{ \"family\": \"Poe\" }, { \"family\": \"Roe\" }]", "Edited by Poe and Roe." },
  { "journal", ", \"container-title\": \"Ferries\", \"volume\": \"12\", \"issue\": \"3\", \"page\": \"1-9\"",
    "In Ferries, volume 12, issue 3. Pages 1–9." },
  { "imprint", ", \"publisher\": \"Ferry House\", \"publisher-place\": \"Nowhere\", \"issued\": { \"date-parts\": [[2022]] }",
    "Ferry House, Nowhere, 2022." },
  { "series", ", \"collection-title\": \"Imaginary Studies\", \"collection-number\": \"12\"", "Imaginary Studies, no. 12." },
  { "one page", ", \"page\": \"7\"", "Page 7." },
  { "odd pages", ", \"page\": \"9-9, 9\"", "Pages 9–9, 9." },
  { "ampersand", ", \"container-title\": \"R&D <in> Rivers\"", "In R&D <in> Rivers." },
};

static void
test_text (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *json = g_strdup_printf ("{ \"id\": \"10.5555/x\", \"type\": \"chapter\"%s }", c->record);
  g_autoptr (OffprintWork) work = widget_support_new_from_text (json);
  g_autofree char *text = offprint_standing_dup_text (work);

  g_assert_cmpstr (text, ==, c->text);
}

static void
test_link (void)
{
  g_autoptr (OffprintWork) work = widget_support_new_work (0, 0);
  g_autofree char *markup = offprint_standing_dup_markup (work);

  g_assert_nonnull (strstr (markup, "<a href=\"https://doi.org/10.5555/offprint.book\">"));
}

int
main (int   argc,
      char *argv[])
{
  widget_support_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/standing/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_text);
    }
  g_test_add_func ("/standing/link", test_link);
  return g_test_run ();
}
