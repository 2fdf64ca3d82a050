/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The facts about a work, each said in words: what stands in the pane under About.
 */

#pragma once

#include "work.h"

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_FACT_DOI,
  OFFPRINT_FACT_BOOK,
  OFFPRINT_FACT_ISSN,
  OFFPRINT_FACT_EVENT,
  OFFPRINT_FACT_EDITION,
  OFFPRINT_FACT_LANGUAGE,
  OFFPRINT_FACT_ONLINE,
  OFFPRINT_FACT_PRINT,
  OFFPRINT_FACT_RECEIVED,
  OFFPRINT_FACT_ACCEPTED,
  OFFPRINT_FACT_COPYRIGHT,
  OFFPRINT_FACT_KEYWORDS,
  OFFPRINT_FACT_PACKAGES,
  OFFPRINT_FACT_COUNTS,
  OFFPRINT_FACT_UPDATES,
  OFFPRINT_FACT_SOURCES,
  OFFPRINT_N_FACTS
} OffprintFact;

const char *offprint_fact_get_title (OffprintFact fact);
/* NULL if it is not known */
char *offprint_fact_dup_value (OffprintFact  fact,
                               OffprintWork *work,
                               GDateTime    *now);

G_END_DECLS
