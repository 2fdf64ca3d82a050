/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A style of a German journal is German whoever uses it; one that does not care is
 * in the user's language.
 */

#include "config.h"

#include "language.h"

#include <string.h>

/* “de_AT.UTF-8@euro” → “de-AT”; “C” and “POSIX” are no language */
static char *
tag_of_user (void)
{
  const char *const *names = g_get_language_names ();
  g_autofree char *tag = NULL;

  if (names[0] == NULL || g_str_equal (names[0], "C") || g_str_has_prefix (names[0], "C.") || g_str_equal (names[0], "POSIX"))
    return g_strdup ("en-US");
  tag = g_strdup (names[0]);
  tag[strcspn (tag, ".@")] = '\0';
  return g_strdelimit (g_steal_pointer (&tag), "_", '-');
}

/**
 * offprint_cite_choose_language:
 * @style: the style
 * @asked: (nullable): a language that somebody asked for, as `de-AT` or `de_AT`
 *
 * Chooses the language of a citation.
 *
 * Returns: (transfer full): a tag of BCP 47
 */
char *
offprint_cite_choose_language (CslStyle   *style,
                               const char *asked)
{
  const char *own = csl_style_get_default_locale (style);

  if (asked != NULL && *asked != '\0')
    {
      g_autofree char *tag = g_strdelimit (g_strdup (asked), "_", '-');

      tag[strcspn (tag, ".@")] = '\0';
      return g_steal_pointer (&tag);
    }
  return own != NULL ? g_strdup (own) : tag_of_user ();
}
