#!/usr/bin/env bash
# Says which suites `npm test` leaves out, and what this machine lacks for them.
set -euo pipefail

left_out() {
  local suite=$1 what=$2 lacking=() program
  shift 2
  for program in "$@"; do
    command -v "$program" > /dev/null || lacking+=("$program")
  done
  echo "left out: npm run $suite: $what${lacking:+; this machine lacks ${lacking[*]}}"
}

left_out test:properties 'random apps, faults and failures, and all fixtures'
left_out test:readers 'hostile texts through other YAML readers' python3 go
left_out test:cluster 'a real control plane' go
left_out test:faults 'guests that crash' qemu-system-x86_64
