/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People in the text of a page. The line to cite by has their families and initials in
 * order; the lists below “Author information” have full names and where they work; who
 * answers letters is named once more.
 */

#include "config.h"

#include "plain-private.h"

#include <string.h>

#include "affiliation.h"
#include "json-value.h"
#include "personal-names.h"
#include "record.h"

#define MAX_PEOPLE 5000
#define MAX_NAME   80

typedef struct
{
  char *address;
  char **names;
} Workplace;

static void
clear_workplace (gpointer data)
{
  Workplace *workplace = data;

  g_free (workplace->address);
  g_strfreev (workplace->names);
}

/* Two to six words, none of them a number or an address */
static gboolean
is_name (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 8);
  guint n = g_strv_length (words);

  return n >= 2 && n <= 6 && strlen (text) <= MAX_NAME && strpbrk (text, "0123456789@:/()") == NULL &&
         g_unichar_isalpha (g_utf8_get_char (text));
}

/* “Ann Ode, Bo Tree & Cy Press” */
static char **
split_names (const char *text)
{
  g_auto (GStrv) halves = g_strsplit (text, " & ", -1);
  g_autofree char *joined = g_strjoinv (", ", halves);

  return g_strsplit (joined, ", ", MAX_PEOPLE);
}

static gboolean
are_names (const char *text)
{
  g_auto (GStrv) names = split_names (text);

  for (guint i = 0; names[i] != NULL; i++)
    if (!is_name (names[i]))
      return FALSE;

  return names[0] != NULL;
}

/* “3. Department of …”: without the number of the list */
static const char *
skip_number (const char *text)
{
  gsize digits = strspn (text, "0123456789");

  if (digits == 0 || digits > 3 || text[digits] != '.' || text[digits + 1] != ' ')
    return text;

  return text + digits + 2;
}

/* Addresses each followed by a line of names */
static GArray *
read_workplaces (OffprintPlain     *self,
                 OffprintPlainPart  part)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Workplace));
  guint start = offprint_plain_find (self, part, 0);
  guint end = start < self->lines->len ? offprint_plain_part_end (self, start) : start;
  const char *address = NULL;
  guint n_names = 0;

  g_array_set_clear_func (places, clear_workplace);
  for (guint i = start + 1; i < end && n_names < MAX_PEOPLE; i++)
    {
      const char *text = skip_number (offprint_plain_get_line (self, i)->text);

      if (*text == '\0' || strspn (text, "0123456789.") == strlen (text))
        continue;
      if (address == NULL)
        {
          address = text;
          continue;
        }
      if (are_names (text))
        {
          Workplace place = { g_strdup (address), split_names (text) };

          n_names += g_strv_length (place.names);
          g_array_append_val (places, place);
          address = NULL;
        }
      else
        address = text;
    }
  return places;
}

/* Full names below “Authors”, else those at the addresses */
static GPtrArray *
collect_names (OffprintPlain *self,
               GArray        *places,
               gboolean       is_author)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  guint start = is_author ? offprint_plain_find (self, OFFPRINT_PLAIN_PEOPLE, 0) : self->lines->len;
  guint end = start < self->lines->len ? offprint_plain_part_end (self, start) : start;

  for (guint i = start + 1; i < end && names->len < MAX_PEOPLE; i++)
    {
      const char *text = skip_number (offprint_plain_get_line (self, i)->text);

      if (is_name (text) && !g_str_has_prefix (text, "View ") && !g_str_has_prefix (text, "Search ") && !g_str_has_prefix (text, "You can ") &&
          !g_str_has_prefix (text, "PubMed") && strstr (text, "Scholar") == NULL)
        g_ptr_array_add (names, g_strdup (text));
    }
  if (names->len > 0)
    return names;
  for (guint i = 0; i < places->len; i++)
    {
      char **parts = g_array_index (places, Workplace, i).names;

      for (guint j = 0; parts[j] != NULL; j++)
        if (!g_ptr_array_find_with_equal_func (names, parts[j], g_str_equal, NULL))
          g_ptr_array_add (names, g_strdup (parts[j]));
    }
  return names;
}

/* A full name for one with initials: the same family, the same first letter */
static gboolean
is_fuller (const char *full,
           JsonObject *cited)
{
  const char *family = offprint_json_get_string (cited, "family");
  const char *given = offprint_json_get_string (cited, "given");
  gsize length = family != NULL ? strlen (family) : 0;

  if (family == NULL || given == NULL || !g_str_has_suffix (full, family) || strlen (full) <= length + 1)
    return FALSE;

  return full[strlen (full) - length - 1] == ' ' && g_utf8_get_char (full) == g_utf8_get_char (given);
}

static JsonObject *
new_fuller (const char *full,
            JsonObject *cited)
{
  const char *family = offprint_json_get_string (cited, "family");
  g_autofree char *given = g_strndup (full, strlen (full) - strlen (family) - 1);
  JsonObject *name = json_object_new ();

  offprint_record_set_string (name, "family", family);
  offprint_record_set_string (name, "given", given);

  return name;
}

