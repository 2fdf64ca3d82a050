# SPDX-License-Identifier: GPL-3.0-or-later
"""The publisher’s page: asked for once, opened from a file, dropped, pasted; and when there is none."""
import json
import os
import quopri
import subprocess

import standin
from harness import HOME, Case, main, sh, wait

DOI = "10.5555/landed"
TITLE = "The Ebb at Low Street"
ROW = f"{TITLE}, Quill, Marrow · 2024"
ABSTRACT = "Low Street kept the hours of the river."
NOTE = "The bell was sold in 1911 and is rung in another town."
HTML = (standin.PAGES / "chapter.html").read_text("utf-8")
TEXT = f"""Skip to main content

{TITLE}

Chapter
First Online: 03 February 2024

pp 31–47
Cite this chapter

Rivers and Their Clerks

Ada Quill

12 Accesses

Abstract

{ABSTRACT} This chapter follows its clerks from the first bell to the last, and asks what they wrote down when the water did not come.

This is a preview of subscription content, log in via an institution to check access.

Notes

1. {NOTE}

2. Low Street Ledgers, box 4, leaf 9.

Author information
Authors and Affiliations
Department of Tides, Estuary University, Low Street, Westmarch
Ada Quill

Copyright information
© 2024 The Clerks of Low Street

About this chapter
Cite this chapter
Quill, A. (2024). {TITLE}. In: Marrow, B. (eds) Rivers and Their Clerks. Tidewater Press, Westmarch. https://doi.org/{DOI}

DOI
https://doi.org/{DOI}

Published
03 February 2024

Publisher Name
Tidewater Press, Westmarch

Online ISBN
978-3-16-148410-0
"""
ARCHIVE = (b"From: <Saved by a browser>\r\nSnapshot-Content-Location: https://link.springer.com/chapter/10.5555/landed\r\n"
           b"Subject: The Ebb at Low Street\r\nDate: Mon, 5 Feb 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
           b'Content-Type: multipart/related; type="text/html"; boundary="----Boundary"\r\n\r\n\r\n'
           b"------Boundary\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\n"
           b"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://link.springer.com/chapter/10.5555/landed\r\n\r\n"
           + quopri.encodestring(HTML.encode()).replace(b"\n", b"\r\n") + b"\r\n------Boundary--\r\n")
KINDS = {"chapter.html": HTML.encode(), "chapter.htm": HTML.encode("utf-16"), "chapter.xhtml": HTML.encode(),
         "chapter.mhtml": ARCHIVE, "chapter.mht": ARCHIVE, "chapter.txt": TEXT.encode()}
# Another program: holds what a browser copied, or has something to drag (a file manager, a browser)
COPIER = """
import gi, sys
gi.require_version("Gtk", "4.0")
from gi.repository import Gtk, Gdk, GLib
Gtk.init()
html, text = [open(p, "rb").read() for p in sys.argv[1:3]]
forms = [Gdk.ContentProvider.new_for_bytes(t, GLib.Bytes.new(b)) for t, b in (("text/html", html), ("text/plain;charset=utf-8", text)) if b]
Gdk.Display.get_default().get_clipboard().set_content(Gdk.ContentProvider.new_union(forms))
print("ready", flush=True)
GLib.MainLoop().run()
"""
DRAGGER = """
import gi, sys
gi.require_version("Gtk", "4.0")
from gi.repository import Gtk, Gdk, GLib
Gtk.init()
kind, paths = sys.argv[1], sys.argv[2:]
data = "".join(GLib.filename_to_uri(p, None) + "\\r\\n" for p in paths).encode() if kind == "text/uri-list" else open(paths[0], "rb").read()
tell = lambda what: print(what, flush=True)
window = Gtk.Window(title="to be dragged", default_width=90, default_height=60)
source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
source.connect("prepare", lambda *_: Gdk.ContentProvider.new_for_bytes(kind, GLib.Bytes.new(data)))
source.connect("drag-begin", lambda _, drag: (tell("begun"), drag.connect("notify::selected-action", lambda d, _: tell("accepted") if d.get_selected_action() else None)))
label = Gtk.Label(label="drag", hexpand=True, vexpand=True)
label.add_controller(source)
press = Gtk.GestureClick()
press.connect("pressed", lambda *_: tell("pressed"))
window.add_controller(press)
window.set_child(label)
window.present()
GLib.MainLoop().run()
"""
RECORD = {"message": standin.CHAPTER | {"prefix": "10.5555", "member": "1"}}


