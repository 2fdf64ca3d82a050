/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of a list to choose from needs less than a work, and a file may hold ten
 * thousand: works are made of readings only for the rows that are looked at.
 */

#include "config.h"

#include "choice.h"

#include "store.h"

#include <glib/gi18n-lib.h>

struct _OffprintChoice
{
  GObject parent_instance;

  /* Owned */
  OffprintWork *work;             /* NULL if only the identifier is known */
  OffprintIdentifier *identifier; /* NULL if the registries need not be asked */
  char *title;
  char *detail;
  char *place;
};

G_DEFINE_FINAL_TYPE (OffprintChoice, offprint_choice, G_TYPE_OBJECT)

static const char *
identifier_kind_name (OffprintIdentifierKind kind)
{
  switch (kind)
    {
    case OFFPRINT_IDENTIFIER_DOI:
    case OFFPRINT_IDENTIFIER_SHORT_DOI:
      return _("DOI");
    case OFFPRINT_IDENTIFIER_ISBN:
      return _("ISBN");
    case OFFPRINT_IDENTIFIER_ISSN:
      return _("ISSN");
    case OFFPRINT_IDENTIFIER_ORCID:
      return _("ORCID");
    case OFFPRINT_IDENTIFIER_ARXIV:
      return _("arXiv");
    case OFFPRINT_IDENTIFIER_PMID:
      return _("PubMed");
    case OFFPRINT_IDENTIFIER_PMCID:
      return _("PubMed Central");
    }
  return NULL;
}

static char *
dup_place (OffprintWork *work)
{
  const char *container = offprint_work_get_text (work, OFFPRINT_FIELD_CONTAINER_TITLE);
  const char *doi = offprint_work_get_doi (work);

  if (container != NULL && doi != NULL)
    return g_strdup_printf ("%s · %s", container, doi);
  return g_strdup (container != NULL ? container : doi);
}

static void
take_work (OffprintChoice *self,
           OffprintWork   *work)
{
  g_autoptr (OffprintHistoryEntry) entry = NULL;

  entry = offprint_history_entry_new_for_work (work);
  self->title = g_strdup (offprint_history_entry_get_title (entry));
  self->detail = g_strdup (offprint_history_entry_get_detail (entry));
  self->place = dup_place (work);
  self->work = work;
}

static void
offprint_choice_finalize (GObject *object)
{
  OffprintChoice *self = OFFPRINT_CHOICE (object);

  g_clear_object (&self->work);
  g_clear_pointer (&self->identifier, offprint_identifier_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->detail, g_free);
  g_clear_pointer (&self->place, g_free);

  G_OBJECT_CLASS (offprint_choice_parent_class)->finalize (object);
}

static void
offprint_choice_class_init (OffprintChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = offprint_choice_finalize;
}

static void
offprint_choice_init (OffprintChoice *self)
{
}

/**
 * offprint_choice_new_for_work:
 * @work: (transfer none): a work that a registry found
 *
 * Its whole record is asked for when it is chosen, by its DOI if it has one.
 *
 * Returns: (transfer full): a row
 */
OffprintChoice *
offprint_choice_new_for_work (OffprintWork *work)
{
  OffprintChoice *self;

  g_return_val_if_fail (OFFPRINT_IS_WORK (work), NULL);

  self = g_object_new (OFFPRINT_TYPE_CHOICE, NULL);
  take_work (self, g_object_ref (work));
  if (offprint_work_get_doi (work) != NULL)
    self->identifier = offprint_identifier_new (OFFPRINT_IDENTIFIER_DOI, offprint_work_get_doi (work), NULL);
  return self;
}

/**
 * offprint_choice_new_for_reading:
 * @reading: (transfer none): what a file says of one work
 *
 * Returns: (transfer full): a row; no registry is asked when it is chosen
 */
OffprintChoice *
offprint_choice_new_for_reading (OffprintReading *reading)
{
  OffprintChoice *self;
  OffprintWork *work;

  g_return_val_if_fail (OFFPRINT_IS_READING (reading), NULL);

  work = offprint_work_new ();
  offprint_work_add_reading (work, reading);
  self = g_object_new (OFFPRINT_TYPE_CHOICE, NULL);
  take_work (self, work);
  return self;
}

/**
 * offprint_choice_new_for_identifier:
 * @identifier: (transfer none): one of several in a text
 *
 * Returns: (transfer full): a row that knows no more than its identifier
 */
OffprintChoice *
offprint_choice_new_for_identifier (OffprintIdentifier *identifier)
{
  OffprintChoice *self;

  g_return_val_if_fail (identifier != NULL, NULL);

  self = g_object_new (OFFPRINT_TYPE_CHOICE, NULL);
  self->identifier = offprint_identifier_ref (identifier);
  self->title = offprint_identifier_dup_shown (identifier);
  self->detail = g_strdup (identifier_kind_name (offprint_identifier_get_kind (identifier)));
  return self;
}

/**
 * offprint_choice_get_title:
 * @self: a row
 *
 * Returns: its first line, plain text
 */
const char *
offprint_choice_get_title (OffprintChoice *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CHOICE (self), NULL);

  return self->title;
}

/**
 * offprint_choice_get_detail:
 * @self: a row
 *
 * Returns: (nullable): people and year, or what kind of identifier it is
 */
const char *
offprint_choice_get_detail (OffprintChoice *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CHOICE (self), NULL);

  return self->detail;
}

/**
 * offprint_choice_get_place:
 * @self: a row
 *
 * Returns: (nullable): the book or journal and the DOI
 */
const char *
offprint_choice_get_place (OffprintChoice *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CHOICE (self), NULL);

  return self->place;
}

/**
 * offprint_choice_get_work:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what is known of the work
 */
OffprintWork *
offprint_choice_get_work (OffprintChoice *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CHOICE (self), NULL);

  return self->work;
}

/**
 * offprint_choice_get_identifier:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what the registries are asked for
 */
OffprintIdentifier *
offprint_choice_get_identifier (OffprintChoice *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CHOICE (self), NULL);

  return self->identifier;
}
