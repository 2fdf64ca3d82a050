/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Publishers print an affiliation in one line, the institution first and the country
 * last, commas between. Registries tell institution and place apart, so the page should
 * too; but a place is only taken off where the line has the shape of one.
 */

#include "config.h"

#include "affiliation.h"

#include <string.h>

#include "read.h"
#include "record.h"

#define MAX_PARTS   40
#define MAX_COUNTRY 40

/* Words that institutions are called by and towns are not; folded */
static gboolean
is_institution (const char *part)
{
  static const char *const words[] = {
    "universi", "institut", "college", "school", "department", "dept", "faculty", "centre", "center", "hospital",
    "laborator", "academ", "division", "école", "ecole", "fachhochschule", "hochschule", "klinik", "clinic", "council",
    "ministry", "agency", "museum", "library", "corporation", "company", "foundation", "society", "research", "ltd",
    "inc.", "gmbh", "group", "facult", "fakultät", "dipartimento", "departamento", "program", "unit", "section", "chair"
  };
  g_autofree char *folded = g_utf8_strdown (part, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* "7000", "NC", "13565-905", "SW7 2AZ" */
static gboolean
is_code (const char *part)
{
  gsize length = strlen (part);

  if (strpbrk (part, "0123456789") != NULL)
    return length <= 12;

  return length <= 3 && strspn (part, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == length;
}

/* Where a state stands between town and country, in full as often as in letters */
static gboolean
has_states (const char *country)
{
  static const char *const countries[] = { "USA", "United States", "United States of America", "Canada", "Australia", NULL };

  return g_strv_contains (countries, country);
}

/* How many parts at the end are the place */
static guint
count_place (char  **parts,
             guint   n)
{
  const char *country = parts[n - 1];
  guint first = n - 1;

  if (n < 2 || g_utf8_strlen (country, -1) > MAX_COUNTRY || strpbrk (country, "0123456789@") != NULL || is_institution (country))
    return 0;
  while (first > 1 && is_code (parts[first - 1]))
    first--;
  if (first > 1 && !is_institution (parts[first - 1]))
    first--;
  if (first > 1 && n - first == 2 && has_states (country) && !is_institution (parts[first - 1]) && !is_code (parts[first]))
    first--;

  return n - first;
}

/* Older pages have a person’s e-mail and fax behind the address */
static void
cut_contact (char *line)
{
  static const char *const words[] = { "E-mail:", "e-mail:", "Email:", "Fax:", "Tel.:", "Phone:" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      char *at = strstr (line, words[i]);

      if (at != NULL && at > line)
        *at = '\0';
    }
  g_strchomp (line);
  while (*line != '\0' && strchr (",;", line[strlen (line) - 1]) != NULL)
    line[strlen (line) - 1] = '\0';
}

/**
 * offprint_affiliation_new:
 * @text: (nullable): an affiliation as printed
 *
 * Parts an affiliation into the name of the institution and its place.
 *
 * Returns: (transfer full) (nullable): an entry of `affiliations`
 */
JsonObject *
offprint_affiliation_new (const char *text)
{
  g_autofree char *line = text != NULL ? offprint_text_clean_line (text, -1) : NULL;
  g_auto (GStrv) parts = NULL;
  JsonObject *affiliation = NULL;
  guint n = 0;
  guint n_place = 0;

  if (line != NULL)
    cut_contact (line);
  if (line == NULL || *line == '\0')
    return NULL;
  affiliation = json_object_new ();
  parts = g_strsplit (line, ", ", MAX_PARTS + 1);
  n = g_strv_length (parts);
  n_place = n <= MAX_PARTS ? count_place (parts, n) : 0;
  if (n_place > 0)
    {
      g_autofree char *place = g_strjoinv (", ", parts + n - n_place);

      offprint_record_set_string (affiliation, "place", place);
      g_clear_pointer (&parts[n - n_place], g_free);
      for (guint i = n - n_place + 1; i < n; i++)
        g_clear_pointer (&parts[i], g_free);
    }
  {
    g_autofree char *name = g_strjoinv (", ", parts);

    offprint_record_set_string (affiliation, "name", name);
  }
  return affiliation;
}