class Pages(Case):
    def asked(self, service="publisher"):
        return self.registry.count(service)

    def read_chapter(self, app):
        app.find("heading", TITLE)
        app.find_text(ABSTRACT)
        app.find_text(NOTE)

    # --- live ---
    def test_the_page_fills_what_the_registry_does_not_know(self):
        with self.app() as app:
            app.look_up(DOI)
            self.read_chapter(app)
            app.find_text("© 2024 The Clerks of Low Street")
            app.find_text("29.95")
            app.gone("button", "Cancel")
            self.assertEqual(self.asked(), 1)
            self.assertEqual(self.registry.count("doi", f"/{DOI}"), 1)
            app.find("list item", ROW)
        with self.app(fresh=False) as app:  # and stays readable
            self.read_chapter(app)
            self.assertEqual(self.asked(), 1)

    def test_fresh_is_not_asked_for_again_until_refreshed(self):
        with self.app(DOI) as app:
            self.read_chapter(app)
            app.gone("button", "Cancel")
            app.look_up("10.5555/sample")
            app.find("heading", "On the Patience of Small Machines")
            app.look_up(DOI)
            self.read_chapter(app)
            app.gone("button", "Cancel")
            self.assertEqual(self.asked(), 1)
            app.key("ctrl+r")
            wait(lambda: self.asked() == 2, "the page to be asked for again")

    def test_a_cookie_is_brought_back_and_forgotten(self):
        with self.app("10.5555/landed-cookies") as app:
            self.read_chapter(app)
            app.gone("button", "Cancel")
            self.assertEqual(self.asked(), 2)
            app.key("ctrl+r")
            wait(lambda: self.asked() == 4, "the way to be gone anew")
            cookies = [headers.get("Cookie") for (service, _), headers in zip(self.registry.requests, self.registry.headers) if service == "publisher"]
            self.assertEqual(cookies, [None, "seen=1", None, "seen=1"])

    def test_refusals_are_told_beside_what_is_known(self):
        for doi, words in (("10.5555/landed-refused", "(403)"), ("10.5555/landed-busy", "enough requests"),
                           ("10.5555/landed-challenge", "asks who you are"),
                           ("10.5555/landed-login", "asks who you are"),
                           ("10.5555/landed-pdf", "application/pdf")):
            with self.subTest(doi=doi), self.app(doi) as app:
                before = self.asked()
                app.find("heading", TITLE)
                app.find_text(words)
                app.find("button", "Open in Browser")
                app.find("list item", ROW)
                self.assertEqual(app.unnamed(), [])
                self.assertLessEqual(before, 1 + self.asked())
                app.find("button", "Dismiss").press()
                app.gone("button", "Open in Browser")
                self.assertTrue(app.has("heading", TITLE))
                self.assertEqual(self.registry.count("publisher", f"/{doi}"), 1)

    def test_a_page_that_turns_bad_destroys_nothing(self):
        with self.app(DOI) as app:
            self.read_chapter(app)
            app.gone("button", "Cancel")
            good = standin.LANDINGS[DOI]
            self.addCleanup(lambda: standin.LANDINGS.update({DOI: good}))
            bad = HTML.replace(TITLE, "Access denied").replace(NOTE, "")
            standin.LANDINGS[DOI] = lambda h: h.send(200, "text/html; charset=utf-8", bad.encode())
            app.key("ctrl+r")
            wait(lambda: self.asked() == 2, "the page to be asked for again")
            app.gone("button", "Cancel")
            self.read_chapter(app)
            self.assertFalse(app.shows("Access denied"))

    def test_another_works_page_is_left_alone(self):
        with self.app("10.5555/landed-other") as app:
            app.find("heading", TITLE)
            app.gone("button", "Cancel")
            self.assertEqual(self.asked(), 1)
            self.assertFalse(app.shows(NOTE))
            self.assertFalse(app.has("button", "Try Again"))

    def test_who_is_asked_is_said_and_can_be_cancelled(self):
        with self.app("10.5555/landed-silent") as app:
            app.find("heading", TITLE)
            app.find_text("Reading the publisher’s page at 127.0.0.1")
            app.find("list item", ROW)  # kept before the page is there
            app.find("button", "Cancel").press()
            app.gone("button", "Cancel")
            self.assertTrue(app.has("heading", TITLE))

    def test_nothing_moves_when_the_page_arrives(self):
        with self.app("10.5555/landed-gate", size=(1000, 420)) as app:
            title = app.find("heading", TITLE)
            app.find_text("Reading the publisher’s page at")
            top = app.at_rest(lambda: title.box.y, "the page")
            sh("xdotool", "mousemove", "--window", app.window, "620", "300", *["click", "5"] * 12)  # down to the end
            people = app.find_text("Bo Marrow")
            before = app.at_rest(lambda: (title.box.y, people.box.y), "the page")
            self.assertLess(before[0], top)
            self.registry.gate.set()
            wait(lambda: any(NOTE in (n.words or "") for n in app.root.walk(showing=False)), "the notes")
            app.gone("button", "Cancel")
            after = app.at_rest(lambda: people.box.y, "the page")
            self.assertLess(abs(after - before[1]), 4, "what was read has moved")

    def test_the_switch_and_working_offline(self):
        with self.app("10.5555/sample") as app:
            app.find("heading", "On the Patience of Small Machines")
            app.activate("preferences")
            dialog = app.dialog("Preferences")
            switch = wait(lambda: next((n for n in app.find_all("check box", "Read the Publisher’s Page Too", inside=dialog) if n.actions), None))
            switch.press()
            wait(lambda: "checked" not in switch.states, "the switch to be off")
            app.key("Escape")
            app.no_dialog()
            app.look_up(DOI)
            app.find("heading", TITLE)
            app.gone("button", "Cancel")
            self.assertEqual(self.asked(), 0)
            self.assertEqual(self.registry.count("doi", f"/{DOI}"), 0)

    # --- files ---
    def test_every_kind_of_file_over_the_running_window(self):
        with self.app() as app:
            app.find_text("Copy Citation")
            for name, content in KINDS.items():
                with self.subTest(name=name):
                    file = HOME / name
                    file.write_bytes(content)
                    sh(*app.argv[:1], str(file))
                    self.read_chapter(app)
                    app.look_up("10.5555/sample")
                    app.find("heading", "On the Patience of Small Machines")
            self.assertEqual(self.asked(), 0)
            self.assertEqual(len([n for n in app.find_all("list item", ROW)]), 1)  # one work, however often

    def test_a_page_joins_what_is_kept(self):
        page = HOME / "saved.html"
        page.write_text(HTML, "utf-8")
        with self.app("10.5555/landed-refused") as app:
            app.find("heading", TITLE)
            app.find("button", "Dismiss").press()
            page.write_text(HTML.replace(DOI, "10.5555/landed-refused"), "utf-8")
            sh(*app.argv[:1], str(page))
            self.read_chapter(app)
            app.find_text("Crossref")  # the registry's word is still there
            self.assertEqual(len([n for n in app.find_all("list item", ROW)]), 1)

    def test_a_saved_page_is_filled_from_the_registries_on_demand(self):
        page = HOME / "live.html"
        page.write_text(HTML.replace(DOI, "10.5555/landed-refused"), "utf-8")
        with self.app(str(page)) as app:
            self.read_chapter(app)
            self.assertEqual(self.registry.requests, [])
            app.key("ctrl+r")
            app.find_text("(403)")  # the live page is refused, and the saved one stands
            app.find_text("Crossref")
            self.read_chapter(app)

    def test_a_file_that_takes_its_time_can_be_cancelled(self):
        os.mkfifo(HOME / "slow.html")
        with self.app() as app:
            app.find_text("Copy Citation")
            sh(*app.argv[:1], str(HOME / "slow.html"))
            app.find_text("Reading “slow.html”…")
            app.find("button", "Cancel").press()
            app.gone("button", "Cancel")
            app.find_text("Copy Citation")

    def test_a_page_and_a_record_together_are_one_work(self):
        page, record = HOME / "one.html", HOME / "one.json"
        page.write_text(HTML, "utf-8")
        record.write_text(json.dumps(RECORD))
        with self.app(str(record), str(page)) as app:
            self.read_chapter(app)
            app.find_text("Crossref")

    def test_several_files_and_a_bad_one(self):
        page, other, bad = HOME / "one.html", HOME / "two.json", HOME / "bad.html"
        page.write_text(HTML, "utf-8")
        other.write_text(json.dumps([{"id": "b", "type": "book", "title": "Another Book", "author": [{"family": "Quill"}]}]))
        bad.write_text("<!DOCTYPE html><html><head><title>Tea</title></head><body><p>Two cups.</p></body></html>")
        with self.app(str(page), str(bad), str(other)) as app:
            app.find_text("bad.html")  # told, and the others are there
            app.click(app.find("list item", "Another Book, Quill"))
            app.find("heading", "Another Book")
            app.key("alt+Left")
            app.click(wait(lambda: next((n for n in app.find_all("list item") if (n.words or "").startswith(TITLE) and "Rivers" in n.words), None)))
            self.read_chapter(app)

    def test_pages_without_a_work(self):
        for name, content, heading in (("tea.html", "<!DOCTYPE html><html><head><title>Tea</title></head><body><p>Two cups.</p></body></html>", "No Work on This Page"),
                                       ("check.html", (standin.PAGES / "challenge.html").read_text(), "Not the Page Itself"),
                                       ("login.html", (standin.PAGES / "login.html").read_text(), "Not the Page Itself")):
            with self.subTest(name=name):
                file = HOME / name
                file.write_text(content)
                with self.app(str(file)) as app:
                    app.find_text(heading)
                    app.find_text(name)
                    app.find("button", "Open Another File…")
                    self.assertEqual(self.registry.requests, [])

    # --- the clipboard ---
    def start(self, script, *arguments):
        other = subprocess.Popen(["python3", "-c", script, *map(str, arguments)], stdout=subprocess.PIPE, text=True)
        os.set_blocking(other.stdout.fileno(), False)
        self.addCleanup(lambda: (other.kill(), other.wait(), other.stdout.close()))
        return other

    def copy(self, html=None, text=None):
        """As a browser does: both forms at once."""
        for name, content in (("html", html), ("text", text)):
            (HOME / f"copied.{name}").write_bytes((content or "").encode())
        owner = self.start(COPIER, HOME / "copied.html", HOME / "copied.text")
        wait(lambda: "ready" in owner.stdout.readline(), "the clipboard's owner")

    # --- drops ---
    def drop(self, app, kind, *paths):
        """Drags from a window of another program to the middle of ours."""
        other, said = self.start(DRAGGER, kind, *paths), []

        def has_said(what):
            said.extend(line.strip() for line in other.stdout.readlines())
            return what in said
        window = wait(lambda: subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(other.pid)],
                                             text=True, stdout=subprocess.PIPE).stdout.split(), "the other program")[-1]
        sh("xdotool", "windowmove", "--sync", window, "1300", "20")
        # a button that was pressed before the window could hear of it must be let go first
        wait(lambda: sh("xdotool", "mouseup", "1", "mousemove", "--window", window, "45", "30", "mousedown", "1") or has_said("pressed"),
             "the mouse button")
        wait(lambda: sh("xdotool", "mousemove_relative", "--", "-4", "2") or has_said("begun"), "the beginning of the drag")
        app.at_rest(lambda: True, "the pointer")
        places = iter(range(1000))
        wait(lambda: sh("xdotool", "mousemove", "--window", app.window, str(700 - next(places) % 60), "400") or has_said("accepted"), "a place to drop")
        sh("xdotool", "mouseup", "1")

    def test_files_are_dropped(self):
        page, archive, text = HOME / "dropped.html", HOME / "dropped.mhtml", HOME / "dropped.txt"
        page.write_text(HTML, "utf-8")
        archive.write_bytes(ARCHIVE)
        text.write_text(TEXT, "utf-8")
        for files in ([page], [archive], [text], [page, archive, text]):
            with self.subTest(files=[f.name for f in files]), self.app() as app:
                app.find_text("Copy Citation")
                self.drop(app, "text/uri-list", *files)
                self.read_chapter(app)
                self.assertEqual(self.registry.requests, [])

    def test_several_works_are_dropped(self):
        files = []
        for n in range(3):
            files.append(HOME / f"{n}.html")
            files[-1].write_text(HTML.replace(DOI, f"{DOI}.{n}").replace(TITLE, f"{TITLE}, Part {n}"), "utf-8")
        with self.app() as app:
            app.find_text("Copy Citation")
            self.drop(app, "text/uri-list", *files)
            app.find_text("Works in the Files")
            app.click(wait(lambda: next((n for n in app.find_all("list item") if (n.words or "").startswith(f"{TITLE}, Part 2")), None)))
            app.find("heading", f"{TITLE}, Part 2")
            app.find_text(NOTE)

    def test_the_text_of_a_page_is_dropped(self):
        text = HOME / "dropped.txt"
        text.write_text(TEXT, "utf-8")
        with self.app() as app:
            app.find_text("Copy Citation")
            self.drop(app, "text/plain;charset=utf-8", text)
            self.read_chapter(app)

    def test_a_page_is_pasted_as_a_browser_copies_it(self):
        body = HTML[HTML.index("<main"):HTML.index("<script>document")]
        with self.app() as app:
            app.find_text("Copy Citation")
            self.copy(f'<meta charset="utf-8">{body}', TEXT)
            app.key("Escape", "ctrl+v")
            self.read_chapter(app)
            self.assertEqual(self.registry.requests, [])

    def test_a_page_is_pasted_as_text(self):
        with self.app() as app:
            app.find_text("Copy Citation")
            app.set_clipboard(TEXT)
            app.key("Escape", "ctrl+v")
            self.read_chapter(app)
            self.assertEqual(self.registry.requests, [])

    def test_the_source_of_a_page_is_pasted(self):
        with self.app() as app:
            app.find_text("Copy Citation")
            app.set_clipboard(HTML)
            app.key("Escape", "ctrl+v")
            self.read_chapter(app)

    def test_a_link_is_a_link_in_both_forms(self):
        with self.app() as app:
            app.find_text("Copy Citation")
            self.copy('<a href="https://doi.org/10.5555/sample">10.5555/sample</a>', "10.5555/sample")
            app.key("Escape", "ctrl+v")
            app.find("heading", "On the Patience of Small Machines")

    def test_a_long_text_that_is_no_page_is_what_it_names(self):
        with self.app() as app:
            app.find_text("Copy Citation")
            app.set_clipboard("We waited by the water and wrote to each other about it.\n" * 12 + "See https://doi.org/10.5555/sample for more.\n")
            app.key("Escape", "ctrl+v")
            app.find("heading", "On the Patience of Small Machines")


main()
