// Starts and stops the emulator.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fromCaller, repository } from './paths.mjs';

const program = process.platform === 'win32' ? 'azir-emulator.exe' : 'azir-emulator';

/** The emulator that AZIR_EMULATOR names, or the one cargo built last as release or debug. */
export function emulatorProgram() {
  if (process.env.AZIR_EMULATOR) return fromCaller(process.env.AZIR_EMULATOR);
  const target = process.env.CARGO_TARGET_DIR
    ? fromCaller(process.env.CARGO_TARGET_DIR)
    : path.join(repository, 'target');
  const found = ['release', 'debug'].map((each) => path.join(target, each, program)).find((each) => existsSync(each));
  if (!found)
    throw new Error(
      `no emulator in ${target}: build it with 'cargo build -p azir-emulator', or name it in AZIR_EMULATOR`,
    );
  return found;
}

/**
 * Starts the emulator with `words`; answers what its first line says, and `stop()`.
 *
 * It goes away with this process in any case: it reads our end of its standard input.
 */
export async function startEmulator(words) {
  const file = emulatorProgram();
  const child = spawn(file, ['--parent-stdin', ...words], { stdio: ['pipe', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (data) => (complaint += data));
  const gone = new Promise((resolve) => child.once('close', resolve));
  const lines = createInterface({ input: child.stdout });
  const ready = await new Promise((resolve, reject) => {
    lines.once('line', (line) => resolve(JSON.parse(line)));
    child.once('error', (error) => reject(new Error(`cannot start ${file}: ${error.message}`)));
    child.once('close', (code) =>
      reject(new Error(`${file} ended with ${code} before it was ready: ${complaint.trim()}`)),
    );
  });
  return {
    ready,
    async stop() {
      child.stdin.end();
      await gone;
    },
  };
}
