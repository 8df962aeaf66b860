// Microsoft's own clients, unchanged, share an integration runtime through the emulator.
//
// clients.mjs starts the emulator and then this, with the emulator's authority trusted.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { AuthorizationManagementClient } from '@azure/arm-authorization';
import { DataFactoryManagementClient } from '@azure/arm-datafactory';
import { ResourceManagementClient } from '@azure/arm-resources';
import {
  collect,
  control,
  options,
  order,
  owner,
  reader,
  ready,
  refused,
  signIn,
  watchGroups,
} from './lib/client-tests.mjs';

const group = 'rg-oracles';
const shared = 'ir-shared';
const linked = 'ir-linked';
const [home, guest] = ['adf-oracles-home', 'adf-oracles-guest'];
const groupId = `/subscriptions/${ready.subscriptionId}/resourceGroups/${group}`;
const sharedId = `${groupId}/providers/Microsoft.DataFactory/factories/${home}/integrationRuntimes/${shared}`;

const dataFactory = new DataFactoryManagementClient(owner, ready.subscriptionId, options);
const { factories } = dataFactory;

// Every group of operations on integration runtimes that this client has, and which of them answered.
const groups = Object.keys(dataFactory).filter((each) => /^integrationRuntime/.test(each));
const { watched, answered, all } = watchGroups(dataFactory, groups);
const {
  integrationRuntimes: runtimes,
  integrationRuntimeNodes: nodes,
  integrationRuntimeObjectMetadata: objectMetadata,
} = watched;

const { roleAssignments, roleDefinitions } = new AuthorizationManagementClient(owner, ready.subscriptionId, options);
// The version of the specification at hand; this client's own is newer.
const { resourceGroups } = new ResourceManagementClient(owner, ready.subscriptionId, {
  ...options,
  apiVersion: '2024-03-01',
});
const { providers } = new ResourceManagementClient(owner, ready.subscriptionId, options);

describe('sign-in', () => {
  test('answers a bearer token for the secret', async () => {
    const token = await owner.getToken('https://management.azure.com/.default');
    assert.equal(token.token.split('.').length, 3);
    assert.ok(token.expiresOnTimestamp > Date.now() + 60_000);
  });

  test('refuses a wrong secret with AADSTS7000215', async () => {
    const wrong = signIn({ clientId: ready.clientId, clientSecret: 'wrong' });
    await assert.rejects(
      wrong.getToken('https://management.azure.com/.default'),
      /AADSTS7000215: Invalid client secret provided/,
    );
  });
});

describe('resource group', () => {
  test('is not there before', async () => {
    assert.equal((await resourceGroups.checkExistence(group)).body, false);
    await assert.rejects(resourceGroups.get(group), refused(404, 'ResourceGroupNotFound'));
  });

  test('is created and found, its location as Azure writes it', async () => {
    const made = await resourceGroups.createOrUpdate(group, { location: 'West Europe', tags: { purpose: 'oracles' } });
    assert.deepEqual([made.name, made.location, made.tags], [group, 'westeurope', { purpose: 'oracles' }]);
    assert.equal((await resourceGroups.checkExistence(group)).body, true);
    assert.equal((await resourceGroups.get(group)).properties.provisioningState, 'Succeeded');
    const listed = await collect(resourceGroups.list());
    assert.ok(listed.some((each) => each.name === group));
  });
});

describe('provider', () => {
  test('that is not registered makes no factory', async () => {
    await order('settings', { providerRegistered: false });
    assert.equal((await providers.get('Microsoft.DataFactory')).registrationState, 'NotRegistered');
    await assert.rejects(
      factories.createOrUpdate(group, home, { location: 'West Europe' }),
      refused(409, 'MissingSubscriptionRegistration'),
    );
  });

  test('is registered', async () => {
    await providers.register('Microsoft.DataFactory');
    assert.equal((await providers.get('Microsoft.DataFactory')).registrationState, 'Registered');
  });
});

