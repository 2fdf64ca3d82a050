#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A registry on the loopback: the services that Offprint asks, and every way they fail.

As a module, in a test that drives the program as a person does:

    with standin.StandIn(shared) as registry:
        environment.update(registry.environment())
        ...
        registry.requests            # [("crossref", "/works/10.1000/182"), ...]

As a command it prints its environment, one NAME=value a line, and serves until it
is ended:

    tests/ui/standin.py [--shared FOLDER]

It serves the records of FOLDER (records/crossref, records/datacite, records/csl-json,
records/ra and seed/) by DOI, searches their titles and ISBNs, and answers these DOIs of
the prefix 10.5555 with a failure (FAILURES below):

    10.5555/unknown       404 as plain text; doi.org knows no such DOI either
    10.5555/busy          429 in HTML, Retry-After: 6
    10.5555/busy-long     429 in HTML, Retry-After: 3600
    10.5555/fault         500
    10.5555/cut           half of the promised body
    10.5555/slow          a byte each 0.1 s, for ever
    10.5555/silent        nothing, for ever
    10.5555/huge          300 MB
    10.5555/loop          302 to itself
    10.5555/away          302 to plain HTTP elsewhere
    10.5555/html          a web page, 200
    10.5555/bad-utf8      JSON with bytes that are no UTF-8
    10.5555/deep          5,000 levels
    10.5555/not-json      half a record
    10.5555/refused       403
    10.5555/flaky         500 the first time, then a record
    10.5555/no-service    registered with an agency that offers nothing
    10.5555/late          a record, after `late_s` seconds (2)

These have a record, and a page of their publisher’s (LANDINGS below), to which doi.org leads:

    10.5555/landed            a chapter’s page with notes, offers and permissions
    10.5555/landed-refused    403
    10.5555/landed-busy       429, Retry-After: 3600
    10.5555/landed-challenge  a check for browsers, 200
    10.5555/landed-login      a log-in page, 200
    10.5555/landed-cookies    the chapter’s page, for who brings a cookie back
    10.5555/landed-other      the page of another work
    10.5555/landed-pdf        a file instead of a page
    10.5555/landed-gate       the chapter’s page, once `gate` is set
    10.5555/landed-silent     nothing, for ever

Each service has a port of its own, so that one that asks for a pause is left alone and
the others are not.
"""

import argparse
import http.server
import json
import pathlib
import re
import threading
import time
import urllib.parse

SERVICES = {
    "crossref": "OFFPRINT_CROSSREF_URL",
    "datacite": "OFFPRINT_DATACITE_URL",
    "doi": "OFFPRINT_DOI_URL",
    "arxiv": "OFFPRINT_ARXIV_URL",
    "pubmed": "OFFPRINT_PUBMED_URL",
    "idconv": "OFFPRINT_IDCONV_URL",
    "k10plus": "OFFPRINT_K10PLUS_URL",
    "openlibrary": "OFFPRINT_OPENLIBRARY_URL",
    "jalc": "OFFPRINT_JALC_URL",
    "styles": "OFFPRINT_STYLES_URL",
}
PAGES = pathlib.Path(__file__).parent / "pages"  # written by us, as publishers write them
STYLES = {"field-notes": "Field Notes Quarterly", "tide-tables": "Tide Tables", "slow-style": "The Slow Style"}


def style(name, title, text='<text variable="title" prefix="Online: "/>'):
    """A style as the repository has it."""
    return f"""<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info>
    <title>{title}</title>
    <id>http://www.zotero.org/styles/{name}</id>
    <link href="http://www.zotero.org/styles/{name}" rel="self"/>
    <category citation-format="author-date"/>
    <updated>2026-01-01T00:00:00+00:00</updated>
  </info>
  <citation>
    <layout>
      {text}
    </layout>
  </citation>
