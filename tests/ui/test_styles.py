# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing a style, citing with it in a text, and installing others."""
import pathlib

from harness import HOME, Case, main, wait
from standin import style

SAMPLE = "10.5555/sample"
TITLE = "On the Patience of Small Machines"
APA = "American Psychological Association 7th edition"
HAS_STYLES = pathlib.Path("/usr/share/citation-style-language/styles/apa.csl").exists()


class Styles(Case):
    def ready(self, app):
        app.find("heading", TITLE)
        app.find_ready("button", "Copy Citation")

    def open_chooser(self, app):
        wait(lambda: next((n for n in app.root.walk() if n.role == "button" and n.description == "Chooses the citation style"), None),
             "the style button").press()
        return app.dialog("Citation Style")

    def selected(self, app, title):
        """The row of that title, selected, when the list has come to rest."""
        return app.at_rest(lambda: next(((n.box.x, n.box.y) for n in app.find_all("list item", title) if "selected" in n.states), None), title)

    def copied(self, app, part):
        wait(lambda: part in app.clipboard(), f"{part!r} on the clipboard")

    def test_by_its_abbreviation(self):
        if not HAS_STYLES:
            self.skipTest("no styles are installed")
        with self.app(SAMPLE) as app:
            self.ready(app)
            self.open_chooser(app)
            app.type("apa")
            self.selected(app, APA)
            row = app.find("list item", APA)
            wait(lambda: "Quill, A., & Marrow, B. (2021)" in row.description, "this work in the row")
            self.assertEqual(app.unnamed(), [])
            app.key("Return")
            app.no_dialog()
            app.find("button", APA)
            app.find_ready("button", "Copy Citation").press()
            self.copied(app, "Quill, A., & Marrow, B. (2021)")

    def test_favourites_stand_first(self):
        if not HAS_STYLES:
            self.skipTest("no styles are installed")
        with self.app(SAMPLE) as app:
            self.ready(app)
            self.open_chooser(app)
            app.type("ieee")
            self.selected(app, "IEEE")
            app.key("ctrl+d")
            wait(lambda: app.find("list item", "IEEE").description.startswith("Favourite"), "the star")
            app.key("Escape")  # the words go, the dialog stays
            app.find_text("Favourites")
            self.selected(app, "IEEE")
            app.key("Escape")
            app.no_dialog()
        with self.app(SAMPLE, fresh=False) as app:
            self.ready(app)
            self.open_chooser(app)
            app.find_text("Favourites")
            self.selected(app, "IEEE")

    def test_in_a_text_with_a_page(self):
        with self.app(SAMPLE) as app:
            self.ready(app)
            app.key("ctrl+alt+c")
            wait(lambda: (app.focused() or app.root).words is not None and app.shows("Citation in the Text"), "the form")
            wait(lambda: "focused" in app.find("text", "Locator").states, "the focus in the locator")
            app.type("12-15")
            app.find_text("12\u201315)")
            self.assertEqual(app.unnamed(), [])
            app.key("Return")
            self.copied(app, "12\u201315)")
            wait(lambda: app.shows("In-text citation copied"))
            app.key("ctrl+shift+c")  # the plain form, as ever
            wait(lambda: app.clipboard() and "12" not in app.clipboard(), "the plain form")

    def write(self, name, text):
        path = HOME / name
        path.write_text(text)
        return str(path)

    def test_installs_what_is_opened(self):
        path = self.write("harbour.csl", style("harbour", "Harbour Notes", '<text variable="title" prefix="Harbour: "/>'))
        with self.app(SAMPLE) as app:
            self.ready(app)
        with self.app(path, fresh=False) as app:
            app.find_text("\u201cHarbour Notes\u201d installed")
            app.find("button", "Undo")
            app.find_ready("button", "Use It").press()
            app.find("button", "Harbour Notes")
            self.assertTrue((HOME / "data/offprint/styles/harbour.csl").exists())

    def test_undoes_it(self):
        path = self.write("harbour.csl", style("harbour", "Harbour Notes"))
        with self.app(path) as app:
            app.find_text("\u201cHarbour Notes\u201d installed")
            app.find("button", "Undo").press()
            wait(lambda: not (HOME / "data/offprint/styles/harbour.csl").exists(), "the file to go")
            app.find_text("Not installed any more")

    def test_says_what_is_wrong(self):
        path = self.write("broken.csl", style("broken", "Broken", '<text variable="title"'))
        with self.app(path) as app:
            app.dialog("Install Style")
            app.find_text("\u201cbroken.csl\u201d was not installed")
            app.find_text("line ")
            self.assertEqual(app.unnamed(), [])
            self.assertFalse((HOME / "data/offprint/styles/broken.csl").exists())

    def test_from_an_address(self):
        with self.app() as app:
            app.find_text("Copy Citation")
            app.key("F10")
            app.find("menu item", "Cite").press("click")
            app.find("menu item", "Install Style From Address\u2026").press("click")
            app.dialog("Install Style")
            app.type("http://www.zotero.org/styles/no-such-style")
            app.key("Return")
            app.find_text("The style could not be installed")
            app.key("ctrl+a")
            app.type("http://www.zotero.org/styles/tide-tables")
            app.key("Return")
            app.find_text("\u201cTide Tables\u201d installed")

    def get_styles(self, app):
        app.key("F10")
        app.find("menu item", "Cite").press("click")
        app.find("menu item", "Get Styles Online\u2026").press("click")
        return app.dialog("Get Styles Online")

    def test_online(self):
        with self.app(SAMPLE) as app:
            self.ready(app)
            self.get_styles(app)
            app.find("list item", "Field Notes Quarterly")
            app.type("slow")
            self.selected(app, "The Slow Style")
            app.key("Return")
            app.find_text("Installing \u201cThe Slow Style\u201d")
            app.find("button", "Cancel").press()
            wait(lambda: not app.shows("Installing"), "the end of it")
            app.key("ctrl+a")
            app.type("field")
            self.selected(app, "Field Notes Quarterly")
            self.assertEqual(app.unnamed(), [])
            app.key("Return")
            app.find_text("\u201cField Notes Quarterly\u201d installed")
            app.find_ready("button", "Use It").press()
            app.gone("button", "Use It")
            app.key("Escape", "Escape")  # the words go, then the dialog
            app.no_dialog()
            app.find("button", "Field Notes Quarterly")

    def test_online_while_offline(self):
        with self.app(SAMPLE) as app:
            self.ready(app)
            app.activate("work-offline")
            n = len(self.registry.requests)
            self.get_styles(app)
            app.find_text("Work Offline Is On")
            self.assertEqual(len(self.registry.requests), n)
            app.find("button", "Go Online").press()
            app.find("list item", "Field Notes Quarterly")


main()
