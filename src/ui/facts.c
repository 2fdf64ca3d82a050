/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The facts about a work, each said in words: what stands in the pane under About.
 * One row of the table for each; a new fact is a new row.
 */

#include "config.h"

#include "facts.h"

#include "candidate-row.h"
#include "language-name.h"
#include "numerals.h"
#include "phrases.h"

#include <glib/gi18n-lib.h>

typedef char *(*SayFunc) (OffprintWork *work,
                          GDateTime *now);

static char *
dup_text (OffprintWork    *work,
          OffprintFieldId  field)
{
  return g_strdup (offprint_work_get_text (work, field));
}

static char *
say_doi (OffprintWork *work,
         GDateTime    *now)
{
  return g_strdup (offprint_work_get_doi (work));
}

static char *
say_isbns (OffprintWork *work,
           GDateTime    *now)
{
  gsize n;
  const OffprintIsbn *isbns = offprint_work_get_isbns (work, &n);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  for (gsize i = 0; i < n; i++)
    {
      const char *number = isbns[i].shown != NULL ? isbns[i].shown : isbns[i].value;

      if (g_strcmp0 (isbns[i].kind, "print") == 0)
        /* Translators: the number of the printed book */
        g_strv_builder_take (builder, g_strdup_printf (_("ISBN %s (print)"), number));
      else if (g_strcmp0 (isbns[i].kind, "electronic") == 0)
        /* Translators: the number of the electronic book */
        g_strv_builder_take (builder, g_strdup_printf (_("ISBN %s (online)"), number));
      else
        g_strv_builder_take (builder, g_strdup_printf (_("ISBN %s"), number));
    }
  lines = g_strv_builder_end (builder);
  return lines[0] != NULL ? g_strjoinv ("\n", lines) : NULL;
}

static char *
say_issn (OffprintWork *work,
          GDateTime    *now)
{
  const char *numbers = offprint_work_get_text (work, OFFPRINT_FIELD_ISSN);
  g_auto (GStrv) each = numbers != NULL ? g_strsplit (numbers, " ", -1) : NULL;

  return each != NULL ? g_strjoinv (" · ", each) : NULL;
}

static char *
say_event (OffprintWork *work,
           GDateTime    *now)
{
  const char *title = offprint_work_get_text (work, OFFPRINT_FIELD_EVENT_TITLE);
  const char *place = offprint_work_get_text (work, OFFPRINT_FIELD_EVENT_PLACE);
  OffprintDate *date = offprint_work_get_date (work, OFFPRINT_FIELD_EVENT_DATE);
  g_autofree char *day = date != NULL ? offprint_date_dup_shown (date) : NULL;

  if (title == NULL)
    return NULL;
  if (place != NULL && day != NULL)
    /* Translators: a conference, its place, its date */
    return g_strdup_printf (C_("event", "%s, %s, %s"), title, place, day);
  if (place != NULL || day != NULL)
    /* Translators: a conference, its place or its date */
    return g_strdup_printf (C_("event", "%s, %s"), title, place != NULL ? place : day);
  return g_strdup (title);
}

static char *
say_edition (OffprintWork *work,
             GDateTime    *now)
{
  return dup_text (work, OFFPRINT_FIELD_EDITION);
}

static char *
say_language (OffprintWork *work,
              GDateTime    *now)
{
  const char *tag = offprint_work_get_text (work, OFFPRINT_FIELD_LANGUAGE);

  return tag != NULL ? offprint_language_name_dup (tag) : NULL;
}

static char *
dup_event_day (OffprintWork *work,
               const char   *name)
{
  g_autoptr (OffprintDate) date = offprint_work_dup_event (work, name);

  return date != NULL ? offprint_date_dup_shown (date) : NULL;
}

static char *
say_online (OffprintWork *work,
            GDateTime    *now)
{
  return dup_event_day (work, "online");
}

static char *
say_print (OffprintWork *work,
           GDateTime    *now)
{
  return dup_event_day (work, "print");
}

