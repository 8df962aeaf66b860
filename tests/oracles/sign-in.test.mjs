// Microsoft's sign-in library, unchanged, in each of its flows against the emulator, and each time the list of
// factories.
// Tokens and assertions are checked with a third library.
//
// clients.mjs starts an emulator of its own for this, with its authority trusted.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DataFactoryManagementClient } from '@azure/arm-datafactory';
import { ResourceManagementClient } from '@azure/arm-resources';
import {
  AuthorizationCodeCredential,
  ClientAssertionCredential,
  ClientCertificateCredential,
  ClientSecretCredential,
  DeviceCodeCredential,
  WorkloadIdentityCredential,
} from '@azure/identity';
import { createRemoteJWKSet, decodeProtectedHeader, exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { makeCertificate } from './lib/certificate.mjs';
import { ARC_TOKENS, here } from './lib/paths.mjs';

if (!process.env.AZIR_ORACLES_READY)
  throw new Error("there is no emulator yet: 'npm run clients' starts one and then these tests");
const ready = JSON.parse(process.env.AZIR_ORACLES_READY);
const scope = 'https://management.azure.com/.default';
const factory = 'adf-sign-in';
const otherTenant = '22222222-2222-4222-8222-222222222222';
const authority = { authorityHost: ready.authority, disableInstanceDiscovery: true };
const armOptions = { endpoint: ready.endpoint, credentialScopes: scope };
const secret = () => new ClientSecretCredential(ready.tenantId, ready.clientId, ready.clientSecret, authority);
const folder = mkdtempSync(path.join(tmpdir(), 'azir-sign-in-'));
const issuedKeys = createRemoteJWKSet(new URL(`${ready.authority}/${ready.tenantId}/discovery/v2.0/keys`));

async function control(method, name, body) {
  const headers = body ? { 'content-type': 'application/json' } : {};
  const answer = await fetch(`${ready.endpoint}/emulator/${name}`, {
    method,
    headers,
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  assert.ok(answer.ok, `${name}: ${answer.status} ${text}`);
  return text && JSON.parse(text);
}

/** The exchanges since the last call. */
let seen = 0;
async function exchanges() {
  const all = await control('GET', `requests?since=${seen}`);
  seen = all.at(-1)?.n ?? seen;
  return all;
}

async function listFactories(credential, subscription = ready.subscriptionId) {
  const names = [];
  const { factories } = new DataFactoryManagementClient(credential, subscription, armOptions);
  for await (const each of factories.list()) names.push(each.name);
  return names;
}

/** The claims of an access token, its signature checked with the keys that the authority publishes. */
async function verified(token) {
  const options = {
    issuer: `https://sts.windows.net/${ready.tenantId}/`,
    audience: 'https://management.azure.com',
    algorithms: ['ES256'],
  };
  return (await jwtVerify(token, issuedKeys, options)).payload;
}

/** Asserts that `credential` signs in as `expected` says, and works. */
async function works(credential, expected) {
  // The clients ask for such tokens, and another kind would be kept apart from them.
  const { token } = await credential.getToken(scope, { enableCae: true });
  const claims = await verified(token);
  assert.deepEqual(claims.xms_cc, ['CP1']);
  assert.deepEqual(Object.fromEntries(Object.keys(expected).map((each) => [each, claims[each]])), expected);
  assert.deepEqual(await listFactories(credential), [factory]);
}

const owner = { appid: ready.clientId, idtyp: 'app' };
const person = { upn: 'owner@home.azir.example', idtyp: 'user' };

before(async () => {
  const { resourceGroups } = new ResourceManagementClient(secret(), ready.subscriptionId, {
    ...armOptions,
    apiVersion: '2024-03-01',
  });
  await resourceGroups.createOrUpdate('rg-sign-in', { location: 'westeurope' });
  const { factories } = new DataFactoryManagementClient(secret(), ready.subscriptionId, armOptions);
  await factories.createOrUpdate('rg-sign-in', factory, { location: 'West Europe' });
});
after(() => rmSync(folder, { recursive: true }));

describe('a client secret', () => {
  test('signs in', () => works(secret(), owner));

  test('that waits for a throttled token endpoint signs in', async () => {
    await control('POST', 'faults', {
      path: '/oauth2/v2.0/token',
      times: 1,
      status: 429,
      headers: { 'Retry-After': '1' },
    });
    await works(secret(), owner);
  });
});

describe('a certificate', () => {
  const made = makeCertificate('azir-oracles');
  const file = path.join(folder, 'application.pem');
  before(async () => {
    writeFileSync(file, made.key + made.certificate);
    const { thumbprint } = await control('POST', 'certificates', {
      clientId: ready.clientId,
      certificate: made.certificate,
    });
    assert.equal(thumbprint, new X509Certificate(made.certificate).fingerprint.replaceAll(':', ''));
    await control('POST', 'settings', { rememberAssertions: true });
  });

  test('from a file signs in, and its assertion holds before a third library', async () => {
    await works(new ClientCertificateCredential(ready.tenantId, ready.clientId, file, authority), owner);
    const { clientId, assertion } = await control('GET', 'client-assertion');
    assert.equal(clientId, ready.clientId);
    assert.equal(decodeProtectedHeader(assertion).alg, 'PS256');
    // The client rounds the moment of its making up.
    await jwtVerify(assertion, made.publicKey, { issuer: ready.clientId, subject: ready.clientId, clockTolerance: 5 });
  });

  test('that is sent along signs in', async () => {
    await works(
      new ClientCertificateCredential(ready.tenantId, ready.clientId, file, {
        ...authority,
        sendCertificateChain: true,
      }),
      owner,
    );
    const { assertion } = await control('GET', 'client-assertion');
    assert.equal(decodeProtectedHeader(assertion).x5c.length, 1);
  });

  test('that is not registered is refused with AADSTS700027', async () => {
    const stranger = makeCertificate('azir-stranger');
    const certificate = stranger.key + stranger.certificate;
    const credential = new ClientCertificateCredential(ready.tenantId, ready.clientId, { certificate }, authority);
    await assert.rejects(credential.getToken(scope), /AADSTS700027: .*The key was not found/);
  });
});

describe('a federated token', () => {
  const subject = 'system:serviceaccount:default:oracles';
  before(() => control('POST', 'federated-credentials', { clientId: ready.clientId, subject }));
  const issue = async (more) => (await control('POST', 'federated-tokens', { subject, ...more })).token;

  test('signs in', () =>
    works(new ClientAssertionCredential(ready.tenantId, ready.clientId, () => issue(), authority), owner));

  test('in a file signs in', async () => {
    const tokenFilePath = path.join(folder, 'federated-token');
    writeFileSync(tokenFilePath, await issue());
    const { tenantId, clientId } = ready;
    await works(new WorkloadIdentityCredential({ tenantId, clientId, tokenFilePath, ...authority }), owner);
  });

  for (const alg of ['RS256', 'PS256', 'ES256']) {
    test(`of another issuer, signed with ${alg} by a third library, signs in`, async () => {
      const issuer = `https://${alg.toLowerCase()}.oracles.example`;
      const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
      const keys = [{ ...(await exportJWK(publicKey)), kid: 'one' }];
      await control('POST', 'federated-credentials', { clientId: ready.clientId, issuer, subject, keys: { keys } });
      const sign = () =>
        new SignJWT()
          .setProtectedHeader({ alg, kid: 'one' })
          .setIssuer(issuer)
          .setSubject(subject)
          .setAudience('api://AzureADTokenExchange')
          .setIssuedAt()
          .setExpirationTime('5m')
          .sign(privateKey);
      await works(new ClientAssertionCredential(ready.tenantId, ready.clientId, sign, authority), owner);
    });
  }

  test('of an issuer that nobody registered is refused with AADSTS700211', async () => {
    const stranger = () => issue({ issuer: 'https://nobody.example' });
    const credential = new ClientAssertionCredential(ready.tenantId, ready.clientId, stranger, authority);
    await assert.rejects(credential.getToken(scope), /AADSTS700211: No matching federated identity record/);
  });
});

describe('a device code', () => {
  const signIn = () => {
    const shown = [];
    const credential = new DeviceCodeCredential({
      tenantId: ready.tenantId,
      userPromptCallback: (info) => shown.push(info.message),
      ...authority,
    });
    return { credential, shown };
  };
  after(() => control('POST', 'settings', { deviceCode: 'approve' }));

  test('signs the person in, once for several tokens', async () => {
    const { credential, shown } = signIn();
    await works(credential, person);
    assert.equal(shown.length, 1);
    assert.match(shown[0], /enter the code [A-Z0-9]{9}/);
    await control('POST', 'expire-tokens');
    const { token } = await credential.getToken(scope, {
      enableCae: true,
      claims: '{"access_token":{"nbf":{"essential":true,"value":"1"}}}',
    });
    await verified(token);
    assert.equal(shown.length, 1, 'the refresh token was not used');
  });

  test('that is declined is told', async () => {
    await control('POST', 'settings', { deviceCode: 'decline' });
    await assert.rejects(signIn().credential.getToken(scope), /authorization_declined|AADSTS70018/);
  });
});

describe('a browser', () => {
  const redirectUri = 'http://localhost:51234/';
  const visit = async (more) => {
    const page = new URL(`${ready.authority}/${ready.tenantId}/oauth2/v2.0/authorize`);
    page.search = new URLSearchParams({
      client_id: ready.clientId,
      response_type: 'code',
      redirect_uri: redirectUri,
      scope,
      state: 'x',
      ...more,
    });
    const answer = await fetch(page, { redirect: 'manual' });
    assert.equal(answer.status, 302);
    return new URL(answer.headers.get('location')).searchParams;
  };

  test('brings a code that an application redeems', async () => {
    const code = (await visit()).get('code');
    const { tenantId, clientId, clientSecret } = ready;
    await works(
      new AuthorizationCodeCredential(tenantId, clientId, clientSecret, code, redirectUri, authority),
      person,
    );
    const again = new AuthorizationCodeCredential(tenantId, clientId, clientSecret, code, redirectUri, authority);
    await assert.rejects(again.getToken(scope), /AADSTS54005/);
  });

  const skip = process.platform !== 'linux' && 'only on Linux can the browser be another program';
  test('signs the person in with a proof key', { skip }, async () => {
    await exchanges();
    const options = { tenantId: ready.tenantId, ...authority };
    const [answer] = await inProcess('InteractiveBrowserCredential', [options], {
      BROWSER: path.join(here, 'lib', 'browser.mjs'),
    });
    assert.deepEqual(answer, { factories: [factory] });
    const all = await exchanges();
    const page = new URL(all.find((each) => each.url.includes('/authorize?')).url).searchParams;
    assert.equal(page.get('code_challenge_method'), 'S256');
    const redeemed = all.find((each) => each.body?.grant_type === 'authorization_code');
    assert.deepEqual([redeemed.body.code, redeemed.body.code_verifier], ['REDACTED', 'REDACTED']);
  });

  test('of a person who declines brings the refusal', { skip }, async () => {
    await control('POST', 'settings', { browser: 'decline' });
    const options = { tenantId: ready.tenantId, ...authority };
    const [answer] = await inProcess('InteractiveBrowserCredential', [options], {
      BROWSER: path.join(here, 'lib', 'browser.mjs'),
    });
    await control('POST', 'settings', { browser: 'approve' });
    assert.match(answer.error, /access_denied|AADSTS65004/);
  });
});

/** The answers of another process, signed in with this credential in this environment, with each of these options. */
async function inProcess(kind, each, environment) {
  const kept = ['PATH', 'HOME', 'SystemRoot', 'TEMP', 'TMP', 'NODE_EXTRA_CA_CERTS', 'AZIR_ORACLES_READY'];
  const env = {
    ...Object.fromEntries(kept.filter((name) => process.env[name]).map((name) => [name, process.env[name]])),
    ...environment,
  };
  const words = [path.join(here, 'lib', 'list-factories.mjs'), JSON.stringify({ kind, each })];
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (data) => (text += data));
  await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
  return JSON.parse(text);
}

describe('a managed identity', () => {
  const machine = (environment, selectors = [{}]) =>
    inProcess(
      'ManagedIdentityCredential',
      selectors.map((selector) => ({ retryOptions: { maxRetries: 1 }, ...selector })),
      environment,
    );
  const shapes = {
    'App Service': { IDENTITY_ENDPOINT: ready.identityEndpoint, IDENTITY_HEADER: ready.identityHeader },
    'a virtual machine': { AZURE_POD_IDENTITY_AUTHORITY_HOST: ready.imdsHost },
    'Cloud Shell': { MSI_ENDPOINT: ready.cloudShellEndpoint },
    'Machine Learning': {
      MSI_ENDPOINT: ready.identityEndpoint,
      MSI_SECRET: ready.identityHeader,
      DEFAULT_IDENTITY_CLIENT_ID: '99999999-9999-4999-8999-999999999999',
    },
  };
  after(() => control('PUT', 'identities', { systemAssigned: true }));

  for (const [name, environment] of Object.entries(shapes)) {
    test(`of ${name} signs in`, async () => assert.deepEqual(await machine(environment), [{ factories: [factory] }]));
  }

  const skip =
    ready.arcTokensPath !== ARC_TOKENS && `the client reads keys from ${ARC_TOKENS} only, and that cannot be made here`;
  const arc = {
    IDENTITY_ENDPOINT: ready.arcIdentityEndpoint,
    IMDS_ENDPOINT: ready.arcImdsEndpoint,
    ProgramData: process.env.ProgramData,
  };
  test('of Arc signs in with what is in the file', { skip }, async () =>
    assert.deepEqual(await machine(arc), [{ factories: [factory] }]),
  );

  test('that a user assigned is found by each of its ids', async () => {
    const [, { clientId, objectId, resourceId }] = await control('PUT', 'identities', {
      systemAssigned: true,
      userAssigned: ['oracles'],
    });
    const places = [shapes['App Service'], shapes['a virtual machine'], ...(skip ? [] : [arc])];
    await exchanges();
    const selectors = [{ clientId }, { objectId }, { resourceId }];
    for (const place of places)
      assert.deepEqual(
        await machine(place, selectors),
        selectors.map(() => ({ factories: [factory] })),
      );
    const asked = (await exchanges()).filter((each) => each.status === 200).map((each) => decodeURIComponent(each.url));
    for (const id of [clientId, objectId, resourceId])
      assert.equal(asked.filter((url) => url.includes(id)).length, places.length, id);
  });

  test('that is not there is told', async () => {
    await control('PUT', 'identities', {});
    const [service] = await machine(shapes['App Service']);
    assert.match(service.error, /No User Assigned or Delegated Managed Identity found/);
    const [virtual] = await machine(shapes['a virtual machine']);
    assert.match(virtual.error, /Identity not found/);
  });
});

describe('a claims challenge', () => {
  test('leads to a new token, and the call is answered', async () => {
    const credential = secret();
    const { factories } = new DataFactoryManagementClient(credential, ready.subscriptionId, armOptions);
    const list = async () => {
      const names = [];
      for await (const each of factories.list()) names.push(each.name);
      return names;
    };
    assert.deepEqual(await list(), [factory]);
    await exchanges();
    const { notBefore } = await control('POST', 'revoke-sessions', {});
    assert.deepEqual(await list(), [factory]);
    const all = await exchanges();
    assert.deepEqual(
      all.filter((each) => each.url.includes('/factories')).map((each) => each.status),
      [401, 200],
    );
    const { access_token: wanted } = JSON.parse(all.find((each) => each.body?.claims)?.body.claims);
    assert.equal(wanted.nbf.value, String(notBefore));
    assert.deepEqual(
      wanted.xms_cc.values.map((each) => each.toUpperCase()),
      ['CP1'],
    );
  });
});

describe('a token of the wrong tenant', () => {
  const foreign = '55555555-5555-4555-8555-555555555555';

  test('is told the right one', async () => {
    await assert.rejects(listFactories(secret(), foreign), (error) => {
      assert.deepEqual([error.statusCode, error.code], [401, 'InvalidAuthenticationTokenTenant']);
      assert.match(error.message, new RegExp(`https://login.windows.net/${otherTenant}`));
      return true;
    });
    const right = new ClientSecretCredential(otherTenant, ready.clientId, ready.clientSecret, authority);
    assert.deepEqual(await listFactories(right, foreign), []);
  });
});
