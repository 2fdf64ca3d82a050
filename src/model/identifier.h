/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One spelling for every identifier. People paste bare names, links, whole
 * paragraphs with a full stop stuck on; past this type nobody needs to care.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_IDENTIFIER_DOI,       /* "10.1007/978-3-030-93982-3_7", ASCII letters in lower case */
  OFFPRINT_IDENTIFIER_SHORT_DOI, /* "10/abc": the resolver asks what it stands for */
  OFFPRINT_IDENTIFIER_ISBN,      /* 13 digits */
  OFFPRINT_IDENTIFIER_ISSN,      /* "1234-567X" */
  OFFPRINT_IDENTIFIER_ORCID,     /* "0000-0002-1825-0097" */
  OFFPRINT_IDENTIFIER_ARXIV,     /* "1706.03762", "hep-th/9901001", with vN if given */
  OFFPRINT_IDENTIFIER_PMID,
  OFFPRINT_IDENTIFIER_PMCID, /* "PMC1234567" */
} OffprintIdentifierKind;

#define OFFPRINT_TYPE_IDENTIFIER (offprint_identifier_get_type ())
typedef struct _OffprintIdentifier OffprintIdentifier; /* boxed, immutable */

GType               offprint_identifier_get_type (void) G_GNUC_CONST;
OffprintIdentifier *offprint_identifier_new      (OffprintIdentifierKind   kind,
                                                  const char              *value,
                                                  GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
/* what a person typed or pasted as one identifier; an error of OFFPRINT_MODEL_ERROR if it is none */
OffprintIdentifier *offprint_identifier_parse (const char  *text,
                                               gssize       length,
                                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;
/* every identifier in a text, in order, each once (transfer full, GPtrArray of OffprintIdentifier) */
GPtrArray             *offprint_identifier_find_all  (const char         *text,
                                                      gssize              length);
OffprintIdentifier    *offprint_identifier_ref       (OffprintIdentifier *self);
void                   offprint_identifier_unref     (OffprintIdentifier *self);
OffprintIdentifierKind offprint_identifier_get_kind  (OffprintIdentifier *self);
const char            *offprint_identifier_get_value (OffprintIdentifier *self);
/* "https://doi.org/10.1002/…%3C…" and its like for the others; NULL for an ISBN */
char *offprint_identifier_dup_url (OffprintIdentifier *self);
/* "978-3-030-93981-6" where the groups are known, else the value */
char *offprint_identifier_dup_shown (OffprintIdentifier *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintIdentifier, offprint_identifier_unref)

G_END_DECLS
