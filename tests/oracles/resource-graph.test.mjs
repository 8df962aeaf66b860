// Microsoft's client of Resource Graph, unchanged, asks the emulator for a fleet as the module does.
//
// clients.mjs starts the emulator and then this, with the emulator's authority trusted.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { ResourceGraphClient } from '@azure/arm-resourcegraph';
import { control, options, owner } from './lib/client-tests.mjs';

const client = new ResourceGraphClient(owner, options);
const PARENTS = `resources
| where type in ('microsoft.datafactory/factories', 'microsoft.synapse/workspaces', 'microsoft.purview/accounts')
| project id, name, type, location, resourceGroup, subscriptionId, identity, tags,
          repo = properties.repoConfiguration, workspaceRepo = properties.workspaceRepositoryConfiguration
| order by id asc`;
const GRANTS = `authorizationresources
| where type =~ 'microsoft.authorization/roleassignments'
| where tostring(properties.scope) contains '/integrationruntimes/'
| project id, scope = tostring(properties.scope), principalId = tostring(properties.principalId)
| order by id asc`;

let fleet;

before(async () => {
  const size = { subscriptions: 2, factories: 40, workspaces: 2, accounts: 1, runtimes: 1, links: 1 };
  const answer = await control('POST', 'seed', { fleet: { ...size, managementGroup: 'mg-oracles' } });
  assert.ok(answer.ok, await answer.clone().text());
  fleet = await answer.json();
});

/** All rows of a query, page by page. */
async function rows(query, more = {}, top = 25) {
  const all = [];
  let token;
  do {
    const page = await client.resources({
      query,
      ...more,
      options: { top, skipToken: token, resultFormat: 'objectArray' },
    });
    assert.equal(page.resultTruncated, 'false');
    assert.equal(page.count, page.data.length);
    all.push(...page.data);
    token = page.skipToken;
    if (!token) assert.equal(page.totalRecords, all.length);
  } while (token);
  return all;
}

describe('queries', () => {
  test('come in pages, each row once and in order', async () => {
    const found = await rows(PARENTS, { subscriptions: fleet.subscriptionIds });
    assert.equal(found.length, 2 * 43);
    const ids = found.map((row) => row.id);
    assert.deepEqual(ids, [...new Set(ids)].sort());
    assert.ok(found.every((row) => row.type === row.type.toLowerCase()));
    assert.ok(found.every((row) => fleet.subscriptionIds.includes(row.subscriptionId)));
  });

  test('are of the tenant, of a management group or of subscriptions', async () => {
    const tenant = await rows(PARENTS, {}, 1000);
    assert.ok(tenant.length >= 2 * 43);
    assert.equal((await rows(PARENTS, { managementGroups: ['mg-oracles'] }, 1000)).length, 2 * 43);
    assert.equal((await rows(PARENTS, { subscriptions: [fleet.subscriptionIds[0]] }, 1000)).length, 43);
  });

  test('find role assignments', async () => {
    const found = await rows(GRANTS, { subscriptions: fleet.subscriptionIds });
    assert.equal(found.length, 2 * 39);
    assert.ok(found.every((row) => row.scope.includes('/integrationRuntimes/') && row.principalId));
  });

  test('without an id have one page only, and say that rows are missing', async () => {
    const page = await client.resources({
      query: "resources | where type =~ 'microsoft.datafactory/factories' | project name",
      subscriptions: fleet.subscriptionIds,
      options: { top: 10, resultFormat: 'objectArray' },
    });
    assert.equal(page.resultTruncated, 'true');
    assert.equal(page.skipToken, undefined);
  });

  test('that are not understood are refused with the reason in the details', async () => {
    await assert.rejects(client.resources({ query: 'resources | where' }), (error) => {
      assert.deepEqual([error.statusCode, error.code], [400, 'BadRequest']);
      assert.match(JSON.stringify(error.details ?? error), /not understood/);
      return true;
    });
  });
});
