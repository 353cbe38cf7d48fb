#!/usr/bin/env bash
# Makes dist/kioskifly-VERSION.dmg of dist/Kioskifly.app; signed and notarised where there are keys.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' kioskifly_desktop/__init__.py)
image=dist/kioskifly-$version.dmg
folder=build/image
rm -rf "$folder" "$image"
mkdir -p "$folder"
cp -R dist/Kioskifly.app "$folder"
ln -s /Applications "$folder/Applications"
hdiutil create -quiet -volname Kioskifly -srcfolder "$folder" -format UDZO "$image"
[ -n "${CODESIGN_IDENTITY:-}" ] || exit 0
codesign --sign "$CODESIGN_IDENTITY" --timestamp "$image"
[ -n "${NOTARY_KEY:-}" ] || exit 0
key=$(mktemp)
trap 'rm -f "$key"' EXIT
printf '%s' "$NOTARY_KEY" > "$key"
xcrun notarytool submit "$image" --key "$key" --key-id "$NOTARY_KEY_ID" --issuer "$NOTARY_ISSUER" --wait
xcrun stapler staple "$image"
