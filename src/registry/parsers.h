/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading answers apart from fetching them: each takes bytes and gives what they
 * say or an error that names the place, so that it is tested and fuzzed without a
 * network and serves files as well.
 */

#pragma once

#include "reading.h"

G_BEGIN_DECLS

/* Crossref: /works/{doi}, with or without its envelope; services/crossref-fields.md.
 * @url: where it came from, nullable for a file. Errors: OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER. */
OffprintReading *offprint_crossref_parse (GBytes                *bytes,
                                          OffprintReadingAbout   about,
                                          const char            *url,
                                          GDateTime             *at,
                                          GError               **error) G_GNUC_WARN_UNUSED_RESULT;
/* a list answer of /works, or a bare array: (transfer full) (element-type OffprintReading) */
GPtrArray *offprint_crossref_parse_list (GBytes      *bytes,
                                         const char  *url,
                                         GDateTime   *at,
                                         GError     **error) G_GNUC_WARN_UNUSED_RESULT;
/* the record alone of one message; never fails on a JSON object */
JsonObject *offprint_crossref_record (JsonObject *message);
/* what a chapter may take of its book's record: editors, series, ISBNs, place … */
JsonObject *offprint_crossref_book_part (JsonObject *book_record);

/* DataCite: JSON:API envelope, list item with attributes, bare datacite+json; services/datacite-fields.md */
OffprintReading *offprint_datacite_parse (GBytes      *bytes,
                                          const char  *url,
                                          GDateTime   *at,
                                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;
/* CSL-JSON of content negotiation (formats does the reading), JaLC, Atom of arXiv, MARCXML of K10plus */
OffprintReading *offprint_negotiation_parse (GBytes      *bytes,
                                             const char  *content_type,
                                             const char  *url,
                                             GDateTime   *at,
                                             GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* A file of records: finds out whether it is Crossref's, DataCite's or CSL-JSON
 * and gives all works in it: (transfer full) (element-type OffprintReading). @name is
 * the file's, for errors, which name place and thing. @skipped: (out) (optional)
 * (nullable): one line on what of a list was left out. */
GPtrArray *offprint_records_parse (GBytes      *bytes,
                                   const char  *name,
                                   char       **skipped,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;
/* Any file: a publisher's page (HTML, a web archive, its text) or records, found out by
 * looking. @at: (nullable): when a page was saved. Errors of OFFPRINT_PAGE_ERROR, too. */
GPtrArray *offprint_saved_file_parse (GBytes        *bytes,
                                      const char    *name,
                                      GDateTime     *at,
                                      GCancellable  *cancellable,
                                      char         **skipped,
                                      GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
