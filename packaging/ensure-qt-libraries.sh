#!/usr/bin/env bash
# Makes sure that Qt finds the system libraries it needs; installs them where it may (Debian, root).
# With --window, also those of a real window under X11; with --list, all are only named.
set -euo pipefail

python="$(dirname "$0")/../.venv/bin/python"
packages=(libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0)
platform=offscreen
if [ -n "${1:-}" ]; then
    platform=""
    packages+=(libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0)
fi
if [ "${1:-}" = --list ]; then
    printf '%s\n' "${packages[@]}"
    exit
fi

starts() {
    # A missing platform library aborts Qt, so a process of its own and no core dump. Its complaint
    # is kept for whoever must read it.
    complaint=$(
        ulimit -c 0
        [ -z "$platform" ] || export QT_QPA_PLATFORM="$platform"
        "$python" -c 'from PySide6.QtWidgets import QApplication; QApplication([])' 2>&1
    )
}

starts && exit 0

if ! command -v apt-get >/dev/null; then
    printf '%s\n' "$complaint" "Qt cannot start. Install the libraries Debian calls: ${packages[*]}" >&2
    exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
    printf '%s\n' "Qt needs system libraries. Install them with:" \
        "  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages[*]}" >&2
    exit 1
fi
echo "Installing the system libraries Qt needs: ${packages[*]}"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends "${packages[@]}" </dev/null

starts && exit 0
printf '%s\n' "$complaint" "Qt still cannot start." >&2
if [ -z "$platform" ]; then
    echo "Is the display reachable? Without one: env -u DISPLAY -u WAYLAND_DISPLAY make demo" >&2
fi
exit 1
