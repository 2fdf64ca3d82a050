/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A new command is a new row here and an action of that name on the widget that
 * owns it.
 */

#include "config.h"

#include "action-table.h"

#include <glib/gi18n-lib.h>

#define GO      OFFPRINT_ACTION_GROUP_GO
#define READ    OFFPRINT_ACTION_GROUP_READ
#define CITE    OFFPRINT_ACTION_GROUP_CITE
#define VIEW    OFFPRINT_ACTION_GROUP_VIEW
#define PROGRAM OFFPRINT_ACTION_GROUP_PROGRAM
#define ACCEL   OFFPRINT_KEYS_ACCELERATOR
#define BINDING OFFPRINT_KEYS_BINDING
#define TOOLKIT OFFPRINT_KEYS_TOOLKIT

static const OffprintActionInfo rows[] = {
  { "win.focus-address", N_("Enter a DOI or Title"), { "<Control>l" }, GO, ACCEL, TRUE },
  { "win.paste", N_("Open What the Clipboard Holds"), { "<Control>v" }, GO, BINDING, TRUE },
  { "win.open-file", N_("Open File…"), { "<Control>o" }, GO, ACCEL, TRUE },
  { "win.back", N_("Back"), { "<Alt>Left", "Back" }, GO, ACCEL, TRUE },
  { "win.forward", N_("Forward"), { "<Alt>Right", "Forward" }, GO, ACCEL, TRUE },
  { "win.refresh", N_("Look Up Again"), { "<Control>r", "F5" }, GO, ACCEL, TRUE },
  { "win.stop", N_("Cancel the Look-Up"), { NULL }, GO, ACCEL, TRUE },

  { "work.find", N_("Find in Page"), { "<Control>f" }, READ, ACCEL, TRUE },
  { "work.open-doi", N_("Open at the Publisher"), { "<Control>Return", "<Control>KP_Enter" }, READ, ACCEL, TRUE },
  { "work.open-through-library", N_("Open Through My Library"), { "<Control><Shift>Return", "<Control><Shift>KP_Enter" }, READ, ACCEL, TRUE },
  { "work.log-in", N_("Log In Through an Institution"), { NULL }, READ, ACCEL, TRUE },
  { "work.ask-permission", N_("Ask for Permission"), { NULL }, READ, ACCEL, TRUE },
  { "work.copy-doi", N_("Copy DOI"), { NULL }, READ, ACCEL, TRUE },
  { "work.copy-address", N_("Copy Address"), { NULL }, READ, ACCEL, TRUE },
  { "work.copy-abstract", N_("Copy Abstract"), { NULL }, READ, ACCEL, TRUE },
  { "work.copy-page", N_("Copy Page as Text"), { NULL }, READ, ACCEL, TRUE },
  { "work.show-references", N_("All Works Cited"), { NULL }, READ, ACCEL, TRUE },
  { "work.view-notice", N_("View Notice"), { NULL }, READ, ACCEL, TRUE },
  { "work.check", N_("Check for Updates"), { NULL }, READ, ACCEL, TRUE },
  { "work.show-sources", N_("Sources"), { NULL }, READ, ACCEL, TRUE },
  { "work.show-changes", N_("What Changed"), { NULL }, READ, ACCEL, TRUE },
  { "win.remove", N_("Remove from Library"), { NULL }, READ, ACCEL, TRUE },

  { "work.copy-citation", N_("Copy Citation"), { "<Control>c" }, CITE, BINDING, TRUE },
  { "work.copy-in-text", N_("Copy In-Text Citation"), { "<Control><Shift>c" }, CITE, BINDING, TRUE },
  { "work.cite-in-text", N_("In-Text Citation With…"), { "<Control><Alt>c" }, CITE, ACCEL, TRUE },
  { "work.choose-style", N_("Choose Citation Style…"), { NULL }, CITE, ACCEL, TRUE },
  { "win.install-style", N_("Install Style…"), { NULL }, CITE, ACCEL, TRUE },
  { "win.install-style-from-address", N_("Install Style From Address…"), { NULL }, CITE, ACCEL, TRUE },
  { "win.get-styles", N_("Get Styles Online…"), { NULL }, CITE, ACCEL, TRUE },
  { "work.save-citation::ris", N_("Save as RIS…"), { NULL }, CITE, ACCEL, TRUE },
  { "work.save-citation::enw", N_("Save as EndNote…"), { NULL }, CITE, ACCEL, TRUE },
  { "work.save-citation::bib", N_("Save as BibTeX…"), { NULL }, CITE, ACCEL, TRUE },
  { "work.save-citation::json", N_("Save as CSL-JSON…"), { NULL }, CITE, ACCEL, TRUE },
  { "work.save-references::ris", N_("Save Works Cited as RIS…"), { NULL }, CITE, ACCEL, TRUE },
  { "work.save-references::enw", N_("Save Works Cited as EndNote…"), { NULL }, CITE, ACCEL, TRUE },
  { "work.save-references::bib", N_("Save Works Cited as BibTeX…"), { NULL }, CITE, ACCEL, TRUE },
  { "work.save-references::json", N_("Save Works Cited as CSL-JSON…"), { NULL }, CITE, ACCEL, TRUE },

  { "win.show-pane", N_("Show Pane"), { "F9" }, VIEW, ACCEL, TRUE },
  { "win.zoom-in", N_("Larger Text"), { "<Control>plus", "<Control>equal", "<Control>KP_Add" }, VIEW, ACCEL, TRUE },
  { "win.zoom-out", N_("Smaller Text"), { "<Control>minus", "<Control>KP_Subtract" }, VIEW, ACCEL, TRUE },
  { "win.zoom-normal", N_("Normal Text Size"), { "<Control>0", "<Control>KP_0" }, VIEW, ACCEL, TRUE },

  { "app.new-window", N_("New Window"), { "<Control>n" }, PROGRAM, ACCEL, TRUE },
  { "app.work-offline", N_("Work Offline"), { NULL }, PROGRAM, ACCEL, TRUE },
  { "app.ledger", N_("What Was Asked of Whom"), { NULL }, PROGRAM, ACCEL, TRUE },
  { "app.preferences", N_("Preferences"), { "<Control>comma" }, PROGRAM, ACCEL, TRUE },
  { "app.shortcuts", N_("Keyboard Shortcuts"), { "<Control>question", "<Control><Shift>question", "F1" }, PROGRAM, ACCEL, TRUE },
  { NULL, N_("Main Menu"), { "F10" }, PROGRAM, TOOLKIT, FALSE },
  { "app.about", N_("About Offprint"), { NULL }, PROGRAM, ACCEL, TRUE },
  { "window.close", N_("Close Window"), { "<Control>w" }, PROGRAM, ACCEL, TRUE },
  { "app.quit", N_("Quit"), { "<Control>q" }, PROGRAM, ACCEL, TRUE },
};

