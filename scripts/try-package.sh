#!/usr/bin/env bash
# Follows "Use it in your app" of the README in an empty folder, with the packed package, and synthesizes the first sample. Then
# audits what comes out, and what is wrong, and makes a project with `init`.
set -euo pipefail
cd "$(dirname "$0")/.."

readme_folder=$PWD
readme=$PWD/README.md
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# The version of a development dependency, so that a release elsewhere does not change what is tried.
pinned() {
  node -p "'$1@' + require('./package-lock.json').packages['node_modules/$1'].version"
}

# The first block of code in the README that is in a language and has a text in it.
block() {
  awk -v fence="\`\`\`$1" -v text="$2" '
    $0 == fence { inside = 1; lines = ""; next }
    inside && $0 == "```" { if (index(lines, text)) { printf "%s", lines; found = 1; exit } inside = 0; next }
    inside { lines = lines $0 "\n" }
    END { if (!found) { print "README.md has no " fence " with " text > "/dev/stderr"; exit 1 } }
  ' "$readme"
}

# Packing compiles.
tarball=$(npm pack --silent --pack-destination "$folder" | tail -n 1)
packages=() tools=()
for name in cdk8s cdk8s-plus-27 constructs; do
  packages+=("$(pinned "$name")")
done
for name in cdk8s-cli typescript tsx @types/node; do
  tools+=("$(pinned "$name")")
done

cd "$folder"
npm init -y > /dev/null
block sh 'npm init' | grep '^npm pkg set ' | sh
npm install --silent --no-audit --no-fund "./$tarball" "${packages[@]}"
npm install --silent --no-audit --no-fund --save-dev "${tools[@]}"

block ts 'new App()' > main.ts
block json compilerOptions > tsconfig.json
block yaml 'app:' > cdk8s.yaml

npx cdk8s synth --check-upgrade=false
ls dist/*.yaml > /dev/null
for file in dist/*.yaml; do
  echo "== $file"
  cat "$file"
done

echo '== audit'
npx cdk8s-kubevirt audit dist/ --cluster openshift:4.20
helm=$readme_folder/test/cli/shapes/helm.yaml
if npx cdk8s-kubevirt audit - --cluster openshift:4.20 < "$helm"; then
  echo "the audit of $helm ends with 0" >&2
  exit 1
fi
for file in lib/cli.js schemas/config.schema.json schemas/audit-report.schema.json schemas/recovery-report.schema.json THIRD-PARTY-NOTICES; do
  ls "node_modules/cdk8s-kubevirt/$file"
done

echo '== validation by cdk8s-cli'
validated() {
  printf 'app: %s\nvalidations:\n- {package: ./node_modules/cdk8s-kubevirt, version: 0.0.0, class: AuditValidation}\n' "$1" > cdk8s.yaml
  npx cdk8s synth --check-upgrade=false
}
validated 'npx tsx main.ts'
if validated "sh -c 'mkdir -p dist && cp $helm dist/'"; then
  echo "the validation of $helm ends with 0" >&2
  exit 1
fi

echo '== rules of one’s own'
node -e '
  const { mkdirSync, readFileSync, writeFileSync } = require("node:fs");
  const { dirname } = require("node:path");
  for (const [, name, text] of readFileSync(process.argv[1], "utf8").matchAll(/```(?:js|yaml)\n(?:\/\/|#) (\S+)\n([^]*?)```/g)) {
    mkdirSync(dirname(name), { recursive: true });
    writeFileSync(name, text);
  }
' "$readme_folder/docs/custom-rules.md"
node --test
echo 'customRules: [./rules/owner-missing.js]' > own.yaml
npx cdk8s-kubevirt audit rules/owner-missing --config own.yaml --rule acme-owner-missing | grep 'nobody is called'

echo '== init'
npx cdk8s-kubevirt init project
cd project
npm pkg set "dependencies.cdk8s-kubevirt=file:../$tarball"
npm install --silent --no-audit --no-fund
npx cdk8s synth --check-upgrade=false
npm test --silent
npm run --silent audit -- --cluster openshift:4.20
