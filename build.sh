#!/usr/bin/env bash
# Builds, tests, checks, shows and packs AzIntegrationRuntime on Linux and macOS.
# Finds PowerShell (7.6 is supported, 7.4 is enough) and the .NET SDK 8 or later, then hands on to build.ps1.
#
#   ./build.sh [Build|Test|Lint|Demo|Fuzz|Soak|Bench|Package|Miri|Advisories|MinimumRust|Specification]
#              [options of build.ps1]
#
# The .NET SDK is taken from DOTNET_ROOT, PATH or its usual folders. Where it is missing,
# Microsoft's install script puts it into .cache/dotnet.
#
# PowerShell is taken from PWSH, PATH or its usual folders. Where it is missing, it is installed into .cache/:
# first as Microsoft's .NET tool, else as the official release archive, checked against the hash file of its release.
#
# Where one of the two cannot be installed, Test and Demo do the work that needs neither, and say so.
#
#   AZIR_POWERSHELL=required      fail where PowerShell or the .NET SDK cannot be installed
#   AZIR_POWERSHELL_VERSION=7.x.y the version of PowerShell to install
#   AZIR_POWERSHELL_MINIMUM=7.x   the oldest PowerShell to take; 7.4 without it. 7.6 is the supported one
#   AZIR_SPEC=FOLDER              Microsoft's specification for Test (see build.ps1)
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
release=${AZIR_POWERSHELL_VERSION:-7.6.9}
minimum=${AZIR_POWERSHELL_MINIMUM:-7.4}
# The channel of the SDK to install; 8 or later builds the modules, and the .NET tool of PowerShell 7.6 runs on 10.
channel=10.0
pwsh=
dotnet=
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say() { printf '%s\n' "$*" >&2; }

get() { curl --fail --silent --show-error --location --retry 2 --connect-timeout 20 --output "$2" "$1"; }

# Prints the highest major version of the SDKs of a dotnet program; nothing where it has no SDK.
sdk_major() {
  [ -x "$1" ] || return 0
  "$1" --list-sdks 2>/dev/null </dev/null | sed -n 's/^\([0-9][0-9]*\)\..*/\1/p' | sort -n | tail -n 1
}

# Sets `dotnet` to a program whose SDK is of version $1 or later.
find_dotnet() {
  local candidate major
  for candidate in "${DOTNET_ROOT:-/nonexistent}/dotnet" "$(command -v dotnet || true)" /usr/share/dotnet/dotnet \
    /usr/local/share/dotnet/dotnet "$HOME/.dotnet/dotnet" "$root/.cache/dotnet/dotnet"; do
    [ -n "$candidate" ] || continue
    major=$(sdk_major "$candidate")
    if [ "${major:-0}" -ge "$1" ]; then use_dotnet "$candidate"; return 0; fi
  done
  return 1
}

# Makes a dotnet program the one that every child process finds.
use_dotnet() {
  dotnet=$1
  local folder
  folder=$(dirname "$(readlink -f "$dotnet" 2>/dev/null || printf '%s' "$dotnet")")
  # A wrapper (snap, Homebrew) has its runtimes elsewhere and finds them itself.
  if [ -d "$folder/shared" ]; then
    export DOTNET_ROOT=$folder
    case :$PATH: in *":$folder:"*) ;; *) PATH=$folder:$PATH ;; esac
  fi
}

# Installs the SDK into .cache/dotnet; on failure `why_dotnet` says what could not be done.
fetch_dotnet() {
  local script=$root/.cache/dotnet-install.sh address=https://dot.net/v1/dotnet-install.sh
  command -v curl >/dev/null || { why_dotnet='curl is needed to install the .NET SDK'; return 1; }
  mkdir -p "$root/.cache"
  say "build.sh: no .NET SDK 8 or later here; installing $channel into .cache/dotnet with $address (a large download)"
  get "$address" "$script" || { why_dotnet="$address could not be fetched"; return 1; }
  bash "$script" --channel "$channel" --install-dir "$root/.cache/dotnet" --no-path >&2 ||
    { why_dotnet="Microsoft's install script could not install .NET SDK $channel"; return 1; }
  find_dotnet 8 ||
    { why_dotnet='the installed .NET SDK does not start (on Linux it needs the package libicu)'; return 1; }
}

# True for a PowerShell that starts and is not too old.
serves() {
  [ -x "$1" ] && "$1" -NoLogo -NoProfile -NonInteractive -Command \
    "exit [int](\$PSVersionTable.PSVersion -lt [version]'$minimum')" >/dev/null 2>&1 </dev/null
}

find_powershell() {
  local candidate
  for candidate in "${PWSH:-}" "$(command -v pwsh || true)" /opt/microsoft/powershell/7/pwsh \
    /usr/local/microsoft/powershell/7/pwsh "$HOME/.dotnet/tools/pwsh" "$root/.cache/dotnet-tools/pwsh" \
    "$root/.cache/powershell/$release/pwsh"; do
    [ -n "$candidate" ] || continue
    if serves "$candidate"; then pwsh=$candidate; return 0; fi
    [ "$candidate" != "${PWSH:-}" ] ||
      say "build.sh: PWSH ($PWSH) is not a PowerShell $minimum or later; the usual places are searched"
  done
  return 1
}

