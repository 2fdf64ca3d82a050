# SPDX-License-Identifier: GPL-3.0-or-later
"""What the publisher’s page adds to the window: notes that can be copied and lead to their
place, offers that open, works cited that can be saved, permissions; and what is said where
nobody knows."""
import json

from harness import HOME, Case, main, wait

LANDED = "10.5555/landed"
LANDED_TITLE = "The Ebb at Low Street"
TITLE = "A Chapter of Parts"
RECORD = {
    "id": "10.5555/parts", "type": "chapter", "title": TITLE, "DOI": "10.5555/parts", "author": [{"family": "Quill", "given": "Ada"}],
    "issued": {"date-parts": [[2024]]}, "container-title": "The Book", "publisher": "Tidewater Press",
    "custom": {"offprint": {
        "version": 1,
        "notes": [{"mark": "1", "anchor": "Fn1", "text": "<p>See B. Marrow, “On the Patience of Small Machines,” 3; ISBN 978-3-16-148410-0.</p>"},
                  {"mark": "2", "text": "<p>As <i>before</i>, at https://archive.example/leaf.</p>"}],
        "references": [{"item": {"type": "article-journal", "title": "On the Patience of Small Machines", "DOI": "10.5555/sample",
                                 "author": [{"family": "Marrow", "given": "Bo"}], "issued": {"date-parts": [[2021]]}}},
                       {"text": "<p>Low Street Ledgers, box 4.</p>"}],
        "access": {"state": "preview", "seen": "2026-11-24T20:31:00Z", "remarks": ["Tax is settled at checkout"], "institution": "https://login.example/?to=parts",
                   "offers": [{"label": "Chapter", "price": "29.95", "currency": "EUR", "tax": "Price includes VAT (Germany)", "includes": ["One PDF", "Yours to keep"],
                               "url": "https://shop.example/parts"},
                              {"label": "eBook", "price": "1119.00", "currency": "EUR", "tax": "Price excludes VAT (Germany)"}]},
        "rights": {"copyright": "© 2024 The Clerks", "permissions": "https://permissions.example/?id=parts"},
        "counts": {"accesses": {"value": 12831, "seen": "2026-11-24T20:31:00Z"}, "citations": {"value": 3, "seen": "2026-11-24T20:31:00Z"}},
        "links": [{"rel": "landing", "url": "https://publisher.example/chapter/parts#top"}]}}}


class Parts(Case):
    def opened(self, **options):
        path = HOME / "parts.json"
        path.write_text(json.dumps([RECORD]))
        return self.app(str(path), size=(1300, 860), **options)

    def ready(self, app):
        app.find("heading", TITLE)
        app.find_ready("button", "Copy Citation")
        return app

    def test_a_note_is_copied_with_its_source(self):
        with self.opened() as app:
            self.ready(app)
            app.find("button", "Copy Note 2").press()
            app.find_text("Note copied with its source")
            plain = app.clipboard("UTF8_STRING")
            self.assertTrue(plain.startswith("2 As before, at https://archive.example/leaf."), plain)
            self.assertIn("Note 2 in: Quill, A. (2024). A Chapter of Parts.", plain)
            self.assertIn("<i>before</i>", app.clipboard("text/html"))
            self.assertIn("{\\rtf1", app.clipboard("text/rtf"))

    def test_a_note_leads_to_its_place(self):
        with self.opened() as app:
            self.ready(app)
            app.find("button", "Show the Place of Note 1").press()
            wait(app.browsed, "the browser")
            self.assertEqual(app.browsed(), ["https://publisher.example/chapter/parts#Fn1"])
            self.assertFalse(app.has("button", "Show the Place of Note 2"))

    def test_an_offer_opens(self):
        with self.opened() as app:
            self.ready(app)
            app.find("list item", "Chapter, €29.95")
            app.find("list item", "eBook, €1,119.00")
            self.assertFalse(app.shows("One PDF"))
            app.click(app.find("list item", "Chapter"))
            app.find("list item", "One PDF")
            app.find("list item", "Price includes VAT (Germany)")
            app.find_text("Seen 24 November 2026. Tax is settled at checkout.")
            self.assertEqual(app.unnamed(), [])
            app.click(app.find("list item", "Buy at the Publisher"))
            wait(app.browsed, "the browser")
            self.assertEqual(app.browsed(), ["https://shop.example/parts"])

    def test_ways_out(self):
        with self.opened() as app:
            self.ready(app)
            app.find("button", "Ask for Permission").press()
            wait(lambda: len(app.browsed()) == 1, "the browser")
            app.find("toggle button", "Main Menu").press()
            self.assertEqual(app.browsed(), ["https://permissions.example/?id=parts"])
            app.find("list item", "Log In Through an Institution")

    def test_counts_have_their_date(self):
        with self.opened() as app:
            self.ready(app)
            app.find_text("12,831 accesses, ")
            app.find_text("Cited 3 times, ")

    def test_works_cited_are_saved(self):
        target = HOME / "cited.ris"
        with self.opened() as app:
            self.ready(app)
            app.find("toggle button", "Save List As").press()
            app.find("menu item", "RIS (.ris)").press()
            entry = app.find("text", "Name:", inside=app.dialog("Save Works Cited"))
            wait(lambda: entry.text == "Cited by Quill 2024.ris", "a name for the file")
            wait(lambda: "focused" in entry.states, "the focus in it")
            app.key("ctrl+a")
            app.type(str(target))
            app.key("Return")
            app.find_text("Saved as “cited.ris”")
            saved = target.read_text("utf-8")
        self.assertEqual(saved.count("TY  - "), 2)
        self.assertIn("TI  - On the Patience of Small Machines", saved)
        self.assertIn("DO  - 10.5555/sample", saved)
        self.assertIn("Low Street Ledgers, box 4.", saved)

    def test_the_page_is_read_when_it_is_wanted(self):
        with self.app(LANDED) as app:
            app.find("heading", LANDED_TITLE)
            wait(lambda: app.shows("rung in another town"), "the page's notes")
            self.assertFalse(app.has("button", "Read the Publisher’s Page"))
        with self.app(size=(1300, 860)) as app:
            app.activate("preferences")
            dialog = app.dialog("Preferences")
            wait(lambda: next((n for n in app.find_all("check box", "Read the Publisher’s Page Too", inside=dialog) if n.actions), None)).press()
            app.key("Escape")
            app.no_dialog()
            app.look_up(LANDED)
            app.find("heading", LANDED_TITLE)
            app.find_text("The registry gives no notes.")
            app.find("button", "Read the Publisher’s Page").press()
            wait(lambda: app.shows("rung in another town"), "the page's notes")
            app.find("button", "Undo")

    def test_a_dataset_misses_no_notes(self):
        path = HOME / "data.json"
        path.write_text(json.dumps([{"id": "10.5555/data", "type": "dataset", "title": "Tides", "DOI": "10.5555/data"}]))
        with self.app(str(path)) as app:
            app.find("heading", "Tides")
            self.assertFalse(app.has("heading", "Notes"))
            self.assertFalse(app.has("heading", "Works Cited"))


main()
