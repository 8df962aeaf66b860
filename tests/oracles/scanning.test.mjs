// The examples that Microsoft's specification has for integration runtimes of Purview, sent as requests: the response
// has the shape of the example's. There is no client of Microsoft's for these versions.
//
// clients.mjs starts the emulator and then this, with the emulator's authority trusted.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { order, owner, ready } from './lib/client-tests.mjs';
import { examplesFolder, scanningExamples, shapeDifferences } from './lib/examples.mjs';
import { send } from './lib/loopback.mjs';

const group = `/subscriptions/${ready.subscriptionId}/resourceGroups/rg-emulator`;
const account = `${group}/providers/Microsoft.Purview/accounts/purview-emulator`;
const folder = examplesFolder();
const skip = folder ? false : 'AZIR_SPEC (or AZIR_EXAMPLES) names no folder with the examples';

let endpoint;
let headers;
before(async () => {
  const token = await owner.getToken('https://management.azure.com/.default');
  const answer = await fetch(`${ready.endpoint}${account}?api-version=2021-12-01`, {
    headers: { authorization: `Bearer ${token.token}` },
  });
  endpoint = (await answer.json()).properties.endpoints.scan;
  headers = { authorization: `Bearer ${(await owner.getToken('https://purview.azure.net/.default')).token}` };
});

const managed = {
  kind: 'Managed',
  properties: {
    description: 'of an oracle',
    typeProperties: { computeProperties: { location: 'eastus' } },
    managedVirtualNetworkReference: { type: 'ManagedVirtualNetworkReference', referenceName: 'defaultv2' },
  },
};

// No client of Microsoft's for these is among the packages: by hand, so that the specification sees them.
describe('accounts', () => {
  const within = account.slice(0, account.lastIndexOf('/'));
  const own = `${within}/purview-oracles`;
  const arm = async (method, address, body) => {
    const { token } = await owner.getToken('https://management.azure.com/.default');
    const described = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) };
    const answer = await fetch(`${ready.endpoint}${address}?api-version=2021-12-01`, {
      method,
      headers: described,
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      body: text === '' ? undefined : JSON.parse(text),
      location: answer.headers.get('location'),
    };
  };

  test('are listed in their group and in their subscription', async () => {
    for (const address of [within, within.replace(/\/resourceGroups\/[^/]*/, '')]) {
      const { status, body } = await arm('GET', address);
      assert.deepEqual([status, body.value.map((each) => each.name)], [200, ['purview-emulator']]);
    }
    assert.equal((await arm('GET', own)).status, 404);
  });

  test('are created, changed and deleted', async () => {
    const made = await arm('PUT', own, { location: 'westeurope', tags: { purpose: 'oracles' } });
    assert.deepEqual([made.status, made.body.properties.provisioningState], [201, 'Creating']);
    const again = await arm('PUT', own, {
      location: 'westeurope',
      identity: { type: 'SystemAssigned' },
      properties: { publicNetworkAccess: 'Enabled' },
    });
    assert.equal(again.status, 200);
    const changed = await arm('PATCH', own, { tags: { purpose: 'more' } });
    assert.deepEqual([changed.status, changed.body.tags], [200, { purpose: 'more' }]);
    const { body } = await arm('GET', own);
    assert.equal(body.properties.provisioningState, 'Succeeded');
    assert.ok(body.properties.managedResources.storageAccount && body.properties.managedResources.eventHubNamespace);
    assert.deepEqual([(await arm('DELETE', own)).status, (await arm('DELETE', own)).status], [202, 204]);
  });
});

for (const version of ['2023-09-01', '2022-07-01-preview']) {
  describe(`scanning ${version}`, { skip }, () => {
    let examples;
    const left = new Set();
    before(async () => {
      examples = await scanningExamples(folder, version);
      for (const id of examples.keys()) left.add(id);
    });

    /** Sends the example's request, and holds what comes back against its answer with this status. */
    async function replay(id, status, changes = {}) {
      const example = examples.get(`IntegrationRuntimes_${id}`);
      const body = example.body && { ...example.body, ...changes };
      const answer = await send(example.method, `${endpoint}${example.address}`, { headers, body });
      assert.equal(answer.status, status, answer.text);
      const expected = example.responses[status];
      assert.ok(expected, `the example has no answer with ${status}`);
      // An answer without content has none, whatever the example says.
      if (expected.body !== undefined && status !== 204)
        assert.deepEqual(shapeDifferences(expected.body, answer.body), []);
      for (const [name, value] of Object.entries(expected.headers ?? {})) {
        const found = answer.headers[name.toLowerCase()];
        assert.ok(found, `no ${name}`);
        if (name === 'Operation-Location') {
          assert.equal(found.replace(/^https:\/\/[^/]*/, ''), value.replace(/^https:\/\/[^/]*/, ''));
        }
      }
      left.delete(`IntegrationRuntimes_${id}`);
      return answer;
    }
    const request = (method, address, body) =>
      send(method, `${endpoint}${address}?api-version=${version}`, { headers, body });

    test('a self-hosted runtime is created, replaced, found and listed', async () => {
      const made = await replay('CreateOrReplace', 201);
      const example = examples.get('IntegrationRuntimes_CreateOrReplace').responses[201].body;
      assert.deepEqual(made.body, example);
      await replay('CreateOrReplace', 200);
      assert.deepEqual((await replay('Get', 200)).body, example);
      assert.deepEqual((await replay('ListByAccount', 200)).body, { value: [example] });
    });

    test('tells its status', async () => {
      await replay('Status', 200);
      assert.equal(
        (await request('GET', '/integrationruntimes/myIntegrationRuntime/status')).body.properties.state,
        'NeedRegistration',
      );
    });

    test('has keys, of which the other is null when one is new', async () => {
      const { body } = await replay('ListAuthKeys', 200);
      // The example has a name for the key that its own specification does not allow.
      const renewed = await replay('RegenerateAuthKey', 200, { keyName: 'authKey1' });
      assert.notEqual(renewed.body.authKey1, body.authKey1);
      await order('nodes', { authKey: renewed.body.authKey1, nodeName: `node-${version}` });
      const { properties } = (await replay('Status', 200)).body;
      assert.deepEqual(
        properties.typeProperties.nodes.map((each) => each.nodeName),
        [`node-${version}`],
      );
    });

    test('is deleted', async () => {
      const { text } = await replay('Delete', 204);
      assert.equal(text, '');
      assert.equal((await request('GET', '/integrationruntimes/myIntegrationRuntime')).status, 404);
    });

    test('a managed one has interactive authoring switched on and off', async () => {
      const made = await request('PUT', '/integrationruntimes/myIntegrationRuntime', managed);
      assert.deepEqual([made.status, made.body], [201, { name: 'myIntegrationRuntime', ...managed }]);
      const interactive = async () =>
        (await request('GET', '/integrationruntimes/myIntegrationRuntime/status')).body.properties.typeProperties
          .interactiveQuery;
      await replay('EnableInteractiveQuery', 202);
      assert.deepEqual(await interactive(), { status: 'Enabled', autoTerminationMinutes: 60 });
      await replay('DisableInteractiveQuery', version === '2023-09-01' ? 202 : 200);
      assert.equal((await interactive()).status, 'Disabled');
      assert.equal((await request('DELETE', '/integrationruntimes/myIntegrationRuntime')).status, 204);
    });

    test('every example was sent', () => assert.deepEqual([...left], []));
  });
}
