/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * BibLaTeX: what it has and BibTeX has not.
 */

#include "config.h"

#include "writer-main.h"

static const WriterCase cases[] = {
  { "nothing-known", "{'type': 'book', 'id': 'x'}", "@book{work,\n}\n" },
  { "chapter", writer_chapter,
    "@incollection{Berg2022homo,\n"
    "  author = {van der Berg, Jan and King, Jr., Ann and {Institute of Games, Basel}},\n"
    "  title = {On \\emph{Homo ludens} \\& the {DNA} of {Play}},\n"
    "  booktitle = {A Handbook of Play},\n"
    "  editor = {Ñandú, Zoë},\n"
    "  translator = {Roe, R.},\n"
    "  series = {Studies},\n"
    "  number = {12},\n"
    "  edition = {2},\n"
    "  chapter = {7},\n"
    "  pages = {71--88},\n"
    "  publisher = {Example \\& Sons},\n"
    "  location = {Cham},\n"
    "  date = {2022-05-01},\n"
    "  isbn = {978-3-030-93981-6},\n"
    "  doi = {10.1000/978_7},\n"
    "  url = {https://doi.org/10.1000/978_7},\n"
    "  urldate = {2026-11},\n"
    "  langid = {english},\n"
    "  keywords = {play, games},\n"
    "  abstract = {One. Two 5\\%.}\n"
    "}\n" },
  { "subtitle", "{'type': 'book', 'id': 'x', 'title': 'A: B', 'custom': {'offprint': {'version': 1, 'titles': {'main': 'A', 'subtitle': 'B'}}}}",
    "@book{b,\n  title = {A},\n  subtitle = {B}\n}\n" },
  { "collection", "{'type': 'book', 'id': 'x', 'title': 'T', 'editor': [{'family': 'E', 'given': 'F'}]}",
    "@collection{Et,\n  title = {T},\n  editor = {E, F}\n}\n" },
  { "arxiv", "{'type': 'article', 'id': 'x', 'title': 'T', 'DOI': '10.48550/arXiv.1706.03762', 'issued': {'date-parts': [[2017]]}}",
    "@online{t2017,\n  title = {T},\n  date = {2017},\n  doi = {10.48550/arxiv.1706.03762},\n  eprint = {1706.03762},\n  eprinttype = {arxiv},\n"
    "  url = {https://doi.org/10.48550/arxiv.1706.03762}\n}\n" },
  { "date-range", "{'type': 'book', 'id': 'x', 'title': 'T', 'issued': {'date-parts': [[2019], [2020]]}}",
    "@book{t2019,\n  title = {T},\n  date = {2019/2020}\n}\n" },
  { "date-in-words", "{'type': 'book', 'id': 'x', 'title': 'T', 'issued': {'literal': 'no date'}}", "@book{t,\n  title = {T},\n  year = {no date}\n}\n" },
};

int
main (int    argc,
      char **argv)
{
  return writer_main (argc, argv, OFFPRINT_FORMAT_BIBLATEX, cases, G_N_ELEMENTS (cases));
}
