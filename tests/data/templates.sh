#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Each template is what GtkBuilder takes, and names nothing deprecated. gtk4-builder-tool
# learns the types of libadwaita and of ours from the libraries that are loaded before it.
#
#   templates.sh LIBRARY-OF-OUR-TYPES
set -euo pipefail
types=$(readlink -f "$1")
types=$(readlink -f "$1")
cd "$SOURCE_ROOT"
adwaita=$(pkg-config --variable=libdir libadwaita-1)/libadwaita-1.so
export PRELOAD="$adwaita $types"
exec build-aux/with-display bash -c '
status=0 n=0
for ui in src/ui/*.ui; do
    n=$((n + 1))
    # the window is made without its services here, and may say so: that is no fault of its template
    said=$(LD_PRELOAD="$PRELOAD" gtk4-builder-tool validate --deprecations "$ui" 2>&1) &&
        ! printf "%s" "$said" | grep -q deprecated && continue
    status=1; printf "%s:\n%s\n" "$ui" "$said"
done
echo "$n templates"
exit $status'