</style>
"""


HTML = b"<!DOCTYPE html><html><head><title>Too Many Requests</title></head><body>Slow down.</body></html>"
LANDING = b"<!DOCTYPE html><html><head><title>Tidewater Press</title></head><body><h1>Welcome</h1></body></html>"
BOOKS = ("book", "edited-book", "monograph", "reference-book")

# A work of our own, for when there is no FOLDER and for the failures that end well.
SAMPLE = {
    "DOI": "10.5555/sample", "type": "journal-article", "title": ["On the Patience of Small Machines"],
    "author": [{"given": "Ada", "family": "Quill", "sequence": "first"}, {"given": "Bo", "family": "Marrow", "sequence": "additional"}],
    "container-title": ["Annals of Waiting"], "volume": "7", "issue": "2", "page": "11-19", "publisher": "Tidewater Press",
    "issued": {"date-parts": [[2021, 3]]}, "ISSN": ["1234-5679"], "URL": "https://doi.org/10.5555/sample",
    "abstract": "<jats:p>We waited, and wrote down what came.</jats:p>",
}


# A chapter of our own, of which its page knows more
CHAPTER = {
    "DOI": "10.5555/landed", "type": "book-chapter", "title": ["The Ebb at Low Street"], "publisher": "Tidewater Press",
    "container-title": ["Rivers and Their Clerks"], "author": [{"given": "Ada", "family": "Quill", "sequence": "first"}],
    "page": "31-47", "issued": {"date-parts": [[2024]]}, "editor": [{"given": "Bo", "family": "Marrow"}],
    "ISBN": ["9783161484100"],
}


def message_of(text):
    """The record in a file of Crossref's: an envelope, or the message alone."""
    data = json.loads(text)
    return data.get("message", data) if isinstance(data, dict) else {}


