#!/usr/bin/env bash
# Compiles examples/share.c with the compiler at hand and runs it against the emulator, both as the build left them.
# Before that, native/ffi/tests/frame.c tests examples/azir_frame.h, which reads the frames, and leaks.c beside it that
# operations leave nothing open.
#
#   build/share.sh              run it
#   build/share.sh --show       run it and end with what was built and where
#   build/share.sh --valgrind   run it under valgrind; lost memory or a wrong access is a failure
#   build/share.sh --sanitize   compile it with the compiler's own checks of addresses, leaks and undefined behaviour
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
checks=()
if [ "${1:-}" = --sanitize ]; then checks=(-fsanitize=address,undefined -fno-sanitize-recover=all); fi
compile() {
  "$compiler" "$1" ${checks[@]+"${checks[@]}"} -g -Wall -Wextra -Werror \
    -I "$root/native/ffi/include" -I "$root/examples" "$root/$2" \
    -L "$built" -lazir_native -Wl,-rpath,"$built" -o "${program%/*}/$3"
}
compile -std=c99 native/ffi/tests/frame.c frame
compile -std=c99 native/ffi/tests/leaks.c leaks
compile -std=c11 examples/share.c share

run=()
if [ "${1:-}" = --valgrind ]; then
  # Memory is lost when no pointer leads to it; the library's threads keep theirs until the end. Uninitialized values
  # are not searched: valgrind does not follow the vector assembly of ring, and takes every decrypted byte for one.
  run=(valgrind --quiet --error-exitcode=97 --undef-value-errors=no
    --leak-check=full --show-leak-kinds=definite,indirect --errors-for-leak-kinds=definite,indirect)
fi
${run[@]+"${run[@]}"} "${program%/*}/frame"
${run[@]+"${run[@]}"} "${program%/*}/leaks"
${run[@]+"${run[@]}"} "$program" "$built/azir-emulator"
if [ "${1:-}" = --show ]; then
  printf '\nThe program is %s, its source examples/share.c, the headers native/ffi/include/azir.h and %s.\n' \
    "${program#"$root"/}" examples/azir_frame.h
fi
