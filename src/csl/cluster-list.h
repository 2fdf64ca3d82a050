/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The citations of a document as JSON: what a word processor's plug-in writes beside
 * its text (csl-citation.json of the CSL schema), or just lists of cites.
 */

#pragma once

#include "processor.h"

G_BEGIN_DECLS

/* Owned strings, kept until the list is freed */
typedef struct
{
  const char *citation_id; /* NULL: it has none */
  CslCluster cluster;      /* ids are the place in the list, from 1 */
} CslListedCluster;

typedef struct _CslClusterList CslClusterList;

CslClusterList *csl_cluster_list_read (const char      *json,
                                       gssize           length,
                                       GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void            csl_cluster_list_free (CslClusterList  *self);

/* finds the cited items among the document's, and adds a sentence for each that is not there */
void                    csl_cluster_list_bind (CslClusterList *self,
                                               CslProcessor   *document,
                                               GPtrArray      *errors);
const CslListedCluster *csl_cluster_list_get  (CslClusterList *self,
                                               guint          *n_clusters);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CslClusterList, csl_cluster_list_free)

G_END_DECLS
