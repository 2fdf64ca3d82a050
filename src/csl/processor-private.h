/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of a document, for the stages that settle it.
 */

#pragma once

#include "evaluate.h"
#include "finish.h"
#include "name-register.h"
#include "processor.h"
#include "sort.h"

G_BEGIN_DECLS

/* What is known of an item however the document changes */
typedef struct
{
  const char *key; /* how its cite looks if nobody looks alike; NULL: not yet known */
  guint n_sets;
  const CslNamesSeen *sets;
  const CslNameIds *ids; /* of all names of all sets, in turn; NULL: not yet known */

  guint64 raised;         /* how its given names are spelled in raised_key; 0: there is none */
  const char *raised_key; /* how its cite looks with these */

  gboolean has_sort_keys;
  CslSortKeys sort_keys; /* of the bibliography */

  guint64 signature;    /* of those that it was told apart from; 0: never yet */
  CslItemFacts settled; /* and how */
} CslDocKept;

typedef struct
{
  CslItem *item;      /* Owned */
  CslItemFacts facts; /* its arrays stand in the facts arena */
  gboolean is_registered;
  CslDocKept *kept; /* in the arena of what is kept; NULL: nothing yet */
  guint place;      /* in the registry, from 0 */
  guint n_cites;
  guint64 serial; /* another one whenever the item is replaced */

  /* Its entry as csl_processor_update_bibliography () gave it last */
  guint64 entry_round;  /* when that was; 0: never */
  guint64 entry_source; /* what it was written from */
  guint64 entry_text;   /* what it reads; 0: nothing */
} CslDocItem;

/* A cite of the document with what the document knows of it */
typedef struct
{
  CslCite cite; /* strings borrowed from the caller while clusters are written */
  guint locator_term;
  const char *locator; /* trimmed; NULL if there is none */
  CslPosition position;
  gboolean is_near_note;
  guint first_note;
} CslDocCite;

typedef struct
{
  guint id;
  guint note;
  guint n_cites;
  CslDocCite *cites; /* in the arena of the document */
  CslClusterMode mode;
  const char *infix; /* Borrowed from the caller while clusters are written */
} CslDocCluster;

/* A cite on its way into its cluster */
typedef struct
{
  CslDocCite *cite;
  CslOut *out;
  const char *names_key; /* empty: something else in their place; NULL: nothing */
  const char *delimiter; /* what stands before it */
  gboolean is_collapsed; /* has it, or has the run that it ends, lost something? */
} CslDocPiece;

/* The names that an entry begins with */
typedef struct
{
  char *key;        /* NULL: it has none */
  GPtrArray *names; /* of text, one by one */
} CslHeading;

struct _CslProcessor
{
  /* Owned */
  CslStyle *style;
  CslLocale *locale;
  GArray *items;      /* of CslDocItem */
  GHashTable *by_id;  /* id → index + 1; keys borrowed from the items */
  GArray *registry;   /* of guint: items that count, in the order of numbers */
  CslArena *facts;    /* what is settled */
  CslArena *document; /* cites and clusters */
  CslArena *scratch;  /* one evaluation */
  CslArena *kept;     /* of items, for good */
  CslSorter *sorter;
  CslNameRegister *names; /* NULL: not yet needed */
  GString *text;

  gboolean keeps_uncited;
  gboolean is_settled;
  guint n_threads; /* 0: as many as there are processors */
  guint64 serial;
  guint n_outdated;    /* things in the arena of what is kept that nobody will ask for */
  guint64 round;       /* of the last bibliography that was brought up to date */
  GHashTable *written; /* Owned: id of a cluster → what it read last */

  guint n_clusters;
  CslDocCluster *clusters;

  CslAtoms atoms; /* in the scratch arena */

  GError *error; /* Owned; the first bound that was met since it was asked for; NULL: none */
};

CslDocKept *csl_processor_get_kept (CslProcessor *self,
                                    CslDocItem   *item);

void csl_processor_read_clusters (CslProcessor     *self,
                                  const CslCluster *clusters,
                                  guint             n_clusters);

void csl_processor_note_bound    (CslProcessor  *self,
                                  const CslEval *eval);
void csl_processor_settle        (CslProcessor  *self);
void csl_processor_register      (CslProcessor  *self);
void csl_processor_set_positions (CslProcessor  *self);
void csl_processor_disambiguate  (CslProcessor  *self);

void       csl_processor_sort_cluster (CslProcessor  *self,
                                       CslDocCluster *cluster);
CslOutput *csl_processor_finish       (CslProcessor  *self,
                                       CslOut        *tree);

void    csl_processor_start_cite      (CslProcessor       *self,
                                       CslEval            *eval,
                                       const CslDocCite   *cite);
CslOut *csl_processor_new_cite        (CslProcessor       *self,
                                       const CslDocCite   *cite,
                                       gboolean            is_first);
CslOut *csl_processor_arrange         (CslProcessor       *self,
                                       CslDocCluster      *cluster);
void    csl_processor_collapse        (CslProcessor       *self,
                                       CslDocPiece        *pieces,
                                       guint               n_pieces);
void    csl_processor_substitute      (CslProcessor       *self,
                                       CslOut             *entry,
                                       CslHeading         *before);
void    csl_heading_clear             (CslHeading         *self);
CslOut *csl_processor_new_entry       (CslProcessor       *self,
                                       CslItem            *item,
                                       const CslItemFacts *facts,
                                       CslHeading         *before);
void    csl_processor_drop_displays   (CslOut             *out);
void    csl_processor_capitalize_term (CslProcessor       *self,
                                       CslOut             *out);

GHashTable *csl_written_new (void);

G_END_DECLS
