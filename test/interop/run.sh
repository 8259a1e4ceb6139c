#!/usr/bin/env bash
# Clients as others published them, run unmodified against a sandbox: `npm run interop`. Needs Node, Go 1.24 and Python 3,
# and installs the rest by itself; what it downloads stays in node_modules and a folder for temporary files.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
cache=${TMPDIR:-/tmp}/atrium-interop-cache
export PATH="$root/node_modules/.bin:$PATH" DEBIAN_FRONTEND=noninteractive
mkdir -p "$cache"

step() { printf '%4d s  %s\n' "$SECONDS" "$*"; }

install_curl() {
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo -n -E)
  "${as_root[@]}" apt-get -qq update
  "${as_root[@]}" apt-get -qq -y --no-install-recommends install curl
}

# A folder of packages serves where the system's Python has no venv.
prepare_python() {
  local wanted="$here/requirements.txt" stamp="$cache/requirements.txt"
  if ! cmp -s "$wanted" "$stamp" || [ ! -e "$cache/python" ]; then
    rm -rf "$cache/python" "$cache/venv"
    if python3 -m venv "$cache/venv" 2>/dev/null; then
      "$cache/venv/bin/python" -m pip install --quiet -r "$wanted"
      # Not a link: Python finds its environment by the name it was called by.
      printf '#!/bin/sh\nexec %s "$@"\n' "$cache/venv/bin/python" >"$cache/python"
    else
      rm -rf "$cache/venv"
      python3 -m pip install --quiet --upgrade --target "$cache/packages" -r "$wanted"
      printf '#!/bin/sh\nPYTHONPATH=%s exec python3 "$@"\n' "$cache/packages" >"$cache/python"
    fi
    chmod +x "$cache/python"
    cp "$wanted" "$stamp"
  fi
}

# What brings several hundred packages is installed anew only when its lockfile changes.
prepare_folder() {
  local wanted="$here/$1/package-lock.json" stamp="$here/$1/node_modules/.installed"
  cmp -s "$wanted" "$stamp" || { npm ci --prefix "$here/$1" --ignore-scripts --silent && cp "$wanted" "$stamp"; }
}

build_go() {
  (cd "$here/go" && GOFLAGS='-modcacherw -buildvcs=false' GOTOOLCHAIN=local GOPATH="$cache/go" GOCACHE="$cache/go-build" go build -p 2 -o "$cache/go-clients" .)
}

# Module proxies sometimes refuse for a moment what they have.
prepare_go() { build_go || { sleep 5 && build_go; } || { sleep 20 && build_go; }; }

if ! command -v curl >/dev/null; then
  step 'install curl'
  install_curl
fi
step 'install the npm clients'
npm ci --prefix "$here" --ignore-scripts --silent
step 'install the MCP server'
prepare_folder mcp
step 'install Jest'
prepare_folder jest
step 'install the Python clients'
prepare_python
step 'build the Go clients'
prepare_go
step 'build Atrium'
(cd "$root" && node tools/build.mjs)
step 'run the clients'
node "$here/run.mjs" "$cache/python" "$cache/go-clients"
step 'generated requests'
node "$here/schemathesis/run.mjs" "$cache/python"
step 'done'
