// npm test: the check's own tests, Microsoft's clients against the emulator, the check of their traffic, and what the
// built modules sign.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fromCaller, here, modulesFolder } from './lib/paths.mjs';

const directory = mkdtempSync(path.join(tmpdir(), 'azir-oracles-'));
const traffic = process.env.AZIR_TRAFFIC ? fromCaller(process.env.AZIR_TRAFFIC) : path.join(directory, 'clients.jsonl');

function run(title, ...words) {
  console.log(`\n== ${title}`);
  const { status } = spawnSync(process.execPath, words, {
    cwd: here,
    stdio: 'inherit',
    env: { ...process.env, AZIR_TRAFFIC: traffic },
  });
  return status === 0;
}

/** Why the modules cannot be asked, if they cannot. */
function withoutModules() {
  const folder = modulesFolder();
  const missing = ['AzIntegrationRuntime', 'AzIntegrationRuntime.Standalone'].find(
    (each) => !existsSync(path.join(folder, each)),
  );
  if (missing) return `there is no ${missing} in ${folder}`;
  const { status } = spawnSync(process.env.PWSH ?? 'pwsh', ['-NoProfile', '-NonInteractive', '-Command', 'exit 0']);
  return status === 0 ? undefined : 'there is no PowerShell 7';
}

/** What the built modules sign, where there are any. */
function runModules() {
  const reason = withoutModules();
  if (!reason)
    return run('what the modules sign, before another library', '--test', '--test-reporter=spec', 'module.test.mjs');
  console.log(`\nwhat the modules sign was not checked: ${reason}`);
  return true;
}

try {
  const results = [
    run("the check's own tests", '--test', '--test-reporter=spec', 'validate.test.mjs'),
    run("Microsoft's clients against the emulator", 'clients.mjs'),
    run("the clients' traffic against Microsoft's specification", 'validate-if-possible.mjs', traffic),
    runModules(),
  ];
  process.exitCode = results.every(Boolean) ? 0 : 1;
} finally {
  rmSync(directory, { recursive: true });
}
