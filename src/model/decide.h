/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One decision of the merge: what the readings say at one place of the record, which
 * of them counts, and why. The merge asks here and so does whoever explains it, so
 * that the two cannot tell different stories.
 */

#pragma once

#include "merge.h"

G_BEGIN_DECLS

/* One place where a decision falls: a field, or a member of one that is merged by member */
typedef struct
{
  const OffprintField *field; /* nullable: the table has no row for it */
  const char *name;
  gboolean custom;
  const char *member; /* nullable */
} OffprintSpot;

typedef enum
{
  OFFPRINT_WHY_NONE,    /* it does not stand in the record */
  OFFPRINT_WHY_ONLY,    /* nobody else says anything */
  OFFPRINT_WHY_TRUSTED, /* the most trusted that says something */
  OFFPRINT_WHY_IMPRINT, /* the publisher's own page names the imprint */
  OFFPRINT_WHY_LONGEST,
  OFFPRINT_WHY_UNION,  /* one of several that were united */
  OFFPRINT_WHY_BOOK,   /* the book's own record knows which is the book and which the series */
  OFFPRINT_WHY_CHOSEN, /* by the user */
  OFFPRINT_WHY_TYPED,  /* by the user */
} OffprintWhy;

/* What one voice says there */
typedef struct
{
  OffprintVoice *voice;
  JsonNode *node; /* Borrowed from the voice */
  OffprintDoubt doubt;
  gboolean is_aside; /* a newer word of the same source stands in its place */
  gboolean counts;   /* is taken, alone or as part of a union */
} OffprintSay;

typedef struct
{
  GArray *says; /* of OffprintSay, the most trusted first */
  int first;    /* which of them is named as the source; -1: none */
  OffprintWhy why;
} OffprintDecision;

typedef struct
{
  GPtrArray *voices;       /* Borrowed */
  GHashTable *choices;     /* Borrowed; nullable */
  gboolean has_sure_voice; /* something is known of the work beyond doubt */

  /* Owned */
  char *title; /* folded: of the title that won; nullable */
  gboolean has_title;
} OffprintJudge;

void offprint_judge_init  (OffprintJudge *self,
                           GPtrArray     *voices,
                           GHashTable    *choices);
void offprint_judge_clear (OffprintJudge *self);

void offprint_decide         (OffprintJudge      *self,
                              const OffprintSpot *spot,
                              OffprintDecision   *decision);
void offprint_decision_clear (OffprintDecision   *self);
/* (transfer none) (nullable): what counts, if one voice is taken */
OffprintSay *offprint_decision_get_winner (OffprintDecision *self);

OffprintSpot offprint_spot_of_field    (const OffprintField *field,
                                        const char          *member);
char        *offprint_spot_dup_pointer (const OffprintSpot  *self);
/* every place of which some voice speaks, each once, in the order of the table;
 * names are borrowed from the voices */
GArray *offprint_spots_new (GPtrArray *voices);
/* whether an older word of a source says something that its newer one has lost or spoilt */
gboolean offprint_voice_is_needed (GPtrArray     *voices,
                                   OffprintVoice *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OffprintJudge, offprint_judge_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OffprintDecision, offprint_decision_clear)

G_END_DECLS
