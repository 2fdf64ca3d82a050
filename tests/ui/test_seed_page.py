# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing that the publisher's page said is lost: every line of seed/chapter-page.txt is read,
over AT-SPI, at its place in the window that has opened that file, or it is furniture.

A place is what stands under one heading of the window, from above the title of the work to the
last card of the pane. Two lines are controls for something that the text names and does
not hold (an address, a list): they are read where a file has it, the page as HTML or a
record."""
import json
import pathlib
import re
import unittest

from harness import HOME, SHARED, Case, main, wait

SEED = pathlib.Path(SHARED or "/nowhere") / "seed"
TITLE = "The Paradox of Sino-Russian Partnership: Global Normative Alignment and Regional Ontological Insecurity"
DOI = "10.1007/978-3-030-93982-3_7"

# Of the site, not of the work: nobody misses it in a window
FURNITURE = {
    "Skip to main content": "a link for those who hear the site",
    "First Online:": "a label; the text has no date behind it",
    "Publish with us": "the publisher asks for manuscripts",
    "Policies and ethics": "the publisher's rules, the same on every page",
}

DIGITAL = ("Read on any device", "Instant download", "Own it forever")
TAX = "Price excludes VAT (USA)"
PAPER = ("Dispatched in 3 to 5 business days", "Free shipping worldwide - see info")


def offer(label, price, shown, *benefits):
    """The lines of one offer and what its row says."""
    return [(label, "Get It", label), (price, "Get It", shown), (TAX, "Get It", TAX), *((b, "Get It", b) for b in benefits)]


# In the order of the file: a line (or its beginning), the heading that it stands under, what stands there
PLACES = [
    (TITLE, TITLE, TITLE),
    ("Chapter", "", "CHAPTER"),  # above the title
    ("The United States and Contemporary China-Russia Relations", TITLE, "The United States and Contemporary China-Russia Relations"),
    ("831 Accesses", "About", "831 accesses"),
    ("Abstract", "Abstract", "Abstract"),
    ("The Sino-Russian partnership presents", "Abstract", None),
    ("This is a preview of subscription content", "Get It", "This is a preview of subscription content"),
    ("Access this chapter", "Get It", "Open at the Publisher"),
    *offer("Chapter", "USD 29.95", "$29.95", "Available as PDF", *DIGITAL),
    *offer("eBook", "USD 119.00", "$119.00", "Available as EPUB and PDF", *DIGITAL),
    *offer("Softcover Book", "USD 159.99", "$159.99", "Compact, lightweight edition", *PAPER),
    *offer("Hardcover Book", "USD 159.99", "$159.99", "Durable hardcover edition", *PAPER),
    ("Tax calculation will be finalised at checkout", "Get It", "Tax calculation will be finalised at checkout"),
    ("Purchases are for personal use only", "Get It", "Purchases are for personal use only"),
    ("Institutional subscriptions", "Get It", "Institutional subscriptions"),
    ("Notes", "Notes", "Notes"),
    ("1.", "Notes", "1"), ("They further claim", "Notes", None),
    ("2.", "Notes", "2"), ("The 1689 Treaty", "Notes", None),
    ("3.", "Notes", "3"), ("This project also", "Notes", None),
    ("4.", "Notes", "4"), ("By comparison, 49%", "Notes", None),
    ("5.", "Notes", "5"), ("After the Sino-Soviet split", "Notes", None),
    ("Works Cited", "Works Cited", "Works Cited"),
    ("Author information", "People", "People"),
    ("Authors and Affiliations", "People", "Elizabeth Wishnick"),
    ("Authors", "People", "Elizabeth Wishnick"),
    ("Corresponding author", "People", "Corresponding author"),
    ("Correspondence to Elizabeth Wishnick", "People", "Corresponding author"),
    ("Editor information", "People", "Editor"),
    ("Editors and Affiliations", "People", "Yoder"),
    ("Rights and permissions", "Rights and Permissions", "Rights and Permissions"),
    ("Copyright information", "Rights and Permissions", "©"),
    ("© 2022 The Author(s)", "Rights and Permissions", None),
    ("About this chapter", "About", "About"),
    ("Check for updates. Verify currency", "About", "Check"),
    ("Cite this chapter", "Cite", "Cite"),
    ("Wishnick, E. (2022).", "Cite", None),
    ("Download citation", "Cite", "Save Citation As"),
]

# The text names them, but holds neither the address nor the list
ELSEWHERE = {
    "Reprints and permissions": ("chapter-page.html", "Rights and Permissions", "Ask for Permission"),
    "Download references": ("record", "Works Cited", "Save List As"),
}


def normal(text):
    return " ".join(re.sub(r"[\u2022\u00a0]", " ", text).split())


def lines_of_the_page():
    return [line for line in map(normal, (SEED / "chapter-page.txt").read_text("utf-8").splitlines()) if line]


class Places:
    """What the window says under each of its headings, in reading order."""

    def __init__(self, app):
        self.said, heading = {}, ""
        for node in app.root.walk():
            words = normal(node.words or "")
            if node.role == "heading" and words:
                heading = words
            self.said.setdefault(heading, []).append(words)

    def has(self, place, words):
        return any(normal(words) in said for said in self.said.get(place, []))


@unittest.skipUnless((SEED / "chapter-page.txt").exists(), "the seed's page is not there")
class SeedPage(Case):
    def opened(self, path):
        return self.app(str(path), size=(1300, 860))

    def open_offers(self, app):
        """From the last: an open one moves those below it."""
        for row, benefit in (("Hardcover Book", "Durable hardcover edition"), ("Softcover Book", "Compact, lightweight edition"),
                             ("eBook", "Available as EPUB and PDF"), ("Chapter", "Available as PDF")):
            app.click(app.find("list item", row))
            app.find_text(benefit)

    def test_every_line_has_its_place(self):
        lines, expected = lines_of_the_page(), list(PLACES)
        with self.opened(SEED / "chapter-page.txt") as app:
            app.find("heading", TITLE)
            app.find_ready("button", "Copy Citation")
            self.open_offers(app)
            places = Places(app)
            lost = []
            for line in lines:
                if line in FURNITURE or line in ELSEWHERE:
                    continue
                if not expected or not line.startswith(expected[0][0]):
                    self.fail(f"no place is listed for {line!r}; next is {expected[:1]}")
                _, place, words = expected.pop(0)
                if not places.has(place, words or line):
                    lost.append(f"{line!r} is not under {place!r}: {places.said.get(place)}")
            self.assertEqual(lost, [])
            self.assertEqual(expected, [], "places for lines that the page has not")

    def test_furniture_is_on_the_page(self):
        lines = lines_of_the_page()
        for line in [*FURNITURE, *ELSEWHERE]:
            self.assertIn(line, lines)

    def test_permission_is_asked_for_where_the_page_has_its_address(self):
        _, place, words = ELSEWHERE["Reprints and permissions"]
        with self.opened(SEED / "chapter-page.html") as app:
            app.find("heading", TITLE)
            wait(lambda: Places(app).has(place, words), f"{words!r} under {place!r}")
            app.find("button", words).press()
            address = wait(app.browsed, "the browser")[0]
            self.assertTrue(address.startswith("https://s100.copyright.com/"), address)

    def test_works_cited_are_saved_where_they_are_known(self):
        _, place, words = ELSEWHERE["Download references"]
        record = HOME / "cites.json"
        record.write_text(json.dumps([{
            "id": DOI, "type": "chapter", "title": TITLE, "DOI": DOI, "custom": {"offprint": {"version": 1, "references": [
                {"item": {"type": "article-journal", "title": "On the Patience of Small Machines", "DOI": "10.5555/sample"}}]}}}]))
        with self.opened(record) as app:
            app.find("heading", TITLE)
            wait(lambda: Places(app).has(place, words), f"{words!r} under {place!r}")


main()
