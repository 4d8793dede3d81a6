#!/usr/bin/env bash
# Builds the guests that test/faultlab crashes, from packages of Debian: seconds, and nothing where they are built already.
set -euo pipefail
cd "$(dirname "$0")/.."

lab=dist/faultlab

left_out() {
  echo "########################################################################"
  echo "# NO $1: NOTHING IS HELD AGAINST A REAL GUEST"
  echo "########################################################################"
  rm -rf "$lab"/*/
  exit 0
}

for tool in qemu-system-x86_64 setpriv genisoimage cpio depmod modprobe dpkg-deb apt-get; do
  command -v "$tool" > /dev/null || left_out "$tool (scripts/faultlab-packages.sh installs what is missing)"
done
[ "$(dpkg --print-architecture)" = amd64 ] || left_out 'PACKAGES FOR amd64'
apt-cache show linux-image-amd64 > /dev/null 2>&1 || left_out 'PACKAGES OF DEBIAN (apt-get update)'
test/faultlab/micro/build.sh "$lab/micro" || { [ $? -eq 3 ] && left_out 'PACKAGES FROM DEBIAN'; }

# The guest with systemd and cloud-init boots for a minute or more: it is for those who have time.
[ "${FAULTS:-}" != quick ] || exit 0
for tool in mmdebstrap mkfs.ext4 unshare; do
  command -v "$tool" > /dev/null || { echo "# NO $tool: THE GUEST WITH SYSTEMD AND CLOUD-INIT IS LEFT OUT" && exit 0; }
done
nice -n 5 test/faultlab/debian/build.sh "$lab/debian" || echo '# NO PACKAGES FROM DEBIAN: THE GUEST WITH SYSTEMD AND CLOUD-INIT IS LEFT OUT'
