# SPDX-License-Identifier: GPL-3.0-or-later
"""Every way in which a look-up fails: said where the work would be, with a way out."""
import standin
from harness import HOME, SHARED, Case, main, wait

SAMPLE = "10.5555/sample"
TITLE = "On the Patience of Small Machines"

# What is asked for, the heading, and a button beside Details
STATES = (
    ("10.5555/unknown", "Not Found", "Correct the Address"),
    ("10.5555/busy-long", "Asked to Wait", "Try Again"),
    ("10.5555/fault", "The Service Is in Trouble", "Try Again"),
    ("10.5555/cut", "No Connection", "Try Again"),
    ("10.5555/huge", "Answer Too Large", "Open in Browser"),
    ("10.5555/loop", "Sent in Circles", "Open in Browser"),
    ("10.5555/html", "Unreadable Answer", "Try Again"),
    ("10.5555/bad-utf8", "Unreadable Answer", "Try Again"),
    ("10.5555/deep", "Unreadable Answer", "Try Again"),
    ("10.5555/not-json", "Unreadable Answer", "Try Again"),
    ("10.5555/refused", "Access Refused", "Open in Browser"),
    ("10.5555/no-service", "No Record to Be Had", "Open in Browser"),
    ("qqqq zzzz xxxx", "Nothing Found", "Change the Words"),
    ("0000-0002-1825-0097", "Not a Work", "Correct the Address"),
)


class States(Case):
    def check(self, text, heading, button):
        with self.app() as app:
            app.look_up(text)
            app.find_text(heading)
            app.find("button", button)
            app.find("button", "Details").press()
            app.dialog("What Happened")
            app.key("Escape")
            app.no_dialog()
            self.assertEqual(app.unnamed(), [])
            app.key("alt+Left")  # what was shown before is still there
            app.find_text("Copy Citation")

    def test_flaky_service_answers_the_second_time(self):
        with self.app() as app:
            app.look_up("10.5555/flaky")
            wait(lambda: app.has("button", "Try Again") or app.has("heading", TITLE))
            if app.has("button", "Try Again"):
                app.find("button", "Try Again").press()
            app.find("heading", TITLE)

    def test_slow_body_can_be_cancelled(self):
        with self.app() as app:
            app.look_up("10.5555/slow")
            app.find("button", "Cancel").press()
            app.gone("button", "Cancel")
            app.find_text("Copy Citation")

    def test_offline_says_so_and_goes_online(self):
        with self.app() as app:
            app.activate("work-offline")
            app.find("button", "Working Offline")
            app.look_up(SAMPLE)
            app.find_text("Works in the library can be read as ever")
            self.assertEqual(self.registry.requests, [])
            app.find("button", "Go Online").press()
            app.find("heading", TITLE)
            app.gone("button", "Working Offline")

    def test_what_is_known_stays(self):
        with self.app(SAMPLE) as app:
            app.find("heading", TITLE)
            standin.FAILURES[SAMPLE] = standin.FAILURES["10.5555/fault"]
            self.addCleanup(standin.FAILURES.pop, SAMPLE)
            app.key("ctrl+r")
            app.find("button", "Try Again")
            self.assertTrue(app.has("heading", TITLE))
            app.find("button", "Dismiss").press()
            app.gone("button", "Try Again")
            self.assertTrue(app.has("heading", TITLE))

    def test_files_that_are_no_records(self):
        bad = HOME / "bad.json"
        for content in (b"", b"null", b"{", b"<html>", b"\xff\xfe", b"[" * 5000, b'[1, "a", null]'):
            with self.subTest(content=content[:10]):
                bad.write_bytes(content)
                with self.app(str(bad)) as app:
                    app.find("button", "Details")
                    app.find_text("bad.json")

    def test_the_ledger_tells(self):
        with self.app(SAMPLE) as app:
            app.find("heading", TITLE)
            app.activate("ledger")
            dialog = app.dialog("What Was Asked of Whom")
            wait(lambda: any("127.0.0.1" in (n.words or "") for n in dialog.walk()))
            app.find("button", "Clear", inside=dialog).press()
            app.find_text("Nothing Was Asked")


def add(text, heading, button):
    name = "test_" + "".join(c if c.isalnum() else "_" for c in text)
    setattr(States, name, lambda self: self.check(text, heading, button))


for state in STATES:
    add(*state)

main()
