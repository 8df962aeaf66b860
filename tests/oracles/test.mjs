// npm test: the check's own tests, Microsoft's clients against the emulator, and the check of their traffic.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fromCaller, here } from './lib/paths.mjs';

const directory = mkdtempSync(path.join(tmpdir(), 'azir-oracles-'));
const traffic = process.env.AZIR_TRAFFIC ? fromCaller(process.env.AZIR_TRAFFIC) : path.join(directory, 'clients.jsonl');

function run(title, ...words) {
  console.log(`\n== ${title}`);
  const { status } = spawnSync(process.execPath, words, { cwd: here, stdio: 'inherit', env: { ...process.env, AZIR_TRAFFIC: traffic } });
  return status === 0;
}

try {
  const results = [
    run("the check's own tests", '--test', '--test-reporter=spec', 'validate.test.mjs'),
    run("Microsoft's clients against the emulator", 'clients.mjs'),
    run("the clients' traffic against Microsoft's specification", 'validate-if-possible.mjs', traffic),
  ];
  process.exitCode = results.every(Boolean) ? 0 : 1;
} finally {
  rmSync(directory, { recursive: true });
}
