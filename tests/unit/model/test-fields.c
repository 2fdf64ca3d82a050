/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of fields has a whole row for each field.
 */

#include "config.h"

#include "fields.h"

static void
test_rows (void)
{
  for (guint id = 0; id < OFFPRINT_N_FIELDS; id++)
    {
      const OffprintField *field = offprint_field_get (id);

      g_assert_cmpint (field->id, ==, id);
      g_assert_nonnull (field->name);
      g_assert_nonnull (field->label);
      g_assert_true (offprint_field_find (field->name, field->custom) == field);
      g_assert_true (field->custom || (field->kind != OFFPRINT_FIELD_KIND_LIST && field->kind != OFFPRINT_FIELD_KIND_OBJECT));
      g_assert_true (field->kind == OFFPRINT_FIELD_KIND_OBJECT ? field->merge == OFFPRINT_MERGE_MEMBERS : field->merge != OFFPRINT_MERGE_MEMBERS);
    }
  g_assert_null (offprint_field_find ("notes", FALSE));
  g_assert_null (offprint_field_find ("title", TRUE));
  g_assert_null (offprint_field_find ("", FALSE));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fields/rows", test_rows);

  return g_test_run ();
}