class Records:
    """What FOLDER has, by DOI in lower case."""

    def __init__(self, shared):
        self.crossref, self.datacite, self.csl, self.agencies = {}, {}, {}, {}
        self.crossref["10.5555/sample"] = SAMPLE
        for doi in LANDINGS:
            self.crossref[doi] = CHAPTER | {"DOI": doi, "URL": f"https://doi.org/{doi}"}
        if shared is None:
            return
        shared = pathlib.Path(shared)
        for path in [*sorted(shared.glob("records/crossref/*.json")), *sorted(shared.glob("seed/crossref-*.json"))]:
            message = message_of(path.read_text("utf-8"))
            if isinstance(message.get("DOI"), str):
                self.crossref[message["DOI"].lower()] = message
        for path in sorted(shared.glob("records/datacite/*.json")):
            self.add_datacite(json.loads(path.read_text("utf-8")))
        for path in sorted(shared.glob("records/csl-json/*.json")):
            data = json.loads(path.read_text("utf-8"))
            if isinstance(data, dict) and isinstance(data.get("DOI"), str):
                self.csl[data["DOI"].lower()] = data
        for path in sorted(shared.glob("records/ra/*.json")):
            for entry in json.loads(path.read_text("utf-8")):
                self.agencies[entry["DOI"].lower()] = entry

    def add_datacite(self, data):
        entries = data.get("data", data)
        for entry in entries if isinstance(entries, list) else [entries]:
            attributes = entry.get("attributes", entry)
            if isinstance(attributes.get("doi"), str):
                self.datacite[attributes["doi"].lower()] = {"data": {"id": attributes["doi"], "type": "dois", "attributes": attributes}}

    def agency(self, doi):
        if doi == "10.5555/no-service":
            return {"DOI": doi, "RA": "KISTI"}
        if doi in self.crossref:
            return {"DOI": doi, "RA": "Crossref"}
        if doi in self.datacite:
            return {"DOI": doi, "RA": "DataCite"}
        if doi in self.csl:
            return {"DOI": doi, "RA": "mEDRA"}
        return self.agencies.get(doi) or {"DOI": doi, "status": "DOI does not exist"}

    def search(self, query, rows):
        words = set(re.findall(r"\w+", query.lower()))
        found = []
        for message in self.crossref.values():
            title = " ".join(t for t in message.get("title") or [] if isinstance(t, str)).lower()
            score = len(words & set(re.findall(r"\w+", title)))
            if score:
                found.append((-score, len(title), message))
        return [m for _, _, m in sorted(found, key=lambda f: f[:2])][:rows]

    def by_isbn(self, isbn):
        return [m for m in self.crossref.values() if m.get("type") in BOOKS
                and any(isbn in re.sub(r"\D", "", i) for i in m.get("ISBN") or [] if isinstance(i, str))]


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        registry, service = self.server.registry, self.server.service
        registry.note(service, self.path, dict(self.headers))
        path, _, query = self.path.partition("?")
        try:
            getattr(self, service)(urllib.parse.unquote(path), urllib.parse.parse_qs(query))
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # it has gone: that is what it was to try

    def send(self, status, kind, body, **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def send_json(self, data, status=200):
        self.send(status, "application/json", json.dumps(data).encode())

    def send_work(self, message):
        self.send_json({"status": "ok", "message-type": "work", "message-version": "1.0.0", "message": message})

    def not_found(self):
        self.send(404, "text/plain", b"Resource not found.")

    # the services

    def crossref(self, path, query):
        records = self.server.registry.records
        if path == "/works":
            rows = int(query.get("rows", ["20"])[0])
            isbn = re.search(r"isbn:(\d+)", query.get("filter", [""])[0])
            items = records.by_isbn(isbn[1]) if isbn else records.search(query.get("query.bibliographic", [""])[0], rows)
            self.send_json({"status": "ok", "message-type": "work-list", "message-version": "1.0.0",
                            "message": {"total-results": len(items), "items-per-page": rows, "items": items}})
            return
        doi = path.removeprefix("/works/").lower()
        failure = FAILURES.get(doi)
        if failure:
            failure(self)
        elif doi in records.crossref:
            self.send_work(records.crossref[doi])
        else:
            self.not_found()

    def datacite(self, path, query):
        work = self.server.registry.records.datacite.get(path.removeprefix("/dois/").lower())
        if work:
            self.send_json(work)
        else:
            self.send_json({"errors": [{"status": "404", "title": "The resource you are looking for doesn't exist."}]}, 404)

    def doi(self, path, query):
        records = self.server.registry.records
        if path.startswith("/ra/"):
            self.send_json([records.agency(path.removeprefix("/ra/").lower())])
        elif path.startswith("/api/handles/"):
            self.send_json({"responseCode": 100, "handle": path.removeprefix("/api/handles/")}, 404)
        elif path[1:].lower() in records.csl:
            body = json.dumps(records.csl[path[1:].lower()]).encode()
            self.send(200, "application/vnd.citationstyles.csl+json", body)
        elif path[1:].lower() in LANDINGS and "text/html" in self.headers.get("Accept", ""):
            self.send(302, "text/plain", b"", Location=self.server.registry.url("publisher") + path)
        else:
            self.send(200, "text/html", LANDING)  # a page of no work, whatever was asked for

    def publisher(self, path, query):
        LANDINGS[path[1:].lower()](self)

    def styles(self, path, query):
        name = path.removeprefix("/styles/")
        if path == "/styles-files/styles.json":
            self.send_json([{"name": name, "title": title, "titleShort": None, "dependent": 0, "updated": "2026-01-01 00:00:00",
                             "categories": {"format": "author-date", "fields": ["history"]},
                             "href": f"https://www.zotero.org/styles/{name}"} for name, title in STYLES.items()])
        elif name == "slow-style":
            self.silent()
        elif name in STYLES:
            self.send(200, "application/vnd.citationstyles.style+xml", style(name, STYLES[name]).encode())
        else:
            self.not_found()

    def nothing(self, path, query):
        self.not_found()

    arxiv = pubmed = idconv = k10plus = openlibrary = jalc = nothing

    # the publisher

    def send_page(self, name="chapter.html"):
        doi = urllib.parse.unquote(self.path)[1:].encode()
        self.send(200, "text/html; charset=utf-8", (PAGES / name).read_bytes().replace(b"10.5555/landed", doi))

    def wait_at_gate(self):
        self.server.registry.gate.wait()
        self.send_page()

    def ask_for_cookie(self):
        if "seen=1" in self.headers.get("Cookie", ""):
            self.send_page()
        else:
            self.send(302, "text/html", b"", Location=self.path, Set_Cookie="seen=1; Path=/; HttpOnly")

    # the failures

    def busy(self, retry_after):
        self.send(429, "text/html", HTML, Retry_After=retry_after)

    def cut(self):
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", "100000")
        self.end_headers()
        self.wfile.write(b'{"status": "ok", "message": {"title": ["Half of')
        self.close_connection = True

    def start_chunks(self):
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

    def chunk(self, data):
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
        self.wfile.flush()

    def slow(self):
        self.start_chunks()
        while not self.server.registry.is_stopped.wait(0.1):
            self.chunk(b" ")

    def silent(self):
        self.server.registry.is_stopped.wait()
        self.close_connection = True

    def huge(self):
        self.start_chunks()
        for _ in range(300):
            self.chunk(b" " * 1_000_000)
        self.chunk(b"")

    def flaky(self):
        if self.server.registry.count("crossref", self.path) == 1:
            self.send_json({"status": "error", "message-type": "exception"}, 500)
        else:
            self.send_work(SAMPLE | {"DOI": "10.5555/flaky"})

    def late(self):
        self.server.registry.is_stopped.wait(self.server.registry.late_s)
        self.send_work(SAMPLE | {"DOI": "10.5555/late", "title": ["A Late Answer"]})


LANDINGS = {
    "10.5555/landed": Handler.send_page,
    "10.5555/landed-refused": lambda h: h.send(403, "text/html", b"<title>Forbidden</title>"),
    "10.5555/landed-busy": lambda h: h.busy("3600"),
    "10.5555/landed-challenge": lambda h: h.send_page("challenge.html"),
    "10.5555/landed-login": lambda h: h.send_page("login.html"),
    "10.5555/landed-cookies": Handler.ask_for_cookie,
    "10.5555/landed-other": lambda h: h.send(200, "text/html", (PAGES / "chapter.html").read_bytes()),
    "10.5555/landed-pdf": lambda h: h.send(200, "application/pdf", b"%PDF-1.7\n"),
    "10.5555/landed-gate": Handler.wait_at_gate,
    "10.5555/landed-silent": Handler.silent,
}

FAILURES = {
    "10.5555/busy": lambda h: h.busy("6"),
    "10.5555/busy-long": lambda h: h.busy("3600"),
    "10.5555/fault": lambda h: h.send_json({"status": "error", "message-type": "exception"}, 500),
    "10.5555/cut": Handler.cut,
    "10.5555/slow": Handler.slow,
    "10.5555/silent": Handler.silent,
    "10.5555/huge": Handler.huge,
    "10.5555/loop": lambda h: h.send(302, "text/plain", b"", Location=h.path),
    "10.5555/away": lambda h: h.send(302, "text/plain", b"", Location="http://example.org/landing"),
    "10.5555/html": lambda h: h.send(200, "text/html", HTML),
    "10.5555/bad-utf8": lambda h: h.send(200, "application/json", b'{"status": "ok", "message": {"title": ["\xff\xfe"]}}'),
    "10.5555/deep": lambda h: h.send(200, "application/json", b'{"message": ' + b"[" * 5000 + b"]" * 5000 + b"}"),
    "10.5555/not-json": lambda h: h.send(200, "application/json", b'{"status": "ok", "message": {"DOI": "10.5555/not'),
    "10.5555/refused": lambda h: h.send(403, "text/plain", b"Blocked."),
    "10.5555/flaky": Handler.flaky,
    "10.5555/late": Handler.late,
}


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, registry, service):
        super().__init__(("127.0.0.1", 0), Handler)
        self.registry, self.service = registry, service

    def handle_error(self, request, client_address):
        pass  # a client that left


