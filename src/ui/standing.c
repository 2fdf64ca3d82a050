/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a work stands: “In Book, edited by … Publisher, Place, 2022. Pages 1–20.”
 *
 * Each sentence is one that a translator sees whole, whatever parts of it are known:
 * no language builds such sentences by hanging pieces together as English does.
 */

#include "config.h"

#include "standing.h"

#include "identifier.h"
#include "phrases.h"

#include <glib/gi18n-lib.h>
#include <pango/pango.h>

#define MAX_EDITORS 4

static char *
dup_escaped (OffprintWork    *work,
             OffprintFieldId  field)
{
  const char *text = offprint_work_get_text (work, field);

  return text != NULL ? g_markup_escape_text (text, -1) : NULL;
}

static char *
dup_book (OffprintWork *work,
          gboolean      as_link)
{
  g_autofree char *title = dup_escaped (work, OFFPRINT_FIELD_CONTAINER_TITLE);
  const char *doi = offprint_work_get_book_doi (work);
  g_autoptr (OffprintIdentifier) identifier = NULL;
  g_autofree char *url = NULL;

  if (title == NULL)
    return NULL;
  if (doi != NULL && as_link)
    identifier = offprint_identifier_new (OFFPRINT_IDENTIFIER_DOI, doi, NULL);
  if (identifier == NULL)
    return g_strdup_printf ("<i>%s</i>", title);

  url = offprint_identifier_dup_url (identifier);
  return g_markup_printf_escaped ("<a href=\"%s\">%s</a>", url, offprint_work_get_text (work, OFFPRINT_FIELD_CONTAINER_TITLE));
}

static char *
dup_container (OffprintWork *work,
               gboolean      with_link)
{
  g_autofree char *book = dup_book (work, with_link);
  g_autofree char *names = offprint_phrase_people (offprint_work_get_people (work), "editor", MAX_EDITORS);
  g_autofree char *editors = names != NULL ? g_markup_escape_text (names, -1) : NULL;
  g_autofree char *volume = dup_escaped (work, OFFPRINT_FIELD_VOLUME);
  g_autofree char *issue = dup_escaped (work, OFFPRINT_FIELD_ISSUE);

  if (book == NULL && editors == NULL)
    return NULL;
  if (book == NULL)
    /* Translators: names */
    return g_strdup_printf (_("Edited by %s."), editors);
  if (editors != NULL && volume != NULL)
    /* Translators: a book's title, number of its volume, names */
    return g_strdup_printf (_("In %s, volume %s, edited by %s."), book, volume, editors);
  if (editors != NULL)
    /* Translators: a book's title, names */
    return g_strdup_printf (_("In %s, edited by %s."), book, editors);
  if (volume != NULL && issue != NULL)
    /* Translators: a journal's title, numbers of volume and issue */
    return g_strdup_printf (_("In %s, volume %s, issue %s."), book, volume, issue);
  if (volume != NULL)
    /* Translators: a journal's or book's title, number of the volume */
    return g_strdup_printf (_("In %s, volume %s."), book, volume);
  if (issue != NULL)
    /* Translators: a journal's title, number of the issue */
    return g_strdup_printf (_("In %s, issue %s."), book, issue);
  /* Translators: a journal's or book's title */
  return g_strdup_printf (_("In %s."), book);
}

static char *
dup_series (OffprintWork *work,
            gboolean      with_link)
{
  g_autofree char *series = dup_escaped (work, OFFPRINT_FIELD_COLLECTION_TITLE);
  g_autofree char *number = dup_escaped (work, OFFPRINT_FIELD_COLLECTION_NUMBER);

  if (series == NULL)
    return NULL;
  if (number != NULL)
    /* Translators: a series of books, a number in it */
    return g_strdup_printf (_("%s, no. %s."), series, number);
  /* Translators: a series of books */
  return g_strdup_printf (_("Series: %s."), series);
}

