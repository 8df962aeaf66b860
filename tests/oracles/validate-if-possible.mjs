// node validate-if-possible.mjs [--whole] TRAFFIC…
//
// As validate.mjs, for machines without the specification: it says so there, and that is no failure.

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { here, specificationFolder } from './lib/paths.mjs';

if (specificationFolder()) {
  const { status } = spawnSync(process.execPath, [path.join(here, 'validate.mjs'), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} else {
  console.log('specification check did not happen: AZIR_SPEC is not set');
}
