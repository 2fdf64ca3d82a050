#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""offprint-cli as scripts meet it: what is printed where, and how it ends.

The program is OFFPRINT_CLI; it runs in a home of its own and asks only a server of
this test. Broken files are made here, so that none lies in the tree.
"""

import glob
import http.server
import json
import os
import quopri
import subprocess
import tempfile
import threading
import unittest
import urllib.parse

CLI = os.environ["OFFPRINT_CLI"]
SOURCE = os.environ["SOURCE_ROOT"]
SHARED = os.environ.get("OFFPRINT_SHARED", "")
SAMPLE = os.path.join(SOURCE, "data", "sample.json")

WORK = {
    "DOI": "10.5555/abc", "type": "journal-article", "title": ["On Borders"], "publisher": "Example Press",
    "author": [{"given": "Jane", "family": "Doe", "sequence": "first", "affiliation": []}],
    "container-title": ["Journal of Examples"], "volume": "3", "issue": "2", "page": "10-20",
    "issued": {"date-parts": [[2020, 5]]}, "URL": "https://doi.org/10.5555/abc", "source": "Crossref", "prefix": "10.5555",
    "member": "1", "reference-count": 0, "score": 1.0,
}

BOOK = {"id": "a", "type": "book", "title": "T", "author": [{"family": "Doe", "given": "Jo"}], "issued": {"date-parts": [[2020]]}}
NOTE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
<info><title>Note</title><id>note</id><updated>2020-01-01T00:00:00Z</updated></info>
<citation><layout><choose>
<if position="ibid-with-locator"><text value="ibid "/><text variable="locator"/></if>
<if position="ibid"><text value="ibid"/></if>
<if position="subsequent"><text value="again "/><text variable="first-reference-note-number"/></if>
<else><text value="first"/></else>
</choose></layout></citation></style>"""

CHILD = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>%s</title><id>http://www.zotero.org/styles/%s</id>
<link href="http://www.zotero.org/styles/%s" rel="independent-parent"/></info></style>"""
HOUSE = NOTE.replace("<id>note</id>", "<id>http://www.zotero.org/styles/house</id>").replace("<title>Note</title>", "<title>House Style</title>")
STYLES = [{"name": name, "title": title, "dependent": 1, "categories": {"format": "note", "fields": ["history"]},
           "updated": "2024-01-01 00:00:00"} for name, title in (("journal", "Journal of Houses"), ("house", "House Style"))]
ONLINE = {"/styles/journal": CHILD % ("Journal of Houses", "journal", "house"), "/styles/house": HOUSE, "/styles/orphan": CHILD % ("Orphan", "orphan", "nobody"),
          "/raw/broken.csl": HOUSE.replace("</layout>", ""), "/raw/page.csl": "<!DOCTYPE html><html><body>Not here</body></html>"}


PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>On Borders | Journal of Examples</title>
<meta name="citation_title" content="On Borders"><meta name="citation_doi" content="%s">
<meta name="citation_author" content="Doe, Jane"><meta name="citation_journal_title" content="Journal of Examples">
<meta name="citation_publication_date" content="2020/05/01"><meta name="citation_volume" content="3">
<link rel="canonical" href="https://journal.example.org/borders">
</head><body><h1>On Borders</h1><section><h2>Abstract</h2><p>A line is drawn, and the café on it has two doors. Both are used, one by day and one by night, for as long as anybody remembers.</p></section>
<script>var never = "to be seen";</script></body></html>
"""
CHALLENGE = """<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><noscript>Enable JavaScript and cookies to continue</noscript>
<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script></body></html>"""
TEXT = """Skip to main content

On Borders

Chapter
First Online: 01 May 2020

Cite this chapter

Book of Examples

Jane Doe

Abstract

A line is drawn, and the café on it has two doors. Both are used, one by day and one by night, for as long as anybody remembers.

Notes

1. The door to the north sticks.

About this chapter
Cite this chapter
Doe, J. (2020). On Borders. In: Roe, R. (eds) Book of Examples. Example Press, Example. https://doi.org/10.5555/abc

DOI
https://doi.org/10.5555/abc
"""
ARCHIVE = ("From: <Saved by a browser>\r\nSubject: On Borders\r\nMIME-Version: 1.0\r\n"
           'Content-Type: multipart/related; type="text/html"; boundary="----Boundary"\r\n\r\n\r\n'
           "------Boundary\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
           "Content-Location: https://journal.example.org/borders\r\n\r\n"
           + quopri.encodestring((PAGE % "10.5555/abc").encode()).decode().replace("\n", "\r\n") + "\r\n------Boundary--\r\n")


