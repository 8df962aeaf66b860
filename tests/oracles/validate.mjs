// node validate.mjs [--whole] TRAFFIC…
//
// Checks every exchange of the emulator's traffic files against Microsoft's specification (AZIR_SPEC).
// Ends with 0 when all are valid, 1 when any is not, 2 when the check could not be made.

import { checkExchange, readDifferences, readOutside } from './lib/check.mjs';
import { fromCaller, specificationFolder } from './lib/paths.mjs';
import { reportLines, summarise } from './lib/report.mjs';
import { NotLoaded, loadSpecification } from './lib/specification.mjs';
import { BadTraffic, readTraffic } from './lib/traffic.mjs';

async function main(words) {
  const whole = words.includes('--whole');
  const files = words.filter((each) => each !== '--whole');
  const folder = specificationFolder();
  if (files.length === 0) return fail(2, 'usage: node validate.mjs [--whole] TRAFFIC…');
  if (!folder) return fail(2, 'AZIR_SPEC is not set: it names the folder of the specification');

  const exchanges = [];
  for (const file of files) exchanges.push(...(await readTraffic(fromCaller(file))));
  const specification = await loadSpecification(folder);
  const [differences, outside] = [await readDifferences(), await readOutside()];

  const checked = [];
  for (const exchange of exchanges) {
    checked.push({ exchange, result: await checkExchange(exchange, specification, differences, outside) });
  }
  console.log(reportLines(checked, differences, { whole }).join('\n'));
  const { passed, different, failed } = summarise(checked);
  if (passed + different + failed === 0)
    return fail(1, 'nothing was checked: every exchange is outside the specification');
  return failed > 0 ? 1 : 0;
}

function fail(code, message) {
  console.error(message);
  return code;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof BadTraffic) process.exitCode = fail(1, error.message);
  else if (error instanceof NotLoaded) process.exitCode = fail(2, error.message);
  else throw error;
}
