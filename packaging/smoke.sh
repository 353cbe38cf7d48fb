#!/usr/bin/env bash
# Starts a built program where there is no Python: version, a shop, its proof, and the tour; on a
# screen of its own if Xvfb is here. Usage: smoke.sh PROGRAM
set -euo pipefail
program=$(realpath "$1")
place=$(mktemp -d)
screen=""
finish() {
    [ -z "$screen" ] || kill "$screen" 2>/dev/null || true
    rm -rf "$place"
}
trap finish EXIT

where=(QT_QPA_PLATFORM=offscreen)
if command -v Xvfb >/dev/null; then
    Xvfb -displayfd 3 -screen 0 1366x768x24 3>"$place/display" >/dev/null 2>&1 &
    screen=$!
    for _ in {1..50}; do [ -s "$place/display" ] && break; sleep 0.1; done
    where=("DISPLAY=:$(cat "$place/display")")
fi
run() {
    # Windows has what it needs to load anything in SYSTEMROOT.
    env -i HOME="$place" PATH=/nowhere LANG=C.UTF-8 "${where[@]}" \
        ${SYSTEMROOT:+"SYSTEMROOT=$SYSTEMROOT"} ${TEMP:+"TEMP=$TEMP"} "$program" "$@"
}
for each in kioskifly_en.qm qtbase_es.qm fiado.md Inter-Regular.otf; do
    [ -n "$(find "$(dirname "$program")" -name "$each")" ] || { echo "$each was left out" >&2; exit 1; }
done
cd "$place"
run --version
run demo shop --clients 20 --months 1
run --data shop check
run --data shop report-problem report.zip --show >report.txt
! grep "sin dato" report.txt || { echo "the report doesn't know a part's version" >&2; exit 1; }
run tour --out pictures
[ "$(find pictures -name '*.png' | wc -l)" -ge 3 ] || { echo "the tour left no pictures" >&2; exit 1; }
echo "The built program works (${where[*]}): $(du -sh "$(dirname "$program")" | cut -f1)."
