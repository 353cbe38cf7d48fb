#!/usr/bin/env bash
# Starts a built program where there is no Python: version, a shop, its proof, and the tour.
set -euo pipefail
program=$(realpath "$1")
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
run() {
    env -i HOME="$place" PATH=/nowhere LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen "$program" "$@"
}
cd "$place"
run --version
run demo shop --clients 20 --months 1
run --data shop check
run tour --out pictures
[ "$(find pictures -name '*.png' | wc -l)" -ge 3 ] || { echo "the tour left no pictures" >&2; exit 1; }
echo "The built program works: $(du -sh "$(dirname "$program")" | cut -f1)."