/**
 * offprint_action_table_get:
 * @n: (out): how many rows there are
 *
 * Returns: (array length=n): the table, in the order of groups
 */
const OffprintActionInfo *
offprint_action_table_get (gsize *n)
{
  *n = G_N_ELEMENTS (rows);
  return rows;
}

/**
 * offprint_action_group_get_title:
 * @group: a group of the table
 *
 * Returns: its name for people
 */
const char *
offprint_action_group_get_title (OffprintActionGroup group)
{
  switch (group)
    {
    case OFFPRINT_ACTION_GROUP_GO:
      return _("Go");
    case OFFPRINT_ACTION_GROUP_READ:
      return _("Work");
    case OFFPRINT_ACTION_GROUP_CITE:
      return _("Cite");
    case OFFPRINT_ACTION_GROUP_VIEW:
      return _("View");
    case OFFPRINT_ACTION_GROUP_PROGRAM:
      return _("Offprint");
    case OFFPRINT_N_ACTION_GROUPS:
      break;
    }
  return NULL;
}

/**
 * offprint_action_table_set_accels:
 * @application: the application
 *
 * Gives each command its accelerators. Copy and paste are bindings of the window’s
 * content instead: as accelerators they would take those keys from every entry.
 */
void
offprint_action_table_set_accels (GtkApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (rows[i].keys == OFFPRINT_KEYS_ACCELERATOR && rows[i].accels[0] != NULL)
        gtk_application_set_accels_for_action (application, rows[i].action, rows[i].accels);
    }
}

static GMenuItem *
menu_item_new (const OffprintActionInfo *row)
{
  GMenuItem *item = g_menu_item_new (_(row->title), row->action);

  /* nothing that is not set up is promised */
  if (g_str_equal (row->action, "work.open-through-library"))
    g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  /* an accelerator shows itself; a binding must be told */
  if (row->keys == OFFPRINT_KEYS_BINDING)
    g_menu_item_set_attribute (item, "accel", "s", row->accels[0]);
  return item;
}

