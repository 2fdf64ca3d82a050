#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the main loop was ever away: the whole walk with a clock on each of its turns.

    stalls.py OFFPRINT [LIMIT_MS]

Prints every turn over the limit (8 ms) with what the thread was doing when it reached it,
less the time that GTK laid out and painted; then how many turns there were, and the
longest. The window and each dialog are opened once before it counts: what opening them
for the first time takes is printed apart.
"""
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "ui"))
from harness import PROGRAM, App, SHARED, standin, wait

LIMIT_MS = sys.argv[1] if len(sys.argv) > 1 else "8"
DIALOGS = ("preferences", "shortcuts", "ledger", "about")


def name_of(frame):
    """A function and a line of ours, the name of one of a library, or nothing."""
    match = re.match(r"\s*([^( ]+)\((\w*)(\+0x[0-9a-f]+)?\)", frame)
    if not match:
        return None
    if os.path.basename(match[1]) != os.path.basename(PROGRAM):
        return match[2] or None
    return " ".join(subprocess.run(["addr2line", "-f", "-s", "-e", PROGRAM, match[3]], text=True, stdout=subprocess.PIPE).stdout.split())


def stalls(output):
    """(milliseconds, functions from the innermost) of each."""
    for block in output.split("stall-ms ")[1:]:
        lines = block.split("\n")
        frames = [name_of(line) for line in lines[1:] if line.startswith("  ")]
        yield float(lines[0].split()[0]), [f for f in frames if f]


def open_dialogs(app):
    for name in DIALOGS:
        app.activate(name)
        app.dialog()
        app.key("Escape")
        app.no_dialog()


def walk(app):
    for doi in ("10.5555/sample", "10.5555/unknown", "10.1007/978-3-030-93982-3_7" if SHARED else "10.5555/late"):
        app.look_up(doi)
        wait(lambda: app.has("button", "Details") or app.has("heading"))
    app.find_ready("button", "Copy Citation").press()
    app.key("F9", "F9", "alt+Left", "alt+Right", "ctrl+plus", "ctrl+0")
    app.key("ctrl+f")
    app.type("the")
    app.key("Escape")
    open_dialogs(app)


def main():
    registry = standin.StandIn(SHARED, late_s=0.1).start()
    with App(registry=registry, OFFPRINT_STALL_MS=LIMIT_MS) as app:
        app.find_text("Copy Citation")
        open_dialogs(app)
        first = len(app.output())
        walk(app)
        log = app.log.name
    with open(log) as printed:
        output = printed.read()
    for what, part in (("first openings", output[:first]), ("the walk", output[first:])):
        found = sorted(stalls(part), reverse=True)
        print(f"{what}: {len(found)} turns over {LIMIT_MS} ms" + (f", the longest {found[0][0]} ms" if found else ""))
        for ms, frames in found[:5]:
            print(f"  {ms:6.1f} ms  " + " < ".join(frames[:9]))
    print(re.findall(r"turns .*", output)[-1])
    registry.stop()


main()
