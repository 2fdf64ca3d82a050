/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the kinds of identifiers share: the pasted text that they look
 * at, made plain once, and the shape of a look.
 */

#pragma once

#include "identifier.h"

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_PASTE_TEXT,  /* a running text: what could be chance needs a word before it */
  OFFPRINT_PASTE_ALONE, /* typed alone, from `start` to `end` */
  OFFPRINT_PASTE_VALUE, /* said to be of this kind by its source */
} OffprintPasteMode;

typedef struct
{
  OffprintPasteMode mode;

  /* Owned; valid UTF-8 in one script of hyphens, slashes and digits */
  char *text;
  gsize length;

  /* Without the white space, brackets and punctuation around it */
  gsize start;
  gsize end;

  /* Where the last identifier that was found ends */
  gsize seen;
} OffprintPaste;

/* Looks whether an identifier begins at @at. Returns where it ends, or 0. */
typedef gsize (*OffprintScan) (const OffprintPaste *paste,
                               gsize at,
                               OffprintIdentifierKind *kind,
                               char **value);

OffprintPaste *offprint_paste_new             (const char        *text,
                                               gssize             length,
                                               gsize              limit,
                                               OffprintPasteMode  mode);
void           offprint_paste_free            (OffprintPaste     *self);
char          *offprint_paste_decode_entities (const char        *text);
/* whether @word stands just before @at, whatever its case, with blanks and `:=#/-.` between */
gboolean offprint_paste_follows (const OffprintPaste *self,
                                 gsize                at,
                                 const char          *word);
/* whether @at to @end is all that was typed */
gboolean offprint_paste_is_all (const OffprintPaste *self,
                                gsize                at,
                                gsize                end);
/* whether neither a letter nor a digit stands before @at */
gboolean offprint_paste_begins (const OffprintPaste *self,
                                gsize                at);

gsize offprint_doi_scan       (const OffprintPaste     *paste,
                               gsize                    at,
                               OffprintIdentifierKind  *kind,
                               char                   **value);
gsize offprint_short_doi_scan (const OffprintPaste     *paste,
                               gsize                    at,
                               OffprintIdentifierKind  *kind,
                               char                   **value);
gsize offprint_isbn_scan      (const OffprintPaste     *paste,
                               gsize                    at,
                               OffprintIdentifierKind  *kind,
                               char                   **value);
gsize offprint_issn_scan      (const OffprintPaste     *paste,
                               gsize                    at,
                               OffprintIdentifierKind  *kind,
                               char                   **value);
gsize offprint_orcid_scan     (const OffprintPaste     *paste,
                               gsize                    at,
                               OffprintIdentifierKind  *kind,
                               char                   **value);
gsize offprint_arxiv_scan     (const OffprintPaste     *paste,
                               gsize                    at,
                               OffprintIdentifierKind  *kind,
                               char                   **value);
gsize offprint_pubmed_scan    (const OffprintPaste     *paste,
                               gsize                    at,
                               OffprintIdentifierKind  *kind,
                               char                   **value);

/* "978-3-030-93981-6", or NULL where the groups are not known for sure */
char *offprint_isbn_hyphenate (const char *value);
/* as it must stand after https://doi.org/ */
char *offprint_doi_escape (const char *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintPaste, offprint_paste_free)

G_END_DECLS
