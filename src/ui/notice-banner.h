/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has been said about a work since it came out: the one thing that shouts.
 */

#pragma once

#include "section.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_NOTICE_BANNER (offprint_notice_banner_get_type ())
G_DECLARE_FINAL_TYPE (OffprintNoticeBanner, offprint_notice_banner, OFFPRINT, NOTICE_BANNER, OffprintSection)

G_END_DECLS
