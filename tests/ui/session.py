# SPDX-License-Identifier: GPL-3.0-or-later
"""A private desktop session for one test process: made by importing this module.

Folders, settings, an X server, a window manager, a message bus and a browser of its own,
ended with the process. The message bus starts the accessibility bus by itself.
"""
import atexit
import os
import pathlib
import shutil
import subprocess
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
HOME = pathlib.Path(tempfile.mkdtemp(prefix="offprint-ui-"))
BROWSED = HOME / "browsed"  # one address a line, as the browser was given them
_children = []


def _start_session():
    os.environ.pop("G_DEBUG", None)  # for the program, not for us: libatspi warns of what has gone away
    for name in list(os.environ):
        if name.startswith(("XDG_", "DBUS_", "WAYLAND_", "GTK_", "GDK_", "LC_", "OFFPRINT_")) and name != "OFFPRINT_SHARED":
            del os.environ[name]
        elif name.lower().endswith("_proxy"):
            del os.environ[name]
    os.environ.update(
        HOME=str(HOME), XDG_CONFIG_HOME=f"{HOME}/config", XDG_DATA_HOME=f"{HOME}/data", XDG_CACHE_HOME=f"{HOME}/cache",
        XDG_STATE_HOME=f"{HOME}/state", XDG_RUNTIME_DIR=f"{HOME}/run", XDG_DATA_DIRS="/usr/local/share:/usr/share",
        LC_ALL=os.environ.get("UI_LOCALE", "C.UTF-8"), GDK_BACKEND="x11", GDK_DEBUG="no-portals", GSK_RENDERER="cairo",
        GDK_DISABLE="gl,vulkan", GSETTINGS_BACKEND="keyfile", GSETTINGS_SCHEMA_DIR=f"{HOME}/schemas",
        GIO_USE_PROXY_RESOLVER="dummy", PATH=f"{HOME}/bin:{os.environ['PATH']}")
    for folder in ("bin", "config/gtk-4.0", "data/applications", "cache", "state", "schemas"):
        (HOME / folder).mkdir(parents=True)
    (HOME / "run").mkdir(mode=0o700)
    subprocess.run(["glib-compile-schemas", f"--targetdir={HOME}/schemas", f"{SOURCE}/data"], check=True)
    # No settings daemon runs here, so GTK would use "Sans 10" and blink and slide.
    (HOME / "config/gtk-4.0/settings.ini").write_text(
        "[Settings]\ngtk-font-name=Cantarell 11\ngtk-decoration-layout=appmenu:close\n"
        "gtk-enable-animations=false\ngtk-cursor-blink=false\n")
    _make_browser()
    _start_display()
    bus = _spawn(["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True)
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
    (HOME / "rc.xml").write_text('<openbox_config xmlns="http://openbox.org/3.4/rc"/>')  # no keys of its own
    _spawn(["openbox", "--config-file", f"{HOME}/rc.xml"])


def _make_browser():
    browser = HOME / "bin/fake-browser"
    browser.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >>"{BROWSED}"\n')
    browser.chmod(0o755)
    BROWSED.touch()
    (HOME / "data/applications/fake-browser.desktop").write_text(
        "[Desktop Entry]\nType=Application\nName=Browser\nExec=fake-browser %u\n"
        "MimeType=x-scheme-handler/https;x-scheme-handler/http;\n")
    (HOME / "config/mimeapps.list").write_text(
        "[Default Applications]\nx-scheme-handler/https=fake-browser.desktop\nx-scheme-handler/http=fake-browser.desktop\n")
    subprocess.run(["update-desktop-database", f"{HOME}/data/applications"], check=False)


def _start_display():
    read, write = os.pipe()
    _spawn(["Xvfb", "-displayfd", str(write), "-screen", "0", os.environ.get("UI_SCREEN", "1440x900x24"),
            "-nolisten", "tcp", "-noreset"], pass_fds=[write])
    os.close(write)
    with os.fdopen(read) as number:
        os.environ["DISPLAY"] = ":" + number.readline().strip()
    if dpi := os.environ.get("UI_TEXT_DPI"):
        subprocess.run(["xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER", f"Xft.dpi: {dpi}"], check=True)


def _spawn(argv, **options):
    options.setdefault("stdout", subprocess.DEVNULL)
    process = subprocess.Popen(argv, stderr=subprocess.DEVNULL, **options)
    _children.append(process)
    return process


@atexit.register
def _end_session():
    for process in reversed(_children):
        process.terminate()
        process.wait()
    shutil.rmtree(HOME, ignore_errors=True)


_start_session()
