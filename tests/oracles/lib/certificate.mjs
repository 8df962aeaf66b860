// A certificate for a test, made with nothing but node: node reads certificates and does not make them.

import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

const element = (tag, ...parts) => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};
const sequence = (...parts) => element(0x30, ...parts);
const object = (hex) => element(0x06, Buffer.from(hex, 'hex'));
const utc = (date) => element(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`));
const pem = (label, der) =>
  `-----BEGIN ${label}-----\n${der
    .toString('base64')
    .match(/.{1,64}/g)
    .join('\n')}\n-----END ${label}-----\n`;

const days = (count) => new Date(Date.now() + count * 24 * 3600 * 1000);

/** A self-signed certificate, valid from yesterday until tomorrow, and its new RSA key in PEM, and the public key. */
export function makeCertificate(name) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const algorithm = sequence(object('2a864886f70d01010b'), element(0x05)); // sha256WithRSAEncryption
  const subject = sequence(element(0x31, sequence(object('550403'), element(0x0c, Buffer.from(name)))));
  const number = element(0x02, Buffer.concat([Buffer.from([0x01]), randomBytes(8)]));
  const validity = sequence(utc(days(-1)), utc(days(1)));
  const version = element(0xa0, element(0x02, Buffer.from([2])));
  const body = sequence(
    version,
    number,
    algorithm,
    subject,
    validity,
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = createSign('sha256').update(body).sign(privateKey);
  const der = sequence(body, algorithm, element(0x03, Buffer.from([0]), signature));
  return { certificate: pem('CERTIFICATE', der), key: privateKey.export({ type: 'pkcs8', format: 'pem' }), publicKey };
}
