/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ICU, loaded when something first needs it. A program that is linked with its two
 * libraries pays two megabytes and several milliseconds for their relocations before
 * its first line runs; and most texts (years, plain capitals, what is composed
 * already) are settled without it. So its functions are called through a table.
 *
 * The names are ICU's, which its headers turn into those of its version.
 */

#pragma once

#include <glib.h>
#include <unicode/ucasemap.h>
#include <unicode/ucnv.h>
#include <unicode/ucol.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

G_BEGIN_DECLS

/* of libicuuc: cases, normal forms, charsets, what locales are called */
#define OFFPRINT_ICU_COMMON_FUNCTIONS(F) \
  F (u_charsToUChars)                    \
  F (u_strFromUTF8Lenient)               \
  F (ucasemap_close)                     \
  F (ucasemap_open)                      \
  F (ucasemap_utf8ToLower)               \
  F (ucasemap_utf8ToUpper)               \
  F (ucnv_close)                         \
  F (ucnv_open)                          \
  F (ucnv_toAlgorithmic)                 \
  F (uloc_canonicalize)                  \
  F (uloc_getDisplayName)                \
  F (uloc_getLanguage)                   \
  F (unorm2_getNFCInstance)              \
  F (unorm2_getNFDInstance)              \
  F (unorm2_getNFKCCasefoldInstance)     \
  F (unorm2_normalize)

/* of libicui18n: collation, numbers */
#define OFFPRINT_ICU_I18N_FUNCTIONS(F) \
  F (ucol_close)                       \
  F (ucol_getSortKey)                  \
  F (ucol_open)                        \
  F (unum_close)                       \
  F (unum_formatDecimal)               \
  F (unum_formatInt64)                 \
  F (unum_open)                        \
  F (unum_setTextAttribute)

#define OFFPRINT_ICU_MEMBER(name) __typeof__ (&name) name;

typedef struct
{
  OFFPRINT_ICU_COMMON_FUNCTIONS (OFFPRINT_ICU_MEMBER)
} OffprintIcuCommon;

typedef struct
{
  OFFPRINT_ICU_I18N_FUNCTIONS (OFFPRINT_ICU_MEMBER)
} OffprintIcuI18n;

#undef OFFPRINT_ICU_MEMBER

const OffprintIcuCommon *offprint_icu_common (void);
const OffprintIcuI18n   *offprint_icu_i18n   (void);

G_END_DECLS