describe('factory', () => {
  test('is created with an identity of its own', async () => {
    const made = [];
    for (const name of [home, guest]) {
      made.push(
        await factories.createOrUpdate(group, name, { location: 'West Europe', identity: { type: 'SystemAssigned' } }),
      );
    }
    assert.deepEqual(
      made.map((each) => [each.name, each.provisioningState]),
      [
        [home, 'Succeeded'],
        [guest, 'Succeeded'],
      ],
    );
    assert.ok(made.every((each) => each.identity.tenantId === ready.tenantId));
    assert.notEqual(made[0].identity.principalId, made[1].identity.principalId);
  });

  test('takes tags without losing its identity', async () => {
    const updated = await factories.update(group, home, { tags: { purpose: 'oracles' } });
    assert.deepEqual([updated.tags, updated.identity.type], [{ purpose: 'oracles' }, 'SystemAssigned']);
  });

  test('that is known already is answered with 304, and one of another version is not overwritten', async () => {
    const { eTag } = await factories.get(group, home);
    let status;
    await factories.get(group, home, { ifNoneMatch: eTag, onResponse: (raw) => (status = raw.status) });
    assert.equal(status, 304);
    const change = { location: 'West Europe', identity: { type: 'SystemAssigned' }, tags: { purpose: 'oracles' } };
    await assert.rejects(
      factories.createOrUpdate(group, home, change, { ifMatch: '"00000000-0000-0d00-0000-000000000000"' }),
      refused(412, 'PreconditionFailed'),
    );
    assert.notEqual((await factories.createOrUpdate(group, home, change, { ifMatch: eTag })).eTag, eTag);
  });

  test('is found by name, in its group and in its subscription', async () => {
    assert.equal((await factories.get(group, home)).identity.type, 'SystemAssigned');
    const names = (listed) => listed.map((each) => each.name).sort();
    assert.deepEqual(names(await collect(factories.listByResourceGroup(group))), [guest, home]);
    assert.deepEqual(names(await collect(factories.list())), [guest, home]);
  });

  test('that is missing answers ResourceNotFound', async () => {
    await assert.rejects(factories.get(group, 'adf-absent'), refused(404, 'ResourceNotFound'));
  });
});

describe('shared runtime', () => {
  let keys;

  test('is created, and waits for its first node', async () => {
    const made = await runtimes.createOrUpdate(group, home, shared, {
      properties: { type: 'SelfHosted', description: 'for all' },
    });
    assert.deepEqual([made.name, made.properties.type, made.properties.description], [shared, 'SelfHosted', 'for all']);
    const status = await runtimes.getStatus(group, home, shared);
    assert.deepEqual([status.name, status.properties.state, status.properties.nodes], [shared, 'NeedRegistration', []]);
  });

  test('has two keys, and one of them registers a node', async () => {
    keys = await runtimes.listAuthKeys(group, home, shared);
    assert.match(keys.authKey1, /^IR@[0-9a-f-]{36}@/);
    assert.notEqual(keys.authKey1, keys.authKey2);
    const answer = await control('POST', 'nodes', { authKey: keys.authKey1, nodeName: 'node1' });
    assert.equal(answer.status, 200);
    const status = await runtimes.getStatus(group, home, shared);
    assert.deepEqual(
      [status.properties.state, status.properties.nodes.map((each) => each.nodeName)],
      ['Online', ['node1']],
    );
  });

  test('gives a new key without touching the other, and the old one registers nothing', async () => {
    const fresh = await runtimes.regenerateAuthKey(group, home, shared, { keyName: 'authKey1' });
    assert.notEqual(fresh.authKey1, keys.authKey1);
    assert.equal(fresh.authKey2, undefined);
    const now = await runtimes.listAuthKeys(group, home, shared);
    assert.deepEqual([now.authKey1, now.authKey2], [fresh.authKey1, keys.authKey2]);
    const answer = await control('POST', 'nodes', { authKey: keys.authKey1, nodeName: 'node2' });
    assert.equal(answer.status, 401);
  });

  test('that is missing answers NotFound', async () => {
    await assert.rejects(runtimes.get(group, home, 'ir-absent'), refused(404, 'NotFound'));
  });
});

