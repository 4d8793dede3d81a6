/**
 * Takes a snapshot, waits for it, and deletes the ones that are not needed any more: POSIX shell with kubectl.
 *
 * Nothing is deleted until the new snapshot is ready to use, and only snapshots that are ready count as kept: a series of
 * failed ones does not push out the last good one. Values that are no names and no numbers stop it before it does anything: a
 * number of snapshots that the shell cannot compare would have it keep none. It reads these variables:
 * - `VIRTUAL_MACHINE`: name of the VM
 * - `SERIES`: value of the label that all snapshots of the series carry
 * - `KEEP`: how many snapshots to keep
 * - `TIMEOUT`: how many seconds a snapshot may take
 */
export const SNAPSHOT_SCRIPT = `set -eu
LC_ALL=C

# A name of an object. What is wrong is not printed: it could forge a line of the log.
is_name() {
  case "$1" in '' | *[!a-z0-9.-]* | [!a-z0-9]*) return 1 ;; esac
}

# A number above 0 that the shell can count to.
is_count() {
  case "$1" in '' | *[!0-9]* | 0* | ????????????????*) return 1 ;; esac
}

is_name "$VIRTUAL_MACHINE" || { echo 'VIRTUAL_MACHINE is no name of a VM; nothing was done' >&2; exit 1; }
is_name "$SERIES" || { echo 'SERIES is no name of a series; nothing was done' >&2; exit 1; }
is_count "$KEEP" || { echo 'KEEP is no number above 0; nothing was done' >&2; exit 1; }
is_count "$TIMEOUT" || { echo 'TIMEOUT is no number above 0; nothing was done' >&2; exit 1; }

name="$VIRTUAL_MACHINE-$(date -u +%Y%m%d%H%M%S)"

# Name and readiness of every snapshot of the series, newest first.
list() {
  kubectl get virtualmachinesnapshots.snapshot.kubevirt.io \\
    --selector="cdk8s-kubevirt/snapshot-series=$SERIES" \\
    --output='jsonpath={range .items[*]}{.metadata.name}{" "}{.status.readyToUse}{"\\n"}{end}' | sort -r
}

printf '%s\\n' \\
  'apiVersion: snapshot.kubevirt.io/v1beta1' \\
  'kind: VirtualMachineSnapshot' \\
  'metadata:' \\
  "  name: '$name'" \\
  '  labels:' \\
  "    cdk8s-kubevirt/snapshot-series: '$SERIES'" \\
  'spec:' \\
  "  failureDeadline: \${TIMEOUT}s" \\
  '  source:' \\
  '    apiGroup: kubevirt.io' \\
  '    kind: VirtualMachine' \\
  "    name: '$VIRTUAL_MACHINE'" | kubectl create --filename=-

waited=0
until list | grep -qxF "$name true"; do
  if [ "$waited" -ge "$TIMEOUT" ]; then
    echo "snapshot $name is not ready after $TIMEOUT seconds; no older snapshot is deleted" >&2
    exit 1
  fi
  sleep 5
  waited=$((waited + 5))
done

kept=0
list | while read -r snapshot ready; do
  if [ "$ready" = true ] && [ "$kept" -lt "$KEEP" ]; then
    kept=$((kept + 1))
  else
    kubectl delete virtualmachinesnapshots.snapshot.kubevirt.io "$snapshot" --wait=false
  fi
done
`;
