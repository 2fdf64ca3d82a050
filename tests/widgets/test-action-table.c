/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table for menu, keys and dialog: no key twice, no command without a place.
 */

#include "config.h"

#include "action-table.h"
#include "widget-support.h"

static void
test_keys (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const OffprintActionInfo *rows;
  gsize n;

  rows = offprint_action_table_get (&n);
  for (gsize i = 0; i < n; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (rows[i].accels) && rows[i].accels[j] != NULL; j++)
        {
          guint keyval;
          GdkModifierType modifiers;

          g_test_message ("%s: %s", rows[i].title, rows[i].accels[j]);
          g_assert_true (gtk_accelerator_parse (rows[i].accels[j], &keyval, &modifiers));
          g_assert_true (g_hash_table_add (seen, (gpointer) rows[i].accels[j]));
        }
    }
}

static guint
count_items (GMenuModel *menu)
{
  guint n = 0;

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);

      if (section != NULL)
        n += count_items (section);
      else if (submenu != NULL)
        n += count_items (submenu);
      else
        n++;
    }
  return n;
}

static void
test_menu (void)
{
  g_autoptr (GMenuModel) menu = offprint_action_table_new_menu ();
  const OffprintActionInfo *rows;
  guint wanted = 0;
  gsize n;

  rows = offprint_action_table_get (&n);
  for (gsize i = 0; i < n; i++)
    wanted += rows[i].in_menu ? 1 : 0;

  g_assert_cmpuint (count_items (menu), <, wanted);
  for (OffprintActionGroup group = 0; group < OFFPRINT_ACTION_GROUP_PROGRAM; group++)
    offprint_action_table_fill_menu (menu, group);
  g_assert_cmpuint (count_items (menu), ==, wanted);
}

static void
test_names (void)
{
  const OffprintActionInfo *rows;
  gsize n;

  rows = offprint_action_table_get (&n);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      g_assert_nonnull (offprint_action_group_get_title (rows[i].group));
      if (rows[i].action == NULL)
        continue;
      g_test_message ("%s", rows[i].action);
      g_assert_true (g_action_parse_detailed_name (rows[i].action, &name, &target, NULL));
      g_assert_true (rows[i].in_menu);
    }
}

int
main (int   argc,
      char *argv[])
{
  widget_support_init (&argc, &argv);
  g_test_add_func ("/action-table/keys", test_keys);
  g_test_add_func ("/action-table/menu", test_menu);
  g_test_add_func ("/action-table/names", test_names);
  return g_test_run ();
}
