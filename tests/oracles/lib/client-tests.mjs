// What the tests of Microsoft's clients share: the emulator that clients.mjs started, and who signs in there.

import assert from 'node:assert/strict';
import { ClientSecretCredential } from '@azure/identity';

if (!process.env.AZIR_ORACLES_READY)
  throw new Error("there is no emulator yet: 'npm run clients' starts one and then these tests");

/** What the emulator said of itself. */
export const ready = JSON.parse(process.env.AZIR_ORACLES_READY);
/** Who may look and not write. */
export const reader = { clientId: '77777777-7777-4777-8777-777777777777', clientSecret: 'azir-emulator-reader-secret' };

export const signIn = ({ clientId, clientSecret }) =>
  new ClientSecretCredential(ready.tenantId, clientId, clientSecret, {
    authorityHost: ready.authority,
    disableInstanceDiscovery: true,
  });

/** What clients of Resource Manager are made with. */
export const options = { endpoint: ready.endpoint, credentialScopes: 'https://management.azure.com/.default' };
export const owner = signIn(ready);

export async function collect(pages) {
  const all = [];
  for await (const each of pages) all.push(each);
  return all;
}

/** Tells whether an error is the service's with this status and code. */
export const refused = (statusCode, code) => (error) => {
  assert.deepEqual({ statusCode: error.statusCode, code: error.code }, { statusCode, code }, error.message);
  return true;
};

/** A call of the emulator's control plane. */
export async function control(method, name, body) {
  const headers = body ? { 'content-type': 'application/json' } : {};
  return fetch(`${ready.endpoint}/emulator/${name}`, { method, headers, body: body && JSON.stringify(body) });
}

/** One that must succeed. */
export async function order(name, body, method = 'POST') {
  const answer = await control(method, name, body);
  assert.ok(answer.ok, `${name}: ${answer.status} ${await answer.text()}`);
}

/** The groups of operations of `client` with these names, and which of their operations answered. */
export function watchGroups(client, names) {
  const answered = new Set();
  const watch = (name) =>
    new Proxy(client[name], {
      get(target, property) {
        const found = target[property];
        if (typeof found !== 'function') return found;
        return (...words) => {
          const answer = found.apply(target, words);
          const note = () => answered.add(`${name}.${property}`);
          // A list answers when it is read; what it answers is asserted where it is asked.
          if (typeof answer?.then !== 'function') note();
          else answer.then(note, () => {});
          return answer;
        };
      },
    });
  // Without what serves paged lists.
  const operationsOf = (name) =>
    Object.getOwnPropertyNames(Object.getPrototypeOf(client[name]))
      .filter((each) => each !== 'constructor' && !/^_|Paging(Page|All)$/.test(each))
      .map((each) => `${name}.${each}`);
  return {
    watched: Object.fromEntries(names.map((each) => [each, watch(each)])),
    answered,
    all: names.flatMap(operationsOf),
  };
}
