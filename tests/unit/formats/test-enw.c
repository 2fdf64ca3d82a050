/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * EndNote's tags: editors under %E and the book under %B.
 */

#include "config.h"

#include "writer-main.h"

static const WriterCase cases[] = {
  { "chapter", writer_chapter,
    "%0 Book Section\r\n"
    "%T On Homo ludens & the DNA of Play\r\n"
    "%A van der Berg, Jan\r\n"
    "%A King, Ann, Jr.\r\n"
    "%A Institute of Games Basel\r\n"
    "%E Ñandú, Zoë\r\n"
    "%? Roe, R.\r\n"
    "%Y Series, S.\r\n"
    "%B A Handbook of Play\r\n"
    "%S Studies\r\n"
    "%D 2022\r\n"
    "%8 2022-05-01\r\n"
    "%P 71-88\r\n"
    "%7 2\r\n"
    "%I Example & Sons\r\n"
    "%C Cham\r\n"
    "%@ 978-3-030-93981-6\r\n"
    "%R 10.1000/978_7\r\n"
    "%U https://doi.org/10.1000/978_7\r\n"
    "%F x1\r\n"
    "%X One. Two 5%.\r\n"
    "%K play\r\n"
    "%K games\r\n"
    "%G en\r\n\r\n" },
  { "journal-article",
    "{'id': 'a', 'type': 'article-journal', 'title': 'T', 'container-title': 'J', 'volume': 3, 'issue': '4', 'ISSN': '1234-5679'}",
    "%0 Journal Article\r\n%T T\r\n%J J\r\n%V 3\r\n%N 4\r\n%@ 1234-5679\r\n%F a\r\n\r\n" },
  { "forged-tag", "{'id': 'f', 'type': 'book', 'title': 'T\\n\\n%0 Book'}", "%0 Book\r\n%T T %0 Book\r\n%F f\r\n\r\n" },
};

int
main (int    argc,
      char **argv)
{
  return writer_main (argc, argv, OFFPRINT_FORMAT_ENW, cases, G_N_ELEMENTS (cases));
}
