#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long Offprint takes to its first picture, and how much memory it holds at rest,
against the least that a libadwaita program can be.

    start.py OFFPRINT MINIMAL [RUNS]

Runs the two in turn, so that whatever else the machine does falls on both, and prints the
least of each and their ratio. With valgrind installed, counts instructions too, which is
the one figure that repeats. Needs no network: nothing is asked.
"""
import os
import re
import shutil
import signal
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "ui"))
from session import HOME, SOURCE  # first: it makes the session

STATE = HOME / "state/offprint"
LIMITS = {"first frame, sample": 1.4, "first frame, restored work": 1.5, "memory at rest (PSS)": 1.25}


def forget():
    for folder in ("data/offprint", "state/offprint", "cache/offprint"):
        shutil.rmtree(HOME / folder, ignore_errors=True)


def first_frame(program, *arguments):
    run = subprocess.run([program, *arguments], env=os.environ | {"OFFPRINT_TIMING": "1", "OFFPRINT_QUIT": "1"},
                         stderr=subprocess.PIPE, text=True, timeout=60)
    return tuple(map(float, re.search(r"first-frame-ms ([\d.]+) cpu-ms ([\d.]+)", run.stderr).groups()))


def pss_kib(program):
    """At rest: when it has taken no time of the processor for half a second."""
    process = subprocess.Popen([program], stderr=subprocess.DEVNULL)
    try:
        last, since = None, time.monotonic()
        while time.monotonic() - since < 0.5:
            time.sleep(0.05)
            with open(f"/proc/{process.pid}/stat") as stat:
                now = stat.read().rsplit(")", 1)[1].split()[11:13]
            if now != last:
                last, since = now, time.monotonic()
        with open(f"/proc/{process.pid}/smaps_rollup") as rollup:
            return int(re.search(r"^Pss:\s+(\d+)", rollup.read(), re.M)[1])
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(10)


def instructions(program):
    out = HOME / "callgrind.out"
    subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", program],
                   env=os.environ | {"OFFPRINT_QUIT": "1"}, stderr=subprocess.DEVNULL, timeout=600)
    return int(re.search(r"^(?:totals|summary): (\d+)", out.read_text(), re.M)[1])


def compare_frames(name, ours, theirs, runs):
    a, b = [], []
    for _ in range(runs):
        a.append(ours())
        b.append(theirs())
    for i, (what, unit) in enumerate(((name, "ms"), ("  of the processor", "ms"))):
        tell(what, [x[i] for x in a], [x[i] for x in b], unit)


def compare(name, ours, theirs, unit, runs):
    a, b = [], []
    for _ in range(runs):
        a.append(ours())
        b.append(theirs())
    tell(name, a, b, unit)


def tell(name, a, b, unit):
    ratio = min(a) / min(b)
    limit = LIMITS.get(name)
    print(f"{name:30} {min(a):12.1f} {unit} / {min(b):12.1f} {unit} = {ratio:.2f}"
          + (f"  (at most {limit}: {'holds' if ratio <= limit else 'BROKEN'})" if limit else ""), flush=True)


def main():
    offprint, minimal = sys.argv[1:3]
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 10

    def sample():
        forget()
        return first_frame(offprint)

    def at_rest():
        forget()
        return pss_kib(offprint) / 1024

    first_frame(minimal), sample()  # into the page cache
    compare_frames("first frame, sample", sample, lambda: first_frame(minimal), runs)
    compare("memory at rest (PSS)", at_rest, lambda: pss_kib(minimal) / 1024, "MiB", max(runs // 3, 1))
    forget()
    keep(offprint)
    compare_frames("first frame, restored work", lambda: first_frame(offprint), lambda: first_frame(minimal), runs)
    if shutil.which("valgrind") and os.environ.get("BENCH_INSTRUCTIONS"):
        compare("instructions to it", lambda: instructions(offprint) / 1e6, lambda: instructions(minimal) / 1e6, "M", 1)


def keep(offprint):
    """A work in the library and in the session: the sample’s record under another name."""
    import json
    record = json.loads((SOURCE / "data/sample.json").read_text())
    record["id"], record["DOI"] = "10.5555/kept", "10.5555/kept"
    for reading in record["custom"]["offprint"].get("readings", []):
        reading["source"] = "crossref"
    path = HOME / "kept.json"
    path.write_text(json.dumps([{k: v for k, v in record.items() if k != "custom"}]))
    process = subprocess.Popen([offprint, str(path)], stderr=subprocess.DEVNULL)
    for _ in range(400):
        if (HOME / "data/offprint/history.json").exists() or list((HOME / "data/offprint").glob("**/*.json")):
            break
        time.sleep(0.05)
    process.send_signal(signal.SIGTERM)
    process.wait(10)


main()
