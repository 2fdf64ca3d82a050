/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What pandoc reads has other capitals and other quotation marks, but must have the same
 * letters: of titles, identifiers and people.
 */

#include "config.h"

#include "support.h"

#include "json-value.h"
#include "read.h"
#include "write.h"

#include <gio/gio.h>
#include <string.h>

JsonArray *
support_items (const char *json)
{
  g_autofree char *list = g_strconcat ("[", json, "]", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  JsonArray *items = NULL;

  g_strdelimit (list, "'", '"');
  bytes = g_bytes_new (list, strlen (list));
  items = offprint_csl_json_read (bytes, "test", &error);
  g_assert_no_error (error);

  return items;
}

char *
support_write (OffprintFormat  format,
               const char     *json)
{
  g_autoptr (JsonArray) items = support_items (json);
  g_autoptr (GError) error = NULL;
  char *text = offprint_format_write (format, items, &error);

  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  return text;
}

gboolean
support_has_pandoc (void)
{
  g_autofree char *program = g_find_program_in_path ("pandoc");

  return program != NULL;
}

JsonArray *
support_ask_pandoc (const char *format,
                    const char *text)
{
  g_autoptr (GSubprocess) pandoc = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;
  g_autoptr (JsonNode) root = NULL;

  pandoc = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                             "pandoc", "-f", format, "-t", "csljson", NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (pandoc, text, NULL, &json, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (pandoc));
  root = json_from_string (json, &error);
  g_assert_no_error (error);

  return json_array_ref (json_node_get_array (root));
}

char *
support_fold (const char *text)
{
  g_autoptr (OffprintRichText) rich = offprint_rich_text_new_from_inline (text, -1);
  g_autofree char *plain = offprint_rich_text_to_plain (rich);
  g_autofree char *folded = g_utf8_casefold (plain, -1);
  g_autofree char *normal = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  GString *string = g_string_new (NULL);

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_isalnum (g_utf8_get_char (p)))
        g_string_append_len (string, p, g_utf8_next_char (p) - p);
    }
  return g_string_free (string, FALSE);
}

static char *
fold_member (JsonObject *item,
             const char *member)
{
  g_autofree char *text = offprint_json_dup_text (json_object_get_member (item, member));

  return support_fold (text != NULL ? text : "");
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (a, b);
}

/* The words of a name in the order of the alphabet: pandoc moves particles about */
static void
append_person (GString    *string,
               JsonObject *name)
{
  static const char *const parts[] = { "dropping-particle", "non-dropping-particle", "family", "given", "suffix", "literal" };
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *part = offprint_json_dup_text (json_object_get_member (name, parts[i]));
      g_auto (GStrv) split = g_strsplit_set (part != NULL ? part : "", " -.", -1);

      if (strcmp (parts[i], "literal") == 0 && json_object_has_member (name, "family"))
        continue;
      for (guint j = 0; split[j] != NULL; j++)
        g_ptr_array_add (words, support_fold (split[j]));
    }
  g_ptr_array_sort_values (words, compare_words);
  for (guint i = 0; i < words->len; i++)
    g_string_append (string, g_ptr_array_index (words, i));
  g_string_append_c (string, ';');
}

static char *
fold_people (JsonObject *item,
             const char *role)
{
  JsonArray *names = offprint_json_get_array (item, role);
  GString *string = g_string_new (NULL);

  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    append_person (string, offprint_json_element_object (names, i));

  return g_string_free (string, FALSE);
}

void
support_compare (JsonArray *items,
                 JsonArray *read)
{
  g_assert_cmpuint (json_array_get_length (items), ==, json_array_get_length (read));
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonObject *item = json_array_get_object_element (items, i);
      JsonObject *other = json_array_get_object_element (read, i);
      g_autofree char *title = fold_member (item, "title");
      g_autofree char *other_title = fold_member (other, "title");
      g_autofree char *doi = fold_member (item, "DOI");
      g_autofree char *other_doi = fold_member (other, "DOI");
      g_autofree char *authors = fold_people (item, "author");
      g_autofree char *other_authors = fold_people (other, "author");

      g_assert_cmpstr (other_title, ==, title);
      g_assert_cmpstr (other_doi, ==, doi);
      if (authors[0] != '\0')
        g_assert_cmpstr (other_authors, ==, authors);
    }
}
