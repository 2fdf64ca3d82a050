/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever stands in a file of records: what is taken is a valid record, and the same
 * record when it is read again.
 */

#include <stddef.h>
#include <stdint.h>

#include "record.h"
#include "work.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (OffprintWork) work = NULL;
  g_autoptr (OffprintWork) again = NULL;
  g_autoptr (JsonNode) first = NULL;
  g_autoptr (JsonNode) second = NULL;
  g_autofree char *kind = NULL;

  json_parser_set_strict (parser, TRUE);
  if (size == 0 || !g_utf8_validate ((const char *) data, (gssize) size, NULL) ||
      !json_parser_load_from_data (parser, (const char *) data, (gssize) size, NULL) || json_parser_get_root (parser) == NULL)
    return 0;
  work = offprint_work_new_from_json (json_parser_get_root (parser), NULL);
  if (work == NULL)
    return 0;
  kind = offprint_work_dup_kind_name (work);
  first = offprint_work_to_json (work, OFFPRINT_RECORD_WITH_READINGS);
  g_assert_true (offprint_record_check (first, NULL));
  again = offprint_work_new_from_json (first, NULL);
  g_assert_nonnull (again);
  second = offprint_work_to_json (again, OFFPRINT_RECORD_WITH_READINGS);
  g_assert_true (json_node_equal (first, second));

  return 0;
}
