/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * RIS: tags by type, lines that cannot be forged.
 */

#include "config.h"

#include "writer-main.h"

static const WriterCase cases[] = {
  { "chapter", writer_chapter,
    "TY  - CHAP\r\n"
    "AU  - van der Berg, Jan\r\n"
    "AU  - King, Ann, Jr.\r\n"
    "AU  - Institute of Games Basel\r\n"
    "A2  - Ñandú, Zoë\r\n"
    "A3  - Series, S.\r\n"
    "A4  - Roe, R.\r\n"
    "PY  - 2022\r\n"
    "DA  - 2022/05/01/\r\n"
    "TI  - On Homo ludens & the DNA of Play\r\n"
    "BT  - A Handbook of Play\r\n"
    "T2  - A Handbook of Play\r\n"
    "T3  - Studies\r\n"
    "SV  - 12\r\n"
    "SP  - 71\r\n"
    "EP  - 88\r\n"
    "SE  - 7\r\n"
    "ET  - 2\r\n"
    "PB  - Example & Sons\r\n"
    "CY  - Cham\r\n"
    "SN  - 978-3-030-93981-6\r\n"
    "DO  - 10.1000/978_7\r\n"
    "UR  - https://doi.org/10.1000/978_7\r\n"
    "Y2  - 2026/11//\r\n"
    "AB  - One. Two 5%.\r\n"
    "KW  - play\r\n"
    "KW  - games\r\n"
    "LA  - en\r\n"
    "ID  - x1\r\n"
    "ER  - \r\n\r\n" },
  { "journal-article",
    "{'id': 'a', 'type': 'article-journal', 'title': 'T', 'container-title': 'J', 'container-title-short': 'Jj', 'volume': 3, 'issue': '4',"
    " 'page': 'e9', 'ISSN': '1234-5679', 'issued': {'date-parts': [[1999]]}}",
    "TY  - JOUR\r\nPY  - 1999\r\nDA  - 1999///\r\nTI  - T\r\nT2  - J\r\nJ2  - Jj\r\nSP  - e9\r\nVL  - 3\r\nIS  - 4\r\nSN  - 1234-5679\r\nID  - a\r\nER  - \r\n\r\n" },
  { "book",
    "{'id': 'b', 'type': 'book', 'title': 'T', 'editor': [{'family': 'E'}], 'collection-title': 'S', 'number-of-pages': 300}",
    "TY  - BOOK\r\nA3  - E\r\nTI  - T\r\nT2  - S\r\nSP  - 300\r\nID  - b\r\nER  - \r\n\r\n" },
  { "preprint", "{'id': 'p', 'type': 'article', 'title': 'T'}", "TY  - UNPD\r\nTI  - T\r\nM3  - Preprint\r\nID  - p\r\nER  - \r\n\r\n" },
  { "forged-tag", "{'id': 'f', 'type': 'book', 'title': 'T\\nER  - \\r\\nTY  - JOUR'}",
    "TY  - BOOK\r\nTI  - T ER - TY - JOUR\r\nID  - f\r\nER  - \r\n\r\n" },
  { "unknown-type", "{'id': 'u', 'type': 'nonsense', 'title': 'T'}", "TY  - GEN\r\nTI  - T\r\nID  - u\r\nER  - \r\n\r\n" },
  { "page-lists", "{'id': 'l', 'type': 'article-journal', 'title': 'T', 'page': '9-12, 15-16'}",
    "TY  - JOUR\r\nTI  - T\r\nSP  - 9-12, 15-16\r\nID  - l\r\nER  - \r\n\r\n" },
};

int
main (int    argc,
      char **argv)
{
  return writer_main (argc, argv, OFFPRINT_FORMAT_RIS, cases, G_N_ELEMENTS (cases));
}
