/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of single layers share: a page as text, what one layer says of it.
 */

#pragma once

#include "expect-record.h"
#include "layers.h"

G_BEGIN_DECLS

typedef JsonObject *(*Layer) (OffprintPage *page);

typedef struct
{
  const char *path;
  const char *html;
  RecordFact facts[16]; /* up to one without a path; none at all: the layer says nothing */
} LayerCase;

void layer_add_cases (const char      *prefix,
                      Layer            layer,
                      const LayerCase *cases,
                      gsize            n_cases);

G_END_DECLS
