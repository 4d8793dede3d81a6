#!/usr/bin/env bash
# Prepares the YAML readers that are not written for Node.js, as far as there are tools for them: PyYAML, and Go's as in kubectl.
set -euo pipefail
cd "$(dirname "$0")/.."

readers=dist/readers
pyyaml=6.0.3
mkdir -p "$readers"

left_out() {
  echo "########################################################################"
  echo "# NO $1: $2 IS NOT AMONG THE READERS THAT ARE COMPARED"
  echo "########################################################################"
}

if ! command -v python3 > /dev/null; then
  left_out PYTHON3 PyYAML
elif ! python3 -m venv "$readers/venv" || ! "$readers/venv/bin/pip" install --quiet --disable-pip-version-check "pyyaml==$pyyaml"; then
  rm -rf "$readers/venv"
  left_out "PYYAML $pyyaml" PyYAML
fi

if ! command -v go > /dev/null; then
  left_out GO sigs.k8s.io/yaml
elif ! (cd test/readers/go && go build -o "../../../$readers/read-yaml" .); then
  rm -f "$readers/read-yaml"
  left_out "MODULES FOR GO" sigs.k8s.io/yaml
fi
