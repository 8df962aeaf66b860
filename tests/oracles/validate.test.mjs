// The check refuses what it must refuse. A check that passes everything would look the same as a good emulator.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { checkExchange, readDifferences, readOutside } from './lib/check.mjs';
import { here, specificationFolder } from './lib/paths.mjs';
import { NotLoaded, loadSpecification } from './lib/specification.mjs';
import { readTraffic } from './lib/traffic.mjs';

const folder = specificationFolder();
const needsSpecification = { skip: folder ? false : 'AZIR_SPEC is not set' };
const subscription = '/subscriptions/33333333-3333-4333-8333-333333333333';
const factory = `${subscription}/resourceGroups/rg-one/providers/Microsoft.DataFactory/factories/adf-one`;
const runtime = `${factory}/integrationRuntimes/ir-one`;

const made = (properties) => ({
  id: `${factory}/integrationruntimes/ir-one`,
  name: 'ir-one',
  type: 'Microsoft.DataFactory/factories/integrationruntimes',
  etag: '0d00a1b2-0000-0d00-0000-65f000000000',
  properties,
});

/** An exchange as the emulator writes it: creating a self-hosted runtime, unless told otherwise. */
const exchange = (changes = {}) => ({
  time: '2026-01-01T00:00:00Z',
  method: 'PUT',
  url: `https://127.0.0.1:1234${runtime}?api-version=2018-06-01`,
  requestHeaders: { authorization: 'REDACTED', 'content-type': 'application/json' },
  requestBody: { properties: { type: 'SelfHosted', description: 'shared' } },
  status: 200,
  responseHeaders: { 'content-type': 'application/json; charset=utf-8' },
  responseBody: made({ type: 'SelfHosted', description: 'shared' }),
  fault: false,
  ...changes,
});

let directory;
before(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'azir-oracles-'));
});
after(() => rm(directory, { recursive: true }));

let written = 0;
async function trafficOf(...exchanges) {
  const file = path.join(directory, `traffic-${(written += 1)}.jsonl`);
  await writeFile(
    file,
    exchanges.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)) + '\n').join(''),
  );
  return file;
}

function run(script, words, specification = folder) {
  const environment = { ...process.env, AZIR_SPEC: specification };
  if (specification === null) delete environment.AZIR_SPEC;
  delete environment.NODE_TEST_CONTEXT;
  return spawnSync(process.execPath, [path.join(here, script), ...words], { env: environment, encoding: 'utf8' });
}

