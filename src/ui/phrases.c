/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words that several parts of the page say: how long ago, who and who, what a role
 * is called. Each is a phrase that a translator sees whole.
 */

#include "config.h"

#include "phrases.h"

#include <glib/gi18n-lib.h>

/**
 * offprint_phrase_ago:
 * @then: a time in the past
 * @now: the present
 *
 * Says how long ago something was, in the coarsest unit that fits; after a week by
 * its date.
 *
 * Returns: (transfer full): "2 minutes ago" and its like
 */
char *
offprint_phrase_ago (GDateTime *then,
                     GDateTime *now)
{
  GTimeSpan span;
  guint minutes;
  guint hours;
  guint days;

  g_return_val_if_fail (then != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  span = MAX (g_date_time_difference (now, then), 0);
  minutes = span / G_TIME_SPAN_MINUTE;
  hours = span / G_TIME_SPAN_HOUR;
  days = span / G_TIME_SPAN_DAY;

  if (minutes == 0)
    return g_strdup (C_("time", "just now"));
  if (hours == 0)
    return g_strdup_printf (ngettext ("%u minute ago", "%u minutes ago", minutes), minutes);
  if (days == 0)
    return g_strdup_printf (ngettext ("%u hour ago", "%u hours ago", hours), hours);
  if (days < 7)
    return g_strdup_printf (ngettext ("%u day ago", "%u days ago", days), days);

  {
    g_autoptr (GDateTime) local = g_date_time_to_local (then);

    /* Translators: a date in the middle of a sentence, as for strftime: “3 May 2026” */
    return g_date_time_format (local, C_("date", "%-e %B %Y"));
  }
}

/**
 * offprint_phrase_list:
 * @items: (array zero-terminated=1): things or names
 *
 * Lists things as a sentence does.
 *
 * Returns: (transfer full): "A, B and C"
 */
char *
offprint_phrase_list (const char *const *items)
{
  g_autofree char *most = NULL;
  guint n;

  g_return_val_if_fail (items != NULL, NULL);

  n = g_strv_length ((char **) items);
  if (n == 0)
    return g_strdup ("");

  most = g_strdup (items[0]);
  for (guint i = 1; i + 1 < n; i++)
    {
      /* Translators: joins a list of three or more but its last: “A, B” */
      char *longer = g_strdup_printf (C_("list", "%s, %s"), most, items[i]);

      g_free (most);
      most = longer;
    }
  if (n == 1)
    return g_steal_pointer (&most);
  /* Translators: joins the end of a list: “A, B and C” */
  return g_strdup_printf (C_("list", "%s and %s"), most, items[n - 1]);
}

/**
 * offprint_phrase_role:
 * @role: a role of CSL's
 *
 * Says what somebody did for a work.
 *
 * Returns: (transfer full) (nullable): "Editor", or `NULL` for an author
 */
char *
offprint_phrase_role (const char *role)
{
  static const struct
  {
    const char *role;
    const char *name;
  } names[] = {
    { "editor", N_("Editor") },
    { "translator", N_("Translator") },
    { "collection-editor", N_("Series editor") },
    { "container-author", N_("Author of the book") },
    { "chair", N_("Chair") },
    { "contributor", N_("Contributor") },
  };

  g_return_val_if_fail (role != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (role, names[i].role))
        return g_strdup (_(names[i].name));
    }
  return NULL;
}

/**
 * offprint_phrase_people:
 * @people: (type GListModel(OffprintContributor)): everybody
 * @role: a role of CSL's
 * @max: how many to name at most
 *
 * Lists the people in one role.
 *
 * Returns: (transfer full) (nullable): "A, B and C", "A, B and 12 more", or `NULL`
 *   if nobody has that role
 */
char *
offprint_phrase_people (GListModel *people,
                        const char *role,
                        guint       max)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  guint n = 0;

  g_return_val_if_fail (G_IS_LIST_MODEL (people), NULL);
  g_return_val_if_fail (role != NULL, NULL);
  g_return_val_if_fail (max > 0, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (OffprintContributor) person = g_list_model_get_item (people, i);

      if (!g_str_equal (offprint_contributor_get_role (person), role))
        continue;
      if (n < max)
        g_strv_builder_add (builder, offprint_contributor_get_name (person));
      n++;
    }
  if (n == 0)
    return NULL;
  if (n > max)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("%u more", "%u more", n - max), n - max);

      g_strv_builder_add (builder, more);
    }
  names = g_strv_builder_end (builder);
  return offprint_phrase_list ((const char *const *) names);
}
