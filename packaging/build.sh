#!/usr/bin/env bash
# Builds the program in dist/kioskifly where there is no make: Windows (Git's bash) and macOS.
set -euo pipefail
cd "$(dirname "$0")/.."
python -m pip install --quiet --disable-pip-version-check 'uv>=0.13,<0.14'
uv sync --frozen --quiet --group package
uv run --frozen --no-sync pyinstaller --noconfirm --log-level WARN \
    --distpath dist --workpath build/pyinstaller packaging/kioskifly.spec
