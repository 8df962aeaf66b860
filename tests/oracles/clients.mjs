// npm run clients: starts the emulator, and Microsoft's clients against it.
//
// Node reads NODE_EXTRA_CA_CERTS once, as it starts; so the tests run in a process of their own.

import { spawn } from 'node:child_process';
import path from 'node:path';
import { startEmulator } from './lib/emulator.mjs';
import { fromCaller, here } from './lib/paths.mjs';

const traffic = process.env.AZIR_TRAFFIC ? ['--traffic', fromCaller(process.env.AZIR_TRAFFIC)] : [];
const emulator = await startEmulator(traffic).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
try {
  const environment = { ...process.env, NODE_EXTRA_CA_CERTS: emulator.ready.caPath, AZIR_ORACLES_READY: JSON.stringify(emulator.ready) };
  const words = ['--test', '--test-reporter=spec', path.join(here, 'clients.test.mjs')];
  const child = spawn(process.execPath, words, { env: environment, stdio: ['ignore', 'inherit', 'inherit'] });
  process.exitCode = await new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
} finally {
  await emulator.stop();
}
