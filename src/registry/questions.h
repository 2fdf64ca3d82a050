/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The questions that each service answers (services.md), one file of code a service,
 * and the readers of the answers that are nobody else’s.
 */

#pragma once

#include "endpoints.h"
#include "identifier.h"
#include "question.h"
#include "reading.h"

G_BEGIN_DECLS

/* crossref-fetch.c: an OffprintReading; two lists, GPtrArray of OffprintReading */
OffprintQuestion *offprint_crossref_ask_work   (OffprintEndpoints *endpoints,
                                                const char        *doi);
OffprintQuestion *offprint_crossref_ask_isbn   (OffprintEndpoints *endpoints,
                                                const char        *isbn);
OffprintQuestion *offprint_crossref_ask_search (OffprintEndpoints *endpoints,
                                                const char        *words);

/* datacite-fetch.c: an OffprintReading */
OffprintQuestion *offprint_datacite_ask_work (OffprintEndpoints *endpoints,
                                              const char        *doi);

/* agency.c: char *, as the agency writes itself; handle.c: char *, the whole DOI */
OffprintQuestion *offprint_agency_ask   (OffprintEndpoints  *endpoints,
                                         const char         *doi);
OffprintQuestion *offprint_handle_ask   (OffprintEndpoints  *endpoints,
                                         const char         *short_doi);
char             *offprint_agency_parse (GBytes             *bytes,
                                         const char         *doi,
                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;
char             *offprint_handle_parse (GBytes             *bytes,
                                         const char         *short_doi,
                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/* negotiation.c, jalc.c: an OffprintReading */
OffprintQuestion *offprint_negotiation_ask (OffprintEndpoints  *endpoints,
                                            const char         *doi);
OffprintQuestion *offprint_jalc_ask        (OffprintEndpoints  *endpoints,
                                            const char         *doi);
OffprintReading  *offprint_jalc_parse      (GBytes             *bytes,
                                            const char         *url,
                                            GDateTime          *at,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/* arxiv.c: an OffprintReading */
OffprintQuestion *offprint_arxiv_ask   (OffprintEndpoints  *endpoints,
                                        const char         *id);
OffprintReading  *offprint_arxiv_parse (GBytes             *bytes,
                                        const char         *url,
                                        GDateTime          *at,
                                        GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/* pubmed.c: char *, a DOI; then an OffprintReading, perhaps with a DOI */
OffprintQuestion *offprint_pubmed_ask_doi   (OffprintEndpoints       *endpoints,
                                             const char              *id);
OffprintQuestion *offprint_pubmed_ask_work  (OffprintEndpoints       *endpoints,
                                             OffprintIdentifierKind   kind,
                                             const char              *id);
char             *offprint_pubmed_parse_doi (GBytes                  *bytes,
                                             const char              *id,
                                             GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
OffprintReading  *offprint_pubmed_parse     (GBytes                  *bytes,
                                             const char              *url,
                                             GDateTime               *at,
                                             GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/* k10plus.c, open-library.c: an OffprintReading */
OffprintQuestion *offprint_k10plus_ask (OffprintEndpoints *endpoints,
                                        const char        *isbn);
OffprintReading *offprint_k10plus_parse (GBytes *bytes,
                                         const char *isbn, /* nullable: any */
                                         const char *url,
                                         GDateTime *at,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
OffprintQuestion *offprint_open_library_ask   (OffprintEndpoints  *endpoints,
                                               const char         *isbn);
OffprintReading  *offprint_open_library_parse (GBytes             *bytes,
                                               const char         *url,
                                               GDateTime          *at,
                                               GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/* landing.c: an OffprintReading of source "page". @hop: nullable. Which page is this
 * work’s, and whether the work’s readings hold one that is fresh. */
OffprintQuestion *offprint_landing_ask      (OffprintEndpoints   *endpoints,
                                             const char          *doi,
                                             OffprintHttpHopFunc  hop,
                                             gpointer             hop_data);
gboolean          offprint_landing_agrees   (OffprintReading     *page,
                                             const char          *doi,
                                             const char          *title);
gboolean          offprint_landing_is_fresh (GListModel          *readings,
                                             const char          *doi,
                                             GDateTime           *now);

/* book.c: whether a chapter lacks what its book's record may have; where that may be;
 * whether it is that. All take records. */
gboolean offprint_book_is_wanted (JsonObject *chapter);
char    *offprint_book_dup_doi   (const char *chapter_doi); /* nullable */
char    *offprint_book_dup_isbn  (JsonObject *chapter);     /* nullable; 13 digits */
gboolean offprint_book_agrees    (JsonObject *book,
                                  JsonObject *chapter);

G_END_DECLS
