/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever is pasted as a library’s address: what is taken leads by https (or to this
 * machine) to a host, is the same when it is read again, and stays one line.
 */

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "library-link.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);

  for (OffprintLibraryLinkKind kind = OFFPRINT_LIBRARY_LINK_NONE; kind <= OFFPRINT_LIBRARY_LINK_OPENURL; kind++)
    {
      g_autoptr (OffprintLibraryLink) link = offprint_library_link_parse (text, kind, NULL);
      g_autoptr (OffprintLibraryLink) again = NULL;
      g_autofree char *host = NULL;
      g_autofree char *origin = NULL;
      g_autofree char *url = NULL;

      if (link == NULL)
        continue;
      host = offprint_library_link_dup_host (link);
      origin = offprint_library_link_dup_origin (link);
      url = offprint_library_link_dup_url (link, "https://doi.org/10.5555/sample?a=b#c");
      again = offprint_library_link_new (offprint_library_link_get_kind (link), offprint_library_link_get_address (link), NULL);
      g_assert_true (*host != '\0');
      g_assert_true (g_str_has_prefix (origin, "https://") || g_str_has_prefix (origin, "http://"));
      g_assert_nonnull (again);
      g_assert_cmpstr (offprint_library_link_get_address (again), ==, offprint_library_link_get_address (link));
      if (url != NULL)
        {
          g_assert_true (g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "http://"));
          g_assert_null (strpbrk (url, " \t\r\n\"<>"));
        }
    }

  return 0;
}
