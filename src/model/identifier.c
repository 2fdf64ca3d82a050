/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The value that all kinds of identifiers share, and the look through a text for all
 * of them. What each kind is made of stands in a file of its own.
 */

#include "config.h"

#include "identifier.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model-error.h"
#include "identifier-private.h"

#define MAX_TYPED 4096
#define MAX_TEXT  (1 << 20)
#define MAX_FOUND 1000

struct _OffprintIdentifier
{
  OffprintIdentifierKind kind;

  /* Owned */
  char *value;
};

G_DEFINE_BOXED_TYPE (OffprintIdentifier, offprint_identifier, offprint_identifier_ref, offprint_identifier_unref)

/* In the order in which they are tried: digits that are an ISBN are no PMID */
static const OffprintScan scans[] = {
  offprint_doi_scan,
  offprint_short_doi_scan,
  offprint_orcid_scan,
  offprint_isbn_scan,
  offprint_arxiv_scan,
  offprint_issn_scan,
  offprint_pubmed_scan,
};

/* Kinds by their names for people and the scan that knows them */
static const struct
{
  OffprintScan scan;
  const char *name;
  const char *address;
} kinds[] = {
  [OFFPRINT_IDENTIFIER_DOI] = { offprint_doi_scan, "DOI", "https://doi.org/%s" },
  [OFFPRINT_IDENTIFIER_SHORT_DOI] = { offprint_short_doi_scan, "short DOI", "https://doi.org/%s" },
  [OFFPRINT_IDENTIFIER_ISBN] = { offprint_isbn_scan, "ISBN", NULL },
  [OFFPRINT_IDENTIFIER_ISSN] = { offprint_issn_scan, "ISSN", "https://portal.issn.org/resource/ISSN/%s" },
  [OFFPRINT_IDENTIFIER_ORCID] = { offprint_orcid_scan, "ORCID", "https://orcid.org/%s" },
  [OFFPRINT_IDENTIFIER_ARXIV] = { offprint_arxiv_scan, "arXiv", "https://arxiv.org/abs/%s" },
  [OFFPRINT_IDENTIFIER_PMID] = { offprint_pubmed_scan, "PMID", "https://pubmed.ncbi.nlm.nih.gov/%s/" },
  [OFFPRINT_IDENTIFIER_PMCID] = { offprint_pubmed_scan, "PMCID", "https://pmc.ncbi.nlm.nih.gov/articles/%s/" },
};

static OffprintIdentifier *
new_taking (OffprintIdentifierKind  kind,
            char                   *value)
{
  OffprintIdentifier *self = g_atomic_rc_box_new0 (OffprintIdentifier);

  self->kind = kind;
  self->value = value;

  return self;
}

/* A DOI that its source vouches for may hold any ASCII but white space behind the slash.
 * Beyond ASCII there may be the hyphens of a PDF even in registries' lists of works cited. */
static char *
take_vouched_doi (const char *value)
{
  gsize registrant = g_str_has_prefix (value, "10.") ? strspn (value, "0123456789.") : 0;

  if (registrant < 5 || value[registrant] != '/' || value[registrant + 1] == '\0' || strlen (value) > 2048)
    return NULL;
  for (const char *at = value; *at != '\0'; at++)
    if (!g_ascii_isgraph (*at))
      return NULL;

  return g_ascii_strdown (value, -1);
}

/**
 * offprint_identifier_new:
 * @kind: the kind that it is said to be
 * @value: its value, in any form that the kind has: bare or as an address, any hyphens
 * @error: return location for an error of the domain `OFFPRINT_MODEL_ERROR`
 *
 * Takes an identifier of which the kind is known, as from a registry's record.
 *
 * Returns: (transfer full): the identifier in its one spelling, or `NULL` with @error set
 */
OffprintIdentifier *
offprint_identifier_new (OffprintIdentifierKind   kind,
                         const char              *value,
                         GError                 **error)
{
  g_autoptr (OffprintPaste) paste = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (value != NULL, NULL);

  if (kind == OFFPRINT_IDENTIFIER_DOI)
    {
      char *vouched = take_vouched_doi (value);

      if (vouched != NULL)
        return new_taking (kind, vouched);
    }
  paste = offprint_paste_new (value, -1, MAX_TYPED, OFFPRINT_PASTE_VALUE);
  for (gsize at = 0; at < paste->length; at++)
    {
      OffprintIdentifierKind found = kind;
      char *result = NULL;

      if (kinds[kind].scan (paste, at, &found, &result) == 0)
        continue;
      if (found == kind)
        return new_taking (kind, result);
      g_free (result);
    }
  shown = g_utf8_make_valid (value, (gssize) strnlen (value, 80));
  /* Translators: a text, and the kind of identifier that it should have been, as in “ISBN” */
  g_set_error (error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_IDENTIFIER_INVALID, _("“%s” is no %s"), shown, kinds[kind].name);

  return NULL;
}

static gboolean
is_known (GPtrArray              *found,
          OffprintIdentifierKind  kind,
          const char             *value)
{
  for (guint i = 0; i < found->len; i++)
    {
      OffprintIdentifier *other = g_ptr_array_index (found, i);

      if (other->kind == kind && g_str_equal (other->value, value))
        return TRUE;
    }

  return FALSE;
}

