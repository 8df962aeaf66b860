#!/usr/bin/env bash
# Compiles examples/share.c with the compiler at hand and runs it against the emulator, both as the build left them.
#
#   build/share.sh              run it
#   build/share.sh --show       run it and end with what was built and where
#   build/share.sh --valgrind   run it under valgrind; lost memory or a wrong access is a failure
#
# AZIR_BUILT names the folder of the library and the emulator; cargo's release folder without it.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
built=${AZIR_BUILT:-${CARGO_TARGET_DIR:-$root/target}/release}
program=$root/.cache/share/share

compiler=${CC:-}
for candidate in cc gcc clang; do
  [ -z "$compiler" ] || break
  if command -v "$candidate" >/dev/null; then compiler=$candidate; fi
done
[ -n "$compiler" ] || { echo 'share.sh: no C compiler (cc, gcc or clang) is on PATH' >&2; exit 1; }

mkdir -p "${program%/*}"
"$compiler" -std=c11 -g -Wall -Wextra -Werror -I "$root/native/ffi/include" "$root/examples/share.c" \
  -L "$built" -lazir_native -Wl,-rpath,"$built" -o "$program"

run=()
if [ "${1:-}" = --valgrind ]; then
  # Lost memory is memory that nothing points to; the library's threads still hold some at the end. Uninitialized
  # values are not reported: valgrind does not follow ring's vector assembly, and takes every decrypted byte for one.
  run=(valgrind --quiet --error-exitcode=97 --undef-value-errors=no
    --leak-check=full --show-leak-kinds=definite,indirect --errors-for-leak-kinds=definite,indirect)
fi
${run[@]+"${run[@]}"} "$program" "$built/azir-emulator"
if [ "${1:-}" = --show ]; then
  printf '\nThe program is %s.\nIts source is examples/share.c, the header native/ffi/include/azir.h.\n' \
    "${program#"$root"/}"
fi
