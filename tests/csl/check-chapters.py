#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Chapters in twenty styles come out as the reference engine prints them.

  check-chapters.py CSL-RENDER [STYLE...]

For each style and format, the citation and the bibliography entry of every item
of the type chapter in $OFFPRINT_SHARED/csl/items.json are compared with
$OFFPRINT_SHARED/csl/expected. Blanks in a row count as one, and the ways to write
an entity or the blanks in a style attribute as the same; all else must be equal.
Ends with 77 where the data or the styles are not there.
"""
import gzip
import json
import os
import re
import subprocess
import sys
import unicodedata

STYLES = """
apa chicago-note-bibliography harvard-cite-them-right ieee nature
american-chemical-society cell chicago-author-date-16th-edition chinese-gb7714-2005-numeric
council-of-science-editors elsevier-harvard elsevier-with-titles modern-humanities-research-association
modern-language-association-8th-edition new-harts-rules-the-oxford-style-guide plos science
springer-humanities-author-date springer-lecture-notes-in-computer-science vancouver-superscript
""".split()
FORMATS = ('html', 'text')
DATA = '/usr/share/citation-style-language'


def same(text):
    """One spelling for what may be spelled in several ways."""
    text = re.sub(r'[ \t\r\n]+', ' ', text).strip()
    text = re.sub(r' ?(</?div[^>]*>) ?', r'\1', text)
    for code, entity in (('38', '&amp;'), ('60', '&lt;'), ('62', '&gt;'), ('34', '"'), ('39', "'")):
        text = text.replace(f'&#{code};', entity)
    text = text.replace('&quot;', '"').replace('&apos;', "'")
    text = re.sub(r'style="([^"]*)"', lambda m: 'style="%s"' % re.sub(r'([:;]) +', r'\1', m[1]).rstrip(';'), text)
    return unicodedata.normalize('NFC', text)


def style_file(name):
    for folder in ('styles', 'styles/dependent'):
        path = f'{DATA}/{folder}/{name}.csl'
        if os.path.exists(path):
            return path
    return None


def check(render, name, shared, chapters):
    """The differences in one style, as lines."""
    with gzip.open(f'{shared}/csl/expected/{name}.json.gz', 'rt', encoding='utf-8') as file:
        expected = json.load(file)
    for form in FORMATS:
        wanted = expected['formats'][form]
        command = [render, '--style', style_file(name), '--locale', expected['lang'],
                   '--format', form, f'{shared}/csl/items.json']
        got = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        for part in ('citations', 'bibliography'):
            for item in chapters:
                want, have = wanted[part].get(item), got[part].get(item)
                if want is not None and (have is None or same(want) != same(have)):
                    yield f'{name} {form} {part} {item}\n  want {want}\n  have {have}'


def main():
    render, styles = sys.argv[1], sys.argv[2:] or STYLES
    shared = os.environ.get('OFFPRINT_SHARED', '')
    if not os.path.isdir(f'{shared}/csl/expected') or not os.path.isdir(f'{DATA}/styles'):
        print('no reference output or no styles to compare with')
        return 77
    with open(f'{shared}/csl/items.json', encoding='utf-8') as file:
        chapters = [str(item['id']) for item in json.load(file) if item['type'] == 'chapter']
    bad = 0
    for name in styles:
        lines = list(check(render, name, shared, chapters))
        bad += bool(lines)
        print(f'{"not ok" if lines else "ok"} {name}')
        for line in lines:
            print(line)
    print(f'{len(styles) - bad} of {len(styles)} styles equal over {len(chapters)} chapters')
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
