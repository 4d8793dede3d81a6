#!/usr/bin/env bash
# Installs the packed package in an empty folder, as a user does, and synthesizes the first sample of the README.
set -euo pipefail
cd "$(dirname "$0")/.."

repository=$PWD
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# The version of a development dependency, so that a release elsewhere does not change what is tried.
pinned() {
  node -p "'$1@' + require('./package-lock.json').packages['node_modules/$1'].version"
}

tarball=$(npm pack --silent --pack-destination "$folder")
packages=()
for name in cdk8s cdk8s-plus-27 constructs cdk8s-cli typescript ts-node @types/node; do
  packages+=("$(pinned "$name")")
done

cd "$folder"
echo '{ "name": "app", "version": "1.0.0", "private": true }' > package.json
# --omit=optional keeps `backport` out, an optional dependency of cdk8s-plus-27 that no app needs.
npm install --silent --no-audit --no-fund --omit=optional "./$tarball" "${packages[@]}"

sed -n '/^```ts$/,/^```$/p' "$repository/README.md" | awk '/^```$/ { exit } !/^```/' > main.ts
if [ ! -s main.ts ]; then
  echo 'README.md has no ```ts sample' >&2
  exit 1
fi
printf 'language: typescript\napp: npx ts-node main.ts\n' > cdk8s.yaml
echo '{ "compilerOptions": { "strict": true, "target": "ES2022", "module": "commonjs", "esModuleInterop": true, "types": ["node"] } }' \
  > tsconfig.json

npx cdk8s synth --check-upgrade=false
ls dist/*.yaml > /dev/null
for file in dist/*.yaml; do
  echo "== $file"
  cat "$file"
done