describe('node', () => {
  test('is found, takes a limit of jobs and has an address', async () => {
    assert.equal((await nodes.get(group, home, shared, 'node1')).status, 'Online');
    const { concurrentJobsLimit } = await nodes.update(group, home, shared, 'node1', { concurrentJobsLimit: 2 });
    assert.equal(concurrentJobsLimit, 2);
    assert.match((await nodes.getIpAddress(group, home, shared, 'node1')).ipAddress, /^\d+(\.\d+){3}$/);
  });

  test('is measured, and told its credentials', async () => {
    const data = await runtimes.getMonitoringData(group, home, shared);
    assert.deepEqual([data.name, data.nodes.map((each) => each.nodeName)], [shared, ['node1']]);
    assert.ok((await runtimes.getConnectionInfo(group, home, shared)).publicKey);
    await runtimes.syncCredentials(group, home, shared);
  });

  test('is updated when the runtime says so', async () => {
    const { etag } = await runtimes.get(group, home, shared);
    const updated = await runtimes.update(group, home, shared, { autoUpdate: 'Off', updateDelayOffset: '"PT3H"' });
    assert.equal(updated.etag, etag);
    const { autoUpdate, updateDelayOffset } = (await runtimes.getStatus(group, home, shared)).properties;
    assert.deepEqual([autoUpdate, updateDelayOffset], ['Off', 'PT3H']);
    await runtimes.upgrade(group, home, shared);
  });

  test('that is removed is gone', async () => {
    const keys = await runtimes.listAuthKeys(group, home, shared);
    assert.equal((await control('POST', 'nodes', { authKey: keys.authKey2, nodeName: 'node2' })).status, 200);
    await nodes.delete(group, home, shared, 'node2');
    await assert.rejects(nodes.get(group, home, shared, 'node2'), refused(404, 'NotFound'));
  });
});

describe('sharing', () => {
  const link = { properties: { type: 'SelfHosted', linkedInfo: { authorizationType: 'RBAC', resourceId: sharedId } } };
  const assignment = randomUUID();
  let principalId;
  let contributor;
  before(async () => {
    principalId = (await factories.get(group, guest)).identity.principalId;
  });

  test('is refused without a grant, and nothing is written', async () => {
    await assert.rejects(
      runtimes.createOrUpdate(group, guest, linked, link),
      refused(401, 'UnauthorizedIntegrationRuntimeAccess'),
    );
    await assert.rejects(runtimes.get(group, guest, linked), refused(404, 'NotFound'));
  });

  test('finds the role by its name', async () => {
    const found = await collect(
      roleDefinitions.list(`/subscriptions/${ready.subscriptionId}`, { filter: "roleName eq 'Contributor'" }),
    );
    assert.deepEqual(
      found.map((each) => [each.roleName, each.name]),
      [['Contributor', 'b24988ac-6180-42a0-ab88-20f7382dd24c']],
    );
    contributor = found[0].id;
  });

  test('grants the other factory a role on the runtime', async () => {
    const wanted = { roleDefinitionId: contributor, principalId, principalType: 'ServicePrincipal' };
    const made = await roleAssignments.create(sharedId, assignment, wanted);
    assert.deepEqual([made.name, made.principalId, made.principalType], [assignment, principalId, 'ServicePrincipal']);
    assert.equal(made.scope.toLowerCase(), sharedId.toLowerCase());
    assert.equal((await roleAssignments.get(sharedId, assignment)).name, assignment);
    await assert.rejects(roleAssignments.create(sharedId, randomUUID(), wanted), refused(409, 'RoleAssignmentExists'));
    const listed = await collect(roleAssignments.listForScope(sharedId, { filter: `principalId eq '${principalId}'` }));
    assert.deepEqual(
      listed.map((each) => each.name),
      [assignment],
    );
  });

  test('creates the linked runtime, seen from both ends', async () => {
    const made = await runtimes.createOrUpdate(group, guest, linked, link);
    assert.equal(made.properties.linkedInfo.authorizationType, 'RBAC');
    assert.equal(made.properties.linkedInfo.resourceId.toLowerCase(), sharedId.toLowerCase());
    const seen = await runtimes.getStatus(group, guest, linked);
    assert.deepEqual([seen.name, seen.properties.dataFactoryName, seen.properties.state], [shared, home, 'Online']);
    const { links } = (await runtimes.getStatus(group, home, shared)).properties;
    assert.deepEqual(
      links.map((each) => [each.name, each.dataFactoryName, each.subscriptionId]),
      [[linked, guest, ready.subscriptionId]],
    );
  });

  test('keeps the shared runtime from being deleted', async () => {
    await assert.rejects(runtimes.delete(group, home, shared), refused(400, 'BadRequest'));
    assert.equal((await runtimes.get(group, home, shared)).name, shared);
  });

  test('shows nothing more once the grant is revoked', async () => {
    assert.equal((await roleAssignments.delete(sharedId, assignment)).name, assignment);
    assert.deepEqual(
      await collect(roleAssignments.listForScope(sharedId, { filter: `principalId eq '${principalId}'` })),
      [],
    );
    await assert.rejects(
      runtimes.getStatus(group, guest, linked),
      refused(401, 'UnauthorizedIntegrationRuntimeAccess'),
    );
  });

  test('is written down from the shared side too', async () => {
    const link = {
      name: 'ir-elsewhere',
      subscriptionId: ready.subscriptionId,
      dataFactoryName: 'adf-elsewhere',
      dataFactoryLocation: 'westeurope',
    };
    const seen = await runtimes.createLinkedIntegrationRuntime(group, home, shared, link);
    assert.deepEqual([seen.name, seen.properties.links.map((each) => each.name)], [shared, [linked, 'ir-elsewhere']]);
    await runtimes.removeLinks(group, home, shared, { linkedFactoryName: 'adf-elsewhere' });
    assert.deepEqual(
      (await runtimes.getStatus(group, home, shared)).properties.links.map((each) => each.name),
      [linked],
    );
  });

  test('ends with its links removed', async () => {
    await runtimes.removeLinks(group, home, shared, { linkedFactoryName: guest });
    assert.deepEqual((await runtimes.getStatus(group, home, shared)).properties.links, []);
    await runtimes.delete(group, guest, linked);
    await assert.rejects(runtimes.get(group, guest, linked), refused(404, 'NotFound'));
  });
});

