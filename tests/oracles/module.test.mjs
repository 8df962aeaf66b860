// npm run module: what the built modules sign, checked by a library that is not theirs. Needs PowerShell 7 and a build.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createHash, X509Certificate } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { decodeProtectedHeader, exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { makeCertificate } from './lib/certificate.mjs';
import { here, modulesFolder } from './lib/paths.mjs';

const application = '66666666-6666-4666-8666-666666666666';
const tenant = '11111111-1111-4111-8111-111111111111';
const modules = modulesFolder();
const folder = mkdtempSync(path.join(tmpdir(), 'azir-module-'));
const made = makeCertificate('azir-module');
let endpoint;
let results;
let token;

before(async () => {
  const place = (name, text) => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  token = await new SignJWT()
    .setProtectedHeader({ alg: 'RS256', kid: 'k' })
    .setIssuer('https://issuer.oracles.example')
    .setSubject('oracles')
    .setAudience('api://AzureADTokenExchange')
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(privateKey);
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k' }] };
  const words = ['-Modules', modules, '-CertificatePath', place('application.pem', made.key + made.certificate)];
  words.push('-KeysPath', place('keys.json', JSON.stringify(keys)), '-TokenPath', place('token', token));
  const script = path.join(here, 'lib', 'sign-in.ps1');
  const program = process.env.PWSH ?? 'pwsh';
  const { status, stdout, stderr, error } = spawnSync(
    program,
    ['-NoProfile', '-NonInteractive', '-File', script, ...words],
    { encoding: 'utf8' },
  );
  if (error) throw error;
  assert.equal(status, 0, stdout + stderr);
  ({ endpoint, results } = JSON.parse(stdout.split('\n').find((line) => line.startsWith('{'))));
});
after(() => rmSync(folder, { recursive: true }));

describe("the modules' sign-in", () => {
  test('lists the factory each time', () => {
    assert.deepEqual(
      results.map((each) => each.factories),
      [['adf-signed'], ['adf-signed'], ['adf-signed']],
    );
  });

  test('with a certificate sends an assertion that holds before another library', async () => {
    const audience = `${endpoint.replace(/\/$/, '')}/${tenant}/oauth2/v2.0/token`;
    for (const { assertion } of results.slice(0, 2)) {
      const options = {
        issuer: application,
        subject: application,
        audience,
        algorithms: ['PS256', 'RS256'],
        maxTokenAge: '10m',
        clockTolerance: 5,
      };
      const { payload } = await jwtVerify(assertion, made.publicKey, {
        ...options,
        requiredClaims: ['jti', 'nbf', 'exp', 'iat'],
      });
      assert.ok(payload.exp - payload.nbf <= 600);
    }
    const [first, second] = results.map(({ assertion }) => decodeProtectedHeader(assertion));
    const { raw } = new X509Certificate(made.certificate);
    const named = first['x5t#S256'] ?? first.x5t;
    assert.equal(
      named,
      createHash(first['x5t#S256'] ? 'sha256' : 'sha1')
        .update(raw)
        .digest('base64url'),
    );
    assert.equal(first.x5c, undefined);
    assert.deepEqual(second.x5c, [raw.toString('base64')]);
  });

  test('with a federated token sends it as it is', () => assert.equal(results[2].assertion, token));
});
