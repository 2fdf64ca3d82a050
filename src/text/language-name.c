/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What languages are called, for people. Records name them by tags, and nobody
 * should have to know that “cs” is Czech.
 */

#include "config.h"

#include "language-name.h"

#include "icu.h"

#define MAX_NAME 128

/**
 * offprint_language_name_dup:
 * @tag: a language tag, as BCP 47 has them
 *
 * Names a language in the user's, with a capital, as on a button.
 *
 * Returns: (transfer full): "German", or @tag itself if it has no name
 */
char *
offprint_language_name_dup (const char *tag)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar name[MAX_NAME];
  g_autofree char *shown = NULL;
  g_autofree char *first = NULL;
  const char *rest;
  int length;

  g_return_val_if_fail (tag != NULL, NULL);

  length = offprint_icu_common ()->uloc_getDisplayName (tag, g_get_language_names ()[0], name, MAX_NAME, &status);
  if (U_FAILURE (status) || length <= 0 || length >= MAX_NAME)
    return g_strdup (tag);
  shown = g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, NULL, NULL);
  if (shown == NULL)
    return g_strdup (tag);

  rest = g_utf8_next_char (shown);
  first = g_utf8_strup (shown, rest - shown);
  return g_strconcat (first, rest, NULL);
}
