# SPDX-License-Identifier: GPL-3.0-or-later
"""Where every value comes from, another at wish, and what a refresh has changed."""
import json

import standin
from harness import HOME, Case, main, wait

SAMPLE = "10.5555/sample"
TITLE = "On the Patience of Small Machines"
OWN_TITLE = "On the Patience of Machines, Small and Large"


class Sources(Case):
    def answer(self, **changes):
        """From now on the registry says something else."""
        self.registry.records.crossref[SAMPLE] = standin.SAMPLE | changes

    def open_sources(self, app):
        app.find_ready("button", "Sources").press()
        return app.dialog("Sources")

    def press(self, app, name, of):
        """One of several buttons of a name: its description says whose it is."""
        wait(lambda: next((n for n in app.find_all("button", name) if n.description == of), None), f"{name} of {of}").press()

    def open_own(self):
        path = HOME / "own.json"
        path.write_text(json.dumps([{"id": "own", "type": "article-journal", "DOI": SAMPLE, "title": OWN_TITLE,
                                     "author": [{"family": "Quill", "given": "Ada"}]}]))
        return self.app(str(path))

    def test_another_value_and_back(self):
        with self.open_own() as app:
            app.find("heading", OWN_TITLE)
            app.key("ctrl+r")
            app.find_text("values changed")
            self.open_sources(app)
            self.assertEqual(app.unnamed(), [])
            app.find("toggle button", "What Sources Say: Title").press()
            self.press(app, "Use This", "Crossref")
            app.find_text("Title is what Crossref says")
            app.find("button", "As the Rules Say")
            app.find("button", "Undo").press()
            app.gone("button", "As the Rules Say")
            self.press(app, "Use This", "Crossref")
            app.find("button", "As the Rules Say")
            app.key("Escape")
            app.gone("dialog", "Sources")
            app.find("heading", TITLE)
        with self.app(fresh=False) as app:  # it is kept
            app.find("heading", TITLE)
            self.open_sources(app)
            app.find_text("chosen by you")

    def test_a_source_is_taken_back(self):
        with self.open_own() as app:
            app.find("heading", OWN_TITLE)
            app.key("ctrl+r")
            app.find_text("values changed")
            dialog = self.open_sources(app)
            self.press(app, "Take Back", "CSL-JSON")
            app.find_text("CSL-JSON taken back")
            button = lambda: [n for n in app.find_all("button", "Take Back", inside=dialog)]
            wait(lambda: len(button()) == 1, "one source")
            self.assertNotIn("sensitive", button()[0].states)  # the only one
            app.find("button", "Undo").press()
            wait(lambda: len(button()) == 2, "both sources")

    def test_the_keyboard_alone(self):
        with self.app(SAMPLE) as app:
            app.find("heading", TITLE)
            self.open_sources(app)
            app.type("title")
            app.find_text("On the Patience")
            app.key("Tab")
            wait(lambda: (app.focused() or app.root).role == "list item", "the focus in the list")
            app.key("Return")
            app.find_text("In use")
            app.key("Return")
            wait(lambda: not app.shows("In use"))

    def test_what_changed(self):
        with self.app(SAMPLE) as app:
            app.find("heading", TITLE)
            self.answer(volume="99", title=["On the Impatience of Small Machines"])
            app.key("ctrl+r")
            app.find_text("2 values changed")
            app.find("heading", "On the Impatience of Small Machines")
            app.find("button", "What Changed").press()
            app.dialog("What Changed")
            app.find_text("Title: Changed")
            app.find_text("99")
            self.assertEqual(app.unnamed(), [])
            self.press(app, "Use the Old", "Title")
            app.find_text("Title is as it was")
            app.find_text("The old one is in use again")
            app.key("Escape", "Escape")  # the toast, then the dialog
            app.gone("dialog", "What Changed")
            app.find("heading", TITLE)
            app.key("ctrl+r")  # the choice outlives another refresh
            app.find_text("Nothing has changed")
            self.assertTrue(app.has("heading", TITLE))

    def test_nothing_has_changed(self):
        with self.app(SAMPLE) as app:
            app.find("heading", TITLE)
            app.key("ctrl+r")
            app.find_text("Nothing has changed")

    def test_a_source_that_turns_bad_destroys_nothing(self):
        with self.app(SAMPLE) as app:
            app.find("heading", TITLE)
            self.answer(title=["Access denied"], author=[])
            app.key("ctrl+r")
            app.find_text("Nothing has changed")
            self.assertTrue(app.has("heading", TITLE))
            self.assertTrue(app.shows("Ada Quill"))
            self.open_sources(app)
            app.find_text("Set aside: looks like a message of the site")


main()
