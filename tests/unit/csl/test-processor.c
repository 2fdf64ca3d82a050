/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The document under strain: threads that share style, locale and items; items
 * and styles that would take for ever if nothing held them.
 */

#include "config.h"

#include "try-style.h"

#include <string.h>

#define N_THREADS 8
#define N_ITEMS   200

typedef struct
{
  CslStyle *style;
  CslLocale *locale;
  GPtrArray *items;
} Shared;

static GPtrArray *
invent_items (guint n)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) csl_item_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *json = g_strdup_printf (
        "{\"id\":%u,\"type\":\"chapter\",\"title\":\"On <i>ants</i> %u: a “view”\",\"author\":[{\"family\":\"Ray%u\",\"given\":\"Ada\"}],"
        "\"container-title\":\"Things\",\"page\":\"%u-%u\",\"issued\":%u}",
        i, i, i % 7, i, i + 9, 1900 + i % 5);

      g_ptr_array_add (items, csl_item_parse (json, -1, NULL));
    }

  return items;
}

static char *
make_list (Shared *shared)
{
  g_autoptr (CslProcessor) processor = csl_processor_new (shared->style, shared->locale);
  g_autoptr (GArray) entries = NULL;
  GString *text = g_string_new (NULL);

  csl_processor_set_keeps_uncited (processor, TRUE);
  for (guint i = 0; i < shared->items->len; i++)
    csl_processor_add_item (processor, g_ptr_array_index (shared->items, i));
  entries = csl_processor_bibliography (processor);
  for (guint i = 0; i < entries->len; i++)
    {
      g_autofree char *html = csl_output_to_html (g_array_index (entries, CslEntry, i).output);

      g_string_append_printf (text, "%s\n", html);
    }

  return g_string_free_and_steal (text);
}

static gpointer
list_thread (gpointer data)
{
  return make_list (data);
}

/* All at once, from items whose fields nobody has read yet */
static void
test_threads (void)
{
  g_autoptr (GBytes) bytes = csl_builtin_get_style_bytes ();
  Shared shared = { 0 };
  GThread *threads[N_THREADS];
  g_autofree char *expected = NULL;

  shared.style = csl_style_new_from_data (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "built in", NULL);
  shared.locale = csl_locale_new (shared.style, NULL, NULL, NULL, NULL);
  shared.items = invent_items (N_ITEMS);

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("list", list_thread, &shared);
  for (guint i = 0; i < N_THREADS; i++)
    {
      g_autofree char *list = g_thread_join (threads[i]);

      if (expected == NULL)
        expected = g_steal_pointer (&list);
      else
        g_assert_cmpstr (list, ==, expected);
    }

  g_ptr_array_unref (shared.items);
  csl_locale_unref (shared.locale);
  csl_style_unref (shared.style);
}

static void
append_html_cb (guint      item,
                CslOutput *output,
                gpointer   user_data)
{
  g_autofree char *html = csl_output_to_html (output);

  g_string_append_printf (user_data, "%u %s\n", item, html);
  csl_output_free (output);
}

/* A long list is the same whoever writes it; names of neighbours give way to a dash, and some
 * entries show nothing at all */
static void
test_cores (void)
{
  static const guint n_threads[] = { 1, 2, 3, 7 };
  g_autoptr (CslStyle) style = try_style_new ("class=\"in-text\"",
                                              "<citation><layout><text variable=\"title\"/></layout></citation>"
                                              "<bibliography subsequent-author-substitute=\"---\"><sort><key variable=\"author\"/></sort><layout>"
                                              "<choose><if variable=\"author\"><names variable=\"author\"/><text variable=\"title\" prefix=\": \"/></if></choose>"
                                              "</layout></bibliography>");
  g_autoptr (CslLocale) locale = csl_locale_new (style, NULL, NULL, NULL, NULL);
  g_autoptr (GPtrArray) items = invent_items (5000);
  g_autofree char *expected = NULL;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"id\":\"none %u\",\"title\":\"none\"}", i);

      g_ptr_array_add (items, csl_item_parse (json, -1, NULL));
    }
  for (guint i = 0; i < G_N_ELEMENTS (n_threads); i++)
    {
      g_autoptr (CslProcessor) processor = csl_processor_new (style, locale);
      g_autoptr (GString) list = g_string_new (NULL);

      csl_processor_set_n_threads (processor, n_threads[i]);
      for (guint k = 0; k < items->len; k++)
        csl_processor_add_item (processor, items->pdata[k]);
      csl_processor_foreach_entry (processor, append_html_cb, list);
      if (expected == NULL)
        expected = g_string_free_and_steal (g_steal_pointer (&list));
      else
        g_assert_cmpstr (list->str, ==, expected);
    }
  g_assert_nonnull (strstr (expected, " ---: "));
}

