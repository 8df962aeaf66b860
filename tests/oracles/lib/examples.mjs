// The examples that Microsoft's specification has for an operation, as requests and what they were answered.

import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fromCaller, specificationFolder } from './paths.mjs';

/** The folder with `purview-scanning-{version}/`; undefined when there is none. */
export function examplesFolder() {
  const specification = specificationFolder();
  const given = process.env.AZIR_EXAMPLES
    ? fromCaller(process.env.AZIR_EXAMPLES)
    : specification && path.dirname(specification);
  return given && existsSync(path.join(given, 'purview-scanning-2023-09-01', 'scanningService.json'))
    ? given
    : undefined;
}

const readJson = async (...parts) => JSON.parse(await readFile(path.join(...parts), 'utf8'));

/**
 * The examples of one version of Purview's scanning about integration runtimes, by operation.
 *
 * Each is `{ method, address, body, responses }`, the address from the specification and filled in.
 */
export async function scanningExamples(folder, version) {
  const directory = path.join(folder, `purview-scanning-${version}`);
  const document = await readJson(directory, 'scanningService.json');
  const operations = new Map();
  for (const [address, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (operation.operationId) operations.set(operation.operationId, { method: method.toUpperCase(), address });
    }
  }
  const examples = new Map();
  for (const file of await readdir(path.join(directory, 'examples'))) {
    const id = path.basename(file, '.json');
    if (!id.startsWith('IntegrationRuntimes_')) continue;
    const { parameters, responses } = await readJson(directory, 'examples', file);
    const { method, address } = operations.get(id);
    const filled = address.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(parameters[name]));
    examples.set(id, {
      method,
      address: `${filled}?api-version=${parameters['api-version']}`,
      body: parameters.body,
      responses,
    });
  }
  return examples;
}

/**
 * The differences between the shape of `expected` and of `actual`: missing members, types, and nulls.
 * Additional members of `actual` are no difference.
 */
export function shapeDifferences(expected, actual, at = '$') {
  const kind = (value) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
  if (kind(expected) !== kind(actual)) return [`${at}: ${kind(expected)} in the example, ${kind(actual)} here`];
  if (Array.isArray(expected))
    return expected.flatMap((each, index) => shapeDifferences(each, actual[index], `${at}[${index}]`));
  if (kind(expected) !== 'object') return [];
  return Object.entries(expected).flatMap(([name, value]) => shapeDifferences(value, actual[name], `${at}.${name}`));
}
