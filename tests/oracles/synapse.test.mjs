// Microsoft's own client for Synapse, unchanged, does all it can do with the integration runtimes of a workspace.
//
// clients.mjs starts the emulator and then this, with the emulator's authority trusted.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SynapseManagementClient } from '@azure/arm-synapse';
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

const [group, workspace, own] = ['rg-emulator', 'synapse-emulator', 'synapse-oracles'];
const [runtime, packages] = ['ir-own', 'ir-packages'];
const patient = { updateIntervalInMs: 50 };

/** The client; with AZIR_SYNAPSE_VERSION it asks for that version instead of its own. */
function connect(credential) {
  const client = new SynapseManagementClient(credential, ready.subscriptionId, options);
  const version = process.env.AZIR_SYNAPSE_VERSION;
  if (version) {
    const sendRequest = (request, next) => {
      request.url = request.url.replace(/(?<=[?&]api-version=)[^&]*/, version);
      return next(request);
    };
    client.pipeline.addPolicy({ name: 'version', sendRequest });
  }
  return client;
}
// The stable version has another name for it, which this client does not know and keeps.
const stateOf = ({ properties }) =>
  (process.env.AZIR_SYNAPSE_VERSION ? properties.provisioningState : properties.state) ?? null;

const synapse = connect(owner);
// Every group of operations on integration runtimes that this client has, with the workspaces.
const groups = Object.keys(synapse).filter((each) => /^integrationRuntime|^workspaces$/.test(each));
const { watched, answered, all } = watchGroups(synapse, groups);
const {
  workspaces,
  integrationRuntimes: runtimes,
  integrationRuntimeNodes: nodes,
  integrationRuntimeObjectMetadata: objectMetadata,
} = watched;
const keysOf = watched.integrationRuntimeAuthKeysOperations;
const statusOf = (name, within = workspace) =>
  watched.integrationRuntimeStatusOperations.get(group, within, name).then((each) => each.properties);

describe('workspace', () => {
  test('is there from the start, alone, in its group and in its subscription', async () => {
    const found = await workspaces.get(group, workspace);
    assert.deepEqual([found.name, found.location, found.provisioningState], [workspace, 'eastus', 'Succeeded']);
    assert.equal(found.connectivityEndpoints.dev, `https://${workspace}.dev.azuresynapse.net`);
    assert.deepEqual(
      (await collect(workspaces.listByResourceGroup(group))).map((each) => each.name),
      [workspace],
    );
    assert.deepEqual(
      (await collect(workspaces.list())).map((each) => each.name),
      [workspace],
    );
    await assert.rejects(workspaces.get(group, 'absent'), refused(404, 'ResourceNotFound'));
  });

  test('is created, changed and deleted, each waited for', { timeout: 60_000 }, async () => {
    const document = {
      location: 'westeurope',
      defaultDataLakeStorage: { accountUrl: 'https://lake.dfs.core.windows.net', filesystem: 'files' },
      sqlAdministratorLogin: 'sa',
    };
    await order('settings', { operationSeconds: 1 });
    const made = await workspaces.beginCreateOrUpdateAndWait(group, own, document, patient);
    assert.deepEqual(
      [made.provisioningState, made.defaultDataLakeStorage.filesystem, made.identity.type],
      ['Succeeded', 'files', 'SystemAssigned'],
    );
    await order('settings', { operationSeconds: 0 });
    const changed = await workspaces.beginUpdateAndWait(group, own, { tags: { purpose: 'oracles' } }, patient);
    assert.deepEqual(changed.tags, { purpose: 'oracles' });
    const again = await (await workspaces.beginCreateOrUpdate(group, own, document, patient)).pollUntilDone();
    assert.equal(again.workspaceUID, made.workspaceUID);
    await (await workspaces.beginUpdate(group, own, { publicNetworkAccess: 'Disabled' }, patient)).pollUntilDone();
    assert.equal((await workspaces.get(group, own)).publicNetworkAccess, 'Disabled');
    await workspaces.beginDeleteAndWait(group, own, patient);
    await assert.rejects(workspaces.get(group, own), refused(404, 'ResourceNotFound'));
    await workspaces.beginCreateOrUpdateAndWait(group, own, document, patient);
    await (await workspaces.beginDelete(group, own, patient)).pollUntilDone();
    await assert.rejects(workspaces.get(group, own), refused(404, 'ResourceNotFound'));
  });
});