static char *
say_received (OffprintWork *work,
              GDateTime    *now)
{
  return dup_event_day (work, "received");
}

static char *
say_accepted (OffprintWork *work,
              GDateTime    *now)
{
  return dup_event_day (work, "accepted");
}

static char *
say_copyright (OffprintWork *work,
               GDateTime    *now)
{
  OffprintRights *rights = offprint_work_get_rights (work);

  return rights != NULL ? g_strdup (offprint_rights_get_copyright (rights)) : NULL;
}

static char *
say_keywords (OffprintWork *work,
              GDateTime    *now)
{
  const char *const *keywords = offprint_work_get_keywords (work);

  if (keywords == NULL || keywords[0] == NULL)
    return dup_text (work, OFFPRINT_FIELD_KEYWORD);
  return g_strjoinv (" · ", (char **) keywords);
}

static char *
say_packages (OffprintWork *work,
              GDateTime    *now)
{
  const char *const *packages = offprint_work_get_packages (work);

  if (packages == NULL || packages[0] == NULL)
    return NULL;
  return g_strjoinv ("\n", (char **) packages);
}

static char *
dup_count_words (OffprintCount which,
                 gint64        value)
{
  g_autofree char *number = offprint_number_format (value, NULL);
  gulong n = (gulong) CLAMP (value, 0, G_MAXINT32);

  switch (which)
    {
    case OFFPRINT_COUNT_ACCESSES:
      /* Translators: how often the publisher's page was opened */
      return g_strdup_printf (ngettext ("%s access", "%s accesses", n), number);
    case OFFPRINT_COUNT_CITATIONS:
      /* Translators: how often other works cite this one */
      return g_strdup_printf (ngettext ("Cited %s time", "Cited %s times", n), number);
    case OFFPRINT_COUNT_REFERENCES:
      return g_strdup_printf (ngettext ("%s work cited", "%s works cited", n), number);
    }
  g_assert_not_reached ();
}

static char *
say_count (OffprintWork  *work,
           OffprintCount  which,
           GDateTime     *now)
{
  gint64 value;
  const char *seen = NULL;
  g_autofree char *count = NULL;
  g_autoptr (GDateTime) then = NULL;
  g_autofree char *ago = NULL;

  if (!offprint_work_get_count (work, which, &value, &seen))
    return NULL;

  count = dup_count_words (which, value);
  then = seen != NULL ? g_date_time_new_from_iso8601 (seen, NULL) : NULL;
  if (then == NULL)
    return g_steal_pointer (&count);

  ago = offprint_phrase_ago (then, now);
  /* Translators: a count and when it was read: “831 accesses, 2 minutes ago” */
  return g_strdup_printf (C_("count", "%s, %s"), count, ago);
}

static char *
say_counts (OffprintWork *work,
            GDateTime    *now)
{
  g_autofree char *accesses = say_count (work, OFFPRINT_COUNT_ACCESSES, now);
  g_autofree char *citations = say_count (work, OFFPRINT_COUNT_CITATIONS, now);

  if (accesses != NULL && citations != NULL)
    return g_strjoin ("\n", accesses, citations, NULL);
  return accesses != NULL ? g_steal_pointer (&accesses) : g_steal_pointer (&citations);
}

static char *
say_updates (OffprintWork *work,
             GDateTime    *now)
{
  OffprintNotice *gravest = offprint_work_get_gravest_notice (work);
  g_autoptr (GDateTime) checked = offprint_work_dup_checked (work);
  const char *state = gravest != NULL ? offprint_notice_get_state_word (gravest) : _("None known");
  g_autofree char *ago = NULL;

  if (checked == NULL)
    return g_strdup (gravest != NULL ? state : _("Never checked"));

  ago = offprint_phrase_ago (checked, now);
  /* Translators: whether a work was corrected or retracted, and when that was last looked up:
   * “None known · checked 2 minutes ago” */
  return g_strdup_printf (_("%s · checked %s"), state, ago);
}

/* What a source said before it was asked again is kept sometimes; when it was asked last
 * is what is told */
