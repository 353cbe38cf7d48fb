#!/usr/bin/env bash
# Puts the key in CERTIFICATE (a .p12 in base64) where codesign finds it, and names it for the build.
set -euo pipefail
keychain=$RUNNER_TEMP/kioskifly.keychain-db
password=$(uuidgen)
base64 --decode <<< "$CERTIFICATE" > "$RUNNER_TEMP/key.p12"
trap 'rm -f "$RUNNER_TEMP/key.p12"' EXIT
security create-keychain -p "$password" "$keychain"
security set-keychain-settings -lut 3600 "$keychain"
security unlock-keychain -p "$password" "$keychain"
security import "$RUNNER_TEMP/key.p12" -P "$CERTIFICATE_PASSWORD" -T /usr/bin/codesign -k "$keychain"
security set-key-partition-list -S apple-tool:,apple: -k "$password" "$keychain" >/dev/null
security list-keychains -d user -s "$keychain" login.keychain-db
identity=$(security find-identity -v -p codesigning "$keychain" | sed -n 's/.*"\(.*\)"/\1/p' | head -n 1)
[ -n "$identity" ] || { echo "The certificate holds no key to sign with." >&2; exit 1; }
echo "CODESIGN_IDENTITY=$identity" >> "$GITHUB_ENV"
