#!/usr/bin/env bash
# Installs what the fault lab needs, where that is possible without asking anybody: as root, on Debian. The lab itself installs nothing.
set -euo pipefail

packages='qemu-system-x86 mmdebstrap genisoimage cpio kmod busybox-static libvirt-daemon libvirt-clients'
missing=$(for package in $packages; do dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null | grep -qx installed || echo "$package"; done)
[ -n "$missing" ] || exit 0
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get > /dev/null; then
  echo "not installed, for want of root or apt-get:" $missing
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
(apt-get update -qq && apt-get install -y -qq --no-install-recommends $missing > /dev/null) || echo "cannot be installed:" $missing
