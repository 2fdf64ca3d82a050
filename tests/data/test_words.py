#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every word that a person sees can be translated: each file that marks strings is in
POTFILES.in, templates leave none unmarked, and the catalogue builds as a pseudo-locale."""
import os
import re
import subprocess
import tempfile
import unittest

SOURCE = os.environ['SOURCE_ROOT']
SHOWN = r'<property name="(?:label|title|subtitle|tooltip-text|placeholder-text|description|text|secondary-text|button-label)"(?![^>]*translatable)[^>]*>([^<]*)<'

NAMES = {'Offprint', 'ORCID', 'DOI'}  # the same in every language


def source_files():
    found = []
    for folder, _, names in os.walk(f'{SOURCE}/src'):
        found += [os.path.relpath(f'{folder}/{n}', SOURCE) for n in names if n.endswith(('.c', '.h', '.ui'))]
    return sorted(found)


def read(path):
    with open(f'{SOURCE}/{path}', encoding='utf-8') as f:
        return f.read()


class Words(unittest.TestCase):
    def test_potfiles_names_all(self):
        listed = {line.strip() for line in read('po/POTFILES.in').splitlines() if line.strip() and not line.startswith('#')}
        marks = re.compile(r'(?:\b(?:N|C|NC|Q)?_|\bngettext|\bnpgettext|\bg_dngettext|\bdngettext)\s?\(\s*"|translatable="(?:yes|true|1)"')
        for path in source_files():
            if path.endswith('.h'):
                continue
            with self.subTest(path=path):
                if marks.search(read(path)):
                    self.assertIn(path, listed)
        for path in listed:
            self.assertTrue(os.path.exists(f'{SOURCE}/{path}'), f'po/POTFILES.in names {path}, which is not there')

    def test_templates_leave_no_word_unmarked(self):
        for path in source_files():
            if path.endswith('.ui'):
                with self.subTest(path=path):
                    words = [w for w in re.findall(SHOWN, read(path)) if re.search(r'[A-Za-z]', w) and w not in NAMES]
                    self.assertEqual(words, [])

    def test_code_leaves_no_label_unmarked(self):
        calls = (r'(?:gtk_label_set_(?:label|text)|gtk_label_new|gtk_button_set_label|gtk_button_new_with_label|set_tooltip_text|'
                 r'adw_toast_new|adw_status_page_set_title|adw_status_page_set_description|adw_action_row_set_subtitle|'
                 r'adw_preferences_row_set_title|adw_banner_set_title|adw_banner_set_button_label|adw_navigation_page_set_title) \((?:[^()"]*, )?"([^"]*)"')
        for path in source_files():
            if path.startswith('src/ui/') and path.endswith('.c'):
                with self.subTest(path=path):
                    words = [w for w in re.findall(calls, read(path)) if re.search(r'[A-Za-z]{2}', w)]
                    self.assertEqual(words, [])

    def test_pseudo_locale_builds(self):
        with tempfile.TemporaryDirectory() as folder:
            pot, po, mo = (f'{folder}/offprint.{e}' for e in ('pot', 'po', 'mo'))
            run = lambda *argv: subprocess.run(argv, check=True, cwd=SOURCE, capture_output=True, text=True)
            run('xgettext', '--from-code=UTF-8', '--add-comments=Translators:', '--keyword=_', '--keyword=N_',
                '--keyword=C_:1c,2', '--keyword=NC_:1c,2', '--keyword=g_dngettext:2,3', '--flag=g_strdup_printf:1:c-format',
                '--flag=g_set_error:4:c-format', '--files-from=po/POTFILES.in', '-o', pot)
            run('msgen', '-o', po, pot)
            text = open(po, encoding='utf-8').read().replace('charset=CHARSET', 'charset=UTF-8')
            open(po, 'w', encoding='utf-8').write(re.sub(r'(?m)^msgstr(\[\d\])? "(.+)"$', r'msgstr\1 "⟦\2⟧"', text))
            done = subprocess.run(['msgfmt', '--check-format', '-o', mo, po], capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertGreater(text.count('msgid "'), 100)


if __name__ == '__main__':
    unittest.main()
