/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which titles say that their work was retracted, and which only speak of it:
 * services.md 4.
 */

#include "config.h"

#include "work.h"

typedef struct
{
  const char *path;
  const char *title;
  const char *kind; /* NULL: no notice */
  gboolean is_about_this;
  const char *state;
} Case;

static const Case cases[] = {
  { "elsevier", "RETRACTED: Ileal-lymphoid hyperplasia", "retraction", TRUE, "Retracted" },
  { "springer", "RETRACTED ARTICLE: Deep learning of X", "retraction", TRUE, "Retracted" },
  { "chapter", "Retracted Chapter: On borders", "retraction", TRUE, "Retracted" },
  { "small", "Retracted article: On borders", "retraction", TRUE, "Retracted" },
  { "withdrawn", "WITHDRAWN: On borders", "withdrawal", TRUE, "Withdrawn" },
  { "bracket-before", "[Retracted] On borders", "retraction", TRUE, "Retracted" },
  { "bracket-behind", "On borders (Retracted Article)", "retraction", TRUE, "Retracted" },
  { "bracket-square-behind", "On borders [Withdrawn]", "withdrawal", TRUE, "Withdrawn" },
  { "removal", "TEMPORARY REMOVAL: On borders", "removal", TRUE, "Removed" },
  { "mark-up", "<b>RETRACTED</b>: On <i>E. coli</i>", "retraction", TRUE, "Retracted" },
  { "note", "Retraction Note: On borders", "retraction", FALSE, NULL },
  { "note-to", "Retraction Note to: On borders", "retraction", FALSE, NULL },
  { "dash", "Retraction—On borders", "retraction", FALSE, NULL },
  { "erratum", "Erratum to: On borders", "erratum", FALSE, NULL },
  { "correction", "Correction to: On borders", "correction", FALSE, NULL },
  { "concern", "Expression of Concern: On borders", "expression_of_concern", FALSE, NULL },
  { "author-correction", "On borders (Author Correction)", "correction", FALSE, NULL },
  { "about-retractions", "Retracted publications in spine surgery", NULL, FALSE, NULL },
  { "about-retractions-colon", "Retracted publications in spine surgery: a survey", NULL, FALSE, NULL },
  { "corrections", "Correction methods in optics: an overview", NULL, FALSE, NULL },
  { "bracket-of-another", "On borders (second edition)", NULL, FALSE, NULL },
  { "plain", "On borders", NULL, FALSE, NULL },
  { "only-bracket", ")", NULL, FALSE, NULL },
};

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (OffprintWork) work = offprint_work_new ();
  g_autoptr (OffprintReading) reading = NULL;
  g_autoptr (OffprintNotice) notice = NULL;
  JsonObject *record = json_object_new ();

  json_object_set_string_member (record, "title", row->title);
  reading = offprint_reading_new ("crossref", OFFPRINT_READING_ABOUT_WORK, NULL, NULL, NULL, record);
  offprint_work_add_reading (work, reading);
  g_assert_cmpuint (g_list_model_get_n_items (offprint_work_get_notices (work)), ==, row->kind != NULL ? 1 : 0);
  if (row->kind == NULL)
    return;
  notice = g_list_model_get_item (offprint_work_get_notices (work), 0);
  g_assert_cmpstr (offprint_notice_get_kind (notice), ==, row->kind);
  g_assert_cmpint (offprint_notice_is_about_this (notice), ==, row->is_about_this);
  g_assert_true (offprint_work_get_gravest_notice (work) == (row->is_about_this ? notice : NULL));
  if (row->state != NULL)
    g_assert_cmpstr (offprint_notice_get_state_word (notice), ==, row->state);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/title-notice/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
