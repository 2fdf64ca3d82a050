/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One array of objects with name, title, titleShort, dependent, categories and updated:
 * services.md 11. It becomes entries like those of installed styles.
 */

#include "config.h"

#include "style-online.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cite-error.h"
#include "json-list.h"
#include "read.h"
#include "style-info-private.h"

#define MAX_STYLES 100000
#define MAX_TEXT   4096
#define MAX_FIELDS 64

/* A name becomes part of an address and a file's name */
static gboolean
is_name (const char *name)
{
  return name != NULL && g_ascii_isalnum (*name) && strlen (name) <= 150 &&
         strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (name);
}

static const char *
get_string (const CslValue *object,
            const char     *name)
{
  const CslValue *value = csl_value_get (object, name);

  return value != NULL && value->kind == CSL_VALUE_STRING && strlen (value->of.string) <= MAX_TEXT ? value->of.string : NULL;
}

static char *
dup_line (const CslValue *object,
          const char     *name)
{
  const char *text = get_string (object, name);
  g_autofree char *line = text != NULL ? offprint_text_clean_line (text, -1) : NULL;

  return line != NULL && *line != '\0' ? g_steal_pointer (&line) : NULL;
}

static char **
dup_fields (const CslValue *categories)
{
  const CslValue *list = csl_value_get (categories, "fields");
  GPtrArray *fields = g_ptr_array_new ();

  for (const CslValue *field = list != NULL && list->kind == CSL_VALUE_LIST ? list->of.first : NULL; field != NULL; field = field->next)
    if (field->kind == CSL_VALUE_STRING && fields->len < MAX_FIELDS)
      g_ptr_array_add (fields, offprint_text_clean_line (field->of.string, -1));
  g_ptr_array_add (fields, NULL);
  return (char **) g_ptr_array_free (fields, FALSE);
}

/* "2022-01-31 12:00:00" → 2022-01-31T12:00:00Z */
static char *
dup_time (const CslValue *object)
{
  g_autofree char *text = dup_line (object, "updated");
  char *blank = text != NULL ? strchr (text, ' ') : NULL;

  if (blank == NULL)
    return g_steal_pointer (&text);
  *blank = 'T';
  return g_strconcat (text, "Z", NULL);
}

static OffprintStyleInfo *
read_entry (const CslValue *object)
{
  const CslValue *categories = csl_value_get (object, "categories");
  const char *name = get_string (object, "name");
  g_auto (CslStyleHead) head = { NULL };

  if (!is_name (name))
    return NULL;
  head.title = dup_line (object, "title");
  if (head.title == NULL)
    return NULL;
  head.title_short = dup_line (object, "titleShort");
  head.updated = dup_time (object);
  head.format = dup_line (categories, "format");
  if (g_strcmp0 (head.format, "note") == 0)
    head.class = g_strdup ("note");
  head.fields = dup_fields (categories);
  return offprint_style_info_new (name, &head);
}

/**
 * offprint_style_online_read:
 * @list: what the repository answered
 * @error: return location for an error of the domain `OFFPRINT_CITE_ERROR`
 *
 * Reads the list of all styles of the repository. Entries that cannot be styles are left
 * out. Some milliseconds: call it on a thread if the main loop waits.
 *
 * Returns: (transfer full) (element-type OffprintStyleInfo): the styles by title, or
 *   `NULL` with @error set
 */
GPtrArray *
offprint_style_online_read (GBytes  *list,
                            GError **error)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (list, &length);
  g_autoptr (GError) cause = NULL;
  g_autoptr (CslJsonList) json = csl_json_list_new (length > 0 ? data : "", length, &cause);
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func (g_object_unref);
  const CslValue *value = NULL;

  while (json != NULL && infos->len < MAX_STYLES && (value = csl_json_list_next (json, &cause)) != NULL)
    {
      OffprintStyleInfo *info = read_entry (value);

      if (info != NULL)
        g_ptr_array_add (infos, info);
    }
  if (cause != NULL || infos->len == 0)
    {
      g_set_error (error, OFFPRINT_CITE_ERROR, OFFPRINT_CITE_ERROR_BAD_LIST,
                   /* Translators: what the parser of JSON says, or nothing */
                   _("What the style repository answered is no list of styles; try again later (%s)"), cause != NULL ? cause->message : "—");
      return NULL;
    }
  g_ptr_array_sort (infos, offprint_style_info_compare_titles);
  return g_steal_pointer (&infos);
}