describe('etag', () => {
  test('that does not match is refused with 412, and nothing is overwritten', async () => {
    const before = await runtimes.get(group, home, shared);
    const change = { properties: { type: 'SelfHosted', description: 'changed' } };
    await assert.rejects(
      runtimes.createOrUpdate(group, home, shared, change, { ifMatch: '00000000-0000-0d00-0000-000000000000' }),
      refused(412, 'PreconditionFailed'),
    );
    assert.deepEqual(await runtimes.get(group, home, shared), before);
  });

  test('that matches lets the change through and becomes another', async () => {
    const { etag } = await runtimes.get(group, home, shared);
    const changed = await runtimes.createOrUpdate(
      group,
      home,
      shared,
      { properties: { type: 'SelfHosted', description: 'changed' } },
      { ifMatch: etag },
    );
    assert.equal(changed.properties.description, 'changed');
    assert.notEqual(changed.etag, etag);
  });

  test('that is known already is answered with 304', async () => {
    const { etag } = await runtimes.get(group, home, shared);
    let status;
    await runtimes.get(group, home, shared, { ifNoneMatch: etag, onResponse: (raw) => (status = raw.status) });
    assert.equal(status, 304);
  });
});

describe('managed runtime', () => {
  test('for packages starts as Initial and keeps its sizes', async () => {
    const computeProperties = {
      location: 'West Europe',
      nodeSize: 'Standard_D8_v3',
      numberOfNodes: 2,
      maxParallelExecutionsPerNode: 4,
    };
    const properties = {
      type: 'Managed',
      computeProperties,
      ssisProperties: { edition: 'Standard', licenseType: 'LicenseIncluded' },
    };
    const made = await runtimes.createOrUpdate(group, home, 'ir-packages', { properties });
    assert.equal(made.properties.state, 'Initial');
    assert.deepEqual((await runtimes.get(group, home, 'ir-packages')).properties.computeProperties, computeProperties);
    const before = await runtimes.getStatus(group, home, 'ir-packages');
    assert.deepEqual([before.properties.state, before.properties.nodes], ['Initial', []]);
  });

  test('for packages is started and stopped, both waited for', { timeout: 60_000 }, async () => {
    await order('settings', { operationSeconds: 1 });
    const started = await runtimes.beginStartAndWait(group, home, 'ir-packages');
    assert.equal(started.properties.state, 'Started');
    await runtimes.beginStopAndWait(group, home, 'ir-packages');
    assert.equal((await runtimes.getStatus(group, home, 'ir-packages')).properties.state, 'Stopped');
    await order('settings', { operationSeconds: 0 });
    const { value } = await runtimes.listOutboundNetworkDependenciesEndpoints(group, home, 'ir-packages');
    assert.ok(value.every((each) => each.category && each.endpoints.length > 0));
  });

  test('for packages is seen on its way', async () => {
    const seen = async () => {
      const {
        state,
        nodes: machines,
        lastOperation,
      } = (await runtimes.getStatus(group, home, 'ir-packages')).properties;
      return [state, machines.map((each) => each.status), lastOperation.type, lastOperation.result];
    };
    const later = async (poller) => {
      await order('clock', { advanceSeconds: 60 });
      return poller.pollUntilDone();
    };
    await order('settings', { operationSeconds: 60 });
    const start = await runtimes.beginStart(group, home, 'ir-packages');
    assert.deepEqual(await seen(), ['Starting', ['Starting', 'Starting'], 'Start', 'InProgress']);
    await assert.rejects(runtimes.delete(group, home, 'ir-packages'), refused(400, 'BadRequest'));
    assert.equal((await later(start)).properties.state, 'Started');
    assert.deepEqual(await seen(), ['Started', ['Available', 'Available'], 'Start', 'Succeeded']);
    const stop = await runtimes.beginStop(group, home, 'ir-packages');
    assert.deepEqual(await seen(), ['Stopping', ['Recycling', 'Recycling'], 'Stop', 'InProgress']);
    await later(stop);
    assert.deepEqual(await seen(), ['Stopped', [], 'Stop', 'Succeeded']);
    await order('settings', { operationSeconds: 0 });
  });

  test('for packages may fail to start, and the client tells why', async () => {
    await order('settings', { startFailure: 'CustomSetupScriptFailure' });
    await assert.rejects(runtimes.beginStartAndWait(group, home, 'ir-packages'), /CustomSetupScriptFailure/);
    await order('settings', { startFailure: null });
    const { state, lastOperation } = (await runtimes.getStatus(group, home, 'ir-packages')).properties;
    assert.deepEqual(
      [state, lastOperation.result, lastOperation.errorCode],
      ['Stopped', 'Failed', 'CustomSetupScriptFailure'],
    );
  });

  test('for packages tells what is in its catalog once it was refreshed', async () => {
    const catalogInfo = {
      catalogServerEndpoint: 'sql.example',
      catalogAdminUserName: 'admin',
      catalogAdminPassword: { type: 'SecureString', value: 'oracle' },
    };
    const properties = {
      type: 'Managed',
      computeProperties: { location: 'West Europe', nodeSize: 'Standard_D8_v3', numberOfNodes: 1 },
      ssisProperties: { catalogInfo },
    };
    await runtimes.createOrUpdate(group, home, 'ir-catalog', { properties });
    await assert.rejects(objectMetadata.get(group, home, 'ir-catalog'), refused(400, 'BadRequest'));
    await runtimes.beginStartAndWait(group, home, 'ir-catalog');
    assert.deepEqual((await objectMetadata.get(group, home, 'ir-catalog')).value, []);
    const refreshed = await objectMetadata.beginRefreshAndWait(group, home, 'ir-catalog');
    assert.equal(refreshed.status, 'Succeeded');
    const { value } = await objectMetadata.get(group, home, 'ir-catalog');
    assert.deepEqual([...new Set(value.map((each) => each.type))], ['Folder', 'Project', 'Package', 'Environment']);
    const project = value.find((each) => each.type === 'Project');
    assert.deepEqual(
      [project.version, project.environmentRefs[0].environmentName, project.parameters[0].name],
      [3, 'Production', 'ServerName'],
    );
    const folders = await objectMetadata.get(group, home, 'ir-catalog', {
      getMetadataRequest: { metadataPath: 'ssisFolders' },
    });
    assert.deepEqual(
      folders.value.map((each) => each.name),
      ['Sales', 'Warehouse'],
    );
    const poller = await objectMetadata.beginRefresh(group, home, 'ir-catalog');
    assert.equal((await poller.pollUntilDone()).status, 'Succeeded');
    await runtimes.beginStopAndWait(group, home, 'ir-catalog');
    await runtimes.delete(group, home, 'ir-catalog');
  });

  test('in a managed virtual network has interactive authoring switched on and off', async () => {
    const properties = {
      type: 'Managed',
      computeProperties: { location: 'AutoResolve' },
      managedVirtualNetwork: { type: 'ManagedVirtualNetworkReference', referenceName: 'default' },
    };
    await runtimes.createOrUpdate(group, home, 'ir-network', { properties });
    // This client has no method for it: by hand, so that the specification sees it.
    assert.ok(!groups.includes('integrationRuntime'));
    const token = await owner.getToken('https://management.azure.com/.default');
    const headers = { authorization: `Bearer ${token.token}`, 'content-type': 'application/json' };
    const at = sharedId.replace(shared, 'ir-network');
    const switched = async (action, body) => {
      const begun = await fetch(`${ready.endpoint}${at}/${action}?api-version=2018-06-01`, {
        method: 'POST',
        headers,
        body,
      });
      assert.deepEqual([begun.status, begun.headers.get('retry-after')], [202, '0']);
      const status = await (await fetch(begun.headers.get('azure-asyncoperation'), { headers })).json();
      assert.deepEqual([status.status, status.error], ['Succeeded', null]);
      const result = await (await fetch(begun.headers.get('location'), { headers })).json();
      assert.deepEqual(result, status.properties);
      return result.properties.typeProperties.interactiveQuery;
    };
    const on = await switched('enableInteractiveQuery', JSON.stringify({ autoTerminationMinutes: 10 }));
    assert.deepEqual(on, { status: 'Enabled', autoTerminationMinutes: 10 });
    const shown = await fetch(`${ready.endpoint}${at}?api-version=2018-06-01`, { headers });
    assert.deepEqual((await shown.json()).properties.typeProperties.interactiveQuery, on);
    assert.deepEqual(await switched('disableInteractiveQuery'), { status: 'Disabled', autoTerminationMinutes: 10 });
    const elsewhere = await fetch(`${ready.endpoint}${sharedId}/disableInteractiveQuery?api-version=2018-06-01`, {
      method: 'POST',
      headers,
    });
    assert.equal(elsewhere.status, 400);
    await runtimes.delete(group, home, 'ir-network');
  });

  test('without packages is Online', async () => {
    const properties = { type: 'Managed', computeProperties: { location: 'AutoResolve' } };
    const made = await runtimes.createOrUpdate(group, home, 'ir-auto', { properties });
    assert.equal(made.properties.state, undefined);
    assert.equal((await runtimes.getStatus(group, home, 'ir-auto')).properties.state, 'Online');
  });

  test('has no keys', async () => {
    await assert.rejects(
      runtimes.listAuthKeys(group, home, 'ir-auto'),
      (error) => error.statusCode >= 400 && error.statusCode < 500,
    );
  });
});

