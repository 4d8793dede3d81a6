#!/usr/bin/env bash
# Makes kernel, initrd and disk of a Debian root, from outside of it but with the rights that its maker has.
# usage: image.sh ROOT FOLDER KERNEL
set -euo pipefail
root=$1
folder=$2
kernel=$3
version=${kernel#linux-image-}

# The kernel for clouds has no i6300esb. What the guest loads, and no more: with all modules the image would be twice as large.
# iTCO is the watchdog that q35 machines have anyway; without button and evdev a guest ignores its power button.
modules='virtio_pci virtio_blk virtio_net virtio_console virtio_rng ext4 crc32c_generic isofs vfat nls_ascii nls_cp437 nls_utf8
  button evdev i6300esb iTCO_wdt lpc_ich i2c_i801 autofs4 af_packet efi_pstore pvpanic_pci dm_mod loop configfs fuse'
disk_modules='virtio_pci virtio_blk crc32c_generic ext4'

work=$(mktemp -d "$folder/build.XXXXXX")
trap 'rm -rf "$work"' EXIT

# Unpacked, and not installed: its scripts would make an initrd of their own.
chroot "$root" sh -c "cd /tmp && apt-get download -qq $kernel" 2> /dev/null
dpkg-deb -x "$root"/tmp/"$kernel"_*.deb "$work/kernel"
rm -f "$root"/tmp/*.deb
depmod -b "$work/kernel" "$version"
closure() {
  for module in "$@"; do
    modprobe -d "$work/kernel" -S "$version" --show-depends "$module" | sed -n 's/^insmod \([^ ]*\).*/\1/p'
  done | awk '!seen[$0]++'
}

for file in $(closure $modules); do
  install -D -m 0644 "$file" "$root/usr/lib/modules/$version/${file#"$work/kernel/lib/modules/$version/"}"
done
cp "$work/kernel/lib/modules/$version"/modules.{builtin,builtin.modinfo,order} "$root/usr/lib/modules/$version/"
chroot "$root" depmod "$version"

mkdir -p "$work"/initrd/{bin,modules,dev,proc,sys,root}
cp "$root/bin/busybox" "$work/initrd/bin/"
closure $disk_modules | while read -r file; do
  cp "$file" "$work/initrd/modules/"
done
closure $disk_modules | xargs -n 1 basename > "$work/initrd/modules/disk"
cat > "$work/initrd/init" <<'INIT'
#!/bin/busybox sh
bb=/bin/busybox
$bb mount -t devtmpfs devtmpfs /dev; $bb mount -t proc proc /proc; $bb mount -t sysfs sysfs /sys
load() { for module in $($bb cat "/modules/$1"); do $bb insmod "/modules/$module"; done; }
load disk
tries=0
while [ ! -b /dev/vda ] && [ $tries -lt 300 ]; do $bb sleep 0.1; tries=$((tries + 1)); done
$bb mount -t ext4 -o rw /dev/vda /root || exec $bb sh
for folder in dev proc sys; do $bb mount -o move /$folder /root/$folder; done
exec $bb switch_root /root /sbin/init
INIT
chmod +x "$work/initrd/init"
cp "$work/kernel/boot/vmlinuz-$version" "$folder/vmlinuz"
chmod a+r "$folder/vmlinuz"

echo 'LABEL=root / ext4 defaults 0 1' > "$root/etc/fstab"
: > "$root/etc/machine-id"
rm -f "$root/etc/hostname"
# There is one locale.
printf 'datasource_list: [NoCloud, None]\nlocale: false\n' > "$root/etc/cloud/cloud.cfg.d/90-datasource.cfg"
rm -rf "$root"/var/lib/apt/lists/* "$root"/var/cache/apt/*.bin
rm -f "$folder/root.ext4"
echo "Linux $version, systemd $(chroot "$root" dpkg-query -W -f '${Version}' systemd), cloud-init $(chroot "$root" dpkg-query -W -f '${Version}' cloud-init)" > "$folder/version"
# A bind mount shows the files of the root, and not what is mounted in it.
mkdir "$work/root"
unshare --mount bash -c 'mount --bind "$1" "$2" && mkfs.ext4 -q -F -L root -E lazy_itable_init=1 -d "$2" "$3" 900M' \
  mkfs "$root" "$work/root" "$folder/root.ext4"
# The last one says that all is there.
(cd "$work/initrd" && find . | cpio -o -H newc --quiet | gzip -1) > "$folder/initrd.img"