describe('an exchange', needsSpecification, () => {
  let check;
  before(async () => {
    const specification = await loadSpecification(folder);
    const [differences, outside] = [await readDifferences(), await readOutside()];
    check = async (changes) => {
      const [read] = await readTraffic(await trafficOf(exchange(changes)));
      return checkExchange(read, specification, differences, outside);
    };
  });

  const refusals = [
    [
      'a number as description in a request',
      { requestBody: { properties: { type: 'SelfHosted', description: 5 } } },
      'request',
      'INVALID_TYPE',
      '$.properties.description',
    ],
    [
      'a number as description in a response',
      { responseBody: made({ type: 'SelfHosted', description: 5 }) },
      'response',
      'INVALID_TYPE',
      '$.properties.description',
    ],
    [
      'a kind of runtime that does not exist',
      { requestBody: { properties: { type: 'Rented' } } },
      'request',
      'DISCRIMINATOR_VALUE_NOT_FOUND',
      '$.properties.type',
    ],
    [
      'a request without its body',
      { requestBody: null, requestHeaders: {} },
      'request',
      'MISSING_REQUIRED_PARAMETER',
      '$',
    ],
    [
      'a response without its body',
      { responseBody: '', responseHeaders: {} },
      'response',
      'INVALID_RESPONSE_BODY',
      '$',
    ],
    [
      'a resource without id',
      { responseBody: { properties: { type: 'SelfHosted' } } },
      'response',
      'MISSING_RESOURCE_ID',
      '$',
    ],
    ['a status the operation does not have', { status: 201 }, 'response', 'INVALID_RESPONSE_CODE', ''],
    [
      'an error without its envelope',
      { status: 404, responseBody: { code: 'NotFound', message: 'gone' } },
      'response',
      'OBJECT_MISSING_REQUIRED_PROPERTY',
      '$.error',
    ],
    [
      'a name with two dashes',
      { url: `${factory}/integrationRuntimes/ir--one?api-version=2018-06-01` },
      'request',
      'PATTERN',
      '.path.integrationRuntimeName',
    ],
    ['text where JSON was promised', { responseBody: '{"id": "cut o' }, 'response', 'NOT_JSON', ''],
    [
      'another content type',
      { responseHeaders: { 'content-type': 'text/html' } },
      'response',
      'INVALID_CONTENT_TYPE',
      '',
    ],
    [
      'an unknown operation',
      { method: 'POST', url: `${runtime}/rent?api-version=2018-06-01` },
      'both',
      'OPERATION_NOT_FOUND_IN_CACHE',
      '',
    ],
    [
      'an unknown version',
      { url: `${runtime}?api-version=2017-09-01-preview` },
      'both',
      'OPERATION_NOT_FOUND_IN_CACHE',
      '',
    ],
    [
      'an address that only "/{resourceId}" matches',
      { method: 'GET', url: '/anything/at/all?api-version=2024-03-01' },
      'both',
      'OPERATION_NOT_FOUND_IN_CACHE',
      '',
    ],
  ];
  for (const [name, changes, side, code, place] of refusals) {
    test(`${name} is refused`, async () => {
      const { verdict, findings } = await check(changes);
      assert.equal(verdict, 'failed');
      const found = findings.map((each) => `${each.side} ${each.code} ${each.path}`);
      assert.ok(found.includes(`${side} ${code} ${place}`), `found ${JSON.stringify(found)}`);
    });
  }

  test('that is right passes', async () => {
    assert.deepEqual(await check(), {
      verdict: 'passed',
      operation: 'IntegrationRuntimes_CreateOrUpdate',
      findings: [],
      used: [],
    });
  });

  test('that differs as Azure does passes, and names the difference', async () => {
    const responseBody = made({ type: 'Managed', state: 'Initial', typeProperties: {} });
    const { verdict, used } = await check({
      requestBody: { properties: { type: 'Managed', typeProperties: {} } },
      responseBody,
    });
    assert.equal(verdict, 'different');
    assert.deepEqual(
      used.map((each) => each.path),
      ['$.properties.state'],
    );
  });

  test('that differs as Azure does is refused when something else is wrong too', async () => {
    const { verdict, findings } = await check({
      responseBody: made({ type: 'Managed', state: 'Initial', typeProperties: {}, description: 5 }),
    });
    assert.equal(verdict, 'failed');
    assert.deepEqual(
      findings.map((each) => each.path),
      ['$.properties.description'],
    );
  });

  test('outside the specification is skipped with its reason', async () => {
    const { verdict, reason } = await check({ method: 'POST', url: '/emulator/nodes' });
    assert.equal(verdict, 'skipped');
    assert.match(reason, /control plane/);
  });

  test('of a workspace may be an error without its envelope, and no other may', async () => {
    const group = `${subscription}/resourceGroups/rg-one`;
    const workspace = `${group}/providers/Microsoft.Synapse/workspaces/syn-one`;
    const url = `${workspace}/integrationRuntimes/ir-one?api-version=2021-06-01`;
    const bare = {
      method: 'GET',
      requestBody: null,
      status: 404,
      responseBody: { code: 'NotFound', message: 'gone', target: 'it', details: null, error: null },
    };
    assert.equal((await check({ ...bare, url })).verdict, 'different');
    assert.equal((await check(bare)).verdict, 'failed');
    const more = await check({ ...bare, url, responseBody: { ...bare.responseBody, more: 1 } });
    assert.deepEqual(
      more.findings.map((each) => each.path),
      ['$.more'],
    );
  });

  test('without a body is not held to the type of one', async () => {
    const url = `${subscription}/resourceGroups/rg-one/providers/Microsoft.Synapse/workspaces?api-version=2021-06-01`;
    const list = { method: 'GET', url, requestBody: null, responseBody: { value: [] } };
    assert.equal((await check({ ...list, requestHeaders: {} })).verdict, 'passed');
    assert.equal((await check(list)).verdict, 'passed');
  });

  test('of scanning is checked by its own specification', async () => {
    const url =
      'https://purview-emulator.purview.localhost:1234/scan/integrationruntimes/ir-one?api-version=2023-09-01';
    const requestBody = { kind: 'SelfHosted', properties: { description: 'x' } };
    assert.equal(
      (await check({ url, requestBody, status: 201, responseBody: { name: 'ir-one', ...requestBody } })).verdict,
      'passed',
    );
    const { findings } = await check({
      url,
      requestBody,
      status: 201,
      responseBody: { name: 'ir-one', kind: 'SelfHosted', properties: { description: 5 } },
    });
    assert.deepEqual(
      findings.map((each) => each.path),
      ['$.properties.description'],
    );
  });

  for (const [mark, why] of [
    ['fault', /fault/],
    ['planted', /planted/],
  ]) {
    test(`that is marked as ${mark} is skipped with its reason, whatever it is`, async () => {
      const { verdict, reason } = await check({
        [mark]: true,
        responseBody: made({ type: 'Airflow', description: 5 }),
      });
      assert.equal(verdict, 'skipped');
      assert.match(reason, why);
    });
  }
});

