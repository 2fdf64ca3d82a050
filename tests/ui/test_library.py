# SPDX-License-Identifier: GPL-3.0-or-later
"""Through My Library: set in the preferences by pasting what one has, tried there with one
button, and there in the pane, in the menu and by its key from then on; not before."""
from harness import Case, main, wait

SAMPLE = "10.5555/sample"
TITLE = "On the Patience of Small Machines"


class Library(Case):
    def paste(self, app, text):
        app.activate("preferences")
        dialog = app.dialog("Preferences")
        app.click(app.find("text", "Address of Your Library", inside=dialog))
        app.key("ctrl+a")
        app.type(text)
        app.key("Return")
        return dialog

    def shown(self, app, dialog):
        return app.find("text", "Address of Your Library", inside=dialog).text

    def test_is_not_promised_before(self):
        with self.app(SAMPLE) as app:
            app.find("heading", TITLE)
            self.assertFalse(app.has("list item", "Through My Library"))
            app.key("ctrl+shift+Return")
            app.find("toggle button", "Main Menu").press()
            app.find("menu item", "Work")
            self.assertEqual(app.browsed(), [])

    def test_a_prefix(self):
        with self.app(SAMPLE) as app:
            app.find("heading", TITLE)
            dialog = self.paste(app, "https://www-jstor-org.ezproxy.example.edu/stable/1")
            wait(lambda: self.shown(app, dialog) == "https://ezproxy.example.edu/login?url=", "the library's part")
            app.key("Escape")
            app.no_dialog()
            app.click(app.find("list item", "Through My Library"))
            wait(app.browsed, "the browser")
            self.assertEqual(app.browsed(), [f"https://ezproxy.example.edu/login?url=https://doi.org/{SAMPLE}"])
            app.key("ctrl+shift+Return")
            wait(lambda: len(app.browsed()) == 2, "the browser again")

    def test_a_resolver(self):
        with self.app(SAMPLE) as app:
            app.find("heading", TITLE)
            dialog = self.paste(app, "https://example.edu/resolver?vid=7&url_ver=Z39.88-2004&rft.genre=book")
            wait(lambda: self.shown(app, dialog) == "https://example.edu/resolver?vid=7", "the resolver's part")
            app.key("Escape")
            app.no_dialog()
            app.key("ctrl+shift+Return")
            address = wait(app.browsed, "the browser")[0]
            self.assertTrue(address.startswith("https://example.edu/resolver?vid=7&url_ver=Z39.88-2004&"), address)
            for part in ("rft.genre=article", "rft_id=info%3Adoi%2F10.5555%2Fsample", "rft.aulast=Quill", "rft.jtitle=Annals%20of%20Waiting", "rft.volume=7"):
                self.assertIn(part, address.split("&"))

    def test_tried_with_one_button(self):
        with self.app(SAMPLE) as app:
            app.find("heading", TITLE)
            host = self.registry.url("crossref")
            dialog = self.paste(app, f"{host}/login?url=https://www.jstor.org/stable/1")
            app.find("button", "Try It", inside=dialog).press()
            wait(app.browsed, "the browser")
            self.assertEqual(app.browsed(), [f"{host}/login?url=https://doi.org/10.1000/182"])
            app.find_text("127.0.0.1 answers.")
            self.assertEqual(self.registry.requests[-1], ("crossref", "/"))

    def test_a_host_that_is_not_there(self):
        with self.app(SAMPLE) as app:
            app.find("heading", TITLE)
            dialog = self.paste(app, "http://127.0.0.1:9/login?url=")  # discard: nobody listens
            app.find("button", "Try It", inside=dialog).press()
            app.find_text("127.0.0.1")
            wait(lambda: not app.shows("Asking whether"), "an answer")
            self.assertFalse(app.shows("127.0.0.1 answers."))

    def test_what_is_refused_says_why(self):
        with self.app(SAMPLE) as app:
            app.find("heading", TITLE)
            for text, reason in (("http://ezproxy.example.edu/login?url=", "must begin with"), ("javascript:alert(1)", "not a web address"),
                                 ("https://me:secret@ezproxy.example.edu/login?url=", "password"), ("https://www.jstor.org/stable/1", "Choose which kind")):
                self.paste(app, text)
                app.find_text(reason)
                app.key("Escape")
                app.no_dialog()
            self.assertFalse(app.has("list item", "Through My Library"))

    def test_taken_back(self):
        with self.app(SAMPLE) as app:
            app.find("heading", TITLE)
            self.paste(app, "https://ezproxy.example.edu/login?url=")
            app.key("Escape")
            app.find("list item", "Through My Library")
            dialog = self.paste(app, " ")
            wait(lambda: self.shown(app, dialog) == "", "an empty address")
            app.key("Escape")
            app.gone("list item", "Through My Library")


main()
