/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A style from a few lines and items from a few words, for tests of what comes
 * out at the end.
 */

#pragma once

#include "csl.h"

CslStyle *try_style_new      (const char       *attributes,
                              const char       *body);
char     *try_style_cite     (const char       *attributes,
                              const char       *body,
                              const char       *item);
char     *try_style_list     (const char       *body,
                              const char       *items);
char     *try_style_document (const char       *attributes,
                              const char       *body,
                              const char       *items,
                              const char       *clusters);
char     *try_style_layout   (const char       *layout,
                              const char       *item);
char     *try_style_cluster  (const char       *attributes,
                              const char       *body,
                              const char       *items,
                              const CslCluster *cluster);