static gboolean
is_asked_again (GListModel      *readings,
                guint            position,
                OffprintReading *reading)
{
  for (guint i = position + 1; i < g_list_model_get_n_items (readings); i++)
    {
      g_autoptr (OffprintReading) later = g_list_model_get_item (readings, i);

      if (g_str_equal (offprint_reading_get_source (later), offprint_reading_get_source (reading)) &&
          offprint_reading_get_about (later) == offprint_reading_get_about (reading))
        return TRUE;
    }
  return FALSE;
}

static char *
say_sources (OffprintWork *work,
             GDateTime    *now)
{
  GListModel *readings = offprint_work_get_readings (work);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (readings); i++)
    {
      g_autoptr (OffprintReading) reading = g_list_model_get_item (readings, i);
      g_autofree char *heading = offprint_reading_dup_heading (reading);
      g_autofree char *ago = offprint_phrase_ago (offprint_reading_get_at (reading), now);

      if (is_asked_again (readings, i, reading))
        continue;
      /* Translators: a source's name, how long ago it was asked: “Crossref, 2 minutes ago” */
      g_strv_builder_take (builder, g_strdup_printf (C_("source", "%s, %s"), heading, ago));
    }
  lines = g_strv_builder_end (builder);
  return lines[0] != NULL ? g_strjoinv ("\n", lines) : NULL;
}

/* In the order of OffprintFact. */
static const struct
{
  OffprintFact fact;
  const char *title;
  SayFunc say;
} facts[] = {
  { OFFPRINT_FACT_DOI, N_("DOI"), say_doi },
  { OFFPRINT_FACT_BOOK, N_("Book"), say_isbns },
  { OFFPRINT_FACT_ISSN, N_("ISSN"), say_issn },
  { OFFPRINT_FACT_EVENT, N_("Conference"), say_event },
  { OFFPRINT_FACT_EDITION, N_("Edition"), say_edition },
  { OFFPRINT_FACT_LANGUAGE, N_("Language"), say_language },
  { OFFPRINT_FACT_ONLINE, N_("First online"), say_online },
  { OFFPRINT_FACT_PRINT, N_("In print"), say_print },
  { OFFPRINT_FACT_RECEIVED, N_("Received"), say_received },
  { OFFPRINT_FACT_ACCEPTED, N_("Accepted"), say_accepted },
  { OFFPRINT_FACT_COPYRIGHT, N_("Copyright"), say_copyright },
  { OFFPRINT_FACT_KEYWORDS, N_("Keywords"), say_keywords },
  { OFFPRINT_FACT_PACKAGES, N_("Packages"), say_packages },
  { OFFPRINT_FACT_COUNTS, N_("Counts"), say_counts },
  { OFFPRINT_FACT_UPDATES, N_("Updates"), say_updates },
  { OFFPRINT_FACT_SOURCES, N_("Sources"), say_sources },
};

G_STATIC_ASSERT (G_N_ELEMENTS (facts) == OFFPRINT_N_FACTS);

/**
 * offprint_fact_get_title:
 * @fact: a fact
 *
 * What kind of fact it is.
 *
 * Returns: a word, translated
 */
const char *
offprint_fact_get_title (OffprintFact fact)
{
  g_return_val_if_fail (fact < OFFPRINT_N_FACTS, NULL);

  return _(facts[fact].title);
}

/**
 * offprint_fact_dup_value:
 * @fact: a fact
 * @work: a work
 * @now: the present, for what was seen a while ago
 *
 * Says a fact about @work in words; several lines, if it is several.
 *
 * Returns: (transfer full) (nullable): the words, or `NULL` if it is not known
 */
char *
offprint_fact_dup_value (OffprintFact  fact,
                         OffprintWork *work,
                         GDateTime    *now)
{
  g_return_val_if_fail (fact < OFFPRINT_N_FACTS, NULL);
  g_return_val_if_fail (OFFPRINT_IS_WORK (work), NULL);
  g_return_val_if_fail (now != NULL, NULL);
  g_assert (facts[fact].fact == fact);

  return facts[fact].say (work, now);
}
