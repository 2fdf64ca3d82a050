#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""offprint-cli cite --json prints what the reference runner prints.

    check-contract.py OFFPRINT-CLI

For every style of $OFFPRINT_SHARED/csl/expected, in both formats: the same members, items,
clusters, order and looks of the list; and of all strings at least 99.5 in a hundred equal
(differences.md tells of the rest). Ends with 77 where the data or the styles are not there.
"""
import concurrent.futures
import glob
import gzip
import json
import os
import re
import subprocess
import sys
import unicodedata

DATA = "/usr/share/citation-style-language"
LEAST = 0.995


def same(text):
    """One spelling for what may be spelled in several ways."""
    text = re.sub(r"[ \t\r\n]+", " ", text or "").strip()
    text = re.sub(r" ?(</?div[^>]*>) ?", r"\1", text)
    for code, entity in (("38", "&amp;"), ("60", "&lt;"), ("62", "&gt;"), ("34", '"'), ("39", "'")):
        text = text.replace(f"&#{code};", entity)
    text = text.replace("&quot;", '"').replace("&apos;", "'")
    text = re.sub(r'style="([^"]*)"', lambda m: 'style="%s"' % re.sub(r"([:;]) +", r"\1", m[1]).rstrip(";"), text)
    return unicodedata.normalize("NFC", text)


def shape(answer):
    """All of an answer that is not a citation's own words."""
    listed = answer["list"] or {}
    return {
        "style": answer["style"], "format": answer["format"], "citations": list(answer["citations"]),
        "clusters": [cluster["ids"] for cluster in answer["clusters"] or []] or None, "bibliography": list(answer["bibliography"]),
        "entries": listed and len(listed["entries"]), "ordered": listed and sorted(listed["order"]), "params": listed.get("params"),
    }


def strings(answer):
    """Each string of an answer, by where it stands."""
    for part in ("citations", "bibliography"):
        for item, text in answer[part].items():
            yield f"{part}/{item}", text
    for i, cluster in enumerate(answer["clusters"] or []):
        yield f"clusters/{i}", cluster["text"]
    for i, text in enumerate((answer["list"] or {}).get("entries", [])):
        yield f"list/{i}", text


def check(cli, path, items):
    """(name, what is wrong with the shape, equal strings, all strings)."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        kept = json.load(file)
    equal = total = 0
    for form, wanted in kept["formats"].items():
        style = os.path.join(DATA, "styles", kept["style"] + ".csl")
        done = subprocess.run([cli, "cite", "--json", "--style", style, "--locale", kept["lang"], "--format", form, items],
                              capture_output=True, timeout=120)
        if done.returncode or done.stderr:
            return kept["style"], f"exit {done.returncode}: {done.stderr.decode(errors='replace').strip()}", equal, total
        got = json.loads(done.stdout)
        wanted = dict(wanted, style=kept["style"], format=form)
        want_shape, have_shape = shape(wanted), shape(got)
        for key in ("params", "clusters", "entries", "ordered"):  # no bibliography, or the reference engine gave up
            if not want_shape[key]:
                want_shape[key] = have_shape[key]
        if want_shape != have_shape or got["errors"]:
            keys = [key for key in want_shape if want_shape[key] != have_shape[key]]
            return kept["style"], f"{form}: {keys} differ, {got['errors']}", equal, total
        have = dict(strings(got))
        for place, text in strings(wanted):
            if text is not None:
                total += 1
                equal += same(text) == same(have.get(place))
    return kept["style"], None, equal, total


def main():
    shared = os.environ.get("OFFPRINT_SHARED", "")
    paths = sorted(glob.glob(f"{shared}/csl/expected/*.json.gz"))
    if not paths or not os.path.isdir(f"{DATA}/styles"):
        print("no reference output or no styles to compare with")
        return 77
    bad = equal = total = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, fault, e, t in pool.map(lambda path: check(sys.argv[1], path, f"{shared}/csl/items.json"), paths):
            equal, total = equal + e, total + t
            if fault:
                bad += 1
                print(f"{name}: {fault}")
    print(f"{len(paths) - bad} of {len(paths)} styles have the shape; {equal} of {total} strings are equal, {100 * equal / max(total, 1):.2f} %")
    return 1 if bad or equal < LEAST * total else 0


if __name__ == "__main__":
    sys.exit(main())