/* The text of an item is bounded in each entry, and the document says so */
static void
test_bytes (void)
{
  g_autofree char *long_title = g_strnfill (700 * 1024, 'a');
  g_autofree char *json = g_strdup_printf ("{\"id\":\"here\",\"title\":\"%s\"}", long_title);
  g_autoptr (CslStyle) style = try_style_new ("class=\"in-text\"",
                                              "<citation><layout><text variable=\"title\"/><text variable=\"title\"/>"
                                              "<text variable=\"title\"/></layout></citation>");
  g_autoptr (CslLocale) locale = csl_locale_new (style, NULL, NULL, NULL, NULL);
  g_autoptr (CslProcessor) processor = csl_processor_new (style, locale);
  g_autoptr (CslItem) item = csl_item_parse (json, -1, NULL);
  g_autoptr (CslOutput) output = csl_processor_format_cite (processor, item);
  g_autoptr (GError) error = csl_processor_take_error (processor);
  g_autofree char *html = csl_output_to_html (output);

  g_assert_cmpuint (strlen (html), <, 2 * 1024 * 1024);
  g_assert_error (error, CSL_ERROR, CSL_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "here"));
  g_assert_null (csl_processor_take_error (processor));
}

static void
test_names (void)
{
  g_autoptr (GString) json = g_string_new ("{\"author\":[");
  g_autofree char *html = NULL;

  for (guint i = 0; i < CSL_ITEM_MAX_NAMES; i++)
    g_string_append_printf (json, "%s{\"family\":\"Ray%u\",\"given\":\"A\"}", i > 0 ? "," : "", i);
  g_string_append (json, "]}");
  html = try_style_layout ("<names variable=\"author\"><name and=\"text\" form=\"short\"/></names>", json->str);
  g_assert_true (g_str_has_prefix (html, "Ray0, Ray1, "));
}

static void
test_title (void)
{
  g_autoptr (GString) json = g_string_new ("{\"title\":\"");
  g_autofree char *html = NULL;

  while (json->len < 900 * 1024)
    g_string_append (json, "<i>a “b ‘c’ d” e</i>. ");
  g_string_append (json, "\"}");
  html = try_style_layout ("<text variable=\"title\" text-case=\"title\" quotes=\"true\" font-style=\"italic\" suffix=\".\"/>", json->str);
  g_assert_true (g_utf8_validate (html, -1, NULL));
}

/* Many works that nothing tells apart but a letter */
static void
test_clashes (void)
{
  g_autoptr (GString) items = g_string_new ("[");
  g_autofree char *list = NULL;
  guint n = 0;

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (items,
                            "%s{\"id\":%u,\"author\":[{\"family\":\"Ray\",\"given\":\"Ada\"},{\"family\":\"Lee\",\"given\":\"Bo\"},"
                            "{\"family\":\"Poe\",\"given\":\"Cy\"}],\"issued\":2001}",
                            i > 0 ? "," : "", i);
  g_string_append_c (items, ']');
  list = try_style_list ("<citation et-al-min=\"2\" et-al-use-first=\"1\" disambiguate-add-names=\"true\" disambiguate-add-givenname=\"true\" "
                         "disambiguate-add-year-suffix=\"true\"><layout><names variable=\"author\"><name form=\"short\"/></names>"
                         "<date variable=\"issued\" prefix=\" \"><date-part name=\"year\"/></date></layout></citation>"
                         "<bibliography><layout><date variable=\"issued\"><date-part name=\"year\"/></date></layout></bibliography>",
                         items->str);
  for (const char *p = list; *p != '\0'; p++)
    n += *p == '|';
  g_assert_cmpuint (n, ==, 1999);
  g_assert_true (g_str_has_prefix (list, "2001a|2001b|"));
  g_assert_true (g_str_has_suffix (list, "|2001bxx"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/processor/threads", test_threads);
  g_test_add_func ("/processor/cores", test_cores);
  g_test_add_func ("/processor/bounds/bytes", test_bytes);
  g_test_add_func ("/processor/bounds/names", test_names);
  g_test_add_func ("/processor/bounds/title", test_title);
  g_test_add_func ("/processor/bounds/clashes", test_clashes);

  return g_test_run ();
}
