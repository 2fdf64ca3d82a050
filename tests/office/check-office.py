#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A citation pasted into LibreOffice Writer keeps what it means.

    check-office.py PASTED STYLE.csl

What the clipboard offers, as HTML and as RTF, is converted by LibreOffice without a window to a
flat document, whose XML is read: italics, small caps, bold, underline, raised and lowered text,
the hanging indent, and words in other scripts. Skips (77) where soffice is missing;
OFFPRINT_SOFFICE names another program to run.
"""
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ET

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
FO = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
XLINK = "http://www.w3.org/1999/xlink"

# Greek with its accents, Cyrillic, Han, Arabic, Hebrew, Devanagari, a letter with two marks, and one beyond the first plane
SCRIPTS = "\u03a4\u1f70 \u03b5\u1f30\u03c2 \u1f11\u03b1\u03c5\u03c4\u03cc\u03bd \u0412\u043e\u0439\u043d\u0430 \u7d05\u6a13\u5922 \u0623\u0644\u0641 \u05e9\u05dc\u05d5\u05dd " \
          "\u0939\u093f\u0928\u094d\u0926\u0940 Vi\u1ec7t \U0001d49c \u2014 \u201cquoted\u201d {braces} back\\slash R&D <3"
ITEM = {
    "id": "a", "type": "article-journal", "author": [{"family": "Smallcaps", "given": "Ada"}],
    "title": SCRIPTS + " x<sup>raised</sup> H<sub>lowered</sub> <i>slanted</i>", "container-title": "Leaning Journal with <i>Upright</i> Words",
    "volume": "77", "publisher": "Underlined", "URL": "https://example.org/a?b=c&d=%20e",
}


class Document:
    """The text of a flat document, and how each part of it looks."""

    def __init__(self, path):
        self.root = ET.parse(path).getroot()
        self.styles = {}
        for style in self.root.iter(f"{{{STYLE}}}style"):
            self.styles[style.get(f"{{{STYLE}}}family"), style.get(f"{{{STYLE}}}name")] = style
        self.runs = []  # (text, properties, address)
        self.paragraphs = []
        for element in self.root.find(f"{{{OFFICE}}}body").iter():
            if element.tag in (f"{{{TEXT}}}p", f"{{{TEXT}}}h"):
                look = self.look("paragraph", element.get(f"{{{TEXT}}}style-name"))
                before = len(self.runs)
                self.walk(element, look, None)
                if any(text.strip() for text, _, _ in self.runs[before:]):
                    self.paragraphs.append(look)

    def look(self, family, name):
        """The properties of a style and of those it comes from."""
        style = self.styles.get((family, name))
        if style is None:
            return {}
        properties = self.look(family, style.get(f"{{{STYLE}}}parent-style-name"))
        for group in style:
            properties.update({key.split("}")[1]: value for key, value in group.attrib.items()})
        return properties

    def walk(self, element, properties, address):
        self.runs.append((element.text or "", properties, address))
        for child in element:
            look, link = properties, address
            if child.tag == f"{{{TEXT}}}span":
                look = dict(properties, **self.look("text", child.get(f"{{{TEXT}}}style-name")))
            elif child.tag == f"{{{TEXT}}}a":
                link = child.get(f"{{{XLINK}}}href")
            elif child.tag == f"{{{TEXT}}}s":
                self.runs.append((" " * int(child.get(f"{{{TEXT}}}c", "1")), properties, address))
            self.walk(child, look, link)
            self.runs.append((child.tail or "", properties, address))

    def text(self):
        return "".join(text for text, _, _ in self.runs)

    def where(self, word):
        """The look of the run that holds a word."""
        for text, properties, address in self.runs:
            if word in text:
                return properties, address
        raise AssertionError(f"“{word}” stands in no run of {[text for text, _, _ in self.runs]}")


def measure(text):
    """A length as LibreOffice writes it, in centimetres."""
    for unit, factor in (("cm", 1), ("mm", 0.1), ("in", 2.54), ("pt", 2.54 / 72)):
        if text.endswith(unit):
            return float(text[:-len(unit)]) * factor
    return float(text) if text else 0.0


def is_raised(position):
    """Raised by itself, or by so much: “33% 80%”."""
    return position.startswith("super") or position[:1].isdigit()


def check_entry(document):
    """What is wrong with a pasted entry of a bibliography."""
    def has(word, key, test):
        look, _ = document.where(word)
        if not test(look.get(key, "")):
            yield f"“{word}”: {key} is “{look.get(key, '')}”"

    text = unicodedata.normalize("NFC", document.text())
    if SCRIPTS not in text:
        yield f"text differs: {text!r}"
    yield from has("Smallcaps", "font-variant", lambda value: value == "small-caps")
    yield from has("Leaning", "font-style", lambda value: value == "italic")
    yield from has("Upright", "font-style", lambda value: value != "italic")
    yield from has("slanted", "font-style", lambda value: value == "italic")
    yield from has("77", "font-weight", lambda value: value == "bold")
    yield from has("Underlined", "text-underline-style", lambda value: value not in ("", "none"))
    yield from has("raised", "text-position", is_raised)
    yield from has("lowered", "text-position", lambda value: value.startswith(("sub", "-")))
    yield from has("quoted", "font-style", lambda value: value != "italic")
    if len(document.paragraphs) != 1:
        yield f"{len(document.paragraphs)} paragraphs"
    margin, indent = (measure(document.paragraphs[0].get(key, "")) for key in ("margin-left", "text-indent"))
    if not (margin > 0.3 and abs(margin + indent) < 0.05):
        yield f"no hanging indent: margin {margin} cm, first line {indent} cm"
    _, address = document.where("example.org")
    if address not in (None, ITEM["URL"]):
        yield f"the link goes to {address}"


def check_cite(document):
    """What is wrong with a pasted citation: a raised number."""
    look, _ = document.where("1")
    if not is_raised(look.get("text-position", "")):
        yield f"the number is not raised: {look}"


def main():
    pasted, style = sys.argv[1:3]
    program = shlex.split(os.environ.get("OFFPRINT_SOFFICE", "")) or [shutil.which("soffice") or shutil.which("libreoffice")]
    if program == [None]:
        print("LibreOffice is not installed")
        return 77
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "item.json"), "w", encoding="utf-8") as file:
            json.dump(ITEM, file)
        subprocess.run(shlex.split(pasted) + [style, os.path.join(folder, "item.json"), folder], check=True)
        for name, check in (("entry", check_entry), ("cite", check_cite)):
            for kind, reader in (("html", "HTML (StarWriter)"), ("rtf", "Rich Text Format")):
                source = os.path.join(folder, f"{name}.{kind}")
                output = os.path.join(folder, kind)
                done = subprocess.run(program + [f"-env:UserInstallation=file://{folder}/profile", "--headless", f"--infilter={reader}", "--convert-to",
                                                 "fodt:OpenDocument Text Flat XML", "--outdir", output, source], capture_output=True, timeout=300)
                path = os.path.join(output, name + ".fodt")
                if not os.path.exists(path):
                    faults = [f"not converted: {(done.stdout + done.stderr).decode(errors='replace')}"]
                else:
                    faults = list(check(Document(path)))
                bad += bool(faults)
                print(f"{'not ok' if faults else 'ok'} {name} as {kind}", *faults, sep="\n    ")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
