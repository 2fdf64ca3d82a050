/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of widgets share: an invented work, and waiting for what comes
 * later without sleeping.
 */

#include "config.h"

#include "widget-support.h"

#define LIMIT_S 20

OffprintWork *
widget_support_new_from_text (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (json, &error);
  OffprintWork *work;

  g_assert_no_error (error);
  work = offprint_work_new_from_json (node, &error);
  g_assert_no_error (error);
  return work;
}

static JsonObject *
new_reference (guint n)
{
  g_autofree char *json = NULL;
  g_autofree char *doi = n % 2 == 0 ? g_strdup_printf (", \"DOI\": \"10.5555/cited.%u\"", n) : g_strdup ("");
  g_autoptr (JsonNode) node = NULL;

  json = g_strdup_printf ("{ \"text\": \"<p>Roe, R. Rivers, part %u</p>\", \"item\": { \"type\": \"article-journal\","
                          " \"title\": \"Rivers, part %u\", \"author\": [{ \"family\": \"Roe\", \"given\": \"R.\" }],"
                          " \"issued\": { \"date-parts\": [[%u]] }, \"container-title\": \"Journal of Ferries\"%s } }",
                          n, n, 1900 + n % 100, doi);
  node = json_from_string (json, NULL);
  return json_object_ref (json_node_get_object (node));
}

static JsonObject *
new_author (guint n)
{
  JsonObject *author = json_object_new ();
  g_autofree char *family = g_strdup_printf ("Number%u", n);

  json_object_set_string_member (author, "family", family);
  json_object_set_string_member (author, "given", "A.");
  return author;
}

OffprintWork *
widget_support_new_work (guint n_references,
                         guint n_more_authors)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "widgets", "data", "invented.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *root;
  JsonObject *custom;
  JsonArray *references;
  OffprintWork *work;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  custom = json_object_get_object_member (json_object_get_object_member (root, "custom"), "offprint");

  references = json_array_new ();
  for (guint i = 0; i < n_references; i++)
    json_array_add_object_element (references, new_reference (i));
  json_object_set_array_member (custom, "references", references);
  if (n_references == 0)
    json_object_remove_member (custom, "references");

  for (guint i = 0; i < n_more_authors; i++)
    json_array_add_object_element (json_object_get_array_member (root, "author"), new_author (i));

  work = offprint_work_new_from_json (json_parser_get_root (parser), &error);
  g_assert_no_error (error);
  return work;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  offprint_style_catalog_load_finish (OFFPRINT_STYLE_CATALOG (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

void
widget_support_load_catalog (OffprintStyleCatalog *catalog)
{
  gboolean loaded = FALSE;

  offprint_style_catalog_load_async (catalog, NULL, loaded_cb, &loaded);
  widget_support_wait (is_true, &loaded);
}

OffprintStyleCatalog *
widget_support_new_catalog (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "widgets", "data", "styles", NULL);
  const char *folders[] = { folder, NULL };
  g_autofree char *cache = g_dir_make_tmp ("offprint-widgets-XXXXXX", NULL);
  OffprintStyleCatalog *catalog = offprint_style_catalog_new (folders, cache);

  widget_support_load_catalog (catalog);
  return catalog;
}

static gboolean
expired_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
widget_support_wait (WidgetSupportFunc func,
                     gpointer          data)
{
  gboolean expired = FALSE;
  guint limit = g_timeout_add_seconds (LIMIT_S, expired_cb, &expired);

  while (!func (data) && !expired)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (expired);
  g_source_remove (limit);
}

gpointer
widget_support_get_child (gpointer    widget,
                          const char *name)
{
  GObject *child = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);

  g_assert_nonnull (child);
  return child;
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0;
}

GtkWindow *
widget_support_show (GtkWidget *widget,
                     int        width,
                     int        height)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  adw_window_set_content (ADW_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  widget_support_wait (is_mapped, widget);
  gtk_test_widget_wait_for_draw (widget);
  return GTK_WINDOW (window);
}

gpointer
widget_support_find (gpointer widget,
                     GType    type)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = widget_support_find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

guint
widget_support_count (gpointer widget,
                      GType    type)
{
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += widget_support_count (child, type);
  return n;
}

void
widget_support_init (int    *argc,
                     char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, "gtk-enable-animations", FALSE, NULL);
}
