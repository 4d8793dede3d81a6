#!/usr/bin/env bash
# Builds the micro guest of the fault lab: Debian's kernel, busybox and the QEMU guest agent in one initial RAM disk, without a disk.
# usage: build.sh FOLDER, which gets vmlinuz and initrd.img, and a file that says what they are made of; ends with 3 without packages
set -euo pipefail
here=$(dirname "$(realpath "$0")")
mkdir -p "$1"
folder=$(realpath "$1")

# The kernel for clouds has no i6300esb. iTCO is the watchdog that q35 machines have anyway.
modules='virtio_pci virtio_net virtio_console virtio_blk isofs button evdev pvpanic_pci pvpanic_mmio i2c_i801 lpc_ich i6300esb iTCO_wdt'
kernel=$(apt-cache depends linux-image-amd64 | sed -n 's/.*Depends: \(linux-image-[0-9].*\)/\1/p')
version=${kernel#linux-image-}
# What the agent is linked with: perl and dpkg, which its scripts depend on, are not.
packages="$kernel busybox-static qemu-guest-agent libc6 libglib2.0-0 libnuma1 libpcre2-8-0 libudev1 liburing2"

# Names, sizes and digests, not the places that they come from.
made_of=$(
  apt-get download --print-uris $packages | sed 's/^[^ ]* //' | sort
  sha256sum < "$here/build.sh"
  sha256sum < "$here/init"
)
if [ -e "$folder/initrd.img" ] && [ "$(cat "$folder/made-of" 2> /dev/null)" = "$made_of" ]; then
  exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/packages" "$work/files"
(cd "$work/packages" && apt-get download -qq $packages 2> /dev/null) || exit 3
for package in "$work"/packages/*.deb; do
  dpkg-deb -x "$package" "$work/files"
done

root="$work/root"
mkdir -p "$root"/{bin,dev,etc,lib,lib64,modules,proc,run,seed,srv,sys,tmp,usr/sbin}
depmod -b "$work/files" "$version"
for module in $modules; do
  modprobe -d "$work/files" -S "$version" --show-depends "$module" | sed -n 's/^insmod \([^ ]*\).*/\1/p'
done | awk '!seen[$0]++' | while read -r file; do
  cp "$file" "$root/modules/"
  basename "$file" >> "$root/modules/order"
done

cp "$work/files/bin/busybox" "$root/bin/"
cp "$work/files/usr/sbin/qemu-ga" "$root/usr/sbin/"
libraries=$work/files/lib/x86_64-linux-gnu:$work/files/usr/lib/x86_64-linux-gnu
loader=$work/files/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2
"$loader" --library-path "$libraries" --list "$root/usr/sbin/qemu-ga" | sed -n 's/.*=> \([^ ]*\).*/\1/p' | while read -r library; do
  cp -L "$library" "$root/lib/"
done
cp -L "$loader" "$root/lib64/"
install -m 0755 "$here/init" "$root/init"

# A guest that is started meanwhile gets all of the old ones or of the new ones.
new=$(mktemp -d "$folder/new.XXXXXX")
trap 'rm -rf "$work" "$new"' EXIT
(cd "$root" && find . | cpio -o -H newc --quiet | gzip -1) > "$new/initrd.img"
install -m 0644 "$work/files/boot/vmlinuz-$version" "$new/vmlinuz"
echo "$made_of" > "$new/made-of"
echo "Linux $version" > "$new/version"
mv "$new"/* "$folder/"