describe('runtime', () => {
  test('is created by an operation that is waited for', { timeout: 60_000 }, async () => {
    await order('settings', { operationSeconds: 1 });
    const made = await runtimes.beginCreateAndWait(
      group,
      workspace,
      runtime,
      { properties: { type: 'SelfHosted', description: 'own' } },
      patient,
    );
    assert.deepEqual(
      [made.name, made.type, made.properties.description],
      [runtime, 'Microsoft.Synapse/workspaces/integrationruntimes', 'own'],
    );
    await order('settings', { operationSeconds: 0 });
    assert.deepEqual(await runtimes.get(group, workspace, runtime), made);
    const poller = await runtimes.beginCreate(
      group,
      workspace,
      runtime,
      { properties: { type: 'SelfHosted' } },
      { ...patient, ifMatch: made.etag },
    );
    assert.notEqual((await poller.pollUntilDone()).etag, made.etag);
    const change = { properties: { type: 'SelfHosted', description: 'mine' } };
    await assert.rejects(
      runtimes.beginCreateAndWait(group, workspace, runtime, change, { ...patient, ifMatch: made.etag }),
      refused(412, 'PreconditionFailed'),
    );
  });

  test('is listed beside the default one, which cannot be deleted', async () => {
    const listed = await collect(runtimes.listByWorkspace(group, workspace));
    assert.deepEqual(
      listed.map((each) => each.name),
      ['AutoResolveIntegrationRuntime', runtime],
    );
    assert.equal(stateOf(listed[0]), null);
    await assert.rejects(
      runtimes.beginDeleteAndWait(group, workspace, 'AutoResolveIntegrationRuntime', patient),
      refused(400, 'BadRequest'),
    );
    assert.equal((await statusOf('AutoResolveIntegrationRuntime')).state, 'Online');
  });

  test('comes in pages', async () => {
    await order('settings', { pageSize: 1 });
    const pages = await collect(runtimes.listByWorkspace(group, workspace).byPage());
    assert.deepEqual(
      pages.map((each) => each.length),
      [1, 1],
    );
    await order('settings', { pageSize: 50 });
  });

  test('has two keys, and a node registers with one of them', async () => {
    const keys = await keysOf.list(group, workspace, runtime);
    const fresh = await keysOf.regenerate(group, workspace, runtime, { keyName: 'authKey1' });
    assert.notEqual(fresh.authKey1, keys.authKey1);
    assert.equal(fresh.authKey2, undefined);
    assert.equal((await control('POST', 'nodes', { authKey: keys.authKey2, nodeName: 'node1' })).status, 200);
    const status = await statusOf(runtime);
    assert.deepEqual(
      [status.state, status.dataFactoryName, status.nodes.map((each) => each.nodeName)],
      ['Online', workspace, ['node1']],
    );
    assert.equal(status.nodeCommunicationChannelEncryptionMode, 'None');
    assert.equal(status.serviceUrls[0] ?? null, null);
  });

  test('and its node can be asked and told all there is', async () => {
    assert.equal((await nodes.get(group, workspace, runtime, 'node1')).status, 'Online');
    assert.equal(
      (await nodes.update(group, workspace, runtime, 'node1', { concurrentJobsLimit: 2 })).concurrentJobsLimit,
      2,
    );
    assert.match(
      (await watched.integrationRuntimeNodeIpAddressOperations.get(group, workspace, runtime, 'node1')).ipAddress,
      /^\d+(\.\d+){3}$/,
    );
    const data = await watched.integrationRuntimeMonitoringDataOperations.list(group, workspace, runtime);
    assert.deepEqual(
      data.nodes.map((each) => each.nodeName),
      ['node1'],
    );
    assert.ok((await watched.integrationRuntimeConnectionInfos.get(group, workspace, runtime)).publicKey);
    await watched.integrationRuntimeCredentials.sync(group, workspace, runtime);
    await runtimes.upgrade(group, workspace, runtime);
    await runtimes.update(group, workspace, runtime, { autoUpdate: 'Off', updateDelayOffset: '"PT3H"' });
    assert.deepEqual(
      [(await statusOf(runtime)).autoUpdate, (await statusOf(runtime)).updateDelayOffset],
      ['Off', 'PT3H'],
    );
    await nodes.delete(group, workspace, runtime, 'node1');
    // Not in an envelope, and the client finds the code all the same.
    await assert.rejects(nodes.get(group, workspace, runtime, 'node1'), refused(404, 'NotFound'));
  });

  test('for packages is started, read and stopped', { timeout: 60_000 }, async () => {
    const catalogInfo = {
      catalogServerEndpoint: 'sql.example',
      catalogAdminUserName: 'admin',
      catalogAdminPassword: { type: 'SecureString', value: 'oracle' },
    };
    const properties = {
      type: 'Managed',
      computeProperties: { location: 'eastus', nodeSize: 'Standard_D8_v3', numberOfNodes: 1 },
      ssisProperties: { catalogInfo },
    };
    const made = await runtimes.beginCreateAndWait(group, workspace, packages, { properties }, patient);
    assert.equal(stateOf(made), 'Initial');
    await order('settings', { operationSeconds: 1 });
    const started = await runtimes.beginStartAndWait(group, workspace, packages, patient);
    assert.equal((started.properties.properties ?? started.properties).state, 'Started');
    await order('settings', { operationSeconds: 0 });
    assert.equal(stateOf(await runtimes.get(group, workspace, packages)), 'Started');
    assert.equal((await objectMetadata.beginRefreshAndWait(group, workspace, packages, patient)).status, 'Succeeded');
    assert.equal(
      (await (await objectMetadata.beginRefresh(group, workspace, packages, patient)).pollUntilDone()).status,
      'Succeeded',
    );
    assert.ok((await objectMetadata.list(group, workspace, packages)).value.length > 3);
    const { value } = await runtimes.listOutboundNetworkDependenciesEndpoints(group, workspace, packages);
    assert.ok(value.every((each) => each.category && each.endpoints.length > 0));
    await runtimes.beginStopAndWait(group, workspace, packages, patient);
    assert.equal((await statusOf(packages)).state, 'Stopped');
    await (await runtimes.beginStart(group, workspace, packages, patient)).pollUntilDone();
    await (await runtimes.beginStop(group, workspace, packages, patient)).pollUntilDone();
  });

  test('for packages may fail to start, and the client tells why', async () => {
    await order('settings', { startFailure: 'CustomSetupScriptFailure' });
    await assert.rejects(
      runtimes.beginStartAndWait(group, workspace, packages, patient),
      /CustomSetupScriptFailure|failed/i,
    );
    await order('settings', { startFailure: null });
    assert.equal((await statusOf(packages)).lastOperation.errorCode, 'CustomSetupScriptFailure');
  });

  test('in a managed virtual network has interactive authoring switched on and off', async () => {
    const properties = {
      type: 'Managed',
      computeProperties: { location: 'AutoResolve' },
      managedVirtualNetwork: { type: 'ManagedVirtualNetworkReference', referenceName: 'default' },
    };
    await runtimes.beginCreateAndWait(group, workspace, 'ir-network', { properties }, patient);
    await runtimes.beginEnableInteractiveQueryAndWait(group, workspace, 'ir-network', patient);
    await (await runtimes.beginEnableInteractiveQuery(group, workspace, 'ir-network', patient)).pollUntilDone();
    await runtimes.beginDisableInteractiveQueryAndWait(group, workspace, 'ir-network', patient);
    await (await runtimes.beginDisableInteractiveQuery(group, workspace, 'ir-network', patient)).pollUntilDone();
    await assert.rejects(
      runtimes.beginEnableInteractiveQueryAndWait(group, workspace, runtime, patient),
      refused(400, 'BadRequest'),
    );
  });

  test('that is short of something is Limited until it is put again', async () => {
    const within = `/subscriptions/${ready.subscriptionId}/resourceGroups/${group}/providers/Microsoft.Synapse`;
    const at = `${within}/workspaces/${workspace}/integrationRuntimes/ir-network`;
    await order('runtimes', { runtimeId: at, state: 'Limited' }, 'PATCH');
    assert.equal((await statusOf('ir-network')).state, 'Limited');
    const { properties } = await runtimes.get(group, workspace, 'ir-network');
    await runtimes.beginCreateAndWait(group, workspace, 'ir-network', { properties }, patient);
    assert.equal((await statusOf('ir-network')).state, 'Online');
  });

  test('is deleted by an operation that is waited for, and may be again', { timeout: 60_000 }, async () => {
    await order('settings', { operationSeconds: 1 });
    await runtimes.beginDeleteAndWait(group, workspace, runtime, patient);
    await order('settings', { operationSeconds: 0 });
    await assert.rejects(runtimes.get(group, workspace, runtime), refused(404, 'NotFound'));
    await (await runtimes.beginDelete(group, workspace, runtime, patient)).pollUntilDone();
  });
});

describe('a reader', () => {
  const asReader = connect(signIn(reader));

  test('reads documents, and neither states nor keys', async () => {
    assert.equal((await asReader.integrationRuntimes.get(group, workspace, packages)).name, packages);
    await assert.rejects(
      asReader.integrationRuntimeStatusOperations.get(group, workspace, packages),
      refused(403, 'AuthorizationFailed'),
    );
    await assert.rejects(
      asReader.integrationRuntimeAuthKeysOperations.list(group, workspace, packages),
      refused(403, 'AuthorizationFailed'),
    );
  });
});

describe('this client', () => {
  test('has every operation on workspaces, runtimes and nodes used in these tests', () => {
    assert.ok(all.length >= 30, `only ${all.length} operations were found in ${groups.join(', ')}`);
    assert.deepEqual(
      all.filter((each) => !answered.has(each)),
      [],
    );
  });
});
