#!/usr/bin/env bash
# Builds the Debian guest of the fault lab: systemd, cloud-init, the guest agent, and a kernel that has the driver of the watchdog.
# usage: build.sh FOLDER, which gets vmlinuz, initrd.img and root.ext4, and a file that says what they are made of; ends with 3 without packages
set -euo pipefail
here=$(dirname "$(realpath "$0")")
mkdir -p "$1"
folder=$(realpath "$1")
. /etc/os-release

packages='systemd systemd-sysv udev dbus cloud-init qemu-guest-agent busybox-static iproute2 netplan.io kmod procps'
kernel=$(apt-cache depends linux-image-amd64 | sed -n 's/.*Depends: \(linux-image-[0-9].*\)/\1/p')
made_of=$(
  apt-get download --print-uris "$kernel" $packages | sed 's/^[^ ]* //' | sort
  sha256sum < "$here/build.sh"
  sha256sum < "$here/image.sh"
)
if [ -e "$folder/initrd.img" ] && [ "$(cat "$folder/made-of" 2> /dev/null)" = "$made_of" ]; then
  exit 0
fi

rm -f "$folder/initrd.img"
mmdebstrap --quiet --variant=minbase --aptopt='Acquire::Languages "none"' \
  --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
  --include="${packages// /,}" --customize-hook="'$here/image.sh' \"\$1\" '$folder' $kernel" "$VERSION_CODENAME" /dev/null || exit 3
echo "$made_of" > "$folder/made-of"
