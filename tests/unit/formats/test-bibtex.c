/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * BibTeX: names, capitals, escapes, keys.
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
    "  address = {Cham},\n"
    "  year = {2022},\n"
    "  month = may,\n"
    "  isbn = {978-3-030-93981-6},\n"
    "  doi = {10.1000/978_7},\n"
    "  url = {https://doi.org/10.1000/978_7},\n"
    "  language = {en},\n"
    "  keywords = {play, games},\n"
    "  abstract = {One. Two 5\\%.}\n"
    "}\n" },
  { "chapter-without-editors", "{'type': 'chapter', 'title': 'T', 'id': 'x', 'container-title': 'B'}",
    "@inbook{t,\n  title = {T},\n  booktitle = {B}\n}\n" },
  { "title-case", "{'type': 'book', 'id': 'x', 'title': 'The United States and China-Russia Relations: NATO, iPads and McLeod'}",
    "@book{united,\n  title = {The United States and China-Russia Relations: {NATO}, {iPads} and {McLeod}}\n}\n" },
  { "sentence-case", "{'type': 'book', 'id': 'x', 'title': 'Relations between China and Russia: Notes on U.S. policy'}",
    "@book{relations,\n  title = {Relations between {China} and {Russia}: Notes on {U.S}. policy}\n}\n" },
  { "german", "{'type': 'book', 'id': 'x', 'title': 'Politik als Beruf', 'language': 'de-DE'}",
    "@book{politik,\n  title = {Politik als {Beruf}},\n  language = {de-DE}\n}\n" },
  { "no-case", "{'type': 'book', 'id': 'x', 'title': 'About <span class=\\'nocase\\'>emacs</span> and H<sub>2</sub>O'}",
    "@book{about,\n  title = {About {emacs} and {H}\\textsubscript{2}{O}}\n}\n" },
  { "escapes", "{'type': 'book', 'id': 'x', 'title': 'a {b} \\\\ $5 #1 _ ^ ~ <z> – — -- %'}",
    "@book{b,\n  title = {a \\textbraceleft{}b\\textbraceright{} \\textbackslash{} \\$5 \\#1 \\_ \\textasciicircum{} \\textasciitilde{} "
    "\\textless{}z\\textgreater{} -- --- -{}- \\%}\n}\n" },
  { "names", "{'type': 'book', 'id': 'x', 'title': 'T', 'author': [{'family': 'Plato'}, {'literal': 'Smith and Sons'}, {'family': 'de la Cruz', 'given': 'J.'},"
             " {'family': 'X, Y', 'given': 'Z'}, {'given': 'Madonna'}]}",
    "@book{Platot,\n  author = {{Plato} and {Smith and Sons} and de la Cruz, J. and {X, Y}, Z and {Madonna}},\n  title = {T}\n}\n" },
  { "keys", "{'type': 'book', 'id': 'x', 'title': 'The Tea'}, {'type': 'book', 'id': 'y', 'title': 'Tea'}, {'type': 'book', 'id': 'z', 'title': 'tea'},"
            " {'type': 'book', 'id': 'z', 'title': '漢字', 'DOI': '10.1000/(a),b'}, {'type': 'book', 'id': 'q', 'citation-key': 'own key', 'title': 'T'}",
    "@book{tea,\n  title = {The Tea}\n}\n\n@book{teaa,\n  title = {Tea}\n}\n\n@book{teab,\n  title = {tea}\n}\n\n"
    "@book{10.1000/ab,\n  title = {漢字},\n  doi = {10.1000/(a),b},\n  url = {https://doi.org/10.1000/(a),b}\n}\n\n@book{ownkey,\n  title = {T}\n}\n" },
  { "thesis", "{'type': 'thesis', 'id': 'x', 'title': 'T', 'genre': 'Master’s thesis', 'publisher': 'U'}",
    "@mastersthesis{t,\n  title = {T},\n  school = {U},\n  type = {Master’s thesis}\n}\n" },
  { "verbatim", "{'type': 'webpage', 'id': 'x', 'title': 'T', 'URL': 'https://example.org/a_%7B{b}'}",
    "@misc{t,\n  title = {T},\n  url = {https://example.org/a_%7B%7Bb%7D}\n}\n" },
};

int
main (int    argc,
      char **argv)
{
  return writer_main (argc, argv, OFFPRINT_FORMAT_BIBTEX, cases, G_N_ELEMENTS (cases));
}
