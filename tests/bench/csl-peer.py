#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""citeproc-py as a peer of csl.py: the bibliography of all items, in the styles that it can do.

    csl-peer.py STYLE.csl ITEMS.json
"""
import json
import sys
import warnings

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON


def main():
    warnings.simplefilter("ignore")
    with open(sys.argv[2], encoding="utf-8") as file:
        items = json.load(file)
    style = CitationStylesStyle(sys.argv[1], validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.html)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    bibliography.sort()
    for entry in bibliography.bibliography():
        print(entry)


if __name__ == "__main__":
    main()
