#!/usr/bin/env bash
# Makes docs/pictures again: the report of the fleet in native/core/tests/support/fleets.rs, as Chromium shows it, and
# the picture of the same fleet. CHROMIUM names the program where it is not `chromium`.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$root"
AZIR_REPORTS=$work cargo test --quiet -p azir-core --test product --locked every_form_is_saved_whole
mkdir -p docs/pictures
sandbox=()
# Chromium has no sandbox for root, which containers of builds run as.
if [ "$(id -u)" = 0 ]; then sandbox=(--no-sandbox); fi
"${CHROMIUM:-chromium}" "${sandbox[@]}" --headless --disable-gpu --disable-background-networking --hide-scrollbars \
  --user-data-dir="$work/profile" --window-size=1280,900 --screenshot="$root/docs/pictures/fleet-report.png" \
  "file://$work/picture.html"
cp "$work/picture.svg" docs/pictures/topology.svg
