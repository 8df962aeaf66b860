#!/usr/bin/env bash
# Builds, tests, checks, shows and packs AzIntegrationRuntime on Linux and macOS: finds PowerShell 7.4 or later and hands on to build.ps1.
#
#   ./build.sh [Build|Test|Lint|Demo|Bench|Package] [options of build.ps1]
#
# PowerShell is taken from $PWSH, PATH or its usual folders; where there is none, the official release archive is fetched into .cache/ and
# checked against the hash file of the same release. Where that cannot be done, Test and Demo do what needs no PowerShell and say so.
#
#   AZIR_POWERSHELL=required      fail where no PowerShell can be had
#   AZIR_POWERSHELL_VERSION=7.x.y the release to fetch
#   AZIR_SPEC=FOLDER              Microsoft's specification for Test (see build.ps1)
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
release=${AZIR_POWERSHELL_VERSION:-7.5.4}
why=

say() { printf '%s\n' "$*" >&2; }

# True for a PowerShell that starts and is 7.4 or later.
serves() {
  [ -x "$1" ] && "$1" -NoLogo -NoProfile -NonInteractive -Command \
    'exit [int]($PSVersionTable.PSVersion -lt [version]"7.4")' >/dev/null 2>&1 </dev/null
}

find_powershell() {
  local candidate
  for candidate in "${PWSH:-}" "$(command -v pwsh || true)" /opt/microsoft/powershell/7/pwsh \
    /usr/local/microsoft/powershell/7/pwsh "$root/.cache/powershell/$release/pwsh"; do
    [ -n "$candidate" ] || continue
    if serves "$candidate"; then pwsh=$candidate; return 0; fi
    [ "$candidate" != "${PWSH:-}" ] || say "build.sh: \$PWSH ($PWSH) is not a PowerShell 7.4 or later; looking elsewhere"
  done
  return 1
}

get() { curl --fail --silent --show-error --location --retry 2 --connect-timeout 20 --output "$2" "$1"; }

# Fetches the release archive; on failure `why` says what could not be done.
fetch_powershell() {
  local system cpu archive base cache wanted found
  case $(uname -s) in
    Linux) system=linux; ldd --version 2>&1 | grep -qi musl && system=linux-musl ;;
    Darwin) system=osx ;;
    *) why="there is no PowerShell archive for $(uname -s)"; return 1 ;;
  esac
  case $(uname -m) in
    x86_64 | amd64) cpu=x64 ;;
    aarch64 | arm64) cpu=arm64 ;;
    *) why="there is no PowerShell archive for $(uname -m)"; return 1 ;;
  esac
  command -v curl >/dev/null || { why='curl is needed to fetch PowerShell'; return 1; }

  archive=powershell-$release-$system-$cpu.tar.gz
  base=https://github.com/PowerShell/PowerShell/releases/download/v$release
  cache=$root/.cache/powershell
  mkdir -p "$cache"
  say "build.sh: no PowerShell 7.4 here; fetching $base/$archive into .cache/powershell"
  get "$base/hashes.sha256" "$cache/hashes.sha256" || { why="the hash file of PowerShell $release could not be fetched"; return 1; }
  # The file comes with a byte-order mark, in UTF-8 or UTF-16, by release.
  wanted=$(LC_ALL=C tr -d '\000\015\376\377\357\273\277' <"$cache/hashes.sha256" | awk -v f="$archive" '{ sub(/^\*/, "", $2) } $2 == f { print tolower($1) }')
  [ "${#wanted}" = 64 ] || { why="the hash file of PowerShell $release does not name $archive"; return 1; }
  get "$base/$archive" "$cache/$archive" || { why="$archive could not be fetched"; return 1; }
  if command -v sha256sum >/dev/null; then found=$(sha256sum "$cache/$archive"); else found=$(shasum -a 256 "$cache/$archive"); fi
  if [ "${found%% *}" != "$wanted" ]; then
    rm -f "$cache/$archive"
    why="$archive does not have the hash that its release gives; it was deleted"
    return 1
  fi
  rm -rf "$cache/$release.new" "$cache/${release:?}"
  mkdir "$cache/$release.new"
  tar -xzf "$cache/$archive" -C "$cache/$release.new" || { why="$archive could not be unpacked"; return 1; }
  chmod +x "$cache/$release.new/pwsh"
  mv "$cache/$release.new" "$cache/$release"
  rm -f "$cache/$archive" "$cache/hashes.sha256"
  pwsh=$cache/$release/pwsh
  serves "$pwsh" || { why="the fetched PowerShell does not start (on Linux it needs the ICU libraries: package libicu)"; return 1; }
}

build_native() {
  command -v cargo >/dev/null || { say 'build.sh: cargo is not on PATH. Install Rust from https://rustup.rs'; exit 1; }
  (cd "$root" && cargo build --release --locked -p azir-ffi -p azir-emulator)
}

without_powershell() {
  local get_it="install PowerShell 7 (https://aka.ms/install-powershell), or set PWSH to its pwsh program"
  if [ "${AZIR_POWERSHELL:-}" = required ]; then
    say "build.sh: PowerShell is required (AZIR_POWERSHELL) and cannot be had: $why. To get it: $get_it."
    exit 1
  fi
  case $task in
    demo)
      say "No PowerShell here ($why), so the walk-through is performed by examples/share.c; for the real one $get_it."
      build_native
      exec bash "$root/build/share.sh" --show
      ;;
    test)
      build_native
      exec node "$root/build/checks.mjs" cargo share oracles summary --fresh --without-powershell "$why; to run them $get_it"
      ;;
    *)
      say "build.sh: $1 needs PowerShell 7.4 or later, which cannot be had here: $why. To get it: $get_it."
      exit 1
      ;;
  esac
}

case ${1:-} in
  -h | --help | help) sed -n '2,/^set -/{/^#/s/^# \{0,1\}//p;}' "${BASH_SOURCE[0]}"; exit 0 ;;
esac
name=Build
if [ $# -gt 0 ] && [ "${1#-}" = "$1" ]; then name=$1; shift; fi
task=$(printf '%s' "$name" | tr '[:upper:]' '[:lower:]')

find_powershell || fetch_powershell || without_powershell "$name"
exec "$pwsh" -NoLogo -NoProfile -File "$root/build.ps1" -Task "$name" "$@"
