/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is said of all offers together, once: a price is only true for the country and
 * the day that it was read on (services/springer-page.md, 6), and a reader must see both.
 */

#include "config.h"

#include "offers.h"

#include <glib/gi18n-lib.h>

/**
 * offprint_offers_dup_common_tax:
 * @offers: (type GListModel(OffprintAccess)): what is offered
 *
 * The note on taxes that all offers have.
 *
 * Returns: (transfer full) (nullable): the note, or `NULL` if they differ or have none
 */
char *
offprint_offers_dup_common_tax (GListModel *offers)
{
  g_autofree char *common = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (offers), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (offers); i++)
    {
      g_autoptr (OffprintAccess) offer = g_list_model_get_item (offers, i);
      const char *tax = offprint_access_get_tax (offer);

      if (tax == NULL || (i > 0 && !g_str_equal (tax, common)))
        return NULL;
      g_set_str (&common, tax);
    }
  return g_steal_pointer (&common);
}

static void
add_sentence (GString    *text,
              const char *sentence)
{
  g_autofree char *clean = g_strstrip (g_strdup (sentence));
  gunichar last;

  if (*clean == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, clean);
  last = g_utf8_get_char (g_utf8_prev_char (clean + strlen (clean)));
  if (!g_unichar_ispunct (last) || last == ')')
    g_string_append_c (text, '.');
}

static char *
dup_seen (OffprintWork *work)
{
  g_autoptr (GDateTime) seen = offprint_work_dup_access_seen (work);
  g_autoptr (GDateTime) local = seen != NULL ? g_date_time_to_local (seen) : NULL;
  g_autofree char *day = NULL;

  if (local == NULL)
    return NULL;
  /* Translators: a date in the middle of a sentence, as for strftime: “3 May 2026” */
  day = g_date_time_format (local, C_("date", "%-e %B %Y"));
  /* Translators: when prices were read: “Seen 24 November 2026” */
  return g_strdup_printf (_("Seen %s"), day);
}

static gboolean
has_word (const char *text,
          const char *word)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *looked_for = g_utf8_casefold (word, -1);

  return strstr (folded, looked_for) != NULL;
}

/**
 * offprint_offers_say:
 * @work: a work
 * @word: a word
 *
 * Whether the page's own remarks have a word: what they say need not be said again.
 *
 * Returns: whether they do, whatever its case
 */
gboolean
offprint_offers_say (OffprintWork *work,
                     const char   *word)
{
  g_auto (GStrv) remarks = NULL;

  g_return_val_if_fail (OFFPRINT_IS_WORK (work), FALSE);
  g_return_val_if_fail (word != NULL, FALSE);

  remarks = offprint_work_dup_access_remarks (work);
  for (gsize i = 0; remarks[i] != NULL; i++)
    if (has_word (remarks[i], word))
      return TRUE;
  return FALSE;
}

/* The words of a link that stands below as a row. */
static gboolean
is_said_below (OffprintWork *work,
               const char   *remark)
{
  return offprint_work_get_link (work, "institutional-subscriptions") != NULL && has_word (remark, _("Institutional Subscriptions"));
}

/**
 * offprint_offers_dup_terms:
 * @work: a work
 *
 * Says what holds for all its offers: when they were seen, the note on taxes that they
 * have in common, and the page's own remarks.
 *
 * Returns: (transfer full) (nullable): sentences, or `NULL` if there is nothing to say
 */
char *
offprint_offers_dup_terms (OffprintWork *work)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *seen = NULL;
  g_autofree char *tax = NULL;
  g_auto (GStrv) remarks = NULL;
  GListModel *offers;

  g_return_val_if_fail (OFFPRINT_IS_WORK (work), NULL);

  offers = offprint_work_get_offers (work);
  tax = offprint_offers_dup_common_tax (offers);
  if (g_list_model_get_n_items (offers) > 0)
    seen = dup_seen (work);
  if (seen != NULL)
    add_sentence (text, seen);
  if (tax != NULL)
    add_sentence (text, tax);
  remarks = offprint_work_dup_access_remarks (work);
  for (gsize i = 0; remarks[i] != NULL; i++)
    if (!is_said_below (work, remarks[i]))
      add_sentence (text, remarks[i]);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
