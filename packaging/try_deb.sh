#!/usr/bin/env bash
# Installs a package, uses it, removes it, and looks that the shop's data stay. As root, on Debian.
# Usage: try_deb.sh PACKAGE.deb
set -euo pipefail
package=$(realpath "$1")
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

apt-get install -y -qq --no-install-recommends "$package" </dev/null
"$(dirname "$0")/smoke.sh" /usr/bin/kioskifly
cd "$place"
HOME="$place" /usr/bin/kioskifly demo shop --clients 20 --months 1
before=$(sha256sum shop/shop.db)
apt-get purge -y -qq kioskifly </dev/null
[ ! -e /usr/lib/kioskifly ] && [ ! -e /usr/bin/kioskifly ] || { echo "Something stays behind." >&2; exit 1; }
[ "$before" = "$(sha256sum shop/shop.db)" ] || { echo "The shop's data were touched." >&2; exit 1; }
echo "Installed, used and removed; the shop's data are as they were."
