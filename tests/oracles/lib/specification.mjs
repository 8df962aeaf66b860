// Loads Microsoft's specification into oav's LiveValidator, whole or not at all.
//
// LiveValidator logs a file that it cannot read and goes on without it; every operation of that file
// is then "unknown", with an empty list of errors. Here that is an error before anything is checked.

import { createRequire } from 'node:module';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const { LiveValidator } = createRequire(import.meta.url)('oav');

const METHODS = new Set(['get', 'put', 'post', 'patch', 'delete', 'head', 'options']);

/** The specification, or a file of it, did not load. */
export class NotLoaded extends Error {}

// A copy may hold services that the emulator does not speak; what oav makes of their files does not matter.
const NOT_SPOKEN = /^specification\/monitor\//;

// Previews of which only single files may be at hand, beside the folder: where they are there, and where they belong.
const PREVIEWS = {
  'synapse-2021-06-01-preview/integrationRuntime.json':
    'specification/synapse/resource-manager/Microsoft.Synapse/preview/2021-06-01-preview/integrationRuntime.json',
  'purview-scanning-2022-07-01-preview/scanningService.json':
    'specification/purview/data-plane/Azure.Analytics.Purview.Scanning/preview/2022-07-01-preview/scanningService.json',
};

/**
 * Loads every file under `folder`/specification, and the previews that lie beside `folder`.
 *
 * Answers what `load` does.
 */
export async function loadSpecification(folder) {
  const beside = path.dirname(path.resolve(folder));
  const found = [];
  for (const [from, to] of Object.entries(PREVIEWS)) {
    const text = await readFile(path.join(beside, from), 'utf8').catch(() => undefined);
    const has = await stat(path.join(folder, to)).catch(() => undefined);
    if (text !== undefined && !has) found.push([to, text]);
  }
  if (found.length === 0) return load(folder);
  const whole = await mkdtemp(path.join(tmpdir(), 'azir-specification-'));
  try {
    await cp(path.join(folder, 'specification'), path.join(whole, 'specification'), { recursive: true });
    for (const [to, text] of found) {
      const file = path.join(whole, to);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(
        file,
        JSON.stringify(JSON.parse(text, (name, value) => (name === 'x-ms-examples' ? undefined : value))),
      );
    }
    return await load(whole);
  } finally {
    await rm(whole, { recursive: true });
  }
}

/**
 * Loads every file under `folder`/specification.
 *
 * Returns the validator, `has(part)`, which tells whether a file was loaded that has this part in its path, and
 * `isCatchAll(operationId)`, which tells the operations whose path is one parameter (`/{resourceId}`): they match any
 * address at all, so a match with them means nothing.
 */
async function load(folder) {
  const directory = path.resolve(folder);
  const found = await stat(path.join(directory, 'specification')).catch(() => undefined);
  if (!found?.isDirectory()) {
    throw new NotLoaded(`no specification in '${folder}': it has no folder 'specification'`);
  }
  const troubles = [];
  const validator = new LiveValidator(
    {
      directory,
      swaggerPathsPattern: ['specification/**/*.json'],
      isPathCaseSensitive: false,
      isArmCall: true,
      loadValidatorInBackground: false,
      loadValidatorInInitialize: true,
    },
    (message, level) => {
      if (level === 'error') troubles.push(message);
    },
  );
  await validator.initialize();

  const loaded = operationsByFile(validator);
  const wanted = await filesWithOperations(directory);
  for (const [file, count] of wanted) {
    if ((loaded.get(file)?.length ?? 0) < count) {
      troubles.push(`${file}: ${loaded.get(file)?.length ?? 0} of its ${count} operations are loaded`);
    }
  }
  if (wanted.size === 0) troubles.push('no file in it has an operation');
  if (troubles.length > 0) {
    throw new NotLoaded(`the specification in '${folder}' did not load:\n  ${troubles.join('\n  ')}`);
  }
  const operations = [...loaded.values()].flat();
  const catchAll = new Set(
    operations
      .filter((each) => /^\/\{[^/]*\}$/.test(each._path._pathTemplate.split('?')[0]))
      .map((each) => each.operationId),
  );
  return {
    validator,
    files: wanted.size,
    operations: operations.length,
    has: (part) => [...wanted.keys()].some((file) => file.includes(part)),
    isCatchAll: (operationId) => catchAll.has(operationId),
  };
}

function operationsByFile(validator) {
  const byFile = new Map();
  for (const versions of validator.operationSearcher.cache.values()) {
    for (const methods of versions.values()) {
      for (const operation of [...methods.values()].flat()) {
        const file = operation._path._spec._filePath.replaceAll('\\', '/');
        byFile.set(file, [...(byFile.get(file) ?? []), operation]);
      }
    }
  }
  return byFile;
}

async function filesWithOperations(directory) {
  const counts = new Map();
  for (const name of await readdir(path.join(directory, 'specification'), { recursive: true })) {
    if (!name.endsWith('.json')) continue;
    const file = path.posix.join('specification', name.replaceAll('\\', '/'));
    if (NOT_SPOKEN.test(file)) continue;
    let document;
    try {
      document = JSON.parse(await readFile(path.join(directory, file), 'utf8'));
    } catch (error) {
      throw new NotLoaded(`${file} is not JSON: ${error.message}`);
    }
    const count = Object.values(document.paths ?? {})
      .flatMap((each) => Object.keys(each))
      .filter((each) => METHODS.has(each)).length;
    if (count > 0) counts.set(file, count);
  }
  return counts;
}