class StandIn:
    """All services, from start () to stop ()."""

    def __init__(self, shared=None, late_s=2.0):
        self.records = Records(shared)
        self.late_s = late_s
        self.requests = []
        self.headers = []
        self.is_stopped = threading.Event()
        self.gate = threading.Event()
        self._lock = threading.Lock()
        self._servers = {name: Server(self, name) for name in [*SERVICES, "publisher"]}
        self._threads = []

    def start(self):
        for server in self._servers.values():
            thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
            thread.start()
            self._threads.append(thread)
        return self

    def stop(self):
        self.is_stopped.set()
        self.gate.set()
        for server in self._servers.values():
            server.shutdown()
            server.server_close()

    __enter__ = start

    def __exit__(self, *_):
        self.stop()

    def url(self, service="crossref"):
        return "http://127.0.0.1:%d" % self._servers[service].server_address[1]

    def environment(self):
        return {variable: self.url(name) for name, variable in SERVICES.items()}

    def note(self, service, path, headers):
        with self._lock:
            self.requests.append((service, path))
            self.headers.append(headers)

    def count(self, service, path=None):
        with self._lock:
            return sum(s == service and path in (None, p) for s, p in self.requests)


def main():
    parser = argparse.ArgumentParser(description="Serves what Offprint asks for, on the loopback.")
    parser.add_argument("--shared", help="folder of real records; without it, one work of our own")
    arguments = parser.parse_args()
    with StandIn(arguments.shared) as registry:
        for name, value in registry.environment().items():
            print(f"{name}={value}", flush=True)
        try:
            while True:
                time.sleep(3600)
        except KeyboardInterrupt:
            pass


if __name__ == "__main__":
    main()
