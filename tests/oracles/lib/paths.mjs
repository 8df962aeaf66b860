// Paths given by a caller. `npm run` changes the directory; what was typed is meant from where it was typed.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
export const repository = path.resolve(here, '../..');

/** The only folder from which clients take the keys of Azure Arc, on Linux. */
export const ARC_TOKENS = '/var/opt/azcmagent/tokens';

/** `given`, taken from the directory in which the caller stood. */
export const fromCaller = (given) => path.resolve(process.env.INIT_CWD ?? process.cwd(), given);

/** The folder with the built modules. */
export const modulesFolder = () =>
  process.env.AZIR_MODULES ? fromCaller(process.env.AZIR_MODULES) : path.join(repository, 'output');

/**
 * The folder that AZIR_SPEC names, relative to the caller's folder or else to the top of the repository;
 * undefined when it names none.
 */
export function specificationFolder() {
  const given = process.env.AZIR_SPEC;
  if (!given) return undefined;
  return [fromCaller(given), path.resolve(repository, given)].find((each) => existsSync(each)) ?? fromCaller(given);
}
