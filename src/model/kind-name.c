/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A registry's types are for machines; a reader looks at a chapter.
 */

#include "config.h"

#include "kind-name.h"

#include <glib/gi18n-lib.h>

/* Every type of CSL 1.0.2 */
static const struct
{
  const char *type;
  const char *name;
} kinds[] = {
  { "article", N_("Article") },
  { "article-journal", N_("Journal Article") },
  { "article-magazine", N_("Magazine Article") },
  { "article-newspaper", N_("Newspaper Article") },
  { "bill", N_("Bill") },
  { "book", N_("Book") },
  { "broadcast", N_("Broadcast") },
  { "chapter", N_("Chapter") },
  { "classic", N_("Classic") },
  { "collection", N_("Collection") },
  { "dataset", N_("Dataset") },
  { "document", N_("Document") },
  { "entry", N_("Entry") },
  { "entry-dictionary", N_("Dictionary Entry") },
  { "entry-encyclopedia", N_("Encyclopedia Entry") },
  { "event", N_("Event") },
  { "figure", N_("Figure") },
  { "graphic", N_("Graphic") },
  { "hearing", N_("Hearing") },
  { "interview", N_("Interview") },
  { "legal_case", N_("Legal Case") },
  { "legislation", N_("Legislation") },
  { "manuscript", N_("Manuscript") },
  { "map", N_("Map") },
  { "motion_picture", N_("Film") },
  { "musical_score", N_("Musical Score") },
  { "pamphlet", N_("Pamphlet") },
  { "paper-conference", N_("Conference Paper") },
  { "patent", N_("Patent") },
  { "performance", N_("Performance") },
  { "periodical", N_("Periodical") },
  { "personal_communication", N_("Letter") },
  { "post", N_("Post") },
  { "post-weblog", N_("Blog Post") },
  { "regulation", N_("Regulation") },
  { "report", N_("Report") },
  { "review", N_("Review") },
  { "review-book", N_("Book Review") },
  { "software", N_("Software") },
  { "song", N_("Recording") },
  { "speech", N_("Talk") },
  { "standard", N_("Standard") },
  { "thesis", N_("Thesis") },
  { "treaty", N_("Treaty") },
  { "webpage", N_("Web Page") },
};

/**
 * offprint_kind_get_name:
 * @type: a type by CSL's name
 *
 * Returns: the type for people: “Chapter”; “Document” if there is no such type
 */
const char *
offprint_kind_get_name (const char *type)
{
  g_return_val_if_fail (type != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].type, type))
      return _(kinds[i].name);

  return _("Document");
}
