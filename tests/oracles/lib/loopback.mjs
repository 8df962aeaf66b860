// Requests to hosts below .localhost, which are looked up nowhere: they are this machine.

import https from 'node:https';

/** Sends a request; answers `{ status, headers, text, body }`, the body read where it is JSON. */
export function send(method, url, { headers = {}, body } = {}) {
  const { hostname } = new URL(url);
  if (!hostname.endsWith('.localhost')) throw new Error(`'${hostname}' is not below .localhost`);
  const lookup = (_, { all }, done) =>
    all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4);
  const content = body === undefined ? undefined : JSON.stringify(body);
  const described =
    content === undefined
      ? headers
      : { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(content) };
  return new Promise((resolve, reject) => {
    const request = https.request(url, { method, headers: described, lookup }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part) => (text += part));
      response.on('end', () => {
        const isJson = /json/.test(response.headers['content-type'] ?? '') && text !== '';
        resolve({
          status: response.statusCode,
          headers: response.headers,
          text,
          body: isJson ? JSON.parse(text) : undefined,
        });
      });
    });
    request.on('error', reject);
    request.end(content);
  });
}
