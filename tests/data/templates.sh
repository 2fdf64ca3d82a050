#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Each template is what GtkBuilder takes, and names nothing deprecated. gtk4-builder-tool
# needs no types of ours: it is asked for the mark-up only where a template has them.
set -euo pipefail
cd "$SOURCE_ROOT"
here=$PWD
GDK_BACKEND=x11 exec "$here/build-aux/with-display" bash -c '
status=0 n=0
for ui in src/ui/*.ui; do
    n=$((n + 1))
    # types of ours and of libadwaita are not known to the tool: what it says of these is no fault
    said=$(gtk4-builder-tool validate --deprecations "$ui" 2>&1) && continue
    rest=$(printf "%s\n" "$said" | grep -v -e "Invalid object type .\(Offprint\|Adw\)" -e "is not a valid .*\(Offprint\|Adw\)" -e "^$" || true)
    [ -z "$rest" ] || { status=1; printf "%s:\n%s\n" "$ui" "$rest"; }
    xmllint --noout "$ui" || status=1
done
echo "$n templates"
exit $status'