class Registry(http.server.BaseHTTPRequestHandler):
    """Knows a few works; everything else is not found, in plain text as Crossref says it."""

    asked = []

    def do_GET(self):
        path = urllib.parse.unquote(self.path)
        self.asked.append(path)
        if path == "/10.5555/abc":
            self.answer(200, "text/html; charset=utf-8", (PAGE % "10.5555/abc").encode())
        elif path == "/10.5555/refused":
            self.answer(403, "text/html", CHALLENGE.encode())
        elif path == "/works/10.5555/refused":
            self.answer(200, "application/json", json.dumps({"status": "ok", "message": dict(WORK, DOI="10.5555/refused")}).encode())
        elif path.startswith("/works/10.5555/abc"):
            body = json.dumps({"status": "ok", "message-type": "work", "message-version": "1.0.0", "message": WORK}).encode()
            self.answer(200, "application/json", body)
        elif path == "/styles-files/styles.json":
            self.answer(200, "application/json", json.dumps(STYLES).encode())
        elif path in ONLINE:
            self.answer(200, "application/vnd.citationstyles.style+xml", ONLINE[path].encode())
        else:
            self.answer(404, "text/plain", b"Resource not found.")

    def answer(self, status, kind, body):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


class Cli(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Registry)
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()
        base = "http://127.0.0.1:%d" % cls.server.server_address[1]
        cls.env = {k: v for k, v in os.environ.items() if not k.endswith("_proxy")}
        cls.env["HOME"] = cls.folder.name
        for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
            cls.env[name] = os.path.join(cls.folder.name, name)
        for name in ("CROSSREF", "DATACITE", "DOI", "ARXIV", "PUBMED", "IDCONV", "K10PLUS", "OPENLIBRARY", "JALC", "STYLES"):
            cls.env["OFFPRINT_%s_URL" % name] = base

    @classmethod
    def tearDownClass(cls):
        cls.server.shutdown()
        cls.server.server_close()
        cls.folder.cleanup()

    def run_cli(self, *args, stdin=b""):
        done = subprocess.run([CLI, *args], input=stdin, capture_output=True, env=self.env, timeout=120)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def write(self, name, data):
        path = os.path.join(self.folder.name, name)
        with open(path, "wb") as file:
            file.write(data if isinstance(data, bytes) else data.encode())
        return path

    def assert_one_line(self, text, *parts):
        self.assertEqual(text.count("\n"), 1, text)
        self.assertTrue(text.startswith("offprint-cli: "), text)
        for part in parts:
            self.assertIn(part, text)

    # --- how it is called ---------------------------------------------------
    def test_help(self):
        for args in (["--help"], ["-h"], *([name, "--help"] for name in ("read", "fetch", "cite", "convert", "styles"))):
            status, out, err = self.run_cli(*args)
            self.assertEqual((status, err), (0, ""), args)
            self.assertIn("offprint-cli", out)

    def test_version(self):
        for args in (["--version"], *([name, "--version"] for name in ("read", "fetch", "cite", "convert", "styles"))):
            status, out, err = self.run_cli(*args)
            self.assertEqual((status, err), (0, ""), args)
            self.assertRegex(out, r"^offprint-cli \d+\.\d+")

    def test_usage(self):
        for args in ([], ["frobnicate"], ["read"], ["fetch"], ["cite"], ["convert"], ["convert", "--to", "ris"], ["convert", SAMPLE],
                     ["convert", "--to", "papyrus", SAMPLE], ["read", "--frob", SAMPLE], ["cite", "--format", "papyrus", SAMPLE],
                     ["cite", "--mode", "loud", SAMPLE], ["cite", "--json", "--format", "latex", SAMPLE], ["cite", "--mode", "all", SAMPLE],
                     ["cite", "--clusters", SAMPLE, SAMPLE], ["cite", "--json", "--group", "-1", SAMPLE],
                     ["cite", "--json", "--group", "0", SAMPLE]):
            status, out, err = self.run_cli(*args)
            self.assertEqual((status, out), (2, ""), args)
            self.assert_one_line(err, "--help")

    # --- read ---------------------------------------------------------------
    def test_read_sample(self):
        status, out, err = self.run_cli("read", SAMPLE)
        record, = json.loads(out)
        self.assertEqual((status, err), (0, ""))
        self.assertEqual(record["type"], "chapter")
        self.assertEqual(len(record["custom"]["offprint"]["notes"]), 5)
        self.assertNotIn("record", record["custom"]["offprint"]["readings"][0])

    def test_read_sources(self):
        status, out, err = self.run_cli("read", "--sources", SAMPLE)
        again = self.write("again.json", out)
        self.assertIn("record", json.loads(out)[0]["custom"]["offprint"]["readings"][0])
        self.assertEqual(self.run_cli("read", "--sources", again)[1], out)

    def test_read_stdin(self):
        status, out, err = self.run_cli("read", "-", stdin=json.dumps(WORK).encode())
        self.assertEqual((status, err), (0, ""))
        self.assertEqual(json.loads(out)[0]["DOI"], "10.5555/abc")

    def test_read_foreign(self):
        item = {"id": "x", "type": "book", "title": "T", "foo": {"a": 1}, "custom": {"other": 1}}
        record, = json.loads(self.run_cli("read", self.write("foreign.json", json.dumps([item])))[1])
        self.assertEqual(record["custom"]["other"], 1)
        self.assertEqual(record["custom"]["offprint"]["kept"], {"/foo": {"a": 1}})

    # --- read: pages --------------------------------------------------------
    def pages(self):
        page = PAGE % "10.5555/abc"
        return {
            "page.html": page.encode(), "page.htm": page.encode("utf-16"), "page.xhtml": b"\xef\xbb\xbf" + page.encode(),
            "latin.html": page.replace("utf-8", "iso-8859-1").encode("iso-8859-1"),
            "page.mhtml": ARCHIVE.encode(), "page.mht": ARCHIVE.encode(), "page.txt": TEXT.encode(), "named like a record.json": page.encode(),
        }

    def test_read_pages(self):
        for name, content in self.pages().items():
            with self.subTest(name):
                status, out, err = self.run_cli("read", self.write(name, content))
                self.assertEqual((status, err), (0, ""))
                record, = json.loads(out)
                self.assertEqual((record["title"], record["DOI"]), ("On Borders", "10.5555/abc"))
                self.assertIn("café on it has two doors", record["abstract"])
                self.assertNotIn("never", out)
                self.assertEqual(record["author"][0]["family"], "Doe")

    def test_read_page_from_stdin(self):
        status, out, err = self.run_cli("read", "-", stdin=(PAGE % "10.5555/abc").encode())
        self.assertEqual((status, err), (0, ""))
        self.assertEqual(json.loads(out)[0]["DOI"], "10.5555/abc")

    def test_read_page_sources(self):
        path = self.write("sources.html", PAGE % "10.5555/abc")
        os.utime(path, (1700000000, 1700000000))
        status, out, err = self.run_cli("read", "--sources", path)
        self.assertEqual((status, err), (0, ""))
        own = json.loads(out)[0]["custom"]["offprint"]
        reading, = own["readings"]
        self.assertEqual((reading["source"], reading["at"][:10]), ("page", "2023-11-14"))  # when it was saved
        self.assertEqual(reading["record"]["title"], "On Borders")
        self.assertEqual(own["provenance"]["/title"]["from"], reading["id"])

    def test_read_pages_elsewhere(self):
        path = self.write("other.html", PAGE % "10.5555/abc")
        self.assertIn("On Borders", self.run_cli("cite", path)[1])
        self.assertIn("TY  - ", self.run_cli("convert", "--to", "ris", path)[1])

    def test_read_pages_and_records(self):
        status, out, err = self.run_cli("read", self.write("a.html", PAGE % "10.5555/a"), SAMPLE, self.write("b.html", PAGE % "10.5555/b"))
        self.assertEqual((status, err), (0, ""))
        self.assertEqual(len(json.loads(out)), 3)

    def test_read_pages_of_no_work(self):
        tea = "<!DOCTYPE html><html><head><title>Tea</title></head><body><p>Two cups.</p></body></html>"
        for name, content, words in (("tea.html", tea, "citation"), ("check.html", CHALLENGE, ""), ("tea.txt", "We sat.\nThe river.\n\nIt went.\n", "citation"),
                                     ("cut.mhtml", ARCHIVE[:200], ""), ("empty.html", "", "")):
            with self.subTest(name):
                path = self.write(name, content)
                status, out, err = self.run_cli("read", path, SAMPLE)
                self.assertEqual(status, 1)
                self.assertEqual(len(json.loads(out)), 1)  # the other file is read
                self.assert_one_line(err, path, words)

    def broken_files(self):
        whole = json.dumps({"message": WORK})
        huge = os.path.join(self.folder.name, "huge.json")
        with open(huge, "wb") as file:
            file.truncate(300 * 1024 * 1024)
        return {
            "truncated": self.write("truncated.json", whole[:len(whole) // 2]),
            "not JSON": self.write("not.json", "TY  - JOUR\nER  - \n"),
            "HTML": self.write("page.json", "<!DOCTYPE html><title>429</title>"),
            "wrong types": self.write("types.json", json.dumps({"id": 7, "type": [], "title": {"a": 1}, "author": "Doe", "issued": 7})),
            "author is a word": self.write("author.json", json.dumps({"message": dict(WORK, author="Doe")})),
            "title is an object": self.write("title.json", json.dumps([{"id": "a", "type": "book", "title": {"a": 1}}])),
            "bad UTF-8": self.write("utf8.json", b'{"id":"a","type":"book","title":"\xff\xfe"}'),
            "5,000 levels": self.write("deep.json", "[" * 5000 + "]" * 5000),
            "empty": self.write("empty.json", ""),
            "null": self.write("null.json", "null"),
            "junk": self.write("junk.json", '[1, "a", null, [[]], true]'),
            "300 MB": huge,
            "missing": os.path.join(self.folder.name, "missing.json"),
            "folder": self.folder.name,
        }

    def test_read_broken(self):
        for what, path in self.broken_files().items():
            with self.subTest(what):
                status, out, err = self.run_cli("read", path)
                self.assertEqual(status, 1)
                self.assertEqual(json.loads(out), [])
                self.assert_one_line(err, path)

    def test_read_goes_on(self):
        broken = list(self.broken_files().values())
        status, out, err = self.run_cli("read", *broken[:5], SAMPLE, *broken[5:])
        self.assertEqual(status, 1)
        self.assertEqual(len(json.loads(out)), 1)
        self.assertEqual(err.count("\n"), len(broken))

    def test_read_part_of_a_list(self):
        path = self.write("part.json", json.dumps([WORK, 7, dict(WORK, DOI="10.5555/b")]))
        for args, n in ((["read", path], None), (["cite", path], 2), (["convert", "--to", "bibtex", path], None)):
            with self.subTest(args=args):
                status, out, err = self.run_cli(*args)
                self.assertEqual(status, 1)
                self.assert_one_line(err, path)
                self.assertIn("/1", err)
                self.assertIn("10.5555/b", out)
                self.assertTrue(n is None or out.count("\n") == n)

    def test_broken_elsewhere(self):
        for what, path in self.broken_files().items():
            for args in (["cite", path], ["convert", "--to", "ris", path], ["cite", "--json", path]):
                with self.subTest(what=what, args=args):
                    if what in ("junk", "wrong types", "author is a word", "title is an object") and "--json" in args:
                        continue # the engine decides what an item is
                    status, out, err = self.run_cli(*args)
                    self.assertEqual(status, 1)
                    self.assert_one_line(err, path)

    # --- fetch --------------------------------------------------------------
    def test_fetch(self):
        status, out, err = self.run_cli("fetch", "https://doi.org/10.5555/ABC")
        self.assertEqual(status, 0, err)
        record, = json.loads(out)
        self.assertEqual((record["title"], record["DOI"]), ("On Borders", "10.5555/abc"))
        self.assertEqual(record["custom"]["offprint"]["readings"][0]["source"], "crossref")

    def test_fetch_page(self):
        for args, sources in (([], ["crossref", "page"]), (["--no-page"], ["crossref"])):
            with self.subTest(args=args):
                Registry.asked.clear()
                status, out, err = self.run_cli("fetch", *args, "--sources", "10.5555/abc")
                self.assertEqual((status, err), (0, ""))
                record, = json.loads(out)
                self.assertEqual([reading["source"] for reading in record["custom"]["offprint"]["readings"]], sources)
                self.assertEqual(Registry.asked.count("/10.5555/abc"), len(sources) - 1)
        self.assertIn("--no-page", self.run_cli("fetch", "--help")[1])

    def test_fetch_page_refused(self):
        Registry.asked.clear()
        status, out, err = self.run_cli("fetch", "10.5555/refused")
        self.assertEqual(status, 0)
        self.assertEqual(json.loads(out)[0]["title"], "On Borders")
        self.assert_one_line(err, "10.5555/refused", "403")
        self.assertEqual(Registry.asked.count("/10.5555/refused"), 1)

    def test_cite_asks_no_publisher(self):
        Registry.asked.clear()
        self.assertEqual(self.run_cli("cite", "10.5555/abc")[0], 0)
        self.assertNotIn("/10.5555/abc", Registry.asked)

    def test_fetch_goes_on(self):
        status, out, err = self.run_cli("fetch", "no identifier", "10.5555/unknown", "10.5555/abc")
        self.assertEqual(status, 1)
        self.assertEqual([record["DOI"] for record in json.loads(out)], ["10.5555/abc"])
        lines = err.splitlines()
        self.assertIn("no identifier", lines[0])
        self.assertIn("10.5555/unknown", lines[1])

    # --- cite ---------------------------------------------------------------
    def test_cite(self):
        status, out, err = self.run_cli("cite", "--locale", "en-US", SAMPLE)
        self.assertEqual((status, err), (0, ""))
        self.assertEqual(out, "Wishnick, E. (2022). The Paradox of Sino-Russian Partnership: Global Normative Alignment and Regional "
                              "Ontological Insecurity. In: Yoder, B.K. (eds) The United States and Contemporary China-Russia Relations. "
                              "Palgrave Macmillan, Cham. https://doi.org/10.1007/978-3-030-93982-3_7\n")

    def test_cite_forms(self):
        begins = {"text": "Wishnick", "html": "<p", "rtf": "{\\rtf1", "markdown": "Wishnick", "latex": "Wishnick"}
        for form, begin in begins.items():
            for mode in ("bibliography", "citation"):
                with self.subTest(form=form, mode=mode):
                    status, out, err = self.run_cli("cite", "--format", form, "--mode", mode, SAMPLE, SAMPLE)
                    self.assertEqual((status, err), (0, ""))
                    self.assertTrue(out.startswith(begin) or mode == "citation", out)
                    if form == "rtf":
                        self.assertEqual(out.count("{\\rtf1"), 1)

    def test_cite_fetched(self):
        status, out, err = self.run_cli("cite", "doi:10.5555/abc")
        self.assertEqual(status, 0, err)
        self.assertIn("On Borders", out)

    def test_cite_unknown_style(self):
        status, out, err = self.run_cli("cite", "--style", "no-such-style", SAMPLE)
        self.assertEqual((status, out), (1, ""))
        self.assert_one_line(err, "no-such-style")

    def test_cite_json(self):
        items = self.write("items.json", json.dumps([{"id": "a", "type": "book", "title": "T", "author": [{"family": "Doe"}], "issued": {"date-parts": [[2020]]}}]))
        for form in ("html", "text"):
            status, out, err = self.run_cli("cite", "--json", "--style", "offprint-chapter", "--locale", "en-US", "--format", form, items)
            answer = json.loads(out)
            self.assertEqual((status, err), (0, ""))
            self.assertEqual(set(answer) >= {"citations", "clusters", "bibliography", "list", "errors"}, True)
            self.assertEqual(list(answer["citations"]), ["a"])

    def cite_json(self, items, *args, style="offprint-chapter"):
        files = [self.write("batch%d.json" % i, json.dumps(part)) for i, part in enumerate(items)]
        status, out, err = self.run_cli("cite", "--json", "--style", style, "--locale", "en-US", "--format", "text", *args, *files)
        return status, json.loads(out), err

    def test_cite_json_modes(self):
        members = {"all": {"citations", "clusters", "bibliography", "list"}, "citation": {"citations", "clusters"},
                   "bibliography": {"bibliography", "list"}, "list": {"list"}}
        for mode, wanted in members.items():
            with self.subTest(mode):
                status, answer, err = self.cite_json([[BOOK], [dict(BOOK, id="b")]], "--mode", mode)
                self.assertEqual((status, err), (0, ""))
                self.assertEqual(set(answer), wanted | {"engine", "style", "lang", "format", "errors"})
                self.assertEqual(answer["style"], "offprint-chapter")

    def test_cite_json_many_files(self):
        status, answer, err = self.cite_json([[BOOK, dict(BOOK, id="b")], dict(BOOK, id="c"), [dict(BOOK, title="Last")]], "--group", "2")
        self.assertEqual((status, err), (0, ""))
        self.assertEqual(list(answer["citations"]), ["a", "b", "c"])
        self.assertEqual([cluster["ids"] for cluster in answer["clusters"]], [["a", "b"], ["c"]])
        self.assertIn("Last", answer["bibliography"]["a"])
        self.assertNotEqual(answer["list"]["entries"][0], answer["list"]["entries"][1])

    def test_cite_json_rtf(self):
        items = self.write("rtf.json", json.dumps([dict(BOOK, title="{Größe} \\ 漢 <i>x</i>")]))
        status, out, err = self.run_cli("cite", "--json", "--mode", "bibliography", "--format", "rtf", items)
        entry = json.loads(out)["bibliography"]["a"]
        self.assertEqual((status, err), (0, ""))
        self.assertTrue(entry.isascii())
        for part in ("\\{Gr\\uc0\\u246{}", "\\\\ ", "\\u28450{}"):
            self.assertIn(part, entry)

    def test_cite_json_faults_are_named(self):
        bad = [7, BOOK, dict(BOOK, id="long", title="x" * 2000000), None, dict(BOOK, id="b")]
        status, answer, err = self.cite_json([bad, [dict(BOOK, id="c")]], "--mode", "citation")
        self.assertEqual(status, 1)
        self.assertEqual(list(answer["citations"]), ["a", "b", "c"])
        self.assertEqual(len(answer["errors"]), 3)
        self.assertEqual(err.count("\n"), 3)
        for error, part in zip(answer["errors"], ("/0", "/2 (long)", "/3")):
            self.assertIn("batch0.json: " + part, error)

    def test_cite_json_clusters(self):
        clusters = [
            {"citationID": "x1", "citationItems": [{"id": "a", "locator": "5", "prefix": "see", "suffix": "and more"}], "properties": {"noteIndex": 4}},
            {"citationItems": [{"id": "b"}], "properties": {"mode": "composite", "infix": "holds"}},
            {"citationItems": [{"id": "b"}], "properties": {"mode": "author-only"}},
            {"citationItems": [{"id": "b"}], "properties": {"mode": "suppress-author"}},
            [{"id": "b", "suppress-author": True}],
            [{"id": "b", "author-only": 1, "unknown": {"x": []}}],
            [{"id": "nobody"}, {"id": "a", "locator": 7, "label": "chapter"}],
            [{"id": "nobody"}],
        ]
        path = self.write("clusters.json", json.dumps(clusters))
        items = [[BOOK, dict(BOOK, id="b", author=[{"family": "Ray", "given": "Ada"}]), dict(BOOK, id="uncited")]]
        status, answer, err = self.cite_json(items, "--clusters", path)
        self.assertEqual(status, 1)
        self.assertEqual(err.count("nobody"), 2)
        self.assertEqual(answer["errors"], ["Citation 7: no item has the id “nobody”", "Citation 8: no item has the id “nobody”"])
        self.assertEqual([cluster["text"] for cluster in answer["clusters"]],
                         ["(see Doe 2020, p 5 and more)", "Ray holds (2020)", "Ray", "(2020)", "(2020)", "Ray", "(Doe 2020, chap 7)", None])
        self.assertEqual(answer["clusters"][0]["citationID"], "x1")
        self.assertEqual(answer["list"]["order"], ["a", "b"])

    def test_cite_json_clusters_broken(self):
        items = self.write("items.json", json.dumps([BOOK]))
        for what in ("7", "[7]", '[{"citationItems":{}}]', "[[{}]]", '[[{"id":[]}]]', "[[{\"id\":\"a\"}", "", '[{"properties":7}]'):
            with self.subTest(what):
                path = self.write("clusters.json", what)
                status, out, err = self.run_cli("cite", "--json", "--clusters", path, items)
                self.assertEqual((status, out), (1, ""))
                self.assert_one_line(err, path)

    def test_cite_json_faults_are_named(self):
        items = self.write("items.json", json.dumps([BOOK]))
        path = self.write("clusters.json", '[[{"id": "nobody"}]]')
        status, out, err = self.run_cli("cite", "--json", "--clusters", path, items)
        self.assertEqual((status, len(json.loads(out)["errors"])), (1, 1))
        self.assert_one_line(err, path, "nobody")
        status, out, err = self.run_cli("cite", "--json", "--locales", "/no/such/folder", items)
        self.assertEqual((status, out), (1, ""))
        self.assert_one_line(err, "/no/such/folder")

    def test_cite_json_positions(self):
        style = self.write("note.csl", NOTE)
        cite = [{"id": "a"}]
        clusters = [cite, cite, [{"id": "a", "locator": "3"}], [{"id": "b"}], cite, [{"id": "a", "position": 0}],
                    {"citationItems": cite, "properties": {"noteIndex": 90}}]
        path = self.write("clusters.json", json.dumps(clusters))
        status, answer, err = self.cite_json([[BOOK, dict(BOOK, id="b")]], "--clusters", path, style=style)
        self.assertEqual((status, err), (0, ""))
        self.assertEqual([cluster["text"] for cluster in answer["clusters"]],
                         ["first", "ibid", "ibid 3", "first", "again 1", "first", "again 1"])

    def test_cite_list(self):
        one = self.write("one.json", json.dumps([dict(BOOK, title="Zebras")]))
        two = self.write("two.json", json.dumps([dict(BOOK, id="b", title="Ants")]))
        status, out, err = self.run_cli("cite", "--mode", "list", "--locale", "en-US", one, two)
        self.assertEqual((status, err), (0, ""))
        self.assertLess(out.index("Ants"), out.index("Zebras"))
        self.assertEqual(out.count("\n"), 2)

    # --- convert, styles ----------------------------------------------------
    def test_convert(self):
        begins = {"ris": "TY  - CHAP", "enw": "%0 ", "bibtex": "@", "biblatex": "@", "csl-json": "["}
        for form, begin in begins.items():
            with self.subTest(form):
                status, out, err = self.run_cli("convert", "--to", form, SAMPLE)
                self.assertEqual((status, err), (0, ""))
                self.assertTrue(out.startswith(begin), out[:80])

    def test_styles(self):
        status, out, err = self.run_cli("styles")
        self.assertEqual((status, err), (0, ""))
        self.assertIn("offprint-chapter\t", out)
        self.assertEqual(self.run_cli("styles", "zzzzz")[:2], (0, ""))

    def own_styles(self):
        folder = os.path.join(self.folder.name, "XDG_DATA_HOME", "offprint", "styles")
        return sorted(os.listdir(folder)) if os.path.isdir(folder) else []

    def remove_styles(self):
        for file in self.own_styles():
            self.assertEqual(self.run_cli("styles", "--remove", file[:-4])[0], 0)

    def test_styles_usage(self):
        for args in (["--install"], ["--remove"], ["--install", "--remove", "apa"], ["--online", "--install", "apa"]):
            with self.subTest(args=args):
                status, out, err = self.run_cli("styles", *args)
                self.assertEqual((status, out), (2, ""))
                self.assert_one_line(err, "--help")

    def test_styles_file(self):
        path = self.write("mine.csl", HOUSE)
        self.addCleanup(self.remove_styles)
        self.assertEqual(self.run_cli("styles", "--install", path), (0, "house\tHouse Style\tinstalled\n", ""))
        self.assertEqual(self.run_cli("styles", "--install", path), (0, "house\tHouse Style\tunchanged\n", ""))
        newer = self.write("mine.csl", HOUSE.replace("House Style", "Newer"))
        self.assertEqual(self.run_cli("styles", "--install", newer), (0, "house\tNewer\tupdated\n", ""))
        self.assertIn("house\tNewer\t", self.run_cli("styles", "newer")[1])
        status, out, err = self.run_cli("cite", "--style", "house", self.write("a.json", json.dumps([BOOK])))
        self.assertEqual((status, out, err), (0, "first\n", ""))
        self.assertEqual(self.run_cli("styles", "--remove", "house"), (0, "house\tNewer\tremoved\n", ""))
        self.assertEqual(self.own_styles(), [])

    def test_styles_slip(self):
        self.addCleanup(self.remove_styles)
        slip = self.write("slip.csl", HOUSE.replace("<layout>", '<layout><text term="no-such-term"/>', 1))
        status, out, err = self.run_cli("styles", "--install", slip)
        self.assertEqual((status, out), (0, "house\tHouse Style\tinstalled\n"))
        self.assert_one_line(err, "slip.csl", "line", "no-such-term")

    def test_styles_refused(self):
        broken = self.write("broken.csl", HOUSE.replace("<citation>", "<citation>\n<oops"))
        other = self.write("other.csl", NOTE.replace("<id>note</id>", "<id>http://example.org/offprint-chapter</id>"))
        child = self.write("child.csl", CHILD % ("Child", "child", "house"))
        base = self.env["OFFPRINT_STYLES_URL"]
        for what, parts in ((broken, ["line 4"]), (other, ["offprint-chapter"]), (child, ["house", "--install house"]), (self.folder.name, []),
                            ("unknown-name", []), (base + "/raw/broken.csl", ["line"]), (base + "/raw/page.csl", ["page.csl"]),
                            ("orphan", ["orphan"]), ("file:///etc/passwd", []),
                            ("./house", ["No such file"]), ("house.csl", ["No such file"])):
            with self.subTest(what):
                status, out, err = self.run_cli("styles", "--install", what)
                self.assertEqual((status, out), (1, ""))
                self.assert_one_line(err, what, *parts)
        for name in ("house", "offprint-chapter", "../x"):
            with self.subTest(name):
                status, out, err = self.run_cli("styles", "--remove", name)
                self.assertEqual((status, out), (1, ""))
                self.assert_one_line(err, name)
        self.assertEqual(self.own_styles(), [])

    def test_styles_online(self):
        self.addCleanup(self.remove_styles)
        self.assertEqual(self.run_cli("styles", "--online", "hous", "journ"), (0, "journal\tJournal of Houses\tnote\n", ""))
        self.assertEqual(self.run_cli("styles", "--online", "history")[1].count("\n"), 2)
        status, out, err = self.run_cli("styles", "--install", "http://www.zotero.org/styles/journal")
        self.assertEqual((status, err), (0, ""))
        self.assertEqual(out, "house\tHouse Style\tinstalled\njournal\tJournal of Houses\tinstalled\n")
        self.assertEqual(self.own_styles(), ["house.csl", "journal.csl"])

    def test_styles_broken_one_stops_nothing(self):
        self.addCleanup(self.remove_styles)
        self.run_cli("styles", "--install", self.write("mine.csl", HOUSE))
        folder = os.path.join(self.folder.name, "XDG_DATA_HOME", "offprint", "styles")
        for name, text in (("bad", HOUSE[:60]), ("empty", ""), ("junk", "\x00\xff" * 99), ("head", HOUSE.replace("<citation>", "<citation><oops"))):
            path = os.path.join(folder, name + ".csl")
            with open(path, "w", encoding="latin-1") as file:
                file.write(text)
            self.addCleanup(os.remove, path)
        status, out, err = self.run_cli("styles", "house", "style")
        self.assertEqual((status, err), (0, ""))
        names = [line.split("\t")[0] for line in out.splitlines()]
        self.assertIn("house", names)
        self.assertFalse({"bad", "empty", "junk"} & set(names))
        status, out, err = self.run_cli("cite", "--style", "head", SAMPLE)
        self.assertEqual((status, out), (1, ""))
        self.assert_one_line(err, "head", "line")

    def test_styles_folders(self):
        """Both layouts of distributions, and whose style is trusted first."""
        home = os.path.join(self.folder.name, "layouts")
        folders = ["data/offprint/styles", "home/Zotero/styles", "one/citation-style-language/styles", "two/csl/styles"]
        for i, folder in enumerate(folders):
            for inner in ("", "dependent") if i > 1 else ("", "hidden"):
                os.makedirs(os.path.join(home, folder, inner), exist_ok=True)
        def put(folder, name, title, text=HOUSE):
            with open(os.path.join(home, folder, name + ".csl"), "w", encoding="utf-8") as file:
                file.write(text.replace("House Style", title))
        for i, folder in enumerate(folders):
            for j in range(i + 1):
                put(folder, "level%d" % j, "In %d" % i)
        put("one/citation-style-language/styles/dependent", "child", "", CHILD % ("Child One", "child", "level2"))
        put("two/csl/styles/dependent", "kid", "", CHILD % ("Kid Two", "kid", "level3"))
        put("two/csl/styles", "level3", "In 3")
        env = dict(self.env, HOME=os.path.join(home, "home"), XDG_DATA_HOME=os.path.join(home, "data"), XDG_CACHE_HOME=os.path.join(home, "cache"),
                   XDG_DATA_DIRS=":".join((os.path.join(home, "one"), os.path.join(home, "two"))))
        done = subprocess.run([CLI, "styles"], capture_output=True, env=env, timeout=60)
        titles = dict(line.split("\t")[:2] for line in done.stdout.decode().splitlines())
        titles.pop("offprint-chapter")
        self.assertEqual(titles, {"level0": "In 0", "level1": "In 1", "level2": "In 2", "level3": "In 3", "child": "Child One", "kid": "Kid Two"})
        for name in ("child", "kid", os.path.join(home, folders[3], "dependent", "kid.csl")):
            done = subprocess.run([CLI, "cite", "--style", name, SAMPLE], capture_output=True, env=env, timeout=60)
            self.assertEqual((done.returncode, done.stdout, done.stderr), (0, b"first\n", b""))

    def test_cite_makes_no_index(self):
        home = os.path.join(self.folder.name, "lone")
        env = dict(self.env, XDG_CACHE_HOME=home)
        done = subprocess.run([CLI, "cite", SAMPLE], capture_output=True, env=env, timeout=60)
        self.assertEqual(done.returncode, 0)
        self.assertFalse(os.path.exists(home))

    def test_full_disk(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        with open("/dev/full", "wb") as full:
            done = subprocess.run([CLI, "read", SAMPLE], stdout=full, stderr=subprocess.PIPE, env=self.env, timeout=60)
        self.assertEqual(done.returncode, 1)
        self.assert_one_line(done.stderr.decode())

    # --- what registries really say -----------------------------------------
    def test_real(self):
        if not os.path.isdir(os.path.join(SHARED, "records")):
            self.skipTest("the real records are not here")
        for name in ("crossref", "datacite", "csl-json"):
            files = sorted(glob.glob(os.path.join(SHARED, "records", name, "*.json")))
            status, out, err = self.run_cli("read", *files)
            self.assertEqual((status, err), (0, ""), name)
            path = self.write(name + "-records.json", out)
            check = subprocess.run(["python3", os.path.join(SOURCE, "tests", "data", "validate-records.py"), path],
                                   capture_output=True, env=os.environ, timeout=240)
            self.assertIn(check.returncode, (0, 77), check.stdout.decode()[-2000:])


if __name__ == "__main__":
    unittest.main()