describe('validate.mjs', () => {
  test('ends with 0 and counts by operation when all is valid', needsSpecification, async () => {
    const { status, stdout } = run('validate.mjs', [await trafficOf(exchange(), exchange())]);
    assert.equal(status, 0, stdout);
    assert.match(stdout, /IntegrationRuntimes_CreateOrUpdate +2 +0 +0 +200×2\n/);
    assert.match(stdout, /2 exchanges checked: 2 valid, 0 different as Azure is, 0 wrong\n$/);
  });

  test('ends with 1 and says what is wrong and where', needsSpecification, async () => {
    const file = await trafficOf(
      exchange(),
      exchange({ requestBody: { properties: { type: 'SelfHosted', description: 5 } } }),
    );
    const { status, stdout } = run('validate.mjs', [file]);
    assert.equal(status, 1);
    assert.match(
      stdout,
      /request: INVALID_TYPE at \$\.properties\.description\n {2}Expected type string but found type integer\n/,
    );
    assert.ok(stdout.includes(`${file}:2`));
  });

  test('tells the known differences that a whole run did not need', needsSpecification, async () => {
    const { status, stdout } = run('validate.mjs', ['--whole', await trafficOf(exchange())]);
    assert.equal(status, 0);
    assert.match(
      stdout,
      new RegExp(
        'warning: known differences that nothing in this run needed:\\n' +
          ' {2}INVALID_TYPE \\$\\.properties\\.state in the response of IntegrationRuntimes_\\*\\n',
      ),
    );
  });

  test('refuses a file without exchanges', needsSpecification, async () => {
    const file = await trafficOf();
    const { status, stderr } = run('validate.mjs', [await trafficOf(exchange()), file]);
    assert.deepEqual([status, stderr], [1, `'${file}' has no exchanges\n`]);
  });

  test('refuses a file in which nothing could be checked', needsSpecification, async () => {
    const { status, stderr } = run('validate.mjs', [
      await trafficOf(exchange({ url: '/metadata/endpoints?api-version=2022-09-01' })),
    ]);
    assert.deepEqual([status, stderr], [1, 'nothing was checked: every exchange is outside the specification\n']);
  });

  test('refuses a file that is not there', needsSpecification, () => {
    const file = path.join(directory, 'absent.jsonl');
    const { status, stderr } = run('validate.mjs', [file]);
    assert.deepEqual([status, stderr], [1, `cannot read '${file}': ENOENT\n`]);
  });

  test('refuses a line cut short', needsSpecification, async () => {
    const file = await trafficOf(exchange(), '{"method":"GET","url":"/subscr');
    const { status, stderr } = run('validate.mjs', [file]);
    assert.deepEqual([status, stderr], [1, `${file}:2 is not JSON\n`]);
  });

  test('refuses a folder that holds no specification', async () => {
    const { status, stderr } = run('validate.mjs', [await trafficOf(exchange())], directory);
    assert.equal(status, 2);
    assert.match(stderr, /^no specification in '.*': it has no folder 'specification'\n$/);
  });

  test('refuses a specification without operations', async () => {
    const empty = path.join(directory, 'empty');
    await mkdir(path.join(empty, 'specification'), { recursive: true });
    const { status, stderr } = run('validate.mjs', [await trafficOf(exchange())], empty);
    assert.equal(status, 2);
    assert.match(stderr, /did not load:\n {2}no file in it has an operation\n$/);
  });

  test('refuses to go on without AZIR_SPEC', async () => {
    const { status, stderr } = run('validate.mjs', [await trafficOf(exchange())], null);
    assert.deepEqual([status, stderr], [2, 'AZIR_SPEC is not set: it names the folder of the specification\n']);
  });
});