static char *
dup_year (OffprintWork *work)
{
  OffprintDate *issued = offprint_work_get_date (work, OFFPRINT_FIELD_ISSUED);

  if (issued == NULL || offprint_date_get_year (issued) == 0)
    return NULL;
  return g_strdup_printf ("%d", offprint_date_get_year (issued));
}

static char *
dup_imprint (OffprintWork *work,
             gboolean      with_link)
{
  g_autofree char *publisher = dup_escaped (work, OFFPRINT_FIELD_PUBLISHER);
  g_autofree char *place = dup_escaped (work, OFFPRINT_FIELD_PUBLISHER_PLACE);
  g_autofree char *year = dup_year (work);

  if (publisher != NULL && place != NULL && year != NULL)
    /* Translators: publisher, place, year */
    return g_strdup_printf (_("%s, %s, %s."), publisher, place, year);
  if (publisher != NULL && year != NULL)
    /* Translators: publisher, year */
    return g_strdup_printf (_("%s, %s."), publisher, year);
  if (publisher != NULL && place != NULL)
    /* Translators: publisher, place */
    return g_strdup_printf (C_("imprint", "%s, %s."), publisher, place);
  if (publisher != NULL)
    /* Translators: publisher */
    return g_strdup_printf (C_("imprint", "%s."), publisher);
  return NULL;
}

static char *
dup_pages (OffprintWork *work,
           gboolean      with_link)
{
  g_autofree char *page = dup_escaped (work, OFFPRINT_FIELD_PAGE);
  g_autofree char *total = dup_escaped (work, OFFPRINT_FIELD_NUMBER_OF_PAGES);
  g_auto (GStrv) parts = NULL;
  g_autofree char *range = NULL;

  if (page == NULL)
    /* Translators: how many pages a book has */
    return total != NULL ? g_strdup_printf (_("%s pages."), total) : NULL;

  /* Translators: one page */
  if (strpbrk (page, "-,&") == NULL && strstr (page, "–") == NULL)
    return g_strdup_printf (_("Page %s."), page);

  parts = g_strsplit (page, "-", -1);
  range = g_strjoinv ("–", parts);
  /* Translators: several pages, often a range: “123–145” */
  return g_strdup_printf (_("Pages %s."), range);
}

static char *
dup_sentences (OffprintWork *work,
               gboolean      with_link)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) sentences = NULL;
  char *(*const says[]) (OffprintWork *, gboolean) = { dup_container, dup_series, dup_imprint, dup_pages };

  for (gsize i = 0; i < G_N_ELEMENTS (says); i++)
    {
      char *sentence = says[i](work, with_link);

      if (sentence != NULL)
        g_strv_builder_take (builder, sentence);
    }
  sentences = g_strv_builder_end (builder);
  return sentences[0] != NULL ? g_strjoinv (" ", sentences) : NULL;
}

/**
 * offprint_standing_dup_markup:
 * @work: a work
 *
 * Says where a work was published, as far as it is known, in whole sentences.
 *
 * Returns: (transfer full) (nullable): Pango mark-up, in which the title of the book
 *   is a link to its DOI, or `NULL` if nothing is known
 */
char *
offprint_standing_dup_markup (OffprintWork *work)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK (work), NULL);

  return dup_sentences (work, TRUE);
}

/**
 * offprint_standing_dup_text:
 * @work: a work
 *
 * Says where a work was published, as plain text.
 *
 * Returns: (transfer full) (nullable): the sentences, or `NULL` if nothing is known
 */
char *
offprint_standing_dup_text (OffprintWork *work)
{
  g_autofree char *markup = NULL;
  char *text = NULL;

  g_return_val_if_fail (OFFPRINT_IS_WORK (work), NULL);

  markup = dup_sentences (work, FALSE);
  if (markup != NULL)
    pango_parse_markup (markup, -1, 0, NULL, &text, NULL, NULL);
  return text;
}
