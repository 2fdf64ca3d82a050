/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of a work that are rows on the screen: people, abstracts, notes, works
 * cited, notices, offers. Each is made from its entry in the record and changes
 * with it; all properties are read-only.
 */

#pragma once

#include <json-glib/json-glib.h>

#include "date.h"
#include "rich-text.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_CONTRIBUTOR (offprint_contributor_get_type ())
G_DECLARE_FINAL_TYPE (OffprintContributor, offprint_contributor, OFFPRINT, CONTRIBUTOR, GObject)

const char        *offprint_contributor_get_role         (OffprintContributor *self); /* CSL's: "author" */
const char        *offprint_contributor_get_name         (OffprintContributor *self); /* "Brandon K. Yoder" */
const char        *offprint_contributor_get_family       (OffprintContributor *self); /* nullable */
const char        *offprint_contributor_get_given        (OffprintContributor *self); /* nullable */
const char        *offprint_contributor_get_orcid        (OffprintContributor *self); /* nullable, bare */
const char        *offprint_contributor_get_email        (OffprintContributor *self); /* nullable */
gboolean           offprint_contributor_is_corresponding (OffprintContributor *self);
const char *const *offprint_contributor_get_affiliations (OffprintContributor *self); /* "Department, University, City" each; never NULL */

#define OFFPRINT_TYPE_ABSTRACT (offprint_abstract_get_type ())
G_DECLARE_FINAL_TYPE (OffprintAbstract, offprint_abstract, OFFPRINT, ABSTRACT, GObject)

const char       *offprint_abstract_get_language (OffprintAbstract *self); /* nullable, BCP 47 */
const char       *offprint_abstract_get_kind     (OffprintAbstract *self); /* "abstract", "plain-language-summary" … */
OffprintRichText *offprint_abstract_get_text     (OffprintAbstract *self);

#define OFFPRINT_TYPE_NOTE (offprint_note_get_type ())
G_DECLARE_FINAL_TYPE (OffprintNote, offprint_note, OFFPRINT, NOTE, GObject)

const char       *offprint_note_get_mark   (OffprintNote *self); /* "1", "*"; nullable */
const char       *offprint_note_get_anchor (OffprintNote *self); /* nullable */
OffprintRichText *offprint_note_get_text   (OffprintNote *self);

#define OFFPRINT_TYPE_REFERENCE (offprint_reference_get_type ())
G_DECLARE_FINAL_TYPE (OffprintReference, offprint_reference, OFFPRINT, REFERENCE, GObject)

const char       *offprint_reference_get_mark   (OffprintReference *self); /* nullable */
OffprintRichText *offprint_reference_get_text   (OffprintReference *self); /* as printed; nullable */
const char       *offprint_reference_get_title  (OffprintReference *self); /* what to show first: parsed title, else the printed text; never NULL */
const char       *offprint_reference_get_detail (OffprintReference *self); /* "Neumann · 2003 · Critical Asian Studies"; nullable */
const char       *offprint_reference_get_doi    (OffprintReference *self); /* nullable */
JsonObject       *offprint_reference_get_item   (OffprintReference *self); /* a CSL item; nullable */

typedef enum
{
  OFFPRINT_SEVERITY_INFO,       /* correction, erratum, new version: blue */
  OFFPRINT_SEVERITY_CONCERN,    /* expression of concern: yellow */
  OFFPRINT_SEVERITY_RETRACTION, /* retraction, withdrawal, removal: red */
} OffprintSeverity;

#define OFFPRINT_TYPE_NOTICE (offprint_notice_get_type ())
G_DECLARE_FINAL_TYPE (OffprintNotice, offprint_notice, OFFPRINT, NOTICE, GObject)

const char      *offprint_notice_get_kind       (OffprintNotice *self); /* "retraction", "correction", "erratum", "expression_of_concern", "withdrawal", "new_version" … */
gboolean         offprint_notice_is_about_this  (OffprintNotice *self); /* else this work is the notice, about another */
OffprintSeverity offprint_notice_get_severity   (OffprintNotice *self);
const char      *offprint_notice_get_label      (OffprintNotice *self); /* for people: "Retraction" */
const char      *offprint_notice_get_state_word (OffprintNotice *self); /* "Retracted", "Corrected", "Under Concern", "Withdrawn" */
const char      *offprint_notice_get_doi        (OffprintNotice *self); /* nullable */
OffprintDate    *offprint_notice_get_date       (OffprintNotice *self); /* nullable */
const char      *offprint_notice_get_source     (OffprintNotice *self); /* for people: "the publisher", "Retraction Watch"; nullable */

#define OFFPRINT_TYPE_ACCESS (offprint_access_get_type ())
G_DECLARE_FINAL_TYPE (OffprintAccess, offprint_access, OFFPRINT, ACCESS, GObject)

const char        *offprint_access_get_label    (OffprintAccess *self); /* "Chapter", "eBook" */
const char        *offprint_access_get_price    (OffprintAccess *self); /* decimal string; nullable */
const char        *offprint_access_get_currency (OffprintAccess *self); /* ISO 4217; nullable */
const char        *offprint_access_get_tax      (OffprintAccess *self); /* nullable */
const char *const *offprint_access_get_includes (OffprintAccess *self);
const char        *offprint_access_get_url      (OffprintAccess *self); /* nullable */

G_END_DECLS
