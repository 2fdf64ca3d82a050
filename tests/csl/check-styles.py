#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every installed style, independent or not, formats every item without an error, a warning or a crash.

    check-styles.py CSL-RENDER

Takes minutes, more under the sanitizers: build-aux/check runs it with --long. Skips (77)
where the styles or the items are missing.
"""
import concurrent.futures
import glob
import json
import os
import subprocess
import sys

STYLES = "/usr/share/citation-style-language/styles"


def fault(render, style, items, n_items):
    """What is wrong with the style's output, or nothing."""
    try:
        done = subprocess.run([render, "--style", style, "--format", "html", items], capture_output=True, timeout=120)
    except subprocess.TimeoutExpired:
        return "took over 120 s"
    if done.returncode or done.stderr:
        return f"exit {done.returncode}: {done.stderr.decode(errors='replace').strip()[:500]}"
    answer = json.loads(done.stdout)
    if len(answer["citations"]) != n_items:
        return f"{len(answer['citations'])} citations of {n_items} items"
    return None


def main():
    items = os.path.join(os.environ.get("OFFPRINT_SHARED", ""), "csl/items.json")
    styles = sorted(glob.glob(f"{STYLES}/*.csl") + glob.glob(f"{STYLES}/dependent/*.csl"))
    if not styles or not os.path.exists(items):
        print("no styles or no items here")
        return 77
    with open(items, encoding="utf-8") as f:
        n_items = len(json.load(f))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        faults = list(pool.map(lambda style: fault(sys.argv[1], style, items, n_items), styles))
    bad = [(style, what) for style, what in zip(styles, faults) if what]
    for style, what in bad[:50]:
        print(f"{os.path.basename(style)}: {what}")
    print(f"{len(styles) - len(bad)} passed, {len(bad)} failed")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
