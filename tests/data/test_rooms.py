#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The floor plan holds: what a room does not list it cannot include.

The table of src/README.md is the promise. For each pair of rooms a file of one room is
compiled, with the very arguments of the build, that includes a header of the other: it
must fail for each pair that is forbidden, and be found for each that is allowed.
"""
import concurrent.futures
import glob
import json
import os
import re
import shlex
import subprocess
import tempfile
import unittest

SOURCE, BUILD = os.environ['SOURCE_ROOT'], os.environ['BUILD_ROOT']


def floor_plan():
    """{room: the rooms that it lists}, from the table of src/README.md."""
    plan = {}
    with open(f'{SOURCE}/src/README.md', encoding='utf-8') as f:
        for line in f:
            row = re.match(r'^\| `(\w+)` \|[^|]*\| ([^|]*) \|', line)
            if row:
                listed = row[2].strip()
                plan[row[1]] = listed if listed.startswith('all') else re.findall(r'\w+', listed.replace('–', ''))
    rooms = list(plan)
    for room, listed in plan.items():
        if listed == 'all':
            plan[room] = [r for r in rooms if r != room and r != 'cli']
        elif isinstance(listed, str):
            plan[room] = [r for r in rooms if r != room and r not in re.findall(r'\w+', listed)[2:]]
    return plan


def arguments():
    """{room: how the build compiles a file of it, without the file}."""
    found = {}
    with open(f'{BUILD}/compile_commands.json', encoding='utf-8') as f:
        for entry in json.load(f):
            path = os.path.normpath(os.path.join(entry['directory'], entry['file']))
            room = re.match(re.escape(f'{SOURCE}/src/') + r'(\w+)/\w[\w-]*\.c$', path)
            if room and room[1] not in found:
                words, skip = shlex.split(entry['command']), 0
                while os.path.basename(words[0]) == 'ccache':
                    words.pop(0)
                kept = []
                for w in words:
                    if skip:
                        skip -= 1
                    elif w in ('-o', '-MF', '-MQ'):
                        skip = 1
                    elif w not in ('-c', '-MD', entry['file']) and not w.startswith('-fsanitize'):
                        kept.append(w)
                found[room[1]] = kept
    return found


class Rooms(unittest.TestCase):
    def setUp(self):
        self.plan = floor_plan()
        self.arguments = arguments()

    def includes(self, room, header):
        with tempfile.TemporaryDirectory() as folder:
            path = f'{folder}/probe.c'
            with open(path, 'w', encoding='utf-8') as f:
                f.write(f'#include "{os.path.basename(header)}"\n')
            # preprocessing alone: whether it is found is all that is asked
            done = subprocess.run(self.arguments[room] + ['-fdiagnostics-color=never', '-E', '-o', os.devnull, path],
                                  cwd=BUILD, capture_output=True, text=True)
            missing = re.search(r'fatal error: ["\']?([^:"\']+)', done.stderr)
            return not (missing and missing[1].strip() == os.path.basename(header))

    def test_every_room_is_in_the_plan(self):
        rooms = {os.path.basename(os.path.dirname(p)) for p in glob.glob(f'{SOURCE}/src/*/meson.build')}
        self.assertEqual(rooms, set(self.plan))
        self.assertEqual(rooms, set(self.arguments), 'a room without a file')

    def test_pairs(self):
        pairs = []
        for room in self.plan:
            for other in self.plan:
                headers = sorted(h for h in glob.glob(f'{SOURCE}/src/{other}/*.h') if not h.endswith('-private.h'))
                # a name that several rooms use would say nothing
                headers = [h for h in headers if len(glob.glob(f'{SOURCE}/src/*/{os.path.basename(h)}')) == 1]
                if room != other and headers:
                    pairs.append((room, other, headers[0]))
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            found = list(pool.map(lambda p: self.includes(p[0], p[2]), pairs))
        forbidden = 0
        for (room, other, header), got in zip(pairs, found):
            allowed = other in self.plan[room]
            forbidden += not allowed
            with self.subTest(room=room, includes=os.path.relpath(header, SOURCE)):
                self.assertEqual(got, allowed)
        self.assertGreater(forbidden, 30)

    def test_no_two_files_share_a_name(self):
        # error.h and its like would shadow each other on the quote path of a room that lists both
        seen = {}
        for path in glob.glob(f'{SOURCE}/src/*/*.[ch]'):
            name = os.path.basename(path)
            self.assertNotIn(name, seen, f'{path} and {seen.get(name)}')
            seen[name] = path


if __name__ == '__main__':
    unittest.main()
