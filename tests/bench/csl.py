#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The citation engine beside its peers, in one run.

    csl.py OFFPRINT-CLI BENCH-CSL [--items N] [--peers FOLDER] [--check] [--quick]

Peers that are not there are left out, with a sentence: the reference engine (citeproc-js under
node), pandoc, and citeproc-py. They are looked for on the system and in FOLDER (default
$OFFPRINT_PEERS, else ~/.cache/offprint-peers), which may hold

    node            a program
    reference/      where “npm ci” was run beside ../shared/csl/reference/package.json
    python/         a folder for Python to import citeproc from

Whole processes are measured, each with its own reading of items and style and its writing of
HTML: processor time (a busy machine then counts less) and the most memory it held, on one core.
The figures of bench-csl are of the engine alone. With --check the exit status is 1 if a
measure that was asked for is missed; else nothing is asserted. --quick takes a tenth of the items.
"""
import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

DATA = "/usr/share/citation-style-language"
# style: how many times the reference engine's items a second are asked for
STYLES = {"apa": 50, "chicago-note-bibliography": 50, "ieee": 25, "nature": 25}
HERE = os.path.dirname(os.path.abspath(__file__))

FAMILIES = ["Smith", "Müller", "García", "van der Berg", "O'Neill", "Ivanova", "Tanaka", "Nguyen", "Okafor", "Silva", "Rossi", "Dubois",
            "Kowalski", "Haddad", "Lindqvist", "Price"]
GIVEN = ["Ada Maria", "Bo", "Chloé", "Dmitri", "E. F.", "Fatima", "George Henry", "Hana", "Ivan", "Jean-Luc", "Kim", "Luis"]
WORDS = ("the history of river trade in early modern ports and its measured effect on small towns under changing climates with new "
         "evidence from archives").split()

missed = []


def invent(n):
    """Works of five types by people who share names and years, as in a real library; always the same."""
    chance = random.Random(7)
    for i in range(n):
        kind = ("chapter", "article-journal", "book", "chapter", "article-journal", "report")[i % 6]
        item = {
            "id": f"i{i}", "type": kind, "title": " ".join(chance.choice(WORDS) for _ in range(7)).capitalize() + f": part {i}",
            "author": [{"family": chance.choice(FAMILIES) + (str(chance.randrange(400)) if chance.random() < 0.5 else ""),
                        "given": chance.choice(GIVEN)} for _ in range(1 + chance.randrange(4))],
            "issued": {"date-parts": [[1950 + chance.randrange(75), 1 + chance.randrange(12)]]}, "DOI": f"10.5555/x{i}", "language": "en",
        }
        pages = f"{i % 300 + 1}-{i % 300 + 14}"
        if kind == "chapter":
            item.update({"container-title": "A <i>Handbook</i> of Ports", "editor": [{"family": "Poe", "given": "Al"}], "page": pages,
                         "publisher": "House", "publisher-place": "Ghent", "ISBN": "978-3-030-93982-3"})
        elif kind == "article-journal":
            item.update({"container-title": "Journal of Ports", "volume": str(i % 60), "issue": str(i % 4 + 1), "page": pages})
        else:
            item.update({"publisher": "University Press", "publisher-place": "Leiden"})
        yield item


class Run:
    """One process on one core: its processor time, time and most memory."""

    def __init__(self, command, environment=None):
        with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
            start = time.monotonic()
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=errors, env=environment,
                                       preexec_fn=lambda: os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}))
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            self.wall = time.monotonic() - start
            self.seconds = usage.ru_utime + usage.ru_stime
            self.mib = usage.ru_maxrss / 1024
            self.status = process.returncode
            errors.seek(max(errors.seek(0, os.SEEK_END) - 2000, 0))
            self.complaint = errors.read().decode(errors="replace").strip()
            self.size = output.seek(0, os.SEEK_END)
            output.seek(0)
            self.start = output.read(200).decode(errors="replace")


def best(command, times):
    """The least processor time and the least time of several runs."""
    runs = [Run(command) for _ in range(times)]
    if any(run.status for run in runs):
        raise RuntimeError(f"{' '.join(command)}: {runs[0].complaint}")
    return min(run.seconds for run in runs), min(run.wall for run in runs)


def verdict(what, is_met):
    if not is_met:
        missed.append(what)
    return "met" if is_met else "MISSED"


class Peers:
    def __init__(self, folder):
        self.node = shutil.which("node") or (os.path.join(folder, "node") if os.path.exists(os.path.join(folder, "node")) else None)
        self.reference = os.path.join(folder, "reference")
        self.pandoc = shutil.which("pandoc")
        self.python = dict(os.environ, PYTHONPATH=os.path.join(folder, "python"))
        if not self.node or not os.path.isdir(os.path.join(self.reference, "node_modules", "citeproc")):
            print(f"The reference engine is left out: it needs node, and citeproc in {self.reference}.")
            self.node = None
        if not self.pandoc:
            print("pandoc is left out: it is not installed.")
        self.citeproc_py = Run([sys.executable, "-c", "import citeproc"], self.python).status == 0
        if not self.citeproc_py:
            print("citeproc-py is left out: Python cannot import it.")

    def commands(self, style, items):
        """Of each peer that is there, how it writes the bibliography of all items."""
        path = os.path.join(DATA, "styles", style + ".csl")
        if self.node:
            yield "reference engine", [self.node, os.path.join(HERE, "csl-reference.js"), self.reference, path, DATA + "/locales", items], None
        if self.pandoc:
            yield "pandoc", pandoc(self.pandoc, path, items, "html"), None
        if self.citeproc_py:
            yield "citeproc-py", [sys.executable, os.path.join(HERE, "csl-peer.py"), path, items], self.python


def pandoc(program, style, items, to):
    """Its input is a document that cites everything, beside the items."""
    document = os.path.join(os.path.dirname(items), "all.md")
    with open(document, "w", encoding="utf-8") as file:
        file.write("---\nlang: en-US\nnocite: |\n  @*\n---\n")
    return [program, "--citeproc", "--csl", style, "--bibliography", items, "--from", "markdown", "--to", to, document]


def ours(cli, style, items):
    return [cli, "cite", "--json", "--mode", "list", "--style", style, "--locale", "en-US", "--format", "html", items]


def row(name, n, run):
    if run.status == 0 and run.size < 50 * n:
        run.status, run.complaint = 1, f"it wrote {run.size} bytes"
    if run.status:
        print(f"  {name:18} cannot: {run.complaint.splitlines()[-1] if run.complaint else run.status}")
        return None
    print(f"  {name:18} {n:6} items  {run.seconds:8.2f} s  {n / run.seconds:8.0f} items a second  {run.mib:7.0f} MiB")
    return n / run.seconds


def bibliographies(cli, peers, n, folder):
    """All items in each style; slow peers get a tenth of them, which favours them."""
    few = max(n // 10, 1)
    files = {}
    for count in (few, n):
        files[count] = os.path.join(folder, f"items-{count}.json")
        with open(files[count], "w", encoding="utf-8") as file:
            json.dump(list(invent(count)), file, ensure_ascii=False)
    for style, wanted in STYLES.items():
        print(f"\nBibliography in {style}:")
        run = min((Run(ours(cli, style, files[n])) for _ in range(5)), key=lambda r: r.seconds)
        speed = row("Offprint", n, run)
        if speed is None:
            missed.append(style)
            continue
        for name, command, environment in peers.commands(style, files[n]):
            count = n
            if name != "reference engine":
                command = [files[few] if word == files[n] else word for word in command]
                count = few
            other = Run(command, environment)
            theirs = row(name, count, other)
            if theirs is None:
                continue
            print(f"    {speed / theirs:8.1f} times as many a second, {run.mib / other.mib:.2f} of the memory", end="")
            if name == "reference engine":
                print(f"; asked for {wanted}: {verdict(style + ': speed', speed >= wanted * theirs)}, at most 0.25:"
                      f" {verdict(style + ': memory', run.mib <= other.mib / 4)}", end="")
            print()


def starts(cli, peers, folder):
    """One APA citation, from nothing to the last byte."""
    path = os.path.join(folder, "one.json")
    style = os.path.join(DATA, "styles", "apa.csl")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(list(invent(1)), file)
    print("\nStart to one APA citation, whole process, the least of 20:")
    own, wall = best([cli, "cite", "--style", "apa", "--locale", "en-US", path], 20)
    is_busy = os.getloadavg()[0] > os.cpu_count()  # the time in all then measures the others
    print(f"  Offprint           {own * 1000:7.1f} ms of processor, {wall * 1000:7.1f} ms in all; at most 30"
          f"{' of processor, for this machine is busy' if is_busy else ''}: {verdict('start', (own if is_busy else wall) <= 0.03)}")
    if peers.pandoc:
        other, other_wall = best(pandoc(peers.pandoc, style, path, "plain"), 20)
        print(f"  pandoc             {other * 1000:7.1f} ms of processor, {other_wall * 1000:7.1f} ms in all; ours is {wall / other_wall:.2f} of it,"
              f" at most 0.25: {verdict('start beside pandoc', wall <= other_wall / 4)}")
    if peers.node:
        other, other_wall = best([peers.node, os.path.join(HERE, "csl-reference.js"), peers.reference, style, DATA + "/locales", path], 5)
        print(f"  reference engine   {other * 1000:7.1f} ms of processor, {other_wall * 1000:7.1f} ms in all; ours is {wall / other_wall:.2f} of it")


def engine(bench):
    """What bench-csl measures of the engine alone, in APA."""
    print("\nThe engine alone, in APA:")
    done = subprocess.run([bench, os.path.join(DATA, "styles", "apa.csl"), DATA + "/locales"], capture_output=True, text=True, check=True)
    for line in done.stdout.splitlines():
        limit = {"style and locale compiled": 5.0, "one citation added to": 1.0}
        for start, most in limit.items():
            if line.startswith(start):
                ms = float(re.search(r"([\d.]+) ms", line)[1])
                line += f"; at most {most:g}: {verdict(start, ms <= most)}"
        print(f"  {line}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cli")
    parser.add_argument("bench")
    parser.add_argument("--items", type=int, default=10000)
    parser.add_argument("--peers", default=os.environ.get("OFFPRINT_PEERS") or os.path.expanduser("~/.cache/offprint-peers"))
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--quick", action="store_true")
    args = parser.parse_args()
    if not os.path.exists(os.path.join(DATA, "styles", "apa.csl")):
        print("no citation styles are installed")
        return 77
    peers = Peers(args.peers)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        starts(args.cli, peers, folder)
        engine(args.bench)
        bibliographies(args.cli, peers, args.items // (10 if args.quick else 1), folder)
    print(f"\nMissed: {', '.join(missed)}" if missed else "\nAll that was asked for is met.")
    return 1 if args.check and missed else 0


if __name__ == "__main__":
    sys.exit(main())