describe('a specification', needsSpecification, () => {
  test('of which a referenced file is missing is not loaded', async () => {
    const copy = path.join(directory, 'cut');
    await cp(folder, copy, { recursive: true });
    const types =
      'specification/datafactory/resource-manager/Microsoft.DataFactory/stable/2018-06-01/' +
      'entityTypes/IntegrationRuntime.json';
    await rm(path.join(copy, types));
    await assert.rejects(
      loadSpecification(copy),
      (error) =>
        error instanceof NotLoaded && /datafactory\.json: 0 of its 66 operations are loaded/.test(error.message),
    );
  });

  test('may lack the previews, of which nothing is said then', async () => {
    const copy = path.join(directory, 'previews', 'plain');
    await cp(folder, copy, { recursive: true });
    const specification = await loadSpecification(copy);
    const [differences, outside] = [await readDifferences(), await readOutside()];
    const workspace = `${subscription}/resourceGroups/rg-one/providers/Microsoft.Synapse/workspaces/syn-one`;
    const url = `${workspace}/integrationRuntimes?api-version=2021-06-01-preview`;
    const list = exchange({ method: 'GET', url, requestBody: null, requestHeaders: {}, responseBody: { value: 5 } });
    const [read] = await readTraffic(await trafficOf(list));
    const { verdict, reason } = await checkExchange(read, specification, differences, outside);
    assert.equal(verdict, 'skipped');
    assert.match(reason, /preview that is not at hand/);
    // One that lies beside it is loaded with it.
    const beside = path.join(directory, 'previews', 'synapse-2021-06-01-preview');
    await mkdir(beside);
    const stable = 'specification/synapse/resource-manager/Microsoft.Synapse/stable/2021-06-01/integrationRuntime.json';
    const text = await readFile(path.join(copy, stable), 'utf8');
    await writeFile(
      path.join(beside, 'integrationRuntime.json'),
      text.replace('"version": "2021-06-01"', '"version": "2021-06-01-preview"'),
    );
    const more = await loadSpecification(copy);
    assert.equal((await checkExchange(read, more, differences, outside)).verdict, 'failed');
  });

  test('that refers to a definition that is not there is not loaded', async () => {
    const copy = path.join(directory, 'torn');
    const file = path.join(copy, 'specification/one.json');
    await mkdir(path.dirname(file), { recursive: true });
    const schema = { $ref: '#/definitions/Absent' };
    const get = {
      operationId: 'One_Get',
      produces: ['application/json'],
      parameters: [],
      responses: { 200: { description: 'one', schema } },
    };
    const document = {
      swagger: '2.0',
      info: { title: 'One', version: '2020-01-01' },
      host: 'management.azure.com',
      paths: { '/providers/Microsoft.One/one': { get } },
      definitions: {},
    };
    await writeFile(file, JSON.stringify(document));
    await assert.rejects(loadSpecification(copy), NotLoaded);
  });
});

describe('validate-if-possible.mjs', () => {
  test('says that the check did not happen without AZIR_SPEC, and ends with 0', async () => {
    const { status, stdout } = run('validate-if-possible.mjs', [await trafficOf(exchange())], null);
    assert.deepEqual([status, stdout], [0, 'specification check did not happen: AZIR_SPEC is not set\n']);
  });

  test('ends as validate.mjs does with AZIR_SPEC', async () => {
    const { status, stderr } = run(
      'validate-if-possible.mjs',
      [await trafficOf(exchange())],
      path.join(directory, 'nowhere'),
    );
    assert.equal(status, 2);
    assert.match(stderr, /no specification in/);
  });
});
