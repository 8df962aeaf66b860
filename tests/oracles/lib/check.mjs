// Decides about each exchange: outside the specification, valid, different as Azure is, or wrong.

import { readFile } from 'node:fs/promises';
import { toPair } from './traffic.mjs';

const UNKNOWN = 'OPERATION_NOT_FOUND_IN_CACHE';

const readList = async (name) => JSON.parse(await readFile(new URL(`../${name}`, import.meta.url), 'utf8'));

/** The list of what no specification describes; see README.md. */
export const readOutside = () => readList('outside-specification.json');

/** The list of what Azure itself does differently; see README.md. */
export const readDifferences = () => readList('known-differences.json');

/**
 * Checks one exchange.
 *
 * Answers `{ verdict, operation, reason, findings, used }`: the verdict is `skipped`, `passed`,
 * `different` (all that is wrong with it is in `differences`) or `failed`.
 */
export async function checkExchange(exchange, specification, differences, outside) {
  const reason = whyOutside(exchange, outside, specification);
  if (reason) return { verdict: 'skipped', reason, operation: '', findings: [], used: [] };

  const { pair, notJson, bodiless } = toPair(exchange);
  const answer = await specification.validator.validateLiveRequestResponse(pair);
  const operation = knownOperation(answer, specification);
  const findings = operation
    ? [
        ...findingsOf('request', answer.requestValidationResult),
        ...findingsOf('response', answer.responseValidationResult),
      ]
    : [finding('both', UNKNOWN, unknownMessage(exchange, answer))];
  findings.push(
    ...notJson.map((side) => finding(side, 'NOT_JSON', 'the body is not JSON, though its content type says so')),
  );

  const used = [];
  const left = [];
  for (const found of findings) {
    // The type of no content says nothing. (Where an operation takes no body, the validator takes no type.)
    if (found.code === 'INVALID_CONTENT_TYPE' && bodiless.includes(found.side)) continue;
    const difference = differences.find((each) => explains(each, found, operation, exchange));
    if (difference) used.push(difference);
    else left.push(found);
  }
  const verdict = left.length > 0 ? 'failed' : used.length > 0 ? 'different' : 'passed';
  return {
    verdict,
    operation: operation ?? `in no file: ${exchange.method} ${ending(exchange)}`,
    findings: left,
    used,
  };
}

function whyOutside(exchange, outside, specification) {
  if (exchange.fault === true) return 'answered with a fault that a test asked for';
  if (exchange.planted === true) return 'shows a runtime or a status that a test planted';
  const { pathname, searchParams } = exchange.target;
  const isOutside = (each) =>
    matchesUrl(each, exchange.method, pathname) &&
    (each.version === undefined || each.version === searchParams.get('api-version')) &&
    !(each.unless && specification.has(each.unless));
  return outside.find(isOutside)?.reason;
}

function knownOperation(answer, specification) {
  const id = answer.requestValidationResult?.operationInfo?.operationId;
  return !id || id === 'unknownOperationId' || specification.isCatchAll(id) ? undefined : id;
}

function unknownMessage(exchange, answer) {
  const said = answer.requestValidationResult?.runtimeException ?? answer.runtimeException;
  return said?.message ?? `${exchange.method} ${exchange.target.pathname} is an operation of no file`;
}

// A result counts only when it says `true`: oav says nothing at all, with no errors, when it did not look.
function findingsOf(side, result) {
  if (result?.isSuccessful === true) return [];
  const findings = (result?.errors ?? []).map((error) => ({
    side,
    code: error.code,
    path: plainPath(error.jsonPathsInPayload?.[0] ?? ''),
    params: error.params ?? [],
    message: error.message,
  }));
  if (findings.length > 0) return findings;
  const said = result?.runtimeException;
  return [finding(side, said?.code ?? 'NOT_CHECKED', said?.message ?? 'the validator did not say that it is valid')];
}

const finding = (side, code, message) => ({ side, code, path: '', params: [], message });

/** `$.properties['state']` and `$.properties.state` are one path; so is `.body` and `$`. */
const plainPath = (path) => path.replace(/^\.body\b/, '$').replace(/\['([^']+)'\]/g, '.$1');

function explains(difference, found, operation, exchange) {
  const { where } = difference;
  if (difference.code !== found.code) return false;
  if (where.url) {
    if (operation || !matchesUrl(where, exchange.method, exchange.target.pathname)) return false;
    return true;
  }
  return (
    where.side === found.side &&
    globs(where.operation, operation ?? '') &&
    (where.status === undefined || where.status === exchange.status) &&
    (where.version === undefined || where.version === exchange.target.searchParams.get('api-version')) &&
    (where.within === undefined || globs(where.within, exchange.target.pathname, '[^/]*', 'i')) &&
    globs(difference.path, found.path) &&
    (difference.params ?? []).every((each, index) => each === found.params[index])
  );
}

function matchesUrl(entry, method, path) {
  return (
    (entry.method === undefined || entry.method === method) &&
    [entry.url].flat().some((each) => globs(each, path, '[^/]*', 'i'))
  );
}

/** `*` stands for anything, in an address for anything within one segment and `**` for anything at all. */
function globs(pattern, text, star = '.*', flags = '') {
  const source = pattern
    .split('**')
    .map((part) =>
      part
        .split('*')
        .map((each) => each.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
        .join(star),
    )
    .join('.*');
  return new RegExp(`^${source}$`, flags).test(text);
}

/** The end of an address, with which unknown operations are told apart: `…/start/operationstatuses/{id}`. */
function ending(exchange) {
  const segments = exchange.target.pathname.split('/').filter((each) => each !== '');
  const named = segments.map((each) =>
    /^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32})$/i.test(each) ? '{id}' : each,
  );
  return `${named.length > 3 ? '…' : ''}/${named.slice(-3).join('/')}`;
}
