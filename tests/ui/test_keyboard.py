# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything with the keyboard alone, and everything named."""
from harness import Case, main, wait

SAMPLE = "10.5555/sample"
TITLE = "On the Patience of Small Machines"


class Keyboard(Case):
    def test_the_whole_walk(self):
        with self.app() as app:
            app.key("ctrl+l")
            wait(lambda: app.focused().role in ("text", "entry"))
            app.type(SAMPLE)
            app.key("Return")
            app.find("heading", TITLE)
            app.find_ready("button", "Copy Citation")
            app.key("ctrl+c")
            wait(lambda: app.shows("Citation copied"))
            self.assertIn("Patience of Small Machines", app.clipboard())
            app.key("ctrl+shift+c")
            wait(lambda: app.clipboard() and "Patience" not in app.clipboard(), "the in-text citation")
            self.assertIn("Quill", app.clipboard())
            app.key("ctrl+Return")
            wait(app.browsed)

    def test_copies_from_entry_label_and_page(self):
        with self.app(SAMPLE) as app:
            app.find("heading", TITLE)
            app.key("ctrl+l")  # all of the address is selected
            wait(lambda: app.focused().role in ("text", "entry"))
            app.key("ctrl+c")
            wait(lambda: app.clipboard() == SAMPLE, "the address on the clipboard")
            app.key("Escape")
            wait(lambda: app.focused().role == "heading", "the focus on the title")
            app.key("ctrl+shift+Right", "ctrl+c")  # its first word
            wait(lambda: app.clipboard() == "On", "the selection on the clipboard")
            app.key("Right", "ctrl+c")  # nothing is selected any more
            wait(lambda: "Patience of Small Machines" in app.clipboard(), "the citation on the clipboard")

    def test_pastes_into_entries_and_opens_elsewhere(self):
        with self.app() as app:
            app.find_text("Copy Citation")
            app.set_clipboard(SAMPLE)
            app.key("ctrl+l", "ctrl+v")
            wait(lambda: app.focused().text == SAMPLE, "the text in the address field")
            self.assertEqual(self.registry.requests, [])
            app.key("Escape", "ctrl+v")
            app.find("heading", TITLE)

    def test_escape_brings_the_address_back(self):
        with self.app(SAMPLE) as app:
            app.find("heading", TITLE)
            app.key("ctrl+l")
            wait(lambda: app.focused().role in ("text", "entry"))
            app.type("nonsense")
            entry = app.focused()
            app.key("Escape")
            wait(lambda: entry.text == SAMPLE)
            wait(lambda: app.focused().acc != entry.acc)

    def test_the_pane_is_toggled_and_remembered(self):
        with self.app(SAMPLE) as app:
            app.find("button", "Copy Citation")
            app.key("F9")
            app.gone("button", "Copy Citation")
        with self.app(fresh=False) as app:
            app.find("heading", TITLE)
            self.assertFalse(app.has("button", "Copy Citation"))
            app.key("F9")
            app.find("button", "Copy Citation")

    def test_every_dialog_opens_and_closes(self):
        with self.app() as app:
            for key, name in (("ctrl+comma", "Preferences"), ("ctrl+question", "Keyboard Shortcuts")):
                app.key(key)
                app.dialog(name)
                self.assertEqual(app.unnamed(), [])
                app.key("Escape")
                app.no_dialog()
            for action in ("about", "ledger"):
                app.activate(action)
                app.dialog()
                self.assertEqual(app.unnamed(), [])
                app.key("Escape")
                app.no_dialog()

    def test_the_menu_has_every_action(self):
        with self.app(SAMPLE) as app:
            app.find("heading", TITLE)
            app.key("F10")
            for name in ("Go", "Work", "Cite", "View", "Preferences", "Keyboard Shortcuts", "Quit"):
                app.find("menu item", name)
            for name in ("Show Pane", "Work Offline"):
                wait(lambda: "checkable" in app.find("menu item", name).states, f"{name} to be checkable")
            wait(lambda: "checked" in app.find("menu item", "Show Pane").states)

    def test_two_windows(self):
        with self.app(SAMPLE) as app:
            app.find("heading", TITLE)
            app.key("ctrl+n")
            wait(lambda: len([n for n in app.root.children() if n.role in ("frame", "window")]) == 2)
            app.key("ctrl+w")
            wait(lambda: len([n for n in app.root.children() if n.role in ("frame", "window")]) == 1)

    def test_narrow(self):
        for size in ((360, 640), (360, 294)):
            with self.subTest(size=size), self.app(SAMPLE, size=size) as app:
                app.find("heading", TITLE)
                app.find("button", "Copy Citation")
                self.assertEqual(app.unnamed(), [])
                app.key("ctrl+l")
                wait(lambda: app.focused().role in ("text", "entry"))
                app.type("10.5555/late")
                app.key("Return")
                app.find("heading", "A Late Answer")
                app.key("alt+Left")
                app.find("heading", TITLE)
                app.key("alt+Left")  # the history is at its end: the library
                app.find("list item", f"{TITLE}, Quill, Marrow · 2021")
                app.key("Return")
                app.find("heading")

    def test_everything_has_a_name(self):
        with self.app(SAMPLE) as app:
            app.find("heading", TITLE)
            self.assertEqual(app.unnamed(), [])


main()
