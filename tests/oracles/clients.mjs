// npm run clients: Microsoft's clients, each file of tests against an emulator of its own.
//
// Node reads NODE_EXTRA_CA_CERTS once, as it starts; so the tests run in a process of their own.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { startEmulator } from './lib/emulator.mjs';
import { ARC_TOKENS, fromCaller, here } from './lib/paths.mjs';

const traffic = process.env.AZIR_TRAFFIC ? ['--traffic', fromCaller(process.env.AZIR_TRAFFIC)] : [];

async function run(file, words = traffic, variables = {}) {
  const emulator = await startEmulator(words);
  try {
    const environment = {
      ...process.env,
      NODE_EXTRA_CA_CERTS: emulator.ready.caPath,
      AZIR_ORACLES_READY: JSON.stringify(emulator.ready),
      ...variables,
    };
    const child = spawn(process.execPath, ['--test', '--test-reporter=spec', path.join(here, file)], {
      env: environment,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    return await new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
  } finally {
    await emulator.stop();
  }
}

/** Lets `work` have the folder of Arc's keys, if this machine has no agent and it can be made. */
async function withArc(work) {
  const agent = path.dirname(ARC_TOKENS);
  let made = false;
  try {
    if (process.platform === 'linux' && !existsSync(agent)) {
      mkdirSync(ARC_TOKENS, { recursive: true });
      made = true;
    }
  } catch {
    // Only an administrator can: the tests say what they leave out.
  }
  try {
    return await work(made ? ['--arc-tokens', ARC_TOKENS] : []);
  } finally {
    if (made) rmSync(agent, { recursive: true });
  }
}

try {
  const codes = [
    await run('clients.test.mjs'),
    // The client's own version is a preview.
    await run('synapse.test.mjs'),
    await run('synapse.test.mjs', traffic, { AZIR_SYNAPSE_VERSION: '2021-06-01' }),
    await run('scanning.test.mjs'),
    await run('resource-graph.test.mjs'),
    await withArc((words) => run('sign-in.test.mjs', [...traffic, ...words])),
  ];
  process.exitCode = Math.max(...codes);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
