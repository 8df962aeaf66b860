// Reads what `azir-emulator --traffic FILE` wrote: one exchange in each line.

import { readFile } from 'node:fs/promises';

const HOST = 'https://management.azure.com';
const JSON_TYPE = /^application\/(?:[a-z.+-]+\+)?json\b/i;

/** A traffic file that cannot be checked. */
export class BadTraffic extends Error {}

/** Reads the exchanges of one file, each with the file and line it came from. */
export async function readTraffic(file) {
  const text = await readFile(file, 'utf8').catch((error) => {
    throw new BadTraffic(`cannot read '${file}': ${error.code ?? error.message}`);
  });
  const exchanges = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const place = `${file}:${index + 1}`;
    let exchange;
    try {
      exchange = JSON.parse(line);
    } catch {
      throw new BadTraffic(`${place} is not JSON`);
    }
    for (const [name, type] of [
      ['method', 'string'],
      ['url', 'string'],
      ['status', 'number'],
    ]) {
      if (typeof exchange[name] !== type) throw new BadTraffic(`${place} has no ${name}`);
    }
    exchanges.push({ ...exchange, place, target: new URL(exchange.url, HOST) });
  }
  if (exchanges.length === 0) throw new BadTraffic(`'${file}' has no exchanges`);
  return exchanges;
}

/**
 * The pair that LiveValidator takes: the host of Azure in place of the emulator's, bodies as values.
 *
 * The validator wants a content type also where there is no body; where there is one, what was sent stands.
 * `bodiless` names the sides without a body; `notJson` names the sides whose body is not the JSON it says it is; the
 * validator takes text for an object.
 */
export function toPair(exchange) {
  const url = HOST + exchange.target.pathname + exchange.target.search;
  const notJson = [];
  const bodiless = [];
  const message = (side, recorded, recordedBody) => {
    const headers = plainHeaders(recorded);
    let body = recordedBody === null || recordedBody === '' ? undefined : recordedBody;
    if (body === undefined) {
      headers['content-type'] ??= 'application/json';
      bodiless.push(side);
    }
    if (typeof body === 'string' && JSON_TYPE.test(headers['content-type'] ?? '')) {
      try {
        body = JSON.parse(body);
      } catch {
        notJson.push(side);
      }
    }
    return { headers, body };
  };
  const liveRequest = {
    method: exchange.method,
    url,
    ...message('request', exchange.requestHeaders, exchange.requestBody),
  };
  const liveResponse = {
    statusCode: String(exchange.status),
    ...message('response', exchange.responseHeaders, exchange.responseBody),
  };
  return { pair: { liveRequest, liveResponse }, notJson, bodiless };
}

function plainHeaders(recorded) {
  const headers = {};
  for (const [name, value] of Array.isArray(recorded) ? recorded : Object.entries(recorded ?? {})) {
    headers[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : String(value);
  }
  return headers;
}
