/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The citation engine's door: all that other rooms need of it.
 */

#pragma once

#include "builtin.h"
#include "csl-json.h"
#include "csl-error.h"
#include "item.h"
#include "locale.h"
#include "processor.h"
#include "result.h"
#include "style-head.h"
#include "style.h"
