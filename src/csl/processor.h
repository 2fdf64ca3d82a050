/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document: its items, its citations in order, its bibliography. It settles
 * what no item can know alone (positions, numbers, who must be told from whom)
 * and then has each citation and entry written. It belongs to one thread.
 */

#pragma once

#include "item.h"
#include "locale.h"
#include "result.h"
#include "style.h"

G_BEGIN_DECLS

typedef struct _CslProcessor CslProcessor;

typedef enum
{
  CSL_CITE_AUTO = -1, /* positions: the document decides */
} CslCiteAuto;

/* One item cited once. All strings are borrowed until it is handed over */
typedef struct
{
  guint item; /* as csl_processor_add_item () gave it */

  const char *locator; /* NULL: none */
  const char *label;   /* NULL: page */
  const char *prefix;
  const char *suffix;

  gboolean suppress_author;
  gboolean author_only;

  int position;     /* CSL_CITE_AUTO, or 0 first, 1 subsequent, 2 ibid, 3 ibid with locator */
  int near_note;    /* CSL_CITE_AUTO, or is it near? */
  guint first_note; /* 0: the document decides */
} CslCite;

/* What of a cluster is written. All concern its first cite, once the style has sorted them */
typedef enum
{
  CSL_CLUSTER_WHOLE,
  CSL_CLUSTER_COMPOSITE,       /* “Doe (2020)”: its names as part of the sentence, then the rest */
  CSL_CLUSTER_AUTHOR_ONLY,     /* “Doe” */
  CSL_CLUSTER_SUPPRESS_AUTHOR, /* “(2020)” */
} CslClusterMode;

/* The cites that stand in one place */
typedef struct
{
  guint id;   /* what csl_processor_update () knows it by; 0: nothing */
  guint note; /* 0: in the text */
  guint n_cites;
  const CslCite *cites;
  CslClusterMode mode;
  const char *infix; /* between the names of a composite one and the rest; NULL: nothing */
} CslCluster;

typedef struct
{
  gboolean hanging_indent;
  const char *second_field_align; /* (nullable): "flush" or "margin" */
  guint entry_spacing;
  guint line_spacing;
} CslBibliographyParams;

typedef struct
{
  guint item;
  CslOutput *output; /* owned by who asked; NULL where an update found it unchanged */
} CslEntry;

/* @output: (transfer full) */
typedef void (*CslEntryFunc) (guint item,
                              CslOutput *output,
                              gpointer user_data);

CslProcessor *csl_processor_new  (CslStyle     *style,
                                  CslLocale    *locale);
void          csl_processor_free (CslProcessor *self);

guint     csl_processor_add_item          (CslProcessor *self,
                                           CslItem      *item);
guint     csl_processor_get_n_items       (CslProcessor *self);
CslItem  *csl_processor_get_item          (CslProcessor *self,
                                           guint         index);
int       csl_processor_find_item         (CslProcessor *self,
                                           const char   *id);
CslStyle *csl_processor_get_style         (CslProcessor *self);
guint    *csl_processor_dup_order         (CslProcessor *self,
                                           guint        *n_items);
void      csl_processor_set_keeps_uncited (CslProcessor *self,
                                           gboolean      keeps_uncited);
void      csl_processor_set_n_threads     (CslProcessor *self,
                                           guint         n_threads);

void       csl_processor_cite                (CslProcessor      *self,
                                              const CslCluster  *clusters,
                                              guint              n_clusters,
                                              CslOutput        **outputs);
void       csl_processor_update              (CslProcessor      *self,
                                              const CslCluster  *clusters,
                                              guint              n_clusters,
                                              CslOutput        **outputs);
guint64    csl_processor_get_state           (CslProcessor      *self,
                                              guint              cluster);
GArray    *csl_processor_bibliography        (CslProcessor      *self);
void       csl_processor_foreach_entry       (CslProcessor      *self,
                                              CslEntryFunc       func,
                                              gpointer           user_data);
GArray    *csl_processor_update_bibliography (CslProcessor      *self);
CslOutput *csl_processor_format_cite         (CslProcessor      *self,
                                              CslItem           *item);
CslOutput *csl_processor_format_entry        (CslProcessor      *self,
                                              CslItem           *item);

GError *csl_processor_take_error (CslProcessor *self) G_GNUC_WARN_UNUSED_RESULT;

void csl_processor_get_params (CslProcessor          *self,
                               CslBibliographyParams *params);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CslProcessor, csl_processor_free)

G_END_DECLS
