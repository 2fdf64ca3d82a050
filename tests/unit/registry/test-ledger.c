/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ledger: newest first, bounded, and its signals true.
 */

#include "ledger.h"

#include "ledger-private.h"

static void
changed_cb (GListModel *model,
            guint       position,
            guint       removed,
            guint       added,
            gpointer    user_data)
{
  int *n = user_data;

  *n += (int) added - (int) removed;
}

static void
test_order (void)
{
  g_autoptr (OffprintLedger) ledger = offprint_ledger_new ();
  g_autoptr (OffprintLedgerEntry) first = NULL;

  offprint_ledger_add (ledger, "a.example", "One", 1, "200");
  offprint_ledger_add (ledger, "b.example", NULL, 2, "cache");
  first = g_list_model_get_item (G_LIST_MODEL (ledger), 0);
  g_assert_cmpstr (offprint_ledger_entry_get_host (first), ==, "b.example");
  g_assert_cmpstr (offprint_ledger_entry_get_purpose (first), ==, "b.example");
  g_assert_cmpstr (offprint_ledger_entry_get_outcome (first), ==, "cache");
  g_assert_nonnull (offprint_ledger_entry_get_at (first));
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (ledger), 2));
}

static void
test_bound (void)
{
  OffprintLedger *ledger = offprint_ledger_new ();
  int n = 0;

  g_signal_connect (ledger, "items-changed", G_CALLBACK (changed_cb), &n);
  for (guint i = 0; i < 1234; i++)
    offprint_ledger_add (ledger, "a.example", "One", i, "200");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (ledger)), ==, 1000);
  g_assert_cmpint (n, ==, 1000);
  offprint_ledger_clear (ledger);
  offprint_ledger_clear (ledger);
  g_assert_cmpint (n, ==, 0);
  g_assert_finalize_object (ledger);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger/order", test_order);
  g_test_add_func ("/ledger/bound", test_bound);
  return g_test_run ();
}