describe('list', () => {
  before(() => order('settings', { pageSize: 3 }));
  after(() => order('settings', { pageSize: 50 }));

  test('comes in pages, each once', async () => {
    const names = Array.from({ length: 8 }, (_, index) => `ir-page-${index}`);
    for (const name of names) await runtimes.createOrUpdate(group, guest, name, { properties: { type: 'SelfHosted' } });
    const pages = await collect(runtimes.listByFactory(group, guest).byPage());
    assert.deepEqual(
      pages.map((each) => each.length),
      [3, 3, 2],
    );
    assert.deepEqual(
      pages
        .flat()
        .map((each) => each.name)
        .sort(),
      names,
    );
    const one = await collect(runtimes.listByFactory(group, home));
    assert.deepEqual(one.map((each) => each.name).sort(), ['ir-auto', 'ir-packages', shared]);
  });
});

describe('linked service', () => {
  const { linkedServices } = dataFactory;
  const properties = {
    type: 'AzureBlobStorage',
    serviceEndpoint: 'https://lake.blob.core.windows.net',
    connectVia: { type: 'IntegrationRuntimeReference', referenceName: shared },
  };

  test('is created through the runtime, found, listed and removed', async () => {
    const made = await linkedServices.createOrUpdate(group, home, 'lake', { properties });
    assert.deepEqual([made.name, made.properties.connectVia.referenceName], ['lake', shared]);
    const found = await linkedServices.get(group, home, 'lake');
    assert.deepEqual([found.id, found.etag], [made.id, made.etag]);
    const all = await collect(linkedServices.listByFactory(group, home));
    assert.deepEqual(
      all.map((each) => each.name),
      ['lake'],
    );
    await linkedServices.delete(group, home, 'lake');
    await assert.rejects(linkedServices.get(group, home, 'lake'), refused(404, 'NotFound'));
  });

  test('through a runtime that is missing is refused', async () => {
    const connectVia = { type: 'IntegrationRuntimeReference', referenceName: 'ir-none' };
    await assert.rejects(
      linkedServices.createOrUpdate(group, home, 'lake', { properties: { ...properties, connectVia } }),
      refused(400, 'BadRequest'),
    );
  });
});

