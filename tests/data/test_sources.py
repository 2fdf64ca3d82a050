#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file of ours says its licence and why it exists; nothing names the machine it
was written on; the top level is what it promises to be."""
import os
import re
import subprocess
import unittest

SOURCE = os.environ['SOURCE_ROOT']
TEXT = ('.c', '.h', '.py', '.build', '.ui', '.css', '.xml', '.in', '.csl', '.sh', '.svg')
TOP = {'src', 'data', 'po', 'tests', 'build-aux', 'meson.build', 'README.md', 'COPYING'}


def files():
    """All files of the project; git knows them in a checkout, else the folders do."""
    done = subprocess.run(['git', '-C', SOURCE, '-c', 'safe.directory=*', 'ls-files', '-co', '--exclude-standard'],
                          capture_output=True, text=True)
    if done.returncode == 0 and done.stdout:
        return [p for p in done.stdout.splitlines() if os.path.exists(f'{SOURCE}/{p}')]
    found = []
    for folder, folders, names in os.walk(SOURCE):
        folders[:] = [f for f in folders if not f.startswith(('_build', '.git')) and f != '__pycache__']
        found += [os.path.relpath(f'{folder}/{n}', SOURCE) for n in names if n != '.git']
    return found


class Sources(unittest.TestCase):
    def test_top_level(self):
        tops = {p.split('/')[0] for p in files()}
        self.assertEqual({t for t in tops if not t.startswith(('.', '_build'))}, TOP)

    def test_licence(self):
        for path in files():
            if '/corpus/' in path or '/data/' in path and path.startswith('tests/unit/') or not (path.endswith(TEXT) or path.startswith('build-aux/') and '.' not in path):
                continue
            with open(f'{SOURCE}/{path}', encoding='utf-8', errors='replace') as f:
                head = f.read(1200)
            with self.subTest(path=path):
                self.assertIn('SPDX-License-Identifier: ', head)

    def test_every_c_file_says_why(self):
        for path in files():
            if re.match(r'src/.*\.[ch]$', path):
                with open(f'{SOURCE}/{path}', encoding='utf-8') as f:
                    head = f.read(800)
                with self.subTest(path=path):
                    self.assertRegex(head, r'\A/\* SPDX-License-Identifier: GPL-3\.0-or-later\n \*\n \* +\S')

    def test_no_marks_of_unfinished_work(self):
        for path in files():
            if re.match(r'(src|tests)/.*\.[ch]$', path):
                with open(f'{SOURCE}/{path}', encoding='utf-8') as f:
                    found = re.findall(r'.*\b(?:TODO|FIXME|XXX)\b.*', f.read())
                with self.subTest(path=path):
                    self.assertEqual(found, [])


if __name__ == '__main__':
    unittest.main()