# Installs PowerShell as a .NET tool; on failure `why_tool` says what could not be done.
install_tool() {
  local tools=$root/.cache/dotnet-tools
  find_dotnet 10 || { why_tool="the .NET tool of PowerShell $release needs .NET SDK 10"; return 1; }
  say "build.sh: no PowerShell $minimum or later here; installing the .NET tool $release into .cache/dotnet-tools" \
    "(a download)"
  # What an interrupted installation left makes the next one fail.
  rm -rf "$tools"
  "$dotnet" tool install PowerShell --version "$release" --tool-path "$tools" >&2 </dev/null ||
    { why_tool="dotnet tool install PowerShell --version $release failed"; return 1; }
  pwsh=$tools/pwsh
  serves "$pwsh" || { why_tool="the .NET tool PowerShell $release does not start"; return 1; }
}

# Fetches the release archive; on failure `why_archive` says what could not be done.
fetch_archive() {
  local system cpu archive base cache wanted found
  case $(uname -s) in
    Linux) system=linux; ldd --version 2>&1 | grep -qi musl && system=linux-musl ;;
    Darwin) system=osx ;;
    *) why_archive="there is no PowerShell archive for $(uname -s)"; return 1 ;;
  esac
  case $(uname -m) in
    x86_64 | amd64) cpu=x64 ;;
    aarch64 | arm64) cpu=arm64 ;;
    *) why_archive="there is no PowerShell archive for $(uname -m)"; return 1 ;;
  esac
  command -v curl >/dev/null || { why_archive='curl is needed to fetch PowerShell'; return 1; }

  archive=powershell-$release-$system-$cpu.tar.gz
  base=https://github.com/PowerShell/PowerShell/releases/download/v$release
  cache=$root/.cache/powershell
  mkdir -p "$cache"
  say "build.sh: fetching $base/$archive into .cache/powershell (a download)"
  get "$base/hashes.sha256" "$cache/hashes.sha256" ||
    { why_archive="the hash file of PowerShell $release could not be fetched"; return 1; }
  # The file begins with a byte-order mark, in UTF-8 or UTF-16, by release.
  wanted=$(LC_ALL=C tr -d '\000\015\376\377\357\273\277' <"$cache/hashes.sha256" |
    awk -v f="$archive" '{ sub(/^\*/, "", $2) } $2 == f { print tolower($1) }')
  [ "${#wanted}" = 64 ] || { why_archive="the hash file of PowerShell $release does not name $archive"; return 1; }
  get "$base/$archive" "$cache/$archive" || { why_archive="$archive could not be fetched"; return 1; }
  if command -v sha256sum >/dev/null; then
    found=$(sha256sum "$cache/$archive")
  else
    found=$(shasum -a 256 "$cache/$archive")
  fi
  if [ "${found%% *}" != "$wanted" ]; then
    rm -f "$cache/$archive"
    why_archive="$archive does not have the hash that its release gives; it was deleted"
    return 1
  fi
  rm -rf "$cache/$release.new" "$cache/${release:?}"
  mkdir "$cache/$release.new"
  tar -xzf "$cache/$archive" -C "$cache/$release.new" || { why_archive="$archive could not be unpacked"; return 1; }
  chmod +x "$cache/$release.new/pwsh"
  mv "$cache/$release.new" "$cache/$release"
  rm -f "$cache/$archive" "$cache/hashes.sha256"
  pwsh=$cache/$release/pwsh
  serves "$pwsh" ||
    { why_archive='the fetched PowerShell does not start (on Linux it needs the package libicu)'; return 1; }
}

build_native() {
  command -v cargo >/dev/null || { say 'build.sh: cargo is not on PATH. Install Rust from https://rustup.rs'; exit 1; }
  (cd "$root" && cargo build --profile "$1" --locked -p azir-library -p azir-emulator)
}

# Performs a task as far as Rust and C go; the arguments are the task, what is missing and where to get it.
without_module() {
  local missing=$2 get_it=$3
  if [ "${AZIR_POWERSHELL:-}" = required ]; then
    say "build.sh: PowerShell and the .NET SDK are required (AZIR_POWERSHELL). $missing. Next step: $get_it."
    exit 1
  fi
  case $task in
    demo)
      say "$missing. examples/share.c performs the walk-through instead; for the module's own, $get_it."
      build_native quick
      AZIR_BUILT=${CARGO_TARGET_DIR:-$root/target}/quick exec bash "$root/build/share.sh" --show
      ;;
    test)
      build_native release
      exec node "$root/build/checks.mjs" cargo share fuzz oracles summary --fresh \
        --without-module "$missing; to run them, $get_it"
      ;;
    *)
      say "build.sh: $1 needs PowerShell 7.4 and the .NET SDK 8, or later. $missing. Next step: $get_it."
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

# Lint says itself which checks it skips without the SDK.
lenient() { [ "$task" = lint ] && [ "${AZIR_POWERSHELL:-}" != required ]; }
find_dotnet 8 || fetch_dotnet || lenient ||
  without_module "$name" "The .NET SDK 8 or later is missing, and could not be installed: $why_dotnet" \
    "install it from https://dotnet.microsoft.com/download"

find_powershell || install_tool || fetch_archive ||
  without_module "$name" "PowerShell is missing, and could not be installed: $why_tool; $why_archive" \
    "install it from https://aka.ms/install-powershell, or set PWSH to its pwsh program"

# A PowerShell that runs as a .NET tool cannot tell from its own process how to start another.
export PWSH=$pwsh
exec "$pwsh" -NoLogo -NoProfile -File "$root/build.ps1" -Task "$name" "$@"
