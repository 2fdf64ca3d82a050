# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole walk: a DOI in, a page to read, a citation out."""
import json
import pathlib
import time

from harness import HOME, Case, main, sh, wait

SAMPLE = "10.5555/sample"
TITLE = "On the Patience of Small Machines"
FLAVOURS = ("text/html", "text/rtf", "text/plain;charset=utf-8", "application/x-bibtex",
            "application/vnd.citationstyles.csl+json")


class Walk(Case):
    late_s = 2.0

    def test_starts_with_the_sample_and_asks_nobody(self):
        with self.app() as app:
            app.find_text("Copy Citation")
            app.find("heading")
            self.assertEqual(self.registry.requests, [])

    def test_from_a_doi_to_a_page(self):
        with self.app() as app:
            app.look_up(f"https://doi.org/{SAMPLE}.")
            app.find("heading", TITLE)
            app.find_text("We waited, and wrote down what came.")
            app.find_text("Ada Quill")
            app.find_text("Tidewater Press")
            app.find("list item", f"{TITLE}, Quill, Marrow · 2021")

    def test_copies_every_flavour(self):
        with self.app(SAMPLE) as app:
            app.find("heading", TITLE)
            app.find_ready("button", "Copy Citation").press()
            wait(lambda: app.shows("Citation copied"))
            targets = sh("xclip", "-selection", "clipboard", "-o", "-t", "TARGETS").split("\n")
            for flavour in FLAVOURS:
                self.assertIn(flavour, targets)
            self.assertIn("<i>", app.clipboard("text/html"))
            self.assertIn("{\\rtf1", app.clipboard("text/rtf"))
            self.assertIn("Patience of Small Machines", app.clipboard("text/plain;charset=utf-8"))
            self.assertIn("@article{", app.clipboard("application/x-bibtex"))
            item = json.loads(app.clipboard("application/vnd.citationstyles.csl+json"))
            item = item[0] if isinstance(item, list) else item
            self.assertEqual(item["DOI"], SAMPLE)

    def test_opens_the_doi_in_the_browser(self):
        with self.app(SAMPLE) as app:
            app.find("heading", TITLE)
            app.key("ctrl+Return")
            wait(app.browsed, "the browser")
            self.assertEqual(app.browsed(), [f"https://doi.org/{SAMPLE}"])

    def test_another_style_gives_another_citation(self):
        if not pathlib.Path("/usr/share/citation-style-language/styles/ieee.csl").exists():
            self.skipTest("no styles are installed")
        with self.app(SAMPLE) as app:
            app.find("heading", TITLE)
            app.find_ready("button", "Copy Citation").press()
            before = wait(lambda: app.clipboard("UTF8_STRING"))
            app.activate("preferences")
            app.click(app.find("list item", "Citation Style", inside=app.dialog("Preferences")))
            app.dialog("Citation Style")
            app.type("IEEE")
            # the row is found anew until the list, still being filled and filtered, keeps it in its place
            app.at_rest(lambda: next(((n.box.x, n.box.y) for n in app.find_all("list item", "IEEE") if "selected" in n.states), None), "IEEE")
            app.key("Return")
            app.no_dialog()
            app.find("button", "IEEE")
            app.find_ready("button", "Copy Citation").press()
            wait(lambda: app.clipboard("UTF8_STRING") != before, "another citation")
            self.assertIn("[1]", app.clipboard("UTF8_STRING"))

    def test_a_late_answer_is_never_shown(self):
        with self.app() as app:
            app.look_up("10.5555/late")
            app.find("button", "Cancel")
            app.look_up(SAMPLE)
            app.find("heading", TITLE)
            late = time.monotonic() + self.late_s + 0.2
            wait(lambda: time.monotonic() > late)
            self.assertTrue(app.has("heading", TITLE))
            self.assertFalse(app.shows("A Late Answer"))
            app.key("alt+Left")  # back to the place that was left: it is asked for again
            app.find("heading", "A Late Answer")
            app.key("alt+Right")
            app.find("heading", TITLE)

    def test_cancel_brings_back_what_was_shown(self):
        with self.app(SAMPLE) as app:
            app.find("heading", TITLE)
            app.look_up("10.5555/silent")
            app.find("button", "Cancel").press()
            app.find("heading", TITLE)
            app.gone("button", "Cancel")

    def test_words_become_a_search(self):
        with self.app() as app:
            app.look_up("the patience of small machines")
            row = app.find("list item", f"{TITLE}, Quill, Marrow · 2021, Annals of Waiting · {SAMPLE}")
            app.click(row)
            app.find("heading", TITLE)

    def test_several_dois_in_a_text_are_offered(self):
        with self.app() as app:
            app.set_clipboard("See doi:10.5555/sample (and https://doi.org/10.5555/late).")
            app.key("Escape", "ctrl+v")
            app.find("list item", "10.5555/late, DOI")
            self.assertEqual(self.registry.requests, [])
            app.click(app.find("list item", "10.5555/sample, DOI"))
            app.find("heading", TITLE)

    def test_the_clipboard_is_offered_and_not_fetched(self):
        from harness import App
        App.set_clipboard(None, f"https://doi.org/{SAMPLE}")
        with self.app() as app:
            app.find_text(f"The clipboard holds {SAMPLE}")
            self.assertEqual(self.registry.requests, [])
            app.find("button", "Look Up").press()
            app.find("heading", TITLE)

    def test_opens_files(self):
        one, two = HOME / "one.json", HOME / "two.json"
        item = {"id": "a", "type": "book", "title": "A Book of One’s Own", "author": [{"family": "Quill", "given": "Ada"}]}
        one.write_text(json.dumps([item]))
        two.write_text(json.dumps([item | {"id": "b", "title": f"Volume {n}"} for n in range(12)]))
        with self.app(str(one)) as app:
            app.find("heading", "A Book of One’s Own")
            sh(*app.argv[:1], str(two))  # a second start hands over to the first
            app.click(app.find("list item", "Volume 3, Quill"))
            app.find("heading", "Volume 3")

    def test_a_session_is_restored(self):
        with self.app(SAMPLE) as app:
            app.find("heading", TITLE)
        asked = len(self.registry.requests)
        with self.app(fresh=False) as app:
            app.find("heading", TITLE)
            self.assertEqual(len(self.registry.requests), asked)

    def test_removing_can_be_undone(self):
        with self.app(SAMPLE) as app:
            row = app.find("list item", f"{TITLE}, Quill, Marrow · 2021")
            app.click(row, button=3)
            app.find("menu item", "Remove from Library").press()
            app.gone("list item", f"{TITLE}, Quill, Marrow · 2021")
            app.find("button", "Undo").press()
            app.find("list item", f"{TITLE}, Quill, Marrow · 2021")


main()