/* “Correspondence to Elizabeth Wishnick .” and “… A or B.” */
static char **
dup_correspondents (OffprintPlain *self)
{
  static const char start[] = "Correspondence to ";

  for (guint i = 0; i < self->lines->len; i++)
    {
      const char *text = offprint_plain_get_line (self, i)->text;
      g_autofree char *names = NULL;
      char **parts = NULL;

      if (!g_str_has_prefix (text, start))
        continue;
      names = g_strdup (text + strlen (start));
      while (*names != '\0' && strchr (" .", names[strlen (names) - 1]) != NULL)
        names[strlen (names) - 1] = '\0';
      parts = g_strsplit (names, " or ", 20);
      for (guint j = 0; parts[j] != NULL; j++)
        g_strstrip (parts[j]);

      return parts;
    }
  return g_new0 (char *, 1);
}

static JsonObject *
find_cited (JsonArray  *cited,
            const char *full)
{
  for (guint i = 0; cited != NULL && i < json_array_get_length (cited); i++)
    if (is_fuller (full, offprint_json_element_object (cited, i)))
      return offprint_json_element_object (cited, i);

  return NULL;
}

static JsonObject *
new_extra (GArray      *places,
           char       **correspondents,
           const char  *full)
{
  JsonObject *extra = json_object_new ();
  JsonArray *list = NULL;

  for (guint i = 0; full != NULL && i < places->len; i++)
    {
      const Workplace *place = &g_array_index (places, Workplace, i);
      JsonObject *affiliation = g_strv_contains ((const char *const *) place->names, full) ? offprint_affiliation_new (place->address) : NULL;

      if (affiliation == NULL)
        continue;
      if (list == NULL)
        list = json_array_new ();
      json_array_add_object_element (list, affiliation);
    }
  if (list != NULL)
    json_object_set_array_member (extra, "affiliations", list);
  if (full != NULL && correspondents != NULL && g_strv_contains ((const char *const *) correspondents, full))
    json_object_set_boolean_member (extra, "corresponding", TRUE);

  return extra;
}

/* The full name of someone cited: in a list, or where letters go */
static const char *
find_full (GPtrArray   *names,
           char       **correspondents,
           JsonObject  *cited)
{
  for (guint i = 0; i < names->len; i++)
    if (is_fuller (g_ptr_array_index (names, i), cited))
      return g_ptr_array_index (names, i);
  for (guint i = 0; correspondents != NULL && correspondents[i] != NULL; i++)
    if (is_fuller (correspondents[i], cited))
      return correspondents[i];

  return NULL;
}

static void
add_person (OffprintPlain *self,
            const char    *role,
            JsonObject    *cited,
            const char    *full,
            JsonObject    *extra)
{
  JsonObject *name = NULL;

  if (cited != NULL && full != NULL)
    name = new_fuller (full, cited);
  else if (cited != NULL)
    name = offprint_json_copy_object (cited);
  else
    name = offprint_name_new_straight (full);
  offprint_record_add_person (self->record, role, name, extra);
}

static void
read_role (OffprintPlain      *self,
           const char         *role,
           OffprintPlainPart   part,
           char              **correspondents)
{
  GArray *places = read_workplaces (self, part);
  g_autoptr (GPtrArray) names = collect_names (self, places, correspondents != NULL);
  JsonArray *cited = self->cite != NULL ? offprint_json_get_array (self->cite, role) : NULL;
  guint n_cited = cited != NULL ? json_array_get_length (cited) : 0;

  /* the line to cite by is in order and whole, unless it says et al. */
  if (n_cited > 0 && (names->len <= n_cited || !self->is_cut))
    for (guint i = 0; i < n_cited; i++)
      {
        JsonObject *name = offprint_json_element_object (cited, i);
        const char *full = find_full (names, correspondents, name);

        add_person (self, role, name, full, new_extra (places, correspondents, full));
      }
  else
    for (guint i = 0; i < names->len; i++)
      {
        const char *full = g_ptr_array_index (names, i);

        add_person (self, role, find_cited (cited, full), full, new_extra (places, correspondents, full));
      }
  g_array_unref (places);
}

/**
 * offprint_plain_read_people:
 * @self: the text of a page of which the line to cite by is read
 *
 * Reads authors and editors.
 */
void
offprint_plain_read_people (OffprintPlain *self)
{
  g_auto (GStrv) correspondents = dup_correspondents (self);

  read_role (self, "author", OFFPRINT_PLAIN_AUTHORS, correspondents);
  read_role (self, "editor", OFFPRINT_PLAIN_EDITORS, NULL);
  if (!json_object_has_member (self->record, "author") && correspondents[0] != NULL && is_name (correspondents[0]))
    for (guint i = 0; correspondents[i] != NULL; i++)
      {
        JsonObject *extra = json_object_new ();

        json_object_set_boolean_member (extra, "corresponding", TRUE);
        offprint_record_add_person (self->record, "author", offprint_name_new_straight (correspondents[i]), extra);
      }
}
