# SPDX-License-Identifier: GPL-3.0-or-later
"""Every word of the window can be translated: in a made-up language that puts ⟦ ⟧ round
each of our words, whatever is shown without them is the user's data, GTK's own words, or a
string that somebody forgot to mark."""
import json
import os
import pathlib
import re
import subprocess
import unittest

from harness import HOME, Case, main
from session import SOURCE

DOI = "10.5555/sample"


def make_catalogue(folder):
    """offprint.mo in that language, from the sources as they are."""
    pot, po = folder / "offprint.pot", folder / "offprint.po"
    subprocess.run(["xgettext", "--from-code=UTF-8", "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2", "--keyword=NC_:1c,2",
                    "--keyword=g_dngettext:2,3", "--files-from=po/POTFILES.in", "-o", pot], cwd=SOURCE, check=True, capture_output=True)
    subprocess.run(["msgen", "-o", po, pot], check=True, capture_output=True)
    text = po.read_text(encoding="utf-8").replace("charset=CHARSET", "charset=UTF-8")
    head, *entries = re.split(r"\n\n", text)
    marked = []
    for entry in entries:
        # a message of several lines begins with an empty one
        lines, inside = entry.split("\n"), False
        for i, line in enumerate(lines):
            m = re.match(r'(msgstr(?:\[\d\])? )"(.*)"$', line)
            if m:
                last = i
                while last + 1 < len(lines) and lines[last + 1].startswith('"'):
                    last += 1
                lines[i] = f'{m[1]}"⟦{m[2]}"'
                lines[last] = lines[last][:-1] + '⟧"'
        marked.append("\n".join(lines))
    po.write_text("\n\n".join([head, *marked]), encoding="utf-8")
    target = folder / "locale/qps/LC_MESSAGES"  # a language of nobody: GTK keeps its English
    target.mkdir(parents=True)
    subprocess.run(["msgfmt", "--check-format", "-o", target / "offprint.mo", po], check=True, capture_output=True)
    return folder / "locale"


# GTK's and libadwaita's own words, in the widgets of theirs that we use
THEIRS = {"Close", "Minimize", "Maximize", "Restore", "Back", "Clear", "Clear text", "Menu", "Search", "Increase", "Decrease", "More", "Toggle",
          "Cut", "Copy", "Paste", "Delete", "Select All", "Title bar", "Sidebar", "Window", "Icon", "Name", "None", "Credits", "Legal", "Details",
          "Loading", "Clear Entry", "Main Menu"}

KEYS = r"(?:Ctrl|Alt|Shift|Super|F\d|Menu)\b"  # as GTK writes a shortcut


class Pseudo(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if not has_locale("en_US.utf8"):
            raise unittest.SkipTest("gettext does not translate in the C locale, and there is no other")
        cls.locale = make_catalogue(HOME)

    def app(self, *arguments, **options):
        return super().app(*arguments, OFFPRINT_LOCALEDIR=str(self.locale), LANGUAGE="qps",
                           LC_ALL="en_US.UTF-8", **options)

    def unmarked(self, app, data):
        """What is shown without ⟦ and is not in the data of the work."""
        found = set()
        for node in app.root.walk():
            if node.role in ("application", "text", "entry", "password text"):
                continue
            words = (node.words or "").strip()
            if not re.search(r"[A-Za-z]{2}", words) or "⟦" in words or words in THEIRS or re.match(KEYS, words) or node.description and "⟦" in node.description:
                continue
            if any(words in d or d in words for d in data):
                continue
            found.add(f"{node.role} {words!r}")
        return sorted(found)

    def check(self, app, *data):
        """With a record in view its own words are known: every string in it."""
        self.assertEqual(self.unmarked(app, {d for d in data if d}), [])

    def test_a_page(self):
        with self.app(DOI) as app:
            app.find("heading", "On the Patience of Small Machines")
            data = self.words_of_the_record()
            self.check(app, *data)

    def test_dialogs(self):
        for action in ("preferences", "shortcuts", "ledger"):
            with self.subTest(action=action), self.app(DOI) as app:
                app.find("heading", "On the Patience of Small Machines")
                app.activate(action)
                app.find("dialog") if not app.dialogs() else None
                self.check(app, *self.words_of_the_record())

    def words_of_the_record(self):
        """All strings of the record that is shown, and what is made of them alone: citations, sizes, keys."""
        words = {"Offprint", "DOI", "ISBN", "ISSN", "ORCID", "Crossref", "Springer", "Ctrl", "Shift", "Alt", "F9", "F5", "F1", "Left", "Right", "Enter",
                 "Return", "Page", "Escape", "Back", "Forward", "Crossref", "English", "deutsch", "127.0.0.1"}

        def walk(value):
            if isinstance(value, str):
                words.add(value)
                words.update(w for w in re.findall(r"\w{4,}", value))
            elif isinstance(value, list):
                for v in value:
                    walk(v)
            elif isinstance(value, dict):
                for v in value.values():
                    walk(v)
        for path in pathlib.Path(os.environ["XDG_DATA_HOME"]).rglob("*.json"):
            walk(json.loads(path.read_text()))
        return words


def has_locale(name):
    return name in subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
