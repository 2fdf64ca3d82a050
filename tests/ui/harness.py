# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives Offprint as a person does: keys, mouse, screen reader's eyes.

Importing it makes a private session (session.py), so a test file is one process, and any
number of them may run at the same time. No test waits by sleeping: wait () turns the main
loop until a condition holds, with one limit for the whole suite.

    with App() as app:
        app.look_up("10.5555/sample")
        app.find("heading", "On the Patience of Small Machines")
"""
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import unittest

from session import BROWSED, HOME, SOURCE  # first: it sets the environment that Atspi reads
import gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib
import standin

TIMEOUT = float(os.environ.get("UI_TIMEOUT", "20"))
PROGRAM = os.environ.get("UI_PROGRAM") or (sys.argv.pop(1) if len(sys.argv) > 1 and os.path.exists(sys.argv[1]) else None)
APP_ID = "io.github.offprint.Offprint"
SHARED = os.environ.get("OFFPRINT_SHARED")
SHARED = SHARED if SHARED and os.path.isdir(SHARED) else None
PRESSABLE = ("button", "toggle button", "text", "list item", "menu item", "link", "check box", "combo box", "entry", "switch")


def sh(*argv, **options):
    """Runs a command; returns what it printed."""
    return subprocess.run(argv, check=True, text=True, stdout=subprocess.PIPE, timeout=TIMEOUT, **options).stdout


def wait(condition, what=None, timeout=None):
    """Turns the main loop until condition () is true; returns what it returned."""
    limit, context = time.monotonic() + (timeout or TIMEOUT), GLib.MainContext.default()
    while True:
        while context.iteration(False):
            pass
        try:
            value = condition()
        except GLib.Error:  # an object went away while it was looked at
            value = None
        if value:
            return value
        if time.monotonic() > limit:
            raise AssertionError(f"waited {timeout or TIMEOUT} s for {what or condition}")
        time.sleep(0.01)


class Node:
    """An accessible object, by role, name, states, text and actions."""

    def __init__(self, acc):
        self.acc = acc
        acc.clear_cache_single()  # libatspi's copy is only refreshed by events

    role = property(lambda self: self.acc.get_role_name())
    description = property(lambda self: self.acc.get_description())
    states = property(lambda self: {s.value_nick for s in self.acc.get_state_set().get_states()})
    actions = property(lambda self: [self.acc.get_action_name(i) for i in range(self.acc.get_n_actions())])
    text = property(lambda self: Atspi.Text.get_text(self.acc, 0, Atspi.Text.get_character_count(self.acc)))

    @property
    def name(self):
        """Its name, else the text of what labels it (an item of a GtkPopoverMenu has only that)."""
        if not (name := self.acc.get_name()):
            for relation in self.acc.get_relation_set():
                if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
                    label = Node(relation.get_target(0))
                    return label.acc.get_name() or label.text
        return name

    @property
    def words(self):
        """What it says: its name, else its text."""
        try:
            return self.name or self.text
        except GLib.Error:
            return ""

    @property
    def box(self):
        return Atspi.Component.get_extents(self.acc, Atspi.CoordType.WINDOW)

    def children(self):
        for i in range(self.acc.get_child_count()):
            child = self.acc.get_child_at_index(i)
            if child:
                yield Node(child)

    def walk(self, showing=True, into=lambda node: True):
        """Itself and all under it; what is hidden is left out with all under it, and so
        is what is under a node that `into` refuses."""
        if not showing or "showing" in self.states or self.role == "application":
            yield self
            if into(self):
                for child in self.children():
                    yield from child.walk(showing, into)

    def press(self, action=None):
        names = self.actions
        assert names, f"{self} has no action; click() it"
        return self.acc.do_action(names.index(action) if action else 0)

    def __repr__(self):
        return f"{self.role} {self.name!r}"


class App:
    """The program, from its first window to its end."""

    def __init__(self, *arguments, registry=None, fresh=True, size=None, **env):
        self.argv = [PROGRAM, *arguments]
        self.env = {"G_DEBUG": "fatal-warnings", "G_ENABLE_DIAGNOSTIC": "1"} | (registry.environment() if registry else {}) | env
        self.size, self.log = size, None
        if fresh:
            for folder in ("data/offprint", "state/offprint", "cache/offprint", "config/glib-2.0"):
                shutil.rmtree(HOME / folder, ignore_errors=True)

    def __enter__(self):
        BROWSED.write_text("")
        self.log = open(HOME / "app.log", "w+")
        self.process = subprocess.Popen(self.argv, env=os.environ | self.env, stdout=self.log, stderr=self.log)
        try:
            self.root = wait(self._find_root, "the application on the accessibility bus")
            self.window = wait(self._xwindow, "its window")
            wait(lambda: sh("xdotool", "getwindowfocus").strip() == self.window, "the keyboard focus")
            if self.size:
                self.resize(*self.size)
        except BaseException:
            sys.stderr.write(self.output())
            self.process.kill()
            raise
        return self

    def _find_root(self):
        assert self.process.poll() is None, f"the application ended early:\n{self.output()}"
        desktop = Node(Atspi.get_desktop(0))
        return next((a for a in desktop.children() if a.acc.get_process_id() == self.process.pid
                     and a.acc.get_child_count()), None)

    def _xwindow(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                               text=True, stdout=subprocess.PIPE).stdout.split()
        return found[-1] if found else None

    def __exit__(self, kind, *_):
        if kind and os.environ.get("UI_DUMP"):
            sys.stderr.write(self.dump() + "\n")
            self.photograph(os.environ["UI_DUMP"])
        self.quit(quiet=bool(kind))

    def quit(self, quiet=False):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)  # the program quits its main loop on it
        status = self.process.wait(TIMEOUT)
        if quiet or status:
            sys.stderr.write(self.output())
        self.log.close()
        assert quiet or status == 0, f"the application ended with {status}"

    def output(self):
        with open(self.log.name) as log:
            return log.read()

    # --- seeing ---
    def find_all(self, role=None, name=None, showing=True, inside=None):
        return (n for n in (inside or self.root).walk(showing) if role in (None, n.role) and name in (None, n.words))

    def find(self, role=None, name=None, showing=True, inside=None):
        return wait(lambda: next(self.find_all(role, name, showing, inside), None), f"{role} {name!r}")

    def has(self, role=None, name=None):
        return next(self.find_all(role, name), None) is not None

    def gone(self, role=None, name=None):
        wait(lambda: not self.has(role, name), f"no more {role} {name!r}")

    def find_text(self, part):
        """Whatever shows `part` somewhere in its words."""
        return wait(lambda: next((n for n in self.root.walk() if part in (n.words or "")), None), f"the text {part!r}")

    def shows(self, part):
        return next((n for n in self.root.walk() if part in (n.words or "")), None) is not None

    def focused(self):
        return next((n for n in self.root.walk() if "focused" in n.states), None)

    def unnamed(self):
        """What a person can act on and a screen reader cannot call by a name. What is in a
        combo box is GTK's own, and the box has the name."""
        return [n for n in self.root.walk(into=lambda n: n.role != "combo box")
                if n.role in PRESSABLE and not n.name and n.actions]

    def dump(self, node=None, depth=0):
        node = node or self.root
        return "\n".join([f"{'  ' * depth}{node} {node.words!r} {sorted(node.states & {'focused', 'showing', 'selected'})}"
                          f" {node.actions}"] + [self.dump(c, depth + 1) for c in node.children() if "showing" in c.states or depth < 1])

    def photograph(self, path):
        sh("import", "-window", "root", path)

    def find_ready(self, role, name):
        """Something that can be pressed now: until the style is compiled, there is nothing to copy."""
        return wait(lambda: next((n for n in self.find_all(role, name) if "sensitive" in n.states), None), f"a ready {role} {name!r}")

    def dialogs(self):
        return [n for n in self.root.walk() if n.role in ("dialog", "alert")]

    def dialog(self, name=None):
        """The dialog of that name: one that only says something has the role of an alert."""
        return wait(lambda: next((n for n in self.dialogs() if name in (None, n.words)), None), f"the dialog {name!r}")

    def no_dialog(self):
        wait(lambda: not self.dialogs(), "no more dialog")

    # --- doing ---
    def key(self, *keys):
        sh("xdotool", "key", "--clearmodifiers", *keys)

    def type(self, text):
        """By keys; what the keyboard has not, by pasting (xdotool remaps keys for it,
        which a slow program reads too late)."""
        if text.isascii():
            sh("xdotool", "type", "--delay", "2", text)
        else:
            self.set_clipboard(text)
            self.key("ctrl+v")

    def at_rest(self, look, what):
        """What look () gives when it has been the same for 0.2 s: a list that is being filled moves."""
        last, since = None, 0.0

        def is_still():
            nonlocal last, since
            now = look()
            if now != last:
                last, since = now, time.monotonic()
            return now is not None and time.monotonic() - since > 0.2
        wait(is_still, f"{what} to come to rest")
        return last

    def click(self, node, button=1):
        """In the middle of the node, once it keeps its place. Extents are the window's: it is asked where that is."""
        x, y, width, height = self.at_rest(lambda: (node.box.x, node.box.y, node.box.width, node.box.height), node)
        sh("xdotool", "mousemove", "--window", self.window, str(x + width // 2), str(y + height // 2), "click", str(button))

    def resize(self, width, height):
        """The content's size: GTK draws a frame of 5 pixels where nothing composes."""
        sh("xdotool", "windowsize", "--sync", self.window, str(width + 10), str(height + 10))

    def look_up(self, text):
        """Types into the address field, as a person would."""
        self.key("ctrl+l")
        wait(lambda: (self.focused() or self.root).role in ("text", "entry"), "the focus in the address field")
        self.type(text)
        self.key("Return")

    def activate(self, action, parameter=None):
        """An action of the application, over the session bus."""
        return sh("gdbus", "call", "--session", "--dest", APP_ID, "--object-path",
                  "/" + APP_ID.replace(".", "/"), "--method", "org.gtk.Actions.Activate",
                  action, f"[<{json.dumps(parameter)}>]" if parameter is not None else "[]", "{}")

    # --- beside the program ---
    def clipboard(self, target="UTF8_STRING"):
        """What another program would get of it; nothing if it has no such form."""
        return subprocess.run(["xclip", "-selection", "clipboard", "-o", "-t", target], text=True, timeout=TIMEOUT,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout

    def set_clipboard(self, text):
        subprocess.run(["xclip", "-selection", "clipboard"], input=text, text=True, check=True, stdout=subprocess.DEVNULL)

    def browsed(self):
        return BROWSED.read_text().split()


class Case(unittest.TestCase):
    """With a registry of its own for each test."""

    late_s = 0.5

    def setUp(self):
        self.registry = standin.StandIn(SHARED, late_s=self.late_s).start()
        self.addCleanup(self.registry.stop)

    def app(self, *arguments, **options):
        return App(*arguments, registry=self.registry, **options)


def main():
    if PROGRAM is None:
        print("usage: test_….py PROGRAM [CASE…]", file=sys.stderr)
        sys.exit(77)
    unittest.main(verbosity=2)