static gsize
scan_all_kinds (const OffprintPaste *paste,
                gsize                at,
                GPtrArray           *found)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scans); i++)
    {
      OffprintIdentifierKind kind = OFFPRINT_IDENTIFIER_DOI;
      char *value = NULL;
      gsize end = scans[i](paste, at, &kind, &value);

      if (end == 0)
        continue;
      if (is_known (found, kind, value))
        g_free (value);
      else
        g_ptr_array_add (found, new_taking (kind, value));
      return end;
    }

  return 0;
}

static GPtrArray *
find_in_paste (OffprintPaste *paste)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) offprint_identifier_unref);
  gsize at = 0;

  while (at < paste->length && found->len < MAX_FOUND)
    {
      gsize end = scan_all_kinds (paste, at, found);

      paste->seen = MAX (paste->seen, end);
      at = MAX (end, at + 1);
    }

  return g_steal_pointer (&found);
}

/**
 * offprint_identifier_parse:
 * @text: what was typed or pasted: an identifier, a link, or a text that holds one
 * @length: bytes in @text, or -1 if it ends in a nul; what lies behind 4096 is not looked at
 * @error: return location for an error of the domain `OFFPRINT_MODEL_ERROR`
 *
 * Reads one identifier the way people paste it. Typed alone, no word need stand before
 * it to say what it is; a text with several is refused: offprint_identifier_find_all().
 *
 * Returns: (transfer full): the identifier, or `NULL` with @error set
 */
OffprintIdentifier *
offprint_identifier_parse (const char  *text,
                           gssize       length,
                           GError     **error)
{
  g_autoptr (OffprintPaste) paste = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  paste = offprint_paste_new (text, length, MAX_TYPED, OFFPRINT_PASTE_ALONE);
  found = find_in_paste (paste);
  if (found->len == 1)
    return offprint_identifier_ref (g_ptr_array_index (found, 0));
  shown = g_utf8_substring (paste->text, 0, MIN (80, g_utf8_strlen (paste->text, -1)));
  if (found->len == 0)
    /* Translators: what a person typed */
    g_set_error (error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_IDENTIFIER_INVALID,
                 _("“%s” holds no DOI or other identifier"), g_strstrip (shown));
  else
    /* Translators: what a person typed, and how many identifiers are in it (two or more) */
    g_set_error (error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_IDENTIFIER_INVALID,
                 _("“%s” holds %u identifiers: choose one"), g_strstrip (shown), found->len);

  return NULL;
}

/**
 * offprint_identifier_find_all:
 * @text: any text
 * @length: bytes in @text, or -1 if it ends in a nul; what lies behind 1 MiB is not looked at
 *
 * Looks for every identifier in a text. What might be chance, as four digits, a hyphen
 * and four more, counts only behind a word that says what it is.
 *
 * Returns: (transfer full) (element-type OffprintIdentifier): the identifiers in their
 *   order, each once, a thousand at most
 */
GPtrArray *
offprint_identifier_find_all (const char *text,
                              gssize      length)
{
  g_autoptr (OffprintPaste) paste = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  paste = offprint_paste_new (text, length, MAX_TEXT, OFFPRINT_PASTE_TEXT);

  return find_in_paste (paste);
}

/**
 * offprint_identifier_ref:
 * @self: an identifier
 *
 * Returns: (transfer full): @self
 */
OffprintIdentifier *
offprint_identifier_ref (OffprintIdentifier *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_identifier (gpointer data)
{
  OffprintIdentifier *self = data;

  g_free (self->value);
}

/**
 * offprint_identifier_unref:
 * @self: (transfer full): an identifier
 *
 * Lets go of an identifier.
 */
void
offprint_identifier_unref (OffprintIdentifier *self)
{
  g_atomic_rc_box_release_full (self, clear_identifier);
}

/**
 * offprint_identifier_get_kind:
 * @self: an identifier
 *
 * Returns: its kind
 */
OffprintIdentifierKind
offprint_identifier_get_kind (OffprintIdentifier *self)
{
  return self->kind;
}

/**
 * offprint_identifier_get_value:
 * @self: an identifier
 *
 * Returns: its one spelling, by which it is compared
 */
const char *
offprint_identifier_get_value (OffprintIdentifier *self)
{
  return self->value;
}

/**
 * offprint_identifier_dup_url:
 * @self: an identifier
 *
 * Returns: (transfer full) (nullable): the address that it leads to, encoded; `NULL` for
 *   an ISBN, which leads nowhere
 */
char *
offprint_identifier_dup_url (OffprintIdentifier *self)
{
  const char *address = kinds[self->kind].address;
  g_autofree char *escaped = NULL;
  g_autoptr (GString) out = NULL;

  if (address == NULL)
    return NULL;
  escaped = offprint_doi_escape (self->value);
  out = g_string_new (address);
  g_string_replace (out, "%s", escaped, 1);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * offprint_identifier_dup_shown:
 * @self: an identifier
 *
 * Returns: (transfer full): it as people read it: an ISBN with its hyphens, where they
 *   are known
 */
char *
offprint_identifier_dup_shown (OffprintIdentifier *self)
{
  char *shown = self->kind == OFFPRINT_IDENTIFIER_ISBN ? offprint_isbn_hyphenate (self->value) : NULL;

  return shown != NULL ? shown : g_strdup (self->value);
}
