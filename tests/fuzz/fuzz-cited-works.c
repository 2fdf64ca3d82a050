/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A note, and works cited in a record: whatever both hold, the linked note says letter
 * for letter what it said before.
 */

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "cited-works.h"
#include "read.h"
#include "work.h"
#include "write.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  char *record = strchr (text, '\n'); /* the first line is the note */
  g_autoptr (OffprintRichText) note = NULL;
  g_autoptr (OffprintRichText) linked = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (OffprintWork) work = NULL;
  g_autoptr (OffprintCitedWorks) cited = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (record != NULL)
    *record++ = '\0';
  note = offprint_rich_text_new_from_markup (text, -1);
  node = record != NULL && g_utf8_validate (record, -1, NULL) ? json_from_string (record, NULL) : NULL;
  work = node != NULL ? offprint_work_new_from_json (node, NULL) : NULL;
  if (work == NULL)
    work = offprint_work_new ();
  cited = offprint_cited_works_new (offprint_work_get_references (work));
  linked = offprint_cited_works_link (cited, note);
  before = offprint_rich_text_to_plain (note);
  after = offprint_rich_text_to_plain (linked);
  g_assert_cmpstr (after, ==, before);

  return 0;
}