/* The program’s own, and what is on or off */
static gboolean
is_on_first_level (const OffprintActionInfo *row)
{
  return row->group == OFFPRINT_ACTION_GROUP_PROGRAM || g_strcmp0 (row->action, "win.show-pane") == 0;
}

static gboolean
is_an_end (const OffprintActionInfo *row)
{
  return g_str_equal (row->action, "window.close") || g_str_equal (row->action, "app.quit");
}

static gboolean
begins_section (const OffprintActionInfo *row)
{
  const char *const first[] = {
    "win.back", "win.refresh",
    "work.open-doi", "work.copy-doi", "work.show-references", "work.check", "win.remove",
    "work.choose-style", "work.save-citation::ris", "work.save-references::ris",
    NULL
  };

  return g_strv_contains (first, row->action);
}

/**
 * offprint_action_table_new_menu:
 *
 * Makes the first level of the main menu: the program’s own commands, those that are on
 * or off, and a submenu for each other group, which is empty until
 * offprint_action_table_fill_menu() fills it.
 *
 * Returns: (transfer full): the menu
 */
GMenuModel *
offprint_action_table_new_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) groups = g_menu_new ();
  g_autoptr (GMenu) program = g_menu_new ();
  g_autoptr (GMenu) end = g_menu_new ();

  for (guint group = 0; group < OFFPRINT_ACTION_GROUP_PROGRAM; group++)
    {
      g_autoptr (GMenu) submenu = g_menu_new ();

      g_menu_append_submenu (groups, offprint_action_group_get_title (group), G_MENU_MODEL (submenu));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (!rows[i].in_menu || !is_on_first_level (&rows[i]))
        continue;
      item = menu_item_new (&rows[i]);
      g_menu_append_item (is_an_end (&rows[i]) ? end : program, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (groups));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (program));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/**
 * offprint_action_table_fill_menu:
 * @menu: a menu made by offprint_action_table_new_menu()
 * @group: one of its submenus
 *
 * Fills a submenu: dozens of widgets, which the menu’s first appearance can do without.
 */
void
offprint_action_table_fill_menu (GMenuModel          *menu,
                                 OffprintActionGroup  group)
{
  g_autoptr (GMenuModel) groups = NULL;
  g_autoptr (GMenuModel) submenu = NULL;
  g_autoptr (GMenu) section = g_menu_new ();

  g_return_if_fail (G_IS_MENU_MODEL (menu));
  g_return_if_fail (group < OFFPRINT_ACTION_GROUP_PROGRAM);

  groups = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);
  submenu = g_menu_model_get_item_link (groups, (int) group, G_MENU_LINK_SUBMENU);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (!rows[i].in_menu || rows[i].group != group || is_on_first_level (&rows[i]))
        continue;
      if (begins_section (&rows[i]))
        {
          g_menu_append_section (G_MENU (submenu), NULL, G_MENU_MODEL (section));
          g_clear_object (&section);
          section = g_menu_new ();
        }
      item = menu_item_new (&rows[i]);
      g_menu_append_item (section, item);
    }
  g_menu_append_section (G_MENU (submenu), NULL, G_MENU_MODEL (section));
}

/**
 * offprint_action_info_dup_work_action:
 * @info: a row of the table
 * @target_type: (out) (nullable): the type of its target, a #GVariant type string, or `NULL`
 *
 * Tells the actions that belong to the work view from all others, so that the
 * window can pass them on from its menu and its accelerators.
 *
 * Returns: (transfer full) (nullable): the action’s name without its target, or
 *   `NULL` if it belongs to somebody else
 */
char *
offprint_action_info_dup_work_action (const OffprintActionInfo  *info,
                                      const char               **target_type)
{
  g_autoptr (GVariant) target = NULL;
  char *name;

  g_return_val_if_fail (info != NULL, NULL);
  g_return_val_if_fail (target_type != NULL, NULL);

  *target_type = NULL;
  if (info->action == NULL || !g_str_has_prefix (info->action, "work."))
    return NULL;
  if (!g_action_parse_detailed_name (info->action, &name, &target, NULL))
    return NULL;
  if (target != NULL)
    *target_type = g_intern_string (g_variant_get_type_string (target));
  return name;
}