describe('a reader', () => {
  const credential = signIn(reader);
  const asReader = new DataFactoryManagementClient(credential, ready.subscriptionId, options);

  test('reads', async () => {
    assert.equal((await asReader.integrationRuntimes.get(group, home, shared)).name, shared);
  });

  test('neither writes nor sees keys', async () => {
    const change = { properties: { type: 'SelfHosted', description: 'mine' } };
    await assert.rejects(
      asReader.integrationRuntimes.createOrUpdate(group, home, shared, change),
      refused(403, 'AuthorizationFailed'),
    );
    await assert.rejects(
      asReader.integrationRuntimes.listAuthKeys(group, home, shared),
      refused(403, 'AuthorizationFailed'),
    );
    await assert.rejects(asReader.factories.delete(group, home), refused(403, 'AuthorizationFailed'));
  });
});

describe('this client', () => {
  test('has every operation on runtimes and nodes used in these tests', () => {
    assert.ok(all.length >= 20, `only ${all.length} operations were found in ${groups.join(', ')}`);
    assert.deepEqual(
      all.filter((each) => !answered.has(each)),
      [],
    );
  });
});

describe('delete', () => {
  test('of a runtime leaves none, and may be repeated', async () => {
    await runtimes.delete(group, home, shared);
    await assert.rejects(runtimes.get(group, home, shared), refused(404, 'NotFound'));
    let status;
    await runtimes.delete(group, home, shared, { onResponse: (raw) => (status = raw.status) });
    assert.equal(status, 204);
  });

  test('of a factory takes its runtimes along', async () => {
    await factories.delete(group, guest);
    await assert.rejects(factories.get(group, guest), refused(404, 'ResourceNotFound'));
    await assert.rejects(runtimes.get(group, guest, 'ir-page-0'), (error) => error.statusCode === 404);
  });

  test('of the group is waited for, and takes everything along', { timeout: 60_000 }, async () => {
    await order('settings', { operationSeconds: 1 });
    await resourceGroups.beginDeleteAndWait(group, { updateIntervalInMs: 200 });
    await assert.rejects(resourceGroups.get(group), refused(404, 'ResourceGroupNotFound'));
    await assert.rejects(factories.get(group, home), refused(404, 'ResourceGroupNotFound'));
  });
});

describe('trouble', () => {
  test('of too many requests is waited out by the client', async () => {
    await order('faults', {
      method: 'GET',
      path: 'resourcegroups',
      times: 1,
      status: 429,
      headers: { 'Retry-After': '1' },
    });
    const started = Date.now();
    assert.deepEqual(
      (await collect(resourceGroups.list())).filter((each) => each.name === group),
      [],
    );
    assert.ok(Date.now() - started >= 900, 'the client did not wait');
  });

  test('of an expired token is told', async () => {
    await order('expire-tokens');
    await assert.rejects(collect(resourceGroups.list()), refused(401, 'ExpiredAuthenticationToken'));
  });
});
